"""The table of docs/hooks.md says the axes that the hook points declare."""

from __future__ import annotations

import re
from pathlib import Path

from tests import models
from tests.families.checkpoints import random_model
from tests.families.types import config_of
from vlm_lens_native import HookedVLMTransformer
from vlm_lens_native.hooks import HookPoint

LETTERS = {"batch": "B", "pos": "P", "key": "P", "head": "H", "kv_head": "K", "mask_head": "1"}
LETTERS |= {
    "image_key": "T",
    "expert": "X",
    "choice": "C",
    "d_expert": "G",
    "d_model": "D",
    "d_head": "d",
    "d_mlp": "F",
    "1": "1",
}
LETTERS["d_per_layer"] = "Q"


def written() -> dict[str, str]:
    """Shapes by the name within a block, from the rows of the decoder's points."""
    text = (Path(__file__).parents[2] / "docs" / "hooks.md").read_text()
    found = {}
    for names, shapes in re.findall(r"^\| (`lm\.[^|]+) \| ([^|]+) \|", text, flags=re.M):
        first, *others = re.findall(r"`([^`]+)`", names)
        given = [shape.strip() for shape in shapes.split(",")]
        beside = [other if other.startswith("lm.") else f"{first.rpartition('.')[0]}.{other}" for other in others]
        for nth, name in enumerate([first, *beside]):
            found[name] = given[min(nth, len(given) - 1)]
    return found


def _of_block_0(model: HookedVLMTransformer, layer: int) -> dict[str, HookPoint]:
    """The points of a block, as if it were the first."""
    return {name.replace(f".{layer}.", ".0."): point for name, point in model.hook_dict.items() if point.layer == layer}


def test_the_tables_shapes_are_the_declared_axes() -> None:
    experts = HookedVLMTransformer.from_hf(random_model(config_of("aria")))
    per_layer = HookedVLMTransformer.from_hf(random_model(config_of("gemma4 + per-layer inputs")))
    third = {name: point for name, point in per_layer.hook_dict.items() if "per_layer" in name}
    crossing = HookedVLMTransformer.from_hf(random_model(config_of("mllama")))
    third |= _of_block_0(crossing, 1)
    points = third | experts.hook_dict | models.model("qwen3_vl").hook_dict | models.model("llava").hook_dict
    for name, shape in written().items():
        point = points.get(name.replace(".i.", ".0."))
        if point is not None:
            assert " ".join(LETTERS[axis] for axis in point.axes) == shape, name
    undocumented = {re.sub(r"\.blocks\.\d+\.", ".blocks.i.", name) for name in points if name.startswith("lm.")}
    assert undocumented <= written().keys()
