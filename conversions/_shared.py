"""Idioms that wrappers share: how the blocks of their vision encoders are made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# The blocks of Qwen's vision encoders, for ``VisionHooks``.
QWEN_BLOCKS: Mapping[str, Any] = {"blocks": "blocks", "attention": "attn", "qkv": ("qkv",), "out": "proj", "mlp": "mlp"}
