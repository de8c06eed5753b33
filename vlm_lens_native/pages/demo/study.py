"""Everything that the demo finds out about one answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from PIL import Image
from torch import Tensor

from vlm_lens_native.analysis import (
    ImageAttention,
    LogitLens,
    PatchingSweep,
    attention_to_image,
    find_word,
    logit_difference,
    logit_lens,
    patching,
    token_strings,
)
from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import ImageInfo, PreparedInputs, Selection, TokenLayout
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.pages.demo.examples import Example, Source, changed_pixels
from vlm_lens_native.visualize.style import plain

_N_WORDS = 8
_ANSWER_TOKENS = 24


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the model says.

    Attributes:
        text: The whole answer, decoded greedily.
        logits: ``[d_vocab]``, after the prompt.
    """

    text: str
    logits: Tensor


@dataclass(frozen=True, kw_only=True)
class Patching:
    """The patching half of the study.

    Attributes:
        source: The image that activations come from.
        answer: What the model answers about it.
        pair: The two tokens whose logits are compared: the source's answer and the target's.
        pair_note: How they were chosen, where it was not by the answers.
        curves: For each curve its sweep and the group within it.
    """

    source: Source
    answer: Answer
    pair: tuple[int, int]
    pair_note: str
    curves: Mapping[str, tuple[PatchingSweep, str]]


@dataclass(frozen=True, kw_only=True)
class Study:
    """One question about one image, with all that was found.

    Attributes:
        name: The model's.
        example: Image and question.
        info: What the processor made of the image.
        layout: Of the prompt.
        answer: What the model says.
        lens: At every image token and at the last token.
        attention: Of the last token to the image.
        patching: From the source image into this one.
        strings: Text of all tokens that the study names.
    """

    name: str
    example: Example
    info: ImageInfo
    layout: TokenLayout
    answer: Answer
    lens: LogitLens
    attention: ImageAttention
    patching: Patching
    strings: Mapping[int, str]

    @property
    def n_image_tokens(self) -> int:
        """How many image tokens the prompt has; the lens reads them first, and then the last token."""
        return len(self.layout.images)

    def summary(self) -> str:
        """A few lines for the terminal."""
        right = {None: "", True: " (right)", False: f" (the truth is {self.example.truth})"}
        truth = None if self.example.truth is None else self.answer.text == self.example.truth
        lines = [
            f"{self.name} looks at {self.example.origin}.",
            f"  Q: {self.example.question}",
            f"  A: {self.answer.text}{right[truth]}",
            f"The source image is {self.patching.source.origin}; there it answers {self.patching.answer.text!r}.",
        ]
        new, old = (self.strings[token].strip() for token in self.patching.pair)
        if self.patching.pair_note:
            lines.append(self.patching.pair_note)
        lines.append(f"Patched from there, logit difference {new!r} - {old!r} (0 none, 1 full), after block:")
        sweep = next(iter(self.patching.curves.values()))[0]
        lines.append(f"  {'':28}" + "".join(f"{layer!s:>7}" for layer in sweep.layers))
        for name, (each, group) in self.patching.curves.items():
            values = each.effect[:, each.columns.index(group)].tolist()
            lines.append(f"  {name:28}" + "".join(f"{value:7.2f}" for value in values))
        return plain("\n".join(lines))


def study(model: HookedVLMTransformer, example: Example, *, name: str) -> Study:
    """Answers the question, looks into the answer, and patches.

    Args:
        model: The model.
        example: Image and question.
        name: What the model is called on the page.

    Raises:
        InputError: The model's layout of image and source differs, or one can't be prepared.
    """
    inputs = _prepared(model, example.question, example.image)
    layout = model.token_layout(inputs)
    answer = _answer(model, inputs)
    source, source_inputs, source_answer = _first_that_differs(model, example, answer)
    pair, note = _contrast(source_answer.logits, answer.logits, model.tokenizer)
    lens = _lens(model, inputs, layout, pair)
    curves = _curves(model, source_inputs, inputs, layout, pair, changed=_changed(layout, example, source))
    named = [*pair, *(token for sweep, _ in curves.values() for token in sweep.top_ids.flatten().tolist())]
    return Study(
        name=str(name),
        example=example,
        info=model.process_image(example.image),
        layout=layout,
        answer=answer,
        lens=lens,
        attention=attention_to_image(model, inputs),
        patching=Patching(source=source, answer=source_answer, pair=pair, pair_note=note, curves=curves),
        strings=dict(lens.strings) | token_strings(model.tokenizer, named),
    )


def _prepared(model: HookedVLMTransformer, question: str, image: Image.Image) -> PreparedInputs:
    prepared = model.prepare_messages(question, image)
    assert isinstance(prepared, PreparedInputs)  # a tuple comes only with return_text=True
    return prepared


def _answer(model: HookedVLMTransformer, inputs: Any) -> Answer:
    new = model.generate(inputs, max_new_tokens=_ANSWER_TOKENS, do_sample=False)[0, inputs["input_ids"].shape[1] :]
    with torch.no_grad():
        logits = model(inputs, logits_to_keep=1).logits[0, -1].float().cpu()
    return Answer(text=model.tokenizer.decode(new, skip_special_tokens=True).strip(), logits=logits)


def _first_that_differs(model: HookedVLMTransformer, example: Example, answer: Answer) -> tuple[Source, Any, Answer]:
    """The first source with another first token in its answer; the last one if there is none."""
    for nth, source in enumerate(example.sources, start=1):
        inputs = _prepared(model, example.question, source.image)
        other = _answer(model, inputs)
        if other.logits.argmax() != answer.logits.argmax() or nth == len(example.sources):
            return source, inputs, other
    raise InputError("The example has no source image; patching needs one.")


def _contrast(source: Tensor, target: Tensor, tokenizer: Any) -> tuple[tuple[int, int], str]:
    """The tokens to compare: both answers; where they agree, the one that the source raises most against the answer."""
    new, old = int(source.argmax()), int(target.argmax())
    if new != old:
        return (new, old), ""
    likely = torch.cat([source.topk(10).indices, target.topk(10).indices]).unique()
    likely = likely[likely != old]
    gains = (source - target)[likely] - (source - target)[old]
    new = int(likely[gains.argmax()])
    text = token_strings(tokenizer, [new, old])
    return (new, old), (
        f"Both images get the same answer, so the patch is measured by the next token that the source favours most "
        f"against it: {text[new].strip()!r} against {text[old].strip()!r}."
    )


def _lens(model: HookedVLMTransformer, inputs: Any, layout: TokenLayout, pair: tuple[int, int]) -> LogitLens:
    """The lens, following both answers and the words that come up most often on the image."""
    n_layers = model.cfg.n_layers
    late = sorted({n_layers // 2, 3 * n_layers // 4, n_layers - 1})
    glance = logit_lens(model, inputs, layers=late, positions=layout.images, top_k=1)
    weights: Counter[str] = Counter()
    for token, probability in zip(glance.top_ids.flatten().tolist(), glance.top_probs.flatten().tolist(), strict=True):
        weights[glance.strings[token].strip()] += probability
    special = {model.tokenizer.decode([token]).strip() for token in model.tokenizer.all_special_ids}
    answers = [token_strings(model.tokenizer, [token])[token].strip() for token in reversed(pair)]
    ranked = [*answers, *(word for word, _ in weights.most_common())]
    words = [word for word in dict.fromkeys(ranked) if any(map(str.isalnum, word)) and word not in special]
    followed = [word for word in words if _is_token(model.tokenizer, word)][:_N_WORDS]
    return logit_lens(model, inputs, positions=layout.images | layout.last, top_k=5, words=followed)


def _is_token(tokenizer: Any, word: str) -> bool:
    try:
        find_word(tokenizer, word)
    except InputError:
        return False
    return True


def _changed(layout: TokenLayout, example: Example, source: Source) -> Selection | None:
    """The image tokens that see a difference between the images, where these are a small part of them."""
    different = changed_pixels(example.image, source.image)
    if layout.box_space != "original" or not different.any():
        return None
    chosen = layout.mask(different, image=0)
    return chosen if 0 < len(chosen) <= len(layout.images) / 4 else None


def _curves(
    model: HookedVLMTransformer,
    source: Any,
    target: Any,
    layout: TokenLayout,
    pair: tuple[int, int],
    *,
    changed: Selection | None,
) -> dict[str, tuple[PatchingSweep, str]]:
    """Sweeps over image tokens and all others; with deepstack, once more with the source's deepstack features."""
    metric = logit_difference(*pair)
    groups = {"image tokens": layout.images, "text tokens": ~layout.images, "last token": layout.last}
    if changed is not None:
        groups["changed image tokens"] = changed
    sweep = patching.sweep(model, source, target, metric, groups=groups)
    curves = {name: (sweep, name) for name in groups}
    if model.cfg.deepstack_layers:
        images = {"image tokens": layout.images}
        whole = patching.sweep(model, source, target, metric, groups=images, deepstack="patched")
        curves["image tokens + deepstack"] = (whole, "image tokens")
    return curves
