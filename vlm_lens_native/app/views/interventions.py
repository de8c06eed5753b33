"""Something changed, and the answer before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch

from vlm_lens_native import interventions
from vlm_lens_native.app.code import SOURCE
from vlm_lens_native.app.requests import Change
from vlm_lens_native.app.study import Study
from vlm_lens_native.app.views.features import find
from vlm_lens_native.app.views.tokens import next_token
from vlm_lens_native.bundle.wire import View
from vlm_lens_native.cache import ActivationCache
from vlm_lens_native.errors import InputError
from vlm_lens_native.hook_names import is_visual
from vlm_lens_native.indices import one_index
from vlm_lens_native.inputs import Selection
from vlm_lens_native.model import HookedVLMTransformer

Hooks = list[tuple[Any, Any]]


def hooks_of(study: Study, changes: Sequence[Change], sources: Mapping[str, Study]) -> tuple[Hooks, str]:
    """Hooks that make the changes, and the lines of Python that make them too.

    Raises:
        InputError: A layer, head or position that is not there, or a source of another layout.
    """
    hooks: Hooks = []
    lines = []
    for change in changes:
        _check(study, change)
        where = {name: values for name, values in (("positions", change.positions), ("heads", change.heads)) if values}
        if change.kind == "block":
            own, made = _blocked(study, change)
        elif change.kind in _FEATURE_EDITS:
            own, made = _of_feature(study, change)
        else:
            own, made = _at_points(study, change, where, sources)
        hooks += own
        lines += made
    source = SOURCE if any(change.source for change in changes) else ""
    return hooks, source + "".join(f"{line}\n" for line in ["hooks = []", *lines])


def _blocked(study: Study, change: Change) -> tuple[Hooks, list[str]]:
    """Keys closed to queries: positions of the prompt, or image features that cross-attention reads."""
    cfg = study.model.cfg
    edges: dict[str, Any] = {"from_": change.positions, "to": change.keys}
    edges |= {"heads": change.heads} if change.heads else {}
    said = {name: repr(value) for name, value in edges.items()}
    lines = []
    if change.image_keys is not None:
        edges["to"], said["to"] = _image_keys(study, change.image_keys), "keys"
        lines = [f"keys = model.key_layout(inputs).images.only({change.image_keys})"]
    having = cfg.attention_layers if change.image_keys is None else cfg.with_image_keys(None)
    layers = change.layers or having
    hooks = interventions.BlockAttention(**edges, layers=layers).hooks(study.model)
    made = ", ".join(f"{name}={value}" for name, value in {**said, "layers": str(layers)}.items())
    return hooks, [*lines, f"hooks += analysis.interventions.BlockAttention({made}).hooks(model)"]


def _image_keys(study: Study, numbers: Sequence[int]) -> Selection:
    if study.key_layout is None:
        raise InputError("No image features are keys of cross-attention here: keys= are positions of the prompt.")
    return study.key_layout.images.only(numbers)


def _of_feature(study: Study, change: Change) -> tuple[Hooks, list[str]]:
    """A feature of a dictionary set to zero, added to, or set to a value."""
    if change.dictionary is None or change.feature is None:
        raise InputError("Which feature of which dictionary is meant? A change of a feature has both.")
    shelved = find(study, change.dictionary)
    if shelved.n_features is not None:
        one_index("feature", change.feature, shelved.n_features)
    if change.positions and is_visual(shelved.splice.writes):
        raise InputError(
            f"{shelved.splice.writes} lies in front of the decoder, where patches stand in the place of tokens: change "
            "its features at all of them, without positions."
        )
    edit = _FEATURE_EDITS[change.kind]
    amount = () if change.kind == "ablate_feature" else (change.strength,)
    where = {"positions": change.positions} if change.positions else {}
    hooks = edit(shelved.place, change.feature, *amount, **where).hooks(study.model)
    said = ", ".join(["place", str(change.feature), *map(str, amount), *(f"{n}={v}" for n, v in where.items())])
    made = f"hooks += analysis.interventions.{edit.__name__}({said}).hooks(model)"
    return hooks, [*shelved.code.splitlines(), made]


_FEATURE_EDITS: Mapping[str, Any] = {
    "ablate_feature": interventions.AblateFeatures,
    "steer_feature": interventions.SteerFeatures,
    "clamp_feature": interventions.ClampFeatures,
}


def _at_points(
    study: Study, change: Change, where: dict[str, Any], sources: Mapping[str, Study]
) -> tuple[Hooks, list[str]]:
    chosen = range(study.model.cfg.n_layers) if change.layers is None else sorted(set(change.layers))
    names = [point_name(study.model, change.point, layer) for layer in chosen]
    whole = slice(0, study.n_prompt)
    if change.kind in ("patch", "resample"):  # token for token, and nothing behind the prompt
        where = {"positions": whole, **where}
        where["source_positions"] = where["positions"]
    said = "".join(f", {name}={value}" for name, value in where.items())
    module = "analysis.interventions"
    own_code = f"_, own = model.run_with_cache(inputs, {names!r}, return_type=None)"
    if change.kind == "zero":
        hook, made = interventions.ZeroAblation(**where), f"{module}.ZeroAblation({said[2:]})"
    elif change.kind == "scale":
        hook = interventions.ScaleActivation(change.strength, **where)
        made = f"{module}.ScaleActivation({change.strength}{said})"
    elif change.kind == "mean":  # of the unchanged prompt: a pass over some of its positions has another
        over = change.positions or whole
        hook = interventions.MeanAblation(_own(study, names), **where, source_positions=over)
        made = f"{module}.MeanAblation(own{said}, source_positions={over})"
        return [(names, hook)], [own_code, f"hooks.append(({names!r}, {made}))"]
    else:
        source = sources[change.source or ""]
        _check_same_layout(study, source)
        cache = _own(source, names)
        lines = [f"_, cache = model.run_with_cache(source_inputs, {names!r}, return_type=None)"]
        if change.kind in ("steer", "project"):
            mine, last = _own(study, names), study.n_prompt - 1
            found: Hooks = []
            for name in names:
                direction = cache[name][0, last] - mine[name][0, last]
                added = interventions.AddActivation(direction, scale=change.strength, **where)
                found.append((name, added if change.kind == "steer" else interventions.ProjectOut(direction, **where)))
            lines.append(own_code)
            lines.append(f"for name in {names!r}:")
            lines.append(f"    direction = cache[name][0, {last}] - own[name][0, {last}]")
            made = f"{module}.AddActivation(direction, scale={change.strength}{said})"
            made = made if change.kind == "steer" else f"{module}.ProjectOut(direction{said})"
            return found, [*lines, f"    hooks.append((name, {made}))"]
        if change.kind == "resample":
            hook, made = interventions.ResampleAblation(cache, **where), f"{module}.ResampleAblation(cache{said})"
        else:
            hook, made = interventions.PatchActivation(cache, **where), f"{module}.PatchActivation(cache{said})"
        return [(names, hook)], [*lines, f"hooks.append(({names!r}, {made}))"]
    return [(names, hook)], [f"hooks.append(({names!r}, {made}))"]


def _own(study: Study, names: list[str]) -> ActivationCache:
    """Activations of a study's prompt."""
    with torch.no_grad(), study.hooked():
        return study.model.run_with_cache(study.prompt_only(), names, return_type=None)[1]


def compare(study: Study, changed: Study, *, code: str, max_new_tokens: int = 16) -> View:
    """The answers and next-token probabilities of a study, and of the same prompt with changes.

    Arrays: ``kl``, of the next token's distribution after the change from that before, in nats.
    """
    before, after = first_logits(study), first_logits(changed)
    log_before, log_after = before.log_softmax(-1), after.log_softmax(-1)
    kl = (log_before.exp() * (log_before - log_after)).sum().clamp_min(0.0)
    kept = list(study.answer) or list(study.generate(max_new_tokens=max_new_tokens))
    answer = list(changed.generate(max_new_tokens=max_new_tokens))
    top = torch.cat([before.topk(8).indices, after.topk(8).indices]).unique()
    top = top[log_before.exp()[top].maximum(log_after.exp()[top]).argsort(descending=True)][:12].tolist()
    strings = study.strings(top)
    lines = f"""{study.prompt_code}{code}before = model(inputs).logits[0, {study.n_prompt - 1}]
after = model.run_with_hooks(inputs, hooks)[0, {study.n_prompt - 1}]
"""
    return View(
        arrays={"kl": kl.cpu().numpy()[None]},
        about={
            "before": [next_token(study, step) for step in kept],
            "after": [next_token(changed, step) for step in answer],
            "words": [
                {
                    "id": token,
                    "text": strings[token],
                    "before": float(log_before.exp()[token]),
                    "after": float(log_after.exp()[token]),
                    "logit_before": float(before[token]),
                    "logit_after": float(after[token]),
                }
                for token in top
            ],
        },
        code=lines,
    )


def first_logits(study: Study) -> torch.Tensor:
    """Float32 logits behind the prompt: what the answer begins with."""
    stream = study.streams()[f"lm.blocks.{study.model.cfg.n_layers - 1}.hook_resid_post"][:, study.n_prompt - 1]
    with torch.no_grad():
        return study.model.unembed(study.model.lm.ln_final(stream[:, None]))[0, 0].float().cpu()


def point_name(model: HookedVLMTransformer, point: str, layer: int) -> str:
    """The full name of a point in a block; heads are those of what stands in attention's place, too."""
    return (
        f"lm.blocks.{layer}.{model.cfg.mixer_of(layer)}.hook_z" if point == "z" else f"lm.blocks.{layer}.hook_{point}"
    )


def _check(study: Study, change: Change) -> None:
    """Raises an InputError for a layer, head or position that is not there."""
    cfg, positions = study.model.cfg, [*(change.positions or ()), *(change.keys or ())]
    if change.layers is not None and not (change.layers and max(change.layers) < cfg.n_layers):
        raise InputError(f"Layers {change.layers} are not all among the model's {cfg.n_layers}.")
    if change.heads and max(change.heads) >= cfg.n_heads:
        raise InputError(f"Heads {change.heads} are not all among the model's {cfg.n_heads}.")
    if change.heads and change.kind != "block" and change.point != "z":
        raise InputError(f"{change.point} has no heads to choose from; take z, the heads' outputs.")
    if positions and max(positions) >= study.n_prompt:
        raise InputError(f"Position {max(positions)} is not in the prompt of {study.n_prompt} tokens.")


def _check_same_layout(study: Study, source: Study) -> None:
    if source.model is not study.model or source.n_prompt != study.n_prompt:
        raise InputError(
            f"The source has {source.n_prompt} tokens and the prompt {study.n_prompt}: activations are taken token for "
            "token, so both need the same model, question, and size of image."
        )
