"""What must hold at every hook point of every family (pitfalls of other tools, made impossible here)."""

from __future__ import annotations

import re

import pytest
import torch
from torch import Tensor

from tests import models
from vlm_lens_native import HookedVLMTransformer

FAMILIES = pytest.mark.parametrize("family", models.NAMES)
KERNELS = pytest.mark.parametrize("kernel", ["sdpa", "eager"])
# Where every point has passes of its own: the kernels differ in attention, which two families show.
EACH = pytest.mark.parametrize(
    ("family", "kernel"), [*((family, "sdpa") for family in models.NAMES), ("llava", "eager"), ("qwen3_vl", "eager")]
)
# images (of SmolVLM: tiles), patches and tokens of each in tests.models.inputs
IMAGES = {"llava": (3, 5, 4), "qwen2_5_vl": (3, 24, 6), "qwen3_vl": (3, 24, 6), "smolvlm": (3, 64, 16)}
BLOCKS = re.compile(r"\.blocks\.(\d+)\.")
STEPWISE = ("hook_attn_scores", "hook_pattern")  # under sdpa, z comes from these once they are edited


def sizes(name: str, family: str, model: HookedVLMTransformer, inputs: dict[str, Tensor]) -> dict[str, int]:
    """How long the axes of a hook point are that the decoder's config does not tell; towers are 32 wide, of 4 heads."""
    (batch, pos), (images, patches, tokens) = inputs["input_ids"].shape, IMAGES[family]
    if name.startswith("lm."):
        return {"batch": batch, "pos": pos, "key": pos, "mask_head": 1}
    if name.startswith("adapter."):
        received = tokens if family == "llava" else patches  # CLIP's class token is no feature
        return {"image": images, "patch": received, "token": tokens, "d_vision": 32}
    return {"image": images, "patch": patches, "key_patch": patches, "d_vision": 32, "head": 4, "d_head": 8}


def declared_shape(name: str, family: str, model: HookedVLMTransformer, inputs: dict[str, Tensor]) -> tuple[int, ...]:
    """The shape that the declared axes of a hook point mean."""
    own = sizes(name, family, model, inputs)
    return tuple(own.get(axis) or model.cfg.axis_size(axis) for axis in model.hook_dict[name].axes)


def points(model: HookedVLMTransformer) -> list[str]:
    """The hook points, of blocks those of the first and the last: those between are built and run as these are."""
    found = {name: BLOCKS.search(name) for name in model.hook_names()}
    last = {name[: at.start()]: at[1] for name, at in found.items() if at}
    return [name for name, at in found.items() if not at or at[1] in ("0", last[name[: at.start()]])]


@FAMILIES
@KERNELS
def test_every_point_fires_once_with_the_axes_that_it_declares(family: str, kernel: str) -> None:
    model, inputs = models.model(family, kernel), models.inputs(family)
    seen: list[tuple[str, tuple[int, ...]]] = []
    model.run_with_hooks(inputs, [("*", lambda x, hook: seen.append((hook.name, tuple(x.shape))))])
    assert dict(seen) == {name: declared_shape(name, family, model, inputs) for name in model.hook_names()}
    assert [name for name, _ in seen] == model.hook_names()  # each once, and the names are listed as they fire


@EACH
def test_observing_changes_nothing(family: str, kernel: str) -> None:
    model, inputs = models.model(family, kernel), models.inputs(family)
    plain = model(inputs).logits
    logits, cache = model.run_with_cache(inputs)
    assert torch.equal(logits, plain)
    assert list(cache) == [name for name in cache if name in model.hook_dict]
    assert set(cache) == set(model.hook_names())
    for name in points(model):  # a cache keeps by a hook that returns nothing
        assert torch.equal(model.run_with_cache(inputs, name)[0], plain), name


@EACH
def test_every_edit_changes_the_logits_returned_or_in_place(family: str, kernel: str) -> None:
    model, inputs = models.model(family, kernel), models.inputs(family)
    plain = model(inputs).logits
    for name in points(model):
        returned = model.run_with_hooks(inputs, [(name, lambda x, hook: change(x.clone(), hook.name))])
        in_place = model.run_with_hooks(inputs, [(name, lambda x, hook: silently(x, hook.name))])
        assert torch.equal(returned, in_place), name
        assert (returned - plain).abs().max() > 1e-3, name


def change(x: Tensor, name: str) -> Tensor:
    """Halves a part of an activation, since norms undo a common factor; a mask, half of which is closed, is opened."""
    part = x[..., : (x.shape[-1] + 1) // 2]
    part.mul_(0.0 if name.endswith("hook_mask") else 0.5)
    return x


def silently(x: Tensor, name: str) -> None:
    """The same in place, returning nothing."""
    change(x, name)


@EACH
def test_identity_edits_keep_the_logits(family: str, kernel: str) -> None:
    """In place, or by the value of another run; those of shapes that are the same both ways."""
    model, inputs = models.model(family, kernel), models.inputs(family)
    plain, cache = model.run_with_cache(inputs)
    for name in points(model):
        for identity in (lambda x, hook: cache[hook.name], lambda x, hook: x.mul_(1)):
            logits = model.run_with_hooks(inputs, [(name, identity)])
            # an encoder that strings images together multiplies other shapes, also under eager attention
            rounds = kernel == "sdpa" or (name.startswith("vision.") and family.startswith("qwen"))
            if rounds and name.endswith(STEPWISE):
                torch.testing.assert_close(logits, plain, rtol=1e-4, atol=1e-4)
            else:
                assert torch.equal(logits, plain), name


@FAMILIES
@KERNELS
def test_parts_add_up(family: str, kernel: str) -> None:
    model, inputs = models.model(family, kernel), models.inputs(family)
    _, cache = model.run_with_cache(inputs)
    real = inputs["attention_mask"].bool()
    for layer in range(model.cfg.n_layers):
        added = cache["mlp_out", layer]
        assert torch.equal(cache["resid_pre", layer] + cache["attn_out", layer], cache["resid_mid", layer])
        post = cache["resid_mid", layer] + added
        if f"lm.blocks.{layer}.hook_deepstack" in cache:
            post = post + cache["deepstack", layer]
        assert torch.equal(post, cache["resid_post", layer])
        if layer + 1 < model.cfg.n_layers:
            assert torch.equal(cache["resid_post", layer], cache["resid_pre", layer + 1])

        pattern, values = cache["pattern", layer], cache["v", layer].repeat_interleave(model.cfg.n_groups, dim=2)
        assert (pattern.sum(-1).transpose(1, 2)[real] - 1).abs().max() < 1e-6
        z = torch.einsum("bhqk,bkhd->bqhd", pattern, values)
        torch.testing.assert_close(z, cache["z", layer], rtol=1e-5, atol=1e-5)
        writes = cache["result", layer].sum(2)
        torch.testing.assert_close(writes, cache["attn_out", layer], rtol=1e-5, atol=1e-5)
        softmax = torch.softmax(cache["attn_scores", layer], -1).transpose(1, 2)
        torch.testing.assert_close(softmax[real], pattern.transpose(1, 2)[real], rtol=1e-6, atol=1e-6)


@FAMILIES
@pytest.mark.parametrize("gradients", [False, True])
def test_a_changed_write_of_a_head_changes_nothing_else(family: str, gradients: bool) -> None:
    model, inputs, names = models.model(family), models.inputs(family), ["lm.*.hook_result", "lm.*.hook_attn_out"]
    plain = model.run_with_cache(inputs, names)[1]

    def double(result: Tensor, hook: object) -> Tensor:
        return torch.cat([result[:, :-1], result[:, -1:] * torch.tensor([1, 2, 1, 1])[:, None]], dim=1)

    with torch.set_grad_enabled(gradients), model.hooks([("lm.blocks.1.attn.hook_result", double)]):
        out = model.run_with_cache(inputs, names)[1]["attn_out", 1]
    expected = plain["attn_out", 1].clone()
    expected[:, -1] += plain["result", 1][:, -1, 1]
    assert torch.equal(out, expected)


@FAMILIES
def test_pattern_is_causal_and_never_sees_padding(family: str) -> None:
    """Recomputed patterns of other tools added a boolean mask to the scores and looked into the future."""
    model, inputs = models.model(family), models.inputs(family)
    pattern = model.run_with_cache(inputs, "lm.*.hook_pattern")[1].stack("lm.*.hook_pattern")
    assert pattern.triu(1).abs().max() == 0
    padding = ~inputs["attention_mask"].bool()
    assert pattern.permute(1, 4, 0, 2, 3)[padding].abs().max() == 0


@FAMILIES
@KERNELS
def test_masks_are_additive_floats_of_each_layer_alone(family: str, kernel: str) -> None:
    model, inputs = models.model(family, kernel), models.inputs(family)
    before = model.run_with_cache(inputs, "lm.*.hook_mask")[1].stack("lm.*.hook_mask")
    assert before.dtype == model.dtype
    with model.hooks([("lm.blocks.1.attn.hook_mask", lambda x, hook: x * 0)]):
        _, cache = model.run_with_cache(inputs, "lm.*.hook_mask")
    assert torch.equal(cache["mask", 0], before[0])
    assert cache["mask", 1].abs().max() == 0
    assert torch.equal(cache["mask", 2], before[2])


@FAMILIES
@KERNELS
@pytest.mark.parametrize("closed", [float("-inf"), torch.finfo(torch.float32).min], ids=["-inf", "minimum"])
@pytest.mark.parametrize("point", ["hook_mask", "hook_attn_scores"])
def test_blocked_keys_get_nothing_and_the_rest_renormalises(
    family: str, kernel: str, closed: float, point: str
) -> None:
    """Written into a boolean mask, minus infinity became True and opened what it should have closed."""
    model, inputs = models.model(family, kernel), models.inputs(family)
    free = model.run_with_cache(inputs, "lm.blocks.1.attn.hook_pattern")[1]["pattern", 1]

    def block(x: Tensor, hook: object) -> None:
        x[..., -1, 4:8] = closed

    def block_all(x: Tensor, hook: object) -> None:
        x[..., -1, :] = closed

    name = f"lm.blocks.1.attn.{point}"
    with model.hooks([(name, block)]):
        pattern = model.run_with_cache(inputs, "lm.blocks.1.attn.hook_pattern")[1]["pattern", 1]
    expected = free[..., -1, :].clone()
    expected[..., 4:8] = 0
    torch.testing.assert_close(pattern[..., -1, :], expected / expected.sum(-1, keepdim=True), rtol=1e-5, atol=1e-6)

    with model.hooks([(name, block_all)]):
        logits, cache = model.run_with_cache(inputs, "lm.blocks.1.attn.*")
    assert cache["pattern", 1][..., -1, :].abs().max() == 0
    assert cache["z", 1][:, -1].abs().max() == 0
    assert torch.isfinite(logits).all()


@FAMILIES
def test_a_head_can_be_masked_alone(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)

    def one_head(mask: Tensor, hook: object) -> Tensor:
        mask = mask.repeat(1, model.cfg.n_heads, 1, 1)
        mask[:, 2, :, 1:] = float("-inf")
        return mask

    with model.hooks([("lm.blocks.0.attn.hook_mask", one_head)]):
        pattern = model.run_with_cache(inputs, "lm.blocks.0.attn.hook_pattern")[1]["pattern", 0]
    free = model.run_with_cache(inputs, "lm.blocks.0.attn.hook_pattern")[1]["pattern", 0]
    assert pattern[0, 2, 1:, 1:].abs().max() == 0
    torch.testing.assert_close(pattern[:, [0, 1, 3]], free[:, [0, 1, 3]], rtol=1e-5, atol=1e-6)


@FAMILIES
def test_half_precision_masks_do_not_leak(family: str) -> None:
    """In float16 another tool replaced minus infinity by zero."""
    inputs = models.inputs(family)
    model = models.fresh(family).to(torch.float16)
    mask = model.run_with_cache(inputs, "lm.blocks.0.attn.hook_mask")[1]["mask", 0]
    pattern = model.run_with_cache(inputs, "lm.blocks.0.attn.hook_pattern")[1]["pattern", 0]
    assert mask.dtype == torch.float16
    assert pattern.triu(1).abs().max() == 0


@FAMILIES
def test_the_cache_holds_what_was_used(family: str) -> None:
    """A hook on q and the pattern cached in one run: pattern and q show the edit, and the hook ran once."""
    model, inputs = models.model(family), models.inputs(family)
    calls = []

    def zero_q(q: Tensor, hook: object) -> Tensor:
        calls.append(hook)
        return torch.zeros_like(q)

    with model.hooks([("lm.blocks.1.attn.hook_q", zero_q)]):
        _, cache = model.run_with_cache(inputs, ["lm.blocks.1.attn.hook_q", "lm.blocks.1.attn.hook_pattern"])
    assert len(calls) == 1
    assert cache["q", 1].abs().max() == 0
    last = cache["pattern", 1][1, :, -1]
    real = inputs["attention_mask"][1].bool()
    torch.testing.assert_close(last[:, real], torch.full_like(last[:, real], 1 / int(real.sum())))


@FAMILIES
@pytest.mark.parametrize("in_place", [True, False])
def test_resid_mid_reaches_both_branches(family: str, in_place: bool) -> None:
    """An edit reaches the MLP and the stream, however it is made."""
    model, inputs = models.model(family), models.inputs(family)

    def double(x: Tensor, hook: object) -> Tensor | None:
        return None if in_place and x.mul_(2) is x else x * 2

    with model.hooks([("lm.blocks.2.hook_resid_mid", double)]):
        _, cache = model.run_with_cache(inputs, "lm.blocks.2.*")
    assert torch.equal(cache["resid_mid", 2] + cache["mlp_out", 2], cache["resid_post", 2])
    free = model.run_with_cache(inputs, "lm.blocks.2.*")[1]
    assert torch.equal(cache["resid_mid", 2], free["resid_mid", 2] * 2)
