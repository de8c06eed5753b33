"""Sweeps over layers, some at a time, so that they can be watched and stopped: patches, estimates, knockouts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, islice
from typing import Any, Literal

import numpy as np
import torch

from vlm_lens_native.analysis import gradients, knockout, patching
from vlm_lens_native.analysis.knockout.flows import layer_windows
from vlm_lens_native.app.code import SOURCE
from vlm_lens_native.app.study import Study
from vlm_lens_native.app.views.interventions import first_logits
from vlm_lens_native.bundle.wire import View
from vlm_lens_native.errors import InputError

_Found = tuple[torch.Tensor, dict[str, Any]]  # an effect [layer column], and what its columns are
_PARTS = 8  # a sweep is shown at most so many times while it runs


def patch(
    study: Study,
    source: Study,
    *,
    point: str = "resid_post",
    over: Literal["groups", "positions", "heads"] = "groups",
    direction: Literal["denoise", "noise"] = "denoise",
    positions: Sequence[int] | None = None,
) -> Iterator[View]:
    """Activations of the source put into the study, at some layers and groups, positions or heads at a time.

    Each view holds everything that has been found so far: ``effect [layer column]``, 0 for no effect and 1 for the
    whole difference between the runs, NaN where it has not been run.

    Raises:
        InputError: Layouts that don't correspond, or runs that answer the same.
    """
    if source.model is not study.model:
        raise InputError("Both studies have to be of the same model.")
    new, old = (int(first_logits(each).argmax()) for each in (source, study))
    if new == old:
        raise InputError(
            f"Both prompts are answered with {study.strings([old])[old]!r}, so no patch can change one into the other; "
            "take another image or question as the source."
        )
    choice: dict[str, Any] = {}
    if over == "positions":
        images = study.layout.images.indices(0).tolist()
        choice["positions"] = list(positions) if positions else [*images, study.n_prompt - 1]
    elif over == "heads":
        point, choice["heads"] = "z", "all"
        choice |= {"groups": {"chosen": list(positions)}} if positions else {}
    elif positions:
        choice["groups"] = {"selected": list(positions), "all others": _others(study, positions)}
    metric = patching.logit_difference(new, old)
    hooks = [_hook(study, point, layer) for layer in range(study.model.cfg.n_layers)]
    layers = {} if point == "z" else {"layers": range(len(hooks))}  # else the embeddings count as one, too
    said = "".join(f", {name}={value!r}" for name, value in {"direction": direction, **layers, **choice}.items())
    code = f"""{study.prompt_code}{SOURCE}metric = analysis.logit_difference({new}, {old})
""" + "".join(
        f"{name} = analysis.patching.sweep(model, source_inputs, inputs, metric, hook={hook!r}{said})\n"
        for name, hook in zip(("sweep", "beside"), dict.fromkeys(hooks), strict=False)
    )
    strings = study.strings([new, old])

    def part(layers: Sequence[int]) -> _Found:
        inputs = source.prompt_only(), study.prompt_only()
        how = {"hook": hooks[layers[0]], "layers": layers, "direction": direction, **choice}
        found = patching.sweep(study.model, *inputs, metric, **how)
        labels = list(map(str, found.labels))
        return found.effect, {"columns": list(found.columns), "labels": labels, "axis": found.axis}

    parts = _some_at_a_time(range(len(hooks)), kind=hooks.__getitem__)
    yield from _part_by_part(study, part, parts, measure=_lead(strings[new], strings[old], direction), code=code)


def knock_out(study: Study, *, window: int = 1) -> Iterator[View]:
    """Attention between groups closed, in windows of layers: ``change [layer flow]``, of the answer's probability."""
    cfg = study.model.cfg
    attending = sorted({*cfg.attention_layers, *(cfg.cross.layers if cfg.cross else ())})
    windows = dict(zip(attending, layer_windows(window, cfg.n_layers, attending), strict=True))
    flows = None if _has_question(study) else [("image", "last"), ("text", "last")]
    given = "" if flows is None else f", flows={flows!r}"
    code = f"{study.prompt_code}sweep = analysis.knockout.sweep(model, inputs, windows={window}{given})\n"

    def part(layers: Sequence[int]) -> _Found:
        own = [windows[layer] for layer in layers]
        found = knockout.sweep(study.model, study.prompt_only(), flows=flows, windows=own)
        columns, answer = list(found.flows), found.answers[0].text.strip()
        measure = f"relative change of the probability of “{answer}”"
        return found.relative_change, {"columns": columns, "labels": columns, "axis": "group", "measure": measure}

    yield from _part_by_part(study, part, _some_at_a_time(attending), code=code)


def estimate(study: Study, source: Study, *, point: str = "resid_post") -> Iterator[View]:
    """Attribution patching: what each patch would do to first order, from two passes and one backward."""
    new, old = (int(first_logits(each).argmax()) for each in (source, study))
    if source.n_prompt != study.n_prompt or new == old:
        raise InputError("The two prompts need the same number of tokens and different answers.")
    n_layers = study.model.cfg.n_layers
    hooks = [_hook(study, point, layer) for layer in range(n_layers)]
    points = dict.fromkeys(hooks)
    names = [f"lm.blocks.*.{each if point == 'z' else f'hook_{each}'}" for each in points]
    with study.hooked(), torch.enable_grad():
        found = gradients.attribution_patching(
            study.model, source.prompt_only(), study.prompt_only(), metric=patching.logit_difference(new, old),
            names=names,
        )  # fmt: skip
    whole, effect = float((found.source_value - found.target_value)[0]), _nothing(study)
    for each, name in zip(points, names, strict=True):
        values = found.stack(name)[:, 0].float()
        own = [layer for layer in range(n_layers) if hooks[layer] == each]
        effect = _put(effect, own, ((values.sum(1) if point == "z" else values) / whole).detach().cpu())
    strings = study.strings([new, old])
    code = f"""{study.prompt_code}{SOURCE}metric = analysis.logit_difference({new}, {old})
found = analysis.gradients.attribution_patching(model, source_inputs, inputs, metric=metric, names={names!r})
whole = found.source_value - found.target_value
effect = [found.stack(name)[:, 0]{".sum(1)" if point == "z" else ""} / whole for name in {names!r}]
"""
    n_columns = effect.shape[1]
    yield View(
        arrays={"effect": effect},
        about={
            "columns": list(range(n_columns)),
            "labels": list(map(str, range(n_columns))),
            "axis": "head" if point == "z" else "position",
            "done": n_layers,
            "of": n_layers,
            "measure": f"estimated {_lead(strings[new], strings[old])}",
        },
        code=code,
    )


def _part_by_part(
    study: Study,
    part: Callable[[Sequence[int]], _Found],
    parts: Sequence[Sequence[int]],
    *,
    code: str,
    **about: Any,
) -> Iterator[View]:
    """What some layers at a time find, after each time with all that was found before."""
    effect, done = _nothing(study), 0
    for layers in parts:
        with study.hooked():
            values, columns = part(layers)
        effect = _put(effect, layers, values)
        if values.shape[1] == effect.shape[1]:  # layers may differ in their number of heads
            about |= columns
        done += len(layers)
        said = {**about, "done": done, "of": sum(map(len, parts))}
        yield View(arrays={"effect": effect.copy()}, about=said, code=code)


def _nothing(study: Study) -> np.ndarray:
    """The effects before anything has been run."""
    return np.full((study.model.cfg.n_layers, 0), np.nan, dtype=np.float32)


def _put(effect: np.ndarray, layers: Sequence[int], values: torch.Tensor) -> np.ndarray:
    """The effects with those of some layers, which may have more columns; NaN where nothing is."""
    n_columns = max(effect.shape[1], values.shape[1])
    wide = np.pad(effect, ((0, 0), (0, n_columns - effect.shape[1])), constant_values=np.nan)
    wide[list(layers), : values.shape[1]] = values.numpy()
    return wide


def _hook(study: Study, point: str, layer: int) -> str:
    """What a point is called within a block; heads are those of what stands in attention's place, too."""
    return f"{study.model.cfg.mixer_of(layer)}.hook_z" if point == "z" else point


def _lead(new: str, old: str, direction: str = "denoise") -> str:
    """What a patch is measured by."""
    first, second = ("the first image", "the second") if direction == "denoise" else ("the second image", "the first")
    return f"lead of “{new.strip()}” over “{old.strip()}”: 0 as with {first}, 1 as with {second}"


def _has_question(study: Study) -> bool:
    try:
        return len(study.layout.question) > 0
    except InputError:  # inputs that were made elsewhere don't tell who says what
        return False


def _others(study: Study, positions: Sequence[int]) -> list[int]:
    chosen = set(positions)
    return [at for at in range(study.n_prompt) if at not in chosen]


def _some_at_a_time(layers: Sequence[int], kind: Callable[[int], str] = lambda layer: "") -> list[list[int]]:
    """Layers one behind another, those of one kind together."""
    most, parts = max(1, len(layers) // _PARTS), []
    for _, alike in groupby(layers, kind):
        while part := list(islice(alike, most)):
            parts.append(part)
    return parts
