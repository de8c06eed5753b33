"""Llama 4: tiles by aspect ratio and a view of the whole, told apart by separators in the prompt; two-part adapter.

Source: transformers' ``models/llama4/modeling_llama4.py``, ``processing_llama4.py`` and ``image_processing_llama4.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import torch
from torch import Tensor, nn
from transformers import PreTrainedConfig
from transformers.image_utils import SizeDict

from vlm_lens_native.families import PackedImages, VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import CanvasTiles
from vlm_lens_native.inputs.geometry import Made, TokenGrid, VisionTokens, patch_side
from vlm_lens_native.inputs.transform import ImageTransform, Size


class SeparatedTiles(CanvasTiles):
    """The image is scaled to fit its tiles, and lies in their upper left corner; the view of the whole is all of it.

    Each view is a run of placeholders; the token behind it says whether another tile follows in its row, a row ends, or
    the image. Inputs made elsewhere are read by that, but where the view of the whole lies among the tiles follows from
    the user's image alone.
    """

    def cell(self, hf_config: Any) -> int:
        """In pixels of a tile."""
        return round(patch_side(hf_config) / hf_config.vision_config.pixel_shuffle_ratio)

    def arrangements(self, made: Made) -> list[tuple[int, int]] | None:
        """Rows and columns of tiles of each image: by HF's rule for its size, or as the prompt has them."""
        if made.sizes is None or made.processor is None:
            return _separated(made)
        from transformers.models.llama4.image_processing_llama4 import find_supported_resolutions, get_best_fit

        side = made.setting("size")["height"]
        shapes = find_supported_resolutions(made.setting("max_patches"), SizeDict(height=side, width=side))
        how = {"resize_to_max_canvas": made.setting("resize_to_max_canvas")}
        chosen = [get_best_fit((height, width), torch.tensor(shapes), **how) for width, height in made.sizes]
        return [(int(height) // side, int(width) // side) for height, width in chosen]

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """As `CanvasTiles`; the view of the whole has the box of the image among its tiles."""
        images = super().tokens(made)
        sizes = made.sizes or (None,) * len(images)
        return tuple(
            replace(image, grids=(*image.grids[:-1], self._whole(made, image, size)))
            for image, size in zip(images, sizes, strict=True)
        )

    def _whole(self, made: Made, image: VisionTokens, size: Size | None) -> TokenGrid:
        last = image.grids[-1]
        if not last.is_global:
            return last
        if size is None:
            return TokenGrid.placeless(last.n_tokens, is_global=True)
        scale = self.transform(made, size, image).scale
        return replace(last, box=(0.0, 0.0, size[0] * scale[0], size[1] * scale[1]))

    def _unplaced(self, made: Made, side: int, cell: int, n_views: int) -> Iterator[VisionTokens]:
        """Views by themselves: which of them make an image is not known."""
        view = self._placed(side, cell, 1, 1)
        yield from [replace(view, kind="view" if n_views > 1 else "image")] * n_views

    def transform(self, made: Made, original_size: Size, vision: VisionTokens) -> ImageTransform:
        """Scaled by HF's rule, which enlarges no image beyond a tile unless told to; black to the right and below."""
        from transformers.models.llama4.image_processing_llama4 import get_max_res_without_distortion

        (width, height), (most_x, most_y) = original_size, vision.size
        if not made.setting("resize_to_max_canvas"):
            side = made.setting("size")["height"]
            most_x, most_y = min(max(width, side), most_x), min(max(height, side), most_y)
        fitted = [max(each, 1) for each in get_max_res_without_distortion((height, width), (most_y, most_x))]
        scale = (fitted[1] / width, fitted[0] / height)
        return ImageTransform(original_size=original_size, processed_size=vision.size, scale=scale)


def _separated(made: Made) -> list[tuple[int, int]] | None:
    """Rows and columns of each image, by what stands behind its views; None where a view is behind no image's last."""
    if made.inputs.get("input_ids") is None:
        return None
    placeholder, end = made.hf_config.image_token_id, made.hf_config.eoi_token_index
    images, behind = [], []  # behind the tiles of an image that has not ended
    for line in torch.as_tensor(made.inputs["input_ids"]).tolist():
        for token, following in pairwise([*line, None]):
            if token == placeholder and following == end:
                rows = behind.count(behind[-1]) if behind else 1
                images.append((rows, max(len(behind), 1) // rows))
                behind = []
            elif token == placeholder != following:
                behind.append(following)
    return None if behind else images


def _tokens(encoder: nn.Module, call: Mapping[str, Any]) -> PackedImages:
    config: Any = encoder.config
    n_patches = (config.image_size // config.patch_size) ** 2
    lengths = torch.full((len(call["pixel_values"]),), n_patches)
    return PackedImages(lengths=lengths, order=None, merge=round(config.pixel_shuffle_ratio**-2))


def _all_patches(call: Mapping[str, Any]) -> Tensor:
    return torch.ones(len(call["pixel_values"]), 1, dtype=torch.bool)


def _hooks(config: PreTrainedConfig) -> VisionHooks:
    vision = config.vision_config
    return VisionHooks(
        encoder="vision_model",
        blocks="model.layers",
        n_blocks=vision.num_hidden_layers,
        attention="self_attn",
        qkv=("q_proj", "k_proj", "v_proj"),
        out="o_proj",
        mlp="mlp",
        adapter=("vision_model.vision_adapter", "multi_modal_projector"),
        softmax_in_float32=False,
        own_patches=_all_patches,
        packed=_tokens,
    )


WRAPPER = Wrapper(model_type="llama4", geometry=SeparatedTiles(), vision_hooks=_hooks)
