"""Norms: all that is known about their arithmetic. Who reads or changes weights around a norm asks it here."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from vlm_lens_native.components.stored import plain_weight
from vlm_lens_native.config import NormConfig
from vlm_lens_native.errors import WeightsError
from vlm_lens_native.hooks import ForwardPass, HookPoint


class Norm(nn.Module):
    """``gain * (x - mean) / scale + bias``, computed in float32; what of it there is, ``NormConfig`` says.

    For a given scale it is linear but for the bias (`linear`), which is how a stream that is a sum passes through it
    as a sum.

    Source: ``LlamaRMSNorm``, ``GemmaRMSNorm`` and ``Cohere2LayerNorm`` in transformers' ``models/*/modeling_*.py``.
    """

    def __init__(self, width: int, cfg: NormConfig) -> None:
        super().__init__()
        self.width, self.cfg = width, cfg
        self.weight = None if cfg.gain == "none" else nn.Parameter(torch.full((width,), self._neutral))
        self.bias = nn.Parameter(torch.zeros(width)) if cfg.bias else None
        self._centres, self._wide = cfg.kind == "layer", cfg.cast == "after_gain"
        self._plain = not self._wide and cfg.gain == "weight" and not cfg.bias

    def forward(self, x: Tensor, run: ForwardPass | None = None) -> Tensor:
        wide = x.to(torch.float32)
        if self._centres:
            wide = wide - wide.mean(-1, keepdim=True)
        mean_square = wide.pow(2).mean(-1, keepdim=True) + self.cfg.eps
        inverse = torch.rsqrt(mean_square) if self.cfg.root == "rsqrt" else torch.pow(mean_square, -0.5)
        if run is None:
            normalized = wide * inverse if self._wide else (wide * inverse).to(x.dtype)
        else:
            normalized = self._told(wide, mean_square, inverse, x.dtype, run)
        if self.weight is None:
            return normalized.to(x.dtype)
        if self._plain:
            return self.weight * normalized
        normalized = normalized * self.gain
        return (normalized if self.bias is None else normalized + self.bias).to(x.dtype)

    def _told(self, wide: Tensor, mean_square: Tensor, inverse: Tensor, dtype: torch.dtype, run: ForwardPass) -> Tensor:
        """The normalised stream, after its hooks, where there are any."""
        return wide * inverse if self._wide else (wide * inverse).to(dtype)

    # --- what others ask -----------------------------------------------------------------------------------------

    @property
    def gain(self) -> Tensor:
        """``[width]``: what the normalised stream is multiplied by."""
        weight = self._learnt.float() if self._wide else self._learnt
        return 1.0 + weight if self.cfg.gain == "one_plus_weight" else weight

    @property
    def constant(self) -> Tensor:
        """``[width]``: what comes out whatever goes in: the bias, or zeros."""
        return torch.zeros_like(self._learnt) if self.bias is None else self.bias

    def scale(self, x: Tensor) -> Tensor:
        """``[... 1]``, float32: what a stream is divided by."""
        return (self._centred(x.float()).pow(2).mean(-1, keepdim=True) + self.cfg.eps).sqrt()

    def linear(self, x: Tensor, scale: Tensor) -> Tensor:
        """What a part of the stream comes out as, where the whole stream has this ``scale``; without the constant.

        Args:
            x: ``[... width]``.
            scale: ``[... 1]``, as ``hook_scale`` and `scale` have it.
        """
        return self._centred(x) / scale.to(x.device) * self.gain.to(x.device)

    def pull_back(self, direction: Tensor, scale: Tensor) -> Tensor:
        """The direction in front of the norm that reads what ``direction`` reads behind it: `linear` transposed."""
        return self._centred(direction * self.gain.to(direction.device)) / scale.to(direction.device)

    def derivative(self, x: Tensor, change: Tensor) -> Tensor:
        """To first order, by how much the output moves if the stream ``x`` moves by ``change``; in float32."""
        wide, change, scale = self._centred(x.float()), self._centred(change.float()), self.scale(x)
        along = (wide * change).mean(-1, keepdim=True) / scale.pow(2)
        return self.linear(change - wide * along, scale)

    def fold_into(self, *readers: nn.Module) -> None:
        """Moves gain and bias into the layers that read this norm, and leaves a neutral norm behind.

        Division by the scale, and taking off the mean, stay: they depend on the stream.

        Raises:
            WeightsError: A reader's weight is offloaded or quantised.
        """
        gain, constant = self.gain.float(), self.constant.float()
        reader: Any
        for reader in readers:
            if not isinstance(reader, nn.Linear):
                reader.take_gain(self._without_constant(gain))
                continue
            weight = plain_weight(reader).float()
            if self.bias is not None:
                reader.bias = _parameter(
                    weight @ constant + (0.0 if reader.bias is None else reader.bias.float()), like=reader.weight
                )
            reader.weight = _parameter(weight * gain, like=reader.weight)
        self.weight = _parameter(torch.full_like(self._learnt, self._neutral), like=self._learnt)
        if self.bias is not None:
            self.bias = _parameter(torch.zeros_like(self.bias), like=self.bias)

    def _without_constant(self, gain: Tensor) -> Tensor:
        if self.bias is not None:
            raise WeightsError(
                "The bias of a norm in front of a mixture of experts can't be folded: use fold_ln=False."
            )
        return gain

    @property
    def _learnt(self) -> Tensor:
        assert self.weight is not None  # nobody asks for the gain of a norm without one
        return self.weight

    @property
    def _neutral(self) -> float:
        """The weight at which the gain is 1."""
        return 0.0 if self.cfg.gain == "one_plus_weight" else 1.0

    def _centred(self, x: Tensor) -> Tensor:
        return x - x.mean(-1, keepdim=True) if self._centres else x

    def extra_repr(self) -> str:
        return f"{self.width}, {self.cfg}"


class HookedNorm(Norm):
    """A norm of the residual stream, or behind a part of a block, with TransformerLens's two hook points.

    Attributes:
        hook_scale: ``[batch pos 1]``, float32: what x is divided by, ``sqrt(mean(x^2) + eps)`` with x less its mean
            where the norm takes it off.
        hook_normalized: ``[batch pos d_model]``: x divided by the scale, before the gain; float32 where the gain is
            applied before the result is cast.
    """

    def __init__(self, width: int, cfg: NormConfig) -> None:
        super().__init__(width, cfg)
        self.hook_scale = HookPoint("batch pos 1")
        self.hook_normalized = HookPoint("batch pos d_model")

    def _told(self, wide: Tensor, mean_square: Tensor, inverse: Tensor, dtype: torch.dtype, run: ForwardPass) -> Tensor:
        if self.hook_scale.wanted(run):
            scale, used = self.hook_scale.tell(mean_square.sqrt(), run)
            if used:  # the ratio is exactly 1 where the hook left the scale as it was
                inverse = inverse * (mean_square.sqrt() / scale)
        return self.hook_normalized(super()._told(wide, mean_square, inverse, dtype, run), run)


def _parameter(value: Tensor, *, like: Tensor) -> nn.Parameter:
    return nn.Parameter(value.to(like.dtype), requires_grad=False)
