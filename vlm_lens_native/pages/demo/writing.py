"""A study on disk: one page that needs nothing else, and pictures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure
from PIL import Image

from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.pages.demo.page import render_page
from vlm_lens_native.pages.demo.poster import plot_poster
from vlm_lens_native.pages.demo.reading import curve_values, lens_values
from vlm_lens_native.pages.demo.study import Study
from vlm_lens_native.visualize.curves import plot_patching
from vlm_lens_native.visualize.grids import plot_head_grid, plot_layer_maps
from vlm_lens_native.visualize.overlays import draw_token_grid, plot_words
from vlm_lens_native.visualize.style import printable
from vlm_lens_native.visualize.token_map import TokenMap

_DPI = 110


@dataclass(frozen=True, kw_only=True)
class Written:
    """Where a study was written."""

    page: Path
    pictures: tuple[Path, ...]


def write_study(model: HookedVLMTransformer, study: Study, directory: Path) -> Written:
    """Writes ``index.html`` and the pictures; files of an earlier run are replaced."""
    directory = Path(directory)
    directory.mkdir(parents=True, exist_ok=True)
    token_map = TokenMap.of(study.example.image, study.layout)
    pictures: dict[str, Figure | Image.Image] = {
        "overview.png": plot_poster(study, token_map),
        "token_grid.png": draw_token_grid(study.info),
        "lens_word.png": _lens_word(study, token_map),
        "lens_top.png": _lens_top(study, token_map),
        "attention.png": _attention(study, token_map),
        "patching.png": _patching(study),
    }
    for name, picture in pictures.items():
        if isinstance(picture, Figure):
            picture.savefig(directory / name, dpi=_DPI)
        else:
            picture.save(directory / name)
    page = directory / "index.html"
    page.write_text(render_page(model, study), encoding="utf-8")
    return Written(page=page, pictures=tuple(directory / name for name in pictures))


def _lens_word(study: Study, token_map: TokenMap) -> Figure:
    """The probability of the answer (or of the word most often seen) at each image token, layer by layer."""
    word = study.lens.words[0].text if study.lens.words else None
    layers = [f"after block {layer}" if layer != "embed" else "embed" for layer in study.lens.layers]
    values = lens_values(study, word)
    what = f"probability of “{printable(word)}”" if word else "probability of the top word"
    return plot_layer_maps(
        token_map, values, titles=layers, title=f"Logit lens: {what} at each image token", label="probability", high=1.0
    )


def _lens_top(study: Study, token_map: TokenMap) -> Figure:
    n = study.n_image_tokens
    return plot_words(
        token_map,
        study.lens.top_words(study.lens.layers[-1])[:n],
        study.lens.top_probs[-1, :n, 0].numpy(),
        title=f"Logit lens after the last block ({study.lens.layers[-1]}): the most probable word at each image token",
    )


def _attention(study: Study, token_map: TokenMap) -> Figure:
    attention = study.attention
    return plot_head_grid(
        token_map,
        attention.weights[:, :, -1].float().numpy(),
        rows=[f"layer {layer}" for layer in attention.layers],
        title="Attention of the last token to the image, in per cent",
    )


def _patching(study: Study) -> Figure:
    layers, curves = curve_values(study)
    new, old = (printable(study.strings[token]) for token in study.patching.pair)
    return plot_patching(
        np.stack(list(curves.values()), axis=1),
        layers=layers,
        groups=list(curves),
        title=f"Patched from the source image: logit difference {new} − {old}",
    )
