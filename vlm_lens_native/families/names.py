"""From a checkpoint's names of weights to ours: HF's own renames, then the backbone's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import cycle

from transformers import PreTrainedModel
from transformers.conversion_mapping import get_model_conversion_mapping
from transformers.core_model_loading import PrefixChange, WeightConverter, WeightRenaming, WeightTransform


def hf_transforms(model: PreTrainedModel, language_model: str) -> tuple[list[WeightTransform], list[WeightConverter]]:
    """What HF does to a checkpoint's names (and weights) for a model of its own, outside the vision encoder.

    HF's loader leaves this out for classes that are not its own, such as ours; what belongs to a vision encoder or
    adapter it still does, as those are HF's.

    Args:
        model: HF's model, on the meta device.
        language_model: Where its language model is.

    Returns:
        Renames, in the order in which HF applies them, and conversions of weights, of which at most one applies.
    """
    base = f"{model.base_model_prefix}." if model.base_model_prefix else ""
    inside = language_model.removeprefix(base)
    ours = [t for t in get_model_conversion_mapping(model) if not t.scope_prefix or t.scope_prefix == inside]
    renames: list[WeightTransform] = [t for t in ours if isinstance(t, (WeightRenaming, PrefixChange))]
    return renames, [t for t in ours if isinstance(t, WeightConverter)]


def as_patterns(renames: Iterable[WeightTransform], base: str) -> dict[str, str]:
    """HF's renames as regular expressions over whole names, in HF's notation for both sides.

    A rename of a model within the model matches the names behind its path only.

    Args:
        renames: HF's.
        base: HF's ``base_model_prefix``.
    """
    patterns = {}
    for rename in sorted(renames, key=lambda rename: rename.scope_prefix is not None):
        if rename.scope_prefix is not None and base:  # ShieldGemma 2's renames double it; HF's loader takes it off
            patterns.setdefault(rf"^{base}\.{base}\.", f"{base}.")
        scope = "" if rename.scope_prefix is None else ".".join(part for part in (base, rename.scope_prefix) if part)
        pairs = list(zip(rename.source_patterns, cycle(rename.target_patterns), strict=False))
        # of several at once the last first: they share names, and a later one would find what an earlier one has made
        for source, target in pairs if len(rename.target_patterns) == 1 else reversed(pairs):
            if scope and source.startswith("^"):
                patterns[rf"^{re.escape(scope)}\.{source.removeprefix('^')}"] = f"{scope}.{target}"
            else:  # without an anchor it matches a part of a name, which is one of the language model's
                patterns[source] = target
    return patterns


def within(path: str, renames: Mapping[str, str]) -> dict[str, str]:
    """A backbone's renames, for a language model at ``path``."""
    return {rf"^{re.escape(path)}\.{pattern}": f"{path}.{ours}" for pattern, ours in renames.items()}


def in_our_names(converter: WeightConverter, renames: Mapping[str, str]) -> WeightConverter:
    """A conversion of weights whose patterns are HF's names of a layer's weights, with ours in their place."""

    def ours(pattern: str) -> str:
        name = renamed(f"layers.0.{pattern}", {f"^{theirs}": own for theirs, own in renames.items()})
        return name.removeprefix("blocks.0.") if name.startswith("blocks.0.") else pattern

    sources, targets = ([*map(ours, names)] for names in (converter.source_patterns, converter.target_patterns))
    return converter.copy(sources, targets, operations=converter.operations)


def renamed(key: str, patterns: Mapping[str, str]) -> str:
    """A checkpoint's name in our spelling, exactly as HF's loader renames it."""
    for renaming in _renamings(tuple(patterns.items())):
        key, _ = renaming.rename_source_key(key)
    return key


@cache
def _renamings(patterns: tuple[tuple[str, str], ...]) -> list[WeightRenaming]:
    return [WeightRenaming(source, target) for source, target in patterns]
