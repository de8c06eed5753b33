"""Phi 4 multimodal: SigLIP's encoder over crops of an image and a view of the whole, within the language model.

Source: transformers' ``models/phi4_multimodal/{modeling,image_processing}_phi4_multimodal.py``.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from einops import rearrange
from jaxtyping import Float
from torch import Tensor
from transformers import PreTrainedConfig

from vlm_lens_native.conversions._shared import CLIP_BLOCKS
from vlm_lens_native.errors import InputError
from vlm_lens_native.families import VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import AnyRes
from vlm_lens_native.inputs.geometry import Made, TokenGrid, VisionTokens, patch_side
from vlm_lens_native.inputs.transform import ImageTransform, Size

_EMBED = "model.embed_tokens_extend.image_embed"


class HDCrops(AnyRes):
    """``pixel_values [image view 3 height width]``: a view of the whole with its padding, then crops, row by row.

    The image is scaled to fit its crops, and lies in their upper left corner. A token is 2 x 2 patches. Crops come
    first, side by side, without rows and columns of padding; then a separator, then the view of the whole. Each row
    ends with a token of its own.
    """

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """One for each image.

        Raises:
            InputError: ``image_pixel_values`` without ``image_sizes`` and ``image_attention_mask``.
        """
        pixels = made.pixels(5, "image, view, 3, height, width")
        if pixels is None:
            return ()
        sizes, masks = made.inputs.get("image_sizes"), made.inputs.get("image_attention_mask")
        if sizes is None or masks is None:
            raise InputError(
                "image_pixel_values come without image_sizes or image_attention_mask, by which crops lie and padding "
                "is cut off. Pass the processor's whole output."
            )
        given = zip(torch.as_tensor(sizes).view(-1, 2).tolist(), masks, strict=True)
        return tuple(self._cropped(made, size, mask) for size, mask in given)

    def _cropped(self, made: Made, size: Sequence[int], mask: Tensor) -> VisionTokens:
        (height, width), side = size, made.inputs["pixel_values"].shape[-1]
        cell, rows, cols = 2 * patch_side(made.hf_config), height // side, width // side
        own = mask[1 : rows * cols + 1, ::2, ::2]
        own = rearrange(own, "(rows cols) y x -> (rows y) (cols x)", rows=rows)
        n_rows, n_cols = int(own[:, 0].sum()), int(own[0].sum())
        seen = (0.0, 0.0, float(n_cols * cell), float(n_rows * cell))
        crops = TokenGrid(rows=n_rows, cols=n_cols, box=seen, row_ends=True)
        n, whole = own.shape[0] // rows, (0.0, 0.0, float(width), float(height))
        view = TokenGrid(rows=n, cols=n, box=whole, row_ends=True, is_global=True)
        return VisionTokens(kind="image", grids=(crops, TokenGrid.placeless(1), view), size=(width, height))

    def transform(self, made: Made, original_size: Size, vision: VisionTokens) -> ImageTransform:
        """Scaled to fit its crops; white to the right or below."""
        (width, height), (most_x, most_y) = original_size, vision.size
        ratio_x, ratio_y = most_x / width, most_y / height
        fitted = (most_x, int(height * ratio_x)) if ratio_x < ratio_y else (int(width * ratio_y), most_y)
        scale = (fitted[0] / width, fitted[1] / height)
        return ImageTransform(original_size=original_size, processed_size=vision.size, scale=scale)

    def shares(self, values: Tensor, made: Made, images: Sequence[VisionTokens]) -> Sequence[Tensor]:
        """``[view 3 height width]`` for each image, without the views that fill up the batch."""
        area = values.shape[-1] ** 2
        return [share[: 1 + image.size[0] * image.size[1] // area] for share, image in zip(values, images, strict=True)]

    def views(self, share: Tensor, vision: VisionTokens) -> list[tuple[TokenGrid, Float[Tensor, "3 height width"]]]:
        """The crops without the padding that is cut off, nothing for the separator, and the view of the whole."""
        crops, separator, view = vision.grids
        _, _, x, y = map(round, crops.box)
        picture = self.picture(share, vision)
        return [(crops, picture[:, :y, :x]), (separator, picture[:, :0, :0]), (view, share[0])]


def _hooks(config: PreTrainedConfig) -> VisionHooks:
    vision = config.vision_config
    return VisionHooks(
        encoder=f"{_EMBED}.img_processor",
        n_blocks=vision.feature_layer % (vision.num_hidden_layers + 1),
        adapter=f"{_EMBED}.img_projection_up",
        no_adapter="Phi 4's projection runs once for each image, on its tokens alone.",
        **CLIP_BLOCKS,
    )


WRAPPER = Wrapper(
    model_type="phi4_multimodal",
    geometry=HDCrops(),
    vision_hooks=_hooks,
    merges_within="embed_tokens_extend",
)
