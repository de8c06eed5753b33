"""How many changed runs ride in one batch: as many as fit into the memory that may be used for them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any

import torch

from vlm_lens_native.errors import InputError
from vlm_lens_native.host import execution_device
from vlm_lens_native.model import HookedVLMTransformer

BUDGET = 2**30
"""Bytes for the rows of a batch where nothing is known about free memory."""

_MOST_ROWS = 64
_SCORE_BYTES = 20  # of each score: itself, with closed keys filled, what is closed, and the softmax in float32


def rows_that_fit(
    model: HookedVLMTransformer, *, batch_size: int | None, n_pos: int, **row: Any
) -> Callable[[int], int]:
    """How many rows to run at once: of GPUs they get at most half of what is free, else `BUDGET`; but one row runs.

    Args:
        model: The model.
        batch_size: What the user says; None goes by the memory.
        n_pos: Length of the sequence.
        row: For `row_bytes`.

    Returns:
        A function of the first position that the rows compute, for `plan.batches`. It raises an InputError for no rows
        at once.
    """

    def n_rows(first: int) -> int:
        if batch_size is not None:
            if batch_size < 1:
                raise InputError(f"batch_size={batch_size}: at least one run at a time; None goes by the memory.")
            return batch_size
        own = row_bytes(model, n_new=n_pos - first, n_keys=n_pos, **row)
        return max(1, min(_MOST_ROWS, _budget(model) // own))

    return n_rows


def row_bytes(
    model: HookedVLMTransformer,
    *,
    n_new: int,
    n_keys: int,
    n_read: int,
    start: int = 0,
    hooked: Iterable[str] = (),
    kept: Iterable[str] = (),
) -> int:
    """At the most what one row takes of a pass that goes on from a clean run, beside what the clean run keeps.

    Args:
        model: The model.
        n_new: Positions that the row computes.
        n_keys: Positions that they attend to.
        n_read: Positions that are unembedded.
        start: First block that runs.
        hooked: Hook points whose activations are changed on the way, layer by layer.
        kept: Hook points whose activations are kept until the end of the pass.
    """
    cfg, size = model.cfg, model.dtype.itemsize
    heads = cfg.n_heads * cfg.d_head
    # of the clean runs' earlier keys, rows that share different ones get a copy each
    keys = 2 * (cfg.n_layers - start) * cfg.n_key_value_heads * cfg.d_head * (2 * n_keys - n_new)
    streams = n_new * (5 + len(cfg.deepstack)) * cfg.d_model
    d_mlp = cfg.axis_size("d_mlp")
    width = d_mlp if cfg.experts is None else max(d_mlp, cfg.experts.n_chosen * cfg.axis_size("d_expert"))
    mlp = size * n_new * (4 * width + cfg.d_model)
    repeated = 0 if cfg.n_groups == 1 else 2 * heads * n_keys  # keys and values, for the query heads that share them
    most_keys = n_keys if cfg.cross is None else max(n_keys, cfg.cross.n_keys)
    attention = (
        size * (8 * n_new * heads + repeated) + (size + 2) * n_new * most_keys
    )  # the mask, boolean and as floats
    is_stepwise = model.lm.hf_config._attn_implementation == "eager" or cfg.attention_cap is not None
    stepwise = [f"lm.blocks.{cfg.attention_layers[0]}.attn.hook_pattern"] if is_stepwise else []
    edited = 0
    for name in [*hooked, *stepwise]:
        each = _SCORE_BYTES if model.hook_dict[name].is_by_key else 3 * size
        edited = max(edited, each * n_new * _width(model, name, n_keys))
    held = sum(n_new * _width(model, name, n_keys) for name in kept)
    as_computed = 0 if model.dtype == torch.float32 else size
    logits = n_read * cfg.d_vocab * (as_computed + 4 + 4)  # in float32; those of the batch before are still there
    return size * (keys + streams + held) + max(mlp, attention) + edited + logits


def _width(model: HookedVLMTransformer, name: str, n_keys: int) -> int:
    """Elements of an activation at each position; of mask, scores and pattern for each query, in all heads.

    In front of the decoder there are no positions, and nothing is counted.
    """
    if model.hook_dict[name].is_visual:
        return 0
    axes = (axis for axis in model.hook_dict[name].axes if axis not in ("batch", "pos"))
    layer = model.hook_dict[name].layer
    sizes = {"key": n_keys} if model.cfg.cross is None else {"key": n_keys, "image_key": model.cfg.cross.n_keys}
    return math.prod(sizes[axis] if axis in sizes else model.cfg.axis_size(axis, layer) for axis in axes)


def _budget(model: HookedVLMTransformer) -> int:
    """Bytes for rows on each of the devices over which a model is spread: what the fullest of them has."""
    return min(map(_half_of_free, {execution_device(block) for block in model.lm.blocks} | {model.device}))


def _half_of_free(device: torch.device) -> int:
    """Half of what is free on a GPU, which includes what torch holds in reserve; else `BUDGET`."""
    if device.type != "cuda":
        return BUDGET
    free = torch.cuda.mem_get_info(device)[0]
    return (free + torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)) // 2
