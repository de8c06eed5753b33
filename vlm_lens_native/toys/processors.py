"""The toys' processors: each family's real class, for images of 112 x 112 pixels."""

from __future__ import annotations

from typing import Any

from transformers import (
    CLIPImageProcessor,
    LlavaProcessor,
    PreTrainedTokenizerFast,
    ProcessorMixin,
    Qwen2_5_VLProcessor,
    Qwen2VLImageProcessor,
    Qwen2VLVideoProcessor,
    Qwen3VLProcessor,
    Qwen3VLVideoProcessor,
    SmolVLMImageProcessor,
    SmolVLMProcessor,
    SmolVLMVideoProcessor,
)

from vlm_lens_native.toys import chat_templates
from vlm_lens_native.toys.scenes import IMAGE_SIZE
from vlm_lens_native.toys.tokenizer import build_tokenizer

_QWEN_SIZES: dict[str, Any] = {
    "size": {"shortest_edge": IMAGE_SIZE**2, "longest_edge": IMAGE_SIZE**2},  # areas, in pixels
    "patch_size": 8,
    "merge_size": 2,
}


def llava_processor() -> ProcessorMixin:
    """LLaVA's: 8 x 8 image tokens of 14 x 14 pixels."""
    side = {"height": IMAGE_SIZE, "width": IMAGE_SIZE}
    return LlavaProcessor(
        image_processor=CLIPImageProcessor(size={"shortest_edge": IMAGE_SIZE}, crop_size=side),
        tokenizer=build_tokenizer(bos="<s>", eos="</s>", pad="<pad>", others=("<image>",)),
        patch_size=14,
        vision_feature_select_strategy="default",
        num_additional_image_tokens=1,
        chat_template=chat_templates.LLAVA,
    )


def qwen2_5_processor() -> ProcessorMixin:
    """Qwen2.5-VL's: 7 x 7 image tokens of 16 x 16 pixels."""
    return Qwen2_5_VLProcessor(
        image_processor=Qwen2VLImageProcessor(**_QWEN_SIZES),
        tokenizer=_qwen_tokenizer(),
        video_processor=Qwen2VLVideoProcessor(**_QWEN_SIZES),
        chat_template=chat_templates.QWEN,
    )


def qwen3_processor() -> ProcessorMixin:
    """Qwen3-VL's: 7 x 7 image tokens of 16 x 16 pixels."""
    half: dict[str, Any] = {"image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5]}
    return Qwen3VLProcessor(
        image_processor=Qwen2VLImageProcessor(**_QWEN_SIZES, **half),
        tokenizer=_qwen_tokenizer(),
        video_processor=Qwen3VLVideoProcessor(**_QWEN_SIZES, **half),
        chat_template=chat_templates.QWEN,
    )


def smolvlm_processor() -> ProcessorMixin:
    """SmolVLM's: 2 x 2 tiles and a global view, 4 x 4 image tokens each (14 x 14 pixels in the tiles)."""
    tiles = tuple(f"<row_{row}_col_{column}>" for row in (1, 2) for column in (1, 2))
    frames = ("<fake_token_around_image>", "<global-img>", "<image>", *tiles)
    sizes: dict[str, Any] = {"size": {"longest_edge": IMAGE_SIZE}, "max_image_size": {"longest_edge": IMAGE_SIZE // 2}}
    return SmolVLMProcessor(
        image_processor=SmolVLMImageProcessor(**sizes),
        tokenizer=build_tokenizer(eos="<end_of_utterance>", pad="<|endoftext|>", others=("<|im_start|>", *frames)),
        video_processor=SmolVLMVideoProcessor(**sizes, num_frames=4, fps=1),
        image_seq_len=16,
        chat_template=chat_templates.SMOLVLM,
    )


def _qwen_tokenizer() -> PreTrainedTokenizerFast:
    vision = ("<|vision_start|>", "<|vision_end|>", "<|image_pad|>", "<|video_pad|>")
    return build_tokenizer(eos="<|im_end|>", pad="<|endoftext|>", others=("<|im_start|>", *vision))
