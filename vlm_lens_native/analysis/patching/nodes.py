"""The ends of paths: components of the decoder, at some positions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from torch import Tensor

from vlm_lens_native.analysis.patching.hook_layers import HookLayers, block_hook, n_heads_at
from vlm_lens_native.analysis.patching.plan import Swap
from vlm_lens_native.analysis.runs.groups import Group, one_group
from vlm_lens_native.analysis.runs.pairs import RowPair, check_keys
from vlm_lens_native.analysis.stream import check_has_positions
from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import Indices, one_index
from vlm_lens_native.model import HookedVLMTransformer


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Node:
    """One end of a path.

    Attributes:
        hook: A hook point of the blocks by its short name (``"z"``, ``"mlp_out"``, ``"q"``, ``"resid_post"``), or
            ``"embed"``.
        layer: Its block; negative ones count from the end. None for ``"embed"``.
        head: One head, likewise; None for all.
        positions: A group of positions of the target (see `groups.group_positions`); None for every position.
    """

    hook: str
    layer: int | None = None
    head: int | None = None
    positions: Group = None

    def __repr__(self) -> str:
        head = "" if self.head is None else f".{self.head}"
        layer = "" if self.layer is None else f" {self.layer}"
        at = f" at {self.positions}" if isinstance(self.positions, str) else " at some positions"
        return f"{self.hook}{layer}{head}{'' if self.positions is None else at}"


def nodes(
    model: HookedVLMTransformer,
    hook: str,
    *,
    layers: Indices | None = None,
    heads: Indices | Literal["all"] | None = None,
    positions: Group = None,
) -> list[Node]:
    """The nodes of one hook point in several layers: ``nodes(model, "z", heads="all")`` are all heads.

    Args:
        model: The model.
        hook: The hook point, as for `Node`.
        layers: Numbers of blocks; None takes all that have it.
        heads: Numbers of heads, each a node of its own, or ``"all"``; None makes one node of a layer.
        positions: Of all of them.
    """
    places = HookLayers.of(model, hook, layers)
    chosen = [None] if heads is None else places.heads(model, heads)
    numbers = [place.layer for place in places.all if isinstance(place.layer, int)]
    return [Node(hook=hook, layer=layer, head=head, positions=positions) for layer in numbers for head in chosen]


@dataclass(frozen=True, kw_only=True, eq=False)
class End(Swap):
    """A node in a pair of prompts.

    Attributes:
        name: Full name of its hook point.
        layer: Its block; 0 for ``"embed"``.
        order: When it fires in a pass.
        is_stream: Whether it is the residual stream itself.
    """

    name: str
    layer: int
    order: int
    is_stream: bool


def full_name(model: HookedVLMTransformer, node: Node) -> str:
    """The hook point of a node.

    Raises:
        HookNameError: There is none.
        InputError: No such layer or head, or a hook point that is no end of a path.
    """
    if node.hook in ("embed", "hook_embed"):
        if node.layer is not None or node.head is not None:
            raise InputError(f"{node!r}: the embedding has neither layers nor heads.")
        return "lm.hook_embed"
    point, layer = block_hook(model, node.hook), node.layer
    if layer is None:
        raise InputError(f"{node!r} lacks a layer: give the number of a block.")
    layer = one_index("layer", layer, model.cfg.n_layers)
    name = f"lm.blocks.{layer}.{point}"
    if name not in model.hook_dict:
        raise InputError(f"{node!r}: there is no {point} in layer {layer}.")
    axes = model.hook_dict[name].axes
    if "mask_head" in axes or axes[-1] == "1":  # a mask, or a norm's scale
        raise InputError(f"{node!r}: {point} is no component of the model, so no path begins or ends there.")
    if node.head is not None:
        one_index("head", node.head, n_heads_at(model, name))
    return name


def counted(model: HookedVLMTransformer, node: Node) -> Node:
    """The node with its layer and head counted from 0.

    Raises:
        HookNameError: As for `full_name`.
        InputError: Likewise.
    """
    point = model.hook_dict[full_name(model, node)]
    head = None if node.head is None else one_index("head", node.head, n_heads_at(model, point.name))
    return replace(node, layer=point.layer, head=head)


def end_of(
    model: HookedVLMTransformer, pair: RowPair, node: Node, *, at: Tensor | None = None, takes: bool = True
) -> End:
    """A node in a pair of prompts.

    Args:
        model: The model.
        pair: The pair.
        node: The node.
        at: Its positions; None takes the node's own.
        takes: Whether it gets the source's activations, whose positions then have to correspond.

    Raises:
        HookNameError: As for `full_name`.
        InputError: Likewise; no positions, or positions without a counterpart.
    """
    name = full_name(model, node)
    check_has_positions(model, [name])
    point = model.hook_dict[name]
    if at is None:
        at = one_group(slice(None) if node.positions is None else node.positions, pair.layout, row=pair.row)
    if len(at) == 0:
        raise InputError(f"{node!r} has no positions in row {pair.row}.")
    if point.is_by_key and takes:
        check_keys(pair, name)
    return End(
        name=name,
        layer=point.layer or 0,
        order=list(model.hook_dict).index(name),
        is_stream=point.is_stream,
        head=node.head,
        at=at,
        taken_from=pair.alignment.counterparts(at, repr(node)) if takes else at,
    )
