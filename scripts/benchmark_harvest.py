"""Harvesting a table of scenes beside a bare loop of Hugging Face's passes over inputs that are prepared already."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch
from benchmark_passes import timed
from torch import Tensor
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

    HF's passes run before and behind each harvest, and their mean counts: what the machine's speed drifts cancels.
    Each run goes through the whole table, over the borders of shards, until the last shard is on the disk. What the
    first run took longer, to start processes and to warm up, is a column of its own: long runs don't see it.
    """
    hf_model: Any = AutoModelForImageTextToText.from_pretrained(toy_path(_TOY)).to(device).eval()
    model = HookedVLMTransformer.from_pretrained(_TOY, device=device)
    table = _Scenes()
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
        first = {name: _seconds(run, device)[0] for name, run in {"HF": plain, **harvests}.items()}
        measured: dict[str, list[_Pair]] = {name: [] for name in harvests}
        before = _seconds(plain, device)
        with tqdm(total=repeats * len(harvests), desc="repeats", leave=False, disable=None) as bar:
            for name, run in [*harvests.items()] * repeats:
                run.clear()
                ours, after = _seconds(run, device), _seconds(plain, device)
                measured[name].append(_Pair((before + after) / 2, ours))
                before = after
                bar.update()
    return [_row(name, measured[name], harvests[name].report, first=first[name]) for name in harvests]


class _Pair(NamedTuple):
    """Seconds by the clock, and seconds that this process worked: HF's, before and behind, and ours in between."""

    hf: Tensor
    ours: Tensor


def _seconds(run: Callable[[], Any], device: torch.device) -> Tensor:
    before = time.process_time()
    clock = timed(run, device)
    return torch.tensor([clock, time.process_time() - before])


def _row(name: str, pairs: list[_Pair], report: harvest.Report, *, first: Tensor) -> dict[str, Any]:
    hf, ours = (torch.stack(each) for each in zip(*pairs, strict=True))
    low, middle, high = (hf / ours).quantile(torch.tensor([0.25, 0.5, 0.75]), dim=0)
    total, typical = ours[:, 0].sum() + first, ours[:, 0].median()
    return {
        "harvest at": name,
        "HF's passes, images/s": round(_SAMPLES / hf[:, 0].median().item(), 1),
        "ours": round(_SAMPLES / typical.item(), 1),
        "ratio": f"{middle[0]:.2f}",
        "middle half": f"{low[0]:.2f} to {high[0]:.2f}",
        "by this process's CPU time": f"{middle[1]:.2f}",
        **{f"waits for {part}": f"{getattr(report, part) / total:.1%}" for part in ("loader", "writer")},
        "to start, s": f"{first - typical:.2f}",
    }


class _Harvest:
    """A worker that fills a store again and again."""

    def __init__(self, plan: harvest.Plan, table: Sequence[Any], out: Path, loaders: int) -> None:
        self._worker = Worker(Job(plan, plan.examples(table), out, RowSink(), loaders))
        self._n, self.report = plan.n_shards(len(table)), harvest.Report()

    def __call__(self) -> None:
        """Fills it."""
        self._worker.fill(range(self._n), self.report)

    def clear(self) -> None:
        """Removes the shards."""
        for shard in range(self._n):
            shutil.rmtree(shard_path(self._worker.job.out, shard))
