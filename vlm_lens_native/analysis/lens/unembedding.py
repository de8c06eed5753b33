"""From the residual stream to logits, a few positions at a time."""

from __future__ import annotations

from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.shapes import Logits, Residual

CHUNK_BYTES = 2**26  # of float32 logits at one time; a reader has five tensors of this size at its peak


def lens_logits(model: HookedVLMTransformer, resid: Residual) -> Logits:
    """The residual stream through the final norm and the unembedding: after the last block, the model's own logits."""
    return model.unembed(model.lm.ln_final(resid))


def chunks(n_pos: int, d_vocab: int, chunk_bytes: int) -> list[slice]:
    """Consecutive positions, so many at a time that their float32 logits take ``chunk_bytes``, but at least one."""
    size = max(1, chunk_bytes // (4 * d_vocab))
    return [slice(start, min(start + size, n_pos)) for start in range(0, n_pos, size)]
