"""What tokens bring along for each layer, and the part of a block that reads it."""

from __future__ import annotations

from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor, nn
from transformers.activations import ACT2FN

from vlm_lens_native.components.norm import Norm
from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.errors import InputError
from vlm_lens_native.hooks import ForwardPass, HookPoint
from vlm_lens_native.shapes import Residual

OfLayers = Float[Tensor, "batch pos layer d_per_layer"]


class PerLayerProjection(nn.Module):
    """What embeddings say to each layer, joined with what tokens themselves bring along for it.

    Source: ``project_per_layer_inputs`` in transformers' ``models/gemma4/modeling_gemma4.py``.
    """

    def __init__(self, cfg: DecoderConfig) -> None:
        super().__init__()
        own = cfg.per_layer
        assert own is not None
        self.shape, self.scale = (cfg.n_layers, own.width), cfg.d_model**-0.5
        self.proj = nn.Linear(cfg.d_model, cfg.n_layers * own.width, bias=False)
        self.norm = Norm(own.width, cfg.norm)

    def forward(self, embeddings: Residual, of_tokens: OfLayers) -> OfLayers:
        """What each layer gets, from merged embeddings and from the tokens' own table."""
        projected = (self.proj(embeddings) * self.scale).unflatten(-1, self.shape)
        return (self.norm(projected) + of_tokens) * 2.0**-0.5


class PerLayerPart(nn.Module):
    """The third part of a block: the stream, through a gate, times what the layer gets of the token.

    Attributes:
        hook_in: ``[batch pos d_model]``: the stream behind the MLP, which it reads without a norm.
        hook_pre: ``[batch pos d_per_layer]``: the gate, before its activation function.
        hook_input: ``[batch pos d_per_layer]``: what the layer gets of the token: of a table of its own, and of the
            merged embedding, as it was before any hook. Images come in here as well.
        hook_post: ``[batch pos d_per_layer]``: gate times that.
        hook_out: ``[batch pos d_model]``: the output, in front of the norm behind it.

    Source: ``Gemma4TextDecoderLayer`` in transformers' ``models/gemma4/modeling_gemma4.py``.
    """

    def __init__(self, cfg: DecoderConfig) -> None:
        super().__init__()
        own = cfg.per_layer
        assert own is not None
        self.gate_proj = nn.Linear(cfg.d_model, own.width, bias=False)
        self.out_proj = nn.Linear(own.width, cfg.d_model, bias=False)
        self.act = ACT2FN[cfg.activation]
        self.hook_in = HookPoint("batch pos d_model", shared=True)
        self.hook_pre = HookPoint("batch pos d_per_layer")
        self.hook_input = HookPoint("batch pos d_per_layer", shared=True)
        self.hook_post = HookPoint("batch pos d_per_layer")
        self.hook_out = HookPoint("batch pos d_model")

    def forward(
        self, resid: Residual, given: Float[Tensor, "batch pos d_per_layer"], run: ForwardPass | None = None
    ) -> Residual:
        gate = self.act(self.hook_pre(self.gate_proj(self.hook_in(resid, run)), run))
        return self.hook_out(self.out_proj(self.hook_post(gate * self.hook_input(given, run), run)), run)


def ids_of(embeddings: Residual, table: Any) -> Tensor:
    """The token ids whose embeddings these are, where HF's class was given no ids.

    As HF's ``get_per_layer_inputs`` finds them.

    Raises:
        InputError: Some are no token's embedding, or several tokens'.
    """
    scaled = table.weight * table.scale
    rows = [(each[:, None] == scaled).all(-1) for each in embeddings]
    if any((row.sum(-1) != 1).any() for row in rows):
        raise InputError(
            "This model brings something along for each token, beside its embedding, and some of these embeddings are "
            "no token's, or several tokens': give input_ids, or per_layer_inputs of get_per_layer_inputs."
        )
    return torch.stack([row.long().argmax(-1) for row in rows])
