"""What features are about: where each is most active, what it speaks for, and what steering by it does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.bundle import data_uri
from vlm_lens_native.dictionaries.attribution import added_before
from vlm_lens_native.dictionaries.evaluation import read_features
from vlm_lens_native.dictionaries.pages_result import FeaturePages
from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments.batching import Batch, Batches, last_logits
from vlm_lens_native.experiments.examples import Examples, Table
from vlm_lens_native.experiments.hooking import Hooks
from vlm_lens_native.indices import Indices, indices
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.inputs.table import IMAGE, MARKER, PAD
from vlm_lens_native.inputs.words import token_strings
from vlm_lens_native.interventions import SteerFeatures
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.splice import Dictionaries, Splice, only_splice
from vlm_lens_native.stopping import Stoppable

_BINS, _WORD_BINS, _CHUNK = 32, 40, 64
_PICTURE_BYTES = 60_000


def pages(
    model: HookedVLMTransformer,
    examples: Table,
    sae: Dictionaries,
    features: Indices | None = None,
    *,
    most: int = 100,
    top: int = 8,
    words: int = 10,
    steer: float | int = 1.0,
    hooks: Hooks = None,
    batch_size: int | None = None,
) -> FeaturePages:
    """What each feature is about: top examples with the patches where it is active, a histogram, words, steering.

    All examples run once, up to the dictionary, for maxima and histograms of all features; then the top examples of the
    chosen features run one by one. Memory goes by the features (some hundred bytes each) and by the pictures of the top
    examples, not by the table. Markers and padding are not looked at.

    Args:
        model: The model; it must not have the dictionary spliced in.
        examples: The table, or its rows.
        sae: A dictionary of the decoder: itself, or ``{name: it}``, as for ``model.saes``.
        features: Which ones; None takes the ``most`` that are active at most tokens.
        most: How many, if they are not named.
        top: How many examples of each: those with the largest activations.
        words: How many words, of those that a feature's direction speaks for most, and against.
        steer: What is added to a feature to steer, as a multiple of its largest activation.
        hooks: What acts meanwhile, as for `experiments.evaluate`.
        batch_size: Examples at a time; None goes by the memory.

    Raises:
        InputError: A dictionary of the vision encoder, or one that reads heads one by one; or none of these features is
            active anywhere.
    """
    splice, table = only_splice(model, sae), Examples.of(examples)
    if model.hook_dict[splice.writes].is_visual:
        raise InputError(f"{splice.writes} lies in front of the decoder; pages are for dictionaries within it.")
    seen = _Seen(top)
    batches = Batches(model=model, examples=table, hooks=hooks, batch_size=batch_size, kept=[splice.reads])
    with Stoppable("Features", len(table)) as work, torch.no_grad():
        for batch in batches():
            layout = model.token_layout(batch.inputs)
            of_tokens = torch.as_tensor((layout.images | layout.text).mask)
            seen.add(read_features(model, splice, batch, of_tokens).cpu(), of_tokens, batch.numbers)
            work.done(len(batch.numbers))
    n_features = len(seen.n_active)
    order = seen.n_active.argsort(descending=True, stable=True)[:most].tolist()
    chosen = order if features is None else indices("feature", features, n_features)
    chosen = [each for each in chosen if seen.n_active[each]]
    if not chosen:
        raise InputError("None of these features is active at any of the examples' tokens.")
    rows = words_of(model, splice, chosen, words)
    found = [{**seen.of(each), **said} for each, said in zip(chosen, rows, strict=True)]
    samples = _looked_at(model, splice, table, hooks, found, float(steer))
    return FeaturePages(
        place=splice.writes,
        n_features=n_features,
        n_tokens=seen.n_tokens,
        n_examples=seen.n_examples,
        features=tuple(found),
        samples=samples,
        steer=float(steer),
    )


class _Seen:
    """Maxima by example and histograms of all features, batch by batch."""

    def __init__(self, top: int) -> None:
        self._top = top
        self.n_tokens = self.n_examples = 0
        self.n_active = torch.zeros(0, dtype=torch.long)

    def add(self, acts: Float[Tensor, "token feature"], tokens: Tensor, numbers: Sequence[int]) -> None:
        """Takes in the features of a batch's tokens, ``[row pos]``."""
        if not len(self.n_active):
            n = acts.shape[1]
            self.n_active, self._high = torch.zeros(n, dtype=torch.long), torch.zeros(n)
            self._counts = torch.zeros(n, _BINS, dtype=torch.long)
            self._best, self._of = torch.zeros(0, n), torch.zeros(0, n, dtype=torch.long)
        self.n_tokens, self.n_examples = self.n_tokens + len(acts), self.n_examples + len(numbers)
        self.n_active += (acts != 0).sum(0)
        row = tokens.nonzero(as_tuple=True)[0]
        largest = torch.zeros(len(numbers), acts.shape[1])
        largest = largest.scatter_reduce(0, row[:, None].expand(acts.shape), acts.float(), "amax")
        values = torch.cat([self._best, largest])
        samples = torch.cat([self._of, torch.tensor(numbers)[:, None].expand(largest.shape)])
        self._best, nth = values.topk(min(self._top, len(values)), dim=0)
        self._of = samples.gather(0, nth)
        self._count(acts.float())

    def _count(self, acts: Float[Tensor, "token feature"]) -> None:
        """Counts active ones in bins from 0 to a bound that doubles, two bins becoming one, where it is passed."""
        largest = acts.amax(0)
        self._high = torch.where(self._high == 0, largest, self._high)
        while (beyond := largest > self._high).any():
            pairs = self._counts[beyond].unflatten(1, (-1, 2)).sum(2)
            self._counts[beyond] = torch.cat([pairs, torch.zeros_like(pairs)], dim=1)
            self._high[beyond] *= 2
        token, feature = (acts > 0).nonzero(as_tuple=True)
        share = acts[token, feature] / self._high[feature]
        place = (share * _BINS).long().clamp(max=_BINS - 1)
        self._counts.index_put_((feature, place), torch.ones_like(place), accumulate=True)

    def of(self, feature: int) -> dict[str, Any]:
        """What is known of a feature."""
        best = [(float(v), int(s)) for v, s in zip(self._best[:, feature], self._of[:, feature], strict=True) if v > 0]
        return {
            "feature": feature,
            "density": float(self.n_active[feature]) / self.n_tokens,
            "max": best[0][0] if best else 0.0,
            "histogram": self._counts[feature].tolist(),
            "high": float(self._high[feature]),
            "top": [{"sample": sample, "max": value} for value, sample in best],
        }


def words_of(model: HookedVLMTransformer, splice: Splice, chosen: Sequence[int], n: int) -> list[dict[str, Any]]:
    """What each feature's direction adds to words' logits, by the final norm's gain alone; none off the stream."""
    rows: list[dict[str, Any]] = []
    for start in range(0, len(chosen), _CHUNK):
        directions = directions_of(splice.sae, chosen[start : start + _CHUNK])
        if directions is None or added_before(model.hook_dict[splice.writes]) is None:
            return [{"up": [], "down": [], "words": [], "edges": []} for _ in chosen]
        norm = model.lm.ln_final
        behind = norm.linear(directions.float().to(norm.gain.device), torch.ones(1, 1))
        logits = (behind @ model.W_U.float().to(behind.device) * model.cfg.logits_factor).cpu()
        for row in logits:
            ends = {"up": row.topk(min(n, len(row))), "down": (-row).topk(min(n, len(row)))}
            strings = token_strings(model.tokenizer, torch.cat([each.indices for each in ends.values()]).tolist())
            counts, edges = np.histogram(row.numpy(), bins=_WORD_BINS)
            listed = {
                end: [[strings[int(token)], float(row[token])] for token in each.indices] for end, each in ends.items()
            }
            rows.append({**listed, "words": counts.tolist(), "edges": edges.tolist()})
    return rows


def directions_of(sae: Any, features: Sequence[int]) -> Float[Tensor, "feature width"] | None:
    """Rows of ``W_dec``; None for a dictionary that doesn't name its weights so."""
    weight = getattr(sae, "W_dec", None)
    return weight[list(features)].detach() if isinstance(weight, Tensor) and weight.ndim == 2 else None


def _looked_at(
    model: HookedVLMTransformer,
    splice: Splice,
    table: Examples,
    hooks: Hooks,
    found: Sequence[Mapping[str, Any]],
    steer: float,
) -> dict[int, Mapping[str, Any]]:
    """The top examples; what features do there is put into their entries."""
    wanted: dict[int, list[tuple[int, Mapping[str, Any], Any]]] = {}
    for each in found:
        for nth, entry in enumerate(each["top"]):
            wanted.setdefault(entry["sample"], []).append((nth, each, entry))
    samples: dict[int, Mapping[str, Any]] = {}
    place = {(splice.reads, splice.writes): splice.sae}
    batches = Batches(model=model, examples=table, hooks=hooks, batch_size=1, kept=[splice.reads])
    with Stoppable("Top examples", len(wanted)) as work, torch.no_grad():
        for batch in batches(wanted):
            (number,) = batch.numbers
            layout = model.token_layout(batch.inputs)
            acts = read_features(model, splice, batch, torch.as_tensor(layout.table.kind != PAD)).cpu()
            samples[number] = _sample(model, batch, layout)
            before = last_logits(model, batch)[0].log_softmax(-1)
            for nth, each, entry in wanted[number]:
                row = acts[:, each["feature"]]
                at = row.nonzero().flatten()
                entry |= {"at": at.tolist(), "values": row[at].tolist()}
                if nth == 0:
                    edit = SteerFeatures(place, each["feature"], steer * each["max"])
                    with model.hooks(edit.hooks(model)):
                        after = last_logits(model, batch)[0].log_softmax(-1)
                    each["steering"] = _steering(model, before, after)  # type: ignore[index]  # a dict of ours
            work.done()
    for each in found:  # where Ctrl-C ended it, examples that were not looked at
        each["top"][:] = [entry for entry in each["top"] if "at" in entry]
    return samples


def _sample(model: HookedVLMTransformer, batch: Batch, layout: TokenLayout) -> dict[str, Any]:
    """One example as pages show it; positions count its tokens, and boxes are shares of their image."""
    table = layout.table
    at = np.flatnonzero(table.kind[0] != PAD)
    strings = token_strings(model.tokenizer, table.token_id[0, at].tolist())
    boxes = []
    for nth, position in enumerate(at):
        if table.kind[0, position] == IMAGE and np.isfinite(table.box[0, position]).all():
            image = int(table.image[0, position])
            wide, high = layout.image_size(image=image)
            x1, y1, x2, y2 = table.box[0, position] / [wide, high, wide, high]
            boxes.append([nth, image, *(round(float(each), 4) for each in (x1, y1, x2, y2))])
    return {
        "pictures": [data_uri(each.image, most_bytes=_PICTURE_BYTES) for each in batch.inputs.images],
        "question": batch.examples[0].question,
        "tokens": [strings[int(token)] for token in table.token_id[0, at]],
        "kinds": "".join("i" if k == IMAGE else "m" if k == MARKER else "t" for k in table.kind[0, at]),
        "boxes": boxes,
    }


def _steering(model: HookedVLMTransformer, before: Tensor, after: Tensor) -> dict[str, Any]:
    """The most probable next tokens without and with it, and those that gain most."""
    rise = after - before
    gained = torch.where(after > after.max() - 10, rise, -torch.inf).topk(5).indices  # of those that may come at all
    tops = {"before": before.topk(3).indices, "after": after.topk(3).indices, "gained": gained}
    strings = token_strings(model.tokenizer, torch.cat(list(tops.values())).tolist())
    return {
        name: [[strings[int(each)], float(before[each].exp()), float(after[each].exp())] for each in ids]
        for name, ids in tops.items()
    }
