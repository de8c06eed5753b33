"""Hook points at the inputs and outputs of HF's modules."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

import torch
from torch import Tensor, nn

from vlm_lens_native.errors import HookError
from vlm_lens_native.families import VisionHooks
from vlm_lens_native.hook_registry import HookRegistry
from vlm_lens_native.hooks import ForwardPass, HookPoint, Layer, laid_out_like
from vlm_lens_native.span import Span
from vlm_lens_native.vision.images import PassImages, Rows

PATCH_MASKS = ("patch_attention_mask", "pixel_attention_mask")
"""HF's names for a mask of each image's own patches: ``[image row column]`` (Idefics, SmolVLM), ``[image patch]``."""
Scale = tuple[nn.Module, str]  # a block, and the name of the parameter by which it multiplies


class VisionSide:
    """What the hook points of one model's vision encoder and adapter share.

    Attributes:
        registry: The model's hook points.
        points: Those added here, in the order in which they were added, which has to be that in which they fire.
        softmax_dtype: In which HF's eager attention takes the softmax; None for that of the scores.
    """

    def __init__(self, registry: HookRegistry, where: VisionHooks) -> None:
        self.registry = registry
        self.points: dict[str, HookPoint] = {}
        self._packed, self._sorts_tokens = where.packed, where.adapter_reads == "patch"
        self._own_patches = where.own_patches
        self.softmax_dtype = torch.float32 if where.softmax_in_float32 else None
        self._images: WeakKeyDictionary[ForwardPass, PassImages] = WeakKeyDictionary()

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_images": None}  # of passes under way; weak references can't be pickled

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state, _images=WeakKeyDictionary())

    def note_images(self, encoder: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """A module hook before an encoder that packs images."""
        run = self.registry.under_way()
        if run is not None and self._packed is not None:
            call = run.features_call | _named(encoder, args, kwargs)
            self._images[run] = PassImages(self._packed, encoder, call, sorts_tokens=self._sorts_tokens)

    def note_padding(self, encoder: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """A module hook before an encoder that takes images as a batch, with a mask of the patches that are theirs."""
        run = self.registry.under_way()
        if run is None:
            return
        call = _named(encoder, args, kwargs)
        given = [None if self._own_patches is None else self._own_patches(call), *map(call.get, PATCH_MASKS)]
        mask = next((each for each in given if each is not None), None)
        if isinstance(mask, Tensor) and not mask.all():
            own = mask.flatten(1).bool()
            run.of_images["patch"] = Span.of_pass(*own.shape, mask=own)

    def rows(self, run: ForwardPass, point: HookPoint) -> Rows | None:
        """Where the rows of packed tensors belong; None for encoders that take images as a batch."""
        axis = point.axes[point.position_axis]
        if self._packed is None or (axis == "patch" and self._own_patches is not None):
            return None
        rows: Rows = getattr(self._images[run], axis)
        run.of_images[axis] = rows.span
        return rows

    def add(self, name: str, axes: str, *, layer: int | None, shared: bool = False) -> HookPoint:
        """A new hook point."""
        point = HookPoint(axes, shared=shared)
        point.name, point.layer = name, None if layer is None else Layer(layer)
        self.points[name] = point
        return point

    def tap_input(
        self,
        *modules: nn.Module,
        name: str,
        axes: str,
        layer: int | None = None,
        n_heads: int | None = None,
        image_axes: int = 1,
    ) -> None:
        """A hook point at the first argument of a module, or of several that never run in one pass.

        Who made that argument may hold it too.
        """
        point = self.add(name, axes, layer=layer, shared=True)
        tap = _Tap(self, (point,), (n_heads,), image_axes=image_axes)
        for module in modules:
            module.register_forward_pre_hook(tap.at_input, with_kwargs=True)

    def tap_output(
        self,
        *modules: nn.Module,
        names: Sequence[str],
        axes: str,
        layer: int | None = None,
        n_heads: Sequence[int | None] = (None,),
        scale: Scale | None = None,
        image_axes: int = 1,
    ) -> None:
        """A hook point at the output of modules as above, or at each of several parts of its last axis, by their heads.

        With a scale, it is at the product with it.
        HF's own hooks, which collect hidden states, come later and hold what the model went on with.
        """
        tap = _Tap(self, tuple(self.add(name, axes, layer=layer) for name in names), n_heads, scale, image_axes)
        for module in modules:
            module.register_forward_hook(tap.at_output, prepend=True)


def _named(module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a module's call by name."""
    names = list(inspect.signature(type(module).forward).parameters)[1:]
    return {**dict(zip(names, args, strict=False)), **kwargs}


@dataclass(eq=False)
class _Tap:
    """Hands a module's input or output through hook points. Not a closure: copies of the model get taps of their own.

    Attributes:
        side: The model's vision side.
        points: One, or several that share the tensor's last axis.
        n_heads: For each point the heads that share its part of the last axis; None where hooks don't see heads.
        scale: By what the block is going to multiply the output: hooks see the product.
        image_axes: How many leading axes count images.
    """

    side: VisionSide
    points: tuple[HookPoint, ...]
    n_heads: Sequence[int | None] = (None,)
    scale: Scale | None = None
    image_axes: int = 1

    def __post_init__(self) -> None:
        self._names = frozenset(point.name for point in self.points)  # asked at every module of every pass

    def at_input(self, module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        run = self._listened()
        if run is None:
            return None
        if args:
            return (self._through(args[0], run), *args[1:]), kwargs
        first = next(iter(kwargs))  # in the order of the call: HF's Mllama calls by names that it has given up
        return args, {**kwargs, first: self._through(kwargs[first], run)}

    def at_output(self, module: nn.Module, args: tuple[Any, ...], output: Any) -> Any:
        run = self._listened()
        if run is None:
            return None
        if isinstance(output, list):  # a tensor for each image
            return list(self._through(torch.cat(output), run).split([len(each) for each in output]))
        return (self._through(output[0], run), *output[1:]) if isinstance(output, tuple) else self._through(output, run)

    def _listened(self) -> ForwardPass | None:
        run = self.side.registry.under_way()
        return None if run is None or self._names.isdisjoint(run.listeners) else run

    def _through(self, x: Any, run: ForwardPass) -> Tensor:
        if not isinstance(x, Tensor):
            raise HookError(
                f"{self.points[0].name} is found by a search of HF's class, and what passes there is a "
                f"{type(x).__name__}, not a tensor; listen elsewhere, or write a wrapper (docs/adding-a-family.md)."
            )
        if self.scale is not None:
            block, name = self.scale
            scales: Any = block.hooked_scales
            x = scales.apply(block, name, x, run)
        if len(self.points) == 1:
            return laid_out_like(x, self._fire(self.points[0], self.n_heads[0], _alone(x), run))
        n_heads = [n or 1 for n in self.n_heads]
        parts = x.split([x.shape[-1] // sum(n_heads) * n for n in n_heads], dim=-1)
        fired = [
            self._fire(point, n, _alone(part), run) if point.wanted(run) else part
            for point, n, part in zip(self.points, n_heads, parts, strict=True)
        ]
        return torch.cat(fired, dim=-1)

    def _fire(self, point: HookPoint, n_heads: int | None, x: Tensor, run: ForwardPass) -> Tensor:
        rows = self.side.rows(run, point)
        x = x if n_heads is None else x.unflatten(-1, (n_heads, -1))
        if rows is None and self.image_axes > 1:
            images = x.flatten(0, self.image_axes - 1).flatten(1, -2)
            x = point(images, run).view(x.shape)
        elif rows is None:
            x = point(x, run)
        else:  # some encoders pack into a batch of one
            packed = x[0] if len(x) == 1 < sum(rows.lengths) else x
            packed = packed.flatten(1, 1 + packed.ndim - len(point.axes) + 1)  # an axis of length 1, behind tokens
            x = rows.pack(point(rows.unpack(packed), run)).view(x.shape)
        return x if n_heads is None else x.flatten(-2)


def _alone(x: Tensor) -> Tensor:
    """The tensor, without what lies beside it in memory: who caches it shall not keep more alive than that."""
    return x if x.untyped_storage().nbytes() == x.numel() * x.element_size() else x.clone()
