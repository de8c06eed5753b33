"""What a decoder receives: from a user who encoded the images before, or from HF's wrapper around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import torch
from torch import Tensor, nn
from transformers import Cache

from vlm_lens_native.components.cross_attention import ImageKeys
from vlm_lens_native.components.mask import is_closed
from vlm_lens_native.errors import InputError
from vlm_lens_native.span import PromptSize, Span


@dataclass(frozen=True, kw_only=True)
class DecoderInput:
    """What the decoder receives once images are encoded and merged; ``model.encode`` makes it.

    Attributes:
        embeddings: ``[batch pos d_model]``: text embeddings with image features in the placeholders' places.
        attention_mask: ``[batch key]``: 1 at tokens, 0 at padding; or a 4-D mask; None if there is no padding. Beside
            ``masks`` it only tells padding.
        masks: 4-D masks by kind of layer, which then count: as HF makes them for a static KV cache, and where images
            are not masked causally. None stands for a purely causal one.
        all_see_all: Whether None stands for no mask at all, as in HF's PaliGemma under sdpa where neither token types
            nor padding ask for one.
        positions: ``[batch pos]``, or ``[axis batch pos]`` for M-RoPE; None to count from the left.
        visual: ``[batch pos]``: True where image or video features stand (deepstack adds there); None if unknown.
        of_images: ``[batch pos]``: True at tokens that go to experts of their own in models with two sets: image and
            video features, and the marks around them; None where there are none.
        deepstack: By depth (``DecoderConfig.deepstack``), ``[visual d_model]``: what it adds, in order of position.
        per_layer: ``[batch pos layer d_per_layer]``: what blocks get of each token beside the stream, images included;
            None in models without.
        lent: By layer, keys and values of these positions, ``[batch kv_head pos d_head]``, for later layers that attend
            to them where that layer does not run.
        image_keys: What cross-attention layers attend to; None without, and they are then left out.
        prompt: The inputs that it was made of, without pixels: ``generate`` needs their token ids, and
            ``model.token_layout`` lays them out. Empty in parts of a prompt, and behind a prefill.
        offsets: ``[batch 1]``: how far behind its number the position of a later token is, for M-RoPE; None otherwise.
        past: KV cache of the positions before these, where ``model.prefill`` made it. Passes leave it as it is.
        length: One more than the largest position of the prompt that these begin, where they are no whole one: some
            rotary frequencies depend on it.
    """

    embeddings: Tensor
    attention_mask: Tensor | None = None
    masks: Mapping[str, Tensor | None] | None = None
    all_see_all: bool = False
    positions: Tensor | None = None
    visual: Tensor | None = None
    of_images: Tensor | None = None
    deepstack: Mapping[int, Tensor] = field(default_factory=dict)
    per_layer: Tensor | None = None
    lent: Mapping[int, tuple[Tensor, Tensor]] = field(default_factory=dict)
    image_keys: ImageKeys | None = None
    prompt: Mapping[str, Any] = field(default_factory=dict)
    offsets: Tensor | None = None
    past: Cache | None = None
    length: int | None = None

    def __repr__(self) -> str:
        batch, pos, width = self.embeddings.shape
        images = "" if self.visual is None else f", {int(self.visual.sum())} of image features"
        past = "" if self.past is None else f", behind {self.past.get_seq_length()} in a KV cache"
        return f"DecoderInput({batch} x {pos} positions of width {width}{images}{past})"

    def with_padding(self, attention_mask: Any) -> DecoderInput:
        """As it is, with the user's own 2-D mask, where HF's wrapper has made 4-D masks of it."""
        if not isinstance(attention_mask, Tensor) or attention_mask.ndim != 2 or not self.own_masks:
            return self
        kinds = ("full_attention", "sliding_attention", "chunked_attention")
        masks = dict.fromkeys(kinds, self.attention_mask) if self.masks is None else self.masks
        return replace(self, attention_mask=attention_mask, masks=masks)

    def closed_before(self, n_pos: int) -> int:
        """How many of the first ``n_pos`` positions, at the most, see none of those behind them.

        All of them under a causal mask. Where the tokens of an image, or of a prefix, see each other, those before it.
        """
        furthest = self._furthest
        if furthest is None or not n_pos:
            return n_pos
        closed = (furthest[:n_pos] <= torch.arange(1, n_pos + 1)).nonzero()
        return int(closed[-1]) + 1 if len(closed) else 0

    @cached_property
    def _furthest(self) -> Tensor | None:
        """``[pos]``: the number of leading keys that this position and those before it see; None if causal."""
        if not self.own_masks:
            return None
        is_open = torch.stack([(~is_closed(mask)).flatten(0, 1).any(0).cpu() for mask in self.own_masks]).any(0)
        return (is_open * torch.arange(1, is_open.shape[1] + 1)).amax(1).cummax(0).values

    @property
    def own_masks(self) -> list[Tensor]:
        """The 4-D masks that stand in the place of HF's causal ones."""
        if self.all_see_all:
            n_pos = self.embeddings.shape[1]
            return [torch.ones(1, 1, n_pos, n_pos, dtype=torch.bool, device=self.embeddings.device)]
        given = [self.attention_mask] if self.masks is None else list(self.masks.values())
        return [mask for mask in given if mask is not None and mask.ndim == 4]

    def span(self, past: Cache | None = None) -> Span:
        """What a pass over these inputs computes of its sequences."""
        n_rows, n_pos, _ = self.embeddings.shape
        past = self.past if past is None else past
        return Span.of_pass(
            n_rows,
            n_pos,
            n_past=0 if past is None else int(past.get_seq_length()),
            prompt=handed_over().size,
            mask=self.masks if self.attention_mask is None else self.attention_mask,
            visual=self.visual,
        )

    def by_rows(self, change: Callable[[Tensor, int], Tensor]) -> DecoderInput:
        """With all that has rows as ``change(value, axis of rows)`` makes it; what deepstack adds has none."""

        def changed(value: Tensor | None) -> Tensor | None:
            return None if value is None else change(value, 0)

        positions, keys = self.positions, self.image_keys
        return replace(
            self,
            embeddings=change(self.embeddings, 0),
            attention_mask=changed(self.attention_mask),
            masks=None if self.masks is None else {kind: changed(mask) for kind, mask in self.masks.items()},
            positions=None if positions is None else change(positions, positions.ndim - 2),
            visual=changed(self.visual),
            of_images=changed(self.of_images),
            per_layer=changed(self.per_layer),
            lent={layer: (change(k, 0), change(v, 0)) for layer, (k, v) in self.lent.items()},
            image_keys=None if keys is None else keys.each(lambda value: change(value, 0)),
            offsets=changed(self.offsets),
        )

    def split(self, n_pos: int) -> tuple[DecoderInput, DecoderInput]:
        """The first ``n_pos`` positions, and the rest, whose mask still covers all of them.

        Raises:
            InputError: One of the two would be empty, or one of the first positions sees one of the rest.
        """
        total = self.embeddings.shape[1]
        if not 0 < n_pos < total:
            raise InputError(f"{n_pos} of {total} positions can't be split off; 1 to {total - 1} can.")
        if (closed := self.closed_before(n_pos)) < n_pos:
            raise InputError(
                f"Of the first {n_pos} positions some see later ones: tokens of an image, or of a prefix, see each "
                f"other. {f'{closed} can be split off' if closed else 'None before them can be split off'}."
            )
        length = total if self.positions is None else int(self.positions.max()) + 1
        first = replace(self._part(slice(0, n_pos), n_keys=n_pos), length=length)
        return first, self._part(slice(n_pos, total), n_keys=total)

    def _part(self, queries: slice, *, n_keys: int) -> DecoderInput:
        deepstack = self.deepstack
        if self.visual is not None:
            within = torch.arange(self.visual.shape[1], device=self.visual.device)
            kept = ((within >= queries.start) & (within < queries.stop)).expand_as(self.visual)[self.visual]
            deepstack = {depth: features[kept.to(features.device)] for depth, features in deepstack.items()}
        return replace(
            self,
            embeddings=self.embeddings[:, queries],
            attention_mask=_mask_part(self.attention_mask, queries, n_keys),
            masks=None if self.masks is None else {k: _mask_part(m, queries, n_keys) for k, m in self.masks.items()},
            positions=None if self.positions is None else self.positions[..., queries],
            visual=None if self.visual is None else self.visual[:, queries],
            of_images=None if self.of_images is None else self.of_images[:, queries],
            deepstack=deepstack,
            per_layer=None if self.per_layer is None else self.per_layer[:, queries],
            lent={layer: (k[:, :, queries], v[:, :, queries]) for layer, (k, v) in self.lent.items()},
            image_keys=None if self.image_keys is None else self.image_keys.part(queries),
            prompt={},
        )

    def continued(self, given: DecoderInput, n_past: int) -> DecoderInput:
        """The input of a pass of ``generate``, with this prompt's embeddings in the prompt's places.

        Args:
            given: What HF hands over for that pass, made without pixels; it may have more rows (beams, samples), end
                within the prompt (prefill by chunks), or go on behind it.
            n_past: Positions in the KV cache before it.
        """
        batch, pos, _ = given.embeddings.shape
        own = self._part(slice(n_past, n_past + pos), n_keys=n_past + pos)
        n_own, copies = own.embeddings.shape[1], batch // len(own.embeddings)
        embeddings = own.embeddings.repeat_interleave(copies, dim=0)
        visual, of_images = (
            None if mask is None else nn.functional.pad(mask.repeat_interleave(copies, dim=0), (0, pos - n_own))
            for mask in (own.visual, own.of_images)
        )
        per_layer = given.per_layer
        if per_layer is not None and own.per_layer is not None:
            per_layer = torch.cat([own.per_layer.repeat_interleave(copies, dim=0), per_layer[:, n_own:]], dim=1)
        keys = own.image_keys and own.image_keys.repeated(copies)
        return replace(
            given,
            per_layer=per_layer,
            image_keys=given.image_keys if keys is None else keys.followed_by(given.image_keys),
            embeddings=torch.cat([embeddings, given.embeddings[:, n_own:]], dim=1),
            visual=visual,
            of_images=of_images,
            deepstack={depth: own._copied(features, copies) for depth, features in own.deepstack.items()},
        )

    def _copied(self, features: Tensor, copies: int) -> Tensor:
        """Repeats each row's deepstack features ``[visual d_model]``."""
        if self.visual is None or copies == 1:
            return features
        rows = features.split(self.visual.sum(dim=1).tolist())
        return torch.cat([row for row in rows for _ in range(copies)])


def _mask_part(mask: Tensor | None, queries: slice, n_keys: int) -> Tensor | None:
    if mask is None:
        return None
    return mask[:, :n_keys] if mask.ndim == 2 else mask[:, :, queries, :n_keys]


Prepared = Mapping[str, Any] | DecoderInput
"""What a pass runs: what ``model.prepare_*`` or HF's processor made, or encoded inputs."""

Inputs = Prepared | str | Sequence[str] | Tensor
"""What a user gives: the same; or text alone, as a text, a list of texts, or token ids ``[batch pos]`` or ``[pos]``, of
which ``model.as_inputs`` makes such inputs."""


# --- what HF's wrapper does not hand over, for the decoder that it calls in this thread -------------------------------


@dataclass(frozen=True, kw_only=True)
class Handover:
    """What the decoder has to know beside what HF's wrapper hands over.

    Attributes:
        captured: Where decoders put their input in place of computing anything; None where they compute.
        visual: ``[batch pos]``, True where HF put image and video features, from the start of the sequence; what comes
            later is text. None if unknown. HF's wrappers merge features into the embeddings and tell most decoders
            nothing about it.
        prompt: Where passes take their prompt's embeddings from; None for HF's own.
        size: Of the prompt to which passes belong, as steps of ``generate`` or a part of a prefill; None where one pass
            is all there is.
    """

    captured: list[DecoderInput] | None = None
    visual: Tensor | None = None
    prompt: DecoderInput | None = None
    size: PromptSize | None = None

    def visual_of(self, embeddings: Tensor, past: Cache | None) -> Tensor | None:
        """The part of ``visual`` that belongs to a pass; beams and samples of a prompt have its positions."""
        known, (batch, pos, _) = self.visual, embeddings.shape
        if known is None or batch % len(known):
            return None
        n_past = 0 if past is None else int(past.get_seq_length())
        whole = nn.functional.pad(known, (0, max(0, n_past + pos - known.shape[1])))
        return whole[:, n_past : n_past + pos].repeat_interleave(batch // len(known), dim=0)

    def with_new_tokens(self, of_images: Tensor, embeddings: Tensor) -> Tensor:
        """``of_images``, where a step of ``generate`` without KV cache brings new tokens, which are text.

        HF's ``generate`` makes ``mm_token_type_ids`` longer step by step, and ``moe_mm_token_type_ids`` not.
        """
        n_new = embeddings.shape[1] - of_images.shape[1]
        is_step = self.size is not None and of_images.shape[1] == self.size.n_pos < embeddings.shape[1]
        return nn.functional.pad(of_images, (0, n_new)) if is_step else of_images

    def with_prompt(self, given: DecoderInput, past: Cache | None) -> DecoderInput:
        """The input of a pass, with the embeddings of ``prompt`` in the prompt's places, if there is one."""
        n_past = 0 if past is None else int(past.get_seq_length())
        if self.prompt is None or n_past >= self.prompt.embeddings.shape[1]:
            return given
        return self.prompt.continued(given, n_past)


_handover: ContextVar[Handover | None] = ContextVar("handover", default=None)


@contextmanager
def handing_over(**more: Any) -> Iterator[None]:
    """Within the block, decoders called in this thread know this too; arguments are attributes of `Handover`."""
    token = _handover.set(replace(handed_over(), **more))
    try:
        yield
    finally:
        _handover.reset(token)


def handed_over() -> Handover:
    """What decoders called in this thread know at the moment."""
    return _handover.get() or Handover()
