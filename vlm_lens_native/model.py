"""``HookedVLMTransformer``: a vision-language model whose every activation can be read and changed."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import torch
from jaxtyping import Float
from torch import Tensor, nn
from transformers import DynamicCache, PreTrainedConfig, PreTrainedModel
from transformers.modeling_outputs import CausalLMOutputWithPast

from vlm_lens_native._transformers import KV_CACHE, take_kv_cache
from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.decoder import HookedDecoder
from vlm_lens_native.elsewhere import MODEL, Pointers, point_elsewhere, refuse_arguments
from vlm_lens_native.encoded import DecoderInput, Inputs, handing_over
from vlm_lens_native.errors import InputError
from vlm_lens_native.families import Family, supported
from vlm_lens_native.hook_names import is_visual
from vlm_lens_native.hook_registry import HookRegistry
from vlm_lens_native.host import adopt_host, execution_device
from vlm_lens_native.inputs.geometry import is_pixels
from vlm_lens_native.inputs.pass_inputs import (
    check_labels,
    check_tokens,
    expert_types,
    on_device,
    prompt_size,
    telling,
    token_types,
    tokens_that_see_each_other,
    types_with_marks,
    visual_positions,
)
from vlm_lens_native.inputs.promptable import Promptable
from vlm_lens_native.inputs.prompts import PromptBuilder
from vlm_lens_native.loading import load_checkpoint
from vlm_lens_native.notebook import hook_point_table
from vlm_lens_native.running import ReturnType
from vlm_lens_native.shapes import Logits, PositionMask, Residual
from vlm_lens_native.span import PromptSize
from vlm_lens_native.splicing import Splicing
from vlm_lens_native.weights import WeightViews, process_weights, remove_directions

if TYPE_CHECKING:
    import pandas as pd

_log = logging.getLogger(__name__)

_OFFSETS = "rope_deltas"  # HF's name: how far behind its number a text token's M-RoPE position is after images


class _OwnNames(type):
    """What Python says of the class itself.

    ``help`` of a class lists what ``dir`` does: here without the 1,200 lines on what every ``nn.Module`` has.
    """

    def __dir__(cls) -> list[str]:
        package = __name__.partition(".")[0]
        return sorted({name for each in cls.__mro__ if each.__module__.startswith(package) for name in vars(each)})

    def __getattr__(cls, name: str) -> Any:
        point_elsewhere(name, MODEL)  # of a class, such as from_pretrained_no_processing
        raise AttributeError(f"type object {cls.__name__!r} has no attribute {name!r}", name=name, obj=cls)


class HookedVLMTransformer(Pointers, Promptable, Splicing, WeightViews, nn.Module, metaclass=_OwnNames):
    """A vision-language model: HF's vision encoder and adapter, our decoder, HF's head and generation.

    Load one with ``from_pretrained`` or ``from_hf``. Weights are frozen on loading, so a forward pass builds no
    autograd graph unless something in it asks for one: a gradient hook, an input or a hook's result with
    ``requires_grad``, or weights that you unfreeze with ``model.requires_grad_()``.

    Beside what every ``nn.Module`` has (``to``, ``eval``, ``requires_grad_``, ...):

    - Loading: ``from_pretrained``, ``from_hf``, ``supported``, ``notes``.
    - Inputs: ``prepare_messages``, ``prepare_messages_batch``, ``prepare_questions``, ``prepare_chat``, ``encode``,
      ``as_inputs``, ``prefill``, ``process_image``; ``tokenizer``, ``to_tokens``, ``to_string``, ``to_str_tokens``,
      ``to_single_token``.
    - Where tokens stand: ``token_layout``, ``key_layout``, ``show_inputs``, ``get_image_token_range``,
      ``get_image_token_positions``.
    - Running: ``forward`` (or ``model(inputs)``), ``generate``, ``run_with_cache``, ``run_with_hooks``, ``caching``,
      ``observing``, ``hooks``, ``steer``, ``unembed``, ``explore``.
    - Dictionaries (SAEs, transcoders): ``saes``, ``run_with_saes``, ``run_with_cache_with_saes``,
      ``run_with_hooks_with_saes``, ``add_sae``, ``reset_saes``.
    - Hooks: ``hook_names``, ``hook_dict``, ``add_hook``, ``reset_hooks``, ``clear_contexts``, ``find_hook_points``.
    - Weights: ``W_E``, ``W_U``, ``b_U``; of all layers ``W_Q``, ``W_K``, ``W_V``, ``W_O``, ``b_Q``, ``b_K``, ``b_V``,
      ``b_O``, ``W_gate``, ``W_in``, ``W_out``, ``b_gate``, ``b_in``, ``b_out``; circuits ``QK``, ``OV``, ``kv_head``,
      ``all_composition_scores``; ``word_direction``, ``tokens_to_residual_directions``; ``process_weights``,
      ``remove_directions``.
    - What it is: ``cfg``, ``hf_config``, ``lm`` (the decoder), ``device``, ``dtype``.

    Attributes:
        hf: HF's model, holding our decoder in the place of its language model.
        family: What is particular to the model's family.
        processor: HF's processor, or None.
        processing: What ``process_weights`` and ``remove_directions`` have done to the weights.
    """

    _elsewhere = MODEL
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
            processor=processor, hf_config=hf.config, geometry=family.geometry, default_prompt=default_prompt
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
        attn_implementation: str | Mapping[str, str] | None = None,
        revision: str | None = None,
        token: str | bool | None = None,
        cache_dir: str | Path | None = None,
        local_files_only: bool = False,
        quantization_config: Any = None,
        processor: Any = None,
        default_prompt: str | None = None,
        verify: bool | None = None,
        torch_dtype: torch.dtype | str | None = None,
        **hf_kwargs: Any,
    ) -> HookedVLMTransformer:
        """Loads a checkpoint; its weights go straight from the files into our modules.

        Args:
            name_or_path: A hub id, a local directory, or a toy (``"toy-llava"``); also an adapter (LoRA), which is
                merged into its base model.
            dtype: Of the weights; ``"auto"`` takes the checkpoint's.
            device: Where the whole model goes; None leaves it on the CPU.
            device_map: HF's way to spread a model over devices; not together with ``device``.
            attn_implementation: ``"sdpa"`` (fused) or ``"eager"`` (step by step); or a dict with one for each part of
                the config. None takes HF's choice for each part, which is sdpa where HF has it.
            revision: Git revision of the hub's repository.
            token: For private repositories of the hub.
            cache_dir: Where downloads are kept.
            local_files_only: Don't ask the hub.
            quantization_config: HF's quantization config.
            processor: Takes the place of the checkpoint's processor.
            default_prompt: System prompt; or, where it contains ``{task}``, the text of the user turn. None takes the
                checkpoint's own.
            verify: Whether a short text runs through HF's language model too, around the same weights, and every
                layer is compared. None does so for wrappers without a file of their own.
            torch_dtype: The older name of ``dtype``.
            hf_kwargs: For HF's ``from_pretrained`` (``config``, ``subfolder``, ``max_memory``, ``offload_folder``,
                ...), and for its processor (``min_pixels``, ``max_pixels``, ``size``, ``use_fast``).

        Raises:
            LoadingError: And its subclasses, for what can't be reached, read or converted.
            InputError: Arguments that exclude each other, or that nobody takes.
        """
        hf, family, processor, default_prompt = load_checkpoint(
            name_or_path,
            hub={"revision": revision, "token": token, "cache_dir": cache_dir, "local_files_only": local_files_only},
            dtype=dtype,
            torch_dtype=torch_dtype,
            device=device,
            device_map=device_map,
            attn_implementation=attn_implementation,
            quantization_config=quantization_config,
            processor=processor,
            default_prompt=default_prompt,
            verify=verify,
            known=inspect.signature(cls.from_pretrained).parameters,
            hf_kwargs=hf_kwargs,
        )
        model = cls(hf, family, processor=processor, default_prompt=default_prompt)
        _log.info("%s: %r", name_or_path, model)
        return model

    @classmethod
    def from_hf(
        cls, hf_model: nn.Module, processor: Any = None, *, default_prompt: str | None = None
    ) -> HookedVLMTransformer:
        """Takes over the weights of an HF model in memory, without a copy; the HF model stays usable.

        Adapters in it, or peft's model around it, are merged into copies of the weights that they change.

        Raises:
            LoadingError: Its family or config is not handled.
        """
        hf, family = adopt_host(hf_model)
        return cls(hf, family, processor=processor, default_prompt=default_prompt)

    @staticmethod
    def supported() -> pd.DataFrame:
        """The types of models that the tests compare with HF (`families.supported`)."""
        return supported()

    # --- what it is ------------------------------------------------------------------------------------------------

    @property
    def lm(self) -> HookedDecoder:
        """The decoder."""
        return attrgetter(self.family.language_model)(self.hf)

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
    def notes(self) -> tuple[str, ...]:
        """What was ignored, derived or is missing; empty where nothing was."""
        return self.family.notes

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

    def unembed(self, resid: Residual, *, capped: bool = True) -> Logits:
        """Logits for the stream after the final norm.

        Args:
            resid: The stream, after the final norm.
            capped: Whether the soft cap, which some models have, is applied. What it is applied to is linear in
                ``resid``.
        """
        logits, cfg = self.hf.get_output_embeddings()(resid), self.cfg
        if cfg.logits_multiplier is not None:
            logits = logits * cfg.logits_multiplier
        if cfg.logits_divisor is not None:
            logits = logits / cfg.logits_divisor
        if capped and cfg.logits_cap is not None:
            logits = torch.tanh(logits / cfg.logits_cap) * cfg.logits_cap
        return logits

    def process_weights(
        self, *, fold_ln: bool = True, center_unembed: bool | None = None, fold_value_biases: bool = True
    ) -> HookedVLMTransformer:
        """A model with the same log-probabilities whose parts are easier to read; this one stays as it is.

        The two share the weights that don't change; hooks stay behind. Weights that write to the residual stream are
        left as they are (no ``center_writing_weights`` of TransformerLens's). Folding rounds to the weights' dtype:
        load in float32 for the same numbers. HF's format has no place for folded biases, so save a model without
        ``fold_value_biases`` where it is to be loaded again.

        Args:
            fold_ln: Multiplies the gains of norms (and biases, where they have some) into the layers behind them, and
                leaves neutral norms behind. Norms behind attention and MLP stay as they are.
            center_unembed: Takes the mean over the vocabulary off the unembedding, which no softmax can see; logits
                move by a number of their own at each position. None: where logits have no soft cap.
            fold_value_biases: Moves the bias of values behind attention, whose weights sum to 1. Padding, which may
                attend to nothing, changes.

        Raises:
            WeightsError: The weights are offloaded or quantised.
            InputError: The unembedding is to be centred, and logits have a soft cap.
        """
        hf, done = process_weights(
            self.hf,
            self.family.language_model,
            fold_ln=fold_ln,
            center_unembed=center_unembed,
            fold_value_biases=fold_value_biases,
        )
        return self._processed(hf, *done)

    def remove_directions(self, directions: Float[Tensor, "*direction d_model"]) -> HookedVLMTransformer:
        """A model that writes nothing along some directions of the residual stream; this one stays as it is.

        Embeddings and all output projections, with their biases, lose what they write along them; what reads the stream
        stays. What comes with images is projected by permanent hooks at ``lm.hook_embed`` and ``hook_deepstack`` of the
        new model, as each family has its own way to there: patching then runs whole passes, and neither
        ``process_weights`` nor a saved checkpoint has them. All other weights are shared.

        Args:
            directions: ``[d_model]`` or ``[direction d_model]``, of any length, such as ``direction.vector``.

        Raises:
            WeightsError: The weights are offloaded or quantised.
            InputError: Directions of another width, or zero; norms stand behind attention and MLPs, and would turn what
                is projected.
        """
        hf, project = remove_directions(self.hf, self.family.language_model, directions)
        model = self._processed(hf, "remove_directions")
        names = model.hook_names(
            lambda name: name.startswith("lm.") and name.endswith(("hook_embed", "hook_deepstack"))
        )
        model.add_hook(names, project, is_permanent=True)
        return model

    def _processed(self, hf: Any, *done: str) -> HookedVLMTransformer:
        """A model like this one around a host with other weights."""
        prompt = self._prompts.default_prompt
        model = type(self)(hf, self.family, processor=self.processor, default_prompt=prompt)
        model.reset_hooks(including_permanent=True)
        model.processing = tuple(dict.fromkeys((*self.processing, *done)))
        return model

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *dir(nn.Module)})  # completion knows those too

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
        inputs = self.as_inputs(inputs)
        if isinstance(inputs, DecoderInput):
            listening = {name for hooks in self._hooks.active_sets() for name in hooks.listeners if is_visual(name)}
            if unused := sorted({*listening, *kwargs}):
                raise InputError(
                    f"These inputs are encoded already, so {', '.join(unused[:3])} would have no effect; give the "
                    "inputs of model.encode."
                )
            return inputs
        complete = self._complete_pass(inputs, kwargs)
        captured: list[DecoderInput] = []
        visual = self._visual_positions(complete)
        with self._grad_as_asked(), telling(complete), handing_over(visual=visual, captured=captured):
            self.hf.base_model(**complete, use_cache=False)
        return replace(
            captured[0].with_padding(complete.get("attention_mask")),
            deepstack={
                depth: each.clone() for depth, each in captured[0].deepstack.items()
            },  # listeners may hold what the adapter made
            prompt=self._prompts.without_pixels(complete, None if kwargs else inputs),
            offsets=getattr(self.hf.base_model, _OFFSETS, None),
        )

    def prefill(self, inputs: Inputs, n_pos: int) -> DecoderInput:
        """Runs the first positions once, for many passes over the rest of the prompt.

        The result is taken wherever encoded inputs are: by ``forward`` (also with ``start_at_layer``), by
        ``run_with_cache`` and by ``run_with_hooks``. Passes compute the rest only and read the first positions' keys
        and values from a KV cache, so hooks act on the rest only; results equal those of a whole pass up to rounding.
        That holds at tokens. What passes compute at padding depends on where they begin, under eager attention.

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
        with self._grad_as_asked(), handing_over(size=PromptSize(*encoded.embeddings.shape[:2])):
            self.lm.run(first, past=past)
        return replace(rest, past=past)

    def _complete(self, inputs: Mapping[str, Any] | None, kwargs: Mapping[str, Any]) -> dict[str, Any]:
        """Checks a user's inputs, moves them to the model, and adds what HF would silently go without."""
        complete = on_device({**(inputs or {}), **kwargs}, self.device, self.dtype)
        if (past := take_kv_cache(complete)) is not None:
            complete[KV_CACHE] = past
        if past is not None and past.get_seq_length():
            if hasattr(past, _OFFSETS):
                self._set_offsets(getattr(past, _OFFSETS))
            return complete
        self._set_offsets(None)
        if complete.get("input_ids") is not None:
            embeddings = self.lm.get_input_embeddings()  # an adapter's, or one of your own, need not say how many
            self._prompts.check(complete, n_tokens=getattr(embeddings, "num_embeddings", None))
        check_tokens(complete, d_model=self.cfg.d_model, n_labels=self.cfg.d_vocab, dtype=self.dtype)
        if complete.get("input_ids") is not None:
            if self.family.wrapper.marks_see_images:
                complete["mm_token_type_ids"] = types_with_marks(complete, self.hf_config, self.processor)
            elif self.family.token_types == "mm_token_type_ids":
                complete["mm_token_type_ids"] = token_types(complete, self.hf_config)
                if self.cfg.has_expert_types and complete.get("moe_mm_token_type_ids") is None:
                    complete["moe_mm_token_type_ids"] = expert_types(complete, self.hf_config)
            elif self.family.token_types is not None:
                complete["token_type_ids"] = tokens_that_see_each_other(
                    complete, self.hf_config, self.family.wrapper.image_token_type
                )
        return complete

    def _complete_pass(self, inputs: Mapping[str, Any] | None, kwargs: Mapping[str, Any]) -> dict[str, Any]:
        """The same for one pass, which needs tokens."""
        complete = self._complete(inputs, kwargs)
        if complete.get("input_ids") is None and complete.get("inputs_embeds") is None:
            raise InputError(
                f"The inputs have neither input_ids nor inputs_embeds, only {sorted(complete) or 'nothing'}."
            )
        return complete

    def _visual_positions(self, inputs: Mapping[str, Any], *, n_past: int = 0) -> PositionMask | None:
        """Where image and video features stand; nowhere where they are keys of cross-attention."""
        found = visual_positions(inputs, self.hf_config, n_past=n_past)
        return found if found is None or self.family.geometry.in_sequence else torch.zeros_like(found)

    def _set_offsets(self, offsets: Tensor | None) -> None:
        """Puts M-RoPE offsets in the place of those that HF keeps on its module from an earlier call."""
        if hasattr(self.hf.base_model, _OFFSETS):
            setattr(self.hf.base_model, _OFFSETS, offsets)

    def _with_offsets(self, out: Any) -> Any:
        """HF's output, whose KV cache remembers the offsets of its own prompt: steps go on from them."""
        if getattr(out, KV_CACHE, None) is not None:
            setattr(getattr(out, KV_CACHE), _OFFSETS, getattr(self.hf.base_model, _OFFSETS, None))
        return out

    def _repr_html_(self) -> str:
        return hook_point_table(repr(self), self.hook_dict.values(), self.cfg)

    def explore(self, inputs: Inputs, *, dictionaries: Any = None, pages: Sequence[Any] = ()) -> Any:
        """The app's views of some inputs of one row, as a widget: the last line of a notebook's cell.

        Args:
            inputs: The inputs.
            dictionaries: SAEs or transcoders whose features are shown, as ``saes`` takes them.
            pages: What `vlm_lens_native.dictionaries.pages` found about them.

        Raises:
            ImportError: The extra ``vlm_lens_native[notebook]`` is not installed.
            InputError: Several rows.
        """
        from vlm_lens_native.app import explore  # the one arrow up, when it is called

        return explore(self, inputs, dictionaries=dictionaries, pages=pages)

    # --- running ---------------------------------------------------------------------------------------------------

    def forward(
        self,
        inputs: Inputs | None = None,
        *,
        return_type: ReturnType | Literal["output"] = "output",
        start_at_layer: int = 0,
        stop_at_layer: int | None = None,
        resid: Residual | None = None,
        **kwargs: Any,
    ) -> Any:
        """One forward pass.

        Args:
            inputs: What ``prepare_*`` or HF's processor made, or ``encode``'s result; or text alone (`as_inputs`).
            return_type: ``"output"``: HF's output. Otherwise as for ``run_with_cache``, which is TransformerLens's:
                ``model("some text", return_type="loss")``.
            start_at_layer: With ``encode``'s result: the first layer to run, on ``resid``.
            stop_at_layer: The first layer not to run; the stream before it is returned, ``[batch pos d_model]``.
            resid: The residual stream before that layer, such as a cached ``hook_resid_pre``.
            kwargs: HF's arguments of ``forward`` (``labels``, ``use_cache``, ``logits_to_keep``, ...), or the inputs
                by name; the KV cache as ``cache`` or ``past_key_values``.

        Returns:
            HF's output: ``logits [batch pos d_vocab]``, and ``loss`` if ``labels`` are given.

        Raises:
            InputError: No inputs, or such as the model can't take.
        """
        inputs = None if inputs is None else self.as_inputs(inputs)
        if inputs is None and not kwargs:
            raise InputError("The model got no inputs: give what model.prepare_messages made, or a text.")
        if return_type != "output" or stop_at_layer is not None:
            where = {"resid": resid, "start_at_layer": start_at_layer} if resid is not None else {}
            asked = "logits" if return_type == "output" else return_type
            return self._run({} if inputs is None else inputs, asked, stop_at_layer, {**where, **kwargs})[0]
        with self._grad_as_asked():
            if isinstance(inputs, DecoderInput):
                return self._decode(inputs, start_at_layer=start_at_layer, resid=resid, **kwargs)
            if start_at_layer or resid is not None:
                raise InputError("start_at_layer needs encoded inputs: encoded = model.encode(inputs).")
            complete = self._complete_pass(inputs, kwargs)
            past = complete.get(KV_CACHE)
            n_past = 0 if past is None else past.get_seq_length()
            if n_past and self.family.token_types == "mm_token_type_ids":
                _check_no_new_image(complete)
            with telling(complete), handing_over(visual=self._visual_positions(complete, n_past=n_past)):
                out = self._hf_forward(complete)
            return self._with_offsets(out)

    def _hf_forward(self, complete: dict[str, Any]) -> Any:
        """HF's forward; some of its classes take ``logits_to_keep``, and keep all the same."""
        if "logits_to_keep" not in complete or self.hf._supports_logits_to_keep():
            return self.hf(**complete)
        kept, as_dict = _kept(complete.pop("logits_to_keep")), complete.pop("return_dict", True)
        out = self.hf(**complete)
        out.logits = out.logits[:, kept]
        return out if as_dict else out.to_tuple()

    def _decode(
        self,
        encoded: DecoderInput,
        *,
        labels: Tensor | None = None,
        logits_to_keep: int | Tensor = 0,
        return_dict: bool = True,
        **how: Any,
    ) -> Any:
        decoded = self.lm.decode(encoded, past=take_kv_cache(how), **how)
        past = getattr(decoded, KV_CACHE)
        if past is not None:
            setattr(past, _OFFSETS, encoded.offsets)
        last: Any = decoded.last_hidden_state
        logits, loss = self.unembed(last[:, _kept(logits_to_keep)]).to(encoded.embeddings.device), None
        if labels is not None:
            check_labels(labels, self.cfg.d_vocab)
            loss = self.hf.loss_function(logits=logits, labels=labels, vocab_size=self.cfg.d_vocab)
        out = CausalLMOutputWithPast(
            loss=loss,
            logits=logits,
            hidden_states=decoded.hidden_states,
            attentions=decoded.attentions,
            **{KV_CACHE: past},
        )
        return out if return_dict else out.to_tuple()

    def generate(self, inputs: Inputs | None = None, **kwargs: Any) -> Any:
        """HF's ``generate`` in full: sampling, beams, streamers, KV cache. Hooks run at every step.

        Encoded inputs save the vision encoder; changes to their embeddings and deepstack features take effect.
        """
        refuse_arguments(kwargs)
        inputs = None if inputs is None else self.as_inputs(inputs)
        if not isinstance(inputs, DecoderInput):
            complete = self._complete(inputs, kwargs)
            visual = self._visual_positions(complete)
            # the first pass begins here: HF encodes images before its first step
            with handing_over(visual=visual, size=prompt_size(complete)), self._hooks.whole_pass():
                return self._with_offsets(self.hf.generate(**complete))
        if "input_ids" not in inputs.prompt:
            raise InputError("generate needs the token ids of encoded inputs: make them by model.encode(inputs).")
        if other := [name for name in ("guidance_scale", "token_healing") if kwargs.get(name)]:
            raise InputError(
                f"{', '.join(other)} runs the model on other tokens than the prompt's, so encoded inputs can't serve; "
                "give the inputs that they were made of."
            )
        if inputs.image_keys is not None and kwargs.get("cache_implementation") not in (None, "dynamic"):
            raise InputError(
                f"cache_implementation={kwargs['cache_implementation']!r} makes room for keys of images by their "
                "pixels, which encoded inputs don't hold; give the inputs that they were made of."
            )
        past = take_kv_cache(kwargs)
        kwargs |= {} if past is None else {KV_CACHE: past}
        self._set_offsets(getattr(past, _OFFSETS, None))
        with handing_over(prompt=inputs, visual=inputs.visual, size=prompt_size(inputs.prompt)):
            return self._with_offsets(self.hf.generate(**inputs.prompt, **kwargs))


def _kept(logits_to_keep: int | Tensor) -> slice | Tensor:
    """The positions that HF's argument stands for."""
    return slice(-logits_to_keep, None) if isinstance(logits_to_keep, int) else logits_to_keep


def _check_no_new_image(complete: Mapping[str, Any]) -> None:
    """Raises an InputError for images behind a KV cache, to whose tokens HF's M-RoPE would give positions of text."""
    new = [key for key in complete if is_pixels(key) and complete[key] is not None]
    if new and complete.get("position_ids") is None:
        raise InputError(
            f"{new[0]} came with a KV cache: Hugging Face would count the new image's tokens like text, without rows "
            "and columns. Run the whole conversation without the cache, or give position_ids [3 batch pos]."
        )
