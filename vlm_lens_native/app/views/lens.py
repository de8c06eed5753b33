"""What every position says, layer by layer, and where a word is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import torch

from vlm_lens_native.analysis import LogitLens, logit_lens
from vlm_lens_native.analysis.lens import vision_layers
from vlm_lens_native.app.study import Study
from vlm_lens_native.bundle.wire import View
from vlm_lens_native.errors import InputError


def lens(study: Study, *, top_k: int = 5, vision: bool = False) -> View:
    """The most probable tokens at every layer and position, from the streams that the study keeps.

    With ``vision``, the vision encoder's blocks stand in front; they have image tokens only, and NaN elsewhere.

    Arrays: ``ids [layer pos top]``, numbers in ``about["strings"]``; ``tokens``, the token id of each string;
    ``probs [layer pos top]``, ``entropy`` and ``kl [layer pos]`` in nats; ``positions [pos]``.
    """
    found, code = _read(study, vision=vision, top_k=top_k)
    return lens_view(found, code=code)


def _read(study: Study, *, vision: bool, **asked: Any) -> tuple[LogitLens, str]:
    """The lens of everything, and the lines that read it."""
    said = ", ".join(f"{name}={value!r}" for name, value in asked.items())
    code = f"lens = analysis.logit_lens(model, inputs, {said})\n"
    with study.hooked():
        found = logit_lens(study.model, study.encoded, cache=study.streams(), **asked)
    if not vision:
        return found, study.code_of(code)
    images, layers = study.layout.images, vision_layers(study.model)
    if not len(images):
        raise InputError("This prompt has no image, so the vision encoder's blocks say nothing.")
    with study.hooked(images=True):
        inside = logit_lens(study.model, study.inputs, layers=layers, positions=images, **asked)
    return _in_front(inside, found), study.code_of(
        f"{code}layers, images = analysis.lens.vision_layers(model), model.token_layout(inputs).images\n"
        f"vision = analysis.logit_lens(model, inputs, layers=layers, positions=images, {said})\n"
    )


def _in_front(inside: LogitLens, behind: LogitLens) -> LogitLens:
    """Layers of image tokens before layers of all: where the first have nothing, NaN stands."""
    rows = torch.searchsorted(behind.positions, inside.positions)

    def joined(name: str) -> torch.Tensor:
        part, rest = getattr(inside, name), getattr(behind, name)
        empty = float("nan") if rest.is_floating_point() else 0
        front = torch.full((len(part), *rest.shape[1:]), empty, dtype=rest.dtype)
        if name == "top_ids":
            front[:] = rest[:1]
        front[:, rows] = part.to(rest.dtype)
        return torch.cat([front, rest])

    names = ("top_ids", "top_probs", "entropy", "kl", "word_probs", "word_ranks")
    return replace(
        behind,
        layers=(*inside.layers, *behind.layers),
        strings={**inside.strings, **behind.strings},
        **{name: joined(name) for name in names},
    )


def lens_view(found: LogitLens, *, code: str = "") -> View:
    """A lens as the page reads it."""
    tokens, numbers = np.unique(found.top_ids.numpy(), return_inverse=True)
    strings = [found.strings[int(token)] for token in tokens]
    return View(
        arrays={
            "ids": numbers.reshape(found.top_ids.shape),
            "tokens": tokens,
            "probs": found.top_probs.numpy(),
            "entropy": found.entropy.numpy(),
            "kl": found.kl.numpy(),
            "positions": found.positions.numpy(),
        },
        about={"strings": strings, "layers": list(map(str, found.layers))},
        code=code,
    )


def words(study: Study, *, words: Sequence[str | int], vision: bool = False) -> View:
    """Probability and rank of words at every layer and position.

    Arrays: ``probs`` and ``ranks``, both ``[word layer pos]``; ``positions [pos]``.

    Raises:
        InputError: A word that is no single token.
    """
    found, code = _read(study, vision=vision, top_k=1, words=list(words))
    return words_view(found, code=code)


def words_view(found: LogitLens, *, code: str = "") -> View:
    """The words of a lens as the page reads them."""
    return View(
        arrays={
            "probs": found.word_probs.movedim(-1, 0).numpy(),
            "ranks": found.word_ranks.movedim(-1, 0).numpy(),
            "positions": found.positions.numpy(),
        },
        about={
            "words": [word.text for word in found.words],
            "tokens": [list(word.token_ids) for word in found.words],
            "layers": list(map(str, found.layers)),
        },
        code=code,
    )
