"""Runs in which some edges between components carry what another run's components write."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Literal, cast

import torch
from einops import einsum
from jaxtyping import Bool, Float
from torch import Tensor

from vlm_lens_native.analysis.gradients.circuit import LOGITS, Circuit
from vlm_lens_native.analysis.gradients.metrics import Metrics, evaluate
from vlm_lens_native.analysis.gradients.passes import last_logits, shared_layout
from vlm_lens_native.encoded import DecoderInput, Inputs
from vlm_lens_native.errors import InputError
from vlm_lens_native.hooks import Hook, HookPoint
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.shapes import Residual

Outside = Literal["source", "mean", "zero"]
"""What edges outside a circuit carry."""

Kept = Mapping[str, Tensor]
"""Activations by name."""


class CircuitRuns:
    """A target's run, changed along the edges outside a circuit; arguments as for `circuits.faithfulness`.

    A receiver's stream is the run's own less what its missing edges carry, or the outside's plus what its edges carry,
    whichever has fewer terms: so one that misses none reads the run's own stream as it is, and one that has none what
    was read outside.
    """

    def __init__(
        self,
        model: HookedVLMTransformer,
        circuit: Circuit,
        source: Inputs,
        target: Inputs,
        metric: Metrics,
        *,
        outside: Outside,
    ) -> None:
        if outside not in ("source", "mean", "zero"):
            raise InputError(f"outside={outside!r} is unknown; expected 'source', 'mean' or 'zero'.")
        if model.cfg.is_hybrid or model.cfg.gated_attention or model.cfg.layer_scalars:
            raise InputError(
                "Circuits of edges run where all that attention reads are queries, keys and values, and what was added "
                "to the stream stays as it was; this model has gates on outputs, layers with a state or of "
                "cross-attention, or layers that multiply the stream. gradients.edge_attribution scores their edges."
            )
        if outside == "mean" and model.cfg.norm_places == "around":
            raise InputError("Means of heads don't add up through the norm behind attention; take outside='source'.")
        self._model, self._metric = model, metric
        self._layout = shared_layout(model, source, target)
        self._senders, self._receivers = circuit.senders, circuit.receivers
        self._target = model.encode(target)
        self._names = self._needed()
        with torch.no_grad():
            self._visual = self._visual_of(self._target)
            self._outside = self._outside_of(model.encode(source), outside)

    def value(self, circuit: Circuit) -> Float[Tensor, " batch"]:
        """The metric of each row of the target under a circuit."""
        return self._run(self._target, circuit.exists & ~circuit.kept, circuit.kept)[0]

    # --- what is known beforehand ----------------------------------------------------------------------------------

    def _needed(self) -> list[str]:
        """What components write, and the streams and activations that receivers read."""
        ends = ("hook_embed", "hook_z", "hook_mlp_out", "hook_deepstack", "hook_resid_pre", "hook_resid_mid")
        ends += ("attn.hook_q", "attn.hook_k", "attn.hook_v", "mlp.hook_in", "ln1_post.hook_scale")
        last = f"lm.blocks.{self._model.cfg.n_layers - 1}.hook_resid_post"
        return self._model.hook_names(lambda name: name.startswith("lm.") and (name.endswith(ends) or name == last))

    def _visual_of(self, encoded: DecoderInput) -> Bool[Tensor, "batch pos 1"]:
        shape = encoded.embeddings.shape[:2]
        known = torch.zeros(shape) if encoded.visual is None else encoded.visual
        return known.bool().to(encoded.embeddings.device)[..., None]

    def _outside_of(self, source: DecoderInput, outside: str) -> dict[str, Tensor]:
        """What passes outside circuits."""
        nothing = torch.zeros(0, 0, dtype=torch.bool)
        kept = dict(self._run(source if outside != "zero" else self._target, nothing, nothing)[1])
        if outside == "mean":
            n_rows = self._target.embeddings.shape[0]
            kept = {name: each.mean(0, keepdim=True).expand(n_rows, *each.shape[1:]) for name, each in kept.items()}
        if outside == "zero":
            kept |= self._unwritten(kept)
        if outside != "source":  # what receivers read follows from the stream
            for receiver in self._receivers:
                name = self._point_of(receiver)
                if receiver != LOGITS:
                    kept[name] = kept[name].clone()
                    _put(kept[name], receiver, self._read(receiver, kept[self._stream_of(receiver)]))
        return kept

    def _unwritten(self, run: Kept) -> dict[str, Tensor]:
        """A run in which components write nothing: the streams hold biases that no component brings."""
        stream, found = torch.zeros_like(run["lm.hook_embed"]), {}
        blocks: Any = self._model.lm.blocks
        for layer, block in enumerate(blocks):
            found[f"lm.blocks.{layer}.hook_resid_pre"] = stream
            outlet = block.outlet("attn")
            stream = stream + outlet.linear(block.attn.b_O, run.get(f"lm.blocks.{layer}.ln1_post.hook_scale"))
            stream = stream if outlet.constant is None else stream + outlet.constant
            found[f"lm.blocks.{layer}.hook_resid_mid"] = stream
        found[f"lm.blocks.{self._model.cfg.n_layers - 1}.hook_resid_post"] = stream
        written = ("hook_embed", "hook_z", "hook_mlp_out", "hook_deepstack")
        return found | {name: torch.zeros_like(run[name]) for name in run if name.endswith(written)}

    # --- a run -----------------------------------------------------------------------------------------------------

    def _run(self, encoded: DecoderInput, missing: Tensor, kept: Tensor) -> tuple[Tensor, Kept]:
        """The metric, and what passed; edges are missing, or kept, by sender and receiver."""
        now: list[Kept] = []
        changed: dict[str, list[int]] = {}
        for nth in missing.any(0).nonzero().flatten().tolist() if missing.numel() else []:
            changed.setdefault(self._point_of(self._receivers[nth]), []).append(nth)

        def edit(activation: Tensor, hook: HookPoint, *, receivers: Sequence[int]) -> Tensor:
            activation = activation.clone()
            for nth in receivers:
                own = self._received(self._receivers[nth], now[0], missing[:, nth], kept[:, nth])
                _put(activation, self._receivers[nth], own)
            return activation

        hooks: list[tuple[str, Hook]] = [(name, partial(edit, receivers=each)) for name, each in changed.items()]
        # the last stream is recorded behind its edit, and its sum is needed within
        last = f"lm.blocks.{self._model.cfg.n_layers - 1}.hook_resid_post"
        whole: dict[str, Tensor] = {}
        if last in changed:
            hooks.insert(0, (last, lambda activation, hook: whole.update({last: activation.clone()})))
        with torch.no_grad(), self._model.hooks(hooks), self._model.caching(self._names) as cache:
            now.append(ChainMap(whole, cast(dict[str, Tensor], cache)))
            logits = last_logits(self._model, encoded, self._layout)
        return evaluate(self._metric, logits).cpu(), cache

    def _received(self, receiver: str, now: Kept, missing: Tensor, kept: Tensor) -> Tensor:
        """What a receiver reads, or of the logits the stream in front of the final norm."""
        point, stream = self._point_of(receiver), self._stream_of(receiver)
        if not kept.any():
            return self._outside[stream] if receiver == LOGITS else _part(self._outside[point], receiver)
        fewer_missing = int(missing.sum()) <= int(kept.sum())
        chosen = (missing if fewer_missing else kept).nonzero().flatten().tolist()
        base = now[stream] if fewer_missing else self._outside[stream]
        moved = self._written(now, chosen, like=base) - self._written(self._outside, chosen, like=base)
        return self._read(receiver, base - moved if fewer_missing else base + moved)

    def _read(self, receiver: str, stream: Residual) -> Tensor:
        """A receiver's activation for a stream: its queries, keys or values, the MLP's input, or the stream."""
        if receiver == LOGITS:
            return stream
        layer, kind, head = _place(receiver)
        block: Any = self._model.lm.blocks[layer]
        if kind == "mlp":
            return block.ln2(stream)
        weight, bias = (getattr(block.attn, f"{letter}_{kind.upper()}")[head] for letter in "Wb")
        return block.ln1(stream) @ weight + bias

    def _written(self, run: Kept, senders: Sequence[int], *, like: Residual) -> Residual:
        """The sum of what some senders write to the stream in a run, but for what no component brings."""
        total = torch.zeros_like(like)
        heads: dict[int, list[int]] = {}
        for nth in senders:
            name = self._senders[nth]
            if name in ("embed", "image_embed"):
                total = total + run["lm.hook_embed"] * (self._visual == (name == "image_embed"))
            elif (found := re.fullmatch(r"L(\d+)H(\d+)", name)) is not None:
                heads.setdefault(int(found[1]), []).append(int(found[2]))
            else:
                layer, kind = name.split("_", 1)
                total = total + run[f"lm.blocks.{layer}.hook_{kind}"].to(total)
        for layer, some in heads.items():
            block: Any = self._model.lm.blocks[layer]
            z, outlet = run[f"lm.blocks.{layer}.attn.hook_z"][:, :, some], block.outlet("attn")
            write = einsum(z, block.attn.W_O[some], "batch pos head d_head, head d_head d_model -> batch pos d_model")
            scale = f"lm.blocks.{layer}.ln1_post.hook_scale"
            total = total + outlet.linear(write, run.get(scale)).to(total)
        return total

    def _stream_of(self, receiver: str) -> str:
        if receiver == LOGITS:
            return f"lm.blocks.{self._model.cfg.n_layers - 1}.hook_resid_post"
        layer, kind, _ = _place(receiver)
        return f"lm.blocks.{layer}.hook_resid_{'mid' if kind == 'mlp' else 'pre'}"

    def _point_of(self, receiver: str) -> str:
        """The hook point where a receiver's activation is changed."""
        if receiver == LOGITS:
            return self._stream_of(receiver)
        layer, kind, _ = _place(receiver)
        return f"lm.blocks.{layer}.{'mlp.hook_in' if kind == 'mlp' else f'attn.hook_{kind}'}"


def _place(receiver: str) -> tuple[int, str, int]:
    """Layer, kind (``q``, ``k``, ``v`` or ``mlp``), and head."""
    if receiver.endswith("_mlp_in"):
        return int(receiver.split("_")[0]), "mlp", 0
    node, kind = receiver.split(".")
    layer, head = re.findall(r"\d+", node)
    return int(layer), kind, int(head)


def _part(activation: Tensor, receiver: str) -> Tensor:
    return activation if receiver.endswith("_mlp_in") else activation[:, :, _place(receiver)[2]]


def _put(activation: Tensor, receiver: str, value: Tensor) -> None:
    """Writes a receiver's activation into that of its hook point, in place."""
    there = activation if receiver == LOGITS else _part(activation, receiver)
    there.copy_(value)
