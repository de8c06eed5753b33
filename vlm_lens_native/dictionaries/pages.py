"""What features are about: where each is most active, what it speaks for, and what steering by it does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from jaxtyping import Bool, Float, Int, Shaped
from torch import Tensor

from vlm_lens_native.analysis.encoded_images import find_patches
from vlm_lens_native.bundle import data_uri
from vlm_lens_native.dictionaries.attribution import added_before
from vlm_lens_native.dictionaries.pages_result import FeaturePages
from vlm_lens_native.dictionaries.reading import Passed, passed
from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments.batching import Batch, Batches, last_logits
from vlm_lens_native.experiments.examples import Examples, Table
from vlm_lens_native.experiments.hooking import Hooks
from vlm_lens_native.indices import Indices, indices
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.inputs.words import token_strings
from vlm_lens_native.interventions import SteerFeatures
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.splice import Dictionaries, Splice, only_splice
from vlm_lens_native.stopping import Stoppable

_BINS, _WORD_BINS, _CHUNK = 32, 40, 64
_PICTURE_BYTES = 60_000
_LETTERS = np.array(["t", "i", "m", ""])  # by `inputs.table.KINDS`


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
    examples, not by the table. Markers and padding are not looked at. In front of the decoder, patches are the tokens,
    and a class token is not looked at either; there, directions speak for no words.

    Args:
        model: The model; it must not have the dictionary spliced in.
        examples: The table, or its rows.
        sae: A dictionary: itself, or ``{name: it}``, as for ``model.saes``.
        features: Which ones; None takes the ``most`` that are active at most tokens.
        most: How many, if they are not named.
        top: How many examples of each: those with the largest activations.
        words: How many words, of those that a feature's direction speaks for most, and against.
        steer: What is added to a feature to steer, as a multiple of its largest activation.
        hooks: What acts meanwhile, as for `experiments.evaluate`.
        batch_size: Examples at a time; None goes by the memory.

    Raises:
        InputError: A dictionary that reads heads one by one; in front of the decoder, patches that can't be matched
            with the tokens of the prompt (`encoded_images`), so that it is not known where they lie; or none of these
            features is active anywhere.
    """
    splice, table = only_splice(model, sae), Examples.of(examples)
    seen = _Seen(top)
    batches = Batches(model=model, examples=table, hooks=hooks, batch_size=batch_size, kept=[splice.reads])
    with Stoppable("Features", len(table)) as work, torch.no_grad():
        for batch in batches():
            if (read := passed(model, splice, batch)) is not None:
                tokens = _Tokens.of(model, read, batch)
                acts = read.features(tokens.looked_at)
                seen.add(acts.cpu(), tokens.row[tokens.looked_at], batch.numbers)
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

    def add(self, acts: Float[Tensor, "token feature"], row: Int[Tensor, " token"], numbers: Sequence[int]) -> None:
        """Takes in the features of a batch's tokens, each in a row of the batch."""
        if not len(self.n_active):
            n = acts.shape[1]
            self.n_active, self._high = torch.zeros(n, dtype=torch.long), torch.zeros(n)
            self._counts = torch.zeros(n, _BINS, dtype=torch.long)
            self._best, self._of = torch.zeros(0, n), torch.zeros(0, n, dtype=torch.long)
        self.n_tokens, self.n_examples = self.n_tokens + len(acts), self.n_examples + len(numbers)
        self.n_active += (acts != 0).sum(0)
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
            read = passed(model, splice, batch)
            assert read is not None  # as when its features were seen
            tokens = _Tokens.of(model, read, batch)
            acts = read.features(tokens.shown).cpu()
            samples[number] = tokens.sample(batch)
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


@dataclass(frozen=True, kw_only=True, eq=False)
class _Tokens:
    """The tokens of a batch, or in front of the decoder its patches; columns are ``[row pos]``, ``[image patch]``.

    Attributes:
        row: The row of the batch.
        kind: ``i`` for image, ``t`` for text, ``m`` for marker or class token; empty for padding.
        text: What it is called.
        image: The number of its image.
        box: In pixels of that image; NaN where it has none.
        layout: Of the inputs.
    """

    row: Int[Tensor, "row pos"]
    kind: Shaped[np.ndarray, "row pos"]
    text: Shaped[np.ndarray, "row pos"]
    image: Int[np.ndarray, "row pos"]
    box: Float[np.ndarray, "row pos 4"]
    layout: TokenLayout

    @classmethod
    def of(cls, model: HookedVLMTransformer, read: Passed, batch: Batch) -> _Tokens:
        """Of what passes where a dictionary reads.

        Raises:
            InputError: It is not known where patches lie.
        """
        layout = model.token_layout(batch.inputs)
        table, own = layout.table, read.kinds["all"]
        if model.hook_dict[read.splice.writes].is_visual:
            found = find_patches(model, layout, *own.shape)
            kind = np.where(found.position >= 0, "i", np.where(own, "m", ""))
            text = np.broadcast_to(np.array([f"patch {nth}" for nth in range(own.shape[1])]), own.shape)
            box, image, row = found.box.numpy(), found.image.numpy(), found.batch
        else:
            kind = _LETTERS[table.kind]
            strings = token_strings(model.tokenizer, np.unique(table.token_id).tolist())
            text = np.vectorize(strings.__getitem__, otypes=[object])(table.token_id)
            box, image, row = table.box, table.image, torch.arange(len(own))[:, None].expand(own.shape)
        return cls(row=row, kind=kind, text=text, image=image, box=box, layout=layout)

    @property
    def looked_at(self) -> Bool[Tensor, "row pos"]:
        """Image and text."""
        return torch.from_numpy((self.kind == "i") | (self.kind == "t"))

    @property
    def shown(self) -> Bool[Tensor, "row pos"]:
        """All but padding."""
        return torch.from_numpy(self.kind != "")

    def sample(self, batch: Batch) -> dict[str, Any]:
        """The only example of a batch as pages show it; boxes are shares of their image."""
        shown, boxes = self.kind != "", []
        kinds, columns = self.kind[shown], zip(self.image[shown], self.box[shown], strict=True)
        for nth, (image, box) in enumerate(columns):
            if kinds[nth] == "i" and np.isfinite(box).all():
                x1, y1, x2, y2 = box / np.tile(self.layout.image_size(image=int(image)), 2)
                boxes.append([nth, int(image), *(round(float(each), 4) for each in (x1, y1, x2, y2))])
        return {
            "pictures": [data_uri(each.image, most_bytes=_PICTURE_BYTES) for each in batch.inputs.images],
            "question": batch.examples[0].question,
            "tokens": self.text[shown].tolist(),
            "kinds": "".join(kinds),
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
