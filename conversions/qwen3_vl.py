"""Qwen3-VL: interleaved M-RoPE, normalised queries and keys, and deepstack features after the first layers.

Source: transformers' ``models/qwen3_vl/modeling_qwen3_vl.py``.
"""

from collections.abc import Mapping
from typing import Any

from transformers import PreTrainedConfig
from transformers.vision_utils import get_vision_cu_seqlens

from vlm_lens_native.families import ConfigKeys, Family, PackedImages, VisionHooks
from vlm_lens_native.inputs.geometries import ThwGrid

from ._shared import QWEN_BLOCKS, TEXT_KEYS, decoder_keys, mrope_config, text_decoder_config


def _vision_hooks(config: PreTrainedConfig) -> VisionHooks:
    mergers = enumerate(config.vision_config.deepstack_visual_indexes)
    return VisionHooks(
        encoder="model.visual",
        n_blocks=config.vision_config.depth,
        adapter="model.visual.merger",
        deepstack=tuple((f"model.visual.deepstack_merger_list.{j}", block) for j, block in mergers),
        packed=_packed,
        **QWEN_BLOCKS,
    )


def _packed(encoder: Any, call: Mapping[str, Any]) -> PackedImages:
    lengths = get_vision_cu_seqlens(call["grid_thw"], kwargs=dict(call)).diff()
    return PackedImages(lengths=lengths, order=None, merge=encoder.spatial_merge_unit)


FAMILY = Family(
    model_type="qwen3_vl",
    language_model="model.language_model",
    text_config=lambda config: config.text_config,
    decoder_config=lambda config: text_decoder_config(
        config.text_config,
        rotary=mrope_config(config.text_config.rope_parameters, layout="interleaved", default_sections=(24, 20, 20)),
        n_deepstack=len(config.vision_config.deepstack_visual_indexes),
    ),
    keys={
        r"^visual\.": "model.visual.",
        r"^model\.(layers|norm|embed_tokens)\.": r"model.language_model.\1.",
        **decoder_keys("model.language_model"),
    },
    not_ours=("model.visual.",),
    outer_keys=ConfigKeys(
        handled=frozenset({"text_config", "vision_config", "image_token_id", "video_token_id", "tie_word_embeddings"}),
        ignored=dict.fromkeys(("vision_start_token_id", "vision_end_token_id"), "only the processor writes them"),
    ),
    text_keys=TEXT_KEYS,
    geometry=ThwGrid(),
    vision_hooks=_vision_hooks,
    needs_token_types=True,
)
