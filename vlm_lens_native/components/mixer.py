"""What attention and its like have in common: heads that each write to the stream through one output projection."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

import torch
from einops import einsum, rearrange
from torch import Tensor, nn

from vlm_lens_native.components.stored import bias_of, is_plain, plain_weight
from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.hooks import ForwardPass, HookPoint
from vlm_lens_native.shapes import Residual


class Mixer(nn.Module):
    """The part of a block that mixes positions: softmax attention, or a recurrence that stands in its place.

    Attributes:
        n_heads: Heads that write.
        hook_in: ``[batch pos d_model]``: the input, after ln1.
        hook_z: ``[batch pos head d_head]``: their outputs.
        hook_result: ``[batch pos head d_model]``: each head's write to the output.
    """

    n_heads: int
    hook_in: HookPoint
    hook_z: HookPoint
    hook_result: HookPoint
    hook_out: HookPoint  # where a norm stands between the output and the residual stream

    @property
    @abstractmethod
    def output(self) -> Any:  # a Linear, or what an adapter puts in its place
        """The projection through which the heads write."""

    @property
    @abstractmethod
    def readers(self) -> tuple[nn.Linear, ...]:
        """The projections that read the input."""

    def declare_writes(self, cfg: DecoderConfig, *, head: str, width: str) -> None:
        """Declares the hook points behind all others, in the order in which they fire.

        Args:
            cfg: Says whether a norm stands behind the output.
            head: Name of the heads' axis, or a number.
            width: That of their outputs' width.
        """
        self.hook_z = HookPoint(f"batch pos {head} {width}")
        self.hook_result = HookPoint(f"batch pos {head} d_model")
        if cfg.has_post_norms:
            self.hook_out = HookPoint("batch pos d_model")

    def unpadded(self, x: Residual, mask: Tensor | None, run: ForwardPass | None) -> Residual:
        """The input behind its hook point, zero at padding, so that no position takes anything over from there.

        Args:
            x: The input.
            mask: ``[batch pos]``, 0 at padding; None where there is none.
            run: The pass.
        """
        x = self.hook_in(x, run)
        return x if mask is None else (x * mask[:, :, None]).to(x.dtype)

    def write(self, z: Tensor, run: ForwardPass | None) -> Residual:
        """What the heads' outputs write, and what hooks changed about it.

        The output stays as it is, bit for bit, where nothing was changed: the sum of the writes is rounded otherwise,
        and that of a quantised projection is only close to its output.
        """
        out = self.output(z.flatten(2))
        if not self.hook_result.wanted(run):
            return out
        result, used = self.hook_result.tell(self._result(z), run)
        if not used:
            return out
        change = (result - self._result(z).detach()).sum(dim=2)
        if not result.requires_grad:
            return out + change
        bias = self._written_by_none(z)  # its gradient does not come through the writes
        return out.detach() + change + (bias - bias.detach())

    def _result(self, z: Tensor) -> Tensor:
        """``[batch pos head d_model]``."""
        if not is_plain(self.output):
            return self._result_by_module(z)
        return einsum(z, self.W_O, "batch pos head d_head, head d_head d_model -> batch pos head d_model")

    def _result_by_module(self, z: Tensor) -> Tensor:
        """Each head's write by running the projection for each head: an offloaded or quantised weight has no view."""
        writes = []
        for head in range(self.n_heads):
            alone = torch.zeros_like(z)
            alone[:, :, head] = z[:, :, head]
            writes.append(self.output(alone.flatten(2)) - self._written_by_none(z))
        return torch.stack(writes, dim=2)

    def _written_by_none(self, z: Tensor) -> Tensor:
        """What is written if no head does: the bias, ``[1 1 d_model]``."""
        if is_plain(self.output):
            return self.b_O.view(1, 1, -1)
        return self.output(torch.zeros_like(z[:1, :1]).flatten(2))

    @property
    def W_O(self) -> Tensor:
        """``[head d_head d_model]``: a view of the output projection's weight."""
        return rearrange(plain_weight(self.output), "d_model (head d_head) -> head d_head d_model", head=self.n_heads)

    @property
    def b_O(self) -> Tensor:
        """``[d_model]``: the output projection's bias; zeros where the model has none."""
        return bias_of(self.output)
