"""Who says each token of a prompt: the chat template is asked, by rendering the chat once more with marks in its texts.

Searching the prompt for a text finds it wherever else it stands: in an answer, in a prefill, in a role's name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from jaxtyping import Int, Shaped
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.messages import Chat

TEMPLATE = "template"  # the role of what the chat template writes of its own
# Code points that Unicode keeps free of characters: no text holds them.
_OPEN, _CLOSE, _DIGITS = "\ufdd0", "\ufdd1", "".join(map(chr, range(0xFDD2, 0xFDDC)))
_TO_MARK, _FROM_MARK = str.maketrans("0123456789", _DIGITS), str.maketrans(_DIGITS, "0123456789")
_MARK = re.compile(f"{_OPEN}([{_DIGITS}]*)|{_CLOSE}")
_WHOLE = re.compile(r"(?!)")  # splits a text nowhere
_TAGS = re.compile(r"<[^<>\s]+>")  # templates cut texts at tags such as </think>, so marks keep off them


@dataclass(frozen=True, kw_only=True)
class Span:
    """A text of a chat within its prompt.

    Attributes:
        start: Its first character.
        end: The character behind its last one.
        role: Who says it.
        turn: Which of the role's turns it belongs to, from 0.
    """

    start: int
    end: int
    role: str
    turn: int


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """One prompt and who says what in it.

    Attributes:
        text: The prompt, before placeholders are expanded.
        spans: The texts in it, in order; None where the template changed them, so that they can't be told apart.
        n_turns: How many turns each role has.
    """

    text: str
    spans: tuple[Span, ...] | None
    n_turns: Mapping[str, int]

    def begun(self, prefill: str) -> Spoken:
        """The prompt with the beginning of an answer behind it."""
        if not prefill:
            return self
        turn = self.n_turns.get("assistant", 0)
        span = Span(start=len(self.text), end=len(self.text + prefill), role="assistant", turn=turn)
        spans = None if self.spans is None else (*self.spans, span)
        return Spoken(text=self.text + prefill, spans=spans, n_turns={**self.n_turns, "assistant": turn + 1})


@dataclass(frozen=True, kw_only=True, eq=False)
class Turns:
    """Who says each token of a batch.

    Attributes:
        token_id: ``[batch pos]``, the tokens that it was found out for.
        role: ``[batch pos]``, a role's name, or `TEMPLATE`; None in rows where it can't be told.
        turn: ``[batch pos]``, which of the role's turns, from 0; -1 for the template.
        n_turns: For each row how many turns each role has, those without text among them.
    """

    token_id: Int[np.ndarray, "batch pos"]
    role: Shaped[np.ndarray, "batch pos"]
    turn: Int[np.ndarray, "batch pos"]
    n_turns: tuple[Mapping[str, int], ...]

    @classmethod
    def unknown(cls, token_id: Int[np.ndarray, "batch pos"]) -> Turns:
        """Of inputs that don't tell."""
        role, turn = np.full(token_id.shape, None, dtype=object), np.full(token_id.shape, -1)
        return cls(token_id=token_id, role=role, turn=turn, n_turns=({},) * len(token_id))

    @classmethod
    def of(
        cls,
        token_id: Int[np.ndarray, "batch pos"],
        prompts: Sequence[Spoken],
        offsets: Tensor | None,
        replaced: Sequence[Sequence[Mapping[str, Any]]] | None,
    ) -> Turns:
        """Gives every token the text that it overlaps.

        Args:
            token_id: The prompts' tokens.
            prompts: For each row its prompt.
            offsets: ``[batch pos 2]``, where in the expanded prompt each token begins and ends, in characters; None
                where the tokenizer doesn't tell.
            replaced: For each row the processor's expansions, with ``"span"`` before and ``"new_span"`` after.
        """
        turns = cls.unknown(token_id)
        if offsets is None or replaced is None:
            return turns
        for row, prompt in enumerate(prompts):
            if prompt.spans is None:
                continue
            turns.role[row] = TEMPLATE
            begins, ends = offsets[row].numpy().T
            for span in prompt.spans:
                grown = sum(_growth(each) for each in replaced[row] if each["span"][1] <= span.start)
                own = (begins < span.end + grown) & (ends > span.start + grown)
                turns.role[row, own], turns.turn[row, own] = span.role, span.turn
        return replace(turns, n_turns=tuple(prompt.n_turns for prompt in prompts))


def _growth(replacement: Mapping[str, Any]) -> int:
    (start, end), (new_start, new_end) = replacement["span"], replacement["new_span"]
    return (new_end - new_start) - (end - start)


Messages = Sequence[Mapping[str, Any]]


def spoken(chat: Chat, render: Callable[[Messages], str]) -> Spoken:
    """Renders a chat and says who says what in it.

    A template may trim texts, leave turns out, put the system's words into the user's turn, or cut an answer at its
    tags; where it changes the words themselves, nothing is known.

    Args:
        chat: The chat.
        render: Messages to the prompt, by the checkpoint's template.

    Raises:
        InputError: The template rejects the chat.
    """
    text, n_turns = render(chat.messages), dict(Counter(message["role"] for message in chat.messages))
    for cut in (_WHOLE, _TAGS):
        if (spans := _spans(chat, render, text, cut)) is not None:
            break
    if spans is not None and "system" not in n_turns and (own := _default_system(chat.messages, render, text)):
        spans, n_turns = (*spans, own), {**n_turns, "system": 1}
    return Spoken(text=text, spans=spans, n_turns=n_turns)


@dataclass(frozen=True)
class _Piece:
    """A piece of a message's text, the unmarked text between it and its neighbours, and the turn it belongs to."""

    before: str
    behind: str
    role: str
    turn: int


@dataclass
class _Marking:
    """Puts a numbered pair of marks around every piece of a chat's texts."""

    chat: Chat
    cut: re.Pattern[str]
    pieces: list[_Piece] = field(default_factory=list)

    def messages(self) -> Iterator[dict[str, Any]]:
        counts: Counter[str] = Counter()
        for number, message in enumerate(self.chat.messages):
            parts = [
                {**part, "text": self._marked(part["text"], number, counts[message["role"]])}
                if part["type"] == "text"
                else part
                for part in message["content"]
            ]
            counts[message["role"]] += 1
            yield {**message, "content": parts}

    def _marked(self, text: str, message: int, turn: int) -> str:
        first, stop = self.chat.own(message, text)
        edges = [first, *(edge for tag in self.cut.finditer(text, first, stop) for edge in tag.span()), stop]
        pairs = [_stripped(text, *pair) for pair in zip(edges[::2], edges[1::2], strict=True)]  # templates trim texts
        pairs = [pair for pair in pairs if pair[0] < pair[1]] or [_stripped(text, first, stop)]
        if pairs[0][0] >= pairs[0][1]:
            return text
        bounds = [first, *(bound for pair in pairs for bound in pair), stop]
        gaps = [text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
        gaps[0], gaps[-1] = gaps[0].lstrip(), gaps[-1].rstrip()
        written, done = "", 0
        for (start, end), before, behind in zip(pairs, gaps, gaps[1:], strict=False):
            mark = str(len(self.pieces)).translate(_TO_MARK)
            written += f"{text[done:start]}{_OPEN}{mark}{text[start:end]}{_CLOSE}"
            done = end
            self.pieces.append(_Piece(before, behind, self.chat.messages[message]["role"], turn))
        return written + text[done:]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The same piece of a text without white space at its ends."""
    core = text[start:end]
    return end - len(core.lstrip()), start + len(core.rstrip())


def _spans(chat: Chat, render: Callable[[Messages], str], text: str, cut: re.Pattern[str]) -> tuple[Span, ...] | None:
    """Where the texts stand, or None where the template treats a marked text otherwise than the text itself."""
    marking = _Marking(chat, cut)
    try:
        rendered = render(list(marking.messages()))
    except InputError:
        return None
    if _MARK.sub("", rendered) != text:
        return None
    spans, opened, removed = [], None, 0
    for mark in _MARK.finditer(rendered):
        at, removed = mark.start() - removed, removed + len(mark[0])
        if (mark[0] == _CLOSE) == (opened is None):
            return None
        if opened is None:
            opened = (marking.pieces[int(mark[1].translate(_FROM_MARK))], at)
        else:
            spans.append(_with_tags(*opened, at, text))
            opened = None
    return None if opened else tuple(spans)


def _with_tags(piece: _Piece, start: int, end: int, text: str) -> Span:
    """A span with the tags beside it, which have no marks, where the prompt has them as the chat does."""
    start -= len(piece.before) * text[:start].endswith(piece.before)
    end += len(piece.behind) * text[end:].startswith(piece.behind)
    return Span(start=start, end=end, role=piece.role, turn=piece.turn)


def _default_system(messages: Messages, render: Callable[[Messages], str], text: str) -> Span | None:
    """The system prompt that a template writes where the chat has none: what a system turn would take the place of."""
    probe = {"role": "system", "content": [{"type": "text", "text": _OPEN + _CLOSE}]}
    try:
        before, *after = render([probe, *messages]).split(_OPEN + _CLOSE)
    except InputError:
        return None
    if len(after) != 1 or not (text.startswith(before) and text[len(before) :].endswith(after[0])):
        return None
    start, end = len(before), len(text) - len(after[0])
    return Span(start=start, end=end, role="system", turn=0) if text[start:end].strip() else None
