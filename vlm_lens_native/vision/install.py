"""Which of HF's modules have which hook points."""

from __future__ import annotations

import copyreg
import inspect
from collections.abc import Callable, Sequence
from functools import cache, wraps
from typing import Any

from torch import nn
from transformers import PreTrainedModel

from vlm_lens_native.families import Family, VisionHooks
from vlm_lens_native.hook_registry import HookRegistry
from vlm_lens_native.vision.pattern import PatternConfig
from vlm_lens_native.vision.scales import BlockScales
from vlm_lens_native.vision.taps import PATCH_MASKS, VisionSide


def install_vision_hooks(host: PreTrainedModel, family: Family) -> None:
    """Gives a loaded model the hook points of its vision encoder and adapter, which come before the decoder's."""
    registry: HookRegistry = host.get_submodule(family.language_model).hooks  # type: ignore[assignment]
    where = family.vision
    if isinstance(where, str):
        registry.why_not |= dict.fromkeys(("vision.*", "adapter.*"), where)
        return
    side = VisionSide(registry, where)
    encoder = host.get_submodule(where.encoder)
    if where.packed is not None:
        encoder.register_forward_pre_hook(side.note_images, with_kwargs=True)
    masks = {*PATCH_MASKS} & {*inspect.signature(type(encoder).forward).parameters}
    if where.own_patches is not None or (where.packed is None and masks):
        encoder.register_forward_pre_hook(side.note_padding, with_kwargs=True)
    stacks = (where.blocks,) if isinstance(where.blocks, str) else where.blocks
    blocks: list[nn.Module] = [block for path in stacks for block in encoder.get_submodule(path).children()]
    for layer, block in enumerate(blocks[: where.n_blocks]):
        _tap_block(side, where, block, layer)
        for number, (path, source) in enumerate(where.deepstack):
            if source == layer:
                modules = [host.get_submodule(each) for each in ((path,) if isinstance(path, str) else path)]
                _tap_adapter(side, modules, modules, f"adapter.deepstack.{number}", reads=where.deepstack_reads)
    if where.no_adapter:
        registry.why_not["adapter.*"] = where.no_adapter
    else:
        ends = (where.adapter,) * 2 if isinstance(where.adapter, str) else where.adapter
        first, last = ([host.get_submodule(path)] for path in ends)
        _tap_adapter(side, first, last, "adapter", reads=where.adapter_reads, image_axes=where.adapter_axes)
    registry.own = {**side.points, **registry.own}
    registry.why_not |= _why_not(where, n_blocks=len(blocks))


def _tap_block(side: VisionSide, where: VisionHooks, block: nn.Module, layer: int) -> None:
    """The hook points of a block, in the order in which they fire."""
    prefix = f"vision.blocks.{layer}"
    attention: Any = block.get_submodule(where.attention)
    n_heads = where.n_heads or attention.num_heads
    of_qkv = (n_heads, *[where.n_kv_heads or n_heads] * 2)
    is_merged = where.merges_behind is not None and layer > where.merges_behind
    place = "merged" if is_merged else "patch"
    stream, by_head = f"image {place} d_vision", f"image {place} head d_head"
    scales = [name if name in block._parameters else None for name in where.scales]
    attn_scale, mlp_scale = ((block, name) if name else None for name in scales)
    if any(scales):
        BlockScales(block, tuple(name for name in scales if name), side.registry, by_tanh=where.scales_by == "tanh")
    side.tap_input(block, name=f"{prefix}.hook_resid_pre", axes=stream, layer=layer)
    names = [f"{prefix}.attn.hook_{part}" for part in "qkv"]
    per_module = len(names) // len(where.qkv)
    for number, projection in enumerate(where.qkv):
        here = names[number * per_module : (number + 1) * per_module]
        own = of_qkv[number * per_module : (number + 1) * per_module]
        side.tap_output(attention.get_submodule(projection), names=here, axes=by_head, layer=layer, n_heads=own)
    if where.no_pattern:
        side.registry.why_not[f"{prefix}.attn.hook_pattern"] = where.no_pattern
    else:
        pattern = side.add(f"{prefix}.attn.hook_pattern", f"image head {place} key_{place}", layer=layer)
        attention.config = PatternConfig(attention.config, side, pattern)
    out = attention.get_submodule(where.out)
    side.tap_input(out, name=f"{prefix}.attn.hook_z", axes=by_head, layer=layer, n_heads=n_heads)
    added = (where.attention, where.mlp) if where.post_norms is None else where.post_norms
    attn_out, mlp_out = map(block.get_submodule, added)
    side.tap_output(attn_out, names=(f"{prefix}.hook_attn_out",), axes=stream, layer=layer, scale=attn_scale)
    side.tap_output(mlp_out, names=(f"{prefix}.hook_mlp_out",), axes=stream, layer=layer, scale=mlp_scale)
    side.tap_output(block, names=(f"{prefix}.hook_resid_post",), axes=stream, layer=layer)


def _tap_adapter(
    side: VisionSide,
    first: Sequence[nn.Module],
    last: Sequence[nn.Module],
    prefix: str,
    *,
    reads: str = "patch",
    image_axes: int = 1,
) -> None:
    """The hook points of an adapter: at the input of its first part, and at the output of its last.

    Of several modules each, a pass runs one.
    """
    side.tap_input(*first, name=f"{prefix}.hook_in", axes=f"image {reads} d_vision", image_axes=image_axes)
    side.tap_output(*last, names=(f"{prefix}.hook_out",), axes="image token d_model", image_axes=image_axes)


def _why_not(where: VisionHooks, *, n_blocks: int) -> dict[str, str]:
    read = f"after block {where.n_blocks - 1}" if where.n_blocks else "before block 0"
    reason = f"no block behind it reaches the language model, which takes the stream {read}."
    return {f"vision.blocks.{layer}.*": reason for layer in range(where.n_blocks, n_blocks)}


_PASSES = ("forward", "get_image_features", "get_video_features")


def run_in_passes(base_model: nn.Module, registry: HookRegistry) -> None:
    """Makes HF's wrapper around vision encoder and decoder run as one pass of hooks; likewise its vision encoder alone.

    The wrapper gets a subclass of its class, so that a pass ends whatever ends it, and within what accelerate wraps
    around ``forward``. To HF's loader it is no class of its own, whose renames it would apply to our names as well: the
    family has them already.
    """
    base_model.hook_registry = registry  # type: ignore[assignment]
    base_model.__class__ = _passing(type(base_model))


@cache
def _passing(plain: type[nn.Module]) -> type[nn.Module]:
    methods = {name: _as_pass(getattr(plain, name)) for name in _PASSES if hasattr(plain, name)}
    name = {"__module__": plain.__module__, "__qualname__": plain.__qualname__}  # HF looks classes up by it
    own = {"__reduce__": _reduced, "is_custom_code": classmethod(lambda cls: True)}
    return type(plain.__name__, (plain,), {**methods, **name, **own})


def _reduced(base_model: nn.Module) -> Any:
    plain: Any = type(base_model).__mro__[1]  # pickle finds HF's class only
    if "__reduce__" in vars(plain):  # the host itself, where HF's class has no model within it
        make, args, state = plain.__reduce__(base_model)
        return _empty, (make, *args), state
    return _empty, (copyreg.__newobj__, plain), base_model.__dict__  # type: ignore[attr-defined]


def _empty(make: Callable[..., nn.Module], *args: Any) -> nn.Module:
    made = make(*args)
    made.__class__ = _passing(type(made))
    return made


def _as_pass(method: Callable[..., Any]) -> Callable[..., Any]:
    signature = inspect.signature(method)

    @wraps(method)
    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        if method.__name__ != "forward" and self.hook_registry.is_running:
            kwargs.pop("output_attentions", None)  # are the decoder's; HF's encoders, on sdpa, say that they have none
        with self.hook_registry.whole_pass() as run:
            if run is not None and method.__name__ != "forward":
                run.features_call = dict(signature.bind(self, *args, **kwargs).arguments)
            return method(self, *args, **kwargs)

    return call
