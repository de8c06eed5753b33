"""A model spread over two devices: the same numbers as on one, and everything put together on one of them.

Without two GPUs, over two pretend ones: nothing meets what is on another device.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
import torch
from torch import Tensor

from tests import accelerator, models
from tests.families.checkpoints import IMAGE, VIDEO, saved
from tests.unit.test_accelerator import experiments
from vlm_lens_native import ActivationCache, HookedVLMTransformer
from vlm_lens_native.analysis.runs import memory

pytestmark = pytest.mark.gpu
REAL = torch.cuda.device_count() > 1
FIRST, SECOND = map(torch.device, ("cuda:0", "cuda:1")) if REAL else accelerator.DEVICES
wherever_hf_runs = pytest.mark.parametrize("outside", [FIRST, SECOND], ids=["first", "second"])
every_family = pytest.mark.parametrize("family", models.NAMES)


@pytest.fixture(autouse=True)
def _devices() -> Iterator[None]:
    with nullcontext() if REAL else accelerator.pretended():
        yield


def spread(family: str, path: Path, outside_on: torch.device = FIRST) -> HookedVLMTransformer:
    """A model whose last two blocks and head are on the second device.

    The device to which HF's outermost module brings its inputs is another one in some processes, whatever the map.
    """
    host, lm = models.model(family).hf, models.model(family).family.language_model
    outside = [name for name, _ in host.named_modules() if name.count(".") == 1 and name != lm]
    first = [*outside, f"{lm}.embed_tokens", f"{lm}.blocks.0"]
    second = [f"{lm}.blocks.1", f"{lm}.blocks.2", f"{lm}.ln_final", "lm_head"]
    places = dict.fromkeys(first, str(FIRST)) | dict.fromkeys(second, str(SECOND))
    model = HookedVLMTransformer.from_pretrained(saved(models.hf_model(family), path), device_map=places)
    model.hf._hf_hook.execution_device = outside_on
    return model


def on_one(family: str) -> tuple[Tensor, ActivationCache]:
    return models.model(family).run_with_cache(models.inputs(family))


@every_family
@wherever_hf_runs
def test_every_activation_is_that_of_one_device(family: str, outside: torch.device, tmp_path: Path) -> None:
    model, inputs = spread(family, tmp_path, outside), models.inputs(family)
    expected, whole = on_one(family)
    logits, cache = model.run_with_cache(inputs)
    assert (model.device, logits.device) == (FIRST, FIRST)
    assert cache["resid_post", 0].device == FIRST
    assert cache["resid_post", 2].device == cache["pattern", 1].device == SECOND
    assert_close(logits, expected)
    assert set(cache) == set(whole)
    for name, value in cache.items():
        assert_close(value, whole[name])
    encoded = model.encode(inputs)
    for again in (
        model(encoded).logits,
        model(encoded, start_at_layer=2, resid=cache["resid_pre", 2]).logits,
        model(encoded, start_at_layer=1, resid=cache["resid_pre", 1].cpu()).logits,
        model(model.prefill(inputs, 5)).logits,
    ):
        assert again.device == FIRST
        assert_close(again, expected[:, -again.shape[1] :])


@every_family
def test_decompositions_are_put_together_on_the_first(family: str, tmp_path: Path) -> None:
    model, whole = spread(family, tmp_path), on_one(family)[1]
    cache = model.run_with_cache(models.inputs(family))[1]
    decompositions: list[Callable[[ActivationCache], Tensor]] = [
        lambda cache: cache.stack("lm.blocks.*.hook_resid_post"),
        lambda cache: cache.accumulated_resid(apply_ln=True),
        lambda cache: cache.decompose_resid(),
        lambda cache: cache.stack_head_results(incl_remainder=True),
        lambda cache: cache.get_full_resid_decomposition(pos_slice=-1),
        lambda cache: cache.logit_attrs(cache.decompose_resid(), tokens=7, incorrect_tokens=11),
    ]
    for decompose in decompositions:
        assert decompose(cache).device == FIRST
        assert_close(decompose(cache), decompose(whole))


@every_family
def test_weights_of_all_layers_meet(family: str, tmp_path: Path) -> None:
    model, whole = spread(family, tmp_path), models.model(family)
    assert_close(model.W_O.stack(), whole.W_O.stack())
    product, expected = (m.OV[0][1] @ m.QK[2][0] @ m.OV[1][3] for m in (model, whole))
    assert_close(product.AB, expected.AB)


@every_family
@wherever_hf_runs
def test_it_generates_with_hooks_on_both(family: str, outside: torch.device, tmp_path: Path) -> None:
    model, inputs = spread(family, tmp_path, outside), models.inputs(family)
    settings = {"max_new_tokens": 4, "eos_token_id": None, "suppress_tokens": [IMAGE, VIDEO], "do_sample": False}
    hooks = [(f"lm.blocks.{layer}.hook_resid_post", lambda x, hook: x * 0.5) for layer in (0, 2)]
    steered = []
    for each in (model, models.model(family)):
        with each.hooks(hooks), each.run_with_cache("lm.*.hook_pattern") as cache:
            steered.append(each.generate(inputs, **settings).cpu())
        assert len(cache.steps) == 4
    assert torch.equal(*steered)


@pytest.mark.parametrize("family", ["llava", "qwen2_5_vl", "qwen3_vl"])  # SmolVLM's layout needs a processor's tags
def test_experiments_find_what_they_find_on_one(family: str, tmp_path: Path) -> None:
    inputs = models.inputs(family)
    found = [experiments(model, inputs) for model in (spread(family, tmp_path), models.model(family))]
    for there, here in zip(*found, strict=True):
        assert_close(there, here)


def test_the_fullest_device_says_how_many_runs_fit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    model = spread("llava", tmp_path)
    for free in ({FIRST: 300, SECOND: 200}, {FIRST: 200, SECOND: 300}):
        monkeypatch.setattr(memory, "_half_of_free", free.__getitem__)
        assert memory._budget(model) == 200


def assert_close(there: Tensor, here: Tensor) -> None:
    torch.testing.assert_close(there.cpu(), here, rtol=1e-3, atol=1e-4)
