"""A table of scenes, a plan over it, and the store that the plain loop makes of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from vlm_lens_native import HookedVLMTransformer, harvest
from vlm_lens_native.toys.scenes import Scene

NAMES = ["lm.blocks.0.attn.hook_z", "lm.blocks.1.hook_resid_post"]
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def model() -> HookedVLMTransformer:
    return HookedVLMTransformer.from_pretrained("toy-llava")


@pytest.fixture(scope="session")
def rows() -> list[dict[str, Any]]:
    """Samples whose prompts differ in length, so that batches are padded."""
    questions = ["What colour is the square?", "How many red circles are there?", "How many?"]
    scenes = [Scene.random(seed=seed) for seed in range(26)]
    return [
        {"image": scene.image, "question": questions[nth % 3], "n_objects": len(scene.objects), "kind": str(nth % 3)}
        for nth, scene in enumerate(scenes)
    ]


@pytest.fixture(scope="session")
def plan(model: HookedVLMTransformer) -> harvest.Plan:
    return harvest.Plan(model=model, names=NAMES, batch_size=3, samples_per_shard=7)


@pytest.fixture(scope="session")
def store(plan: harvest.Plan, rows: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> harvest.Store:
    return harvest.run(plan, rows, tmp_path_factory.mktemp("stores") / "plain")
