"""The model's weights under TransformerLens's names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, SupportsIndex

import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.components.stored import bias_of, plain_weight
from vlm_lens_native.decoder import HookedDecoder
from vlm_lens_native.errors import InputError, WeightsError
from vlm_lens_native.indices import Indices
from vlm_lens_native.inputs.tokens import single_token
from vlm_lens_native.inputs.words import OneWord, find_word
from vlm_lens_native.weights.circuits import OVCircuits, QKCircuits
from vlm_lens_native.weights.composition import Mode, all_composition_scores
from vlm_lens_native.weights.stacked import StackedWeights


class WeightViews:
    """Gives a model its weights by head: zero-copy views, so that writing to them changes the model.

    ``W_Q`` and the others are indexed by layer first. Keys and values have ``kv_head``; ``kv_head(head)`` tells which
    one a query head uses. Biases that the model does not have are zeros, which can't be written to.

    Weights that are offloaded or quantised raise a WeightsError.
    """

    hf: Any

    @property
    def tokenizer(self) -> Any:
        """HF's tokenizer, or None."""
        raise NotImplementedError

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
        """The unembedding's bias."""
        return bias_of(self.hf.get_output_embeddings())

    @property
    def W_Q(self) -> Float[StackedWeights, "layer head d_model d_head"]:
        """Query weights."""
        return self._of_all_layers("attn", "W_Q")

    @property
    def W_K(self) -> Float[StackedWeights, "layer kv_head d_model d_head"]:
        """Key weights."""
        return self._of_all_layers("attn", "W_K")

    @property
    def W_V(self) -> Float[StackedWeights, "layer kv_head d_model d_head"]:
        """Value weights."""
        return self._of_all_layers("attn", "W_V")

    @property
    def W_O(self) -> Float[StackedWeights, "layer head d_head d_model"]:
        """Output weights."""
        return self._of_all_layers("attn", "W_O")

    @property
    def b_Q(self) -> Float[StackedWeights, "layer head d_head"]:
        """Biases of queries."""
        return self._of_all_layers("attn", "b_Q")

    @property
    def b_K(self) -> Float[StackedWeights, "layer kv_head d_head"]:
        """Biases of keys."""
        return self._of_all_layers("attn", "b_K")

    @property
    def b_V(self) -> Float[StackedWeights, "layer kv_head d_head"]:
        """Biases of values."""
        return self._of_all_layers("attn", "b_V")

    @property
    def b_O(self) -> Float[StackedWeights, "layer d_model"]:
        """Biases of what attention writes."""
        return self._of_all_layers("attn", "b_O")

    @property
    def W_gate(self) -> Float[StackedWeights, "layer *expert d_model d_mlp"]:
        """Weights of the gate, which the activation function follows; layers with experts have an axis of them."""
        return self._of_all_layers("mlp", "W_gate")

    @property
    def W_in(self) -> Float[StackedWeights, "layer *expert d_model d_mlp"]:
        """Weights of what the gate multiplies."""
        return self._of_all_layers("mlp", "W_in")

    @property
    def W_out(self) -> Float[StackedWeights, "layer *expert d_mlp d_model"]:
        """Weights of what the MLP writes."""
        return self._of_all_layers("mlp", "W_out")

    @property
    def b_gate(self) -> Float[StackedWeights, "layer d_mlp"]:
        """Biases of the gate."""
        return self._of_all_layers("mlp", "b_gate")

    @property
    def b_in(self) -> Float[StackedWeights, "layer d_mlp"]:
        """Biases of what the gate multiplies."""
        return self._of_all_layers("mlp", "b_in")

    @property
    def b_out(self) -> Float[StackedWeights, "layer d_model"]:
        """Biases of what the MLP writes."""
        return self._of_all_layers("mlp", "b_out")

    @property
    def QK(self) -> QKCircuits:
        """``model.QK[layer][head]``: what a head's queries look for in keys, ``W_Q W_K^T``."""
        return QKCircuits(self.lm)

    @property
    def OV(self) -> OVCircuits:
        """``model.OV[layer][head]``: what a head writes for what it attends to, ``W_V W_O``."""
        return OVCircuits(self.lm)

    def tokens_to_residual_directions(
        self, tokens: str | SupportsIndex | Sequence[int] | Tensor
    ) -> Float[Tensor, "*token d_model"]:
        """The unembedding's columns of tokens: what the stream behind the final norm is multiplied by for their logits.

        TransformerLens's meaning; a direction in front of the final norm is ``word_direction(word, norm=True)``.

        Args:
            tokens: A token id, ids of any shape, or a text that is a single token, to the letter.

        Raises:
            InputError: The text is not one token, or there is no such token.
        """
        ids = torch.as_tensor(single_token(self.tokenizer, tokens) if isinstance(tokens, str) else tokens)
        d_vocab = self.W_U.shape[1]
        if ids.is_floating_point() or ids.dtype == torch.bool or bool(((ids < 0) | (ids >= d_vocab)).any()):
            raise InputError(f"Token ids are integers from 0 to {d_vocab - 1}, got {tokens!r}.")
        return self.W_U.T[ids.to(self.W_U.device)]

    def word_direction(self, word: OneWord, *, norm: bool = True) -> Float[Tensor, " d_model"]:
        """The direction along which the stream says a word, the mean over the tokens that spell it.

        Args:
            word: A word in any of its spellings, a token id, or a `Word`.
            norm: Whether it is a direction of the stream in front of the final norm, so with the norm's gain (and
                without a mean, where the norm takes it off): the stream's product with it, over the norm's scale, is
                the word's logit, but for biases and ``cfg.logits_factor``. False: behind the norm, of the unembedding.

        Raises:
            InputError: No single token spells the word.
        """
        ids = torch.tensor(find_word(self.tokenizer, word, d_vocab=self.W_U.shape[1]).token_ids)
        direction = self.tokens_to_residual_directions(ids).mean(0)
        return self.lm.ln_final.pull_back(direction, torch.ones_like(direction[:1])) if norm else direction

    def kv_head(self, head: SupportsIndex) -> int:
        """The key and value head that a query head uses.

        Raises:
            OutOfRangeError: There is no such query head.
        """
        return self.lm.cfg.kv_head(head)

    def all_composition_scores(
        self, mode: Mode, *, layers: Indices | None = None
    ) -> Float[Tensor, "layer head layer head"]:
        """How much each head reads of what earlier heads write; see ``weights.all_composition_scores``."""
        return all_composition_scores(self.lm, mode, layers=layers)

    def _of_all_layers(self, part: str, name: str) -> StackedWeights:
        reads = [partial(_weight, block, part, name) for block in self.lm.blocks]
        if part == "attn" and self.lm.cfg.head_shapes:
            raise WeightsError(
                f"Heads differ in shape between layers of this model, so {name} of all layers is no tensor: take "
                f"model.lm.blocks[layer].attn.{name}."
            )
        first = self.lm.cfg.attention_layers[0] if part == "attn" else 0
        return StackedWeights(name, reads, like=reads[first]())


def _weight(block: Any, part: str, name: str) -> Tensor:
    if not hasattr(block, part):
        raise WeightsError(
            f"A layer with {block.mixer_name} in place of attention has no {name}: index {name} by a layer in "
            f"cfg.attention_layers. The layer's own weights are those of its {block.mixer_name}."
        )
    return getattr(getattr(block, part), name)
