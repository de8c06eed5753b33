"""Where a lens gets its streams: from a pass through the model, layer by layer, or from a cache."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis.stream import (
    StreamLayer,
    StreamLayers,
    in_order,
    names_and_numbers,
    next_block,
    stream_hook,
    stream_layers,
)
from vlm_lens_native.cache import ActivationCache
from vlm_lens_native.encoded import DecoderInput, Inputs
from vlm_lens_native.errors import InputError
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.model import HookedVLMTransformer

Stream = Float[Tensor, "pos d_model"]
Visit = Callable[[StreamLayer, Stream], None]

_VISION = "vision."
_BLOCKS = "vision.blocks.*.hook_resid_post"


def vision_layers(model: HookedVLMTransformer) -> tuple[str, ...]:
    """The lens's names of the vision encoder's blocks: ``("vision.0", "vision.1", ...)``.

    Raises:
        HookNameError: The family's vision encoder has no hook points.
    """
    return tuple(f"{_VISION}{model.hook_dict[name].layer}" for name in model.hook_names(_BLOCKS))


def lens_layers(model: HookedVLMTransformer, layers: StreamLayers | None) -> tuple[StreamLayer, ...]:
    """Checks a choice of layers, and brings it into the order of the model: vision encoder, ``"embed"``, blocks."""
    if layers is None:
        return stream_layers(None, model.cfg.n_layers)
    names, numbers = names_and_numbers(layers)
    wanted = set(filter(is_vision, names))
    known = vision_layers(model) if wanted else ()
    if unknown := sorted(wanted - set(known)):
        raise InputError(f"There is no layer {unknown[0]!r}; the vision encoder has {', '.join(known)}.")
    return (*(layer for layer in known if layer in wanted), *in_order(names - wanted, numbers, model.cfg.n_layers))


def is_vision(layer: StreamLayer) -> bool:
    """Whether this names a block of the vision encoder."""
    return isinstance(layer, str) and layer.startswith(_VISION)


def last_layer(model: HookedVLMTransformer) -> int:
    """The last block, after which the lens reads the model's own logits."""
    return model.cfg.n_layers - 1


def visit_streams(
    model: HookedVLMTransformer,
    inputs: Inputs,
    layers: Sequence[StreamLayer],
    rows: Int[Tensor, " pos"],
    positions: Int[Tensor, " pos"],
    *,
    visit: Visit,
) -> None:
    """Calls ``visit(layer, stream)`` for each layer as its stream comes by, at some positions, each of its own row.

    The decoder runs once, up to the last of these layers. For each layer of the vision encoder the encoder runs once,
    and its block's output goes on in the place of the last block's.
    """
    for layer in filter(is_vision, layers):
        visit(layer, _taken(_encoded_from(model, inputs, layer).embeddings, rows, positions))
    behind = [layer for layer in layers if not is_vision(layer)]
    if not behind:
        return
    by_hook = {stream_hook(layer): layer for layer in behind}

    def show(resid: Tensor, hook: HookPoint) -> None:
        visit(by_hook[hook.name], _taken(resid, rows, positions))

    stop = max(1, next_block(behind[-1]))
    hooks = [(name, show) for name in by_hook]
    model.run_with_hooks(model.encode(inputs), fwd_hooks=hooks, stop_at_layer=stop, return_type=None)


def _encoded_from(model: HookedVLMTransformer, inputs: Inputs, layer: StreamLayer) -> DecoderInput:
    """What the decoder would receive if the vision encoder ended with this block, and its path went on from there.

    HF's own code does the rest: the tower's last norm, the choice of features, projector, merger or connector.
    """
    blocks = model.hook_names(_BLOCKS)
    own, last = blocks[vision_layers(model).index(str(layer))], blocks[-1]
    kept: list[Tensor] = []

    def keep(resid: Tensor, hook: HookPoint) -> None:
        kept.append(resid.clone())

    def go_on(resid: Tensor, hook: HookPoint) -> Tensor:
        return kept.pop()

    with model.hooks(fwd_hooks=[(own, keep), (last, go_on)]):
        return model.encode(inputs)


def cached_stream(
    cache: ActivationCache,
    layer: StreamLayer,
    rows: Int[Tensor, " pos"],
    positions: Int[Tensor, " pos"],
    *,
    n_pos: int,
) -> Stream:
    """A layer's stream at some positions, each of its own row, from a cache of all positions or of exactly these.

    Raises:
        InputError: The cache does not have the layer, the rows, or these positions.
    """
    names = [stream_hook(layer)] + (["lm.hook_embed"] if layer == "embed" else [])
    found = [cache[name] for name in names if name in cache]
    if not found:
        raise InputError(
            f"The cache has no {' or '.join(names)}. A lens at {layer!r} needs it; and every lens needs the stream "
            "after the last block, to which it compares. Cache 'lm.*.hook_resid_post', and 'lm.hook_embed' for 'embed'."
        )
    resid = found[0][None] if found[0].ndim == 2 else found[0]
    if len(resid) <= int(rows.max()):
        raise InputError(f"The cache has the rows 0 to {len(resid) - 1}; batch={int(rows.max())} is not among them.")
    if resid.shape[1] == n_pos:
        return _taken(resid, rows, positions)
    counts = rows.bincount()
    if (counts[counts > 0] != resid.shape[1]).any():
        raise InputError(
            f"The cache holds {resid.shape[1]} positions, but the inputs have {n_pos}, and {counts.tolist()} are to be "
            "read of each row. Give logit_lens the positions= that the cache was made with, or cache all."
        )
    return resid[rows.unique().to(resid.device)].flatten(0, 1).detach()


def _taken(resid: Tensor, rows: Tensor, positions: Tensor) -> Stream:
    return resid[rows.to(resid.device), positions.to(resid.device)].detach()  # a copy
