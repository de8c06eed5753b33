"""The gated MLP."""

from __future__ import annotations

from torch import Tensor, nn
from transformers.activations import ACT2FN

from vlm_lens_native.components.stored import bias_of, plain_weight
from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.hooks import ForwardPass, HookPoint
from vlm_lens_native.shapes import Residual


class GatedMLP(nn.Module):
    """``down(act(gate(x)) * up(x))``, on HF's flat weights.

    Attributes:
        hook_in: ``[batch pos d_model]``: the input, after ln2.
        hook_pre: ``[batch pos d_mlp]``: the gate, before its activation function.
        hook_pre_linear: ``[batch pos d_mlp]``: what the gate multiplies.
        hook_post: ``[batch pos d_mlp]``: their product.
        hook_out: ``[batch pos d_model]``: the output, where a norm stands between it and the residual stream.
    """

    def __init__(self, cfg: DecoderConfig) -> None:
        super().__init__()
        self.gate_proj = nn.Linear(cfg.d_model, cfg.d_mlp, bias=cfg.mlp_bias)
        self.up_proj = nn.Linear(cfg.d_model, cfg.d_mlp, bias=cfg.mlp_bias)
        self.down_proj = nn.Linear(cfg.d_mlp, cfg.d_model, bias=cfg.mlp_bias)
        self.act = ACT2FN[cfg.activation]
        self.hook_in = HookPoint("batch pos d_model")
        self.hook_pre = HookPoint("batch pos d_mlp")
        self.hook_pre_linear = HookPoint("batch pos d_mlp")
        self.hook_post = HookPoint("batch pos d_mlp")
        if cfg.norm_places == "around":
            self.hook_out = HookPoint("batch pos d_model")

    def forward(self, x: Residual, run: ForwardPass | None = None) -> Residual:
        x = self.hook_in(x, run)
        gate = self.hook_pre(self.gate_proj(x), run)
        up = self.hook_pre_linear(self.up_proj(x), run)
        return self.down_proj(self.hook_post(self.act(gate) * up, run))

    @property
    def W_gate(self) -> Tensor:
        """``[d_model d_mlp]``: a view of the gate's weight."""
        return plain_weight(self.gate_proj).T

    @property
    def W_in(self) -> Tensor:
        """``[d_model d_mlp]``: a view of the up projection's weight."""
        return plain_weight(self.up_proj).T

    @property
    def W_out(self) -> Tensor:
        """``[d_mlp d_model]``: a view of the down projection's weight."""
        return plain_weight(self.down_proj).T

    @property
    def b_gate(self) -> Tensor:
        """``[d_mlp]``: the gate's bias; zeros where the model has none."""
        return bias_of(self.gate_proj)

    @property
    def b_in(self) -> Tensor:
        """``[d_mlp]``: the up projection's bias; zeros where the model has none."""
        return bias_of(self.up_proj)

    @property
    def b_out(self) -> Tensor:
        """``[d_model]``: the down projection's bias; zeros where the model has none."""
        return bias_of(self.down_proj)
