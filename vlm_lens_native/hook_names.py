"""Names of hook points: patterns, aliases, short names, and helpful errors."""

from __future__ import annotations

import difflib
import fnmatch
import math
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, SupportsIndex

from vlm_lens_native.errors import HookNameError
from vlm_lens_native.indices import is_number, runs

NamesFilter = str | Collection[str] | Callable[[str], bool] | None

# Spectra's names on the left, and the prefix-less names of TransformerLens.
_ENDINGS = {
    ".attn.hook_scores": ".attn.hook_attn_scores",
    ".attn.hook_out": ".hook_attn_out",
    ".attn.hook_head_out": ".attn.hook_result",
    ".mlp.hook_out": ".hook_mlp_out",
}
_ALIASES = (
    (re.compile(r"^embed$"), "hook_embed"),
    (re.compile(r"^(?=blocks\.|ln_final\.|hook_embed$)"), "lm."),
    *((re.compile(rf"{re.escape(alias)}$"), ending) for alias, ending in _ENDINGS.items()),
)


# TransformerLens's and Spectra's other words in short names such as ("attn", 5).
_SHORT_ALIASES = {
    "attn": "pattern",
    "attn_logits": "attn_scores",
    "scores": "attn_scores",
    "query": "q",
    "key": "k",
    "value": "v",
    "head_out": "result",
}


_PARTS = {
    "attn": ["q", "k", "v", "z", "rot_q", "rot_k", "pattern", "attn_scores", "result", "mask", "in", "gate"],
    "mlp": ["pre", "pre_linear", "post"],
    "ln1": ["scale", "normalized"],
}
_PART_OF = {short: part for part, names in _PARTS.items() for short in names}
_OUTSIDE = ("embed",)


def get_act_name(name: str, layer: SupportsIndex | str | None = None, layer_type: str | None = None) -> str:
    """The name of a hook point by TransformerLens's short form, as its ``utils.get_act_name`` makes it.

    ::

        get_act_name("k", 6, "a")       # lm.blocks.6.attn.hook_k
        get_act_name("resid_pre", 2)    # lm.blocks.2.hook_resid_pre
        get_act_name("pre5")            # lm.blocks.5.mlp.hook_pre
        get_act_name("scale4ln1")       # lm.blocks.4.ln1.hook_scale
        get_act_name("normalized")      # lm.ln_final.hook_normalized

    Args:
        name: The activation; or activation, layer and module in one, such as ``"k6"``; or a full name.
        layer: Number of the block; None is outside the blocks.
        layer_type: ``"attn"`` (``"a"``), ``"mlp"`` (``"m"``), ``"ln1"``, ``"ln2"``; where the activation says it
            (``"k"``, ``"pattern"``), it may be left out.

    Raises:
        HookNameError: An activation within blocks without a layer.
    """
    if name.startswith(("lm.", "blocks.", "vision.", "adapter.")):
        return canonical(name)
    if layer is None and (short := re.fullmatch(r"([a-z_]+?)(\d+)([a-z]+\d?)?", name)):
        name, layer, layer_type = short[1], short[2], short[3] or layer_type
    point = _SHORT_ALIASES.get(name, name)
    part = {"a": "attn", "m": "mlp", "b": "", "block": "", "blocks": ""}.get(layer_type or "", layer_type)
    if layer is None and point in ("scale", "normalized"):
        return f"lm.{part or 'ln_final'}.hook_{point}"
    if layer is None and point not in _OUTSIDE:
        raise HookNameError(f"{name!r} lies within the blocks; say in which one: get_act_name({name!r}, 0).")
    if layer is None:
        return f"lm.hook_{point}"
    part = _PART_OF.get(point, "") if part is None else part
    return ".".join(filter(None, ("lm.blocks", str(layer), part, f"hook_{point}")))


def looks_like_names(given: Any, known: Sequence[str]) -> bool:
    """Whether a text, or a list of texts, names hook points rather than being a prompt."""
    texts = [given] if isinstance(given, str) else given
    return any(isinstance(text, str) and _is_name(text, known) for text in texts)


def _is_name(text: str, known: Sequence[str]) -> bool:
    """Without spaces, and either matching a hook point or written as their names are, so that typos are told."""
    if re.search(r"\s", text) or not text:
        return False
    is_written_so = "*" in text or "hook_" in text or text.startswith(("lm.", "blocks.", "vision.", "adapter."))
    return is_written_so or bool(fnmatch.filter(known, canonical(text, known))) or bool(in_every_block(text, known))


def is_visual(name: str) -> bool:
    """Whether a hook point lies in vision encoder or adapter, where images stand on the axis of the batch's rows."""
    return name.startswith(("vision.", "adapter."))


def canonical(name: str, known: Iterable[str] = ()) -> str:
    """The canonical spelling of a name or pattern that may be an alias; what is ``known`` by it is none."""
    for alias, replacement in _ALIASES:
        if alias.search(name) and not any(fnmatch.fnmatchcase(each, name) for each in known):
            name = alias.sub(replacement, name)
    return name


def spellings(names: NamesFilter, known: Sequence[str]) -> dict[str, str]:
    """How a filter spells the hook points that it means by an alias; the other ones are left out."""
    asked = [names] if isinstance(names, str) else [] if names is None or callable(names) else names
    found: dict[str, str] = {}
    if all(canonical(pattern, known) == pattern for pattern in asked):  # the usual case, which costs nothing
        return found
    for pattern in asked:
        for name in resolve(pattern, known):
            found.setdefault(name, _spelled(name, pattern))
    return {name: spelled for name, spelled in found.items() if spelled != name}


def _spelled(name: str, pattern: str) -> str:
    """The spelling of a canonical name that a pattern matches."""
    endings = [(name.removesuffix(ending) + alias) for alias, ending in _ENDINGS.items() if name.endswith(ending)]
    spelled = [each for full in (name, *endings) for each in (full, full.removeprefix("lm."))] + ["embed"]
    return next((each for each in spelled if fnmatch.fnmatchcase(each, pattern)), name)


def resolve(names: NamesFilter, known: Sequence[str], *, why_not: Mapping[str, str] | None = None) -> list[str]:
    """The hook points that a filter means, in the model's order.

    Args:
        names: A name, a pattern with ``*`` (which also crosses dots), a list of these, a predicate, or None for all.
        known: The names of all hook points.
        why_not: Patterns of names that this model can't serve, with the reason.

    Raises:
        HookNameError: A name or pattern matches nothing; the message gives the reason or the nearest names.
    """
    if names is None:
        return list(known)
    if not (isinstance(names, str | Iterable) or callable(names)):
        raise HookNameError(f"Hooks are named by a name, a pattern, a list of these, or a predicate, got {names!r}.")
    if callable(names):
        chosen = {name for name in known if names(name)}
        if not chosen:
            raise HookNameError(f"The predicate {names!r} accepts none of the {len(known)} hook names.")
    else:
        patterns = [names] if isinstance(names, str) else list(names)
        chosen = {name for pattern in patterns for name in _matches(pattern, known, why_not or {})}
    return [name for name in known if name in chosen]


def _matches(pattern: str, known: Sequence[str], why_not: Mapping[str, str]) -> list[str]:
    if not isinstance(pattern, str):
        raise HookNameError(f"A hook name is a string, got {pattern!r}.")
    wanted = canonical(pattern, known)
    if wanted in known:  # as most are given: no pattern
        return [wanted]
    matches = [name for name in known if fnmatch.fnmatchcase(name, wanted)]
    if not matches:
        raise HookNameError(_unknown(pattern, wanted, known, why_not))
    return matches


def _unknown(pattern: str, wanted: str, known: Iterable[str], why_not: Mapping[str, str]) -> str:
    for family, reason in why_not.items():
        if fnmatch.fnmatchcase(wanted, family) or fnmatch.fnmatchcase(family, wanted):
            return f"This model has no {pattern!r}: {reason}"
    if everywhere := in_every_block(wanted, known):
        in_all = f"lm.*.{everywhere[0].split('.', 3)[3]}"
        return f"No hook point is named {pattern!r}. In one block it is {everywhere[0]!r}, in all blocks {in_all!r}."
    if layers := _layers_of(wanted, known):
        return f"No hook point is named {pattern!r}: there is one of this name in {layers}."
    shorts = {_short(name): name for name in known}  # a short name is close to none of the long ones
    nearest = difflib.get_close_matches(wanted, list(known), n=3, cutoff=0.5) or [
        shorts[short] for short in difflib.get_close_matches(wanted, list(shorts), n=3, cutoff=0.6)
    ]
    hint = f"The nearest are {', '.join(nearest)}." if nearest else "model.hook_names() lists all names."
    return f"No hook point is named {pattern!r}. {hint}"


def _layers_of(name: str, known: Iterable[str]) -> str:
    """In which layers there is a hook point that is called like one of a layer that there is not; empty for others."""
    parts = re.fullmatch(r"(.*\.blocks\.)[^.]*(\..*)", name)
    if parts is None:
        return ""
    same = re.compile(rf"{re.escape(parts[1])}(\d+){re.escape(parts[2])}")
    layers = [int(found[1]) for found in map(same.fullmatch, known) if found]
    return f"layers {runs(layers)}" if len(layers) > 1 else f"layer {layers[0]} only" if layers else ""


def stream_before(block: int, n_layers: int) -> str:
    """The hook point that the stream passes before a block; behind the last one, if there is no such block."""
    return f"lm.blocks.{block}.hook_resid_pre" if block < n_layers else f"lm.blocks.{n_layers - 1}.hook_resid_post"


def in_every_block(short: str, known: Iterable[str]) -> list[str]:
    """One hook point in all blocks of the decoder, by its short name: ``"resid_post"``; none if it is no short name.

    Raises:
        HookNameError: Several hook points of a block are called so.
    """
    last = f"hook_{_SHORT_ALIASES.get(short, short).removeprefix('hook_')}"
    fits = [name for name in known if name.startswith("lm.blocks.") and name.rpartition(".")[2] == last]
    within = dict.fromkeys(name.split(".", 3)[3] for name in fits)
    if len(within) > 1:
        patterns = ", ".join(f"'lm.*.{point}'" for point in within)
        raise HookNameError(f"{short!r} could be {patterns}; give one of these patterns.")
    return fits


def in_model_order(names: Sequence[str], order: Iterable[str], *, is_models: bool) -> list[str]:
    """Names as their hook points fire, gradients as their activations.

    Args:
        names: The names.
        order: Names in an order.
        is_models: Whether that is the model's; otherwise names come layer by layer first.
    """
    place = {name: nth for nth, name in enumerate(order)}

    def turn(name: str) -> tuple[bool, float, int]:
        point = name.removesuffix("_grad")
        block = re.search(r"\.blocks\.(\d+)\.", point)
        layer = float(block[1]) if block else -1.0 if point.endswith("hook_embed") else math.inf
        return (not is_visual(point), 0.0 if is_models else layer, place.get(point, len(place)))

    return sorted(names, key=turn)


def resolve_short(short: tuple, known: Iterable[str], *, n_layers: int | None = None) -> str:
    """The full name for TransformerLens's short form ``("resid_post", 5)`` or ``("scale", 5, "ln1")``.

    A negative layer counts from the last one of ``n_layers``.

    Raises:
        HookNameError: No name, or more than one, fits (the message says what there is); or a negative layer where it is
            not known how many there are.
    """
    kind, layer, part = (*short, None, None)[:3]
    known = list(known)
    kind = _SHORT_ALIASES.get(str(kind), kind)
    if is_number(layer):
        layer = int(layer)
        if layer < 0:
            if n_layers is None:
                raise HookNameError(f"{short!r} counts from the last layer of a model: cache.attach(model).")
            layer += n_layers
    place = "" if layer is None else f".blocks.{layer}."
    fits = [
        name
        for name in known
        if _short(name) == kind
        and (place in name if place else ".blocks." not in name)
        and (part is None or f".{part}." in name)
    ]
    if any(name.startswith("lm.") for name in known):  # the vision encoder's blocks have layers of the same numbers
        fits = [name for name in fits if name.startswith("lm.")]
    if len(fits) != 1:
        found = f"it could be {', '.join(fits)}; add the part, as in ('scale', 5, 'ln1')" if fits else "nothing fits"
        why = "" if fits else f" {_why_none(str(kind), layer, list(known), n_layers)}"
        raise HookNameError(f"{short!r} does not name one activation: {found}.{why}")
    return fits[0]


def summary(names: Iterable[str]) -> str:
    """Hook points by their short names and layers: ``resid_post (layers 0-11), z (layer 3)``."""
    layers: dict[str, list[int]] = {}
    for name in names:
        block = re.search(r"\.blocks\.(\d+)\.", name)
        layers.setdefault(_short(name), []).extend([int(block[1])] if block else [])
    shown = [
        kind if not there else f"{kind} (layer{'s' if len(there) > 1 else ''} {runs(sorted({*there}))})"
        for kind, there in layers.items()
    ]
    return ", ".join(shown[:8]) + (", ..." if len(shown) > 8 else "")


def _short(name: str) -> str:
    return name.rpartition(".")[2].removeprefix("hook_")


def _why_none(kind: str, layer: Any, known: Sequence[str], n_layers: int | None) -> str:
    """What there is where nothing fits."""
    if same := [name for name in known if _short(name) == kind]:
        of_model = "" if n_layers is None else f"; the model's layers are numbered 0 to {n_layers - 1}"
        asked = "" if is_number(layer) or all(".blocks." not in name for name in same) else "Give a layer: "
        return f"{asked}There is {summary(same)}{of_model}."
    nearest = difflib.get_close_matches(kind, list(dict.fromkeys(map(_short, known))), n=3, cutoff=0.5)
    hint = f"The nearest are {', '.join(nearest)}. " if nearest else ""
    return f"{hint}There is {summary(known)}."
