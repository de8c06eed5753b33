"""Directions that tell two kinds of examples apart, and what adding or removing them does."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments.activations import activations, hook_names, positions_in
from vlm_lens_native.experiments.comparison import Comparison, compare
from vlm_lens_native.experiments.direction import Direction
from vlm_lens_native.experiments.examples import Table
from vlm_lens_native.experiments.hooking import Hooks
from vlm_lens_native.hook_names import NamesFilter
from vlm_lens_native.hooks import Hook
from vlm_lens_native.interventions import AddActivation, ProjectOut
from vlm_lens_native.model import HookedVLMTransformer

__all__ = ["Direction", "discriminant", "mean_difference", "principal", "removal", "sweep"]

Rows = Float[Tensor, "_ d"]  # a row an example


class Method:
    """A way to find a direction; `mean_difference`, `principal` and `discriminant` are called alike.

    Args:
        fit: From positive and negative rows to a vector of any length and sign; its docstring is the method's.
    """

    def __init__(self, fit: Callable[[Rows, Rows], Tensor]) -> None:
        self._fit, self.__name__ = fit, fit.__name__
        self.__doc__ = f"{inspect.getdoc(fit)}\n\n{inspect.getdoc(Method.__call__)}"  # help() shows no other

    def __call__(
        self,
        model: HookedVLMTransformer,
        positive: Table,
        negative: Table,
        *,
        hook: str,
        positions: Any = "last",
        test_share: float = 0.5,
        seed: int = 0,
        hooks: Hooks = None,
        batch_size: int | None = None,
    ) -> Direction:
        """Finds the direction on some examples, and tries it on the others.

        Args:
            model: The model.
            positive: Examples, or their rows.
            negative: Others, to which the direction leads from. Where both tables have one length, row ``i`` of both is
                taken as a pair, and both are fitted on, or both held out.
            hook: A hook point of the decoder, such as ``"lm.blocks.3.hook_resid_post"``.
            positions: As for `activations`; an example's vector is the mean over them.
            test_share: The share of examples that are held out to measure the effect.
            seed: Of their draw.
            hooks: What acts meanwhile, as for `evaluate`.
            batch_size: Examples at a time; None goes by the memory.

        Raises:
            InputError: Several hook points, fewer than two examples of a kind to fit on or to hold out; of `principal`,
                tables of different lengths.
        """
        names = hook_names(model, hook)
        if len(names) > 1 or model.hook_dict[names[0]].head_axis is not None:
            raise InputError(
                f"A direction belongs to one hook point without heads; {hook!r} means {', '.join(names[:3])}."
            )
        rows = [
            activations(model, each, names, positions, hooks=hooks, batch_size=batch_size).values[names[0]]
            for each in (positive, negative)
        ]
        (ours, held), (theirs, others) = _split(rows, test_share=test_share, seed=seed)
        unit = self._fit(ours, theirs)
        unit = unit / unit.norm()
        if (ours.mean(0) - theirs.mean(0)) @ unit < 0:  # it leads from the negative to the positive ones
            unit = -unit
        high, low = ours.mean(0) @ unit, theirs.mean(0) @ unit
        return Direction(
            vector=unit * (high - low),
            hook=names[0],
            method=self.__name__.replace("_", " "),
            midpoint=float(high + low) / 2,
            positive=held @ unit,
            negative=others @ unit,
        )

    def __repr__(self) -> str:
        return f"<directions.{self.__name__}>"


@Method
def mean_difference(ours: Rows, theirs: Rows) -> Tensor:
    """The mean activation of some examples less that of others.

    Source: Marks and Tegmark, "The Geometry of Truth" (2023); Arditi et al., "Refusal in Language Models Is Mediated by
    a Single Direction" (2024).
    """
    return ours.mean(0) - theirs.mean(0)


@Method
def principal(ours: Rows, theirs: Rows) -> Tensor:
    """The first principal component of the differences of pairs: row ``i`` of both tables is a pair.

    Differences are taken as they are, without their mean taken off, so the component is the direction that most of them
    share.

    Source: Zou et al., "Representation Engineering" (2023).
    """
    if len(ours) != len(theirs):
        raise InputError(f"Principal components are of pairs' differences; got {len(ours)} and {len(theirs)} examples.")
    return torch.linalg.svd((ours - theirs).double(), full_matrices=False).Vh[0].float()


@Method
def discriminant(ours: Rows, theirs: Rows) -> Tensor:
    """Fisher's linear discriminant, with the covariance shrunk (Ledoit and Wolf).

    It tells examples apart better than the mean difference where activations vary in other ways too; a step along it
    changes less of what else the mean difference stands for.
    """
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

    rows, kinds = torch.cat([ours, theirs]).double().numpy(), [1] * len(ours) + [0] * len(theirs)
    fitted = LinearDiscriminantAnalysis(solver="lsqr", shrinkage="auto").fit(rows, kinds)
    return torch.from_numpy(fitted.coef_[0]).float()


def sweep(
    model: HookedVLMTransformer,
    examples: Table,
    direction: Direction | Tensor,
    coefficients: Iterable[float | int],
    *,
    positions: Any = None,
    hook: NamesFilter = None,
    batch_size: int | None = None,
    out: str | Path | None = None,
) -> Comparison:
    """Steers with several coefficients; conditions are called by them, and compared with ``"0"``.

    Args:
        model: The model.
        examples: The table, or its rows.
        direction: A direction, or a vector ``[d_model]``.
        coefficients: What it is multiplied by, one after another.
        positions: Where, as for `activations`; None means everywhere.
        hook: At which hook points; None: where the direction was found.
        batch_size: As for `evaluate`.
        out: As for `compare`.

    Raises:
        InputError: A vector and no hook, no coefficients, or as for `evaluate`.
    """
    vector, where = _found(direction, hook)
    conditions: dict[str, Hooks] = {"0": None}
    for each in coefficients:
        if each:
            conditions[f"{each:g}"] = _hooks_at(
                positions, lambda at, scale=each: [(where, AddActivation(vector, scale=scale, positions=at))]
            )
    return compare(model, examples, conditions, batch_size=batch_size, out=out)


def removal(
    model: HookedVLMTransformer,
    examples: Table,
    direction: Direction | Tensor,
    *,
    positions: Any = None,
    hook: NamesFilter = None,
    seed: int = 0,
    batch_size: int | None = None,
    out: str | Path | None = None,
) -> Comparison:
    """Takes a direction out of activations by projection: conditions ``clean``, ``removed``, and ``random``.

    The last one takes out a direction drawn at random, as the control. Other arguments as for `sweep`.

    Source: Jiang et al., "Interpreting and Editing Vision-Language Representations to Mitigate Hallucinations" (2025),
    who take a word's direction out of image tokens.

    Args:
        model: The model.
        examples: The table, or its rows.
        direction: A direction, a vector ``[d_model]``, or several ``[direction d_model]``.
        positions: As for `sweep`.
        hook: As for `sweep`.
        seed: Of the random direction.
        batch_size: As for `evaluate`.
        out: As for `compare`.

    Raises:
        InputError: As for `sweep`.
    """
    vector, where = _found(direction, hook)
    random = torch.randn(vector.shape, generator=torch.Generator().manual_seed(seed)).to(vector)
    taken_out = {
        name: _hooks_at(positions, lambda at, each=each: [(where, ProjectOut(each, positions=at, per_row=False))])
        for name, each in (("removed", vector), ("random", random))
    }
    return compare(model, examples, {"clean": None, **taken_out}, batch_size=batch_size, out=out)


def _found(direction: Direction | Tensor, hook: NamesFilter) -> tuple[Tensor, NamesFilter]:
    """A vector, and at which hook points it acts."""
    if isinstance(direction, Direction):
        return direction.vector, direction.hook if hook is None else hook
    if hook is None:
        raise InputError("A vector doesn't say where it belongs: give hook=, such as 'lm.blocks.3.hook_resid_post'.")
    return direction, hook


def _hooks_at(positions: Any, make: Callable[[Any], list[tuple[NamesFilter, Hook]]]) -> Hooks:
    """Hooks at some positions of each example."""
    if positions is None:
        return make(None)
    return lambda layout, example: make(positions_in(layout, positions, example))


def _split(rows: Sequence[Rows], *, test_share: float, seed: int) -> list[tuple[Rows, Rows]]:
    """Each table's rows to fit on and to hold out; tables of one length alike.

    Raises:
        InputError: Too few rows.
    """
    found = []
    for each in rows:
        n_held = round(test_share * len(each))
        if n_held < 2 or len(each) - n_held < 2:
            raise InputError(
                f"Of {len(each)} examples, test_share={test_share} holds out {n_held}; a direction needs at least two "
                "of each kind to fit on and two to hold out."
            )
        drawn = torch.from_numpy(np.random.default_rng(seed).permutation(len(each)))
        found.append((each[drawn[n_held:]], each[drawn[:n_held]]))
    return found
