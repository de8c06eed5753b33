"""Tiny real processors, and the patch embeddings of tiny HF vision towers, for every geometry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from torch import Tensor
from transformers import (
    CLIPImageProcessor,
    CLIPVisionConfig,
    CLIPVisionModel,
    Idefics3ImageProcessor,
    Idefics3Processor,
    LlamaConfig,
    LlavaConfig,
    LlavaProcessor,
    PreTrainedTokenizerFast,
    Qwen2_5_VLConfig,
    Qwen2_5_VLProcessor,
    Qwen2VLImageProcessor,
    Qwen2VLVideoProcessor,
    Qwen3VLConfig,
    Qwen3VLProcessor,
    Qwen3VLVideoProcessor,
    SmolVLMConfig,
    SmolVLMImageProcessor,
    SmolVLMProcessor,
    SmolVLMVideoProcessor,
)
from transformers.models.qwen2_5_vl.modeling_qwen2_5_vl import Qwen2_5_VisionPatchEmbed
from transformers.models.qwen3_vl.modeling_qwen3_vl import Qwen3VLVisionPatchEmbed
from transformers.models.smolvlm.modeling_smolvlm import SmolVLMConnector, SmolVLMVisionEmbeddings

from vlm_lens_native.inputs import PatchGrid, Promptable, PromptBuilder, ThwGrid, TileGrid
from vlm_lens_native.inputs.geometries.tiles import real_views

SPECIAL = [
    *("<pad>", "<s>", "</s>", "<image>", "<|image_pad|>", "<|video_pad|>", "<|vision_start|>", "<|vision_end|>"),
    *("<|im_start|>", "<|im_end|>", "<fake_token_around_image>", "<global-img>", "<end_of_utterance>", "<video>"),
    *(f"<row_{row}_col_{col}>" for row in range(1, 7) for col in range(1, 7)),
]


# Where torchvision still decodes videos, transformers 5.21 turns to it, and recommends torchcodec
without_torchcodec = pytest.mark.filterwarnings("ignore:.*torchcodec")


@dataclass(frozen=True, kw_only=True)
class Builder(PromptBuilder, Promptable):
    """Prepares inputs as a model does, with the processor alone."""

    @property
    def _prompts(self) -> PromptBuilder:  # pyright: ignore[reportIncompatibleVariableOverride]
        return self

    @property
    def device(self) -> torch.device:
        return torch.device("cpu")


@dataclass(frozen=True)
class Case:
    """A processor with its config, and an embedding of its pixels in which tokens have not met yet."""

    name: str
    builder: Builder
    embed: Callable[[Any], Tensor]  # what the processor made -> one vector for each image token, in placeholder order


def template(image: str, video: str = "") -> str:
    return (
        "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{% for part in m['content'] %}"
        "{% if part['type'] == 'image' %}" + image + "{% elif part['type'] == 'video' %}" + video + "{% else %}"
        "{{ part['text'] }}{% endif %}{% endfor %}<|im_end|>\n{% endfor %}"
        "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
    )


def tokenizer() -> PreTrainedTokenizerFast:
    """One token for each byte, and the special tokens of all families."""
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    core = Tokenizer(models.BPE(vocab={char: i for i, char in enumerate(alphabet)}, merges=[]))
    core.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    core.decoder = decoders.ByteLevel()
    core.add_special_tokens(SPECIAL)
    return PreTrainedTokenizerFast(tokenizer_object=core, pad_token="<pad>", eos_token="</s>")


@cache
def llava(*, size: int = 56, crop: int = 56, select: str = "default") -> Case:
    tok = tokenizer()
    processor = LlavaProcessor(
        CLIPImageProcessor(size={"shortest_edge": size}, crop_size={"height": crop, "width": crop}),
        tok,
        patch_size=14,
        vision_feature_select_strategy=select,
        num_additional_image_tokens=1,
        chat_template=template("<image>"),
    )
    vision = CLIPVisionConfig(
        hidden_size=16, intermediate_size=16, num_hidden_layers=1, num_attention_heads=1, image_size=crop, patch_size=14
    )
    text = LlamaConfig(vocab_size=len(tok), hidden_size=16, num_attention_heads=1)
    config = LlavaConfig(
        vision_config=vision,
        text_config=text,
        image_token_index=tok.convert_tokens_to_ids("<image>"),
        vision_feature_select_strategy=select,
    )
    tower = CLIPVisionModel(vision).embeddings.patch_embedding

    def embed(inputs: Any) -> Tensor:
        return tower(inputs["pixel_values"]).flatten(2).transpose(1, 2).flatten(0, 1)

    return Case("llava", Builder(processor=processor, hf_config=config, geometry=PatchGrid()), embed)


def _qwen_ids(tok: PreTrainedTokenizerFast) -> dict[str, Any]:
    names = {"image": "<|image_pad|>", "video": "<|video_pad|>"}
    names |= {"vision_start": "<|vision_start|>", "vision_end": "<|vision_end|>"}
    return {f"{name}_token_id": tok.convert_tokens_to_ids(text) for name, text in names.items()}


QWEN_TEMPLATE = template("<|vision_start|><|image_pad|><|vision_end|>", "<|vision_start|><|video_pad|><|vision_end|>")


@cache
def qwen2_5() -> Case:
    tok = tokenizer()
    limits = {"size": {"shortest_edge": 56 * 56, "longest_edge": 28 * 28 * 40}}
    processor = Qwen2_5_VLProcessor(
        Qwen2VLImageProcessor(**limits),
        tok,
        Qwen2VLVideoProcessor(**limits, cap_pixels_per_frame=False),
        chat_template=QWEN_TEMPLATE,
    )
    vision = {"depth": 1, "hidden_size": 16, "intermediate_size": 16, "num_heads": 1, "out_hidden_size": 16}
    config = Qwen2_5_VLConfig(vision_config=vision, **_qwen_ids(tok))
    tower = Qwen2_5_VisionPatchEmbed(embed_dim=16)

    def embed(inputs: Any) -> Tensor:
        return tower(inputs["pixel_values"]).reshape(-1, 4 * 16)

    return Case("qwen2_5", Builder(processor=processor, hf_config=config, geometry=ThwGrid()), embed)


@cache
def qwen3() -> Case:
    tok = tokenizer()
    limits = {"shortest_edge": 64 * 64, "longest_edge": 32 * 32 * 40}
    processor = Qwen3VLProcessor(
        Qwen2VLImageProcessor(patch_size=16, size=limits, image_mean=[0.5] * 3, image_std=[0.5] * 3),
        tok,
        Qwen3VLVideoProcessor(size={"shortest_edge": 64 * 64, "longest_edge": 32 * 32 * 400}),
        chat_template=QWEN_TEMPLATE,
    )
    vision = {"depth": 1, "hidden_size": 16, "intermediate_size": 16, "num_heads": 1, "out_hidden_size": 16}
    config = Qwen3VLConfig(vision_config=vision, **_qwen_ids(tok))
    tower = Qwen3VLVisionPatchEmbed(config.vision_config)

    def embed(inputs: Any) -> Tensor:
        return tower(inputs["pixel_values"]).reshape(-1, 4 * 16)

    return Case("qwen3", Builder(processor=processor, hf_config=config, geometry=ThwGrid()), embed)


@cache
def smolvlm(*, family: str = "smolvlm", split: bool = True, resample: int = 1) -> Case:
    tok = tokenizer()
    tok.add_special_tokens({"additional_special_tokens": SPECIAL})
    settings: dict[str, Any] = {
        "size": {"longest_edge": 192},
        "max_image_size": {"longest_edge": 64},
        "do_image_splitting": split,
    }
    settings["resample"] = resample  # 1: Lanczos, HF's default; 0: nearest
    if family == "smolvlm":
        parts: list[Any] = [SmolVLMImageProcessor(**settings), tok, SmolVLMVideoProcessor(**settings)]
        made = SmolVLMProcessor
    else:
        parts, made = [Idefics3ImageProcessor(**settings), tok], Idefics3Processor
    processor = made(*parts, image_seq_len=16, chat_template=template("<image>"))
    config = SmolVLMConfig(
        vision_config={"hidden_size": 16, "image_size": 64, "patch_size": 8, "num_attention_heads": 1},
        text_config={"model_type": "llama", "vocab_size": len(tok), "hidden_size": 16, "num_attention_heads": 1},
        image_token_id=tok.convert_tokens_to_ids("<image>"),
        scale_factor=2,
    )
    tower, connector = SmolVLMVisionEmbeddings(config.vision_config), SmolVLMConnector(config)

    def embed(inputs: Any) -> Tensor:
        pixels = inputs["pixel_values"]
        patches = tower.patch_embedding(pixels[real_views(pixels)]).flatten(2).mT.contiguous()
        return connector.pixel_shuffle(patches, 2).flatten(0, 1)

    return Case(family, Builder(processor=processor, hf_config=config, geometry=TileGrid()), embed)


CASES = (llava, qwen2_5, qwen3, smolvlm)


def placeholder_features(case: Case, inputs: Any) -> Tensor:
    with torch.no_grad():
        return case.embed(inputs)
