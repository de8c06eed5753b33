"""Look inside vision-language models: one native decoder, every activation hooked, Hugging Face's numbers."""

from vlm_lens_native._torchvision import ensure_torchvision as _ensure_torchvision

_ensure_torchvision()  # before transformers, which imports it

from vlm_lens_native.cache import ActivationCache  # noqa: E402
from vlm_lens_native.config import DecoderConfig, RotaryConfig  # noqa: E402
from vlm_lens_native.decoder import HookedDecoder  # noqa: E402
from vlm_lens_native.encoded import DecoderInput  # noqa: E402
from vlm_lens_native.errors import (  # noqa: E402
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
from vlm_lens_native.hooks import HookPoint  # noqa: E402
from vlm_lens_native.model import HookedVLMTransformer  # noqa: E402

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
