"""The blockwise pattern equals the softmax over whole scores, bit for bit."""

from __future__ import annotations

import pytest
import torch

from tests import models
from vlm_lens_native.components import pattern
from vlm_lens_native.components.mask import additive, masked_softmax
from vlm_lens_native.components.pattern import blockwise_pattern


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16], ids=str)
@pytest.mark.parametrize(
    ("n_queries", "n_keys", "kind"),
    [
        (300, 300, "none"),
        (1, 40, "none"),
        (300, 300, "padded"),
        (200, 260, "padded"),
        (300, 300, "window"),
        (140, 140, "soft"),
    ],
)
@pytest.mark.parametrize("size", [128, 1000])
def test_blocks_equal_the_whole(
    n_queries: int, n_keys: int, kind: str, dtype: torch.dtype, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pattern, "_BLOCK", size)
    q, k = torch.randn(2, 3, n_queries, 24, dtype=dtype), torch.randn(2, 3, n_keys, 24, dtype=dtype)
    mask = torch.ones(2, 1, n_queries, n_keys, dtype=torch.bool).tril(n_keys - n_queries)
    if kind in ("padded", "soft"):
        mask[0, :, :, :135] = False  # the whole first block of queries sees nothing
    if kind == "window":
        mask = mask.triu(-20)
    given = {"none": None, "soft": additive(mask, n_queries=n_queries, n_keys=n_keys, like=q)}.get(kind, mask)
    if kind == "soft":
        given = torch.where(mask, torch.randn(mask.shape).to(dtype), given)
    added = additive(given, n_queries=n_queries, n_keys=n_keys, like=q)
    expected = masked_softmax(q @ k.transpose(2, 3) * 0.2 + added)
    assert torch.equal(blockwise_pattern(q, k, given, scale=0.2), expected)


@pytest.mark.parametrize("family", models.NAMES)
def test_a_cached_pattern_is_the_one_that_a_hook_sees(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)
    seen: dict[str, torch.Tensor] = {}
    model.run_with_hooks(inputs, [("*.attn.hook_pattern", lambda x, hook: seen.update({hook.name: x.clone()}))])
    cache = model.run_with_cache(inputs, "*.attn.hook_pattern")[1]
    everything = model.run_with_cache(inputs, "*.attn.*")[1]
    for name, found in cache.items():
        assert torch.equal(found, seen[name]), name
        assert torch.equal(found, everything[name]), name
