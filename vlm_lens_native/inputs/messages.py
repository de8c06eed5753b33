"""Chats in HF's format: their images and videos taken out and loaded, their texts kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from PIL import Image

from vlm_lens_native.errors import ImageError, InputError
from vlm_lens_native.inputs.loading import load_image
from vlm_lens_native.inputs.transform import Size

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
        videos: The videos in order, as HF's video processor takes them.
        video_sizes: ``(width, height)`` of each video's frames in pixels, None where only HF decodes it.
        question: The texts of the last user turn.
    """

    messages: tuple[dict[str, Any], ...]
    images: tuple[Image.Image, ...]
    videos: tuple[Any, ...]
    video_sizes: tuple[Size | None, ...]
    question: tuple[str, ...]

    @property
    def is_answered(self) -> bool:
        """Whether the assistant has the last word, so that no answer is to be begun."""
        return self.messages[-1]["role"] == "assistant"


def read_chat(messages: Messages, *, placeholders: Sequence[str]) -> Chat:
    """Takes a chat apart.

    Args:
        messages: Turns in HF's format. Images may be anything that `load_image` takes, under ``"image"`` or ``"path"``;
            videos a list of images, an array ``[frame height width 3]`` or a path, under ``"video"`` or ``"path"``.
        placeholders: Texts that stand for images and videos in prompts, and so may not occur in a user's text.

    Raises:
        InputError: not HF's format, or a text with a placeholder in it.
        ImageError: an image that isn't one.
    """
    if isinstance(messages, (str, Mapping)) or not messages:
        raise InputError(f"Got {type(messages).__name__} {str(messages)[:80]!r} as messages. {_FORMAT}")
    images: list[Image.Image] = []
    videos: list[tuple[Any, Size | None]] = []
    turns, question = [], ()
    for message in messages:
        if not isinstance(message, Mapping) or not {"role", "content"} <= message.keys():
            raise InputError(f"Got the message {str(message)[:80]!r}. {_FORMAT}")
        content = message["content"]
        parts = [{"type": "text", "text": content}] if isinstance(content, str) else content
        bare = [_read_part(part, images, videos) for part in parts]
        texts = tuple(part["text"] for part in bare if part["type"] == "text")
        if found := [mark for mark in placeholders if any(mark in text for text in texts)]:
            raise InputError(
                f"A text contains {found[0]!r}, which stands for an image or video. Leave it out; "
                'images are put where their {"type": "image"} part stands.'
            )
        question = texts if message["role"] == "user" else question
        turns.append({**message, "content": bare})
    return Chat(
        messages=tuple(turns),
        images=tuple(images),
        videos=tuple(video for video, _ in videos),
        video_sizes=tuple(size for _, size in videos),
        question=question,
    )


def _read_part(part: Any, images: list[Image.Image], videos: list[tuple[Any, Size | None]]) -> dict[str, Any]:
    kind = part.get("type") if isinstance(part, Mapping) else None
    if kind == "text" and isinstance(part.get("text"), str):
        return {"type": "text", "text": part["text"]}
    if kind == "image":
        images.append(load_image(_source(part, "image")))
    elif kind == "video":
        videos.append(_load_video(_source(part, "video")))
    else:
        raise InputError(f"Got the part {str(part)[:80]!r}. {_FORMAT}")
    return {"type": kind}


def _source(part: Mapping[str, Any], kind: str) -> Any:
    for key in (kind, "path"):
        if part.get(key) is not None:
            return part[key]
    raise InputError(
        f"A part of type {kind!r} has the keys {sorted(part)}; it must hold the {kind} under {kind!r} or 'path'. "
        "Nothing is downloaded: URLs have to be fetched first."
    )


def _load_video(video: Any) -> tuple[Any, Size | None]:
    if isinstance(video, str):
        if video.startswith(("http://", "https://")):
            raise InputError(f"{video!r} is a URL; videos are never downloaded. Fetch it yourself and pass a path.")
        return video, None
    if isinstance(video, (list, tuple)) and video:
        frames = [load_image(frame) for frame in video]
        if len({frame.size for frame in frames}) > 1:
            raise ImageError("The frames of a video differ in size; give them one size.")
        return frames, frames[0].size
    if isinstance(video, (np.ndarray, torch.Tensor)) and video.ndim == 4 and video.shape[-1] == 3:
        return _load_video([*video])
    raise ImageError(
        f"Got {type(video).__name__} of shape {getattr(video, 'shape', None)} as a video; expected a list of images, "
        "an array [frame, height, width, 3], or a path."
    )
