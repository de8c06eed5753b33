"""What all results of patching share: a metric for each patch, between that of two clean runs."""

from __future__ import annotations

from dataclasses import dataclass

from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis.result import Result
from vlm_lens_native.analysis.runs.bootstrap import bootstrap


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Effects(Result):
    """The metric of patched runs, and what it is without a patch.

    Attributes:
        direction: ``"denoise"``: the source's activations in the target's run; ``"noise"``: the reverse.
        values: The metric of each patched run, NaN where it was not run because the work was stopped, or where the
            metric is NaN.
        source_values: The metric of the source runs.
        target_values: The metric of the target runs.
        top_ids: The most probable next token of each patched run; -1 where it was not run.
        source_top_ids: Those of the source runs.
        target_top_ids: Those of the target runs.
        notes: How prompts of different lengths were aligned.
    """

    _ranked_by = "effect"
    line_row = "pair"

    direction: str
    values: Float[Tensor, "pair *patch"]
    source_values: Float[Tensor, " pair"]
    target_values: Float[Tensor, " pair"]
    top_ids: Int[Tensor, "pair *patch"]
    source_top_ids: Int[Tensor, " pair"]
    target_top_ids: Int[Tensor, " pair"]
    notes: tuple[str, ...] = ()

    @property
    def effects(self) -> Float[Tensor, "pair *patch"]:
        """The metric on a scale where 0 is the run that was patched and 1 the run that the activations came from.

        With ``"denoise"`` this is what is recovered of the source's answer; with ``"noise"``, what is lost of it.
        """
        ends = [end.view(-1, *[1] * (self.values.ndim - 1)) for end in (self.target_values, self.source_values)]
        none, full = ends if self.direction == "denoise" else reversed(ends)
        return (self.values - none) / (full - none)

    @property
    def effect(self) -> Float[Tensor, "*patch"]:
        """The mean of `effects` over pairs."""
        return self.effects.nanmean(0)

    def interval(
        self, level: float = 0.95, *, resamples: int = 2000, seed: int = 0
    ) -> tuple[Float[Tensor, "*patch"], Float[Tensor, "*patch"]]:
        """A confidence interval of `effect`: the percentile bootstrap over pairs.

        Args:
            level: Its confidence, between 0 and 1.
            resamples: How often pairs are drawn anew, with replacement.
            seed: Of the draws.

        Returns:
            Lower and upper ends.

        Raises:
            InputError: There is one pair only, or no such level.
        """
        return bootstrap(self.effects, level, resamples=resamples, seed=seed)

    @property
    def _meaning(self) -> str:
        """What `effect` is, for pictures."""
        return "recovered (0 none, 1 full)" if self.direction == "denoise" else "lost (0 none, 1 all)"

    def _remarks(self) -> list[str]:
        """What to know about the numbers, for ``repr``."""
        n_pairs = len(self.values)
        return [f"{n_pairs} pairs"] * (n_pairs > 1) + self._stopped() + list(self.notes)
