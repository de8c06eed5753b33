"""The guard over the keys of HF's text configs: what our decoder replaces must not ask for what it doesn't do.

The outer config has no guard: HF's wrapper, which reads it, runs as it is.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable, Mapping
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

from transformers import PreTrainedConfig, cache_utils, masking_utils, modeling_rope_utils
from transformers.integrations import sdpa_attention

from vlm_lens_native.families.declarations import ConfigKeys

# Keys that every HF config may carry and that change nothing in a forward pass.
BOOKKEEPING: Mapping[str, str] = {
    **dict.fromkeys(
        ("_name_or_path", "architectures", "model_type", "transformers_version", "auto_map", "transformers.js_config"),
        "says where the checkpoint comes from",
    ),
    **dict.fromkeys(("dtype", "torch_dtype", "quantization_config"), "HF's loader acts on it"),
    **dict.fromkeys(("id2label", "label2id", "problem_type"), "for classification heads"),
    **dict.fromkeys(("initializer_range", "attention_dropout", "neftune_noise_alpha"), "for training"),
    **dict.fromkeys(
        ("return_dict", "output_hidden_states", "output_attentions", "chunk_size_feed_forward"), "form of the output"
    ),
    **dict.fromkeys(("use_cache", "pad_token_id", "bos_token_id", "eos_token_id"), "generation acts on it"),
    **dict.fromkeys(
        ("_attn_implementation_autoset", "_flash_attn_2_enabled", "attn_implementation"), "a choice of kernel"
    ),
}
# What HF's language models hand their config to.
_READERS = (masking_utils, modeling_rope_utils, cache_utils, sdpa_attention)


class Unlisted(NamedTuple):
    """Keys that a backbone's file lists nowhere, with their values.

    Attributes:
        offending: HF's code reads them, or may do so, and they are not at their default.
        unread: HF's code can't read them.
    """

    offending: dict[str, Any]
    unread: dict[str, Any]


def unlisted_keys(config: PreTrainedConfig, keys: ConfigKeys, hf_class: type) -> Unlisted:
    """Sorts out the keys of a text config that its backbone does not list.

    HF's code reads an attribute that its config class declares as ``config.name``. One that the class does not declare
    it could only read by ``getattr(config, "name", default)``: then the name stands in the source as a string.

    Args:
        config: HF's text config.
        keys: What the backbone's file lists.
        hf_class: HF's class of the language model, whose module is searched.
    """
    defaults = type(config)().to_dict()
    known = keys.handled | keys.ignored.keys() | BOOKKEEPING.keys()
    unlisted = {key: value for key, value in config.to_dict().items() if key not in known}
    readable = _strings(inspect.getmodule(hf_class), *_READERS)
    offending, unread = {}, {}
    for key, value in unlisted.items():
        if key in defaults:
            offending |= {key: value} if value != defaults[key] else {}
        elif readable is None or key in readable:
            offending[key] = value
        else:
            unread[key] = value
    return Unlisted(offending, unread)


@cache
def _strings(*modules: ModuleType | None) -> frozenset[str] | None:
    """Every string in the source of modules; None where a source is not at hand."""
    try:
        trees = [ast.parse(inspect.getsource(module)) for module in modules if module is not None]
    except (OSError, TypeError):  # TypeError: of a session's own module, where it has no file
        return None
    return frozenset(_constants(trees))


def _constants(trees: Iterable[ast.AST]) -> Iterable[str]:
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
