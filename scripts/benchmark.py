"""Speed and memory of this library beside Hugging Face's model, on a random LLaVA.

Times are ratios to a plain forward pass of Hugging Face's model, run in turn with it; the median over the repeats and
the middle half of the ratios are shown. Loading is measured in processes of their own.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import torch

from vlm_lens_native import HookedVLMTransformer

# isort: split
from transformers import CLIPVisionConfig, LlamaConfig, LlavaConfig, LlavaForConditionalGeneration

IMAGE = 5
BENCHMARKS = ("load", "forward")


def llava(*, d_model: int, n_layers: int, d_vocab: int) -> LlavaConfig:
    """A LLaVA with LLaVA-1.5's image tokens, 576 an image, behind a small vision encoder."""
    return LlavaConfig(
        vision_config=CLIPVisionConfig(
            hidden_size=256,
            intermediate_size=512,
            num_hidden_layers=2,
            num_attention_heads=4,
            image_size=336,
            patch_size=14,
        ),
        text_config=LlamaConfig(
            vocab_size=d_vocab,
            hidden_size=d_model,
            intermediate_size=4 * d_model,
            num_hidden_layers=n_layers,
            num_attention_heads=8,
            num_key_value_heads=8,
            max_position_embeddings=2048,
        ),
        image_token_index=IMAGE,
    )


# --- loading ---


def measure_load(path: str, who: str) -> dict[str, float]:
    """Seconds and peak memory of loading, above what the process held before; run in a fresh process."""
    load: Callable[[str], Any] = {
        "hf": LlavaForConditionalGeneration.from_pretrained,
        "ours": HookedVLMTransformer.from_pretrained,
    }[who]
    peak = Peak()
    start = time.perf_counter()
    model = load(path)
    seconds = time.perf_counter() - start
    anonymous, resident = peak.stop()
    assert model is not None
    return {"seconds": seconds, "anonymous": anonymous, "resident": resident}


class Peak:
    """Samples this process's memory: anonymous (must be there), and resident (with the files mapped in)."""

    def __init__(self) -> None:
        self._before = self._now()
        self._most = self._before
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def _now(self) -> tuple[int, int]:
        rows = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
        return tuple(int(rows[name].split()[0]) * 1024 for name in ("RssAnon", "VmRSS"))  # type: ignore[return-value]

    def _watch(self) -> None:
        while not self._over.wait(0.002):
            self._most = tuple(map(max, self._most, self._now()))  # type: ignore[assignment]

    def stop(self) -> tuple[int, int]:
        """Bytes above the start."""
        self._over.set()
        self._thread.join()
        return self._most[0] - self._before[0], self._most[1] - self._before[1]


def benchmark_load(repeats: int) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as directory:
        model = LlavaForConditionalGeneration(llava(d_model=1024, n_layers=14, d_vocab=32000)).to(torch.float32)
        model.save_pretrained(directory, max_shard_size="300MB")
        size = sum(file.stat().st_size for file in Path(directory).glob("*.safetensors"))
        runs: dict[str, list[dict[str, float]]] = {"hf": [], "ours": []}
        for _ in range(repeats):
            for who, done in runs.items():
                out = subprocess.run(
                    [sys.executable, __file__, "--measure-load", who, directory], capture_output=True, check=True
                )
                done.append(json.loads(out.stdout.splitlines()[-1]))
    rows = []
    for who, done in runs.items():
        median = {key: statistics.median(run[key] for run in done) for key in done[0]}
        rows.append(
            {
                "load": {"hf": "Hugging Face", "ours": "vlm_lens_native"}[who],
                "checkpoint GB": round(size / 1e9, 2),
                "seconds": round(median["seconds"], 2),
                "peak anonymous / checkpoint": round(median["anonymous"] / size, 3),
                "peak resident / checkpoint": round(median["resident"] / size, 3),
            }
        )
    return rows


# --- forward passes ---


def benchmark_forward(repeats: int) -> list[dict[str, Any]]:
    hf_model = LlavaForConditionalGeneration(llava(d_model=512, n_layers=8, d_vocab=2000)).eval()
    model = HookedVLMTransformer.from_hf(hf_model)
    text = torch.randint(10, 2000, (1, 24))
    inputs = {
        "input_ids": torch.cat([torch.tensor([[1] + [IMAGE] * 576]), text], dim=1)[:, :600],
        "pixel_values": torch.randn(1, 3, 336, 336),
    }
    ten = slice(560, 570)

    def patch_resid(x: torch.Tensor, hook: Any) -> None:
        x[:, ten] = 0.1

    def patch_head(x: torch.Tensor, hook: Any) -> None:
        x[:, ten, 3] = 0.1

    conditions: dict[str, Callable[[], Any]] = {
        "plain forward": lambda: model(inputs),
        "cache residuals": lambda: model.run_with_cache(inputs, "lm.*.hook_resid_post"),
        "cache q, k, v, z": lambda: model.run_with_cache(inputs, [f"lm.*.hook_{part}" for part in "qkvz"]),
        "cache patterns": lambda: model.run_with_cache(inputs, "lm.*.hook_pattern"),
        "patch residuals at 10 positions": lambda: model.run_with_hooks(inputs, [("lm.*.hook_resid_post", patch_resid)]),
        "patch a head's z at 10 positions": lambda: model.run_with_hooks(inputs, [("lm.*.hook_z", patch_head)]),
        "edit patterns": lambda: model.run_with_hooks(inputs, [("lm.*.hook_pattern", lambda x, hook: x.mul_(0.9))]),
        "cache everything": lambda: model.run_with_cache(inputs, "lm.*"),
    }
    with torch.no_grad():
        plain = lambda: hf_model(**inputs)  # noqa: E731
        return [compared(name, plain, run, repeats) for name, run in conditions.items()]


def compared(name: str, plain: Callable[[], Any], run: Callable[[], Any], repeats: int) -> dict[str, Any]:
    """Medians of both, run in turn, and the spread of the ratios of neighbouring runs."""
    for function in (plain, run):
        function()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(repeats):
        for function, taken in zip((plain, run), times, strict=True):
            start = time.perf_counter()
            function()
            taken.append(time.perf_counter() - start)
    low, _, high = statistics.quantiles([ours / theirs for theirs, ours in zip(*times, strict=True)], n=4)
    return {
        "all layers": name,
        "Hugging Face, plain, ms": round(statistics.median(times[0]) * 1e3, 1),
        "ms": round(statistics.median(times[1]) * 1e3, 1),
        "ratio": round(statistics.median(times[1]) / statistics.median(times[0]), 3),
        "middle half": f"{low:.3f} to {high:.3f}",
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=BENCHMARKS, help="one of the benchmarks; default: all")
    parser.add_argument("--repeats", type=int, default=15)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--measure-load", nargs=2, metavar=("WHO", "PATH"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(options.threads)
    if options.measure_load:
        who, path = options.measure_load
        print(json.dumps(measure_load(path, who)))
        return
    print(f"{date.today()}, {platform.machine()} CPU, {options.threads} threads, torch {torch.__version__}\n")
    if options.only in (None, "load"):
        print_table(benchmark_load(min(options.repeats, 5)))
    if options.only in (None, "forward"):
        print_table(benchmark_forward(options.repeats))


def print_table(rows: list[dict[str, Any]]) -> None:
    """As Markdown."""
    print("| " + " | ".join(rows[0]) + " |\n|" + " --- |" * len(rows[0]))
    for row in rows:
        print("| " + " | ".join(map(str, row.values())) + " |")
    print()


if __name__ == "__main__":
    main()
