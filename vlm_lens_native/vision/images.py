"""Encoders that pack all images into one sequence: from HF's packed tensors to one row for each image, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any

import torch
from torch import Tensor, nn

from vlm_lens_native.families import PackedImages
from vlm_lens_native.span import Span


class Rows:
    """Where the rows of a packed tensor belong.

    Attributes:
        lengths: Rows of each image.
        span: Of the unpacked rows: what stands behind those of shorter images is padding.

    Args:
        lengths: ``[image]``: rows of each image.
        order: ``[packed]``: which row of all images, counted through, each packed row is; None if they are in order.
    """

    def __init__(self, lengths: Tensor, order: Tensor | None) -> None:
        n_images, longest = len(lengths), int(lengths.max())
        self.lengths: list[int] = lengths.tolist()
        own = torch.arange(longest) < lengths.cpu()[:, None]
        self.span = Span.of_pass(n_images, longest, mask=None if own.all() else own)
        first = lengths.cumsum(0) - lengths
        image = torch.arange(n_images, device=lengths.device).repeat_interleave(lengths)
        row = torch.arange(len(image), device=lengths.device) - first[image]
        self._shape = (n_images, longest)
        self._aligned = order is None and len(image) == n_images * longest
        self._image, self._row = (image, row) if order is None else (image[order], row[order])

    def unpack(self, packed: Tensor) -> Tensor:
        """``[packed ...]`` as ``[image row ...]``, with zeros behind the rows of shorter images."""
        if self._aligned:
            return packed.unflatten(0, self._shape)
        images = packed.new_zeros(*self._shape, *packed.shape[1:])
        return images.index_put((self._image.to(packed.device), self._row.to(packed.device)), packed)

    def pack(self, images: Tensor) -> Tensor:
        """The inverse; what stands behind the rows of shorter images is dropped."""
        if self._aligned:
            return images.flatten(0, 1)
        return images[self._image.to(images.device), self._row.to(images.device)]

    def unpack_squares(self, squares: Sequence[Tensor]) -> Tensor:
        """Squares ``[1 head n n]`` along the diagonal of the packed sequence as ``[image head row row]``, else zero."""
        if self._aligned and len(squares) == self._shape[0]:
            return torch.cat(list(squares))
        (n_images, longest), n_heads = self._shape, squares[0].shape[1]
        images = squares[0].new_zeros(n_images, n_heads, longest, longest)
        places = self._places([square.shape[-1] for square in squares], images.device)
        for square, (image, rows) in zip(squares, places, strict=True):
            images[image][:, rows[:, None], rows] = square[0]
        return images

    def pack_squares(self, images: Tensor, sizes: Sequence[int]) -> list[Tensor]:
        """The inverse; what stands elsewhere is dropped."""
        return [images[image][None, :, rows[:, None], rows] for image, rows in self._places(sizes, images.device)]

    def _places(self, sizes: Sequence[int], device: torch.device) -> Iterator[tuple[int, Tensor]]:
        """The image of each stretch of the packed sequence, and its rows there."""
        images = self._image[list(accumulate(sizes[:-1], initial=0))].tolist()
        return zip(images, self._row.to(device).split(list(sizes)), strict=True)


class PassImages:
    """The images of one run of an encoder that packs them.

    Args:
        packed: Reads how they are packed.
        encoder: HF's encoder.
        call: The arguments that it is called with, by name.
        sorts_tokens: Whether its tokens too are in an order of its own, not only its patches.
    """

    def __init__(
        self,
        packed: Callable[[nn.Module, Mapping[str, Any]], PackedImages],
        encoder: nn.Module,
        call: dict[str, Any],
        *,
        sorts_tokens: bool,
    ) -> None:
        self._read = packed
        self._encoder, self._call, self._sorts_tokens = encoder, call, sorts_tokens

    @cached_property
    def _packed(self) -> PackedImages:
        return self._read(self._encoder, self._call)

    @cached_property
    def patch(self) -> Rows:
        """For tensors with a row for each patch."""
        lengths, order, merge, *_ = self._packed
        if order is not None:
            order = (order[:, None] * merge + torch.arange(merge, device=order.device)).flatten()
        return Rows(lengths, order)

    @cached_property
    def merged(self) -> Rows:
        """For tensors with a row for each patch behind the block where the encoder merges them."""
        return Rows(self._packed.lengths // self._packed.merged, None)

    @cached_property
    def token(self) -> Rows:
        """For tensors with a row for each token."""
        packed = self._packed
        lengths = packed.lengths // packed.merge if packed.tokens is None else packed.tokens
        return Rows(lengths, packed.order if self._sorts_tokens else None)
