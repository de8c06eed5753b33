"""What a user gives to a pass: checked, moved to the model, and what is read off it."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.geometry import WHOLE, is_pixels
from vlm_lens_native.inputs.placeholders import is_placeholder, placeholder_ids
from vlm_lens_native.shapes import PositionMask, TokenIds
from vlm_lens_native.span import PromptSize


def no_inputs(given: Any) -> InputError:
    """The error for something that is no inputs."""
    return InputError(
        "Inputs are a mapping such as model.prepare_messages makes, or model.encode's result, or text alone: a text, a "
        f"list of texts, or a tensor of token ids; got {described(given)}."
    )


@contextmanager
def telling(inputs: Mapping[str, Any]) -> Iterator[None]:
    """Says with an exception that comes from HF's model, or from hooks in it, what inputs there were."""
    try:
        yield
    except Exception as error:
        error.add_note(f"The inputs were {all_described(inputs)}.")
        raise


def all_described(inputs: Mapping[str, Any]) -> str:
    """What inputs are, in a few words each."""
    return ", ".join(f"{key}: {described(value)}" for key, value in inputs.items() if value is not None)


def described(given: Any) -> str:
    """What something is, in a few words."""
    if isinstance(given, Tensor):
        return f"a tensor of {str(given.dtype).removeprefix('torch.')} {list(given.shape)}"
    return type(given).__name__


_BY_TOKEN = {"attention_mask": 2, "labels": 2, "cross_attention_mask": 4}  # and how many axes they have
_BY_TOKEN |= dict.fromkeys(("token_type_ids", "mm_token_type_ids", "moe_mm_token_type_ids"), 2)


def _is_tensor(key: str) -> bool:
    """Whether HF's models take nothing but a tensor of this name."""
    ids = key in ("input_ids", "inputs_embeds", "position_ids", "aspect_ratio_ids", "aspect_ratio_mask")
    return ids or key in _BY_TOKEN or is_pixels(key) or key.endswith("_grid_thw")


def check_tokens(inputs: Mapping[str, Any], *, d_model: int, n_labels: int, dtype: torch.dtype) -> None:
    """Checks what inputs say of each token: embeddings, mask, types and labels.

    Raises:
        InputError: They are not one for each token, which HF's models may run all the same; embeddings or a mask of
            another kind; or labels that are no tokens.
    """
    ids, embeddings = inputs.get("input_ids"), inputs.get("inputs_embeds")
    if embeddings is not None and (embeddings.shape[2:] != (d_model,) or embeddings.dtype != dtype):
        raise InputError(f"inputs_embeds are {dtype} [batch, position, {d_model}], got {described(embeddings)}.")
    given = ids if embeddings is None else embeddings
    if given is None:
        return  # generate begins with a token of its own
    tokens = given.shape[:2]
    for key, n_axes in _BY_TOKEN.items():
        value = inputs.get(key)
        if not isinstance(value, Tensor) or (key == "attention_mask" and value.ndim == 4):
            continue
        if value.ndim != n_axes or value.shape[:2] != tokens:
            raise InputError(
                f"{key} has shape {list(value.shape)}, and there are {tokens[0]} rows of {tokens[1]} tokens; it needs "
                "one entry for each token."
            )
    check_labels(inputs.get("labels"), n_labels)
    mask = inputs.get("attention_mask")
    if isinstance(mask, Tensor) and mask.ndim == 4:
        fits = mask.shape[0] in (1, tokens[0]) and mask.shape[2:] == (tokens[1], tokens[1])
        if not fits or not (mask.dtype == torch.bool or mask.is_floating_point()):
            raise InputError(
                f"attention_mask is {described(mask)}; a 4-D mask says what sees what, as booleans or as floats that "
                f"are added to scores: [batch, 1 or head, {tokens[1]}, {tokens[1]}]."
            )


def check_labels(labels: Tensor | None, n_labels: int) -> None:
    """Raises an InputError for labels that are neither tokens nor -100, which stands for none."""
    if labels is None:
        return
    strange = labels[(labels != -100) & ((labels < 0) | (labels >= n_labels))]
    if labels.dtype not in WHOLE or strange.numel():
        given = strange[:3].tolist() if labels.dtype in WHOLE else described(labels)
        raise InputError(f"labels are tokens from 0 to {n_labels - 1}, or -100 for none; got {given}.")


def on_device(inputs: Mapping[str, Any], device: torch.device, dtype: torch.dtype) -> dict[str, Any]:
    """Inputs with their tensors on a device; pixels in half precision in the model's dtype, where that is wider.

    HF's processor of Llama 4 rounds pixels to bfloat16, which its encoder does not take in float32; HF's M-RoPE takes
    no int32.

    Raises:
        InputError: Lists or arrays, where HF's models need tensors; or tensors on the meta device, without numbers.
    """
    for key, value in inputs.items():
        if isinstance(value, np.ndarray) or (_is_tensor(key) and not isinstance(value, Tensor | Mapping | None)):
            raise InputError(
                f"{key} is a {type(value).__name__}, and the model takes tensors: processor(..., "
                'return_tensors="pt") makes them.'
            )

    def moved(key: str, value: Tensor) -> Tensor:
        if value.is_meta and device.type != "meta":
            raise InputError(f"{key} is {described(value)} on the meta device, and so without numbers.")
        narrow = value.is_floating_point() and value.dtype.itemsize < dtype.itemsize
        wanted = dtype if narrow and is_pixels(key) else torch.int64 if value.dtype == torch.int32 else value.dtype
        return value.to(device, wanted)

    return {key: moved(key, value) if isinstance(value, Tensor) else value for key, value in inputs.items()}


def token_types(inputs: Mapping[str, Any], hf_config: Any) -> TokenIds:
    """0 for text, 1 for images, 2 for videos, as HF's processors make them.

    Without them HF's Qwen2.5-VL numbers images as if they were text, and others (Qwen2-VL, GLM-V, MiniCPM-V 4.7) raise.
    They follow from the token ids, so that inputs without them run here as with them.

    Raises:
        InputError: The inputs come with others; or their mask leaves out a part of an image, whose positions HF can't
            count then.
    """
    ids, given = placeholder_ids(hf_config), inputs.get("mm_token_type_ids")
    types = torch.zeros_like(inputs["input_ids"])
    for number, kind in enumerate(("image", "video"), start=1):
        types[inputs["input_ids"] == ids[kind]] = number
    types[(types == 1) & _in_videos(inputs["input_ids"], hf_config)] = 2
    if given is not None and not torch.equal(given.to(types), types):
        raise InputError(
            "mm_token_type_ids must be 1 at image placeholders, 2 at those of videos, and 0 elsewhere: positions "
            "follow from them. These differ. Leave them out, and they are made from input_ids."
        )
    mask = inputs.get("attention_mask")
    if inputs.get("position_ids") is not None or not isinstance(mask, Tensor):
        return types
    if mask.ndim != 2:
        raise InputError(
            f"attention_mask has shape {list(mask.shape)}: this model numbers its positions by a 2-D mask. With "
            "another, give position_ids too."
        )
    if n_left_out := int(((types > 0) & (mask == 0)).sum()):
        raise InputError(
            f"attention_mask is 0 at {n_left_out} placeholders of images. This model numbers rows and columns of whole "
            "images, so HF can't run a mask that leaves out a part of one. Keep it 1 there, and close attention to "
            "these tokens with interventions.BlockAttention; or give position_ids too."
        )
    return types


def types_with_marks(inputs: Mapping[str, Any], hf_config: Any, processor: Any) -> TokenIds | None:
    """The inputs' ``mm_token_type_ids``, or those that HF's processor would have made; None for text alone.

    They are 1 at placeholders and at all that the processor writes around them, and by them HF's Molmo 2 lets these see
    each other; without them it masks images causally.

    Raises:
        InputError: There are images and no types, and no processor says which tokens are written around images.
    """
    ids, given = inputs["input_ids"], inputs.get("mm_token_type_ids")
    if given is not None or not bool(is_placeholder(ids, hf_config).any()):
        return given
    if processor is None:
        raise InputError(
            "The inputs have images but no mm_token_type_ids, which say which tokens see each other: they are 1 at "
            "image tokens and at what stands around them. The checkpoint's own processor makes them."
        )
    return torch.isin(ids, torch.tensor(processor.image_token_ids, device=ids.device)).to(ids.dtype)


def expert_types(inputs: Mapping[str, Any], hf_config: Any) -> TokenIds:
    """The same, where the marks around images and videos count as theirs: which set of experts tokens go to.

    Without them HF's ERNIE 4.5 VL sends all tokens to the experts of text.
    """
    types = token_types(inputs, hf_config)
    for number, kind in enumerate(("image", "video"), start=1):
        for end in ("start", "end"):
            types[inputs["input_ids"] == getattr(hf_config, f"{kind}_{end}_token_id")] = number
    return types


def _in_videos(input_ids: TokenIds, hf_config: Any) -> PositionMask:
    """What stands between the marks of a video, which some models (GLM-V) fill with placeholders of images."""
    marks = [getattr(hf_config, f"video_{end}_token_id", None) for end in ("start", "end")]
    if None in marks:
        return torch.zeros_like(input_ids, dtype=torch.bool)
    starts, ends = ((input_ids == mark).cumsum(dim=1) for mark in marks)
    return starts > ends


def tokens_that_see_each_other(
    inputs: Mapping[str, Any], hf_config: Any, image_token_type: int | None
) -> TokenIds | None:
    """The inputs' ``token_type_ids``, or those of their token ids; None where HF's wrapper goes without.

    By them it (Gemma 3's, PaliGemma's) knows which tokens see each other. Without them HF's PaliGemma lets all tokens
    see each other under sdpa where nothing is padded, and otherwise masks all of them causally.
    """
    given, images = inputs.get("token_type_ids"), is_placeholder(inputs["input_ids"], hf_config)
    if given is not None:
        return given
    if image_token_type is not None:
        return images.to(inputs["input_ids"].dtype) * image_token_type if bool(images.any()) else None
    warnings.warn(
        "The inputs have no token_type_ids, which say which of this model's tokens see each other. As in "
        "HF, that then depends on the kernel and on padding. The checkpoint's own processor makes them "
        "(model.prepare_messages): for PaliGemma 0 in images and prompt, 1 in the answer.",
        stacklevel=4,
    )
    return None


def visual_positions(inputs: Mapping[str, Any], hf_config: Any, *, n_past: int = 0) -> PositionMask | None:
    """Where image and video features stand, behind ``n_past`` of text; None for inputs without token ids."""
    input_ids = inputs.get("input_ids")
    return None if input_ids is None else nn.functional.pad(is_placeholder(input_ids, hf_config), (n_past, 0))


def prompt_size(inputs: Mapping[str, Any]) -> PromptSize:
    """Of a prompt; 0 positions where HF's ``generate`` begins with a token of its own, or will say what is missing."""
    given = [inputs[key] for key in ("input_ids", "inputs_embeds") if inputs.get(key) is not None]
    return PromptSize(*given[0].shape[:2]) if given else PromptSize(0, 0)
