"""Interventions against hooks written by hand: at every hook point, at chosen positions, rows and heads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from tests import models
from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.interventions import (
    AddActivation,
    BlockAttention,
    MeanAblation,
    PatchActivation,
    PatchHead,
    ProjectOut,
    ResampleAblation,
    ScaleActivation,
    SetAttentionMask,
    ZeroAblation,
    ZeroAttention,
    image_hooks,
)

FAMILIES = pytest.mark.parametrize("family", models.NAMES)
RESID, MASK = "lm.blocks.1.hook_resid_pre", "lm.blocks.1.attn.hook_mask"
Q, K, Z, PATTERN = (f"lm.blocks.1.attn.hook_{point}" for point in ("q", "k", "z", "pattern"))
BY_KEY = ("hook_mask", "hook_attn_scores", "hook_pattern")


def drawn(*shape: int, seed: int = 3) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def cached(model: HookedVLMTransformer, inputs: Any, name: str, *hooks: Any) -> Tensor:
    """What the model used at a hook point."""
    with model.hooks([(name, hook) for hook in hooks]):
        return model.run_with_cache(inputs, name)[1][name]


def logits(model: HookedVLMTransformer, inputs: Any, hook: Any, name: str = RESID) -> Tensor:
    return model.run_with_hooks(inputs, [(name, hook)])


def by_hand(edit: Callable[[Tensor], Any]) -> Callable[[Tensor, HookPoint], None]:
    def hook(x: Tensor, hook: HookPoint) -> None:
        edit(x)

    return hook


# --- where ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("family", ["llava", "qwen3_vl"])
def test_they_act_at_every_hook_point_on_chosen_positions_of_chosen_rows(family: str) -> None:
    model, inputs = models.model(family), models.level(family)
    before = model.run_with_cache(inputs)[1]
    for name in model.hook_names():
        plain = before[name].movedim(2, 1) if name.endswith(BY_KEY) else before[name]
        value = drawn(*plain.shape[2:])
        expected = plain.clone()
        expected[1, 0] = 0
        expected[1, 1] *= 0.25
        expected[1, 2] += 0.5 * value
        expected[1, 3] = value
        if name.endswith(BY_KEY):
            expected, value = expected.movedim(1, 2), value[:, None]
        makers = (
            ZeroAblation(positions=0, rows=1),
            ScaleActivation(0.25, positions=[1], rows=[1]),
            AddActivation(value, 0.5, positions=slice(2, 3), rows=1, per_row=False),
            PatchActivation(value, 3, 1, per_row=False),
        )
        assert torch.equal(cached(model, inputs, name, *makers), expected), name


@FAMILIES
def test_they_change_the_logits_as_a_hook_written_by_hand(family: str) -> None:
    model, inputs = models.model(family), models.level(family)
    vector = drawn(model.cfg.d_model)

    def edit(x: Tensor) -> None:
        x[:, 5] += 2 * vector
        x[0, [7, 9]] = 0

    hooks = [(RESID, AddActivation(vector, 2.0, positions=5)), (RESID, ZeroAblation(positions=[7, 9], rows=0))]
    assert torch.equal(model.run_with_hooks(inputs, hooks), logits(model, inputs, by_hand(edit)))


@pytest.mark.parametrize("family", ["llava", "qwen2_5_vl", "qwen3_vl"])  # SmolVLM's layout needs its processor's tags
def test_selections_mean_their_own_positions_in_each_row(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)
    layout = model.token_layout(inputs)
    for selection in (layout.images, layout.last, layout.text - layout.last, layout.image(1)):
        mask = selection.mask
        assert mask.sum(1).unique().numel() > 1 or selection == layout.last
        expected = logits(model, inputs, by_hand(lambda x, mask=mask: x.masked_fill_(mask[..., None], 0)))
        for positions in (selection, mask, mask.numpy(), mask.tolist()):
            assert torch.equal(logits(model, inputs, ZeroAblation(positions=positions)), expected)
    second = logits(model, inputs, ZeroAblation(positions=layout.images, rows=1))
    assert torch.equal(second[0], model(inputs).logits[0])


def test_positions_are_taken_in_every_form(model, inputs) -> None:
    mask = torch.zeros(16, dtype=torch.bool)
    mask[13:] = True
    for positions in (slice(13, None), slice(-3, None), [13, 14, 15], [-1, -3, -2], torch.tensor([13, -2, 15]), mask):
        x = cached(model, inputs, RESID, ZeroAblation(positions=positions))
        assert not x[:, 13:].any(), positions
        assert x[:, :13].any(-1).all(), positions


def test_spectras_words_mean_what_ours_mean(model, inputs) -> None:
    vector = drawn(64)
    for spectra, ours in (
        (PatchActivation(vector, 5, 0), PatchActivation(vector, positions=5, rows=0)),
        (PatchActivation(replacement=drawn(16, 64), batch_idx=1), PatchActivation(drawn(16, 64), rows=1)),
        (ZeroAblation(-1, 1), ZeroAblation(positions=15, rows=1)),
        (ZeroAblation(token_idx=-1), ZeroAblation(positions=15)),
        (AddActivation(vector, 2.0, 5, 0), AddActivation(vector, 2.0, positions=5, rows=0)),
        (AddActivation(direction=vector, scale=2, token_idx=5), AddActivation(vector, 2.0, positions=5)),
        (ScaleActivation(0.5, 4, 1), ScaleActivation(scale=0.5, positions=4, rows=1)),
    ):
        assert torch.equal(logits(model, inputs, spectra), logits(model, inputs, ours)), spectra
    plain = model(inputs).logits
    assert torch.equal(logits(model, inputs, PatchActivation(vector, 5, 0))[1], plain[1])


@pytest.mark.parametrize("name", [Q, K, Z, PATTERN, MASK, "lm.blocks.1.attn.hook_result"])
def test_only_chosen_heads_are_touched(model, inputs, name: str) -> None:
    axis = 1 if name.endswith(BY_KEY) else 2
    before = cached(model, inputs, name)
    before = before.expand(-1, 4, -1, -1) if name == MASK else before
    last = before.shape[axis] - 1
    expected = before.clone()
    places = expected.movedim(axis, 0)
    places[[0, last]] = torch.where(
        torch.isin(torch.arange(16), torch.tensor([3, 8]))[:, None], 0.5 * places[[0, last]], places[[0, last]]
    )
    after = cached(model, inputs, name, ScaleActivation(0.5, positions=[3, 8], heads=[0, -1]))
    assert torch.equal(after, expected)
    assert not torch.equal(after, before)


# --- values --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [RESID, Z, PATTERN, K, MASK])
def test_activations_of_another_run_are_patched_in(model, inputs, name: str) -> None:
    other = {**inputs, "pixel_values": inputs["pixel_values"] + 1}
    value = cached(model, other, name) * 0.5
    kept, axis = value.clone(), model.hook_dict[name].query_axis

    def edit(x: Tensor) -> None:
        x.movedim(axis, 1)[:, [12, 9]] = value.movedim(axis, 1)[:, [12, 9]]

    expected = logits(model, inputs, by_hand(edit), name)
    for patch in (
        PatchActivation(value, positions=[9, 12]),
        PatchActivation(value.index_select(axis, torch.tensor([12, 9])), positions=[12, 9]),
        PatchActivation({name: value, RESID: drawn(3)} | {name: value}, positions=[9, 12]),
        PatchActivation(value.roll(3, axis), positions=[9, 12], source_positions=[12, 15]),
        PatchActivation(value.flip(axis), positions=[12, 9], source_positions=[3, 6]),
    ):
        assert torch.equal(logits(model, inputs, patch, name), expected), patch
    whole, tokens = logits(model, inputs, lambda x, hook: value, name), inputs["attention_mask"].bool()
    assert torch.equal(logits(model, inputs, PatchActivation(value), name)[tokens], whole[tokens])
    assert torch.equal(value, kept)  # what the user gave stays as it was


def test_values_may_lack_axes_or_have_length_one_along_them(model, inputs) -> None:
    x = cached(model, inputs, RESID)
    vector, chosen, row, batch = drawn(64), drawn(2, 64), drawn(16, 64), drawn(2, 16, 64)
    cases: list[tuple[PatchActivation, tuple[Any, ...], Tensor]] = [
        (PatchActivation(torch.tensor(0.5), positions=5), (slice(None), 5), torch.tensor(0.5)),
        (PatchActivation(vector, positions=[5, 7]), (slice(None), [5, 7]), vector),
        (PatchActivation(vector[None, None], positions=[5, 7]), (slice(None), [5, 7]), vector),
        (PatchActivation(chosen, positions=[7, 5], per_row=False), (slice(None), [7, 5]), chosen),
        (PatchActivation(row, positions=[7, 5]), (slice(None), [7, 5]), row[[7, 5]]),
        (PatchActivation(row[None], rows=1), (1, slice(None)), row),
        (PatchActivation(batch, positions=[4], rows=1), (1, 4), batch[1, 4]),
        (PatchActivation(batch[:, :2], positions=[4, 6]), (slice(None), [4, 6]), batch[:, :2]),
        (PatchActivation(vector.double(), positions=5), (slice(None), 5), vector),
    ]
    for patch, at, value in cases:
        expected = x.clone()
        expected[at] = value
        assert torch.equal(cached(model, inputs, RESID, patch), expected), patch


def test_source_positions_may_differ_from_row_to_row(model, inputs) -> None:
    source = torch.zeros(2, 16, dtype=torch.bool)
    target = torch.zeros(2, 16, dtype=torch.bool)
    source[0, [1, 2, 3]] = source[1, [5]] = True
    target[0, [4, 8, 9]] = target[1, [15]] = True
    value, expected = drawn(2, 16, 64), cached(model, inputs, RESID)
    expected = expected.clone()
    expected[target] = value[source]
    patch = PatchActivation(value, positions=target, source_positions=source)
    assert torch.equal(cached(model, inputs, RESID, patch), expected)
    with pytest.raises(InputError, match="choose 3 positions of the value, but 1 positions of row 0"):
        cached(model, inputs, RESID, PatchActivation(value, positions=source.flip(0), source_positions=source))


def test_patch_head_takes_what_spectras_takes(model, inputs) -> None:
    vector, many, rows, z = drawn(16), drawn(16, 16), drawn(2, 16, 16), drawn(2, 16, 4, 16)
    before = cached(model, inputs, Z)
    cases: list[tuple[PatchHead, tuple[Any, ...], Tensor]] = [
        (PatchHead(1, vector, 4), (slice(None), slice(None), 1), vector),
        (PatchHead(head_idx=1, replacement=vector, num_heads=4, token_idx=5, batch_idx=0), (0, 5, 1), vector),
        (PatchHead(2, many), (slice(None), slice(None), 2), many),
        (PatchHead(-1, rows, rows=1), (1, slice(None), 3), rows[1]),
        (PatchHead([0, 3], vector), (slice(None), slice(None), [0, 3]), vector),
        (PatchHead([3, 0], z, positions=slice(4, 9)), (..., slice(4, 9), [3, 0], slice(None)), z[:, 4:9, [3, 0]]),
        (PatchHead([3, 0], z[:, :, :2]), (slice(None), slice(None), [3, 0]), z[:, :, :2]),
    ]
    padding = ~inputs["attention_mask"].bool()
    for patch, at, value in cases:
        expected = before.clone()
        expected[at] = value
        if patch.positions is None:
            expected[padding] = before[padding]
        assert torch.equal(cached(model, inputs, Z, patch), expected), patch
    pattern, expected = drawn(2, 16, 16), cached(model, inputs, PATTERN).clone()
    expected[:, 2, 7:9] = pattern[:, 7:9]
    assert torch.equal(cached(model, inputs, PATTERN, PatchHead(2, pattern, positions=[7, 8])), expected)


def test_patch_head_names_its_hook_points(model, inputs) -> None:
    other = {**inputs, "pixel_values": inputs["pixel_values"] + 1}
    _, cache = model.run_with_cache(other, "lm.*.hook_z")

    def edit(z: Tensor, hook: HookPoint) -> None:
        z[:, :, 2] = cache[hook.name][:, :, 2]

    expected, tokens = model.run_with_hooks(inputs, [("lm.*.hook_z", edit)]), inputs["attention_mask"].bool()
    assert torch.equal(model.run_with_hooks(inputs, PatchHead(2, cache).hooks(model))[tokens], expected[tokens])
    names = [name for name, _ in PatchHead(2, cache, layers=[-1, 0]).hooks(model, "hook_k")]
    assert names == ["lm.blocks.2.attn.hook_k", "lm.blocks.0.attn.hook_k"]
    with pytest.raises(InputError, match=r"goes by.*leave them out"):
        logits(model, inputs, PatchHead(2, cache, layers=1), Z)


# --- means, samples, directions ------------------------------------------------------------------------------------


def test_a_mean_is_that_of_the_row(model, inputs) -> None:
    before = cached(model, inputs, RESID)
    expected = before.clone()
    expected[:, [4, 6, 9]] = before[:, [4, 6, 9]].mean(1, keepdim=True)
    after = cached(model, inputs, RESID, MeanAblation(positions=[4, 6, 9]))
    torch.testing.assert_close(after, expected)
    mask = torch.zeros(2, 16, dtype=torch.bool)
    mask[0, 1:5] = mask[1, 9:] = True
    expected = before.clone()
    expected[0, 15], expected[1, 15] = before[0, 1:5].mean(0), before[1, 9:].mean(0)
    after = cached(model, inputs, RESID, MeanAblation(positions=15, source_positions=mask))
    torch.testing.assert_close(after, expected)
    z = cached(model, inputs, Z)
    after = cached(model, inputs, Z, MeanAblation(positions=[4, 6], heads=1))
    torch.testing.assert_close(after[:, 4, 1], z[:, [4, 6], 1].mean(1))
    assert torch.equal(after[:, :, [0, 2, 3]], z[:, :, [0, 2, 3]])


def test_a_mean_is_that_of_other_runs_or_given(model, inputs) -> None:
    runs = drawn(5, 7, 64)
    some = torch.zeros(5, 7, dtype=torch.bool)
    some[0, 2] = some[3, 4:6] = True
    for ablation, mean in (
        (MeanAblation(runs, 3), runs.mean((0, 1))),
        (MeanAblation({RESID: runs}, positions=3), runs.mean((0, 1))),
        (MeanAblation(runs, 3, source_positions=[0, 2]), runs[:, [0, 2]].mean((0, 1))),
        (MeanAblation(runs, 3, source_positions=some), runs[some].mean(0)),
        (MeanAblation(runs[0, 0], positions=3), runs[0, 0]),
    ):
        after = cached(model, inputs, RESID, ablation)
        torch.testing.assert_close(after[:, 3], mean.expand(2, -1))
    row = drawn(16, 64)
    assert torch.equal(
        cached(model, inputs, RESID, MeanAblation(row, positions=[3, 5]))[:, [3, 5]],
        row[None, [3, 5]].expand(2, -1, -1),
    )


def test_rows_are_resampled_from_each_other(inputs, model) -> None:
    three = {
        key: torch.cat([value, value[:1] if key != "pixel_values" else value[:2]]) for key, value in inputs.items()
    }
    before = cached(model, three, RESID)
    for seed in range(4):
        after = cached(model, three, RESID, ResampleAblation(positions=[9, 11], seed=seed))
        donors = [[(before[row, [9, 11]] == x).all().item() for row in range(3)] for x in after[:, [9, 11]]]
        assert all(sum(row) >= 1 for row in donors)
        assert not torch.equal(after[1], before[1])  # rows 0 and 2 are alike
        assert torch.equal(after[:, 12:], before[:, 12:])
        assert torch.equal(after, cached(model, three, RESID, ResampleAblation(positions=[9, 11], seed=seed)))
    own = torch.zeros(2, 16, dtype=torch.bool)
    own[0, [2, 3]] = own[1, [8, 13]] = True
    before = cached(model, inputs, RESID)
    after = cached(model, inputs, RESID, ResampleAblation(positions=own))
    assert torch.equal(after[0, [2, 3]], before[1, [8, 13]])
    assert torch.equal(after[1, [8, 13]], before[0, [2, 3]])


def test_rows_are_resampled_from_a_pool(model, inputs) -> None:
    pool = drawn(50, 16, 64)
    after = cached(model, inputs, RESID, ResampleAblation(pool, positions=[9, 11], seed=1))
    runs = [(pool[:, [9, 11]] == x).flatten(1).all(1).nonzero().item() for x in after[:, [9, 11]]]
    assert len(set(runs)) == 2
    assert torch.equal(after, cached(model, inputs, RESID, ResampleAblation(pool, positions=[9, 11], seed=1)))
    assert not torch.equal(after, cached(model, inputs, RESID, ResampleAblation(pool, positions=[9, 11], seed=2)))
    shifted = ResampleAblation(pool.roll(2, 1), positions=[9, 11], source_positions=[11, 13], seed=1)
    assert torch.equal(after, cached(model, inputs, RESID, shifted))


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16], ids=str)
def test_projecting_out_leaves_nothing_of_the_directions_and_all_of_the_rest(model, dtype: torch.dtype) -> None:
    directions = torch.stack([drawn(64), drawn(64, seed=4), drawn(64) * -2])  # of rank 2
    x = drawn(2, 16, 64, seed=5).to(dtype)
    after = ProjectOut(directions, positions=[3, 4])(x, model.hook_dict[RESID])
    assert after is not None
    precise = {torch.float32: 1e-5, torch.bfloat16: 0.05}[dtype]
    unit = directions / directions.norm(dim=1, keepdim=True)
    assert (after[:, 3:5].float() @ unit.T).abs().max() < precise
    assert (x[:, 3:5].float() @ unit.T).abs().max() > 1
    basis = torch.linalg.qr(directions[:2].T)[0]
    rest = x[:, 3:5].float() - x[:, 3:5].float() @ basis @ basis.T
    torch.testing.assert_close(after[:, 3:5].float(), rest, atol=precise, rtol=0)
    assert torch.equal(after[:, 5:], x[:, 5:])


# --- as hooks ------------------------------------------------------------------------------------------------------


def test_a_tensor_that_passes_is_never_written_into(model) -> None:
    x = drawn(2, 16, 64)
    kept = x.clone()
    for maker in (ZeroAblation(positions=3), AddActivation(drawn(64)), PatchActivation(drawn(64)), MeanAblation()):
        assert not torch.equal(maker(x, model.hook_dict[RESID]), x)
        assert torch.equal(x, kept)


def test_they_edit_gradients_too(model, inputs) -> None:
    seen = []
    hooks = [(RESID, ZeroAblation(positions=[3, 4])), (RESID, lambda gradient, hook: seen.append(gradient.clone()))]
    model.run_with_hooks(inputs, bwd_hooks=hooks)[:, -1].sum().backward()
    assert not seen[0][:, 3:5].any()
    assert seen[0][0, 5:].any(-1).all()


def test_a_steering_vector_can_be_learnt(model, inputs) -> None:
    vector = torch.zeros(64, requires_grad=True)
    logits(model, inputs, AddActivation(vector, positions=5))[0, -1, 7].backward()
    gradient = vector.grad
    assert gradient is not None
    step = 1e-2 * gradient / gradient.norm()
    up, down = (logits(model, inputs, AddActivation(sign * step, positions=5))[0, -1, 7] for sign in (1, -1))
    assert float(up - down) == pytest.approx(2e-2 * float(gradient.norm()), rel=1e-2)


def test_dtype_is_the_activations(inputs) -> None:
    model = models.fresh("llava").to(torch.bfloat16)
    inputs = {key: value.bfloat16() if value.is_floating_point() else value for key, value in inputs.items()}
    for maker in (PatchActivation(drawn(64), positions=4), AddActivation(drawn(64)), MeanAblation(positions=[4, 5])):
        assert cached(model, inputs, RESID, maker).dtype == torch.bfloat16


def test_zeroing_the_image_needs_deepstack_where_there_is_deepstack() -> None:
    """Otherwise the image comes in again behind the ablation, and confounds it."""
    model, inputs = models.model("qwen3_vl"), models.level("qwen3_vl")
    other = {**inputs, "pixel_values": inputs["pixel_values"].flip(0)}
    zero = ZeroAblation(positions=model.token_layout(inputs).images)
    hooks = image_hooks(model, zero)
    assert torch.equal(model.run_with_hooks(inputs, hooks), model.run_with_hooks(other, hooks))
    stream = hooks[:1]
    assert (model.run_with_hooks(inputs, stream) - model.run_with_hooks(other, stream)).abs().max() > 0.1
    assert [name for name, _ in image_hooks(model, zero, layer=-2)] == [
        "lm.blocks.1.hook_resid_pre",
        "lm.blocks.1.hook_deepstack",
    ]


@FAMILIES
def test_another_image_can_be_patched_in_with_all_that_comes_of_it(family: str) -> None:
    model, inputs = models.model(family), models.level(family)
    other = {**inputs, "pixel_values": inputs["pixel_values"].flip(0)}
    _, cache = model.run_with_cache(other, "lm.*")
    positions = inputs["input_ids"] == 100
    patched = model.run_with_hooks(inputs, image_hooks(model, PatchActivation(cache, positions=positions)))
    assert torch.equal(patched, model(other).logits)


# --- repr and errors -----------------------------------------------------------------------------------------------


def test_they_print_what_they_do(model) -> None:
    images = model.token_layout(models.inputs("llava")).images
    for maker, text in (
        (ZeroAblation(), "ZeroAblation()"),
        (ZeroAblation(3), "ZeroAblation(positions=3)"),
        (ZeroAblation(positions=slice(5, 28), rows=0), "ZeroAblation(positions=5:28, rows=0)"),
        (ZeroAblation(positions=images), "ZeroAblation(positions=row 0: 3-6, 10-13; row 1: 10-13)"),
        (ScaleActivation(0.5, heads=[1, 2]), "ScaleActivation(scale=0.5, heads=1, 2)"),
        (AddActivation(drawn(64), 2.0), "AddActivation(direction=float32 [64], scale=2)"),
        (PatchHead(1, drawn(16), batch_idx=0), "PatchHead(head_idx=1, replacement=float32 [16], rows=0)"),
        (
            PatchActivation({RESID: drawn(64)}, positions=[4, 5, 6], source_positions=-1),
            "PatchActivation(replacement=1 activations, positions=4-6, source_positions=-1)",
        ),
        (BlockAttention(from_=-1, to=images, layers=[0]), "from_=-1, to=row 0: 3-6, 10-13; row 1: 10-13, layers=0)"),
        (BlockAttention([(5, 2)], 0), "BlockAttention(indices_list=(5, 2), rows=0)"),
        (ZeroAttention(to=[1, 2], heads=3), "ZeroAttention(to=1-2, heads=3)"),
        (SetAttentionMask(torch.ones(4, 4, dtype=torch.bool)), "SetAttentionMask(mask=bool [4, 4])"),
    ):
        assert text in repr(maker)
        assert "\n" not in repr(maker)


@pytest.mark.parametrize(
    ("name", "maker", "message"),
    [
        (RESID, ZeroAblation(16), "16 lie outside the sequence of 16"),
        (RESID, ZeroAblation(positions=-17), "outside the sequence of 16"),
        (RESID, ZeroAblation(positions=slice(20, 30)), "none of the sequence's 16"),
        (RESID, ZeroAblation(positions=[3, -13]), "3, -13 name one twice"),
        (RESID, ZeroAblation(positions=torch.ones(15, dtype=torch.bool)), "does not fit 16 positions"),
        (RESID, ZeroAblation(positions=torch.ones(1, 16, dtype=torch.bool)), "1 rows were given for a batch of 2"),
        (RESID, ZeroAblation(positions=torch.ones(4, 16, dtype=torch.bool)), "4 rows were given for a batch of 2"),
        (RESID, ZeroAblation(rows=2), "numbered 0 to 1"),
        (RESID, ZeroAblation(heads=0), r"hook_resid_pre \[2, 16, 64\] has no heads"),
        (Z, ZeroAblation(heads=[4]), "no hook_z head 4: they are numbered 0 to 3"),
        (K, ZeroAblation(heads=[2]), "no hook_k head 2: they are numbered 0 to 1"),
        (MASK, ZeroAblation(heads=4), "no hook_mask head 4: they are numbered 0 to 3"),
        (RESID, PatchHead(0, torch.ones(16)), "has no heads"),
        (Z, PatchHead(0, torch.ones(16), 8), "num_heads=8, but lm.blocks.1.attn.hook_z has 4"),
        (RESID, PatchActivation(torch.ones(1, 12, 64), positions=-1), "source_positions= says which stand in"),
        (RESID, PatchActivation(torch.ones(63)), r"\[63\] does not fit.*\[2, 16, 64\]"),
        (RESID, PatchActivation(torch.ones(1)), r"\[1\] does not fit"),
        (RESID, PatchActivation(torch.ones(1, 2, 16, 64)), r"\[1, 2, 16, 64\] does not fit"),
        (RESID, PatchActivation(torch.ones(15, 64)), r"\[15, 64\] does not fit"),
        (RESID, PatchActivation(torch.ones(2, 64), positions=[1, 2, 3]), r"\[2, 64\] does not fit.*3 positions"),
        (RESID, PatchActivation(torch.ones(3, 16, 64)), r"\[3, 16, 64\] does not fit"),
        (Z, PatchActivation(torch.ones(3, 16), heads=[0, 1]), r"\[3, 16\] does not fit.*2 heads"),
        (RESID, PatchActivation({Z: torch.ones(16)}), "no value for lm.blocks.1.hook_resid_pre"),
        (RESID, PatchActivation(torch.ones(16, 64), [1, 2], source_positions=[3]), "choose 1 .* but 2 positions"),
        (RESID, PatchActivation(torch.ones(16, 64), [1], source_positions=[16]), "outside the sequence of 16"),
        (RESID, AddActivation(torch.ones(63)), "does not fit"),
        (RESID, MeanAblation(torch.ones(63)), "does not fit"),
        (RESID, MeanAblation(torch.ones(64), source_positions=3), "mean .* is given"),
        (PATTERN, MeanAblation(), "see what comes after"),
        (PATTERN, MeanAblation(torch.ones(1, 4, 16, 16)), "see what comes after"),
        (RESID, ResampleAblation(torch.ones(5, 64)), r"\[run, ...\]"),
        (RESID, ResampleAblation(source_positions=3), "without a pool"),
        (RESID, ProjectOut(torch.ones(32)), r"\[32\] don't fit"),
    ],
    ids=lambda value: repr(value)[:60] if not isinstance(value, str) else None,
)
def test_what_does_not_fit_raises(model, inputs, name: str, maker: Any, message: str) -> None:
    with pytest.raises(InputError, match=message):
        logits(model, inputs, maker, name)


def test_rows_can_not_stand_in_for_rows_with_other_numbers_of_positions(model) -> None:
    inputs = models.inputs("llava")
    with pytest.raises(InputError, match=r"\[8, 4\] positions"):
        logits(model, inputs, ResampleAblation(positions=model.token_layout(inputs).images))
    one = {"input_ids": inputs["input_ids"][:1], "pixel_values": inputs["pixel_values"][:2]}
    with pytest.raises(InputError, match="other rows"):
        logits(model, one, ResampleAblation())


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: ZeroAblation(3, positions=4), "token_idx and positions mean the same"),
        (lambda: ZeroAblation(batch_idx=0, rows=0), "batch_idx and rows mean the same"),
        (lambda: ZeroAblation(positions=[]), "choose nothing"),
        (lambda: ZeroAblation(positions=torch.zeros(2, 4, dtype=torch.bool)), "choose nothing"),
        (lambda: ZeroAblation(positions=[0.5]), "Positions are"),
        (lambda: ZeroAblation(positions=[[1, 2]]), "Positions are"),
        (lambda: ZeroAblation(positions=slice(None, None, -1)), "steps forward"),
        (lambda: ProjectOut(torch.zeros(4)), "not all zero"),
        (lambda: ProjectOut(torch.tensor([1.0, float("nan")])), "finite"),
        (lambda: ProjectOut(torch.ones(2, 3, 4)), "Directions are"),
        (lambda: PatchHead(1, torch.ones(4), heads=2), "head_idx"),
        (lambda: image_hooks(models.model("llava"), ZeroAblation(), layer=9), "numbered 0 to 2"),
    ],
    ids=range(12),
)
def test_what_can_not_be_made_raises(make: Callable[[], Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        make()


def test_an_empty_selection_means_do_nothing() -> None:
    """Of many examples, some have no such tokens; a row without any is left alone beside one that has some."""
    model, inputs = models.model("llava"), models.inputs("llava")
    layout, plain = model.token_layout(inputs), model(inputs).logits
    nothing = layout.images - layout.images
    for hook in (ZeroAblation(positions=nothing), MeanAblation(positions=nothing), ProjectOut(torch.ones(64), nothing)):
        assert torch.equal(logits(model, inputs, hook), plain)
        assert "none" in repr(hook)
    blocked = BlockAttention(from_=nothing, to=layout.images)
    with model.hooks(blocked.hooks(model)):
        assert torch.equal(model(inputs).logits, plain)
    first = layout.image(0, batch=0)
    changed = logits(model, inputs, ZeroAblation(positions=first))
    assert not torch.equal(changed[0], plain[0])
    assert torch.equal(changed[1], plain[1])
