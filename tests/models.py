"""Small random models of all four families in memory, made once, and inputs for them."""

from __future__ import annotations

from functools import cache
from typing import Any

import torch
from torch import Tensor

from tests.families import test_llava, test_qwen2_5_vl, test_qwen3_vl, test_smolvlm
from tests.families.checkpoints import random_model
from vlm_lens_native import HookedVLMTransformer

_FAMILIES = {
    "llava": test_llava,
    "qwen2_5_vl": test_qwen2_5_vl,
    "qwen3_vl": test_qwen3_vl,
    "smolvlm": test_smolvlm,
}
NAMES = tuple(_FAMILIES)


@cache
def model(name: str, kernel: str = "sdpa") -> HookedVLMTransformer:
    """A hooked model around HF's classes; shared between tests, so leave its weights and hooks as they are."""
    return fresh(name, kernel)


def fresh(name: str, kernel: str = "sdpa") -> HookedVLMTransformer:
    """A model of one's own."""
    return HookedVLMTransformer.from_hf(hf_model(name, kernel))


def hf_model(name: str, kernel: str = "sdpa") -> Any:
    """HF's model of one's own, with the same weights."""
    model = random_model(_FAMILIES[name].config())
    model.set_attn_implementation(kernel)
    return model


def inputs(name: str) -> dict[str, Tensor]:
    """A batch of two rows: two images in the first, one in the second, which is padded on the left."""
    return dict(_FAMILIES[name].BATCH)


def level(name: str) -> dict[str, Tensor]:
    """A batch of two rows of one length, so that numbers of positions mean tokens in both: other words and pixels."""
    first = alone(name)[0]
    second = {**first, "input_ids": first["input_ids"].clone(), "pixel_values": -first["pixel_values"]}
    is_word = second["input_ids"] < 100
    second["input_ids"][is_word] = second["input_ids"][is_word].flip(0)
    return {key: torch.cat([first[key], second[key]]) for key in first}


def alone(name: str) -> list[dict[str, Tensor]]:
    """The two rows of ``inputs``, each by itself and without padding."""
    return [dict(row) for row in _FAMILIES[name].ALONE]


@cache
def biased(name: str) -> HookedVLMTransformer:
    """A model of ``llava`` or ``qwen3_vl`` whose output projections have biases (and MLPs, for llava)."""
    family = _FAMILIES[name]
    wide = "llama with biases and wide heads"
    config = family.config(wide) if name == "llava" else family.config(attention_bias=True)
    return HookedVLMTransformer.from_hf(random_model(config))


CASES = (*NAMES, "llava with biases", "qwen3_vl with biases")


def case(name: str) -> tuple[HookedVLMTransformer, dict[str, Tensor]]:
    """One of `CASES`: a shared model, and a batch for it."""
    family, _, biases = name.partition(" with ")
    return (biased(family) if biases else model(family)), inputs(family)


PADDING = ("left", "right", "holed")


def padded(name: str, kind: str, order: tuple[int, ...] = (0, 1)) -> dict[str, Tensor]:
    """Rows of ``alone`` as a batch that is padded on the left, on the right, or on both sides and between tokens."""
    rows = [_FAMILIES[name].ALONE[row] for row in order]
    lengths = [row["input_ids"].shape[1] for row in rows]
    longest = max(lengths) + 5
    batch = dict(inputs(name)) if order == (0, 1) else {key: torch.cat([row[key] for row in rows]) for key in rows[0]}
    for key in [key for key, value in rows[0].items() if value.shape == rows[0]["input_ids"].shape]:
        batch[key] = torch.zeros(len(rows), longest, dtype=batch[key].dtype)
        for row, n, into in zip(rows, lengths, batch[key], strict=True):
            places = {
                "left": range(longest - n, longest),
                "right": range(n),
                "holed": [1, *range(3, n + 1), longest - 2],
            }
            into[torch.tensor(places[kind])] = row[key][0]
    if name in ("llava", "smolvlm"):  # the other two number tokens by their mask
        batch["position_ids"] = (batch["attention_mask"].cumsum(1) - 1).clamp_min(0)
    return batch
