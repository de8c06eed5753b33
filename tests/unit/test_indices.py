"""Layers and heads are chosen in the same ways, and misspelt with the same message, wherever they are taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import numpy as np
import pytest
import torch

from tests import models
from vlm_lens_native import HookedVLMTransformer, InputError, OutOfRangeError
from vlm_lens_native.analysis import attention_to_image, heads
from vlm_lens_native.analysis.knockout.flows import layer_windows
from vlm_lens_native.analysis.lens.streams import lens_layers
from vlm_lens_native.analysis.patching import Node, nodes
from vlm_lens_native.analysis.patching.hook_layers import HookLayers
from vlm_lens_native.analysis.patching.nodes import counted
from vlm_lens_native.indices import index_set, indices, one_index
from vlm_lens_native.interventions import BlockAttention, PatchHead, ZeroAblation, image_hooks

Model = HookedVLMTransformer
N = 5

ONE = [(2, 2), (-1, 4), (-5, 0), (np.int64(3), 3), (np.array(-2), 3), (torch.tensor(1), 1), (torch.tensor(-1).int(), 4)]
SEVERAL = [
    (None, [0, 1, 2, 3, 4]),
    (slice(None), [0, 1, 2, 3, 4]),
    (slice(3, None), [3, 4]),
    (slice(-2, 99), [3, 4]),
    (slice(None, None, -2), [4, 2, 0]),
    (range(1, 4), [1, 2, 3]),
    ([3, -5], [3, 0]),
    ((np.int32(4), torch.tensor(1)), [4, 1]),
    (np.array([2, -1]), [2, 4]),
    (torch.tensor([-3, 0]), [2, 0]),
    (iter([1, 2]), [1, 2]),
    ({1}, [1]),
]
NO_NUMBERS: list[Any] = [
    True,
    np.True_,
    torch.tensor(True),
    1.0,
    np.float32(1),
    torch.tensor(1.0),
    "1",
    "all",
    None,
    torch.tensor([1]),
]
NOT_THERE: list[Any] = [5, -6, np.int64(5), torch.tensor(-6)]
NONE: list[Any] = [[], (), slice(5, None), slice(2, 2), range(0), torch.tensor([]), np.array([], dtype=int)]


def test_one_number() -> None:
    for given, expected in ONE:
        found = one_index("head", given, N)
        assert (found, type(found)) == (expected, int), given
    for given in NO_NUMBERS:
        with pytest.raises(InputError, match=r"for a head; expected a whole number from 0 to 4, or from -5 to -1"):
            one_index("head", given, N)
    for given in NOT_THERE:
        with pytest.raises(OutOfRangeError, match=r"There is no head (5|-6): they are numbered 0 to 4"):
            one_index("head", given, N)


def test_several_numbers() -> None:
    for given, expected in [*((one, [number]) for one, number in ONE), *SEVERAL]:
        chosen = indices("head", given, N)
        assert chosen == expected, given
        assert {type(each) for each in chosen} == {int}
    for given, expected in SEVERAL[:-2]:
        assert index_set("head", given, N) == sorted(expected)
    assert index_set("head", [3, 1, -2], N) == [1, 3]
    with pytest.raises(InputError, match=r"\[3, 1, -2\] names a head twice"):
        indices("head", [3, 1, -2], N)


@pytest.mark.parametrize("choose", [indices, index_set])
def test_what_is_no_choice(choose: Callable[..., list[int]]) -> None:
    for given in [*([each] for each in NO_NUMBERS), *NO_NUMBERS[:8], torch.tensor([True, False]), np.zeros(2)]:
        with pytest.raises(InputError, match="for a head; expected a whole number"):
            choose("head", given, N)
    for given in [*NOT_THERE, *([0, each] for each in NOT_THERE), range(6)]:
        with pytest.raises(OutOfRangeError, match="There is no head"):
            choose("head", given, N)
    for given in NONE:
        with pytest.raises(OutOfRangeError, match="chooses no head: they are numbered 0 to 4; None takes all"):
            choose("head", given, N)


# --- where the library takes them; llava has 3 layers of 4 heads, and 2 key/value heads -----------------------------


def layers_of(hooks: Sequence[tuple[str, Any]]) -> list[int]:
    return [int(name.split(".")[2]) for name, _ in hooks]


SOME_LAYERS: dict[str, Callable[[Model, Any], Sequence[Any]]] = {
    "interventions": lambda model, layers: layers_of(BlockAttention(to=1, layers=layers).hooks(model)),
    "attention_to_image": lambda model, layers: attention_to_image(model, models.inputs("llava"), layers=layers).layers,
    "detectors": lambda model, layers: heads.attention_mass(model, models.inputs("llava"), to=-2, layers=layers).layers,
    "places of resid_post": lambda model, layers: HookLayers.of(model, "resid_post", layers).layers,
    "places of z": lambda model, layers: HookLayers.of(model, "z", layers).layers,
    "nodes": lambda model, layers: [node.layer for node in nodes(model, "z", layers=layers)],
    "logit lens": lens_layers,
    "window": lambda model, layers: layer_windows([layers], 3)[0],
}
ONE_LAYER: dict[str, Callable[[Model, Any], int]] = {
    "image_hooks": lambda model, layer: layers_of(image_hooks(model, ZeroAblation(), layer=layer))[0],
    "circuits": lambda model, layer: model.QK[layer]._at[0],
}
ONE_HEAD: dict[str, Callable[[Model, Any], int]] = {
    "kv_head": lambda model, head: 2 * model.kv_head(head) + 1,
    "circuits": lambda model, head: model.QK[0, head]._at[1],
    "scores": lambda model, head: int(scores(model).scores[0].tolist().index(scores(model)[0, head])),
}


@cache
def scores(model: Model) -> heads.HeadScores:
    return heads.attention_mass(model, models.inputs("llava"), to=-2)


def silenced(model: Model, chosen: Any, make: Callable[[Any], Any]) -> list[int]:
    with (
        model.run_with_cache("lm.blocks.0.attn.hook_z") as cache,
        model.hooks([("blocks.0.attn.hook_z", make(chosen))]),
    ):
        model(models.inputs("llava"))
    return [head for head, z in enumerate(cache["z", 0].unbind(2)) if not z.any()]


SOME_HEADS: dict[str, Callable[[Model, Any], Sequence[Any]]] = {
    "interventions": lambda model, chosen: silenced(model, chosen, lambda given: ZeroAblation(heads=given)),
    "PatchHead": lambda model, chosen: silenced(model, chosen, lambda given: PatchHead(given, torch.zeros(16))),
    "places": lambda model, chosen: sorted(HookLayers.of(model, "z", 0).heads(model, chosen)),
    "nodes": lambda model, chosen: sorted(node.head or 0 for node in nodes(model, "z", layers=0, heads=chosen)),
}


@pytest.mark.parametrize("name", SOME_LAYERS)
def test_layers(name: str) -> None:
    model, take = models.model("llava"), SOME_LAYERS[name]
    for given in (slice(1, None), range(1, 3), [-1, 1], np.array([1, 2]), torch.tensor([-2, -1]), {1, np.int64(2)}):
        assert sorted(take(model, given)) == [1, 2], given
    for given in (2, -1, np.int64(2), torch.tensor(-1)):
        assert list(take(model, given)) == [2], given
    for given, message in ((4, "no layer 4"), ([-5], "no layer -5"), ([], "no layer"), (slice(4, None), "no layer")):
        with pytest.raises(OutOfRangeError, match=message):
            take(model, given)
    for given in (True, torch.tensor([True, False, True])):  # others are caught by the annotations in tests
        with pytest.raises(InputError, match=r"Got (tensor\()?True\)? for a layer"):
            take(model, given)


ONE_OF = [pytest.param("layer", 2, take, id=f"layer, {name}") for name, take in ONE_LAYER.items()]
ONE_OF += [pytest.param("head", 3, take, id=f"head, {name}") for name, take in ONE_HEAD.items()]


@pytest.mark.parametrize(("kind", "last", "take"), ONE_OF)
def test_one(kind: str, last: int, take: Callable[[Model, Any], int]) -> None:
    model = models.model("llava")
    for given in (last, -1, np.int64(last), torch.tensor(-1)):
        assert take(model, given) == last
    for given in (last + 1, -last - 2):
        with pytest.raises(OutOfRangeError, match=f"no {kind} {given}: they are numbered 0 to {last}"):
            take(model, given)


@pytest.mark.parametrize("name", SOME_HEADS)
def test_heads(name: str) -> None:
    model, take = models.model("llava"), SOME_HEADS[name]
    for given in (slice(2, None), range(2, 4), [-1, 2], np.array([2, 3]), torch.tensor([-2, -1])):
        assert take(model, given) == [2, 3], given
    for given in (2, -2, np.int64(2), torch.tensor(-2)):
        assert take(model, given) == [2], given
    for given in (4, [-5], [], [1, 1], [1, -3], True):
        with pytest.raises(InputError, match="head"):
            take(model, given)


def test_ends_of_paths() -> None:
    model = models.model("llava")
    assert repr(counted(model, Node(hook="k", layer=-1, head=-2))) == "k 2.0"
    for node, message in ((Node(hook="k", layer=3), "no layer 3"), (Node(hook="k", layer=0, head=2), "no head 2")):
        with pytest.raises(OutOfRangeError, match=message):
            counted(model, node)


def test_embed_is_a_place_of_the_stream_only() -> None:
    model = models.model("llava")
    assert HookLayers.of(model, "resid_post", "embed").layers == ("embed",)
    assert lens_layers(model, (np.int64(-1), "embed")) == ("embed", 2)
    assert lens_layers(model, iter(["embed", 0])) == ("embed", 0)
    with pytest.raises(InputError, match="no layer 'embde'; expected 'embed'"):
        lens_layers(model, ["embde"])
    with pytest.raises(InputError, match=r"\['embed'\], but attn.hook_z has numbers only"):
        HookLayers.of(model, "z", [1, "embed"])
