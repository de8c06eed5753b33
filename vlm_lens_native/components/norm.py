"""RMSNorm, in the order of casts that HF's Llama and Qwen models use."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from ..hooks import ForwardPass, HookPoint


class RMSNorm(nn.Module):
    """``weight * x / sqrt(mean(x^2) + eps)``: normalised in float32, cast back, then multiplied by the weight.

    Source: ``LlamaRMSNorm`` in transformers' ``models/llama/modeling_llama.py``.
    """

    def __init__(self, width: int, *, eps: float) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        self.eps = eps

    def forward(self, x: Tensor) -> Tensor:
        wide = x.to(torch.float32)
        inverse = torch.rsqrt(wide.pow(2).mean(-1, keepdim=True) + self.eps)
        return self.weight * (wide * inverse).to(x.dtype)

    def extra_repr(self) -> str:
        return f"{len(self.weight)}, eps={self.eps}"


class HookedRMSNorm(RMSNorm):
    """An RMSNorm of the residual stream, with TransformerLens's two hook points.

    Attributes:
        hook_scale: ``[batch pos 1]``, float32: ``sqrt(mean(x^2) + eps)``, what x is divided by.
        hook_normalized: ``[batch pos d_model]``: x divided by the scale, before the weight.
    """

    def __init__(self, width: int, *, eps: float) -> None:
        super().__init__(width, eps=eps)
        self.hook_scale = HookPoint()
        self.hook_normalized = HookPoint()

    def forward(self, x: Tensor, run: ForwardPass | None = None) -> Tensor:
        if run is None:
            return super().forward(x)
        wide = x.to(torch.float32)
        mean_square = wide.pow(2).mean(-1, keepdim=True) + self.eps
        inverse = torch.rsqrt(mean_square)
        if self.hook_scale.wanted(run):
            scale, used = self.hook_scale.tell(mean_square.sqrt(), run)
            if used:  # the ratio is exactly 1 where the hook left the scale as it was
                inverse = inverse * (mean_square.sqrt() / scale)
        return self.weight * self.hook_normalized((wide * inverse).to(x.dtype), run)
