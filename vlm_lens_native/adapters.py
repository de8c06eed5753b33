"""Adapters of the peft package (LoRA and its like): merged into the weights on loading, or put on a hooked model.

On disk and in HF's models an adapter spells its modules as HF does; ours differ within the language model, and the
family's key table says how.
"""

from __future__ import annotations

import copy
import copyreg
import re
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from functools import cache
from pathlib import Path
from typing import Any

from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from transformers.utils.peft_utils import find_adapter_config_file

from vlm_lens_native.errors import LoadingError, WeightsError

_PREFIX = "base_model.model."  # what peft writes before the names of the model that it wraps
_UNLOADS = "unload_and_optionally_merge_module"  # of peft's wrappers around whole modules
Rename = Callable[[str], str]


def peft_package(what: str) -> Any:
    """The peft package.

    Raises:
        LoadingError: It is not installed.
    """
    try:
        import peft
    except ImportError as error:
        raise LoadingError(
            f"{what}, and reading adapters needs the package peft: pip install 'vlm_lens_native[peft]'. Or merge the "
            "adapter where peft is installed: peft_model.merge_and_unload().save_pretrained(directory)."
        ) from error
    return peft


def adapter_config(name_or_path: str | Path, hub: Mapping[str, Any]) -> Any:
    """The config of an adapter, or None where there is a whole checkpoint."""
    path = Path(name_or_path) / hub.get("subfolder", "")
    if (path / "config.json").is_file() or (path.is_dir() and not (path / "adapter_config.json").is_file()):
        return None
    if not Path(name_or_path).is_dir() and find_adapter_config_file(str(name_or_path), **hub) is None:
        return None
    return peft_package(f"{name_or_path} holds an adapter").PeftConfig.from_pretrained(str(name_or_path), **hub)


def put_adapter(
    model: nn.Module, rename: Rename, name_or_path: str | Path, *, name: str = "default", **hub: Any
) -> None:
    """Puts an adapter that was trained on HF's model, or on ours, on a hooked model; it acts at once.

    Raises:
        WeightsError: It changes modules that this model lacks, or is of a kind that is not handled.
    """
    peft = peft_package(f"{name_or_path} holds an adapter")
    from peft.tuners.tuners_utils import cast_adapter_dtype
    from peft.utils.save_and_load import load_peft_weights

    config = peft.PeftConfig.from_pretrained(str(name_or_path), **hub)
    if config.peft_type != peft.PeftType.LORA:
        raise WeightsError(
            f"{name_or_path} is a {config.peft_type.value} adapter, and LoRA's names are translated. Load it on "
            "Hugging Face's model, and hand that over, which merges it: HookedVLMTransformer.from_hf("
            "peft.PeftModel.from_pretrained(hf_model, directory))."
        )
    weights = load_peft_weights(str(name_or_path), device="cpu", **hub)
    weights = {key.removeprefix(_PREFIX): weight for key, weight in weights.items()}
    theirs = {key.partition(".lora_")[0] for key in weights if ".lora_" in key}
    ours = {module: rename(f"{module}.").removesuffix(".") for module in theirs}
    _spell(config, ours)
    config.inference_mode = True
    peft.inject_adapter_in_model(config, model, name)
    cast_adapter_dtype(model, name, autocast_adapter_dtype=True)
    result = peft.set_peft_model_state_dict(model, {rename(key): weight for key, weight in weights.items()}, name)
    if result.unexpected_keys:
        raise WeightsError(f"The adapter {name_or_path} changes what this model lacks: {result.unexpected_keys[:3]}.")
    model.eval().requires_grad_(False)
    setattr(model, "_hf_peft_config_loaded", True)  # noqa: B010  (HF's methods for adapters ask for it)


def _spell(config: Any, names: Mapping[str, str]) -> None:
    """Writes the modules that an adapter changes into its config by other names.

    Args:
        config: peft's.
        names: For each module's old name the new one.
    """
    from peft.utils.other import get_pattern_key

    for patterns in ("rank_pattern", "alpha_pattern"):  # which peft matches with names of modules
        given = getattr(config, patterns)
        found = {new: get_pattern_key(list(given), old) for old, new in names.items()}
        setattr(config, patterns, {re.escape(new): given[key] for new, key in found.items() if key in given})
    config.target_modules = set(names.values())
    config.exclude_modules = config.layers_to_transform = config.layers_pattern = None


def saves_hfs_names(configs: Mapping[str, Any], theirs: Mapping[str, str]) -> None:
    """Makes adapters' configs translate what peft saves; it saves a config behind the weights, into one directory.

    HF's model would find no place for our names, and peft would say nothing.

    Args:
        configs: peft's, of the adapters on a hooked model.
        theirs: For each module of ours the name of HF's.
    """
    for config in configs.values():
        config.__class__ = _translating(type(config))
        config.theirs = theirs


@cache
def _translating(plain: type[Any]) -> type[Any]:
    if hasattr(plain, "_translates"):
        return plain

    def save_pretrained(self: Any, save_directory: str | Path, **kwargs: Any) -> None:
        plain.save_pretrained(self, save_directory, **kwargs)
        if any(Path(save_directory).glob("adapter_model.*")):  # HF saves the weights later, and calls by itself
            put_in_hfs_names(save_directory, self.theirs)

    def __reduce__(self: Any) -> Any:
        fields = {name: value for name, value in vars(self).items() if name != "theirs"}
        return copyreg.__newobj__, (plain,), fields  # type: ignore[attr-defined]  # pickle finds peft's class only

    members = {"save_pretrained": save_pretrained, "__reduce__": __reduce__, "_translates": True}
    return type(plain.__name__, (plain,), {**members, "__module__": plain.__module__})


def put_in_hfs_names(directory: str | Path, theirs: Mapping[str, str]) -> None:
    """Rewrites an adapter's directory from our names to HF's; what is in HF's names stays.

    Raises:
        WeightsError: HF's model has no such module, or the adapter is of a kind that is not handled.
    """
    from peft import PeftConfig, PeftType
    from peft.tuners.tuners_utils import check_target_module_exists
    from peft.utils.other import get_pattern_key

    file = Path(directory, "adapter_model.safetensors")
    config: Any = PeftConfig.from_pretrained(str(directory))
    if config.peft_type != PeftType.LORA or not file.is_file():
        kind = config.peft_type.value if file.is_file() else "weights outside safetensors"
        raise WeightsError(f"HF's model could not load what is now in {directory}: {kind}; LoRA is translated.")
    own = load_file(file)
    owners = {key: _module_of(key) for key in own}
    hfs = set(theirs.values())
    names = {module: theirs.get(module, module) for module in owners.values()}
    lost = [module for module in names.values() if module not in hfs]
    whole = [m for key, m in owners.items() if ".lora_" not in key and m != names[m]]
    if lost or whole:
        raise WeightsError(
            f"HF's model could not load what is now in {directory}: it changes {(lost + whole)[0]} "
            f"{'as a whole' if whole else ', which HF has no module for'}."
        )
    save_file({key.replace(owners[key], names[owners[key]], 1): own[key] for key in own}, file, {"format": "pt"})
    changed = {old: new for old, new in names.items() if any(".lora_" in key for key in own if owners[key] == old)}
    patterns = [list(config.rank_pattern), list(config.alpha_pattern)]
    alike = all(get_pattern_key(p, old) == get_pattern_key(p, new) for p in patterns for old, new in changed.items())
    if {each for each in hfs if check_target_module_exists(config, each)} != set(changed.values()) or not alike:
        _spell(config, changed)
        config.save_pretrained(str(directory))


def _module_of(key: str) -> str:
    """The module that an entry of an adapter's file changes."""
    module, lora, _ = key.removeprefix(_PREFIX).partition(".lora_")
    return module if lora else module.rpartition(".")[0]


def is_adapted(model: nn.Module) -> bool:
    """Whether a model has adapters in it, or is one of peft's around another."""
    return hasattr(model, "peft_config") or any(hasattr(module, "base_layer") for module in model.modules())


def merged(model: Any) -> Any:
    """HF's model with its active adapters in its weights; what no adapter touches is shared with ``model``.

    Raises:
        WeightsError: The adapter does not act on weights (prompt and prefix tuning).
    """
    peft_package("This model has adapters in it")
    from peft import PeftModel
    from peft.tuners.tuners_utils import BaseTunerLayer
    from peft.utils.other import AuxiliaryTrainingWrapper

    if isinstance(model, PeftModel):
        if model.active_peft_config.is_prompt_learning:
            raise WeightsError("This adapter changes prompts, not weights, so there is nothing to merge or to load.")
        model = model.get_base_model()
    adapted: list[Any] = [m for m in model.modules() if isinstance(m, BaseTunerLayer | AuxiliaryTrainingWrapper)]
    own = {id(tensor) for module in adapted for tensor in (*module.parameters(), *module.buffers())}
    rest = [tensor for tensor in (*model.parameters(), *model.buffers()) if id(tensor) not in own]
    model = copy.deepcopy(model, {id(tensor): tensor for tensor in rest})
    merge(model)
    return model


def merge(model: nn.Module) -> None:
    """Merges a model's active adapters into its weights, in place, and takes their modules out."""
    from peft.tuners.tuners_utils import BaseTunerLayer

    module: Any
    done: list[str] = []
    for path, module in list(model.named_modules()):
        if path.startswith(tuple(f"{other}." for other in done)):  # a wrapper's own parts, gone with it
            continue
        parent, _, attribute = path.rpartition(".")
        if not isinstance(module, BaseTunerLayer) and not hasattr(module, _UNLOADS):
            continue
        try:
            plain = _merged_layer(module)
        except (RuntimeError, NotImplementedError, ValueError) as error:
            raise WeightsError(
                f"peft can't merge the adapter at {path}: {error} Adopt or load the base model, and let the adapter "
                "act beside its weights: model.hf.load_adapter(directory)."
            ) from error
        setattr(model.get_submodule(parent), attribute, plain)
        done.append(path)
    for name in ("peft_config", "_hf_peft_config_loaded"):
        vars(model).pop(name, None)


def _merged_layer(module: Any) -> nn.Module:
    if hasattr(module, _UNLOADS):
        return getattr(module, _UNLOADS)(merge=True, safe_merge=False, adapter_names=None)
    if not module.disable_adapters:
        module.merge()
    return module.get_base_layer()


def renamed_adapter_keys(model: nn.Module, rename: Rename, state: MutableMapping[str, Tensor], prefix: str) -> None:
    """Renames an adapter's weights in a state dict from HF's names to ours, before they are loaded.

    peft leaves out what it finds no place for, and says nothing.

    Raises:
        WeightsError: There is no place for some of them, or the adapter's config speaks of modules by HF's names.
    """
    configs = getattr(model, "peft_config", {})
    places = {name for name, _ in (*model.named_parameters(), *model.named_buffers())}
    adapted = {name for name, module in model.named_modules() if hasattr(module, "base_layer")}
    lost: dict[str, None] = {}
    for key in [key for key in state if key.startswith(prefix)]:
        if ".lora_" not in key:  # a module that was trained as a whole
            if key.removeprefix(prefix) not in places:
                lost[_module_of(key.removeprefix(prefix))] = None
            continue
        theirs = key.removeprefix(prefix).partition(".lora_")[0]
        module, lora, rest = rename(key.removeprefix(prefix)).partition(".lora_")
        kind, _, end = rest.partition(".")
        if configs and end.partition(".")[0] not in configs:  # peft names the adapter only where it knows the module
            rest = ".".join(filter(None, (kind, list(configs)[-1], end)))
        state[f"{prefix}{module}{lora}{rest}"] = state.pop(key)
        patterns = [pattern for config in configs.values() for pattern in _lost_patterns(config, theirs, module)]
        lost |= dict.fromkeys(patterns if module in adapted else [theirs])
    if lost:
        raise WeightsError(
            f"This adapter speaks of {', '.join(list(lost)[:3])}, which peft finds nowhere in the hooked model. "
            "model.hf.load_adapter(directory) translates LoRA's names; or give the adapter's directory to "
            "from_pretrained, or peft's model around Hugging Face's to from_hf."
        )


def _lost_patterns(config: Any, theirs: str, ours: str) -> Iterator[str]:
    """Patterns of ranks and scales in an adapter's config that match a module's name in HF's model, and not in ours."""
    from peft.utils.other import get_pattern_key

    for given in (getattr(config, "rank_pattern", None) or {}, getattr(config, "alpha_pattern", None) or {}):
        found = get_pattern_key(list(given), theirs)
        if found in given and get_pattern_key(list(given), ours) != found:
            yield found
