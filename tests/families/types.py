"""One tiny config for every HF type of model for images and text that can be built in a second, and inputs for it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import pytest
import torch
import transformers
from torch import Tensor
from transformers import PreTrainedConfig
from transformers.models.auto.configuration_auto import CONFIG_MAPPING

from tests.families import mllama
from tests.families.checkpoints import IMAGE, TEXT, VISION_IDS, pixels, rows, words

_WIDE = {"head_dim": 24}
_MROPE = {"rope_type": "default", "rope_theta": 1e6, "mrope_section": [2, 3, 3]}
_MROPE3 = {**_MROPE, "mrope_section": [2, 3, 3], "mrope_interleaved": True}
_QUARTER_MROPE3 = {**_MROPE3, "mrope_section": [2, 1, 1], "partial_rotary_factor": 0.25}
_HALF_MROPE = {**_MROPE, "mrope_section": [1, 1, 2], "partial_rotary_factor": 0.5}
_HYBRID = ["linear_attention", "full_attention", "linear_attention"]
_LAST_FULL = ["sliding_attention", "sliding_attention", "full_attention"]
_TOWER = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 3, "num_attention_heads": 4}
_SQUARE = {**_TOWER, "image_size": 28, "patch_size": 14}
_CLIP = {**_SQUARE, "projection_dim": 32, "model_type": "clip_vision_model"}
_SIGLIP = {**_SQUARE, "model_type": "siglip_vision_model"}
_PIXTRAL = {**_TOWER, "head_dim": 8, "image_size": 64, "patch_size": 8, "model_type": "pixtral"}
_QWEN = {"depth": 2, "hidden_size": 32, "intermediate_size": 48, "num_heads": 4, "out_hidden_size": 64}
_OMNI_IDS = {**VISION_IDS, "audio_token_id": 104, "audio_start_token_id": 105, "audio_end_token_id": 106}
_AUDIO = {
    "d_model": 32,
    "encoder_layers": 1,
    "encoder_attention_heads": 4,
    "encoder_ffn_dim": 32,
    "num_mel_bins": 16,
    "output_dim": 64,
    "n_window": 4,
}
_YARN = {"rope_type": "yarn", "rope_theta": 1e4, "factor": 8.0, "mscale": 1.0, "mscale_all_dim": 1.0}
_YARN |= {"original_max_position_embeddings": 64}
_MARKS = {
    "image_start_token_id": 104,
    "image_end_token_id": 105,
    "video_start_token_id": 106,
    "video_end_token_id": 107,
}
_MINICPM_IDS = {
    "image_start_id": 104,
    "image_end_id": 105,
    "slice_start_id": 106,
    "slice_end_id": 107,
    "newline_id": 108,
}
_MOLMO = {"head_dim": 16, "vocab_size": 120, "additional_vocab_size": 8}
_OLMO = {
    "qk_norm_type": "olmo",
    "norm_after": True,
    "attention_bias": True,
    "rope_scaling_layers": [1],
    "rope_parameters": {"rope_type": "linear", "rope_theta": 1e4, "factor": 4.0},
}
_TWO_KV = {"num_key_value_heads": 2, "head_dim": 8}
_PINPOINTS = {"image_grid_pinpoints": [[28, 56], [56, 28], [56, 56]]}
TEXTS: Mapping[str, Mapping[str, Any]] = {
    "llama": {},
    "mistral": {"sliding_window": None},
    "qwen2": {},
    "qwen3": _WIDE,
    "gemma": {"head_dim": 16},
    "gemma2": {"head_dim": 16, "sliding_window": 5},
    "gemma3_text": {
        "head_dim": 16,
        "sliding_window": 5,
        "layer_types": ["sliding_attention", "full_attention", "sliding_attention"],
    },
    "cohere2": {"sliding_window": 5},
    "granite": {"embedding_multiplier": 3.0, "residual_multiplier": 0.3, "attention_multiplier": 0.2},
    "ministral3": {
        "head_dim": 16,
        "rope_parameters": {
            "rope_type": "yarn",
            "rope_theta": 1e4,
            "factor": 4.0,
            "original_max_position_embeddings": 4,
            "llama_4_scaling_beta": 0.3,
        },
    },
    "qwen3_moe": {**_WIDE, "num_experts": 4, "num_experts_per_tok": 2, "moe_intermediate_size": 32},
    "exaone4": {"sliding_window": 5, "sliding_window_pattern": 2},
    "phi3": {
        "max_position_embeddings": 64,
        "original_max_position_embeddings": 48,
        "partial_rotary_factor": 0.75,  # as files spell it; HF copies it into the next
        "rope_parameters": {
            "rope_type": "longrope",
            "rope_theta": 1e4,
            "short_factor": [1.0, 1.1, 1.3, 1.7, 2.0, 2.5],
            "long_factor": [1.0, 1.5, 2.0, 3.0, 4.0, 6.0],
        },
    },
    "olmo2": {},
    "gpt_oss": {"num_local_experts": 4, "num_experts_per_tok": 2},
}


def text(kind: str, **changes: Any) -> dict[str, Any]:
    """A tiny text config."""
    return {**TEXT, **TEXTS[kind], "model_type": kind, "bos_token_id": 1, "eos_token_id": 2, **changes}


class Tiny(NamedTuple):
    """A tiny model.

    Attributes:
        config: Keywords of HF's config class.
        image: Makes what the processor would for the n-th of some images.
        by_row: Whether ``pixel_values`` have an axis of rows before that of images.
        marks: Tokens in front of an image's, and behind them.
        n_first: Images of the first row; 1 where several would be taken for tiles of one.
        token_types: What ``token_type_ids`` say of image tokens, where HF's class needs them.
        batch: Makes all of `batch_of`, where images are no runs of placeholders.
    """

    config: Mapping[str, Any]
    image: Callable[[int], dict[str, Tensor]] = lambda n: {"pixel_values": pixels(1, 3, 28, 28, seed=n)}
    by_row: bool = False
    marks: tuple[Sequence[int], Sequence[int]] = ((), ())
    n_first: int = 2
    token_types: int | None = None
    batch: Callable[[], dict[str, Tensor]] | None = None


def _anyres(n: int) -> dict[str, Tensor]:
    return {"pixel_values": pixels(1, 3, 3, 28, 28, seed=n), "image_sizes": torch.tensor([[20, 56]])}


def _sized(height: int, width: int) -> Callable[[int], dict[str, Tensor]]:
    return lambda n: {
        "pixel_values": pixels(1, 3, height, width, seed=n),
        "image_sizes": torch.tensor([[height, width]]),
    }


def _packed(patch: int, frames: int = 2) -> Callable[[int], dict[str, Tensor]]:
    return lambda n: {
        "pixel_values": pixels(4 * (4 + 2 * n), 3 * frames * patch * patch, seed=n),
        "image_grid_thw": torch.tensor([[1, 4, 4 + 2 * n]]),
    }


def _positioned(n: int) -> dict[str, Tensor]:
    places = torch.stack(torch.meshgrid(torch.arange(4), torch.arange(4), indexing="xy"), dim=-1).view(1, 16, 2)
    return {"pixel_values": pixels(1, 16, 48, seed=n), "image_position_ids": places}


def _overlapping() -> dict[str, Tensor]:
    """Three images: a crop of 3 x 3 patches and two crops that overlap by one, each 2 x 2 patches to a token."""
    whole = torch.tensor([[0, 1, 3, 4], [2, -1, 5, -1], [6, 7, -1, -1], [8, -1, -1, -1]])
    tiles = torch.tensor([[9, 10, 12, 13], [18, 19, 21, 22], [20, -1, 23, -1]])
    tiles = torch.cat([tiles, torch.tensor([[15, 16, -1, -1], [24, 25, -1, -1], [26, -1, -1, -1]])])
    pooling = torch.cat([whole, tiles])
    image = [110, *[IMAGE] * 4, 111, 110, *[IMAGE] * 3, 112, *[IMAGE] * 3, 112, 111]
    inputs = rows([1, 5, *image, 6, 7, *image, 8, 9], [1, 4, 5, *image, 3], length=2 * len(image) + 6)
    return inputs | {
        "mm_token_type_ids": torch.isin(inputs["input_ids"], torch.tensor([IMAGE, 110, 111, 112])).long(),
        "pixel_values": pixels(9, 9, 588),
        "image_token_pooling": torch.cat([torch.where(pooling < 0, -1, pooling + 27 * n) for n in range(3)]),
        "image_grids": torch.tensor([[2, 2, 2, 3]] * 3),
        "image_num_crops": torch.tensor([3, 3, 3]),
    }


def _hybrid_text(kind: str, n_layers: int) -> dict[str, Any]:
    return {
        **text("llama", head_dim=32, rope_parameters=_QUARTER_MROPE3, num_hidden_layers=n_layers),
        "model_type": kind,
        "layer_types": _HYBRID[:n_layers],
        "linear_num_key_heads": 2,
        "linear_num_value_heads": 6,
        "linear_key_head_dim": 8,
        "linear_value_head_dim": 12,
    }


def _strung(first: Sequence[int], other: Sequence[int], *, sizes: Sequence[Sequence[int]]) -> dict[str, Tensor]:
    """Two prompts, and their images' views, of these sizes in patches, strung together."""
    inputs = rows(first, other, length=len(first))
    patches = torch.tensor(sizes)
    return inputs | {"pixel_values": pixels(1, 3, 4, 4 * int(patches.prod(1).sum())), "target_sizes": patches}


def _sliced() -> dict[str, Tensor]:
    """An image with two slices and one without, each in its tags; one in the second row."""
    whole, piece = [104, *[IMAGE] * 4, 105], [106, IMAGE, 107]
    first, other = [1, 5, *whole, *piece, *piece, 6, 7, *whole, 8], [1, 4, 104, *[IMAGE] * 2, 105, 3]
    return _strung(first, other, sizes=([8, 8], [4, 4], [4, 4], [8, 8], [8, 4]))


def _hd_crops() -> dict[str, Tensor]:
    """Three images, of 1 x 2 crops (of which the second has padding), of 2 x 1 and of one; a token is 2 x 2 patches."""
    mask = torch.ones(3, 3, 4, 4)
    mask[0, 2, :, 2:] = 0
    first, second, third = ([IMAGE] * (rows * (cols + 1) + 1 + 2 * 3) for rows, cols in ((2, 3), (4, 2), (2, 2)))
    one, other = [1, 5, *first, 6, 7, *second, 8, 9], [1, 4, *third, 3]
    views = {"image_pixel_values": pixels(3, 3, 3, 28, 28), "image_attention_mask": mask}
    return {
        **rows(one, other, length=len(one)),
        **views,
        "image_sizes": torch.tensor([[28, 56], [56, 28], [28, 28]]),
    }


def _navit(n: int) -> dict[str, Tensor]:
    return {"pixel_values": pixels(1, 3, 64, 64, seed=n)}


def _square(side: int) -> Callable[[int], dict[str, Tensor]]:
    return lambda n: {"pixel_values": pixels(1, 3, side, side, seed=n)}


def _gemma4(**text_config: Any) -> Tiny:
    return Tiny(
        {
            "text_config": text("gemma3_text")
            | {"model_type": "gemma4_text", "global_head_dim": 32, "num_global_key_value_heads": 1}
            | {"final_logit_softcapping": 20.0, **text_config},
            "vision_config": {**_TOWER, "num_key_value_heads": 4, "head_dim": 8, "patch_size": 4}
            | {"pooling_kernel_size": 2, "position_embedding_size": 64},
            "image_token_id": IMAGE,
            "video_token_id": 101,
            "audio_token_id": 102,
            "audio_config": None,
        },
        _positioned,
    )


_LLAVA = {"image_token_index": IMAGE, "vision_feature_layer": -2}
_SMOL = {"vision_config": {**_TOWER, "image_size": 64, "patch_size": 8}, "image_token_id": IMAGE, "scale_factor": 2}
_SAM = {
    "hidden_size": 32,
    "output_channels": 16,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "image_size": 64,
    "patch_size": 16,
    "window_size": 2,
    "global_attn_indexes": [1],
    "mlp_dim": 64,
}
_INTERN_TOWER = {**_TOWER, "image_size": [28, 28], "patch_size": [7, 7], "use_qk_norm": True}
TYPES: Mapping[str, Tiny] = {
    **{f"llava + {kind}": Tiny({"text_config": text(kind), "vision_config": _CLIP, **_LLAVA}) for kind in TEXTS},
    "llava + siglip": Tiny(
        {"text_config": text("qwen2"), "vision_config": _SIGLIP, **_LLAVA, "vision_feature_select_strategy": "full"}
    ),
    "llava + pixtral": Tiny(
        {"text_config": text("mistral", head_dim=24), "vision_config": _PIXTRAL, "image_token_index": IMAGE}
        | {"vision_feature_select_strategy": "full", "vision_feature_layer": -1},
        _sized(24, 40),
    ),
    "vipllava": Tiny(
        {"text_config": text("llama"), "vision_config": _CLIP, "image_token_index": IMAGE}
        | {"vision_feature_layers": [-1, -2]}
    ),
    "llava_next": Tiny({"text_config": text("mistral"), "vision_config": _CLIP, **_LLAVA, **_PINPOINTS}, _anyres),
    "llava_next_video": Tiny(
        {"text_config": text("llama"), "vision_config": _CLIP, **_LLAVA, **_PINPOINTS, "video_token_index": 101},
        _anyres,
    ),
    "llava_onevision": Tiny(
        {"text_config": text("qwen2"), "vision_config": _SIGLIP, "image_token_index": IMAGE, "video_token_index": 101}
        | {**_PINPOINTS, "vision_feature_layer": -1, "vision_feature_select_strategy": "full"}
        | {"vision_aspect_ratio": "anyres_max_9"},
        _anyres,
    ),
    "video_llava": Tiny(
        {"text_config": text("llama"), "vision_config": _CLIP, **_LLAVA, "video_token_index": 101},
        lambda n: {"pixel_values_images": pixels(1, 3, 28, 28, seed=n)},
    ),
    **{
        f"internvl + {kind}": Tiny(
            {"text_config": text(kind), "vision_config": _INTERN_TOWER, "image_token_id": IMAGE}
            | {"downsample_ratio": 0.5, "image_seq_length": 4}
        )
        for kind in ("qwen2", "qwen3", "qwen3_moe")
    },
    "mistral3": Tiny(
        {"text_config": text("mistral", head_dim=24), "vision_config": _PIXTRAL, "image_token_index": IMAGE}
        | {"spatial_merge_size": 2, "vision_feature_layer": -1},
        _sized(32, 48),
    ),
    "lighton_ocr": Tiny(
        {"text_config": text("qwen3"), "vision_config": _PIXTRAL, "image_token_id": IMAGE, "spatial_merge_size": 2},
        _sized(32, 48),
    ),
    "idefics2": Tiny(
        {"text_config": text("mistral"), "vision_config": {**_TOWER, "image_size": 64, "patch_size": 8}}
        | {"image_token_id": IMAGE, "pad_token_id": 0}
        | {
            "perceiver_config": {
                "hidden_size": 64,
                "resampler_n_latents": 4,
                "resampler_depth": 1,
                "resampler_n_heads": 4,
                "num_key_value_heads": 2,
                "resampler_head_dim": 16,
            }
        },
        _navit,
        by_row=True,
    ),
    **dict.fromkeys(
        ("idefics3", "smolvlm"),
        Tiny({**_SMOL, "text_config": text("llama"), "pad_token_id": 0}, _navit, by_row=True, n_first=1),
    ),
    "gemma3": Tiny(
        {"text_config": text("gemma3_text"), "vision_config": _SIGLIP, "image_token_index": IMAGE}
        | {"mm_tokens_per_image": 4},
        token_types=1,
    ),
    "gemma4": _gemma4(
        hidden_size_per_layer_input=0,
        attention_k_eq_v=True,
        use_bidirectional_attention="vision",
        layer_types=_LAST_FULL,
    ),
    "gemma4 + per-layer inputs": _gemma4(
        hidden_size_per_layer_input=8,
        vocab_size_per_layer_input=TEXT["vocab_size"],
        num_hidden_layers=4,
        num_kv_shared_layers=2,
        use_double_wide_mlp=True,
        layer_types=["sliding_attention", "full_attention"] * 2,
    ),
    "gemma4 + experts": _gemma4(
        hidden_size_per_layer_input=0,
        attention_k_eq_v=True,
        num_hidden_layers=2,
        layer_types=["sliding_attention", "full_attention"],
        enable_moe_block=True,
        num_experts=4,
        top_k_experts=2,
        moe_intermediate_size=32,
    ),
    "shieldgemma2": Tiny(
        {"text_config": text("gemma3_text"), "vision_config": _SIGLIP, "image_token_index": IMAGE}
        | {"mm_tokens_per_image": 4},
        token_types=1,
    ),
    **{
        name: Tiny(
            {"text_config": text(kind), "vision_config": {**_SIGLIP, "projection_dim": 64, "vision_use_head": False}}
            | {"image_token_index": IMAGE, "hidden_size": 64, "projection_dim": 64},
            token_types=0,
        )
        for name, kind in (("paligemma", "gemma"), ("paligemma + gemma2", "gemma2"))
    },
    "qwen2_vl": Tiny(
        {"text_config": text("qwen2", rope_parameters=_MROPE) | {"model_type": "qwen2_vl_text"}, **VISION_IDS}
        | {"vision_config": {"depth": 2, "embed_dim": 32, "hidden_size": 64, "num_heads": 4, "mlp_ratio": 2}},
        _packed(14),
    ),
    "qwen2_5_vl": Tiny(
        {"text_config": text("qwen2", rope_parameters=_MROPE) | {"model_type": "qwen2_5_vl_text"}, **VISION_IDS}
        | {"vision_config": {**_QWEN, "window_size": 56, "fullatt_block_indexes": [1]}},
        _packed(14),
    ),
    "qwen3_vl": Tiny(
        {"text_config": text("qwen3", head_dim=16, rope_parameters=_MROPE3) | {"model_type": "qwen3_vl_text"}}
        | {**VISION_IDS, "vision_config": {**_QWEN, "num_position_embeddings": 64, "deepstack_visual_indexes": [0, 1]}},
        _packed(16),
    ),
    "cosmos3_omni": Tiny(
        {"text_config": text("qwen3", head_dim=16, rope_parameters=_MROPE3) | {"model_type": "qwen3_vl_text"}}
        | {**VISION_IDS, "vision_config": {**_QWEN, "num_position_embeddings": 64, "deepstack_visual_indexes": [0, 1]}},
        _packed(16),
    ),
    "qwen3_vl_moe": Tiny(
        {
            "text_config": text("qwen3", head_dim=16, rope_parameters=_MROPE3, num_experts=4, num_experts_per_tok=2)
            | {"model_type": "qwen3_vl_moe_text", "moe_intermediate_size": 32}
        }
        | {**VISION_IDS, "vision_config": {**_QWEN, "num_position_embeddings": 64, "deepstack_visual_indexes": [0, 1]}},
        _packed(16),
    ),
    **{
        name: Tiny(
            {
                "text_config": _hybrid_text(f"{name}_text", n_layers)
                | {"num_experts": 4, "num_experts_per_tok": 2, "moe_intermediate_size": 32}
                | {"shared_expert_intermediate_size": 24}
            }
            | {**VISION_IDS, "vision_config": {**_QWEN, "num_position_embeddings": 64}},
            _packed(16),
        )
        for name, n_layers in (("qwen3_5", 3), ("qwen3_5_moe", 2))
    },
    **{
        name: Tiny(
            {"text_config": _hybrid_text("qwen3_5_text", 3), **VISION_IDS, "insert_layer_id": 1}
            | {"vision_config": {**_TOWER, "image_size": 32, "patch_size": 4}}
            | {"downsample_mode": "16x", **(_MINICPM_IDS if name == "minicpmv4_7" else {})},
            batch=_sliced
            if name == "minicpmv4_7"
            else lambda: _strung([1, 5, *[IMAGE] * 4, 6, 7, 8], [1, 4, *[IMAGE] * 2, 3], sizes=([8, 8], [8, 4])),
        )
        for name in ("minicpmv4_6", "minicpmv4_7", "minicpm_ocr")
    },
    "ernie4_5_vl_moe": Tiny(
        {
            "text_config": text("llama", rope_parameters={"rope_type": "default", "mrope_section": [3, 3, 2]})
            | {"model_type": "ernie4_5_vl_moe_text", "moe_num_experts": 4, "moe_k": 2, "use_bias": True}
            | {"moe_intermediate_size": [32, 16], "rms_norm_eps": 1e-5}
        }
        | {**_MARKS, "image_token_id": IMAGE, "video_token_id": 101}
        | {"vision_config": {**_QWEN, "patch_size": 14, "rms_norm_eps": 1e-6}},
        _packed(14, 1),
        marks=([104], [105]),
    ),
    "kimi_k25": Tiny(
        {
            "text_config": text("llama", num_key_value_heads=4, num_experts_per_tok=3, first_k_dense_replace=1)
            | {"model_type": "deepseek_v3", "n_routed_experts": 8, "n_group": 4, "topk_group": 2}
            | {"moe_intermediate_size": 32, "routed_scaling_factor": 1.7, "attention_bias": True}
            | {"kv_lora_rank": 20, "q_lora_rank": 28, "qk_rope_head_dim": 8, "qk_nope_head_dim": 12, "v_head_dim": 16}
            | {"rope_parameters": _YARN},
            "vision_config": {**_TOWER, "patch_size": 7, "pos_emb_height": 8, "pos_emb_width": 8},
            "projection_hidden_size": 32,
            "tie_word_embeddings": False,
        }
        | VISION_IDS,
        lambda n: {
            "pixel_values": pixels(4 * (4 + 2 * n), 3, 7, 7, seed=n),
            "image_grid_thw": torch.tensor([[1, 4, 4 + 2 * n]]),
        },
    ),
    "qwen2_5_omni_thinker": Tiny(
        {"text_config": text("qwen2", rope_parameters=_MROPE) | {"model_type": "qwen2_5_omni_text"}, **_OMNI_IDS}
        | {"audio_config": _AUDIO, "vision_config": {**_QWEN, "window_size": 56, "fullatt_block_indexes": [1]}},
        _packed(14),
        marks=([102], [103]),
    ),
    "qwen3_omni_moe_thinker": Tiny(
        {
            "text_config": text("qwen3", head_dim=16, rope_parameters=_MROPE3, num_experts=4, num_experts_per_tok=2)
            | {"model_type": "qwen3_omni_moe_text", "moe_intermediate_size": 32}
        }
        | {**_OMNI_IDS, "audio_config": {**_AUDIO, "downsample_hidden_size": 16}}
        | {"vision_config": {**_QWEN, "num_position_embeddings": 64, "deepstack_visual_indexes": [0, 1]}},
        _packed(16),
        marks=([102], [103]),
    ),
    "mllama": Tiny(mllama.CONFIG, batch=mllama.batch),
    "phi4_multimodal": Tiny(
        {
            **{key: value for key, value in text("phi3").items() if key != "model_type"},
            "vision_config": {**_SQUARE, "patch_size": 7, "crop_size": 28, "image_token_id": IMAGE},
            "audio_config": {
                "hidden_size": 32,
                "intermediate_size": 32,
                "num_blocks": 2,
                "num_attention_heads": 4,
                "ext_pw_out_channel": 32,
                "depthwise_separable_out_channel": 32,
                "nemo_conv_channels": 8,
                "input_size": 16,
                "audio_token_id": 101,
            },
        },
        batch=lambda: _hd_crops(),
    ),
    "llama4": Tiny(
        {
            "text_config": text("llama", head_dim=24, intermediate_size=32, intermediate_size_mlp=96)
            | {"model_type": "llama4_text", "num_local_experts": 4, "moe_layers": [0, 2], "no_rope_layers": [1, 1, 0]}
            | {"attention_chunk_size": 6, "floor_scale": 4, "attn_scale": 0.5},
            "vision_config": {**_TOWER, "intermediate_size": 128, "image_size": 28, "patch_size": 7}
            | {"projector_input_dim": 48, "projector_output_dim": 48, "vision_output_dim": 48}
            | {"rope_parameters": {"rope_type": "default", "rope_theta": 1e4}},
            "image_token_index": IMAGE,
            "eoi_token_index": 103,
        },
        marks=([102], [103]),
    ),
    "lfm2_vl": Tiny(
        {
            "text_config": text("qwen2")
            | {
                "model_type": "lfm2",
                "layer_types": ["conv", "full_attention", "conv"],
                "block_auto_adjust_ff_dim": False,
            }
            | {"conv_bias": True},
            "vision_config": {**_TOWER, "patch_size": 4, "num_patches": 64, "model_type": "siglip2_vision_model"},
            "image_token_id": IMAGE,
            "projector_hidden_size": 48,
            "downsample_factor": 2,
        },
        lambda n: {
            "pixel_values": pixels(1, 16, 48, seed=n),
            "spatial_shapes": torch.tensor([[4, 4]]),
            "pixel_attention_mask": torch.ones(1, 16, dtype=torch.long),
        },
        n_first=1,
    ),
    "glm4v_moe": Tiny(
        {
            "text_config": text("llama", rope_parameters=_HALF_MROPE, head_dim=16, num_experts_per_tok=3)
            | {"model_type": "glm4v_moe_text", "n_routed_experts": 8, "n_group": 4, "topk_group": 2}
            | {"moe_intermediate_size": 32, "routed_scaling_factor": 1.7}
        }
        | {**VISION_IDS, "image_start_token_id": 104, "image_end_token_id": 105}
        | {"vision_config": {**_QWEN, "image_size": 56, "patch_size": 14}},
        _packed(14),
        marks=([104], [105]),
    ),
    "aria": Tiny(
        {"text_config": text("llama") | {"model_type": "aria_text", "moe_num_experts": 4, "moe_topk": 2}}
        | {"image_token_index": IMAGE, "projector_patch_to_query_dict": {16: 4}, "vision_feature_layer": -1}
        | {"vision_config": {**_TOWER, "image_size": 28, "patch_size": 7, "model_type": "idefics3_vision"}},
    ),
    **{
        name: Tiny(
            {"text_config": text("llama", rope_parameters=rope) | {"model_type": f"{kind}_text"}}
            | {**VISION_IDS, "image_start_token_id": 104, "image_end_token_id": 105}
            | {"vision_config": {**_QWEN, "image_size": 56, "patch_size": 14, "model_type": f"{kind}_vision"}},
            _packed(14),
            marks=([104], [105]),
        )
        for name, kind, rope in (
            ("glm4v", "glm4v", _MROPE),
            ("glm46v", "glm4v", _HALF_MROPE),
            ("glmga", "glm4v", _HALF_MROPE),
            ("glm_ocr", "glm_ocr", _MROPE),
        )
    },
    "cohere2_vision": Tiny(
        {"text_config": text("cohere2"), "vision_config": _SIGLIP, "image_token_id": IMAGE, "downsample_factor": 2}
        | {"alignment_intermediate_size": 64}
    ),
    "mistral3 + ministral3": Tiny(
        {"text_config": text("ministral3"), "vision_config": _PIXTRAL, "image_token_index": IMAGE}
        | {"spatial_merge_size": 2, "vision_feature_layer": -1},
        _sized(32, 48),
    ),
    "granite_docling": Tiny(
        {"text_config": text("granite", logits_scaling=3.0) | {"model_type": "granite_docling_text"}}
        | {"image_token_id": IMAGE}
        | {
            "vision_config": {
                **_TOWER,
                "image_size": 32,
                "patch_size": 8,
                "scale_factor": 2,
                "out_hidden_size": 64,
                "deepstack_visual_indexes": [0, 1],
                "use_fine_route": False,
            }
        },
        lambda n: {**_square(32)(n), "pixel_attention_mask": torch.ones(1, dtype=torch.bool)},
        by_row=True,
        n_first=1,
    ),
    **{
        name: Tiny(
            {"text_config": text("llama", **_MOLMO, **own) | {"model_type": "molmo2_text"}, "image_patch_id": IMAGE}
            | {"vision_config": {**_TOWER, **_TWO_KV, "image_size": [42, 42], "patch_size": 14}}
            | {"adapter_config": {**_TOWER, **_TWO_KV, "text_hidden_size": 64, "vision_feature_layer": [-1, 0]}},
            batch=_overlapping,
        )
        for name, own in (("molmo2", {}), ("molmo2 + olmo", _OLMO))
    },
    "granite4_vision": Tiny(
        {"text_config": text("granite", logits_scaling=3.0) | {"model_type": "granite4_vision_text"}}
        | {"vision_config": {**_SIGLIP, "hidden_size": 64, "patch_size": 7}, "image_token_index": IMAGE, **_PINPOINTS}
        | {"deepstack_layer_map": [[-1, 0], [1, 2]], "spatial_target_layers": [1], "downsample_rate": "1/2"}
        | {"qformer_config": {"model_type": "blip_2_qformer", "num_hidden_layers": 1, "intermediate_size": 48}}
        | {"vision_feature_select_strategy": "full"},
        _anyres,
    ),
    "hyperclovax_vision_v2": Tiny(
        {"text_config": text("granite", logits_scaling=3.0) | {"model_type": "hyperclovax"}, **VISION_IDS}
        | {"vision_config": {**_QWEN, "window_size": 56, "fullatt_block_indexes": [1]}},
        _packed(14),
    ),
    "exaone4_5": Tiny(
        {"text_config": text("exaone4"), **VISION_IDS}
        | {"vision_config": {**_QWEN, "window_size": 56, "fullatt_block_indexes": [1], "num_key_value_heads": 2}},
        _packed(14),
    ),
    "ovis2": Tiny(
        {"text_config": text("qwen2"), "image_token_id": IMAGE, "visual_indicator_token_ids": [110, 111, 112, 113, 114]}
        | {"vision_config": {**_SQUARE, "hidden_stride": 1, "vocab_size": 32, "num_visual_indicator_tokens": 5}}
        | {"vocab_size": 128, "hidden_size": 64},
    ),
    "video_llama_3": Tiny(
        {"text_config": text("qwen2"), "image_token_id": IMAGE, "video_token_id": 101}
        | {"vision_config": {**_TOWER, "patch_size": 14}},
        lambda n: {**_packed(14, 1)(n), "image_merge_sizes": torch.tensor([2])},
    ),
    "deepseek_vl": Tiny({"text_config": text("llama"), "vision_config": _SIGLIP, "image_token_id": IMAGE}),
    "deepseek_vl_hybrid": Tiny(
        {"text_config": text("llama"), "vision_config": _SIGLIP, "image_token_id": IMAGE}
        | {"high_res_vision_config": _SAM},
        lambda n: {**_square(28)(n), "high_res_pixel_values": pixels(1, 3, 64, 64, seed=n)},
    ),
    "janus": Tiny(
        {"text_config": text("llama"), "image_token_id": IMAGE}
        | {"vision_config": {**_SQUARE, "projection_dim": 64, "mlp_ratio": 2.0, "num_image_tokens": 4}}
        | {
            "vq_config": {
                "base_channels": 32,
                "embed_dim": 8,
                "num_embeddings": 16,
                "latent_channels": 8,
                "channel_multiplier": [1, 1],
                "num_res_blocks": 1,
                "num_patches": 4,
                "projection_dim": 64,
                "image_token_embed_dim": 64,
            }
        }
    ),
    "paddleocr_vl": Tiny(
        {"text_config": text("llama", head_dim=16, rope_parameters=_MROPE) | {"model_type": "paddleocr_vl_text"}}
        | {**VISION_IDS, "vision_config": {**_TOWER, "image_size": 56, "patch_size": 14}},
        lambda n: {
            "pixel_values": pixels(4 * (4 + 2 * n), 3, 14, 14, seed=n),
            "image_grid_thw": torch.tensor([[1, 4, 4 + 2 * n]]),
        },
    ),
    **dict.fromkeys(
        ("got_ocr2", "pp_chart2table"),
        Tiny({"text_config": text("qwen2"), "image_token_index": IMAGE, "vision_config": _SAM}, _square(64)),
    ),
    "aya_vision": Tiny(
        {"text_config": text("cohere2"), "vision_config": _SIGLIP, "image_token_index": IMAGE, "downsample_factor": 2}
    ),
    "qianfan_ocr": Tiny(
        {"text_config": text("qwen3"), "vision_config": _INTERN_TOWER, "image_token_id": IMAGE, "downsample_ratio": 0.5}
    ),
}


def skip_what_hf_cannot_run(model_type: str) -> None:
    """Skips the test where HF's own class fails: Llama 4's reads ``image_outputs`` in 5.24.0, which is not there."""
    if {"llama4": "5.24.0"}.get(model_type) == transformers.__version__:
        pytest.skip(f"Hugging Face's own {model_type} can't run in transformers {transformers.__version__}")


def config_of(name: str) -> PreTrainedConfig:
    """HF's config. Skips the test where the installed transformers has no such type, or can't run it."""
    model_type, config = name.partition(" + ")[0], copy.deepcopy(dict(TYPES[name].config))  # HF changes dicts
    used = {
        model_type,
        *(part["model_type"] for part in config.values() if isinstance(part, dict) and "model_type" in part),
    }
    if lacking := sorted(used.difference(CONFIG_MAPPING)):
        pytest.skip(f"transformers {transformers.__version__} has no {', '.join(lacking)}")
    skip_what_hf_cannot_run(model_type)
    return CONFIG_MAPPING[model_type](**config)


def batch_of(name: str, model: Any) -> dict[str, Tensor]:
    """Two images in the first row (or `Tiny.n_first`), one in the second, which is padded on the left.

    Args:
        name: Of a tiny model.
        model: HF's, which says how many tokens an image becomes.
    """
    tiny = TYPES[name]
    if tiny.batch is not None:
        return tiny.batch()
    images = [tiny.image(n) for n in range(tiny.n_first + 1)]
    before, behind = tiny.marks
    *earlier, last = ([*before, *[IMAGE] * _n_tokens(model, tiny, image), *behind] for image in images)
    within = [token for n, run in enumerate(earlier) for token in (*words(2 + n, seed=1 + n), *run)]
    first = [1, *within, *words(2, seed=3), *words(2, seed=6)]
    second = [1, *words(3, seed=4), *last, *words(2, seed=5)]
    inputs = rows(first, second, length=max(len(first), len(second)))
    if tiny.by_row:
        for key in images[0]:
            values = torch.cat([image[key] for image in images])
            padded = torch.cat([values[-1:], torch.zeros_like(values[: tiny.n_first - 1])])
            inputs[key] = torch.stack([values[:-1], padded])
        return inputs
    if tiny.token_types is not None:
        inputs["token_type_ids"] = (inputs["input_ids"] == IMAGE).long() * tiny.token_types
    return {**inputs, **{key: torch.cat([image[key] for image in images]) for key in images[0]}}


def _n_tokens(model: Any, tiny: Tiny, image: Mapping[str, Tensor]) -> int:
    image = {key: value[None] if tiny.by_row else value for key, value in image.items()}
    with torch.no_grad():
        features = (model if hasattr(model, "get_image_features") else model.model).get_image_features(**image)
    by_layer = getattr(features, "deepstack_features", None)
    if not isinstance(features, Tensor | list | tuple):
        features = features.last_hidden_state if features.pooler_output is None else features.pooler_output
    if by_layer is not None and features is None:  # Granite 4 Vision hands on features for layers alone
        _, features = by_layer[0]
    parts = [features] if isinstance(features, Tensor) else features
    return sum(part.numel() // part.shape[-1] for part in parts)
