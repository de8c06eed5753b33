"""The places of the decoder at which a sweep patches: one hook point in several layers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from vlm_lens_native.analysis.stream import (
    EMBED,
    StreamLayer,
    StreamLayers,
    names_and_numbers,
    next_block,
    stream_hook,
    stream_layers,
)
from vlm_lens_native.errors import HookNameError, InputError
from vlm_lens_native.hook_names import canonical, resolve
from vlm_lens_native.indices import Indices, index_set, indices
from vlm_lens_native.model import HookedVLMTransformer

_ALL_BLOCKS = re.compile(r"^(lm\.)?(blocks\.)?\*\.")  # of a pattern that means a hook point in every block


@dataclass(frozen=True, kw_only=True)
class HookLayer:
    """One hook point.

    Attributes:
        name: Its full name.
        layer: What results call it.
        start: The block from which on a run differs.
        is_stream: Whether it holds all that block ``start`` receives.
    """

    name: str
    layer: StreamLayer
    start: int
    is_stream: bool


@dataclass(frozen=True, kw_only=True)
class HookLayers:
    """A hook point in several layers.

    Attributes:
        short: What it is called within a block.
        all: The places, in the order of the model.
    """

    short: str
    all: tuple[HookLayer, ...]

    @classmethod
    def of(cls, model: HookedVLMTransformer, hook: str, layers: StreamLayers | None) -> HookLayers:
        """Finds a hook point in the blocks.

        Args:
            model: The model.
            hook: Its short name, with or without ``hook_`` and the part of the block, or with all that; or the pattern
                that means it in all blocks, such as ``"lm.*.hook_z"``.
            layers: Numbers of blocks; ``"embed"`` too for ``resid_post``. None takes all that have it.

        Raises:
            HookNameError: No block has it, or it is not clear which one is meant.
            InputError: A layer that does not exist, or a hook point that can't be patched from another run.
        """
        point = block_hook(model, hook)
        if next(each for name, each in model.hook_dict.items() if name.endswith(f".{point}")).mask_axis is not None:
            raise InputError("A mask is nothing that a run computes; analysis.knockout closes attention.")
        short = point.rpartition(".")[2].removeprefix("hook_")
        if point == "hook_resid_post":
            found = [
                HookLayer(name=stream_hook(layer), layer=layer, start=next_block(layer), is_stream=True)
                for layer in stream_layers(layers, model.cfg.n_layers)
            ]
            return cls(short=short, all=tuple(found))
        is_stream = point == "hook_resid_pre"
        return cls(
            short=short,
            all=tuple(
                HookLayer(name=f"lm.blocks.{layer}.{point}", layer=layer, start=layer, is_stream=is_stream)
                for layer in _layers(model, point, layers)
            ),
        )

    @property
    def layers(self) -> tuple[StreamLayer, ...]:
        """What results call the places."""
        return tuple(place.layer for place in self.all)

    @property
    def names(self) -> tuple[str, ...]:
        """Full names."""
        return tuple(place.name for place in self.all)

    def heads(self, model: HookedVLMTransformer, heads: Indices | Literal["all"]) -> list[int]:
        """Checks a choice of heads.

        Raises:
            InputError: The hook point has no heads, or not these.
        """
        n_heads = n_heads_at(model, self.names[0])
        return indices(f"head of {self.short}", None if isinstance(heads, str) and heads == "all" else heads, n_heads)


def n_heads_at(model: HookedVLMTransformer, name: str) -> int:
    """The number of heads at a hook point.

    Raises:
        InputError: It has none.
    """
    point = model.hook_dict[name]
    if point.head_axis is None:
        having = [each.name for each in model.hook_dict.values() if each.layer == point.layer and each.head_axis]
        known = dict.fromkeys(each.rpartition(".hook_")[2] for each in having if each.startswith("lm."))
        raise InputError(f"{name} has no heads; {', '.join(known)} have.")
    return model.cfg.axis_size(point.axes[point.head_axis], point.layer)


def block_hook(model: HookedVLMTransformer, hook: str) -> str:
    """The name of a hook point within its block, such as ``attn.hook_z`` for ``"z"``.

    Raises:
        HookNameError: No block has it, or several parts of a block do.
    """
    known = list(dict.fromkeys(name.split(".", 3)[3] for name in model.hook_dict if name.startswith("lm.blocks.")))
    if isinstance(hook, str):
        hook = _ALL_BLOCKS.sub("", hook)
        if hook in model.hook_dict:
            raise HookNameError(f"hook={hook!r} is one layer's; give its name within a block, and layers= besides.")
    wanted = (
        canonical(f"blocks.0.{hook}", model.hook_dict).removeprefix("lm.blocks.0.") if isinstance(hook, str) else hook
    )
    spellings = {wanted, f"hook_{wanted}"}
    fits = [point for point in known if point in spellings or point.rpartition(".")[2] in spellings]
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise HookNameError(f"hook={hook!r} could be {', '.join(fits)}; give one of these.")
    resolve(f"lm.blocks.0.{wanted}", list(model.hook_dict))  # raises, and names the nearest
    raise HookNameError(f"hook={hook!r} names no hook point of the blocks; there are {', '.join(known)}.")


def _layers(model: HookedVLMTransformer, point: str, layers: StreamLayers | None) -> list[int]:
    having = [layer for layer in range(model.cfg.n_layers) if f"lm.blocks.{layer}.{point}" in model.hook_dict]
    if layers is None:
        return having
    names, numbers = names_and_numbers(layers)
    if names:
        raise InputError(f"Got the layers {sorted(names)}, but {point} has numbers only; {EMBED!r} is for resid_post.")
    chosen = index_set("layer", numbers, model.cfg.n_layers)
    if missing := [layer for layer in chosen if layer not in having]:
        raise InputError(f"Layers {missing} have no {point}; {having} have.")
    return chosen
