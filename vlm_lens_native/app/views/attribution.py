"""Which parts of the model wrote a token's logit into the stream."""

from __future__ import annotations

from typing import Any

import numpy as np

from vlm_lens_native.analysis import logit_attribution
from vlm_lens_native.app.study import Study
from vlm_lens_native.bundle.wire import View
from vlm_lens_native.indices import one_index

Target = int | str
_LOOK = "analysis.logit_attribution.direct"


def parts(study: Study, *, target: Target, contrast: Target | None = None, focus: int = -1) -> View:
    """A token's logit at one position, as a sum over components and over heads; two decode steps.

    Arrays: ``values [component]``, ``heads [layer head]``, and ``other [part]``, what stands beside the heads in their
    sum. ``about`` names them, and holds the model's own logit and what the sums leave over.

    Raises:
        InputError: A target that is no single token, or a position that has not been run.
    """
    at = study.check_focus(focus)
    step, _ = study.step(at)
    with study.hooked():
        found = [
            logit_attribution.direct(study.model, step, target, contrast, by=by, positions=at)
            for by in ("component", "head")
        ]
    by_component, by_head = found
    own = [nth for nth, label in enumerate(by_head.labels) if not _is_head(label)]
    answer = int(by_component.answer[0])
    other = None if by_component.contrast is None else int(by_component.contrast[0])
    strings = by_component.strings
    code = f"""{study.step_code(at)}
components = {_LOOK}(model, step, {target!r}, {contrast!r}, by="component", positions={at})
heads = {_LOOK}(model, step, {target!r}, {contrast!r}, by="head", positions={at})
"""
    return View(
        arrays={
            "values": by_component.values[:, 0].numpy(),
            "heads": by_head.heads[0].numpy(),
            "other": by_head.values[own, 0].numpy(),
        },
        about={
            "focus": at,
            "labels": list(by_component.labels),
            "other_labels": [by_head.labels[nth] for nth in own],
            "logit": float(by_component.logit[0]),
            "error": float(by_component.error[0]),
            "heads_error": float(by_head.error[0]),
            "answer": {"id": answer, "text": strings[answer]},
            "contrast": None if other is None else {"id": other, "text": strings[other]},
        },
        code=study.code_of(code),
    )


def sources(study: Study, *, target: Target, contrast: Target | None = None, focus: int = -1) -> View:
    """What every head adds from every position that it reads: ``sources [layer head pos]``; one pass.

    Raises:
        InputError: A target that is no single token, or a position that has not been run.
    """
    at = study.check_focus(focus)
    encoded = study.encoded
    if at + 1 < encoded.embeddings.shape[1] and encoded.closed_before(at + 1) == at + 1:
        encoded = encoded.split(at + 1)[0]
    with study.hooked():
        found = logit_attribution.direct(study.model, encoded, target, contrast, by="source", positions=at)
    assert found.sources is not None
    said = f'{target!r}, {contrast!r}, by="source", positions={at}'
    code = f"""parts = {_LOOK}(model, inputs, {said})
sources = parts.sources[0, ..., : {found.sources.shape[-1]}]  # [layer head pos]
"""
    return View(
        arrays={"sources": found.sources[0].numpy()},
        about={"focus": at, "logit": float(found.logit[0]), "error": float(found.error[0])},
        code=study.code_of(code),
    )


def neurons(
    study: Study, *, layer: int, target: Target, contrast: Target | None = None, focus: int = -1, top_k: int = 40
) -> View:
    """The neurons of one MLP with the largest effects: ``numbers`` and ``values [neuron]``; a decode step.

    Raises:
        InputError: A target that is no single token, or a position or layer that is not there.
    """
    at, layer = study.check_focus(focus), one_index("layer", layer, study.model.cfg.n_layers)
    with study.hooked():
        found = logit_attribution.direct(
            study.model, study.step(at)[0], target, contrast, by="neuron", positions=at, top_k=top_k
        )
    own = [nth for nth, label in enumerate(found.labels) if label.startswith(f"L{layer}N")]
    rest = found[f"{layer}_other_neurons"]
    said = f'{target!r}, {contrast!r}, by="neuron", positions={at}, top_k={top_k}'
    code = f"""{study.step_code(at)}
parts = {_LOOK}(model, step, {said})
neurons = {{label: float(parts[label]) for label in parts.labels if label.startswith("L{layer}N")}}
"""
    numbers = np.array([int(found.labels[nth].partition("N")[2]) for nth in own], dtype=np.int64)
    about: dict[str, Any] = {"focus": at, "layer": layer, "rest": float(rest[0])}
    return View(
        arrays={"numbers": numbers, "values": found.values[own, 0].numpy()}, about=about, code=study.code_of(code)
    )


def _is_head(label: str) -> bool:
    return label.startswith("L") and "H" in label and label[1].isdigit()
