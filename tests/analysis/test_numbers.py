"""Layers, heads, rows and token ids may be numbers of NumPy or PyTorch: argmax and unravel_index return those."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch

from tests import models
from vlm_lens_native import InputError
from vlm_lens_native.analysis import (
    ZeroAblation,
    attention_to_image,
    find_word,
    heads,
    knockout,
    logit_attribution,
    logit_difference,
    logit_lens,
    patching,
)
from vlm_lens_native.analysis.gradients import word_logit, word_probability
from vlm_lens_native.indices import is_number, listed
from vlm_lens_native.interventions import BlockAttention, PatchHead

FAMILY = "qwen3_vl"


def logits_of(hooks: Any) -> torch.Tensor:
    return models.model(FAMILY).run_with_hooks(models.inputs(FAMILY), hooks)


def swept(**how: Any) -> torch.Tensor:
    model, (target, _) = models.model(FAMILY), models.alone(FAMILY)
    source = {**target, "pixel_values": target["pixel_values"].flip(0)}
    return patching.sweep(model, source, target, how.pop("metric", logit_difference(5, 7)), **how).values


def closed(**how: Any) -> torch.Tensor:
    return knockout.sweep(models.model(FAMILY), models.alone(FAMILY)[1], flows=[("image", "last")], **how).logits


def attended(layers: Any) -> torch.Tensor:
    return attention_to_image(models.model(FAMILY), models.inputs(FAMILY), layers=layers).weights


ONE = {
    "cache": lambda n: models.model(FAMILY).run_with_cache(models.inputs(FAMILY))[1]["resid_post", -n],
    "lens layer": lambda n: logit_lens(models.model(FAMILY), models.inputs(FAMILY), layers=n).top_probs,
    "lens word": lambda n: logit_lens(models.model(FAMILY), models.inputs(FAMILY), layers=[1], words=n).word_probs,
    "word": lambda n: find_word(None, n),
    "metric": lambda n: word_logit(models.model(FAMILY), n, minus=n + 1)(torch.arange(128.0).sqrt()),
    "probability": lambda n: word_probability(models.model(FAMILY), n)(torch.arange(128.0)),
    "attribution": lambda n: logit_attribution.direct(models.model(FAMILY), models.inputs(FAMILY), n).values,
    "heads": lambda n: logits_of([("lm.*.hook_z", ZeroAblation(heads=n))]),
    "rows": lambda n: logits_of([("lm.*.hook_z", ZeroAblation(rows=n))]),
    "layers": lambda n: logits_of(BlockAttention(from_=-1, to=-2, layers=n).hooks(models.model(FAMILY))),
    "head_idx": lambda n: logits_of(PatchHead(n, torch.ones(24), layers=n).hooks(models.model(FAMILY))),
    "sweep": lambda n: swept(layers=n, metric=logit_difference(n, n + 3)),
    "sweep heads": lambda n: swept(layers=n, hook="z", heads=n, groups=["last"]),
    "nodes": lambda n: [str(node) for node in patching.nodes(models.model(FAMILY), "z", layers=n, heads=n)],
    "windows": lambda n: closed(windows=n, answers=n),
    "attention": attended,
    "detector": lambda n: heads.image_mass(models.model(FAMILY), models.inputs(FAMILY), layers=n).scores,
    "token rows": lambda n: models.model(FAMILY).token_layout(models.inputs(FAMILY)).rows(n),
}
SEVERAL = {
    name: ONE[name]
    for name in ("lens layer", "lens word", "heads", "rows", "layers", "sweep heads", "attention", "token rows")
} | {
    "answers": lambda n: logit_attribution.direct(models.model(FAMILY), models.inputs(FAMILY), n, contrast=9).values,
    "windows": lambda n: closed(windows=n),
    "sweep": lambda n: swept(layers=n),
}


def same(one: Any, other: Any) -> bool:
    return torch.equal(one, other) if isinstance(one, torch.Tensor) else one == other


@pytest.mark.parametrize("number", [np.int64(1), torch.tensor(1)], ids=["numpy", "torch"])
@pytest.mark.parametrize("use", ONE.values(), ids=list(ONE))
def test_a_number_is_a_number(use: Callable[[Any], Any], number: Any) -> None:
    assert same(use(number), use(1))


@pytest.mark.parametrize("numbers", [np.array([1, 0]), torch.tensor([1, 0]), (1, 0)], ids=["numpy", "torch", "tuple"])
@pytest.mark.parametrize("use", SEVERAL.values(), ids=list(SEVERAL))
def test_numbers_are_numbers(use: Callable[[Any], Any], numbers: Any) -> None:
    assert same(use(numbers), use([1, 0]))


def test_what_is_no_number_is_none() -> None:
    for number in (3, np.uint8(3), torch.tensor(3), np.array(3)):
        assert is_number(number)
        assert listed(number) == [3]
        assert type(listed(number)[0]) is int
    for other in (True, np.bool_(True), torch.tensor(True), 3.0, torch.tensor(3.0), torch.tensor([3]), "3", None, [3]):
        assert not is_number(other)
    with pytest.raises(InputError, match="its text, a token id or a Word, got Tensor"):
        find_word(None, torch.tensor(3.0))
    with pytest.raises(InputError, match="for a layer"):
        attended(torch.tensor(1.5))
