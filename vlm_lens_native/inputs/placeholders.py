"""Placeholders in the prompt against the tokens of images and videos."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import torch

from vlm_lens_native.errors import PlaceholderMismatchError
from vlm_lens_native.inputs.geometries.tiles import GLOBAL_TAG, MAX_TAG, TILE_TAG
from vlm_lens_native.inputs.geometry import VisionTokens
from vlm_lens_native.shapes import PositionMask, TokenIds

FAKE_TOKEN = "<fake_token_around_image>"
_REMEDY = (
    "Let the processor expand the prompt: model.prepare_messages, model.prepare_chat, or "
    "processor(text=..., images=...) with the checkpoint's own processor, and do not truncate its output."
)


def placeholder_ids(hf_config: Any) -> dict[str, int]:
    """The ids that stand for image and video features, by kind: ``{"image": ..., "video": ...}``, as far as named.

    Where one id stands for both, as in Molmo 2, it is the image's.
    """
    image, video = (getattr(hf_config, f"{kind}_token_id", None) for kind in ("image", "video"))
    image = getattr(getattr(hf_config, "vision_config", None), "image_token_id", None) if image is None else image
    named = {"image": image, "video": None if video == image else video}
    return {kind: token for kind, token in named.items() if token is not None}


def is_placeholder(input_ids: TokenIds, hf_config: Any) -> PositionMask:
    """Where image and video features stand."""
    ids = list(placeholder_ids(hf_config).values())
    return torch.isin(input_ids, torch.tensor(ids, device=input_ids.device))


_NAMED_BY_CONFIG = ("vision_start", "vision_end", "image_start", "image_end", "video_start", "video_end")
_NAMED_BY_CONFIG += ("low_res_image_start", "frame_start", "frame_end")
# Tokens that processors write around images and between their rows, by their names in HF's processors and tokenizers.
_WRITTEN = ("start_image", "end_image", "image_break", "image_start", "image_end", "image_thumbnail", "boi", "eoi")
_WRITTEN += ("slice_start", "slice_end", "start_of_img", "end_of_img", "tile", "tile_global")
_WRITTEN += ("image",)  # where it is no placeholder: in front of Llama 4's views of the whole
_N_IMAGE_IDS = 64  # images of a prompt whose numbers are known for tags (MiniCPM-V)
_TILE_TOKEN = re.compile(r"<\|img_row_\d+_col_\d+\|>")  # LFM2-VL's


def marker_tokens(hf_config: Any, tokenizer: Any = None, processor: Any = None) -> dict[tuple[int, ...], str]:
    """The tokens that processors set around images: they are neither the user's text nor image features.

    They are the start and end tokens that the config names (``vision_start_token_id``), those that the processor or its
    tokenizer name (``image_break_token``) or that the processor lists beside the placeholder (``image_token_ids``) and,
    where the tokenizer has the fake token that stands around tiles, that token and the tags ``<row_1_col_2>`` and
    ``<global-img>``, which some tokenizers write in several tokens.

    Returns:
        Token ids to the text that they stand for.
    """
    found: dict[tuple[int, ...], str] = {}
    for name in _NAMED_BY_CONFIG:
        token = getattr(hf_config, f"{name}_token_id", None)
        if token is not None:
            found[(token,)] = f"<{name}>"
    for name in _WRITTEN:
        text = getattr(processor, f"{name}_token", None) or getattr(tokenizer, f"{name}_token", None)
        if text is not None and tokenizer is not None:
            found[(tokenizer.convert_tokens_to_ids(text),)] = text
    if tokenizer is not None:
        listed = getattr(processor, "image_token_ids", ())
        others = {token for token in listed if token is not None} - {*placeholder_ids(hf_config).values()}
        found |= {(token,): tokenizer.convert_ids_to_tokens(token) for token in others if (token,) not in found}
        own = tokenizer.get_added_vocab().items()
        found |= {(token,): text for text, token in own if _TILE_TOKEN.fullmatch(text) or TILE_TAG.fullmatch(text)}
    first, last = (getattr(tokenizer, f"image_id_{end}_token", None) for end in ("start", "end"))
    if tokenizer is not None and first is not None and last is not None:
        tags = (f"{first}{number}{last}" for number in range(_N_IMAGE_IDS))
        found |= {tuple(tokenizer.encode(tag, add_special_tokens=False)): tag for tag in tags}
    if tokenizer is None or FAKE_TOKEN not in tokenizer.get_added_vocab():
        return found
    numbers = range(1, MAX_TAG + 1)
    for text in (FAKE_TOKEN, GLOBAL_TAG, *(f"<row_{row}_col_{col}>" for row in numbers for col in numbers)):
        found[tuple(tokenizer.encode(text, add_special_tokens=False))] = text
    return found


def check_placeholders(
    input_ids: TokenIds, token_ids: Mapping[str, int], vision_tokens: Sequence[VisionTokens]
) -> tuple[tuple[int, ...], ...]:
    """Checks that every row's placeholders are filled exactly by consecutive images and videos.

    Features fill placeholders in order over the whole batch, so one row with too many and another with too few would
    run without an error, each with a part of the other's image.

    Args:
        input_ids: The prompt.
        token_ids: The placeholder of each kind (`placeholder_ids`).
        vision_tokens: The images and videos, in the order of their features.

    Returns:
        For each row the indices into `vision_tokens` of what fills it: first images, then videos.

    Raises:
        PlaceholderMismatchError: names the row, the placeholders found and the tokens expected.
    """
    rows: list[tuple[int, ...]] = [()] * input_ids.shape[0]
    for kind in ("image", "video"):
        waiting = [i for i, v in enumerate(vision_tokens) if v.placeholder == kind]
        if kind in token_ids:
            counts = (input_ids == token_ids[kind]).sum(dim=1).tolist()
        elif waiting:
            raise PlaceholderMismatchError(
                f"{len(waiting)} {kind}s are given to a model without a {kind} placeholder. Leave them out."
            )
        else:
            continue
        sizes = [vision_tokens[i].n_tokens for i in waiting]
        start = 0
        for row, found in enumerate(counts):
            taken = _fill(sizes[start:], found)
            if taken is None:
                raise PlaceholderMismatchError(_message(kind, row, found, sizes[start:]))
            rows[row] += tuple(waiting[start : start + taken])
            start += taken
        if start < len(waiting):
            raise PlaceholderMismatchError(
                f"The prompt has room for {start} {kind}s, but pixels of {len(waiting)} are given: the tokens "
                f"{sizes[start:]} have no placeholders. {_REMEDY}"
            )
    return tuple(rows)


def _fill(sizes: Sequence[int], found: int) -> int | None:
    """How many of `sizes`, from the front, sum to `found`; None where no number does."""
    total = taken = 0
    while total < found and taken < len(sizes):
        total += sizes[taken]
        taken += 1
    return taken if total == found else None


def _message(kind: str, row: int, found: int, sizes: Sequence[int]) -> str:
    if not sizes:
        return f"Row {row} has {found} {kind} placeholders, but there are no (further) pixels to fill them. {_REMEDY}"
    shown = ", ".join(map(str, sizes[:8])) + (", ..." if len(sizes) > 8 else "")
    return (
        f"Row {row} has {found} {kind} placeholders, but the {kind}s that are left need {shown} tokens (one number "
        f"each), and no whole number of them comes to {found}. {_REMEDY}"
    )
