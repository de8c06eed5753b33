"""Sweeps take no more than what clean runs keep and the budget for the rows that run at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest
import torch
from transformers import LlamaConfig, LlavaConfig

from tests.families import test_llava, test_qwen3_vl
from tests.families.checkpoints import IMAGE, TEXT, random_model, words
from tests.memory import PeakBytes
from vlm_lens_native import HookedVLMTransformer
from vlm_lens_native.analysis import knockout, logit_difference, patching
from vlm_lens_native.analysis.runs import memory

N_MORE = 100  # positions of text behind the images
N_POS = len(test_llava.FIRST) + N_MORE
FIRST = 40
METRIC = logit_difference(7, 11)


@cache
def model(family: str, kernel: str = "sdpa", dtype: torch.dtype = torch.float32, **text: int) -> HookedVLMTransformer:
    if family == "qwen3_vl":
        config = test_qwen3_vl.config(**text)
    else:
        backbone = LlamaConfig(**{**TEXT, **text})
        config = LlavaConfig(vision_config=test_llava.VISION, text_config=backbone, image_token_index=IMAGE)
    hf = random_model(config).to(dtype)
    hf.set_attn_implementation(kernel)
    return HookedVLMTransformer.from_hf(hf)


def prompts(family: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """One row each, with two images and much text, that differ in pixels."""
    (given, _) = (test_qwen3_vl if family == "qwen3_vl" else test_llava).ALONE
    text = torch.tensor([words(N_MORE, seed=9)])
    target = {**given, "input_ids": torch.cat([given["input_ids"], text], 1)}
    for name, value in (("attention_mask", 1), ("mm_token_type_ids", 0)):
        if name in given:
            target[name] = torch.cat([given[name], torch.full_like(text, value)], 1)
    return {**target, "pixel_values": -target["pixel_values"]}, target


def kept_by_clean_runs(model: HookedVLMTransformer, donated: int) -> int:
    """Bytes: what goes into the decoder; every layer's stream, keys and values of both runs; what the donor gives.

    Args:
        model: The model.
        donated: Elements of all donated activations.
    """
    cfg = model.cfg
    keys = 2 * cfg.n_layers * cfg.n_key_value_heads * cfg.d_head
    streams = (2 + cfg.n_layers + len(cfg.deepstack)) * cfg.d_model
    return model.dtype.itemsize * (2 * N_POS * (keys + streams) + donated)


def groups(first: int = FIRST) -> dict[str, slice]:
    """Many groups, all alike: the positions from one on."""
    return {str(n): slice(first, None) for n in range(16)}


@dataclass(frozen=True)
class Work:
    """Changed runs of a model, all of which begin at one position.

    Attributes:
        model: The model.
        run: Does it, with so many rows at once (None: as many as fit).
        row: For `memory.row_bytes`.
        donated: Elements of activations that are kept of clean runs, besides streams, keys and values.
        first: The position.
    """

    model: HookedVLMTransformer
    run: Callable[[int | None], Any]
    row: Mapping[str, Any] = field(default_factory=dict)
    donated: int = 0
    first: int = FIRST

    @property
    def row_bytes(self) -> int:
        return memory.row_bytes(self.model, n_new=N_POS - self.first, n_keys=N_POS, **{"n_read": 1, **self.row})

    def peak(self, batch_size: int | None = None) -> int:
        with PeakBytes() as counted:
            self.run(batch_size)
        return counted.peak


def sweeping(
    hook: str, family: str = "llava", *, first: int = FIRST, read: Any = None, n_read: int = 1, **settings: Any
) -> Work:
    """Patches of one hook point."""
    chosen, (source, target) = model(family, **settings), prompts(family)
    _, donated = chosen.run_with_cache(source, lambda name: name.startswith("lm.") and name.endswith(f"hook_{hook}"))
    return Work(
        chosen,
        lambda size: patching.sweep(
            chosen,
            source,
            target,
            METRIC,
            hook=hook,
            groups=groups(first),
            layers=[0 if hook == "resid_post" else 1],
            read=read,
            batch_size=size,
        ),
        {"hooked": () if hook == "resid_post" else list(donated)[:1], "n_read": n_read, "start": 1},
        sum(value.numel() for value in donated.values()),
        first,
    )


def blocking() -> Work:
    """Knockouts."""
    chosen, (_, target) = model("llava"), prompts("llava")
    flows = {name: ("image", group) for name, group in groups().items()}
    return Work(
        chosen,
        lambda size: knockout.sweep(chosen, target, flows=flows, windows=[1], batch_size=size),
        {"hooked": ["lm.blocks.0.attn.hook_mask"]},
    )


def along_paths(receiver: str) -> Work:
    """Paths from heads into the heads of later layers."""
    chosen, (source, target) = model("llava", num_attention_heads=16), prompts("llava")
    senders = [patching.Node(hook="z", layer=0, head=head, positions=slice(FIRST, None)) for head in range(16)]
    names = [f"lm.blocks.{layer}.attn.hook_{receiver}" for layer in (1, 2)]
    between = [f"lm.blocks.{layer}.hook_resid_{part}" for layer in (1, 2) for part in ("pre", "mid")]
    return Work(
        chosen,
        lambda size: patching.patch_paths(
            chosen,
            source,
            target,
            METRIC,
            senders=senders,
            receivers=patching.nodes(chosen, receiver, layers=[1, 2]),
            batch_size=size,
        ),
        {"hooked": [*names, *between, "lm.blocks.0.attn.hook_z"], "kept": [*names, *between]},
        7 * N_POS * chosen.cfg.d_model,  # the norms, which are frozen, and z
    )


CASES: Mapping[str, Callable[[], Work]] = {
    "stream": lambda: sweeping("resid_post"),
    "stream, wide MLPs": lambda: sweeping("resid_post", intermediate_size=1_000),
    "stream, eager": lambda: sweeping("resid_post", kernel="eager"),
    "stream, deepstack": lambda: sweeping("resid_post", "qwen3_vl"),
    "stream, few positions and large groups of heads": lambda: sweeping(
        "resid_post", first=N_POS - 10, num_attention_heads=32, head_dim=16
    ),
    "stream, many keys": lambda: sweeping("resid_post", num_key_value_heads=4, num_hidden_layers=12),
    "scores, bfloat16": lambda: sweeping("attn_scores", dtype=torch.bfloat16),
    "pattern": lambda: sweeping("pattern", "qwen3_vl"),
    "heads' writes": lambda: sweeping("result", num_attention_heads=16),
    "z, many logits": lambda: sweeping("z", vocab_size=5_000, read=slice(60, None), n_read=N_POS - 60),
    "knockout": blocking,
    "paths into values": lambda: along_paths("v"),
    "paths into patterns": lambda: along_paths("pattern"),
}


@pytest.mark.parametrize("case", list(CASES))
def test_a_row_takes_what_it_is_said_to_take_at_the_most(case):
    """By the peak with eight rows at once, less that with six."""
    work = CASES[case]()
    taken = (work.peak(8) - work.peak(6)) / 2
    assert 0.35 * work.row_bytes < taken <= work.row_bytes


@pytest.mark.parametrize("case", ["stream", "knockout", "paths into values"])
def test_the_whole_stays_within_the_budget_and_what_clean_runs_keep(monkeypatch, case):
    work = CASES[case]()
    budget = 3 * work.row_bytes
    monkeypatch.setattr(memory, "BUDGET", budget)
    peak = work.peak()
    assert peak <= kept_by_clean_runs(work.model, work.donated) + budget
    assert peak > 0.9 * work.peak(3)  # so many rows did run at once


def test_one_row_runs_whatever_the_budget(monkeypatch):
    work = CASES["stream"]()
    monkeypatch.setattr(memory, "BUDGET", 1)
    assert work.peak() == work.peak(1)
