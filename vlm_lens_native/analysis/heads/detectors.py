"""The detectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from jaxtyping import Bool
from torch import Tensor

from vlm_lens_native.analysis.heads.head_scores import HeadScores
from vlm_lens_native.analysis.heads.scoring import Inputs, Prompt, score
from vlm_lens_native.analysis.heads.texts import repeated_random_text
from vlm_lens_native.analysis.registers import find_registers
from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import Indices
from vlm_lens_native.inputs import Selection
from vlm_lens_native.inputs.geometry import BoxLike, Number
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.positions import Positions

Boxes = BoxLike | Sequence[BoxLike] | Sequence[Sequence[BoxLike]]


def attention_mass(
    model: HookedVLMTransformer,
    inputs: Inputs,
    *,
    to: Positions,
    from_: Positions = None,
    layers: Indices | None = None,
    name: str = "attention mass",
) -> HeadScores:
    """The part of its attention that each head spends on some positions.

    Args:
        model: The model.
        inputs: What ``model.prepare_*`` made, HF's processor, or ``model.encode``; any number of rows.
        to: The positions looked at: a selection, an index, a slice, a list or a mask. A selection of
            ``model.key_layout(inputs)`` means image features that cross-attention reads, and heads of its layers.
        from_: The positions that look, likewise; None takes each row's last token.
        layers: Numbers of blocks; negative ones count from the end, None takes all.
        name: Of the scores.

    Raises:
        InputError: Positions or layers that don't exist, or a row without any of either kind of position.
    """
    prompt = Prompt.of(model, inputs)
    if isinstance(to, Selection) and to.axis == "image_key":
        return _mass(prompt, to.mask, from_, layers, name, keys=to.tokens)
    return _mass(prompt, prompt.marks(to), from_, layers, name)


def image_mass(
    model: HookedVLMTransformer,
    inputs: Inputs,
    *,
    image: int | None = None,
    from_: Positions = None,
    layers: Indices | None = None,
) -> HeadScores:
    """The part of its attention that each head spends on image tokens.

    Args:
        model: The model.
        inputs: As for `attention_mass`.
        image: Number of the image in its row; None takes all images.
        from_: The positions that look; None takes each row's last token.
        layers: Numbers of blocks; None takes all.

    Raises:
        InputError: As for `attention_mass`; inputs without images; or a model that reads images by cross-attention,
            which goes to nothing else.
    """
    prompt = Prompt.of(model, inputs)
    if model.cfg.cross is not None:
        raise InputError(
            f"This model reads images by cross-attention, in layers {sorted(model.cfg.cross.layers)}, whose heads "
            "spend all of their attention on images. attention_to_box and grounding say on which part."
        )
    if image is None:
        return _mass(prompt, _images(prompt), from_, layers, "attention to images")
    return _mass(prompt, prompt.layout.image(image).mask, from_, layers, f"attention to image {image}")


def attention_to_box(
    model: HookedVLMTransformer,
    inputs: Inputs,
    boxes: Boxes,
    *,
    image: int | None = None,
    overlap: Number = 0.0,
    from_: Positions = None,
    layers: Indices | None = None,
) -> HeadScores:
    """The part of its attention that each head spends on the image tokens in a box.

    Args:
        model: The model.
        inputs: What ``model.prepare_*`` or ``model.encode`` made; any number of rows.
        boxes: ``x1, y1, x2, y2``, half-open, in pixels of the original image; with several rows, one for each, or for
            each a list of boxes.
        image: Number of the image in its row; needed where there are several.
        overlap: The part of a token's box that has to be covered; 0 takes every token that is touched.
        from_: The positions that look; None takes each row's last token.
        layers: Numbers of blocks; None takes all.

    Raises:
        InputError: As for `attention_mass`; another number of boxes than rows, a box that leaves the image, or one that
            covers no token.
    """
    prompt = Prompt.of(model, inputs)
    inside = _in_boxes(prompt, boxes, image, overlap)
    return _mass(prompt, inside, from_, layers, "attention to boxes", keys=_keys(prompt))


def grounding(
    model: HookedVLMTransformer,
    inputs: Inputs,
    boxes: Boxes,
    *,
    image: int | None = None,
    overlap: Number = 0.0,
    from_: Positions = None,
    layers: Indices | None = None,
) -> HeadScores:
    """Of the attention that each head spends on the image, the part that falls into the box of what is spoken of.

    Scores of a head that hardly looks at the image tell little: see `attention_to_box` too, which does not divide.

    Args:
        model: The model.
        inputs: What ``model.prepare_*`` or ``model.encode`` made; any number of rows.
        boxes: Where the object is, as for `attention_to_box`.
        image: Number of the image in its row; needed where there are several.
        overlap: The part of a token's box that has to be covered.
        from_: The tokens that speak of the object (or ask for it); None takes each row's last token.
        layers: Numbers of blocks; None takes all.

    Raises:
        InputError: As for `attention_to_box`.
    """
    prompt = Prompt.of(model, inputs)
    inside = _in_boxes(prompt, boxes, image, overlap)
    layout = prompt.images_layout
    whole = layout.images if image is None else layout.image(image)
    queries = prompt.marks(from_)
    how = {"within": whole.mask[:, None], "layers": layers, "keys": _keys(prompt)}
    return score(prompt, "grounding", queries=queries, targets=inside[:, None], **how)


def register_mass(
    model: HookedVLMTransformer,
    inputs: Inputs,
    *,
    at: str = "lm.hook_embed",
    n_std: float = 2.0,
    threshold: float | None = None,
    from_: Positions = None,
    layers: Indices | None = None,
) -> HeadScores:
    """The part of its attention that each head spends on registers: image tokens of outlying norm (`find_registers`).

    Args:
        model: The model.
        inputs: What ``model.prepare_*`` or ``model.encode`` made; any number of rows.
        at: The hook point at which norms are measured.
        n_std: How many standard deviations above its image's mean a register's norm is.
        threshold: A norm in the place of mean and deviations.
        from_: The positions that look; None takes each row's last token.
        layers: Numbers of blocks; None takes all.

    Raises:
        InputError: As for `attention_mass`; or a row without registers.
    """
    found = find_registers(model, inputs, at=at, n_std=n_std, threshold=threshold)
    return _mass(
        Prompt.of(model, inputs), found.selection.mask, from_, layers, f"attention to registers at {found.name}"
    )


def previous_token(
    model: HookedVLMTransformer, inputs: Inputs, *, from_: Positions = None, layers: Indices | None = None
) -> HeadScores:
    """The part of its attention that each head spends on the position before the one that looks.

    Args:
        model: The model.
        inputs: As for `attention_mass`.
        from_: The positions that look; None takes every token that has one before it.
        layers: Numbers of blocks; None takes all.

    Raises:
        InputError: As for `attention_mass`.
    """
    prompt = Prompt.of(model, inputs)
    n_pos = prompt.tokens.shape[1]
    before = torch.eye(n_pos, dtype=torch.bool).roll(-1, dims=1)
    before[0] = False
    return _matching(prompt, before & prompt.tokens[:, None], prompt.tokens, from_, layers, "previous token")


def duplicate_token(
    model: HookedVLMTransformer,
    inputs: Inputs | None = None,
    *,
    from_: Positions = None,
    layers: Indices | None = None,
    **text: Any,
) -> HeadScores:
    """The part of its attention that each head spends on earlier occurrences of the token that looks.

    Source: Wang et al., "Interpretability in the Wild" (2022).

    Args:
        model: The model.
        inputs: As for `attention_mass`; None takes random text that is said twice.
        from_: The positions that look; None takes every text token that occurred before. Image tokens don't count.
        layers: Numbers of blocks; None takes all.
        text: For `repeated_random_text`, in the place of inputs.

    Raises:
        InputError: As for `attention_mass`; or a row in which no token that looks occurred before.
    """
    prompt = _prompt(model, inputs, text)
    return _matching(prompt, _occurred(prompt), prompt.text, from_, layers, "duplicate token")


def induction(
    model: HookedVLMTransformer,
    inputs: Inputs | None = None,
    *,
    from_: Positions = None,
    layers: Indices | None = None,
    **text: Any,
) -> HeadScores:
    """The part of its attention that each head spends on what followed earlier occurrences of the token that looks.

    Source: Olsson et al., "In-context Learning and Induction Heads" (2022), on random text that is said twice.

    Args:
        model: The model.
        inputs: As for `attention_mass`; None takes random text that is said twice.
        from_: The positions that look; None takes every text token that occurred before. Image tokens don't count.
        layers: Numbers of blocks; None takes all.
        text: For `repeated_random_text`, in the place of inputs: ``n_rows``, ``length``, ``seed``.

    Raises:
        InputError: As for `attention_mass`; or a row in which no token that looks occurred before.
    """
    prompt = _prompt(model, inputs, text)
    followed = _occurred(prompt).roll(1, dims=2)  # nothing occurred before at the last position, so key 0 gets nothing
    itself = torch.eye(followed.shape[1], dtype=torch.bool)  # a token said twice in a row follows its own occurrence
    return _matching(prompt, followed & ~itself, prompt.text, from_, layers, "induction")


def _prompt(model: HookedVLMTransformer, inputs: Inputs | None, text: dict[str, Any]) -> Prompt:
    if inputs is not None and text:
        raise InputError(f"Got inputs, and {', '.join(text)} for random text; give one of the two.")
    return Prompt.of(model, repeated_random_text(model, **text) if inputs is None else inputs)


def _occurred(prompt: Prompt) -> Bool[Tensor, "row pos key"]:
    """For each text token its earlier occurrences."""
    ids, text = prompt.known_ids, prompt.text
    same = (ids[:, :, None] == ids[:, None]) & text[:, :, None] & text[:, None]
    return same.tril(-1)


def _matching(
    prompt: Prompt,
    targets: Bool[Tensor, "row pos key"],
    allowed: Bool[Tensor, "row pos"],
    from_: Positions,
    layers: Indices | None,
    name: str,
) -> HeadScores:
    """The attention to targets that each query has for itself, of those queries that have one."""
    queries = allowed if from_ is None else prompt.marks(from_)
    return score(prompt, name, queries=queries & targets.any(-1), targets=targets, layers=layers)


def _keys(prompt: Prompt) -> Bool[Tensor, "row key"] | None:
    """The image features that cross-attention reads; None where they stand in the sequence."""
    return None if prompt.model.cfg.cross is None else prompt.images_layout.images.mask


def _mass(
    prompt: Prompt,
    to: Bool[Tensor, "row key"],
    from_: Positions,
    layers: Indices | None,
    name: str,
    *,
    keys: Bool[Tensor, "row key"] | None = None,
) -> HeadScores:
    """The attention to targets that all queries share."""
    empty = (~to.any(1)).nonzero().flatten().tolist()
    if empty:
        raise InputError(f"{name}: in the rows {empty} there is no position to look at.")
    return score(prompt, name, queries=prompt.marks(from_), targets=to[:, None], layers=layers, keys=keys)


def _images(prompt: Prompt) -> Bool[Tensor, "row pos"]:
    if prompt.images is None:
        raise InputError(
            "It is not known where the images of these inputs are, as they are embeddings; give input_ids."
        )
    return prompt.images & prompt.tokens


def _in_boxes(prompt: Prompt, boxes: Boxes, image: int | None, overlap: Number) -> Bool[Tensor, "row key"]:
    """The image tokens in each row's boxes."""
    layout = prompt.images_layout
    inside = torch.zeros_like(layout.images.mask)
    for row, own in enumerate(_by_row(boxes, len(inside))):
        for box in own:
            found = layout.select(box=box, image=image, overlap=overlap, batch=row)
            if len(found) == 0:
                raise InputError(f"No image token of row {row} lies in the box {list(box)} (overlap={overlap}).")
            inside |= found.mask
    return inside


def _by_row(boxes: Boxes, n_rows: int) -> list[list[BoxLike]]:
    """The boxes of each row: one box stands for a list of it, and for the only row."""
    rows: list[Any] = [boxes] if len(boxes) and np.ndim(boxes[0]) == 0 else list(boxes)
    if len(rows) != n_rows or not all(map(len, rows)):
        raise InputError(
            f"Got boxes for {len(rows)} rows, but there are {n_rows}: give each its box, or a list of them."
        )
    return [[own] if np.ndim(own[0]) == 0 else list(own) for own in rows]
