"""What the gradient methods share: a pair of runs, their last logits, and weights that take no gradient."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Bool, Float
from torch import Tensor

from vlm_lens_native.analysis.runs.alignment import PLACE
from vlm_lens_native.analysis.runs.groups import Groups, group_positions
from vlm_lens_native.encoded import DecoderInput, Inputs
from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import is_number
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.inputs.geometry import Number
from vlm_lens_native.model import HookedVLMTransformer

_ROUNDING = 1e-4  # in the units of the metric: what float32 logits may be off by


def last_logits(model: HookedVLMTransformer, inputs: Inputs, layout: TokenLayout) -> Float[Tensor, "batch d_vocab"]:
    """Float32 logits of each row's last token; the other positions are not unembedded."""
    last = layout.last.mask.int().argmax(dim=1)
    rows = torch.arange(len(last))
    if isinstance(inputs, DecoderInput):
        stream = model.lm.run(inputs)
        return model.unembed(stream[rows, last][:, None])[:, 0].float()
    columns, nth = last.unique(return_inverse=True)
    logits = model(inputs, use_cache=False, logits_to_keep=columns.to(model.device)).logits
    return logits[rows, nth].float()


@contextmanager
def gradients(model: HookedVLMTransformer) -> Iterator[None]:
    """Within the block autograd is on, and weights take no part in it, also where the user has unfrozen them."""
    trained = [weight for weight in model.parameters() if weight.requires_grad]
    for weight in trained:
        weight.requires_grad_(False)
    try:
        with torch.inference_mode(False), torch.enable_grad():
            yield
    finally:
        for weight in trained:
            weight.requires_grad_()


def shared_layout(model: HookedVLMTransformer, source: Inputs, target: Inputs) -> TokenLayout:
    """The layout that both inputs have; each row of the one goes with the same row of the other.

    Raises:
        InputError: They differ.
    """
    ours, theirs = model.token_layout(target), model.token_layout(source)
    for name in PLACE:
        if not np.array_equal(getattr(ours.table, name), getattr(theirs.table, name)):
            raise InputError(
                f"Source and target have different token layouts ({name} differs): {theirs!r} and {ours!r}. Positions "
                "would not correspond. Use images of the same size, and questions of the same number of tokens."
            )
    return ours


@dataclass(frozen=True, kw_only=True, eq=False)
class PositionGroups:
    """Groups of positions, over which values are summed.

    Attributes:
        names: Of the groups.
        marks: Which positions of each row are in them.
    """

    names: tuple[str, ...]
    marks: Bool[Tensor, "group batch pos"]

    @classmethod
    def of(cls, groups: Groups, layout: TokenLayout) -> PositionGroups:
        """Reads groups as patching takes them (``patching.GROUPS``).

        Raises:
            InputError: A group that is empty in a row or unknown, or positions that are not there.
        """
        n_rows, n_pos = layout.table.kind.shape
        rows = [group_positions(groups, layout, row=row) for row in range(n_rows)]
        marks = torch.zeros(len(rows[0]), n_rows, n_pos, dtype=torch.bool)
        for row, named in enumerate(rows):
            for nth, at in enumerate(named.values()):
                marks[nth, row, at] = True
        return cls(names=tuple(rows[0]), marks=marks)

    def sums(self, values: Float[Tensor, "batch pos *head"]) -> Float[Tensor, "batch group *head"]:
        """The sum over each group's positions."""
        return torch.einsum("gbp,bp...->bg...", self.marks.to(values), values)


def midpoints(steps: int) -> list[float]:
    """The midpoints of so many equal parts of the way from 0 to 1."""
    if not is_number(steps) or steps < 1:
        raise InputError(f"steps={steps!r}: expected a whole number of points on the line, at least one.")
    return [(step + 0.5) / steps for step in range(steps)]


def check_completeness(
    total: Float[Tensor, " batch"], effect: Float[Tensor, " batch"], *, tolerance: Number, steps: int
) -> None:
    """Warns if integrated gradients don't add up to the effect that they divide."""
    beyond = (total - effect).abs() - tolerance * effect.abs() - _ROUNDING
    if (beyond > 0).any():
        row = int(beyond.argmax())
        warnings.warn(
            f"Integrated gradients add up to {float(total[row]):.4g}, but the metric changes by "
            f"{float(effect[row]):.4g} on the line (row {row}): {steps} steps are too few. Raise steps.",
            stacklevel=3,
        )
