"""What a family of models is, how families are found, and the guard over their configs.

A family is one module in ``conversions/`` with a ``FAMILY`` object: data, and the few functions that turn HF's config
into ours. ``docs/adding-a-family.md`` walks through one.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import pkgutil
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from torch import Tensor, nn
from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.errors import ConfigError, UnsupportedModelError
from vlm_lens_native.inputs.geometry import Geometry

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


class PackedImages(NamedTuple):
    """How a vision encoder has put the patches of all images into one sequence.

    Attributes:
        lengths: ``[image]``: patches of each image, in the processor's order; each frame of a video counts by itself.
        order: ``[token]``: the encoder's n-th token is the processor's ``order[n]``-th; None where the order is one.
        merge: Patches that become one token. They follow each other.
    """

    lengths: Tensor
    order: Tensor | None
    merge: int


@dataclass(frozen=True, kw_only=True, eq=False)
class VisionHooks:
    """Where HF's class keeps the parts of vision encoder and adapter that get hook points, as dotted paths.

    Attributes:
        encoder: The vision encoder, in the whole model.
        blocks: The list of blocks, in the encoder.
        n_blocks: How many of them reach the logits; the others get no hook points.
        attention: Attention, in a block; a module with ``num_heads``, ``config`` and HF's choice of kernels.
        qkv: Its projections of queries, keys and values; or the single one that computes all three side by side.
        out: Its output projection.
        mlp: The MLP, in a block.
        adapter: Projector, merger or connector, in the whole model.
        deepstack: Further adapters, whose features are added within the decoder: the path of each, and the number of
            the block whose output it takes.
        packed: For encoders that pack all images into one sequence: reads from the encoder and the keyword arguments
            of its call how. None where images are a batch.
    """

    encoder: str
    blocks: str
    n_blocks: int
    attention: str
    qkv: tuple[str, ...]
    out: str
    mlp: str
    adapter: str
    deepstack: tuple[tuple[str, int], ...] = ()
    packed: Callable[[nn.Module, Mapping[str, Any]], PackedImages] | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
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
        geometry: Which tokens images and videos become, and of which pixels.
        vision_hooks: Finds, for HF's outer config, where vision encoder and adapter get hook points; or says why they
            get none.
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
    geometry: Geometry
    vision_hooks: Callable[[PreTrainedConfig], VisionHooks | str] = lambda _: "the family does not say where they are."
    needs_token_types: bool = False
    checkpoints: Mapping[str, CheckpointDefaults] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"Family({self.model_type!r})"

    def __reduce_ex__(self, protocol: Any) -> Any:
        """Pickles and copies of a known family are that family: its functions may be lambdas."""
        known = all_families().get(self.model_type) is self
        return (_known_family, (self.model_type,)) if known else super().__reduce_ex__(protocol)

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


def _known_family(model_type: str) -> Family:
    return all_families()[model_type]


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
