"""Which hook points a pass comes to: without pixels none in the vision encoder, and none of layers that don't run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vlm_lens_native.encoded import DecoderInput, Inputs
from vlm_lens_native.hook_names import is_visual
from vlm_lens_native.hooks import HookPoint


@dataclass(frozen=True, kw_only=True)
class Reach:
    """What a pass runs.

    Attributes:
        blocks: The decoder's blocks.
        embeds: Whether it begins with the embeddings.
        ends: Whether it goes on to the final norm.
        sees_images: Whether it begins with the vision encoder.
        is_encoded: Whether that has run before.
    """

    blocks: range
    embeds: bool
    ends: bool
    sees_images: bool
    is_encoded: bool

    @classmethod
    def of(cls, inputs: Inputs, kwargs: Mapping[str, Any], *, blocks: range, ends: bool) -> Reach:
        """Of a pass over some inputs, with arguments of ``forward``."""
        is_encoded = isinstance(inputs, DecoderInput)
        given = kwargs if isinstance(inputs, DecoderInput) else {**inputs, **kwargs}
        return cls(
            blocks=blocks,
            embeds=kwargs.get("resid") is None,
            ends=ends,
            sees_images=not is_encoded
            and any(key.startswith("pixel_values") and value is not None for key, value in given.items()),
            is_encoded=is_encoded,
        )

    @property
    def is_whole(self) -> bool:
        """Whether it comes to every hook point."""
        return self.sees_images and self.embeds and self.ends

    def includes(self, point: HookPoint) -> bool:
        """Whether the pass comes to a hook point."""
        if is_visual(point.name):
            return self.sees_images
        if point.layer is not None:
            return point.layer in self.blocks
        return self.ends if "ln_final" in point.name else self.embeds

    def why_not(self, point: HookPoint) -> str:
        """The reason why it does not come there."""
        if is_visual(point.name):
            reason = "they are encoded already; give the inputs of model.encode"
            return f"it lies in vision encoder or adapter, and {reason if self.is_encoded else 'they hold no pixels'}"
        return f"only blocks {self.blocks.start} to {self.blocks.stop - 1} run" if self.blocks else "no block runs"
