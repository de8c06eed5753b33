"""One picture that tells the whole story of a study."""

from __future__ import annotations

import textwrap

import numpy as np
from matplotlib.figure import Figure, SubFigure

from vlm_lens_native.pages.demo.reading import curve_values, lens_values
from vlm_lens_native.pages.demo.study import Study
from vlm_lens_native.visualize.curves import draw_patching
from vlm_lens_native.visualize.style import INK, MUTED, bare, printable, shortened, text_style
from vlm_lens_native.visualize.token_map import TokenMap

_N_MAPS = 5


def plot_poster(study: Study, token_map: TokenMap) -> Figure:
    """Image, question and answer; the answer's word in the lens over layers; attention; patching."""
    figure = Figure(figsize=(12.0, 6.2), layout="constrained", facecolor="white")
    upper, lower = figure.subfigures(2, 1, height_ratios=[1.0, 1.4], squeeze=False).flat
    _upper(upper, study, token_map)
    _lower(lower, study, token_map)
    return figure


def _upper(figure: SubFigure, study: Study, token_map: TokenMap) -> None:
    layers = _spread(len(study.lens.layers), _N_MAPS)
    axes = figure.subplots(1, 1 + _N_MAPS)
    bare(axes[0]).imshow(np.asarray(token_map.image))
    asked = "\n".join(textwrap.wrap(printable(study.example.question), 30)[:2])
    axes[0].set_title(asked, fontsize=10, loc="left", **text_style())
    axes[0].set_xlabel(shortened(printable(study.answer.text), 26), fontsize=12, fontweight="bold", **text_style())
    word = study.lens.words[0].text if study.lens.words else None
    values, small = lens_values(study, word), token_map.resized(320)
    for axis in axes[1:]:
        bare(axis)
    for axis, layer in zip(axes[1:], layers, strict=False):
        axis.imshow(small.blend(values[layer]))
        name = study.lens.layers[layer]
        axis.set_xlabel("embed" if name == "embed" else f"after block {name}", fontsize=9, color=MUTED)
    what = f"P({shortened(printable(word), 20)})" if word else "P(top word)"
    axes[1].set_title(f"Logit lens over image tokens: {what}, 0 to 1", fontsize=10, loc="left", **text_style())


def _lower(figure: SubFigure, study: Study, token_map: TokenMap) -> None:
    left, middle, right = figure.subfigures(1, 3, width_ratios=[1.0, 0.36, 1.2], squeeze=False).flat
    _heads(left, study, token_map)
    _pair(middle, study, token_map)
    layers, curves = curve_values(study)
    axes = right.subplots()
    draw_patching(axes, np.stack(list(curves.values()), axis=1), layers=layers, groups=list(curves))
    new, old = (shortened(printable(study.strings[token].strip()), 14) for token in study.patching.pair)
    title = f"Activation patching from a second image: from “{old}” to “{new}”"
    axes.set_title(title, fontsize=10, loc="left", **text_style())


def _heads(figure: SubFigure, study: Study, token_map: TokenMap) -> None:
    """The six heads with the largest weight on one image token."""
    attention = study.attention
    share = attention.share[:, :, -1]
    best = attention.weights[:, :, -1].amax(-1).flatten().argsort(descending=True)[:6].tolist()
    axes = figure.subplots(2, 3)
    small = token_map.resized(240)
    for axis in np.ravel(axes):
        bare(axis)
    for axis, (layer, head) in zip(np.ravel(axes), sorted(divmod(each, share.shape[1]) for each in best), strict=False):
        weights = attention.weights[layer, head, -1].float().numpy()
        axis.imshow(small.blend(weights, high=float(weights.max())))
        text = f"layer {attention.layers[layer]}, head {head}: {share[layer, head]:.0%}"
        axis.set_xlabel(text, fontsize=8, color=MUTED)
    figure.suptitle(
        "Attention of the last token: six heads with the most on one patch", fontsize=10, x=0.02, ha="left", color=INK
    )


def _pair(figure: SubFigure, study: Study, token_map: TokenMap) -> None:
    source = study.patching.source.image.resize(token_map.image.size)
    for axes, picture, name, answer in zip(
        figure.subplots(2, 1),
        (source, token_map.image),
        ("source", "target"),
        (study.patching.answer.text, study.answer.text),
        strict=True,
    ):
        bare(axes).imshow(np.asarray(picture))
        axes.set_xlabel(f"{name}: {shortened(printable(answer), 14)}", fontsize=9, **text_style())


def _spread(n: int, wanted: int) -> list[int]:
    """At most so many of ``n`` layers, evenly, the first and the last among them."""
    return sorted({round(each) for each in np.linspace(0, n - 1, min(n, wanted))})
