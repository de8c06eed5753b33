"""On a GPU: the same numbers as Hugging Face's there, and the same experiments as on the CPU.

Without a GPU, on a pretend one: nothing is on the wrong device.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
import torch
from torch import Tensor

from tests import accelerator, models
from tests.families.assertions import in_dtype, load_both
from tests.families.checkpoints import IMAGE, VIDEO, saved
from vlm_lens_native import HookedVLMTransformer
from vlm_lens_native.analysis import logit_attribution, logit_difference, logit_lens, patching
from vlm_lens_native.parity import check_parity

pytestmark = pytest.mark.gpu
GPU = torch.device("cuda") if torch.cuda.is_available() else accelerator.DEVICES[0]
DTYPES = [torch.float32, torch.bfloat16, torch.float16] if torch.cuda.is_available() else [torch.float32]
every_family = pytest.mark.parametrize("family", models.NAMES)


@pytest.fixture(autouse=True)
def _gpu() -> Iterator[None]:
    with accelerator.pretended() if GPU.type != "cuda" else nullcontext():
        yield


def on_gpu(family: str) -> tuple[HookedVLMTransformer, dict[str, Tensor]]:
    """A model and a padded batch."""
    inputs = {key: value.to(GPU) for key, value in models.inputs(family).items()}
    return HookedVLMTransformer.from_hf(models.hf_model(family).to(GPU)), inputs


@every_family
@pytest.mark.parametrize("kernel", ["sdpa", "eager"])
@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_every_activation_equals_hfs(family: str, dtype: torch.dtype, kernel: str, tmp_path: Path) -> None:
    inputs = {key: value.to(GPU) for key, value in in_dtype(models.inputs(family), dtype).items()}
    saved(models.hf_model(family).to(dtype), tmp_path)
    ours, theirs = load_both(tmp_path, device_map=GPU, attn_implementation=kernel)
    assert (ours.device.type, ours.dtype) == (GPU.type, dtype)
    report = check_parity(ours, theirs, inputs)
    assert report.equal, report


@every_family
def test_observing_changes_nothing_and_copies_arrive_on_the_cpu_whole(family: str) -> None:
    model, inputs = on_gpu(family)
    plain = model(inputs).logits
    logits, there = model.run_with_cache(inputs)
    also, here = model.run_with_cache(inputs, device="cpu")
    assert torch.equal(logits, plain)
    assert torch.equal(also, plain)
    for name, value in there.items():
        assert here[name].device.type == "cpu"
        assert torch.equal(here[name], value.cpu()), name


@every_family
def test_gradients_arrive_on_the_cpu_whole(family: str) -> None:
    model, inputs = on_gpu(family)
    inputs["labels"] = inputs["input_ids"].where(inputs["input_ids"] < IMAGE, -100)
    names = ["lm.*.hook_resid_post", "lm.*.hook_z"]
    there = model.run_with_cache(inputs, names, incl_bwd=True, return_type="loss")[1]
    here = model.run_with_cache(inputs, names, incl_bwd=True, return_type="loss", device="cpu")[1]
    gradients = [name for name in here.keys() if name.endswith("_grad")]  # noqa: SIM118
    assert len(gradients) == 2 * model.cfg.n_layers
    for name in gradients:
        torch.testing.assert_close(here[name], there[name].cpu())


@every_family
def test_patterns_make_z_and_of_chosen_queries_are_those_of_all(family: str) -> None:
    model, padded = on_gpu(family)
    for inputs in (padded, models.alone(family)[0]):  # with a mask, and without one
        cache = model.run_with_cache(inputs, ["lm.*.hook_pattern", "lm.*.hook_v", "lm.*.hook_z"])[1]
        last = model.run_with_cache(inputs, "lm.*.hook_pattern", positions=-1)[1]
        for layer in range(model.cfg.n_layers):
            v = cache["v", layer].repeat_interleave(model.cfg.n_groups, dim=2).transpose(1, 2)
            z = (cache["pattern", layer] @ v).transpose(1, 2)
            torch.testing.assert_close(z, cache["z", layer], rtol=1e-4, atol=1e-4)
            torch.testing.assert_close(last["pattern", layer], cache["pattern", layer][:, :, -1:], rtol=1e-4, atol=1e-5)


@every_family
def test_it_generates_like_hf_and_steers(family: str) -> None:
    model, inputs = on_gpu(family)
    settings = {"max_new_tokens": 6, "eos_token_id": None, "suppress_tokens": [IMAGE, VIDEO], "do_sample": False}
    expected = models.hf_model(family).to(GPU).generate(**inputs, **settings)
    assert torch.equal(model.generate(inputs, **settings), expected)
    direction = torch.randn(model.cfg.d_model, device=GPU) * 5
    with model.hooks([("lm.blocks.1.hook_resid_post", lambda x, hook: x + direction)], tokens="new"):
        assert not torch.equal(model.generate(inputs, **settings), expected)


@pytest.mark.parametrize("family", ["llava", "qwen2_5_vl", "qwen3_vl"])  # SmolVLM's layout needs a processor's tags
def test_experiments_find_what_they_find_on_the_cpu(family: str) -> None:
    found = [experiments(*on_gpu(family)), experiments(models.model(family), models.inputs(family))]
    for there, here in zip(*found, strict=True):
        torch.testing.assert_close(there.cpu(), here, rtol=1e-3, atol=1e-3)


def experiments(model: HookedVLMTransformer, inputs: dict[str, Tensor]) -> tuple[Tensor, ...]:
    """A sweep of patches from other pixels, a lens, direct attribution, and heads' writes."""
    pixels = next(key for key in inputs if key.startswith("pixel_values"))
    source = {**inputs, pixels: -inputs[pixels]}
    groups = {"four": slice(9, 13), "last": [-1]}
    sweep = patching.sweep(model, source, inputs, logit_difference(7, 11), groups=groups)
    lens = logit_lens(model, inputs, positions=[-1])
    writes = model.run_with_cache(inputs, "lm.*.hook_result")[1]["result", 1]
    return sweep.values, lens.entropy, logit_attribution.direct(model, inputs, 7).values, writes


def test_blocks_on_the_cpu_are_moved_as_they_run(tmp_path: Path) -> None:
    saved(models.hf_model("llava"), tmp_path)
    places = {"model.vision_tower": 0, "model.multi_modal_projector": 0, "lm_head": 0}
    places |= {"model.language_model": 0, "model.language_model.blocks.1": "cpu"}
    model = HookedVLMTransformer.from_pretrained(tmp_path, device_map=places)
    inputs = {key: value.to(GPU) for key, value in models.inputs("llava").items()}
    there = model.run_with_cache(inputs, ["lm.*.hook_resid_post", "lm.*.hook_pattern"])[1]
    whole = HookedVLMTransformer.from_pretrained(tmp_path, device=GPU)
    for name, value in whole.run_with_cache(inputs, ["lm.*.hook_resid_post", "lm.*.hook_pattern"])[1].items():
        assert torch.equal(there[name], value), name
