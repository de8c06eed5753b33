"""HF's own multimodal model, with our decoder in the place of its language model.

HF's class does what it does best: it reads checkpoints, encodes images, computes positions, generates. The only thing
changed is the module that it calls with merged embeddings.
"""

from __future__ import annotations

import copy
import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from torch import Tensor, nn
from transformers import AutoConfig, AutoProcessor, PreTrainedConfig, PreTrainedModel
from transformers.conversion_mapping import register_checkpoint_conversion_mapping

from vlm_lens_native._transformers import beams_in_order
from vlm_lens_native.adapters import (
    adapter_config,
    is_adapted,
    merge,
    merged,
    put_adapter,
    put_in_hfs_names,
    renamed_adapter_keys,
    saves_hfs_names,
)
from vlm_lens_native.decoder import Block, HookedDecoder
from vlm_lens_native.errors import ConfigError, InputError, LoadingError, UnsupportedModelError, WeightsError
from vlm_lens_native.families import Backbone, Family, family_for, hf_class_for
from vlm_lens_native.families.names import renamed
from vlm_lens_native.self_check import self_checked
from vlm_lens_native.toys import TOYS
from vlm_lens_native.vision import install_vision_hooks, run_in_passes

ATTENTION_IMPLEMENTATIONS = ("sdpa", "eager")
_HF_CLASS = "hf_class"  # of a class of ours: HF's class that it stands for
_PROCESSOR_FILES = ("processor_config.json", "preprocessor_config.json")


def load_host(
    name_or_path: str | Path,
    *,
    attn_implementation: str | Mapping[str, str] | None,
    hub: dict[str, Any],
    verify: bool | None = None,
    config: PreTrainedConfig | str | Path | None = None,
    **hf_kwargs: Any,
) -> tuple[PreTrainedModel, Family]:
    """Loads a checkpoint through HF's loader, straight into our modules.

    Args:
        name_or_path: Hub id or local directory.
        attn_implementation: ``sdpa`` or ``eager``, or one for each part by its name in the config; None takes HF's
            choice for each part.
        hub: How to reach the hub: ``revision``, ``token``, ``cache_dir``, ``local_files_only``.
        verify: Whether to compare the decoder with HF's (`self_check.self_checked`).
        config: Takes the place of the checkpoint's; or where to read it.
        hf_kwargs: For HF's ``from_pretrained``: ``dtype``, ``device_map``, ``quantization_config``, ...

    Raises:
        LoadingError: The checkpoint can't be reached or read.
        UnsupportedModelError: No family is known for it.
        ConfigError: Its config asks for something that is not handled.
        WeightsError: A weight is missing, left over, of another shape, or corrupt.
    """
    with _reading(name_or_path):
        adapter = adapter_config(name_or_path, hub)
    if adapter is not None:
        how = {"attn_implementation": attn_implementation, "verify": verify, "config": config, **hf_kwargs}
        return _load_adapted(name_or_path, adapter, hub=hub, **how)
    hf_kwargs |= _kernels(attn_implementation)
    folder = _folder(name_or_path, hub)
    if config is None and Path(name_or_path).is_dir() and not (folder / "config.json").is_file():
        raise LoadingError(f"The directory {folder} holds no config.json, so it is no checkpoint of Hugging Face's.")
    with _reading(name_or_path):
        if isinstance(config, PreTrainedConfig):
            hf_config = copy.deepcopy(config)
        else:
            hf_config = AutoConfig.from_pretrained(config or name_or_path, **({} if config else hub))
    family = family_for(hf_config)  # raises before any weight is read
    with _reading(name_or_path):
        loaded: Any = host_class(family, hf_class_for(hf_config)).from_pretrained(
            name_or_path,
            config=hf_config,
            key_mapping=dict(family.keys),
            output_loading_info=True,
            **hub,
            **hf_kwargs,
        )
    host, info = loaded
    _check_weights(name_or_path, family, missing=info["missing_keys"], surplus=info["unexpected_keys"])
    host.name_renames = dict(family.keys)  # type: ignore[assignment]
    install_vision_hooks(host, family)  # not before: a quantised checkpoint brings modules of its own
    return host.eval().requires_grad_(False), self_checked(host, family, verify)


def _kernels(asked: str | Mapping[str, str] | None) -> dict[str, Any]:
    """HF's argument for a choice of kernels; none where the choice is HF's."""
    for kernel in asked.values() if isinstance(asked, Mapping) else [asked] if asked is not None else []:
        if kernel not in ATTENTION_IMPLEMENTATIONS:
            raise ConfigError(
                f"attn_implementation={asked!r} is not supported; use {' or '.join(ATTENTION_IMPLEMENTATIONS)}, None "
                "for HF's choice, or a dict such as {'text_config': 'sdpa', 'vision_config': 'eager'}."
            )
    return {} if asked is None else {"attn_implementation": asked}


def _load_adapted(
    name_or_path: str | Path, adapter: Any, *, hub: dict[str, Any], **how: Any
) -> tuple[PreTrainedModel, Family]:
    """Loads an adapter's base model, and merges the adapter into its weights."""
    base, base_hub = _base(name_or_path, adapter, hub)
    host, family = load_host(base, hub=base_hub, **how)
    put_adapter(host, family.rename, name_or_path, **hub)
    merge(host)
    return host, family


def _base(name_or_path: str | Path, adapter: Any, hub: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """An adapter's base model, and how to reach it."""
    if not adapter.base_model_name_or_path:
        raise LoadingError(f"The adapter {name_or_path} does not say what its base model is (adapter_config.json).")
    base_hub = {key: value for key, value in hub.items() if key not in ("revision", "subfolder")}
    return adapter.base_model_name_or_path, base_hub | ({"revision": adapter.revision} if adapter.revision else {})


def _folder(name_or_path: str | Path, hub: Mapping[str, Any]) -> Path:
    """Where the files of a local checkpoint are."""
    return Path(name_or_path) / hub.get("subfolder", "")


def base_model(name_or_path: str | Path, hub: dict[str, Any]) -> tuple[str | Path, dict[str, Any]]:
    """Where a checkpoint's processor is, and how to reach it: an adapter's is its base model's, unless it has one."""
    path = _folder(name_or_path, hub)
    if path.is_dir() and any((path / file).exists() for file in (*_PROCESSOR_FILES, "config.json")):
        return name_or_path, hub
    with _reading(name_or_path):
        adapter = adapter_config(name_or_path, hub)
    return (name_or_path, hub) if adapter is None else _base(name_or_path, adapter, hub)


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

    shared: dict[int, nn.Parameter] = {}  # one parameter per tensor, so that tied weights stay tied
    state = {}
    for key, value in hf_model.state_dict(keep_vars=True).items():
        if isinstance(value, nn.Parameter):
            value = shared.setdefault(id(value), nn.Parameter(value.data, requires_grad=False))
        state[family.rename(key)] = value
    result = host.requires_grad_(False).load_state_dict(state, strict=False, assign=True)
    _check_weights(type(hf_model).__name__, family, missing=result.missing_keys, surplus=result.unexpected_keys)
    for name, buffer in hf_model.named_buffers():  # those that state_dict leaves out, of the vision encoder
        if name not in state and name.startswith(family.not_ours):
            parent, _, attribute = name.rpartition(".")
            setattr(host.get_submodule(parent), attribute, buffer)
    host.generation_config = copy.deepcopy(hf_model.generation_config)
    host.name_renames = dict(family.keys)  # type: ignore[assignment]
    install_vision_hooks(host, family)
    return host.eval(), self_checked(host, family, verify)


def load_processor(name_or_path: str | Path, hub: dict[str, Any], family: Family) -> Any:
    """HF's processor of a checkpoint, or None for a directory without one.

    A processor that is there and does not load is an error, HF's own.

    Raises:
        ConfigError: Its tokenizer lacks a token that this checkpoint is known to use.
    """
    path = _folder(name_or_path, hub)
    if path.is_dir() and not any((path / file).exists() for file in _PROCESSOR_FILES):
        return None
    processor = AutoProcessor.from_pretrained(name_or_path, **hub)
    known = processor.tokenizer.get_vocab() if hasattr(processor, "tokenizer") else {}
    if lacking := [token for token in family.defaults_for(name_or_path).extra_tokens if token not in known]:
        raise ConfigError(f"The tokenizer of {name_or_path} lacks {', '.join(lacking)}; is it another checkpoint's?")
    return processor


def host_class(family: Family, hf_class: type[PreTrainedModel]) -> type[PreTrainedModel]:
    """A subclass of HF's class that builds our decoder where HF's builds its language model."""
    host = _host_class(family.backbone, family.language_model, hf_class)
    # HF leaves its conversions of weights (merged or split ones) out for a class that is not its own, unless told
    register_checkpoint_conversion_mapping(host.__name__, list(family.converters), overwrite=True)
    return host


@cache
def _host_class(backbone: Backbone, language_model: str, hf_class: type[PreTrainedModel]) -> type[PreTrainedModel]:
    def __init__(self: PreTrainedModel, config: PreTrainedConfig, *args: Any, **kwargs: Any) -> None:
        hf_class.__init__(self, config, *args, **kwargs)
        parent, _, name = language_model.rpartition(".")
        text = config.get_text_config()
        decoder = HookedDecoder(backbone.decoder_config(text, config), text)
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
            (backbone, language_model, hf_class),
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


def _hf_modules(host: Any, hf_class: type[PreTrainedModel]) -> dict[str, str]:
    """For each module with weights, by our name, the name that it has in HF's model."""
    with torch.device("meta"):
        keys = hf_class(copy.deepcopy(host.config)).state_dict()
    return {renamed(key, host.name_renames).rpartition(".")[0]: key.rpartition(".")[0] for key in keys}


def _empty_host(backbone: Backbone, language_model: str, hf_class: type[PreTrainedModel]) -> PreTrainedModel:
    return object.__new__(_host_class(backbone, language_model, hf_class))


def _computed_buffers(host: nn.Module) -> Iterator[tuple[nn.Module, str, Tensor]]:
    """Buffers that no checkpoint holds: HF computes them in float32, such as the vision encoder's rotary frequencies.

    HF's loader leaves them so whatever the dtype of the weights, but ``model.to(torch.bfloat16)`` would round them.
    """
    for module in host.modules():
        for name, buffer in module.named_buffers(recurse=False):
            if name in module._non_persistent_buffers_set:
                yield module, name, buffer


def usable(device: torch.device | str) -> torch.device | str:
    """A device, as it is.

    Raises:
        InputError: There is none of this name here.
    """
    try:
        torch.empty(0, device=device)
    except (RuntimeError, AssertionError, TypeError) as error:
        raise InputError(
            f'device={device!r} can\'t be used: {error}. Give one such as "cpu", "cuda" or "cuda:1"; '
            'device_map="auto" spreads a model over what there is.'
        ) from error
    return device


def execution_device(module: nn.Module) -> torch.device:
    """Where a module computes; its weights are elsewhere ("meta") while they are offloaded."""
    weight = next(module.parameters())
    if weight.device.type != "meta":
        return weight.device
    hook = getattr(module, "_hf_hook", None)  # accelerate's, which brings the weights in
    return torch.device(getattr(hook, "execution_device", None) or "meta")


def _check_weights(origin: str | Path, family: Family, *, missing: Iterable[str], surplus: Iterable[str]) -> None:
    missing = sorted(missing)
    surplus = sorted(key for key in surplus if not key.startswith(family.not_ours) and not _computed(key))
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


def _computed(key: str) -> bool:
    """Whether a file holds it though it follows from the config, as older checkpoints do; HF drops it likewise."""
    return key.endswith("rotary_emb.inv_freq")


@contextmanager
def naming_arguments(given: Iterable[str], known: Iterable[str]) -> Iterator[None]:
    """Turns HF's TypeError for an argument of ``from_pretrained`` that it does not know into an error of ours.

    Args:
        given: Arguments that were handed on to HF.
        known: Names that are taken.
    """
    try:
        yield
    except TypeError as error:
        unknown = next((name for name in given if f"unexpected keyword argument '{name}'" in str(error)), None)
        if unknown is None:
            raise
        nearest = difflib.get_close_matches(unknown, list(known), n=2, cutoff=0.6)
        hint = f"Did you mean {' or '.join(nearest)}?" if nearest else f"It takes {', '.join(known)}."
        raise InputError(f"from_pretrained takes no argument {unknown!r}, and neither does HF's. {hint}") from error


def _some(keys: list[str], limit: int = 5) -> str:
    return ", ".join(keys[:limit]) + (f" and {len(keys) - limit} more" if len(keys) > limit else "")


@contextmanager
def _reading(name_or_path: str | Path) -> Iterator[None]:
    """Turns what HF raises for unreachable and unreadable checkpoints into errors that name a remedy."""
    try:
        yield
    except SafetensorError as error:
        raise WeightsError(
            f"A weights file of {name_or_path} is corrupt or cut off ({error}); download or write it again."
        ) from error
    except OSError as error:
        is_local = Path(name_or_path).is_dir()
        meant = difflib.get_close_matches(str(name_or_path), TOYS, n=1, cutoff=0.7)
        if meant and not is_local:
            raise LoadingError(
                f"There is no {name_or_path}; did you mean {meant[0]}? The toys are {', '.join(TOYS)}; anything else "
                f"is a local directory or a hub id, and as such {name_or_path} can't be loaded: {error}"
            ) from error
        advice = (
            "The directory exists, so a file in it is missing or unreadable: it needs config.json and the weights."
            if is_local
            else "Give the path of a local directory with config.json and the weights, or a hub id that can be "
            "reached. Without a network, a checkpoint that was downloaded earlier loads with the environment "
            f"variable HF_HUB_OFFLINE=1 set (or local_files_only=True). The toys are {', '.join(TOYS)}."
        )
        raise LoadingError(f"{name_or_path} can't be loaded: {error}\n{advice}") from error
    except RuntimeError as error:
        if "mismatch" in str(error):
            raise WeightsError(f"Weights of {name_or_path} have other shapes than its config says: {error}") from error
        raise
