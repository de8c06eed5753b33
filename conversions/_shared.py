"""Idioms that wrappers share: how the blocks of their vision encoders are made, and how images are packed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import nn
from transformers import PreTrainedConfig
from transformers.vision_utils import get_vision_cu_seqlens, get_vision_window_index

from vlm_lens_native.families import PackedImages, VisionHooks, n_blocks_read
from vlm_lens_native.inputs.geometries import CanvasTiles
from vlm_lens_native.inputs.geometry import patch_side

# How blocks are made, for ``VisionHooks``: those of Qwen's encoders, of CLIP's descendants, of Pixtral, and the
# attention of InternVL's and Janus's.
QWEN_BLOCKS: Mapping[str, Any] = {"blocks": "blocks", "attention": "attn", "qkv": ("qkv",), "out": "proj", "mlp": "mlp"}
CLIP_BLOCKS: Mapping[str, Any] = {
    "blocks": "encoder.layers",
    "attention": "self_attn",
    "qkv": ("q_proj", "k_proj", "v_proj"),
    "out": "out_proj",
    "mlp": "mlp",
}
PIXTRAL_BLOCKS: Mapping[str, Any] = {
    "blocks": "transformer.layers",
    "attention": "attention",
    "qkv": ("q_proj", "k_proj", "v_proj"),
    "out": "o_proj",
    "mlp": "feed_forward",
}


def packed_by_grid(encoder: nn.Module, call: Mapping[str, Any]) -> PackedImages:
    """An encoder that is told of images by ``grid_thw``, and keeps their order."""
    lengths = get_vision_cu_seqlens(call["grid_thw"], kwargs=dict(call)).diff()
    config: Any = encoder.config
    return PackedImages(lengths=lengths, order=None, merge=getattr(config, "spatial_merge_size", 1) ** 2)


def packed_in_windows(encoder: Any, call: Mapping[str, Any]) -> PackedImages:
    """An encoder that sorts tokens by window (``Qwen2_5_VisionTransformerPretrainedModel.forward``)."""
    order, _ = get_vision_window_index(
        call["grid_thw"],
        spatial_merge_size=encoder.spatial_merge_size,
        window_size=encoder.window_size,
        patch_size=encoder.patch_size,
        kwargs=dict(call),  # it may hold what HF would compute; HF takes that out
    )
    return packed_by_grid(encoder, call)._replace(order=order)


class PackedBySize:
    """An encoder that is told of images by ``image_sizes`` (Pixtral).

    Args:
        merge: Patches that make one token.
    """

    def __init__(self, merge: int) -> None:
        self._merge = merge

    def __call__(self, encoder: nn.Module, call: Mapping[str, Any]) -> PackedImages:
        """Where each image's patches are."""
        patch: Any = encoder.patch_size
        sizes, pixels = call.get("image_sizes"), call["pixel_values"]
        if sizes is None:
            sizes = [pixels.shape[-2:]] * len(pixels)
        lengths = (torch.as_tensor(sizes, device=pixels.device) // patch).prod(dim=-1)
        return PackedImages(lengths=lengths, order=None, merge=self._merge)


class ShuffledTiles(CanvasTiles):
    """Pixel shuffle makes one token of ``downsample_factor`` patches on a side (Aya Vision, Cohere 2 Vision)."""

    def cell(self, hf_config: Any) -> int:
        """In pixels of a tile."""
        return patch_side(hf_config) * hf_config.downsample_factor


class InternVLTiles(CanvasTiles):
    """Pixel shuffle makes one token of ``1 / downsample_ratio`` patches on a side (InternVL and its kin)."""

    def cell(self, hf_config: Any) -> int:
        """In pixels of a tile."""
        return round(patch_side(hf_config) / hf_config.downsample_ratio)


def internvl_hooks(config: PreTrainedConfig, blocks: str) -> VisionHooks:
    """Hook points of InternVL's encoder: each block multiplies what it adds to the stream by a learnt scale."""
    return VisionHooks(
        encoder="model.vision_tower",
        blocks=blocks,
        n_blocks=n_blocks_read(config),
        attention="attention",
        qkv=("q_proj", "k_proj", "v_proj"),
        out="projection_layer",
        mlp="mlp",
        scales=("lambda_1", "lambda_2"),
        adapter="model.multi_modal_projector",
    )


def qwen_hooks(config: PreTrainedConfig, **more: Any) -> VisionHooks:
    """Hook points of Qwen2-VL's encoder and of those made like it.

    Args:
        config: HF's outer config.
        more: Fields of ``VisionHooks`` that differ.
    """
    fields = {"encoder": "model.visual", "adapter": "model.visual.merger", "packed": packed_by_grid, **QWEN_BLOCKS}
    return VisionHooks(**{**fields, "n_blocks": config.vision_config.depth, **more})


def glm_hooks(config: PreTrainedConfig) -> VisionHooks:
    """Hook points of GLM-V's encoder, whose convolution merges patches before the adapter."""
    return qwen_hooks(config, adapter_reads="token")


def qwen3_hooks(config: PreTrainedConfig) -> VisionHooks:
    """Hook points of Qwen3-VL's encoder, some of whose blocks have adapters of their own."""
    mergers = enumerate(getattr(config.vision_config, "deepstack_visual_indexes", ()))
    return qwen_hooks(
        config, deepstack=tuple((f"model.visual.deepstack_merger_list.{j}", block) for j, block in mergers)
    )


def pixtral_hooks(config: PreTrainedConfig, encoder: str, adapter: str) -> VisionHooks:
    """Hook points of Pixtral's encoder, in the wrappers that hold one."""
    return VisionHooks(
        encoder=encoder,
        n_blocks=n_blocks_read(config),
        adapter=adapter,
        packed=PackedBySize(getattr(config, "spatial_merge_size", 1) ** 2),
        **PIXTRAL_BLOCKS,
    )


class PackedInWindows:
    """An encoder that is told of views by ``target_sizes``, and merges 2 x 2 patches on its way (MiniCPM-V).

    Args:
        merge: Patches that make one token, without that.
    """

    def __init__(self, merge: int) -> None:
        self._merge = merge

    def __call__(self, encoder: nn.Module, call: Mapping[str, Any]) -> PackedImages:
        """Where each view's patches are."""
        merged = 4 if call.get("use_vit_merger", True) else 1
        return PackedImages(
            lengths=call["target_sizes"].prod(-1), order=None, merge=self._merge * merged, merged=merged
        )


def minicpm_hooks(config: PreTrainedConfig) -> VisionHooks:
    """Hook points of MiniCPM-V's encoder."""
    merge = (config.merge_kernel_size[0] * config.merge_kernel_size[1]) ** config.merger_times
    return VisionHooks(
        encoder="model.vision_tower",
        n_blocks=config.vision_config.num_hidden_layers,
        merges_behind=config.vision_config.insert_layer_id,
        adapter="model.merger",
        adapter_reads="merged",
        packed=PackedInWindows(merge),
        **CLIP_BLOCKS,
    )
