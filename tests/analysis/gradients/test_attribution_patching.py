"""Attribution patching is the derivative of true patching, at every hook point, position and head."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from tests.analysis.conftest import QUESTION, load
from tests.analysis.gradients.conftest import derivative, metric
from vlm_lens_native import HookNameError, InputError
from vlm_lens_native.analysis import find_word
from vlm_lens_native.analysis.gradients import Attribution, attribution_patching, word_logit, word_probability
from vlm_lens_native.toys.scenes import Scene

ONE = pytest.mark.parametrize("name", ["toy-qwen3_vl"])  # deepstack, M-RoPE, markers
NAMES = ["vision.blocks.0.*", "adapter.*", "lm.hook_embed", "lm.blocks.1.*", "lm.ln_final.*"]


def test_it_is_the_derivative_of_patching_at_every_hook_point(case):
    found = attribution_patching(case.model, case.source, case.target, metric=metric, names=NAMES)
    assert list(found.values) == case.model.hook_names(NAMES)
    _, ours = case.model.run_with_cache(case.target, NAMES)
    _, theirs = case.model.run_with_cache(case.source, NAMES)
    encoded = case.model.encode(case.target)
    for name, values in found.values.items():
        inputs = encoded if name.startswith("lm.") else case.target
        expected = derivative(case.model, inputs, name, theirs[name] - ours[name])
        torch.testing.assert_close(values.sum(), expected, rtol=0.03, atol=3e-3, msg=lambda m, name=name: name + m)
        assert values.any() == (not name.endswith("hook_mask")), name


def test_it_knows_positions_and_heads(case):
    names = ["lm.blocks.1.hook_resid_post", "lm.blocks.1.attn.hook_z", "lm.blocks.1.attn.hook_pattern"]
    found = attribution_patching(case.model, case.source, case.target, metric=metric, names=names)
    _, ours = case.model.run_with_cache(case.target, names)
    _, theirs = case.model.run_with_cache(case.source, names)
    encoded = case.model.encode(case.target)
    position = int(case.layout.images.indices(1)[-1])
    for head in range(case.model.cfg.n_heads):
        places = ((1, position), (1, position, head), (1, head, position))
        for name, place in zip(names, places, strict=True):
            moved = torch.zeros_like(ours[name])
            moved[place] = (theirs[name] - ours[name])[place]
            expected = derivative(case.model, encoded, name, moved, size=2)
            entry = found[name][1, position] if name == names[0] else found[name][1, position, head]
            torch.testing.assert_close(entry, expected, rtol=0.03, atol=1e-3)
            assert entry != 0


def test_rows_of_a_padded_batch_are_as_if_alone(model, batch, alone):
    names = ["lm.*.hook_resid_post", "lm.*.hook_z", "lm.*.hook_pattern", "lm.*.hook_scale"]
    together = attribution_patching(model, batch[1], batch[0], metric=metric, names=names)
    n_pos = batch[0]["input_ids"].shape[1]
    for row, (target, source) in enumerate(alone):
        single = attribution_patching(model, source, target, metric=metric, names=names)
        start = n_pos - target["input_ids"].shape[1]
        for name, values in single.values.items():
            torch.testing.assert_close(together[name][row, start:], values[0], rtol=1e-3, atol=1e-4)
            assert not together[name][row, :start].any()
        torch.testing.assert_close(together.target_value[row], single.target_value[0], rtol=1e-4, atol=1e-4)
        torch.testing.assert_close(together.source_value[row], single.source_value[0], rtol=1e-4, atol=1e-4)


@ONE
def test_groups_are_sums_over_positions(model, batch):
    names = ["lm.*.hook_z", "lm.*.hook_resid_post"]
    single = attribution_patching(model, batch[1], batch[0], metric=metric, names=names)
    layout = model.token_layout(batch[0])
    groups = {"image": "image", "row 0": layout.rows(0), "rest": ~layout.images, "last": -1}
    grouped = attribution_patching(model, batch[1], batch[0], metric=metric, names=names, groups=groups)
    assert grouped.groups == tuple(groups)
    for name, values in grouped.values.items():
        torch.testing.assert_close(values[:, 0] + values[:, 2], single[name].sum(1), rtol=1e-4, atol=1e-5)
        torch.testing.assert_close(values[:, 3], single[name][:, -1])
        for row in range(2):
            torch.testing.assert_close(values[row, 1], single[name][row, layout.rows(0).indices(row)].sum(0))


def test_two_passes_and_weights_left_alone():
    model, _ = load("toy-llava")
    scene = Scene.containing([("circle", "red"), ("square", "blue")], seed=3, grid=8)
    images = (scene.image, scene.recoloured(0, "yellow").image)
    target, source = (model.prepare_messages(QUESTION, image) for image in images)
    passes = []
    weight = model.lm.blocks[0].mlp.up_proj.weight.requires_grad_()
    try:
        with model.hooks([("lm.hook_embed", lambda activation, hook: passes.append(hook.name))]), torch.no_grad():
            attribution_patching(model, source, target, metric=metric, names="lm.*.hook_mlp_out")
        assert len(passes) == 2
        assert weight.grad is None
        assert weight.requires_grad
    finally:
        weight.requires_grad_(False)


@ONE
def test_what_a_hook_cuts_off_counts_nothing(model, inputs, source):
    _, cache = model.run_with_cache(inputs, "lm.blocks.3.hook_resid_post")
    frozen = cache["resid_post", 3]
    with model.hooks([("lm.blocks.3.hook_resid_post", lambda activation, hook: frozen)]):
        found = attribution_patching(model, source, inputs, metric=metric, names="lm.*.hook_mlp_out", groups=["image"])
    assert [bool(values.any()) for values in found.values.values()] == [False] * 6  # both runs go on alike
    assert torch.equal(found.source_value, found.target_value)


@ONE
def test_metrics_of_words_and_one_for_each_row(model, batch):
    with torch.no_grad():
        logits = model(batch[0]).logits[:, -1]
    probability, difference = word_probability(model, "red"), word_logit(model, "red", minus="blue")
    red, blue = (list(find_word(model.tokenizer, word).token_ids) for word in ("red", "blue"))
    share = logits[0].softmax(-1)[red].sum()
    torch.testing.assert_close(probability(logits[0]), share)
    torch.testing.assert_close(difference(logits[0]), (share / logits[0].softmax(-1)[blue].sum()).log())
    torch.testing.assert_close(word_logit(model, red[0])(logits[0]), logits[0, red[0]])
    names = "lm.blocks.2.hook_resid_post"
    both = attribution_patching(model, batch[1], batch[0], metric=[probability, difference], names=names)
    for row, each in enumerate((probability, difference)):
        single = attribution_patching(model, batch[1], batch[0], metric=each, names=names)
        torch.testing.assert_close(both[names][row], single[names][row])
        torch.testing.assert_close(both.target_value[row], each(logits[row]), rtol=1e-4, atol=1e-5)


@ONE
def test_results_can_be_read_and_kept(model, inputs, source, tmp_path: Path):
    names = ["lm.*.hook_resid_post", "lm.*.hook_z"]
    found = attribution_patching(model, source, inputs, metric=metric, names=names, groups=["image", "last"])
    lines = found.to_dataframe()
    assert len(lines) == 6 * 2 + 6 * 2 * model.cfg.n_heads
    line = lines[(lines["name"] == "lm.blocks.3.attn.hook_z") & (lines["group"] == "last") & (lines["head"] == 2)]
    assert line["value"].item() == float(found["blocks.3.attn.hook_z"][0, 1, 2])
    assert line["layer"].item() == 3
    assert found.top(1)["value"].abs().item() == lines["value"].abs().max()
    assert found.stack("lm.*.hook_z").shape == (6, 1, 2, model.cfg.n_heads)
    name = "lm.blocks.0.hook_resid_post"
    torch.testing.assert_close(found.share(name) * (found.source_value - found.target_value), found[name])
    assert found.plot().axes
    assert found.plot("lm.*.hook_z").axes
    assert "hook_resid_post" in found._repr_html_()
    found.save(tmp_path / "found.safetensors")
    again = Attribution.load(tmp_path / "found.safetensors")
    assert again.groups == found.groups
    assert all(torch.equal(again[name], values) for name, values in found.values.items())


@ONE
def test_what_can_not_be_attributed_is_an_error(model, inputs, source, scene):
    def attribute(source=source, metric=metric, **how):
        return attribution_patching(model, source, inputs, metric=metric, **how)

    with pytest.raises(InputError, match="different token layouts"):
        attribute(source=model.prepare_messages("What colour is the small square?", scene.image))
    with pytest.raises(HookNameError, match="nearest"):
        attribute(names="lm.blocks.0.hook_resid_pots")
    with pytest.raises(InputError, match="lies in front of the decoder"):
        attribute(names="*.hook_mlp_out", groups=["image"])
    with pytest.raises(InputError, match="cut off from the logits"):
        attribute(metric=lambda logits: logits[0].item())
    with pytest.raises(InputError, match="one real number"):
        attribute(metric=lambda logits: logits[:2])
    with pytest.raises(InputError, match=r"raised IndexError.* logits of one row of the batch, \[d_vocab\]"):
        attribute(metric=lambda logits: logits[:, -1, 5].mean())
    with pytest.raises(InputError, match="2 metrics for 1 rows"):
        attribute(metric=[metric, metric])
    with pytest.raises(InputError, match="empty"):
        attribute(groups={"none": []})
    with pytest.raises(InputError, match="takes patterns"):
        attribute(names="lm.*.hook_mlp_out")["lm.*.hook_mlp_out"]


def test_inputs_without_an_image_have_no_vision_hooks():
    model, _ = load("toy-llava")
    text = model.prepare_chat([{"role": "user", "content": "What colour is the square?"}])
    other = model.prepare_chat([{"role": "user", "content": "What colour is the circle?"}])
    with pytest.raises(InputError, match=r"don't come to vision\.blocks\.0\.hook_resid_pre and"):
        attribution_patching(model, other, text, metric=metric, names=None)
    found = attribution_patching(model, other, text, metric=metric, names="lm.*.hook_resid_post")
    assert found["lm.blocks.0.hook_resid_post"].any()
