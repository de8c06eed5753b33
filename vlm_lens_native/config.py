"""``DecoderConfig``: all that the decoder needs to know, and never a model's name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, SupportsIndex

from .errors import ConfigError
from .indices import one_index

RotaryScaling = Literal["default", "linear", "dynamic", "yarn", "llama3"]
AxisLayout = Literal["plain", "sectioned", "interleaved"]


@dataclass(frozen=True, kw_only=True)
class RotaryConfig:
    """Rotary position embedding: the frequencies, and how positions are spread over them.

    Attributes:
        theta: Base of the frequencies.
        scaling: Rule that stretches the frequencies for long contexts.
        scaling_parameters: HF's ``rope_parameters`` for that rule (``factor``, ``low_freq_factor``, ...).
        layout: ``plain``: one position per token. ``sectioned`` and ``interleaved``: M-RoPE, three positions per
            token (time, height, width), given to blocks of frequencies, or dealt out to them in turn.
        sections: For M-RoPE, the number of frequencies of time, height and width; sums to ``d_head / 2``.
    """

    theta: float
    scaling: RotaryScaling = "default"
    scaling_parameters: Mapping[str, Any]
    layout: AxisLayout = "plain"
    sections: tuple[int, int, int] | None = None

    @property
    def n_axes(self) -> int:
        """Positions per token: 1, or 3 for M-RoPE."""
        return 1 if self.layout == "plain" else 3


@dataclass(frozen=True, kw_only=True)
class DecoderConfig:
    """The shape and the variants of one decoder.

    Attributes:
        n_layers: Decoder blocks.
        n_heads: Query heads of a block.
        n_key_value_heads: Key/value heads of a block; divides ``n_heads``.
        d_model: Width of the residual stream.
        d_head: Width of a head (given by the config, not always ``d_model / n_heads``).
        d_mlp: Width of the MLP's hidden layer.
        d_vocab: Size of the vocabulary.
        n_ctx: Longest sequence that the positions were made for.
        norm_eps: Added to the mean square in every RMSNorm.
        activation: HF's name of the gate's activation function.
        rotary: Rotary position embedding.
        qkv_bias: Whether the query, key and value projections have biases.
        out_bias: Whether the attention's output projection has a bias.
        mlp_bias: Whether the projections of the MLP have biases.
        qk_norm: Whether each head's query and key are RMS-normalised before rotation.
        attention_scale: Factor on the scores.
        sliding_window: Keys that a sliding layer sees, itself included; None without such layers.
        sliding_layers: The layers that use the sliding window.
        n_deepstack: Number of first layers after which deepstack adds features of the vision encoder.
    """

    n_layers: int
    n_heads: int
    n_key_value_heads: int
    d_model: int
    d_head: int
    d_mlp: int
    d_vocab: int
    n_ctx: int
    norm_eps: float
    activation: str
    rotary: RotaryConfig
    qkv_bias: bool = False
    out_bias: bool = False
    mlp_bias: bool = False
    qk_norm: bool = False
    attention_scale: float
    sliding_window: int | None = None
    sliding_layers: frozenset[int] = frozenset()
    n_deepstack: int = 0

    def __post_init__(self) -> None:
        if self.n_heads % self.n_key_value_heads:
            raise ConfigError(
                f"{self.n_heads} query heads can't share {self.n_key_value_heads} key/value heads evenly; "
                "check num_attention_heads and num_key_value_heads of the checkpoint's config."
            )
        if self.rotary.sections is not None and sum(self.rotary.sections) != self.d_head // 2:
            raise ConfigError(
                f"M-RoPE sections {list(self.rotary.sections)} sum to {sum(self.rotary.sections)}, but the heads have "
                f"d_head / 2 = {self.d_head // 2} frequencies; check mrope_section of the checkpoint's config."
            )

    @property
    def n_groups(self) -> int:
        """Query heads that share one key/value head."""
        return self.n_heads // self.n_key_value_heads

    def kv_head(self, head: SupportsIndex) -> int:
        """The key and value head that a query head uses.

        Raises:
            OutOfRangeError: There is no such query head.
        """
        return one_index("head", head, self.n_heads) // self.n_groups
