"""Tokens as text, and text as one token."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from vlm_lens_native.errors import InputError


def single_token(tokenizer: Any, text: str) -> int:
    """The token id of a text that is one token, to the letter: a leading space counts.

    Raises:
        InputError: It is not one token, or there is no tokenizer.
    """
    if tokenizer is None:
        raise InputError(f"Finding the token of {text!r} needs a tokenizer, but the model has none; give its id.")
    ids = tokenizer.encode(text, add_special_tokens=False)
    if len(ids) != 1:
        raise InputError(
            f"{text!r} must be a single token, but it is {tokenizer.convert_ids_to_tokens(ids)}; give one of them, "
            "or a token id."
        )
    return ids[0]


def token_strings(tokenizer: Any, ids: Iterable[int]) -> dict[int, str]:
    """Readable text for each token id.

    A token that is no text by itself (a part of a character, say) is shown as the tokenizer writes it; without a
    tokenizer its number stands for it.
    """
    strings = {}
    for token in dict.fromkeys(map(int, ids)):
        if tokenizer is None:
            strings[token] = str(token)
            continue
        text = tokenizer.decode([token])
        piece = tokenizer.convert_ids_to_tokens(token) if not text or "\ufffd" in text else text
        strings[token] = str(token) if piece is None else str(piece)  # rows of the unembedding beyond the vocabulary
    return strings
