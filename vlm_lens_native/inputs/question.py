"""Which tokens of a prompt are the user's question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

from vlm_lens_native.shapes import PositionMask


def question_mask(
    questions: Sequence[Sequence[str]],
    texts: Sequence[str],
    offsets: Tensor | None,
    replaced: Sequence[Sequence[Mapping[str, Any]]] | None,
) -> PositionMask | None:
    """The tokens that overlap the question, in every row.

    Args:
        questions: For each row the texts that make up the question, in order.
        texts: The prompts, before image placeholders are expanded.
        offsets: ``[batch pos 2]``, where in the expanded prompt each token begins and ends, in characters.
        replaced: For each row the processor's expansions, with ``"span"`` before and ``"new_span"`` after.

    Returns:
        A mask ``[batch pos]``; None where the tokenizer tells no offsets, or the chat template changed the text.
    """
    if offsets is None or replaced is None:
        return None
    mask = torch.zeros(offsets.shape[:2], dtype=torch.bool)
    for row, (parts, text) in enumerate(zip(questions, texts, strict=True)):
        spans = _find(parts, text)
        if spans is None:
            return None
        for start, end in spans:
            grown = sum(_growth(each) for each in replaced[row] if each["span"][1] <= start)
            begins, ends = offsets[row].unbind(-1)
            mask[row] |= (begins < end + grown) & (ends > start + grown)
    return mask


def _growth(replacement: Mapping[str, Any]) -> int:
    (start, end), (new_start, new_end) = replacement["span"], replacement["new_span"]
    return (new_end - new_start) - (end - start)


def _find(parts: Sequence[str], text: str) -> list[tuple[int, int]] | None:
    """Where the parts stand: they are sought from the end, as the question is the last that the user said."""
    spans, limit = [], len(text)
    for part in reversed([part.strip() for part in parts if part.strip()]):  # many templates strip texts
        start = text.rfind(part, 0, limit)
        if start < 0:
            return None
        spans.append((start, start + len(part)))
        limit = start
    return spans
