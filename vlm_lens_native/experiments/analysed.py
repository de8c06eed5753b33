"""What an analysis finds in each of many examples, with their labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor

from vlm_lens_native.analysis.result import Result
from vlm_lens_native.analysis.runs.bootstrap import bootstrap
from vlm_lens_native.errors import InputError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

_MOST_CURVES, _MOST_LINES = 6, 30


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Analysed(Result):
    """An analysis of each of some examples, in their order.

    Attributes:
        keys: What tells an analysis's lines apart: such as ``layer`` and ``flow``.
        lines: Their values, for each line.
        quantities: What is known of each line.
        values: It; NaN where an example has no such line, or was not run.
        ran: 1 where an example was run, -1 where it was not, since work was stopped.
        labels: The labels of the examples by name, their questions among them; None where one has none.
        ranking: The quantity that `top` and `plot` go by.
    """

    keys: tuple[str, ...]
    lines: tuple[tuple[Any, ...], ...]
    quantities: tuple[str, ...]
    values: Float[Tensor, "example line quantity"]
    ran: Int[Tensor, " example"]
    labels: Mapping[str, tuple[Any, ...]]
    ranking: str

    @property
    def ranked_by(self) -> str:
        """The quantity that `top` and `plot` go by."""
        return self.ranking

    def __len__(self) -> int:
        return len(self.ran)

    def of(self, quantity: str | None = None, **keys: Any) -> Float[Tensor, "example line"]:
        """One quantity of each example, in all lines or those with some keys: ``found.of("rank", layer=3)``.

        Raises:
            InputError: There is no such quantity, key or line.
        """
        name = self.ranked_by if quantity is None else quantity
        if name not in self.quantities:
            raise InputError(f"There is no {name!r}; there are {', '.join(self.quantities)}.")
        return self.values[:, self._where(keys), self.quantities.index(name)]

    def where(self, **labels: Any) -> Analysed:
        """The examples with these labels.

        Raises:
            InputError: None has them, or there is no such label.
        """
        found = torch.ones(len(self), dtype=torch.bool)
        for name, value in labels.items():
            found &= torch.tensor([each == value for each in self._label(name)])
        if not found.any():
            raise InputError(f"No example has {labels}.")
        return self._some(found)

    def mean(self, by: str | None = None) -> pd.DataFrame:
        """One line for each line of the analysis (and each value of a label): ``n`` examples, and quantities' means.

        Raises:
            InputError: There is no such label.
        """
        return self._by(by, lambda part: dict(zip(part.quantities, part.values.nanmean(0).T.numpy(), strict=True)))

    def interval(
        self,
        quantity: str | None = None,
        level: float = 0.95,
        *,
        by: str | None = None,
        resamples: int = 2000,
        seed: int = 0,
    ) -> pd.DataFrame:
        """As `mean`, of one quantity: ``mean``, and ``low`` and ``high``, the percentile bootstrap over examples.

        Raises:
            InputError: One example only, or no such level, quantity or label.
        """

        def ends(part: Analysed) -> dict[str, Any]:
            own = part.of(quantity)
            low, high = bootstrap(own, level, resamples=resamples, seed=seed)
            return {"mean": own.nanmean(0).numpy(), "low": low.numpy(), "high": high.numpy()}

        return self._by(by, ends)

    def top(self, n: int = 20) -> pd.DataFrame:
        """The ``n`` lines whose mean over examples is largest, by size."""
        lines = self.mean()
        order = np.argsort(-np.abs(lines[self.ranked_by].to_numpy(float)), kind="stable")
        return lines.iloc[order[:n]].reset_index(drop=True)

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each example and line that it has, with the example's labels."""
        import pandas as pd

        example, line = (~self.values.isnan().all(-1)).nonzero(as_tuple=True)
        found = {"example": example.numpy(), **self._columns(line.tolist())}
        numbers = self.values[example, line].numpy()
        found |= {name: numbers[:, nth] for nth, name in enumerate(self.quantities)}
        for name, values in self.labels.items():
            column = f"label_{name}" if name in found else name
            found[column] = [values[nth] for nth in example.tolist()]
        return pd.DataFrame(found)

    def plot(self, quantity: str | None = None, *, by: str | None = None) -> Figure:
        """Means over examples with 95 % intervals: curves over layers where lines have layers, else the largest.

        Args:
            quantity: Which one.
            by: A label: a curve (or a line) for each of its values.
        """
        from vlm_lens_native.visualize import plot_means, plot_patching

        name = self.ranked_by if quantity is None else quantity
        own = [*self.keys, *([] if by is None else [by])]
        over = next((key for key in ("layer", "layers") if key in self.keys), None)
        lines = self._with_ends(name, by)
        numbers = lines[["mean", "low", "high"]].to_numpy(float)
        curves = _called(lines, [key for key in own if key != over], name)
        groups = list(dict.fromkeys(curves))
        if over is None or len(groups) > _MOST_CURVES:
            order = np.argsort(-np.abs(numbers[:, 0]), kind="stable")[:_MOST_LINES]
            names = _called(lines.iloc[order], own, name)
            return plot_means(numbers[order, 0], intervals=numbers[order, 1:], names=names, label=name)
        layers = list(dict.fromkeys(lines[over]))
        grid = np.full((3, len(layers), len(groups)), np.nan)
        for curve, layer, ends in zip(curves, lines[over], numbers, strict=True):
            grid[:, layers.index(layer), groups.index(curve)] = ends
        mean, *band = grid
        called = {"layers": [str(layer) for layer in layers], "groups": groups, "label": name, "place": over}
        return plot_patching(mean, **called, band=(band[0], band[1]), levels=(0.0,))

    def _with_ends(self, quantity: str, by: str | None) -> pd.DataFrame:
        """Means of one quantity with 95 % intervals, which are missing where a value of the label has one example."""
        values = [None] if by is None else list(dict.fromkeys(self._label(by)))
        fewest = len(self) if by is None else min(map(self._label(by).count, values))
        if fewest > 1:
            return self.interval(quantity, by=by)
        return self.mean(by).rename(columns={quantity: "mean"}).assign(low=np.nan, high=np.nan)

    @property
    def _ran(self) -> Tensor:
        return self.ran

    def _label(self, name: str) -> tuple[Any, ...]:
        if name not in self.labels:
            raise InputError(f"There is no label {name!r}; there are {', '.join(self.labels)}.")
        return self.labels[name]

    def _some(self, kept: Bool[Tensor, " example"]) -> Analysed:
        numbers = kept.nonzero().flatten().tolist()
        labels = {name: tuple(values[nth] for nth in numbers) for name, values in self.labels.items()}
        return replace(self, values=self.values[kept], ran=self.ran[kept], labels=labels)

    def _where(self, keys: Mapping[str, Any]) -> list[int]:
        if unknown := [key for key in keys if key not in self.keys]:
            raise InputError(f"There is no key {unknown[0]!r}; there are {', '.join(self.keys)}.")
        at = [self.keys.index(key) for key in keys]
        found = [
            n for n, line in enumerate(self.lines) if all(line[i] == v for i, v in zip(at, keys.values(), strict=True))
        ]
        if not found:
            raise InputError(f"There is no line with {dict(keys)}; see .lines.")
        return found

    def _columns(self, numbers: list[int]) -> dict[str, list[Any]]:
        return {key: [self.lines[n][nth] for n in numbers] for nth, key in enumerate(self.keys)}

    def _by(self, by: str | None, numbers: Any) -> pd.DataFrame:
        """A frame of lines; for each value of a label, if one is given."""
        import pandas as pd

        def frame(part: Analysed) -> pd.DataFrame:
            n = (~part.of().isnan()).sum(0).numpy()
            return pd.DataFrame({**part._columns(list(range(len(part.lines)))), "n": n, **numbers(part)})

        if by is None:
            return frame(self)
        parts = {value: frame(self.where(**{by: value})) for value in dict.fromkeys(self._label(by))}
        return pd.concat([part.assign(**{by: value}) for value, part in parts.items()], ignore_index=True)

    def __repr__(self) -> str:
        said = [
            f"{len(self)} examples",
            f"{len(self.lines)} lines by {', '.join(self.keys)}",
            ", ".join(self.quantities),
        ]
        return f"Analysed({'; '.join(said + self._stopped())})"


def _called(lines: pd.DataFrame, columns: list[str], otherwise: str) -> list[str]:
    """What lines are called by some of their columns; numbers with the column's name."""
    rows = lines[columns].to_numpy(dtype=object).tolist()
    said = [
        " ".join(
            str(value) if isinstance(value, str) else f"{column} {value}"
            for column, value in zip(columns, row, strict=True)
        )
        for row in rows
    ]
    return [each or otherwise for each in said]
