"""Spectra's two functions, with Spectra's arguments, for scripts written for it.

They take a stack of hidden states and HF's modules, where `logit_lens` takes a model and its inputs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
import torch
from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis.lens.unembedding import CHUNK_BYTES, chunks
from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import load_image
from vlm_lens_native.inputs.words import token_strings

HiddenStates = Tensor | Sequence[Tensor]
Module = Callable[[Tensor], Tensor]

_TOP_K = 5
_IMAGE_LABEL = re.compile(r"<IMG(\d+)>")


def compute_logit_lens(
    hidden_states: HiddenStates, norm: Module, lm_head: Module, tokenizer: Any, top_k: int = _TOP_K
) -> list[list[list[tuple[str, str]]]]:
    """The most probable tokens at each layer and position.

    Args:
        hidden_states: ``[layer pos d_model]`` or ``[layer 1 pos d_model]``, such as
            ``cache.stack("lm.*.hook_resid_post")``; or a sequence of layers, such as HF's ``outputs.hidden_states``.
            The last of those has been through the final norm already, which shows in its values, and does not go
            through it again.
        norm: The final norm, ``model.lm.ln_final``.
        lm_head: The unembedding, ``model.unembed``, or HF's ``lm_head``.
        tokenizer: HF's tokenizer.
        top_k: How many tokens.

    Returns:
        ``[layer][position]``: pairs of the token's text and its probability with four decimals, both as strings.

    Raises:
        InputError: Hidden states of another shape, or of several rows.
    """
    ids, probs = _top_tokens(_as_stack(hidden_states), norm, lm_head, top_k)
    strings = {token: tokenizer.decode([token]) for token in ids.unique().tolist()}
    return [
        [
            [(strings[token], f"{probability:.4f}") for token, probability in zip(*each, strict=True)]
            for each in zip(*layer, strict=True)
        ]
        for layer in zip(ids.tolist(), probs.tolist(), strict=True)
    ]


def create_logit_lens(
    hidden_states: HiddenStates,
    norm: Module,
    lm_head: Module,
    tokenizer: Any,
    image: PIL.Image.Image,
    token_labels: Sequence[str],
    image_size: tuple[int, int],
    grid_size: tuple[int, int],
    patch_size: int,
    model_name: str,
    image_filename: str,
    prompt: str,
    save_folder: str | Path = ".",
    misc_text: str = "",
) -> Path:
    """Writes a page like ``LogitLens.save_page``'s; its name is ``{model_name}_{image's name}_logit_lens.html``.

    Args:
        hidden_states: As for `compute_logit_lens`.
        norm: Likewise.
        lm_head: Likewise.
        tokenizer: HF's tokenizer.
        image: The image.
        token_labels: A label for each position. ``<IMG001>`` is the first image token, in reading order of the grid.
        image_size: ``(width, height)`` of the processed image in pixels.
        grid_size: ``(rows, columns)`` of image tokens.
        patch_size: Side of an image token's square in pixels of the processed image.
        model_name: For the file's name and the heading.
        image_filename: For the file's name.
        prompt: Shown on the page.
        save_folder: Where the page goes; made if need be.
        misc_text: Shown on the page.

    Returns:
        The page's path. (Spectra's function returns None.)

    Raises:
        InputError: Labels of another number than positions, image tokens outside of the grid, or a grid that is
            larger than the image.
    """
    from vlm_lens_native.visualize import LensPage

    stack = _as_stack(hidden_states)
    boxes = _boxes(token_labels, grid_size, patch_size, image_size, n_pos=len(stack[0]))
    ids, probs = _top_tokens(stack, norm, lm_head, _TOP_K)
    page = LensPage(
        title=f"Logit lens: {model_name}",
        text=prompt,
        note=misc_text,
        layers=tuple(map(str, range(len(stack)))),
        positions=np.arange(len(boxes)),
        labels=tuple(token_labels),
        images=(load_image(image).resize(image_size, PIL.Image.Resampling.LANCZOS),),
        image=np.where(np.isnan(boxes[:, 0]), -1, 0),
        boxes=boxes,
        strings=token_strings(tokenizer, ids.unique().tolist()),
        top_ids=ids.numpy(),
        top_probs=probs.numpy(),
    )
    path = Path(save_folder) / f"{_as_file_name(model_name)}_{_as_file_name(Path(image_filename).stem)}_logit_lens.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page.render(), encoding="utf-8")
    return path


def _as_stack(hidden_states: HiddenStates) -> list[Float[Tensor, "pos d_model"]]:
    layers = [layer[0] if layer.ndim == 3 and len(layer) == 1 else layer for layer in hidden_states]
    if not layers or len({layer.shape for layer in layers}) > 1 or layers[0].ndim != 2:
        shapes = sorted({str(list(layer.shape)) for layer in layers})
        raise InputError(
            f"Hidden states are [layer, pos, d_model], or [layer, 1, pos, d_model] of one row; got {len(layers)} "
            f"layers of {', '.join(shapes) or 'nothing'}. Pick one row of a batch: hidden_states[:, row]."
        )
    return layers


@torch.no_grad()
def _top_tokens(
    stack: Sequence[Float[Tensor, "pos d_model"]], norm: Module, lm_head: Module, top_k: int
) -> tuple[Int[Tensor, "layer pos top"], Float[Tensor, "layer pos top"]]:
    """Ids and probabilities of the most probable tokens, on the CPU, a few positions at a time."""
    ids, probs = [], []
    is_normed = [False] * (len(stack) - 1) + [_comes_from(norm, stack[-1])]
    d_vocab = lm_head(norm(stack[0][None, :1])).shape[-1]
    for layer, as_it_is in zip(stack, is_normed, strict=True):
        parts = []
        for rows in chunks(len(layer), d_vocab, CHUNK_BYTES):
            logits = lm_head(layer[None, rows] if as_it_is else norm(layer[None, rows]))[0].float()
            parts.append(logits.log_softmax(-1).topk(top_k))
        ids.append(torch.cat([part.indices for part in parts]).cpu())
        probs.append(torch.cat([part.values for part in parts]).exp().cpu())
    return torch.stack(ids), torch.stack(probs)


def _comes_from(norm: Any, states: Float[Tensor, "pos d_model"]) -> bool:
    """Whether states look like what an RMSNorm returns: divided by its gain, they have a mean square of 1 everywhere.

    A residual stream does not by chance: its mean square differs from position to position. The gain is what the norm
    makes of ones, since families write it differently: as ``weight``, or as ``1 + weight``.
    """
    gain = norm(torch.ones_like(states[None, :1]))[0].float()
    if (gain == 0).any():  # that of a LayerNorm, which takes the mean off
        return False
    mean_square = (states.float() / gain).pow(2).mean(-1)
    return bool(((mean_square - 1).abs() < 0.02).all())


def _boxes(
    labels: Sequence[str], grid_size: tuple[int, int], patch_size: int, image_size: tuple[int, int], *, n_pos: int
) -> Float[np.ndarray, "pos 4"]:
    """The box of each image token in pixels of the processed image; NaN for text."""
    if len(labels) != n_pos:
        raise InputError(f"Got {len(labels)} token_labels for {n_pos} positions; every position needs one.")
    rows, columns = grid_size
    if rows * patch_size > image_size[1] or columns * patch_size > image_size[0]:
        raise InputError(
            f"A grid of {rows} x {columns} (rows, columns) tokens of {patch_size} pixels is larger than the image, "
            f"{image_size[0]} x {image_size[1]} (width, height)."
        )
    boxes = np.full((len(labels), 4), np.nan)
    for position, label in enumerate(labels):
        found = _IMAGE_LABEL.fullmatch(label)
        if found is None:
            continue
        row, column = divmod(int(found[1]) - 1, columns)
        if not 0 <= row < rows:
            raise InputError(f"The label {label!r} is outside of the grid of {rows} x {columns} tokens.")
        boxes[position] = np.array([column, row, column + 1, row + 1]) * patch_size
    return boxes


def _as_file_name(text: str) -> str:
    return re.sub(r"[^\w.-]+", "_", text).lstrip(".") or "_"
