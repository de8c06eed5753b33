"""Caching adds the bytes of what is cached and no more; positions reduce them as promised."""

from __future__ import annotations

import pytest
import torch

from tests import models
from tests.memory import PeakBytes, id_of
from vlm_lens_native import ActivationCache


def n_bytes(cache: ActivationCache) -> int:
    """Bytes of the cached values; one tensor under two names (resid_post, and resid_pre of the next block) once."""
    return sum({id_of(value): value.numel() * value.element_size() for value in cache.values()}.values())


def test_the_counter_counts() -> None:
    with PeakBytes() as memory:
        a = torch.zeros(1000)
        b = a.view(10, 100)
        (b + 1).sum()
        assert memory.now == 4000
    assert memory.peak == 8004
    del a
    assert memory.now == 4000
    del b
    assert memory.now == 0


@pytest.mark.parametrize("family", models.NAMES)
def test_values_are_as_large_as_they_look(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)
    for value in model.run_with_cache(inputs)[1].values():
        assert value.untyped_storage().nbytes() == value.numel() * value.element_size()


@pytest.mark.parametrize("names", ["*.hook_resid_post", "*.attn.hook_z", "*.hook_pattern", "lm.*"])
def test_a_cache_adds_the_bytes_of_its_values(names: str) -> None:
    model = models.model("llava")
    encoded = model.encode(models.inputs("llava"))
    model.lm.run(encoded)
    with PeakBytes() as plain:
        model.lm.run(encoded)
    with PeakBytes() as caching:
        cache = model.run_with_cache(encoded, names, return_type=None)[1]
        kept = caching.now
    given = sum(v.numel() * v.element_size() for v in cache.values() if id_of(v) == id_of(encoded.embeddings))
    step = cache.steps[0]  # and which positions they are, which of them images, and which tokens
    known = (step.visual, step.positions, *step.tokens.values())
    marks = sum(each.numel() * each.element_size() for each in known if each is not None)
    assert kept == n_bytes(cache) + marks - (given and encoded.embeddings.untyped_storage().nbytes())
    # beyond the values, at most what one layer holds while its steps in between are looked at
    largest = max(value.numel() * value.element_size() for value in cache.values())
    assert caching.peak <= plain.peak + n_bytes(cache) + 3 * largest


def test_positions_keep_and_compute_their_share() -> None:
    model = models.model("llava")
    encoded = model.encode({k: v.repeat(1, 20) if v.ndim == 2 else v.repeat(20, 1, 1, 1) for k, v in one_row().items()})
    n_pos = encoded.embeddings.shape[1]
    peaks, sizes = [], []
    for positions in (slice(None), [n_pos - 1]):
        with PeakBytes() as memory:
            cache = model.run_with_cache(encoded, "*.hook_pattern", positions=positions, return_type=None)[1]
        peaks.append(memory.peak)
        sizes.append(n_bytes(cache))
    assert sizes[1] * n_pos == sizes[0]
    with PeakBytes() as plain:
        model.lm.run(encoded)
    assert peaks[1] <= plain.peak + 10 * sizes[1]  # queries x keys, never keys x keys
    assert peaks[0] > plain.peak + sizes[0] / 2


def one_row() -> dict[str, torch.Tensor]:
    inputs = models.inputs("llava")
    return {"input_ids": inputs["input_ids"][:1], "pixel_values": inputs["pixel_values"][:2]}
