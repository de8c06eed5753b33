"""A copy of a model that can't write along some directions of the residual stream.

Source: Arditi et al., "Refusal in Language Models Is Mediated by a Single Direction" (2024): weight orthogonalization.
"""

from __future__ import annotations

import copy
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor, nn

from vlm_lens_native.components import Mixture
from vlm_lens_native.components.stored import plain_parameter, plain_weight
from vlm_lens_native.decoder import HookedDecoder
from vlm_lens_native.errors import InputError
from vlm_lens_native.hooks import Hook, HookPoint

_WRITTEN = {"hook_attn_out", "hook_mlp_out", "hook_deepstack"}

Basis = Float[Tensor, "d_model rank"]


def remove_directions(hf: Any, lm_path: str, directions: Tensor) -> tuple[Any, Hook]:
    """A host whose embeddings, attention and MLPs write nothing along the directions; the given one stays as it is.

    See ``HookedVLMTransformer.remove_directions``.

    Returns:
        The new host, and a hook that takes the directions out of what comes with images: adapters, newlines between
        rows and the like differ from family to family, and meet in ``lm.hook_embed`` and ``hook_deepstack``.

    Raises:
        WeightsError: Weights of the decoder are offloaded or quantised.
        InputError: Directions of another width, or zero; norms behind attention and MLP; blocks of another kind.
    """
    lm: HookedDecoder = hf.get_submodule(lm_path)
    basis = _basis(directions, lm.cfg.d_model)
    _check(lm)
    for module in (hf.get_input_embeddings(), *(each for block in lm.blocks for each in _writers(block))):
        plain_weight(module)  # before anything is copied
    shared = {id(tensor): tensor for tensor in (*hf.parameters(), *hf.buffers())}
    new = copy.deepcopy(hf, shared)  # deepcopy takes what it finds in its memo as copied already
    embedding = new.get_input_embeddings()
    embedding.weight = _without(embedding.weight, basis, axis=1)
    for block in new.get_submodule(lm_path).blocks:
        for module in _writers(block):
            module.weight = _without(module.weight, basis, axis=0)
            if module.bias is not None:
                module.bias = _without(module.bias, basis, axis=0)
        if isinstance(block.mlp, Mixture):
            for stored in (each.experts for each in block.mlp.sets):
                axis = 2 if stored.cfg.transposed else 1
                stored.down_proj = _without(plain_parameter(stored.down_proj), basis, axis=axis)
    for config in (new.config, new.config.get_text_config()):
        config.tie_word_embeddings = False  # what reads the stream stays as it is, the unembedding too

    def project(activation: Tensor, hook: HookPoint) -> Tensor:
        return _projected(activation, basis, axis=-1)

    return new, project


def _basis(directions: Tensor, d_model: int) -> Basis:
    """An orthonormal basis of the directions, in float64.

    Raises:
        InputError: They are no directions of the stream.
    """
    rows = directions.detach().double().cpu()
    rows = rows[None] if rows.ndim == 1 else rows
    if rows.ndim != 2 or rows.shape[1] != d_model or not rows.isfinite().all() or not rows.any():
        raise InputError(
            f"Directions of the residual stream are finite and not all zero, [{d_model}] or [direction, {d_model}]; "
            f"got {list(directions.shape)}."
        )
    left, sizes, _ = torch.linalg.svd(rows.T, full_matrices=False)
    return left[:, sizes > sizes[0] * max(rows.shape) * torch.finfo(torch.float32).eps]


def _check(lm: HookedDecoder) -> None:
    """Raises an InputError where something writes to the stream whose weights are not projected."""
    if lm.cfg.has_post_norms:
        raise InputError(
            "Norms stand behind attention and MLPs here, and their gains turn what is projected: the direction would "
            "come back. Take it out in every run: model.hooks([(['lm.hook_embed', 'lm.blocks.*.hook_attn_out', "
            "'lm.blocks.*.hook_mlp_out'], ProjectOut(direction))])."
        )
    points = [pair for block in lm.blocks for pair in vars(block).items() if isinstance(pair[1], HookPoint)]
    if unknown := sorted({name for name, each in points if not each.is_stream} - _WRITTEN):
        raise InputError(f"Blocks write to the stream at {', '.join(unknown)} too, which can't be projected yet.")


def _writers(block: Any) -> list[nn.Linear]:
    """The projections whose rows are dimensions of the stream; of experts, only the shared one is such a module."""
    mlp = block.mlp
    if not isinstance(mlp, Mixture):
        return [block.mixer.output, mlp.down_proj]
    return [block.mixer.output, *([] if mlp.shared_experts is None else [mlp.shared_experts.down_proj])]


def _without(weight: Tensor, basis: Basis, *, axis: int) -> nn.Parameter:
    return nn.Parameter(_projected(weight.detach(), basis, axis=axis), requires_grad=False)


def _projected(values: Tensor, basis: Basis, *, axis: int) -> Tensor:
    """Values without what lies along the basis, in their own dtype."""
    precise = values.movedim(axis, -1).to(torch.promote_types(values.dtype, torch.float32))
    own = basis.to(precise)
    return (precise - (precise @ own) @ own.T).to(values.dtype).movedim(-1, axis)
