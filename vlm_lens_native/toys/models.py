"""The toys' model configurations and processors: each family's real classes, made small.

What makes a family special is kept: LLaVA reads its features from CLIP's last layer but one; Qwen2.5-VL has windowed
and full vision blocks and sectioned M-RoPE; Qwen3-VL has deepstack and interleaved M-RoPE; SmolVLM cuts an image into
tiles with row and column markers, followed by a small global view.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from transformers import (
    CLIPVisionConfig,
    GenerationConfig,
    LlamaConfig,
    LlavaConfig,
    LlavaForConditionalGeneration,
    PreTrainedModel,
    PreTrainedTokenizerFast,
    ProcessorMixin,
    Qwen2_5_VLConfig,
    Qwen2_5_VLForConditionalGeneration,
    Qwen3VLConfig,
    Qwen3VLForConditionalGeneration,
    SmolVLMConfig,
    SmolVLMForConditionalGeneration,
)

from vlm_lens_native.toys import TOYS
from vlm_lens_native.toys.processors import llava_processor, qwen2_5_processor, qwen3_processor, smolvlm_processor
from vlm_lens_native.toys.scenes import IMAGE_SIZE

_WIDTH = 128

# Without M-RoPE, image tokens are many positions apart, and without q/k norm attention starts out flat. Both delay the
# circuit that finds an object by its colour, so queries and keys get slower rotations and larger initial weights.
_PLAIN_ROPE = {"rope_parameters": {"rope_type": "default", "rope_theta": 1e6}, "initializer_range": 0.08}


@dataclass(frozen=True, kw_only=True)
class ToySpec:
    """How one toy is built and how its image tokens lie on the image.

    Attributes:
        build_model: Makes the untrained model, given the tokenizer.
        build_processor: Makes the processor, tokenizer included.
        grid: Image tokens along each side of the image; a scene's cells coincide with them.
        token_cells: For each image token, in the order of the sequence, its cell (row x grid + column), or -1 where
            it shows more than one cell (SmolVLM's global view).
    """

    build_model: Callable[[PreTrainedTokenizerFast], PreTrainedModel]
    build_processor: Callable[[], ProcessorMixin]
    grid: int
    token_cells: tuple[int, ...]


def toy_spec(name: str) -> ToySpec:
    """Looks a toy up.

    Raises:
        ValueError: If there is no toy of that name.
    """
    if name not in _SPECS:
        raise ValueError(f"no toy is called {name!r}; the toys are {', '.join(TOYS)}")
    return _SPECS[name]


def build_toy(name: str, *, seed: int) -> tuple[PreTrainedModel, ProcessorMixin]:
    """Makes a toy's untrained model and its processor.

    Args:
        name: One of ``TOYS``.
        seed: Seeds the weights.
    """
    spec = toy_spec(name)
    processor = spec.build_processor()
    torch.manual_seed(seed)
    model = spec.build_model(processor.tokenizer)
    model.generation_config = GenerationConfig(
        bos_token_id=processor.tokenizer.bos_token_id,
        eos_token_id=processor.tokenizer.eos_token_id,
        pad_token_id=processor.tokenizer.pad_token_id,
        max_new_tokens=8,
        do_sample=False,
    )
    return model, processor


def _text(tokenizer: PreTrainedTokenizerFast, **changes: Any) -> dict[str, Any]:
    """Keyword arguments of a text configuration: six layers of width 128, four heads, two of them for keys."""
    return {
        "vocab_size": len(tokenizer),
        "hidden_size": _WIDTH,
        "intermediate_size": 256,
        "num_hidden_layers": 6,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "head_dim": 32,
        "max_position_embeddings": 512,
        "initializer_range": 0.05,
        "bos_token_id": tokenizer.bos_token_id,
        "eos_token_id": tokenizer.eos_token_id,
        "pad_token_id": tokenizer.pad_token_id,
        "rope_parameters": {"rope_type": "default", "rope_theta": 1e4},
        "tie_word_embeddings": False,
    } | changes


def _mrope(section: list[int], **more: Any) -> dict[str, Any]:
    return dict(rope_type="default", rope_theta=1e4, mrope_section=section, **more)


def _llava_model(tokenizer: PreTrainedTokenizerFast) -> PreTrainedModel:
    vision = CLIPVisionConfig(
        hidden_size=128,
        intermediate_size=256,
        num_hidden_layers=4,
        num_attention_heads=4,
        image_size=IMAGE_SIZE,
        patch_size=14,
        projection_dim=128,
    )
    config = LlavaConfig(
        vision_config=vision,
        text_config=LlamaConfig(**_text(tokenizer)),
        image_token_index=tokenizer.convert_tokens_to_ids("<image>"),
        image_seq_length=64,
        vision_feature_layer=-2,
        vision_feature_select_strategy="default",
        tie_word_embeddings=False,
    )
    return LlavaForConditionalGeneration(config)


def _qwen_ids(tokenizer: PreTrainedTokenizerFast) -> dict[str, Any]:
    names = {
        "image_token_id": "<|image_pad|>",
        "video_token_id": "<|video_pad|>",
        "vision_start_token_id": "<|vision_start|>",
        "vision_end_token_id": "<|vision_end|>",
    }
    return {key: tokenizer.convert_tokens_to_ids(token) for key, token in names.items()}


def _qwen2_5_model(tokenizer: PreTrainedTokenizerFast) -> PreTrainedModel:
    config = Qwen2_5_VLConfig(
        text_config=_text(tokenizer, rope_parameters=_mrope([4, 6, 6]), tie_word_embeddings=True),
        vision_config={
            "depth": 4,
            "hidden_size": 64,
            "intermediate_size": 128,
            "num_heads": 2,
            "patch_size": 8,
            "spatial_merge_size": 2,
            "window_size": 64,  # pixels: 4 x 4 tokens
            "fullatt_block_indexes": [1, 3],
            "out_hidden_size": _WIDTH,
            "initializer_range": 0.05,
        },
        tie_word_embeddings=True,
        **_qwen_ids(tokenizer),
    )
    return Qwen2_5_VLForConditionalGeneration(config)


def _qwen3_model(tokenizer: PreTrainedTokenizerFast) -> PreTrainedModel:
    config = Qwen3VLConfig(
        text_config=_text(
            tokenizer, rope_parameters=_mrope([6, 5, 5], mrope_interleaved=True), tie_word_embeddings=True
        ),
        vision_config={
            "depth": 3,
            "hidden_size": 64,
            "intermediate_size": 128,
            "num_heads": 2,
            "patch_size": 8,
            "spatial_merge_size": 2,
            "num_position_embeddings": (IMAGE_SIZE // 8) ** 2,
            "deepstack_visual_indexes": [0, 1],
            "out_hidden_size": _WIDTH,
            "initializer_range": 0.05,
        },
        tie_word_embeddings=True,
        **_qwen_ids(tokenizer),
    )
    return Qwen3VLForConditionalGeneration(config)


def _smolvlm_model(tokenizer: PreTrainedTokenizerFast) -> PreTrainedModel:
    config = SmolVLMConfig(
        text_config=_text(tokenizer, model_type="llama", **_PLAIN_ROPE),
        vision_config={
            "hidden_size": 64,
            "intermediate_size": 128,
            "num_hidden_layers": 3,
            "num_attention_heads": 2,
            "image_size": IMAGE_SIZE // 2,
            "patch_size": 7,
            "initializer_range": 0.05,
        },
        scale_factor=2,
        image_token_id=tokenizer.convert_tokens_to_ids("<image>"),
        pad_token_id=tokenizer.pad_token_id,
        tie_word_embeddings=False,
    )
    return SmolVLMForConditionalGeneration(config)


def _tile_cells() -> tuple[int, ...]:
    """Cells of SmolVLM's tokens: 2 x 2 tiles of 4 x 4 tokens each, then the 16 tokens of the global view."""
    tiled = [
        (4 * tile_row + row) * 8 + 4 * tile_column + column
        for tile_row in range(2)
        for tile_column in range(2)
        for row in range(4)
        for column in range(4)
    ]
    return (*tiled, *[-1] * 16)


_SPECS = {
    "toy-llava": ToySpec(
        build_model=_llava_model, build_processor=llava_processor, grid=8, token_cells=tuple(range(64))
    ),
    "toy-qwen2_5_vl": ToySpec(
        build_model=_qwen2_5_model, build_processor=qwen2_5_processor, grid=7, token_cells=tuple(range(49))
    ),
    "toy-qwen3_vl": ToySpec(
        build_model=_qwen3_model, build_processor=qwen3_processor, grid=7, token_cells=tuple(range(49))
    ),
    "toy-smolvlm": ToySpec(
        build_model=_smolvlm_model, build_processor=smolvlm_processor, grid=8, token_cells=_tile_cells()
    ),
}
