"""Components of the residual stream through a norm, and through the unembedding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.decomposition.parts import Parts, Stack
from vlm_lens_native.errors import InputError
from vlm_lens_native.positions import Positions

Tokens = int | np.integer | str | Sequence[int | str] | np.ndarray | Tensor
Rows = int | slice | Sequence[int] | Tensor


class Readout(Parts):
    """The part of a cache that says what components of a stream mean to a norm and to the logits."""

    def apply_ln_to_stack(
        self,
        residual_stack: Stack,
        layer: int | None = None,
        *,
        mlp_input: bool = False,
        pos_slice: Positions = None,
        batch_slice: Rows | None = None,
        has_batch_dim: bool = True,
        recompute_ln: bool = False,
    ) -> Float[Tensor, "component *batch_pos_out d_model"]:
        """Brings components through a norm with the scale that the whole stream had there, so that sums stay sums.

        ``component / scale * gain``, with the cached ``hook_scale`` and the norm's gain, in float32, as the scale is;
        less the component's mean, where the norm takes it off. A bias that a norm has belongs to no component.

        Args:
            residual_stack: ``[component *batch_pos d_model]``, at the positions of ``pos_slice``.
            layer: The block whose input norm is applied, if it has one; None, -1 or ``n_layers``: the final norm.
            mlp_input: The norm that its MLP reads.
            pos_slice: Positions of the cached scale that the stack has.
            batch_slice: Rows of the batch: an index, which drops the axis, a slice, or indices.
            has_batch_dim: Whether ``batch_slice`` is still to be applied to the stack's second axis.
            recompute_ln: Divides each component by a scale of its own instead, and adds the bias, as a logit lens does.

        Raises:
            InputError: The stack does not fit the cached scale.
        """
        depth = self._depth(layer, mlp_input=mlp_input)
        inlet = self._weights.lm.inlet(depth, mlp=mlp_input)
        if batch_slice is not None and has_batch_dim:
            residual_stack = residual_stack[(slice(None), _rows(batch_slice))]
        if recompute_ln:
            wide = residual_stack.float()
            return inlet.linear(wide, inlet.scale(wide)) + inlet.constant(wide)
        if not inlet.needs:
            return residual_stack.float()
        self._need(inlet.needs)
        scale = self._at(inlet.needs[0], pos_slice)
        scale = scale if batch_slice is None else scale[_rows(batch_slice)]
        if not has_batch_dim and len(scale) == 1 and scale.ndim == residual_stack.ndim:
            scale = scale[0]
        if residual_stack.shape[1:-1] != scale.shape[:-1]:
            raise InputError(
                f"A stack of {list(residual_stack.shape)} was given, but the scale that was cached at {inlet.needs[0]} "
                f"is, with these slices, of {list(scale.shape)}: [component, {_shown(scale.shape[:-1])}d_model] is "
                "needed. pos_slice says at which positions the stack was taken, batch_slice in which rows."
            )
        return inlet.linear(residual_stack, scale)

    def logit_attrs(
        self,
        residual_stack: Stack,
        tokens: Tokens,
        incorrect_tokens: Tokens | None = None,
        *,
        pos_slice: Positions = None,
        batch_slice: Rows | None = None,
        has_batch_dim: bool = True,
    ) -> Float[Tensor, "component *batch_pos_out"]:
        """What each component of the final stream adds to tokens' logits (or to differences of logits).

        Over a complete stack it sums to the logits, but for biases of the final norm and the unembedding, which no
        component brings. Where logits have a soft cap (``cfg.logits_cap``), these are the logits before it.

        Args:
            residual_stack: ``[component *batch_pos d_model]``, before the final norm.
            tokens: One token (an id, or text that is a single token); or one for each row of the batch; else one for
                each position; or ``[batch pos]``. They have to fit the stack as it is after slicing.
            incorrect_tokens: Tokens whose logits are taken off.
            pos_slice: Positions that the stack has.
            batch_slice: Rows of the batch to take.
            has_batch_dim: As for `apply_ln_to_stack`.

        Raises:
            InputError: Text that is not a single token, an id beyond the vocabulary, or tokens that don't fit.
        """
        normed = self.apply_ln_to_stack(
            residual_stack, pos_slice=pos_slice, batch_slice=batch_slice, has_batch_dim=has_batch_dim
        )
        directions = self._directions(tokens, normed.shape[1:-1])
        if incorrect_tokens is not None:
            directions = directions - self._directions(incorrect_tokens, normed.shape[1:-1])
        return (normed * directions.to(normed)).sum(-1) * self._weights.cfg.logits_factor

    def _directions(self, tokens: Tokens, lead: torch.Size) -> Float[Tensor, "*batch_pos d_model"]:
        """The unembedding's columns for tokens, so shaped that they broadcast over ``lead`` (batch and positions)."""
        ids = self._token_ids(tokens)
        if ids.ndim == 1 and len(lead) == 2:
            ids = ids[:, None] if len(ids) == lead[0] else ids[None]
        fits = ids.ndim <= len(lead) and all(n in (1, m) for n, m in zip(ids.shape[::-1], lead[::-1], strict=False))
        if not fits:
            raise InputError(
                f"Tokens of shape {list(self._token_ids(tokens).shape)} don't fit a stack over {list(lead)} [batch, "
                "position]: give one token, one for each row, or one for each position."
            )
        return self._weights.W_U[:, ids.to(self._weights.W_U.device)].movedim(0, -1)

    def _token_ids(self, tokens: Tokens) -> Tensor:
        if isinstance(tokens, str):
            tokens = self._weights.to_single_token(tokens)
        elif not isinstance(tokens, int | np.integer | np.ndarray | Tensor):
            tokens = [self._weights.to_single_token(each) if isinstance(each, str) else each for each in tokens]
        ids, d_vocab = torch.as_tensor(tokens), self._weights.cfg.d_vocab
        if ids.is_floating_point() or ids.dtype == torch.bool or bool(((ids < 0) | (ids >= d_vocab)).any()):
            raise InputError(f"Token ids are integers from 0 to {d_vocab - 1}, got {tokens!r}.")
        return ids


def _rows(batch_slice: Any) -> Any:
    return batch_slice if isinstance(batch_slice, int | slice | Tensor) else list(batch_slice)


def _shown(sizes: torch.Size) -> str:
    return "".join(f"{size}, " for size in sizes)
