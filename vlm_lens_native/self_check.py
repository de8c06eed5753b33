"""The check at load: HF's own language model gets our weights, and both have to compute the same bits."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import torch
from accelerate import init_empty_weights
from torch import Tensor, nn
from transformers import PreTrainedModel

from vlm_lens_native._transformers import LOADING
from vlm_lens_native.components.stored import is_plain
from vlm_lens_native.decoder import HookedDecoder
from vlm_lens_native.errors import ConfigError
from vlm_lens_native.families import Family

_N_POS, _N_PADDING, _N_KEYS = 8, 3, 4


def self_checked(host: PreTrainedModel, family: Family, verify: bool | None) -> Family:
    """The family, once its decoder has shown that it computes what HF's language model does.

    A short text in two rows, one of them padded, runs through both, and every layer is compared. No weight is copied.
    It takes two passes over 16 tokens and a language model of HF's without weights beside ours.

    Args:
        host: The loaded model.
        family: Its family.
        verify: None checks wrappers without a file only.

    Returns:
        The family; with a note where the check was wanted and weights are offloaded or quantised.

    Raises:
        ConfigError: They differ; the message names the first layer.
    """
    if not (family.is_derived if verify is None else verify):
        return family
    decoder: Any = host.get_submodule(family.language_model)
    parts = (decoder.embed_tokens, *decoder.blocks.modules())
    if not all(is_plain(part) for part in parts if isinstance(part, nn.Linear | nn.Embedding)):
        return replace(family, notes=(*family.notes, "Not compared with HF: weights are offloaded or quantised."))
    if len({weight.device for weight in decoder.parameters()}) > 1:
        return replace(family, notes=(*family.notes, "Not compared with HF: weights are on several devices."))
    beside = _beside(decoder)
    ours, theirs = (_states(module, beside) for module in (decoder, _hf_twin(decoder, family)))
    for layer, (state, expected) in enumerate(zip(ours, theirs, strict=True)):
        if not torch.equal(state, expected):
            off = (state.float() - expected.float()).abs().max()
            raise ConfigError(
                f"The decoder does not compute what HF's {family.hf_class.__name__} does with the same weights: "
                f"{_place(layer, len(ours))} differs by up to {off:.2g}. Please report the checkpoint's config.json; "
                "verify=False loads it all the same."
            )
    return family


def _hf_twin(decoder: HookedDecoder, family: Family) -> PreTrainedModel:
    """HF's language model around our weights."""
    config = copy.deepcopy(decoder.hf_config)
    with LOADING, init_empty_weights(include_buffers=False):
        twin = family.hf_class(config)
    path, own = family.language_model, decoder.state_dict()
    state = {key: own[family.rename(f"{path}.{key}").removeprefix(f"{path}.")] for key in twin.state_dict()}
    twin.load_state_dict(state, assign=True)
    return twin.to(next(decoder.parameters()).device).requires_grad_(False).eval()


def _beside(decoder: HookedDecoder) -> dict[str, Tensor]:
    """What cross-attention layers attend to, as HF's wrappers hand it over; nothing for other models."""
    if decoder.cfg.cross is None:
        return {}
    like, generator = next(decoder.parameters()), torch.Generator().manual_seed(0)
    features = torch.randn(2, _N_KEYS, decoder.cfg.d_model, generator=generator).to(like)
    mask = torch.zeros(2, 1, _N_POS, _N_KEYS)
    mask[0, :, :, 1:] = torch.finfo(like.dtype).min
    sees = torch.ones(2, 1, _N_POS, 1)
    sees[1, :, :_N_PADDING] = 0
    return {
        "cross_attention_states": features,
        "cross_attention_mask": mask.to(like),
        "full_text_row_masked_out_mask": sees.to(like),
    }


@torch.no_grad()
def _states(language_model: Any, beside: Mapping[str, Tensor]) -> tuple[Tensor, ...]:
    device = next(language_model.parameters()).device
    ids = torch.arange(2 * _N_POS, device=device).view(2, _N_POS) + 1
    mask = torch.ones_like(ids)
    mask[1, :_N_PADDING] = 0
    ids = ids % language_model.get_input_embeddings().num_embeddings
    how = {"output_hidden_states": True, "use_cache": False}
    return language_model(input_ids=ids, attention_mask=mask, **beside, **how).hidden_states


def _place(layer: int, n_states: int) -> str:
    if layer == 0:
        return "the embedding"
    return "the last layer or the final norm" if layer == n_states - 1 else f"layer {layer - 1}"
