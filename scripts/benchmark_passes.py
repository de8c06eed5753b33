"""Forward passes, generation and analyses: each beside Hugging Face's plain run of the same work, run in turn."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import torch
from benchmark_peers import installed, peers
from benchmark_shapes import repeated
from torch import Tensor

from vlm_lens_native import HookedVLMTransformer
from vlm_lens_native.analysis import logit_difference, logit_lens, patching

Run = Callable[[], Any]

PATCHED = ("image", "text after image", "last 16 image tokens")


@dataclass(frozen=True, kw_only=True)
class Condition:
    """One line of the table.

    Attributes:
        name: What is done.
        ours: Doing it.
        plain: Hugging Face's run without any of it.
        native: Hugging Face's own way of doing it, where it has one.
        peers: Doing it with other libraries.
    """

    name: str
    ours: Run
    plain: Run
    native: Run | None = None
    peers: dict[str, Run] = field(default_factory=dict)


def conditions(hf_model: Any, model: HookedVLMTransformer, inputs: dict[str, Tensor]) -> list[Condition]:
    """All of them, for one input of one row."""
    n_pos = inputs["input_ids"].shape[1]
    ten, short = slice(n_pos - 40, n_pos - 30), {"input_ids": inputs["input_ids"][:, -16:]}
    batch = repeated(inputs, 8)
    steering = torch.randn(model.cfg.d_model, device=model.device, dtype=model.dtype)
    generation = {"max_new_tokens": 32, "min_new_tokens": 32, "do_sample": False}
    generation["suppress_tokens"] = [token for token in (model.hf_config.image_token_id,) if token is not None]

    def plain(given: dict[str, Tensor] = inputs, **kwargs: Any) -> Run:
        return lambda: hf_model(**given, use_cache=False, **kwargs)

    def eager() -> Any:
        with attention(hf_model, "eager"):
            return hf_model(**inputs, use_cache=False, output_attentions=True)

    def patch_resid(x: Tensor, hook: Any) -> None:
        x[:, ten] = 0.1

    def no_writes(name: str) -> bool:
        return name.startswith("lm.") and not name.endswith(("hook_result", "hook_mask"))

    def patch_head(x: Tensor, hook: Any) -> None:
        x[:, :, 1] = 0.1

    def steered() -> Any:
        with model.hooks([(f"lm.blocks.{model.cfg.n_layers // 2}.hook_resid_post", lambda x, hook: x + steering)]):
            return model.generate(inputs, **generation)

    def cached(names: Any, given: dict[str, Tensor] = inputs, **kwargs: Any) -> Run:
        return lambda: model.run_with_cache(given, names, **kwargs)

    def hooked(name: str, hook: Any) -> Run:
        return lambda: model.run_with_hooks(inputs, [(name, hook)])

    def generate_hf() -> Any:
        return hf_model.generate(**inputs, **generation)

    def sweep() -> Any:
        other = {**inputs, "pixel_values": torch.randn_like(inputs["pixel_values"])}
        where = {"layers": range(model.cfg.n_layers), "groups": PATCHED}
        return patching.sweep(model, other, inputs, logit_difference(7, 11), **where)

    def one_pass_a_patch() -> None:
        """Without even the hooks: a clean pass of source and target, and one for each layer and group."""
        for _ in range(2 + model.cfg.n_layers * len(PATCHED)):
            hf_model(**inputs, use_cache=False)

    def lens() -> Any:
        return logit_lens(model, inputs, positions=slice(n_pos - 100, n_pos))

    listed = [
        Condition(name="plain forward", plain=plain(), ours=lambda: model(inputs, use_cache=False)),
        Condition(
            name="cache residuals",
            plain=plain(),
            ours=cached("lm.*.hook_resid_post"),
            native=plain(output_hidden_states=True),
        ),
        Condition(name="cache patterns", plain=plain(), ours=cached("lm.*.hook_pattern"), native=eager),
        Condition(
            name="cache patterns of the last query", plain=plain(), ours=cached("lm.*.hook_pattern", positions=-1)
        ),
        Condition(name="cache q, k, v, z", plain=plain(), ours=cached([f"lm.*.hook_{part}" for part in "qkvz"])),
        Condition(
            name="patch residuals at 10 positions", plain=plain(), ours=hooked("lm.*.hook_resid_post", patch_resid)
        ),
        Condition(name="patch a head's z", plain=plain(), ours=hooked("lm.*.hook_z", patch_head)),
        Condition(name="edit patterns", plain=plain(), ours=hooked("lm.*.hook_pattern", lambda x, hook: x.mul_(0.9))),
        Condition(name="cache everything", plain=plain(), ours=cached("lm.*")),
        Condition(name="cache everything but heads' writes", plain=plain(), ours=cached(no_writes)),
        Condition(name="plain forward, 16 tokens", plain=plain(short), ours=lambda: model(short, use_cache=False)),
        Condition(name="cache everything, 16 tokens", plain=plain(short), ours=cached("lm.*", short)),
        Condition(name="plain forward, batch of 8", plain=plain(batch), ours=lambda: model(batch, use_cache=False)),
        Condition(name="generate 32 tokens", plain=generate_hf, ours=lambda: model.generate(inputs, **generation)),
        Condition(name="generate 32 tokens, steered", plain=generate_hf, ours=steered),
        Condition(name="logit lens, 100 positions", plain=plain(), ours=lens),
        Condition(name="patching sweep, all layers x 3 groups", plain=one_pass_a_patch, ours=sweep),
    ]
    others = peers(hf_model, inputs, ten=ten)
    return [
        replace(each, peers={name: runs[each.name] for name, runs in others.items() if each.name in runs})
        for each in listed
    ]


def compare(condition: Condition, *, repeats: int, device: torch.device) -> dict[str, Any]:
    """Medians in milliseconds, and ratios of the medians beside the middle half of the ratios of neighbouring runs."""
    runs = {"plain": condition.plain, "native": condition.native, "ours": condition.ours, **condition.peers}
    runs = {name: run for name, run in runs.items() if run is not None}
    times: dict[str, list[float]] = {name: [] for name in runs}
    for run in runs.values():
        timed(run, device)
    for _ in range(repeats):
        for name, run in runs.items():
            times[name].append(timed(run, device))
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    low, _, high = statistics.quantiles([o / p for o, p in zip(times["ours"], times["plain"], strict=True)], n=4)
    ratio = {name: f"{median / medians['plain']:.3f}" for name, median in medians.items()}
    return {
        "all layers": condition.name,
        "HF plain, ms": round(medians["plain"] * 1e3, 1),
        "HF's own flag, ratio": ratio.get("native", ""),
        "ours, ms": round(medians["ours"] * 1e3, 1),
        "ours, ratio": ratio["ours"],
        "middle half": f"{low:.3f} to {high:.3f}",
        **{f"{name}, ratio": ratio.get(name, "") for name in installed()},
    }


def timed(run: Run, device: torch.device) -> float:
    """Seconds, until the device has finished."""
    start = time.perf_counter()
    run()
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    return time.perf_counter() - start


@contextmanager
def attention(hf_model: Any, implementation: str) -> Any:
    """HF's model with another attention function for the length of a block."""
    before = hf_model.config._attn_implementation
    hf_model.set_attn_implementation(implementation)
    try:
        yield
    finally:
        hf_model.set_attn_implementation(before)
