"""Speed and memory of this library beside Hugging Face's model, on a random model of a named size or a checkpoint.

Times are ratios to a plain run of Hugging Face's model, in turn with it; the median over the repeats and the middle
half of the ratios are shown. Loading is measured in processes of their own.
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
from tqdm import tqdm

from vlm_lens_native import HookedVLMTransformer, VLMLensError
from vlm_lens_native.inputs import PromptBuilder, ThwGrid

# isort: split
import transformers
from benchmark_app import benchmark_app
from benchmark_harvest import benchmark_harvest
from benchmark_passes import Condition, compare, conditions
from benchmark_shapes import SHAPES, build, llava, load
from transformers import LlamaConfig, LlavaForConditionalGeneration, Qwen3VLConfig

BENCHMARKS = ("load", "passes", "layout", "app", "harvest")


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
        sizes = {"hidden_size": 1024, "num_hidden_layers": 14, "vocab_size": 32000, "intermediate_size": 4096}
        vision = SHAPES["small"].config().vision_config
        model = LlavaForConditionalGeneration(llava(vision, LlamaConfig(**sizes, num_attention_heads=8))).float()
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


# --- passes ---


def benchmark_passes(options: argparse.Namespace, device: torch.device) -> list[dict[str, Any]]:
    dtype = getattr(torch, options.dtype or ("bfloat16" if device.type == "cuda" else "float32"))
    if options.checkpoint:
        hf_model, model, inputs = load(options.checkpoint, options.image, device=device, dtype=dtype)
    else:
        hf_model, model, inputs = build(options.shape, device=device, dtype=dtype)
    chosen = [c for c in conditions(hf_model, model, inputs) if not options.match or options.match in c.name]
    with torch.no_grad():
        rows = []
        for condition in tqdm(chosen, desc="conditions", disable=not sys.stderr.isatty()):
            try:
                rows.append(compare(condition, repeats=options.repeats, device=device))
            except VLMLensError as error:  # SmolVLM's random shape has no tile tags, which a layout needs
                print(f"{condition.name}: not run. {error}\n", file=sys.stderr)
        return rows


# --- layout ---


def benchmark_layout(options: argparse.Namespace, device: torch.device) -> list[dict[str, Any]]:
    """Laying out 64 images of 1,024 tokens, beside Hugging Face's pass over one image."""
    hf_model, _, inputs = build("small", device=device, dtype=torch.float32)
    many = Qwen3VLConfig(vision_config={"patch_size": 16, "spatial_merge_size": 2})
    builder = PromptBuilder(processor=None, hf_config=many, geometry=ThwGrid())
    ids = torch.tensor([([1] + [many.image_token_id] * 1024 + [2]) * 64])
    laid_out = {"input_ids": ids, "image_grid_thw": torch.tensor([[1, 64, 64]] * 64)}
    condition = Condition(
        name="layout of 64 images of 1,024 tokens",
        plain=lambda: hf_model(**inputs, use_cache=False),
        ours=lambda: builder.layout(laid_out),
    )
    with torch.no_grad():
        return [compare(condition, repeats=options.repeats, device=device)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=BENCHMARKS, help="one of the benchmarks; default: all")
    parser.add_argument("--shape", choices=SHAPES, default="small", help="a random model of a named size")
    parser.add_argument("--checkpoint", help="a checkpoint in place of a random model; needs --image")
    parser.add_argument("--image", help="an image for --checkpoint")
    parser.add_argument("--match", help="only conditions whose name has this in it")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument(
        "--dtype", choices=["float32", "bfloat16", "float16"], help="bfloat16 on a GPU, float32 on a CPU"
    )
    parser.add_argument("--repeats", type=int, default=15)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--json", type=Path, help="also writes the tables to this file")
    parser.add_argument("--measure-load", nargs=2, metavar=("WHO", "PATH"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.repeats < 2:
        parser.error("--repeats must be 2 or more, for a spread.")
    if bool(options.checkpoint) != bool(options.image):
        parser.error("--checkpoint and --image belong together.")
    torch.manual_seed(0)
    torch.set_num_threads(options.threads)
    if options.measure_load:
        who, path = options.measure_load
        print(json.dumps(measure_load(path, who)))
        return
    device = torch.device(options.device)
    where = f"{platform.machine()} CPU, {options.threads} threads"
    if device.type == "cuda":
        where = torch.cuda.get_device_name(device)
    print(f"{date.today()}, {where}, torch {torch.__version__}, transformers {transformers.__version__}\n")
    tables: dict[str, list[dict[str, Any]]] = {}
    if options.only in (None, "load"):
        tables["load"] = benchmark_load(min(options.repeats, 5))
        print_table(tables["load"])
    if options.only in (None, "passes"):
        print(f"{options.checkpoint or SHAPES[options.shape].about}; {options.dtype or 'default dtype'}, sdpa\n")
        tables["passes"] = benchmark_passes(options, device)
        print_table(tables["passes"])
    if options.only in (None, "layout"):
        tables["layout"] = benchmark_layout(options, device)
        print_table(tables["layout"])
    if options.only in (None, "app"):
        tables["app"] = benchmark_app(options.shape, options.repeats)
        print_table(tables["app"])
    if options.only in (None, "harvest"):
        tables["harvest"] = benchmark_harvest(options.repeats, device)
        print_table(tables["harvest"])
    if options.json:
        options.json.write_text(json.dumps({"where": where, "date": str(date.today()), **tables}, indent=2))


def print_table(rows: list[dict[str, Any]]) -> None:
    """As Markdown."""
    if not rows:
        return
    print("| " + " | ".join(rows[0]) + " |\n|" + " --- |" * len(rows[0]))
    for row in rows:
        print("| " + " | ".join(map(str, row.values())) + " |")
    print()


if __name__ == "__main__":
    main()
