"""Token embeddings that are scaled."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class ScaledEmbedding(nn.Embedding):
    """Embeddings times a factor, which HF's wrapper gets before it merges image features in.

    The factor is rounded to the weights' dtype first: 55.4 is 55.5 in bfloat16.

    Source: ``Gemma3TextScaledWordEmbedding`` in transformers' ``models/gemma3/modeling_gemma3.py``.
    """

    def __init__(self, n_tokens: int, width: int, *, scale: float) -> None:
        super().__init__(n_tokens, width)
        self.scale = scale

    def forward(self, input: Tensor) -> Tensor:
        return super().forward(input) * torch.tensor(self.scale, dtype=self.weight.dtype, device="cpu")
