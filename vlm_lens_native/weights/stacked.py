"""Weights of all layers as one tensor, which is made only when something needs it whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import torch
from torch import Tensor
from torch.utils._pytree import tree_map_only

from vlm_lens_native.errors import InputError, OutOfRangeError
from vlm_lens_native.indices import is_number, one_index


class StackedWeights(Tensor):
    """The weights of one kind of all layers, ``[layer ...]``, without a copy of them.

    Layers lie apart in memory. ``W[3]`` and ``W[3, head]`` are views of the model's own weight, so writing to them
    changes the model, and so does ``W[3, head] = x``. ``W[1:3]`` and ``W[:, head]`` are StackedWeights again. Shape,
    dtype and device are known without reading more than one layer.

    Everything else (``einsum``, ``W * 2``, ``W.norm()``, ``W.mT``, ``W[:, [0, 2]]``) takes all layers together and
    works on ``W.stack()``, a copy, as if that had been written there: what comes out is a plain tensor, and writing to
    it changes no model. What would write to the copy itself, as ``W.mul_(2)`` and ``out=W``, raises.
    """

    def __new__(cls, name: str, reads: Sequence[Callable[[], Tensor]], *, like: Tensor) -> StackedWeights:
        """Takes a function for each layer that gives its weight, and ``like``, which gives shape, dtype and device."""
        shape, grad = (len(reads), *like.shape), like.requires_grad
        return Tensor._make_wrapper_subclass(cls, shape, dtype=like.dtype, device=like.device, requires_grad=grad)

    def __init__(self, name: str, reads: Sequence[Callable[[], Tensor]], *, like: Tensor) -> None:
        super().__init__()
        self._name, self._reads, self._like = name, list(reads), like

    def stack(self) -> Tensor:
        """A copy of all layers in one tensor, on the first layer's device; gradients flow back to the weights."""
        if not self._reads:
            return self._like.new_empty(self.shape)
        return torch.stack([weight.to(self._like.device) for weight in self])

    def __iter__(self) -> Iterator[Tensor]:
        return (read() for read in self._reads)

    def __getitem__(self, index: Any) -> Any:
        """One layer, as a view, indexed further by what follows; or some layers, indexed each.

        Raises:
            OutOfRangeError: There is no such layer, head, ...
            InputError: The first index is no layer, slice or list of layers.
        """
        layers, rest = self._parse(index)
        if isinstance(layers, int):
            return self._part(self._reads[layers], rest)
        reads = [partial(self._part, self._reads[layer], rest) for layer in layers]
        chosen = StackedWeights(self._name, reads, like=self._part(lambda: self._like, rest))
        return chosen.stack() if any(map(_is_list, rest)) else chosen

    def __setitem__(self, index: Any, value: Any) -> None:
        """Writes into the model's weights.

        Raises:
            InputError: The value does not fit, or the weights are zeros that stand for biases the model does not have.
        """
        part, (layers, rest) = self[index], self._parse(index)
        value = value.stack() if isinstance(value, StackedWeights) else torch.as_tensor(value)
        try:
            value = value.expand(part.shape)
        except RuntimeError as error:
            raise InputError(f"{list(value.shape)} does not fit into {list(part.shape)} of {self._name}.") from error
        if isinstance(layers, int):
            layers, value = [layers], value[None]
        with torch.no_grad():
            for layer, new in zip(layers, value, strict=True):
                weight = self._reads[layer]()
                if weight.is_inference():
                    raise InputError(f"The model has no {self._name}: zeros stand for it, and a write would be lost.")
                weight[rest or ...] = new.to(weight)

    @classmethod
    def __torch_function__(cls, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = kwargs or {}
        if func in _ABOUT:
            return super().__torch_function__(func, types, args, kwargs)
        for target in _written_to(func, args, kwargs):
            if isinstance(target, StackedWeights):
                raise InputError(
                    f"{target._name} of all layers is no tensor in memory; write to the weights by index "
                    f"({target._name}[layer].mul_(2), {target._name}[...] = x), or take {target._name}.stack(), a copy."
                )
        args, kwargs = tree_map_only(StackedWeights, StackedWeights.stack, (args, kwargs))
        return func(*args, **kwargs)

    @classmethod
    def __torch_dispatch__(cls, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        """For what does not come through ``__torch_function__``, as ``torch.tensor(W)``."""
        args, kwargs = tree_map_only(StackedWeights, StackedWeights.stack, (args, kwargs or {}))
        return func(*args, **kwargs)

    def _parse(self, index: Any) -> tuple[int | list[int], tuple[Any, ...]]:
        """An index as its layers and what follows.

        Lists and tensors in the rest belong to each layer alone, where torch would combine them with each other and
        with a list of layers; where that differs, this raises.
        """
        index = index if isinstance(index, tuple) else (index,)
        if index and index[0] is Ellipsis and not any(each is None for each in index):
            index = (*[slice(None)] * (self.ndim - len(index) + 1), *index[1:])
        first, *rest = index or (slice(None),)
        layers = self._layers(first)
        lists = sum(map(_is_list, rest)) + (not isinstance(first, slice) and isinstance(layers, list))
        if isinstance(layers, list) and lists > 1:
            raise InputError(f"Several lists in one index: take {self._name}.stack(), a copy, and index that.")
        return layers, tuple(rest)

    def _layers(self, first: Any) -> int | list[int]:
        if isinstance(first, slice):
            return list(range(len(self))[first])
        try:
            layers = torch.as_tensor(first)
        except (TypeError, ValueError, RuntimeError):
            layers = torch.empty(0, 0)
        if layers.dtype == torch.bool and layers.shape == (len(self),):
            layers = layers.nonzero()[:, 0]
        if layers.ndim > 1 or layers.is_floating_point() or layers.dtype == torch.bool:
            raise InputError(
                f"{self._name} is indexed by layer first (a number, slice or list), got {first!r}; for other indices "
                f"take {self._name}.stack(), a copy."
            )
        for layer in layers.reshape(-1):
            one_index("layer", layer, len(self))
        return layers.tolist()

    def _part(self, read: Callable[[], Tensor], rest: tuple[Any, ...]) -> Tensor:
        try:
            return read()[rest] if rest else read()
        except IndexError as error:
            raise OutOfRangeError(f"{self._name} of one layer is {list(read().shape)}: {error}.") from error

    def __repr__(self) -> str:  # type: ignore[override]
        dtype = str(self.dtype).removeprefix("torch.")
        return f"StackedWeights({self._name} {list(self.shape)}, {dtype} on {self.device})"


_ABOUT = {
    Tensor.shape.__get__,  # type: ignore[attr-defined]
    Tensor.dtype.__get__,  # type: ignore[attr-defined]
    Tensor.device.__get__,  # type: ignore[attr-defined]
    Tensor.ndim.__get__,  # type: ignore[attr-defined]
    Tensor.requires_grad.__get__,  # type: ignore[attr-defined]
    Tensor.size,
    Tensor.dim,
    Tensor.numel,
    Tensor.__len__,
    Tensor.is_floating_point,
}
_OF_MEMORY = {
    Tensor.data.__get__,  # type: ignore[attr-defined]
    Tensor.grad.__get__,  # type: ignore[attr-defined]
    Tensor.data_ptr,
    Tensor.storage,
    Tensor.untyped_storage,
    Tensor.register_hook,
}


def _is_list(index: Any) -> bool:
    """Whether an index is a list or tensor, for which torch copies."""
    return not (index is None or index is Ellipsis or isinstance(index, slice) or is_number(index))


def _written_to(func: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, ...]:
    """Where a torch function writes to, or gives access to, by torch's conventions for names and arguments."""
    name, out = getattr(func, "__name__", ""), kwargs.get("out")
    in_place = name == "__set__" or (name.endswith("_") and not name.endswith("__")) or kwargs.get("inplace")
    if in_place or func in _OF_MEMORY:
        return (*args, *kwargs.values())[:1]
    return out if isinstance(out, tuple) else (out,)
