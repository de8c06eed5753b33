"""How much heads read of what other heads write."""

from __future__ import annotations

from typing import Literal, get_args

import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.decoder import HookedDecoder
from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import Indices, indices
from vlm_lens_native.progress import tqdm
from vlm_lens_native.weights.circuits import OVCircuits, QKCircuits
from vlm_lens_native.weights.factored import FactoredMatrix, check_product, triangle, widened

Mode = Literal["Q", "K", "V"]


def composition_scores(left: FactoredMatrix, right: FactoredMatrix) -> Float[Tensor, "..."]:
    """``|left @ right| / (|left| |right|)`` in Frobenius norms, for all pairs of their leading axes.

    Source: "A Mathematical Framework for Transformer Circuits" (Elhage et al., 2021). Memory grows with pairs x
    ``mdim^2``.

    Args:
        left: Circuits that write, ``[... d_model d_model]``.
        right: Circuits that read, ``[... d_model d_model]``.

    Returns:
        ``[*lead of left, *lead of right]``.

    Raises:
        InputError: They can't be multiplied.
    """
    check_product(left.shape, right.shape)
    left, right = _writing(left), _reading(right)
    reads = widened(right.A) @ right.B
    writes = (left.A @ widened(left.B)).to(reads.device)
    norm = torch.linalg.matrix_norm
    rows, columns = writes.reshape(-1, *writes.shape[-2:]), reads.reshape(-1, *reads.shape[-2:])
    between = torch.einsum("lmd,rdn->lrmn", rows, columns)
    scores = norm(between) / (norm(rows)[:, None] * norm(columns))
    return scores.view(writes.shape[:-2] + reads.shape[:-2])


def all_composition_scores(
    lm: HookedDecoder, mode: Mode, *, layers: Indices | None = None
) -> Float[Tensor, "layer head layer head"]:
    """How much each head reads, as its queries, keys or values, of what each earlier head writes.

    By the heads' OV and QK circuits alone: neither norms nor rotation are taken into account. Layer by layer, without
    a matrix of ``d_model x d_model``.

    Args:
        lm: The decoder.
        mode: What is read as: ``"Q"``, ``"K"`` or ``"V"``.
        layers: Layers to compare, in increasing order; None means all that have attention.

    Returns:
        ``[writing layer, writing head, reading layer, reading head]``, zero where the writer does not come first.

    Raises:
        InputError: Another mode, or layers out of order.
        OutOfRangeError: There is no such layer.
    """
    if mode not in get_args(Mode):
        raise InputError(f'Heads compose by "Q", "K" or "V", got {mode!r}.')
    attending, n_heads = lm.cfg.attention_layers, lm.cfg.n_heads
    chosen = attending if layers is None else indices("layer", layers, lm.cfg.n_layers)
    if chosen != sorted(chosen):
        raise InputError(f"Layers come in increasing order, got {chosen}.")
    ov, qk = OVCircuits(lm), QKCircuits(lm)
    reading = {"Q": lambda layer: qk[layer], "K": lambda layer: qk[layer].T, "V": lambda layer: ov[layer]}[mode]
    writers = [_writing(ov[layer]) for layer in chosen]
    scores = torch.zeros(len(chosen), n_heads, len(chosen), n_heads, device=ov[attending[0]][0].A.device)
    bar = tqdm(total=len(chosen) * (len(chosen) - 1) // 2, desc=f"{mode}-composition", leave=False)
    for reader, layer in enumerate(chosen):
        read = _reading(reading(layer))
        for writer in range(reader):
            scores[writer, :, reader] = composition_scores(writers[writer], read).to(scores)
            bar.update()
    bar.close()
    return scores


def _writing(left: FactoredMatrix) -> FactoredMatrix:
    """A matrix that composes to the right as ``left`` does, with ``mdim`` rows."""
    a, b = left.pair
    return FactoredMatrix(triangle(a), b)


def _reading(right: FactoredMatrix) -> FactoredMatrix:
    """A matrix that composes to the left as ``right`` does, with ``mdim`` columns."""
    a, b = right.pair
    return FactoredMatrix(a, triangle(b.mT).mT)
