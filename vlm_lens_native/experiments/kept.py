"""Numbers of examples in a file, line by line as they come, so that work that was stopped goes on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments.examples import Examples

_FORMAT = "vlm_lens_native.experiments"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A file of JSON lines: first what it is of, then the numbers of one example each.

    Attributes:
        path: The file.
        lines: What it held when it was opened, by the number of the example.
    """

    path: Path
    lines: Mapping[int, Mapping[str, Any]]

    @classmethod
    def at(cls, path: str | Path, examples: Examples) -> Kept:
        """Opens or begins a file.

        Raises:
            InputError: It is something else, or of other examples.
        """
        path, head = Path(path), {"format": _FORMAT, "n": len(examples), "examples": fingerprint(examples)}
        if not path.exists() or not path.stat().st_size:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(head) + "\n")
            return cls(path=path, lines={})
        text = path.read_text()
        whole, _, cut = text.rpartition("\n")  # a line that was being written when the machine stopped
        try:
            first, *rest = map(json.loads, whole.splitlines())
        except ValueError as error:
            raise InputError(f"{path} is no file of this library's experiments: {error}.") from error
        if first != head:
            raise InputError(f"{path} holds {first!r:.200}, not these {len(examples)} examples; give another file.")
        if cut:
            path.write_text(whole + "\n")
        return cls(path=path, lines={line["example"]: line for line in rest})

    def add(self, lines: Mapping[int, Mapping[str, Any]]) -> None:
        """Writes the numbers of some examples."""
        with self.path.open("a") as file:
            file.writelines(json.dumps({"example": number, **line}) + "\n" for number, line in lines.items())


def fingerprint(examples: Examples) -> str:
    """Tells tables apart by all that they say but the pixels of their images."""
    digest = hashlib.sha256()
    for each in examples:
        digest.update(repr((each.question, each.answer, each.contrast, sorted(each.labels.items()))).encode())
        digest.update(repr([_image(image) for image in each.images]).encode())
    return digest.hexdigest()[:16]


def _image(image: Any) -> Any:
    return image if isinstance(image, str | Path) else getattr(image, "size", None) or getattr(image, "shape", None)
