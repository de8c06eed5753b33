"""The QK and OV circuits of heads, read from the weights when they are used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.components import Block, HookedNorm, Rotary, rotation
from vlm_lens_native.decoder import HookedDecoder
from vlm_lens_native.errors import InputError, WeightsError
from vlm_lens_native.indices import indices, is_number, one_index
from vlm_lens_native.weights.factored import FactoredMatrix


@dataclass(frozen=True, kw_only=True)
class _Choices:
    """What a circuit takes in beside the weights of its head."""

    ln: bool = False
    ln_post: bool = False
    qk_norm: bool = False
    bias: bool = False
    offset: tuple[int, ...] | None = None


class _Circuits(FactoredMatrix):
    """Circuits ``[layer head d_model d_model]``, those of a layer ``[head ...]``, or one, as factored matrices.

    Their factors are made each time they are used: those of one head are views of its weights, unless something is
    folded in. A whole layer's repeat grouped keys and values for the heads that share them; a whole model's are a copy
    of its weights.
    """

    def __init__(self, lm: HookedDecoder, at: tuple[int, ...] = (), choices: _Choices = _Choices()) -> None:
        self._lm, self._at, self._choices = lm, at, choices

    @property
    def pair(self) -> tuple[Tensor, Tensor]:
        """Both factors."""
        return self._factors(*self._at) if self._at else self[:].pair

    @property
    def shape(self) -> torch.Size:
        """Of the product."""
        cfg = self._lm.cfg
        return torch.Size((*(cfg.n_layers, cfg.n_heads)[len(self._at) :], *self._matrix_shape()))

    @property
    def mdim(self) -> int:
        """The inner dimension."""
        return self._lm.cfg.heads_of(self._at[0]).d_head if self._at else self._lm.cfg.d_head

    def __getitem__(self, index: Any) -> FactoredMatrix:
        index = index if isinstance(index, tuple) else (index,)
        if self.ndim == 2 or not index or index[0] is None or index[0] is Ellipsis:
            return super().__getitem__(index)
        first, rest, n = index[0], index[1:], len(self)
        if is_number(first):
            chosen = type(self)(self._lm, (*self._at, one_index(self._axis, first, n)), self._choices)
            return chosen[rest] if rest else chosen
        if self._at or not isinstance(first, slice):
            return super().__getitem__(index)
        pairs = [self[layer, *rest].pair for layer in indices("layer", first, n)]
        device = pairs[0][0].device
        a, b = (torch.stack([factor.to(device) for factor in factors]) for factors in zip(*pairs, strict=True))
        return FactoredMatrix(a, b)

    def __iter__(self) -> Iterator[FactoredMatrix]:
        return (self[index] for index in range(len(self)))

    @property
    def _axis(self) -> str:
        return "head" if self._at else "layer"

    def _with(self, **choices: Any) -> Any:
        return type(self)(self._lm, self._at, replace(self._choices, **choices))

    def _reading(self, letter: Literal["Q", "K", "V"], layer: int, head: int | None) -> Float[Tensor, "*head d_in d"]:
        """The weights with which a head, or each head of a layer, reads the stream, and what was chosen of the rest."""
        block = _attending(self._lm, layer)
        n_groups = 1 if letter == "Q" else block.attn.num_key_value_groups
        weight, bias = (_of_head(getattr(block.attn, f"{kind}_{letter}"), head, n_groups) for kind in "Wb")
        if self._choices.ln:
            norm = _norm(block)
            bias = bias if norm.bias is None else bias + norm.bias @ weight
            weight = weight * norm.gain.to(weight.dtype)[:, None]
        return torch.cat([weight, bias[..., None, :]], dim=-2) if self._choices.bias else weight

    def _matrix_shape(self) -> tuple[int, int]:
        raise NotImplementedError

    def _factors(self, layer: int, head: int | None = None) -> tuple[Tensor, Tensor]:
        raise NotImplementedError


class QKCircuits(_Circuits):
    """``W_Q W_K^T``: how strongly a head's query wants a key, before scale and mask.

    ``model.QK[layer][head]``, ``model.QK[layer, head]``; ``model.QK[layer]`` is that of all heads, ``model.QK`` of all
    layers. Rows are the query's stream, columns the key's; each query head comes with the key head that it uses.

    The plain circuit is not yet what the model computes. Between weights and scores stand

    - the **rotation** of queries and keys by their positions. Only their distance counts: ``rotary_at(offset)`` has it.
    - **norms**, which divide by a number of each position's own: ln1, and, where ``cfg.qk_norm``, q/k norm. Their
      gains can be taken in (``fold_ln``, ``fold_qk_norm``), the division can't.
    - where the rotary embedding has a ``query_scale``, or layers without rotation have one
      (``cfg.unrotated_query_scale``), that factor of the query's position; no circuit has it.
    - **biases** (``with_bias``; with ``fold_ln`` also ln1's, where it has one).
    - where ``cfg.attention_cap``, a soft cap, which is not linear.

    With all of these, ``cfg.attention_scale * x_q @ circuit @ x_k`` is the score before cap and mask, where ``x`` is
    ``ln1.hook_normalized`` with a 1 behind it; with q/k norm, after division by the root mean squares of query and key.
    """

    def rotary_at(self, offset: int | Sequence[int]) -> QKCircuits:
        """The circuit for a key that stands ``offset`` positions before its query (query position - key position).

        Rotations with dynamic frequencies (which grow with the sequence) are those of sequences up to ``cfg.n_ctx``;
        where long sequences have frequencies of their own (``longrope``), those of short ones.

        Args:
            offset: For M-RoPE three of them (time, height, width); one number then stands for three equal ones, as
                between positions of text.

        Raises:
            InputError: Another number of offsets than the model has axes.
        """
        given, n_axes = (offset,) if isinstance(offset, int) else tuple(offset), self._lm.cfg.rotary.n_axes
        if isinstance(offset, int):
            given *= n_axes
        if len(given) != n_axes:
            raise InputError(f"Got {len(given)} offsets; this model's positions have {n_axes} axes.")
        return self._with(offset=given)

    def fold_ln(self) -> QKCircuits:
        """Takes in the gain of ln1, for inputs as ``ln1.hook_normalized``; those without are ``attn.hook_in``."""
        return self._with(ln=True)

    def with_bias(self) -> QKCircuits:
        """Takes in the biases of queries and keys, for inputs with a 1 behind them: ``[d_model + 1, d_model + 1]``."""
        return self._with(bias=True)

    def fold_qk_norm(self) -> QKCircuits:
        """Takes in the weights of q/k norm.

        Raises:
            InputError: The model has none.
        """
        if not self._lm.cfg.qk_norm:
            raise InputError("This model has no q/k norm (cfg.qk_norm is None).")
        return self._with(qk_norm=True)

    def _matrix_shape(self) -> tuple[int, int]:
        width = self._lm.cfg.d_model + self._choices.bias
        return width, width

    def _factors(self, layer: int, head: int | None = None) -> tuple[Tensor, Tensor]:
        q, k = self._reading("Q", layer, head), self._reading("K", layer, head)
        attn = _attending(self._lm, layer).attn
        if self._choices.qk_norm:
            q = q * _of_head(attn.qk_gain("q"), head)[..., None, :].to(q.dtype)
            k = k * _of_head(attn.qk_gain("k"), head, attn.num_key_value_groups)[..., None, :].to(k.dtype)
        rotary = self._lm.rotaries[layer]
        if self._choices.offset is not None and rotary is not None:
            k = _turned(rotary, k, self._choices.offset)
        return q, k.mT


class OVCircuits(_Circuits):
    """``W_V W_O``: what a head writes to the stream for what it attends to.

    ``model.OV[layer][head]``, ``model.OV[layer, head]``; ``model.OV[layer]`` is that of all heads, ``model.OV`` of all
    layers. Each query head comes with the value head that it uses. A row vector ``x @ circuit``, where ``x`` is
    ``attn.hook_in`` at a position, is what the head writes for it: to the stream, or, where the block has a norm
    behind attention, to that norm (``fold_ln_post`` takes its gain in).
    """

    def fold_ln(self) -> OVCircuits:
        """Takes in the gain of ln1, for inputs as ``ln1.hook_normalized``; those without are ``attn.hook_in``."""
        return self._with(ln=True)

    def with_bias(self) -> OVCircuits:
        """Takes in the bias of values, for inputs with a 1 behind them: ``[d_model + 1, d_model]``."""
        return self._with(bias=True)

    def fold_ln_post(self) -> OVCircuits:
        """Takes in what stands between attention and the stream: ``ln1_post``'s gain, ``cfg.residual_multiplier``.

        What the circuit writes is then, divided by ``ln1_post.hook_scale``, what the head adds to the stream.

        Raises:
            InputError: Nothing stands there.
        """
        if not self._lm.cfg.has_post_norms and self._lm.cfg.residual_multiplier is None:
            raise InputError("Heads of this model write to the residual stream: nothing stands between.")
        return self._with(ln_post=True)

    def _matrix_shape(self) -> tuple[int, int]:
        return self._lm.cfg.d_model + self._choices.bias, self._lm.cfg.d_model

    def _factors(self, layer: int, head: int | None = None) -> tuple[Tensor, Tensor]:
        block = _attending(self._lm, layer)
        if self._lm.cfg.gated_attention:
            raise WeightsError(
                "Heads' outputs have gates in this model, which depend on the token: what a head writes for what it "
                "attends to is W_V @ diag(gate) @ W_O, with attn.hook_gate's sigmoid at the query."
            )
        if self._lm.cfg.v_norm:
            raise WeightsError(
                "Values are normalised in this model, each by a number of its own: what a head writes for what it "
                "attends to is W_V, divided by the root mean square of attn.hook_v's entries there, times W_O."
            )
        write = _of_head(block.attn.W_O, head)
        if self._choices.ln_post:
            write = block.outlet("attn").linear(write, write.new_ones(1)).to(write.dtype)
        return self._reading("V", layer, head), write


def _attending(lm: HookedDecoder, layer: int) -> Block:
    """A block with attention.

    Raises:
        WeightsError: It has something else in its place.
    """
    if not lm.cfg.has_attention(layer):
        raise WeightsError(
            f"Layer {layer} mixes positions through {lm.cfg.describe(layer)}, which has no such circuits. "
            f"Layers {lm.cfg.attention_layers} have attention."
        )
    return lm.blocks[layer]


def _norm(block: Block) -> HookedNorm:
    """The norm that attention reads.

    Raises:
        InputError: There is none.
    """
    if block.ln1 is None:
        raise InputError("No norm stands between the stream and attention in this model, so there is no ln1 to fold.")
    return block.ln1


def _of_head(weight: Float[Tensor, "some_head ..."], head: int | None, n_groups: int = 1) -> Tensor:
    """A query head's part, or that of every query head; of keys and values, which ``n_groups`` query heads share."""
    if head is not None:
        return weight[head // n_groups]
    return weight if n_groups == 1 else weight.repeat_interleave(n_groups, dim=0)


def _turned(rotary: Rotary, keys: Float[Tensor, "*head d_in d_head"], offset: tuple[int, ...]) -> Tensor:
    """Key vectors turned as they stand to a query ``offset`` positions behind them."""
    here = torch.zeros(len(offset), 1, 1, dtype=torch.long, device=keys.device)
    there = here - here.new_tensor(offset).view(-1, 1, 1)
    wide = keys.float().reshape(-1, 1, 1, keys.shape[-1])
    angles, turn = rotary(there, like=wide), rotation(rotary.rotary)
    still = rotary(here, like=wide)  # of queries: some scalings put a factor on cosines and sines
    return still.turn(angles.turn(wide, turn), turn).view(keys.shape).to(keys.dtype)
