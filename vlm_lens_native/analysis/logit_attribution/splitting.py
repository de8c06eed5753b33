"""Direct logit attribution, from one pass over the inputs.

Source: Elhage et al., "A Mathematical Framework for Transformer Circuits" (2021); Wang et al., "Interpretability in the
Wild" (2022), for differences of logits. The final norm is taken as the division by the scale that it had in this pass,
which makes the logit a sum over whatever the residual stream is a sum of. So are norms behind attention and MLP.
Where logits have a soft cap, it is the logit before the cap that is split, as what is behind it is no sum.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, cast

import torch
from einops import einsum
from jaxtyping import Bool, Float, Int
from torch import Tensor

from vlm_lens_native.analysis.logit_attribution.direct_result import By, DirectAttribution
from vlm_lens_native.analysis.stream import position_marks
from vlm_lens_native.cache import ActivationCache
from vlm_lens_native.components import Block, Mixture
from vlm_lens_native.encoded import DecoderInput, Inputs
from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import is_one, listed
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.inputs.words import OneWord, find_word, token_strings
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.positions import Positions

Answer = OneWord | Iterable[OneWord]

_ADDED = ("lm.hook_embed", "lm.blocks.*.hook_attn_out", "lm.blocks.*.hook_mlp_out", "lm.ln_final.hook_scale")
_WITHIN: dict[str, list[str]] = {
    "component": [],
    "head": [],  # as the mixers are
    "neuron": [],  # as the MLPs are
    "source": ["lm.blocks.*.attn.hook_pattern"],
}
_SLICE = 2**24  # elements of a weight that are held in float32 at one time


def direct(
    model: HookedVLMTransformer,
    inputs: Inputs,
    answer: Answer,
    contrast: Answer | None = None,
    *,
    by: By = "component",
    positions: Positions = None,
    top_k: int | None = 20,
) -> DirectAttribution:
    """Splits the logit of an answer, or its lead over another one, into what parts of the model added to it.

    Token embeddings, image features, what deepstack adds and biases are parts of their own, so that the parts sum to
    the logit; ``result.error`` says how far off the sum is. Hooks that are already active have their effect.

    Args:
        model: The model.
        inputs: What ``model.prepare_*`` made, HF's processor, or ``model.encode``; any number of rows.
        answer: A word, a token id or a `Word`, for all rows; or one for each row. A word stands for the one of its
            spellings (`find_word`) that has the largest logit in the row.
        contrast: What it is compared with: the difference of the two logits is split. None: the answer's logit.
        by: ``"component"``: attention and MLP of each block. ``"head"``: each head, and MLPs. ``"neuron"``: attention,
            and the ``top_k`` neurons of each block. ``"source"``: each head, split over the positions that it reads
            from; the values of the whole sequence are kept for the time of the call, as a KV cache would.
        positions: The position after which the answer is read; a selection, a mask or a list that names one position in
            each row. None takes each row's last token.
        top_k: By neuron: how many neurons of each block are parts of their own, those with the largest effect by size
            (on average over rows); the others are summed. None lists all.

    Raises:
        InputError: An answer that is no single token, another number of answers than rows, a way to split that does
            not exist, not exactly one position in each row, or, by source, prefilled inputs or layers without
            a pattern.
    """
    _check_split(by, top_k)
    encoded = model.encode(inputs)
    attending = model.cfg.attention_layers
    if by == "source" and (others := [layer for layer in range(model.cfg.n_layers) if layer not in attending]):
        raise InputError(
            f'by="source" splits what heads read over the positions of the sequence, and layers {others} have no '
            f'attention pattern over these, as layers {attending} have; by="head" splits every layer.'
        )
    if by == "source" and encoded.past is not None:
        raise InputError(
            "These inputs are prefilled: the values of their first positions are not seen in a pass over the rest. "
            "Give direct() the whole prompt."
        )
    at = answer_positions(encoded, positions)
    with torch.no_grad():
        run = AnswerRun.of(model, encoded, at, by, answer, contrast)
        labels, values, sources = _SPLITS[by](run, top_k)
    b_U = run.through_unembedding(model.b_U[:, None] * model.cfg.logits_factor)
    labels, values = [*labels, "b_U"], torch.cat([values, b_U])
    if model.lm.ln_final.bias is not None:
        labels, values = [*labels, "ln_final"], torch.cat([values, run.constant[None]])
    return DirectAttribution(
        by=by,
        labels=tuple(labels),
        values=values.cpu(),
        sources=None if sources is None else sources.cpu(),
        positions=at.int().argmax(1).cpu() + n_past(encoded),
        **run.explained(inputs),
    )


def _check_split(by: str, top_k: int | None) -> None:
    if by not in _WITHIN:
        raise InputError(f"by={by!r} is unknown; expected {', '.join(map(repr, _WITHIN))}.")
    if top_k is not None and top_k < 0:
        raise InputError(f"top_k={top_k}: expected a number of neurons, or None for all.")


def n_past(encoded: DecoderInput) -> int:
    """Positions of prefilled inputs that have been computed before."""
    return 0 if encoded.past is None else int(encoded.past.get_seq_length())


def answer_positions(encoded: DecoderInput, positions: Positions) -> Bool[Tensor, "batch pos"]:
    """The one position of each row that is meant, of those that a pass computes; None means the last token.

    Raises:
        InputError: Not exactly one in each row, or one in the padding, or one that was prefilled.
    """
    batch, n_pos, _ = encoded.embeddings.shape
    mask, before = encoded.attention_mask, n_past(encoded)
    if mask is not None and mask.ndim != 2 and positions is None:
        raise InputError("With a 4-D attention mask the last token is not known: give positions=.")
    tokens = torch.ones(batch, n_pos) if mask is None or mask.ndim != 2 else mask[:, -n_pos:].cpu()
    if positions is None:
        last = n_pos - 1 - tokens.bool().flip(1).int().argmax(1)
        return torch.arange(n_pos) == last[:, None]
    at = position_marks(positions, batch=batch, n_pos=before + n_pos)
    counts = at.sum(1).tolist()
    if set(counts) != {1}:
        raise InputError(f"positions= names {counts} positions in the rows; the answer is read after exactly one each.")
    if at[:, :before].any():
        raise InputError(f"The first {before} positions are prefilled, and nothing is computed there any more.")
    at = at[:, before:]
    if not tokens.bool()[at].all():
        raise InputError(
            f"The positions {at.int().argmax(1).tolist()} of the rows are not all tokens: some are padding."
        )
    return at


@dataclass(frozen=True, kw_only=True)
class AnswerRun:
    """A pass: what was added to the stream where the answer is read, and the direction that is the answer there.

    Attributes:
        cache: Activations at that position alone, ``[row 1 ...]``.
        values: By source: ``hook_v`` at all positions.
        direction: ``[row d_model]``, float32: its product with what is added to the stream is the part's effect.
        constant: ``[row]``: the effect of the final norm's own bias.
        answer, contrast: Token ids.
        logit: The model's own logit or difference, before a soft cap.
    """

    model: HookedVLMTransformer
    cache: ActivationCache
    values: ActivationCache | None
    direction: Float[Tensor, "row d_model"]
    constant: Float[Tensor, " row"]
    answer: Int[Tensor, " row"]
    contrast: Int[Tensor, " row"] | None
    logit: Float[Tensor, " row"]

    @classmethod
    def of(
        cls,
        model: HookedVLMTransformer,
        encoded: DecoderInput,
        at: Bool[Tensor, "batch pos"],
        by: By,
        answer: Answer,
        contrast: Answer | None,
    ) -> AnswerRun:
        """Runs the model."""
        skipped = model.lm.skipped(encoded)
        names = [*_ADDED, *_WITHIN[by], *(["lm.blocks.*.hook_deepstack"] if model.cfg.deepstack_layers else [])]
        names += ["lm.blocks.*.hook_per_layer_out"] if model.cfg.per_layer is not None else []
        for layer, block in enumerate(model.lm.blocks):
            if layer in skipped:
                continue
            names += [*block.outlet("attn").needs, *block.outlet("mlp").needs]
            names += [point.name for point in block.mlp.written_at] if by == "neuron" else []
            if by == "neuron" and model.cfg.has_experts(layer):
                names += cast(Mixture, block.mlp).experts_outlet.needs
            names += [block.mixer.hook_z.name] if by == "head" else []
            names += [block.attn.hook_gate.name] if by == "source" and model.cfg.gated_attention else []
        values = None
        whole = torch.nn.functional.pad(at, (n_past(encoded), 0))
        with model.run_with_cache(names, positions=whole) as cache:
            if by == "source":
                with model.run_with_cache("lm.blocks.*.attn.hook_v") as values:
                    stream = model.lm.run(encoded)
            else:
                stream = model.lm.run(encoded)
        logits = model.unembed(stream[at.to(stream.device)][:, None], capped=False)[:, 0].float()
        ids = _token_ids(model, answer, logits)
        others = None if contrast is None else _token_ids(model, contrast, logits)
        rows = torch.arange(len(ids), device=logits.device)
        logit = logits[rows, ids] if others is None else logits[rows, ids] - logits[rows, others]
        unembedded = model.W_U[:, ids] if others is None else model.W_U[:, ids] - model.W_U[:, others]
        behind = unembedded.T.float() * model.cfg.logits_factor
        norm = model.lm.ln_final
        return cls(
            model=model,
            cache=cache,
            values=values,
            direction=norm.pull_back(behind, cache["lm.ln_final.hook_scale"][:, 0]),
            constant=behind @ norm.constant.to(behind),
            answer=ids,
            contrast=others,
            logit=logit,
        )

    @property
    def blocks(self) -> list[Block]:
        """The model's blocks."""
        return list(self.model.lm.blocks)

    @property
    def layers(self) -> list[int]:
        """The blocks that ran."""
        skipped = self.cache.steps[0].skipped
        return [layer for layer in range(self.model.cfg.n_layers) if layer not in skipped]

    def explained(self, inputs: Inputs) -> dict[str, Any]:
        """The fields that `AnswerAttribution` has."""
        tokens = [*self.answer.tolist(), *([] if self.contrast is None else self.contrast.tolist())]
        return {
            "logit": self.logit.cpu(),
            "answer": self.answer.cpu(),
            "contrast": None if self.contrast is None else self.contrast.cpu(),
            "strings": token_strings(self.model.tokenizer, tokens),
            "layout": _layout_or_none(self.model, inputs),
        }

    def effect(self, parts: Float[Tensor, "part row d_model"]) -> Float[Tensor, "part row"]:
        """What vectors that are added to the stream add to the logit."""
        return einsum(parts.to(self.direction), self.direction, "part row d_model, row d_model -> part row")

    def through_unembedding(self, values: Float[Tensor, "d_vocab one"]) -> Float[Tensor, "one row"]:
        """Values of the vocabulary, at the answer, less those at the contrast."""
        picked = values.float().T[:, self.answer]
        return picked if self.contrast is None else picked - values.float().T[:, self.contrast]

    def added(self, *, without: str = "") -> tuple[list[str], Float[Tensor, "part row"]]:
        """The effects of everything that is added to the stream, but for what one kind of part adds."""
        stack, labels = self.cache.decompose_resid(return_labels=True)
        kept = [nth for nth, label in enumerate(labels) if not without or not label.endswith(without)]
        return [labels[nth] for nth in kept], self.effect(stack[kept][:, :, 0])

    def biases(self, of: Literal["attn", "mlp"]) -> Float[Tensor, "1 row"]:
        """The effect of the biases of attention's (``"attn"``) or the MLPs' (``"mlp"``) output projections."""
        total = torch.zeros_like(self.direction[:, 0])
        for layer in self.layers:
            block = self.blocks[layer]
            bias = (block.mixer.b_O if of == "attn" else block.mlp.b_out).to(total)
            total = total + self.before_outlet(layer, of) @ bias
            constant = block.outlet(of).constant
            total = total if constant is None else total + self.direction_within(layer) @ constant.to(total)
        return total[None]

    def direction_within(self, layer: int) -> Float[Tensor, "row d_model"]:
        """The answer's direction as a block has it that adds to the stream."""
        share = self.model.lm.carried(layer, self.model.cfg.n_layers)
        return self.direction if share is None else self.direction * share.to(self.direction)

    def before_outlet(self, layer: int, of: Literal["attn", "mlp"]) -> Float[Tensor, "row d_model"]:
        """The answer's direction as the output of a block's attention or MLP has it."""
        outlet = self.blocks[layer].outlet(of)
        return outlet.pull_back(
            self.direction_within(layer), self.cache[outlet.needs[0]][:, 0] if outlet.needs else None
        )

    def head_directions(self, layer: int) -> Float[Tensor, "row head d_head"]:
        """The answer's direction as each head's output has it."""
        weight = self.blocks[layer].mixer.W_O
        direction = self.before_outlet(layer, "attn").to(weight.device)
        return einsum(weight.float(), direction, "head d_head d_model, row d_model -> row head d_head")


Split = tuple[list[str], Float[Tensor, "part row"], Float[Tensor, "row layer head pos"] | None]


def _by_component(run: AnswerRun, top_k: int | None) -> Split:
    return *run.added(), None


def _by_head(run: AnswerRun, top_k: int | None) -> Split:
    labels, values = run.added(without="_attn_out")
    effects = []
    for layer in run.layers:
        z = run.cache[run.blocks[layer].mixer.hook_z.name][:, 0].float()
        per_head = einsum(z, run.head_directions(layer), "row head d_head, row head d_head -> head row")
        effects.append(per_head.to(values.device))
        labels += [f"L{layer}H{head}" for head in range(len(per_head))]
    return [*labels, "bias"], torch.cat([values, *effects, run.biases("attn")]), None


def _by_neuron(run: AnswerRun, top_k: int | None) -> Split:
    labels, values = run.added(without="_mlp_out")
    effects = []
    for layer in run.layers:
        has_experts = run.model.cfg.has_experts(layer)
        all_neurons = (_expert_effects if has_experts else _neuron_effects)(run, layer).to(values.device)
        letter = "E" if has_experts else "N"
        n_listed = len(all_neurons) if top_k is None else min(top_k, len(all_neurons))
        order = all_neurons.abs().mean(1).argsort(descending=True)
        listed, rest = order[:n_listed], order[n_listed:]
        effects += [all_neurons[listed], all_neurons[rest].sum(0, keepdim=True)]
        rest_label = f"{layer}_other_{'experts' if has_experts else 'neurons'}"
        labels += [*(f"L{layer}{letter}{neuron}" for neuron in listed.tolist()), rest_label]
    return [*labels, "bias"], torch.cat([values, *effects, run.biases("mlp")]), None


def _neuron_effects(run: AnswerRun, layer: int) -> Float[Tensor, "neuron row"]:
    """The effect of every neuron of a block; of the weight only some rows are held in float32 at a time."""
    mlp: Any = run.blocks[layer].mlp
    weight = mlp.W_out
    direction = run.before_outlet(layer, "mlp").to(weight.device)
    rows = max(1, _SLICE // weight.shape[1])
    per_unit = torch.cat([part.float() @ direction.T for part in weight.split(rows)])
    return per_unit * run.cache["post", layer][:, 0].T.to(per_unit)


def _expert_effects(run: AnswerRun, layer: int) -> Float[Tensor, "expert row"]:
    """The effect of every expert of a block; the shared one comes last."""
    mlp: Any = run.blocks[layer].mlp
    inner, device = mlp.experts_outlet, run.cache[mlp.written_at[0].name].device
    direction = run.before_outlet(layer, "mlp").to(device)
    own = inner.pull_back(direction, run.cache[inner.needs[0]][:, 0] if inner.needs else None)[..., None]
    effects = mlp.by_each(lambda point: run.cache[point.name][:, 0], lambda written: written.float() @ own)[..., 0]
    if not mlp.has_shared:
        return effects
    shared = run.cache[mlp.hook_shared_out.name][:, 0].float()
    return torch.cat([effects, (shared * direction).sum(-1)[None]])


def _by_source(run: AnswerRun, top_k: int | None) -> Split:
    assert run.values is not None
    labels, values = run.added(without="_attn_out")
    effects = []
    for layer in range(run.model.cfg.n_layers):
        lender = run.model.cfg.lender_of(layer)
        pattern, v = run.cache["pattern", layer][:, :, 0], run.blocks[lender].attn.values(run.values["v", lender])
        # grouped heads read one value: each head's direction is held against the value of its group
        own = run.head_directions(layer).to(v.device)
        if run.model.cfg.gated_attention:
            own = own * run.cache["gate", layer][:, 0].sigmoid().to(own)
        own = own.unflatten(1, (v.shape[2], -1))
        read = einsum(v.float(), own, "row pos kv d_head, row kv group d_head -> row kv group pos").flatten(1, 2)
        effects.append((pattern.to(read) * read).to(values.device))
    return [*labels, "bias"], torch.cat([values, run.biases("attn")]), torch.stack(effects, dim=1)


_SPLITS = {"component": _by_component, "head": _by_head, "neuron": _by_neuron, "source": _by_source}


def _token_ids(
    model: HookedVLMTransformer, answer: Answer, logits: Float[Tensor, "row d_vocab"]
) -> Int[Tensor, " row"]:
    """The token that stands for the answer in each row.

    Raises:
        InputError: Another number of answers than rows, or an answer that is no token.
    """
    answers = listed(answer) * (len(logits) if is_one(answer) else 1)
    if len(answers) != len(logits):
        raise InputError(f"Got {len(answers)} answers for {len(logits)} rows; give one, or one for each row.")
    chosen = []
    for each, row in zip(answers, logits, strict=True):
        ids = find_word(model.tokenizer, each, d_vocab=len(row)).token_ids
        chosen.append(max(ids, key=lambda token, row=row: float(row[token])))
    return torch.tensor(chosen, device=logits.device)


def _layout_or_none(model: HookedVLMTransformer, inputs: Inputs) -> TokenLayout | None:
    """The layout, which heat maps need; inputs whose views can't be put together are explained all the same."""
    try:
        return model.token_layout(inputs)
    except InputError:
        return None
