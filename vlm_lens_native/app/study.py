"""A study: one prompt on one model, run once, with what views need kept within a number of bytes."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from functools import cached_property
from textwrap import indent
from typing import Any

import torch
from jaxtyping import Float
from PIL import Image
from torch import Tensor
from transformers import DynamicCache
from transformers.cache_utils import DynamicLayer

from vlm_lens_native._transformers import KV_CACHE
from vlm_lens_native.app.code import prompt_code
from vlm_lens_native.app.generation import NextToken, by_hf, chosen, end_tokens
from vlm_lens_native.app.jobs import stop_if_left
from vlm_lens_native.app.prompt import Prompt
from vlm_lens_native.app.sequence import cropped, extended
from vlm_lens_native.app.shelf import Shelf
from vlm_lens_native.cache import ActivationCache
from vlm_lens_native.encoded import DecoderInput, Inputs, handing_over
from vlm_lens_native.errors import InputError
from vlm_lens_native.hook_names import is_visual
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.inputs.geometry import is_pixels
from vlm_lens_native.inputs.prepared import PreparedInputs
from vlm_lens_native.inputs.tokens import token_strings
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.span import PromptSize

_STREAMS = ("lm.blocks.0.hook_resid_pre", "lm.blocks.*.hook_resid_post")


class Study:
    """One prompt on one model.

    The prompt is encoded once and passes through the decoder once; that pass leaves the residual streams, which lenses
    read, and the keys and values, from which answers and looks at other positions go on with one step each.

    Args:
        model: The model.
        prompt: What was asked, if it was asked in words; else ``inputs`` are given.
        inputs: Prepared inputs of one row, in the place of ``prompt``.
        name: By which the model is loaded again, in code that is shown.
        hooks: Pairs of a name and a function that act in every pass of this study.
        changes: Lines of Python that make the list ``hooks``; none without such.
        dictionaries: Of the model, by name.

    Attributes:
        model, prompt, name, dictionaries: As given.
        inputs: The prompt as the model takes it.
        layout: Of the prompt.
        n_prompt: Its length; what comes behind it is the answer.
        pass_seconds: What the pass over the prompt took; 0 before it.
    """

    def __init__(
        self,
        model: HookedVLMTransformer,
        prompt: Prompt | None = None,
        *,
        inputs: Inputs | None = None,
        name: str = "model",
        hooks: Sequence[tuple[Any, Any]] = (),
        changes: str = "",
        dictionaries: Shelf | None = None,
    ) -> None:
        if (prompt is None) == (inputs is None):
            raise InputError("A study takes a prompt or prepared inputs: one of the two.")
        self.model, self.prompt, self.name = model, prompt, name
        self._hooks, self._changes = list(hooks), changes
        self.dictionaries: Shelf = dictionaries or {}
        self.inputs: Inputs = prompt.prepare(model) if prompt is not None else inputs  # type: ignore[assignment]
        self.layout: TokenLayout = model.token_layout(self.inputs)
        if len(self.layout.placed) != 1:
            raise InputError(
                f"These inputs have {len(self.layout.placed)} rows; a study is of one. Prepare one of them alone."
            )
        self.n_prompt = self.layout.table.kind.shape[1]
        self.pass_seconds = 0.0
        self.answer: list[NextToken] = []
        self.views: dict[Any, Any] = {}
        self._answered: tuple[Any, ...] = ()  # what the answer was asked with, once it is complete
        self._encoded: DecoderInput | None = None
        self._past: DynamicCache | None = None
        self._streams: list[dict[str, Tensor]] = []
        self._logits: Float[Tensor, " d_vocab"] | None = None
        self._prompt_inputs: Mapping[str, Any] = {}

    # --- what it is ------------------------------------------------------------------------------------------------

    @property
    def n_pos(self) -> int:
        """Positions that have been run: the prompt, and the answer but for its last token.

        The prompt alone where the tokens of images or prefixes see each other: HF makes the masks of such prompts, and
        a longer prompt would not be what was generated from.
        """
        is_causal = self._encoded is None or not self._encoded.own_masks
        return self.n_prompt + (max(0, len(self.answer) - 1) if is_causal else 0)

    @property
    def encoded(self) -> DecoderInput:
        """What the decoder received, as far as it has run."""
        self.run()
        assert self._encoded is not None
        return self._encoded

    @property
    def code(self) -> str:
        """Lines of Python that make ``model`` and ``inputs``, and ``hooks`` where the study has changes."""
        answered = [step.token for step in self.answer][: self.n_pos - self.n_prompt]
        return prompt_code(self.name, self.prompt, answered, self.model) + self._changes

    def code_of(self, lines: str) -> str:
        """Those lines, and behind them ``lines``, in which the study's changes act."""
        return self.code + (f"with model.hooks(hooks):\n{indent(lines, '    ')}" if self._changes else lines)

    @property
    def prompt_code(self) -> str:
        """The same without what was answered."""
        return prompt_code(self.name, self.prompt, [], self.model)

    def strings(self, ids: Sequence[int]) -> dict[int, str]:
        """Readable text of tokens."""
        return token_strings(self.model.tokenizer, ids)

    @cached_property
    def key_layout(self) -> TokenLayout | None:
        """Of the image features that cross-attention reads, which are not in the sequence; None without such."""
        if self.model.cfg.cross is None or not self.layout.placed[0]:
            return None
        return self.model.key_layout(self.inputs)

    @property
    def images_layout(self) -> TokenLayout:
        """The layout that places images: of their tokens, or of the keys that they are."""
        return self.key_layout or self.layout

    @cached_property
    def pictures(self) -> list[list[tuple[Image.Image, tuple[float, float, float, float]]]]:
        """Of each image the picture, or of each video the frames, with the box that it fills in the layout's pixels.

        They are the user's own where the prompt has them, else what the processor made of them.
        """
        if self.prompt is not None:
            return [
                [(picture, (0.0, 0.0, float(picture.width), float(picture.height))) for picture in pictures]
                for pictures in self.prompt.pictures
            ]
        if isinstance(self.inputs, PreparedInputs) and any(map(is_pixels, self.inputs)):
            found = []
            for number, info in enumerate(self.inputs.images):
                width, height = self.images_layout.image_size(image=number)
                box = info.crop_box if self.images_layout.box_space == "original" else None
                area = (0.0, 0.0, width, height) if box is None else box
                x1, y1, x2, y2 = map(float, area)
                found.append([(info.image, (x1, y1, x2, y2))])
            return found
        return []

    # --- running ---------------------------------------------------------------------------------------------------

    def hooked(self, *, images: bool = False) -> AbstractContextManager[Any]:
        """Within the block, the study's interventions act, at positions of its prompt also in later steps.

        Args:
            images: Whether images pass through their encoder in the block; else what was changed there has been.
        """
        self.run()  # now: within the block they would act in it twice
        return self._hooked(images=images)

    def _hooked(self, *, images: bool = False) -> AbstractContextManager[Any]:
        stack = ExitStack()
        stack.enter_context(handing_over(size=PromptSize(1, self.n_prompt)))
        last = f"lm.blocks.{self.model.cfg.n_layers - 1}.hook_resid_post"
        own = [(name, hook) for name, hook in self._hooks if images or not (isinstance(name, str) and is_visual(name))]
        stack.enter_context(self.model.hooks(fwd_hooks=[*own, (last, stop_if_left)]))
        return stack

    def run(self) -> None:
        """The one pass over the prompt; does nothing the second time."""
        if self._encoded is not None:
            return
        with self._hooked(images=True):
            encoded = self.model.encode(self.inputs)
        with self._hooked():
            if encoded.past is not None:
                raise InputError("These inputs are prefilled; a study needs the whole prompt.")
            cfg = self.model.cfg
            holds_states = cfg.is_hybrid and cfg.cross is None
            # without sliding layers where it can be, so that it can be cut anywhere
            self._past = DynamicCache(config=self.model.lm.hf_config if holds_states else None)
            before = time.perf_counter()
            self._logits = self._pass(encoded)
            self.pass_seconds = time.perf_counter() - before
        self._encoded, self._prompt_inputs = encoded, encoded.prompt

    def _pass(self, encoded: DecoderInput) -> Float[Tensor, " d_vocab"]:
        """Runs positions behind those in the KV cache; keeps their streams, returns the last one's logits."""
        with torch.no_grad(), self.model.run_with_cache(list(_STREAMS)) as cache:
            out = self.model(encoded, logits_to_keep=1, **{KV_CACHE: self._past, "use_cache": True})
        self._streams.append(dict(cache.steps[-1]))
        return out.logits[0, -1].float()

    def generate(
        self, *, max_new_tokens: int = 64, temperature: float = 0.0, seed: int = 0, top_k: int = 10
    ) -> Iterator[NextToken]:
        """Answers, token by token; each is there as soon as it is chosen.

        The same answer again, or its beginning, is told from memory; another one takes its place.

        Args:
            max_new_tokens: The most tokens.
            temperature: 0 takes the most probable token; otherwise logits are divided by it and tokens drawn.
            seed: Of the draws.
            top_k: How many of the most probable tokens each step tells.
        """
        self.run()
        asked = (temperature, seed, top_k)
        if asked == self._answered and (self.answer[-1].ends or len(self.answer) >= max_new_tokens):
            yield from self.answer[:max_new_tokens]
            return
        self._forget_answer()
        ends = end_tokens(self.model)
        choices = self._steps if not self.encoded.own_masks else self._by_hf
        for token, logits in choices(max_new_tokens, temperature, seed):
            step = NextToken.of(token, logits, self.n_prompt + len(self.answer) - 1, top_k=top_k, ends=token in ends)
            self.answer.append(step)
            if step.ends or len(self.answer) == max_new_tokens:
                self._answered = asked
            yield step
            if step.ends:
                return

    def _steps(self, max_new_tokens: int, temperature: float, seed: int) -> Iterator[tuple[int, Tensor]]:
        """Tokens with the logits that they were chosen by, from the kept keys and values."""
        generator = torch.Generator().manual_seed(seed)
        while len(self.answer) < max_new_tokens:
            if self.answer:
                self._append(self.answer[-1].token)
            assert self._logits is not None
            logits = self._logits.cpu()
            yield chosen(logits, temperature, generator), logits

    def _by_hf(self, max_new_tokens: int, temperature: float, seed: int) -> Iterator[tuple[int, Tensor]]:
        with self.hooked(images=True):
            return by_hf(self.model, self.inputs, self.n_prompt, max_new_tokens, temperature, seed)

    def _append(self, token: int) -> None:
        """Runs one more token behind what has been run."""
        assert self._encoded is not None
        longer = extended(self.model, self._encoded, token)
        last = longer.split(longer.embeddings.shape[1] - 1)[1]
        with self.hooked():
            self._logits = self._pass(last)
        self._encoded = longer

    def _forget_answer(self) -> None:
        self._answered = ()
        if not self.answer:
            return
        self.answer, self.views = [], {}
        if self._past is not None and self._past.get_seq_length() > self.n_prompt:
            self._encoded, self._past, self._streams, self._logits = None, None, [], None
            self.run()

    # --- what views ask for ----------------------------------------------------------------------------------------

    def check_focus(self, focus: int) -> int:
        """A position that has been run; negative ones count from the end of the prompt.

        Raises:
            InputError: There is no such position.
        """
        at = focus + self.n_prompt if focus < 0 else focus
        if not 0 <= at < self.n_pos or (at < self.n_prompt and not self.layout.last.tokens[0, at]):
            hint = ""
            if self._encoded is not None and self._encoded.own_masks and at >= self.n_prompt:
                hint = " To look at a later token of this answer, let it begin with those before (prefill)."
            raise InputError(f"Position {focus} is not one of the {self.n_pos} tokens that have been run.{hint}")
        return at

    def step(self, focus: int) -> tuple[DecoderInput, int]:
        """What runs one position alone, behind the kept keys and values of those before it: a decode step.

        Where the tokens of an image see each other, it is the block of the position, and what comes behind it.

        Returns:
            The inputs, and which of their positions is meant.
        """
        encoded = self.encoded
        n_pos = encoded.embeddings.shape[1]
        if focus + 1 < n_pos and encoded.closed_before(focus + 1) == focus + 1:
            encoded = encoded.split(focus + 1)[0]
        first = self._kept_before(focus)
        if first == 0:
            return encoded, focus
        assert self._past is not None
        cross = self.model.cfg.cross
        past = cropped(self._past, first, whole=frozenset() if cross is None else cross.layers)
        return replace(encoded.split(first)[1], past=past), focus - first

    def _kept_before(self, focus: int) -> int:
        """Of the positions before this one, how many are kept as keys and values that a step can go on from.

        None where a layer keeps a state in their place, which can't be cut.
        """
        assert self._past is not None
        can_be_cut = all(type(layer) is DynamicLayer for layer in self._past.layers)
        return self.encoded.closed_before(focus) if can_be_cut else 0

    def step_code(self, focus: int) -> str:
        """A line of Python that makes `step`'s inputs."""
        first = self._kept_before(focus)
        if first == 0:
            return "step = model.encode(inputs)"
        return f"step = model.prefill(inputs, n_pos={first})  # what stands before the focus, once"

    def streams(self) -> ActivationCache:
        """The residual stream of every position that has been run, as one pass would have left it."""
        self.run()
        if len(self._streams) > 1:
            joined = {name: torch.cat([part[name] for part in self._streams], dim=1) for name in self._streams[0]}
            self._streams = [joined]
        return ActivationCache(self._streams).attach(self.model)

    def prompt_only(self) -> Inputs:
        """The prompt without what was answered, encoded."""
        encoded = self.encoded
        if encoded.embeddings.shape[1] == self.n_prompt:
            return encoded
        return replace(encoded.split(self.n_prompt)[0], prompt=self._prompt_inputs, offsets=encoded.offsets)

    @property
    def n_bytes(self) -> int:
        """What the study keeps: streams, keys and values, embeddings, and what views found."""
        tensors = [value for part in self._streams for value in part.values()]
        tensors += [] if self._encoded is None else [self._encoded.embeddings, *self._encoded.deepstack.values()]
        if self._past is not None:
            parts = [getattr(layer, name, None) for layer in self._past.layers for name in ("keys", "values")]
            tensors += [part for part in parts if isinstance(part, Tensor)]
        found = sum(view.n_bytes for view in self.views.values())
        pixels = sum(3 * picture.width * picture.height for frames in self.pictures for picture, _ in frames)
        return found + pixels + sum(tensor.numel() * tensor.element_size() for tensor in tensors)

    def expected_bytes(self) -> int:
        """What streams, keys and values of the prompt will take."""
        cfg = self.model.cfg
        width = (cfg.n_layers + 1) * cfg.d_model + 2 * cfg.n_layers * cfg.n_key_value_heads * cfg.d_head
        return self.n_prompt * width * torch.finfo(self.model.dtype).bits // 8
