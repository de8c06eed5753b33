"""The part of a model that prepares a user's inputs, and says what each of their positions is."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, overload

import numpy as np
import torch
from jaxtyping import Int
from torch import Tensor

from vlm_lens_native.encoded import DecoderInput, Inputs, Prepared
from vlm_lens_native.errors import InputError, MissingProcessorError
from vlm_lens_native.indices import check_index
from vlm_lens_native.inputs.geometry import is_pixels
from vlm_lens_native.inputs.images import ImageInfo, process_image
from vlm_lens_native.inputs.layout import TokenLayout
from vlm_lens_native.inputs.loading import ImageLike
from vlm_lens_native.inputs.messages import Messages
from vlm_lens_native.inputs.pass_inputs import no_inputs
from vlm_lens_native.inputs.pixels import seen_frames
from vlm_lens_native.inputs.placeholders import check_placeholders, is_placeholder, placeholder_ids
from vlm_lens_native.inputs.prepared import PreparedInputs
from vlm_lens_native.inputs.prompts import PromptBuilder
from vlm_lens_native.inputs.tokens import single_token, token_strings
from vlm_lens_native.inputs.transcript import ShownInputs, show
from vlm_lens_native.toys import TOYS
from vlm_lens_native.toys.scenes import GRID

_log = logging.getLogger(__name__)

Images = Sequence[ImageLike] | np.ndarray | Tensor  # arrays: one image after the other along the first axis


class Promptable:
    """Adds prompts, images and token layouts to whatever has a `PromptBuilder`."""

    _prompts: PromptBuilder

    @property
    def device(self) -> torch.device:
        """Where inputs go."""
        raise NotImplementedError

    @property
    def tokenizer(self) -> Any:
        """HF's tokenizer, or None."""
        raise NotImplementedError

    @overload
    def prepare_messages(
        self,
        task: str,
        image: ImageLike,
        append_text: str = "",
        assistant_prefill: str = "",
        return_text: Literal[False] = False,
    ) -> PreparedInputs: ...
    @overload
    def prepare_messages(
        self, task: str, image: ImageLike, append_text: str, assistant_prefill: str, return_text: Literal[True]
    ) -> tuple[PreparedInputs, str]: ...
    @overload
    def prepare_messages(
        self,
        task: str,
        image: ImageLike,
        append_text: str = "",
        assistant_prefill: str = "",
        *,
        return_text: Literal[True],
    ) -> tuple[PreparedInputs, str]: ...
    def prepare_messages(
        self,
        task: str,
        image: ImageLike,
        append_text: str = "",
        assistant_prefill: str = "",
        return_text: bool = False,
    ) -> PreparedInputs | tuple[PreparedInputs, str]:
        """One question about one image: a user turn of the image and the task, and the beginning of the answer.

        Args:
            task: The question.
            image: A PIL image, numpy array, tensor, path or bytes; see `loading.load_image`.
            append_text: Goes directly after the task, in the user turn.
            assistant_prefill: Goes after the generation prompt: the model continues it.
            return_text: Also return the prompt as text, before image placeholders are expanded.

        Raises:
            MissingProcessorError: There is no processor.
            ImageError: `image` is not an image.
            InputError: There is no image or no chat template, or the task contains an image placeholder.
        """
        prepared = self._prepare([self._prompts.ask(task, image, append_text)], assistant_prefill)
        return (prepared, prepared.text[0]) if return_text else prepared

    def prepare_messages_batch(
        self, tasks: Sequence[str], images: Images, assistant_prefill: str = ""
    ) -> PreparedInputs:
        """One question about one image in each row, padded on the left; each row as `prepare_messages` makes it.

        Raises:
            InputError: Not as many images as tasks, or none, or a tokenizer without a padding token.
        """
        if not (_is_list(tasks) and _is_list(images) and 0 < len(tasks) == len(images)):
            raise InputError(
                f"Got {_counted(tasks)} as tasks and {_counted(images)} as images; expected two lists of the same "
                "length, one image for each task. For several images in one prompt use prepare_chat."
            )
        pairs = zip(tasks, images, strict=True)
        return self._prepare([self._prompts.ask(task, image) for task, image in pairs], assistant_prefill)

    def prepare_questions(
        self, questions: Sequence[tuple[str, Sequence[ImageLike]]], assistant_prefill: str = ""
    ) -> PreparedInputs:
        """A question about any number of images in each row, padded on the left.

        A row with one image is as `prepare_messages` makes it; others as `prepare_chat` makes a user turn of the images
        and the question.

        Raises:
            InputError: There are none, something else than pairs, rows with and without images where these are keys of
                cross-attention, or a tokenizer without a padding token.
        """
        if not questions:
            raise InputError("Got no questions; expected a question and its images for each row.")
        for each in questions:
            if isinstance(each, str) or len(each) != 2 or not _is_list(each[1]):
                raise InputError(f"Each row is a pair of a question and a list of its images, got {each!r:.100}.")
        ask, chat = self._prompts.ask, self._prompts.chat
        chats = [ask(text, images[0]) if len(images) == 1 else chat(_turn(text, images)) for text, images in questions]
        return self._prepare(chats, assistant_prefill)

    def prepare_chat(self, messages: Messages, assistant_prefill: str = "") -> PreparedInputs:
        """A chat in HF's format, with any number of turns, images and videos (see `messages.read_chat`).

        The checkpoint's system prompt is put first where the chat has none of its own. After a user turn the answer is
        begun; a chat that ends with the assistant's turn is taken as complete.

        Raises:
            MissingProcessorError: There is no processor.
            ImageError: An image or video is not one.
            InputError: Not HF's format, a prefill after a complete chat, or no chat template.
        """
        return self._prepare([self._prompts.chat(messages)], assistant_prefill)

    def as_inputs(self, given: Inputs) -> Prepared:
        """Text alone as inputs: a text, texts (padded on the left), or token ids ``[batch pos]`` or ``[pos]``.

        Every method that takes inputs takes these too. No chat template is applied; the tokenizer's own special tokens
        are added to texts. What is inputs already comes back as it is.

        Raises:
            MissingProcessorError: A text, and the model has no tokenizer.
            InputError: Something else, or texts of different lengths and no padding token.
        """
        if isinstance(given, Mapping | DecoderInput):
            return given
        if (
            isinstance(given, Tensor)
            and not given.is_floating_point()
            and given.dtype != torch.bool
            and given.ndim in (1, 2)
        ):
            return {"input_ids": torch.atleast_2d(given).to(self.device)}
        texts = [given] if isinstance(given, str) else given
        if not isinstance(texts, Sequence) or not texts or not all(isinstance(text, str) for text in texts):
            raise no_inputs(given)
        ids = self.to_tokens(texts)
        n_padding = [ids.shape[1] - self.to_tokens(text).shape[1] for text in texts]
        ids = torch.stack([row.roll(n) for row, n in zip(ids, n_padding, strict=True)])  # generate goes on from the end
        mask = (torch.arange(ids.shape[1]) >= torch.tensor(n_padding)[:, None]).long().to(ids.device)
        return {"input_ids": ids, "attention_mask": mask}

    def process_image(self, image: ImageLike) -> ImageInfo:
        """What the processor makes of one image: sizes, crop, token grid (`images.process_image`)."""
        prompts = self._prompts
        prompts.required_processor()
        made = prompts.made({})
        return process_image(made.processor, made.hf_config, image, geometry=prompts.geometry, markers=made.markers)

    def token_layout(self, inputs: Inputs) -> TokenLayout:
        """What every position of the inputs, or of the prompt of encoded inputs, is, and which pixels it saw.

        Boxes are in pixels of the original images for inputs prepared here; other inputs don't hold the original sizes,
        and their boxes are in pixels of the processed images (``layout.box_space`` says which).
        """
        return self._prompts.layout(self._prompt_of(inputs))

    def key_layout(self, inputs: Inputs) -> TokenLayout:
        """What the keys of cross-attention are: image features, tile by tile, and which pixels they saw.

        A token layout over keys in the place of positions: its selections choose among keys (``to=`` of
        `BlockAttention`), and its ``heatmap`` paints a head's pattern on the image. Tiles that fill up an image are
        padding.

        Raises:
            InputError: The model's image features stand in the sequence; or there are no images.
        """
        return self._prompts.key_layout(self._prompt_of(inputs))

    def show_inputs(self, inputs: Inputs) -> ShownInputs:
        """What the model sees of its inputs: print it, or let a notebook show it with the images.

        Encoded inputs have no pixels any more, so their images are told in words only.
        """
        prompt, layout, tokenizer = self._prompt_of(inputs), self.token_layout(inputs), self._prompts.tokenizer
        if not isinstance(prompt, PreparedInputs):
            return show(layout, tokenizer=tokenizer)
        frames, films = (), [vision for vision in prompt.vision_tokens if vision.kind == "video"]
        if films and any(map(is_pixels, prompt)):
            self._prompts.required_processor()
            frames = tuple(seen_frames(self._prompts.geometry, self._prompts.made(prompt), films))
        return show(layout, tokenizer=tokenizer, images=tuple(info.image for info in prompt.images), frames=frames)

    def to_single_token(self, text: str) -> int:
        """The token id of a text that is one token, to the letter.

        A leading space counts; ``analysis.find_word`` finds a word in all its spellings.

        Raises:
            InputError: It is not one token, or the model has no tokenizer.
        """
        return single_token(self.tokenizer, text)

    def to_tokens(self, text: str | Sequence[str], *, prepend_bos: bool | None = None) -> Int[Tensor, "batch pos"]:
        """The token ids of a text, or of several, padded on the right, on the model's device; without a chat template.

        Nothing in a tensor of ids marks its padding: given to the model it is attended to, continued and counted in
        the loss. Give texts of different lengths to the model as texts (`as_inputs`).

        Args:
            text: The text or texts.
            prepend_bos: Whether each begins with the tokenizer's BOS token; None leaves it to the tokenizer. No other
                special tokens are added where it is said.

        Raises:
            MissingProcessorError: There is no tokenizer.
            InputError: A BOS token is asked for, or padding needed, and the tokenizer has none.
        """
        tokenizer, texts = self._tokenizer(), [text] if isinstance(text, str) else list(text)
        rows = [tokenizer.encode(each, add_special_tokens=prepend_bos is None) for each in texts]
        if prepend_bos:
            if tokenizer.bos_token_id is None:
                raise InputError("prepend_bos=True, but the tokenizer has no BOS token.")
            rows = [[tokenizer.bos_token_id, *row] for row in rows]
        longest = max(map(len, rows), default=0)
        if any(len(row) < longest for row in rows) and tokenizer.pad_token_id is None:
            raise InputError("The texts have different lengths, and the tokenizer has no padding token.")
        padded = [row + [tokenizer.pad_token_id] * (longest - len(row)) for row in rows]
        return torch.tensor(padded, dtype=torch.long, device=self.device).reshape(len(rows), longest)

    def to_string(self, tokens: int | Sequence[Any] | Tensor) -> str | list[str]:
        """The text of a token id or of a row of ids; of rows, a list of texts. Special tokens are kept.

        Raises:
            MissingProcessorError: There is no tokenizer.
        """
        tokenizer, ids = self._tokenizer(), torch.as_tensor(tokens)
        if ids.ndim == 2:
            return [tokenizer.decode(row, clean_up_tokenization_spaces=False) for row in ids.tolist()]
        return tokenizer.decode(ids.reshape(-1).tolist(), clean_up_tokenization_spaces=False)

    def _tokenizer(self) -> Any:
        if self.tokenizer is None:
            raise MissingProcessorError("The model has no tokenizer; load it with processor=.")
        return self.tokenizer

    def to_str_tokens(self, inputs: Inputs, *, batch: int = 0) -> list[str]:
        """The text of every position of a row, padding included; token ids in their places without a tokenizer.

        Raises:
            InputError: There is no such row, or the inputs hold no token ids.
        """
        ids = self._prompt_of(inputs)["input_ids"]
        check_index("row", batch, len(ids))
        row = ids[batch].tolist()
        strings = token_strings(self.tokenizer, row)
        return [strings[token] for token in row]

    def get_image_token_range(self, inputs: Inputs) -> tuple[int, int]:
        """First and last position (inclusive) of the image's tokens; markers of tiles may stand between them.

        Raises:
            InputError: There are several rows or images, or none: ask ``token_layout(inputs).image_token_range``.
        """
        _check_one_row(self._prompt_of(inputs))
        layout = self.token_layout(inputs)
        if (count := len(layout.placed[0])) != 1:
            raise InputError(
                f"There are {count} images; get_image_token_range is for one. Ask "
                "model.token_layout(inputs).image_token_range(image=...)."
            )
        return layout.image_token_range()

    def get_image_token_positions(self, inputs: Inputs) -> Int[Tensor, " token"]:
        """Positions of all image tokens, in order; markers and row tokens are left out.

        Raises:
            InputError: There are several rows.
            PlaceholderMismatchError: Placeholders don't match the pixels.
        """
        prompt = self._prompt_of(inputs)
        _check_one_row(prompt)
        input_ids, hf_config = torch.as_tensor(prompt["input_ids"]).cpu(), self._prompts.hf_config
        check_placeholders(input_ids, placeholder_ids(hf_config), self._prompts.vision_tokens(prompt))
        return is_placeholder(input_ids, hf_config)[0].nonzero().flatten()

    def _check_scene(self, picture: Any, info: ImageInfo) -> None:
        """Warns if a toy is shown a scene whose cells are not its image tokens: it was trained on no such scenes."""
        grid, name = (
            getattr(picture, "info", {}).get(GRID),
            Path(getattr(self._prompts.hf_config, "_name_or_path", "")).name,
        )
        if grid not in (None, info.grid_w) and name in TOYS:
            _log.warning(
                "This scene has %d x %d cells, and %s sees %d x %d image tokens, so its answers mean little: "
                "Scene.for_model(model, seed=0) makes scenes that fit.",
                grid,
                grid,
                name,
                info.grid_h,
                info.grid_w,
            )

    def _prompt_of(self, inputs: Inputs) -> Mapping[str, Any]:
        return _prompt_of(self.as_inputs(inputs))

    def _prepare(self, chats: Sequence[Any], assistant_prefill: str) -> PreparedInputs:
        prepared = self._prompts.prepare(chats, assistant_prefill)
        pictures = [image for chat in chats for image in chat.images]
        for picture, info in zip(pictures, prepared.images, strict=False):
            self._check_scene(picture, info)
        prepared.to(self.device)  # in place
        return prepared


def _turn(text: str, images: Sequence[ImageLike]) -> list[dict[str, Any]]:
    parts = [*({"type": "image", "image": image} for image in images), {"type": "text", "text": text}]
    return [{"role": "user", "content": parts}]


def _is_list(given: Any) -> bool:
    return hasattr(given, "__len__") and not isinstance(given, str | bytes)


def _counted(given: Any) -> str:
    return type(given).__name__ + (f" of {len(given)}" if _is_list(given) else "")


def _prompt_of(inputs: Prepared) -> Mapping[str, Any]:
    """The inputs that encoded ones were made of.

    Raises:
        InputError: Encoded inputs without token ids.
    """
    if isinstance(inputs, Mapping):
        return inputs
    if inputs.prompt.get("input_ids") is None:
        raise InputError("These encoded inputs hold no token ids; give the inputs of model.encode, or its result.")
    return inputs.prompt


def _check_one_row(prompt: Mapping[str, Any]) -> None:
    if (count := len(prompt["input_ids"])) != 1:
        raise InputError(
            f"These inputs have {count} rows, in which images stand at other positions. Take "
            "layout = model.token_layout(inputs) and its selections, such as layout.images.indices(row)."
        )
