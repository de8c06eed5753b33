"""Rotary position embedding: plain, and M-RoPE with its two layouts."""

from __future__ import annotations

from typing import Any

import torch
from jaxtyping import Float, Int
from torch import Tensor
from transformers import PreTrainedConfig
from transformers.modeling_rope_utils import ROPE_INIT_FUNCTIONS

from vlm_lens_native.config import DecoderConfig, RotaryConfig

Angles = tuple[Float[Tensor, "#batch pos d_head"], Float[Tensor, "#batch pos d_head"]]


class Rotary:
    """Cosines and sines for the positions of a pass, by one of the decoder's rotary embeddings.

    It holds no buffers: the frequencies are recomputed in float32 from the config, so that neither
    ``model.to(torch.bfloat16)`` nor loading on the meta device can touch them.
    """

    def __init__(self, cfg: DecoderConfig, rotary: RotaryConfig) -> None:
        self.cfg, self.rotary = cfg, rotary
        self._frequencies: dict[torch.device, tuple[Tensor, float]] = {}

    def __call__(self, positions: Int[Tensor, "axis #batch pos"], *, like: Tensor) -> Angles:
        """Cosines and sines of the angle of every position and frequency, each ``[batch pos d_head]``.

        Args:
            positions: One row for each axis: 1, or 3 for M-RoPE (time, height, width).
            like: Gives dtype and device of the result; the angles themselves are float32.
        """
        frequencies, scaling = self._scaled_frequencies(positions, like.device)
        angles = positions[..., None].float() * frequencies
        cos, sin = (self._one_axis(wave * scaling) for wave in (angles.cos(), angles.sin()))
        return torch.cat((cos, cos), dim=-1).to(like.dtype), torch.cat((sin, sin), dim=-1).to(like.dtype)

    def _one_axis(self, waves: Float[Tensor, "axis #batch pos half"]) -> Float[Tensor, "#batch pos half"]:
        """Picks, for each frequency, the axis whose position turns it."""
        sections = self.rotary.sections
        if sections is None:
            return waves[0]
        if self.rotary.layout == "sectioned":
            parts = waves.split(sections, dim=-1)
            return torch.cat([part[axis] for axis, part in enumerate(parts)], dim=-1)
        mixed = waves[0].clone()  # interleaved: time, height, width, time, ... while their sections last
        for axis in (1, 2):
            own = slice(axis, sections[axis] * 3, 3)
            mixed[..., own] = waves[axis, ..., own]
        return mixed

    def _scaled_frequencies(self, positions: Tensor, device: torch.device) -> tuple[Tensor, float]:
        if self.rotary.scaling == "dynamic":
            length = positions.max() + 1
            if length > self.cfg.n_ctx:
                # HF's dynamic_rope_update recomputes only while sequences grow, and so depends on what ran before;
                # this depends on the sequence alone and agrees with it on a fresh model.
                frequencies, scaling = _frequencies(self.cfg, self.rotary, length)
                return frequencies.to(device), scaling
        if device not in self._frequencies:
            frequencies, scaling = _frequencies(self.cfg, self.rotary, None)
            self._frequencies[device] = (frequencies.to(device), scaling)
        return self._frequencies[device]


def _frequencies(cfg: DecoderConfig, rotary: RotaryConfig, length: Tensor | None) -> tuple[Tensor, float]:
    """The ``d_head / 2`` frequencies in float32, and the factor on cosines and sines."""
    if rotary.scaling == "default":
        exponents = torch.arange(0, cfg.d_head, 2, dtype=torch.float) / cfg.d_head
        return 1.0 / (rotary.theta**exponents), 1.0
    settings: dict[str, Any] = {
        "rope_parameters": {**rotary.scaling_parameters, "rope_type": rotary.scaling, "rope_theta": rotary.theta},
        "head_dim": cfg.d_head,
        "hidden_size": cfg.d_model,
        "num_attention_heads": cfg.n_heads,
        "max_position_embeddings": cfg.n_ctx,
    }
    hf_config = PreTrainedConfig(**settings)
    return ROPE_INIT_FUNCTIONS[rotary.scaling](hf_config, torch.device("cpu"), seq_len=length)


def rotate(
    x: Float[Tensor, "batch heads pos d_head"], cos: Float[Tensor, "#batch 1 pos d_head"], sin: Tensor
) -> Float[Tensor, "batch heads pos d_head"]:
    """Turns each pair ``(x[i], x[i + d_head / 2])`` by its angle.

    Source: ``apply_rotary_pos_emb`` in transformers' ``models/llama/modeling_llama.py``.
    """
    first, second = x.chunk(2, dim=-1)
    return x * cos + torch.cat((-second, first), dim=-1) * sin
