"""``HookedVLMTransformer``: a vision-language model whose every activation can be read and changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch
from torch import Tensor, nn
from transformers import DynamicCache, PreTrainedConfig, PreTrainedModel
from transformers.modeling_outputs import CausalLMOutputWithPast

from .cache import ActivationCache, CacheRecorder, Positions
from .config import DecoderConfig
from .decoder import NO_INPUTS, DecoderInput, HookedDecoder, Inputs, capture_input, images_at, prompted_by
from .errors import InputError
from .families import Family
from .hook_names import NamesFilter, is_visual
from .hooking import Hookable, NamedHook, Tokens, is_pair
from .hooks import HookRegistry, PromptSize, prompt_of
from .host import adopt_host, execution_device, load_host, load_processor
from .inputs.placeholders import is_placeholder, placeholder_ids
from .inputs.promptable import Promptable
from .inputs.prompts import PromptBuilder
from .shapes import Logits, Residual
from .toys import TOYS, toy_path
from .weights import WeightViews, process_weights

ReturnType = Literal["logits", "loss", "both"] | None
_OFFSETS = "rope_deltas"  # HF's name: how far behind its number a text token's M-RoPE position is after images


class HookedVLMTransformer(Hookable, Promptable, WeightViews, nn.Module):
    """A vision-language model: HF's vision encoder and adapter, our decoder, HF's head and generation.

    Load one with ``from_pretrained`` or ``from_hf``. Weights are frozen on loading, so a forward pass builds no
    autograd graph unless something in it asks for one: a gradient hook, an input or a hook's result with
    ``requires_grad``, or weights that you unfreeze with ``model.requires_grad_()``.

    Attributes:
        hf: HF's model, holding our decoder in the place of its language model.
        family: What is particular to the model's family.
        processor: HF's processor, or None.
        processing: What ``process_weights`` has done to the weights.
    """

    hf: Any  # HF builds its classes too dynamically for a type checker
    family: Family

    def __init__(
        self, hf: PreTrainedModel, family: Family, *, processor: Any = None, default_prompt: str | None = None
    ):
        super().__init__()
        self.hf = hf
        self.family = family
        self.processor = processor
        self.processing: tuple[str, ...] = ()
        self._prompts = PromptBuilder(
            processor=processor, hf_config=hf.config, geometry=family.vision_tokens, default_prompt=default_prompt
        )

    # --- loading ---------------------------------------------------------------------------------------------------

    @classmethod
    def from_pretrained(
        cls,
        name_or_path: str | Path,
        *,
        dtype: torch.dtype | str = "auto",
        device: torch.device | str | None = None,
        device_map: Any = None,
        attn_implementation: str = "sdpa",
        revision: str | None = None,
        token: str | bool | None = None,
        cache_dir: str | Path | None = None,
        local_files_only: bool = False,
        quantization_config: Any = None,
        processor: Any = None,
        default_prompt: str | None = None,
        torch_dtype: torch.dtype | str | None = None,
        **hf_kwargs: Any,
    ) -> HookedVLMTransformer:
        """Loads a checkpoint; its weights go straight from the files into our modules.

        Args:
            name_or_path: A hub id, a local directory, or a toy (``"toy-llava"``).
            dtype: Of the weights; ``"auto"`` takes the checkpoint's.
            device: Where the whole model goes; None leaves it on the CPU.
            device_map: HF's way to spread a model over devices; not together with ``device``.
            attn_implementation: ``"sdpa"`` (fused) or ``"eager"`` (step by step).
            revision: Git revision of the hub's repository.
            token: For private repositories of the hub.
            cache_dir: Where downloads are kept.
            local_files_only: Don't ask the hub.
            quantization_config: HF's quantization config.
            processor: Takes the place of the checkpoint's processor.
            default_prompt: System prompt; or, where it contains ``{task}``, the text of the user turn. None takes the
                checkpoint's own.
            torch_dtype: The older name of ``dtype``.
            hf_kwargs: For HF's ``from_pretrained`` (``max_memory``, ``offload_folder``, ...).

        Raises:
            LoadingError: And its subclasses, for what can't be reached, read or converted.
            InputError: Arguments that exclude each other.
        """
        if torch_dtype is not None and dtype not in ("auto", torch_dtype):
            raise InputError(f"dtype={dtype} and torch_dtype={torch_dtype} differ; give one of them.")
        if device is not None and device_map is not None:
            raise InputError(f"device={device} and device_map={device_map!r} exclude each other; give one of them.")
        path = toy_path(str(name_or_path)) if str(name_or_path) in TOYS else name_or_path
        hub = {"revision": revision, "token": token, "cache_dir": cache_dir, "local_files_only": local_files_only}
        hub = {key: value for key, value in hub.items() if value}
        hf_kwargs |= {"device_map": device_map} if device_map is not None else {}
        hf_kwargs |= {"device_map": {"": device}} if device is not None else {}
        hf_kwargs |= {"quantization_config": quantization_config} if quantization_config is not None else {}
        hf, family = load_host(
            path, attn_implementation=attn_implementation, hub=hub, dtype=torch_dtype or dtype, **hf_kwargs
        )
        prompt = family.defaults_for(name_or_path).default_prompt if default_prompt is None else default_prompt
        return cls(
            hf,
            family,
            processor=load_processor(path, hub, family) if processor is None else processor,
            default_prompt=prompt,
        )

    @classmethod
    def from_hf(
        cls, hf_model: PreTrainedModel, processor: Any = None, *, default_prompt: str | None = None
    ) -> HookedVLMTransformer:
        """Takes over the weights of an HF model in memory, without a copy; the HF model stays usable.

        Raises:
            LoadingError: Its family or config is not handled.
        """
        hf, family = adopt_host(hf_model)
        return cls(hf, family, processor=processor, default_prompt=default_prompt)

    # --- what it is ------------------------------------------------------------------------------------------------

    @property
    def lm(self) -> HookedDecoder:
        """The decoder."""
        return self.hf.get_submodule(self.family.language_model)

    @property
    def _hooks(self) -> HookRegistry:
        return self.lm.hooks

    @property
    def cfg(self) -> DecoderConfig:
        """Shape and variants of the decoder."""
        return self.lm.cfg

    @property
    def hf_config(self) -> PreTrainedConfig:
        """HF's config of the whole model."""
        return self.hf.config

    @property
    def tokenizer(self) -> Any:
        """The processor's tokenizer, or None."""
        return getattr(self.processor, "tokenizer", None)

    @property
    def device(self) -> torch.device:
        """Where inputs go: where the token embedding computes."""
        return execution_device(self.hf.get_input_embeddings())

    @property
    def dtype(self) -> torch.dtype:
        """Of the decoder's weights."""
        return self.hf.get_input_embeddings().weight.dtype

    def unembed(self, resid: Residual) -> Logits:
        """Logits for the stream after the final norm."""
        return self.hf.get_output_embeddings()(resid)

    def process_weights(
        self, *, fold_ln: bool = True, center_unembed: bool = True, fold_value_biases: bool = True
    ) -> HookedVLMTransformer:
        """A model with the same log-probabilities whose parts are easier to read; this one stays as it is.

        The two share the weights that don't change; hooks stay behind. Norms are RMS norms, so there is no mean to take
        off the weights that write to the residual stream (TransformerLens's ``center_writing_weights``). Folding rounds
        to the weights' dtype: load in float32 for the same numbers. HF's format has no place for folded biases of
        values, so save a model without ``fold_value_biases`` where it is to be loaded again.

        Args:
            fold_ln: Multiplies the weights of norms into the layers behind them, and leaves ones behind.
            center_unembed: Takes the mean over the vocabulary off the unembedding, which no softmax can see; logits
                move by a number of their own at each position.
            fold_value_biases: Moves the bias of values behind attention, whose weights sum to 1. Padding, which may
                attend to nothing, changes.

        Raises:
            WeightsError: The weights are offloaded or quantised.
        """
        hf, done = process_weights(
            self.hf,
            self.family.language_model,
            fold_ln=fold_ln,
            center_unembed=center_unembed,
            fold_value_biases=fold_value_biases,
        )
        prompt = self._prompts.default_prompt
        model = type(self)(hf, self.family, processor=self.processor, default_prompt=prompt)
        model.reset_hooks(including_permanent=True)
        model.processing = tuple(dict.fromkeys((*self.processing, *done)))
        return model

    def __repr__(self) -> str:
        cfg = self.cfg
        n_parameters = sum(parameter.numel() for parameter in self.hf.parameters())
        return (
            f"HookedVLMTransformer({self.family.model_type}: {cfg.n_layers} layers, {cfg.n_heads} heads "
            f"({cfg.n_key_value_heads} key/value), d_model {cfg.d_model}, d_vocab {cfg.d_vocab}; "
            f"{n_parameters / 1e6:,.1f} M parameters, {str(self.dtype).removeprefix('torch.')} on {self.device}, "
            f"{self.hf_config._attn_implementation}, {len(self.hook_dict)} hook points"
            f"{'; ' + ', '.join(self.processing) if self.processing else ''})"
        )

    # --- inputs ----------------------------------------------------------------------------------------------------

    def encode(self, inputs: Inputs, **kwargs: Any) -> DecoderInput:
        """Runs the vision encoder and merges its features into the text, once for many passes of the decoder.

        Encoded inputs come back as they are.

        Raises:
            InputError: Encoded inputs, and hooks in the vision encoder or arguments, which would have no effect.
        """
        if isinstance(inputs, DecoderInput):
            listening = {name for hooks in self._hooks.active_sets() for name in hooks.listeners if is_visual(name)}
            if unused := sorted({*listening, *kwargs}):
                raise InputError(
                    f"These inputs are encoded already, so {', '.join(unused[:3])} would have no effect; give the "
                    "inputs of model.encode."
                )
            return inputs
        complete = self._complete(inputs, kwargs)
        with self._grad_as_asked(), images_at(self._images(complete)), capture_input() as captured:
            self.hf.base_model(**complete, use_cache=False)
        return replace(
            captured[0],
            prompt=self._prompts.without_pixels(complete, None if kwargs else inputs),
            offsets=getattr(self.hf.base_model, _OFFSETS, None),
        )

    def prefill(self, inputs: Inputs, n_pos: int) -> DecoderInput:
        """Runs the first positions once, for many passes over the rest of the prompt.

        The result is taken wherever encoded inputs are: by ``forward`` (also with ``start_at_layer``), by
        ``run_with_cache`` and by ``run_with_hooks``. Passes compute the rest only and read the first positions' keys
        and values from a KV cache, so hooks act on the rest only; results equal those of a whole pass up to rounding.

        Args:
            inputs: As for ``forward``.
            n_pos: How many positions to run now; hooks of open contexts run in this pass.

        Raises:
            InputError: Nothing would be left of the prompt, or the inputs are prefilled already.
        """
        encoded = self.encode(inputs)
        if encoded.past is not None:
            raise InputError("These inputs are prefilled already; prefill encoded = model.encode(inputs) again.")
        first, rest = encoded.split(n_pos)
        past = DynamicCache(config=self.lm.hf_config)
        with self._grad_as_asked(), prompt_of(PromptSize(*encoded.embeddings.shape[:2])):
            self.lm.run(first, past=past)
        return replace(rest, past=past)

    def _complete(self, inputs: Mapping[str, Any] | None, kwargs: Mapping[str, Any]) -> dict[str, Any]:
        """Checks a user's inputs, moves them to the model, and adds what HF would silently go without."""
        if inputs is not None and not isinstance(inputs, Mapping):
            raise InputError(NO_INPUTS.format(type(inputs).__name__))
        given = {**(inputs or {}), **kwargs}
        for key, value in given.items():
            if isinstance(value, np.ndarray) or (key == "input_ids" and not isinstance(value, Tensor | None)):
                raise InputError(
                    f"{key} is a {type(value).__name__}, and the model takes tensors: processor(..., "
                    'return_tensors="pt") makes them.'
                )
        complete = {key: _moved(value, self.device) for key, value in given.items()}
        past = complete.get("past_key_values")
        if past is not None and past.get_seq_length():
            if hasattr(past, _OFFSETS):
                self._set_offsets(getattr(past, _OFFSETS))
            return complete
        self._set_offsets(None)
        if complete.get("input_ids") is not None:
            self._prompts.check(complete)
            if self.family.needs_token_types:
                types, given = self._token_types(complete["input_ids"]), complete.get("mm_token_type_ids")
                if given is not None and not torch.equal(given.to(types), types):
                    raise InputError(
                        "mm_token_type_ids must be 1 at image placeholders, 2 at those of videos, and 0 elsewhere: "
                        "positions follow from them. These differ. Leave them out, and they are made from input_ids."
                    )
                complete["mm_token_type_ids"] = types
        return complete

    def _set_offsets(self, offsets: Tensor | None) -> None:
        """Puts M-RoPE offsets in the place of those that HF keeps on its module from an earlier call."""
        if hasattr(self.hf.base_model, _OFFSETS):
            setattr(self.hf.base_model, _OFFSETS, offsets)

    def _token_types(self, input_ids: Tensor) -> Tensor:
        """0 for text, 1 for images, 2 for videos: without them HF's Qwen2.5-VL numbers images as if they were text."""
        ids = placeholder_ids(self.hf_config)
        types = torch.zeros_like(input_ids)
        for number, kind in enumerate(("image", "video"), start=1):
            types[input_ids == ids[kind]] = number
        return types

    def _images(self, complete: Mapping[str, Any], *, n_past: int = 0) -> Tensor | None:
        """Where in the sequence image and video features stand; None for inputs without token ids."""
        input_ids = complete.get("input_ids")
        if input_ids is None:
            return None
        return nn.functional.pad(is_placeholder(input_ids, self.hf_config), (n_past, 0))

    # --- running ---------------------------------------------------------------------------------------------------

    def forward(
        self,
        inputs: Inputs | None = None,
        *,
        start_at_layer: int = 0,
        resid: Residual | None = None,
        **kwargs: Any,
    ) -> Any:
        """One forward pass.

        Args:
            inputs: What ``prepare_*`` or HF's processor made, or ``encode``'s result.
            start_at_layer: With ``encode``'s result: the first layer to run, on ``resid``.
            resid: The residual stream before that layer, such as a cached ``hook_resid_pre``.
            kwargs: HF's arguments of ``forward`` (``labels``, ``use_cache``, ``logits_to_keep``, ...), or the inputs
                by name.

        Returns:
            HF's output: ``logits [batch pos d_vocab]``, and ``loss`` if ``labels`` are given.
        """
        with self._grad_as_asked():
            if isinstance(inputs, DecoderInput):
                return self._decode(inputs, start_at_layer=start_at_layer, resid=resid, **kwargs)
            if start_at_layer or resid is not None:
                raise InputError("start_at_layer needs encoded inputs: encoded = model.encode(inputs).")
            complete = self._complete(inputs, kwargs)
            past = complete.get("past_key_values")
            with images_at(self._images(complete, n_past=0 if past is None else past.get_seq_length())):
                out = self.hf(**complete)
            if getattr(out, "past_key_values", None) is not None:  # steps go on from the offsets of their own prompt
                setattr(out.past_key_values, _OFFSETS, getattr(self.hf.base_model, _OFFSETS, None))
            return out

    def _decode(
        self,
        encoded: DecoderInput,
        *,
        labels: Tensor | None = None,
        logits_to_keep: int | Tensor = 0,
        return_dict: bool = True,
        **how: Any,
    ) -> Any:
        decoded = self.lm.decode(encoded, **how)
        kept = slice(-logits_to_keep, None) if isinstance(logits_to_keep, int) else logits_to_keep
        if decoded.past_key_values is not None:
            setattr(decoded.past_key_values, _OFFSETS, encoded.offsets)
        last: Any = decoded.last_hidden_state
        logits, loss = self.unembed(last[:, kept]).to(encoded.embeddings.device), None
        if labels is not None:
            loss = self.hf.loss_function(logits=logits, labels=labels, vocab_size=self.cfg.d_vocab)
        out = CausalLMOutputWithPast(
            loss=loss,
            logits=logits,
            past_key_values=decoded.past_key_values,
            hidden_states=decoded.hidden_states,
            attentions=decoded.attentions,
        )
        return out if return_dict else out.to_tuple()

    def generate(self, inputs: Inputs | None = None, **kwargs: Any) -> Any:
        """HF's ``generate`` in full: sampling, beams, streamers, KV cache. Hooks run at every step.

        Encoded inputs save the vision encoder; changes to their embeddings and deepstack features take effect.
        """
        if not isinstance(inputs, DecoderInput):
            complete = self._complete(inputs, kwargs)
            # the first pass begins here: HF encodes images before its first step
            with images_at(self._images(complete)), prompt_of(_prompt_size(complete)), self._hooks.whole_pass():
                return self.hf.generate(**complete)
        if "input_ids" not in inputs.prompt:
            raise InputError("generate needs the token ids of encoded inputs: make them by model.encode(inputs).")
        self._set_offsets(None)
        with prompted_by(inputs), images_at(inputs.visual), prompt_of(_prompt_size(inputs.prompt)):
            return self.hf.generate(**inputs.prompt, **kwargs)

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
        **kwargs: Any,
    ) -> Any:
        """Runs the model and keeps activations: ``logits, cache = model.run_with_cache(inputs, names)``.

        Without inputs it is a context manager, ``with model.run_with_cache(names) as cache:``, whose cache takes in
        every pass that the block makes.

        Args:
            inputs: As for ``forward``; or, for the context manager, the names.
            names_filter: A name, a pattern with ``*``, a list of these, a predicate, or None for all.
            return_type: ``"logits"``, ``"loss"``, ``"both"`` (logits, loss), or None.
            device: Where to keep the activations; None leaves them where they are.
            positions: The positions to keep (of ``hook_pattern``, ``hook_attn_scores`` and ``hook_mask``: of queries).
            incl_bwd: Also runs backward from the loss and keeps gradients, under ``name + "_grad"``.
            stop_at_layer: First layer not to run; the stream before it is returned in place of logits.
            remove_batch_dim: Drops the batch axis; for one row only.
            kwargs: For ``forward``.

        Raises:
            HookNameError: A name matches no hook point.
            InputError: A name of which the pass comes to no point: in the vision encoder without pixels, or in layers
                that don't run.
        """
        as_context = not isinstance(inputs, Mapping | DecoderInput)
        if as_context and inputs is not None and (names_filter is not None or isinstance(inputs, Tensor)):
            raise InputError(NO_INPUTS.format(type(inputs).__name__))
        cache = ActivationCache(model=self)
        names = self._resolve(inputs if as_context and names_filter is None else names_filter)
        recorder = CacheRecorder(cache, names, positions=positions, device=device, gradients=incl_bwd)
        if as_context:
            if kwargs or stop_at_layer is not None or return_type != "logits" or remove_batch_dim:
                raise InputError("As a context manager, run_with_cache takes names, device, positions and incl_bwd.")
            return self._recording(recorder, cache)
        if incl_bwd and return_type not in ("loss", "both"):
            raise InputError('incl_bwd runs backward from the loss: give labels and return_type="loss" or "both".')
        self._check_reached(names_filter, inputs, kwargs, stop_at_layer)
        with self._hooks.active(recorder.hooks):
            result, loss = self._run(inputs, return_type, stop_at_layer, kwargs)
            if incl_bwd and loss is not None:
                loss.backward()
        recorder.check_positions()
        return result, (cache.remove_batch_dim() if remove_batch_dim else cache)

    def run_with_hooks(
        self,
        inputs: Inputs | Sequence[Any] | None = None,
        fwd_hooks: Sequence[NamedHook] = (),
        bwd_hooks: Sequence[NamedHook] = (),
        *,
        tokens: Tokens = "all",
        return_type: ReturnType = "logits",
        stop_at_layer: int | None = None,
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
            kwargs: For ``forward``.

        Raises:
            HookNameError: A name matches no hook point.
            InputError: A hook at points to which the pass does not come, likewise.
        """
        if isinstance(inputs, Tensor):
            raise InputError(NO_INPUTS.format(type(inputs).__name__))
        if not isinstance(inputs, Mapping | DecoderInput):
            if kwargs or stop_at_layer is not None or return_type != "logits":
                raise InputError("As a context manager, run_with_hooks takes hooks only.")
            pairs: list[Any] = [] if inputs is None else [inputs] if is_pair(inputs) else list(inputs)
            return self.hooks(fwd_hooks=[*pairs, *fwd_hooks], bwd_hooks=bwd_hooks, tokens=tokens)
        if tokens == "new":
            raise InputError('A forward pass has no new tokens; tokens="new" is for a context around model.generate.')
        with self.hooks(fwd_hooks=fwd_hooks, bwd_hooks=bwd_hooks):
            for names, _ in (*fwd_hooks, *bwd_hooks):
                self._check_reached(names, inputs, kwargs, stop_at_layer)
            return self._run(inputs, return_type, stop_at_layer, kwargs)[0]

    def _check_reached(
        self, names: NamesFilter, inputs: Inputs, kwargs: Mapping[str, Any], stop_at_layer: int | None
    ) -> None:
        """Raises if a pass over these inputs comes to none of the points that a name or pattern means."""
        encoded, n_layers = isinstance(inputs, DecoderInput), self.cfg.n_layers
        given = kwargs if isinstance(inputs, DecoderInput) else {**inputs, **kwargs}
        sees_images = not encoded and any(key.startswith("pixel_values") and given[key] is not None for key in given)
        start, stop = kwargs.get("start_at_layer", 0), n_layers if stop_at_layer is None else stop_at_layer
        blocks = range(start % n_layers if start < 0 else start, stop % n_layers if stop < 0 else stop)
        if sees_images and len(blocks) == n_layers:
            return

        def is_reached(name: str) -> bool:
            if is_visual(name):
                return sees_images
            layer = self._hooks.points[name].layer
            outside = stop_at_layer is None if "ln_final" in name else kwargs.get("resid") is None
            return outside if layer is None else layer in blocks

        for name in [names] if names is None or isinstance(names, str) or callable(names) else names:
            points = self._resolve(name)
            if any(map(is_reached, points)):
                continue
            reason = f"only blocks {blocks.start} to {blocks.stop - 1} run" if blocks else "no block runs"
            if is_visual(points[0]):
                reason = (
                    "they are encoded already; give the inputs of model.encode" if encoded else "they hold no pixels"
                )
                reason = f"it lies in vision encoder or adapter, and {reason}"
            raise InputError(f"A pass over these inputs does not come to {name!r}: {reason}.")

    def _run(
        self, inputs: Inputs, return_type: ReturnType, stop_at_layer: int | None, kwargs: dict[str, Any]
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
            raise InputError(
                f'return_type="{return_type}" needs labels=, token ids with -100 at positions to leave out.'
            )
        if not isinstance(inputs, DecoderInput):
            kwargs = {"use_cache": False, **kwargs}
        out = self.forward(inputs, **kwargs)
        return {"logits": out.logits, "loss": out.loss, "both": (out.logits, out.loss)}[return_type], out.loss

    @contextmanager
    def _grad_as_asked(self) -> Iterator[None]:
        """The one rule about gradients: autograd is switched on for a pass if a gradient hook listens.

        Otherwise the caller's mode holds; with frozen weights it builds a graph only from tensors that require grad.
        """
        with torch.enable_grad() if self._hooks.differentiates else nullcontext():
            yield


def _prompt_size(inputs: Mapping[str, Any]) -> PromptSize:
    """Of a prompt; 0 positions where HF's ``generate`` begins with a token of its own, or will say what is missing."""
    given = [inputs[key] for key in ("input_ids", "inputs_embeds") if inputs.get(key) is not None]
    return PromptSize(*given[0].shape[:2]) if given else PromptSize(0, 0)


def _moved(value: Any, device: torch.device) -> Any:
    return value.to(device) if isinstance(value, Tensor) else value
