"""Tiny real processors and tiny HF models of many families, for what their geometries say.

A case's features are those of HF's own model, whose encoder's attention is silenced: each patch goes its own way
through encoder, merge, pooling and packing, so a painted pixel reaches the tokens that saw it and no others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import torch
from torch import Tensor
from transformers import (
    AutoModelForImageTextToText,
    CLIPVisionConfig,
    Gemma3Config,
    Gemma3ImageProcessor,
    Gemma3Processor,
    GotOcr2ImageProcessor,
    InternVLConfig,
    InternVLProcessor,
    InternVLVideoProcessor,
    LlavaConfig,
    LlavaNextConfig,
    LlavaNextImageProcessor,
    LlavaNextProcessor,
    LlavaOnevisionConfig,
    LlavaOnevisionImageProcessor,
    LlavaOnevisionProcessor,
    LlavaOnevisionVideoProcessor,
    LlavaProcessor,
    Mistral3Config,
    PixtralImageProcessor,
    PixtralProcessor,
    PreTrainedTokenizerFast,
    SiglipImageProcessor,
    SiglipVisionConfig,
)

from tests.unit.inputs.processors import Builder, Case, template, tokenizer
from vlm_lens_native.inputs import AnyRes, CanvasTiles, Geometry, PanAndScan, PatchGrid
from vlm_lens_native.inputs.geometry import patch_side

NEAREST = 0
TEXT = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 1, "num_attention_heads": 1, "head_dim": 16}
TOWER = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 2, "num_attention_heads": 1}
SPECIAL = {"image": "<image>", "video": "<video>", "start": "<|vision_start|>", "end": "<|vision_end|>"}


def tokens(**named: str) -> PreTrainedTokenizerFast:
    """A tokenizer with attributes such as ``image_token``."""
    tok = tokenizer()
    for name, text in named.items():
        setattr(tok, f"{name}_token", text)
        setattr(tok, f"{name}_token_id", tok.convert_tokens_to_ids(text))
    return tok


def case(name: str, processor: Any, config: Any, geometry: Geometry, pixels: Mapping[str, str] | None = None) -> Case:
    torch.manual_seed(0)
    model = AutoModelForImageTextToText.from_config(config).eval()
    with torch.no_grad():
        for key, weight in model.named_parameters():
            silent = ".vision" in key and any(f".{out}." in key for out in ("out_proj", "o_proj", "projection_layer"))
            drawn = torch.randn(weight.shape) * 0.15 + (weight.ndim == 1 and key.endswith("weight"))
            weight.copy_(drawn * (not silent))
    keys = ("pixel_values", "image_sizes", "image_grid_thw", "batch_num_images", *(pixels or ()))

    def embed(inputs: Any) -> Tensor:
        if "pixel_values_videos" in inputs:
            return model.get_video_features(inputs["pixel_values_videos"], return_dict=True).pooler_output.flatten(0, 1)
        given = {key: inputs[key] for key in keys if key in inputs}
        found = model.get_image_features(**given, return_dict=True).pooler_output
        found = found if isinstance(found, Tensor) else torch.cat([each.reshape(-1, each.shape[-1]) for each in found])
        return found.reshape(-1, found.shape[-1])

    return Case(name, Builder(processor=processor, hf_config=config, geometry=geometry), embed)


def text(tok: Any, model_type: str = "llama") -> dict[str, Any]:
    return {**TEXT, "num_key_value_heads": 1, "model_type": model_type, "vocab_size": len(tok)}


@cache
def llava_siglip() -> Case:
    """HF drops the first patch: SigLIP has no class token."""
    tok = tokens(image="<image>")
    processor = LlavaProcessor(
        SiglipImageProcessor(size={"height": 56, "width": 56}, resample=NEAREST), tok, patch_size=14,
        vision_feature_select_strategy="default", num_additional_image_tokens=0, chat_template=template("<image>"),
    )  # fmt: skip
    config = LlavaConfig(
        vision_config=SiglipVisionConfig(**TOWER, image_size=56, patch_size=14), text_config=text(tok),
        image_token_index=tok.image_token_id, vision_feature_select_strategy="default",
    )  # fmt: skip
    return case("llava_siglip", processor, config, PatchGrid(classless=frozenset({"siglip_vision_model"})))


PINPOINTS = [[28 * row, 28 * col] for row in range(1, 5) for col in range(1, 5) if row * col <= 8]


@cache
def llava_next() -> Case:
    tok = tokens(image="<image>")
    images = LlavaNextImageProcessor(
        size={"shortest_edge": 28}, crop_size={"height": 28, "width": 28}, image_grid_pinpoints=PINPOINTS,
        resample=NEAREST,
    )  # fmt: skip
    processor = LlavaNextProcessor(
        images, tok, patch_size=7, vision_feature_select_strategy="default", num_additional_image_tokens=1,
        chat_template=template("<image>"),
    )  # fmt: skip
    config = LlavaNextConfig(
        vision_config=CLIPVisionConfig(**TOWER, image_size=28, patch_size=7), text_config=text(tok),
        image_token_index=tok.image_token_id, image_grid_pinpoints=PINPOINTS,
    )  # fmt: skip
    return case("llava_next", processor, config, AnyRes())


@cache
def llava_onevision(*, most: int = 36) -> Case:
    """Tiles of 30 pixels, of which a patch of 7 leaves 2 unseen, as SigLIP's 384 with patches of 14."""
    tok = tokens(image="<image>", video="<video>")
    points = [[30 * row, 30 * col] for row in range(1, 5) for col in range(1, 5)]
    images = LlavaOnevisionImageProcessor(
        size={"height": 30, "width": 30}, image_grid_pinpoints=points, resample=NEAREST
    )
    processor = LlavaOnevisionProcessor(
        images, tok, LlavaOnevisionVideoProcessor(size={"height": 30, "width": 30}, resample=NEAREST),
        num_image_tokens=16, vision_feature_select_strategy="full", chat_template=template("<image>", "<video>"),
        vision_aspect_ratio=f"anyres_max_{most}",
    )  # fmt: skip
    config = LlavaOnevisionConfig(
        vision_config=SiglipVisionConfig(**TOWER, image_size=30, patch_size=7), text_config=text(tok, "qwen2"),
        image_token_index=tok.image_token_id, video_token_index=tok.video_token_id, image_grid_pinpoints=points,
        vision_aspect_ratio=f"anyres_max_{most}",
    )  # fmt: skip
    return case("llava_onevision", processor, config, AnyRes(video_newline=True))


class InternVLTiles(CanvasTiles):
    def cell(self, hf_config: Any) -> int:
        return round(patch_side(hf_config) / hf_config.downsample_ratio)


@cache
def internvl() -> Case:
    tok = tokens(context_image="<image>", start_image="<|vision_start|>", end_image="<|vision_end|>", video="<video>")
    size = {"size": {"height": 28, "width": 28}, "resample": NEAREST}
    processor = InternVLProcessor(
        GotOcr2ImageProcessor(**size, max_patches=6), tok, InternVLVideoProcessor(**size), image_seq_length=4,
        chat_template=template("<image>", "<video>"),
    )  # fmt: skip
    config = InternVLConfig(
        vision_config={**TOWER, "image_size": [28, 28], "patch_size": [7, 7]}, text_config=text(tok, "qwen2"),
        image_token_id=tok.context_image_token_id,
    )  # fmt: skip
    return case("internvl", processor, config, InternVLTiles())


@cache
def pixtral(*, merge: int = 1) -> Case:
    """LLaVA with Pixtral's tower, and Mistral 3, which merges patches."""
    tok = tokens()
    processor = PixtralProcessor(
        PixtralImageProcessor(size={"longest_edge": 84}, patch_size=7, resample=NEAREST), tok, patch_size=7,
        spatial_merge_size=merge, image_token="<image>", image_break_token="<|vision_start|>",
        image_end_token="<|vision_end|>", chat_template=template("<image>"),
    )  # fmt: skip
    vision = {**TOWER, "model_type": "pixtral", "image_size": 84, "patch_size": 7, "head_dim": 16}
    shared = {"vision_config": vision, "image_token_index": tok.convert_tokens_to_ids("<image>")}
    config: Any
    if merge == 1:
        strategy = {"vision_feature_layer": -1, "vision_feature_select_strategy": "full"}
        config = LlavaConfig(text_config=text(tok, "mistral"), **shared, **strategy)
    else:
        config = Mistral3Config(text_config=text(tok, "mistral"), spatial_merge_size=merge, **shared)
    return case("pixtral", processor, config, PatchGrid())


def mistral3() -> Case:
    return pixtral(merge=2)


@cache
def gemma3(*, crops: bool = False) -> Case:
    tok = tokens(image="<image>", boi="<|vision_start|>", eoi="<|vision_end|>")
    images = Gemma3ImageProcessor(size={"height": 56, "width": 56}, resample=NEAREST)
    processor = Gemma3Processor(images, tok, image_seq_length=16, chat_template=template("<|vision_start|>"))
    processor.images_kwargs = {**Gemma3Processor.images_kwargs, "do_pan_and_scan": crops,
                               "pan_and_scan_min_crop_size": 20}  # fmt: skip
    config = Gemma3Config(
        vision_config={**TOWER, "image_size": 56, "patch_size": 7, "model_type": "siglip_vision_model"},
        text_config=text(tok, "gemma3_text"), mm_tokens_per_image=16, image_token_index=tok.image_token_id,
        boi_token_index=tok.boi_token_id, eoi_token_index=tok.eoi_token_id,
    )  # fmt: skip
    return case("gemma3", processor, config, PanAndScan())


def gemma3_crops() -> Case:
    return gemma3(crops=True)


CASES: tuple[Callable[[], Case], ...] = (
    llava_siglip, llava_next, llava_onevision, internvl, pixtral, mistral3, gemma3, gemma3_crops,
)  # fmt: skip
