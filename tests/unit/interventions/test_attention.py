"""Blocking attention, taking weights away, setting the mask: what is closed gets exactly nothing, the rest stays."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import Tensor

from tests import models
from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native.interventions import BlockAttention, SetAttentionMask, ZeroAttention

FAMILIES = pytest.mark.parametrize("family", models.NAMES)
KERNELS = pytest.mark.parametrize("kernel", ["sdpa", "eager"])
MASK, PATTERN, Z = (f"lm.blocks.1.attn.hook_{point}" for point in ("mask", "pattern", "z"))
HEADS = pytest.mark.parametrize("heads", [None, [1, -1]], ids=["all", "two"])


def patterns(model: HookedVLMTransformer, inputs: Any, hooks: Any = ()) -> Tensor:
    """``[layer batch head query key]``."""
    with model.hooks(hooks):
        return model.run_with_cache(inputs, "lm.*.hook_pattern")[1].stack("lm.*.hook_pattern")


@FAMILIES
@KERNELS
@HEADS
def test_blocked_keys_get_nothing_and_the_rest_sums_to_one(family: str, kernel: str, heads: list[int] | None) -> None:
    model, inputs = models.model(family, kernel), models.level(family)
    n = inputs["input_ids"].shape[1]
    queries, keys = [n - 1, n - 3], slice(n - 7, n - 4)
    block = BlockAttention(from_=queries, to=keys, layers=[0, 2], heads=heads)
    before, after = patterns(model, inputs), patterns(model, inputs, block.hooks(model))
    chosen = list(range(4)) if heads is None else [1, 3]
    closed = torch.zeros(n, n, dtype=torch.bool)
    closed[n - 1, keys] = closed[n - 3, keys] = True
    assert not after[[0, 2]][:, :, chosen][..., closed].any()
    assert (after.sum(-1) - before.sum(-1)).abs().max() < 1e-5  # 1, and under sdpa 0 in padding
    expected = before[0].clone()
    expected[:, chosen] = expected[:, chosen].masked_fill(closed, 0)
    expected[..., [n - 1, n - 3], :] /= expected[..., [n - 1, n - 3], :].sum(-1, keepdim=True)
    torch.testing.assert_close(after[0], expected, rtol=1e-5, atol=1e-6)
    others = [head for head in range(4) if head not in chosen]
    torch.testing.assert_close(after[0][:, others], before[0][:, others], rtol=1e-5, atol=1e-6)
    assert after[1][..., closed].gt(0).any()  # a mask is one layer's own


@FAMILIES
@KERNELS
def test_it_acts_as_a_hook_written_by_hand(family: str, kernel: str) -> None:
    model, inputs = models.model(family, kernel), models.level(family)
    image = inputs["input_ids"] == 100

    def edit(mask: Tensor, hook: object) -> Tensor:
        mask = mask.repeat_interleave(model.cfg.n_heads, dim=1)
        for row in range(2):
            mask[row, 2, -2:, image[row]] = torch.finfo(mask.dtype).min
        return mask

    expected = model.run_with_hooks(inputs, [("lm.*.hook_mask", edit)])
    block = BlockAttention(from_=slice(-2, None), to=image, heads=2)
    assert torch.equal(model.run_with_hooks(inputs, block.hooks(model)), expected)
    assert torch.equal(model.run_with_hooks(inputs, [("lm.*.hook_mask", block)]), expected)
    assert not torch.equal(model(inputs).logits, expected)


@KERNELS
def test_rows_have_selections_of_their_own(kernel: str, inputs) -> None:
    model = models.model("llava", kernel)
    layout = model.token_layout(inputs)
    block = BlockAttention(from_=layout.last, to=layout.images, rows=1)
    before, after = patterns(model, inputs), patterns(model, inputs, block.hooks(model))
    images = layout.images.mask[1]
    assert not after[:, 1, :, 15, images].any()
    assert after[:, 1, :, 14, images].gt(0).all()
    assert torch.equal(after[0, 0], before[0, 0]) or torch.allclose(after[0, 0], before[0, 0], atol=1e-6)
    assert after[:, 0, :, 15, images].gt(0).all()


@KERNELS
@HEADS
def test_a_query_without_a_key_attends_to_nothing(kernel: str, inputs, heads: list[int] | None) -> None:
    """Blocking every key must neither open the future nor leave things as they were."""
    model = models.model("llava", kernel)
    chosen = list(range(4)) if heads is None else [1, 3]
    with model.hooks(BlockAttention(from_=13, layers=1, heads=heads).hooks(model)):
        cache = model.run_with_cache(inputs, [PATTERN, Z])[1]
    assert not cache[PATTERN][:, chosen, 13].any()
    assert not cache[Z][:, 13, chosen].any()
    assert cache[Z][:, 12].any(-1).all()


@KERNELS
@HEADS
def test_weights_that_are_taken_away_are_missing_from_the_sum(kernel: str, inputs, heads: list[int] | None) -> None:
    model = models.model("llava", kernel)
    zero = ZeroAttention(from_=slice(12, 15), to=[8, 9], layers=1, heads=heads)
    before, after = patterns(model, inputs), patterns(model, inputs, zero.hooks(model))
    expected = before[1].clone()
    expected[:, [0, 1, 2, 3] if heads is None else [1, 3], 12:15, 8:10] = 0
    assert torch.equal(after[1], expected)
    assert torch.equal(after[0], before[0])
    taken = (before[1] - expected).sum(-1)
    torch.testing.assert_close(after[1].sum(-1), before[1].sum(-1) - taken, rtol=0, atol=1e-5)
    assert taken[:, 1, 12:15].gt(0).all()


@FAMILIES
def test_weights_can_be_taken_away_in_the_vision_encoder(family: str) -> None:
    model, inputs = models.model(family), models.level(family)
    name = "vision.blocks.0.attn.hook_pattern"
    before = model.run_with_cache(inputs, name)[1][name]
    zero = ZeroAttention(from_=[0, 2], to=3, rows=1, heads=1)
    with model.hooks([(name, zero)]):
        after = model.run_with_cache(inputs, name)[1][name]
    expected = before.clone()
    expected[1, 1, [0, 2], 3] = 0
    assert torch.equal(after, expected)
    assert not torch.equal(after, before)


def test_spectras_pairs_are_single_edges(model, inputs) -> None:
    before = patterns(model, inputs)
    after = patterns(model, inputs, [(MASK, BlockAttention([(15, 9), (14, -4)], 1))])
    closed = torch.zeros(2, 16, 16, dtype=torch.bool)
    closed[1, 15, 9] = closed[1, 14, 12] = True
    changed = (after[1] == 0) & (before[1] > 0)
    assert torch.equal(changed, closed[:, None].expand_as(changed))
    both = patterns(model, inputs, [(MASK, BlockAttention(indices_list=[(15, 9)]))])
    assert not both[1][:, :, 15, 9].any()
    assert both[1][:, :, 15, 10].all()


# --- the mask ------------------------------------------------------------------------------------------------------


@KERNELS
def test_a_mask_is_set_for_one_layer(kernel: str, inputs) -> None:
    model = models.model("llava", kernel)
    window = torch.ones(16, 16, dtype=torch.bool).tril().triu(-2)
    before, after = patterns(model, inputs), patterns(model, inputs, SetAttentionMask(window, layers=1).hooks(model))
    assert torch.equal(after[1] > 0, window.expand_as(after[1]))  # padding is open now
    torch.testing.assert_close(after[1].sum(-1), torch.ones(2, 4, 16))
    assert torch.equal(after[0], before[0]) or torch.allclose(after[0], before[0], atol=1e-6)
    assert torch.equal(after[2] > 0, before[2] > 0)


@KERNELS
def test_masks_of_floats_heads_and_rows(kernel: str, inputs) -> None:
    model = models.model("llava", kernel)
    causal = torch.ones(16, 16, dtype=torch.bool).tril()
    bias = torch.randn(2, 4, 16, 16, generator=torch.Generator().manual_seed(3)).masked_fill(~causal, float("-inf"))

    def mask(setting: SetAttentionMask) -> Tensor:
        with model.hooks([(MASK, setting)]):
            return model.run_with_cache(inputs, MASK)[1][MASK]

    own = model.run_with_cache(inputs, MASK)[1][MASK]
    lowest = torch.finfo(torch.float32).min
    closed = bias.masked_fill(~causal, lowest)
    assert torch.equal(mask(SetAttentionMask(bias)), closed)
    assert torch.equal(mask(SetAttentionMask(bias[:, :1])), closed[:, :1])
    assert torch.equal(mask(SetAttentionMask(bias[0])), closed[:1].expand(2, -1, -1, -1))
    assert torch.equal(mask(SetAttentionMask(bias[0, 0])), closed[:1, :1].expand(2, -1, -1, -1))
    only_second = mask(SetAttentionMask(bias, rows=1))
    assert torch.equal(only_second[1], closed[1])
    assert torch.equal(only_second[0], own[0].expand(4, -1, -1))
    half = bias[0, 0].masked_fill(~causal, torch.finfo(torch.float16).min).half()
    assert torch.equal(mask(SetAttentionMask(half))[0, 0], half.float().masked_fill(~causal, lowest))


@pytest.mark.parametrize(
    ("name", "maker", "message"),
    [
        (PATTERN, BlockAttention(from_=1, to=2), "belongs at hook_mask, not at lm.blocks.1.attn.hook_pattern"),
        (MASK, ZeroAttention(from_=1, to=2), "belongs at hook_pattern"),
        (PATTERN, SetAttentionMask(torch.ones(16, 16, dtype=torch.bool)), "belongs at hook_mask"),
        (MASK, BlockAttention(from_=1, layers=1), "leave them out"),
        (MASK, BlockAttention(from_=16), "outside the sequence of 16"),
        (MASK, BlockAttention(to=-17), "outside the sequence of 16"),
        (MASK, BlockAttention(to=torch.ones(15, dtype=torch.bool)), "does not fit 16"),
        (MASK, BlockAttention(to=torch.ones(3, 16, dtype=torch.bool)), "3 rows"),
        (MASK, BlockAttention(to=1, rows=2), "numbered 0 to 1"),
        (MASK, BlockAttention(to=-1, heads=4), "no hook_mask head 4: they are numbered 0 to 3"),
        (MASK, BlockAttention([(3, 16)]), "outside the sequence of 16"),
        (MASK, BlockAttention([(3, 1)], 2), "numbered 0 to 1"),
        (MASK, SetAttentionMask(torch.ones(15, 15, dtype=torch.bool)), r"\[15, 15\] does not fit"),
        (MASK, SetAttentionMask(torch.ones(3, 1, 16, 16, dtype=torch.bool)), r"2 rows, 4 heads"),
        (MASK, SetAttentionMask(torch.ones(1, 3, 16, 16, dtype=torch.bool)), r"2 rows, 4 heads"),
        (MASK, SetAttentionMask(torch.ones(16, 16, dtype=torch.bool), rows=5), "numbered 0 to 1"),
    ],
    ids=range(16),
)
def test_what_does_not_fit_raises(model, inputs, name: str, maker: Any, message: str) -> None:
    with pytest.raises(InputError, match=message):
        model.run_with_hooks(inputs, [(name, maker)])


def test_what_can_not_be_made_raises(model) -> None:
    for make, message in (
        (lambda: BlockAttention(), "takes from_"),
        (lambda: BlockAttention([(1, 2)], to=3), "takes from_"),
        (lambda: ZeroAttention([]), "pairs of a query and a key"),
        (lambda: BlockAttention([(1, 2, 3)]), "pairs of a query and a key"),
        (lambda: BlockAttention(to=1, batch_idx=0, rows=0), "mean the same"),
        (lambda: BlockAttention(to=torch.zeros(4, dtype=torch.bool)), "choose nothing"),
        (lambda: BlockAttention(to=1, layers=3).hooks(model), "numbered 0 to 2"),
        (lambda: SetAttentionMask(torch.ones(4, 4)), "is boolean"),
        (lambda: SetAttentionMask(torch.ones(4, 4, dtype=torch.long)), "is boolean"),
        (lambda: SetAttentionMask(torch.ones(4, dtype=torch.bool)), r"got \[4\]"),
        (lambda: SetAttentionMask(torch.full((4, 4), float("nan"))), "is boolean"),
    ):
        with pytest.raises(InputError, match=message):
            make()
