"""Edge attribution patching: which component writes what another reads, to first order, for all pairs at once.

Source: Syed et al., "Attribution Patching Outperforms Automated Circuit Discovery" (2023), for EAP; Hanna et al., "Have
Faith in Faithfulness: Going Beyond Circuit Overlap When Finding Model Mechanisms" (2024), for EAP-IG.

The steps, by number in the code:

1. One run of each of the two inputs keeps what every sender wrote; the difference is what an edge would carry.
2. For each point between the inputs, a forward pass keeps the stream in front of both parts of every block.
3. The backward pass hands over gradients receiver by receiver: each is carried back to the stream as that receiver
   read it, head by head.
4. There it meets the differences of all senders that wrote before: one matrix product gives their edges' scores.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import torch
from einops import einsum
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.analysis.gradients.circuit import depth_of
from vlm_lens_native.analysis.gradients.edge_result import EdgeAttribution
from vlm_lens_native.analysis.gradients.metrics import Metrics, evaluate
from vlm_lens_native.analysis.gradients.passes import PositionGroups, gradients, last_logits, midpoints, shared_layout
from vlm_lens_native.analysis.runs.groups import Groups
from vlm_lens_native.cache import ActivationCache
from vlm_lens_native.components import Inlet
from vlm_lens_native.encoded import DecoderInput, Inputs
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.progress import tqdm

EMBED, IMAGE_EMBED, LOGITS = "embed", "image_embed", "logits"
_FEATURES = ("cross_attn.hook_k", "cross_attn.hook_v")  # what cross-attention makes of image features
_WEIGHTS = {"q": "W_Q", "k": "W_K", "v": "W_V", "gate": "W_gate"}


@torch.inference_mode(False)  # gradients go through what it makes
def edge_attribution(
    model: HookedVLMTransformer,
    source: Inputs,
    target: Inputs,
    *,
    metric: Metrics,
    steps: int | None = None,
    groups: Groups | None = None,
) -> EdgeAttribution:
    """Scores every edge between components: ``(source's output - target's) . gradient at the receiver's input``.

    A receiver's input is the residual stream as this receiver alone reads it. What stands in the place of attention is
    one receiver, such as ``3_linear_attn_in``, as is attention through latents, ``3_attn_in``; so is a block's third
    part, ``3_per_layer_in``, where there is one; gates on heads' outputs are receivers of their own. All heads of a
    layer read one ``attn.hook_in``, so their gradients are taken at ``hook_q``, ``hook_k`` and ``hook_v`` and carried
    back through each head's weights and the norm, linearised at the stream that it got. Receivers are worked off while
    the backward pass goes by; the outputs of all senders are kept, heads' as z. Where a norm stands between attention
    and the stream, heads' writes pass through it as it is linearised at what it got in the target's run. Image features
    that cross-attention reads reach it beside the stream: they are no senders, and their heads are.

    Args:
        model: The model; its weights have to be there as matrices.
        source: Inputs whose outputs would be read; any number of rows.
        target: Inputs of the run that would be changed, with the same token layout.
        metric: As for `attribution_patching`.
        steps: EAP-IG: gradients are averaged over runs on inputs between the target's and the source's (embeddings,
            image features and what deepstack adds), at the midpoints of so many equal parts of the way; five or more
            are usual. None: EAP, with the gradients of the target run.
        groups: Groups of positions to sum over, as for `attribution_patching`; None sums over all.

    Raises:
        InputError: Layouts that differ, an empty group, a metric without a gradient, or no steps.
        WeightsError: Offloaded or quantised weights.
    """
    layout = shared_layout(model, source, target)
    within = PositionGroups.of({"all": slice(None)} if groups is None else groups, layout)
    shares = [0.0] if steps is None else midpoints(steps)
    with torch.no_grad():  # 1.
        encoded = model.encode(target)
        source_value, given = _outputs(model, model.encode(source), metric, layout)
        target_value, own = _outputs(model, encoded, metric, layout)
        senders = _Senders.between(model, own, given, encoded.visual)
    scores = _Scores(model, senders, within)
    for share in tqdm(shares, desc="Edges", unit="step", leave=False, disable=len(shares) == 1):
        _add_gradients(model, encoded, own, given, metric, layout, share, scores)
    receivers = scores.receivers
    return EdgeAttribution(
        senders=senders.labels,
        receivers=tuple(label for label, _ in receivers),
        scores=torch.stack([scores.of[label] for label, _ in receivers], dim=-1) / (len(shares) * len(target_value)),
        exists=torch.stack([torch.arange(len(senders.labels)) < n_before for _, n_before in receivers], dim=-1),
        groups=within.names,
        source_value=source_value,
        target_value=target_value,
        steps=steps,
    )


def _output_names(model: HookedVLMTransformer) -> list[str]:
    wanted = (
        "lm.hook_embed",
        "hook_z",
        "attn.hook_out",
        "hook_mlp_out",
        "hook_per_layer_out",
        *model.lm.beside_stream(0),
        "cross_attn.hook_gate",
        *_FEATURES,
    )
    return model.hook_names(lambda name: name.startswith("lm.") and name.endswith(wanted))


def _outputs(
    model: HookedVLMTransformer, encoded: DecoderInput, metric: Metrics, layout: TokenLayout
) -> tuple[Tensor, dict[str, Tensor]]:
    """The metric of an unchanged run, and what its components wrote (heads: z)."""
    with model.run_with_cache(_output_names(model)) as cache:
        value = evaluate(metric, last_logits(model, encoded, layout))
    return value.cpu(), dict(cache)


def _add_gradients(
    model: HookedVLMTransformer,
    encoded: DecoderInput,
    own: Mapping[str, Tensor],
    given: Mapping[str, Tensor],
    metric: Metrics,
    layout: TokenLayout,
    share: float,
    scores: _Scores,
) -> None:
    """One forward and backward pass over inputs at some share of the way from the target's to the source's."""

    def move(activation: Tensor, hook: HookPoint) -> Tensor:
        return torch.lerp(own[hook.name], given[hook.name], share)

    inputs = [name for name in ("lm.hook_embed", *model.lm.beside_stream(0)) if name in own]
    inputs += [name for name in own if name.endswith(_FEATURES)]
    streams = [block.inlet(part).stream.name for block in model.lm.blocks for part in block.parts]
    cache: ActivationCache
    with gradients(model):  # 2.
        with (
            model.hooks(fwd_hooks=[(inputs, move)] if share else [], bwd_hooks=[(scores.names, scores.add)]),
            model.run_with_cache(streams) as cache,
        ):
            value = evaluate(metric, last_logits(model, encoded, layout))
        scores.streams = cache
        try:
            value.sum().backward()  # 3.
        finally:
            del scores.streams  # its graph holds the hooks, and these hold the scores


@dataclass(frozen=True, kw_only=True, eq=False)
class _Senders:
    """What components wrote in the source run less what they wrote in the target run, in the order of writing.

    Attributes:
        parts: Labels, and the difference ``[batch pos d_model]``; of heads ``[batch pos head d_head]`` with the layer
            whose ``W_O`` they go through.
        outs: By layer, what the norm behind attention got in the target's run, or what its gate multiplied by; empty
            without such norms and gates.
        labels: Of all senders, one behind another.
        before: By receiving part, such as ``3.attn`` or ``3.mlp``, how many senders wrote before it.
    """

    model: HookedVLMTransformer
    parts: list[tuple[list[str], Tensor, int | None]]
    outs: Mapping[int, Tensor]
    before: Mapping[str, int]

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(label for labels, _, _ in self.parts for label in labels)

    @classmethod
    def between(
        cls,
        model: HookedVLMTransformer,
        target: Mapping[str, Tensor],
        source: Mapping[str, Tensor],
        visual: Tensor | None,
    ) -> _Senders:
        """Takes differences of two runs' outputs."""
        differences = {name: source[name] - target[name] for name in target}
        embed = differences["lm.hook_embed"]
        features = torch.zeros(embed.shape[:2], device=embed.device) if visual is None else visual.to(embed.device)
        features = features.bool()[..., None]
        parts: list[tuple[list[str], Tensor, int | None]] = [
            ([EMBED], embed.masked_fill(features, 0), None),
            ([IMAGE_EMBED], embed.masked_fill(~features, 0), None),
        ]
        before, count = {}, 2
        for layer in range(model.cfg.n_layers):
            block = f"lm.blocks.{layer}"
            before[f"{layer}.attn"] = count
            mixer = model.lm.blocks[layer].mixer
            if mixer.hook_z.name not in differences:  # left out, for lack of images
                continue
            heads = [f"L{layer}H{head}" for head in range(mixer.n_heads)]
            parts.append((heads, differences[mixer.hook_z.name], layer))
            behind_heads = count + len(heads)
            before[f"{layer}.mlp"] = count if model.cfg.parallel else behind_heads
            count = behind_heads
            parts.append(([f"{layer}_mlp_out"], differences[f"{block}.hook_mlp_out"], None))
            count = before[f"{layer}.per_layer"] = count + 1
            for beside in ("per_layer_out", "deepstack"):
                if f"{block}.hook_{beside}" in differences:
                    parts.append(([f"{layer}_{beside}"], differences[f"{block}.hook_{beside}"], None))
            count = sum(len(labels) for labels, _, _ in parts)
        names = {layer: _linearised_at(block) for layer, block in enumerate(model.lm.blocks)}
        outs = {layer: target[name] for layer, name in names.items() if name in target}
        return cls(model=model, parts=parts, outs=outs, before={**before, LOGITS: count})

    def written(self, n: int, depth: int) -> Iterator[Float[Tensor, "sender batch pos d_model"]]:
        """The differences of the first ``n`` senders, part by part, in float32, as they are within block ``depth``."""
        count = 0
        for labels, difference, layer in self.parts:
            if count >= n:
                return
            count += len(labels)
            share = self.model.lm.carried(int(depth_of(labels[0])), depth)
            written = self._written(difference, layer)
            yield written if share is None else written * share.to(written)

    def _written(self, difference: Tensor, layer: int | None) -> Float[Tensor, "sender batch pos d_model"]:
        if layer is None:
            return difference[None].float()
        block: Any = self.model.lm.blocks[layer]
        written = einsum(
            difference.float(),
            block.mixer.W_O.float(),
            "batch pos head d_head, head d_head d_model -> head batch pos d_model",
        )
        return block.outlet("attn").derivative(self.outs.get(layer), written)


class _Scores:
    """Sums up the scores, receiver by receiver, as gradients come by.

    Attributes:
        names: Hook points at which gradients are wanted.
        receivers: Labels in the order of the model, each with the number of senders before it.
        of: By receiver ``[group sender]``.
        streams: The residual stream before each attention and MLP, of the pass whose gradients come.
    """

    streams: ActivationCache

    def __init__(self, model: HookedVLMTransformer, senders: _Senders, groups: PositionGroups) -> None:
        self._model, self._senders, self._groups = model, senders, groups
        cfg = model.cfg
        self.names, self.receivers = [], []
        for layer in range(cfg.n_layers):
            before = senders.before[f"{layer}.attn"]
            if f"{layer}.mlp" not in senders.before:
                continue
            n_shared = cfg.heads_of(layer).n_key_value_heads
            reading = [("q", "H", cfg.n_heads), *((p, "K", n_shared) for p in "kv" if layer not in cfg.lenders)]
            reading += [("gate", "H", cfg.n_heads)] if cfg.gated_attention else []
            by_head = cfg.has_attention(layer) and cfg.latent is None
            for part, letter, n_heads in reading if by_head else []:
                self.names.append(f"lm.blocks.{layer}.attn.hook_{part}")
                self.receivers += [(f"L{layer}{letter}{head}.{part}", before) for head in range(n_heads)]
            if not by_head:
                self.names.append(f"lm.blocks.{layer}.{cfg.mixer_of(layer)}.hook_in")
                self.receivers.append((f"{layer}_{cfg.mixer_of(layer)}_in", before))
            self.names.append(f"lm.blocks.{layer}.mlp.hook_in")
            self.receivers.append((f"{layer}_mlp_in", senders.before[f"{layer}.mlp"]))
            if cfg.per_layer is not None:
                self.names.append(f"lm.blocks.{layer}.per_layer.hook_in")
                self.receivers.append((f"{layer}_per_layer_in", senders.before[f"{layer}.per_layer"]))
        self.names.append(f"lm.blocks.{cfg.n_layers - 1}.hook_resid_post")
        self.receivers.append((LOGITS, senders.before[LOGITS]))
        self.of = {label: torch.zeros(len(groups.names), len(senders.labels)) for label, _ in self.receivers}

    def add(self, gradient: Tensor, hook: HookPoint) -> None:
        """A gradient hook: adds what the receivers at this hook point get from all senders before them."""
        layer, part = hook.layer, hook.name.rpartition("hook_")[2]
        assert layer is not None
        block: Any = self._model.lm.blocks[layer]
        if part == "resid_post":
            labels, before, at_stream = [LOGITS], LOGITS, gradient[None]
        elif part == "in":
            module = hook.name.split(".")[-2]
            reading = module if module in block.parts else "attn"
            labels, before = [f"{layer}_{module}_in"], f"{layer}.{reading}"
            at_stream = self._at_stream(block.inlet(reading), gradient[None])
        else:
            letter, weight = "K" if part in ("k", "v") else "H", getattr(block.attn, _WEIGHTS[part])
            labels, before = [f"L{layer}{letter}{head}.{part}" for head in range(len(weight))], f"{layer}.attn"
            at_input = einsum(gradient, weight, "batch pos head d_head, head d_model d_head -> head batch pos d_model")
            at_stream = self._at_stream(block.inlet("attn"), at_input)
        at_stream = at_stream.float()  # 4.
        n_before, depth = self._senders.before[before], layer + (part == "resid_post")
        for nth, marks in enumerate(self._groups.marks.to(at_stream)):
            own = (at_stream * marks[..., None]).flatten(1)
            found = [written.flatten(1).to(own.device) @ own.T for written in self._senders.written(n_before, depth)]
            for label, scores in zip(labels, torch.cat(found).T.cpu(), strict=True):
                self.of[label][nth, :n_before] += scores

    def _at_stream(self, inlet: Inlet, gradient: Tensor) -> Float[Tensor, "head batch pos d_model"]:
        """Gradients of what is read, each head's by itself, carried to the residual stream in front of the norm."""
        with torch.enable_grad():
            stream = self.streams[inlet.stream.name].detach().expand_as(gradient).clone().requires_grad_()
            (before,) = torch.autograd.grad(inlet.read(stream), stream, gradient)
        return before


def _linearised_at(block: Any) -> str:
    """What says how attention's output gets into the stream, to first order."""
    gate = block.outlet("attn").gate
    return block.mixer.hook_z.name.replace("hook_z", "hook_out") if gate is None else gate.name
