"""Weights as they are stored: plain matrices, or offloaded and quantised ones, of which there are no views."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from vlm_lens_native.components.embedding import ScaledEmbedding
from vlm_lens_native.errors import WeightsError

_PLAIN = (nn.Linear, nn.Embedding, ScaledEmbedding)  # and not their subclasses, which quantisation makes


def is_plain(module: nn.Module) -> bool:
    """Whether a module's weight is there as a matrix of floats, rather than offloaded or quantised."""
    weight = module.weight
    return type(module) in _PLAIN and type(weight) is nn.Parameter and weight.device.type != "meta"


def plain_weight(module: Any) -> Tensor:
    """A module's weight, for arithmetic.

    Raises:
        WeightsError: It is offloaded or quantised, so that arithmetic on it would fail or give nonsense.
    """
    if not is_plain(module) and hasattr(module, "base_layer"):
        raise WeightsError(
            f"This weight is spread over a base layer and an adapter such as LoRA ({type(module).__name__}), so there "
            "is no matrix to look at or to compute with. Hooks work all the same. For weights, load the adapter's "
            "directory by from_pretrained, or give the HF model with its adapter to from_hf: both merge it."
        )
    if not is_plain(module):
        kind = f"{type(module).__name__} with a {type(module.weight).__name__} on {module.weight.device}"
        raise WeightsError(
            f"This weight is offloaded or quantised ({kind}), so there is no matrix to look at or to compute with. "
            "Hooks work all the same. For weights, load the model without quantization_config and without offloading, "
            "with a device_map whose GPUs and CPU memory hold all of it."
        )
    return module.weight


def plain_parameter(weight: Tensor) -> Tensor:
    """A weight that belongs to many experts, for arithmetic.

    Raises:
        WeightsError: It is offloaded or quantised.
    """
    if type(weight) is not nn.Parameter or weight.device.type == "meta":
        raise WeightsError(
            f"The experts' weights are offloaded or quantised ({type(weight).__name__} on {weight.device}), so there "
            "is no matrix to look at or to compute with. Hooks work all the same."
        )
    return weight


def bias_of(projection: Any) -> Tensor:
    """A projection's bias; where it has none, zeros that refuse to be written to, since the write would be lost.

    Raises:
        WeightsError: The projection is offloaded or quantised.
    """
    weight = plain_weight(projection)
    if projection.bias is not None:
        return projection.bias
    with torch.inference_mode():  # torch lets nobody write to such a tensor afterwards, not even to single elements
        return weight.new_zeros(()).expand(projection.out_features)
