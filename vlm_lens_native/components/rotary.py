"""Rotary position embedding: plain, and M-RoPE with its two layouts; of whole heads or of a part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

import torch
from jaxtyping import Float, Int
from torch import Tensor
from transformers import PreTrainedConfig
from transformers.modeling_rope_utils import ROPE_INIT_FUNCTIONS

from vlm_lens_native.config import DecoderConfig, RotaryConfig

Rotation = Callable[[Tensor, Tensor, Tensor], Tensor]
"""Turns ``[batch heads pos d_head]`` by cosines and sines ``[batch 1 pos d_rotary]``."""


class Angles(NamedTuple):
    """How far the positions of a pass turn queries and keys.

    Attributes:
        cos, sin: Cosine and sine of the angle of every entry that rotates, or of every pair that is a complex number;
            None where nothing does.
        query_scale: Factor on queries, once they are turned; None without.
    """

    cos: Float[Tensor, "#batch pos d_rotary"] | None = None
    sin: Float[Tensor, "#batch pos d_rotary"] | None = None
    query_scale: Float[Tensor, "#batch 1 pos 1"] | None = None

    def turn(self, x: Float[Tensor, "batch heads pos d_head"], rotate: Rotation) -> Float[Tensor, "batch heads pos d"]:
        """Turns queries or keys; leaves them as they are where nothing rotates."""
        if self.cos is None or self.sin is None:
            return x
        return rotate(x, self.cos.unsqueeze(1), self.sin.unsqueeze(1))


class Rotary:
    """Cosines and sines for the positions of a pass, by one of the decoder's rotary embeddings.

    It holds no buffers: the frequencies are recomputed in float32 from the config, so that neither
    ``model.to(torch.bfloat16)`` nor loading on the meta device can touch them.
    """

    def __init__(self, cfg: DecoderConfig, rotary: RotaryConfig) -> None:
        self.cfg, self.rotary = cfg, rotary
        self._frequencies: dict[tuple[torch.device, bool], tuple[Tensor, float]] = {}

    def __call__(
        self,
        positions: Int[Tensor, "axis #batch pos"] | Float[Tensor, "axis #batch pos"],
        *,
        like: Tensor,
        length: int | None = None,
    ) -> Angles:
        """Cosines and sines of the angle of every position and frequency, each ``[batch pos d_rotary]``.

        Args:
            positions: One row for each axis: 1, or 3 for M-RoPE (time, height, width).
            like: Gives dtype and device of the result; the angles themselves are float32, and so stay their waves where
                they are not rounded.
            length: One more than the largest position that counts, where frequencies depend on it; None takes that of
                these.
        """
        frequencies, scaling = self._scaled_frequencies(positions, length, like.device)
        angles = positions[..., None].float() * frequencies
        waves, dtype = (angles.cos(), angles.sin()), like.dtype if self.rotary.rounds_waves else torch.float32
        if self.rotary.pairs == "complex":  # which torch rounds otherwise
            numbers = torch.polar(torch.ones_like(angles), angles)
            waves, dtype = (numbers.real, numbers.imag), torch.float32
        cos, sin = (self._per_entry(self._one_axis(wave * scaling)).to(dtype) for wave in waves)
        scale = self.rotary.query_scale
        return Angles(cos, sin, None if scale is None else scale.at(positions[0])[:, None, :, None].to(like))

    def _per_entry(self, waves: Float[Tensor, "#batch pos half"]) -> Float[Tensor, "#batch pos d_rotary"]:
        """For both entries of each pair; for each pair, where it is one complex number."""
        if self.rotary.pairs == "complex":
            return waves
        if self.rotary.pairs == "neighbours":
            return waves.repeat_interleave(2, dim=-1)
        return torch.cat((waves, waves), dim=-1)

    def _one_axis(self, waves: Float[Tensor, "axis #batch pos half"]) -> Float[Tensor, "#batch pos half"]:
        """Picks, for each frequency, the axis whose position turns it."""
        sections = self.rotary.sections
        if sections is None:
            return waves[0]
        if self.rotary.layout == "sectioned":
            parts = waves.split(sections, dim=-1)
            return torch.cat([part[axis] for axis, part in enumerate(parts)], dim=-1)
        if self.rotary.layout == "alternating":  # height, width, height, ...; time
            height, width = (waves[axis, ..., axis - 1 : sum(sections[1:]) : 2] for axis in (1, 2))
            turns = torch.stack([height, width], dim=-1).flatten(-2)
            return torch.cat([turns, waves[0, ..., sum(sections[1:]) :]], dim=-1)
        mixed = waves[0].clone()  # interleaved: time, height, width, time, ... while their sections last
        for axis in (1, 2):
            own = slice(axis, sections[axis] * 3, 3)
            mixed[..., own] = waves[axis, ..., own]
        return mixed

    def _scaled_frequencies(self, positions: Tensor, length: int | None, device: torch.device) -> tuple[Tensor, float]:
        stretched = None
        if self.rotary.scaling in ("dynamic", "longrope"):
            length = int(positions.max()) + 1 if length is None else length
            if self.rotary.scaling == "dynamic" and length > self.cfg.n_ctx:
                # HF's dynamic_rope_update recomputes only while sequences grow, and so depends on what ran before;
                # this depends on the sequence alone and agrees with it on a fresh model.
                frequencies, scaling = _frequencies(self.cfg, self.rotary, torch.tensor(length))
                return frequencies.to(device), scaling
            if self.rotary.scaling == "longrope":  # HF's longrope_frequency_update: one set for all long sequences
                longest = self.rotary.scaling_parameters["original_max_position_embeddings"]
                stretched = torch.tensor(longest + 1) if length > longest else None
        key = device, stretched is not None
        if key not in self._frequencies:
            frequencies, scaling = _frequencies(self.cfg, self.rotary, stretched)
            self._frequencies[key] = (frequencies.to(device), scaling)
        return self._frequencies[key]


def _frequencies(cfg: DecoderConfig, rotary: RotaryConfig, length: Tensor | None) -> tuple[Tensor, float]:
    """The frequencies in float32, one for each pair of entries, and the factor on cosines and sines."""
    width = cfg.d_rotary(rotary)
    if rotary.scaling == "default":
        exponents = torch.arange(0, width, 2, dtype=torch.float) / width
        return 1.0 / (rotary.theta**exponents), 1.0
    settings: dict[str, Any] = {
        "rope_parameters": {**rotary.scaling_parameters, "rope_type": rotary.scaling, "rope_theta": rotary.theta},
        "head_dim": rotary.d_head or cfg.d_head,
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
    across = torch.cat((-second, first), dim=-1).to(torch.promote_types(x.dtype, sin.dtype))
    return (x * cos).add_(across.mul_(sin))  # in place: the bits are the same, and memory is what rotation costs


def rotate_neighbours(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """Turns each pair ``(x[2 i], x[2 i + 1])`` by its angle.

    Source: ``apply_rotary_pos_emb`` in transformers' ``models/glm4v/modeling_glm4v.py``.
    """
    return x * cos + torch.stack((-x[..., 1::2], x[..., 0::2]), dim=-1).flatten(-2) * sin


def rotate_gathered(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """Turns each pair ``(x[2 i], x[2 i + 1])`` by its angle; the first of all pairs come before the second.

    Source: ``apply_rotary_pos_emb_interleave`` in transformers' ``models/deepseek_v3/modeling_deepseek_v3.py``.
    """
    return rotate(torch.cat([x[..., 0::2], x[..., 1::2]], dim=-1), cos, sin)


def rotate_complex(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """Turns each pair ``(x[2 i], x[2 i + 1])`` by its angle, as complex numbers of float32.

    Source: ``apply_rotary_emb`` in transformers' ``models/llama4/modeling_llama4.py``.
    """
    pairs = torch.view_as_complex(x.float().unflatten(-1, (-1, 2)))
    return torch.view_as_real(pairs * torch.complex(cos, sin)).flatten(-2).to(x.dtype)


_TURNS: Mapping[str, Rotation] = {
    "halves": rotate,
    "neighbours": rotate_neighbours,
    "gathered": rotate_gathered,
    "complex": rotate_complex,
}


def rotation(rotary: RotaryConfig) -> Rotation:
    """How queries and keys are turned."""
    turn = _TURNS[rotary.pairs]
    if rotary.in_float32:
        turn = partial(_in_float32, turn)
    return turn if rotary.d_rotary is None else partial(_leading, turn)


def _in_float32(turn: Rotation, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    return turn(x.float(), cos, sin).to(x.dtype)


def _leading(turn: Rotation, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """Turns the first entries alone."""
    width = cos.shape[-1]
    return torch.cat([turn(x[..., :width], cos, sin), x[..., width:]], dim=-1)
