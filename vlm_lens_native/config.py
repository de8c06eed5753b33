"""``DecoderConfig``: all that the decoder needs to know, and never a model's name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, SupportsIndex

import torch
from torch import Tensor

from vlm_lens_native.elsewhere import CONFIG, Pointers
from vlm_lens_native.errors import ConfigError, InputError
from vlm_lens_native.indices import index_set, one_index

RotaryScaling = Literal["default", "linear", "dynamic", "yarn", "llama3", "proportional", "longrope"]
AxisLayout = Literal["plain", "sectioned", "interleaved", "alternating"]


@dataclass(frozen=True, kw_only=True)
class NormConfig:
    """What a norm computes, and in which order it casts.

    Attributes:
        eps: Added to the mean square.
        kind: ``rms``: divides by the root of the mean square. ``layer``: takes off the mean first.
        gain: What the result is multiplied by: the ``weight``, or ``one_plus_weight``, the Gemma line's; or ``none``.
        root: How the inverse of the root is computed; the two round otherwise.
        cast: Where the result is cast from float32 to the stream's dtype: ``before_gain`` or ``after_gain``.
        bias: Whether a bias is added.
    """

    eps: float
    kind: Literal["rms", "layer"] = "rms"
    gain: Literal["weight", "one_plus_weight", "none"] = "weight"
    root: Literal["rsqrt", "pow"] = "rsqrt"
    cast: Literal["before_gain", "after_gain"] = "before_gain"
    bias: bool = False


@dataclass(frozen=True, kw_only=True)
class QueryScale:
    """A factor on queries that grows with their position: ``1 + beta * log(1 + floor(position / length))``.

    Attributes:
        beta: How fast it grows.
        length: Positions for which it stays the same; the first ones have 1.
        first: The number of the first position.
    """

    beta: float
    length: int
    first: Literal[0, 1] = 0

    def at(self, positions: Tensor) -> Tensor:
        """The factor at each position, float32.

        Source: ``get_llama_4_attn_scale`` in transformers' ``models/ministral3/modeling_ministral3.py``; where
        positions count from 1, ``Llama4TextAttention`` in ``models/llama4/modeling_llama4.py``. They round otherwise.
        """
        if self.first:
            return torch.log1p(torch.floor((positions.float() + self.first) / self.length)) * self.beta + 1.0
        return 1 + self.beta * torch.log(1 + torch.floor(positions / self.length))


@dataclass(frozen=True, kw_only=True)
class RotaryConfig:
    """Rotary position embedding: the frequencies, and how positions are spread over them.

    Attributes:
        theta: Base of the frequencies.
        scaling: Rule that stretches the frequencies for long contexts.
        scaling_parameters: HF's ``rope_parameters`` for that rule (``factor``, ``low_freq_factor``, ...).
        layout: ``plain``: one position per token. Others are M-RoPE, three positions per token (time, height, width):
            ``sectioned``, given to blocks of frequencies; ``interleaved``, dealt out to them in turn; ``alternating``,
            height and width in turn, and time to the last ones.
        sections: For M-RoPE, the number of frequencies of time, height and width; sums to half of what rotates.
        pairs: What turns together: the ``halves`` of a head, entry by entry, or ``neighbours``; neighbours that come to
            lie in halves, ``gathered``; or neighbours as one ``complex`` number each, in float32.
        d_rotary: How many of a head's first entries rotate; None: all.
        d_head: Width of the heads that it turns, where it is not that of most layers.
        in_float32: Whether queries and keys are turned in float32, whatever the stream's dtype.
        rounds_waves: Whether cosines and sines are rounded to the stream's dtype.
        query_scale: Factor on queries by their position, once they are turned; None without.
    """

    theta: float
    scaling: RotaryScaling = "default"
    scaling_parameters: Mapping[str, Any]
    layout: AxisLayout = "plain"
    sections: tuple[int, int, int] | None = None
    pairs: Literal["halves", "neighbours", "gathered", "complex"] = "halves"
    d_rotary: int | None = None
    d_head: int | None = None
    in_float32: bool = False
    rounds_waves: bool = True
    query_scale: QueryScale | None = None

    @property
    def n_axes(self) -> int:
        """Positions per token: 1, or 3 for M-RoPE."""
        return 1 if self.layout == "plain" else 3


@dataclass(frozen=True, kw_only=True)
class ExpertsConfig:
    """The mixtures of experts that stand in the place of some layers' MLPs.

    Attributes:
        layers: The layers that have one.
        n_experts: Experts of a layer.
        n_chosen: Experts that a token goes to.
        d_expert: Width of an expert's hidden layer.
        d_expert_of_images: Width of those of a second set, with a router of its own, which the tokens of images and
            videos, and of the marks around them, go through; None where all tokens go through one set.
        d_shared: Width of the shared expert, which every token goes through; None without.
        gates_shared: Whether what it writes is multiplied by the sigmoid of a gate of the token's.
        score: How the router's logits become weights: by a ``softmax`` over all experts, a ``chosen_softmax`` over the
            chosen ones, or a ``sigmoid`` each, all in float32; ``biased_softmax``: the first, of float32 logits, with a
            bias by expert that counts in the choice; or a ``chosen_sigmoid`` of each that was chosen by its logit,
            which has the stream's dtype.
        weighs: Whether a weight multiplies what an expert writes, or what it reads. In the latter case each expert
            runs on every token, with weight 0 where it was not chosen, as HF's class has it.
        normalizes: Whether the weights of the chosen experts are divided by their sum.
        least_sum: What that sum is at least.
        factor: What the weights are multiplied by.
        n_groups: Groups of experts, of which a token's experts come from ``n_chosen_groups``; a bias by expert then
            counts in the choice. None: all experts compete.
        n_chosen_groups: See there.
        activation: HF's name of the gates' activation function.
        transposed: Whether weights are stored ``[in out]``.
        beside_mlp: Whether experts stand beside a dense MLP rather than in its place: each of the two, and the router,
            reads the stream through a norm of its own, and each writes through another.
    """

    layers: frozenset[int]
    n_experts: int
    n_chosen: int
    d_expert: int
    d_expert_of_images: int | None = None
    d_shared: int | None = None
    gates_shared: bool = False
    score: Literal["softmax", "chosen_softmax", "sigmoid", "chosen_sigmoid", "biased_softmax"] = "softmax"
    weighs: Literal["outputs", "inputs"] = "outputs"
    normalizes: bool = False
    least_sum: float = 0.0
    factor: float | None = None
    n_groups: int | None = None
    n_chosen_groups: int | None = None
    activation: str
    transposed: bool = False
    beside_mlp: bool = False


@dataclass(frozen=True, kw_only=True)
class DeltaNetConfig:
    """The gated DeltaNet layers that stand in the place of some layers' attention.

    Attributes:
        layers: The layers that are one.
        n_key_heads: Heads of queries and keys.
        n_value_heads: Heads of values, each with a state of its own; a multiple of ``n_key_heads``.
        d_key: Width of queries and keys.
        d_value: Width of values.
        n_taps: Positions that the convolution over positions covers.
        activation: HF's name of the activation function behind it.
        eps: Of the norm of what is read.
    """

    layers: frozenset[int]
    n_key_heads: int
    n_value_heads: int
    d_key: int
    d_value: int
    n_taps: int
    activation: str
    eps: float

    @property
    def d_conv(self) -> int:
        """Queries, keys and values of all heads together, which the convolution mixes over positions."""
        return 2 * self.n_key_heads * self.d_key + self.n_value_heads * self.d_value


@dataclass(frozen=True, kw_only=True)
class ShortConvConfig:
    """The short convolutions that stand in the place of some layers' attention.

    Attributes:
        layers: The layers that are one.
        n_taps: Positions that the convolution covers.
        bias: Whether convolution and projections have biases.
    """

    layers: frozenset[int]
    n_taps: int
    bias: bool


@dataclass(frozen=True, kw_only=True)
class LatentConfig:
    """Attention whose keys and values are made of one small vector for each position (DeepSeek's MLA).

    Heads of queries and keys have ``d_unturned + d_rot`` entries.

    Attributes:
        d_latent: Width of what keys and values are made of.
        d_q_latent: Width of what queries are made of; None where they are made of the stream.
        d_unturned: Entries of keys that heads have of their own; they don't rotate.
        d_rot: Entries of keys that heads share; they rotate.
        d_value: Width of values.
    """

    d_latent: int
    d_q_latent: int | None
    d_unturned: int
    d_rot: int
    d_value: int


@dataclass(frozen=True, kw_only=True)
class CrossAttentionConfig:
    """The cross-attention layers that stand in the place of some layers' attention.

    Their keys and values are image features, which are not in the sequence. Queries and keys are normalised, each head
    by itself; nothing rotates. What attention and the MLP behind it write is multiplied by the ``tanh`` of a gate each.

    Attributes:
        layers: The layers that are one.
        n_keys: Keys of an image, those included that fill up its tiles.
    """

    layers: frozenset[int]
    n_keys: int


@dataclass(frozen=True, kw_only=True)
class HeadShape:
    """The heads of one layer's attention.

    Attributes:
        d_head: Their width.
        n_key_value_heads: Heads of keys and values.
    """

    d_head: int
    n_key_value_heads: int


@dataclass(frozen=True, kw_only=True)
class PerLayerConfig:
    """What tokens bring along for each layer, beside their embedding.

    Attributes:
        width: Of what a layer gets.
        n_tokens: Tokens that the table of it has.
    """

    width: int
    n_tokens: int


@dataclass(frozen=True, kw_only=True)
class DecoderConfig(Pointers):
    """The shape and the variants of one decoder.

    Attributes:
        n_layers: Decoder blocks.
        n_heads: Query heads of a block.
        n_key_value_heads: Key/value heads of a block; divides ``n_heads``.
        d_model: Width of the residual stream.
        d_head: Width of a head (given by the config, not always ``d_model / n_heads``).
        d_mlp: Width of the MLP's hidden layer.
        d_vocab: Size of the vocabulary.
        n_unpredicted: Tokens behind the vocabulary that have embeddings, and no logits.
        n_ctx: Longest sequence that the positions were made for.
        norm: Every norm of the decoder.
        norm_places: Where a block has norms: ``before`` attention and MLP (``ln1``, ``ln2``); ``behind`` them, on what
            they write (``ln1_post``, ``ln2_post``); or ``around`` them, both.
        parallel: Whether the MLP reads what attention reads, through ``ln1``, rather than the stream behind attention.
        activation: HF's name of the gate's activation function.
        rotary: Rotary position embedding.
        other_rotaries: By layer, its rotary embedding where it has another one.
        unrotated_layers: The layers whose queries and keys are not rotated.
        unrotated_query_scale: Factor on queries of these layers, by their place in the sequence, padding included; None
            without.
        qkv_bias: Whether the query, key and value projections have biases.
        out_bias: Whether the attention's output projection has a bias.
        mlp_bias: Whether the projections of the MLP have biases.
        fused_qkv: Whether query, key and value projection are one matrix, with rows in this order.
        fused_gate: Whether gate and up projection are one matrix, the gate's rows first.
        experts: The mixtures of experts in the place of MLPs; None without.
        head_shapes: Shapes of heads in layers in which they are not ``d_head`` and ``n_key_value_heads``.
        mlp_widths: Widths of the hidden layers of MLPs in layers in which they are not ``d_mlp``.
        shared_projection: The layers whose values are their keys, projected once, before k norm and rotation.
        lenders: By layer that computes no keys and values, the earlier one whose keys and values it attends to.
        v_norm: Whether values are normalised, each head by itself and without a gain.
        per_layer: What tokens bring along for each layer, which a third part of each block reads behind its MLP; None
            without.
        layer_scalars: Whether the stream is multiplied by a number of each layer's at its end.
        delta: The gated DeltaNet layers in the place of attention; None without.
        short_conv: The short convolutions in the place of attention; None without.
        cross: The cross-attention layers in the place of attention; None without.
        latent: How keys and values are made of latents, in all layers; None where they are made of the stream.
        gated_attention: Whether heads' outputs are multiplied by the sigmoid of gates, which the query projection
            computes behind each head's queries.
        qk_norm: Whether queries and keys are normalised before rotation: each ``head`` by itself, or ``all_heads``
            together; or each ``turned_head`` behind its rotation, in the layers that have one, and without a gain.
        attention_scale: Factor on the scores.
        softmax_in_float32: Whether eager attention takes the softmax of scores in float32, rather than in their dtype.
        causal: Whether positions see only those before them, or else all, where the kernel gets no mask.
        attention_cap: Soft cap of the scores, ``cap * tanh(scores / cap)``, before the mask; None without.
        embedding_scale: Factor on the embeddings of tokens (not on image features), rounded to the weights' dtype.
        embedding_multiplier: Factor on what block 0 receives, image features included.
        residual_multiplier: Factor on what attention and MLP add to the residual stream.
        logits_multiplier: Factor on the logits.
        logits_divisor: What the logits are divided by.
        logits_cap: Soft cap of the logits, behind both.
        sliding_window: Keys that a sliding layer sees, itself included; None without such layers.
        sliding_layers: The layers that use the sliding window.
        chunk_size: Keys of a chunk, counted from a row's first token, which sees none before it; None without such
            layers.
        chunked_layers: The layers whose keys are those of the query's chunk.
        deepstack: The depths at which deepstack adds features of the vision encoder to the stream, at image tokens:
            ``n`` lies behind block ``n - 1`` and in front of block ``n``. At 0 they are part of what block 0 receives.
    """

    _elsewhere = CONFIG

    n_layers: int
    n_heads: int
    n_key_value_heads: int
    d_model: int
    d_head: int
    d_mlp: int
    d_vocab: int
    n_unpredicted: int = 0
    n_ctx: int
    norm: NormConfig
    norm_places: Literal["before", "around", "behind"] = "before"
    parallel: bool = False
    activation: str
    rotary: RotaryConfig
    other_rotaries: Mapping[int, RotaryConfig] = field(default_factory=dict)
    unrotated_layers: frozenset[int] = frozenset()
    unrotated_query_scale: QueryScale | None = None
    qkv_bias: bool = False
    out_bias: bool = False
    mlp_bias: bool = False
    fused_qkv: bool = False
    fused_gate: bool = False
    experts: ExpertsConfig | None = None
    head_shapes: Mapping[int, HeadShape] = field(default_factory=dict)
    mlp_widths: Mapping[int, int] = field(default_factory=dict)
    shared_projection: frozenset[int] = frozenset()
    lenders: Mapping[int, int] = field(default_factory=dict)
    v_norm: bool = False
    per_layer: PerLayerConfig | None = None
    layer_scalars: bool = False
    delta: DeltaNetConfig | None = None
    short_conv: ShortConvConfig | None = None
    cross: CrossAttentionConfig | None = None
    latent: LatentConfig | None = None
    gated_attention: bool = False
    qk_norm: Literal["head", "all_heads", "turned_head"] | None = None
    attention_scale: float
    softmax_in_float32: bool = True
    causal: bool = True
    attention_cap: float | None = None
    embedding_scale: float | None = None
    embedding_multiplier: float | None = None
    residual_multiplier: float | None = None
    logits_multiplier: float | None = None
    logits_divisor: float | None = None
    logits_cap: float | None = None
    sliding_window: int | None = None
    sliding_layers: frozenset[int] = frozenset()
    chunk_size: int | None = None
    chunked_layers: frozenset[int] = frozenset()
    deepstack: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if self.n_heads % self.n_key_value_heads:
            raise ConfigError(
                f"{self.n_heads} query heads can't share {self.n_key_value_heads} key/value heads evenly; "
                "check num_attention_heads and num_key_value_heads of the checkpoint's config."
            )
        n_frequencies = self.d_rotary(self.rotary) // 2
        if self.rotary.sections is not None and sum(self.rotary.sections) != n_frequencies:
            raise ConfigError(
                f"M-RoPE sections {list(self.rotary.sections)} sum to {sum(self.rotary.sections)}, but the heads have "
                f"{n_frequencies} frequencies; check mrope_section of the checkpoint's config."
            )
        if self.parallel and self.norm_places != "before":
            raise ConfigError(f"A parallel block has one norm, ln1; norm_places={self.norm_places!r} is not handled.")

    @property
    def n_groups(self) -> int:
        """Query heads that share one key/value head."""
        return self.n_heads // self.n_key_value_heads

    @property
    def logits_factor(self) -> float:
        """What the unembedding's products are multiplied by to be logits (before their soft cap)."""
        return (self.logits_multiplier or 1.0) / (self.logits_divisor or 1.0)

    @property
    def has_post_norms(self) -> bool:
        """Whether norms stand between what attention and MLP compute and the stream."""
        return self.norm_places != "before"

    @property
    def shares_inputs(self) -> bool:
        """Whether the tensor that attention or the MLP reads is read by others too."""
        return self.parallel or self.norm_places == "behind"

    @property
    def deepstack_layers(self) -> list[int]:
        """The layers behind which deepstack adds features."""
        return sorted(depth - 1 for depth in self.deepstack if depth)

    @property
    def n_deepstack(self) -> int:
        """How many layers deepstack adds features behind."""
        return len(self.deepstack_layers)

    def reach_of(self, layer: int) -> tuple[int | None, int | None]:
        """A layer's sliding window, and its chunks' size; None where it has none."""
        window = self.sliding_window if layer in self.sliding_layers else None
        return window, self.chunk_size if layer in self.chunked_layers else None

    @property
    def has_expert_types(self) -> bool:
        """Whether tokens of text and of images go to sets of experts of their own."""
        return self.experts is not None and self.experts.d_expert_of_images is not None

    def has_experts(self, layer: int) -> bool:
        """Whether a layer has a mixture of experts in the place of its MLP."""
        return self.experts is not None and layer in self.experts.layers

    def heads_of(self, layer: int) -> HeadShape:
        """The heads of a layer's attention."""
        return self.head_shapes.get(layer) or HeadShape(d_head=self.d_head, n_key_value_heads=self.n_key_value_heads)

    def d_mlp_of(self, layer: int) -> int:
        """The width of the hidden layer of a layer's MLP."""
        return self.mlp_widths.get(layer, self.d_mlp)

    def lender_of(self, layer: int) -> int:
        """The layer whose keys and values a layer attends to: mostly its own."""
        return self.lenders.get(layer, layer)

    @property
    def lending_layers(self) -> frozenset[int]:
        """The layers whose keys and values others attend to as well."""
        return frozenset(self.lenders.values())

    def lending_before(self, first: int) -> list[int]:
        """The layers before block ``first`` whose keys and values it or later ones attend to."""
        return sorted({lender for layer, lender in self.lenders.items() if lender < first <= layer})

    @property
    def key_layers(self) -> list[int]:
        """The layers with keys and values of their own."""
        return [layer for layer in self.attention_layers if layer not in self.lenders]

    def has_attention(self, layer: int) -> bool:
        """Whether a layer has self-attention, with a pattern over positions, rather than what stands in its place."""
        return self.mixer_of(layer) == "attn"

    def mixer_of(self, layer: int) -> Literal["attn", "cross_attn", "linear_attn", "conv"]:
        """What reads other places in a layer, by its name in the block: attention, or what stands in its place."""
        if self.delta is not None and layer in self.delta.layers:
            return "linear_attn"
        if self.cross is not None and layer in self.cross.layers:
            return "cross_attn"
        return "conv" if self.short_conv is not None and layer in self.short_conv.layers else "attn"

    @property
    def attention_layers(self) -> list[int]:
        """The layers that have self-attention."""
        return [layer for layer in range(self.n_layers) if self.has_attention(layer)]

    @property
    def is_hybrid(self) -> bool:
        """Whether some layers have something else in the place of self-attention: a state, or image features."""
        return len(self.attention_layers) < self.n_layers

    def describe(self, layer: int) -> str:
        """What mixes positions in a layer, in words."""
        return {
            "attn": "attention",
            "cross_attn": "cross-attention to image features",
            "linear_attn": "a gated DeltaNet's state",
            "conv": "a short convolution",
        }[self.mixer_of(layer)]

    def with_patterns(self, layers: Any, *, all_means_every: bool = False) -> list[int]:
        """The layers that are meant (`Indices`, ascending) where a pattern is needed; None takes those that have one.

        Args:
            layers: Numbers of blocks.
            all_means_every: Whether None stands for a claim about every layer, such as that nothing gets by.

        Raises:
            InputError: One that has no pattern, or None where every layer is meant and some have none.
        """
        attending = self.attention_layers
        if layers is None and not all_means_every:
            return attending
        chosen = index_set("layer", layers, self.n_layers)
        if without := [layer for layer in chosen if layer not in attending]:
            if self.mixer_of(without[0]) == "cross_attn":
                raise InputError(
                    f"Layers {without} attend to image features and not to positions of the sequence; layers "
                    f"{attending} do. What they attend to is laid out by model.key_layout(inputs): its selections say "
                    "which features are meant."
                )
            raise InputError(
                f"Layers {without} mix positions through {self.describe(without[0])} and have no attention pattern, so "
                f"that no edge can be looked at or closed there; layers {attending} have one. What a token writes to a "
                "state is knocked out by linear_attn.hook_beta at its position."
            )
        return chosen

    def with_image_keys(self, layers: Any) -> list[int]:
        """The layers that are meant (`Indices`, ascending) where cross-attention is needed; None takes all with it.

        Raises:
            InputError: One that reads no image features.
        """
        crossing = sorted(self.cross.layers) if self.cross is not None else []
        chosen = crossing if layers is None else index_set("layer", layers, self.n_layers)
        if others := [layer for layer in chosen if layer not in crossing]:
            raise InputError(
                f"Layers {others} do not attend to image features, of which a selection was given; layers {crossing} "
                "do. model.token_layout(inputs) has selections of positions."
            )
        return chosen

    def d_rotary(self, rotary: RotaryConfig) -> int:
        """How many entries of a head rotate."""
        return rotary.d_rotary or rotary.d_head or self.d_head

    def rotary_of(self, layer: int) -> RotaryConfig | None:
        """A layer's rotary embedding; None where it has none."""
        if layer in self.unrotated_layers:
            return None
        return self.other_rotaries.get(layer, self.rotary)

    def axis_size(self, axis: str, layer: int | None = None) -> int:
        """How long an axis of an activation is that has one length in all passes: heads and widths.

        Args:
            axis: Its name in the glossary (``shapes.AXES``), or a number, which is the length itself.
            layer: The block; None takes the largest, where they differ.

        Raises:
            ConfigError: An axis whose length depends on the inputs, or is not the decoder's.
        """
        own = [self.heads_of(layer)] if layer is not None else list(map(self.heads_of, range(self.n_layers)))
        sizes = {
            "head": self.n_heads,
            "kv_head": max(shape.n_key_value_heads for shape in own),
            "mask_head": self.n_heads,
            "d_model": self.d_model,
            "d_head": max(shape.d_head for shape in own),
            "d_mlp": max(map(self.d_mlp_of, range(self.n_layers) if layer is None else [layer])),
            "d_vocab": self.d_vocab,
            "layer": self.n_layers,
        }
        if self.per_layer is not None:
            sizes["d_per_layer"] = self.per_layer.width
        if self.experts is not None:
            experts = self.experts
            width = max(experts.d_expert, experts.d_expert_of_images or 0)
            sizes |= {"expert": experts.n_experts, "choice": experts.n_chosen, "d_expert": width}
        if self.latent is not None:
            sizes |= {"d_latent": self.latent.d_latent, "d_q_latent": self.latent.d_q_latent or 0}
            sizes |= {"d_unturned": self.latent.d_unturned, "d_rot": self.latent.d_rot, "d_value": self.latent.d_value}
        if self.delta is not None:
            delta = self.delta
            sizes |= {"key_head": delta.n_key_heads, "value_head": delta.n_value_heads}
            sizes |= {"d_key": delta.d_key, "d_value": delta.d_value, "d_conv": delta.d_conv}
        if axis.isdecimal():
            return int(axis)
        if axis not in sizes:
            raise ConfigError(f"The decoder's config does not say how long {axis!r} is, only {', '.join(sizes)}.")
        return sizes[axis]

    def kv_head(self, head: SupportsIndex) -> int:
        """The key and value head that a query head uses.

        Raises:
            OutOfRangeError: There is no such query head.
        """
        return one_index("head", head, self.n_heads) // self.n_groups
