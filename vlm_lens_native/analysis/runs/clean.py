"""Runs that nothing was changed in, and passes that go on from the middle of one.

A pass that differs from a clean run only from some layer and position on need not compute what comes before: it takes
the stream at that layer, and the keys and values of earlier positions, from the clean run. Several such passes ride
in one batch, as rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor
from transformers import DynamicCache

from vlm_lens_native.cache import ActivationCache
from vlm_lens_native.encoded import DecoderInput, Inputs
from vlm_lens_native.hook_names import stream_before
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.shapes import Residual


class Encoder:
    """Encodes images once for each inputs, however often they serve, and forgets them after the last time.

    Args:
        model: The model.
        uses: The inputs, each as often as one of its rows will be asked for.
    """

    def __init__(self, model: HookedVLMTransformer, uses: Sequence[Inputs]) -> None:
        self._model = model
        self._uses = Counter(map(id, uses))
        self._encoded: dict[int, DecoderInput] = {}

    def __call__(self, inputs: Inputs, row: int) -> DecoderInput:
        """One row of the encoded inputs."""
        key = id(inputs)
        if key not in self._encoded:
            self._encoded[key] = self._model.encode(inputs)
        found = row_of(self._encoded[key], row)
        self._uses[key] -= 1
        if not self._uses[key]:
            del self._encoded[key]
        return found


@dataclass(frozen=True, kw_only=True, eq=False)
class CleanRun:
    """One row's run without changes.

    Attributes:
        encoded: What went into the decoder; one row.
        activations: What was asked for, by full name; ``[1 pos ...]``.
        logits: Of the positions that are read, in float32.
        keys: By layer ``[1 pos kv_head d_head]`` after rotation: of all that have keys where passes may go on behind
            some positions, otherwise of those that later layers attend to as well.
        values: Likewise.
        is_hybrid: Whether the model has layers that keep states or read image features: no pass goes on from the middle
            of their sequences here.
    """

    encoded: DecoderInput
    activations: Mapping[str, Tensor]
    logits: Float[Tensor, "read d_vocab"]
    keys: Mapping[int, Tensor] = field(default_factory=dict)
    values: Mapping[int, Tensor] = field(default_factory=dict)
    is_hybrid: bool = False

    @classmethod
    def of(
        cls,
        model: HookedVLMTransformer,
        encoded: DecoderInput,
        names: Sequence[str],
        *,
        read: Tensor,
        keeps_keys: bool = True,
    ) -> CleanRun:
        """Runs one row.

        Args:
            model: The model.
            encoded: One row.
            names: Hook points whose activations are needed.
            read: The positions to unembed; at a vocabulary of 150,000 the others would cost more than a layer.
            keeps_keys: Whether passes are to go on from its keys and values.
        """
        layers = model.cfg.key_layers if keeps_keys and not model.cfg.is_hybrid else sorted(model.cfg.lending_layers)
        kept = {layer: model.lm.blocks[layer].attn.kept_at for layer in layers}
        keys, values = ({layer: names[nth] for layer, names in kept.items()} for nth in (0, 1))
        cache: ActivationCache
        with model.run_with_cache(list(dict.fromkeys([*names, *keys.values(), *values.values()]))) as cache:
            stream = model.lm.run(encoded)
        return cls(
            encoded=encoded,
            activations={name: cache[name] for name in names},
            logits=unembedded(model, stream, read)[0],
            keys={layer: cache[name] for layer, name in keys.items()},
            values={layer: model.lm.blocks[layer].attn.values(cache[name]) for layer, name in values.items()},
            is_hybrid=model.cfg.is_hybrid,
        )

    def shared_before(self, n_pos: int) -> int:
        """How many of the first ``n_pos`` positions need not run again: those that see none behind them."""
        return 0 if self.is_hybrid else self.encoded.closed_before(n_pos)

    def stream(self, place: int, n_layers: int) -> Residual:
        """The residual stream before a block; ``place = n_layers`` is after the last one."""
        return self.activations[stream_before(place, n_layers)]


def unembedded(model: HookedVLMTransformer, stream: Residual, read: Tensor) -> Float[Tensor, "row read d_vocab"]:
    """Float32 logits of some positions of a stream after the final norm."""
    return model.unembed(stream[:, read.to(stream.device)]).float()


def resume(
    model: HookedVLMTransformer,
    host: CleanRun,
    *,
    start: int,
    first: int,
    lenders: Sequence[CleanRun],
    resid: Residual | None = None,
    hooks: Sequence[tuple[str, Any]] = (),
    stop: int | None = None,
) -> Residual:
    """Runs rows that are those of a clean run up to a layer, and up to a position.

    Args:
        model: The model.
        host: The run that the rows go on from.
        start: First block to run.
        first: First position to run; keys and values of those before come from the lenders.
        lenders: For each row the clean run whose earlier positions it shares.
        resid: ``[row pos d_model]`` from ``first`` on, before block ``start``; None takes the host's stream.
        hooks: Pairs of a name and a function, which act on ``[row pos ...]`` from ``first`` on.
        stop: First block not to run; the final norm is then left out too.

    Returns:
        ``[row pos d_model]`` from ``first`` on.
    """
    encoded = replace(host.encoded, lent=_lent(model, host, before=start))
    rest = encoded.split(first)[1] if first else encoded
    given = repeated(rest, len(lenders))
    if first:
        given = replace(given, past=prefix_keys(model, lenders, n_pos=first, start=start))
    if resid is None:
        own = host.encoded.embeddings if start == 0 else host.stream(start, model.cfg.n_layers)
        resid = own[:, first:].expand(len(lenders), -1, -1)
    if start == 0:
        given, resid = replace(given, embeddings=resid), None
    with model.hooks(fwd_hooks=hooks):
        return model.lm.run(given, start_at_layer=start, resid=resid, stop_at_layer=stop)


def prefix_keys(model: HookedVLMTransformer, lenders: Sequence[CleanRun], *, n_pos: int, start: int) -> DynamicCache:
    """A KV cache that holds the first positions of clean runs, a row for each.

    Layers that don't run only tell its length, unless later ones attend to their keys.
    """
    cache = DynamicCache(config=model.lm.hf_config)
    alike = all(lender is lenders[0] for lender in lenders)
    for layer in model.cfg.key_layers:
        kept = [(run.keys[layer][:, :n_pos], run.values[layer][:, :n_pos]) for run in lenders]
        if layer < start and layer not in model.cfg.lending_layers:
            keys, values = (part[:, :, :1, :1] for part in kept[0])
        elif alike:
            keys, values = (part.expand(len(lenders), -1, -1, -1) for part in kept[0])
        else:
            keys, values = (torch.cat(part) for part in zip(*kept, strict=True))
        _fill(cache, layer, keys.transpose(1, 2), values.transpose(1, 2))
    return cache


def _lent(model: HookedVLMTransformer, host: CleanRun, *, before: int) -> dict[int, tuple[Tensor, Tensor]]:
    """Keys and values of layers that don't run, for later ones that attend to them, heads first."""
    lending = model.cfg.lending_before(before)
    return {layer: (host.keys[layer].transpose(1, 2), host.values[layer].transpose(1, 2)) for layer in lending}


def _fill(cache: DynamicCache, layer: int, keys: Tensor, values: Tensor) -> None:
    """Puts keys and values into an empty layer of a cache, without the copy that ``update`` makes where it can be."""
    empty: Any = cache.layers[layer]
    if empty.is_sliding:  # keeps the last ones only, and counts
        cache.update(keys, values, layer)
    else:
        empty.lazy_initialization(keys, values)
        empty.keys, empty.values = keys, values


def row_of(encoded: DecoderInput, row: int) -> DecoderInput:
    """One row of encoded inputs; padding stays."""
    deepstack = encoded.deepstack
    if encoded.visual is not None:
        counts = encoded.visual.sum(1).tolist()
        deepstack = {depth: features.split(counts)[row] for depth, features in deepstack.items()}

    def one(value: Tensor, axis: int) -> Tensor:
        return value if value.shape[axis] == 1 else value.narrow(axis, row, 1)

    return replace(encoded.by_rows(one), deepstack=deepstack, prompt={})


def repeated(encoded: DecoderInput, n: int) -> DecoderInput:
    """The one row of encoded inputs, ``n`` times."""
    deepstack = {depth: features.repeat(n, 1) for depth, features in encoded.deepstack.items()}

    def times(value: Tensor, axis: int) -> Tensor:
        shape = [-1] * value.ndim
        shape[axis] = n
        return value.expand(shape)

    return replace(encoded.by_rows(times), deepstack=deepstack)


def edits_are_active(model: HookedVLMTransformer) -> bool:
    """Whether hooks of the caller change the decoder at the moment.

    They may address positions and rows of whole prompts, so passes then have to be whole.
    """
    listening = [pair for hooks in model.lm.hooks.active_sets() for pair in hooks.listeners.items()]
    return any(here.edits for name, here in listening if name.startswith("lm."))
