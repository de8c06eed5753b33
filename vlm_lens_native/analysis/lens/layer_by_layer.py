"""``logit_lens``: from a model and its inputs to a lens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import torch
from torch import Tensor

from vlm_lens_native.analysis.lens.lens_result import LogitLens
from vlm_lens_native.analysis.lens.reading import Reader
from vlm_lens_native.analysis.lens.streams import (
    Stream,
    cached_stream,
    is_vision,
    last_layer,
    lens_layers,
    visit_streams,
)
from vlm_lens_native.analysis.lens.tuned import TunedLens
from vlm_lens_native.analysis.lens.unembedding import CHUNK_BYTES
from vlm_lens_native.analysis.stream import StreamLayer, StreamLayers, position_indices
from vlm_lens_native.cache import ActivationCache
from vlm_lens_native.encoded import Inputs
from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import check_index, listed
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.inputs.table import PAD
from vlm_lens_native.inputs.words import OneWord, Word, find_word, token_strings
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.stopping import Stoppable

Keep = Literal["positions", "nothing"]


def logit_lens(
    model: HookedVLMTransformer,
    inputs: Inputs,
    *,
    layers: StreamLayers | None = None,
    positions: Any = None,
    top_k: int = 10,
    words: OneWord | Iterable[OneWord] = (),
    batch: int | None = None,
    tuned: TunedLens | None = None,
    cache: ActivationCache | None = None,
    keep: Keep = "positions",
    chunk_bytes: int = CHUNK_BYTES,
) -> LogitLens:
    """Reads the residual stream at many layers and positions.

    One pass through the model keeps the stream of the chosen positions, and then a few positions at a time are
    unembedded, so that memory does not grow with layers times positions times vocabulary. Hooks that are already active
    have their effect. Ctrl-C ends the reading; what was read until then is returned, with a warning.

    Args:
        model: The model.
        inputs: What ``model.prepare_*``, HF's processor or ``model.encode`` made.
        layers: ``"embed"`` (what block 0 receives) and numbers of blocks (the stream after each); None takes all of
            these. ``"vision.i"`` (see `vision_layers`) is block i of the vision encoder, whose output goes on through
            the rest of the encoder's path and the adapter to the embeddings; image tokens only.
        positions: A selection, an index, a slice, a list or a mask; None takes every token.
        top_k: How many tokens to keep at each layer and position.
        words: Words to follow, or one, spelled by single tokens (`find_word`), or token ids.
        batch: The row to read; None reads all rows.
        tuned: Translators that each layer's stream goes through first; the last block has none.
        cache: A cache of the same inputs with the streams of these layers and of the last block; the model then does
            not run. Made with ``positions=``, it must be read with the same.
        keep: ``"positions"`` keeps the stream of these positions at all layers while reading. ``"nothing"`` reads each
            layer as it goes by, in two passes and with twice the work, since the last layer's logits, to which all
            others are compared, are computed again for each.
        chunk_bytes: Size of the float32 logits of the positions that are unembedded at one time.

    Raises:
        InputError: Layers, positions, words or cached streams that don't exist or don't fit.
    """
    layout = model.token_layout(inputs)
    chosen = lens_layers(model, layers)
    rows, at = _places(positions, layout, batch)
    followed = _followed(model, words)
    _check(model, layout, chosen, rows, at, top_k=top_k, tuned=tuned, cache=cache, keep=keep)
    reader = Reader(model, chosen, len(at), top_k=top_k, words=followed, tuned=tuned, chunk_bytes=chunk_bytes)
    with torch.no_grad(), Stoppable("Logit lens", len(reader.rows) * len(chosen)) as work:
        if keep == "nothing":
            _read_as_it_goes_by(model, inputs, chosen, rows, at, reader, work)
        else:
            streams = _streams(model, inputs, chosen, rows, at, cache=cache, n_pos=layout.table.kind.shape[1])
            _read_kept(streams, chosen, last_layer(model), reader, work)
    if work.stopped:
        chosen, kept = _cut_to_what_was_read(reader, chosen, keep)
        rows, at = rows[kept], at[kept]
    prompt = torch.from_numpy(layout.table.token_id[rows.numpy(), at.numpy()])
    ids = torch.cat([reader.results["top_ids"].flatten(), prompt])
    return LogitLens(
        layers=chosen,
        positions=at,
        rows=rows,
        words=followed,
        strings=token_strings(model.tokenizer, ids.unique().tolist()),
        layout=layout,
        **reader.results,
    )


def _places(positions: Any, layout: TokenLayout, batch: int | None) -> tuple[Tensor, Tensor]:
    """The positions to read, row by row, and the row of each; both ``[pos]``."""
    n_rows = len(layout.table.kind)
    if batch is not None:
        check_index("row", batch, n_rows)
    chosen = range(n_rows) if batch is None else [batch]
    wanted = layout.text | ~layout.text if positions is None else positions
    by_row = [position_indices(wanted, layout, batch=row) for row in chosen]
    rows = torch.tensor([row for row, at in zip(chosen, by_row, strict=True) for _ in at], dtype=torch.long)
    at = torch.cat(by_row)
    is_padding = torch.from_numpy(layout.table.kind[rows.numpy(), at.numpy()] == PAD)
    if is_padding.any():
        row = int(rows[is_padding][0])
        raise InputError(
            f"Positions {at[is_padding & (rows == row)].tolist()[:10]} of row {row} are padding, where a model says "
            "nothing."
        )
    return rows, at


def _followed(model: HookedVLMTransformer, words: OneWord | Iterable[OneWord]) -> tuple[Word, ...]:
    """The words, each of which goes by its text in what the lens is asked later.

    Raises:
        InputError: One that is no token, or two of the same text.
    """
    found = tuple(find_word(model.tokenizer, word, d_vocab=model.cfg.d_vocab) for word in listed(words))
    texts = [word.text.strip() for word in found]
    if len(set(texts)) < len(texts):
        raise InputError(
            f"Two of the words are called the same: {texts}. Leave one out, or name it with "
            'Word(text="...", token_ids=(...,)).'
        )
    return found


def _check(
    model: HookedVLMTransformer,
    layout: TokenLayout,
    layers: Sequence[StreamLayer],
    rows: Tensor,
    at: Tensor,
    *,
    top_k: int,
    tuned: TunedLens | None,
    cache: ActivationCache | None,
    keep: Keep,
) -> None:
    if not 1 <= top_k <= model.cfg.d_vocab or len(at) == 0:
        raise InputError(f"Got top_k={top_k} and {len(at)} positions; expected at least one of each.")
    if keep not in ("positions", "nothing"):
        raise InputError(f'keep is "positions" or "nothing", got {keep!r}.')
    if cache is not None and keep == "nothing":
        raise InputError('With cache= the streams are kept already; leave keep="nothing" out.')
    if tuned is not None:
        tuned.check(model, layers)
    vision = [layer for layer in layers if is_vision(layer)]
    if vision and cache is not None:
        raise InputError(f"{vision[0]!r} can't be read from a cache: the encoder's path has to run on from there.")
    if vision and not layout.images.mask[rows, at].all():
        raise InputError(
            f"{vision[0]!r} is in the vision encoder, which has image tokens only: give positions=layout.images, with "
            "layout = model.token_layout(inputs), or a part of them."
        )


def _streams(
    model: HookedVLMTransformer,
    inputs: Inputs,
    layers: Sequence[StreamLayer],
    rows: Tensor,
    at: Tensor,
    *,
    cache: ActivationCache | None,
    n_pos: int,
) -> dict[StreamLayer, Stream]:
    """The streams of these layers and of the last block, from a pass or from a cache."""
    last = last_layer(model)
    wanted = layers if last in layers else (*layers, last)
    if cache is not None:
        return {each: cached_stream(cache, each, rows, at, n_pos=n_pos) for each in wanted}
    streams: dict[StreamLayer, Stream] = {}
    visit_streams(model, inputs, wanted, rows, at, visit=streams.__setitem__)
    return streams


def _read_kept(
    streams: Mapping[StreamLayer, Stream],
    layers: Sequence[StreamLayer],
    last: StreamLayer,
    reader: Reader,
    work: Stoppable,
) -> None:
    for rows in reader.rows:
        final = reader.final(streams[last], rows)
        for layer in layers:
            reader.read(layer, streams[layer], rows, final)
            work.done()


def _read_as_it_goes_by(
    model: HookedVLMTransformer,
    inputs: Inputs,
    layers: Sequence[StreamLayer],
    rows: Tensor,
    at: Tensor,
    reader: Reader,
    work: Stoppable,
) -> None:
    last: dict[StreamLayer, Stream] = {}
    visit_streams(model, inputs, [last_layer(model)], rows, at, visit=last.__setitem__)

    def read(layer: StreamLayer, resid: Stream) -> None:
        for part in reader.rows:
            reader.read(layer, resid, part, reader.final(last[last_layer(model)], part))
            work.done()

    visit_streams(model, inputs, layers, rows, at, visit=read)


def _cut_to_what_was_read(
    reader: Reader, layers: tuple[StreamLayer, ...], keep: Keep
) -> tuple[tuple[StreamLayer, ...], Tensor]:
    """After an interruption: the layers that are complete, and which positions; the results are cut to them.

    Raises:
        KeyboardInterrupt: Nothing is complete.
    """
    n_layers, n_pos = reader.done.shape
    rows = reader.done.all(dim=1) if keep == "nothing" else torch.ones(n_layers, dtype=torch.bool)
    columns = reader.done.all(dim=0) if keep == "positions" else torch.ones(n_pos, dtype=torch.bool)
    if not (rows.any() and columns.any()):
        raise KeyboardInterrupt
    reader.results = {name: values[rows][:, columns] for name, values in reader.results.items()}
    return tuple(layer for layer, was_read in zip(layers, rows.tolist(), strict=True) if was_read), columns
