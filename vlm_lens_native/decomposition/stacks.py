"""Exact decompositions of the residual stream, from what a cache holds.

Names, labels and meanings are TransformerLens's (``ActivationCache``, version 4), with these differences, each of which
makes sums exact:

- ``embed`` is the token embeddings alone. Image and video features stand in the placeholders' places and are a
  component of their own, ``image_embed``; each of the two is zero at the other's positions. What deepstack adds
  behind some blocks of models that have it is ``0_deepstack`` and so on; what the third part of blocks adds in models
  with inputs for each layer, ``0_per_layer_out``.
- Norms are applied with their gain, ``x / scale * gain``. TransformerLens leaves it out, as it is folded into the
  weights behind it; where it is folded here too, it is one, and the result is the same.
- Where something stands between attention or an MLP and the stream (a norm, a factor), what heads, neurons and biases
  wrote is what arrived in the stream, at the scale that the norm had.
- An activation that a decomposition needs and the cache lacks is an error.
"""

from __future__ import annotations

from typing import Any, Literal, get_args

import torch
from torch import Tensor

from vlm_lens_native.decomposition.readout import Readout
from vlm_lens_native.errors import InputError
from vlm_lens_native.hook_names import stream_before
from vlm_lens_native.positions import Positions, take

Mode = Literal["all", "mlp", "attn"]


class Decompositions(Readout):
    """The part of a cache that splits the residual stream into what was added to it.

    Every method takes:

    - ``layer``: the block whose input is looked at; what earlier blocks added is included. None, -1 and ``n_layers``
      mean the input of the final norm.
    - ``mlp_input``: goes on to the input of that block's MLP.
    - ``apply_ln``: brings the stack through the norm of that input (`apply_ln_to_stack`).
    - ``pos_slice``: positions of the cached activations: an index (which drops the axis), a slice, a list, a mask, or a
      token layout's selection. Only these are expanded. Numbers count the columns of a padded batch, and an index
      that is padding in some row raises.
    - ``return_labels``: returns ``(stack, labels)``.

    Raises:
        HookNameError: Activations that are needed were not cached; the message lists them.
        InputError: A layer or positions that don't exist; a cache that has lost its model (``cache.attach(model)``).
    """

    def accumulated_resid(
        self,
        layer: int | None = None,
        *,
        incl_mid: bool = False,
        apply_ln: bool = False,
        pos_slice: Positions = None,
        mlp_input: bool = False,
        return_labels: bool = False,
    ) -> Any:
        """The residual stream before every block, up to ``layer``: ``[stage *batch_pos d_model]``.

        Labels are ``0_pre``, ``1_pre``, ... and ``final_post`` behind the last block.

        Args:
            layer: The last block whose input is included.
            incl_mid: Also the stream between attention and MLP of earlier blocks, ``0_mid`` and so on.
            apply_ln: Through the final norm, with each stage's own scale, as a logit lens reads them; for a ``layer``
                before the end, through that layer's norm with the scale that was used there.
            pos_slice: Positions.
            mlp_input: Also ``{layer}_mid``, but in parallel blocks, whose MLP does not read it.
            return_labels: Also the labels.
        """
        depth, n_attn = self._extent(layer, mlp_input=mlp_input)
        names = {}
        for nth in range(depth + 1):
            names["final_post" if nth == self._n_layers else f"{nth}_pre"] = stream_before(nth, self._n_layers)
            if (incl_mid and nth < depth) or depth <= nth < n_attn:
                names[f"{nth}_mid"] = f"lm.blocks.{nth}.hook_resid_mid"
        self._need(names.values())
        stack = torch.stack([self._at(name, pos_slice) for name in names.values()])
        if apply_ln:
            own = depth == self._n_layers
            stack = self.apply_ln_to_stack(stack, depth, mlp_input=mlp_input, pos_slice=pos_slice, recompute_ln=own)
        return _result(stack, list(names), return_labels)

    def decompose_resid(
        self,
        layer: int | None = None,
        *,
        mlp_input: bool = False,
        mode: Mode = "all",
        apply_ln: bool = False,
        pos_slice: Positions = None,
        incl_embeds: bool = True,
        return_labels: bool = False,
    ) -> Any:
        """What each part added to the residual stream: ``[component *batch_pos d_model]``; in mode "all" it sums to it.

        Labels are ``embed``, ``image_embed``, and for every block ``0_attn_out``, ``0_mlp_out`` and, where the model
        has them, ``0_per_layer_out`` and ``0_deepstack``.

        Args:
            layer: The block whose input is split.
            mlp_input: Also ``{layer}_attn_out``, but in parallel blocks, whose MLP does not read it.
            mode: ``"all"``; or ``"attn"`` or ``"mlp"``, to leave out what the others add.
            apply_ln: Through the norm of that input.
            pos_slice: Positions.
            incl_embeds: Includes ``embed`` and ``image_embed``.
            return_labels: Also the labels.
        """
        if mode not in get_args(Mode):
            raise InputError(f'mode is "all", "mlp" or "attn", got {mode!r}.')
        depth, n_attn = self._extent(layer, mlp_input=mlp_input)
        beside = self._added_whole(depth) if mode == "all" else {}
        names = {}
        for nth in self._ran(n_attn):
            if mode != "mlp":
                names[f"{nth}_attn_out"] = f"lm.blocks.{nth}.hook_attn_out"
            if mode != "attn" and nth < depth:
                names[f"{nth}_mlp_out"] = f"lm.blocks.{nth}.hook_mlp_out"
            names |= {label: name for label, name in beside.items() if label.startswith(f"{nth}_")}
        self._need([*names.values(), *(["lm.hook_embed"] if incl_embeds else [])])
        parts = self._embeds(pos_slice, depth) if incl_embeds else {}
        layers = {label: int(label.partition("_")[0]) for label in names}
        parts |= {
            label: self._carried(self._at(name, pos_slice), layers[label], depth) for label, name in names.items()
        }
        if not parts:
            raise InputError(f"Nothing is left to decompose: layer={layer}, mode={mode!r}, incl_embeds=False.")
        stack = torch.stack(list(parts.values()))
        if apply_ln:
            stack = self.apply_ln_to_stack(stack, depth, mlp_input=mlp_input, pos_slice=pos_slice)
        return _result(stack, list(parts), return_labels)

    def stack_head_results(
        self,
        layer: int | None = -1,
        *,
        return_labels: bool = False,
        incl_remainder: bool = False,
        pos_slice: Positions = None,
        apply_ln: bool = False,
    ) -> Any:
        """What each head of the blocks before ``layer`` wrote: ``[layer * head, *batch_pos d_model]``.

        Computed from ``hook_z`` and ``W_O``, layer by layer, or taken from ``hook_result`` where that was cached. The
        output projection's bias belongs to no head. Labels are ``L0H0`` and so on. In gated DeltaNet layers heads are
        those of values.

        Args:
            layer: The first block whose heads are left out.
            return_labels: Also the labels.
            incl_remainder: Also ``remainder``: the rest of the stream before ``layer``.
            pos_slice: Positions.
            apply_ln: Through the norm of that layer's input.
        """
        depth, labels = self._depth(layer), []
        self._need([*map(self._head_source, self._ran(depth)), *self._outlets("attn", depth)])
        parts, labels = self._heads(depth, depth, pos_slice)
        return self._stacked(parts, labels, depth, pos_slice, incl_remainder, apply_ln, return_labels)

    def stack_neuron_results(
        self,
        layer: int | None = None,
        *,
        pos_slice: Positions = None,
        neuron_slice: Positions = None,
        return_labels: bool = False,
        incl_remainder: bool = False,
        apply_ln: bool = False,
        mlp_input: bool = False,
    ) -> Any:
        """What each neuron of the blocks before ``layer`` wrote: ``[layer * neuron, *batch_pos d_model]``.

        That is ``hook_post`` times the neuron's row of ``W_out``; the MLP's bias belongs to no neuron. All neurons at
        all positions are ``d_mlp`` times as much as an MLP's output, so slice one or the other. Labels are ``L0N0``.
        In layers with experts it is what each expert wrote, ``L0E0``, and the shared one, ``L0S``.

        Args:
            layer: The first block whose neurons are left out.
            pos_slice: Positions.
            neuron_slice: The neurons of each block: an index, a slice, a list or a mask; None takes all, which may be
                more in some blocks than in others.
            return_labels: Also the labels.
            incl_remainder: Also ``remainder``: the rest of the stream before ``layer``.
            apply_ln: Through the norm of that layer's input.
            mlp_input: The remainder, and the norm, are those of the layer's MLP input.
        """
        depth = self._depth(layer, mlp_input=mlp_input)
        self._need(
            [*(name for nth in self._ran(depth) for name in self._neuron_source(nth)), *self._outlets("mlp", depth)]
        )
        with_experts = [nth for nth in range(depth) if self._weights.cfg.has_experts(nth)]
        if with_experts and neuron_slice is not None:
            raise InputError(f"Layer {with_experts[0]} has experts, which come whole: leave neuron_slice out.")
        parts, labels = [], []
        for nth in self._ran(depth):
            if nth in with_experts:
                part, names = self._expert_results(nth, pos_slice)
            else:
                neurons = take(torch.arange(self._weights.cfg.d_mlp_of(nth)), neuron_slice, -1).reshape(-1)
                part = self._neuron_results(nth, neurons, pos_slice)
                names = [f"L{nth}N{neuron}" for neuron in neurons.tolist()]
            parts.append(self._carried(part, nth, depth))
            labels += names
        return self._stacked(
            parts, labels, depth, pos_slice, incl_remainder, apply_ln, return_labels, mlp_input=mlp_input
        )

    def get_full_resid_decomposition(
        self,
        layer: int | None = None,
        *,
        mlp_input: bool = False,
        expand_neurons: bool = True,
        apply_ln: bool = False,
        pos_slice: Positions = None,
        return_labels: bool = False,
    ) -> Any:
        """The residual stream as the sum of all heads, neurons, embeddings, deepstack features and biases.

        In this order: ``L0H0``, ...; ``L0N0``, ... (or ``0_mlp_out``, ...); ``embed``, ``image_embed``;
        ``0_per_layer_out``, ``0_deepstack``, ..., where there are any; and ``bias``, the sum of the biases of output
        projections.

        Args:
            layer: The block whose input is split.
            mlp_input: Also the heads of ``layer`` itself, but in parallel blocks, whose MLP does not read them.
            expand_neurons: Every neuron by itself; else each MLP's output, its bias included. All neurons at all
                positions can be too much for the memory: give ``pos_slice``.
            apply_ln: Through the norm of that input.
            pos_slice: Positions.
            return_labels: Also the labels.
        """
        depth, n_attn = self._extent(layer, mlp_input=mlp_input)
        beside = self._added_whole(depth)
        self._need(
            [
                *map(self._head_source, self._ran(n_attn)),
                *(name for nth in self._ran(depth) for name in self._mlp_source(nth, expand_neurons)),
                "lm.hook_embed",
                *beside.values(),
                *self._outlets("attn", n_attn),
                *self._outlets("mlp", depth if expand_neurons else 0),
            ]
        )
        stacks, labels = [], []
        if n_attn:
            stacks, labels = self._heads(n_attn, depth, pos_slice)
        if depth:
            take_mlps = self.stack_neuron_results if expand_neurons else self._mlp_outs
            neurons, names = take_mlps(depth, pos_slice=pos_slice, return_labels=True)
            stacks.append(neurons)
            labels += names
        singles = self._embeds(pos_slice, depth)
        for label, name in beside.items():
            singles[label] = self._carried(self._at(name, pos_slice), int(label.partition("_")[0]), depth)
        singles["bias"] = self._bias(n_attn, depth if expand_neurons else 0, depth, pos_slice).expand_as(
            singles["embed"]
        )
        stack = torch.cat([*stacks, torch.stack(list(singles.values()))])
        if apply_ln:
            stack = self.apply_ln_to_stack(stack, depth, mlp_input=mlp_input, pos_slice=pos_slice)
        return _result(stack, [*labels, *singles], return_labels)

    def _heads(self, n_attn: int, depth: int, positions: Positions) -> tuple[list[Tensor], list[str]]:
        """What the heads of the first blocks wrote, as it is before block ``depth``, block by block, and labels."""
        found = {nth: self._carried(self._head_results(nth, positions), nth, depth) for nth in self._ran(n_attn)}
        return list(found.values()), [f"L{nth}H{head}" for nth, heads in found.items() for head in range(len(heads))]

    def _mlp_source(self, layer: int, expand_neurons: bool) -> list[str]:
        return self._neuron_source(layer) if expand_neurons else [f"lm.blocks.{layer}.hook_mlp_out"]

    def _mlp_outs(self, layer: int, **how: Any) -> Any:
        return self.decompose_resid(layer, mode="mlp", incl_embeds=False, **how)

    def _stacked(
        self,
        parts: list[Tensor],
        labels: list[str],
        depth: int,
        positions: Positions,
        incl_remainder: bool,
        apply_ln: bool,
        return_labels: bool,
        *,
        mlp_input: bool = False,
    ) -> Any:
        """Joins the parts of all layers, with the rest of the stream behind them if that is asked for."""
        if incl_remainder:
            whole = self._weights.lm.inlet(depth, mlp=mlp_input).stream.name
            self._need([whole])
            rest = self._at(whole, positions)
            for part in parts:
                rest = rest - part.sum(0)
            parts, labels = [*parts, rest[None]], [*labels, "remainder"]
        if not parts:
            raise InputError("There is no block before layer 0; incl_remainder=True gives its input.")
        stack = torch.cat(parts)
        if apply_ln:
            stack = self.apply_ln_to_stack(stack, depth, mlp_input=mlp_input, pos_slice=positions)
        return _result(stack, labels, return_labels)


def _result(stack: Tensor, labels: list[str], return_labels: bool) -> Any:
    return (stack, labels) if return_labels else stack
