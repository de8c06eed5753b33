"""Small trained vision-language models with ground truth, for tests, demos and tutorials.

A toy is a genuine Hugging Face checkpoint (real model class, real processor class, chat template) of one to two
million parameters that answers questions about coloured shapes. ``scenes`` makes the images and knows what is where,
``questions`` knows what may be asked and every answer, ``training`` is the recipe.
"""

from __future__ import annotations

from pathlib import Path

TOYS: tuple[str, ...] = ("toy-llava", "toy-qwen2_5_vl", "toy-qwen3_vl", "toy-smolvlm")
"""Names of the toys that ship with the package."""


def toy_path(name: str) -> Path:
    """Returns the directory of a shipped toy's checkpoint, fit for ``from_pretrained``.

    Args:
        name: One of ``TOYS``.

    Raises:
        ValueError: If there is no toy of that name; the message lists the names.
    """
    if name not in TOYS:
        raise ValueError(f"no toy is called {name!r}; the toys are {', '.join(TOYS)}")
    return Path(__file__).parent / "checkpoints" / name
