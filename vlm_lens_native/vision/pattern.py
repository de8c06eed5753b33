"""The attention pattern of HF's vision encoders.

HF's attention modules choose their kernel by ``self.config._attn_implementation``. ``PatternConfig`` stands in for that
config, and names the kernel below while somebody listens to the module's pattern in the pass under way. So HF's config
is never changed, nor the implementation that the user chose.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import accumulate, pairwise
from typing import Any

import torch
from einops import einsum
from torch import Tensor, nn
from transformers import PreTrainedConfig
from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS

from vlm_lens_native.components.mask import additive, masked_softmax
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.vision.images import Rows
from vlm_lens_native.vision.taps import VisionSide

# HF's packing encoders call a kernel once for each image or window; only one that is "flash" by its name is called once
# for all of them, and told where they begin (transformers 5.23, utils/generic.py, is_flash_attention_requested).
_KERNEL = "vlm_lens_native_flash"


class PatternConfig:
    """The config of a vision attention, with another kernel while its pattern is listened to.

    Everything else is read from HF's config and written to it.

    Attributes:
        plain: HF's config.
        side: The model's vision side.
        point: ``[image head patch patch]``: the pattern, after the softmax.
    """

    __slots__ = ("plain", "point", "side")

    def __init__(self, plain: PreTrainedConfig, side: VisionSide, point: HookPoint) -> None:
        for name, value in (("plain", plain), ("side", side), ("point", point)):
            object.__setattr__(self, name, value)

    @property
    def _attn_implementation(self) -> str:
        return _KERNEL if self.point.wanted(self.side.registry.under_way()) else self.plain._attn_implementation

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # copying and pickling look for these
            raise AttributeError(name)
        return getattr(self.plain, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self.plain, name, value)

    def __reduce__(self) -> tuple[Any, ...]:
        return PatternConfig, (self.plain, self.side, self.point)


def _attention(
    module: nn.Module,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attention_mask: Tensor | None = None,
    *,
    scaling: float | None,
    dropout: float = 0.0,
    cu_seq_lens_q: Tensor | None = None,
    cu_seq_lens_k: Tensor | None = None,
    max_length_q: int | None = None,
    max_length_k: int | None = None,
    **arguments: Any,
) -> tuple[Tensor, Tensor | None]:
    """An attention function of HF's kind, through the hook point.

    As long as the pattern is only read, the user's implementation computes z as it would without a listener. Once a
    hook changes the pattern, or a gradient is to flow through it, z comes from there.
    """
    config: Any = module.config
    scale = query.shape[-1] ** -0.5 if scaling is None else scaling  # HF's kernels take it so
    run = config.side.registry.under_way()
    rows: Rows | None = config.side.rows(run, config.point)
    sizes = [query.shape[2]] if cu_seq_lens_q is None else cu_seq_lens_q.diff().tolist()
    parts = list(zip(*(x.split(sizes, dim=2) for x in (query, key, value)), strict=True))  # images, or windows of them
    implementation = config.plain._attn_implementation

    softmax = partial(_eager_softmax, config.side.softmax_dtype) if implementation == "eager" else masked_softmax
    by_default = implementation != "eager" and getattr(module, "is_causal", False)
    causal = attention_mask is None and bool(arguments.get("is_causal", by_default))  # of Phi 4's, as HF's sdpa has it
    patterns = [softmax(_scores(q, _by_query_head(k, q), attention_mask, scale, causal)) for q, k, _ in parts]
    patterns = [nn.functional.dropout(pattern, p=dropout, training=module.training) for pattern in patterns]
    blocks = _of_images(patterns, rows)
    pattern, used = config.point.tell(blocks[0] if rows is None else rows.unpack_squares(blocks), run)

    if not used and implementation != "eager":
        given = {"scaling": scale, "dropout": dropout, **arguments}
        kernel = ALL_ATTENTION_FUNCTIONS[implementation]
        return torch.cat([kernel(module, *part, attention_mask, **given)[0] for part in parts], dim=1), None
    if used and blocks is not patterns:
        assert rows is not None
        patterns = [_joined(rows.pack_squares(pattern, rows.lengths), like=patterns[0])]
    elif used:
        patterns = [pattern] if rows is None else rows.pack_squares(pattern, sizes)
    z = [(p @ _by_query_head(v, p)).transpose(1, 2).contiguous() for p, (_, _, v) in zip(patterns, parts, strict=True)]
    z = torch.cat(z, dim=1)
    if used and rows is not None and len(sizes) > len(pattern):
        z = z + _from_other_windows(pattern, _by_query_head(value, query), rows, sizes)
    return z, pattern if rows is None else None


def _by_query_head(x: Tensor, query: Tensor) -> Tensor:
    """Keys or values with a head for each query head, as they are where none share one."""
    shared_by = query.shape[1] // x.shape[1]
    return x if shared_by == 1 else x.repeat_interleave(shared_by, dim=1)


def _of_images(patterns: list[Tensor], rows: Rows | None) -> list[Tensor]:
    """The patterns of images that a mask keeps apart in one call of the kernel: the squares along the diagonal."""
    if rows is None or len(patterns) > 1 or len(rows.lengths) == 1:
        return patterns
    (whole,), ends = patterns, list(accumulate(rows.lengths, initial=0))
    return [whole[..., start:end, start:end] for start, end in pairwise(ends)]


def _joined(squares: list[Tensor], *, like: Tensor) -> Tensor:
    """The inverse; zero between images."""
    whole, ends = torch.zeros_like(like), list(accumulate((square.shape[-1] for square in squares), initial=0))
    for square, (start, end) in zip(squares, pairwise(ends), strict=True):
        whole[..., start:end, start:end] = square
    return whole


def _scores(q: Tensor, k: Tensor, mask: Tensor | None, scaling: float, causal: bool) -> Tensor:
    scores = torch.matmul(q, k.transpose(-1, -2)) * scaling
    return (
        scores
        if mask is None and not causal
        else scores + additive(mask, n_queries=q.shape[2], n_keys=k.shape[2], like=q)
    )


def _eager_softmax(dtype: torch.dtype | None, scores: Tensor) -> Tensor:
    return torch.softmax(scores, dim=-1, dtype=dtype).to(scores.dtype)


def _from_other_windows(pattern: Tensor, value: Tensor, rows: Rows, sizes: Sequence[int]) -> Tensor:
    """``[1 packed head d_head]``: what patches read from outside their window, where a hook let them."""
    lengths = torch.tensor(sizes, device=value.device)
    window = rows.unpack(torch.arange(1, len(sizes) + 1, device=value.device).repeat_interleave(lengths))
    queries, keys = window[:, None, :, None], window[:, None, None, :]  # 0 behind the patches of shorter images
    outside = pattern.masked_fill((queries == keys) | (keys == 0), 0.0)
    values = rows.unpack(value[0].transpose(0, 1))
    z = einsum(outside, values, "image head query key, image key head d_head -> image query head d_head")
    return rows.pack(z)[None]


ALL_ATTENTION_FUNCTIONS.register(_KERNEL, _attention)
