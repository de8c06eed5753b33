"""What interventions share: where in an activation they act, and how they print."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field, fields, replace
from typing import Any, ClassVar
from weakref import ref

import torch
from torch import Tensor

from vlm_lens_native.cells import Cells, find_cells, query_span
from vlm_lens_native.errors import InputError
from vlm_lens_native.hooking import Hookable
from vlm_lens_native.hooks import Hook, HookPoint
from vlm_lens_native.indices import Indices, indices
from vlm_lens_native.inputs import Selection
from vlm_lens_native.inputs.selection import Axis
from vlm_lens_native.positions import Positions, as_positions, spelled
from vlm_lens_native.span import Span


@dataclass(frozen=True)
class Place:
    """Where in one activation an intervention acts.

    Attributes:
        hook: The hook point.
        span: What the activation holds.
        cells: The cells ``[row pos]``.
        heads: ``[1 head]``: the heads; None for all, or where there are none.
        view: The activation with positions (or patches) second, ``[row pos ...]``; heads, if any, are third.
        everywhere: Whether these are all cells and heads; they then go by ``[row pos ...]``, without an index.
        of_tokens: Whether no positions were given, so that the cells are those of the tokens.
    """

    hook: HookPoint
    span: Span
    cells: Cells
    heads: Tensor | None
    view: Tensor
    everywhere: bool = False
    of_tokens: bool = False

    @property
    def index(self) -> tuple[Tensor, ...]:
        """The index of the cells in ``view``."""
        row, pos = self.cells.row, self.cells.pos
        return (row, pos) if self.heads is None else (row[:, None], pos[:, None], self.heads)

    @property
    def old(self) -> Tensor:
        """What the cells hold: ``[cell ...]``, ``[cell head ...]`` of chosen heads, or everywhere ``[row pos ...]``."""
        return self.view if self.everywhere else self.view[self.index]

    def by_cells(self) -> Place:
        """The same place, whose cells go by their index."""
        return replace(self, everywhere=False)

    def with_new(self, new: Tensor) -> Tensor:
        """The activation with new content (like ``old``, or broadcast to it) in the cells, positions second."""
        if not self.everywhere:
            return self.view.index_put(self.index, new)
        return new if new.shape == self.view.shape else new.expand(self.view.shape).clone()


@dataclass(frozen=True, eq=False, repr=False)
class Intervention(ABC):
    """A hook that changes an activation at chosen places, and leaves the rest as it is. It returns a new tensor.

    All interventions take these arguments by name:

    Args:
        positions: Where: an index, a slice, a list, a boolean mask over positions, or a token layout's selection; None
            means the tokens: all positions but padding. Numbers and slices count the columns of the batch, so in rows
            that are padded on the left they mean other tokens than in the row alone, where a selection means the same;
            padding raises. Positions count from the start of the sequence, so under ``generate`` they go on meaning
            the same tokens, and later steps leave those alone. Negative ones count from the end of each pass. Of mask,
            scores and pattern they are queries; in the vision encoder they are patches.
            A selection may be empty, and nothing is done then; an empty list or mask is taken for a mistake.
        rows: Rows of the batch (under ``generate`` with beams or samples: of the prompt); in the vision encoder,
            images. None means all.
        heads: Heads, at hook points that have heads; of keys and values, key/value heads. None means all.

    Most also take ``token_idx`` and ``batch_idx``, which are Spectra's words for positions and rows. Where Spectra's
    ``batch_idx`` is the first row unless it is given, here all rows are meant, as everywhere else.

    Raises:
        InputError: When it is made, for arguments that exclude each other or choose nothing; when it runs, for
            positions, rows, heads or values that the activation has no room for, and for positions in padding.
    """

    _: KW_ONLY
    positions: Positions = None
    rows: Indices | None = None
    heads: Indices | None = None
    _where: slice | Tensor | None = field(init=False, default=None)
    _rows: Indices | None = field(init=False, default=None)
    _found: dict[str, tuple[Any, Cells]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        token_idx, batch_idx = getattr(self, "token_idx", None), getattr(self, "batch_idx", None)
        where = one_of(token_idx=token_idx, positions=self.positions)
        object.__setattr__(self, "_where", some_positions(where))
        object.__setattr__(self, "_rows", one_of(batch_idx=batch_idx, rows=self.rows))

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_found": {}}  # of a pass; weak references can't be pickled

    def __call__(self, activation: Tensor, hook: HookPoint) -> Tensor | None:
        """Returns the changed activation, or None where the pass comes to none of the places."""
        place = self._place(activation, hook)
        if not len(place.cells):
            return None
        place, new = self._changed(place)
        return place.with_new(new).movedim(1, hook.position_axis) if len(place.cells) else None

    @abstractmethod
    def _changed(self, place: Place) -> tuple[Place, Tensor]:
        """The place (or a part of it), and what goes there, like its ``old``."""

    @property
    def _heads(self) -> Indices | None:
        return self.heads

    def _place(self, activation: Tensor, hook: HookPoint) -> Place:
        heads = chosen_heads(self._heads, activation, hook)
        if heads is not None:
            activation = with_heads(activation, hook)
        span, cells = self._cells(activation, hook)
        of_tokens = self._where is None
        everywhere = of_tokens and self._rows is None and heads is None and span.tokens is None
        return Place(hook, span, cells, heads, activation.movedim(hook.position_axis, 1), everywhere, of_tokens)

    def _cells(self, activation: Tensor, hook: HookPoint) -> tuple[Span, Cells]:
        """Where to act; what was found for the last activation is kept, since other layers have the same cells."""
        given = self.positions if getattr(self, "token_idx", None) is None else getattr(self, "token_idx", None)
        of_axis(given, hook.axes[hook.position_axis], hook)
        span = query_span(activation, hook)
        key = ref(span), activation.device  # the pass's mask shall not outlive it
        known = self._found.get("last")
        if known is None or known[0] != key:
            known = key, find_cells(self._where, span, rows=self._rows).to(activation.device)
            self._found["last"] = known
        return span, known[1]

    def __repr__(self) -> str:
        own = sorted((each for each in fields(self) if each.init), key=lambda each: bool(each.kw_only))
        said = {each.name: getattr(self, each.name) for each in own}
        token_idx, _ = said.pop("token_idx", None), said.pop("batch_idx", None)
        said |= {"positions": self.positions if token_idx is None else token_idx, "rows": self._rows}
        return described(type(self).__name__, said)


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class InLayers:
    """A hook that also knows where it belongs.

    Args:
        layers: Layers for ``hooks``; None means all.
    """

    point: ClassVar[str]
    layers: Indices | None = None

    def hooks(self, model: Hookable) -> list[tuple[str, Hook]]:
        """The hook points in its layers, each with this hook: ``model.run_with_hooks(inputs, it.hooks(model))``.

        Raises:
            InputError: A layer that the model does not have.
        """
        return self._hooks_at(self.point, model)

    def _hooks_at(self, point: str, model: Hookable) -> list[tuple[str, Hook]]:
        anywhere: Any = replace(self, layers=None)
        if self._axis == "image_key":
            return [
                (f"lm.blocks.{nth}.cross_attn.{point}", anywhere) for nth in model.lm.cfg.with_image_keys(self.layers)
            ]
        layers = indices("layer", self.layers, model.lm.cfg.n_layers)
        model.lm.cfg.with_patterns(layers)  # None means that it is done everywhere
        return [(f"lm.blocks.{layer}.attn.{point}", anywhere) for layer in layers]

    @property
    def _axis(self) -> Axis:
        """What its keys are: positions of the sequence, or image features."""
        return "pos"

    def _check_point(self, hook: HookPoint, *, any_point: bool = False) -> None:
        if not any_point and not hook.name.endswith(f".{self.point}"):
            raise InputError(
                f"{self!r} belongs at {self.point}, not at {hook.name}; its .hooks(model) lists the names."
            )
        if self.layers is not None:
            raise InputError(
                f"{self!r} has layers, which its .hooks(model) goes by; at a name of your own ({hook.name}) leave them "
                "out."
            )


_POSITIONS = ("positions", "source_positions", "from_", "to")


def chosen_heads(heads: Indices | None, activation: Tensor, hook: HookPoint) -> Tensor | None:
    """``[1 head]``: the heads that are meant, on the activation's device; None for all.

    Raises:
        InputError: The activation has no heads, or not these.
    """
    if heads is None:
        return None
    if hook.head_axis is None:
        raise InputError(f"{hook.name} {list(activation.shape)} has no heads to choose from; leave heads= out.")
    n_heads = activation.shape[hook.head_axis] if hook.mask_axis is None else hook.n_mask_heads
    chosen = indices(f"{hook.name.rpartition('.')[2]} head", heads, n_heads)
    return torch.tensor([chosen], device=activation.device)


def with_heads(activation: Tensor, hook: HookPoint) -> Tensor:
    """The activation, and a mask that is one for all heads as a mask for each."""
    if hook.mask_axis is None or activation.shape[hook.mask_axis] > 1:
        return activation
    return activation.repeat_interleave(hook.n_mask_heads, dim=hook.mask_axis)


def described(name: str, said: Mapping[str, Any]) -> str:
    """``name(argument=value, ...)`` with what was said, in one line."""
    parts = [
        f"{each}={brief(value, positions=each in _POSITIONS)}" for each, value in said.items() if value is not None
    ]
    return f"{name}({', '.join(parts)})"


def one_of(**arguments: Any) -> Any:
    """The value of the argument that was given, of several that mean the same; None if none was.

    Raises:
        InputError: Several were given.
    """
    given = {name: value for name, value in arguments.items() if value is not None}
    if len(given) > 1:
        raise InputError(f"{' and '.join(given)} mean the same; give one of them.")
    return next(iter(given.values()), None)


def of_axis(positions: Positions, axis: str, hook: HookPoint) -> None:
    """Raises an InputError for a selection of other things than an axis holds, as far as that is known.

    Args:
        positions: As a user gave them.
        axis: The axis of the hook point's activation that they go by.
        hook: The hook point.
    """
    if isinstance(positions, Selection) and (positions.axis == "image_key") != (axis == "image_key"):
        given, needed = (
            ("key_layout", "token_layout") if positions.axis == "image_key" else ("token_layout", "key_layout")
        )
        raise InputError(
            f"A selection of model.{given}(inputs) was given at {hook.name}, whose {axis!r} axis goes by "
            f"model.{needed}(inputs)."
        )


def some_positions(positions: Positions) -> slice | Tensor | None:
    """Positions in one form, as ``as_positions`` makes it; a slice of everything is None, and means the tokens.

    An empty selection of a layout may be: of many examples, some have no such tokens, and nothing is done to them.

    Raises:
        InputError: A list or a mask chooses nothing.
    """
    where = positions.mask if isinstance(positions, Selection) else as_positions(positions)
    if isinstance(where, slice) and where in (slice(None), slice(0, None), slice(None, None, 1), slice(0, None, 1)):
        return None
    if isinstance(positions, Selection) or not isinstance(where, Tensor):
        return where
    if not (where.any() if where.dtype == torch.bool else len(where)):
        raise InputError(
            "These positions choose nothing, so there is nothing to act on. (A selection of a token layout may be "
            "empty: then nothing is done.)"
        )
    return where


def brief(value: Any, *, positions: bool = True) -> str:
    """A value in a few characters."""
    if positions:
        return spelled(value)
    if isinstance(value, Tensor):
        return f"{str(value.dtype).removeprefix('torch.')} {list(value.shape)}"
    if isinstance(value, Mapping):
        return f"{len(value)} activations"
    if isinstance(value, float):
        return f"{value:g}"
    text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
