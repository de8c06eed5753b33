"""What TransformerLens's users look for under names that mean nothing here: each with what there is in its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from vlm_lens_native.errors import InputError

_NO_SWITCH = "Every hook point is there without a switch, and costs nothing until somebody listens."
_RAW = "Weights are raw on loading; model.process_weights(fold_ln=..., ...) returns a processed copy."
_ROTARY = "Positions are rotations of queries and keys: no embedding is added for them."
_ON_THE_MODEL = "Hooks are added through the model: model.add_hook(name, hook), or model.hooks([(name, hook)])"

MODEL = {
    "set_use_attn_in": f"{_NO_SWITCH} It is attn.hook_in.",
    "set_use_attn_result": f"{_NO_SWITCH} It is attn.hook_result.",
    "set_use_hook_mlp_in": f"{_NO_SWITCH} It is mlp.hook_in.",
    "set_use_split_qkv_input": f"{_NO_SWITCH} Paths into q, k and v apart are analysis.patching's.",
    "set_ungroup_grouped_query_attention": "Keys and values are stored once a group: cfg.kv_head(head) is a head's.",
    "from_pretrained_no_processing": "from_pretrained changes no weight.",
    "fold_layer_norm": _RAW,
    "center_unembed": _RAW,
    "center_writing_weights": _RAW,
    "fold_value_biases": _RAW,
    "process_weights_": _RAW,
    "blocks": "model.lm.blocks has them.",
    "embed": "model.lm.embed, or model.W_E.",
    "ln_final": "model.lm.ln_final has it.",
    "mod_dict": "model.hook_dict has the hook points by name.",
    "hook_points": "model.hook_dict.values() has them, model.hook_names() their names.",
    "add_perma_hook": "model.add_hook(name, hook, is_permanent=True) adds one that stays.",
    "refactor_factored_attn_matrices": "model.QK and model.OV are factored matrices, with .svd().",
    "loss_fn": "model(inputs, return_type='loss') gives it.",
    "input_to_embed": "model.encode(inputs) gives the merged embeddings, with positions and mask.",
    "get_residual": "model.encode(inputs) gives the merged embeddings, with positions and mask.",
    "to_single_str_token": "model.to_string(token) gives a token's text.",
    "get_token_position": "model.to_str_tokens(inputs).index(token); of images, model.token_layout(inputs) knows them.",
    "set_tokenizer": "from_pretrained(..., processor=...) takes another processor, whose tokenizer it is.",
    "generate_stream": "model.generate(inputs, streamer=...) takes HF's streamers.",
    "n_params_total": "sum(p.numel() for p in model.parameters()).",
    "accumulated_bias": "cache.get_full_resid_decomposition(layer, return_labels=True) has it as 'bias'.",
    "all_head_labels": "The labels of cache.stack_head_results(return_labels=True) name heads so: L3H2.",
    "W_pos": _ROTARY,
    "W_E_pos": _ROTARY,
}

CACHE = {
    "compute_head_results": "Record 'attn.hook_result', or use cache.stack_head_results().",
    "stack_activation": "cache.stack('resid_post') has the layers' activations; attn.hook_z is 'z', and so on.",
    "get_neuron_results": "cache.stack_neuron_results() has them for every layer.",
    "toggle_autodiff": "Run under torch.enable_grad() with an input or a hook's result that requires a gradient.",
    "apply_slice_to_batch_dim": "cache.row(n) is a cache of one row.",
}

HOOK_POINT = {
    "add_hook": f"{_ON_THE_MODEL}.",
    "add_perma_hook": f"{_ON_THE_MODEL}; with is_permanent=True it stays.",
    "remove_hooks": "model.reset_hooks() takes off what model.add_hook put on.",
}

CONFIG = {
    "device": "model.device says where the model runs.",
    "dtype": "model.dtype is that of its weights.",
    "model_name": "model.hf_config.name_or_path is where it was loaded from.",
    "d_vocab_out": "It is d_vocab.",
    "act_fn": "It is activation.",
    "normalization_type": "norm describes the norms.",
    "eps": "It is norm.eps.",
    "positional_embedding_type": "rotary describes the rotation.",
    "use_attn_result": _NO_SWITCH,
}

_SWEEP = "sweep(model, source, target, hook=..., groups=, positions= or heads=) patches layer by layer."
PATCHING = {
    f"get_act_patch_{name}": _SWEEP
    for name in (
        *("resid_pre", "resid_mid", "attn_out", "mlp_out", "block_every"),
        *(f"attn_head_{what}_{of}" for what in ("out", "q", "k", "v", "pattern") for of in ("all_pos", "by_pos")),
        *("attn_head_all_pos_every", "attn_head_by_pos_every"),
    )
}

# Arguments of from_pretrained, and those of passes.
LOADING = {
    "fold_ln": _RAW,
    "center_writing_weights": _RAW,
    "center_unembed": _RAW,
    "fold_value_biases": _RAW,
    "hf_model": "HookedVLMTransformer.from_hf(hf_model, processor=...) takes a loaded one.",
    "tokenizer": "processor= takes another processor, whose tokenizer it is.",
    "load_in_4bit": "quantization_config=BitsAndBytesConfig(load_in_4bit=True) quantises.",
    "load_in_8bit": "quantization_config=BitsAndBytesConfig(load_in_8bit=True) quantises.",
    "n_devices": 'device_map="auto" spreads a model over what there is.',
}
PASSES = {
    "loss_per_token": "cross_entropy(logits[:, :-1].mT, ids[:, 1:], reduction='none') of torch gives it.",
    "return_cache_object": "The cache is a mapping: dict(cache) has the activations by name.",
    "prepend_bos": "model.to_tokens(text, prepend_bos=...) makes tokens, which are taken wherever texts are.",
    "fwd_hooks": "with model.hooks(fwd_hooks=...): model.generate(...) runs hooks at every step.",
    "return_type": "generate returns token ids, of which model.to_string(ids) makes text.",
    "verbose": "No bars are shown; streamer= takes HF's streamers, which show tokens as they come.",
}


def refuse_arguments(given: Iterable[str]) -> None:
    """Says what there is in the place of TransformerLens's arguments of passes.

    Raises:
        InputError: One of them was given.
    """
    for name in given:
        if name in PASSES:
            raise InputError(f"{name!r} is TransformerLens's argument, and not one here. {PASSES[name]}")


def point_elsewhere(name: str, known: Mapping[str, str]) -> None:
    """Says what there is in the place of a name that is looked up in vain.

    Raises:
        AttributeError: There is something.
    """
    if name in known:
        raise AttributeError(f"{name!r} is TransformerLens's, and not needed here. {known[name]}")


class Pointers:
    """Names that something else stands for here say what that is, where they are looked up in vain."""

    __slots__ = ()
    _elsewhere: ClassVar[Mapping[str, str]] = {}  # by name, a sentence

    def __getattr__(self, name: str) -> Any:
        point_elsewhere(name, self._elsewhere)
        looks_on = getattr(super(), "__getattr__", None)  # a module keeps its parts there
        if looks_on is not None:
            return looks_on(name)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)
