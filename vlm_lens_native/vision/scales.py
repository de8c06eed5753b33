"""Parameters by which a block multiplies what it adds to the stream (InternVL's layer scale, Mllama's gates).

HF multiplies within the block's ``forward``, behind the attention and the MLP that hooks are put on. A hook has to see
the product, which is what is added. So the product is made at the hook point, and the block, which then multiplies once
more, finds what multiplies by 1 in the place of its parameter for the rest of that run. Nothing changes where nobody
listens.
"""

from __future__ import annotations

from functools import cache, partial
from typing import Any
from weakref import WeakKeyDictionary

import torch
from torch import Tensor, nn

from vlm_lens_native.hook_registry import HookRegistry
from vlm_lens_native.hooks import ForwardPass


class BlockScales:
    """The scales of one block, and which of them were applied at hook points in the passes under way.

    Args:
        block: HF's block, which gets a subclass of its class that asks here.
        names: Its parameters.
        registry: The model's hook points.
        by_tanh: Whether it multiplies by their ``tanh``.
    """

    def __init__(
        self, block: nn.Module, names: tuple[str, ...], registry: HookRegistry, *, by_tanh: bool = False
    ) -> None:
        self._registry, self._by_tanh = registry, by_tanh
        self._applied: WeakKeyDictionary[ForwardPass, set[str]] = WeakKeyDictionary()
        block.hooked_scales = self  # type: ignore[assignment]
        block.__class__ = _scaled(type(block), names)
        block.register_forward_pre_hook(self._begin)

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_applied": None}  # of passes under way; weak references can't be pickled

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state, _applied=WeakKeyDictionary())

    def _begin(self, block: nn.Module, args: tuple[Any, ...]) -> None:
        run = self._registry.under_way()
        if run is not None:
            self._applied.pop(run, None)

    def apply(self, block: nn.Module, name: str, x: Tensor, run: ForwardPass) -> Tensor:
        """The product, which the block won't make again in this run."""
        self._applied.setdefault(run, set()).add(name)
        scale: Any = block._parameters[name]
        return (scale.tanh() if self._by_tanh else scale) * x

    def read(self, block: nn.Module, name: str) -> Any:
        """What the block finds under the parameter's name."""
        run = self._registry.under_way()
        applied = () if run is None else self._applied.get(run, ())
        scale: Any = block._parameters[name]
        if name not in applied:
            return scale
        return torch.full_like(scale, torch.inf) if self._by_tanh else 1.0  # tanh(inf) is 1


@cache
def _scaled(plain: type[nn.Module], names: tuple[str, ...]) -> type[nn.Module]:
    def read(name: str, block: Any) -> Any:
        return block.hooked_scales.read(block, name)

    def reduced(block: nn.Module) -> Any:
        return _empty, (plain, names), block.__dict__  # pickle finds HF's class only

    members = {name: property(partial(read, name)) for name in names}
    own = {"__module__": plain.__module__, "__qualname__": plain.__qualname__, "__reduce__": reduced}
    return type(plain.__name__, (plain,), {**members, **own})


def _empty(plain: type[nn.Module], names: tuple[str, ...]) -> nn.Module:
    return object.__new__(_scaled(plain, names))
