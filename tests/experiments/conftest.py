"""Examples of several sizes and lengths, and the plain loop over single prompts that results are compared with."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from tests.analysis.conftest import load
from vlm_lens_native import HookedVLMTransformer
from vlm_lens_native.experiments import Examples
from vlm_lens_native.experiments.hooking import pairs_of
from vlm_lens_native.experiments.kept import Kept

FAMILIES = ("toy-qwen2_5_vl", "toy-smolvlm")


@pytest.fixture(params=FAMILIES)
def model(request: pytest.FixtureRequest) -> HookedVLMTransformer:
    return load(request.param)[0]


def picture(seed: int, width: int, height: int) -> Image.Image:
    return Image.fromarray(np.random.default_rng(seed).integers(0, 255, (height, width, 3), dtype=np.uint8))


@pytest.fixture
def examples() -> Examples:
    """Images of three sizes, questions of two lengths, and one question without an image."""
    sizes = [(112, 112), (168, 112), (112, 112), (56, 112), (168, 112), (112, 112)]
    colours = ["red", "blue", "green", "red", "blue", "green"]
    rows = [
        {
            "image": picture(nth, *size),
            "question": "What colour is the square?" if nth % 2 else "How many red circles are there?",
            "answer": colours[nth],
            "contrast": colours[nth - 1],
            "regions": {"thing": (size[0] // 2, 10, size[0] - 1, 60)},
            "kind": "odd" if nth % 2 else "even",
        }
        for nth, size in enumerate(sizes)
    ]
    return Examples([*rows, {"question": "How many?", "answer": "2", "contrast": "3", "kind": "blind"}])


def alone(model: HookedVLMTransformer, examples: Examples, hooks: Any = None) -> torch.Tensor:
    """``[example d_vocab]``: the last token's logits of each example run by itself."""
    found = []
    for each in examples:
        inputs = model.prepare_questions([(each.question, each.images)])
        own = hooks(model.token_layout(inputs), each) if callable(hooks) else hooks
        with torch.no_grad(), model.hooks(pairs_of(model, own)):
            found.append(model(inputs).logits[0, -1].float())
    return torch.stack(found)


def stopped_in_the_second_part(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Has Ctrl-C come when the second part is written down; the parts that were, as they come."""
    add, parts = Kept.add, []

    def stop(self: Kept, lines: Any) -> None:
        add(self, lines)
        parts.append(lines)
        if len(parts) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(Kept, "add", stop)
    return parts
