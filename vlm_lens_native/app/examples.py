"""Questions to begin with: generated scenes for the toys, and a user's folder or file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PIL import Image

from vlm_lens_native.app.desk import Example, Examples
from vlm_lens_native.errors import ImageError, InputError
from vlm_lens_native.inputs import load_image
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.toys import TOYS
from vlm_lens_native.toys.questions import Question
from vlm_lens_native.toys.scenes import COLOURS, IMAGE_SIZE, SHAPES, Colour, Scene, Shape

_N_SCENES = 24
_SUFFIXES = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif"}


def scenes(grid: int) -> Examples:
    """Generated scenes of four things, one of them asked about: a square, a circle, ... in turn."""
    return _N_SCENES, lambda number: scene_example(number, grid=grid)[0]


def scene_example(number: int, *, grid: int) -> tuple[Example, Scene]:
    """The n-th scene with its question; nothing else in it has the shape that is asked about, or its colour."""
    shape = SHAPES[number % len(SHAPES)]
    colours: list[Colour] = [COLOURS[(number + nth) % len(COLOURS)] for nth in range(4)]
    others: list[Shape] = [each for each in SHAPES if each != shape]
    things: list[tuple[Shape, Colour]] = [
        (shape, colours[0]),
        *((others[nth % len(others)], colours[nth + 1]) for nth in range(3)),
    ]
    scene = Scene.containing(things, seed=number, grid=grid)
    question = Question(kind="colour", shape=shape)
    return Example(question=question.text, images=(scene.image,), answer=question.answer(scene)), scene


def from_path(path: str | Path) -> Examples:
    """A folder of images, an image, or a JSONL file of lines ``{"image", "task", "assistant_prefill", "answer"}``.

    Folders within a folder are looked through too, hidden files are not. Images of a file are paths, from the file's
    folder on. They are read on the user's word, who named them when the server was started; nothing that a browser
    sends names a file.

    Raises:
        InputError: None of these, or a line that can't be read or has no image.
    """
    path = Path(path)
    if path.is_dir():
        files = (file.relative_to(path) for file in path.rglob("*") if file.suffix.lower() in _SUFFIXES)
        shown = (file for file in files if not any(part.startswith(".") for part in file.parts))
        rows: Sequence[Mapping[str, Any]] = [{"image": str(file)} for file in sorted(shown)]
    elif path.suffix.lower() in _SUFFIXES:
        rows = [{"image": path.name}]
    elif path.is_file():
        rows = _lines(path)
    else:
        raise InputError(f"There is no folder or file {str(path)!r} to take examples from.")
    if not rows or any(not isinstance(row, dict) or not isinstance(row.get("image"), str) for row in rows):
        raise InputError(
            f"{str(path)!r} holds no examples: expected a folder of images ({', '.join(sorted(_SUFFIXES))}), or a "
            'JSONL file whose lines have an "image", and perhaps a "task", an "assistant_prefill" and an "answer".'
        )
    folder = path if path.is_dir() else path.parent

    def make(number: int) -> Example:
        row = rows[number]
        answer = row.get("answer")
        return Example(
            question=str(row.get("task", "What is in the image?")),
            images=(_opened(folder / row["image"]),),
            answer=None if answer is None else str(answer),
            prefill=str(row.get("assistant_prefill", "")),
            name=row["image"],
        )

    return len(rows), make


def _opened(path: Path) -> Image.Image:
    try:
        return load_image(path)
    except ImageError as error:
        what = "is no image that can be read" if path.is_file() else "is not there"
        raise ImageError(f"The example {path.name!r} {what}: {path}") from error


def _lines(path: Path) -> list[Any]:
    """The lines of a JSONL file, each as what it holds."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise InputError(f"{str(path)!r} is no text file in UTF-8, so no lines of JSON can be read from it.") from error
    rows = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except json.JSONDecodeError as error:
                raise InputError(f"Line {number} of {str(path)!r} is no JSON ({error}): {line[:80]!r}") from error
    return rows


def for_toy(name: str, model: HookedVLMTransformer) -> Examples | None:
    """Generated scenes for the toys, whose cells are their image tokens; None for other models."""
    if name not in TOYS:
        return None
    return scenes(min(8, model.process_image(Image.new("RGB", (IMAGE_SIZE, IMAGE_SIZE))).grid_w))
