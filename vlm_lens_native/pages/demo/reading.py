"""What the page and the pictures read from a study: plain numbers and texts."""

from __future__ import annotations

from typing import Any

import numpy as np
from jaxtyping import Float
from PIL import Image

from vlm_lens_native.inputs.data_uri import data_uri
from vlm_lens_native.pages.demo.study import Study
from vlm_lens_native.visualize.page import pack

_LONGEST = 1400  # side of the page's pictures, in pixels: a photograph in full size would make a page of many megabytes


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


def page_data(study: Study, *, grid: Any) -> dict[str, Any]:
    """Everything that the page shows, as JSON takes it."""
    example, patching = study.example, study.patching
    new, old = (study.strings[token].strip() for token in patching.pair)
    return {
        "model": study.name,
        "description": study.model_repr,
        "question": example.question,
        "answer": study.answer.text,
        "truth": example.truth,
        "origin": example.origin,
        "pictures": {
            "image": _uri(example.image),
            "grid": _uri(grid),
            "source": _uri(patching.source.image),
        },
        "source": {"origin": patching.source.origin, "answer": patching.answer.text},
        "counts": _counts(study),
        "tokens": _tokens(study),
        "lens": _lens(study),
        "attention": _attention(study),
        "patching": {
            "layers": curve_values(study)[0],
            "curves": [_curve(study, name) for name in patching.curves],
            "new": new,
            "old": old,
            "note": patching.pair_note,
            "deepstack": "image tokens + deepstack" in patching.curves,
            "markers": len(study.layout.markers),
            "changed": "changed image tokens" in patching.curves,
        },
    }


def _uri(image: Image.Image) -> str:
    shown = image.copy()
    shown.thumbnail((_LONGEST, _LONGEST))
    return data_uri(shown)


def _counts(study: Study) -> dict[str, Any]:
    info, layout = study.info, study.layout
    left, top, right, bottom = info.crop_box or (0, 0, *info.original_size)
    return {
        "positions": layout.table.kind.shape[1],
        "image": study.n_image_tokens,
        "global": int(layout.table.is_global.sum()),
        "rows": info.grid_h,
        "columns": info.grid_w,
        "processed": list(info.processed_size),
        "original": list(info.original_size),
        "cropped": None if info.crop_box is None else [round(edge) for edge in (left, top, right, bottom)],
    }


def _tokens(study: Study) -> dict[str, Any]:
    at = study.layout.images.indices()
    table = study.layout.table
    return {
        "positions": at.tolist(),
        "boxes": np.round(table.box[0, at], 2).tolist(),
        "global": table.is_global[0, at].tolist(),
        "rows": table.row[0, at].tolist(),
        "columns": table.column[0, at].tolist(),
    }


def _lens(study: Study) -> dict[str, Any]:
    lens = study.lens
    numbers = {token: nth for nth, token in enumerate(lens.strings)}
    top = np.vectorize(numbers.__getitem__, otypes=[np.int64])(lens.top_ids.numpy())
    return {
        "layers": [str(layer) for layer in lens.layers],
        "strings": list(lens.strings.values()),
        "ids": list(lens.strings),
        "top": pack(top, "uint32"),
        "probs": pack(lens.top_probs.numpy() * 65535, "uint16"),
        "words": [word.text for word in lens.words],
        "word_probs": pack(lens.word_probs.numpy() * 65535, "uint16"),
    }


def _attention(study: Study) -> dict[str, Any]:
    weights = study.attention.weights[:, :, -1].float().numpy()
    scale = weights.max(axis=-1)
    return {
        "layers": list(study.attention.layers),
        "heads": weights.shape[1],
        "share": np.round(weights.sum(-1), 4).tolist(),
        "scale": [[float(f"{value:.3g}") for value in row] for row in scale],
        "weights": pack(weights / np.maximum(scale, 1e-30)[..., None] * 255, "uint8"),
    }


def _curve(study: Study, name: str) -> dict[str, Any]:
    sweep, group = study.patching.curves[name]
    nth = sweep.columns.index(group)
    return {
        "name": name,
        "values": np.round(sweep.effect[:, nth].numpy(), 4).tolist(),
        "answers": [study.strings[token].strip() for token in sweep.top_ids[0, :, nth].tolist()],
    }
