"""The gated MLP."""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor, nn
from transformers.activations import ACT2FN

from vlm_lens_native.components.stored import bias_of, plain_weight
from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.hooks import ForwardPass, HookPoint
from vlm_lens_native.shapes import Residual


class GatedMLP(nn.Module):
    """``down(act(gate(x)) * up(x))``, on HF's flat weights.

    ``width`` is that of the hidden layer where it is not the config's. A gate and an up projection that HF computes in
    one product stay one matrix: two products would round otherwise.

    Attributes:
        hook_in: ``[batch pos d_model]``: the input, after ln2.
        hook_pre: ``[batch pos d_mlp]``: the gate, before its activation function.
        hook_pre_linear: ``[batch pos d_mlp]``: what the gate multiplies.
        hook_post: ``[batch pos d_mlp]``: their product.
        hook_out: ``[batch pos d_model]``: the output, where a norm stands between it and the residual stream.
    """

    def __init__(self, cfg: DecoderConfig, *, width: int | None = None) -> None:
        super().__init__()
        d_mlp = cfg.d_mlp if width is None else width
        self._fused = cfg.fused_gate
        if cfg.fused_gate:
            self.gate_up_proj = nn.Linear(cfg.d_model, 2 * d_mlp, bias=cfg.mlp_bias)
        else:
            self.gate_proj = nn.Linear(cfg.d_model, d_mlp, bias=cfg.mlp_bias)
            self.up_proj = nn.Linear(cfg.d_model, d_mlp, bias=cfg.mlp_bias)
        self.down_proj = nn.Linear(d_mlp, cfg.d_model, bias=cfg.mlp_bias)
        self.act = ACT2FN[cfg.activation]
        self.hook_in = HookPoint("batch pos d_model", shared=cfg.shares_inputs)
        self.hook_pre = HookPoint("batch pos d_mlp")
        self.hook_pre_linear = HookPoint("batch pos d_mlp")
        self.hook_post = HookPoint("batch pos d_mlp")
        if cfg.has_post_norms:
            self.hook_out = HookPoint("batch pos d_model")

    def forward(self, x: Residual, run: ForwardPass | None = None) -> Residual:
        return self.down_proj(self.hook_post(self._gated(self.hook_in(x, run), run), run))

    def _gated(self, x: Residual, run: ForwardPass | None) -> Tensor:
        """``[batch pos d_mlp]``: the hidden layer; written so that each part of it is freed once it has been used."""
        if self._fused:
            gate, up = self.gate_up_proj(x).chunk(2, dim=-1)
            return self.act(self.hook_pre(gate, run)) * self.hook_pre_linear(up, run)
        return self.act(self.hook_pre(self.gate_proj(x), run)) * self.hook_pre_linear(self.up_proj(x), run)

    @property
    def written_at(self) -> tuple[HookPoint, ...]:
        """The activations that say what each neuron writes."""
        return (self.hook_post,)

    @property
    def readers(self) -> tuple[nn.Linear, ...]:
        """The projections that read the input."""
        return (self.gate_up_proj,) if self._fused else (self.gate_proj, self.up_proj)

    def _of_readers(self, whole: Callable[[nn.Linear], Tensor], which: int) -> Tensor:
        """A view of the gate's (0) or the up projection's (1) weight or bias."""
        return whole(self.gate_up_proj).chunk(2)[which] if self._fused else whole(self.readers[which])

    @property
    def W_gate(self) -> Tensor:
        """``[d_model d_mlp]``: a view of the gate's weight."""
        return self._of_readers(plain_weight, 0).T

    @property
    def W_in(self) -> Tensor:
        """``[d_model d_mlp]``: a view of the up projection's weight."""
        return self._of_readers(plain_weight, 1).T

    @property
    def W_out(self) -> Tensor:
        """``[d_mlp d_model]``: a view of the down projection's weight."""
        return plain_weight(self.down_proj).T

    @property
    def b_gate(self) -> Tensor:
        """``[d_mlp]``: the gate's bias; zeros where the model has none."""
        return self._of_readers(bias_of, 0)

    @property
    def b_in(self) -> Tensor:
        """``[d_mlp]``: the up projection's bias; zeros where the model has none."""
        return self._of_readers(bias_of, 1)

    @property
    def b_out(self) -> Tensor:
        """``[d_model]``: the down projection's bias; zeros where the model has none."""
        return bias_of(self.down_proj)
