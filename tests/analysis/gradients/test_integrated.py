"""Integrated gradients divide exactly what the whole patch does."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from tests.analysis.gradients.conftest import metric
from vlm_lens_native import InputError
from vlm_lens_native.analysis.gradients import IntegratedGradients, attribution_patching, integrated_gradients

INPUT = ["lm.hook_embed", "*.hook_deepstack"]


def all_of_the_input(model):
    return INPUT if len(model.cfg.deepstack) else INPUT[0]


def integrate(case, names, steps):
    """With gaps checked by the tests, so without a warning."""
    how = {"metric": metric, "names": names, "steps": steps, "tolerance": 9}
    return integrated_gradients(case.model, case.source, case.target, **how)


def test_all_that_the_decoder_gets_accounts_for_the_difference_of_the_runs(case):
    gaps = []
    for steps in (4, 16):
        found = integrate(case, all_of_the_input(case.model), steps)
        total = torch.stack([values.sum(1) for values in found.values.values()]).sum(0)
        torch.testing.assert_close(found.total, total)
        torch.testing.assert_close(found.patched_value, found.source_value, rtol=1e-3, atol=1e-4)
        gaps.append((total - (found.source_value - found.target_value)).abs().max())
        torch.testing.assert_close(found.gap.abs().max(), gaps[-1], rtol=0.1, atol=2e-4)
    assert gaps[1] < max(gaps[0] / 6, 2e-4)  # the midpoint rule's error falls with the square of the step
    assert gaps[1] < 0.01 * (found.source_value - found.target_value).abs().max()
    text = ~case.layout.images.mask
    assert not found["lm.hook_embed"][text].any()  # the questions are the same


@pytest.mark.parametrize(
    "at", ["lm.blocks.1.attn.hook_z", "lm.blocks.1.attn.hook_pattern", "vision.blocks.0.hook_mlp_out"]
)
def test_it_accounts_for_the_patch_at_any_hook_point(case, at):
    found = integrate(case, at, 8)
    _, cache = case.model.run_with_cache(case.source, at)
    with torch.no_grad():
        patched = case.model.run_with_hooks(case.target, [(at, lambda activation, hook: cache[at])])[:, -1]
    expected = torch.stack([metric(row) for row in patched.float()])
    torch.testing.assert_close(found.patched_value, expected, rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(found.total, expected - found.target_value, rtol=0.03, atol=3e-3)
    torch.testing.assert_close(sum(values.sum() for values in found.values.values()), found.total.sum())


def test_on_a_short_line_it_is_attribution_patching(case):
    near = dict(case.target)
    near["pixel_values"] = torch.lerp(case.target["pixel_values"], case.source["pixel_values"], 0.002)
    names = ["lm.blocks.0.hook_resid_post", "lm.blocks.1.attn.hook_z"]
    for name in names:
        one = integrated_gradients(case.model, near, case.target, metric=metric, names=name, steps=1, tolerance=9)
        other = attribution_patching(case.model, near, case.target, metric=metric, names=name)
        scale = other[name].abs().max()
        torch.testing.assert_close(one[name] / scale, other[name] / scale, rtol=0.1, atol=0.02)


def test_rows_are_as_if_alone_and_groups_are_sums(model, batch, alone):
    names = all_of_the_input(model)
    groups = {"image": "image", "text": "text"}
    together = integrated_gradients(model, batch[1], batch[0], metric=metric, names=names, steps=3, tolerance=9)
    for row, (target, source) in enumerate(alone):
        how = {"metric": metric, "names": names, "steps": 3, "groups": groups, "tolerance": 9}
        single = integrated_gradients(model, source, target, **how)
        images = model.token_layout(batch[0]).images.mask[row]
        for name, values in single.values.items():
            expected = torch.stack([together[name][row, images].sum(), together[name][row, ~images].sum()])
            torch.testing.assert_close(values[0], expected, rtol=1e-3, atol=1e-4)
        torch.testing.assert_close(single.total[0], together.total[row], rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize("name", ["toy-llava"])
def test_too_few_steps_are_told_and_files_keep_the_result(model, inputs, source, tmp_path: Path):
    with pytest.warns(UserWarning, match="1 steps are too few"):
        found = integrated_gradients(model, source, inputs, metric=metric, steps=1, tolerance=0)
    found.save(tmp_path / "found.safetensors")
    again = IntegratedGradients.load(tmp_path / "found.safetensors")
    assert again.steps == 1
    assert torch.equal(again.gap, found.gap)
    assert found.plot("lm.hook_embed").axes
    with pytest.raises(InputError, match="steps=0"):
        integrated_gradients(model, source, inputs, metric=metric, steps=0)
