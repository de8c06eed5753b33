"""From the name of a checkpoint to HF's model around our decoder, and its processor."""

from __future__ import annotations

import copy
import difflib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import torch
from huggingface_hub import constants, get_session, is_offline_mode, try_to_load_from_cache
from huggingface_hub.errors import HFValidationError
from huggingface_hub.utils import httpx, validate_repo_id
from safetensors import SafetensorError
from transformers import AutoConfig, AutoProcessor, PreTrainedConfig, PreTrainedModel

from vlm_lens_native._transformers import LOADING
from vlm_lens_native.adapters import adapter_config, merge, put_adapter
from vlm_lens_native.elsewhere import LOADING as ELSEWHERE
from vlm_lens_native.errors import ConfigError, InputError, LoadingError, WeightsError
from vlm_lens_native.families import Family, family_for, hf_class_for
from vlm_lens_native.host import check_weights, host_class
from vlm_lens_native.self_check import self_checked
from vlm_lens_native.toys import TOYS, toy_path
from vlm_lens_native.vision import install_vision_hooks

ATTENTION_IMPLEMENTATIONS = ("sdpa", "eager")
_PROCESSOR_FILES = ("processor_config.json", "preprocessor_config.json")
_ADVICE = (
    "Give the path of a local directory with config.json and the weights, or a hub id that can be reached; what was "
    f"downloaded earlier loads without a network. The toys, which come with the package, are {', '.join(TOYS)}."
)
_FOR_PROCESSOR = ("min_pixels", "max_pixels", "size", "use_fast")  # of from_pretrained's arguments
_FOR_HF = (*_FOR_PROCESSOR, "config", "subfolder", "max_memory", "offload_folder", "use_safetensors", "variant")


class Checkpoint(NamedTuple):
    """A checkpoint, loaded.

    Attributes:
        host: HF's model around our decoder.
        family: What is particular to it.
        processor: HF's processor, or None.
        default_prompt: Its system prompt or template, or None.
    """

    host: PreTrainedModel
    family: Family
    processor: Any
    default_prompt: str | None


def load_checkpoint(
    name_or_path: str | Path,
    *,
    hub: Mapping[str, Any],
    dtype: torch.dtype | str,
    torch_dtype: torch.dtype | str | None,
    device: torch.device | str | None,
    device_map: Any,
    quantization_config: Any,
    processor: Any,
    default_prompt: str | None,
    known: Iterable[str],
    hf_kwargs: dict[str, Any],
    **how: Any,
) -> Checkpoint:
    """What ``HookedVLMTransformer.from_pretrained`` does; arguments and errors are its own.

    Args:
        name_or_path: As there, like all that is not listed here.
        hub: How to reach the hub; what is None or False counts as not given.
        dtype: As there.
        torch_dtype: Likewise.
        device: Likewise.
        device_map: Likewise.
        quantization_config: Likewise.
        processor: Likewise.
        default_prompt: Likewise.
        known: Its arguments by name, for messages.
        hf_kwargs: What it was given beside them.
        how: For `load_host`.
    """
    if torch_dtype is not None and dtype not in ("auto", torch_dtype):
        raise InputError(f"dtype={dtype} and torch_dtype={torch_dtype} differ; give one of them.")
    if device is not None and device_map is not None:
        raise InputError(f"device={device} and device_map={device_map!r} exclude each other; give one of them.")
    if hf_kwargs.get("gguf_file") is not None:
        raise InputError("gguf_file= is not handled: load it with Hugging Face, and give the model to from_hf.")
    for_processor = {name: value for name, value in hf_kwargs.items() if name in _FOR_PROCESSOR}
    if for_processor and processor is not None:
        raise InputError(f"{', '.join(for_processor)} and processor exclude each other: give a processor made so.")
    path = _of_toy(str(name_or_path)) or name_or_path
    hub = {key: value for key, value in {**hub, "subfolder": hf_kwargs.get("subfolder")}.items() if value}
    hub = _in_reach(path, hub)
    given = {
        "device_map": device_map if device is None else {"": _usable(device)},
        "quantization_config": quantization_config,
    }
    for_hf = {name: value for name, value in hf_kwargs.items() if name not in (*_FOR_PROCESSOR, "subfolder")}
    for_hf |= {name: value for name, value in given.items() if value is not None}
    with _naming_arguments(for_hf, [*known, *_FOR_HF]):
        host, family = load_host(path, hub=hub, dtype=torch_dtype or dtype, **how, **for_hf)
    base, hub = base_model(path, hub)
    return Checkpoint(
        host,
        family,
        processor=load_processor(base, hub | for_processor, family) if processor is None else processor,
        default_prompt=family.defaults_for(base).default_prompt if default_prompt is None else default_prompt,
    )


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
    with LOADING, _reading(name_or_path):
        loaded: Any = host_class(family, hf_class_for(hf_config)).from_pretrained(
            name_or_path,
            config=hf_config,
            key_mapping=dict(family.keys),
            output_loading_info=True,
            **hub,
            **hf_kwargs,
        )
    host, info = loaded
    check_weights(name_or_path, family, host, missing=info["missing_keys"], surplus=info["unexpected_keys"])
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
    base_hub |= {"revision": adapter.revision} if adapter.revision else {}
    return adapter.base_model_name_or_path, _in_reach(adapter.base_model_name_or_path, base_hub)


def _of_toy(name: str) -> Path | None:
    """Where a toy's files are; None for other names."""
    if name in TOYS:
        return toy_path(name)
    if name.startswith("toy-") and not Path(name).exists():  # no hub is asked for it
        nearest = difflib.get_close_matches(name, TOYS, n=1, cutoff=0)[0]
        raise LoadingError(f"There is no {name}; did you mean {nearest}? The toys are {', '.join(TOYS)}.")
    return None


def _in_reach(name_or_path: str | Path, hub: dict[str, Any]) -> dict[str, Any]:
    """How to reach the hub; where no connection can be made, only what was downloaded earlier is looked for.

    HF would ask for each file that isn't there five times more, with pauses of 23 s together. A hub that is slow, or
    answers with an error, it still asks so.

    Raises:
        LoadingError: The name is neither a directory's nor a hub id; or no connection can be made, and the checkpoint
            was not downloaded.
    """
    if Path(name_or_path).exists():
        return hub
    try:
        validate_repo_id(str(name_or_path))
    except HFValidationError as error:
        raise LoadingError(
            f"There is no directory {name_or_path}, nor is that a hub id ({error}). {_ADVICE}"
        ) from error
    if hub.get("local_files_only") or is_offline_mode():
        return hub
    try:
        get_session().head(constants.ENDPOINT, timeout=constants.HF_HUB_ETAG_TIMEOUT)
    except httpx.ConnectError as error:
        where = {key: hub[key] for key in ("cache_dir", "revision") if key in hub}
        files = (str(_folder("", hub) / file) for file in ("config.json", "adapter_config.json"))
        if not any(isinstance(try_to_load_from_cache(str(name_or_path), file, **where), str) for file in files):
            raise LoadingError(
                f"{name_or_path} is no directory and was not downloaded earlier, and {constants.ENDPOINT} can't be "
                f"reached ({error}). {_ADVICE}"
            ) from error
        return hub | {"local_files_only": True}
    except httpx.HTTPError:
        pass  # HF will see
    return hub


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


def load_processor(name_or_path: str | Path, hub: dict[str, Any], family: Family) -> Any:
    """HF's processor of a checkpoint, or None for a directory without one.

    A processor that is there and does not load is an error, HF's own.

    Raises:
        ConfigError: Its tokenizer lacks a token that this checkpoint is known to use.
    """
    path = _folder(name_or_path, hub)
    if path.is_dir() and not any((path / file).exists() for file in _PROCESSOR_FILES):
        return None
    try:
        with LOADING:
            processor = AutoProcessor.from_pretrained(name_or_path, **hub)
    except ImportError as error:
        if "torchvision" not in str(error).lower():
            raise
        raise ImportError(
            f"The processor of {name_or_path} needs torchvision, as those that also take videos do. Install the one "
            f"that was built for torch {torch.__version__} (vlm_lens_native[video]), or give a processor of your own: "
            "from_pretrained(..., processor=...)."
        ) from error
    known = processor.tokenizer.get_vocab() if hasattr(processor, "tokenizer") else {}
    if lacking := [token for token in family.defaults_for(name_or_path).extra_tokens if token not in known]:
        raise ConfigError(f"The tokenizer of {name_or_path} lacks {', '.join(lacking)}; is it another checkpoint's?")
    return processor


def _usable(device: torch.device | str) -> torch.device | str:
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


@contextmanager
def _naming_arguments(given: Iterable[str], known: Iterable[str]) -> Iterator[None]:
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
        hint = ELSEWHERE.get(unknown, hint)
        raise InputError(f"from_pretrained takes no argument {unknown!r}, and neither does HF's. {hint}") from error


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
        advice = (
            "The directory exists, so a file in it is missing or unreadable: it needs config.json and the weights."
            if is_local
            else _ADVICE
        )
        raise LoadingError(f"{name_or_path} can't be loaded: {error}\n{advice}") from error
    except RuntimeError as error:
        if "mismatch" in str(error):
            raise WeightsError(f"Weights of {name_or_path} have other shapes than its config says: {error}") from error
        raise
