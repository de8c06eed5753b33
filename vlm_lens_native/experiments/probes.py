"""Linear probes: what can be read off activations, and what a probe finds in shuffled labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import torch
from jaxtyping import Bool, Float, Shaped
from torch import Tensor

from vlm_lens_native.analysis.result import Result
from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments.activations import activations
from vlm_lens_native.experiments.direction import Direction
from vlm_lens_native.experiments.examples import Examples, Table
from vlm_lens_native.experiments.hooking import Hooks
from vlm_lens_native.hook_names import NamesFilter
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.stopping import Stoppable

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

Kind = Literal["logistic", "ridge"]


def fit(
    model: HookedVLMTransformer,
    examples: Table,
    *,
    hook: NamesFilter = "resid_post",
    positions: Any = "last",
    target: str,
    kind: Kind = "logistic",
    each: bool = False,
    regularisation: float = 1.0,
    test_share: float = 0.3,
    shuffles: int = 5,
    seed: int = 0,
    hooks: Hooks = None,
    batch_size: int | None = None,
) -> Probe:
    """Fits a linear probe at every hook point, on some examples, and tries it on the others.

    Activations are standardised before fitting; weights and directions are those for activations as they are. Stopped
    by Ctrl-C while it fits, it returns the hook points that are done.

    Args:
        model: The model.
        examples: The table, or its rows.
        hook: The hook points, as for `activations`: ``"resid_post"`` is every block's.
        positions: As for `activations`.
        target: What is to be read off: a label, or ``"answer"``. Numbers for ``kind="ridge"``.
        kind: ``"logistic"`` regression over the target's values, or ``"ridge"`` regression of a number.
        each: Whether each position is a case of its own; else an example's is the mean over them. Positions of one
            example are never on both sides of the split.
        regularisation: The strength of the penalty on weights.
        test_share: The share of examples that are held out.
        shuffles: How often the control is fitted, with targets exchanged between examples.
        seed: Of split and shuffles.
        hooks: What acts meanwhile, as for `evaluate`.
        batch_size: Examples at a time; None goes by the memory.

    Raises:
        InputError: A target that examples lack, or with one value only; too few examples.
    """
    table = Examples.of(examples)
    coded, classes = _coded(table.labels(target), target, kind)
    found = activations(model, table, hook, positions, mean=not each, hooks=hooks, batch_size=batch_size)
    rng = np.random.default_rng(seed)
    held = _held_out(coded, test_share, rng, by_class=kind == "logistic")
    shuffled = [_shuffled(coded, held, rng) for _ in range(shuffles)]
    if len(width := {values.shape[1] for values in found.values.values()}) > 1:
        raise InputError(f"The hook points are {sorted(width)} wide; fit those of one width together.")
    owner = found.example.numpy()
    fits: list[tuple[tuple[float, Tensor, Tensor], list[float]]] = []  # a probe, and its controls' scores
    with Stoppable("Probes", len(found.values), unit="probe") as work:
        for rows in found.values.values():
            case = {"rows": rows.double().numpy(), "held": held[owner], "kind": kind, "penalty": regularisation}
            own = _fit(targets=coded[owner], **case)
            fits.append((own, [_fit(targets=other[owner], **case)[0] for other in shuffled]))
            work.done()
    return Probe(
        hooks=tuple(found.values)[: len(fits)],
        target=target,
        kind=kind,
        classes=classes,
        accuracy=torch.tensor([score for (score, _, _), _ in fits]),
        controls=torch.tensor([scores for _, scores in fits]).reshape(len(fits), shuffles),
        weights=torch.stack([weight for (_, weight, _), _ in fits]),
        biases=torch.stack([bias for (_, _, bias), _ in fits]),
        activations=torch.stack(list(found.values.values())[: len(fits)]),
        targets=torch.from_numpy(coded.astype(float))[found.example].float(),
        held_out=torch.from_numpy(held)[found.example],
    )


def _coded(values: Sequence[Any], target: str, kind: Kind) -> tuple[Shaped[np.ndarray, " example"], tuple[Any, ...]]:
    """The target as numbers: of a class its place among the classes, which come beside; of numbers themselves.

    Raises:
        InputError: There is one class only.
    """
    if kind == "ridge":
        return np.array(values, dtype=float), ()
    classes = tuple(sorted(set(values), key=str))
    if len(classes) < 2:
        raise InputError(f"A probe tells values apart, and {target!r} has only {next(iter(classes), None)!r}.")
    return np.array([classes.index(value) for value in values]), classes


def _held_out(coded: Shaped[np.ndarray, " example"], share: float, rng: Any, *, by_class: bool) -> np.ndarray:
    """Which examples are held out: of every value the same share.

    Raises:
        InputError: Too few examples of a value.
    """
    held = np.zeros(len(coded), dtype=bool)
    for value in np.unique(coded) if by_class else [None]:
        own = np.flatnonzero(coded == value) if by_class else np.arange(len(coded))
        n = max(1, round(share * len(own)))
        if not 0 < share < 1 or len(own) - n < 2:
            raise InputError(
                f"Of {len(own)} examples {'of one value ' * by_class}test_share={share} holds out {n}; at least two "
                "are needed to fit on, and one to hold out."
            )
        held[rng.permutation(own)[:n]] = True
    return held


def _shuffled(coded: np.ndarray, held: np.ndarray, rng: Any) -> np.ndarray:
    """Targets exchanged between examples, among those to fit on and among those held out."""
    other = coded.copy()
    for part in (held, ~held):
        other[part] = rng.permutation(coded[part])
    return other


def _fit(
    *, rows: np.ndarray, targets: np.ndarray, held: np.ndarray, kind: str, penalty: float
) -> tuple[float, Tensor, Tensor]:
    """The score on what is held out, the weights ``[value d]`` and the biases ``[value]``."""
    from sklearn.linear_model import LogisticRegression, Ridge

    ours = rows[~held]
    middle, spread = ours.mean(0), ours.std(0)
    spread[spread < 1e-12] = 1.0
    made: Any = Ridge(alpha=penalty) if kind == "ridge" else LogisticRegression(C=1 / penalty, max_iter=2000)
    fitted = made.fit((ours - middle) / spread, targets[~held])
    score = fitted.score((rows[held] - middle) / spread, targets[held])
    weights = np.atleast_2d(fitted.coef_) / spread
    biases = np.atleast_1d(fitted.intercept_) - weights @ middle
    if kind == "logistic" and len(weights) == 1:  # of two values, scikit-learn has the second one's only
        weights, biases = np.concatenate([-weights, weights]) / 2, np.concatenate([-biases, biases]) / 2
    return float(score), torch.from_numpy(weights).float(), torch.from_numpy(biases).float()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Probe(Result):
    """Linear probes at some hook points.

    Attributes:
        hooks: The hook points.
        target: What was read off.
        kind: ``"logistic"`` or ``"ridge"``.
        classes: The target's values; empty for numbers.
        accuracy: On held-out examples: the share of right values, or of numbers the coefficient of determination.
        controls: The same of probes for shuffled targets.
        weights: For each value (one for numbers) the weights on activations.
        biases: Likewise.
        activations: What the probes were fitted on and tried on.
        targets: The target of each row, as an index of ``classes``, or as a number.
        held_out: Which rows were held out.
    """

    _ranked_by = "accuracy"
    _shown = "The best hook points"

    hooks: tuple[str, ...]
    target: str
    kind: str
    classes: tuple[Any, ...]
    accuracy: Float[Tensor, " layer"]
    controls: Float[Tensor, "layer shuffle"]
    weights: Float[Tensor, "layer value d"]
    biases: Float[Tensor, "layer value"]
    activations: Float[Tensor, "layer row d"]
    targets: Float[Tensor, " row"]
    held_out: Bool[Tensor, " row"]

    @property
    def control(self) -> Float[Tensor, " layer"]:
        """The mean of `controls`: what a probe gets out of targets that activations don't hold."""
        return self.controls.mean(1)

    @property
    def chance(self) -> float:
        """What the most frequent value among held-out rows would get; 0 for numbers."""
        counts = torch.bincount(self.targets[self.held_out].long()) if self.classes else None
        return 0.0 if counts is None else float(counts.max() / counts.sum())

    def direction(self, layer: int | str, value: Any = None, *, against: Any = None) -> Direction:
        """The direction along which activations say a value, for interventions.

        It is the probe's weight; as long as held-in examples of the value and the others are apart along it (for
        numbers: as one standard deviation of the target).

        Args:
            layer: The layer, or the hook point's name.
            value: Of the target; None: the last of two, or the number.
            against: The value that it is told from; None: all others.

        Raises:
            InputError: No such layer or value, or several values and none is said.
        """
        nth = self._nth(layer)
        ours, theirs = self._groups(value, against)
        weight = self.weights[nth, 0] if not self.classes else self.weights[nth, self._value(value)]
        if against is not None:
            weight = weight - self.weights[nth, self._value(against)]
        unit, rows = weight / weight.norm(), self.activations[nth]
        fitted = ~self.held_out
        means = [rows[fitted & group].mean(0) @ unit for group in (ours, theirs)]
        return Direction(
            vector=unit * (means[0] - means[1]),
            hook=self.hooks[nth],
            method=f"{self.kind} probe of {self.target}" + ("" if value is None else f" {value!r}"),
            midpoint=float(sum(means)) / 2,
            positive=rows[self.held_out & ours] @ unit,
            negative=rows[self.held_out & theirs] @ unit,
        )

    def _groups(self, value: Any, against: Any) -> tuple[Tensor, Tensor]:
        """Which rows are positive, and which negative; of numbers, those above and below the median."""
        if not self.classes:
            above = self.targets > self.targets.median()
            return above, ~above
        ours = self.targets == self._value(value)
        return ours, ~ours if against is None else self.targets == self._value(against)

    def _value(self, value: Any) -> int:
        if value is None and len(self.classes) == 2:
            return 1
        if value not in self.classes:
            raise InputError(f"{self.target} has no value {value!r}; it has {', '.join(map(repr, self.classes))}.")
        return self.classes.index(value)

    def _nth(self, layer: int | str) -> int:
        known = {name: nth for nth, name in enumerate(self.hooks)}
        found = [re.search(r"blocks\.(\d+)\.", name) for name in self.hooks]
        layers = [None if each is None else int(each[1]) for each in found]
        if isinstance(layer, int) and layers.count(layer) == 1:
            return layers.index(layer)
        if layer not in known:
            raise InputError(f"There is no probe at {layer!r}, or several; there are {', '.join(self.hooks[:4])}, ...")
        return known[layer]

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each hook point: accuracy, and that of the control with its standard deviation."""
        import pandas as pd

        spread = self.controls.std(1).numpy() if self.controls.shape[1] > 1 else np.nan
        numbers = {"accuracy": self.accuracy.numpy(), "control": self.control.numpy(), "control_std": spread}
        return pd.DataFrame({"hook": self.hooks, **numbers})

    def plot(self) -> Figure:
        """Accuracy and control by hook point."""
        from vlm_lens_native.visualize import plot_patching

        found = [re.search(r"blocks\.(\d+)\.", name) for name in self.hooks]
        names = [name if each is None else each[1] for name, each in zip(self.hooks, found, strict=True)]
        label = "accuracy" if self.classes else "R²"
        values, groups = torch.stack([self.accuracy, self.control], dim=1).numpy(), ["probe", "shuffled labels"]
        place = "layer"
        return plot_patching(values, layers=names, groups=groups, label=label, place=place, levels=(self.chance,))

    def __repr__(self) -> str:
        best = int(self.accuracy.argmax())
        score = "accuracy" if self.classes else "R²"
        return (
            f"Probe({self.kind}, of {self.target} at {len(self.hooks)} hook points; {int(self.held_out.sum())} of "
            f"{len(self.held_out)} held out; best {score} {float(self.accuracy[best]):.3f} at {self.hooks[best]}, "
            f"control {float(self.control[best]):.3f})"
        )
