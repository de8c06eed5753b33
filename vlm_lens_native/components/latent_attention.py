"""Multi-head latent attention: keys and values of all heads are made of one small vector for each position."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NoReturn

import torch
from torch import Tensor, nn
from transformers import Cache, PreTrainedConfig

from vlm_lens_native.components.attention import Attention, Lent
from vlm_lens_native.components.norm import Norm
from vlm_lens_native.components.rotary import Angles, rotation
from vlm_lens_native.components.stored import plain_weight
from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.errors import HookError, WeightsError
from vlm_lens_native.hooks import ForwardPass, HookPoint
from vlm_lens_native.shapes import Residual

_EPS = 1e-6  # of the latents' norms, whatever the config says


class LatentAttention(Attention):
    """One layer's attention, whose KV cache holds latents. Mask, scores, pattern, z and the rest are `Attention`'s.

    Each head's key is made of the latent, and of a part that all heads share, which alone rotates; its value is made of
    the latent::

        x -- down -- norm -- hook_kv_latent -- up -- hook_k | hook_v
        x -- down -- rotation -- hook_k_rot
        hook_rot_k = hook_k, hook_k_rot        hook_rot_q = queries, of which the last entries are rotated

    Attributes:
        hook_q_latent: ``[batch pos d_q_latent]``: what queries are made of, after its norm, where they have a latent.
        hook_q: ``[batch pos head d_head]``: queries, before rotation.
        hook_kv_latent: ``[batch pos 1 d_latent]``: the latent, after its norm, as the KV cache holds it.
        hook_k_rot: ``[batch pos 1 d_rot]``: the part of keys that heads share, after rotation, as the cache has it.
        hook_rot_q: ``[batch pos head d_head]``: queries, after rotation.
        hook_k: ``[batch pos head d_unturned]``: each head's own part of its keys.
        hook_v: ``[batch pos head d_value]``: values.
        hook_rot_k: ``[batch pos head d_head]``: whole keys.
        hook_z: ``[batch pos head d_value]``: the heads' outputs.

    ``hook_k``, ``hook_v`` and ``hook_rot_k`` show the positions that the pass computes. What is changed there acts in
    that pass; later ones make keys and values of the latents anew, so a pass that goes on from such a KV cache raises.

    Source: ``DeepseekV3Attention`` in transformers' ``models/deepseek_v3/modeling_deepseek_v3.py``; DeepSeek-V2
    (arXiv 2405.04434).
    """

    def __init__(self, cfg: DecoderConfig, hf_config: PreTrainedConfig, *, layer: int) -> None:
        nn.Module.__init__(self)
        own, rotary = cfg.latent, cfg.rotary_of(layer)
        assert own is not None
        assert rotary is not None
        self.cfg, self.hf_config, self.layer_idx, self.own = cfg, hf_config, layer, own
        self.n_heads = self.n_key_value_heads = cfg.n_heads
        self.d_head, self.num_key_value_groups = cfg.d_head, 1
        self.lender, self.lends = None, False
        norm = replace(cfg.norm, eps=_EPS)
        width = cfg.n_heads * cfg.d_head
        self.q_norm = self.k_norm = self.v_norm = None
        if own.d_q_latent is None:
            self.q_proj = nn.Linear(cfg.d_model, width, bias=False)
        else:
            self.q_a_proj = nn.Linear(cfg.d_model, own.d_q_latent, bias=cfg.qkv_bias)
            self.q_a_layernorm = Norm(own.d_q_latent, norm)
            self.q_b_proj = nn.Linear(own.d_q_latent, width, bias=False)
        self.kv_a_proj_with_mqa = nn.Linear(cfg.d_model, own.d_latent + own.d_rot, bias=cfg.qkv_bias)
        self.kv_a_layernorm = Norm(own.d_latent, norm)
        self.kv_b_proj = nn.Linear(own.d_latent, cfg.n_heads * (own.d_unturned + own.d_value), bias=False)
        self.o_proj = nn.Linear(cfg.n_heads * own.d_value, cfg.d_model, bias=cfg.out_bias)
        self._rotate = rotation(rotary)
        self.hook_in = HookPoint("batch pos d_model", shared=cfg.shares_inputs)
        if own.d_q_latent is not None:
            self.hook_q_latent = HookPoint("batch pos d_q_latent")
        self.hook_q = HookPoint("batch pos head d_head")
        self.hook_kv_latent = HookPoint("batch pos 1 d_latent")
        self.hook_k_rot = HookPoint("batch pos 1 d_rot")
        self.hook_rot_q = HookPoint("batch pos head d_head")
        self.hook_k = HookPoint("batch pos head d_unturned")
        self.hook_v = HookPoint("batch pos head d_value")
        self.hook_rot_k = HookPoint("batch pos head d_head")
        self._declare_pattern(cfg)
        self.declare_writes(cfg, head="head", width="d_value")

    def forward(
        self,
        x: Residual,
        mask: Tensor | None,
        angles: Angles | None,
        past: Cache | None,
        run: ForwardPass | None = None,
        lent: Lent | None = None,
    ) -> Residual:
        assert angles is not None
        own, n_pos = self.own, x.shape[1]
        x = self.hook_in(x, run)
        q = self.hook_q(self._heads(self._queries_of(x, run)), run).transpose(1, 2)
        unturned, turned = q.split([own.d_unturned, own.d_rot], dim=-1)
        latent, shared = self.kv_a_proj_with_mqa(x).split([own.d_latent, own.d_rot], dim=-1)
        latent = self.hook_kv_latent(self.kv_a_layernorm(latent)[:, :, None], run).transpose(1, 2)
        shared = angles.turn(shared[:, None], self._rotate).transpose(1, 2)
        shared = self.hook_k_rot(shared, run).transpose(1, 2)
        q = torch.cat([unturned, angles.turn(turned, self._rotate)], dim=-1)
        q = self.hook_rot_q(q.transpose(1, 2), run).transpose(1, 2)
        if past is not None:
            self._check_unlost(past)
            latent, shared = past.update(latent, shared, self.layer_idx)
        k, v = self._expanded(latent, shared, n_pos, past, run)
        return self.write(self.hook_z(self._attend(q, k, v, mask, run), run), run)

    def _queries_of(self, x: Residual, run: ForwardPass | None) -> Tensor:
        if self.own.d_q_latent is None:
            return self.q_proj(x)
        return self.q_b_proj(self.hook_q_latent(self.q_a_layernorm(self.q_a_proj(x)), run))

    def _expanded(
        self, latent: Tensor, shared: Tensor, n_pos: int, past: Cache | None, run: ForwardPass | None
    ) -> tuple[Tensor, Tensor]:
        """Keys and values of all positions, ``[batch head key width]``, laid out in memory as HF's."""
        own = self.own
        both = self.kv_b_proj(latent)[:, 0].unflatten(-1, (self.n_heads, -1)).transpose(1, 2)
        unturned, v = both.split([own.d_unturned, own.d_value], dim=-1)
        unturned = self._told(self.hook_k, unturned, n_pos, past, run)
        v = self._told(self.hook_v, v, n_pos, past, run)
        k = torch.cat([unturned, shared.expand(-1, self.n_heads, -1, -1)], dim=-1)
        return self._told(self.hook_rot_k, k, n_pos, past, run), v

    def _told(self, point: HookPoint, x: Tensor, n_pos: int, past: Cache | None, run: ForwardPass | None) -> Tensor:
        """Keys or values behind a hook point that shows the last positions, those of the pass."""
        if not point.wanted(run):
            return x
        rows = x[:, :, -n_pos:].transpose(1, 2)
        before = None if past is None else rows.clone()  # hooks may write in place
        told, used = point.tell(rows, run)
        if not used:
            return x
        if past is not None and before is not None and not torch.equal(told, before):
            layer: Any = past.layers[self.layer_idx]
            layer.edited_behind_latents = point.name
        told = told.transpose(1, 2)
        return told if x.shape[2] == n_pos else torch.cat([x[:, :, :-n_pos], told], dim=2)

    def _check_unlost(self, past: Cache) -> None:
        """Raises a HookError where keys or values were changed that this pass would make of latents anew."""
        name = getattr(past.layers[self.layer_idx], "edited_behind_latents", None) if past.layers else None
        if name is not None:
            raise HookError(
                f"A hook at {name} changed keys or values in a pass whose KV cache this one goes on from. The cache "
                "holds the latents that they are made of, so the change would be lost here. Change them at "
                f"lm.blocks.{self.layer_idx}.attn.hook_kv_latent or hook_k_rot, which the cache keeps, or run without "
                "a KV cache (use_cache=False)."
            )

    # --- what others ask -----------------------------------------------------------------------------------------

    @property
    def kept_at(self) -> tuple[str, str]:
        """The activations that a KV cache is made of."""
        return self.hook_kv_latent.name, self.hook_k_rot.name

    @property
    def readers(self) -> tuple[nn.Linear, ...]:
        """The projections that read the input."""
        return (self.q_proj if self.own.d_q_latent is None else self.q_a_proj), self.kv_a_proj_with_mqa

    def values(self, v: Tensor) -> Tensor:
        """What the pattern multiplies, for values as at ``hook_v``: these."""
        return v

    def _by_head(self, weight: Tensor) -> Tensor:
        return weight.unflatten(0, (self.n_heads, -1)).mT

    @property
    def W_DKV(self) -> Tensor:
        """``[d_model d_latent]``: a view of the weight that makes latents, before their norm."""
        return plain_weight(self.kv_a_proj_with_mqa)[: self.own.d_latent].T

    @property
    def W_KR(self) -> Tensor:
        """``[d_model d_rot]``: a view of the weight that makes the part of keys that heads share, before rotation."""
        return plain_weight(self.kv_a_proj_with_mqa)[self.own.d_latent :].T

    @property
    def W_UK(self) -> Tensor:
        """``[head d_latent d_unturned]``: a view of the weight that makes keys of latents."""
        return self._by_head(plain_weight(self.kv_b_proj))[..., : self.own.d_unturned]

    @property
    def W_UV(self) -> Tensor:
        """``[head d_latent d_value]``: a view of the weight that makes values of latents."""
        return self._by_head(plain_weight(self.kv_b_proj))[..., self.own.d_unturned :]

    @property
    def W_DQ(self) -> Tensor:
        """``[d_model d_q_latent]``: a view of the weight that makes latents of queries.

        Raises:
            WeightsError: Queries have no latents.
        """
        self._check_q_latents()
        return plain_weight(self.q_a_proj).T

    @property
    def W_UQ(self) -> Tensor:
        """``[head d_q_latent d_head]``: a view of the weight that makes queries of latents.

        Raises:
            WeightsError: Queries have no latents.
        """
        self._check_q_latents()
        return self._by_head(plain_weight(self.q_b_proj))

    def _check_q_latents(self) -> None:
        if self.own.d_q_latent is None:
            raise WeightsError("Queries are made of the stream itself here, by W_Q.")

    @property
    def W_Q(self) -> Tensor:
        """``[head d_model d_head]``: a view of the query projection's weight.

        Raises:
            WeightsError: Queries are made of latents.
        """
        return (
            self._by_head(plain_weight(self.q_proj)) if self.own.d_q_latent is None else self._refused("W_DQ", "W_UQ")
        )

    @property
    def W_K(self) -> Tensor:
        """None: keys are made of latents.

        Raises:
            WeightsError: Always.
        """
        return self._refused("W_DKV", "W_UK, and W_KR,")

    @property
    def W_V(self) -> Tensor:
        """None: values are made of latents.

        Raises:
            WeightsError: Always.
        """
        return self._refused("W_DKV", "W_UV")

    @property
    def b_Q(self) -> Tensor:
        """``[head d_head]``: zeros. What makes latents may have biases; what makes heads of them has none."""
        return self._zeros(self.d_head)

    @property
    def b_K(self) -> Tensor:
        """``[head d_unturned]``: likewise."""
        return self._zeros(self.own.d_unturned)

    @property
    def b_V(self) -> Tensor:
        """``[head d_value]``: likewise."""
        return self._zeros(self.own.d_value)

    def _zeros(self, width: int) -> Tensor:
        return self.kv_b_proj.weight.new_zeros(()).expand(self.n_heads, width)

    def _refused(self, down: str, up: str) -> NoReturn:
        raise WeightsError(
            f"Layer {self.layer_idx} has multi-head latent attention: a norm stands between what reads the stream and "
            f"what makes heads of it, so no one matrix does both. {down} and {up} are the two, with "
            f"lm.blocks.{self.layer_idx}.attn.hook_kv_latent (hook_q_latent for queries) between them."
        )
