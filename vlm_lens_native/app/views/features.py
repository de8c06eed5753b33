"""Features of a dictionary: the largest at one position, and where one is active."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from jaxtyping import Float, Int

from vlm_lens_native import dictionaries
from vlm_lens_native.analysis.encoded_images import find_patches
from vlm_lens_native.app.shelf import Shelved
from vlm_lens_native.app.study import Study
from vlm_lens_native.app.views.attribution import Target
from vlm_lens_native.bundle.wire import View
from vlm_lens_native.dictionaries.pages import words_of
from vlm_lens_native.errors import InputError
from vlm_lens_native.hook_names import is_visual
from vlm_lens_native.indices import one_index
from vlm_lens_native.splice import Splice, fitted

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

    In front of the decoder, those of the patches that become a token, each as active as at the most active of them.

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
    splice, parts = shelved.splice, []
    with torch.no_grad():
        values, place = _read(study, splice)
        for x, at in zip(values.split(_CHUNK), place.split(_CHUNK), strict=True):
            try:
                acts = splice.sae.encode(fitted(splice.sae, x[None]))[0]
            except RuntimeError as error:
                raise InputError(
                    f"{type(splice.sae).__name__} can't encode {splice.reads}, {list(x.shape)} ({error})."
                ) from error
            if acts.ndim != 2:
                raise InputError(f"The dictionary at {splice.reads} reads heads one by one; the app shows others.")
            position, number = acts.nonzero(as_tuple=True)
            parts.append((at[position.cpu()], number.cpu(), acts[position, number].float().cpu()))
    positions, numbers, activations = (torch.cat(each).numpy() for each in zip(*parts, strict=True))
    found, of = np.unique(np.stack([positions, numbers]).astype(np.int32), axis=1, return_inverse=True)
    largest = np.full(found.shape[1], -np.inf, dtype=np.float32)
    np.maximum.at(largest, of.reshape(-1), activations)  # of the patches that become one token
    return {"positions": found[0], "features": found[1], "activations": largest}


def _read(study: Study, splice: Splice) -> tuple[Float[torch.Tensor, "read ..."], Int[torch.Tensor, " read"]]:
    """What a dictionary reads, and the position of each; in front of the decoder, of the token that a patch goes into.

    Raises:
        InputError: There is no image in front of the decoder, or it is not known which tokens patches go into.
    """
    model, point, cache = study.model, study.model.hook_dict[splice.reads], study.streams()
    if point.is_visual:
        with study.hooked(images=True):
            _, cache = model.run_with_cache(study.inputs, splice.reads, return_type=None, stop_at_layer=0)
        values = cache[splice.reads]
        place = find_patches(model, study.layout, *values.shape[:2]).position.flatten()
        return values.flatten(0, 1)[place >= 0], place[place >= 0]
    if splice.reads not in cache:
        stop = None if point.layer is None else point.layer + 1
        with study.hooked():
            _, cache = model.run_with_cache(study.encoded, splice.reads, return_type=None, stop_at_layer=stop)
    values = cache[splice.reads][0]
    return values, torch.arange(len(values))


def _acts_code(shelved: Shelved) -> str:
    name = f"{shelved.splice.writes}.hook_sae_acts_post"
    if is_visual(shelved.splice.writes):
        return f"""from vlm_lens_native.analysis.encoded_images import find_patches

with model.saes(place, use_error_term=True):
    _, cache = model.run_with_cache(inputs, {name!r}, return_type=None, stop_at_layer=0)
patches = cache[{name!r}]  # [image patch feature]
places = find_patches(model, model.token_layout(inputs), *patches.shape[:2]).position
acts = torch.zeros(inputs["input_ids"].shape[1], patches.shape[2])  # [pos feature]: the largest of a token's patches
for at in places[places >= 0].unique():
    acts[at] = patches[places == at].amax(0)
"""
    return f"""with model.saes(place, use_error_term=True):
    _, cache = model.run_with_cache(inputs, {name!r}, return_type=None)
acts = cache[{name!r}][0]  # [pos feature]
"""
