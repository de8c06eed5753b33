"""What the page and the pictures read from a study: plain numbers and texts."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float

from vlm_lens_native.pages.demo.study import Study


def lens_values(study: Study, word: str | None) -> Float[np.ndarray, "layer token"]:
    """The word's probability at each image token; without a word, that of the most probable token."""
    n = study.n_image_tokens
    if word is None:
        return study.lens.top_probs[:, :n, 0].numpy()
    return study.lens.word_probs[:, :n, [each.text for each in study.lens.words].index(word)].numpy()


def curve_values(study: Study) -> tuple[list[str], dict[str, Float[np.ndarray, " layer"]]]:
    """Names of the layers, and what each patch recovers at each of them."""
    curves = study.patching.curves
    layers = [str(layer) for layer in next(iter(curves.values()))[0].layers]
    return layers, {
        name: sweep.effect[:, sweep.columns.index(group)].numpy() for name, (sweep, group) in curves.items()
    }
