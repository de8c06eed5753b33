"""The lens finds what is there: on trained toys, the colour of an object at the object's own patch and not elsewhere.

The bounds lie below what the shipped toys show on these scenes: on average over layers 0.76, 0.60, 0.41 and 0.24 (in
the order of ``BOUNDS``) at the object's patch, and at most 0.0015 elsewhere; for one object at one layer at least 84
times as much as elsewhere.
"""

from __future__ import annotations

from functools import cache

import pytest
import torch

from vlm_lens_native import HookedVLMTransformer
from vlm_lens_native.analysis import LogitLens, logit_lens, vision_layers
from vlm_lens_native.toys.models import toy_spec
from vlm_lens_native.toys.scenes import Scene

KINDS = [("circle", "red"), ("square", "blue"), ("triangle", "green")]
BOUNDS = {"toy-llava": 0.6, "toy-qwen2_5_vl": 0.3, "toy-qwen3_vl": 0.2, "toy-smolvlm": 0.1}


@cache
def read(name: str) -> tuple[tuple, torch.Tensor, torch.Tensor]:
    """Layers; probability of each object's colour at its own patch, and on average elsewhere: ``[object layer]``."""
    model = HookedVLMTransformer.from_pretrained(name)
    layers, own, elsewhere = (), [], []
    for seed in range(4):
        scene = Scene.containing(KINDS, seed=seed, grid=toy_spec(name).grid)
        inputs = model.prepare_messages("What colour is the square?", scene.image)
        layout = model.token_layout(inputs)
        depth = [*vision_layers(model), "embed", *range(model.cfg.n_layers)]
        words = [colour for _, colour in KINDS]
        lens = logit_lens(model, inputs, layers=depth, positions=layout.images, words=words)
        layers = lens.layers
        for item in scene.objects:
            here = at_centre(lens, item.box)
            probs = lens.word_probs[..., words.index(item.colour)]
            own.append(probs[:, here].mean(1))
            elsewhere.append(probs[:, ~here].mean(1))
    return layers, torch.stack(own), torch.stack(elsewhere)


def at_centre(lens: LogitLens, box: tuple) -> torch.Tensor:
    """Which of the positions saw the middle of a box."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return torch.isin(lens.positions, lens.layout.box((x - 1, y - 1, x + 1, y + 1)).indices())


@pytest.mark.parametrize("name", list(BOUNDS))
def test_the_colour_is_read_at_the_objects_own_patch(name):
    _, own, elsewhere = read(name)
    assert (own > 20 * elsewhere).all()  # every object, every layer, vision encoder included
    assert (own.mean(0) > 200 * elsewhere.mean(0)).all()
    assert own.mean() > BOUNDS[name]
    assert elsewhere.max() < 0.005


@pytest.mark.parametrize("name", list(BOUNDS))
def test_the_best_hits_of_a_search_lie_on_the_object(name):
    model = HookedVLMTransformer.from_pretrained(name)
    scene = Scene.containing(KINDS, seed=1, grid=toy_spec(name).grid)
    inputs = model.prepare_messages("What colour is the square?", scene.image)
    lens = logit_lens(model, inputs, positions=model.token_layout(inputs).images, words=["red"])
    item = next(each for each in scene.objects if each.colour == "red")
    found = lens.search("red")[:5]
    assert (found["rank"] <= 2).all()
    assert set(found["position"]) <= set(lens.layout.box(item.box).indices().tolist())
    painted = lens.map("red")[found["layer"][0]]
    x, y = int((item.box[0] + item.box[2]) / 2), int((item.box[1] + item.box[3]) / 2)
    assert painted[y, x] == painted.max() > 0.3
