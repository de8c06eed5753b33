"""The model's weights under TransformerLens's names."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from jaxtyping import Float
from torch import Tensor

from ..components.stored import plain_weight
from ..decoder import HookedDecoder
from .circuits import Circuits
from .stacked import StackedWeights


class WeightViews:
    """Gives a model its weights by head: zero-copy views, so that writing to them changes the model.

    ``W_Q`` and the others are indexed by layer first. Keys and values have ``kv_head``; ``kv_head(head)`` tells which
    one a query head uses. Weights that are offloaded or quantised raise a WeightsError.
    """

    hf: Any

    @property
    def lm(self) -> HookedDecoder:
        """The decoder."""
        raise NotImplementedError

    @property
    def W_E(self) -> Float[Tensor, "d_vocab d_model"]:
        """The token embedding."""
        return plain_weight(self.hf.get_input_embeddings())

    @property
    def W_U(self) -> Float[Tensor, "d_model d_vocab"]:
        """A view of the unembedding."""
        return plain_weight(self.hf.get_output_embeddings()).T

    @property
    def b_U(self) -> Float[Tensor, " d_vocab"]:
        """The unembedding's bias; zeros where the model has none."""
        head = self.hf.get_output_embeddings()
        return plain_weight(head).new_zeros(()).expand(len(head.weight)) if head.bias is None else head.bias

    @property
    def W_Q(self) -> StackedWeights:
        """``[layer head d_model d_head]``."""
        return self._stacked("W_Q", "attn")

    @property
    def W_K(self) -> StackedWeights:
        """``[layer kv_head d_model d_head]``."""
        return self._stacked("W_K", "attn")

    @property
    def W_V(self) -> StackedWeights:
        """``[layer kv_head d_model d_head]``."""
        return self._stacked("W_V", "attn")

    @property
    def W_O(self) -> StackedWeights:
        """``[layer head d_head d_model]``."""
        return self._stacked("W_O", "attn")

    @property
    def b_Q(self) -> StackedWeights:
        """``[layer head d_head]``; zeros that can't be written to where the model has no bias."""
        return self._stacked("b_Q", "attn")

    @property
    def b_K(self) -> StackedWeights:
        """``[layer kv_head d_head]``; zeros that can't be written to where the model has no bias."""
        return self._stacked("b_K", "attn")

    @property
    def b_V(self) -> StackedWeights:
        """``[layer kv_head d_head]``; zeros that can't be written to where the model has no bias."""
        return self._stacked("b_V", "attn")

    @property
    def b_O(self) -> StackedWeights:
        """``[layer d_model]``; zeros that can't be written to where the model has no bias."""
        return self._stacked("b_O", "attn")

    @property
    def W_gate(self) -> StackedWeights:
        """``[layer d_model d_mlp]``."""
        return self._stacked("W_gate", "mlp")

    @property
    def W_in(self) -> StackedWeights:
        """``[layer d_model d_mlp]``."""
        return self._stacked("W_in", "mlp")

    @property
    def W_out(self) -> StackedWeights:
        """``[layer d_mlp d_model]``."""
        return self._stacked("W_out", "mlp")

    @property
    def b_gate(self) -> StackedWeights:
        """``[layer d_mlp]``; zeros that can't be written to where the model has no bias."""
        return self._stacked("b_gate", "mlp")

    @property
    def b_in(self) -> StackedWeights:
        """``[layer d_mlp]``; zeros that can't be written to where the model has no bias."""
        return self._stacked("b_in", "mlp")

    @property
    def b_out(self) -> StackedWeights:
        """``[layer d_model]``; zeros that can't be written to where the model has no bias."""
        return self._stacked("b_out", "mlp")

    @property
    def QK(self) -> Circuits:
        """``model.QK[layer][head]``: ``W_Q W_K^T``, without rotation and norms (``weights.qk_circuit`` has them)."""
        return Circuits(self.lm, "QK")

    @property
    def OV(self) -> Circuits:
        """``model.OV[layer][head]``: ``W_V W_O``."""
        return Circuits(self.lm, "OV")

    def kv_head(self, head: int) -> int:
        """The key and value head that a query head uses."""
        return self.lm.cfg.kv_head(head)

    def _stacked(self, name: str, part: str) -> StackedWeights:
        read: list[Callable[[], Tensor]] = [partial(getattr, getattr(block, part), name) for block in self.lm.blocks]
        return StackedWeights(name, read)
