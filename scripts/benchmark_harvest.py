"""Harvesting a table of scenes beside a bare loop of Hugging Face's passes over inputs that are prepared already."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
from benchmark_passes import timed
from tqdm import tqdm

from vlm_lens_native import HookedVLMTransformer, harvest
from vlm_lens_native.harvest.running import Job, Worker
from vlm_lens_native.harvest.shards import shard_path
from vlm_lens_native.harvest.sinks import RowSink
from vlm_lens_native.toys import toy_path
from vlm_lens_native.toys.scenes import Scene

# isort: split
from transformers import AutoModelForImageTextToText

_TOY, _SAMPLES, _BATCH, _SHARD = "toy-llava", 2048, 32, 256


class _Scenes(Sequence[Any]):
    """Images in memory, as a data set would have them: drawing them is no part of what is measured."""

    def __init__(self) -> None:
        self._images = [Scene.random(seed=seed).image for seed in range(_SAMPLES)]

    def __len__(self) -> int:
        return _SAMPLES

    def __getitem__(self, index: Any) -> Any:
        return {"image": self._images[index], "question": "How many?"}


def benchmark_harvest(repeats: int, device: torch.device) -> list[dict[str, Any]]:
    """Rows of image tokens at one layer, with inputs prepared in this process or in another beside it.

    Each run goes through the whole table, over the borders of shards, until the last shard is on the disk. What the
    first run took longer, to start processes and to warm up, is a column of its own: long runs don't see it.
    """
    hf_model: Any = AutoModelForImageTextToText.from_pretrained(toy_path(_TOY)).to(device).eval()
    model = HookedVLMTransformer.from_pretrained(_TOY, device=device)
    table, rows = _Scenes(), []
    with tempfile.TemporaryDirectory() as folder, torch.no_grad():
        last, third = (
            f"lm.blocks.{layer}.hook_resid_post" for layer in (model.cfg.n_layers - 1, model.cfg.n_layers // 3 - 1)
        )
        batches = [
            model.prepare_questions([(row["question"], [row["image"]]) for row in map(table.__getitem__, part)])
            for part in (range(start, start + _BATCH) for start in range(0, _SAMPLES, _BATCH))
        ]

        def plain() -> None:
            for batch in batches:
                hf_model(**batch, use_cache=False)

        harvests: dict[str, _Harvest] = {}
        for where, name in (("the last layer", last), ("a third of the layers", third)):
            for loaders in (0, 1):
                plan = harvest.Plan(model=model, names=name, batch_size=_BATCH, samples_per_shard=_SHARD)
                out = Path(folder) / f"{where} {loaders}"
                harvests[f"{where}, loaders={loaders}"] = _Harvest(plan, table, out, loaders)
        runs: dict[str, Callable[[], Any]] = {"HF": plain, **harvests}
        times: dict[str, list[float]] = {name: [] for name in runs}
        work: dict[str, list[float]] = {name: [] for name in runs}
        first = {name: timed(run, device) for name, run in runs.items()}
        for _ in tqdm(range(repeats), desc="repeats", leave=False, disable=None):
            for name, run in runs.items():
                before = time.process_time()
                times[name].append(timed(run, device))
                work[name].append(time.process_time() - before)
    for name, ours in harvests.items():
        ratios = [hf / other for hf, other in zip(times["HF"], times[name], strict=True)]
        low, middle, high = statistics.quantiles(ratios, n=4)
        speed = {who: _SAMPLES / statistics.median(times[key]) for who, key in (("HF", "HF"), ("ours", name))}
        line = {"harvest at": name, "HF's passes, images/s": round(speed["HF"], 1), "ours": round(speed["ours"], 1)}
        line |= {"ratio": f"{middle:.2f}", "middle half": f"{low:.2f} to {high:.2f}"}
        cpu = statistics.median(hf / other for hf, other in zip(work["HF"], work[name], strict=True))
        report, seconds = ours.report, sum(times[name]) + first[name]
        line |= {"by this process's CPU time": f"{cpu:.2f}"}
        line |= {f"waits for {part}": f"{getattr(report, part) / seconds:.1%}" for part in ("loader", "writer")}
        rows.append(line | {"to start, s": round(first[name] - statistics.median(times[name]), 2)})
    return rows


class _Harvest:
    """A worker that fills a store again and again."""

    def __init__(self, plan: harvest.Plan, table: Sequence[Any], out: Path, loaders: int) -> None:
        self._worker = Worker(Job(plan, plan.examples(table), out, RowSink(), loaders))
        self._n, self.report = plan.n_shards(len(table)), harvest.Report()

    def __call__(self) -> None:
        """Fills it."""
        self._worker.fill(range(self._n), self.report)
        for shard in range(self._n):
            shutil.rmtree(shard_path(self._worker.job.out, shard))
