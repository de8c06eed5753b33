"""Sweeps over layers, some at a time, so that they can be watched and stopped: patches, estimates, knockouts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, Literal

import numpy as np
import torch

from vlm_lens_native.analysis import gradients, knockout, patching
from vlm_lens_native.analysis.knockout.flows import layer_windows
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
    said = ", ".join(f"{name}={value!r}" for name, value in choice.items())
    code = f"""{study.prompt_code}# source_inputs: the other prompt, prepared in the same way
metric = analysis.logit_difference({new}, {old})
sweep = analysis.patching.sweep(model, source_inputs, inputs, metric, hook={point!r}, direction={direction!r}, {said})
"""
    strings = study.strings([new, old])

    def part(layers: Sequence[int]) -> _Found:
        inputs = source.prompt_only(), study.prompt_only()
        found = patching.sweep(study.model, *inputs, metric, hook=point, layers=layers, direction=direction, **choice)
        labels = list(map(str, found.labels))
        return found.effect, {"columns": list(found.columns), "labels": labels, "axis": found.axis}

    yield from _part_by_part(study, part, measure=_lead(strings[new], strings[old], direction), code=code)


def knock_out(study: Study, *, window: int = 1) -> Iterator[View]:
    """Attention between groups closed, in windows of layers: ``change [layer flow]``, of the answer's probability."""
    windows = layer_windows(window, study.model.cfg.n_layers)
    flows = None if _has_question(study) else [("image", "last"), ("text", "last")]
    given = "" if flows is None else f", flows={flows!r}"
    code = f"{study.prompt_code}sweep = analysis.knockout.sweep(model, inputs, windows={window}{given})\n"

    def part(layers: Sequence[int]) -> _Found:
        own = [windows[layer] for layer in layers]
        found = knockout.sweep(study.model, study.prompt_only(), flows=flows, windows=own)
        columns, answer = list(found.flows), found.answers[0].text.strip()
        measure = f"relative change of the probability of “{answer}”"
        return found.relative_change, {"columns": columns, "labels": columns, "axis": "group", "measure": measure}

    yield from _part_by_part(study, part, code=code)


def estimate(study: Study, source: Study, *, point: str = "resid_post") -> Iterator[View]:
    """Attribution patching: what each patch would do to first order, from two passes and one backward."""
    new, old = (int(first_logits(each).argmax()) for each in (source, study))
    if source.n_prompt != study.n_prompt or new == old:
        raise InputError("The two prompts need the same number of tokens and different answers.")
    name = f"lm.blocks.*.{'attn.hook_z' if point == 'z' else f'hook_{point}'}"
    with study.hooked(), torch.enable_grad():
        found = gradients.attribution_patching(
            study.model, source.prompt_only(), study.prompt_only(), metric=patching.logit_difference(new, old),
            names=name,
        )  # fmt: skip
    values = found.stack(name)[:, 0]
    whole = float((found.source_value - found.target_value)[0])
    summed = values.float().sum(1) if point == "z" else values.float()
    strings = study.strings([new, old])
    code = f"""{study.prompt_code}# source_inputs: the other prompt, prepared in the same way
metric = analysis.logit_difference({new}, {old})
found = analysis.gradients.attribution_patching(model, source_inputs, inputs, metric=metric, names={name!r})
"""
    n_columns = summed.shape[1]
    yield View(
        arrays={"effect": (summed / whole).detach().cpu().numpy()},
        about={
            "columns": list(range(n_columns)),
            "labels": list(map(str, range(n_columns))),
            "axis": "head" if point == "z" else "position",
            "done": study.model.cfg.n_layers,
            "of": study.model.cfg.n_layers,
            "measure": f"estimated {_lead(strings[new], strings[old])}",
        },
        code=code,
    )


def _part_by_part(study: Study, part: Callable[[Sequence[int]], _Found], *, code: str, **about: Any) -> Iterator[View]:
    """What some layers at a time find, after each time with all that was found before."""
    n_layers, effect = study.model.cfg.n_layers, None
    for layers in _some_at_a_time(n_layers):
        with study.hooked():
            values, columns = part(layers)
        if effect is None:
            effect = np.full((n_layers, values.shape[1]), np.nan, dtype=np.float32)
        effect[layers] = values.numpy()
        said = {**about, **columns, "done": layers[-1] + 1, "of": n_layers}
        yield View(arrays={"effect": effect.copy()}, about=said, code=code)


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


def _some_at_a_time(n_layers: int) -> Iterator[list[int]]:
    layers = iter(range(n_layers))
    while part := list(islice(layers, max(1, n_layers // _PARTS))):
        yield part
