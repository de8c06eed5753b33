"""Prompts from tasks, images and chats, made by the checkpoint's own processor and chat template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

import jinja2
import torch
from torch import Tensor
from transformers import BatchFeature

from vlm_lens_native._transformers import LOADING
from vlm_lens_native.errors import InputError, MissingProcessorError, PlaceholderMismatchError, VLMLensError
from vlm_lens_native.inputs.geometry import OLD_PIXELS, WHOLE, Geometry, Made, Markers, VisionTokens, is_pixels
from vlm_lens_native.inputs.images import ImageInfo, describe_images, refusals_of
from vlm_lens_native.inputs.layout import TokenLayout
from vlm_lens_native.inputs.loading import ImageLike
from vlm_lens_native.inputs.messages import Chat, Messages, read_chat
from vlm_lens_native.inputs.pass_inputs import all_described
from vlm_lens_native.inputs.placeholders import check_placeholders, is_placeholder, marker_tokens, placeholder_ids
from vlm_lens_native.inputs.prepared import PreparedInputs
from vlm_lens_native.inputs.times import write_times
from vlm_lens_native.inputs.transform import ImageTransform, Size, crop_transform
from vlm_lens_native.inputs.turns import Spoken, Turns, spoken
from vlm_lens_native.inputs.videos import SampledVideo, sample, with_frames

_NAMED = re.compile(r"(?<![\w}\\])\{+[A-Za-z_]\w*\}+")  # {name}, and {{name}}; not TeX's \boxed{name} or {a}{b}
_PIXELS = {"image": "pixel_values", "video": "pixel_values_videos"}  # which fill the placeholders of a kind


@dataclass(frozen=True, kw_only=True)
class PromptBuilder:
    """Prepares a checkpoint's inputs, and lays them out.

    Images reach HF's processor as they are: resizing them beforehand changes the pixels that the model sees.

    Attributes:
        processor: HF's processor; None for a checkpoint without one, which can then only lay out finished inputs.
        hf_config: HF's config of the whole model.
        geometry: The family's geometry (one of `geometries`).
        default_prompt: The checkpoint's system prompt; or, where it contains ``{task}``, the text of the user turn,
            in which the task takes that place. Other names in braces raise.
    """

    processor: Any
    hf_config: Any
    geometry: Geometry
    default_prompt: str | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.default_prompt, str | None):
            raise InputError(
                "default_prompt is a text (the system prompt, or the user's turn with {task} in it) or None; got "
                f"{self.default_prompt!r}."
            )
        if unknown := {named for named in _NAMED.findall(self.default_prompt or "") if named != "{task}"}:
            raise InputError(
                f"default_prompt has {', '.join(sorted(unknown))} in it, and the one placeholder that is filled is "
                "{task}. To say such words to the model, put them into a system message: model.prepare_chat(messages)."
            )

    def ask(self, task: str, image: ImageLike, append_text: str = "") -> Chat:
        """A user turn of an image and a task, behind the checkpoint's system prompt.

        Raises:
            ImageError: `image` is not an image.
            InputError: there is no image, or the task contains an image placeholder.
        """
        if image is None:
            raise InputError(
                "prepare_messages takes a task and an image, and got no image. For text alone, or several images, use "
                'prepare_chat([{"role": "user", "content": ...}]).'
            )
        if not (isinstance(task, str) and isinstance(append_text, str)):
            given = task if not isinstance(task, str) else append_text
            raise InputError(f"A task and what is appended to it are text, got {type(given).__name__}.")
        asked = task + append_text
        prompt = self.default_prompt or ""
        around = ("", "")
        if "{task}" in prompt:
            user, system = prompt.replace("{task}", asked), []
            around = (prompt.partition("{task}")[0], prompt.rpartition("{task}")[2])
        else:
            user, system = asked, [_turn("system", prompt)] if prompt else []
        content = [{"type": "image", "image": image}, {"type": "text", "text": user}]
        chat = read_chat([*system, {"role": "user", "content": content}], placeholders=self._placeholders())
        return replace(chat, around=around)

    def chat(self, messages: Messages) -> Chat:
        """A chat in HF's format, behind the checkpoint's system prompt if it has none of its own.

        Raises:
            ImageError: an image or video is not one.
            InputError: not HF's format.
        """
        chat = read_chat(messages, placeholders=self._placeholders())
        system = self.default_prompt if self.default_prompt and "{task}" not in self.default_prompt else None
        if system and not any(message["role"] == "system" for message in chat.messages):
            chat = replace(chat, messages=(_turn("system", system), *chat.messages))
        return chat

    def prepare(self, chats: Sequence[Chat], prefill: str = "") -> PreparedInputs:
        """A batch of chats, one in each row, padded on the left.

        Args:
            chats: Made by `ask` or `chat`.
            prefill: Goes after the generation prompt of every row.

        Raises:
            InputError: a prefill after a complete chat, no chat template, rows with and without images where these are
                keys of cross-attention, or what the processor rejects.
        """
        if not isinstance(prefill, str):
            raise InputError(f"assistant_prefill is text, and empty for none; got {prefill!r}.")
        if prefill and any(chat.is_answered for chat in chats):
            raise InputError("The chat ends with the assistant's turn: put assistant_prefill into it, or leave it out.")
        self._check_all_or_none(chats)
        videos = [self._sample(chat) for chat in chats]
        prompts = [prompt.begun(prefill) for prompt in self._spoken(chats)]
        texts = [prompt.text for prompt in prompts]
        made = self._encode(texts, chats, videos)
        made.data.pop("labels", None)  # HF's PaliGemmaProcessor adds them, with nothing to learn
        if OLD_PIXELS in made:
            made["pixel_values"] = made.data.pop(OLD_PIXELS)
        offsets, replaced = made.data.pop("offset_mapping", None), made.data.pop("text_replacement_offsets", None)
        if replaced is None and not self.geometry.in_sequence and _reach(offsets, texts):
            replaced = [[]] * len(texts)  # one token stands for an image, as the template wrote it
        order = tuple(n for chat, row in zip(chats, videos, strict=True) for n in _order(chat, row))
        known = self.made(made, sizes=tuple(image.size for chat in chats for image in chat.images), order=order)
        vision_tokens = self.geometry.tokens(known)
        check_placeholders(made["input_ids"], placeholder_ids(self.hf_config), vision_tokens)
        films = [video for row in videos for video in row]
        as_images = "video" not in placeholder_ids(self.hf_config)
        per_grid = getattr(getattr(self.processor, "video_processor", None), "temporal_patch_size", 1)
        vision_tokens = with_frames(vision_tokens, films, as_images=as_images, per_grid=per_grid)
        shown = vision_tokens if self.geometry.in_sequence or not vision_tokens else self.geometry.keys(known)[1]
        infos = describe_images(self.geometry, known, shown)
        return PreparedInputs.of(
            made,
            text=tuple(texts),
            images=infos,
            vision_tokens=vision_tokens,
            transforms=_transforms(known, infos, films, vision_tokens),
            turns=Turns.of(made["input_ids"].numpy().copy(), prompts, offsets, replaced),
        )

    def check(self, inputs: Mapping[str, Any], *, n_tokens: int | None = None) -> None:
        """Checks that any inputs fit together: token ids, placeholders and pixels.

        Args:
            inputs: What a model is given.
            n_tokens: How many tokens it has embeddings of; None if that is not known.

        Raises:
            InputError: no token, or ids beyond the vocabulary.
            PlaceholderMismatchError: placeholders don't match the pixels.
        """
        input_ids = torch.as_tensor(inputs["input_ids"])
        if input_ids.ndim != 2 or input_ids.dtype not in WHOLE:
            raise InputError(
                f"input_ids are whole numbers [batch, position], got {input_ids.dtype} of {list(input_ids.shape)}."
            )
        if not input_ids.numel():
            raise InputError(f"There is no token: input_ids has shape {list(input_ids.shape)}.")
        if n_tokens is not None:
            self._check_ids(input_ids, n_tokens)
        given = self.made(inputs)
        try:
            vision_tokens = self.geometry.tokens(given)
        except VLMLensError:
            raise
        except Exception as error:  # whatever sizes, grids or pixels are, they are not what a processor makes
            raise InputError(
                f"The inputs do not fit together ({error}): {all_described(inputs)}. Pass the processor's whole output."
            ) from error
        check_placeholders(input_ids, placeholder_ids(self.hf_config), vision_tokens)
        for vision in vision_tokens:
            keys = {_PIXELS[kind] for kind in (vision.placeholder, vision.kind) if kind in _PIXELS}
            if not vision.unplaced and all(given.inputs.get(key) is None for key in keys):
                raise PlaceholderMismatchError(
                    f"The prompt has {vision.placeholder} placeholders, but no {_PIXELS[vision.placeholder]}: HF's "
                    "model would read the placeholders as text. Pass the processor's whole output."
                )

    def _check_all_or_none(self, chats: Sequence[Chat]) -> None:
        """Raises an InputError for rows of text alone among others, where images are keys of cross-attention."""
        bare = [row for row, chat in enumerate(chats) if not (chat.images or chat.videos)]
        if not self.geometry.in_sequence and 0 < len(bare) < len(chats):
            raise InputError(
                f"Rows {bare} have no image, and others have. In one batch with them HF's model has these rows read "
                "black pictures, and alone it leaves cross-attention out. Prepare them by themselves."
            )

    def _check_ids(self, input_ids: Tensor, n_tokens: int) -> None:
        strange = (input_ids < 0) | (input_ids >= n_tokens)
        if strange.any() and (strange := strange & ~is_placeholder(input_ids, self.hf_config)).any():
            raise InputError(f"Token ids go from 0 to {n_tokens - 1}, got {input_ids[strange][:3].tolist()}.")

    def without_pixels(self, complete: Mapping[str, Any], source: Mapping[str, Any] | None) -> PreparedInputs:
        """Inputs whose pixels are used up, with what their layout needs to know of them.

        Args:
            complete: The inputs, with their pixels.
            source: Where they came from unchanged, if they did.
        """
        rest = BatchFeature(
            {key: value for key, value in complete.items() if not (key.startswith("pixel_") or is_pixels(key))}
        )
        if rest.get("input_ids") is None:
            return PreparedInputs.of(rest)
        if not isinstance(source, PreparedInputs):
            return PreparedInputs.of(rest, vision_tokens=self.vision_tokens(complete))
        known = {name: getattr(source, name) for name in ("text", "turns")}
        known["transforms"] = source.transforms if source.has_its_pixels else ()
        return PreparedInputs.of(rest, vision_tokens=self.vision_tokens(source), **known)

    def vision_tokens(self, inputs: Mapping[str, Any]) -> tuple[VisionTokens, ...]:
        """What was known when inputs were prepared; otherwise what they show."""
        known = inputs.vision_tokens if isinstance(inputs, PreparedInputs) and inputs.has_its_pixels else ()
        return known or self.geometry.tokens(self.made(inputs))

    def made(
        self, inputs: Mapping[str, Any], *, sizes: tuple[Size, ...] | None = None, order: tuple[int, ...] = ()
    ) -> Made:
        """Inputs with all that a geometry asks of them."""
        if isinstance(inputs, PreparedInputs) and inputs.has_its_pixels:
            order = tuple(len(each.grids) if each.kind == "video" else 0 for each in inputs.vision_tokens)
        return Made(
            inputs=inputs,
            hf_config=self.hf_config,
            processor=self.processor,
            markers=self._markers,
            sizes=sizes,
            order=order,
        )

    def layout(self, inputs: Mapping[str, Any]) -> TokenLayout:
        """Lays out inputs prepared here, or by the user's own processor (`promptable.Promptable.token_layout`).

        Raises:
            InputError: There are no token ids.
        """
        if inputs.get("input_ids") is None:
            raise InputError(
                "These inputs hold no token ids, so it is not known what stands where: they are embeddings, a part of "
                "a prompt, prefilled, or activations (a cache goes in by name, as cache=, where one is taken). Give "
                "what model.prepare_messages made, or model.encode made of it."
            )
        known = inputs if isinstance(inputs, PreparedInputs) else None
        input_ids, placeholders = torch.as_tensor(inputs["input_ids"]), placeholder_ids(self.hf_config)
        markers = dict(self._markers)
        if self.tokenizer is None:
            markers |= self.geometry.markers_around(input_ids, placeholders["image"])
        layout = TokenLayout.build(
            input_ids,
            attention_mask=inputs.get("attention_mask"),
            vision_tokens=self.vision_tokens(inputs),
            image_token_ids=placeholders,
            markers=markers,
            transforms=(known.transforms or None) if known is not None and known.has_its_pixels else None,
            turns=known.turns if known is not None else None,
        )
        write_times(layout, inputs, self.tokenizer)
        return layout

    def key_layout(self, inputs: Mapping[str, Any]) -> TokenLayout:
        """Lays out the image features that cross-attention reads (`promptable.Promptable.key_layout`)."""
        known = inputs if isinstance(inputs, PreparedInputs) and inputs.has_its_pixels else None
        own, images = self.geometry.keys(self.made(inputs))
        image_token = placeholder_ids(self.hf_config)["image"]
        layout = TokenLayout.build(
            own * image_token,
            attention_mask=own,
            vision_tokens=images,
            image_token_ids={"image": image_token},
            transforms=(known.transforms or None) if known is not None else None,
        )
        return replace(layout, axis="image_key")

    @property
    def tokenizer(self) -> Any:
        """The processor's tokenizer, or None."""
        return getattr(self.processor, "tokenizer", None)

    @cached_property
    def _markers(self) -> Markers:
        return marker_tokens(self.hf_config, self.tokenizer, self.processor)

    def required_processor(self) -> Any:
        """The processor.

        Raises:
            MissingProcessorError: There is none.
        """
        if self.processor is None or not hasattr(self.processor, "image_processor"):
            given = "no processor" if self.processor is None else f"a {type(self.processor).__name__}"
            raise MissingProcessorError(
                f"The model has {given}, so prompts and images can't be prepared. Pass one when loading: "
                "from_pretrained(..., processor=AutoProcessor.from_pretrained(...)) or from_hf(model, processor=...); "
                "or call the model with inputs of your own."
            )
        return self.processor

    def _placeholders(self) -> list[str]:
        processor = self.required_processor()
        marks = (getattr(processor, name, None) for name in ("image_token", "video_token"))
        return [mark for mark in marks if mark]

    def _sample(self, chat: Chat) -> list[SampledVideo]:
        """HF drops what a processor has no use for, and lets frames overwrite images where both are pixel_values."""
        if not chat.videos:
            return []
        video_processor = getattr(self.required_processor(), "video_processor", None)
        if video_processor is None:
            raise InputError(f"{type(self.processor).__name__} takes no videos. Pass the frames as images.")
        if "video" not in placeholder_ids(self.hf_config) and chat.images and not self.geometry.joins_frames:
            raise InputError(
                f"{type(self.processor).__name__} hands video frames to the model as images, and loses the images of a "
                "chat that holds both. Pass the frames as images."
            )
        return [sample(video, video_processor) for video in chat.videos]

    def _spoken(self, chats: Sequence[Chat]) -> list[Spoken]:
        """Their prompts; chats that differ in what their images and videos show have the same one."""
        found: dict[str, Spoken] = {}
        names = [repr((chat.messages, chat.around)) for chat in chats]
        for name, chat in zip(names, chats, strict=True):
            if name not in found:
                found[name] = spoken(chat, partial(self._render, chat))
        return [found[name] for name in names]

    def _render(self, chat: Chat, messages: Sequence[Mapping[str, Any]]) -> str:
        """A chat's prompt, with its own messages or with marks in them.

        Raises:
            InputError: There is no chat template, or it rejects the chat.
        """
        processor = self.required_processor()
        template = None if processor.chat_template else getattr(processor.tokenizer, "chat_template", None)
        if not (processor.chat_template or template):
            raise InputError(
                f"This checkpoint's {type(processor).__name__} has no chat template. Set processor.chat_template, or "
                "make the prompt yourself and call the model with processor(text=..., images=..., return_tensors='pt')."
            )
        try:
            text = processor.apply_chat_template(
                [dict(message) for message in messages],
                chat_template=template,
                add_generation_prompt=not chat.is_answered,
                tokenize=False,
            )
        except jinja2.TemplateError as error:
            raise InputError(f"The checkpoint's chat template rejects this chat: {error}") from error
        for kind, given in (("image", chat.images), ("video", chat.videos)):
            if given and (getattr(processor, f"{kind}_token", None) or "") not in text:
                raise InputError(
                    f"The checkpoint's chat template has no place for {kind}s: it wrote {text!r}. Set "
                    "processor.chat_template to one that has, or leave them out."
                )
        return text

    def _encode(self, texts: Sequence[str], chats: Sequence[Chat], videos: Sequence[Sequence[SampledVideo]]) -> Any:
        """Calls the processor, padding on the left, and asks where in the text each token stands."""
        processor = self.required_processor()
        tokenizer = processor.tokenizer
        if len(texts) > 1 and tokenizer.pad_token is None:
            raise InputError(
                "The tokenizer has no padding token, which a batch needs: set processor.tokenizer.pad_token."
            )
        settings: dict[str, Any] = {"return_tensors": "pt", "padding": len(texts) > 1}
        if tokenizer.is_fast:
            settings |= {"return_offsets_mapping": True, "return_text_replacement_offsets": True}
        if tokenizer.bos_token is not None and texts[0].startswith(tokenizer.bos_token):
            settings["add_special_tokens"] = False  # the template wrote them (ProcessorMixin.apply_chat_template)
        if any(chat.images for chat in chats):
            settings["images"] = [list(chat.images) for chat in chats]
        if any(videos):
            settings["videos"] = [[video.frames for video in row] for row in videos]
            settings["video_metadata"] = [video.metadata for row in videos for video in row]
            settings["do_sample_frames"] = False  # they are sampled already
        side, tokenizer.padding_side = tokenizer.padding_side, "left"
        try:
            with LOADING, refusals_of(processor):  # a model that loads beside it would round its pixels
                return processor(text=list(texts), **settings)
        finally:
            tokenizer.padding_side = side


def _reach(offsets: Tensor | None, texts: Sequence[str]) -> bool:
    """Whether the prompts' tokens end where the prompts do: what was tokenized is what was written."""
    ends = [] if offsets is None else offsets.amax((1, 2)).tolist()
    return ends == list(map(len, texts))


def _turn(role: str, text: str) -> dict[str, Any]:
    return {"role": role, "content": [{"type": "text", "text": text}]}


def _order(chat: Chat, videos: Sequence[SampledVideo]) -> Iterator[int]:
    """0 for each image of a chat, the number of frames for each video, in the order in which they stand."""
    left = iter(videos)
    contents = [message["content"] for message in chat.messages if not isinstance(message["content"], str)]
    for kind in (part["type"] for content in contents for part in content):
        if kind == "image":
            yield 0
        elif kind == "video":
            yield len(next(left).numbers)


def _transforms(
    made: Made, infos: Sequence[ImageInfo], videos: Sequence[SampledVideo], vision_tokens: Sequence[VisionTokens]
) -> tuple[ImageTransform, ...]:
    """One for each of `vision_tokens`. HF's video processors stretch the whole frame, or cut out its centre."""
    images, films = iter(infos), iter(videos)
    return tuple(
        _of_frames(made, next(films).size, vision) if vision.kind == "video" else next(images).transform
        for vision in vision_tokens
    )


def _of_frames(made: Made, size: Size, film: VisionTokens) -> ImageTransform:
    video_processor = made.processor.video_processor
    crops = getattr(video_processor, "do_center_crop", False)
    return crop_transform(video_processor, size) if crops else ImageTransform.resize(size, film.size)
