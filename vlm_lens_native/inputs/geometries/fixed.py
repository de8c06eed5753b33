"""One grid of patches for each image of one size (LLaVA's CLIP and SigLIP towers)."""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.geometry import Geometry, Made, TokenGrid, VisionTokens, patch_side
from vlm_lens_native.inputs.transform import ImageTransform, Size, crop_transform


@dataclass(frozen=True, kw_only=True)
class FixedGrid(Geometry):
    """Images ``pixel_values [image 3 height width]``, patch by patch.

    The grid follows the real size of the pixels, not the config's ``image_size``. By
    ``vision_feature_select_strategy`` HF drops a tower's first feature ("default") or keeps it ("full"). Of a tower
    with a class token that is the class token, a global grid without a place; of one without, it is the first patch.

    Attributes:
        classless: HF's model types of towers without class token.
    """

    classless: frozenset[str] = frozenset()

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """One for each image.

        Raises:
            InputError: ``pixel_values`` is not 4-D, or an unknown feature selection.
        """
        pixels = made.pixels(4, "image, 3, height, width")
        if pixels is None:
            return ()
        n_images, _, height, width = pixels.shape
        patch = patch_side(made.hf_config)
        rows, cols = height // patch, width // patch
        grid = TokenGrid(rows=rows, cols=cols, box=(0.0, 0.0, float(cols * patch), float(rows * patch)))
        image = VisionTokens(kind="image", grids=self._selected(made, grid, n_images), size=(width, height))
        return (image,) * n_images

    def transform(self, made: Made, original_size: Size, vision: VisionTokens) -> ImageTransform:
        """The processor pads, resizes and crops, as it is set to."""
        return crop_transform(made.processor.image_processor, original_size)

    def _selected(self, made: Made, grid: TokenGrid, n_images: int) -> tuple[TokenGrid, ...]:
        """What HF's feature selection leaves of an image's patches (``LlavaModel.get_image_features``)."""
        strategy = getattr(made.hf_config, "vision_feature_select_strategy", None)
        if strategy is None:
            return (grid,)
        if strategy not in ("default", "full"):
            raise InputError(f"vision_feature_select_strategy is {strategy!r}; expected 'default' or 'full'.")
        if getattr(made.hf_config.vision_config, "model_type", None) in self.classless:
            return (replace(grid, skipped=int(strategy == "default")),)
        if strategy == "full" and _placeholders(made) == n_images * (grid.n_tokens + 1):
            return (TokenGrid.placeless(1, is_global=True), grid)
        return (grid,)


def _placeholders(made: Made) -> int:
    if made.inputs.get("input_ids") is None:
        raise InputError(
            "With vision_feature_select_strategy='full' only the prompt shows whether a class token stands before the "
            "patches; the inputs have no input_ids. Pass them together with pixel_values."
        )
    return int((torch.as_tensor(made.inputs["input_ids"]) == made.hf_config.image_token_id).sum())
