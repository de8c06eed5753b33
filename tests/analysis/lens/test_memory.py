"""The memory of a lens does not grow with layers x positions x vocabulary."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import torch
from transformers import LlamaConfig, LlavaConfig

from tests.families.checkpoints import IMAGE, TEXT, words
from tests.families.test_llava import VISION
from tests.memory import PeakBytes
from vlm_lens_native import HookedVLMTransformer
from vlm_lens_native.analysis import TunedLens, logit_lens
from vlm_lens_native.analysis.lens.unembedding import CHUNK_BYTES

D_VOCAB = 150_000
CHUNK = 5 * 4 * D_VOCAB  # five positions at a time
KEEP_ALL = ("positions", 1.0)
KEEP_NOTHING = ("nothing", 0.0)


@cache
def wide_model() -> HookedVLMTransformer:
    """A small model with a large vocabulary; its norms and head are redrawn, its attention is HF's first draw."""
    from transformers import AutoModelForImageTextToText

    text = {**TEXT, "vocab_size": D_VOCAB, "hidden_size": 32, "num_hidden_layers": 6}
    config = LlavaConfig(vision_config=VISION, text_config=LlamaConfig(**text), image_token_index=IMAGE)
    return HookedVLMTransformer.from_hf(AutoModelForImageTextToText.from_config(config).eval())


def inputs(n_pos: int) -> dict[str, torch.Tensor]:
    return {"input_ids": torch.tensor([words(n_pos, seed=0)])}


def peak(n_pos: int, **settings: Any) -> int:
    """Bytes at the most, beside the model."""
    model, given = wide_model(), inputs(n_pos)
    with PeakBytes() as memory:
        logit_lens(model, given, words=[5, 6], **{"chunk_bytes": CHUNK, "top_k": 5, **settings})
    return memory.peak


def bound(
    *, layers: int, n_pos: int, d_model: int, chunk: int, top_k: int, n_words: int, itemsize: int, streams: float = 1.0
) -> float:
    """What the reader is meant to hold at the most, in bytes.

    Streams of the chosen positions; results; and for one chunk the logits in the model's dtype, and in float32: logits,
    their log-probabilities, the model's own, and two products of these.
    """
    kept = streams * (layers + 1) * n_pos * d_model * itemsize
    results = layers * n_pos * (12 * top_k + 8 + 12 * n_words + 1)
    return kept + results + (5 + itemsize / 4) * chunk


@pytest.mark.parametrize(("keep", "streams"), [KEEP_ALL, KEEP_NOTHING], ids=["positions", "nothing"])
@pytest.mark.parametrize(("layers", "n_pos"), [(2, 20), (7, 5), (7, 20)])
def test_the_peak_is_that_of_one_chunk(keep, streams, layers, n_pos):
    chosen = ["embed", *range(6)][:layers]
    most = bound(
        layers=layers, n_pos=n_pos, d_model=32, chunk=CHUNK, top_k=5, n_words=2, itemsize=4, streams=max(streams, 0.2)
    )
    measured = peak(n_pos, layers=chosen, keep=keep)
    assert measured < most + 2**20  # a mebibyte for the pass itself, with few positions and d_model 32
    assert measured > 4 * CHUNK  # it is the chunk that counts


def test_larger_chunks_take_more():
    small, large = (peak(20, chunk_bytes=size, layers=[0]) for size in (CHUNK, 4 * CHUNK))
    assert large > 3 * small


def test_a_large_model_stays_under_a_gibibyte():
    """At vocabulary 150,000, 36 layers and 1,000 positions, by the bound that the tests above hold."""
    large = {"layers": 37, "n_pos": 1000, "d_model": 4096, "chunk": CHUNK_BYTES, "top_k": 10, "n_words": 8}
    assert bound(**large, itemsize=2) < 0.7 * 2**30
    assert bound(**large, itemsize=4) < 2**30


def test_training_a_tuned_lens_holds_one_chunk_too():
    model = wide_model()
    lens = TunedLens.identity(model)
    peaks = []
    for n_pos in (5, 20):
        with PeakBytes() as memory:
            lens.train(model, [inputs(n_pos)], steps=1, chunk_bytes=CHUNK)
        peaks.append(memory.peak)
    assert peaks[1] < peaks[0] + 2**20
    assert peaks[1] < 10 * CHUNK
