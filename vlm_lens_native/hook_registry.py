"""The hook points of one model, and which hooks listen: for all threads, or for the length of a ``with`` block."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from torch import nn

from vlm_lens_native.errors import HookError
from vlm_lens_native.hooks import ForwardPass, HookPoint, HookSet, Layer, PassUnderWay, passes_under_way
from vlm_lens_native.span import Span

_active: ContextVar[tuple[tuple[HookRegistry, HookSet], ...]] = ContextVar("active_hooks", default=())


def hook_points_below(root: nn.Module, *, prefix: str) -> dict[str, HookPoint]:
    """All hook points of a module and of those within it, with their full names and layers.

    Raises:
        HookError: One of them stands in several places, so that it would need several names.
    """
    found: dict[str, HookPoint] = {}
    names: dict[int, str] = {}
    for path, module in root.named_modules(prefix=prefix, remove_duplicate=False):
        for attribute, point in vars(module).items():
            if isinstance(point, HookPoint):
                name = f"{path}.{attribute}"
                if (other := names.setdefault(id(point), name)) != name:
                    raise HookError(f"{other} and {name} are one hook point; put a copy (copy.deepcopy) in each place.")
                found[name] = point
    for name, point in found.items():
        block = re.search(r"\.blocks\.(\d+)\.", name)
        point.name, point.layer = name, Layer(block[1]) if block else None
    return found


def check_in_place(root: nn.Module, points: Mapping[str, HookPoint], *, prefix: str) -> None:
    """Raises a HookError for points of modules that others have taken the place of: nothing would pass there."""
    modules: dict[str, nn.Module | None] = {prefix: root}
    for name, point in points.items():
        path, _, attribute = name.rpartition(".")
        if path not in modules:
            try:
                modules[path] = root.get_submodule(path.removeprefix(f"{prefix}."))
            except AttributeError:
                modules[path] = None
        if getattr(modules[path], attribute, None) is not point:
            raise HookError(
                f"The module around {name} was replaced, so nothing passes there any more. Call "
                "model.find_hook_points(), which looks for the hook points of the module that is there now."
            )


def _modules_around(name: str) -> list[str]:
    """The modules around a hook point, outer ones first: ``lm``, ``lm.blocks``, ``lm.blocks.0``, ..."""
    parts = name.split(".")[:-1]
    return [".".join(parts[: 1 + nth]) for nth in range(len(parts))]


class HookRegistry:
    """The hook points of one model, the hooks added to it for all threads, and those of the contexts that are open.

    Attributes:
        own: The model's own points, by full name, as they fire.
        why_not: Patterns of names that this model can't serve, with the reason.
        permanent: Hooks that survive ``reset_hooks``.
        added: Hooks that don't.
        spliced: The dictionaries that stay until they are taken off, by the point that they write to.
    """

    def __init__(self) -> None:
        self.own: dict[str, HookPoint] = {}
        self.why_not: dict[str, str] = {}
        self.permanent = HookSet()
        self.added = HookSet()
        self.spliced: dict[str, HookSet] = {}
        self._turns: dict[str, int] = {}  # of each module: the number of its first hook point, when it was first seen

    @property
    def points(self) -> dict[str, HookPoint]:
        """By full name, as they fire: the model's, and those that active sets bring along, in front of their place."""
        brought = {name: point for hooks in self.active_sets() for name, point in hooks.points.items()}
        if not brought:
            return self.own
        places = {name.rpartition(".")[0] for name in brought}
        points: dict[str, HookPoint] = {}
        for name, point in self.own.items():
            if name in places:
                points |= {inner: brought[inner] for inner in brought if inner.rpartition(".")[0] == name}
            points[name] = point
        return points

    def take(self, points: Mapping[str, HookPoint]) -> None:
        """Takes the decoder's hook points in place of those known so far, in the order in which they fire.

        That is the order of declaration; but a module that was put in the place of another has its turn.

        Raises:
            HookError: Hooks that stay were added at a point that is gone.
        """
        in_front = {name: point for name, point in self.own.items() if point.is_visual}
        staying = {**self.permanent.listeners, **self.added.listeners}
        if gone := [name for name in staying if name not in points and name not in in_front]:
            raise HookError(
                f"Hooks were added at {', '.join(gone[:4])}, which is no hook point any more; take them off by "
                "model.reset_hooks(including_permanent=True)."
            )
        turns: dict[str, int] = {}
        for name, point in sorted(points.items(), key=lambda named: named[1].number):
            for module in _modules_around(name):
                turns.setdefault(module, point.number)
        self._turns = {**turns, **self._turns}

        def turn(name: str) -> list[int]:
            return [*(self._turns[module] for module in _modules_around(name)), points[name].number]

        self.own = {**in_front, **{name: points[name] for name in sorted(points, key=turn)}}

    @contextmanager
    def active(self, hooks: HookSet) -> Iterator[None]:
        """Adds a set to this thread's hooks for the length of a ``with`` block, whatever ends it."""
        entry = (self, hooks)
        _active.set((*_active.get(), entry))
        try:
            yield
        finally:  # no reset to what was before: contexts that generators hold may end in any order
            _active.set(tuple(other for other in _active.get() if other is not entry))

    def active_sets(self) -> list[HookSet]:
        """The sets that are active in this thread, outer contexts first."""
        sets = [hooks for hooks in (*self.spliced.values(), self.permanent, self.added) if hooks.listeners]
        return sets + [hooks for owner, hooks in _active.get() if owner is self]

    @property
    def differentiates(self) -> bool:
        """Whether a gradient hook would listen to a pass that begins now."""
        return any(hooks.differentiates for hooks in self.active_sets())

    @property
    def is_running(self) -> bool:
        """Whether this thread is in a pass, or in a hook of one."""
        return any(each.owner is self for each in passes_under_way.get())

    def under_way(self) -> ForwardPass | None:
        """This thread's pass, from its beginning until its decoder begins; None if nobody listens to it.

        A hook is not part of the pass that it listens to.
        """
        last = passes_under_way.get()[-1:]
        run = last[0].run if last and last[0].owner is self else None
        return run if run is not None and run.span is None and not run.firing else None

    @contextmanager
    def whole_pass(self) -> Iterator[ForwardPass | None]:
        """A forward pass, which ends with the block; or the one under way, if that still waits for its decoder.

        So whatever comes first begins the pass: HF's ``generate``, which encodes images ahead of its first step, HF's
        wrapper around vision encoder and decoder, or the decoder, where it runs alone.
        """
        run, sets = self.under_way(), self.active_sets()
        if run is not None:
            run.admit(sets)
            yield run
            return
        run = ForwardPass() if sets else None
        token = passes_under_way.set((*passes_under_way.get(), PassUnderWay(self, run)))
        try:
            if run is not None:
                run.admit(sets)
            yield run
        finally:
            passes_under_way.reset(token)
            if run is not None:
                run.end()

    @contextmanager
    def decoding(self, span: Callable[[], Span]) -> Iterator[ForwardPass | None]:
        """The decoder's part of a pass; ``span``, what it computes, is asked for if anybody listens."""
        with self.whole_pass() as run:
            if run is not None:
                run.span = span()
            yield run
