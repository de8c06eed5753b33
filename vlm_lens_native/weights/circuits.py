"""The QK and OV circuits of heads, as factored matrices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import torch
from einops import repeat
from jaxtyping import Float
from torch import Tensor
from tqdm.auto import tqdm

from ..components import Attention
from ..components.rotary import rotate
from ..decoder import Block, HookedDecoder
from ..errors import InputError
from .factored import FactoredMatrix, composition_scores


def qk_circuit(
    lm: HookedDecoder,
    layer: int,
    head: int | None = None,
    *,
    offset: int | Sequence[int] | None = None,
    fold_ln: bool = False,
    fold_qk_norm: bool = False,
    with_bias: bool = False,
) -> FactoredMatrix:
    """``W_Q W_K^T`` of a head: how strongly a query at one position wants a key at another, before scale and mask.

    The plain circuit leaves out what stands between weights and scores; each can be put in:

    - Rotation turns queries and keys by their positions. What counts is the distance, so ``offset`` gives the circuit
      for a key that stands so many positions before its query.
    - Norms divide by a scale of their own at each position, which no fixed matrix can hold; their weights can be
      folded.

    ``attention_scale * x_q @ QK @ x_k`` is then the score before the mask, divided by the scales of q/k norm where
    there is one.

    Args:
        lm: The decoder.
        layer: Its layer.
        head: A query head, whose key head is found; None gives all, ``[head d_model d_model]``.
        offset: Query position minus key position; for M-RoPE three of them (time, height, width). None: no rotation.
        fold_ln: For inputs before the weight of ln1 (``ln1.hook_normalized``); otherwise those of ``attn.hook_in``.
        fold_qk_norm: Folds the weights of q/k norm, where there is one.
        with_bias: Adds a row for the biases: inputs then have a 1 behind them.

    Raises:
        InputError: A head or layer that does not exist, or another number of offsets than the model's axes.
    """
    block, attn = _block(lm, layer)
    q, k = attn.W_Q, attn.W_K
    if fold_ln:
        q, k = q * block.ln1.weight[:, None], k * block.ln1.weight[:, None]
    if with_bias:
        q, k = torch.cat([q, attn.b_Q[:, None]], dim=1), torch.cat([k, attn.b_K[:, None]], dim=1)
    if fold_qk_norm and attn.q_norm is not None and attn.k_norm is not None:
        q, k = q * attn.q_norm.weight, k * attn.k_norm.weight
    q, k = _pick(q, head, lm), _pick_shared(k, head, lm)
    if offset is not None:
        k = _turned(lm, k, offset)
    return FactoredMatrix(q, k.mT)


def ov_circuit(
    lm: HookedDecoder, layer: int, head: int | None = None, *, fold_ln: bool = False, with_bias: bool = False
) -> FactoredMatrix:
    """``W_V W_O`` of a head: what it writes for what it attends to.

    Args:
        lm: The decoder.
        layer: Its layer.
        head: A query head, whose value head is found; None gives all, ``[head d_model d_model]``.
        fold_ln: For inputs before the weight of ln1; otherwise those of ``attn.hook_in``.
        with_bias: Adds a row for the bias of the values: inputs then have a 1 behind them.

    Raises:
        InputError: A head or layer that does not exist.
    """
    block, attn = _block(lm, layer)
    v = attn.W_V * block.ln1.weight[:, None] if fold_ln else attn.W_V
    if with_bias:
        v = torch.cat([v, attn.b_V[:, None]], dim=1)
    return FactoredMatrix(_pick_shared(v, head, lm), _pick(attn.W_O, head, lm))


class Circuits:
    """The QK or OV circuits of a model: ``model.QK[layer][head]`` or ``model.QK[layer, head]``, made when asked for.

    A head's factors are views of the model's weights. ``[layer]`` alone stands for all heads of a layer and has what
    ``FactoredMatrix`` has; grouped keys and values are then repeated for the heads that share them.
    """

    def __init__(self, lm: HookedDecoder, kind: Literal["QK", "OV"]) -> None:
        self._lm, self._kind = lm, kind
        self._make: Any = {"QK": qk_circuit, "OV": ov_circuit}[kind]

    def __len__(self) -> int:
        return self._lm.cfg.n_layers

    def __getitem__(self, index: int | tuple[int, int]) -> Any:
        if isinstance(index, tuple):
            return self._make(self._lm, *index)
        _block(self._lm, index)
        return LayerCircuits(self, index)

    def of_layer(self, layer: int) -> FactoredMatrix:
        """All heads of a layer, ``[head d_model d_model]``."""
        return self._make(self._lm, layer)

    def stack(self) -> FactoredMatrix:
        """All heads of all layers, ``[layer head d_model d_model]``: a copy of their weights."""
        layers = [self.of_layer(layer) for layer in range(len(self))]
        return FactoredMatrix(torch.stack([c.A for c in layers]), torch.stack([c.B for c in layers]))

    def __repr__(self) -> str:
        cfg = self._lm.cfg
        return (
            f"Circuits({self._kind}: {cfg.n_layers} layers x {cfg.n_heads} heads, each {cfg.d_model} x {cfg.d_model})"
        )


class LayerCircuits:
    """The circuits of one layer: ``[head]`` is one of them; everything else is that of all of them together."""

    def __init__(self, circuits: Circuits, layer: int) -> None:
        self._circuits, self._layer = circuits, layer

    def __len__(self) -> int:
        return self._circuits._lm.cfg.n_heads

    def __getitem__(self, head: int | slice) -> FactoredMatrix:
        if isinstance(head, int):
            return self._circuits[self._layer, head]
        return self._circuits.of_layer(self._layer)[head]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._circuits.of_layer(self._layer), name)

    def __matmul__(self, other: Any) -> Any:
        return self._circuits.of_layer(self._layer) @ other

    def __repr__(self) -> str:
        return f"LayerCircuits({self._circuits._kind} of layer {self._layer}, {len(self)} heads)"


def composition_scores_of(
    lm: HookedDecoder, kind: Literal["Q", "K", "V"], *, layers: Sequence[int] | None = None
) -> Float[Tensor, "layer head layer head"]:
    """How much each head reads, as its queries, keys or values, of what earlier heads write.

    Source: "A Mathematical Framework for Transformer Circuits" (Elhage et al., 2021). Neither norms nor rotation are
    taken into account. Works layer by layer, without a matrix of d_model x d_model.

    Args:
        lm: The decoder.
        kind: What is read as: ``"Q"``, ``"K"`` or ``"V"``.
        layers: Layers to compare; None means all.

    Returns:
        ``[writing layer, writing head, reading layer, reading head]``, zero where the writer does not come first.
    """
    if kind not in ("Q", "K", "V"):
        raise InputError(f'Heads compose by "Q", "K" or "V", got {kind!r}.')
    chosen = list(range(lm.cfg.n_layers)) if layers is None else list(layers)
    n = lm.cfg.n_heads
    scores = torch.zeros(len(chosen), n, len(chosen), n, device=lm.ln_final.weight.device)
    pairs = [(w, r) for w in range(len(chosen)) for r in range(len(chosen)) if chosen[w] < chosen[r]]
    for writer, reader in tqdm(pairs, desc=f"{kind}-composition", leave=False, disable=len(pairs) < 50):
        reading = ov_circuit(lm, chosen[reader]) if kind == "V" else qk_circuit(lm, chosen[reader])
        reading = reading.T if kind == "K" else reading
        scores[writer, :, reader] = composition_scores(ov_circuit(lm, chosen[writer]), reading).to(scores)
    return scores


def _block(lm: HookedDecoder, layer: int) -> tuple[Block, Attention]:
    if not -lm.cfg.n_layers <= layer < lm.cfg.n_layers:
        raise InputError(f"There is no layer {layer}: the model has {lm.cfg.n_layers}.")
    block: Any = lm.blocks[layer]
    return block, block.attn


def _pick(weight: Float[Tensor, "head a b"], head: int | None, lm: HookedDecoder) -> Tensor:
    return weight if head is None else weight[_checked(head, lm)]


def _pick_shared(weight: Float[Tensor, "kv_head a b"], head: int | None, lm: HookedDecoder) -> Tensor:
    """The key or value head that a query head uses, or all of them, one for each query head."""
    if head is not None:
        return weight[lm.cfg.kv_head(_checked(head, lm))]
    return (
        weight if lm.cfg.n_groups == 1 else repeat(weight, "kv_head a b -> (kv_head group) a b", group=lm.cfg.n_groups)
    )


def _checked(head: int, lm: HookedDecoder) -> int:
    if not -lm.cfg.n_heads <= head < lm.cfg.n_heads:
        raise InputError(f"There is no head {head}: the model has {lm.cfg.n_heads}.")
    return head % lm.cfg.n_heads


def _turned(lm: HookedDecoder, keys: Float[Tensor, "*head a d_head"], offset: int | Sequence[int]) -> Tensor:
    """Key vectors turned as they stand to a query ``offset`` positions behind them."""
    axes, n_axes = [offset] if isinstance(offset, int) else list(offset), lm.cfg.rotary.n_axes
    if len(axes) == 1 and n_axes == 3:
        axes = axes * 3  # text positions are alike on all axes
    if len(axes) != n_axes:
        raise InputError(f"Got {len(axes)} offsets; this model's positions have {n_axes} axes.")
    still = torch.zeros(n_axes, 1, 1, dtype=torch.long, device=keys.device)
    moved = still - torch.tensor(axes, device=keys.device).view(n_axes, 1, 1)
    wide = keys.float().reshape(-1, 1, 1, keys.shape[-1])
    cos, sin = lm.rotary(moved, like=wide)
    factor = lm.rotary(still, like=wide)[0][..., :1]  # of queries; some scalings put one on cosines and sines
    return (rotate(wide, cos[:, None], sin[:, None]) * factor).view(keys.shape).to(keys.dtype)
