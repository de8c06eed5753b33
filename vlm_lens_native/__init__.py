"""Look inside vision-language models: one native decoder, every activation hooked, Hugging Face's numbers."""

import importlib as _importlib
from importlib.util import find_spec as _find_spec
from typing import TYPE_CHECKING as _TYPE_CHECKING
from typing import Any as _Any

from vlm_lens_native._torchvision import watch_torchvision as _watch_torchvision

if _TYPE_CHECKING:
    from vlm_lens_native.cache import ActivationCache
    from vlm_lens_native.config import DecoderConfig, RotaryConfig
    from vlm_lens_native.decoder import HookedDecoder
    from vlm_lens_native.encoded import DecoderInput
    from vlm_lens_native.errors import (
        ConfigError,
        HookError,
        HookNameError,
        ImageError,
        InputError,
        LoadingError,
        MissingProcessorError,
        OutOfRangeError,
        PlaceholderMismatchError,
        UnsupportedModelError,
        VLMLensError,
        WeightsError,
    )
    from vlm_lens_native.hooks import HookPoint
    from vlm_lens_native.model import HookedVLMTransformer

__version__ = "0.1.0"

__all__ = [
    "ActivationCache",
    "ConfigError",
    "DecoderConfig",
    "DecoderInput",
    "HookError",
    "HookNameError",
    "HookPoint",
    "HookedDecoder",
    "HookedVLMTransformer",
    "ImageError",
    "InputError",
    "LoadingError",
    "MissingProcessorError",
    "OutOfRangeError",
    "PlaceholderMismatchError",
    "RotaryConfig",
    "UnsupportedModelError",
    "VLMLensError",
    "WeightsError",
]

_watch_torchvision()  # transformers imports it

# Where names come from that are no errors. They are looked up when they are first asked for, so that the command line
# answers --help, and a program that only handles errors starts, without torch and transformers.
_HOMES = {
    "ActivationCache": "cache",
    "DecoderConfig": "config",
    "DecoderInput": "encoded",
    "HookPoint": "hooks",
    "HookedDecoder": "decoder",
    "HookedVLMTransformer": "model",
    "RotaryConfig": "config",
}


def __getattr__(name: str) -> _Any:
    if name in __all__:
        home = _importlib.import_module(f"{__name__}.{_HOMES.get(name, 'errors')}")
        globals()[name] = getattr(home, name)
        return globals()[name]
    if not name.startswith("_") and _find_spec(f"{__name__}.{name}") is not None:
        return _importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
