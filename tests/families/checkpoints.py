"""Tiny checkpoints of HF's real classes, with weights that hide nothing, and inputs for them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from transformers import PreTrainedConfig

from vlm_lens_native.families import hf_class_for

IMAGE, VIDEO, START, END = 100, 101, 102, 103
TEXT: Mapping[str, Any] = {
    "vocab_size": 128,
    "hidden_size": 64,
    "intermediate_size": 96,
    "num_hidden_layers": 3,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "max_position_embeddings": 512,
    "pad_token_id": 0,
}
VISION_IDS = {
    "image_token_id": IMAGE,
    "video_token_id": VIDEO,
    "vision_start_token_id": START,
    "vision_end_token_id": END,
}


def random_model(config: PreTrainedConfig, *, seed: int = 0) -> Any:
    """HF's model with all weights redrawn: HF's own draw, small and with zero biases and unit norms, hides mistakes."""
    model = hf_class_for(config)._from_config(config).eval()
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, weight in model.named_parameters():
            drawn = torch.randn(weight.shape, generator=generator) * 0.15
            weight.copy_(drawn + 1 if weight.ndim == 1 and name.endswith("weight") else drawn)
        for name, buffer in model.named_buffers():
            if name.endswith("correction_bias"):
                buffer.copy_(torch.randn(buffer.shape, generator=generator) * 0.15)
            if name.endswith("layer_scalar"):
                buffer.copy_(1 + torch.randn(buffer.shape, generator=generator) * 0.3)
    return model.requires_grad_(False)


def saved(model: Any, path: Path, **kwargs: Any) -> Path:
    """Writes a checkpoint in HF's format."""
    model.save_pretrained(path, **kwargs)
    return path


def rows(*texts: list[int], length: int) -> dict[str, Tensor]:
    """Token ids and mask of rows that are padded on the left to one length."""
    padded = [[0] * (length - len(row)) + row for row in texts]
    mask = [[0] * (length - len(row)) + [1] * len(row) for row in texts]
    return {"input_ids": torch.tensor(padded), "attention_mask": torch.tensor(mask)}


def words(n: int, *, seed: int) -> list[int]:
    """Random ordinary tokens."""
    return torch.randint(3, 90, (n,), generator=torch.Generator().manual_seed(seed)).tolist()


def pixels(*shape: int, seed: int = 0) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))
