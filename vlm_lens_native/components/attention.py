"""Grouped-query self-attention, with every quantity of it hooked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Literal

import torch
from einops import rearrange
from torch import Tensor, nn
from transformers import Cache, PreTrainedConfig
from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS

from vlm_lens_native.components.mask import additive, masked_softmax, unseeing
from vlm_lens_native.components.mixer import Mixer
from vlm_lens_native.components.norm import Norm
from vlm_lens_native.components.pattern import blockwise_pattern
from vlm_lens_native.components.rotary import Angles, rotation
from vlm_lens_native.components.stored import bias_of, plain_weight
from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.errors import WeightsError
from vlm_lens_native.hooks import ForwardPass, HookPoint
from vlm_lens_native.shapes import HeadVectors, Residual


class Lent:
    """Keys and values of a pass that later layers attend to as well; no mapping, since accelerate would copy one.

    Attributes:
        of: By layer ``[batch kv_head key d_head]`` each.
    """

    def __init__(self, of: Mapping[int, tuple[Tensor, Tensor]]) -> None:
        self.of = dict(of)


class Attention(Mixer):
    """One layer's attention. Nothing is computed for hook points that nobody listens to.

    Attributes:
        hook_in: ``[batch pos d_model]``: the input, after ln1.
        hook_q, hook_k, hook_v: ``[batch pos head d_head]`` (k and v: ``kv_head``): after the bias, before q/k norm and
            rotation, and before v norm. Where keys and values are one projection, they see the same and act apart.
        hook_rot_q, hook_rot_k: the same shapes, after q/k norm and rotation, where there are any. Keys of earlier
            passes come from the KV cache and hold the edits made then. A layer that attends to the keys and values of
            an earlier one has neither ``hook_k``, ``hook_v`` nor ``hook_rot_k``: edits at that layer's act in both.
        hook_mask: ``[batch 1 pos key]``, or with ``head`` in place of 1 once a hook returns it so: floats that are
            added to the scores.
        hook_attn_scores: ``[batch head pos key]``: after scale, soft cap and mask.
        hook_pattern: ``[batch head pos key]``: after the softmax.
        hook_gate: ``[batch pos head d_head]``: where heads' outputs have gates: these, before their sigmoid.
        hook_z: ``[batch pos head d_head]``: the heads' outputs, pattern times v, behind their gates.
        hook_result: ``[batch pos head d_model]``: each head's write to the output.
        hook_out: ``[batch pos d_model]``: the output, where a norm stands between it and the residual stream.

    Scores with a soft cap are computed step by step, as no fused kernel has one. Under sdpa the fused kernel computes z
    as long as mask, scores and pattern are only read; once a hook changes one of them, or a gradient is to flow through
    it, z comes from there.
    """

    def __init__(self, cfg: DecoderConfig, hf_config: PreTrainedConfig, *, layer: int) -> None:
        super().__init__()
        self.cfg, self.hf_config, self.layer_idx = cfg, hf_config, layer
        shape, self.n_heads = cfg.heads_of(layer), cfg.n_heads
        self.d_head, self.n_key_value_heads = shape.d_head, shape.n_key_value_heads
        self.num_key_value_groups = self.n_heads // self.n_key_value_heads
        self.is_causal = cfg.causal  # read by HF's attention functions, as is the one above
        width = self.n_heads * self.d_head * (2 if cfg.gated_attention else 1)
        kv_width = self.n_key_value_heads * self.d_head
        self.lender, self.lends = cfg.lenders.get(layer), layer in cfg.lending_layers
        has_k, has_v = self.lender is None, self.lender is None and layer not in cfg.shared_projection
        self._widths = [width, kv_width, kv_width]
        if cfg.fused_qkv:
            self.qkv_proj = nn.Linear(cfg.d_model, sum(self._widths), bias=cfg.qkv_bias)
        else:
            self.q_proj = nn.Linear(cfg.d_model, width, bias=cfg.qkv_bias)
            self.k_proj = nn.Linear(cfg.d_model, kv_width, bias=cfg.qkv_bias) if has_k else None
            self.v_proj = nn.Linear(cfg.d_model, kv_width, bias=cfg.qkv_bias) if has_v else None
        self.o_proj = nn.Linear(self.n_heads * self.d_head, cfg.d_model, bias=cfg.out_bias)
        rotary = cfg.rotary_of(layer)
        self._rotate = None if rotary is None else rotation(rotary)
        over_heads, turned = cfg.qk_norm == "all_heads", cfg.qk_norm == "turned_head"
        width, kv_width = (self.n_heads * self.d_head, kv_width) if over_heads else (self.d_head, self.d_head)
        norm = replace(cfg.norm, gain="none") if turned else cfg.norm
        has_norm = cfg.qk_norm is not None and not (turned and rotary is None)
        self.q_norm = Norm(width, norm) if has_norm else None
        self.k_norm = Norm(kv_width, norm) if has_norm and has_k else None
        self.v_norm = Norm(self.d_head, replace(cfg.norm, gain="none")) if cfg.v_norm and has_k else None
        self.hook_in = HookPoint("batch pos d_model", shared=cfg.shares_inputs)
        self.hook_q = HookPoint("batch pos head d_head")
        if has_k:
            self.hook_k = HookPoint("batch pos kv_head d_head", shared=not has_v)
            self.hook_v = HookPoint("batch pos kv_head d_head", shared=not has_v)
        self.hook_rot_q = HookPoint("batch pos head d_head")
        if has_k:
            self.hook_rot_k = HookPoint("batch pos kv_head d_head")
        self._declare_pattern(cfg)
        if cfg.gated_attention:
            self.hook_gate = HookPoint("batch pos head d_head")
        self.declare_writes(cfg, head="head", width="d_head")

    def _declare_pattern(self, cfg: DecoderConfig, key: str = "key") -> None:
        """Declares mask, scores and pattern, in the order in which they fire; ``key`` names the axis of keys."""
        self.hook_mask = HookPoint(f"batch mask_head pos {key}", shared=True, n_mask_heads=cfg.n_heads)
        self.hook_attn_scores = HookPoint(f"batch head pos {key}")
        self.hook_pattern = HookPoint(f"batch head pos {key}")

    def forward(
        self,
        x: Residual,
        mask: Tensor | None,
        angles: Angles | None,
        past: Cache | None,
        run: ForwardPass | None = None,
        lent: Lent | None = None,
    ) -> Residual:
        q, k, v, gate = self._queries_keys_values(self.hook_in(x, run), angles, run)
        if k is None or v is None:
            assert lent is not None
            assert self.lender is not None
            k, v = (part.to(q.device) for part in lent.of[self.lender])
        else:
            k, v = (k, v) if past is None else past.update(k, v, self.layer_idx)
            if self.lends and lent is not None:
                lent.of[self.layer_idx] = k, v

        z = self._attend(q, k, v, mask, run)
        return self.write(self.hook_z(z if gate is None else z * gate.sigmoid(), run), run)

    def _queries_keys_values(
        self, x: Residual, angles: Angles | None, run: ForwardPass | None
    ) -> tuple[Tensor, Tensor | None, Tensor | None, HeadVectors | None]:
        """What attention is made of, heads first, and the gates of its outputs; None for what the layer has not.

        In a method of its own, so that what is not turned yet is freed before the heads attend.
        """
        flat, flat_k, flat_v = self._projected(x)
        q, gate = self._queries(flat)
        q = self.hook_q(q, run)
        gate = None if gate is None else self.hook_gate(gate, run)
        k, v = (None, None) if flat_k is None else self._keys_and_values(flat_k, flat_v, run)
        q = self._turned(q, self.q_norm, angles)
        if angles is not None and angles.query_scale is not None:
            q = (q * angles.query_scale).to(q.dtype)
        k = None if k is None else self._turned(k, self.k_norm, angles)
        if run is not None:
            q = self.hook_rot_q(q.transpose(1, 2), run).transpose(1, 2)
            k = None if k is None else self.hook_rot_k(k.transpose(1, 2), run).transpose(1, 2)
        return q, k, v, gate

    def _projected(self, x: Residual) -> tuple[Tensor, Tensor | None, Tensor | None]:
        """Queries (with their gates), keys and values, flat; None for what the layer has not, or shares."""
        if self.cfg.fused_qkv:
            q, k, v = self.qkv_proj(x).split(self._widths, dim=-1)
            return q, k, v
        q = self.q_proj(x)  # first, as in HF: the bits of x's gradient depend on the order
        k = None if self.k_proj is None else self.k_proj(x)
        return q, k, None if self.v_proj is None else self.v_proj(x)

    def _keys_and_values(self, k: Tensor, v: Tensor | None, run: ForwardPass | None) -> tuple[Tensor, Tensor]:
        """Keys ``[batch pos kv_head d_head]``, and values as the pattern multiplies them, heads first."""
        values = self._heads(k if v is None else v)
        return self.hook_k(self._heads(k), run), self.values(self.hook_v(values, run)).transpose(1, 2)

    def _turned(self, x: HeadVectors, norm: Norm | None, angles: Angles | None) -> Tensor:
        """Queries or keys behind their norm and rotation, heads first."""
        behind = self.cfg.qk_norm == "turned_head"
        x = (x if norm is None or behind else self._normed(x, norm)).transpose(1, 2)
        x = x if self._rotate is None or angles is None else angles.turn(x, self._rotate)
        return norm(x) if behind and norm is not None else x

    def _queries(self, flat: Tensor) -> tuple[HeadVectors, HeadVectors | None]:
        """Queries, and what gates each head's output; one projection computes both, head by head."""
        if not self.cfg.gated_attention:
            return self._heads(flat), None
        q, gate = flat.view(*flat.shape[:-1], -1, 2 * self.d_head).chunk(2, dim=-1)
        return q, gate.contiguous()  # as HF's reshape leaves it: the sigmoid's bits depend on strides

    def _heads(self, flat: Tensor) -> Tensor:
        return flat.view(*flat.shape[:-1], -1, self.d_head)

    def values(self, v: Tensor) -> Tensor:
        """What the pattern multiplies, for values as at ``hook_v``: these, or normalised."""
        return v if self.v_norm is None else self.v_norm(v)

    def _normed(self, x: HeadVectors, norm: Norm) -> HeadVectors:
        return self._heads(norm(x.flatten(2))) if self.cfg.qk_norm == "all_heads" else norm(x)

    def _attend(self, q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None, run: ForwardPass | None) -> HeadVectors:
        """The heads' outputs, by the fused kernel unless a hook needs the steps in between."""
        dropout = self._dropout
        observed = [p for p in (self.hook_mask, self.hook_attn_scores, self.hook_pattern) if p.wanted(run)]
        stepwise = self.hf_config._attn_implementation == "eager" or self.cfg.attention_cap is not None
        stepwise = stepwise or bool(dropout and observed)  # what is shown is then what was left of the pattern
        if stepwise or observed:
            rows = None if stepwise or run is None else run.rows_wanted(*observed)
            open_mask = mask is None and not self.is_causal
            shown = q.new_ones(len(q), 1, q.shape[2], k.shape[2], dtype=torch.bool) if open_mask else mask
            pattern, used = self._pattern(q, k, shown, run, rows)
            if stepwise or used:
                return (pattern @ self._per_query_head(v)).transpose(1, 2).contiguous()
        attend = ALL_ATTENTION_FUNCTIONS[self.hf_config._attn_implementation]
        return attend(self, q, k, v, mask, scaling=self.cfg.attention_scale, dropout=dropout)[0]

    @property
    def _dropout(self) -> float:
        """The share of the pattern that is dropped while training (``model.train()``), as in HF's models."""
        return getattr(self.hf_config, "attention_dropout", 0.0) if self.training else 0.0

    def _pattern(
        self, q: Tensor, k: Tensor, mask: Tensor | None, run: ForwardPass | None, rows: Tensor | None
    ) -> tuple[Tensor, bool]:
        """The pattern after its hooks, of all queries or of some ``rows``, and whether z has to come from it."""
        only_pattern = not (self.hook_mask.wanted(run) or self.hook_attn_scores.wanted(run))
        cap = self.cfg.attention_cap
        eager = self.hf_config._attn_implementation == "eager" or cap is not None
        if rows is None and only_pattern and not (eager or self._dropout):
            scale = self.cfg.attention_scale
            return self.hook_pattern.tell(blockwise_pattern(q, self._per_query_head(k), mask, scale=scale), run)
        given = additive(mask, n_queries=q.shape[2], n_keys=k.shape[2], like=q, rows=rows)
        q = q if rows is None else q[:, :, rows]
        own = given.clone() if self.hook_mask.wanted(run) else given  # it may be the inputs' own mask
        added, mask_used = self.hook_mask.tell(own, run, rows=rows)
        mask_used = mask_used and (added.requires_grad or not torch.equal(added, given))
        scores = (q @ self._per_query_head(k).transpose(2, 3)).mul_(self.cfg.attention_scale)
        if cap is not None:
            scores = torch.tanh(scores / cap) * cap
        scores.add_(added)
        scores, scores_used = self.hook_attn_scores.tell(scores, run, rows=rows)
        if not eager:
            pattern = masked_softmax(scores)
        elif mask_used or scores_used:
            pattern = masked_softmax(scores, blind=unseeing(given))
        else:
            pattern = scores.softmax(-1, dtype=torch.float32 if self.cfg.softmax_in_float32 else None).to(q.dtype)
        pattern = nn.functional.dropout(pattern, self._dropout) if self._dropout else pattern
        pattern, pattern_used = self.hook_pattern.tell(pattern, run, rows=rows)
        return pattern, mask_used or scores_used or pattern_used

    def _per_query_head(self, x: Tensor) -> Tensor:
        """Repeats keys or values ``[batch kv_head key d_head]`` for the query heads that share them.

        As HF's ``repeat_kv`` does, which makes a view of a single head: the product's bits depend on it.
        """
        return x[:, :, None].expand(-1, -1, self.num_key_value_groups, -1, -1).reshape(len(x), -1, *x.shape[2:])

    def qk_gain(self, of: Literal["q", "k"]) -> Tensor:
        """``[head d_head]`` (of keys ``kv_head``): what q/k norm multiplies normalised queries or keys by; or ones."""
        if of == "k":
            self._check_own_keys()
        norm, n_heads = (self.q_norm, self.cfg.n_heads) if of == "q" else (self.k_norm, self.n_key_value_heads)
        gain = torch.ones(self.d_head) if norm is None or norm.weight is None else norm.gain
        return gain.view(-1, self.d_head).expand(n_heads, -1).to(self.o_proj.weight.device)

    @property
    def kept_at(self) -> tuple[str, str]:
        """The activations that a KV cache is made of: `values` turns the second into what it holds."""
        return self.hook_rot_k.name, self.hook_v.name

    @property
    def output(self) -> Any:  # a Linear, or what an adapter puts in its place
        """The projection through which the heads write."""
        return self.o_proj

    @property
    def readers(self) -> tuple[nn.Linear, ...]:
        """The projections that read the input."""
        if self.cfg.fused_qkv:
            return (self.qkv_proj,)
        return tuple(each for each in (self.q_proj, self.k_proj, self.v_proj) if each is not None)

    def _check_own_keys(self) -> None:
        """Raises a WeightsError if the layer attends to the keys and values of another."""
        if self.lender is not None:
            raise WeightsError(
                f"Layer {self.layer_idx} computes no keys and values; it attends to those of layer {self.lender}, of "
                f"the stream there: the weights are model.lm.blocks[{self.lender}].attn.W_K and W_V."
            )

    def _of(self, part: Literal["q", "k", "v"], whole: Callable[[Any], Tensor]) -> Tensor:
        """A view of a projection's weight or bias; of the keys' where they serve as values."""
        if part != "q":
            self._check_own_keys()
        if self.cfg.fused_qkv:
            return whole(self.qkv_proj).split(self._widths)["qkv".index(part)]
        return whole(getattr(self, f"{part}_proj") or self.k_proj)

    def drop_value_bias(self) -> None:
        """Makes the values' bias zero, in a parameter of the projection's own."""
        projection = self.readers[-1]
        bias = projection.bias.detach().clone()
        bias[-self._widths[2] :] = 0
        projection.bias = nn.Parameter(bias, requires_grad=False)

    @property
    def W_Q(self) -> Tensor:
        """``[head d_model d_head]``: a view of the query projection's weight."""
        return _split_heads(self._of("q", plain_weight), self.cfg.n_heads)[..., : self.d_head]

    @property
    def W_gate(self) -> Tensor:
        """``[head d_model d_head]``: a view of the weight of the gates on heads' outputs.

        Raises:
            WeightsError: They have none.
        """
        if not self.cfg.gated_attention:
            raise WeightsError("Attention has no gates on its heads' outputs in this model, so no W_gate either.")
        return _split_heads(self._of("q", plain_weight), self.cfg.n_heads)[..., self.d_head :]

    @property
    def W_K(self) -> Tensor:
        """``[kv_head d_model d_head]``: a view of the key projection's weight."""
        return _split_heads(self._of("k", plain_weight), self.n_key_value_heads)

    @property
    def W_V(self) -> Tensor:
        """``[kv_head d_model d_head]``: a view of the value projection's weight, or of the keys' where it is one."""
        return _split_heads(self._of("v", plain_weight), self.n_key_value_heads)

    @property
    def b_Q(self) -> Tensor:
        """``[head d_head]``: a view of the query projection's bias; zeros where the model has none."""
        return self._of("q", bias_of).view(self.cfg.n_heads, -1)[:, : self.d_head]

    @property
    def b_K(self) -> Tensor:
        """``[kv_head d_head]``: a view of the key projection's bias; zeros where the model has none."""
        return self._of("k", bias_of).view(self.n_key_value_heads, -1)

    @property
    def b_V(self) -> Tensor:
        """``[kv_head d_head]``: a view of the value projection's bias; zeros where the model has none."""
        return self._of("v", bias_of).view(self.n_key_value_heads, -1)


def _split_heads(weight: Tensor, n_heads: int) -> Tensor:
    return rearrange(weight, "(head d_head) d_model -> head d_model d_head", head=n_heads)
