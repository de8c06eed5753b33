"""What a family of models is, how families are found, and the guard over their configs.

A family is one module in ``conversions/`` with a ``FAMILY`` object: data, and the few functions that turn HF's config
into ours. ``docs/adding-a-family.md`` walks through one.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import pkgutil
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from torch import Tensor
from transformers import PreTrainedConfig

from .config import DecoderConfig
from .errors import ConfigError, UnsupportedModelError
from .inputs.geometry import Geometry

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


@dataclass(frozen=True, kw_only=True)
class ConfigKeys:
    """The keys of one HF config that a family knows.

    Attributes:
        handled: Keys that ``decoder_config`` (or HF's own encoder code) acts on.
        ignored: Keys without effect on a forward pass, each with the reason.
    """

    handled: frozenset[str]
    ignored: Mapping[str, str] = field(default_factory=dict)

    def offenders(self, config: PreTrainedConfig) -> dict[str, Any]:
        """Keys that nobody handles and whose value is not the default of HF's config class."""
        defaults = type(config)().to_dict()
        known = self.handled | self.ignored.keys() | BOOKKEEPING.keys()
        missing = object()
        return {
            key: value
            for key, value in config.to_dict().items()
            if key not in known and defaults.get(key, missing) != value
        }


@dataclass(frozen=True, kw_only=True)
class CheckpointDefaults:
    """What one checkpoint does differently from its family.

    Attributes:
        default_prompt: Prompt that the checkpoint was trained with; ``{task}`` stands for the user's task.
        extra_tokens: Tokens that the checkpoint knows beside its family's.
    """

    default_prompt: str | None = None
    extra_tokens: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class VisionHooks:
    """Where the hook points of HF's vision encoder and adapter go; paths are those of HF's modules.

    Attributes:
        blocks: The encoder's blocks.
        n_blocks: How many of them reach the language model.
        attn: Attention, within a block.
        mlp: MLP, within a block.
        qkv: The projections to queries, keys and values within attention: three, or one that makes all of them.
        out: The output projection, within attention.
        adapter: Projector, merger or connector.
        packed: The encoder, if it strings the patches of all images together and is given their ``grid_thw``.
        patches_per_token: Of a packed encoder: how many patches, one behind another, make up an image token.
        token_order: Of a packed encoder: the order in which it keeps tokens, ``(encoder, grid_thw) -> [token]``; None
            if it is the processor's.
        deepstack: Further adapters, if there are any.
        deepstack_blocks: The blocks whose outputs they take.
        why_not: Patterns of hook names that can't be served, with the reason.
    """

    blocks: str
    n_blocks: int
    attn: str
    mlp: str = "mlp"
    qkv: tuple[str, ...]
    out: str
    adapter: str
    packed: str | None = None
    patches_per_token: int = 1
    token_order: Callable[[Any, Tensor], Tensor] | None = None
    deepstack: str | None = None
    deepstack_blocks: Sequence[int] = ()
    why_not: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, eq=False)
class Family:
    r"""All that is particular to one family of models.

    Attributes:
        model_type: HF's name for the outer model.
        language_model: Where HF's class keeps its language model, as a dotted path.
        text_config: Finds the language model's config in HF's outer config.
        decoder_config: Turns HF's outer config into ours.
        keys: Regular expressions from names in checkpoints to names in our model, applied one after the other; at
            most one group each, written ``\1`` in the replacement. Both the hub's older names and those of
            transformers 5 must come through.
        not_ours: Prefixes (in our names) of the vision encoder and adapter, whose surplus weights HF may drop.
        outer_keys: Known keys of the outer config.
        text_keys: Known keys of the language model's config.
        vision_tokens: Images and videos of an input and the grids of their tokens.
        vision_hooks: Where hook points go in front of the decoder, by HF's outer config; or why there are none.
        needs_token_types: Whether the inputs must carry ``mm_token_type_ids``, by which HF computes M-RoPE positions.
        checkpoints: What single checkpoints do differently, by the last part of their hub id.
    """

    model_type: str
    language_model: str
    text_config: Callable[[PreTrainedConfig], PreTrainedConfig]
    decoder_config: Callable[[PreTrainedConfig], DecoderConfig]
    keys: Mapping[str, str]
    not_ours: tuple[str, ...]
    outer_keys: ConfigKeys
    text_keys: ConfigKeys
    vision_tokens: Geometry
    vision_hooks: Callable[[PreTrainedConfig], VisionHooks | str] = lambda _: "its family does not map them."
    needs_token_types: bool = False
    checkpoints: Mapping[str, CheckpointDefaults] = field(default_factory=dict)

    def rename(self, key: str) -> str:
        """A checkpoint's name for a weight in our spelling."""
        for pattern, replacement in self.keys.items():
            key = re.sub(pattern, replacement, key, count=1)
        return key

    def defaults_for(self, name_or_path: str | Path) -> CheckpointDefaults:
        """What a checkpoint does differently, known by the last part of its hub id or directory."""
        return self.checkpoints.get(Path(name_or_path).name, CheckpointDefaults())

    def convert_config(self, hf_config: PreTrainedConfig) -> DecoderConfig:
        """Our config for HF's, after looking at every key of it.

        Raises:
            ConfigError: The checkpoint asks for something that is not handled.
        """
        text_config = self.text_config(hf_config)
        offenders = {f"text_config.{key}": value for key, value in self.text_keys.offenders(text_config).items()}
        offenders |= self.outer_keys.offenders(hf_config)
        if offenders:
            listed = ", ".join(f"{key}={value!r}" for key, value in sorted(offenders.items()))
            raise ConfigError(
                f"The config of this {self.model_type} checkpoint sets {listed}, which the family does not handle: "
                "the model would differ from what the checkpoint asks for. If a key has no effect on a forward pass, "
                f"list it as ignored in conversions/{self.model_type}.py; otherwise the decoder has to learn it."
            )
        return self.decoder_config(hf_config)


def family_for(hf_config: PreTrainedConfig) -> Family:
    """The family of a checkpoint.

    Raises:
        UnsupportedModelError: There is none; the message names those that there are.
    """
    families = all_families()
    if hf_config.model_type not in families:
        raise UnsupportedModelError(
            f"model_type {hf_config.model_type!r} is not supported; supported are {', '.join(sorted(families))}. "
            "docs/adding-a-family.md tells how to add one."
        )
    return families[hf_config.model_type]


@cache
def all_families() -> dict[str, Family]:
    """Every family by model_type: the modules of ``conversions``, then entry points of other packages.

    Raises:
        UnsupportedModelError: Two of them claim one model_type.
    """
    found: dict[str, tuple[str, Family]] = {}
    for origin, family in [*_built_in(), *_entry_points()]:
        if family.model_type in found:
            raise UnsupportedModelError(
                f"Both {found[family.model_type][0]} and {origin} claim model_type {family.model_type!r}; "
                "uninstall one, or rename its family."
            )
        found[family.model_type] = (origin, family)
    return {model_type: family for model_type, (_, family) in found.items()}


def _built_in() -> Iterable[tuple[str, Family]]:
    package = importlib.import_module(f"{__package__}.conversions")
    for module in pkgutil.iter_modules(package.__path__):
        if not module.name.startswith("_"):
            name = f"{package.__name__}.{module.name}"
            yield name, importlib.import_module(name).FAMILY


def _entry_points() -> Iterable[tuple[str, Family]]:
    for entry in importlib.metadata.entry_points(group="vlm_lens_native.families"):
        yield entry.value, entry.load()
