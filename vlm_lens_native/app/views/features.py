"""Features of a dictionary: the largest at one position, and where one is active."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch

from vlm_lens_native import dictionaries
from vlm_lens_native.app.shelf import Shelved
from vlm_lens_native.app.study import Study
from vlm_lens_native.app.views.attribution import Target
from vlm_lens_native.bundle.wire import View
from vlm_lens_native.dictionaries.pages import words_of
from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import one_index
from vlm_lens_native.splice import fitted

_CHUNK = 256  # positions at a time: a dictionary may have a hundred features for each entry of the stream
_WORDS = 10


def features(
    study: Study,
    *,
    dictionary: str,
    focus: int = -1,
    target: Target | None = None,
    contrast: Target | None = None,
    top_k: int = 24,
) -> View:
    """The features that are most active at one position, and those that add most to a token's logit there.

    Arrays, the most active first: ``features``, ``activations``, and ``values``, what each adds by its own direction
    (`dictionaries.attribute`, direct), NaN without a target. ``about`` has their words, what else the logit is a sum
    of, and, where features can't be attributed, why.

    Raises:
        InputError: There is no such dictionary or position, or a target that is no single token.
    """
    at, shelved = study.check_focus(focus), find(study, dictionary)
    active = _active(study, dictionary)
    here = active["positions"] == at
    acts = dict(zip(active["features"][here].tolist(), active["activations"][here].tolist(), strict=True))
    about: dict[str, Any] = {"focus": at, "n_active": len(acts), "parts": {}, "why_not": ""}
    chosen = sorted(acts, key=acts.__getitem__, reverse=True)[:top_k]
    code = f"{shelved.code}{_acts_code(shelved)}top = acts[{at}].topk({max(1, len(chosen))})\n"
    values: dict[int, float] = {}
    if target is not None:
        try:
            found = _attributed(study, shelved, at, target, contrast)
        except InputError as error:
            about["why_not"] = str(error)
        else:
            inputs = "inputs" if at + 1 == study.n_pos else f"model.encode(inputs).split({at + 1})[0]"
            code += f"found = dictionaries.attribute(model, {inputs}, place, {target!r}, {contrast!r})\n"
            code += "values = found.by_feature[0]\n"
            values = dict(zip(found.feature.tolist(), found.values.tolist(), strict=True))
            about |= {"logit": float(found.logit[0]), "parts": {name: float(v[0]) for name, v in found.parts.items()}}
            chosen += sorted(values, key=lambda each: abs(values[each]), reverse=True)[:top_k]
            about["sum"] = sum(values.values())
    listed = sorted(dict.fromkeys(chosen), key=lambda each: acts.get(each, 0.0), reverse=True)
    words = words_of(study.model, shelved.splice, listed, _WORDS // 2) if listed else []
    return View(
        arrays={
            "features": np.array(listed, dtype=np.int64),
            "activations": np.array([acts.get(each, 0.0) for each in listed], dtype=np.float32),
            "values": np.array([values.get(each, np.nan) for each in listed], dtype=np.float32),
        },
        about={**about, "words": [{end: each[end] for end in ("up", "down")} for each in words]},
        code=study.code_of(code),
    )


def feature(study: Study, *, dictionary: str, feature: int) -> View:
    """Where one feature is active: ``activations [pos]``; its words, and what is known of it elsewhere.

    Raises:
        InputError: There is no such dictionary or feature.
    """
    shelved = find(study, dictionary)
    if shelved.n_features is not None:
        feature = one_index("feature", feature, shelved.n_features)
    active = _active(study, dictionary)
    own = active["features"] == feature
    activations = np.zeros(study.n_pos, dtype=np.float32)
    activations[active["positions"][own]] = active["activations"][own]
    [words] = words_of(study.model, shelved.splice, [feature], _WORDS)
    about: dict[str, Any] = {"feature": feature, "max": float(activations.max()), "n_active": int(own.sum()), **words}
    known = None if shelved.pages is None else shelved.pages.record(feature)
    code = f"{shelved.code}{_acts_code(shelved)}activations = acts[:, {feature}]  # [pos]\n"
    if words["up"]:
        code += f"""behind = model.lm.ln_final.linear(sae.W_dec[{feature}].float(), torch.ones(1))
logits = behind @ model.W_U.float() * model.cfg.logits_factor  # what its direction adds to each word
"""
    return View(
        arrays={"activations": activations},
        about={**about, "page": known},
        code=study.code_of(code),
    )


def find(study: Study, name: str) -> Shelved:
    """One of the study's dictionaries.

    Raises:
        InputError: There is none of this name.
    """
    if name not in study.dictionaries:
        there = ", ".join(study.dictionaries) or "none"
        raise InputError(f"There is no dictionary {name!r} for this model; there are {there}.")
    return study.dictionaries[name]


def _attributed(
    study: Study, shelved: Shelved, at: int, target: Target, contrast: Target | None
) -> dictionaries.FeatureAttribution:
    """Direct attribution at one position.

    Raises:
        InputError: Tokens behind the position are seen there, or the dictionary does not write to the stream.
    """
    step, row = study.step(at)
    if row + 1 != step.embeddings.shape[1]:
        raise InputError("The tokens of an image see each other here: what features add is split at other tokens.")
    with study.hooked():
        return dictionaries.attribute(study.model, step, shelved.place, target, contrast)


def _active(study: Study, name: str) -> Mapping[str, np.ndarray]:
    """``positions``, ``features`` and ``activations`` of all that is active: one pass up to the dictionary, once.

    Raises:
        InputError: The dictionary does not fit what it reads, or reads heads one by one.
    """
    key = ("active", name, study.n_pos)
    if key not in study.views:
        study.views[key] = View(arrays=_encoded(study, study.dictionaries[name]))
    return study.views[key].arrays


def _encoded(study: Study, shelved: Shelved) -> dict[str, np.ndarray]:
    splice, model = shelved.splice, study.model
    cache = study.streams()
    with torch.no_grad(), study.hooked():
        if splice.reads not in cache:
            layer = model.hook_dict[splice.reads].layer
            stop = None if layer is None else layer + 1
            _, cache = model.run_with_cache(study.encoded, splice.reads, return_type=None, stop_at_layer=stop)
        parts = []
        for nth, x in enumerate(cache[splice.reads][0].split(_CHUNK)):
            try:
                acts = splice.sae.encode(fitted(splice.sae, x[None]))[0]
            except RuntimeError as error:
                raise InputError(
                    f"{type(splice.sae).__name__} can't encode {splice.reads}, {list(x.shape)} ({error})."
                ) from error
            if acts.ndim != 2:
                raise InputError(f"The dictionary at {splice.reads} reads heads one by one; the app shows others.")
            position, number = acts.nonzero(as_tuple=True)
            parts.append((position + nth * _CHUNK, number, acts[position, number].float()))
    positions, numbers, values = (torch.cat(each).cpu().numpy() for each in zip(*parts, strict=True))
    return {"positions": positions.astype(np.int32), "features": numbers.astype(np.int32), "activations": values}


def _acts_code(shelved: Shelved) -> str:
    name = f"{shelved.splice.writes}.hook_sae_acts_post"
    return f"""with model.saes(place, use_error_term=True):
    _, cache = model.run_with_cache(inputs, {name!r}, return_type=None)
acts = cache[{name!r}][0]  # [pos feature]
"""
