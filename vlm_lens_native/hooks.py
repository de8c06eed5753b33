"""Hook points, and what listens to them during a forward pass. Knows no model.

A component owns a ``HookPoint`` for each activation and hands the activation through it:

    q = self.hook_q(q, run)

``run`` is None when nobody listens, and the call is then all that a hook point costs. Otherwise it is the
``ForwardPass`` that the ``HookRegistry`` made when the pass began: with the vision encoder, or with the decoder where
that runs alone. A hook that runs the model again begins another pass. Hooks belong to the thread (more exactly, to the
``contextvars`` context) that added them, so two threads on one model don't see each other's hooks.

Order at a point: edits in the order given, outer contexts before inner ones, then gradient hooks, then recorders. So a
recorder holds what the model went on with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from typing import Any

import torch
from torch import Tensor

from vlm_lens_native.elsewhere import HOOK_POINT, Pointers
from vlm_lens_native.errors import HookError
from vlm_lens_native.shapes import AXES
from vlm_lens_native.span import Span

Hook = Callable[[Tensor, "HookPoint"], "Tensor | None"]


@dataclass(frozen=True)
class Recorder:
    """Takes in activations.

    Attributes:
        record: Called with an activation, its hook point, and the rows of the query axis that the activation holds, in
            ascending order (None: all).
        rows: Which rows it keeps of a pass; None if it keeps all.
    """

    record: Callable[[Tensor, HookPoint, Tensor | None], None]
    rows: Callable[[Span], Tensor] | None = None


_declared = count()


@cache
def _parsed(axes: str) -> tuple[str, ...]:
    """The names in a declaration of axes."""
    names = tuple(axes.split())
    if unknown := [name for name in names if name not in AXES and not name.isdecimal()]:
        raise HookError(
            f"HookPoint({axes!r}): {', '.join(unknown)} is no axis; there are {', '.join(AXES)}. Of an axis with "
            'another meaning give the length, as in "batch pos 64".'
        )
    if len(set(names)) < len(names) or names[:1] not in (("batch",), ("image",)) or not {*names} & {*_PLACES}:
        raise HookError(f"HookPoint({axes!r}): the axes are named once each, and begin as in 'batch pos d_model'.")
    return names


@cache
def _first_of(axes: tuple[str, ...], names: tuple[str, ...]) -> int | None:
    return next((axes.index(name) for name in names if name in axes), None)


class Layer(int):
    """The number of a block; calling it gives the number, as hooks written for TransformerLens do."""

    def __call__(self) -> int:
        """The number."""
        return int(self)


_PLACES = ("pos", "patch", "merged", "token", "image_key")
_KEYS = ("key", "key_patch", "key_merged", "image_key")
_HEADS = ("head", "kv_head", "mask_head", "value_head", "key_head")


class HookPoint(Pointers):
    """A named place of the model where an activation can be read, changed and differentiated.

    A module declares its points in the order in which they fire, and what is known about an activation follows from
    its axes::

        self.hook_q = HookPoint("batch pos head d_head")

    Attributes:
        name: Full name, such as ``lm.blocks.3.attn.hook_q``; set when the model is put together.
        layer: Index of the block, or None outside the blocks. TransformerLens's ``hook.layer()`` is the same number.
        axes: Names of the activation's axes, from the glossary in ``shapes.py``; a number is an axis of that length.
        shared: Whether others hold the tensor that passes here (a neighbouring hook point, another layer, the user's
            inputs). An edit then works on a copy.
        is_stream: Whether it is the residual stream itself that passes here, rather than what is read from it or added.
        integers: Whether it holds whole numbers, which have no gradient.
        n_mask_heads: How long a hook may return the axis ``mask_head``.
        number: Of the points that were declared before it; sorts them as they fire.
    """

    _elsewhere = HOOK_POINT
    __slots__ = ("_ctx", "axes", "integers", "is_stream", "layer", "n_mask_heads", "name", "number", "shared")

    def __init__(
        self,
        axes: str,
        *,
        shared: bool = False,
        is_stream: bool = False,
        integers: bool = False,
        n_mask_heads: int = 1,
    ) -> None:
        self.name = ""
        self.layer: Layer | None = None
        self._ctx: dict[Any, Any] | None = None
        self.axes = _parsed(axes)
        self.shared = shared
        self.is_stream = is_stream
        self.integers = integers
        self.n_mask_heads = n_mask_heads
        self.number = next(_declared)

    # --- what its axes say ---------------------------------------------------------------------------------------

    def axis(self, *names: str) -> int | None:
        """Where the first of these axes stands that the activation has; None if it has none of them."""
        return _first_of(self.axes, names)

    @property
    def query_axis(self) -> int | None:
        """The axis of positions that the pass computes; None where there are others: patches, keys of images."""
        return self.axis("pos")

    @property
    def position_axis(self) -> int:
        """The axis of positions, or of patches, image tokens or features in their place."""
        axis = self.axis(*_PLACES)
        assert axis is not None
        return axis

    @property
    def head_axis(self) -> int | None:
        """The axis of heads: of query heads, of key/value heads, or the mask's; None where there are no heads."""
        return self.axis(*_HEADS)

    @property
    def mask_axis(self) -> int | None:
        """The axis of length 1 that a hook may return longer, a mask for each head; None elsewhere."""
        return self.axis("mask_head")

    @property
    def is_by_key(self) -> bool:
        """Whether there is a value for each pair of a query and a key, as in scores, pattern and mask."""
        return self.axis(*_KEYS) not in (None, self.position_axis)

    @property
    def is_visual(self) -> bool:
        """Whether it lies in front of the decoder, where images stand on the axis of the batch's rows."""
        return self.axes[0] == "image"

    # --- what the model calls ------------------------------------------------------------------------------------

    def __call__(self, activation: Tensor, run: ForwardPass | None) -> Tensor:
        """Hands the activation to whoever listens; returns what the model goes on with."""
        return activation if run is None else run.fire_and_tell(self, activation)[0]

    def tell(self, activation: Tensor, run: ForwardPass | None, *, rows: Tensor | None = None) -> tuple[Tensor, bool]:
        """As a call, for activations beside the main path; also tells whether the model has to go on from this one.

        ``rows`` are those of the query axis that were computed, if ``ForwardPass.rows_wanted`` asked for no more.
        """
        return (activation, False) if run is None else run.fire_and_tell(self, activation, rows=rows)

    def wanted(self, run: ForwardPass | None) -> bool:
        """Whether anybody listens here, so that the activation has to exist at all."""
        return run is not None and self.name in run.listeners

    @property
    def ctx(self) -> dict[Any, Any]:
        """Where hooks at this point may keep what they like, until ``model.reset_hooks``; one for all threads."""
        if self._ctx is None:
            self._ctx = {}
        return self._ctx

    def clear_context(self) -> None:
        """Empties `ctx`."""
        self._ctx = None

    @property
    def first_position(self) -> int:
        """Where in its sequence the activation that passes here begins.

        0 in a pass over a whole prompt; in a pass with a KV cache, the number of positions that the cache holds. So a
        hook finds position ``p`` of the sequence in row ``p - hook.first_position``.
        """
        span = self.span
        return 0 if span is None else span.first

    @property
    def span(self) -> Span | None:
        """Where in its sequences the activation that passes here stands, and which of its positions are tokens.

        Likewise of images in front of the decoder, and as keys, where they differ in size and are filled up. None where
        images are all of one size, and where no pass is under way.
        """
        run = pass_under_way()
        if run is None:
            return None
        return run.span if self.query_axis is not None else run.of_images.get(self.axes[self.position_axis])

    def __repr__(self) -> str:
        return f"HookPoint({self.name!r})"


@dataclass(frozen=True)
class Listeners:
    """Everything that listens at one point."""

    edits: list[Hook] = field(default_factory=list)
    gradients: list[Hook] = field(default_factory=list)
    recorders: list[Recorder] = field(default_factory=list)

    def extend(self, other: Listeners) -> None:
        """Adds another set's listeners behind these."""
        self.edits.extend(other.edits)
        self.gradients.extend(other.gradients)
        self.recorders.extend(other.recorders)


@dataclass(frozen=True)
class HookSet:
    """What one context (or the permanent hooks) adds: listeners by full name.

    Attributes:
        listeners: The listeners of each hook point, by its full name.
        points: Hook points that it brings along, by full name: those within a dictionary that it splices in.
        after_pass: Called when it has ended, whatever ended it.
    """

    listeners: dict[str, Listeners] = field(default_factory=dict)
    points: dict[str, HookPoint] = field(default_factory=dict)
    after_pass: list[Callable[[], None]] = field(default_factory=list)

    def at(self, name: str) -> Listeners:
        """The listeners of a point, to be added to."""
        return self.listeners.setdefault(name, Listeners())

    @property
    def differentiates(self) -> bool:
        """Whether a gradient hook asks for a backward pass."""
        return any(here.gradients for here in self.listeners.values())


_BLOCK = re.compile(r"lm\.blocks\.(\d+)\.")


class ForwardPass:
    """The listeners of one forward pass, merged from all sets that are active.

    Attributes:
        listeners: By full name of the hook point.
        span: What the pass computes of its sequences; None until the decoder begins.
        of_images: What the axes of patches, image tokens and keys of images hold, by name, where not all is theirs.
        firing: Whether a hook is running.
        features_call: The arguments of HF's ``get_image_features``, by name, where the pass has come there.
    """

    def __init__(self) -> None:
        self.listeners: dict[str, Listeners] = {}
        self.features_call: dict[str, Any] = {}
        self.span: Span | None = None
        self.of_images: dict[str, Span] = {}
        self.firing = False
        self._sets: list[HookSet] = []
        self._blocks: set[int] = set()

    def admit(self, sets: Sequence[HookSet]) -> None:
        """Lets those of the sets listen that don't listen yet, behind those that do."""
        for hooks in sets:
            if any(hooks is known for known in self._sets):
                continue
            self._sets.append(hooks)
            for name, listeners in hooks.listeners.items():
                self.listeners.setdefault(name, Listeners()).extend(listeners)
                if block := _BLOCK.match(name):
                    self._blocks.add(int(block[1]))

    def in_block(self, layer: int) -> ForwardPass | None:
        """The pass as one of the decoder's blocks needs to know it; None where nobody listens in that block."""
        return self if layer in self._blocks else None

    def end(self) -> None:
        """Tells recorders that the pass has ended, and lets go of them: gradient hooks hold the pass for longer."""
        for hooks in self._sets:
            for callback in hooks.after_pass:
                callback()
        self._sets, self.listeners, self.features_call = [], {}, {}

    @property
    def differentiates(self) -> bool:
        """Whether the pass must build a graph, because a gradient hook listens."""
        return any(hooks.differentiates for hooks in self._sets)

    def only_reads(self, point: HookPoint) -> bool:
        """Whether those who listen at a point can neither change nor differentiate its activation."""
        here = self.listeners.get(point.name)
        return here is None or not (here.edits or here.gradients)

    def rows_wanted(self, *points: HookPoint) -> Tensor | None:
        """The rows of the query axis that have to be computed for those who listen at some points; None for all."""
        heard = [self.listeners[point.name] for point in points if point.name in self.listeners]
        recorders = [recorder for here in heard for recorder in here.recorders]
        if not all(map(self.only_reads, points)) or any(recorder.rows is None for recorder in recorders):
            return None
        span = self.span
        assert span is not None
        rows = [recorder.rows(span).flatten() for recorder in recorders if recorder.rows is not None]
        return torch.cat(rows).unique()  # also sorts

    def fire_and_tell(self, point: HookPoint, activation: Tensor, *, rows: Tensor | None = None) -> tuple[Tensor, bool]:
        """Edits, gradient hooks and recorders of a point, in this order.

        Returns:
            The activation, and whether the model has to go on from it: because a hook replaced it or wrote into it,
            or because a gradient is to flow through it. Beside the main path (pattern, scores, mask, result, scale)
            the faster way gives the same result otherwise. A write that goes round autograd's version counter
            (``x.data[...] = 0``) is not noticed.
        """
        here = self.listeners.get(point.name)
        if here is None:
            return activation, False
        changed, outer = False, self.firing  # a spliced dictionary fires points of its own within a hook
        self.firing = True
        try:
            if here.edits:
                activation, changed = _edit(here.edits, point, activation)
            if here.gradients and not point.integers:
                activation = _differentiable(point, activation)
                for hook in here.gradients:
                    activation.register_hook(_in_this_pass(hook, point))
            for recorder in here.recorders:
                recorder.record(activation, point, rows)
        finally:
            self.firing = outer
        return activation, changed or (activation.requires_grad and rows is None)  # some rows alone don't make z


def _edit(edits: Sequence[Hook], point: HookPoint, activation: Tensor) -> tuple[Tensor, bool]:
    """Runs the edits of a point; tells whether any of them changed something."""
    made = activation
    if point.shared or activation.requires_grad:  # autograd may still need the values that a hook writes over
        activation = laid_out_like(made, activation.clone())
    versioned = not activation.is_inference()
    given, version = activation, activation._version if versioned else 0
    for nth, edit in enumerate(edits, start=1):
        result = edit(activation, point)
        if result is None:
            continue
        check_result(point, result, activation)
        if result is not activation and nth < len(edits):
            result = result.clone()  # the next hook may write into it, and it may be a tensor that the user keeps
        activation = result
    unchanged = versioned and activation is given and activation._version == version
    return laid_out_like(made, activation), not unchanged


def laid_out_like(given: Tensor, x: Tensor) -> Tensor:
    """``x`` with the strides of ``given``: kernels round differently where memory is laid out differently."""
    overlaps = any(stride == 0 < size - 1 for stride, size in zip(given.stride(), given.shape, strict=True))
    if x.stride() == given.stride() or x.shape != given.shape or overlaps:
        return x
    return torch.empty_strided(given.shape, given.stride(), dtype=x.dtype, device=x.device).copy_(x)


def check_result(point: HookPoint, result: Any, activation: Tensor) -> None:
    """Raises a HookError if a hook returned something that can't take the activation's place."""
    if not isinstance(result, Tensor):
        raise HookError(
            f"A hook at {point.name} returned {type(result).__name__}; return a tensor, or None to change nothing."
        )
    expected, axis = list(activation.shape), point.mask_axis
    if axis is not None and result.ndim == activation.ndim and result.shape[axis] in (1, point.n_mask_heads):
        expected[axis] = result.shape[axis]
    if (list(result.shape), result.dtype, result.device) != (expected, activation.dtype, activation.device):
        raise HookError(
            f"A hook at {point.name} returned {_describe(result)}, but the activation is {_describe(activation)}. "
            "Return a tensor like it (`.to(activation)` takes over dtype and device)."
        )


def _describe(tensor: Tensor) -> str:
    return f"{str(tensor.dtype).removeprefix('torch.')} {list(tensor.shape)} on {tensor.device}"


def _in_this_pass(hook: Hook, point: HookPoint) -> Callable[[Tensor], Tensor | None]:
    """A gradient hook that finds ``point.first_position`` as it is now; backward may run after the pass has ended."""
    passes = passes_under_way.get()

    def run(gradient: Tensor) -> Tensor | None:
        token = passes_under_way.set(passes)
        try:
            return hook(gradient, point)
        finally:
            passes_under_way.reset(token)

    return run


def _differentiable(point: HookPoint, activation: Tensor) -> Tensor:
    if not torch.is_grad_enabled():
        raise HookError(
            f"A gradient is asked for at {point.name}, but autograd is off here; "
            "leave torch.no_grad() or torch.inference_mode() for this call."
        )
    if not activation.requires_grad:
        return activation.detach().requires_grad_()
    # what others read too has a gradient from them as well, which is none of this point's
    return activation.view_as(activation) if point.shared and not point.is_stream else activation


@dataclass(frozen=True)
class PassUnderWay:
    """A forward pass of one model that is under way in this thread; a hook may run another within it."""

    owner: object
    run: ForwardPass | None


passes_under_way: ContextVar[tuple[PassUnderWay, ...]] = ContextVar("passes_under_way", default=())


def pass_under_way() -> ForwardPass | None:
    """The forward pass that this thread is in (for a gradient hook: that its activation came from), if hooks listen."""
    last = passes_under_way.get()[-1:]
    return last[0].run if last else None
