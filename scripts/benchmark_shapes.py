"""Random models of named sizes, and inputs for them; time does not depend on the values of weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from vlm_lens_native import HookedVLMTransformer

# isort: split
from transformers import (
    AutoModelForImageTextToText,
    CLIPVisionConfig,
    Gemma3Config,
    InternVLConfig,
    LlamaConfig,
    LlavaConfig,
    PreTrainedConfig,
    Qwen2VLConfig,
    Qwen3VLConfig,
    SmolVLMConfig,
)

N_TEXT = 24
_SMALL_TEXT = {
    "vocab_size": 2000,
    "hidden_size": 512,
    "intermediate_size": 2048,
    "num_hidden_layers": 8,
    "num_attention_heads": 8,
    "num_key_value_heads": 8,
    "pad_token_id": 0,
}
_SMALL_VISION = {"hidden_size": 256, "intermediate_size": 512, "num_hidden_layers": 2, "num_attention_heads": 4}


@dataclass(frozen=True, kw_only=True)
class Shape:
    """A model's sizes and an input of one image.

    Attributes:
        config: HF's config.
        image: The input's tensors for one row with an image, made for a config.
        about: What it is.
    """

    config: Callable[[], PreTrainedConfig]
    image: Callable[[Any], dict[str, Tensor]]
    about: str


def llava(vision: CLIPVisionConfig, text: LlamaConfig) -> LlavaConfig:
    return LlavaConfig(vision_config=vision, text_config=text, image_token_index=5)


def llava_image(config: Any) -> dict[str, Tensor]:
    vision = config.vision_config
    n_tokens = (vision.image_size // vision.patch_size) ** 2
    return with_text(config, n_tokens) | {"pixel_values": torch.randn(1, 3, vision.image_size, vision.image_size)}


def internvl_image(config: Any) -> dict[str, Tensor]:
    vision = config.vision_config
    side = int(vision.image_size[0] // vision.patch_size[0] * config.downsample_ratio)
    return with_text(config, side**2) | {"pixel_values": torch.randn(1, 3, *vision.image_size)}


def gemma3_image(config: Any) -> dict[str, Tensor]:
    size = config.vision_config.image_size
    inputs = with_text(config, config.mm_tokens_per_image)
    is_image = (inputs["input_ids"] == config.image_token_id).long()
    return inputs | {"pixel_values": torch.randn(1, 3, size, size), "token_type_ids": is_image}


def qwen_image(config: Any) -> dict[str, Tensor]:
    vision, side = config.vision_config, 48  # patches; 24 x 24 tokens
    row = 3 * vision.temporal_patch_size * vision.patch_size**2
    inputs = with_text(config, (side // vision.spatial_merge_size) ** 2)
    return inputs | {
        "pixel_values": torch.randn(side**2, row),
        "image_grid_thw": torch.tensor([[1, side, side]]),
        "mm_token_type_ids": (inputs["input_ids"] == config.image_token_id).long(),
    }


def smolvlm_image(config: Any, n_tiles: int = 5) -> dict[str, Tensor]:
    vision = config.vision_config
    per_tile = (vision.image_size // vision.patch_size // config.scale_factor) ** 2
    pixels = torch.randn(1, n_tiles, 3, vision.image_size, vision.image_size)
    return with_text(config, n_tiles * per_tile) | {"pixel_values": pixels}


def with_text(config: Any, n_image: int) -> dict[str, Tensor]:
    """Ids of one row: a token, the image, and text behind it."""
    special = {getattr(config, name, None) for name in ("image_token_id", "video_token_id")}
    text = [token for token in range(10, 10 + 2 * N_TEXT) if token not in special][: N_TEXT - 1]
    return {"input_ids": torch.tensor([[1] + [config.image_token_id] * n_image + text])}


SHAPES = {
    "small": Shape(
        about="LLaVA with d_model 512, 8 layers, 576 image tokens behind a small CLIP",
        config=lambda: llava(
            CLIPVisionConfig(**_SMALL_VISION, image_size=336, patch_size=14),
            LlamaConfig(**_SMALL_TEXT),
        ),
        image=llava_image,
    ),
    "internvl-small": Shape(
        about="InternVL on Qwen2 with d_model 512, 8 layers, 576 image tokens",
        config=lambda: InternVLConfig(
            vision_config=_SMALL_VISION | {"image_size": [672, 672], "patch_size": [14, 14]},
            text_config=_SMALL_TEXT | {"model_type": "qwen2"},
            image_token_id=5,
        ),
        image=internvl_image,
    ),
    "gemma3-small": Shape(
        about="Gemma 3 with d_model 512, 8 layers, 576 image tokens",
        config=lambda: Gemma3Config(
            vision_config=_SMALL_VISION | {"model_type": "siglip_vision_model", "image_size": 672, "patch_size": 14},
            text_config=_SMALL_TEXT | {"model_type": "gemma3_text", "head_dim": 64},
            mm_tokens_per_image=576,
            image_token_id=5,
            boi_token_id=6,
            eoi_token_id=7,
        ),
        image=gemma3_image,
    ),
    "qwen2-vl-small": Shape(
        about="Qwen2-VL with d_model 512, 8 layers, 576 image tokens",
        config=lambda: Qwen2VLConfig(
            vision_config={"depth": 2, "embed_dim": 256, "hidden_size": 512, "num_heads": 4},
            text_config=_SMALL_TEXT
            | {"rope_parameters": {"rope_type": "default", "rope_theta": 1e6, "mrope_section": [8, 12, 12]}},
            image_token_id=5,
            video_token_id=6,
        ),
        image=qwen_image,
    ),
    "smolvlm-256m": Shape(
        about="SmolVLM-256M: d_model 576, 30 layers, 5 tiles of 64 tokens",
        config=lambda: SmolVLMConfig(
            text_config={
                "model_type": "llama",
                "vocab_size": 49280,
                "hidden_size": 576,
                "intermediate_size": 1536,
                "num_hidden_layers": 30,
                "num_attention_heads": 9,
                "num_key_value_heads": 3,
                "max_position_embeddings": 8192,
                "pad_token_id": 2,
            },
            vision_config={
                "hidden_size": 768,
                "intermediate_size": 3072,
                "num_hidden_layers": 12,
                "num_attention_heads": 12,
                "image_size": 512,
                "patch_size": 16,
            },
            image_token_id=49190,
            scale_factor=4,
            pad_token_id=2,
        ),
        image=smolvlm_image,
    ),
    "llava-1.5-7b": Shape(
        about="LLaVA-1.5-7B: d_model 4096, 32 layers, 576 image tokens behind CLIP-L/336",
        config=lambda: llava(
            CLIPVisionConfig(
                hidden_size=1024,
                intermediate_size=4096,
                num_hidden_layers=24,
                num_attention_heads=16,
                image_size=336,
                patch_size=14,
            ),
            LlamaConfig(
                vocab_size=32064,
                hidden_size=4096,
                intermediate_size=11008,
                num_hidden_layers=32,
                num_attention_heads=32,
                num_key_value_heads=32,
            ),
        ),
        image=llava_image,
    ),
    "qwen3-vl-8b": Shape(
        about="Qwen3-VL-8B: d_model 4096, 36 layers, 576 image tokens, deepstack",
        config=lambda: Qwen3VLConfig(
            text_config={
                "vocab_size": 151936,
                "hidden_size": 4096,
                "intermediate_size": 12288,
                "num_hidden_layers": 36,
                "num_attention_heads": 32,
                "num_key_value_heads": 8,
                "head_dim": 128,
                "rope_parameters": {
                    "rope_type": "default",
                    "rope_theta": 5e6,
                    "mrope_section": [24, 20, 20],
                    "mrope_interleaved": True,
                },
            },
            vision_config={
                "depth": 27,
                "hidden_size": 1152,
                "intermediate_size": 4304,
                "num_heads": 16,
                "out_hidden_size": 4096,
                "num_position_embeddings": 2304,
                "deepstack_visual_indexes": [8, 16, 24],
            },
        ),
        image=qwen_image,
    ),
}


def build(
    shape: str, *, device: torch.device, dtype: torch.dtype
) -> tuple[Any, HookedVLMTransformer, dict[str, Tensor]]:
    """HF's model with random weights made on the device, ours around the same weights, and an input."""
    config = SHAPES[shape].config()
    with device:
        hf_model = AutoModelForImageTextToText.from_config(config, dtype=dtype).eval().requires_grad_(False)
    return hf_model, HookedVLMTransformer.from_hf(hf_model), moved(SHAPES[shape].image(config), device, dtype)


def cut(shape: str, *, layers: int) -> tuple[HookedVLMTransformer, dict[str, Tensor], int]:
    """A random model with the first layers only, an input, and how many layers there would be; on the CPU."""
    config = SHAPES[shape].config()
    whole = config.text_config.num_hidden_layers
    config.text_config.num_hidden_layers = min(layers, whole)
    hf_model = AutoModelForImageTextToText.from_config(config, dtype=torch.float32).eval().requires_grad_(False)
    return HookedVLMTransformer.from_hf(hf_model), SHAPES[shape].image(config), whole


def load(name_or_path: str, image: Any, *, device: torch.device, dtype: torch.dtype) -> Any:
    """A checkpoint in both, and a question about an image."""
    hf_model = AutoModelForImageTextToText.from_pretrained(name_or_path, dtype=dtype).to(device).eval()
    model = HookedVLMTransformer.from_pretrained(name_or_path, dtype=dtype, device=device)
    return hf_model, model, dict(model.prepare_messages("What is in the image?", image))


def moved(inputs: dict[str, Tensor], device: torch.device, dtype: torch.dtype) -> dict[str, Tensor]:
    return {
        key: value.to(device, dtype) if value.is_floating_point() else value.to(device) for key, value in inputs.items()
    }


def repeated(inputs: dict[str, Tensor], rows: int) -> dict[str, Tensor]:
    """A batch of so many equal rows; what is packed or by row repeats alike along the first axis."""
    return {key: value.repeat(rows, *(1,) * (value.ndim - 1)) for key, value in inputs.items()}
