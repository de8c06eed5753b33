"""Tiny real processors and tiny HF models of many families, for what their geometries say.

A case's features are those of HF's own model, whose encoder's attention is silenced: each patch goes its own way
through encoder, merge, pooling and packing, so a painted pixel reaches the tokens that saw it and no others.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
import torch
import transformers
from torch import Tensor
from transformers import (
    AyaVisionConfig,
    AyaVisionProcessor,
    CLIPImageProcessor,
    CLIPVisionConfig,
    Cohere2VisionConfig,
    Cohere2VisionImageProcessor,
    Cohere2VisionProcessor,
    DeepseekVLConfig,
    DeepseekVLHybridConfig,
    DeepseekVLHybridImageProcessor,
    DeepseekVLHybridProcessor,
    DeepseekVLImageProcessor,
    DeepseekVLProcessor,
    Ernie4_5_VLMoeConfig,
    Ernie4_5_VLMoeImageProcessor,
    Ernie4_5_VLMoeProcessor,
    Ernie4_5_VLMoeVideoProcessor,
    Exaone4_5_Config,
    Gemma3Config,
    Gemma3ImageProcessor,
    Gemma3Processor,
    Gemma4AudioFeatureExtractor,
    Gemma4Config,
    Gemma4ImageProcessor,
    Gemma4Processor,
    Gemma4VideoProcessor,
    Glm4vConfig,
    Glm4vImageProcessor,
    Glm4vProcessor,
    Glm4vVideoProcessor,
    GotOcr2Config,
    GotOcr2ImageProcessor,
    GotOcr2Processor,
    Granite4VisionConfig,
    Granite4VisionProcessor,
    HyperCLOVAXVisionV2Config,
    HyperCLOVAXVisionV2Processor,
    Idefics2Config,
    Idefics2ImageProcessor,
    Idefics2Processor,
    Idefics3Config,
    Idefics3ImageProcessor,
    Idefics3Processor,
    InternVLConfig,
    InternVLProcessor,
    InternVLVideoProcessor,
    JanusConfig,
    JanusImageProcessor,
    JanusProcessor,
    Kimi_K25Config,
    Kimi_K25ImageProcessor,
    Kimi_K25Processor,
    Kimi_K25VideoProcessor,
    Lfm2VlConfig,
    Lfm2VlImageProcessor,
    Lfm2VlProcessor,
    LightOnOcrConfig,
    LightOnOcrProcessor,
    Llama4Config,
    Llama4ImageProcessor,
    Llama4Processor,
    LlavaConfig,
    LlavaNextConfig,
    LlavaNextImageProcessor,
    LlavaNextProcessor,
    LlavaNextVideoConfig,
    LlavaNextVideoProcessor,
    LlavaNextVideoVideoProcessor,
    LlavaOnevisionConfig,
    LlavaOnevisionImageProcessor,
    LlavaOnevisionProcessor,
    LlavaOnevisionVideoProcessor,
    LlavaProcessor,
    MiniCPMOcrConfig,
    MiniCPMOcrImageProcessor,
    MiniCPMOcrProcessor,
    MiniCPMV4_6Config,
    MiniCPMV4_6ImageProcessor,
    MiniCPMV4_6Processor,
    MiniCPMV4_6VideoProcessor,
    MiniCPMV4_7Config,
    MiniCPMV4_7Processor,
    Mistral3Config,
    MllamaConfig,
    MllamaImageProcessor,
    MllamaProcessor,
    Molmo2Config,
    Molmo2ImageProcessor,
    Molmo2Processor,
    Molmo2VideoProcessor,
    Ovis2Config,
    Ovis2ImageProcessor,
    Ovis2Processor,
    PaddleOCRVLConfig,
    PaddleOCRVLImageProcessor,
    PaddleOCRVLProcessor,
    PaliGemmaConfig,
    PaliGemmaProcessor,
    Phi4MultimodalConfig,
    Phi4MultimodalFeatureExtractor,
    Phi4MultimodalImageProcessor,
    Phi4MultimodalProcessor,
    PixtralImageProcessor,
    PixtralProcessor,
    PreTrainedTokenizerFast,
    Qwen2VLConfig,
    Qwen2VLImageProcessor,
    Qwen2VLProcessor,
    Qwen2VLVideoProcessor,
    SiglipImageProcessor,
    SiglipVisionConfig,
    VideoLlama3Config,
    VideoLlama3ImageProcessor,
    VideoLlama3Processor,
    VideoLlama3VideoProcessor,
    VideoLlavaConfig,
    VideoLlavaImageProcessor,
    VideoLlavaProcessor,
    VideoLlavaVideoProcessor,
    VipLlavaConfig,
)

from tests.unit.inputs.processors import QWEN_TEMPLATE, Builder, Case, _qwen_ids, template, tokenizer
from tests.unit.inputs.processors import SPECIAL as ALL_SPECIAL
from vlm_lens_native.families import all_wrappers, hf_class_for
from vlm_lens_native.inputs import Geometry

NEAREST = 0
TEXT = {
    "hidden_size": 32,
    "intermediate_size": 48,
    "num_hidden_layers": 3,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "head_dim": 8,
    "max_position_embeddings": 2048,
    "pad_token_id": 0,
}
TOWER = {"hidden_size": 16, "intermediate_size": 24, "num_hidden_layers": 3, "num_attention_heads": 2}
SPECIAL = {"image": "<image>", "video": "<video>", "start": "<|vision_start|>", "end": "<|vision_end|>"}


def tokens(**named: str) -> PreTrainedTokenizerFast:
    """A tokenizer with attributes such as ``image_token``."""
    tok = tokenizer()
    tok.add_tokens(list(named.values()), special_tokens=True)
    for name, text in named.items():
        setattr(tok, f"{name}_token", text)
        setattr(tok, f"{name}_token_id", tok.convert_tokens_to_ids(text))
    return tok


def case(name: str, processor: Any, config: Any, geometry: Geometry) -> Case:
    torch.manual_seed(0)
    model = hf_class_for(config)._from_config(config).eval()
    with torch.no_grad():
        for key, weight in model.named_parameters():
            silent = (
                ".vision" in f".{key}" or ".img_processor." in key or ".visual" in key or "_tower." in key
            ) and any(f".{out}." in key for out in ("out_proj", "o_proj", "projection_layer", "attn.proj"))
            silent = silent or key.endswith("aligner.high_res_vision_proj.weight")
            silent = silent or "attention.output.dense." in key  # of a Q-Former
            drawn = torch.randn(weight.shape) * 0.15 + (weight.ndim == 1 and key.endswith("weight"))
            weight.copy_(drawn * (not silent))
    keys = (
        "pixel_values",
        "image_sizes",
        "image_grid_thw",
        "batch_num_images",
        "image_merge_sizes",
        "pixel_attention_mask",
        "image_position_ids",
        "spatial_shapes",
        "target_sizes",
        "high_res_pixel_values",
        "image_token_pooling",
        "image_grids",
        "tile_fine_mask",
    )

    def embed(inputs: Any) -> Tensor:
        if not hasattr(model.base_model, "get_image_features"):  # Phi 4's features are merged where they are made
            ids, extend = inputs["input_ids"], model.base_model.embed_tokens_extend
            given = {key: value for key, value in inputs.items() if key.startswith("image_")}
            merged = extend(ids, torch.zeros(*ids.shape, config.hidden_size), **given)
            return merged[ids == config.vision_config.image_token_id]
        if "pixel_values_videos" in inputs:
            of_videos = ("video_grid_thw", "video_merge_sizes", "video_position_ids", "num_frames_per_video")
            of_videos += ("target_sizes_videos",)
            of_videos += ("video_token_pooling", "video_grids")
            given = {key: inputs[key] for key in of_videos if key in inputs}
            found = model.base_model.get_video_features(inputs["pixel_values_videos"], **given, return_dict=True)
            features = found.pooler_output
            features = features.flatten(0, -2) if isinstance(features, Tensor) else torch.cat(features)
            return features[inputs["video_compression_mask"]] if "video_compression_mask" in inputs else features
        given = {key: inputs[key].float() if key == "pixel_values" else inputs[key] for key in keys if key in inputs}
        features = model.base_model.get_image_features(**given, return_dict=True)
        if getattr(features, "deepstack_features", None) is not None and features.pooler_output is None:
            return torch.cat([torch.cat(images) for _, images in features.deepstack_features], dim=-1)  # layer by layer
        found = features.last_hidden_state if features.pooler_output is None else features.pooler_output
        found = found if isinstance(found, Tensor) else torch.cat([each.reshape(-1, each.shape[-1]) for each in found])
        return found.reshape(-1, found.shape[-1])

    return Case(name, Builder(processor=processor, hf_config=config, geometry=geometry), embed)


def wrapper(model_type: str) -> Geometry:
    """The geometry that the family's file names."""
    return all_wrappers()[model_type].geometry


def qwen_ids(tok: Any, *kinds: str) -> dict[str, int]:
    named = _qwen_ids(tok)
    return {f"{kind}_token_id": named[f"{kind}_token_id"] for kind in kinds} if kinds else named


def text(tok: Any, model_type: str = "llama") -> dict[str, Any]:
    return {**TEXT, "model_type": model_type, "vocab_size": len(tok)}


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
    return case("llava_siglip", processor, config, wrapper("llava"))


@cache
def molmo2() -> Case:
    """Crops of 5 x 5 patches, of which 3 are a crop's own; windows of 2 x 2 don't divide them."""
    tok = tokens(image="<|image|>", video="<|video|>")
    own = ["im_patch", "im_col", "im_start", "low_res_im_start", "frame_start", "im_end", "frame_end", "im_low"]
    tok.add_tokens(["<|image|>", "<|video|>", *(f"<{name}>" for name in own)], special_tokens=True)
    size = {"size": {"height": 35, "width": 35}, "patch_size": 7, "resample": NEAREST}
    processor = Molmo2Processor(
        Molmo2ImageProcessor(**size, max_crops=6, overlap_margins=[1, 1]),
        Molmo2VideoProcessor(**size, do_rescale=True, do_normalize=True), tok,
        chat_template=template("<|image|>", "<|video|>"),
    )  # fmt: skip
    patch, _, start, low, frame, end, frame_end, _ = (tok.convert_tokens_to_ids(f"<{name}>") for name in own)
    heads = {"num_attention_heads": 2, "num_key_value_heads": 1, "head_dim": 8}
    config = Molmo2Config(
        vision_config={**TOWER, **heads, "image_size": [35, 35], "patch_size": 7},
        adapter_config={**TOWER, **heads, "text_hidden_size": 32, "vision_feature_layer": [-1, 1]},
        text_config={**text(tok, "molmo2_text"), "additional_vocab_size": 0}, image_patch_id=patch,
        image_start_token_id=start, low_res_image_start_token_id=low, image_end_token_id=end,
        frame_start_token_id=frame, frame_end_token_id=frame_end,
    )  # fmt: skip
    return case("molmo2", processor, config, wrapper("molmo2"))


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
    return case("llava_next", processor, config, wrapper("llava_next"))


@cache
def granite4_vision() -> Case:
    tok = tokens(image="<image>")
    images = LlavaNextImageProcessor(
        size={"shortest_edge": 56}, crop_size={"height": 56, "width": 56}, resample=NEAREST,
        image_grid_pinpoints=[[2 * row, 2 * col] for row, col in PINPOINTS],
    )  # fmt: skip
    processor = Granite4VisionProcessor(
        images, tok, patch_size=7, vision_feature_select_strategy="full", downsample_rate="2/4",
        chat_template=template("<image>"),
    )  # fmt: skip
    tower = {**TOWER, "hidden_size": 64}
    config = Granite4VisionConfig(
        vision_config={**tower, "image_size": 56, "patch_size": 7, "model_type": "siglip_vision_model"},
        text_config=text(tok, "granite4_vision_text"), image_token_index=tok.image_token_id,
        image_grid_pinpoints=images.image_grid_pinpoints, downsample_rate="2/4", vision_feature_select_strategy="full",
        deepstack_layer_map=[[-2, 2], [-1, 0]], spatial_target_layers=[1, 1, 3, 1],
        qformer_config={"model_type": "blip_2_qformer", "num_hidden_layers": 1, "intermediate_size": 24},
    )  # fmt: skip
    return case("granite4_vision", processor, config, wrapper("granite4_vision"))


@cache
def granite_docling(*, fine: bool = False) -> Case:
    """An image of one tile has no view of the whole beside it; the fine route makes four tokens of one."""
    if not hasattr(transformers, "GraniteDoclingConfig"):
        pytest.skip(f"transformers {transformers.__version__} has no granite_docling")
    tok = tokens(image="<image>")
    images = transformers.GraniteDoclingImageProcessor(
        size={"height": 28, "width": 28}, max_patches=6, resample=NEAREST, fine_route=fine
    )
    processor = transformers.GraniteDoclingProcessor(images, tok, image_seq_len=4, chat_template=template("<image>"))
    vision = {**TOWER, "image_size": 28, "patch_size": 7, "scale_factor": 2, "out_hidden_size": 32}
    config = transformers.GraniteDoclingConfig(
        vision_config={**vision, "deepstack_visual_indexes": [0, 1]}, text_config=text(tok, "granite_docling_text"),
        image_token_id=tok.image_token_id,
    )  # fmt: skip
    return case("granite_docling", processor, config, wrapper("granite_docling"))


def granite_docling_fine() -> Case:
    return granite_docling(fine=True)


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
    return case("llava_onevision", processor, config, wrapper("llava_onevision"))


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
    return case("internvl", processor, config, wrapper("internvl"))


@cache
def pixtral(*, merge: int = 1) -> Case:
    """LLaVA with Pixtral's tower, and Mistral 3, which merges patches."""
    tok = tokens()
    processor = PixtralProcessor(
        PixtralImageProcessor(size={"longest_edge": 84}, patch_size=7, resample=NEAREST), tok, patch_size=7,
        spatial_merge_size=merge, image_token="<image>", image_break_token="<|vision_start|>",
        image_end_token="<|vision_end|>", chat_template=template("<image>"),
    )  # fmt: skip
    vision = {**TOWER, "model_type": "pixtral", "image_size": 84, "patch_size": 7, "head_dim": 8}
    shared = {"vision_config": vision, "image_token_index": tok.convert_tokens_to_ids("<image>")}
    config: Any
    if merge == 1:
        strategy = {"vision_feature_layer": -1, "vision_feature_select_strategy": "full"}
        config = LlavaConfig(text_config=text(tok, "mistral"), **shared, **strategy)
    else:
        config = Mistral3Config(text_config=text(tok, "mistral"), spatial_merge_size=merge, **shared)
    return case("pixtral", processor, config, wrapper(config.model_type))


def mistral3() -> Case:
    return pixtral(merge=2)


@cache
def gemma3(*, crops: bool = False) -> Case:
    tok = tokens(image="<image>", boi="<|vision_start|>", eoi="<|vision_end|>")
    images = Gemma3ImageProcessor(size={"height": 56, "width": 56}, resample=NEAREST)
    processor = Gemma3Processor(images, tok, image_seq_length=16, chat_template=template("<|vision_start|>"))
    if crops and not hasattr(processor, "images_kwargs"):
        pytest.skip("before transformers 5.23 a processor's settings of images were its class's")
    if crops:
        own = {"do_pan_and_scan": True, "pan_and_scan_min_crop_size": 20}
        processor.images_kwargs = {**Gemma3Processor.images_kwargs, **own}
    config = Gemma3Config(
        vision_config={**TOWER, "image_size": 56, "patch_size": 7, "model_type": "siglip_vision_model"},
        text_config=text(tok, "gemma3_text"), mm_tokens_per_image=16, image_token_index=tok.image_token_id,
        boi_token_index=tok.boi_token_id, eoi_token_index=tok.eoi_token_id,
    )  # fmt: skip
    return case("gemma3", processor, config, wrapper("gemma3"))


def gemma3_crops() -> Case:
    return gemma3(crops=True)


@cache
def gemma4() -> Case:
    tok = tokens(
        image="<image>", boi="<|vision_start|>", eoi="<|vision_end|>",
        audio="<|image_pad|>", boa="<|video_pad|>", eoa="<global-img>",
    )  # fmt: skip
    how = {"patch_size": 4, "pooling_kernel_size": 2, "max_soft_tokens": 70, "resample": NEAREST}
    images, videos = Gemma4ImageProcessor(**how), Gemma4VideoProcessor(**how, do_sample_frames=False)
    processor = Gemma4Processor(
        Gemma4AudioFeatureExtractor(), images, tok, videos, chat_template=template("<image>", "<|video|>")
    )
    config = Gemma4Config(
        vision_config={**TOWER, "num_key_value_heads": 1, "head_dim": 8, "patch_size": 4, "pooling_kernel_size": 2,
                       "position_embedding_size": 128},
        text_config={**text(tok, "gemma4_text"), "global_head_dim": 16, "hidden_size_per_layer_input": 4,
                     "vocab_size_per_layer_input": len(tok), "sliding_window": 16,
                     "layer_types": ["sliding_attention", "sliding_attention", "full_attention"]},
        image_token_id=tok.image_token_id, video_token_id=processor.video_token_id, audio_config=None,
        audio_token_id=tok.audio_token_id,
    )  # fmt: skip
    return case("gemma4", processor, config, wrapper("gemma4"))


@cache
def lfm2_vl() -> Case:
    tok = tokens(image="<image>", image_start="<|vision_start|>", image_end="<|vision_end|>",
                 image_thumbnail="<global-img>")  # fmt: skip
    tok.add_tokens([f"<|img_row_{row}_col_{col}|>" for row in range(1, 5) for col in range(1, 5)], special_tokens=True)
    images = Lfm2VlImageProcessor(
        encoder_patch_size=7, tile_size=56, downsample_factor=2, min_image_tokens=4, max_image_tokens=16, min_tiles=2,
        max_tiles=8, resample=NEAREST,
    )  # fmt: skip
    processor = Lfm2VlProcessor(images, tok, chat_template=template("<image>"))
    config = Lfm2VlConfig(
        vision_config={**TOWER, "patch_size": 7, "num_patches": 64, "model_type": "siglip2_vision_model"},
        text_config={**text(tok, "lfm2"), "num_hidden_layers": 4, "layer_types": ["conv", "full_attention"] * 2},
        image_token_id=tok.image_token_id, projector_hidden_size=24, downsample_factor=2,
    )  # fmt: skip
    return case("lfm2_vl", processor, config, wrapper("lfm2_vl"))


@cache
def ernie4_5_vl() -> Case:
    """Token by token, as Qwen-VL; the adapter makes one token of two frames of a video."""
    marks = {f"{kind}_{end}": f"<{end}_{kind}>" for kind in ("image", "video") for end in ("start", "end")}
    tok = tokens(image="<image>", video="<video>", **marks)
    how = {"patch_size": 7, "resample": NEAREST, "size": {"shortest_edge": 14 * 14, "longest_edge": 14 * 14 * 60}}
    films = Ernie4_5_VLMoeVideoProcessor(**how, do_sample_frames=False, draw_on_frames=False)
    processor = Ernie4_5_VLMoeProcessor(
        Ernie4_5_VLMoeImageProcessor(**how), tok, films,
        chat_template=template(*(f"<start_{kind}><{kind}><end_{kind}>" for kind in ("image", "video"))),
    )  # fmt: skip
    rope = {"rope_type": "default", "rope_theta": 1e6, "mrope_section": [1, 1, 2]}
    config = Ernie4_5_VLMoeConfig(
        vision_config={"depth": 3, "hidden_size": 16, "intermediate_size": 24, "num_heads": 2, "patch_size": 7},
        text_config={**text(tok, "ernie4_5_vl_moe_text"), "rope_parameters": rope, "moe_num_experts": 4, "moe_k": 2,
                     "moe_intermediate_size": [16, 8]},
        **{f"{name}_token_id": tok.convert_tokens_to_ids(mark) for name, mark in marks.items()},
        image_token_id=tok.image_token_id, video_token_id=tok.video_token_id,
    )  # fmt: skip
    return case("ernie4_5_vl", processor, config, wrapper("ernie4_5_vl_moe"))


@cache
def kimi_k25() -> Case:
    """Patches row by row, and padding below and on the right."""
    tok = tokens(image="<image>", video="<video>")
    how = {"patch_size": 7, "resample": NEAREST}
    films = Kimi_K25VideoProcessor(**how, do_sample_frames=False)
    processor = Kimi_K25Processor(
        Kimi_K25ImageProcessor(**how, max_patches=120), tok, films, chat_template=template("<image>", "<video>")
    )
    config = Kimi_K25Config(
        vision_config={**TOWER, "patch_size": 7, "pos_emb_height": 8, "pos_emb_width": 8}, projection_hidden_size=16,
        text_config={**text(tok, "deepseek_v3"), "num_key_value_heads": 4, "kv_lora_rank": 12, "q_lora_rank": 16,
                     "qk_rope_head_dim": 8, "qk_nope_head_dim": 6, "v_head_dim": 8, "n_routed_experts": 8, "n_group": 2,
                     "topk_group": 1, "num_experts_per_tok": 2, "moe_intermediate_size": 16,
                     "first_k_dense_replace": 1},
        image_token_id=tok.image_token_id, video_token_id=tok.video_token_id,
    )  # fmt: skip
    return case("kimi_k25", processor, config, wrapper("kimi_k25"))


def _minicpm(name: str, images: Any, processor: Any, config: Any, **more: Any) -> Case:
    """The processor writes a view of the whole, then slices row by row."""
    marks = {f"{part}_{end}": f"<{mark}{part}>" for part in ("image", "slice", "image_id")
             for end, mark in (("start", ""), ("end", "/"))}  # fmt: skip
    marks["image_start"], marks["image_end"] = "<img>", "</img>"  # <image> is the placeholder
    tok = tokens(image="<image>", video="<video>", **marks)
    how = {"patch_size": 4, "scale_resolution": 56, "max_slice_nums": 6, "resample": NEAREST}
    films = MiniCPMV4_6VideoProcessor(**how, downsample_mode=images.downsample_mode, do_sample_frames=False)
    made = processor(images(**how), films, tok, chat_template=template("<image>", "<video>"))
    ids = {f"{end}_id": tok.convert_tokens_to_ids(text) for end, text in marks.items() if "image_id" not in end}
    hf_config = config(
        vision_config={**TOWER, "image_size": 32, "patch_size": 4}, insert_layer_id=1,
        text_config={**text(tok, "qwen3_5_text"), "head_dim": 16, "num_hidden_layers": 4,
                     "layer_types": ["linear_attention", "full_attention"] * 2,
                     "linear_num_key_heads": 1, "linear_num_value_heads": 2,
                     "linear_key_head_dim": 8, "linear_value_head_dim": 8,
                     "rope_parameters": {"rope_type": "default", "rope_theta": 1e6, "mrope_section": [2, 1, 1],
                                         "mrope_interleaved": True, "partial_rotary_factor": 0.5}},
        image_token_id=tok.image_token_id, video_token_id=tok.video_token_id,
        **(ids | {"newline_id": tok.encode("\n")[0]} if more.get("says_ids") else {}),
    )  # fmt: skip
    return case(name, made, hf_config, wrapper(name))


@cache
def minicpmv4_6() -> Case:
    return _minicpm("minicpmv4_6", MiniCPMV4_6ImageProcessor, MiniCPMV4_6Processor, MiniCPMV4_6Config)


@cache
def minicpmv4_7() -> Case:
    return _minicpm("minicpmv4_7", MiniCPMV4_6ImageProcessor, MiniCPMV4_7Processor, MiniCPMV4_7Config, says_ids=True)


@cache
def minicpm_ocr() -> Case:
    return _minicpm("minicpm_ocr", MiniCPMOcrImageProcessor, MiniCPMOcrProcessor, MiniCPMOcrConfig)


@cache
def qwen2_vl() -> Case:
    tok = tokens()
    limits = {"size": {"shortest_edge": 56 * 56, "longest_edge": 28 * 28 * 40}, "resample": NEAREST}
    processor = Qwen2VLProcessor(
        Qwen2VLImageProcessor(**limits), tok, Qwen2VLVideoProcessor(**limits, cap_pixels_per_frame=False),
        chat_template=QWEN_TEMPLATE,
    )  # fmt: skip
    rope = {"rope_type": "default", "rope_theta": 1e6, "mrope_section": [1, 1, 2]}
    config = Qwen2VLConfig(
        vision_config={"depth": 3, "embed_dim": 16, "hidden_size": 32, "mlp_ratio": 2, "num_heads": 2},
        text_config={**text(tok, "qwen2_vl_text"), "rope_parameters": rope}, **qwen_ids(tok),
    )  # fmt: skip
    return case("qwen2_vl", processor, config, wrapper("qwen2_vl"))


@cache
def idefics3() -> Case:
    tok = tokens()
    tok.add_special_tokens({"additional_special_tokens": ALL_SPECIAL})
    images = Idefics3ImageProcessor(size={"longest_edge": 96}, max_image_size={"longest_edge": 32}, resample=NEAREST)
    processor = Idefics3Processor(images, tok, image_seq_len=4, chat_template=template("<image>"))
    config = Idefics3Config(
        vision_config={**TOWER, "image_size": 32, "patch_size": 8}, text_config=text(tok), scale_factor=2,
        image_token_id=tok.convert_tokens_to_ids("<image>"),
    )  # fmt: skip
    return case("idefics3", processor, config, wrapper("idefics3"))


@cache
def idefics2(*, split: bool = False) -> Case:
    tok = tokens()
    images = Idefics2ImageProcessor(
        size={"shortest_edge": 28, "longest_edge": 56}, do_image_splitting=split, resample=NEAREST
    )
    processor = Idefics2Processor(images, tok, image_seq_len=3, chat_template=template("<image>"))
    config = Idefics2Config(
        vision_config={**TOWER, "image_size": 56, "patch_size": 7}, text_config=text(tok, "mistral"),
        perceiver_config={"resampler_n_latents": 3, "resampler_depth": 1, "resampler_n_heads": 2,
                          "resampler_head_dim": 8, "num_key_value_heads": 1},
        image_token_id=tok.convert_tokens_to_ids("<image>"),
    )  # fmt: skip
    return case("idefics2", processor, config, wrapper("idefics2"))


@cache
def video_llama_3() -> Case:
    tok = tokens()
    limits = {"size": {"shortest_edge": 28 * 28, "longest_edge": 14 * 14 * 60}, "resample": NEAREST, "merge_size": 2}
    films = {**limits, "size": {"shortest_edge": 28 * 28, "longest_edge": 14 * 14 * 200}}
    processor = VideoLlama3Processor(
        VideoLlama3ImageProcessor(**limits), tok, VideoLlama3VideoProcessor(**films), chat_template=QWEN_TEMPLATE,
    )  # fmt: skip
    config = VideoLlama3Config(
        vision_config={**TOWER, "patch_size": 14}, text_config=text(tok, "qwen2"), **qwen_ids(tok, "image", "video")
    )
    return case("video_llama_3", processor, config, wrapper("video_llama_3"))


@cache
def ovis2() -> Case:
    tok = tokens()
    names = ["<IMG_START>", "<IMG_ATOM>", "<IMG_GRID>", "<IMG_COL>", "<IMG_ROW>", "<IMG_END>"]
    tok.add_special_tokens({"additional_special_tokens": names})
    images = Ovis2ImageProcessor(
        size={"height": 28, "width": 28}, crop_to_patches=True, max_patches=6, resample=NEAREST
    )
    processor = Ovis2Processor(images, tok, image_seq_length=4, chat_template=template("<image>"))
    config = Ovis2Config(
        vision_config={**TOWER, "image_size": 28, "patch_size": 7, "hidden_stride": 2, "vocab_size": 40},
        text_config=text(tok, "qwen2"), hidden_size=32, vocab_size=len(tok),
        image_token_id=tok.convert_tokens_to_ids("<IMG_ATOM>"),
        visual_indicator_token_ids=[tok.convert_tokens_to_ids(n) for n in names if n != "<IMG_ATOM>"],
    )  # fmt: skip
    return case("ovis2", processor, config, wrapper("ovis2"))


@cache
def deepseek_vl() -> Case:
    tok = tokens(image="<image>")
    images = DeepseekVLImageProcessor(size={"height": 28, "width": 28}, min_size=7, resample=NEAREST)
    processor = DeepseekVLProcessor(images, tok, num_image_tokens=16, chat_template=template("<image>"))
    config = DeepseekVLConfig(
        vision_config={**TOWER, "image_size": 28, "patch_size": 7, "model_type": "siglip_vision_model"},
        text_config=text(tok), image_token_id=tok.image_token_id,
    )  # fmt: skip
    return case("deepseek_vl", processor, config, wrapper("deepseek_vl"))


@cache
def deepseek_vl_hybrid() -> Case:
    """What SAM's convolutions make of a token and its neighbours is left out: `case` silences its projection."""
    tok = tokens(image="<image>")
    images = DeepseekVLHybridImageProcessor(
        size={"height": 56, "width": 56}, high_res_size={"height": 128, "width": 128}, min_size=7, resample=NEAREST,
        high_res_resample=NEAREST,
    )  # fmt: skip
    processor = DeepseekVLHybridProcessor(images, tok, num_image_tokens=64, chat_template=template("<image>"))
    config = DeepseekVLHybridConfig(
        vision_config={**TOWER, "image_size": 56, "patch_size": 7, "model_type": "siglip_vision_model"},
        high_res_vision_config={"hidden_size": 16, "output_channels": 16, "num_hidden_layers": 2, "mlp_dim": 24,
                                "num_attention_heads": 2, "image_size": 128, "patch_size": 8, "window_size": 4,
                                "global_attn_indexes": [1], "model_type": "sam_vision_model"},
        text_config=text(tok), image_token_id=tok.image_token_id,
    )  # fmt: skip
    return case("deepseek_vl_hybrid", processor, config, wrapper("deepseek_vl_hybrid"))


@cache
def janus() -> Case:
    tok = tokens(image="<image>", boi="<|vision_start|>", eoi="<|vision_end|>")
    images = JanusImageProcessor(size={"height": 28, "width": 28}, min_size=7, resample=NEAREST)
    processor = JanusProcessor(images, tok, num_image_tokens=16, chat_template=template("<image>"))
    config = JanusConfig(
        vision_config={**TOWER, "image_size": 28, "patch_size": 7, "projection_dim": 32, "num_image_tokens": 16},
        vq_config={"embed_dim": 4, "num_embeddings": 8, "latent_channels": 4, "base_channels": 32, "num_res_blocks": 1,
                   "channel_multiplier": [1, 1], "projection_dim": 32, "image_token_embed_dim": 32,
                   "num_patches": 4},
        text_config=text(tok), image_token_id=tok.image_token_id,
    )  # fmt: skip
    return case("janus", processor, config, wrapper("janus"))


@cache
def paddleocr_vl() -> Case:
    tok = tokens(image="<|image_pad|>")
    images = PaddleOCRVLImageProcessor(size={"shortest_edge": 28 * 28, "longest_edge": 28 * 28 * 30}, resample=NEAREST)
    processor = PaddleOCRVLProcessor(images, tok, chat_template=QWEN_TEMPLATE)
    rope = {"rope_type": "default", "rope_theta": 1e6, "mrope_section": [1, 1, 2]}
    config = PaddleOCRVLConfig(
        vision_config={**TOWER, "image_size": 56, "patch_size": 14},
        text_config={**text(tok, "paddleocr_vl_text"), "rope_parameters": rope}, **qwen_ids(tok),
    )  # fmt: skip
    return case("paddleocr_vl", processor, config, wrapper("paddleocr_vl"))


@cache
def lighton_ocr() -> Case:
    tok = tokens(image="<image>", image_break="<|vision_start|>", image_end="<|vision_end|>")
    images = PixtralImageProcessor(size={"longest_edge": 84}, patch_size=14, resample=NEAREST)
    processor = LightOnOcrProcessor(images, tok, patch_size=7, spatial_merge_size=2, chat_template=template("<image>"))
    config = LightOnOcrConfig(
        vision_config={**TOWER, "model_type": "pixtral", "image_size": 84, "patch_size": 7, "head_dim": 8},
        text_config=text(tok, "qwen3"), spatial_merge_size=2, image_token_id=tok.image_token_id,
    )  # fmt: skip
    return case("lighton_ocr", processor, config, wrapper("lighton_ocr"))


@cache
def vipllava() -> Case:
    tok = tokens(image="<image>")
    processor = LlavaProcessor(
        CLIPImageProcessor(size={"shortest_edge": 28}, crop_size={"height": 28, "width": 28}, resample=NEAREST), tok,
        patch_size=7, vision_feature_select_strategy="default", num_additional_image_tokens=1,
        chat_template=template("<image>"),
    )  # fmt: skip
    config = VipLlavaConfig(
        vision_config=CLIPVisionConfig(**TOWER, image_size=28, patch_size=7), text_config=text(tok),
        image_token_index=tok.image_token_id, vision_feature_layers=[-2, 1],
    )  # fmt: skip
    return case("vipllava", processor, config, wrapper("vipllava"))


@cache
def paligemma(*, backbone: str = "gemma") -> Case:
    tok = tokens(image="<image>")
    tok.bos_token = "<s>"
    images = SiglipImageProcessor(size={"height": 28, "width": 28}, resample=NEAREST)
    images.image_seq_length = 16
    processor = PaliGemmaProcessor(images, tok, chat_template=template("<image>"))
    config = PaliGemmaConfig(
        vision_config={**TOWER, "image_size": 28, "patch_size": 7, "model_type": "siglip_vision_model"},
        text_config=text(tok, backbone), projection_dim=32, image_token_index=tok.image_token_id,
    )  # fmt: skip
    return case("paligemma", processor, config, wrapper("paligemma"))


@cache
def llava_next_video() -> Case:
    tok = tokens(image="<image>", video="<video>")
    images = LlavaNextImageProcessor(
        size={"shortest_edge": 28}, crop_size={"height": 28, "width": 28}, image_grid_pinpoints=PINPOINTS,
        resample=NEAREST,
    )  # fmt: skip
    films = LlavaNextVideoVideoProcessor(
        size={"shortest_edge": 28}, crop_size={"height": 28, "width": 28}, resample=NEAREST
    )
    processor = LlavaNextVideoProcessor(
        films, images, tok, patch_size=7, vision_feature_select_strategy="default", num_additional_image_tokens=1,
        chat_template=template("<image>", "<video>"),
    )  # fmt: skip
    config = LlavaNextVideoConfig(
        vision_config=CLIPVisionConfig(**TOWER, image_size=28, patch_size=7), text_config=text(tok),
        image_token_index=tok.image_token_id, video_token_index=tok.video_token_id, image_grid_pinpoints=PINPOINTS,
    )  # fmt: skip
    return case("llava_next_video", processor, config, wrapper("llava_next_video"))


@cache
def got_ocr2(*, crops: bool = False) -> Case:
    """SAM's convolutions behind the blocks let neighbouring tokens meet, whatever happens in attention."""
    tok = tokens()
    tok.add_special_tokens({"additional_special_tokens": ["<img>", "</img>", "<imgpad>"]})
    images = GotOcr2ImageProcessor(size={"height": 64, "width": 64}, max_patches=6, resample=NEAREST)
    processor = GotOcr2Processor(images, tok, chat_template=template("<img><imgpad></img>"))
    config = GotOcr2Config(
        vision_config={"hidden_size": 16, "output_channels": 16, "num_hidden_layers": 2, "num_attention_heads": 2,
                       "image_size": 64, "patch_size": 4, "mlp_dim": 24, "window_size": 7, "global_attn_indexes": [1]},
        text_config=text(tok, "qwen2"), image_token_index=tok.convert_tokens_to_ids("<imgpad>"),
    )  # fmt: skip
    return case("got_ocr2", processor, config, wrapper("got_ocr2"))


def _glm_ids(tok: Any) -> dict[str, int]:
    return {
        f"{kind}_{end}_token_id": tok.convert_tokens_to_ids(f"<|{name}_of_{kind}|>")
        for kind in ("image", "video")
        for end, name in (("start", "begin"), ("end", "end"))
    } | {f"{kind}_token_id": tok.convert_tokens_to_ids(f"<|{kind}|>") for kind in ("image", "video")}


@cache
def glm4v() -> Case:
    tok = tokens()
    marks = {kind: [f"<|{name}_of_{kind}|>" for name in ("begin", "end")] for kind in ("image", "video")}
    tok.add_special_tokens({"additional_special_tokens": ["<|image|>", "<|video|>", *marks["image"], *marks["video"]]})
    limits = {"size": {"shortest_edge": 2 * 28 * 28, "longest_edge": 14 * 14 * 60}, "resample": NEAREST}
    limits |= {"patch_size": 7}
    films = Glm4vVideoProcessor(**limits, do_sample_frames=False)
    processor = Glm4vProcessor(
        Glm4vImageProcessor(**limits), tok, films,
        chat_template=template(*(f"{marks[kind][0]}<|{kind}|>{marks[kind][1]}" for kind in ("image", "video"))),
    )  # fmt: skip
    rope = {"rope_type": "default", "rope_theta": 1e6, "mrope_section": [1, 1, 2]}
    vision = {"depth": 3, "hidden_size": 16, "intermediate_size": 24, "num_heads": 2, "out_hidden_size": 32}
    config = Glm4vConfig(
        vision_config={**vision, "image_size": 28, "patch_size": 7}, **_glm_ids(tok),
        text_config={**text(tok, "glm4v_text"), "rope_parameters": rope},
    )  # fmt: skip
    return case("glm4v", processor, config, wrapper("glm4v"))


@cache
def hyperclovax() -> Case:
    """Qwen2.5-VL's encoder, with windows, in front of a projector."""
    tok = tokens()
    limits = {"size": {"shortest_edge": 28 * 28, "longest_edge": 14 * 14 * 40}, "patch_size": 7, "resample": NEAREST}
    processor = HyperCLOVAXVisionV2Processor(
        Qwen2VLImageProcessor(**limits), tok, Qwen2VLVideoProcessor(**limits), chat_template=QWEN_TEMPLATE
    )
    vision = {"depth": 3, "hidden_size": 16, "intermediate_size": 24, "num_heads": 2, "out_hidden_size": 24}
    config = HyperCLOVAXVisionV2Config(
        vision_config={**vision, "patch_size": 7, "window_size": 28, "fullatt_block_indexes": [1]},
        text_config=text(tok, "hyperclovax"), **qwen_ids(tok, "image", "video"),
    )  # fmt: skip
    return case("hyperclovax", processor, config, wrapper("hyperclovax_vision_v2"))


@cache
def exaone4_5() -> Case:
    """The same encoder with keys and values that heads share."""
    processor = hyperclovax().builder.processor
    tok = processor.tokenizer
    vision = {"depth": 3, "hidden_size": 16, "intermediate_size": 24, "num_heads": 4, "num_key_value_heads": 2}
    config = Exaone4_5_Config(
        vision_config={**vision, "out_hidden_size": 32, "patch_size": 7, "window_size": 28,
                       "fullatt_block_indexes": [1]},
        text_config={**text(tok, "exaone4"), "sliding_window": 5}, **qwen_ids(tok, "image", "video"),
    )  # fmt: skip
    return case("exaone4_5", processor, config, wrapper("exaone4_5"))


@cache
def aya_vision() -> Case:
    tok = tokens(image="<image>")
    names = ["<|START_OF_IMG|>", "<|END_OF_IMG|>", "<|IMG_PATCH|>", "TILE", "TILE_GLOBAL"]
    tok.add_special_tokens({"additional_special_tokens": names})
    images = GotOcr2ImageProcessor(
        size={"height": 28, "width": 28}, crop_to_patches=True, max_patches=6, resample=NEAREST
    )
    processor = AyaVisionProcessor(
        images, tok, patch_size=7, img_size=28, downsample_factor=2, chat_template=template("<image>")
    )
    config = AyaVisionConfig(
        vision_config={**TOWER, "image_size": 28, "patch_size": 7, "model_type": "siglip_vision_model"},
        text_config=text(tok, "cohere2"), image_token_index=tok.convert_tokens_to_ids("<|IMG_PATCH|>"),
    )  # fmt: skip
    return case("aya_vision", processor, config, wrapper("aya_vision"))


@cache
def cohere2_vision() -> Case:
    tok = tokens(image="<image>", boi="<|vision_start|>", eoi="<|vision_end|>", img_line_break="<|im_end|>")
    images = Cohere2VisionImageProcessor(size={"height": 28, "width": 28}, max_patches=6, patch_size=2,
                                         resample=NEAREST)  # fmt: skip
    processor = Cohere2VisionProcessor(images, tok, chat_template=template("<image>"))
    config = Cohere2VisionConfig(
        vision_config={**TOWER, "image_size": 28, "patch_size": 7, "model_type": "siglip_vision_model"},
        text_config=text(tok, "cohere2"), image_token_id=tok.image_token_id, downsample_factor=2,
        alignment_intermediate_size=24,
    )  # fmt: skip
    return case("cohere2_vision", processor, config, wrapper("cohere2_vision"))


@cache
def phi4() -> Case:
    """Its processor counts the tokens of 448 pixels, and interpolates; so it is not among `CASES`."""
    tok = tokens(image="<image>", audio="<video>")
    images = Phi4MultimodalImageProcessor(dynamic_hd=4, resample=NEAREST)
    audio = Phi4MultimodalFeatureExtractor()
    processor = Phi4MultimodalProcessor(images, audio, tok, chat_template=template("<image>"))
    config = Phi4MultimodalConfig(
        vision_config={**TOWER, "image_token_id": tok.image_token_id},
        audio_config={"hidden_size": 16, "intermediate_size": 16, "num_blocks": 2, "num_attention_heads": 2,
                      "ext_pw_out_channel": 16, "depthwise_separable_out_channel": 16, "nemo_conv_channels": 8,
                      "input_size": 16, "audio_token_id": tok.audio_token_id},
        vocab_size=len(tok), **{key: value for key, value in TEXT.items() if key != "head_dim"},
    )  # fmt: skip
    return case("phi4", processor, config, wrapper("phi4_multimodal"))


@cache
def llama4() -> Case:
    tok = tokens()
    names = ["<|image|>", "<|patch|>", "<|image_start|>", "<|image_end|>", "<|tile_x_separator|>"]
    tok.add_special_tokens({"additional_special_tokens": [*names, "<|tile_y_separator|>"]})
    images = Llama4ImageProcessor(size={"height": 28, "width": 28}, max_patches=6, resample=NEAREST)
    processor = Llama4Processor(images, tok, patch_size=7, chat_template=template("<|image|>"))
    start, end, patch = map(tok.convert_tokens_to_ids, ("<|image_start|>", "<|image_end|>", "<|patch|>"))
    config = Llama4Config(
        vision_config={**TOWER, "intermediate_size": 64, "image_size": 28, "patch_size": 7, "projector_input_dim": 24}
        | {"projector_output_dim": 24, "vision_output_dim": 24}
        | {"rope_parameters": {"rope_type": "default", "rope_theta": 1e4}},
        text_config={**text(tok, "llama4_text"), "intermediate_size_mlp": 48, "num_local_experts": 4}
        | {"moe_layers": [1], "no_rope_layers": [1, 0, 1], "attention_chunk_size": 16},
        image_token_index=patch, boi_token_index=start, eoi_token_index=end,
    )  # fmt: skip
    return case("llama4", processor, config, wrapper("llama4"))


@cache
def video_llava() -> Case:
    tok = tokens(image="<image>", video="<video>")
    sizes = {"size": {"shortest_edge": 28}, "crop_size": {"height": 28, "width": 28}, "resample": NEAREST}
    processor = VideoLlavaProcessor(
        VideoLlavaImageProcessor(**sizes), VideoLlavaVideoProcessor(**sizes), tok, patch_size=7,
        vision_feature_select_strategy="default", num_additional_image_tokens=1,
        chat_template=template("<image>", "<video>"),
    )  # fmt: skip
    config = VideoLlavaConfig(
        vision_config=CLIPVisionConfig(**TOWER, image_size=28, patch_size=7), text_config=text(tok),
        image_token_index=tok.image_token_id, video_token_index=tok.video_token_id,
    )  # fmt: skip
    return case("video_llava", processor, config, wrapper("video_llava"))


MLLAMA_TOWER = {
    "hidden_size": 32,
    "intermediate_size": 48,
    "attention_heads": 4,
    "image_size": 28,
    "patch_size": 7,
    "num_hidden_layers": 3,
    "num_global_layers": 2,
    "intermediate_layers_indices": [0, 2],
    "vision_output_dim": 96,
}


def mllama() -> tuple[MllamaProcessor, MllamaConfig]:
    """Its features are keys of cross-attention, laid out by ``key_layout``: `tests.families.test_mllama`."""
    tok = tokens(image="<image>")
    tok.bos_token = "<s>"
    images = MllamaImageProcessor(size={"height": 28, "width": 28}, max_image_tiles=4, resample=NEAREST)
    processor = MllamaProcessor(images, tok, chat_template="<s>" + template("<image>"))
    own = {**text(tok, "mllama_text_model"), "num_hidden_layers": 4, "cross_attention_layers": [1, 3]}
    own |= {"bos_token_id": tok.bos_token_id, "eos_token_id": tok.eos_token_id}
    return processor, MllamaConfig(text_config=own, vision_config=MLLAMA_TOWER, image_token_index=tok.image_token_id)


CASES: tuple[Callable[[], Case], ...] = (
    llava_siglip, llava_next, llava_onevision, internvl, pixtral, mistral3, gemma3, gemma3_crops, qwen2_vl, idefics3,
    gemma4, lfm2_vl, llama4, minicpmv4_6, minicpmv4_7, minicpm_ocr, video_llama_3, ovis2, deepseek_vl,
    deepseek_vl_hybrid, janus, paddleocr_vl, lighton_ocr, vipllava, paligemma, llava_next_video, glm4v, hyperclovax,
    aya_vision, cohere2_vision, video_llava, granite4_vision, molmo2, ernie4_5_vl, granite_docling,
    granite_docling_fine, kimi_k25,
)  # fmt: skip
