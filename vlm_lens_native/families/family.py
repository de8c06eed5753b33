"""``Family``: a wrapper and a backbone, made one for the config of a checkpoint."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import transformers
from transformers import PreTrainedConfig
from transformers.core_model_loading import WeightConverter
from transformers.models.auto.modeling_auto import MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING, MODEL_FOR_MULTIMODAL_LM_MAPPING

from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.errors import ConfigError, UnsupportedModelError
from vlm_lens_native.families.anatomy import (
    empty_model,
    language_model_of,
    parts_beside,
    token_types_of,
    vision_hooks_of,
)
from vlm_lens_native.families.declarations import Backbone, CheckpointDefaults, VisionHooks, Wrapper
from vlm_lens_native.families.guard import unlisted_keys
from vlm_lens_native.families.names import as_patterns, hf_transforms, in_our_names, renamed, within
from vlm_lens_native.families.registry import all_backbones, all_wrappers, lacking
from vlm_lens_native.inputs.geometries import Runs
from vlm_lens_native.inputs.geometry import Geometry

_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Family:
    """All that is particular to one kind of model: what its two files declare, and what was read off HF's class.

    Attributes:
        wrapper: What the outer model is.
        backbone: What its language model is.
        language_model: Where HF's class keeps its language model, as a dotted path.
        keys: Patterns from a checkpoint's names of weights to ours, in HF's notation, applied one after the other.
        hf_class: HF's class of the language model.
        converters: What HF does to weights beside renaming them.
        not_ours: Prefixes (in our names) of encoders and adapters, whose surplus weights HF may drop.
        vision: Where encoder and adapter get hook points; or why they get none.
        token_types: The argument by which HF's class is told of which kind each token is; None where there is none.
        notes: What was ignored, derived or is missing, for the user.
    """

    wrapper: Wrapper
    backbone: Backbone
    language_model: str
    hf_class: type
    keys: Mapping[str, str]
    converters: tuple[WeightConverter, ...]
    not_ours: tuple[str, ...]
    vision: VisionHooks | str
    token_types: str | None
    notes: tuple[str, ...]

    def __repr__(self) -> str:
        return f"Family({self.model_type!r}, {self.backbone.model_type!r})"

    @property
    def model_type(self) -> str:
        """HF's name for the outer model."""
        return self.wrapper.model_type

    @property
    def geometry(self) -> Geometry:
        """Which tokens images and videos become, and of which pixels."""
        return self.wrapper.geometry

    @property
    def is_derived(self) -> bool:
        """Whether the wrapper has no file of its own."""
        return all_wrappers().get(self.model_type) is not self.wrapper

    def rename(self, key: str) -> str:
        """A checkpoint's name for a weight in our spelling."""
        return renamed(key, self.keys)

    def defaults_for(self, name_or_path: str | Path) -> CheckpointDefaults:
        """What a checkpoint does differently, known by the last part of its hub id or directory."""
        return self.wrapper.checkpoints.get(Path(name_or_path).name, CheckpointDefaults())

    def convert_config(self, hf_config: PreTrainedConfig) -> DecoderConfig:
        """Our config for HF's.

        Raises:
            ConfigError: It asks for something that the decoder does not do.
        """
        return self.backbone.decoder_config(hf_config.get_text_config(), hf_config)


def family_for(hf_config: PreTrainedConfig, hf_class: Any = None) -> Family:
    """The family of a checkpoint. Reads no weight.

    Args:
        hf_config: HF's config of the whole model.
        hf_class: HF's class; None takes the one for images and text.

    Raises:
        UnsupportedModelError: It is no model for images and text.
        ConfigError: The decoder does not do what the model needs; the message says what.
    """
    hf_class = hf_class_for(hf_config) if hf_class is None else hf_class
    text = hf_config.get_text_config()
    _check_origin(hf_config, text)
    backbone = _backbone_of(hf_config, text)
    model = empty_model(hf_class, hf_config)
    path, language_model = language_model_of(model)
    _check_class(backbone, type(language_model))
    notes = _check_keys(backbone, text, type(language_model))
    renames, converters = hf_transforms(model, path)
    wrapper = all_wrappers().get(hf_config.model_type) or _derived(hf_config.model_type)
    within_it = (f"{path}.{wrapper.merges_within}.",) if wrapper.merges_within else ()
    find = wrapper.vision_hooks
    vision = (find and find(hf_config)) or vision_hooks_of(model, path)
    family = Family(
        wrapper=wrapper,
        backbone=backbone,
        language_model=path,
        hf_class=type(language_model),
        keys={**as_patterns(renames, model.base_model_prefix), **within(path, backbone.renames_of(text))},
        converters=tuple(in_our_names(each, backbone.renames_of(text)) for each in converters),
        not_ours=(*parts_beside(model, path), *within_it),
        vision=vision,
        token_types=token_types_of(model),
        notes=(
            *notes,
            *wrapper.missing,
            *([f"No hook points in the vision encoder: {vision}"] * isinstance(vision, str)),
        ),
    )
    family.convert_config(hf_config)
    for note in family.notes:
        _log.info("%s: %s", hf_config.model_type, note)
    return family


def hf_class_for(hf_config: PreTrainedConfig) -> Any:
    """HF's image-text-to-text class for a config.

    Raises:
        UnsupportedModelError: HF has none.
    """
    known = (MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING, MODEL_FOR_MULTIMODAL_LM_MAPPING)
    mapping = next((mapping for mapping in known if type(hf_config) in mapping), None)
    if mapping is None:
        raise UnsupportedModelError(
            f"model_type {hf_config.model_type!r} is not supported: Hugging Face has no model for images and text of "
            f"this type. Those with files of their own here are {', '.join(sorted(all_wrappers()))}; others run where "
            f"their text config is one of {', '.join(sorted(all_backbones()))}."
        )
    return mapping[type(hf_config)]


def _check_origin(hf_config: PreTrainedConfig, text: PreTrainedConfig) -> None:
    """Refuses configs of other code bases, which say nothing that HF's class would read of the language model."""
    names = hf_config.architectures or []
    if names and not any(hasattr(transformers, name) for name in names) and text.to_dict() == type(text)().to_dict():
        raise ConfigError(
            f"This config was written for {names[0]}, which is no class of Hugging Face's, and has no text config: "
            "take the checkpoint in Hugging Face's format, whose name often ends in -hf."
        )


def _backbone_of(hf_config: PreTrainedConfig, text: PreTrainedConfig) -> Backbone:
    backbones = all_backbones()
    wrapper = all_wrappers().get(hf_config.model_type)
    is_text = text is hf_config and not (wrapper and wrapper.merges_within)
    if is_text or text.model_type not in backbones:
        needed = lacking().get(text.model_type)
        raise ConfigError(
            f"The text backbone {text.model_type!r} of this {hf_config.model_type} is not supported"
            + (f": the decoder lacks {needed}. " if needed else ". ")
            + f"Supported are {', '.join(sorted(backbones))}; docs/adding-a-family.md tells how to add one."
        )
    return backbones[text.model_type]


def _check_class(backbone: Backbone, hf_class: type) -> None:
    if hf_class.__name__ not in backbone.hf_classes:
        raise ConfigError(
            f"HF's wrapper brings a language model of its own, {hf_class.__name__}, for the text config "
            f"{backbone.model_type!r}; the decoder does what {' and '.join(backbone.hf_classes)} does."
        )


def _check_keys(backbone: Backbone, text: PreTrainedConfig, hf_class: type) -> tuple[str, ...]:
    """Refuses keys of the text config that nobody handles; notes those that HF's code can't read."""
    unlisted = unlisted_keys(text, backbone.keys, hf_class)
    if unlisted.offending:
        listed = ", ".join(f"text_config.{key}={value!r}" for key, value in sorted(unlisted.offending.items()))
        raise ConfigError(
            f"The config of this checkpoint sets {listed}, which the decoder does not handle: the model would differ "
            "from what the checkpoint asks for. If a key has no effect on a forward pass, list it as ignored in "
            f"conversions/backbones/{backbone.model_type}.py; otherwise the decoder has to learn it."
        )
    if not unlisted.unread:
        return ()
    return (f"Keys of text_config that {hf_class.__name__} does not read: {', '.join(sorted(unlisted.unread))}.",)


@cache
def _derived(model_type: str) -> Wrapper:
    """A wrapper of which nothing is known but what HF's class shows."""
    return Wrapper(
        model_type=model_type,
        geometry=Runs(),
        missing=(
            f"No file says which pixels the image tokens of {model_type} saw, so they have no boxes: "
            f"conversions/{model_type}.py would, see docs/adding-a-family.md.",
        ),
    )
