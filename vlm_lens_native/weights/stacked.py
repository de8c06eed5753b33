"""Weights of all layers, without copying them together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import torch
from torch import Tensor

from ..errors import InputError


class StackedWeights:
    """The weights of one kind of all layers: indexed by layer first, as a stacked tensor would be.

    Layers lie apart in memory, so a tensor of them all would be a copy. This reads one layer at a time: ``W[3]`` and
    ``W[3, head]`` are views of the model's weight, and writing to them changes the model. ``W.stack()`` makes the copy;
    so does handing the whole object to a torch function.
    """

    def __init__(self, name: str, read: Sequence[Callable[[], Tensor]]) -> None:
        self._name, self._read = name, list(read)

    @property
    def shape(self) -> torch.Size:
        """Of the stacked tensor."""
        return torch.Size((len(self._read), *self[0].shape))

    @property
    def ndim(self) -> int:
        """Axes of the stacked tensor."""
        return len(self.shape)

    @property
    def dtype(self) -> torch.dtype:
        """Of the weights."""
        return self[0].dtype

    @property
    def device(self) -> torch.device:
        """Of the first layer."""
        return self[0].device

    def __len__(self) -> int:
        return len(self._read)

    def __iter__(self) -> Iterator[Tensor]:
        return (read() for read in self._read)

    def __getitem__(self, index: Any) -> Any:
        """A view of one layer, indexed further by what follows; or, for a slice or list of layers, those layers."""
        layer, rest = (index[0], index[1:]) if isinstance(index, tuple) else (index, ())
        if isinstance(layer, slice):
            chosen = StackedWeights(self._name, self._read[layer])
        elif isinstance(layer, int):
            return self._layer(layer)[rest] if rest else self._layer(layer)
        elif isinstance(layer, list):
            chosen = StackedWeights(self._name, [self._read[self._checked(one)] for one in layer])
        else:
            raise InputError(f"{self._name} is indexed by layer first; for {layer!r} take {self._name}.stack().")
        if not rest:
            return chosen
        return StackedWeights(self._name, [_Part(read, rest) for read in chosen._read])

    def __setitem__(self, index: Any, value: Tensor | int | float) -> None:
        """Writes into the model's weights."""
        target = self[index]
        targets = [target] if isinstance(target, Tensor) else list(target)
        values = (
            list(value) if len(targets) > 1 and isinstance(value, Tensor) and value.ndim else [value] * len(targets)
        )
        with torch.no_grad():
            for one, new in zip(targets, values, strict=True):
                one[...] = new

    def stack(self) -> Tensor:
        """A copy of all layers in one tensor, on the first layer's device."""
        return torch.stack([weight.to(self.device) for weight in self])

    @classmethod
    def __torch_function__(
        cls, function: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        return function(*map(_stacked, args), **{key: _stacked(value) for key, value in (kwargs or {}).items()})

    def __matmul__(self, other: Any) -> Tensor:
        return self.stack() @ _stacked(other)

    def __rmatmul__(self, other: Tensor) -> Tensor:
        return other @ self.stack()

    def _layer(self, layer: int) -> Tensor:
        return self._read[self._checked(layer)]()

    def _checked(self, layer: int) -> int:
        if not -len(self) <= layer < len(self):
            raise IndexError(f"There is no layer {layer}: {self._name} has {len(self)}.")
        return layer

    def __repr__(self) -> str:
        dtype = str(self.dtype).removeprefix("torch.")
        return f"StackedWeights({self._name} {list(self.shape)}, {dtype} on {self.device})"


class _Part:
    """Reads a part of a layer's weight."""

    def __init__(self, read: Callable[[], Tensor], index: tuple[Any, ...]) -> None:
        self._read, self._index = read, index

    def __call__(self) -> Tensor:
        return self._read()[self._index]


def _stacked(value: Any) -> Any:
    if isinstance(value, StackedWeights):
        return value.stack()
    return type(value)(map(_stacked, value)) if isinstance(value, list | tuple) else value
