"""The part of a model that runs it with a cache or with hooks."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any, Literal, Self, SupportsIndex, cast

import torch
from torch import Tensor
from torch.nn import functional as F
from transformers import PreTrainedConfig

from vlm_lens_native._transformers import KV_CACHE
from vlm_lens_native.cache import ActivationCache, Positions
from vlm_lens_native.decoder import HookedDecoder
from vlm_lens_native.decomposition import HasWeights
from vlm_lens_native.encoded import DecoderInput, Inputs, Prepared
from vlm_lens_native.errors import InputError
from vlm_lens_native.hook_names import NamesFilter, is_visual, looks_like_names, spellings
from vlm_lens_native.hook_registry import check_in_place
from vlm_lens_native.hooking import Hookable, NamedHook, Tokens, is_pair
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.indices import one_index
from vlm_lens_native.inputs.geometry import is_pixels
from vlm_lens_native.inputs.placeholders import is_placeholder
from vlm_lens_native.interventions import AddActivation
from vlm_lens_native.recording import CacheRecorder

ReturnType = Literal["logits", "loss", "both"] | None


class Runnable(Hookable):
    """Adds ``run_with_cache`` and ``run_with_hooks`` to whatever has a forward pass around a decoder."""

    @property
    def hf_config(self) -> PreTrainedConfig:
        """HF's config of the whole model."""
        raise NotImplementedError

    @property
    def device(self) -> torch.device:
        """Where inputs go."""
        raise NotImplementedError

    def forward(self, inputs: Inputs | None = None, **kwargs: Any) -> Any:
        """One forward pass."""
        raise NotImplementedError

    def encode(self, inputs: Inputs, **kwargs: Any) -> DecoderInput:
        """What the decoder receives."""
        raise NotImplementedError

    def as_inputs(self, given: Inputs) -> Prepared:
        """Text alone as inputs."""
        raise NotImplementedError

    def run_with_cache(
        self,
        inputs: Inputs | NamesFilter = None,
        names_filter: NamesFilter = None,
        *,
        return_type: ReturnType = "logits",
        device: torch.device | str | None = None,
        positions: Positions = None,
        incl_bwd: bool = False,
        stop_at_layer: int | None = None,
        remove_batch_dim: bool = False,
        pos_slice: Positions | tuple[int | None, ...] = None,
        **kwargs: Any,
    ) -> Any:
        """Runs the model and keeps activations: ``logits, cache = model.run_with_cache(inputs, names)``.

        Without inputs it is a context manager, ``with model.run_with_cache(names) as cache:``, whose cache takes in
        every pass that the block makes.

        Args:
            inputs: As for ``forward``; or, for the context manager, the names. A text that is written like a name
                (``"hook_z"``, ``"blocks.*"``) or is one is a name, any other a prompt; ``{"input_ids": ...}`` is always
                a prompt.
            names_filter: A name, a pattern with ``*``, a list of these, a predicate, or None for all.
            return_type: ``"logits"``, ``"loss"``, ``"both"`` (logits, loss), or None. Without ``labels`` the loss is
                that of every next token of the inputs, as in TransformerLens; padding and images are not counted.
            device: Where to keep the activations; None leaves them where they are.
            positions: The positions to keep (of ``hook_pattern``, ``hook_attn_scores`` and ``hook_mask``: of queries).
                Numbers and slices count the columns of a padded batch; a token layout's selection means the same
                tokens in every row, and ``cache.tokens["pos"]`` tells which of those that were kept are tokens.
            incl_bwd: Also runs backward from the loss and keeps gradients, under ``name + "_grad"``.
            stop_at_layer: First layer not to run; the stream before it is returned in place of logits.
            remove_batch_dim: Drops the batch axis; for one row only.
            pos_slice: TransformerLens's name of ``positions``; a tuple is ``(start, stop)`` or ``(start, stop, step)``.
                A single position keeps its axis, as with ``positions``.
            kwargs: For ``forward``.

        Raises:
            HookNameError: A name matches no hook point.
            InputError: A name of which the pass comes to no point: in the vision encoder without pixels, or in layers
                that don't run.
        """
        if pos_slice is not None and positions is not None:
            raise InputError("positions and pos_slice are two names for one thing; give one of them.")
        positions = positions if pos_slice is None else slice(*pos_slice) if isinstance(pos_slice, tuple) else pos_slice
        given = self._as_prompt(inputs, has_names=names_filter is not None)
        if given is None:
            if kwargs or stop_at_layer is not None or return_type != "logits" or remove_batch_dim:
                raise InputError(
                    "Without inputs run_with_cache is a context manager, which takes names, device, positions and "
                    "incl_bwd. Inputs are one argument: run_with_cache(inputs, names)."
                )
            names = names_filter if inputs is None else inputs
            return self.caching(cast(NamesFilter, names), positions=positions, device=device, incl_bwd=incl_bwd)
        if incl_bwd and return_type not in ("loss", "both"):
            raise InputError('incl_bwd runs backward from the loss: give return_type="loss" or "both".')
        recording = self.caching(names_filter, positions=positions, device=device, incl_bwd=incl_bwd)
        self._check_reached(names_filter, given, kwargs, stop_at_layer)
        with recording as cache:
            result, loss = self._run(given, return_type, stop_at_layer, kwargs)
            if incl_bwd and loss is not None:
                loss.backward()
        return result, (cache.remove_batch_dim() if remove_batch_dim else cache)

    def caching(
        self,
        names: NamesFilter = None,
        *,
        positions: Positions = None,
        device: torch.device | str | None = None,
        incl_bwd: bool = False,
    ) -> AbstractContextManager[ActivationCache]:
        """A context whose cache takes in every pass that the block makes: ``with model.caching(names) as cache:``.

        Args:
            names: A name, a pattern with ``*``, a list of these, a predicate, or None for all.
            positions: As for ``run_with_cache``.
            device: Likewise.
            incl_bwd: Also keeps the gradients of every ``backward()`` from these passes, under ``name + "_grad"``.

        Raises:
            HookNameError: A name matches no hook point.
            InputError: When the block ends: positions that no pass came to.
        """
        points = self._resolve(names)
        spelled = spellings(names, list(self._hooks.points))
        cache = ActivationCache(model=cast(HasWeights, self), spelled=spelled)
        recorder = CacheRecorder(cache, points, positions=positions, device=device, gradients=incl_bwd)
        return self._recording(recorder, cache)

    def steer(
        self,
        direction: Any,
        layer: SupportsIndex | None = None,
        coefficient: float | int = 1.0,
        positions: Positions = None,
        *,
        tokens: Tokens = "all",
    ) -> AbstractContextManager[Self]:
        """A context in which a direction is added to the stream: ``with model.steer(direction, 3, 2.0): ...``.

        Args:
            direction: ``[d_model]``, as ``word_direction`` gives it; or an ``experiments.Direction``.
            layer: The stream behind this block; negative ones count from the last. None: where the direction was found.
            coefficient: What it is multiplied by; negative ones steer away.
            positions: Where; None means everywhere.
            tokens: Under ``generate``, as for ``hooks``.

        Raises:
            InputError: Something of another width than the stream, or a tensor and no layer.
            OutOfRangeError: There is no such layer.
        """
        vector = direction if isinstance(direction, Tensor) else getattr(direction, "vector", None)
        name = getattr(direction, "hook", None)
        if vector is None or (layer is None and name is None):
            raise InputError(f"steer takes a tensor and a layer, or an experiments.Direction; got {direction!r:.100}.")
        d_model = self.lm.cfg.d_model
        if vector.shape != (d_model,):
            raise InputError(f"A direction has {d_model} entries, got a tensor of shape {list(vector.shape)}.")
        if layer is not None:
            name = f"lm.blocks.{one_index('layer', layer, self.lm.cfg.n_layers)}.hook_resid_post"
        return self.hooks([(name, AddActivation(vector, scale=coefficient, positions=positions))], tokens=tokens)

    def find_hook_points(self) -> None:
        """Looks for the decoder's hook points anew, after you put a module of your own, or a hook point, into it.

        See `HookedDecoder.find_hook_points`.
        """
        self.lm.find_hook_points()

    def run_with_hooks(
        self,
        inputs: Inputs | Sequence[Any] | None = None,
        fwd_hooks: Sequence[NamedHook] = (),
        bwd_hooks: Sequence[NamedHook] = (),
        *,
        tokens: Tokens = "all",
        return_type: ReturnType = "logits",
        stop_at_layer: int | None = None,
        reset_hooks_end: bool = True,
        clear_contexts: bool = False,
        **kwargs: Any,
    ) -> Any:
        """Runs the model with hooks: ``logits = model.run_with_hooks(inputs, fwd_hooks=[(name, function)])``.

        Given hooks in place of inputs it is a context manager, as ``model.hooks`` is.

        Args:
            inputs: As for ``forward``; or a list of ``(name, function)``, or one ``[name, function]``.
            fwd_hooks: Pairs of a name (or pattern, list, predicate) and ``function(activation, hook)``, which returns a
                tensor to go on with, or None.
            bwd_hooks: The same for gradients; they run when you call ``backward()``.
            tokens: As for ``hooks``, for the context manager around ``generate``.
            return_type: As for ``run_with_cache``.
            stop_at_layer: As for ``run_with_cache``.
            reset_hooks_end: False leaves the hooks on the model, for all threads, until ``reset_hooks``.
            clear_contexts: Whether every ``hook.ctx`` is emptied at the end.
            kwargs: For ``forward``.

        Raises:
            HookNameError: A name matches no hook point.
            InputError: A hook at points to which the pass does not come, likewise.
        """
        given = self._as_prompt(inputs, has_names=True)
        if given is None:
            if kwargs or stop_at_layer is not None or return_type != "logits":
                raise InputError(
                    "Without inputs run_with_hooks is a context manager, which takes hooks only. Inputs are one "
                    "argument: run_with_hooks(inputs, hooks)."
                )
            hooks = cast(Sequence[Any] | None, inputs)
            pairs = [] if hooks is None else [hooks] if is_pair(hooks) else list(hooks)
            return self.hooks(fwd_hooks=[*pairs, *fwd_hooks], bwd_hooks=bwd_hooks, tokens=tokens)
        if tokens == "new":
            raise InputError('A forward pass has no new tokens; tokens="new" is for a context around model.generate.')
        if not reset_hooks_end:
            self._add_all(fwd_hooks, bwd_hooks)
        with self.hooks(fwd_hooks, bwd_hooks) if reset_hooks_end else nullcontext():
            for names, _ in (*fwd_hooks, *bwd_hooks):
                self._check_reached(names, given, kwargs, stop_at_layer)
            result = self._run(given, return_type, stop_at_layer, kwargs)[0]
        if clear_contexts:
            self.clear_contexts()
        return result

    def _as_prompt(self, given: Any, *, has_names: bool) -> Prepared | None:
        """Inputs, of whatever stands where inputs or names may stand; None if it is names or hooks, or nothing."""
        if given is None or callable(given):
            return None
        if isinstance(given, str | Collection) and not isinstance(given, Mapping | Tensor):
            texts = [given] if isinstance(given, str) else list(given)
            if not texts or not all(isinstance(text, str) for text in texts):
                return None  # hooks, or something that is none, which whoever takes it will say
            if not has_names and looks_like_names(texts, list(self._hooks.points)):
                return None
        return self.as_inputs(cast(Inputs, given))

    def _resolve(self, names: NamesFilter) -> list[str]:
        found, points = super()._resolve(names), self._hooks.own
        check_in_place(
            self.lm,
            {name: points[name] for name in found if name in points and not points[name].is_visual},
            prefix="lm",
        )
        return found

    def _check_reached(
        self, names: NamesFilter, inputs: Prepared, kwargs: Mapping[str, Any], stop_at_layer: int | None
    ) -> None:
        """Raises if a pass over these inputs comes to none of the points that a name or pattern means."""
        blocks = self.lm.layers_between(kwargs.get("start_at_layer", 0), stop_at_layer)
        reach = _Reach.of(self.lm, inputs, kwargs, blocks=blocks, ends=stop_at_layer is None)
        if reach.is_whole:
            return
        points = self._hooks.points
        for name in [names] if names is None or isinstance(names, str) or callable(names) else names:
            found = [points[each] for each in self._resolve(name)]
            if not any(map(reach.includes, found)):
                reason = reach.why_not(found[0])
                raise InputError(f"A pass over these inputs does not come to {name!r}: {reason}.")

    def _run(
        self, inputs: Prepared, return_type: ReturnType, stop_at_layer: int | None, kwargs: dict[str, Any]
    ) -> tuple[Any, Tensor | None]:
        """A pass for ``run_with_*``: what ``return_type`` asks for, and the loss."""
        if return_type not in ("logits", "loss", "both", None):
            raise InputError(f'return_type is "logits", "loss", "both" or None, got {return_type!r}.')
        if stop_at_layer is not None and return_type in ("loss", "both"):
            raise InputError(
                f"A pass that stops at layer {stop_at_layer} has no loss; leave stop_at_layer or return_type out."
            )
        if stop_at_layer is not None or return_type is None:
            with self._grad_as_asked(), self._hooks.whole_pass():
                kwargs = {key: value for key, value in kwargs.items() if key != "use_cache"}  # it would stay unfinished
                encoded = inputs if isinstance(inputs, DecoderInput) else self.encode(inputs, **kwargs)
                where = kwargs if isinstance(inputs, DecoderInput) else {}
                resid = self.lm.run(encoded, stop_at_layer=stop_at_layer, **where)
            return (None if stop_at_layer is None else resid), None
        has_labels = "labels" in kwargs or (isinstance(inputs, Mapping) and "labels" in inputs)
        if return_type != "logits" and not has_labels:
            kwargs = {**kwargs, "labels": self._next_tokens(inputs)}
        if not isinstance(inputs, DecoderInput):
            kwargs = {"use_cache": False, **kwargs}
        out = self.forward(inputs, **kwargs)
        return {"logits": out.logits, "loss": out.loss, "both": (out.logits, out.loss)}[return_type], out.loss

    def _next_tokens(self, inputs: Prepared) -> Tensor:
        """The labels of a loss over every next token: the inputs' own token ids, but not padding and images."""
        prompt = inputs.prompt if isinstance(inputs, DecoderInput) else inputs
        ids = prompt.get("input_ids")
        if ids is None or (isinstance(inputs, DecoderInput) and ids.shape[1] != inputs.embeddings.shape[1]):
            raise InputError("These inputs don't hold all token ids; a loss needs labels=, with -100 to leave one out.")
        left_out = is_placeholder(ids, self.hf_config)
        mask = prompt.get("attention_mask")
        if mask is not None:
            padding = (mask == 0).to(ids.device)
            left_out = left_out | padding | F.pad(padding[:, :-1], (1, 0))  # nothing predicts what padding precedes
        if left_out[:, 1:].all():
            raise InputError(
                "There is no next token to count: a loss needs at least two tokens in a row, without padding and "
                f"images; got ids of shape {list(ids.shape)}."
            )
        return ids.masked_fill(left_out, -100).to(self.device)


@dataclass(frozen=True, kw_only=True)
class _Reach:
    """Which hook points a pass comes to: without pixels none in the vision encoder, and none of layers that don't run.

    Attributes:
        blocks: The decoder's blocks.
        embeds: Whether it begins with the embeddings.
        ends: Whether it goes on to the final norm.
        sees_images: Whether it begins with the vision encoder.
        is_encoded: Whether that has run before.
        skipped: The blocks that it leaves out, for lack of images.
    """

    blocks: range
    embeds: bool
    ends: bool
    sees_images: bool
    is_encoded: bool
    skipped: frozenset[int]

    @classmethod
    def of(cls, lm: HookedDecoder, inputs: Prepared, kwargs: Mapping[str, Any], *, blocks: range, ends: bool) -> _Reach:
        """Of a pass over some inputs, with arguments of ``forward``."""
        is_encoded = isinstance(inputs, DecoderInput)
        given = kwargs if isinstance(inputs, DecoderInput) else {**inputs, **kwargs}
        there = {key for key, value in given.items() if value is not None}
        sees_images = not is_encoded and any(map(is_pixels, there))
        skipped: frozenset[int] = frozenset()
        if isinstance(inputs, DecoderInput):
            skipped = lm.skipped(inputs, kwargs.get(KV_CACHE))
        elif lm.cfg.cross is not None and not sees_images and not there & {KV_CACHE, "cross_attention_states"}:
            skipped = lm.cfg.cross.layers
        return cls(
            blocks=blocks,
            embeds=kwargs.get("resid") is None,
            ends=ends,
            sees_images=sees_images,
            is_encoded=is_encoded,
            skipped=skipped,
        )

    @property
    def is_whole(self) -> bool:
        """Whether it comes to every hook point."""
        return self.sees_images and self.embeds and self.ends

    def includes(self, point: HookPoint) -> bool:
        """Whether the pass comes to a hook point."""
        if is_visual(point.name):
            return self.sees_images
        if point.layer is not None:
            passes = point.layer not in self.skipped or point.is_stream
            return point.layer in self.blocks and passes
        return self.ends if "ln_final" in point.name else self.embeds

    def why_not(self, point: HookPoint) -> str:
        """The reason why it does not come there."""
        if is_visual(point.name):
            reason = "they are encoded already; give the inputs of model.encode"
            return f"it lies in vision encoder or adapter, and {reason if self.is_encoded else 'they hold no pixels'}"
        if point.layer in self.skipped:
            return f"block {point.layer} attends to images and is left out where there are none, as in Hugging Face"
        return f"only blocks {self.blocks.start} to {self.blocks.stop - 1} run" if self.blocks else "no block runs"
