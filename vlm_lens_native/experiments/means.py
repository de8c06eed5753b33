"""Mean activations over a data set, computed once, kept, and put in by ``MeanAblation``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from vlm_lens_native.analysis.result import Result
from vlm_lens_native.experiments.activations import hook_names, kept_by_batch
from vlm_lens_native.experiments.batching import Batches
from vlm_lens_native.experiments.examples import Examples, Table
from vlm_lens_native.experiments.hooking import Hooks
from vlm_lens_native.hook_names import NamesFilter
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.stopping import Stoppable

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Means(Result, Mapping[str, Tensor]):
    """Mean activations by full hook name, over tokens of examples; a mapping, as ``MeanAblation(means)`` takes it.

    Attributes:
        means: In float32 on the CPU: ``[d_model]``, or ``[head d_head]``.
        deviations: The standard deviation of each entry, likewise.
        n_tokens: Over how many tokens.
        n_examples: Over how many examples.
        n_asked: How many there were; more, where work was stopped.
    """

    _ranked_by = "norm"

    means: Mapping[str, Tensor]
    deviations: Mapping[str, Tensor]
    n_tokens: int
    n_examples: int
    n_asked: int

    def __getitem__(self, name: str) -> Tensor:
        return self.means[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.means)

    def __len__(self) -> int:
        return len(self.means)

    @property
    def n_missing(self) -> int:
        """How many examples were not run, because the work was stopped."""
        return self.n_asked - self.n_examples

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each hook point: the norm of the mean, and of the deviations."""
        import pandas as pd

        norms = [float(each.norm()) for each in self.means.values()]
        spread = [float(each.norm()) for each in self.deviations.values()]
        return pd.DataFrame({"hook": list(self.means), "norm": norms, "deviation": spread})

    def plot(self) -> Figure:
        """The norms of means and of deviations, hook point by hook point."""
        from vlm_lens_native.visualize import plot_patching

        lines = self.to_dataframe()
        values = lines[["norm", "deviation"]].to_numpy()
        layers = [name.removeprefix("lm.").removeprefix("blocks.") for name in lines["hook"]]
        groups = ["mean", "standard deviation"]
        return plot_patching(values, layers=layers, groups=groups, label="norm", place="hook point", levels=(0.0,))

    def __repr__(self) -> str:
        stopped = f"; stopped: {self.n_missing} examples are missing" if self.n_missing else ""
        return f"Means({len(self)} hook points over {self.n_tokens} tokens of {self.n_examples} examples{stopped})"


def means(
    model: HookedVLMTransformer,
    examples: Table,
    hook: NamesFilter,
    positions: Any = slice(None),
    *,
    hooks: Hooks = None,
    batch_size: int | None = None,
) -> Means:
    """Mean activations over some tokens of all examples; every token counts alike.

    Nothing but sums is kept, so memory doesn't grow with the table: one batch (see `batching.Batches`), and 16 bytes
    for each entry of a mean. Stopped by Ctrl-C, it returns the means over what has been run.

    Args:
        model: The model.
        examples: The table, or its rows.
        hook: Hook points of the decoder, as for `activations`: ``"z"`` is every block's.
        positions: Likewise; None or ``slice(None)`` are all tokens of an example, without padding.
        hooks: What acts meanwhile, as for `evaluate`.
        batch_size: Examples at a time; None goes by the memory.

    Raises:
        InputError: As for `activations`.
    """
    table = Examples.of(examples)
    names = hook_names(model, hook)
    positions = slice(None) if positions is None else positions
    sums: dict[str, Tensor] = {}  # [moment ...]
    n_tokens = n_examples = 0
    batches = Batches(model=model, examples=table, hooks=hooks, batch_size=batch_size, kept=names)
    with torch.no_grad(), Stoppable("Means", len(table)) as work:
        for _, at, cache in kept_by_batch(batches, positions):
            new = {name: _moments(cache[name], at) for name in names}
            sums = {name: sums[name] + each if sums else each for name, each in new.items()}  # of a whole batch
            n_tokens, n_examples = n_tokens + sum(map(len, at)), n_examples + len(at)
            work.done(len(at))
    averages = {name: each / n_tokens for name, each in sums.items()}
    return Means(
        means={name: first.float() for name, (first, _) in averages.items()},
        deviations={
            name: (second - first**2).clamp(min=0).sqrt().float() for name, (first, second) in averages.items()
        },
        n_tokens=n_tokens,
        n_examples=n_examples,
        n_asked=len(table),
    )


def _moments(activation: Tensor, at: Sequence[Tensor]) -> Tensor:
    """``[moment ...]``: sums of entries and of their squares over some positions of each row, in float64 on the CPU."""
    chosen = torch.cat([row[own.to(row.device)] for row, own in zip(activation, at, strict=True)]).double()
    return torch.stack([chosen.sum(0), (chosen**2).sum(0)]).cpu()
