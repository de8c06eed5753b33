"""Statistics of activations that are merged batch by batch and shard by shard, so that no row has to be stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.analysis.lens.unembedding import CHUNK_BYTES, chunks, lens_logits
from vlm_lens_native.errors import InputError
from vlm_lens_native.harvest.manifest import checksum
from vlm_lens_native.harvest.reduction_results import HistogramsResult, LensResult, MomentsResult, TopResult
from vlm_lens_native.harvest.rows import Columns
from vlm_lens_native.inputs.geometry import Number
from vlm_lens_native.inputs.table import KINDS
from vlm_lens_native.model import HookedVLMTransformer

State = dict[str, Tensor]
Features = Tensor | Callable[[Tensor], Tensor] | None


@runtime_checkable
class Reduction(Protocol):
    """A statistic of the rows of one hook point."""

    @property
    def description(self) -> Any:
        """What a manifest says of it, as JSON."""
        raise NotImplementedError

    def of(self, values: Float[Tensor, "row width"], columns: Columns, model: HookedVLMTransformer) -> State:
        """Of the rows of one batch, in float32; heads are laid side by side."""
        raise NotImplementedError

    def merged(self, first: State, second: State) -> State:
        """Of the rows of both."""
        raise NotImplementedError

    def result(self, state: State) -> Any:
        """What the user gets."""
        raise NotImplementedError


@dataclass(frozen=True)
class Moments:
    """Mean and variance, merged by the formulas of Chan, Golub & LeVeque (1979).

    Attributes:
        covariance: Whether the covariance of all coordinates is kept too, ``[width width]`` in float64.
    """

    covariance: bool = False

    @property
    def description(self) -> Any:
        """For manifests."""
        return {"moments": {"covariance": self.covariance}}

    def of(self, values: Float[Tensor, "row width"], columns: Columns, model: HookedVLMTransformer) -> State:
        """Of one batch."""
        values = values.double()
        mean = values.mean(0)
        apart = values - mean
        spread = apart.T @ apart if self.covariance else apart.square().sum(0)
        return {"n": torch.tensor(len(values), dtype=torch.float64), "mean": mean.cpu(), "spread": spread.cpu()}

    def merged(self, first: State, second: State) -> State:
        """Of both."""
        n = first["n"] + second["n"]
        apart = second["mean"] - first["mean"]
        between = torch.outer(apart, apart) if self.covariance else apart.square()
        return {
            "n": n,
            "mean": first["mean"] + apart * (second["n"] / n),
            "spread": first["spread"] + second["spread"] + between * (first["n"] * second["n"] / n),
        }

    def result(self, state: State) -> MomentsResult:
        """Mean and variance."""
        spread = state["spread"] / (state["n"] - 1)
        variance, covariance = (spread.diagonal(), spread) if self.covariance else (spread, None)
        return MomentsResult(n=int(state["n"]), mean=state["mean"], variance=variance, covariance=covariance)


@dataclass(frozen=True, eq=False)
class TopActivations:
    """The ``k`` rows with the largest value of each feature, with their images and patches.

    Attributes:
        k: How many.
        features: What the features are: directions ``[feature width]``, on which rows are projected; a function of rows
            ``[row width]`` in float32, such as an SAE's ``encode``; or None for the coordinates themselves.
    """

    k: int = 20
    features: Features = None

    @property
    def description(self) -> Any:
        """For manifests."""
        return {"top": {"k": self.k, "features": _described(self.features)}}

    def of(self, values: Float[Tensor, "row width"], columns: Columns, model: HookedVLMTransformer) -> State:
        """Of one batch."""
        values = _featured(values, self.features)
        top, at = (each.cpu() for each in values.topk(min(self.k, len(values)), dim=0))
        state = {"values": top}
        for name in ("sample", "position", "image"):
            state[name] = torch.from_numpy(columns[name].astype(np.int64))[at]
        box = np.stack([columns[name] for name in ("x1", "y1", "x2", "y2")], axis=-1).astype(np.float32)
        return self._sorted(state | {"box": torch.from_numpy(box)[at]})

    def merged(self, first: State, second: State) -> State:
        """Of both."""
        return self._sorted({name: torch.cat([first[name], second[name]]) for name in first})

    def result(self, state: State) -> TopResult:
        """The rows."""
        return TopResult(**state)

    def _sorted(self, state: State) -> State:
        """The first ``k`` by value, then by sample, then by position."""
        order = state["position"].argsort(dim=0, stable=True)
        order = order.gather(0, state["sample"].gather(0, order).argsort(dim=0, stable=True))
        order = order.gather(0, state["values"].gather(0, order).argsort(dim=0, stable=True, descending=True))
        order = order[: self.k]
        box = state["box"].gather(0, order[..., None].expand(-1, -1, 4))
        return {name: value.gather(0, order) for name, value in state.items() if name != "box"} | {"box": box}


@dataclass(frozen=True, eq=False)
class Histograms:
    """Counts of each coordinate's values, in ``bins`` bins of one width from ``low`` to ``high``.

    Attributes:
        low: Lower edge of the first bin.
        high: Upper edge of the last one.
        bins: How many.
        features: As for `TopActivations`.
    """

    low: Number
    high: Number
    bins: int = 64
    features: Features = None

    def __post_init__(self) -> None:
        if not (self.low < self.high and self.bins > 0):
            raise InputError(f"Bins lie between low < high; got {self.low}, {self.high} and {self.bins} bins.")

    @property
    def description(self) -> Any:
        """For manifests."""
        own = {"low": self.low, "high": self.high, "bins": self.bins}
        return {"histograms": own | {"features": _described(self.features)}}

    def of(self, values: Float[Tensor, "row width"], columns: Columns, model: HookedVLMTransformer) -> State:
        """Of one batch."""
        values = _featured(values, self.features)
        width, n = values.shape[1], self.bins + 2
        at = torch.bucketize(values, self._edges.to(values), right=True)  # 0 below the first edge
        places = at + torch.arange(width, device=values.device) * n
        return {"counts": torch.bincount(places.flatten(), minlength=width * n).reshape(width, n).cpu()}

    def merged(self, first: State, second: State) -> State:
        """Of both."""
        return {"counts": first["counts"] + second["counts"]}

    def result(self, state: State) -> HistogramsResult:
        """The counts."""
        counts = state["counts"]
        return HistogramsResult(counts=counts[:, 1:-1], below=counts[:, 0], above=counts[:, -1], edges=self._edges)

    @property
    def _edges(self) -> Float[Tensor, " edge"]:
        return torch.linspace(self.low, self.high, self.bins + 1)


@dataclass(frozen=True)
class LensStatistics:
    """What the logit lens reads, counted: no logits are kept. For hook points of the residual stream."""

    @property
    def description(self) -> Any:
        """For manifests."""
        return "lens"

    def of(self, values: Float[Tensor, "row width"], columns: Columns, model: HookedVLMTransformer) -> State:
        """Of one batch.

        Raises:
            InputError: Rows are no residual streams.
        """
        if values.shape[1] != model.cfg.d_model:
            raise InputError(
                f"The lens reads the residual stream, of {model.cfg.d_model} numbers; rows have {values.shape[1]}."
            )
        found = []
        for part in chunks(len(values), model.cfg.d_vocab, CHUNK_BYTES):
            logs = lens_logits(model, values[part].to(model.dtype)[None])[0].float().log_softmax(-1)
            top = logs.max(-1)
            found.append((-(logs.exp() * logs).nansum(-1), top.values.exp(), top.indices))
        entropy, probability, token = (torch.cat(each).cpu() for each in zip(*found, strict=True))
        kind = torch.from_numpy(np.array([KINDS.index(each) for each in columns["kind"]]))
        n = len(KINDS) - 1
        counts = torch.bincount(kind * model.cfg.d_vocab + token, minlength=n * model.cfg.d_vocab)
        return {
            "n": torch.bincount(kind, minlength=n),
            "entropy": torch.bincount(kind, entropy.double(), minlength=n),
            "probability": torch.bincount(kind, probability.double(), minlength=n),
            "top_counts": counts.reshape(n, model.cfg.d_vocab),
        }

    def merged(self, first: State, second: State) -> State:
        """Of both."""
        return {name: first[name] + second[name] for name in first}

    def result(self, state: State) -> LensResult:
        """Means and counts."""
        means = {name: state[name] / state["n"] for name in ("entropy", "probability")}
        return LensResult(n=state["n"], top_counts=state["top_counts"], **means)


def _featured(values: Float[Tensor, "row width"], features: Features) -> Float[Tensor, "row feature"]:
    if isinstance(features, Tensor):
        return values @ features.to(values).T
    return values if features is None else features(values).float()


def _described(features: Any) -> Any:
    """Features for a manifest: tensors and modules by their weights, functions by their names."""
    if features is None:
        return None
    if isinstance(features, Tensor):
        return [list(features.shape), *checksum(features)]
    owner = getattr(features, "__self__", features)
    if isinstance(owner, torch.nn.Module):
        return [type(owner).__qualname__, *(checksum(value) for _, value in sorted(owner.state_dict().items()))]
    return f"{features.__module__}.{features.__qualname__}"
