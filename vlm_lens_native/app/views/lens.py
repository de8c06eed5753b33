"""What every position says, layer by layer, and where a word is said."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from vlm_lens_native.analysis import LogitLens, logit_lens
from vlm_lens_native.app.study import Study
from vlm_lens_native.app.views.view import View


def lens(study: Study, *, top_k: int = 5) -> View:
    """The most probable tokens at every layer and position, from the streams that the study keeps.

    Arrays: ``ids [layer pos top]``, numbers in ``about["strings"]``; ``tokens``, the token id of each string;
    ``probs [layer pos top]``, ``entropy`` and ``kl [layer pos]`` in nats; ``positions [pos]``.
    """
    with study.hooked():
        found = logit_lens(study.model, study.encoded, cache=study.streams(), top_k=top_k)
    return lens_view(found, code=f"{study.code}lens = analysis.logit_lens(model, inputs, top_k={top_k})\n")


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


def words(study: Study, *, words: Sequence[str | int]) -> View:
    """Probability and rank of words at every layer and position.

    Arrays: ``probs`` and ``ranks``, both ``[word layer pos]``; ``positions [pos]``.

    Raises:
        InputError: A word that is no single token.
    """
    with study.hooked():
        found = logit_lens(study.model, study.encoded, cache=study.streams(), top_k=1, words=list(words))
    return words_view(
        found, code=f"{study.code}lens = analysis.logit_lens(model, inputs, top_k=1, words={list(words)!r})\n"
    )


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
