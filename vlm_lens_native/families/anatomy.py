"""Where HF's class of a whole model keeps its parts, found on a model without weights."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import nn
from transformers import PreTrainedConfig, PreTrainedModel

from vlm_lens_native._transformers import vision_feature_layer
from vlm_lens_native.errors import ConfigError
from vlm_lens_native.families.declarations import VisionHooks

_QKV = (("q_proj", "k_proj", "v_proj"), ("qkv",))
_OUT = ("out_proj", "o_proj", "proj", "projection_layer")
_PACKING = ("grid_thw", "image_grid_thw", "cu_seqlens", "image_sizes")


def empty_model(hf_class: Any, hf_config: PreTrainedConfig) -> PreTrainedModel:
    """HF's model on the meta device: all its modules, and no memory.

    Raises:
        ConfigError: HF's class can't be built from the config, or needs a package that is missing.
    """
    try:
        with torch.device("meta"):
            return hf_class(hf_config)
    except (ImportError, ValueError, TypeError, KeyError, AttributeError, RuntimeError) as error:
        raise ConfigError(f"HF's {hf_class.__name__} can't be built from this config: {error}") from error


def language_model_of(model: PreTrainedModel) -> tuple[str, nn.Module]:
    """The language model of a whole one: its path, and the module.

    Raises:
        ConfigError: There is not exactly one below the wrapper, so it is no decoder behind merged embeddings.
    """
    text = model.config.get_text_config()
    found = [
        (path, module)
        for path, module in model.named_modules()
        if getattr(module, "config", None) is text and hasattr(module, "layers") and hasattr(module, "embed_tokens")
    ]
    outside = (model, model.base_model) if text is not model.config else (model,)
    inside = [(path, module) for path, module in found if module not in outside]
    if len(inside) != 1:
        raise ConfigError(
            f"{type(model).__name__} has {len(inside)} language models that read embeddings from a wrapper, and one is "
            "needed: what it has in its place, the decoder does not do."
        )
    return inside[0]


def parts_beside(model: PreTrainedModel, language_model: str) -> tuple[str, ...]:
    """The prefixes of all weights beside the language model, its head left out: encoders and adapters."""
    prefixes = []
    parts = language_model.split(".")
    head = model.get_output_embeddings()
    for depth in range(len(parts)):
        above = ".".join(parts[:depth])
        for name, child in model.get_submodule(above).named_children():
            if name != parts[depth] and child is not head:
                prefixes.append(".".join(filter(None, (above, name))) + ".")
    return tuple(prefixes)


def token_types_of(model: PreTrainedModel) -> str | None:
    """The argument by which HF's class wants to be told of which kind each token is, or None."""
    for module in (model, model.base_model):
        for name in ("mm_token_type_ids", "token_type_ids"):
            if name in inspect.signature(type(module).forward).parameters:
                return name
    return None


def vision_hooks_of(model: PreTrainedModel, language_model: str) -> VisionHooks | str:
    """Where vision encoder and adapter can have hook points; or why they get none."""
    towers = list(_towers(model, language_model))
    if len(towers) != 1:
        return f"{_listed('vision encoder', [path for path, _ in towers])}; vision.* can name one."
    encoder, tower = towers[0]
    if any(name in inspect.signature(type(tower).forward).parameters for name in _PACKING):
        return "the vision encoder packs all images into one sequence, and how is not known."
    beside = [name.removesuffix(".") for name in parts_beside(model, language_model) if f"{encoder}." != name]
    adapters = [name for name in beside if not isinstance(model.get_submodule(name), nn.Embedding)]
    if len(adapters) != 1:
        return f"{_listed('adapter', adapters)}; adapter.* can name one."
    stacks = [hooks for path, stack in tower.named_modules() if (hooks := _blocks(path, stack)) is not None]
    if len(stacks) != 1:
        return f"{len(stacks)} stacks of plain blocks were found in the vision encoder, and one is needed."
    where, n_blocks = stacks[0]
    return VisionHooks(encoder=encoder, adapter=adapters[0], n_blocks=n_blocks_read(model.config, n_blocks), **where)


def _listed(kind: str, paths: Sequence[str]) -> str:
    return f"{len(paths)} {kind}s were found by searching" + f" ({', '.join(paths)})" * bool(paths)


def _towers(model: PreTrainedModel, language_model: str) -> Iterator[tuple[str, nn.Module]]:
    """The outermost modules that have the vision config as theirs."""
    vision = getattr(model.config, "vision_config", None)
    last = None
    for path, module in model.named_modules():
        if path.startswith(language_model) or (last is not None and path.startswith(f"{last}.")):
            continue
        if vision is not None and getattr(module, "config", None) is vision:
            last = path
            yield path, module


def _blocks(path: str, stack: nn.Module) -> tuple[dict[str, Any], int] | None:
    """What a list of transformer blocks is called; None for anything else.

    A block with parameters of its own, or parts that are neither norm, attention nor MLP, may scale what these write.
    """
    if not isinstance(stack, nn.ModuleList) or not len(stack) or any(True for _ in stack[0].parameters(recurse=False)):
        return None
    attention, mlp = [], []
    for name, child in stack[0].named_children():
        names = dict(child.named_children())
        qkv = [projections for projections in _QKV if all(part in names for part in projections)]
        out = [part for part in _OUT if part in names]
        if qkv and out and hasattr(child, "num_heads") and hasattr(child, "config"):
            attention.append({"attention": name, "qkv": qkv[0], "out": out[0]})
        elif any(isinstance(part, nn.Linear) for part in child.modules()):
            mlp.append(name)
        elif sum(1 for _ in child.parameters()) and "norm" not in type(child).__name__.lower():
            return None
    if len(attention) != 1 or len(mlp) != 1:
        return None
    return {"blocks": path, "mlp": mlp[0], **attention[0]}, len(stack)


def n_blocks_read(config: PreTrainedConfig, n_blocks: int | None = None) -> int:
    """How many blocks reach the logits: the stream is taken behind one, or side by side behind several (LLaVA's idiom).

    Args:
        config: HF's, of the whole model.
        n_blocks: Of the vision encoder; None for what its config says.
    """
    n_blocks = n_blocks or int(config.vision_config.num_hidden_layers)
    chosen = vision_feature_layer(config)
    if chosen is None:
        return n_blocks
    return max(layer % (n_blocks + 1) for layer in ([chosen] if isinstance(chosen, int) else chosen))
