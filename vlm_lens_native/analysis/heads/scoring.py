"""From attention patterns to scores, a layer at a time."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from einops import einsum
from jaxtyping import Bool, Float, Int
from torch import Tensor

from vlm_lens_native.analysis.heads.head_scores import HeadScores
from vlm_lens_native.analysis.stream import position_marks
from vlm_lens_native.encoded import DecoderInput, Inputs
from vlm_lens_native.errors import InputError
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.indices import Indices
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.positions import Positions


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """Inputs as detectors look at them.

    Attributes:
        encoded: The merged embeddings.
        tokens: Which positions hold a token, and are no padding.
        images: Which hold image or video features.
        ids: The token ids, or None.
        source: What the user gave.
    """

    model: HookedVLMTransformer
    encoded: DecoderInput
    tokens: Bool[Tensor, "row pos"]
    images: Bool[Tensor, "row pos"] | None
    ids: Int[Tensor, "row pos"] | None
    source: Inputs

    @classmethod
    def of(cls, model: HookedVLMTransformer, inputs: Inputs) -> Prompt:
        """Encodes inputs, unless that was done before.

        Raises:
            InputError: Prefilled inputs, or a mask that does not tell padding.
        """
        encoded = model.encode(inputs)
        mask = encoded.attention_mask
        if encoded.past is not None or (mask is not None and mask.ndim != 2):
            raise InputError("Heads are scored on whole prompts with a 2-D attention mask, not on prefilled ones.")
        shape = encoded.embeddings.shape[:2]
        ids = encoded.prompt.get("input_ids")
        return cls(
            model=model,
            encoded=encoded,
            tokens=torch.ones(shape, dtype=torch.bool) if mask is None else mask.bool().cpu(),
            images=None if encoded.visual is None else encoded.visual.cpu(),
            ids=None if ids is None else ids.cpu(),
            source=inputs,
        )

    @property
    def layout(self) -> TokenLayout:
        """The token layout.

        Raises:
            InputError: The inputs are embeddings.
        """
        return self.model.token_layout(self.source)

    @property
    def images_layout(self) -> TokenLayout:
        """The layout that image tokens stand in: of keys, where cross-attention reads them."""
        return self.layout if self.model.cfg.cross is None else self.model.key_layout(self.source)

    @property
    def text(self) -> Bool[Tensor, "row pos"]:
        """Tokens that are no image features."""
        return self.tokens if self.images is None else self.tokens & ~self.images

    @property
    def known_ids(self) -> Int[Tensor, "row pos"]:
        """The token ids.

        Raises:
            InputError: The inputs are embeddings.
        """
        if self.ids is None:
            raise InputError("This detector compares token ids, but these inputs are embeddings; give input_ids.")
        return self.ids

    def marks(self, positions: Positions) -> Bool[Tensor, "row pos"]:
        """The tokens that positions mean; None means the last of each row, and a slice what it has of tokens."""
        n_rows, n_pos = self.tokens.shape
        if positions is None:
            last = n_pos - 1 - self.tokens.flip(1).int().argmax(1)
            return torch.arange(n_pos) == last[:, None]
        marks = position_marks(positions, batch=n_rows, n_pos=n_pos)
        if not isinstance(positions, slice) and (bad := (marks & ~self.tokens).nonzero().tolist()):
            raise InputError(
                f"Position {bad[0][1]} of row {bad[0][0]} is padding: numbers count the columns of a padded batch. "
                "Take a selection of model.token_layout(inputs), which has each row's own positions."
            )
        return marks & self.tokens


def score(
    prompt: Prompt,
    name: str,
    *,
    queries: Bool[Tensor, "row pos"],
    targets: Bool[Tensor, "row pos_or_1 key"],
    within: Bool[Tensor, "row 1 key"] | None = None,
    layers: Indices | None = None,
    keys: Bool[Tensor, "row key"] | None = None,
) -> HeadScores:
    """The attention that each head pays, from the queries, to each query's targets.

    Of each layer's pattern only the rows of queries are computed, and they are gone before the next layer's.

    Args:
        prompt: The inputs.
        name: Of the detector.
        queries: The positions that look.
        targets: The positions that each of them is to look at, or all of them alike.
        within: Positions among which shares are taken: the attention to targets is divided by that to these.
        layers: Numbers of blocks; negative ones count from the end, None takes all that have patterns.
        keys: Where targets are image features that cross-attention reads: those that are some image's.

    Raises:
        InputError: A row without queries, or layers that don't exist.
    """
    empty = (~queries.any(1)).nonzero().flatten().tolist()
    if empty:
        raise InputError(f"{name}: the rows {empty} have no query, that is, no position to look from.")
    model = prompt.model
    chosen = model.cfg.with_patterns(layers) if keys is None else model.cfg.with_image_keys(layers)
    rows = queries.any(0).nonzero().flatten()
    weights = queries[:, rows].float()
    weights = weights / weights.sum(1, keepdim=True)
    aims = [targets if targets.shape[1] == 1 else targets[:, rows], *([] if within is None else [within])]
    found: dict[int, Tensor] = {}

    def mean(pattern: Float[Tensor, "row head query key"]) -> Float[Tensor, "row head"]:
        """The mean over queries of the attention to targets, or of its share of that to ``within``."""
        one, *whole = (_attention(pattern, aim) for aim in aims)
        seen = one / whole[0].clamp_min(torch.finfo(torch.float32).tiny) if whole else one
        return einsum(seen, weights.to(seen), "row head query, row query -> row head").cpu()

    def see(pattern: Tensor, point: HookPoint) -> None:
        assert point.layer is not None
        found[point.layer] = mean(pattern)

    names = [f"lm.blocks.{layer}.{model.cfg.mixer_of(layer)}.hook_pattern" for layer in chosen]
    with torch.no_grad(), model.observing(names, see, positions=rows):
        model.lm.run(prompt.encoded, stop_at_layer=chosen[-1] + 1)
    reaches = [model.cfg.reach_of(layer) for layer in chosen]
    own = (lambda reach: _even(prompt.tokens, rows, *reach)) if keys is None else (lambda _: _evenly(keys, len(rows)))
    even = {reach: mean(own(reach)).mean() for reach in {*reaches}}
    return HeadScores(
        name=name,
        layers=tuple(chosen),
        by_row=torch.stack([found[layer] for layer in chosen], dim=1),
        chance=torch.stack([even[reach] for reach in reaches]),
        n_queries=queries.sum(1),
    )


def _attention(
    pattern: Float[Tensor, "row head query key"], to: Bool[Tensor, "row query_or_1 key"]
) -> Float[Tensor, "row head query"]:
    to = to.to(pattern)
    if to.shape[1] == 1:
        return (pattern @ to[:, 0, None, :, None])[..., 0].float()
    return einsum(pattern, to, "row head query key, row query key -> row head query").float()


def _evenly(keys: Bool[Tensor, "row key"], n_queries: int) -> Float[Tensor, "row 1 query key"]:
    """The pattern of a head that attends evenly to all features of all images."""
    pattern = keys.float() / keys.float().sum(-1, keepdim=True).clamp_min(1)
    return pattern[:, None, None].expand(-1, 1, n_queries, -1)


def _even(
    tokens: Bool[Tensor, "row key"], rows: Int[Tensor, " query"], window: int | None, chunk: int | None
) -> Float[Tensor, "row 1 query key"]:
    """The pattern of a head that attends evenly to every token it sees: up to itself, in its window or its chunk."""
    behind = rows[:, None] - torch.arange(tokens.shape[1])
    seen = (behind >= 0) & (behind < (window or tokens.shape[1]))
    if chunk is not None:
        places = torch.arange(tokens.shape[1]) - tokens.int().argmax(1, keepdim=True)  # from a row's first token
        chunks = places.div(chunk, rounding_mode="floor")
        seen = seen & (chunks[:, rows, None] == chunks[:, None])
    pattern = (seen & tokens[:, None]).float()
    return (pattern / pattern.sum(-1, keepdim=True).clamp_min(1))[:, None]
