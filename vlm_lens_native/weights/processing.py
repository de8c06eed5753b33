"""A copy of a model with its weights processed: the same log-probabilities from simpler parts."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

from einops import einsum
from torch import Tensor, nn

from vlm_lens_native.components import Block, HookedNorm
from vlm_lens_native.components.stored import plain_weight
from vlm_lens_native.decoder import HookedDecoder
from vlm_lens_native.errors import InputError


def process_weights(
    hf: Any, lm_path: str, *, fold_ln: bool, center_unembed: bool | None, fold_value_biases: bool
) -> tuple[Any, tuple[str, ...]]:
    """A host with processed weights; what is not changed is shared with the given one, which stays as it is.

    See ``HookedVLMTransformer.process_weights``.

    Returns:
        The new host, and what was done.

    Raises:
        WeightsError: Weights of the decoder or the head are offloaded or quantised.
        InputError: The unembedding is to be centred, and logits have a soft cap; or values' biases are to be folded,
            and gates stand behind them.
    """
    cap = hf.get_submodule(lm_path).cfg.logits_cap
    if center_unembed and cap is not None:
        raise InputError(
            f"Logits of this model have a soft cap ({cap:g}), behind which a shift of all is no shift any more: "
            "process_weights(center_unembed=False) leaves the unembedding as it is."
        )
    center_unembed = cap is None if center_unembed is None else center_unembed
    for module in (*hf.get_submodule(f"{lm_path}.blocks").modules(), hf.get_output_embeddings()):
        if isinstance(module, nn.Linear):
            plain_weight(module)  # before anything is copied
    shared = {id(tensor): tensor for tensor in (*hf.parameters(), *hf.buffers())}
    new = copy.deepcopy(hf, shared)  # deepcopy takes what it finds in its memo as copied already
    lm: HookedDecoder = new.get_submodule(lm_path)
    head: nn.Linear = new.get_output_embeddings()
    if fold_ln:
        for block in lm.blocks:
            _fold_norms(block)
        lm.ln_final.fold_into(head)
    with_biases = [lm.blocks[n] for n in lm.cfg.key_layers if lm.blocks[n].attn.b_V.any()]
    if fold_value_biases and with_biases and (lm.cfg.gated_attention or lm.cfg.v_norm or lm.cfg.lenders):
        raise InputError(
            "Gates on heads' outputs, or a norm of values, stand between the values' bias and the stream, or other "
            "layers attend to the values too: "
            "process_weights(fold_value_biases=False) leaves it where it is."
        )
    if fold_value_biases and with_biases:
        lm.cfg = replace(lm.cfg, out_bias=True)
        for block in with_biases:
            _fold_value_bias(block, lm)
    if center_unembed:
        weight = plain_weight(head).float()
        head.weight = _parameter(weight - weight.mean(0), like=head.weight)
        if head.bias is not None:
            head.bias = _parameter(head.bias.float() - head.bias.float().mean(), like=head.bias)
    for config in (new.config, new.config.get_text_config()):
        config.tie_word_embeddings = False  # or HF would give the head the embedding's weight on the next occasion
    asked = {"fold_ln": fold_ln, "center_unembed": center_unembed, "fold_value_biases": fold_value_biases}
    return new, tuple(name for name, wanted in asked.items() if wanted)


def _fold_norms(block: Block) -> None:
    """Norms behind attention and MLP stay: what they divide by depends on what they would be folded into."""
    readers: dict[HookedNorm, list[nn.Module]] = {}
    for norm, module in ((block.inlet("attn").norm, block.mixer), (block.inlet("mlp").norm, block.mlp)):
        if norm is not None:
            readers.setdefault(norm, []).extend(module.readers)
    for norm, modules in readers.items():
        norm.fold_into(*modules)


def _fold_value_bias(block: Block, lm: HookedDecoder) -> None:
    """Moves the values' bias behind attention: the weights of a query's keys sum to 1, so it always arrives in full."""
    attn = block.attn
    b_V = attn.b_V.float().repeat_interleave(attn.num_key_value_groups, dim=0)
    arriving = einsum(b_V, attn.W_O.float(), "head d_head, head d_head d_model -> d_model")
    attn.o_proj.bias = _parameter(attn.b_O.float() + arriving, like=attn.o_proj.weight)
    attn.drop_value_bias()
    attn.cfg = lm.cfg


def _parameter(value: Tensor, *, like: Tensor) -> nn.Parameter:
    return nn.Parameter(value.to(like.dtype), requires_grad=False)
