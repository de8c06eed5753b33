"""What stands between the residual stream and what a part of a block reads of it."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from vlm_lens_native.components.norm import HookedNorm
from vlm_lens_native.hooks import HookPoint


@dataclass(frozen=True, kw_only=True, eq=False)
class Inlet:
    """The way of the stream into attention, an MLP or the unembedding: through a norm, or as it is.

    Attributes:
        norm: The norm, or None.
        stream: Where the stream that is read has its hook point.
    """

    norm: HookedNorm | None
    stream: HookPoint

    @property
    def needs(self) -> list[str]:
        """Names of the activations that ``scale`` is, below; empty where there is no norm."""
        return [] if self.norm is None else [self.norm.hook_scale.name]

    def linear(self, x: Tensor, scale: Tensor | None) -> Tensor:
        """What a part ``x`` of the stream is read as, without the norm's own constant.

        Args:
            x: ``[... d_model]``.
            scale: ``[... 1]``: the norm's ``hook_scale``; None without a norm.
        """
        return x if self.norm is None or scale is None else self.norm.linear(x, scale)

    def scale(self, x: Tensor) -> Tensor | None:
        """``[... 1]``: what the norm divides a stream by."""
        return None if self.norm is None else self.norm.scale(x)

    def read(self, x: Tensor) -> Tensor:
        """What a whole stream is read as."""
        return x if self.norm is None else self.norm(x)

    def constant(self, like: Tensor) -> Tensor:
        """``[d_model]``: what is read whatever the stream is: the norm's bias, or zeros."""
        return torch.zeros_like(like[..., :1]) if self.norm is None else self.norm.constant.to(like)
