"""Words are found in all their spellings, numbers by name and by digits."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer, models
from transformers import PreTrainedTokenizerFast

from vlm_lens_native import InputError, MissingProcessorError
from vlm_lens_native.analysis import Word, find_word
from vlm_lens_native.inputs.words import spellings

PIECES = ["[UNK]", "five", "▁five", "Five", "▁Five", "5", "▁5", "six", "▁7", "red", "▁Red", "RED", "fiver", "15", "▁us"]


@pytest.fixture
def tokenizer() -> PreTrainedTokenizerFast:
    """A vocabulary of whole words, with SentencePiece's mark for a leading space."""
    raw = Tokenizer(models.WordLevel({piece: number for number, piece in enumerate(PIECES)}, unk_token="[UNK]"))
    wrapped = PreTrainedTokenizerFast(tokenizer_object=raw, unk_token="[UNK]")
    wrapped.decode = lambda ids: PIECES[ids[0]].replace("▁", " ")
    return wrapped


@pytest.mark.parametrize(
    ("word", "message"),
    [
        (-1, "no token -1: they begin at 0"),
        (Word(text="x", token_ids=()), "one or more tokens"),
        (Word(text="x", token_ids=(3, 3)), "each of them once"),
        (Word(text="x", token_ids=(3, -2)), "no token -2"),
    ],
    ids=["negative", "without tokens", "twice", "negative in a word"],
)
def test_ids_that_spell_nothing_are_an_error(tokenizer, word, message):
    with pytest.raises(InputError, match=message):
        find_word(tokenizer, word)


def test_tokens_lie_in_the_vocabulary():
    assert find_word(None, 127, d_vocab=128).token_ids == (127,)
    for beyond in (128, Word(text="x", token_ids=(128,))):
        with pytest.raises(InputError, match="0 to 127"):
            find_word(None, beyond, d_vocab=128)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("five", "five ▁five Five ▁Five 5 ▁5"),
        (" 5", "five ▁five Five ▁Five 5 ▁5"),
        ("FIVE", "five ▁five Five ▁Five 5 ▁5"),
        ("seven", "▁7"),
        ("6", "six"),
        ("red", "red ▁Red"),
        ("RED", "RED ▁Red"),
        ("fiver", "fiver"),
        (5, "5"),
    ],
    ids=str,
)
def test_every_spelling_is_found_once(tokenizer, word, pieces):
    found = find_word(tokenizer, word)
    assert sorted(PIECES[token] for token in found.token_ids) == sorted(pieces.split())
    assert found.text == str(word).strip()


def test_a_word_of_ones_own_is_taken_as_it_is(tokenizer):
    own = Word(text="warm", token_ids=(9, 10))
    assert find_word(tokenizer, own) is own


def test_numbers_are_written_both_ways_up_to_a_hundred():
    assert spellings("0") == ("0", "zero", "Zero")
    assert spellings("Twenty-one") == ("Twenty-one", "twenty-one", "21")
    assert spellings("one hundred") == ("one hundred", "One hundred", "100")
    assert spellings("101") == ("101",)
    assert spellings("US") == ("US", "Us")
    assert spellings("  ") == ()


def test_what_is_no_token_is_an_error(tokenizer):
    for word in ("eleven", "us and them", ""):
        with pytest.raises(InputError, match="No single token spells"):
            find_word(tokenizer, word)
    with pytest.raises(MissingProcessorError, match="needs a tokenizer"):
        find_word(None, "five")
    assert find_word(None, 7) == Word(text="7", token_ids=(7,))
