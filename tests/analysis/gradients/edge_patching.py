"""Patching of single edges, one pass each: what edge attribution estimates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import torch
from torch import Tensor

from vlm_lens_native import HookedVLMTransformer
from vlm_lens_native.analysis.gradients.metrics import Metric
from vlm_lens_native.encoded import DecoderInput


class EdgePatching:
    """A source's and a target's run; ``effect`` lets one receiver read the source's output of one sender.

    Args:
        share: How far the sender's output moves from the target's to the source's.
        base: The input of the run that is changed; None is the target's.
    """

    def __init__(self, model: HookedVLMTransformer, source: Any, target: Any, metric: Metric) -> None:
        self.model, self.metric, self.target = model, metric, model.encode(target)
        with torch.no_grad():
            self.theirs, self.ours = self._run(model.encode(source)), self._run(self.target)

    def _run(self, encoded: DecoderInput) -> Mapping[str, Tensor]:
        with self.model.run_with_cache("lm.*") as cache:
            self.model.lm.run(encoded)
        return cache

    def sent(self, sender: str) -> Tensor:
        """``[batch pos d_model]``: the source's output of a sender less the target's."""
        layer, kind = sender[1:].split("H") if sender[0] == "L" else (*sender.split("_", 1), None)[:2]
        if sender in ("embed", "image_embed"):
            name = "lm.hook_embed"
        else:
            name = f"lm.blocks.{layer}." + ("attn.hook_result" if sender[0] == "L" else f"hook_{kind}")
        difference = self.theirs[name] - self.ours[name]
        if sender in ("embed", "image_embed"):
            return difference * (self.target.visual == (sender == "image_embed"))[..., None]
        return difference[:, :, int(kind)] if sender[0] == "L" else difference

    def effects(self, edges: Iterable[tuple[str, str]], *, share: float = 1.0) -> Tensor:
        """By how much the metric, summed over rows, changes with each edge patched."""
        with torch.no_grad():
            before = self._value([])
            return torch.tensor([self._value(self._hooks(edge, share)) - before for edge in edges])

    def _value(self, hooks: list[Any]) -> float:
        with self.model.hooks(hooks):
            logits = self.model.unembed(self.model.lm.run(self.target)[:, -1:])[:, 0].double()
        return float(sum(self.metric(row) for row in logits))

    def _hooks(self, edge: tuple[str, str], share: float) -> list[Any]:
        """The receiver's input, computed anew from the stream with the sender's part moved."""
        sender, receiver = edge
        moved, lm = share * self.sent(sender), self.model.lm
        if receiver == "logits":
            return [(f"lm.blocks.{len(lm.blocks) - 1}.hook_resid_post", lambda stream, hook: stream + moved)]
        if receiver.endswith("mlp_in"):
            layer = int(receiver.split("_")[0])
            ln2 = lm.blocks[layer].ln2
            assert ln2 is not None
            read = ln2(self.ours[f"lm.blocks.{layer}.hook_resid_mid"] + moved)
            return [(f"lm.blocks.{layer}.mlp.hook_in", lambda activation, hook: read)]
        node, part = receiver.split(".")
        layer, head = map(int, node[1:].replace("K", "H").split("H"))
        attention = lm.blocks[layer].attn
        ln1 = lm.blocks[layer].ln1
        assert ln1 is not None
        stream = ln1(self.ours[f"lm.blocks.{layer}.hook_resid_pre"] + moved)
        read = getattr(attention, f"{part}_proj")(stream).unflatten(-1, (-1, self.model.cfg.d_head))[:, :, head]

        def put(activation: Tensor, hook: Any) -> None:
            activation[:, :, head] = read

        return [(f"lm.blocks.{layer}.attn.hook_{part}", put)]
