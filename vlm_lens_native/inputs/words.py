"""Words and the tokens that spell them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, SupportsIndex

from vlm_lens_native.errors import InputError, MissingProcessorError
from vlm_lens_native.indices import is_number
from vlm_lens_native.inputs.tokens import token_strings

_SPACES = ("", " ", "▁", "Ġ")  # none, plain, and how SentencePiece and byte-level BPE write a leading space
_LARGEST_NUMBER = 100  # whose name and digits are taken for one word


@dataclass(frozen=True, kw_only=True)
class Word:
    """A word with every single token that spells it.

    Attributes:
        text: The word as it was asked for.
        token_ids: The tokens: with and without a leading space, as given and capitalised; for a number from 0 to 100
            both its English name and its digits. Probabilities of a word are their sum, its rank is that of the best
            of them.
    """

    text: str
    token_ids: tuple[int, ...]


OneWord = str | SupportsIndex | Word
"""What stands for a word: its text, a token id, or a `Word`."""


def find_word(tokenizer: Any, word: OneWord, *, d_vocab: int | None = None) -> Word:
    """Finds the single tokens that spell a word: for ``"five"`` also ``" five"``, ``"Five"``, ``"5"`` and ``" 5"``.

    Args:
        tokenizer: HF's tokenizer.
        word: The word; or a token id, which stands for this one token alone; or a `Word` with tokens of your own
            choice.
        d_vocab: Size of the model's vocabulary, in which tokens have to be; None does not check that.

    Raises:
        InputError: No single token spells the word, or there is no such token.
        MissingProcessorError: There is no tokenizer.
    """
    if isinstance(word, Word):
        _check_ids(word.token_ids, d_vocab)
        return word
    if is_number(word):
        token = int(word)
        _check_ids((token,), d_vocab)
        return Word(text=token_strings(tokenizer, [token])[token].strip() or f"token {token}", token_ids=(token,))
    if not isinstance(word, str):
        raise InputError(f"A word is its text, a token id or a Word, got {type(word).__name__}.")
    if tokenizer is None:
        raise MissingProcessorError(
            f"Finding the tokens of {word!r} needs a tokenizer, but the model has none; give token ids, or load it "
            "with processor=."
        )
    stem = word.strip()
    found = {token: None for spelling in spellings(stem) for token in _single_tokens(tokenizer, spelling)}
    if not found:
        pieces = tokenizer.convert_ids_to_tokens(tokenizer.encode(word, add_special_tokens=False))
        raise InputError(
            f"No single token spells {word!r}: the tokenizer splits it into {pieces}. Words are read "
            "one token at a time; give one of these pieces, a word that is one token, or a token id."
        )
    return Word(text=stem, token_ids=tuple(found))


def _check_ids(ids: Sequence[int], d_vocab: int | None) -> None:
    if not ids or len(set(ids)) < len(ids):
        raise InputError(f"A word has one or more tokens, each of them once; got the token ids {list(ids)}.")
    if wrong := [token for token in ids if token < 0 or (d_vocab is not None and token >= d_vocab)]:
        known = "they begin at 0" if d_vocab is None else f"the vocabulary has the ids 0 to {d_vocab - 1}"
        raise InputError(f"There is no token {wrong[0]}: {known}.")


def spellings(word: str) -> tuple[str, ...]:
    """The ways to write a word, without surrounding space: as given, capitalised, and a number by name and by digits.

    Capital letters are taken as given otherwise: ``"US"`` is not ``"us"``.
    """
    stem = word.strip()
    number = _numbers().get(stem.lower(), stem)
    name = next((name for name, digits in _numbers().items() if digits == number), None)
    written = [stem, stem.capitalize()] if name is None else [stem, name, name.capitalize(), number]
    return tuple(dict.fromkeys(written)) if stem else ()


@cache
def _numbers() -> dict[str, str]:
    """Digits by English name."""
    from num2words import num2words  # needed for words only, so that other analyses run without it

    return {num2words(number): str(number) for number in range(_LARGEST_NUMBER + 1)}


def _single_tokens(tokenizer: Any, spelling: str) -> list[int]:
    """Encoding alone would miss tokens: SentencePiece, for one, never encodes a text without a leading space."""
    encoded = [tokenizer.encode(space + spelling, add_special_tokens=False) for space in _SPACES[:2]]
    candidates = [ids[0] for ids in encoded if len(ids) == 1]
    vocabulary = tokenizer.get_vocab()
    candidates += [vocabulary[space + spelling] for space in _SPACES if space + spelling in vocabulary]
    return [token for token in candidates if tokenizer.decode([token]).strip() == spelling]
