"""Hook points of HF's vision encoder and adapter, put on HF's own modules.

The modules stay as HF made them. Each gets PyTorch hooks that return at once when nobody listens; otherwise they show
the activation in a shape that is the same for every tower, and put back what came of it.

Towers come in two kinds. Most compute ``[image patch d]``. A packed tower (Qwen-VL) strings the patches of all images
together, and may keep them in an order of its own; ``Packing`` turns that into images and back.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from transformers import PreTrainedModel
from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS

from .families import VisionHooks
from .hooks import ForwardPass, HookPoint, HookRegistry

# Looked up by the attention modules below while someone listens to their pattern. The "flash" in it makes HF's packed
# towers hand over all images in one call, with their lengths, as they do for flash attention
# (``is_flash_attention_requested`` in transformers 5.23's ``utils/generic.py``).
_WATCHED = "vlm_lens_native_watched_like_flash"


def install_vision_hooks(host: PreTrainedModel, registry: HookRegistry, vision: VisionHooks) -> None:
    """Puts hook points on the vision encoder and adapter of a host, in front of the decoder's in the registry."""
    base: Any = host.base_model
    base.register_forward_pre_hook(lambda *_: registry.enter(), prepend=True)
    base.register_forward_hook(lambda *_: registry.leave(), always_call=True)
    tower = _Tower(registry, vision)
    if vision.packed is not None:
        module = host.get_submodule(vision.packed)
        module.register_forward_pre_hook(tower.begin, with_kwargs=True)
        module.register_forward_hook(tower.end, always_call=True)
    points: list[HookPoint] = []
    blocks = list(host.get_submodule(vision.blocks).children())
    for number, block in enumerate(blocks[: vision.n_blocks]):
        points += tower.hook_block(block, number)
        for nth, source in enumerate(vision.deepstack_blocks):
            if source == number:
                adapter = host.get_submodule(f"{vision.deepstack}.{nth}")
                points += tower.hook_adapter(adapter, f"adapter.deepstack.{nth}")
    points += tower.hook_adapter(host.get_submodule(vision.adapter), "adapter")
    registry.add_before({point.name: point for point in points})
    registry.why_not |= vision.why_not


@dataclass(frozen=True)
class Packing:
    """Where the patches of each image are in a packed tower.

    Attributes:
        rows: ``[image patch]``: the tower's row of each patch, in the processor's order; any row where there is none.
        there: ``[image patch]``: False where an image is smaller than the largest.
        places: ``[row]``: for each row of the tower, its place in ``rows.flatten()``.
    """

    rows: Tensor
    there: Tensor
    places: Tensor

    @classmethod
    def of(cls, lengths: Sequence[int], order: Tensor) -> Packing:
        """Packing of images of so many patches each, kept in ``order`` (for each row of the tower, its patch)."""
        n_images, longest = len(lengths), max(lengths)
        there = torch.arange(longest) < torch.tensor(lengths)[:, None]
        rows = torch.zeros(n_images, longest, dtype=torch.long)
        rows[there] = order.cpu().argsort()
        places = torch.arange(n_images * longest)[there.flatten()][order.cpu()]
        return cls(rows.to(order.device), there.to(order.device), places.to(order.device))

    def unpacked(self, x: Tensor) -> Tensor:
        """``[row ...]`` as ``[image patch ...]``, zero where there is no patch; a copy."""
        there = self.there.view(*self.there.shape, *(1,) * (x.ndim - 1))
        return x[self.rows].masked_fill(~there, 0)

    def packed(self, x: Tensor) -> Tensor:
        """``[image patch ...]`` as ``[row ...]``."""
        return x.flatten(0, 1)[self.places]


_packings: ContextVar[tuple[tuple[Packing, Packing] | None, ...]] = ContextVar("packings", default=())


class _Tower:
    """Makes the hook points of one vision encoder and its adapters."""

    def __init__(self, registry: HookRegistry, vision: VisionHooks) -> None:
        self._registry, self._vision = registry, vision

    # --- packed towers ---------------------------------------------------------------------------------------------

    def begin(self, module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """Works out the packing, of patches and of merged tokens, if anybody listens."""
        packings = None
        if self._registry.under_way() is not None:
            grid = kwargs["grid_thw"] if "grid_thw" in kwargs else args[1]
            lengths = [h * w for t, h, w in grid.tolist() for _ in range(t)]
            merged = self._vision.patches_per_token
            order = torch.arange(sum(lengths) // merged, device=grid.device)
            if self._vision.token_order is not None:
                order = self._vision.token_order(module, grid).to(grid.device)
            of_patches = (order[:, None] * merged + torch.arange(merged, device=grid.device)).flatten()
            packings = Packing.of(lengths, of_patches), Packing.of([n // merged for n in lengths], order)
        _packings.set((*_packings.get(), packings))

    def end(self, *_: Any) -> None:
        """Forgets the packing."""
        _packings.set(_packings.get()[:-1])

    def _packing(self, *, tokens: bool = False) -> Packing | None:
        if self._vision.packed is None:
            return None
        packings = _packings.get()[-1]
        assert packings is not None
        return packings[tokens]

    # --- hook points -----------------------------------------------------------------------------------------------

    def hook_block(self, block: nn.Module, number: int) -> list[HookPoint]:
        """The points of one block, in the order in which they fire."""
        vision, name = self._vision, f"vision.blocks.{number}"
        attention: Any = block.get_submodule(vision.attn)
        mlp = block.get_submodule(vision.mlp)
        n_heads = attention.num_heads
        before, after = _point(f"{name}.hook_resid_pre", number, shared=True), _point(f"{name}.hook_resid_post", number)
        attn_out, mlp_out = (_point(f"{name}.hook_{part}_out", number) for part in ("attn", "mlp"))
        qkv = [_point(f"{name}.attn.hook_{part}", number) for part in "qkv"]
        pattern, z = (_point(f"{name}.attn.hook_{part}", number) for part in ("pattern", "z"))
        self._on_input(block, before)
        for projection, points in zip(vision.qkv, [qkv] if len(vision.qkv) == 1 else [[p] for p in qkv], strict=True):
            self._on_output(attention.get_submodule(projection), *points, n_heads=n_heads)
        attention.config = _WatchedConfig(attention.config, lambda: pattern.wanted(self._registry.under_way()))
        attention.watch_pattern = lambda *args, **kwargs: self._attend(pattern, *args, **kwargs)
        self._on_input(attention.get_submodule(vision.out), z, n_heads=n_heads)
        self._on_output(attention, attn_out)
        self._on_output(mlp, mlp_out)
        self._on_output(block, after)
        return [before, *qkv, pattern, z, attn_out, mlp_out, after]

    def hook_adapter(self, adapter: nn.Module, name: str) -> list[HookPoint]:
        """The points of a projector, merger or connector."""
        given, result = _point(f"{name}.hook_in", None, shared=True), _point(f"{name}.hook_out", None)
        self._on_input(adapter, given)
        self._on_output(adapter, result, tokens=True)
        return [given, result]

    def _on_input(self, module: nn.Module, point: HookPoint, *, n_heads: int | None = None) -> None:
        def show(_: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
            run = self._registry.under_way()
            if run is None or not point.wanted(run):
                return None
            key = None if args else next(iter(kwargs))
            x = self._shown(args[0] if key is None else kwargs[key], [point], run, n_heads)
            return ((x, *args[1:]), kwargs) if key is None else (args, {**kwargs, key: x})

        module.register_forward_pre_hook(show, with_kwargs=True)

    def _on_output(
        self, module: nn.Module, *points: HookPoint, n_heads: int | None = None, tokens: bool = False
    ) -> None:
        def show(_: nn.Module, __: Any, output: Any) -> Any:
            run = self._registry.under_way()
            if run is None or not any(point.wanted(run) for point in points):
                return None
            if isinstance(output, tuple):
                return (self._shown(output[0], points, run, n_heads, tokens=tokens), *output[1:])
            return self._shown(output, points, run, n_heads, tokens=tokens)

        module.register_forward_hook(show)  # HF's own, which collect outputs, come at the first call, so behind it

    def _shown(
        self, x: Tensor, points: Sequence[HookPoint], run: ForwardPass, n_heads: int | None, *, tokens: bool = False
    ) -> Tensor:
        """What the tower goes on with after hooks have seen ``x``: one part of it for each point, side by side."""
        packing, touched, results = self._packing(tokens=tokens), False, []
        for part, point in zip(x.chunk(len(points), dim=-1), points, strict=True):
            shown = part if packing is None else packing.unpacked(part)
            if shown.numel() * shown.element_size() < shown.untyped_storage().nbytes():
                shown = shown.clone()  # a cache shall not hold more than it shows
            if n_heads is not None:
                shown = shown.unflatten(-1, (n_heads, -1))
            shown, used = point.tell(shown, run)
            if used or not run.only_reads(point):
                touched = True
                shown = shown if n_heads is None else shown.flatten(-2)
                part = shown if packing is None else packing.packed(shown)
            results.append(part)
        if not touched:
            return x
        return results[0] if len(results) == 1 else torch.cat(results, dim=-1)

    # --- pattern ---------------------------------------------------------------------------------------------------

    def _attend(
        self,
        point: HookPoint,
        module: nn.Module,
        q: Tensor,
        k: Tensor,
        v: Tensor,
        attention_mask: Tensor | None,
        *,
        scaling: float,
        cu_seq_lens_q: Tensor | None = None,
        **others: Any,
    ) -> tuple[Tensor, Tensor | None]:
        """HF's attention, with the pattern shown; z comes from the pattern if a hook changed it."""
        run, packing = self._registry.under_way(), self._packing()
        assert run is not None
        if packing is None or cu_seq_lens_q is None:
            pattern = _softmax(q @ k.transpose(2, 3) * scaling, attention_mask)
            pattern, used = point.tell(pattern, run)
            if used:
                return (pattern @ v).transpose(1, 2).contiguous(), pattern
            return _original(module)(module, q, k, v, attention_mask, scaling=scaling, **others)
        by_image = [packing.unpacked(x[0].transpose(0, 1)).transpose(1, 2) for x in (q, k, v)]
        lengths = cu_seq_lens_q.diff()
        chunk = torch.arange(len(lengths), device=q.device).repeat_interleave(lengths)
        of_patch = packing.unpacked(chunk + 1)[:, None]  # 0 where there is no patch
        together = (of_patch[..., None] == of_patch[..., None, :]) & (of_patch[..., None] > 0)
        pattern = _softmax(by_image[0] @ by_image[1].transpose(2, 3) * scaling, together)
        pattern, used = point.tell(pattern, run)
        if used:
            return packing.packed((pattern @ by_image[2]).transpose(1, 2))[None], None
        wanted = {key: value for key, value in others.items() if not key.startswith(("cu_seq", "max_length"))}
        chunks = zip(*(x.split(lengths.tolist(), dim=2) for x in (q, k, v)), strict=True)
        outs = [_original(module)(module, *chunk, attention_mask, scaling=scaling, **wanted)[0] for chunk in chunks]
        return torch.cat(outs, dim=1), None


def _point(name: str, layer: int | None, *, shared: bool = False) -> HookPoint:
    point = HookPoint(shared=shared, query_axis=None)
    point.name, point.layer = name, layer
    return point


class _WatchedConfig:
    """Stands before HF's config of an attention module, and names our attention function while its pattern is wanted.

    HF's config and the user's choice of an implementation are never touched, and other threads don't notice.
    """

    def __init__(self, config: Any, wanted: Callable[[], bool]) -> None:
        self._config, self._wanted = config, wanted

    def __getattr__(self, name: str) -> Any:
        if name in ("_config", "_wanted"):  # while it is being copied
            raise AttributeError(name)
        return getattr(self._config, name)

    @property
    def _attn_implementation(self) -> str:
        return _WATCHED if self._wanted() else self._config._attn_implementation

    @property
    def implementation(self) -> str:
        """The user's choice."""
        return self._config._attn_implementation


def _watched(module: Any, *args: Any, **kwargs: Any) -> tuple[Tensor, Tensor | None]:
    return module.watch_pattern(module, *args, **kwargs)


ALL_ATTENTION_FUNCTIONS.register(_WATCHED, _watched)


def _original(module: Any) -> Callable[..., tuple[Tensor, Tensor | None]]:
    """The attention function that HF would have called."""
    eager = sys.modules[type(module).__module__].eager_attention_forward
    return ALL_ATTENTION_FUNCTIONS.get_interface(module.config.implementation, eager)


def _softmax(scores: Tensor, mask: Tensor | None) -> Tensor:
    """The softmax of HF's eager attention, in which closed keys get exactly nothing, and rows without keys are zero."""
    if mask is None:
        return torch.softmax(scores, dim=-1, dtype=torch.float32).to(scores.dtype)
    closed = ~mask if mask.dtype == torch.bool else mask <= torch.finfo(mask.dtype).min / 2
    scores = scores if mask.dtype == torch.bool else scores + mask
    pattern = torch.softmax(scores.masked_fill(closed, float("-inf")), dim=-1, dtype=torch.float32)
    return pattern.masked_fill(closed.all(-1, keepdim=True), 0.0).to(scores.dtype)
