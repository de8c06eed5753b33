"""Chats in HF's format: their images and videos taken out and loaded, their texts kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PIL import Image

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.loading import load_image
from vlm_lens_native.inputs.videos import Video, read_video

Messages = Any  # a sequence of mappings, each one turn; read_chat checks
_FORMAT = (
    'Expected HF\'s chat format: [{"role": "user", "content": [{"type": "image", "image": ...}, '
    '{"type": "text", "text": ...}]}, ...].'
)


@dataclass(frozen=True, kw_only=True)
class Chat:
    """One conversation, ready for a chat template.

    Attributes:
        messages: The turns; images and videos stand as bare ``{"type": ...}`` parts.
        images: The images in order, as RGB PIL images.
        videos: The videos in order.
        around: What of the last turn's text, before and behind the user's words, a default prompt wrote.
    """

    messages: tuple[dict[str, Any], ...]
    images: tuple[Image.Image, ...]
    videos: tuple[Video, ...]
    around: tuple[str, str] = ("", "")

    @property
    def is_answered(self) -> bool:
        """Whether the assistant has the last word, so that no answer is to be begun."""
        return self.messages[-1]["role"] == "assistant"

    def own(self, message: int, text: str) -> tuple[int, int]:
        """Where the speaker's own words begin and end in a text of a message."""
        before, behind = self.around if message == len(self.messages) - 1 else ("", "")
        return len(before), len(text) - len(behind)


def read_chat(messages: Messages, *, placeholders: Sequence[str]) -> Chat:
    """Takes a chat apart.

    Args:
        messages: Turns in HF's format. Images may be anything that `load_image` takes, under ``"image"``, ``"path"``,
            ``"url"`` or, as text in base64, ``"base64"``; or OpenAI's parts of type ``"image_url"``. Videos may be
            anything that `read_video` takes, under ``"video"``, ``"path"`` or ``"url"``, and beside it their frames a
            second under ``"fps"``.
        placeholders: Texts that stand for images and videos in prompts, and so may not occur in a user's text.

    Raises:
        InputError: not HF's format, a key that would be ignored, or a text with a placeholder in it.
        ImageError: an image or video that isn't one.
    """
    if isinstance(messages, (str, Mapping)) or not messages:
        raise InputError(f"Got {type(messages).__name__} {str(messages)[:80]!r} as messages. {_FORMAT}")
    images: list[Image.Image] = []
    videos: list[Video] = []
    turns = []
    for message in messages:
        if not (isinstance(message, Mapping) and isinstance(message.get("role"), str)):
            raise InputError(f"Got the message {str(message)[:80]!r}. {_FORMAT}")
        content = message.get("content")
        parts = [{"type": "text", "text": content}] if isinstance(content, str) else content
        if not isinstance(parts, (list, tuple)):
            raise InputError(f"Got the message {str(message)[:80]!r}. {_FORMAT}")
        bare = [_read_part(part, images, videos) for part in parts]
        texts = tuple(part["text"] for part in bare if part["type"] == "text")
        if found := [mark for mark in placeholders if any(mark in text for text in texts)]:
            raise InputError(
                f"A text contains {found[0]!r}, which stands for an image or video. Leave it out; "
                'images are put where their {"type": "image"} part stands.'
            )
        turns.append({**message, "content": bare})
    return Chat(messages=tuple(turns), images=tuple(images), videos=tuple(videos))


def _read_part(part: Any, images: list[Image.Image], videos: list[Video]) -> dict[str, Any]:
    kind = part.get("type") if isinstance(part, Mapping) else None
    if kind == "text" and isinstance(part.get("text"), str):
        _only(part, "text")
        return {"type": "text", "text": part["text"]}
    if kind == "image_url":
        part, kind = _as_image(part), "image"
    if kind == "image":
        images.append(load_image(_source(part, ("image", "path", "url", "base64"))))
    elif kind == "video":
        videos.append(read_video(_source(part, ("video", "path", "url"), "fps"), fps=part.get("fps")))
    else:
        raise InputError(f"Got the part {str(part)[:80]!r}. {_FORMAT}")
    return {"type": kind}


def _as_image(part: Mapping[str, Any]) -> dict[str, Any]:
    """OpenAI's ``{"type": "image_url", "image_url": {"url": ...}}`` as HF's part."""
    _only(part, "image_url")
    given = part.get("image_url")
    inner = dict(given) if isinstance(given, Mapping) else {"url": given}
    if inner.get("detail") == "auto":  # as large as the processor makes it
        del inner["detail"]
    return {"type": "image", **inner}


def _source(part: Mapping[str, Any], places: Sequence[str], *more: str) -> Any:
    given = [key for key in places if part.get(key) is not None]
    if len(given) != 1:
        raise InputError(
            f"A part of type {part['type']!r} has the keys {sorted(part)}; it must hold the {part['type']} under one "
            f"of {', '.join(map(repr, places))}."
        )
    _only(part, given[0], *more)
    source = part[given[0]]
    return f"data:;base64,{source}" if given[0] == "base64" and not str(source).startswith("data:") else source


def _only(part: Mapping[str, Any], *known: str) -> None:
    """Raises on what would be ignored, such as sizes that only other tools understand."""
    if unknown := [key for key, value in part.items() if value is not None and key not in ("type", *known)]:
        raise InputError(
            f"A part of type {part['type']!r} has the keys {unknown}, which would be ignored; expected "
            f"{', '.join(map(repr, known))} beside 'type'. Sizes are set on model.processor.image_processor."
        )
