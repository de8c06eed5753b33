"""Ovis2: tiles behind a thumbnail, indicator tokens between, a softmax over a visual vocabulary, and Qwen2.

Source: transformers' ``models/ovis2/modeling_ovis2.py``.
"""

from typing import Any

import torch

from vlm_lens_native.families import VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import CanvasTiles
from vlm_lens_native.inputs.geometry import Made, patch_side


class Ovis2Tiles(CanvasTiles):
    """``hidden_stride`` patches on a side make one token; indicator tokens in the prompt tell tiles apart."""

    def cell(self, hf_config: Any) -> int:
        """In pixels of a tile."""
        return patch_side(hf_config) * hf_config.vision_config.hidden_stride

    def arrangements(self, made: Made) -> list[tuple[int, int]] | None:
        """From the indicators of each image: its start, the end of the thumbnail, of a tile, of a row, and its end."""
        pixels = made.inputs["pixel_values"]
        if made.inputs.get("input_ids") is None:
            return None
        start, _, column, row, _ = made.hf_config.visual_indicator_token_ids
        found: list[tuple[int, int]] = []
        for ids in torch.as_tensor(made.inputs["input_ids"]).tolist():
            for image in _split(ids, start)[1:]:
                rows = image.count(row) + 1
                found.append((rows, image.count(column) // rows + 1))
        views = [rows * columns + (rows * columns > 1) for rows, columns in found]
        return found if sum(views) == len(pixels) else None  # without indicators tiles are runs of placeholders


def _split(ids: list[int], at: int) -> list[list[int]]:
    starts = [i for i, token in enumerate(ids) if token == at]
    return [ids[start:stop] for start, stop in zip([0, *starts], [*starts, len(ids)], strict=True)]


WRAPPER = Wrapper(
    model_type="ovis2",
    geometry=Ovis2Tiles(whole_first=True),
    vision_hooks=lambda config: VisionHooks(
        encoder="model.vision_tower",
        blocks="transformer.encoder.layers",
        n_blocks=config.vision_config.num_hidden_layers,
        attention="attention",
        qkv=("q_proj", "k_proj", "v_proj"),
        out="out_proj",
        mlp="ffn",
        adapter="",
        no_adapter="its features are looked up in a table of embeddings that also makes its indicator tokens.",
    ),
)
