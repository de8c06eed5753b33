"""Gated DeltaNet: linear attention, which keeps a state of fixed size for each head in place of keys and values."""

from __future__ import annotations

from typing import Any, NamedTuple

import torch
from jaxtyping import Float
from torch import Tensor, nn
from transformers import Cache

from vlm_lens_native._transformers import kernels_share_keys
from vlm_lens_native.components.mixer import Mixer
from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.hooks import ForwardPass, HookPoint
from vlm_lens_native.shapes import Residual


class GatedDeltaNet(Mixer):
    """One layer's gated DeltaNet.

    Each value head keeps a state, a matrix from keys to values, over the positions::

        state = exp(g) * state
        state = state + outer(k, beta * (v - k @ state))      read = q @ state

    with q and k of unit length, and q over the root of its width. It compares no pairs of positions: there is no
    pattern. What a token writes is knocked out by ``beta`` 0 at its position; within the convolution's reach it is seen
    by the next tokens' q, k and v too (``hook_conv_in``).

    Attributes:
        hook_in: ``[batch pos d_model]``: the input, after ln1; padding is made zero behind it.
        hook_conv_in: ``[batch pos d_conv]``: projected queries, keys and values, before the convolution over positions.
        hook_q, hook_k: ``[batch pos key_head d_key]``: after convolution and activation, before their length is made 1.
            Value heads share them as query heads share keys.
        hook_v: ``[batch pos value_head d_value]``: likewise.
        hook_beta: ``[batch pos value_head]``: how much of the new value replaces what the state says for the key, 0..1.
        hook_g: ``[batch pos value_head]``, float32: logarithm of what is kept of the state.
        hook_state: ``[batch pos value_head d_key d_value]``, float32: the state behind each position. Where a hook
            changes a head's state, that is the state there; elsewhere it follows from the one before.
        hook_read: ``[batch pos value_head d_value]``: what the queries read of it.
        hook_gate: ``[batch pos value_head d_value]``: the output's gate, before its activation function.
        hook_z: ``[batch pos value_head d_value]``: the heads' outputs: what was read, normalised, times the gate.
        hook_result: ``[batch pos value_head d_model]``: each head's write to the output.
        hook_out: ``[batch pos d_model]``: the output, where a norm stands between it and the residual stream.

    The states of all positions exist only for those who listen; until a hook changes them, or a gradient flows through
    them, the output comes from HF's kernel, by chunks of positions, which rounds otherwise.

    Source: ``Qwen3_5GatedDeltaNet`` in transformers' ``models/qwen3_5/modeling_qwen3_5.py``.
    """

    def __init__(self, cfg: DecoderConfig, *, layer: int) -> None:
        super().__init__()
        own = cfg.delta
        assert own is not None
        self.cfg, self.layer_idx, self.n_heads = own, layer, own.n_value_heads
        self.in_proj_qkv = nn.Linear(cfg.d_model, own.d_conv, bias=False)
        self.in_proj_z = nn.Linear(cfg.d_model, own.n_value_heads * own.d_value, bias=False)
        self.in_proj_b = nn.Linear(cfg.d_model, own.n_value_heads, bias=False)
        self.in_proj_a = nn.Linear(cfg.d_model, own.n_value_heads, bias=False)
        self.conv1d = nn.Conv1d(own.d_conv, own.d_conv, own.n_taps, groups=own.d_conv, bias=False)
        self.dt_bias = nn.Parameter(torch.ones(own.n_value_heads))
        self.A_log = nn.Parameter(torch.zeros(own.n_value_heads))
        self.norm = _GatedNorm(own.d_value, eps=own.eps)
        self.out_proj = nn.Linear(own.n_value_heads * own.d_value, cfg.d_model, bias=False)
        self.hook_in = HookPoint("batch pos d_model", shared=cfg.shares_inputs)
        self.hook_conv_in = HookPoint("batch pos d_conv")
        self.hook_q = HookPoint("batch pos key_head d_key")
        self.hook_k = HookPoint("batch pos key_head d_key")
        self.hook_v = HookPoint("batch pos value_head d_value")
        self.hook_beta = HookPoint("batch pos value_head")
        self.hook_g = HookPoint("batch pos value_head")
        self.hook_state = HookPoint("batch pos value_head d_key d_value", shared=True)
        self.hook_read = HookPoint("batch pos value_head d_value")
        self.hook_gate = HookPoint("batch pos value_head d_value")
        self.declare_writes(cfg, head="value_head", width="d_value")

    def forward(
        self, x: Residual, mask: Tensor | None, angles: object, past: Cache | None, run: ForwardPass | None = None
    ) -> Residual:
        """As `Attention`; ``mask`` is ``[batch pos]``, 0 at padding, or None; positions count by their order alone."""
        x = self.unpadded(x, mask, run)
        state = None if past is None else past.get_recurrent_state(self.layer_idx)
        if state is not None and torch.is_grad_enabled():
            state = state.clone()  # HF's cache is written in place, and the graph holds what was there
        q, k, v = self._convolved(self.hook_conv_in(self.in_proj_qkv(x), run), past)
        q, k, v = self.hook_q(q, run), self.hook_k(k, run), self.hook_v(v, run)
        beta = self.hook_beta(self.in_proj_b(x).sigmoid(), run)
        delta = nn.functional.softplus(self.in_proj_a(x).float() + self.dt_bias)
        g = self.hook_g(-self.A_log.float().exp() * delta, run)
        read, state = self._recurrent(_Writes(q, k, v, g, beta), state, run, keeps_state=past is not None)
        if past is not None:
            assert state is not None
            past.update_recurrent_state(state, self.layer_idx)

        read = self.hook_read(read, run)
        gate = self.hook_gate(self._heads(self.in_proj_z(x), self.cfg.d_value), run)
        z = self.hook_z(self.norm(read, gate), run)
        return self.write(z, run)

    def _convolved(self, qkv: Tensor, past: Cache | None) -> tuple[Tensor, Tensor, Tensor]:
        """Queries, keys and values by head, each mixed with those of the positions just before."""
        kernels, n_pos, qkv = hf_kernels(), qkv.shape[1], qkv.transpose(1, 2)
        weight, activation = self.conv1d.weight.squeeze(1), self.cfg.activation
        earlier = None if past is None else past.get_conv_state(self.layer_idx)
        if past is not None and earlier is not None and n_pos == 1 and not past.is_recording_past(self.layer_idx):
            qkv = kernels.causal_conv1d_update(qkv, earlier, weight, None, activation)
        else:
            if past is not None:
                qkv = past.update_conv_state(qkv, self.layer_idx, conv_kernel_size=self.cfg.n_taps)
            qkv = kernels.causal_conv1d_fn(qkv, weight, None, activation=activation)[:, :, -n_pos:]
        width = self.cfg.n_key_heads * self.cfg.d_key
        q, k, v = qkv.transpose(1, 2).split([width, width, self.cfg.d_conv - 2 * width], dim=-1)
        return self._heads(q, self.cfg.d_key), self._heads(k, self.cfg.d_key), self._heads(v, self.cfg.d_value)

    @staticmethod
    def _heads(flat: Tensor, width: int) -> Tensor:
        return flat.reshape(*flat.shape[:-1], -1, width)

    def _recurrent(
        self, writes: _Writes, state: Tensor | None, run: ForwardPass | None, *, keeps_state: bool
    ) -> tuple[Tensor, Tensor | None]:
        """What is read at each position, and the last state, if there is a cache to keep it in."""
        if self.hook_state.wanted(run):
            assert run is not None
            rows = run.rows_wanted(self.hook_state)
            steps = writes.by_step()
            states = steps.states(state, rows)
            told, used = self.hook_state.tell(states, run, rows=rows)
            if used:
                return steps.read(state, given=states, told=told, dtype=writes.q.dtype)
        kernels = hf_kernels()
        is_step = state is not None and writes.q.shape[1] == 1
        rule = kernels.torch_recurrent_gated_delta_rule if is_step else kernels.torch_chunk_gated_delta_rule
        return rule(
            *((writes.q, writes.k) if kernels_share_keys() else writes.for_value_heads()),
            writes.v,
            g=writes.g,
            beta=writes.beta,
            initial_state=state,
            output_final_state=keeps_state,
            use_qk_l2norm_in_kernel=True,
        )

    # --- what others ask -----------------------------------------------------------------------------------------

    @property
    def readers(self) -> tuple[nn.Linear, ...]:
        """The projections that read the input."""
        return self.in_proj_qkv, self.in_proj_z, self.in_proj_b, self.in_proj_a

    @property
    def output(self) -> Any:  # a Linear, or what an adapter puts in its place
        """The projection through which the heads write."""
        return self.out_proj


class _GatedNorm(nn.Module):
    """RMS norm of each head, then times the activation of the gate, in float32."""

    def __init__(self, width: int, *, eps: float) -> None:
        super().__init__()
        self.weight, self.eps = nn.Parameter(torch.ones(width)), eps

    def forward(self, x: Tensor, gate: Tensor) -> Tensor:
        wide = x.float()
        normalized = (wide * torch.rsqrt(wide.pow(2).mean(-1, keepdim=True) + self.eps)).to(x.dtype)
        return (self.weight * normalized * nn.functional.silu(gate.float())).to(x.dtype)


class _Writes(NamedTuple):
    """What one pass writes to the states and reads of them, by head."""

    q: Float[Tensor, "batch pos key_head d_key"]
    k: Float[Tensor, "batch pos key_head d_key"]
    v: Float[Tensor, "batch pos value_head d_value"]
    g: Float[Tensor, "batch pos value_head"]
    beta: Float[Tensor, "batch pos value_head"]

    def for_value_heads(self) -> tuple[Tensor, Tensor]:
        """Queries and keys, for every value head."""
        q, k = (x.repeat_interleave(self.v.shape[2] // x.shape[2], dim=2) for x in (self.q, self.k))
        return q, k

    def by_step(self) -> _Steps:
        """In float32, queries and keys at their length and for every value head."""
        q, k = (_unit(x.float()) for x in self.for_value_heads())
        keep = self.g.float().exp()
        return _Steps(q=q / q.shape[-1] ** 0.5, k=k, v=self.v.float(), keep=keep, beta=self.beta.float())


class _Steps(NamedTuple):
    """The recurrence, one position after the other.

    Source: ``torch_recurrent_gated_delta_rule`` in transformers' ``models/qwen3_5/modeling_qwen3_5.py``.
    """

    q: Float[Tensor, "batch pos value_head d_key"]
    k: Float[Tensor, "batch pos value_head d_key"]
    v: Float[Tensor, "batch pos value_head d_value"]
    keep: Float[Tensor, "batch pos value_head"]
    beta: Float[Tensor, "batch pos value_head"]

    def _next(self, state: Tensor | None, n: int) -> Tensor:
        """The state behind position ``n``, given that before it."""
        k, v = self.k[:, n], self.v[:, n]
        if state is None:
            state = k.new_zeros(*k.shape, v.shape[-1])
        state = state.to(v) * self.keep[:, n, :, None, None]
        known = (state * k[..., None]).sum(-2)
        return state + k[..., None] * ((v - known) * self.beta[:, n, :, None])[..., None, :]

    def states(self, state: Tensor | None, rows: Tensor | None) -> Tensor:
        """``[batch pos value_head d_key d_value]``: the states behind all positions, or behind some ``rows``."""
        wanted = None if rows is None else set(rows.tolist())
        kept = []
        for n in range(self.q.shape[1]):
            state = self._next(state, n)
            if wanted is None or n in wanted:
                kept.append(state)
        return (
            torch.stack(kept, dim=1) if kept else self.k.new_zeros(len(self.k), 0, *self.k.shape[2:], self.v.shape[-1])
        )

    def read(self, state: Tensor | None, *, given: Tensor, told: Tensor, dtype: torch.dtype) -> tuple[Tensor, Tensor]:
        """What is read where hooks made ``told`` of the states, and the last state.

        A state that was changed stands in the place of that position's. The others follow from the one before; the
        difference that is added to them is zero, and lets a gradient hook see what a state does to all that follows.
        """
        changed = (told != given).flatten(-2).any(-1)[..., None, None]
        read = []
        for n in range(self.q.shape[1]):
            follows = self._next(state, n)
            if told.requires_grad:
                follows = follows + (told[:, n] - given[:, n])
            state = torch.where(changed[:, n], told[:, n], follows)
            read.append((state * self.q[:, n, ..., None]).sum(-2))
        assert state is not None
        return torch.stack(read, dim=1).to(dtype), state


def _unit(x: Tensor) -> Tensor:
    return x * torch.rsqrt((x * x).sum(-1, keepdim=True) + 1e-6)


def hf_kernels() -> Any:
    """HF's functions, which call flash-linear-attention's and causal-conv1d's where these are installed."""
    from transformers.models.qwen3_5 import modeling_qwen3_5  # a second's import, for models that need it

    return modeling_qwen3_5
