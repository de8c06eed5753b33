"""Interventions against hooks written by hand, at every kind of hook point, in padded batches and under generate."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from tests import models
from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native.analysis.interventions import (
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
from vlm_lens_native.hooks import HookPoint

FAMILIES = pytest.mark.parametrize("family", models.NAMES)
KERNELS = pytest.mark.parametrize("kernel", ["sdpa", "eager"])
RESID, Z, PATTERN = "lm.blocks.1.hook_resid_pre", "lm.blocks.1.attn.hook_z", "lm.blocks.1.attn.hook_pattern"
GREEDY = {"max_new_tokens": 4, "do_sample": False, "eos_token_id": None, "suppress_tokens": [100, 101, 102, 103]}


@pytest.fixture
def model() -> HookedVLMTransformer:
    return models.model("llava")


@pytest.fixture
def inputs() -> dict[str, Tensor]:
    return models.inputs("llava")


@pytest.fixture
def plain(model: HookedVLMTransformer, inputs: dict[str, Tensor]) -> Tensor:
    return model(inputs).logits


def drawn(*shape: int) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(3))


def rows_of(x: Tensor, hook: HookPoint) -> Tensor:
    """An activation with positions (or patches) second."""
    return x.movedim(2, 1) if hook.name.endswith(("scores", "pattern", "mask")) else x


@FAMILIES
@pytest.mark.parametrize(
    ("make", "by_hand"),
    [
        (lambda **where: ZeroAblation(**where), lambda x: 0),
        (lambda **where: ScaleActivation(0.25, **where), lambda x: x * 0.25),
        (lambda **where: AddActivation(torch.tensor(0.5), 2.0, **where), lambda x: x + 1),
        (lambda **where: PatchActivation(torch.tensor(0.125), **where), lambda x: 0.125),
    ],
    ids=["zero", "scale", "add", "patch"],
)
def test_they_act_alike_at_every_hook_point(family: str, make: Callable[..., Any], by_hand: Callable) -> None:
    model, inputs = models.model(family), models.inputs(family)
    plain = model(inputs).logits
    for name in model.hook_names():
        if name.endswith("hook_scale"):
            continue  # a scale of zero divides by zero

        def edit(x: Tensor, hook: HookPoint) -> None:
            part = rows_of(x, hook)
            part[1, [2, 3]] = by_hand(part[1, [2, 3]])

        expected = model.run_with_hooks(inputs, [(name, edit)])
        assert torch.equal(model.run_with_hooks(inputs, [(name, make(token_idx=[2, 3], batch_idx=1))]), expected), name
        assert torch.equal(model.run_with_hooks(inputs, [(name, make(positions=slice(2, 4), batch_idx=[1]))]), expected)
        everywhere = model.run_with_hooks(inputs, [(name, make())])
        assert not torch.equal(everywhere, plain), name


@pytest.mark.parametrize("family", ["llava", "qwen2_5_vl", "qwen3_vl"])  # smolvlm's layout needs its processor's tags
def test_selections_act_on_their_own_positions_in_each_row(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)
    layout = model.token_layout(inputs)
    for selection in (layout.images, layout.last, layout.text - layout.last, layout.image(0)):
        mask = selection.mask

        def edit(x: Tensor, hook: HookPoint, mask: Tensor = mask) -> None:
            x[mask] = 0

        expected = model.run_with_hooks(inputs, [(RESID, edit)])
        assert torch.equal(model.run_with_hooks(inputs, [(RESID, ZeroAblation(selection))]), expected)
        assert torch.equal(model.run_with_hooks(inputs, [(RESID, ZeroAblation(positions=mask))]), expected)
    only_second = model.run_with_hooks(inputs, [(RESID, ZeroAblation(layout.images, batch_idx=1))])
    assert torch.equal(only_second[0], model(inputs).logits[0])


@pytest.mark.parametrize("name", [RESID, Z, PATTERN, "lm.blocks.1.attn.hook_k", "lm.blocks.1.attn.hook_mask"])
def test_cached_values_of_another_run_can_be_patched_in(model, inputs, name: str) -> None:
    other = {**inputs, "pixel_values": inputs["pixel_values"] + 1}
    value = model.run_with_cache(other, name)[1][name]
    axis = model.hook_dict[name].query_axis

    def edit(x: Tensor, hook: HookPoint) -> None:
        x.movedim(axis, 1)[:, [9, 12]] = value.movedim(axis, 1)[:, [9, 12]]

    expected = model.run_with_hooks(inputs, [(name, edit)])
    of_selected = value.index_select(axis, torch.tensor([9, 12]))
    for patch in (
        PatchActivation(value, [9, 12]),
        PatchActivation(of_selected, positions=[9, 12]),
        PatchActivation(value, positions=[9, 12], source_positions=[9, 12]),
        PatchActivation(value.roll(3, axis), positions=[9, 12], source_positions=[12, 15]),
    ):
        assert torch.equal(model.run_with_hooks(inputs, [(name, patch)]), expected), patch
    whole = model.run_with_hooks(inputs, [(name, lambda x, hook: value)])
    assert torch.equal(model.run_with_hooks(inputs, [(name, PatchActivation(value))]), whole)
    assert value.equal(model.run_with_cache(other, name)[1][name])  # what the user gave stays as it was


def test_values_for_one_row_one_place_or_a_single_position(model, inputs) -> None:
    vector, one, row = drawn(64), drawn(2, 64), drawn(16, 64)
    cases: list[tuple[Any, tuple[Any, ...], Callable[[Tensor], Tensor]]] = [
        (PatchActivation(vector, 5), (slice(None), 5), lambda x: vector),
        (PatchActivation(one, [5, 7]), (slice(None), [5, 7]), lambda x: one),
        (PatchActivation(row, batch_idx=0), (0,), lambda x: row),
        (PatchActivation(row[None], positions=[4]), (slice(None), 4), lambda x: row[4]),
        (AddActivation(vector, 0.5, -1), (slice(None), -1), lambda x: x + 0.5 * vector),
    ]
    for intervention, at, by_hand in cases:

        def edit(x: Tensor, hook: HookPoint, at: Any = at, by_hand: Any = by_hand) -> None:
            x[at] = by_hand(x[at])

        expected = model.run_with_hooks(inputs, [(RESID, edit)])
        assert torch.equal(model.run_with_hooks(inputs, [(RESID, intervention)]), expected), intervention


@pytest.mark.parametrize("name", [Z, PATTERN, "lm.blocks.1.attn.hook_result", "lm.blocks.1.attn.hook_q"])
def test_heads_are_touched_alone(model, inputs, name: str) -> None:
    head_axis = 1 if name == PATTERN else 2
    with model.hooks([(name, ScaleActivation(0.5, positions=[3, 8], heads=[0, -1]))]):
        edited = model.run_with_cache(inputs, name)[1][name]
    before = model.run_with_cache(inputs, name)[1][name]
    changed = (edited != before).movedim(head_axis, 0).flatten(1).any(1)
    assert changed.tolist() == [True, False, False, True]
    ratio = edited.select(head_axis, 0)[1, 8] / before.select(head_axis, 0)[1, 8]
    assert torch.equal(
        ratio[before.select(head_axis, 0)[1, 8] != 0],
        torch.full_like(ratio, 0.5)[before.select(head_axis, 0)[1, 8] != 0],
    )


def test_patch_head_takes_what_spectras_takes(model, inputs) -> None:
    vector, many, z = drawn(16), drawn(16, 16), model.run_with_cache(inputs, Z)[1][Z].roll(1, 0)

    def check(patch: Any, by_hand: Callable[[Tensor], None]) -> None:
        def edit(x: Tensor, hook: HookPoint) -> None:
            by_hand(x)

        assert torch.equal(model.run_with_hooks(inputs, [(Z, patch)]), model.run_with_hooks(inputs, [(Z, edit)])), patch

    check(PatchHead(1, vector, 4), lambda x: x[:, :, 1].copy_(vector))
    check(
        PatchHead(head_idx=1, replacement=vector, num_heads=4, token_idx=5, batch_idx=0),
        lambda x: x[0, 5, 1].copy_(vector),
    )
    check(PatchHead(2, many), lambda x: x[:, :, 2].copy_(many))
    check(PatchHead([0, 3], z, positions=slice(4, 9)), lambda x: x[:, 4:9, ::3].copy_(z[:, 4:9, ::3]))
    with pytest.raises(InputError, match="has 4 heads"):
        model.run_with_hooks(inputs, [(Z, PatchHead(1, vector, 8))])


def test_means_are_those_of_the_row_or_those_given(model, inputs) -> None:
    with model.hooks([(RESID, MeanAblation(positions=[4, 6, 9]))]):
        edited = model.run_with_cache(inputs, RESID)[1][RESID]
    before = model.run_with_cache(inputs, RESID)[1][RESID]
    mean = before[:, [4, 6, 9]].mean(1)
    torch.testing.assert_close(edited[:, 6], mean)
    torch.testing.assert_close(edited[:, 9], mean)
    assert torch.equal(edited[:, 5], before[:, 5])
    pool = drawn(5, 7, 64)
    given = model.run_with_hooks(inputs, [(RESID, MeanAblation(pool, 3))])
    torch.testing.assert_close(given, model.run_with_hooks(inputs, [(RESID, PatchActivation(pool.mean((0, 1)), 3))]))


def test_resampling_draws_from_the_pool_and_repeats(model, inputs) -> None:
    pool = drawn(50, 64)
    with model.hooks([(RESID, ResampleAblation(pool, positions=slice(2, 12), seed=1))]):
        edited = model.run_with_cache(inputs, RESID)[1][RESID]
        again = model.run_with_cache(inputs, RESID)[1][RESID]
    assert torch.equal(edited, again)
    drawn_rows = [(pool == value).all(1).nonzero().item() for value in edited[:, 2:12].flatten(0, 1)]
    assert len(set(drawn_rows)) > 10
    with model.hooks([(RESID, ResampleAblation(pool, positions=slice(2, 12), seed=2))]):
        assert not torch.equal(model.run_with_cache(inputs, RESID)[1][RESID], edited)


def test_projecting_out_leaves_the_rest(model, inputs) -> None:
    directions = torch.stack([drawn(64), drawn(2, 64)[1], drawn(64) * 2])  # two dimensions only
    before = model.run_with_cache(inputs, RESID)[1][RESID]
    with model.hooks([(RESID, ProjectOut(directions, positions=[3, 4]))]):
        edited = model.run_with_cache(inputs, RESID)[1][RESID]
    assert (edited[:, 3:5] @ directions.T).abs().max() < 1e-4 * (before[:, 3:5] @ directions.T).abs().max()
    removed = (before - edited)[:, 3:5].flatten(0, 1)
    assert torch.linalg.matrix_rank(torch.cat([removed, directions]), rtol=1e-4) == 2
    assert torch.equal(edited[:, 5:], before[:, 5:])
    single = directions[0] / directions[0].norm()
    with model.hooks([(RESID, ProjectOut(directions[0]))]):
        once = model.run_with_cache(inputs, RESID)[1][RESID]
    torch.testing.assert_close(once, before - (before @ single)[..., None] * single, rtol=1e-4, atol=1e-5)


@FAMILIES
@KERNELS
@pytest.mark.parametrize("heads", [None, [1, 2]], ids=["all", "two"])
def test_blocked_keys_get_nothing_and_the_rest_renormalises(family: str, kernel: str, heads: list[int] | None) -> None:
    model, inputs = models.model(family, kernel), models.inputs(family)
    n = inputs["input_ids"].shape[1]
    queries, keys = slice(n - 3, n), [n - 7, n - 6, n - 5]
    block = BlockAttention(queries, keys, layers=[0, 2], heads=heads)
    before = model.run_with_cache(inputs, "lm.*.hook_pattern")[1]
    with model.hooks(block.hooks(model)):
        after = model.run_with_cache(inputs, "lm.*.hook_pattern")[1]
    assert len(block.hooks(model)) == 2
    chosen = [0, 1, 2, 3] if heads is None else heads
    others = [head for head in range(4) if head not in chosen]
    first = "lm.blocks.0.attn.hook_pattern"
    expected = before[first].clone()
    part = expected[:, chosen, queries]
    part[..., keys] = 0
    expected[:, chosen, queries] = part / part.sum(-1, keepdim=True)
    torch.testing.assert_close(after[first], expected, rtol=1e-5, atol=1e-6)
    for layer in (0, 2):
        pattern = after[f"lm.blocks.{layer}.attn.hook_pattern"]
        assert not pattern[:, chosen, queries][..., keys].any()
        assert (pattern[:, :, queries].sum(-1) - 1).abs().max() < 1e-5
        if others:
            assert pattern[:, others, queries][..., keys].any()
    assert after["lm.blocks.1.attn.hook_pattern"][:, chosen, queries][..., keys].any()  # a mask is one layer's own


@KERNELS
def test_zeroed_weights_are_missing_from_the_sum(kernel: str, inputs) -> None:
    model = models.model("llava", kernel)
    zero = ZeroAttention(slice(12, 15), [8, 9], layers=1, heads=2)
    before = model.run_with_cache(inputs, PATTERN)[1][PATTERN]
    with model.hooks(zero.hooks(model)):
        after = model.run_with_cache(inputs, PATTERN)[1][PATTERN]
    expected = before.clone()
    expected[:, 2, 12:15, 8:10] = 0
    assert torch.equal(after, expected)
    assert (after.sum(-1)[:, 2, 12:15] < 1).all()


@KERNELS
def test_a_query_whose_keys_are_all_blocked_attends_to_nothing(kernel: str, inputs) -> None:
    model = models.model("llava", kernel)
    with model.hooks(BlockAttention(13, layers=1).hooks(model)):
        cache = model.run_with_cache(inputs, [PATTERN, Z])[1]
    assert not cache[PATTERN][:, :, 13].any()
    assert not cache[Z][:, 13].any()
    assert cache[Z][:, 12].any()


@KERNELS
def test_a_mask_can_be_set(kernel: str, inputs) -> None:
    model = models.model("llava", kernel)
    only_self = torch.eye(16, dtype=torch.bool)
    with model.hooks(SetAttentionMask(only_self, layers=1).hooks(model)):
        pattern = model.run_with_cache(inputs, PATTERN)[1][PATTERN]
    real = inputs["attention_mask"].bool()  # under eager attention padding attends to everything alike
    eye = torch.eye(16).expand_as(pattern).transpose(1, 2)
    torch.testing.assert_close(pattern.transpose(1, 2)[real], eye[real])
    soft = torch.where(torch.ones(16, 16).tril().bool(), drawn(16, 16), torch.finfo(torch.float32).min)
    added = model.run_with_cache(inputs, "lm.blocks.1.attn.hook_mask")[1]["mask", 1]
    with model.hooks([("lm.blocks.1.attn.hook_mask", SetAttentionMask(soft, batch_idx=1))]):
        mask = model.run_with_cache(inputs, "lm.blocks.1.attn.hook_mask")[1]["mask", 1]
    assert torch.equal(mask[1, 0], soft)
    assert torch.equal(mask[0], added[0])
    by_head = only_self.expand(4, 16, 16).clone()
    by_head[3] = torch.ones(16, 16).tril().bool()
    with model.hooks([("lm.blocks.1.attn.hook_mask", SetAttentionMask(by_head))]):
        pattern = model.run_with_cache(inputs, PATTERN)[1][PATTERN]
    torch.testing.assert_close(pattern.transpose(1, 2)[real][:, :3], eye[real][:, :3])
    assert pattern[:, 3, -1].gt(0).all()


@FAMILIES
@pytest.mark.parametrize(
    "how", [{}, {"num_beams": 3}, {"do_sample": True, "num_return_sequences": 2}], ids=["greedy", "beams", "samples"]
)
def test_positions_mean_the_same_tokens_at_every_step(family: str, how: dict[str, Any]) -> None:
    """Position-addressed hooks raise at decode steps in other tools; here, with a KV cache as without."""
    model, inputs = models.model(family), models.inputs(family)
    n = inputs["input_ids"].shape[1]
    own = torch.zeros(2, n, dtype=torch.bool)
    own[0, [2, 3]] = own[1, [n - 3]] = True
    value = drawn(n, model.cfg.d_model)
    sets = [
        [(RESID, ZeroAblation(own))],
        [(RESID, PatchActivation(value, [n - 4, n - 2]))],
        [(RESID, ScaleActivation(0.1, positions=[1, n + 1]))],  # a token that is generated
        BlockAttention(None, own).hooks(model),  # the prompt's keys stay closed to new tokens
        BlockAttention([n - 1, n, n + 1], slice(n - 6, n - 2), heads=[0, 1]).hooks(model),
    ]
    torch.manual_seed(0)
    plain = model.generate(inputs, **{**GREEDY, **how})
    different = 0
    for hooks in sets:
        answers = []
        for use_cache in (True, False):
            torch.manual_seed(0)
            with model.hooks(hooks):
                answers.append(model.generate(inputs, use_cache=use_cache, **{**GREEDY, **how}))
        assert torch.equal(*answers), hooks
        different += not torch.equal(answers[0], plain)
    assert different >= 3


def test_zeroing_the_image_needs_deepstack_where_there_is_deepstack() -> None:
    """Otherwise the image comes in again behind the ablation, and confounds it."""
    model, inputs = models.model("qwen3_vl"), models.inputs("qwen3_vl")
    other = {**inputs, "pixel_values": inputs["pixel_values"].flip(0)}
    zero = ZeroAblation(positions=model.token_layout(inputs).images)
    with model.hooks(image_hooks(model, zero)):
        assert torch.equal(model(inputs).logits, model(other).logits)
    with model.hooks([("lm.blocks.0.hook_resid_pre", zero)]):
        assert (model(inputs).logits - model(other).logits).abs().max() > 0.1
    assert [name for name, _ in image_hooks(model, zero, layer=1)] == [
        "lm.blocks.1.hook_resid_pre",
        "lm.blocks.1.hook_deepstack",
    ]


def test_they_print_what_they_do(model, inputs) -> None:
    images = model.token_layout(inputs).images
    assert repr(ZeroAblation(3)) == "ZeroAblation(positions=3)"
    assert repr(PatchHead(1, drawn(16), batch_idx=0)) == "PatchHead(head_idx=1, replacement=float32[16], rows=0)"
    assert repr(AddActivation(drawn(64), 2.0)) == "AddActivation(direction=float32[64], scale=2.0)"
    assert repr(BlockAttention(-1, [1, 2], layers=[0])) == "BlockAttention(from_=-1, to=[1, 2], layers=[0])"
    assert "row 0" in repr(ZeroAblation(positions=images))
    assert "\n" not in repr(ZeroAblation(positions=images))


@pytest.mark.parametrize(
    ("name", "intervention", "message"),
    [
        (RESID, ZeroAblation(16), "outside the sequence of 16"),
        (RESID, ZeroAblation(batch_idx=2), "no row 2"),
        (RESID, ZeroAblation(heads=0), "no heads"),
        (Z, ZeroAblation(heads=[4]), "no head 4"),
        (RESID, ZeroAblation(torch.ones(3, 16, dtype=torch.bool)), "3 rows were given"),
        (RESID, PatchActivation(torch.ones(63)), r"\[63\] does not fit"),
        (RESID, PatchActivation(torch.ones(15, 64)), r"\[15, 64\] does not fit"),
        (RESID, PatchActivation(torch.ones(2, 64), [1, 2, 3]), r"selected \(\[3\] by row\)"),
        (RESID, PatchActivation(torch.ones(3, 16, 64)), "1 or 2 rows"),
        (RESID, PatchActivation(torch.ones(16, 64), [1, 2], source_positions=[3]), "does not fit"),
        (RESID, PatchActivation(torch.ones(16, 64), [1], source_positions=[16]), "outside"),
        (RESID, ResampleAblation(torch.ones(5, 32)), "does not end in"),
        (RESID, ProjectOut(torch.ones(32)), "don't fit"),
        (PATTERN, BlockAttention(1, 2), "belongs at hook_mask"),
        ("lm.blocks.1.attn.hook_mask", BlockAttention(1, 2, heads=1), "belongs at hook_attn_scores"),
        ("lm.blocks.1.attn.hook_mask", SetAttentionMask(torch.ones(15, 15, dtype=torch.bool)), "does not fit"),
        (RESID, SetAttentionMask(torch.ones(16, 16)), "belongs at hook_mask"),
    ],
    ids=lambda value: repr(value) if not isinstance(value, str) else None,
)
def test_what_does_not_fit_raises(model, inputs, name: str, intervention: Any, message: str) -> None:
    with pytest.raises(InputError, match=message):
        model.run_with_hooks(inputs, [(name, intervention)])


def test_what_can_not_be_made_raises(model) -> None:
    for make, message in (
        (lambda: ZeroAblation(3, positions=4), "the same"),
        (lambda: ProjectOut(torch.zeros(4)), "zero"),
        (lambda: ProjectOut(torch.ones(2, 3, 4)), "Directions are"),
        (lambda: PatchHead(1, torch.ones(4), heads=2), "head_idx"),
        (lambda: BlockAttention(1, 2, layers=3).hooks(model), "no layer 3"),
        (lambda: image_hooks(model, ZeroAblation(), layer=9), "no layer 9"),
    ):
        with pytest.raises(InputError, match=message):
            make()
