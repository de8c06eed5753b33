"""The same work in other libraries, where they are installed and run the model."""

from __future__ import annotations

import copy
import importlib.util
import sys
import tempfile
from collections.abc import Callable
from typing import Any

from torch import Tensor

Run = Callable[[], Any]
Runs = dict[str, Run]


def peers(hf_model: Any, inputs: dict[str, Tensor], *, ten: slice) -> dict[str, Runs]:
    """By library, what it does of ``benchmark_passes.conditions``, by name; each has a copy of the model of its own."""
    return {name: runs for name in installed() if (runs := _of(name, hf_model, inputs, ten))}


def installed() -> list[str]:
    """The libraries that are there."""
    return [name for name in PEERS if importlib.util.find_spec(name)]


def _of(name: str, hf_model: Any, inputs: dict[str, Tensor], ten: slice) -> Runs | None:
    expected = hf_model(**inputs, use_cache=False).logits
    try:
        runs = PEERS[name](copy.deepcopy(hf_model), inputs, ten)
        error = (runs["plain forward"]() - expected).abs().max() / expected.std()
    except Exception as reason:  # whatever a library says of a model that it does not know
        print(f"{name} does not run this model: {type(reason).__name__}: {reason}\n", file=sys.stderr)
        return None
    if error > 0.1:
        print(f"{name} gives other logits: off by {float(error):.2g} of their standard deviation\n", file=sys.stderr)
        return None
    return runs


def nnsight(hf_model: Any, inputs: dict[str, Tensor], ten: slice) -> Runs:
    """nnsight: traces, whose bodies run between the modules' calls."""
    from nnsight import NNsight  # type: ignore[import-not-found]

    model, width = NNsight(hf_model), hf_model.config.get_text_config().head_dim
    decoder = model.model.language_model if hasattr(hf_model.model, "language_model") else model.model.text_model
    n_layers = len(decoder.layers)

    def plain() -> Any:
        with model.trace(**inputs, use_cache=False):
            logits = model.output.logits.save()
        return logits  # noqa: RET504 (a trace ends with its block)

    def cache_residuals() -> Any:
        with model.trace(**inputs, use_cache=False):
            saved = list().save()  # noqa: C408
            for i in range(n_layers):
                saved.append(decoder.layers[i].output)
        return saved

    def cache_parts() -> Any:
        with model.trace(**inputs, use_cache=False):
            saved = list().save()  # noqa: C408
            for i in range(n_layers):
                attention = decoder.layers[i].self_attn
                saved.append([attention.q_proj.output, attention.k_proj.output])
                saved.append([attention.v_proj.output, attention.o_proj.input])
        return saved

    def cache_patterns() -> Any:
        with model.trace(**inputs, use_cache=False):
            saved = list().save()  # noqa: C408
            for i in range(n_layers):
                saved.append(decoder.layers[i].self_attn.output[1])
        return saved

    def eager_patterns() -> Any:
        hf_model.set_attn_implementation("eager")
        try:
            return cache_patterns()
        finally:
            hf_model.set_attn_implementation("sdpa")

    def patch_residuals() -> Any:
        with model.trace(**inputs, use_cache=False):
            for i in range(n_layers):
                decoder.layers[i].output[:, ten] = 0.1
            logits = model.output.logits.save()
        return logits  # noqa: RET504 (a trace ends with its block)

    def patch_head() -> Any:
        with model.trace(**inputs, use_cache=False):
            for i in range(n_layers):
                decoder.layers[i].self_attn.o_proj.input[:, :, width : 2 * width] = 0.1
            logits = model.output.logits.save()
        return logits  # noqa: RET504 (a trace ends with its block)

    return {
        "plain forward": plain,
        "cache residuals": cache_residuals,
        "cache patterns": eager_patterns,
        "cache q, k, v, z": cache_parts,
        "patch residuals at 10 positions": patch_residuals,
        "patch a head's z": patch_head,
    }


def transformer_lens(hf_model: Any, inputs: dict[str, Tensor], ten: slice) -> Runs:
    """TransformerLens's bridge, which wraps Hugging Face's model."""
    from transformer_lens.model_bridge import TransformerBridge  # type: ignore[import-not-found]

    with tempfile.TemporaryDirectory() as directory:
        hf_model.config.architectures = [type(hf_model).__name__]
        hf_model.config.save_pretrained(directory)
        tokenizer = _tokenizer(hf_model.config.get_text_config().vocab_size, directory)
        bridge = TransformerBridge.boot_transformers(directory, hf_model=hf_model, tokenizer=tokenizer)
    ids, rest = inputs["input_ids"], {key: value for key, value in inputs.items() if key != "input_ids"}

    def cached(*endings: str) -> Run:
        return lambda: bridge.run_with_cache(ids, names_filter=in_blocks(*endings), **rest)

    def hooked(ending: str, hook: Callable[..., Any]) -> Run:
        return lambda: bridge.run_with_hooks(ids, fwd_hooks=[(in_blocks(ending), hook)], **rest)

    def in_blocks(*endings: str) -> Callable[[str], bool]:
        return lambda name: name.startswith("blocks.") and name.endswith(endings)

    def patch_residuals(x: Tensor, hook: Any) -> Tensor:
        x[:, ten] = 0.1
        return x

    def patch_head(x: Tensor, hook: Any) -> Tensor:
        width = hf_model.config.get_text_config().head_dim
        if x.ndim == 4:
            x[:, :, 1] = 0.1
        else:
            x[:, :, width : 2 * width] = 0.1
        return x

    return {
        "plain forward": lambda: bridge(ids, **rest),
        "cache residuals": cached("hook_resid_post"),
        "cache patterns": cached("hook_pattern"),
        "cache q, k, v, z": cached("hook_q", "hook_k", "hook_v", "hook_z"),
        "patch residuals at 10 positions": hooked("hook_resid_post", patch_residuals),
        "patch a head's z": hooked("hook_z", patch_head),
        "edit patterns": hooked("hook_pattern", lambda x, hook: x.mul_(0.9)),
        "cache everything but heads' writes": lambda: bridge.run_with_cache(ids, **rest),
    }


def _tokenizer(n_tokens: int, directory: str) -> Any:
    """One that the bridge accepts; it is given token ids."""
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from transformers import PreTrainedTokenizerFast

    words = Tokenizer(WordLevel({str(token): token for token in range(n_tokens)}, unk_token="0"))
    special = {"unk_token": "0", "bos_token": "1", "eos_token": "2", "pad_token": "0"}
    PreTrainedTokenizerFast(tokenizer_object=words, **special).save_pretrained(directory)
    return PreTrainedTokenizerFast.from_pretrained(directory)


PEERS: dict[str, Callable[..., Runs]] = {"transformer_lens": transformer_lens, "nnsight": nnsight}
