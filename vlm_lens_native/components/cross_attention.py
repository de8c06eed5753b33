"""Cross-attention in the place of attention: text reads image features, which are not in the sequence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor, nn
from transformers import Cache, PreTrainedConfig

from vlm_lens_native.components.attention import Attention
from vlm_lens_native.components.mlp import GatedMLP
from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.errors import InputError
from vlm_lens_native.hooks import ForwardPass, HookPoint
from vlm_lens_native.shapes import Residual
from vlm_lens_native.span import PromptSize, Span


@dataclass(frozen=True, kw_only=True, eq=False)
class ImageKeys:
    """What cross-attention layers attend to, and which positions do.

    Attributes:
        features: Image features as the adapter makes them, image by image and tile by tile; None where the KV cache has
            the keys and values that an earlier pass made of them.
        mask: Added to the scores: the dtype's minimum where a position does not see a tile. For a position that sees no
            image it is 0 everywhere, as in HF's model: attention then reads all features.
        sees: 1 where a position sees an image, 0 where it sees none: the MLP behind attention writes nothing there.
    """

    features: Float[Tensor, "batch image_key d_model"] | None
    mask: Float[Tensor, "batch 1 pos image_key"]
    sees: Float[Tensor, "batch pos 1"]

    def part(self, queries: slice) -> ImageKeys:
        """Those of some positions; features belong to the pass in which the sequence begins."""
        features = self.features if queries.start == 0 else None
        return replace(self, features=features, mask=self.mask[:, :, queries], sees=self.sees[:, queries])

    def repeated(self, n: int) -> ImageKeys:
        """Each row ``n`` times, one behind another; of a single row views."""
        if len(self.mask) > 1:
            return self.each(lambda value: value.repeat_interleave(n, dim=0))
        return self.each(lambda value: value.expand(n, *value.shape[1:]))

    def followed_by(self, other: ImageKeys | None) -> ImageKeys:
        """With those of ``other`` for the positions behind these."""
        if other is None:
            return self
        n_own = self.mask.shape[2]
        mask = torch.cat([self.mask, other.mask[:, :, n_own:]], dim=2)
        return replace(self, mask=mask, sees=torch.cat([self.sees, other.sees[:, n_own:]], dim=1))

    def with_token(self) -> ImageKeys:
        """With a position more, which sees what the last one does."""
        mask, sees = self.mask[:, :, -1:], self.sees[:, -1:]
        return replace(self, mask=torch.cat([self.mask, mask], dim=2), sees=torch.cat([self.sees, sees], dim=1))

    def span(self, sequence: Span | None) -> Span:
        """Of the axis of keys, for a pass over a sequence: its keys are all there in each of its prompt's passes."""
        n_rows, _, _, n_keys = self.mask.shape
        of_prompt = None if sequence is None or sequence.prompt is None else sequence.prompt
        prompt = None if of_prompt is None else PromptSize(of_prompt.n_rows, n_keys)
        return Span.of_pass(n_rows, n_keys, prompt=prompt)

    def to(self, device: torch.device) -> ImageKeys:
        """On a device."""
        return self.each(lambda value: value.to(device))

    def each(self, change: Callable[[Tensor], Tensor]) -> ImageKeys:
        """With features, mask and ``sees`` as a function makes them."""
        features = None if self.features is None else change(self.features)
        return ImageKeys(features=features, mask=change(self.mask), sees=change(self.sees))


def has_image_keys(past: Cache | None, layer: int) -> bool:
    """Whether a KV cache holds a cross-attention layer's keys and values."""
    if past is None or layer >= len(past.layers):
        return False
    held: Any = past.layers[layer]
    return bool(held.is_initialized and held.keys is not None and held.keys.numel())


class _Gated(nn.Module):
    """Adds a gate on what a part of a block writes.

    Attributes:
        gate: ``[1]``.
        hook_out: ``[batch pos d_model]``: what is written, before the gate.
        hook_gate: ``[batch pos 1]``: what that is multiplied by.
    """

    def add_gate(self) -> None:
        self.gate = nn.Parameter(torch.zeros(1))
        self.hook_out = HookPoint("batch pos d_model")
        self.hook_gate = HookPoint("batch pos 1")

    def gated(self, out: Residual, run: ForwardPass | None, *, only: Tensor | None = None) -> Residual:
        """What is added to the stream.

        Args:
            out: What the part computes.
            run: The pass.
            only: ``[batch pos 1]``: 0 at positions at which nothing is added.
        """
        out, gate = self.hook_out(out, run), self.gate.tanh()
        gate = gate if only is None else gate * only
        if self.hook_gate.wanted(run):
            gate = self.hook_gate(gate.expand(*out.shape[:2], 1).clone(), run)
        return gate * out


class CrossAttention(_Gated, Attention):
    """One layer's cross-attention. Its hook points are those of `Attention`, with ``image_key`` in the place of keys.

    Attributes:
        hook_k, hook_v: ``[batch image_key kv_head d_head]``: of the features, before k norm. They pass once, with the
            prompt: later steps read the KV cache.
        hook_rot_q, hook_rot_k: queries and keys as they are compared, after q/k norm; nothing rotates.
        hook_mask: ``[batch 1 pos image_key]``, or with ``head``, as `ImageKeys.mask`.
        hook_attn_scores, hook_pattern: ``[batch head pos image_key]``.
        hook_out: ``[batch pos d_model]``: the output, before the gate.
        hook_gate: ``[batch pos 1]``: the gate's ``tanh``, by which it is multiplied.

    Source: ``MllamaTextCrossAttention`` and ``MllamaCrossAttentionDecoderLayer`` in transformers'
    ``models/mllama/modeling_mllama.py``.
    """

    def __init__(self, cfg: DecoderConfig, hf_config: PreTrainedConfig, *, layer: int) -> None:
        own = replace(
            cfg,
            qk_norm="head",
            unrotated_layers=frozenset({layer}),
            gated_attention=False,
            v_norm=False,
            fused_qkv=False,
        )
        super().__init__(own, hf_config, layer=layer)
        self.hook_k = HookPoint("batch image_key kv_head d_head")
        self.hook_v = HookPoint("batch image_key kv_head d_head")
        self.hook_rot_k = HookPoint("batch image_key kv_head d_head")
        self._declare_pattern(cfg, "image_key")
        self.add_gate()

    def forward(  # pyright: ignore[reportIncompatibleMethodOverride]  # a mask is not all that it needs
        self, x: Residual, mask: ImageKeys, angles: object, past: Cache | None, run: ForwardPass | None = None
    ) -> Residual:
        """As `Attention`, with what is attended to in the place of a mask; positions don't count."""
        assert self.q_norm is not None
        assert self.k_norm is not None
        x = self.hook_in(x, run)
        q = self.hook_q(self._heads(self.q_proj(x)), run)
        k = v = None
        if mask.features is not None:
            k, v = self._of_features(mask.features.to(x.device))
            k, v = self.hook_k(k, run), self.hook_v(v, run).transpose(1, 2)
        q = self.hook_rot_q(self.q_norm(q), run).transpose(1, 2)
        if k is not None and v is not None:
            k = self.hook_rot_k(self.k_norm(k), run).transpose(1, 2)
            k, v = (k, v) if past is None else past.update(k, v, self.layer_idx)
        else:
            assert past is not None  # else the layer is left out
            held: Any = past.layers[self.layer_idx]
            k, v = held.keys, held.values
        z = self.hook_z(self._attend(q, k, v, mask.mask.to(q), run), run)
        return self.gated(self.write(z, run), run)

    def _of_features(self, features: Tensor) -> tuple[Tensor, Tensor]:
        """Keys and values ``[batch image_key kv_head d_head]``."""
        assert self.k_proj is not None
        assert self.v_proj is not None
        return self._heads(self.k_proj(features)), self._heads(self.v_proj(features))

    @property
    def readers(self) -> tuple[nn.Linear, ...]:
        """The projections that read the stream; keys and values read image features."""
        return (self.q_proj,)


class CrossMLP(_Gated, GatedMLP):
    """The MLP behind cross-attention: gated, and silent at positions that see no image.

    Attributes:
        hook_out: ``[batch pos d_model]``: the output, before the gate.
        hook_gate: ``[batch pos 1]``: the gate's ``tanh``, or 0 at positions that see no image.
    """

    def __init__(self, cfg: DecoderConfig) -> None:
        super().__init__(cfg)
        self.add_gate()

    def forward(self, x: Residual, run: ForwardPass | None = None, *, keys: ImageKeys | None = None) -> Residual:
        if keys is None:
            raise InputError("An MLP behind cross-attention needs to know which positions see an image: keys=.")
        return self.gated(super().forward(x, run), run, only=keys.sees.to(x))
