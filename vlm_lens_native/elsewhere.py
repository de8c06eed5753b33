"""What TransformerLens's users look for under names that mean nothing here: each with what there is in its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

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


class Pointers:
    """Names that something else stands for here say what that is, where they are looked up in vain."""

    __slots__ = ()
    _elsewhere: ClassVar[Mapping[str, str]] = {}  # by name, a sentence

    def __getattr__(self, name: str) -> Any:
        if name in self._elsewhere:
            raise AttributeError(f"{name!r} is TransformerLens's, and not needed here. {self._elsewhere[name]}")
        looks_on = getattr(super(), "__getattr__", None)  # a module keeps its parts there
        if looks_on is not None:
            return looks_on(name)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)
