"""What results share that divide an answer's logit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis.result import Result
from vlm_lens_native.inputs import TokenLayout


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class AnswerAttribution(Result):
    """An answer's logit, or its lead over another answer's, for each row of the batch.

    Attributes:
        logit: The model's own logit, or difference of logits; before the soft cap, where the model has one.
        answer: Token id of the answer in each row.
        contrast: Token id of what it is contrasted with; None without.
        strings: Readable text of these tokens.
        layout: Of the inputs; None where there are no token ids, and where it can't be told which views make
            up an image.
    """

    line_row = "row"

    logit: Float[Tensor, " row"]
    answer: Int[Tensor, " row"]
    contrast: Int[Tensor, " row"] | None
    strings: Mapping[int, str]
    layout: TokenLayout | None

    def _title(self, row: int) -> str:
        """What is explained in a row: its answer, what that is contrasted with, and the logit."""
        what = repr(self.strings[int(self.answer[row])])
        if self.contrast is not None:
            what += f" over {self.strings[int(self.contrast[row])]!r}"
        return f"{what}: {float(self.logit[row]):+.2f} logits"

    @property
    def _titles(self) -> str:
        """Those of the first rows, for ``repr``."""
        return ", ".join(map(self._title, range(min(3, len(self.logit)))))
