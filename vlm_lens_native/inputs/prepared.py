"""A processor's output together with what the layout needs to know about it."""

from __future__ import annotations

from typing import Any

from transformers import BatchFeature

from vlm_lens_native.inputs.geometry import VisionTokens, is_pixels
from vlm_lens_native.inputs.images import ImageInfo
from vlm_lens_native.inputs.transform import ImageTransform
from vlm_lens_native.inputs.turns import Turns


class PreparedInputs(BatchFeature):
    """HF's BatchFeature, whose attributes also say where its images came from.

    The attributes are no keys: ``model(**inputs)`` receives what the processor made and nothing else. They survive
    ``.to(device)``, copying and pickling.

    Attributes:
        text: For each row the prompt, as the chat template wrote it, before placeholders are expanded.
        images: An `ImageInfo` for each image, in the order of ``pixel_values``.
        vision_tokens: The tokens of each image, then of each video.
        transforms: For each of `vision_tokens` the map from the user's original image; None where unknown.
        turns: Who says each token.
    """

    text: tuple[str, ...] = ()
    images: tuple[ImageInfo, ...] = ()
    vision_tokens: tuple[VisionTokens, ...] = ()
    transforms: tuple[ImageTransform | None, ...] = ()
    turns: Turns | None = None
    _pixels: tuple[Any, ...] = ()

    @classmethod
    def of(cls, made: BatchFeature, **attributes: Any) -> PreparedInputs:
        """Adds the attributes to a processor's output."""
        prepared = cls(made.data, skip_tensor_conversion=made.skip_tensor_conversion)
        prepared.__dict__.update(attributes, _pixels=_shapes(made))
        return prepared

    @property
    def has_its_pixels(self) -> bool:
        """Whether its pixels have the shapes that they were prepared with: others may be of another image."""
        return _shapes(self) == self._pixels

    # BatchFeature keeps the data alone when it is copied or pickled.
    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)


def _shapes(inputs: BatchFeature) -> tuple[Any, ...]:
    """The shapes of all pixels, as tensors and as the grids that the processor says."""
    pixels = ((key, value) for key, value in inputs.items() if key.startswith("pixel_") or is_pixels(key))
    shapes = tuple((key, tuple(value.shape)) for key, value in pixels)
    grids = tuple(key for key in inputs if key.endswith("_grid_thw") or key.startswith("target_sizes"))
    return shapes + tuple((key, inputs[key].tolist()) for key in grids)
