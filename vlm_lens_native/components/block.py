"""One layer of the decoder: what it reads of the residual stream, and what it writes."""

from __future__ import annotations

from typing import Literal

import torch
from torch import Tensor, nn
from transformers import Cache, PreTrainedConfig

from vlm_lens_native.components.attention import Attention, Lent
from vlm_lens_native.components.cross_attention import CrossAttention, CrossMLP, ImageKeys
from vlm_lens_native.components.delta import GatedDeltaNet
from vlm_lens_native.components.inlet import Inlet
from vlm_lens_native.components.latent_attention import LatentAttention
from vlm_lens_native.components.mlp import GatedMLP
from vlm_lens_native.components.moe import Mixture, MixtureOfExperts, ModalityExperts
from vlm_lens_native.components.norm import HookedNorm
from vlm_lens_native.components.outlet import Outlet
from vlm_lens_native.components.per_layer import PerLayerPart
from vlm_lens_native.components.rotary import Angles
from vlm_lens_native.components.short_conv import ShortConv
from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.hooks import ForwardPass, HookPoint
from vlm_lens_native.shapes import Residual

Part = Literal["attn", "mlp", "per_layer"]


class Block(nn.Module):
    """One layer: attention and MLP, each behind a norm of its own, each added to the residual stream.

    What is in brackets, some models have; ``ln1`` and ``ln2`` some do not, and in parallel blocks attention and MLP
    both read ``ln1``::

        hook_resid_pre --+-- ln1 -- attn [-- attn.hook_out -- ln1_post] [-- x residual_multiplier] -- hook_attn_out
                         |                                                                                  |
                         +-------------------------------------- + -----------------------------------------+
                                                                 |
        hook_resid_mid --+-- ln2 -- mlp [-- mlp.hook_out -- ln2_post] [-- x residual_multiplier] -- hook_mlp_out
                         |                                                                                |
                         +-------------------------------------- + ---------------------------------------+
                                                                 |
         [+ hook_per_layer_out] [+ hook_deepstack] [-- hook_resid_unscaled -- x layer_scalar] -- hook_resid_post

    Within ``ln1`` and the other norms: ``hook_scale``, ``hook_normalized``. Within ``attn``: ``hook_in``; ``hook_q``,
    ``hook_k``, ``hook_v``; ``hook_rot_q``, ``hook_rot_k``; ``hook_mask``, ``hook_attn_scores``, ``hook_pattern``;
    ``hook_z``, ``hook_result``. Within ``mlp``: ``hook_in``; ``hook_pre``, ``hook_pre_linear``; ``hook_post``;
    in a mixture of experts what `MixtureOfExperts` or `ModalityExperts` lists. ``per_layer``, whose output is added
    behind the MLP's through ``ln3_post``, has what `PerLayerPart` lists. Some layers have ``linear_attn`` or ``conv``
    in the place of ``attn``, with what `GatedDeltaNet` and `ShortConv` list, and latent attention has what
    `LatentAttention` lists. Where they have ``cross_attn``, gates
    stand in the place of post norms: what attention and MLP add is their ``hook_out`` times their ``hook_gate``
    (`CrossAttention`).
    """

    attn: Attention  # in the layers that have attention

    def __init__(self, cfg: DecoderConfig, hf_config: PreTrainedConfig, *, layer: int) -> None:
        super().__init__()
        post, before = cfg.has_post_norms, cfg.norm_places != "behind"
        self.parallel = cfg.parallel
        self.residual_multiplier = cfg.residual_multiplier
        self.hook_resid_pre = HookPoint("batch pos d_model", shared=True, is_stream=True)
        self.ln1 = HookedNorm(cfg.d_model, cfg.norm) if before else None
        self.mixer_name = cfg.mixer_of(layer)
        self.add_module(self.mixer_name, _mixer(cfg, hf_config, layer))
        self.ln1_post = HookedNorm(cfg.d_model, cfg.norm) if post else None
        self.hook_attn_out = HookPoint("batch pos d_model")
        self.hook_resid_mid = HookPoint("batch pos d_model", is_stream=True)
        inside = cfg.has_experts(layer) and cfg.experts is not None and cfg.experts.beside_mlp
        self.ln2 = HookedNorm(cfg.d_model, cfg.norm) if before and not (cfg.parallel or inside) else None
        self.mlp = _mlp(cfg, hf_config, layer)
        self.ln2_post = HookedNorm(cfg.d_model, cfg.norm) if post else None
        self.hook_mlp_out = HookPoint("batch pos d_model")
        self.per_layer = None if cfg.per_layer is None else PerLayerPart(cfg)
        self.ln3_post = None if cfg.per_layer is None else HookedNorm(cfg.d_model, cfg.norm)
        if cfg.per_layer is not None:
            self.hook_per_layer_out = HookPoint("batch pos d_model")
        if layer in cfg.deepstack_layers:
            self.hook_deepstack = HookPoint("batch pos d_model", shared=True)
        if cfg.layer_scalars:
            self.hook_resid_unscaled = HookPoint("batch pos d_model", is_stream=True)
            self.layer_scalar = nn.Buffer(torch.ones(1))
        self.hook_resid_post = HookPoint("batch pos d_model", is_stream=True)

    def forward(
        self,
        resid: Residual,
        mask: Tensor | ImageKeys | None,
        angles: Angles | None,
        past: Cache | None = None,
        deepstack: Residual | None = None,
        run: ForwardPass | None = None,
        *,
        per_layer: Tensor | None = None,
        lent: Lent | None = None,
        of_images: Tensor | None = None,
    ) -> Residual:
        resid = self.hook_resid_pre(resid, run)
        if isinstance(self.mixer, CrossAttention) and mask is None:  # a pass that skips the block
            return self.hook_resid_post(self.hook_resid_mid(resid, run), run)
        read = resid if self.ln1 is None else self.ln1(resid, run)
        resid = self.hook_resid_mid(resid + self._attn_out(read, mask, angles, past, run, lent), run)
        if not self.parallel:
            read = resid if self.ln2 is None else self.ln2(resid, run)
        resid = resid + self._mlp_out(read, mask, run, of_images)
        if self.per_layer is not None and self.ln3_post is not None:
            out = self.ln3_post(self.per_layer(resid, per_layer, run), run)
            resid = resid + self.hook_per_layer_out(out, run)
        if deepstack is not None:
            resid = resid + self.hook_deepstack(deepstack, run)
        if self.scalar is not None:
            resid = self.hook_resid_unscaled(resid, run) * self.scalar
        return self.hook_resid_post(resid, run)

    def _attn_out(
        self,
        read: Residual,
        mask: Tensor | ImageKeys | None,
        angles: Angles | None,
        past: Cache | None,
        run: ForwardPass | None,
        lent: Lent | None,
    ) -> Residual:
        """What attention adds; in a method of its own, so that what it is made of is freed before the MLP runs."""
        mixer = self.mixer
        how = {} if lent is None else {"lent": lent}
        out = mixer(read, mask, angles, past, run, **how)
        if self.ln1_post is not None:
            out = self.ln1_post(mixer.hook_out(out, run), run)
        return self.hook_attn_out(out if self.residual_multiplier is None else out * self.residual_multiplier, run)

    def _mlp_out(
        self, read: Residual, mask: Tensor | ImageKeys | None, run: ForwardPass | None, of_images: Tensor | None
    ) -> Residual:
        """What the MLP adds."""
        how = {"keys": mask} if isinstance(self.mlp, CrossMLP) else {}
        how = {"of_images": of_images} if isinstance(self.mlp, ModalityExperts) else how
        out = self.mlp(read, run, **how)
        if self.ln2_post is not None:
            out = self.ln2_post(self.mlp.hook_out(out, run), run)
        return self.hook_mlp_out(out if self.residual_multiplier is None else out * self.residual_multiplier, run)

    @property
    def mixer(self) -> Attention | GatedDeltaNet | ShortConv:
        """The part that mixes positions: ``attn``, or ``cross_attn``, ``linear_attn`` or ``conv`` in its place."""
        return self._modules[self.mixer_name]  # type: ignore[return-value]

    @property
    def scalar(self) -> Tensor | None:
        """``[1]``: what the whole stream is multiplied by at the block's end; None if nothing."""
        return self._buffers.get("layer_scalar")

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that read the stream and add to it."""
        return ("attn", "mlp") if self.per_layer is None else ("attn", "mlp", "per_layer")

    def inlet(self, part: Part) -> Inlet:
        """What stands between the residual stream and what a part reads."""
        if part == "per_layer":
            assert self.per_layer is not None
            return Inlet(norm=None, stream=self.per_layer.hook_in)
        if part == "attn" or self.parallel:
            return Inlet(norm=self.ln1, stream=self.hook_resid_pre)
        return Inlet(norm=self.ln2, stream=self.hook_resid_mid)

    def outlet(self, part: Part) -> Outlet:
        """What stands between a part's output and the residual stream."""
        if part == "per_layer":
            return Outlet(norm=self.ln3_post, factor=1.0)
        norm = self.ln1_post if part == "attn" else self.ln2_post
        writer = self.mixer if part == "attn" else self.mlp
        gate = writer.hook_gate if isinstance(writer, CrossAttention | CrossMLP) else None
        factor = 1.0 if self.residual_multiplier is None else self.residual_multiplier
        return Outlet(norm=norm, factor=factor, gate=gate)


def _mlp(cfg: DecoderConfig, hf_config: PreTrainedConfig, layer: int) -> GatedMLP | Mixture:
    if cfg.experts is not None and cfg.has_experts(layer):
        several = cfg.experts.d_expert_of_images is not None
        return (ModalityExperts if several else MixtureOfExperts)(cfg, hf_config)
    return CrossMLP(cfg) if cfg.mixer_of(layer) == "cross_attn" else GatedMLP(cfg, width=cfg.d_mlp_of(layer))


def _mixer(cfg: DecoderConfig, hf_config: PreTrainedConfig, layer: int) -> Attention | GatedDeltaNet | ShortConv:
    kind = cfg.mixer_of(layer)
    if kind == "attn" and cfg.latent is not None:
        return LatentAttention(cfg, hf_config, layer=layer)
    if kind in ("attn", "cross_attn"):
        return (Attention if kind == "attn" else CrossAttention)(cfg, hf_config, layer=layer)
    return GatedDeltaNet(cfg, layer=layer) if kind == "linear_attn" else ShortConv(cfg, layer=layer)
