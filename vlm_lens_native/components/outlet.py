"""What stands between what a part of a block computes and what is added to the residual stream."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor

from vlm_lens_native.components.norm import HookedNorm
from vlm_lens_native.hooks import HookPoint


@dataclass(frozen=True, kw_only=True, eq=False)
class Outlet:
    """The way of attention's or an MLP's output into the stream: through a norm, a gate, times a factor; mostly none.

    A sum of writes, of heads or neurons, arrives as a sum, at the scale that the norm had for the whole.

    Attributes:
        norm: The norm behind the part, or None.
        factor: What comes out of it is multiplied by.
        gate: Where the number by which it is multiplied has its hook point, where a gate stands in a norm's place.
    """

    norm: HookedNorm | None
    factor: float
    gate: HookPoint | None = None

    @property
    def needs(self) -> list[str]:
        """Names of the activations that ``scale`` is, below; empty where there is neither norm nor gate."""
        if self.gate is not None:
            return [self.gate.name]
        return [] if self.norm is None else [self.norm.hook_scale.name]

    def linear(self, x: Tensor, scale: Tensor | None) -> Tensor:
        """What is added to the stream for a part ``x`` of the output, without the norm's own constant.

        Args:
            x: ``[... d_model]``.
            scale: ``[... 1]``: the cached ``hook_scale`` of the norm, or what the gate multiplies by; None without.
        """
        if self.gate is not None and scale is not None:
            return x * scale.to(x)
        through = x if self.norm is None or scale is None else self.norm.linear(x, scale)
        return through if self.factor == 1 else through * self.factor

    def pull_back(self, direction: Tensor, scale: Tensor | None) -> Tensor:
        """The direction of the output that is what ``direction`` is in the stream: `linear` transposed."""
        if self.gate is not None and scale is not None:
            return direction * scale.to(direction)
        back = direction if self.norm is None or scale is None else self.norm.pull_back(direction, scale)
        return back if self.factor == 1 else back * self.factor

    def derivative(self, x: Tensor | None, change: Tensor) -> Tensor:
        """To first order, by how much the stream moves if the output ``x`` moves by ``change``.

        Where there is a gate, ``x`` is what it multiplies by.
        """
        if self.gate is not None and x is not None:
            return change * x.to(change)
        moved = change if self.norm is None or x is None else self.norm.derivative(x, change)
        return moved if self.factor == 1 else moved * self.factor

    @property
    def constant(self) -> Tensor | None:
        """``[d_model]``: what the norm adds to the stream whatever it gets; None if nothing."""
        return None if self.norm is None or self.norm.bias is None else self.norm.bias * self.factor
