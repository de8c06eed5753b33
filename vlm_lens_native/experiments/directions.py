"""Directions that tell two kinds of examples apart: by means, principal components, or a linear discriminant."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments.activations import activations, hook_names
from vlm_lens_native.experiments.direction import Direction
from vlm_lens_native.experiments.examples import Examples
from vlm_lens_native.experiments.hooking import Hooks
from vlm_lens_native.model import HookedVLMTransformer

__all__ = ["Direction", "discriminant", "mean_difference", "principal"]

Table = Examples | Sequence[Mapping[str, Any]]
Rows = Float[Tensor, "_ d"]  # a row an example


def mean_difference(
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
    """The mean activation of some examples less that of others.

    Source: Marks and Tegmark, "The Geometry of Truth" (2023); Arditi et al., "Refusal in Language Models Is Mediated by
    a Single Direction" (2024).

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
        InputError: Several hook points, or fewer than two examples of a kind to fit on or to hold out.
    """
    return _fitted(model, positive, negative, _mean, "mean difference", **_rest(locals()))


def principal(
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
    """The first principal component of the differences of pairs: row ``i`` of both tables is a pair.

    Differences are taken as they are, without their mean taken off, so the component is the direction that most of them
    share. Arguments as for `mean_difference`.

    Source: Zou et al., "Representation Engineering" (2023).

    Raises:
        InputError: Tables of different lengths; or as for `mean_difference`.
    """
    return _fitted(model, positive, negative, _principal, "principal component of differences", **_rest(locals()))


def discriminant(
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
    """Fisher's linear discriminant, with the covariance shrunk (Ledoit and Wolf). Arguments as for `mean_difference`.

    It tells examples apart better than the mean difference where activations vary in other ways too; a step along it
    changes less of what else the mean difference stands for.
    """
    return _fitted(model, positive, negative, _discriminant, "linear discriminant", **_rest(locals()))


def _rest(arguments: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in arguments.items() if name not in ("model", "positive", "negative")}


def _fitted(
    model: HookedVLMTransformer,
    positive: Table,
    negative: Table,
    fit: Callable[[Rows, Rows], Tensor],
    method: str,
    *,
    hook: str,
    positions: Any,
    test_share: float,
    seed: int,
    hooks: Hooks,
    batch_size: int | None,
) -> Direction:
    names = hook_names(model, hook)
    if len(names) > 1 or model.hook_dict[names[0]].head_axis is not None:
        raise InputError(f"A direction belongs to one hook point without heads; {hook!r} means {', '.join(names[:3])}.")
    how = {"positions": positions, "hooks": hooks, "batch_size": batch_size}
    rows = [activations(model, each, names, **how).values[names[0]] for each in (positive, negative)]
    (ours, held), (theirs, others) = _split(rows, test_share=test_share, seed=seed)
    unit = fit(ours, theirs)
    unit = unit / unit.norm()
    apart = (ours.mean(0) - theirs.mean(0)) @ unit
    middle = float((ours.mean(0) + theirs.mean(0)) @ unit / 2) * (1 if apart >= 0 else -1)
    vector = unit * apart  # also turns it from the negative to the positive ones
    unit = unit if apart >= 0 else -unit
    return Direction(
        vector=vector, hook=names[0], method=method, midpoint=middle, positive=held @ unit, negative=others @ unit
    )


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


def _mean(ours: Rows, theirs: Rows) -> Tensor:
    return ours.mean(0) - theirs.mean(0)


def _principal(ours: Rows, theirs: Rows) -> Tensor:
    if len(ours) != len(theirs):
        raise InputError(f"Principal components are of pairs' differences; got {len(ours)} and {len(theirs)} examples.")
    return torch.linalg.svd((ours - theirs).double(), full_matrices=False).Vh[0].float()


def _discriminant(ours: Rows, theirs: Rows) -> Tensor:
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

    rows, kinds = torch.cat([ours, theirs]).double().numpy(), [1] * len(ours) + [0] * len(theirs)
    fitted = LinearDiscriminantAnalysis(solver="lsqr", shrinkage="auto").fit(rows, kinds)
    return torch.from_numpy(fitted.coef_[0]).float()
