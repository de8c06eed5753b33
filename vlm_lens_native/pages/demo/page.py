"""The demo's page: the app's views of one study, and its patching, in one file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from vlm_lens_native import bundle
from vlm_lens_native.app.page import page_data
from vlm_lens_native.app.prompt import Prompt
from vlm_lens_native.app.study import Study as AppStudy
from vlm_lens_native.app.views import attention, attribution, lens
from vlm_lens_native.app.views.tokens import next_token
from vlm_lens_native.bundle.wire import View
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.pages.demo.reading import curve_values
from vlm_lens_native.pages.demo.study import Study

_ANSWER_TOKENS = 24


def render_page(model: HookedVLMTransformer, found: Study) -> str:
    """The page of a study: three clicks from the answer's first token to a patch, the lens, and the patching.

    Args:
        model: The model that answered.
        found: What the demo found out.
    """
    example, words = found.example, [word.text for word in found.lens.words]
    study = AppStudy(model, Prompt.ask(example.question, example.image), name=found.name)
    answer = [next_token(study, step) for step in study.generate(max_new_tokens=_ANSWER_TOKENS)]
    target, focus = answer[0]["token"]["id"], answer[0]["position"]
    asked = {"target": target, "contrast": None, "focus": focus}
    views = {
        _key("lens", {"top_k": 5}): lens.lens(study),
        _key("heads", {"focus": focus}): attention.heads(study, focus=focus),
        _key("parts", asked): attribution.parts(study, target=target, focus=focus),
        _key("sources", asked): attribution.sources(study, target=target, focus=focus),
        _key("patching", {}): _patched(study, found),
        **({_key("words", {"words": words}): lens.words(study, words=words)} if words else {}),
    }
    data = page_data(
        study, answer, views=views, title=example.question, text=_text(found), words=words, compressed=True,
        sweeps=[{"title": "Patching from a second image", "name": "patching", "asked": {}, **_source(found)}],
    )  # fmt: skip
    return bundle.render(data, f"{example.question} – {found.name}")


def _key(name: str, asked: Mapping[str, Any]) -> str:
    """As the page asks for a view."""
    return f"{name} {json.dumps(asked, separators=(',', ':'), ensure_ascii=False)}"


def _patched(study: AppStudy, found: Study) -> View:
    layers, curves = curve_values(found)
    new, old = found.patching.pair
    labels: Sequence[str] = list(curves)
    code = f"""{study.prompt_code}# source_inputs: the second image, prepared in the same way
images = model.token_layout(inputs).images
metric = analysis.logit_difference({new}, {old})
sweep = analysis.patching.sweep(model, source_inputs, inputs, metric, groups={{"image": images, "text": ~images}})
"""
    return View(
        arrays={"effect": np.stack(list(curves.values()), axis=1)},
        about={
            "columns": labels,
            "labels": labels,
            "axis": "group",
            "done": len(layers),
            "of": len(layers),
            "measure": f"logit difference of {found.strings[new]!r} and {found.strings[old]!r}: 0 none, 1 the whole",
        },
        code=code,
    )


def _text(found: Study) -> str:
    """What the model was given, and whether it was right."""
    info, layout, example = found.info, found.layout, found.example
    parts = [
        f"{found.name} looks at {example.origin}.",
        f"{found.n_image_tokens} of the prompt's {layout.table.kind.shape[1]} positions are image tokens, made of "
        f"{info.processed_size[0]} x {info.processed_size[1]} pixels.",
    ]
    if layout.table.is_global.any():
        parts.append(f"{int(layout.table.is_global.sum())} of them are a smaller view of the whole image.")
    if info.crop_box is not None:
        left, top, right, bottom = (round(edge) for edge in info.crop_box)
        parts.append(f"The model sees the part from ({left}, {top}) to ({right}, {bottom}); the rest is cropped away.")
    if example.truth is not None:
        right_ = found.answer.text == example.truth
        parts.append("The answer is right." if right_ else f"The truth is {example.truth}.")
    return " ".join(parts)


def _source(found: Study) -> dict[str, str]:
    patching = found.patching
    notes = [
        f"The source image is {patching.source.origin}; there the answer is {patching.answer.text!r}. Its residual "
        "stream takes the place of this image's, after one block and at one group of positions at a time.",
        patching.pair_note,
        "“text tokens” are all positions but the image tokens.",
    ]
    if "image tokens + deepstack" in patching.curves:
        notes.append("Deepstack adds image features once more after the first blocks; the last curve patches these.")
    return {"text": " ".join(filter(None, notes)), "picture": bundle.data_uri(patching.source.image)}
