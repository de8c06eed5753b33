"""Short convolutions in the place of attention: each position sees itself and a few before it."""

from __future__ import annotations

from torch import Tensor, nn
from transformers import Cache

from vlm_lens_native.components.delta import hf_kernels
from vlm_lens_native.components.mixer import Mixer
from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.hooks import ForwardPass, HookPoint
from vlm_lens_native.shapes import Residual


class ShortConv(Mixer):
    """One layer's gated short convolution: ``out(c * convolution(b * x))``, entry by entry.

    It compares no pairs of positions: there is no pattern. It has no heads either; what writes is one, as wide as the
    stream.

    Attributes:
        hook_in: ``[batch pos d_model]``: the input, after ln1; padding is made zero behind it.
        hook_b, hook_c, hook_x: ``[batch pos d_model]``: the gate in front of the convolution, that behind it, and what
            they gate.
        hook_mixed: ``[batch pos d_model]``: what comes out of the convolution.
        hook_z: ``[batch pos 1 d_model]``: that, times ``c``.
        hook_result: ``[batch pos 1 d_model]``: what it writes, without the bias.
        hook_out: ``[batch pos d_model]``: the output, where a norm stands between it and the residual stream.

    Source: ``Lfm2ShortConv`` in transformers' ``models/lfm2/modeling_lfm2.py``.
    """

    def __init__(self, cfg: DecoderConfig, *, layer: int) -> None:
        super().__init__()
        own = cfg.short_conv
        assert own is not None
        self.cfg, self.layer_idx, self.n_heads = own, layer, 1
        self.in_proj = nn.Linear(cfg.d_model, 3 * cfg.d_model, bias=own.bias)
        self.conv = nn.Conv1d(cfg.d_model, cfg.d_model, own.n_taps, groups=cfg.d_model, bias=own.bias)
        self.out_proj = nn.Linear(cfg.d_model, cfg.d_model, bias=own.bias)
        self.hook_in = HookPoint("batch pos d_model", shared=cfg.shares_inputs)
        self.hook_b = HookPoint("batch pos d_model")
        self.hook_c = HookPoint("batch pos d_model")
        self.hook_x = HookPoint("batch pos d_model")
        self.hook_mixed = HookPoint("batch pos d_model")
        self.declare_writes(cfg, head="1", width="d_model")

    def forward(
        self, x: Residual, mask: Tensor | None, angles: object, past: Cache | None, run: ForwardPass | None = None
    ) -> Residual:
        """As `Attention`; ``mask`` is ``[batch pos]``, 0 at padding, or None; positions count by their order alone."""
        x = self.unpadded(x, mask, run)
        b, c, x = self.in_proj(x).transpose(1, 2).chunk(3, dim=1)
        if run is not None:
            b, c, x = (
                point(part.transpose(1, 2), run).transpose(1, 2)
                for point, part in ((self.hook_b, b), (self.hook_c, c), (self.hook_x, x))
            )
        mixed = self._convolved(b * x, past)
        if run is not None:
            mixed = self.hook_mixed(mixed.transpose(1, 2), run).transpose(1, 2)
        z = (c * mixed).transpose(1, 2).contiguous()
        return self.write(self.hook_z(z[:, :, None], run), run)

    def _convolved(self, x: Tensor, past: Cache | None) -> Tensor:
        """``[batch d_model pos]``: each position mixed with those just before."""
        kernels, n_pos, weight = hf_kernels(), x.shape[2], self.conv.weight.squeeze(1)
        earlier = None if past is None else past.get_conv_state(self.layer_idx)
        if past is not None and earlier is not None and n_pos == 1 and not past.is_recording_past(self.layer_idx):
            return kernels.causal_conv1d_update(x, earlier, weight, self.conv.bias)
        if past is not None:
            x = past.update_conv_state(x, self.layer_idx, conv_kernel_size=self.cfg.n_taps)
        return kernels.causal_conv1d_fn(x, weight, self.conv.bias)[:, :, -n_pos:]

    @property
    def output(self) -> nn.Linear:
        """The projection through which it writes."""
        return self.out_proj

    @property
    def readers(self) -> tuple[nn.Linear, ...]:
        """The projections that read the input."""
        return (self.in_proj,)
