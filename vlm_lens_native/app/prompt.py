"""What is asked, as the app holds it: turns of text, images and videos."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PIL import Image

from vlm_lens_native.inputs.prepared import PreparedInputs
from vlm_lens_native.model import HookedVLMTransformer


@dataclass(frozen=True, kw_only=True)
class Film:
    """A video: its frames, and how many of them a second has."""

    frames: tuple[Image.Image, ...]
    fps: float | None = None


Part = str | Image.Image | Film


@dataclass(frozen=True, kw_only=True)
class Turn:
    """One turn of a chat; images and films stand where the user put them."""

    role: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """A chat, and the beginning of the answer.

    Attributes:
        turns: In order; a system prompt is a turn of its own.
        prefill: What the answer begins with.
    """

    turns: tuple[Turn, ...]
    prefill: str = ""

    @classmethod
    def ask(cls, question: str, *images: Image.Image, prefill: str = "") -> Prompt:
        """A question about images, which stand before it."""
        return cls(turns=(Turn(role="user", parts=(*images, question)),), prefill=prefill)

    @property
    def is_simple(self) -> bool:
        """Whether it is one question about one image, which ``prepare_messages`` takes."""
        return (
            len(self.turns) == 1
            and [type(part) is str for part in self.turns[0].parts] == [False, True]
            and (isinstance(self.turns[0].parts[0], Image.Image) and self.turns[0].role == "user")
        )

    @property
    def pictures(self) -> list[tuple[Image.Image, ...]]:
        """Of each image the picture, of each video its frames, in order."""
        parts = [part for turn in self.turns for part in turn.parts if not isinstance(part, str)]
        return [part.frames if isinstance(part, Film) else (part,) for part in parts]

    def messages(self) -> list[dict[str, Any]]:
        """The chat in HF's format."""
        return [{"role": turn.role, "content": [_part(part) for part in turn.parts]} for turn in self.turns]

    def prepare(self, model: HookedVLMTransformer) -> PreparedInputs:
        """The prompt as the model takes it.

        Raises:
            InputError: The model's processor can't take it.
        """
        if self.is_simple:
            image, question = self.turns[0].parts
            prepared = model.prepare_messages(str(question), image, assistant_prefill=self.prefill)
            assert isinstance(prepared, PreparedInputs)
            return prepared
        return model.prepare_chat(self.messages(), assistant_prefill=self.prefill)


def _part(part: Part) -> Mapping[str, Any]:
    if isinstance(part, str):
        return {"type": "text", "text": part}
    if isinstance(part, Film):
        fps = {} if part.fps is None else {"fps": part.fps}
        return {"type": "video", "video": list(part.frames), **fps}
    return {"type": "image", "image": part}
