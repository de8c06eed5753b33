"""What all kinds of patching do alike: clean runs of every pair, then patched ones, until done or stopped."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from vlm_lens_native.analysis.runs.clean import CleanRun, Encoder
from vlm_lens_native.analysis.runs.metrics import Metric, logit_difference, measured, one_for_each
from vlm_lens_native.analysis.runs.pairs import Direction, RowPair
from vlm_lens_native.errors import InputError
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.stopping import Stoppable

Cell = tuple[int, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class PairRuns:
    """The two clean runs of a row.

    Attributes:
        host: The run that is patched.
        donor: The run whose activations are put in.
        read: Positions of the host whose logits the metric gets.
        ends: The metric of the source and of the target.
        top_ids: The most probable next tokens of both.
        metric: From logits to a number.
    """

    host: CleanRun
    donor: CleanRun
    read: Tensor
    ends: tuple[float, float]
    top_ids: tuple[int, int]
    metric: Callable[[Tensor], float]


@dataclass(frozen=True, kw_only=True, eq=False)
class Pairwise(ABC):
    """Patches of many pairs.

    Attributes:
        model: The model.
        direction: Which run is patched.
        keeps_keys: Whether patched runs go on from clean keys and values.
    """

    model: HookedVLMTransformer
    direction: Direction = "denoise"
    keeps_keys: bool = True

    @abstractmethod
    def needs(self, nth: int) -> tuple[list[str], list[str]]:
        """The activations that a pair's patches need: of the run that is patched, and of the other."""

    @abstractmethod
    def patched(self, nth: int, runs: PairRuns) -> Iterable[tuple[Cell, Tensor]]:
        """The logits ``[read d_vocab]`` of a pair's patched runs, each with its cell of the result."""

    def carry_out(
        self, rows: Sequence[RowPair], metric: Metric | Sequence[Metric] | None, shape: Sequence[int], *, title: str
    ) -> dict[str, Any]:
        """All patches of all pairs, without gradients; if stopped by Ctrl-C, those that were done by then.

        Args:
            rows: The pairs.
            metric: One for all, one for each pair, or None for the difference of the runs' own answers.
            shape: Of a pair's results.
            title: Of the progress bar.

        Returns:
            The fields of `Effects`.

        Raises:
            InputError: As for `clean_runs` and `one_for_each`.
        """
        metrics = [None] * len(rows) if metric is None else one_for_each(metric, len(rows), what="pairs")
        values, top_ids = torch.full((len(rows), *shape), torch.nan), torch.full((len(rows), *shape), -1)
        ends, end_ids = torch.full((2, len(rows)), torch.nan), torch.full((2, len(rows)), -1)
        with torch.no_grad(), Stoppable(title, values.numel(), unit="run") as work:
            encoder = Encoder(self.model, [each for pair in rows for each in (pair.source, pair.target)])
            for nth, (pair, chosen) in enumerate(zip(rows, metrics, strict=True)):
                runs = self._clean(encoder, pair, chosen, nth)
                ends[:, nth], end_ids[:, nth] = torch.tensor(runs.ends), torch.tensor(runs.top_ids)
                for cell, logits in self.patched(nth, runs):
                    values[nth, *cell] = runs.metric(logits)
                    top_ids[nth, *cell] = int(logits[-1].argmax())
                    work.done()
        return {
            "direction": self.direction,
            "values": values,
            "top_ids": top_ids,
            "source_values": ends[0],
            "target_values": ends[1],
            "source_top_ids": end_ids[0],
            "target_top_ids": end_ids[1],
            "notes": tuple(dict.fromkeys(note for pair in rows for note in pair.alignment.notes)),
        }

    def _clean(self, encoder: Encoder, pair: RowPair, metric: Metric | None, nth: int) -> PairRuns:
        """The two clean runs of a pair.

        Raises:
            InputError: The metric is the same in both, so that no patch could be told from none.
        """
        host_names, donor_names = self.needs(nth)
        denoise = self.direction == "denoise"
        names = (donor_names, host_names) if denoise else (host_names, donor_names)
        source, target = (
            CleanRun.of(self.model, encoder(inputs, pair.row), wanted, read=read, keeps_keys=self.keeps_keys)
            for inputs, wanted, read in zip(
                (pair.source, pair.target), names, (pair.read_source, pair.read), strict=True
            )
        )
        top_ids = int(source.logits[-1].argmax()), int(target.logits[-1].argmax())
        chosen = logit_difference(*top_ids) if metric is None else metric

        def measure(logits: Tensor) -> float:
            return float(measured(chosen, logits if pair.reads_several else logits[0]))

        ends = measure(source.logits), measure(target.logits)
        if not all(map(math.isfinite, ends)):
            raise InputError(
                f"The metric is {ends[0]:.4g} in the source run and {ends[1]:.4g} in the target run, which is no scale "
                "for what comes between. Choose a metric that is finite."
            )
        if ends[0] == ends[1]:
            alike = "Both runs answer alike (token {}), and the metric" if top_ids[0] == top_ids[1] else "The metric"
            raise InputError(
                f"{alike.format(top_ids[0])} is {ends[0]:.4g} in the source run and in the target run, so there is "
                "nothing to recover. Choose inputs that are answered differently, or another metric."
            )
        host, donor = (target, source) if denoise else (source, target)
        read = pair.read if denoise else pair.read_source
        return PairRuns(host=host, donor=donor, read=read, ends=ends, top_ids=top_ids, metric=measure)
