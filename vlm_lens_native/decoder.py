"""``HookedDecoder``: the one decoder behind every family. Read it from top to bottom."""

from __future__ import annotations

import copy
import inspect
import logging
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Any, cast

import torch
from torch import Tensor, nn
from torch.utils._pytree import tree_map_only
from transformers import Cache, DynamicCache, PreTrainedConfig
from transformers.modeling_outputs import BaseModelOutputWithPast

from vlm_lens_native._transformers import KV_CACHE, take_kv_cache
from vlm_lens_native.components import (
    Angles,
    Block,
    HookedNorm,
    ImageKeys,
    Inlet,
    Lent,
    PerLayerProjection,
    Rotary,
    ScaledEmbedding,
    all_see_all,
    attention_masks,
    has_image_keys,
)
from vlm_lens_native.components.per_layer import ids_of
from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.elsewhere import refuse_arguments
from vlm_lens_native.encoded import DecoderInput, handed_over
from vlm_lens_native.errors import InputError, OutOfRangeError
from vlm_lens_native.hf_outputs import HFOutputs
from vlm_lens_native.hook_registry import HookRegistry, hook_points_below
from vlm_lens_native.hooks import ForwardPass, HookPoint
from vlm_lens_native.shapes import Residual

_log = logging.getLogger(__name__)
_OUTPUTS = {"output_hidden_states", "output_attentions", "output_router_logits"}
# What HF's wrappers hand to every language model without meaning anything for it, and why.
_WITHOUT_EFFECT = frozenset(
    {
        "return_dict",  # the wrapper turns our output into a tuple
        "image_sizes",  # used up by the vision encoder
        "mm_token_type_ids",  # used up by the wrapper's positions
        "second_per_grid_ts",  # likewise
        "cache_position",  # follows from the KV cache
        "logits_to_keep",  # used by the wrapper's head
        "num_items_in_batch",  # used by the wrapper's loss
        "labels",  # likewise
        "tokenizer",  # generate's stopping criteria have it, and every pass is handed it too
        "assistant_tokenizer",  # likewise
    }
)


@dataclass
class DecoderOutput(BaseModelOutputWithPast):
    """HF's form of output, with what some of its wrappers hand on.

    Attributes:
        router_logits: Of each layer with experts ``[token expert]``, where they were asked for.
        shared_kv_states: None: what HF's Gemma 4 hands to models that draft for it.
    """

    router_logits: tuple[Tensor, ...] | None = None
    shared_kv_states: None = None


class HookedDecoder(nn.Module):
    """Embedding, blocks and final norm; it stands where HF's wrapper had its language model.

    Args:
        cfg: Shape and variants.
        hf_config: HF's config of the language model; HF's mask, cache and attention functions read it.

    Attributes:
        hooks: The hook points of the model, its permanent hooks, and those of open contexts.
        hook_embed: ``[batch pos d_model]``: what block 0 receives.
        rotaries: The rotary embedding of each layer, None where it has none; layers of one kind share it.
    """

    blocks: Sequence[Block]  # a ModuleList, whose items a type checker would take for any modules

    def __init__(self, cfg: DecoderConfig, hf_config: PreTrainedConfig) -> None:
        super().__init__()
        self.cfg, self.hf_config = cfg, hf_config
        self.hook_embed = HookPoint("batch pos d_model", shared=True, is_stream=True)
        scale, n_tokens = cfg.embedding_scale, cfg.d_vocab + cfg.n_unpredicted
        self.embed_tokens = (
            nn.Embedding(n_tokens, cfg.d_model)
            if scale is None
            else ScaledEmbedding(n_tokens, cfg.d_model, scale=scale)
        )
        if cfg.per_layer is not None:  # HF's wrapper looks for it by this name
            width = cfg.per_layer.width
            n_tokens, n_numbers = cfg.per_layer.n_tokens, cfg.n_layers * width
            self.embed_tokens_per_layer = ScaledEmbedding(n_tokens, n_numbers, scale=width**0.5)
            self.per_layer_projection = PerLayerProjection(cfg)
        blocks = nn.ModuleList(Block(cfg, hf_config, layer=layer) for layer in range(cfg.n_layers))
        self.blocks = cast(Sequence[Block], blocks)
        self.ln_final = HookedNorm(cfg.d_model, cfg.norm)
        kinds = [cfg.rotary_of(layer) for layer in range(cfg.n_layers)]
        shared = {id(kind): Rotary(cfg, kind) for kind in kinds if kind is not None}
        self.rotaries = [shared.get(id(kind)) for kind in kinds]
        self.hooks = HookRegistry()
        self._told_of_length, self._merger = False, ""
        self.find_hook_points()

    def take_merger(self, name: str, merger: nn.Module) -> None:
        """Takes over a module of HF's language model that merges images into embeddings, where no wrapper does."""
        self._merger = name
        self.add_module(name, merger)

    def _merged(self, input_ids: Tensor | None, embeddings: Tensor | None, how: dict[str, Any]) -> Tensor:
        """The embeddings, or those of tokens with what the merger makes of its arguments, taken out of ``how``."""
        if (input_ids is None) == (embeddings is None):
            raise InputError("The decoder takes either input_ids or inputs_embeds.")
        merger = self.get_submodule(self._merger) if self._merger else None
        names = () if merger is None else inspect.signature(merger.forward).parameters
        given = {name: how.pop(name) for name in names if name in how}
        if embeddings is not None:
            return embeddings
        of_tokens: Tensor = self.embed_tokens(input_ids)
        return of_tokens if merger is None else merger(input_ids, of_tokens, **given)

    def find_hook_points(self) -> None:
        """Looks for hook points anew: for those of a module that was put in the place of another, or added to a block.

        A module of yours declares its points in the order in which they fire, and takes the place of the module that it
        replaces in the order of the model; a single point that is added to a module comes last there.

        Raises:
            HookError: A module with hook points stands in several places.
        """
        self.hooks.take(hook_points_below(self, prefix="lm"))
        for layer in range(self.cfg.n_layers):
            if not self.cfg.has_attention(layer):
                self.hooks.why_not[f"lm.blocks.{layer}.attn.*"] = (
                    f"layer {layer} has {self.cfg.describe(layer)} in place of {_missing(self.cfg, layer)}; "
                    f"lm.blocks.{layer}.{self.cfg.mixer_of(layer)}.* are its hook points."
                )
        for layer in range(self.cfg.n_layers) if self.cfg.has_expert_types else ():
            if self.cfg.has_experts(layer):
                mlp = f"lm.blocks.{layer}.mlp"
                why = (
                    f"layer {layer} has two sets of experts: {mlp}.text_moe.* and {mlp}.vision_moe.* are their points."
                )
                self.hooks.why_not |= dict.fromkeys((f"{mlp}.hook_router_*", f"{mlp}.hook_expert_*"), why)
        for layer, lender in self.cfg.lenders.items():
            for point in ("hook_k", "hook_v", "hook_rot_k"):
                self.hooks.why_not[f"lm.blocks.{layer}.attn.{point}"] = (
                    f"layer {layer} attends to the keys and values of layer {lender}: they pass at "
                    f"lm.blocks.{lender}.attn.{point}, and what is changed there acts in all layers that use them."
                )

    def forward(
        self,
        input_ids: Tensor | None = None,
        inputs_embeds: Tensor | None = None,
        attention_mask: Tensor | Mapping[str, Tensor | None] | None = None,
        position_ids: Tensor | None = None,
        use_cache: bool | None = None,
        visual_pos_masks: Tensor | None = None,
        deepstack_visual_embeds: Sequence[Tensor] | None = None,
        vision_mask: Tensor | None = None,
        deepstack_features: Mapping[int, Tensor] | None = None,
        per_layer_inputs: Tensor | None = None,
        cross_attention_states: Tensor | None = None,
        cross_attention_mask: Tensor | None = None,
        full_text_row_masked_out_mask: Tensor | None = None,
        moe_mm_token_type_ids: Tensor | None = None,
        **how: Any,
    ) -> DecoderOutput:
        """HF's signature: HF's wrapper calls it, with merged embeddings.

        Args:
            input_ids: Or ``inputs_embeds``.
            inputs_embeds: Merged embeddings.
            attention_mask: As for `DecoderInput`.
            position_ids: Likewise.
            use_cache: Whether to make one; None takes the config's choice.
            visual_pos_masks: Where image features stand.
            deepstack_visual_embeds: What deepstack adds behind each of the first blocks.
            vision_mask: ``[batch pos 1]``: where image features stand, in wrappers that hand over the next.
            deepstack_features: What deepstack adds in front of blocks, by their number.
            per_layer_inputs: ``[batch pos layer d_per_layer]``: what `get_per_layer_inputs` gives for the prompt's
                tokens, for models that have it.
            cross_attention_states: ``[tile patch d_model]``: image features that cross-attention attends to.
            cross_attention_mask: ``[batch 1 pos image_key]``: added to its scores.
            full_text_row_masked_out_mask: ``[batch 1 pos 1]``: 0 at positions that see no image.
            moe_mm_token_type_ids: ``[batch pos]``: 0 at tokens for the experts of text, where images have others.
            how: For `decode`; the KV cache, by either of HF's names; and what HF's wrappers hand to every language
                model.

        Raises:
            InputError: An argument that would have no effect.
        """
        embeddings = self._merged(input_ids, inputs_embeds, how)
        how = {key: value for key, value in how.items() if key not in _WITHOUT_EFFECT}
        past = take_kv_cache(how)
        unknown = {key: how[key] for key in how.keys() - _OUTPUTS}
        unknown |= {} if self.cfg.per_layer else {"per_layer_inputs": per_layer_inputs}
        unknown |= {} if self.cfg.has_expert_types else {"moe_mm_token_type_ids": moe_mm_token_type_ids}
        _refuse(key for key, value in unknown.items() if value is not None or key in how)
        told, types = handed_over(), moe_mm_token_type_ids
        visual = visual_pos_masks if vision_mask is None else vision_mask.squeeze(-1)
        behind = zip(range(1, 1 + self.cfg.n_layers), deepstack_visual_embeds or (), strict=False)
        in_front = (deepstack_features or {}).items()  # HF leaves out blocks that the model lacks, as here
        deepstack = dict(behind) | {depth: each for depth, each in in_front if depth < self.cfg.n_layers}
        beside = {
            "attention_mask": attention_mask if isinstance(attention_mask, Tensor) else None,
            "masks": attention_mask if isinstance(attention_mask, Mapping) else None,
            "positions": position_ids,
            "visual": told.visual_of(embeddings, past) if visual is None else visual,
            "of_images": None if types is None else told.with_new_tokens(types.bool(), embeddings),
            "deepstack": deepstack,
            "per_layer": self.per_layer_of(embeddings, input_ids, per_layer_inputs),
            "image_keys": _image_keys(
                cross_attention_states, cross_attention_mask, full_text_row_masked_out_mask, n_rows=len(embeddings)
            ),
        }  # over several devices, HF's wrapper may run on another one than the embedding
        beside = tree_map_only(Tensor | ImageKeys, lambda each: each.to(embeddings.device), beside)
        given = DecoderInput(embeddings=embeddings, **beside)
        if past is None or not past.get_seq_length():
            given = replace(given, all_see_all=self._all_see_all(given))
        if given.image_keys is None and any(has_image_keys(past, n) for n in self._crossing):
            raise InputError(
                "The KV cache holds keys of images, and cross_attention_mask, which says which of them the new tokens "
                "see, is missing. Give it for all tokens so far, or for the new ones: they see what the last token saw."
            )
        if told.captured is not None:
            told.captured.append(given)
            return DecoderOutput(last_hidden_state=given.embeddings)
        given = told.with_prompt(given, past)

        use_cache = bool(self.hf_config.use_cache if use_cache is None else use_cache)
        return self.decode(given, past=past, use_cache=use_cache, **how)

    def decode(
        self,
        given: DecoderInput,
        *,
        past: Cache | None = None,
        use_cache: bool = False,
        output_hidden_states: bool | None = None,
        output_attentions: bool | None = None,
        output_router_logits: bool | None = None,
        start_at_layer: int = 0,
        resid: Residual | None = None,
        **unknown: object,
    ) -> DecoderOutput:
        """As `run`, with HF's arguments and HF's form of output.

        ``hidden_states`` and ``attentions`` hold what HF's hold; attentions come under sdpa as well.

        Raises:
            InputError: An argument that would have no effect; outputs of all layers where only some run.
        """
        _refuse(unknown)
        if output_router_logits and self.cfg.experts is None:
            raise InputError("output_router_logits: this model has no experts, and so no routers.")
        if resid is not None and (output_hidden_states or output_attentions or output_router_logits):
            raise InputError(
                "output_hidden_states, output_attentions and output_router_logits hold all layers, and start_at_layer "
                "runs some of them; "
                "run_with_cache takes single layers."
            )
        if past is None and use_cache:
            past = DynamicCache(config=self.hf_config)
        outputs = HFOutputs(
            self.hook_embed,
            list(self.blocks),
            self.hf_config,
            output_hidden_states=output_hidden_states,
            output_attentions=output_attentions,
            output_router_logits=output_router_logits,
        )
        hooks = outputs.hooks()
        with self.hooks.active(hooks) if hooks.listeners else nullcontext():
            last = self.run(given, past=past, start_at_layer=start_at_layer, resid=resid)
        given_back = {
            "last_hidden_state": last,
            "hidden_states": outputs.hidden_states(last),
            "attentions": outputs.attentions(),
            KV_CACHE: past,
        }
        return DecoderOutput(**given_back, router_logits=outputs.router_logits())

    def run(
        self,
        given: DecoderInput,
        *,
        past: Cache | None = None,
        start_at_layer: int = 0,
        resid: Residual | None = None,
        stop_at_layer: int | None = None,
    ) -> Residual:
        """Runs the blocks, or some of them.

        Args:
            given: Merged embeddings, mask, positions, deepstack features.
            past: KV cache; extended by this pass. ``given.past`` takes its place, and is not extended.
            start_at_layer: First block to run, on ``resid``; negative ones count from the last.
            resid: Residual stream before that block, ``[batch pos d_model]``.
            stop_at_layer: First block not to run, likewise; the final norm is then left out too.

        Returns:
            The stream after the final norm, or, with ``stop_at_layer``, before that block.
        """
        layers = self.layers_between(start_at_layer, stop_at_layer)
        self._check_start(given, past, layers.start, resid)
        if given.past is not None:
            past = _branch(given.past)
        n_past = 0 if past is None else int(past.get_seq_length())
        skipped = self.skipped(given, past)
        with self.hooks.decoding(lambda: replace(given.span(past), skipped=skipped)) as run:
            if run is not None and given.image_keys is not None:
                run.of_images["image_key"] = given.image_keys.span(run.span)
            embeddings = self._own(given.embeddings, layers, run)
            if run is not None and run.differentiates and not embeddings.requires_grad:
                embeddings = embeddings.detach().requires_grad_()
            positions, text_positions = self._positions(given, n_past)
            if n_past + embeddings.shape[1] > self.cfg.n_ctx and not self._told_of_length:
                self._tell_of_length(int(positions.max()) + 1)
            masks = attention_masks(
                self.cfg,
                self.hf_config,
                embeddings=embeddings,
                attention_mask=given.attention_mask if given.masks is None else given.masks,
                past=past,
                text_positions=text_positions,
            )
            lent = self._lent(given, past, layers)
            kinds = dict.fromkeys(self.rotaries)
            unrotated = self._unrotated(embeddings, n_past)
            angles = {
                kind: unrotated if kind is None else kind(positions, like=embeddings, length=given.length)
                for kind in kinds
            }

            if self.cfg.embedding_multiplier is not None:
                embeddings = embeddings * self.cfg.embedding_multiplier
            features = _spread(given, depth=0)
            embeddings = embeddings if features is None else embeddings + features
            x = (
                self.hook_embed(embeddings, run)
                if resid is None
                else self._own(resid.to(embeddings.device), layers, run)
            )
            for layer in layers:
                crosses = self.cfg.mixer_of(layer) == "cross_attn" and layer not in skipped
                x = self.blocks[layer](
                    x,
                    given.image_keys if crosses else masks[layer],
                    angles[self.rotaries[layer]],
                    past,
                    _spread(given, depth=layer + 1),
                    None if run is None else run.in_block(layer),
                    per_layer=None if given.per_layer is None else given.per_layer[:, :, layer],
                    lent=lent,
                    of_images=given.of_images,
                )
            return self.ln_final(x, run) if stop_at_layer is None else x

    def _all_see_all(self, given: DecoderInput) -> bool:
        mask = given.attention_mask if given.masks is None else given.masks
        how = {"attention_mask": mask, "past": None, "text_positions": given.positions}
        return all_see_all(self.cfg, self.hf_config, embeddings=given.embeddings, **how)

    def skipped(self, given: DecoderInput, past: Cache | None = None) -> frozenset[int]:
        """The blocks that a pass leaves out, as HF does: of cross-attention, where there is no image to attend to.

        The stream passes their ``hook_resid_pre``, ``hook_resid_mid`` and ``hook_resid_post`` as it is; nothing else of
        them fires.
        """
        keys, past = given.image_keys, given.past if past is None else past
        if keys is None or keys.features is not None:
            return self._crossing if keys is None else frozenset()
        return frozenset(layer for layer in self._crossing if not has_image_keys(past, layer))

    @property
    def _crossing(self) -> frozenset[int]:
        """The layers of cross-attention."""
        return frozenset() if self.cfg.cross is None else self.cfg.cross.layers

    def get_input_embeddings(self) -> nn.Module:
        """The token embedding; HF's wrapper asks for it by this name."""
        return self.embed_tokens

    def set_input_embeddings(self, embeddings: nn.Module) -> None:
        """Replaces the token embedding; HF's ``resize_token_embeddings`` calls it by this name."""
        self.embed_tokens = embeddings

    def get_per_layer_inputs(self, input_ids: Tensor | None, inputs_embeds: Tensor | None = None) -> Tensor:
        """``[batch pos layer d_per_layer]``: what tokens bring along for each layer; HF's wrapper calls it so.

        Args:
            input_ids: The tokens; None looks for them by ``inputs_embeds``.
            inputs_embeds: Embeddings of tokens.

        Raises:
            InputError: The model has no such inputs; embeddings that are no token's.
        """
        if self.cfg.per_layer is None:
            raise InputError("Tokens bring nothing along for single layers in this model.")
        if input_ids is None:
            assert inputs_embeds is not None
            input_ids = ids_of(inputs_embeds, self.embed_tokens)
        return self.embed_tokens_per_layer(input_ids).unflatten(-1, (self.cfg.n_layers, -1))

    def per_layer_of(
        self, embeddings: Tensor, input_ids: Tensor | None, of_tokens: Tensor | None = None
    ) -> Tensor | None:
        """``[batch pos layer d_per_layer]``: what blocks get of tokens beside the stream; None where they get nothing.

        Args:
            embeddings: ``[batch pos d_model]``: merged.
            input_ids: The tokens, or None.
            of_tokens: What `get_per_layer_inputs` gives for them; None asks it.
        """
        if self.cfg.per_layer is None:
            return None
        of_tokens = self.get_per_layer_inputs(input_ids, embeddings) if of_tokens is None else of_tokens
        return self.per_layer_projection(embeddings, of_tokens)

    def _lent(self, given: DecoderInput, past: Cache | None, layers: range) -> Lent | None:
        """Keys and values of layers that don't run, for those that attend to them; None where no layer does."""
        if not self.cfg.lenders:
            return None
        needed = self.cfg.lending_layers & {self.cfg.lender_of(layer) for layer in layers} - {*layers}
        if missing := needed - given.lent.keys():
            first = min(missing)
            borrower = min(layer for layer in layers if self.cfg.lenders.get(layer) == first)
            raise InputError(
                f"Layer {borrower} attends to the keys and values of layer {first}, so no pass starts between them: "
                f"take start_at_layer={first} at the latest, or cache what you need in one pass."
            )
        own = {layer: given.lent[layer] for layer in needed}
        return Lent(own if past is None else {layer: past.update(k, v, layer) for layer, (k, v) in own.items()})

    def _own(self, stream: Tensor, layers: range, run: ForwardPass | None) -> Tensor:
        """The stream that enters the blocks; a copy where it is handed out, since the inputs serve for later passes."""
        entered = [self.blocks[layers.start].hook_resid_pre] if layers else []
        handed_out = not layers or any(point.wanted(run) for point in (self.hook_embed, *entered))
        return stream.clone() if handed_out else stream

    def _unrotated(self, embeddings: Tensor, n_past: int) -> Angles | None:
        """What layers without rotation do to queries by their place, which counts padding too; None if nothing."""
        scale = self.cfg.unrotated_query_scale
        if scale is None:
            return None
        places = torch.arange(n_past, n_past + embeddings.shape[1], device=embeddings.device)
        return Angles(query_scale=scale.at(places)[None, None, :, None])

    def _positions(self, given: DecoderInput, n_past: int) -> tuple[Tensor, Tensor | None]:
        """Positions as ``[axis batch pos]``, and the text positions by which HF finds packed sequences."""
        n_axes, positions, n_pos = self.cfg.rotary.n_axes, given.positions, given.embeddings.shape[1]
        if positions is None:
            counted = torch.arange(n_past, n_past + n_pos, device=given.embeddings.device)[None]
            return counted.expand(n_axes, 1, -1), (counted if n_axes == 1 else None)
        if positions.shape[-1] == n_pos:
            if positions.ndim == 2:
                return positions.expand(n_axes, *positions.shape), (positions if n_axes == 1 else None)
            if n_axes == 3 and positions.ndim == 3 and len(positions) in (1, 3, 4):
                # HF's generate puts the text positions before the three axes; behind a KV cache, one stands for all
                return positions[-3:].expand(3, -1, -1), (positions[0] if len(positions) == 4 else None)
        expected = f"[batch {n_pos}]" + (f", [3 batch {n_pos}], or [4 batch {n_pos}] with text first" * (n_axes == 3))
        raise InputError(
            f"position_ids have shape {list(positions.shape)}; this pass takes {expected}. Where HF computes them "
            "behind a KV cache, it does so for all of attention_mask: leave the mask out, or give position_ids."
        )

    def _tell_of_length(self, length: int) -> None:
        """Warns, once, of positions beyond those that the model was made for, which HF runs without a word."""
        self._told_of_length = length > self.cfg.n_ctx
        if self._told_of_length:
            _log.warning(
                "The sequence has %d positions, and the model was made for %d (max_position_embeddings): what it says "
                "beyond them may mean little. Shorten the prompt, or give fewer or smaller images.",
                length,
                self.cfg.n_ctx,
            )

    def beside_stream(self, first: int) -> list[str]:
        """Where content of tokens, and so of images, comes in beside the stream, from block ``first`` on: hook points.

        What deepstack adds, and what blocks get of a token for themselves. ``lm.hook_embed`` and all of them are all
        that the decoder gets.
        """
        layers = range(first, self.cfg.n_layers)
        own = [f"lm.blocks.{n}.per_layer.hook_input" for n in layers if self.cfg.per_layer is not None]
        return [*(f"lm.blocks.{n}.hook_deepstack" for n in self.cfg.deepstack_layers if n >= first), *own]

    def inlet(self, depth: int, *, mlp: bool = False) -> Inlet:
        """What reads the stream at a depth: a block's attention, or its MLP; the final norm behind the last block."""
        if depth == self.cfg.n_layers:
            return Inlet(norm=self.ln_final, stream=self.blocks[-1].hook_resid_post)
        return self.blocks[depth].inlet("mlp" if mlp else "attn")

    def carried(self, layer: int, depth: int) -> Tensor | None:
        """``[]``: what is left, in front of block ``depth``, of a unit added to the stream within block ``layer``.

        None, which is all of it, where no block in between multiplies the stream.
        """
        if not self.cfg.layer_scalars or layer >= depth:
            return None
        scalars = [self.blocks[nth].scalar for nth in range(layer, depth)]
        return torch.cat([cast(Tensor, scalar).float() for scalar in scalars]).prod()

    def layers_between(self, start: int, stop: int | None) -> range:
        """The blocks from ``start_at_layer`` up to ``stop_at_layer``; None runs to the end.

        Raises:
            OutOfRangeError: The model has not so many layers, or ``stop`` comes before ``start``.
        """
        n_layers = self.cfg.n_layers
        first = start + n_layers if start < 0 else start
        last = n_layers if stop is None else stop + n_layers if stop < 0 else stop
        if not 0 <= first <= last <= n_layers:
            raise OutOfRangeError(
                f"start_at_layer={start}, stop_at_layer={stop} don't fit a model of {n_layers} layers: "
                f"0 <= start <= stop <= {n_layers} is needed."
            )
        return range(first, last)

    def _check_start(self, given: DecoderInput, past: Cache | None, first: int, resid: Residual | None) -> None:
        """Raises an InputError if a pass can't begin before block ``first``."""
        if first > 0 and resid is None:
            raise InputError("start_at_layer and resid belong together: resid is the stream before that layer.")
        if resid is not None:
            _check_resid(resid, given.embeddings)
        if past is not None and (first > 0 or given.past is not None):
            raise InputError(
                "start_at_layer would leave gaps in a KV cache, and a prefilled input has one of its own: leave it "
                "out. model.prefill makes inputs that can be resumed."
            )
        if (given.per_layer is None) != (self.cfg.per_layer is None):
            raise InputError("per_layer has what tokens bring along for each layer, in models that have it; encode it.")
        if given.deepstack.keys() - self.cfg.deepstack:
            raise InputError(
                f"Deepstack features for the depths {sorted(given.deepstack)}, but the model takes them at "
                f"{sorted(self.cfg.deepstack)}."
            )


def _missing(cfg: DecoderConfig, layer: int) -> str:
    return "self-attention" if cfg.mixer_of(layer) == "cross_attn" else "a pattern"


def _image_keys(features: Tensor | None, mask: Tensor | None, sees: Tensor | None, *, n_rows: int) -> ImageKeys | None:
    """What HF's wrapper hands over for cross-attention.

    Raises:
        InputError: Image features, and no mask: HF's result would then depend on the kernel, as its fused one takes
            image features for a sequence that is masked causally.
    """
    if mask is None or sees is None:
        if features is not None:
            raise InputError(
                "pixel_values come without cross_attention_mask, which says which tokens see which tiles: pass the "
                "processor's whole output."
            )
        return None
    features = None if features is None else features.reshape(n_rows, -1, features.shape[-1])
    return ImageKeys(features=features, mask=mask, sees=sees[:, 0])


def _refuse(unknown: Iterable[str]) -> None:
    unknown = sorted(unknown)
    refuse_arguments(unknown)
    if names := ", ".join(unknown):
        raise InputError(f"The model got {names}, which has no effect on it; leave it out, or check the spelling.")


def _check_resid(resid: Any, embeddings: Tensor) -> None:
    if not isinstance(resid, Tensor):
        raise InputError(f"resid is a tensor such as cache['resid_pre', layer], got {type(resid).__name__}.")
    if resid.shape != embeddings.shape or resid.dtype != embeddings.dtype:
        raise InputError(
            f"resid has shape {list(resid.shape)} and {resid.dtype}, but these inputs have "
            f"{list(embeddings.shape)} and {embeddings.dtype}."
        )


def _branch(past: Cache) -> Cache:
    """A KV cache that grows by itself and shares what is there already."""
    branch = copy.copy(past)
    branch.layers = [copy.copy(layer) for layer in past.layers]
    for layer in branch.layers:
        for name, value in vars(layer).items():
            if isinstance(value, dict):  # states of recurrences, which are written in place
                setattr(layer, name, tree_map_only(Tensor, Tensor.clone, value))
    return branch


def _spread(given: DecoderInput, *, depth: int) -> Residual | None:
    """What deepstack adds at a depth, ``[batch pos d_model]``, with zeros at text positions."""
    if depth not in given.deepstack or given.visual is None:
        return None
    dense = torch.zeros_like(given.embeddings)
    dense[given.visual.to(dense.device)] = given.deepstack[depth].to(dense)
    return dense
