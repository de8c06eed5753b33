"""HF's own multimodal model, with our decoder in the place of its language model.

HF's class does what it does best: it reads checkpoints, encodes images, computes positions, generates. The only thing
changed is the module that it calls with merged embeddings.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import PreTrainedConfig, PreTrainedModel
from transformers.conversion_mapping import register_checkpoint_conversion_mapping

from vlm_lens_native._transformers import beams_in_order
from vlm_lens_native.adapters import (
    is_adapted,
    merged,
    put_adapter,
    put_in_hfs_names,
    renamed_adapter_keys,
    saves_hfs_names,
)
from vlm_lens_native.components import Attention, Block, HookedNorm
from vlm_lens_native.decoder import HookedDecoder
from vlm_lens_native.errors import ConfigError, UnsupportedModelError, WeightsError
from vlm_lens_native.families import Backbone, Family, family_for, hf_class_for
from vlm_lens_native.families.names import renamed, within
from vlm_lens_native.self_check import self_checked
from vlm_lens_native.vision import install_vision_hooks, run_in_passes

_ROUNDED = (
    "Hugging Face's model was cast as a whole, which rounded its rotary frequencies too. The decoder computes its own "
    "in float32, as loading with dtype= does, so logits differ from the cast model's."
)
_LEFT_BEHIND = "Hooks on the modules of Hugging Face's language model are not taken over: add them by name (add_hook)."
_KNOWN = ("transformers", "torch.", "vlm_lens_native.")  # transformers_modules is code of a checkpoint's own
_FOREIGN = (
    "are of classes that are not Hugging Face's: their weights are taken over, and not what they do otherwise. "
    "model.hooks changes what a part of the decoder does."
)
_HF_CLASS = "hf_class"  # of a class of ours: HF's class that it stands for


def adopt_host(hf_model: nn.Module, *, verify: bool | None = None) -> tuple[PreTrainedModel, Family]:
    """Builds a host around weights that are already in memory; nothing is copied.

    Weights are shared with ``hf_model``: writing to one writes to both. Modules, hooks and flags are not.

    Raises:
        UnsupportedModelError: No family is known for the model.
        ConfigError: Its config asks for something that is not handled.
        WeightsError: Its weights are not those that its config promises.
    """
    if isinstance(hf_model, nn.Module) and is_adapted(hf_model):
        hf_model = merged(hf_model)
    if not isinstance(hf_model, PreTrainedModel):
        raise UnsupportedModelError(
            f"from_hf takes a model of Hugging Face's, got {type(hf_model).__name__}; from_pretrained takes names and "
            "paths."
        )
    if getattr(hf_model, "is_quantized", False):
        raise WeightsError(
            "from_hf takes over weights as they are, and these are quantised: from_pretrained(name, "
            "quantization_config=...) loads them, and model.hf.load_adapter(directory) puts an adapter on top."
        )
    hf_config = copy.deepcopy(hf_model.config)
    hf_class = getattr(type(hf_model), _HF_CLASS, type(hf_model))  # a model of ours is adopted as HF's would be
    family = family_for(hf_config, hf_class)
    if hf_model.get_output_embeddings() is None:
        raise UnsupportedModelError(
            f"A {type(hf_model).__name__} has no language-model head; give the whole model, such as "
            f"{hf_class_for(hf_config).__name__}."
        )
    with torch.device("meta"):
        host = host_class(family, hf_class)(hf_config)
    _resize(host.get_input_embeddings(), hf_model.get_input_embeddings())

    shared: dict[int, nn.Parameter] = {}  # one parameter per tensor, so that tied weights stay tied
    state = {}
    for key, value in hf_model.state_dict(keep_vars=True).items():
        if isinstance(value, nn.Parameter):
            value = shared.setdefault(id(value), nn.Parameter(value.data, requires_grad=False))
        state[family.rename(key)] = value
    try:
        result = host.requires_grad_(False).load_state_dict(state, strict=False, assign=True)
    except RuntimeError as error:  # shapes
        raise WeightsError(f"The weights of this {hf_class.__name__} don't fit its config: {error}") from error
    check_weights(type(hf_model).__name__, family, host, missing=result.missing_keys, surplus=result.unexpected_keys)
    for name, buffer in hf_model.named_buffers():  # those that state_dict leaves out, of the vision encoder
        if name not in state and name.startswith(family.not_ours):
            parent, _, attribute = name.rpartition(".")
            setattr(host.get_submodule(parent), attribute, buffer)
    host.generation_config = copy.deepcopy(hf_model.generation_config)
    _check_numbers(hf_model, host, family)
    family = replace(family, notes=(*family.notes, *_lost(hf_model, family)))
    host.name_renames = dict(family.keys)  # type: ignore[assignment]
    install_vision_hooks(host, family)
    return host.eval(), self_checked(host, family, verify)


def _check_numbers(hf_model: PreTrainedModel, host: PreTrainedModel, family: Family) -> None:
    """Raises a ConfigError for a number on HF's modules that was changed behind the config's back: it would be lost."""
    text = host.config.get_text_config()
    by_config = {getattr(text, name, None) for name in ("rms_norm_eps", "layer_norm_eps", "norm_eps")}
    scales: dict[float, str] = {}
    for name, theirs in hf_model.get_submodule(family.language_model).named_modules():
        ours = _at(host, family.rename(f"{family.language_model}.{name}.").removesuffix("."))
        if isinstance(ours, Attention) and isinstance(scale := getattr(theirs, "scaling", None), float):
            scales.setdefault(scale, name)
        eps = getattr(theirs, "variance_epsilon", getattr(theirs, "eps", None))
        if isinstance(ours, HookedNorm) and ours.cfg.eps in by_config and eps is not None and eps not in by_config:
            raise ConfigError(
                f"The epsilon of {name} is {eps} in memory, and {ours.cfg.eps} by the model's config, which is what "
                "the decoder goes by: change the config, and build Hugging Face's model from it."
            )
    if len(scales) > 1:
        raise ConfigError(
            f"Layers differ in the scale of their scores, which no config says: {scales}. It was changed in memory: "
            "the decoder goes by the config."
        )


def _resize(own: nn.Module, theirs: nn.Module) -> None:
    """Makes place for as many tokens as HF's model has: behind ``resize_token_embeddings`` its Mllama lacks some."""
    if isinstance(own, nn.Embedding) and isinstance(theirs, nn.Embedding) and own.embedding_dim == theirs.embedding_dim:
        own.num_embeddings, own.weight = theirs.num_embeddings, nn.Parameter(theirs.weight.to("meta"))


def _lost(hf_model: PreTrainedModel, family: Family) -> Iterator[str]:
    """Notes on what HF's model does in memory, and the decoder in its place does not."""
    modules = dict(hf_model.get_submodule(family.language_model).named_modules())
    if foreign := [name for name, module in modules.items() if not type(module).__module__.startswith(_KNOWN)]:
        yield f"{', '.join(foreign[:3])} of Hugging Face's language model {_FOREIGN}"
    hooks = [
        hook
        for module in modules.values()
        for hook in (*module._forward_hooks.values(), *module._forward_pre_hooks.values())
    ]
    if any(not getattr(hook, "__module__", "").startswith("transformers.") for hook in hooks):  # HF's keep outputs
        yield _LEFT_BEHIND
    if any(name.endswith("inv_freq") and buffer.dtype != torch.float32 for name, buffer in hf_model.named_buffers()):
        yield _ROUNDED


def _at(root: nn.Module, path: str) -> nn.Module | None:
    try:
        return root.get_submodule(path)
    except AttributeError:
        return None


def host_class(family: Family, hf_class: type[PreTrainedModel]) -> type[PreTrainedModel]:
    """A subclass of HF's class that builds our decoder where HF's builds its language model."""
    host = _host_class(family.backbone, family.language_model, hf_class, family.wrapper.merges_within)
    # HF leaves its conversions of weights (merged or split ones) out for a class that is not its own, unless told
    register_checkpoint_conversion_mapping(host.__name__, list(family.converters), overwrite=True)
    return host


@cache
def _host_class(
    backbone: Backbone, language_model: str, hf_class: type[PreTrainedModel], merges_within: str = ""
) -> type[PreTrainedModel]:
    def __init__(self: PreTrainedModel, config: PreTrainedConfig, *args: Any, **kwargs: Any) -> None:
        hf_class.__init__(self, config, *args, **kwargs)
        parent, _, name = language_model.rpartition(".")
        text = config.get_text_config()
        _keep_in_float32(self, language_model, backbone.renames_of(text))
        decoder = HookedDecoder(backbone.decoder_config(text, config), text)
        if merges_within:
            decoder.take_merger(merges_within, getattr(self.get_submodule(language_model), merges_within))
        setattr(self.get_submodule(parent), name, decoder)
        run_in_passes(self.base_model, decoder.hooks)
        self._no_split_modules = {*(self._no_split_modules or ()), Block.__name__}

    def _apply(self: PreTrainedModel, fn: Callable[[Tensor], Tensor], recurse: bool = True) -> PreTrainedModel:
        before = list(_computed_buffers(self))
        hf_class._apply(self, fn, recurse)
        for module, name, buffer in before:
            changed = getattr(module, name)
            if changed.dtype != buffer.dtype:
                setattr(module, name, buffer.to(changed.device))
        return self

    def __reduce__(self: PreTrainedModel) -> Any:
        return (
            _empty_host,
            (backbone, language_model, hf_class, merges_within),
            self.__dict__,
        )  # pickle finds no class that was made here

    def load_adapter(self: Any, directory: str | Path, adapter_name: str | None = None, **hub: Any) -> None:
        put_adapter(
            self, partial(renamed, patterns=self.name_renames), directory, name=adapter_name or "default", **hub
        )

    def _load_from_state_dict(self: Any, state_dict: dict[str, Tensor], prefix: str, *args: Any) -> None:
        if is_adapted(self):
            renamed_adapter_keys(self, partial(renamed, patterns=self.name_renames), state_dict, prefix)
        hf_class._load_from_state_dict(self, state_dict, prefix, *args)

    def state_dict(self: Any, *args: Any, **kwargs: Any) -> dict[str, Tensor]:
        if "peft_config" in vars(self):  # peft saves adapters by it
            saves_hfs_names(self.peft_config, _hf_modules(self, hf_class))
        return hf_class.state_dict(self, *args, **kwargs)

    def save_pretrained(self: Any, save_directory: str | Path, *args: Any, **kwargs: Any) -> None:
        hf_class.save_pretrained(self, save_directory, *args, **kwargs)
        if getattr(self, "_hf_peft_config_loaded", False):
            put_in_hfs_names(save_directory, _hf_modules(self, hf_class))

    members = {"__init__": __init__, "_apply": _apply, "__reduce__": __reduce__, "__module__": __name__}
    own = (load_adapter, _load_from_state_dict, state_dict, save_pretrained)
    members |= {function.__name__: function for function in own} | {_HF_CLASS: hf_class} | beams_in_order(hf_class)
    return type(f"Hooked{hf_class.__name__}", (hf_class,), members)


def _keep_in_float32(host: PreTrainedModel, path: str, renames: Mapping[str, str]) -> None:
    """Has HF's loader leave in float32, by our names, what it leaves so of HF's language model (routers' weights)."""
    names, ours = [f"{path}.{key}" for key in host.get_submodule(path).state_dict()], within(path, renames)
    for kept in (host._keep_in_fp32_modules, host._keep_in_fp32_modules_strict):
        assert isinstance(kept, set)  # since HF's post_init
        patterns = [re.compile(pattern.replace("*", ".*")) for pattern in kept]
        kept |= {renamed(name, ours) for name in names if any(each.search(name) for each in patterns)}


def _hf_modules(host: Any, hf_class: type[PreTrainedModel]) -> dict[str, str]:
    """For each module with weights, by our name, the name that it has in HF's model."""
    with torch.device("meta"):
        keys = hf_class(copy.deepcopy(host.config)).state_dict()
    return {renamed(key, host.name_renames).rpartition(".")[0]: key.rpartition(".")[0] for key in keys}


def _empty_host(*of: Any) -> PreTrainedModel:
    return object.__new__(_host_class(*of))


def _computed_buffers(host: nn.Module) -> Iterator[tuple[nn.Module, str, Tensor]]:
    """Buffers that no checkpoint holds: HF computes them in float32, such as the vision encoder's rotary frequencies.

    HF's loader leaves them so whatever the dtype of the weights, but ``model.to(torch.bfloat16)`` would round them.
    """
    for module in host.modules():
        for name, buffer in module.named_buffers(recurse=False):
            if name in module._non_persistent_buffers_set:
                yield module, name, buffer


def execution_device(module: nn.Module) -> torch.device:
    """Where a module computes; its weights are elsewhere ("meta") while they are offloaded."""
    weight = next(module.parameters())
    if weight.device.type != "meta":
        return weight.device
    hook = getattr(module, "_hf_hook", None)  # accelerate's, which brings the weights in
    return torch.device(getattr(hook, "execution_device", None) or "meta")


def check_weights(
    origin: str | Path, family: Family, host: nn.Module, *, missing: Iterable[str], surplus: Iterable[str]
) -> None:
    """Raises a WeightsError if names of weights are missing, or left over and the decoder's."""
    missing = sorted(missing)
    elsewhere = (*family.not_ours, *_of_borrowers(family.language_model, host.get_submodule(family.language_model)))
    surplus = sorted(key for key in surplus if not key.startswith(elsewhere) and not _computed(key))
    if missing:
        raise WeightsError(
            f"{origin} lacks {len(missing)} weights that its config promises: {_some(missing)} (in the names of this "
            f"library). HF would have drawn them at random. Check that all shards are there; if the checkpoint "
            f"spells names in a way of its own, the renames of conversions/backbones/"
            f"{family.backbone.model_type}.py have to learn it."
        )
    if surplus:
        raise WeightsError(
            f"{origin} holds {len(surplus)} weights that the {family.model_type} decoder has no place for: "
            f"{_some(surplus)}. Ignoring them would give another model than the checkpoint's; check that its "
            f"config.json belongs to it, or extend conversions/backbones/{family.backbone.model_type}.py."
        )


def _of_borrowers(path: str, decoder: Any) -> Iterator[str]:
    """Prefixes of what checkpoints hold for layers that attend to another's keys and values; HF drops it likewise."""
    for layer in decoder.cfg.lenders:
        yield from (f"{path}.blocks.{layer}.attn.{part}." for part in ("k_proj", "v_proj", "k_norm", "v_norm"))


def _computed(key: str) -> bool:
    """Whether a file holds it though it follows from the config, as older checkpoints do; HF drops it likewise."""
    return key.endswith("rotary_emb.inv_freq")


def _some(keys: list[str], limit: int = 5) -> str:
    return ", ".join(keys[:limit]) + (f" and {len(keys) - limit} more" if len(keys) > limit else "")
