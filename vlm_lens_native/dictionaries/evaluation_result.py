"""How good a dictionary is, by kind of token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor

from vlm_lens_native.analysis.result import Result
from vlm_lens_native.errors import InputError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

Kind = Literal["all", "image", "text"]
Target = Literal["answer", "text"]
KINDS: tuple[Kind, ...] = ("all", "image", "text")
CONDITIONS = ("clean", "spliced", "zero", "mean")
TARGETS: tuple[Target, ...] = ("text", "answer")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class DictionaryEvaluation(Result):
    """What a dictionary leaves out, and what that costs the model; for all tokens, image tokens and text tokens.

    Attributes:
        place: The hook point that the dictionary writes to.
        n_tokens: How many tokens of each kind were seen; padding is none. Markers around images are among all only. In
            front of the decoder patches are image tokens.
        l0: How many features are active at a token, on average.
        fvu: The fraction of variance unexplained: the squared length of what is left out, over that of activations less
            their mean, each summed over tokens (1 - explained variance; Gao et al., "Scaling and evaluating sparse
            autoencoders", 2024, normalise by the same).
        n_active: At how many tokens each feature is active.
        losses: Mean cross-entropy in nats, of ``text`` that follows in the prompt and of the ``answer`` behind it (the
            probabilities of its spellings are added): ``clean``, with the dictionary ``spliced`` in without its error
            term, and with ``zero`` or the kind's ``mean`` in its place; where the dictionary, or the ablation, acts on
            the tokens of a kind. NaN where there are none.
        n_targets: Over how many tokens that is.
        n_examples: Over how many examples losses are.
        n_asked: How many examples there were; more, where work was stopped.
    """

    _ranked_by = "fvu"

    place: str
    n_tokens: Int[Tensor, " kind"]
    l0: Float[Tensor, " kind"]
    fvu: Float[Tensor, " kind"]
    n_active: Int[Tensor, "kind feature"]
    losses: Float[Tensor, "kind condition target"]
    n_targets: Int[Tensor, " target"]
    n_examples: int
    n_asked: int

    def loss(self, condition: Literal["clean", "spliced", "zero", "mean"], of: Target = "answer") -> Tensor:
        """``[kind]``: one of `losses`."""
        return self.losses[:, CONDITIONS.index(condition), TARGETS.index(of)]

    def loss_recovered(
        self, against: Literal["zero", "mean"] = "mean", of: Target = "answer"
    ) -> Float[Tensor, " kind"]:
        """``(ablated - spliced) / (ablated - clean)``: 1 if the dictionary costs nothing, 0 if as much as the ablation.

        As SAEBench's ``ce_loss_score`` (Karvonen et al., 2025) has it, which ablates by zero. NaN where the ablation
        does the model no harm, as there is nothing to recover.

        Args:
            against: What the ablation puts in.
            of: Whose loss.

        Raises:
            InputError: There are no such.
        """
        if against not in ("zero", "mean") or of not in TARGETS:
            raise InputError(f'against is "zero" or "mean", and of is "answer" or "text"; got {against!r} and {of!r}.')
        harm = self.loss(against, of) - self.loss("clean", of)
        return ((self.loss(against, of) - self.loss("spliced", of)) / harm).masked_fill(~(harm > 0), torch.nan)

    @property
    def n_missing(self) -> int:
        """How many examples have no losses, because the work was stopped."""
        return self.n_asked - self.n_examples

    @property
    def dead(self) -> Bool[Tensor, "kind feature"]:
        """Which features are active at none of the tokens."""
        return self.n_active == 0

    @property
    def density(self) -> Float[Tensor, "kind feature"]:
        """At which share of the tokens each feature is active."""
        return self.n_active / self.n_tokens.clamp(min=1)[:, None]

    def to_dataframe(self) -> pd.DataFrame:
        """A line for each kind of token.

        Columns: ``tokens`` (the kind), ``n``, ``l0``, ``fvu``, ``dead`` (share of features; NaN without tokens), and
        for ``text`` and ``answer`` ``loss_*``, ``spliced_*`` and ``recovered_*`` (against the mean, and against zero).
        """
        import pandas as pd

        columns = {"tokens": KINDS, "n": self.n_tokens, "l0": self.l0, "fvu": self.fvu}
        columns |= {"dead": self.dead.double().mean(1).masked_fill(self.n_tokens == 0, torch.nan)}
        for of in TARGETS:
            columns |= {f"loss_{of}": self.loss("clean", of), f"spliced_{of}": self.loss("spliced", of)}
            columns |= {f"recovered_{of}": self.loss_recovered("mean", of)}
            columns |= {f"recovered_{of}_zero": self.loss_recovered("zero", of)}
        return pd.DataFrame({name: list(map(_plain, values)) for name, values in columns.items()})

    def plot(self) -> Figure:
        """At which share of image and text tokens features are active: how many features at each power of ten."""
        from vlm_lens_native.visualize import plot_effect_map

        edges = torch.arange(-7.0, 0.5, 0.5, dtype=torch.float64)
        shares = self.density.double().log10().clamp(min=-7)  # never: the first column
        kinds = [nth for nth, n in enumerate(self.n_tokens.tolist()) if n]
        counts = [torch.histogram(shares[nth], bins=torch.cat([edges, edges[-1:] + 0.5])).hist for nth in kinds]
        columns = ["never", *(f"1e{edge:g}" for edge in edges[1:].tolist())]
        return plot_effect_map(
            torch.stack(counts).numpy(),
            rows=[f"{KINDS[nth]} tokens" for nth in kinds],
            columns=columns,
            label="features",
            column_label="active at a share of tokens of",
            title=repr(self),
        )

    def __repr__(self) -> str:
        said = [f"L0 {float(self.l0[0]):.3g}", f"FVU {float(self.fvu[0]):.3g}"]
        said += [f"{int(self.dead[0].sum())} of {self.dead.shape[1]} features dead"]
        for of in TARGETS:
            if (recovered := float(self.loss_recovered(of=of)[0])) == recovered:
                said.append(f"{recovered:.1%} of the loss of {of} recovered")
        said += [f"stopped: {self.n_missing} examples are missing"] if self.n_missing else []
        return f"DictionaryEvaluation({self.place}, {int(self.n_tokens[0]):,} tokens: {', '.join(said)})"


def _plain(value: Tensor | str) -> Any:
    return value.item() if isinstance(value, Tensor) else value
