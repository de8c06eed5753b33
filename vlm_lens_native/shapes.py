"""The glossary: names of axes, and the tensor types built on them."""

from jaxtyping import Bool, Float, Int
from torch import Tensor

AXES = {
    "batch": "rows of the batch",
    "pos": "positions of the sequence that this pass computes",
    "key": "positions that can be attended to: those of the pass and of the KV cache",
    "image_key": "image features that cross-attention attends to: image by image, tile by tile",
    "head": "query heads, ``cfg.n_heads``",
    "kv_head": "key/value heads, ``cfg.n_key_value_heads``; each serves ``n_heads / n_key_value_heads`` query heads",
    "mask_head": "1, where one mask serves all query heads; or as ``head``",
    "d_model": "width of the residual stream",
    "d_head": "width of a head",
    "d_mlp": "width of the MLP's hidden layer",
    "d_per_layer": "width of what tokens bring along for each layer",
    "expert": "experts of a mixture, ``cfg.experts.n_experts``",
    "choice": "the experts that a token goes to, ``cfg.experts.n_chosen``",
    "d_expert": "width of an expert's hidden layer",
    "key_head": "heads of queries and keys in gated DeltaNet layers, ``cfg.delta.n_key_heads``",
    "value_head": "heads of values there, each with a state, ``cfg.delta.n_value_heads``",
    "d_key": "width of their queries and keys",
    "d_value": "width of their values; and of values in latent attention, where it is not that of queries and keys",
    "d_latent": "width of what keys and values are made of in latent attention",
    "d_q_latent": "width of what queries are made of there",
    "d_unturned": "width of the part of keys there that heads have of their own, and that is not rotated",
    "d_rot": "width of the part of keys there that heads share, and that is rotated",
    "d_conv": "their queries, keys and values side by side",
    "d_vocab": "size of the vocabulary",
    "feature": "features of a dictionary that is spliced in (an SAE, a transcoder)",
    "layer": "decoder blocks",
    "image": "images, tiles or frames, as the vision encoder takes them; heads behind it are the encoder's own",
    "patch": "patches of an image",
    "key_patch": "patches that can be attended to",
    "merged": "patches that the vision encoder has made of several, behind the block where it merges them",
    "key_merged": "such patches that can be attended to",
    "token": "image tokens, as the adapter makes them",
    "d_vision": "width of the vision encoder's stream",
}
"""Names of axes, as hook points, annotations and docstrings use them. A number is an axis of that length."""

Residual = Float[Tensor, "batch pos d_model"]
HeadVectors = Float[Tensor, "batch pos head d_head"]
HeadWrites = Float[Tensor, "batch pos head d_model"]
AdditiveMask = Float[Tensor, "batch mask_head pos key"]
Pattern = Float[Tensor, "batch head pos key"]
Logits = Float[Tensor, "batch pos d_vocab"]
TokenIds = Int[Tensor, "batch pos"]
PositionMask = Bool[Tensor, "batch pos"]
