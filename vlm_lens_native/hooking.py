"""The part of a model that users hook with: names, contexts, and hooks that stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Literal, Self

from .cache import ActivationCache, CacheRecorder
from .errors import InputError
from .hook_names import NamesFilter, resolve
from .hooks import HookPoint, HookRegistry, HookSet, as_hook

NamedHook = Sequence[Any]  # a pair of names and function; Spectra's scripts write it as a list


class Hookable:
    """Adds hooks to whatever has a registry of hook points."""

    @property
    def _hooks(self) -> HookRegistry:
        raise NotImplementedError

    @property
    def hook_dict(self) -> dict[str, HookPoint]:
        """Every hook point by its canonical name."""
        return dict(self._hooks.points)

    def hook_names(self, names: NamesFilter = None) -> list[str]:
        """The canonical names of all hook points, or of those that a filter means, in the order of the model."""
        return self._resolve(names)

    def hooks(
        self, fwd_hooks: Sequence[NamedHook] = (), bwd_hooks: Sequence[NamedHook] = ()
    ) -> AbstractContextManager[Self]:
        """A context in which hooks are active: ``with model.hooks(fwd_hooks=[(name, function)]): model(inputs)``."""
        active = HookSet()
        for hooks, kind in ((fwd_hooks, "edits"), (bwd_hooks, "gradients")):
            for pair in hooks:
                self._add(active, pair, kind)
        return self._active(active)

    def add_hook(
        self,
        name: NamesFilter,
        hook: Callable[..., Any],
        dir: Literal["fwd", "bwd"] = "fwd",  # TransformerLens's name
        *,
        is_permanent: bool = False,
    ) -> None:
        """Adds a hook that stays, for all threads, until ``reset_hooks``; a permanent one also survives that."""
        registry = self._hooks
        self._add(registry.permanent if is_permanent else registry.added, (name, hook), _KINDS[dir])

    def reset_hooks(self, *, including_permanent: bool = False) -> None:
        """Removes the hooks that ``add_hook`` added."""
        self._hooks.added.listeners.clear()
        if including_permanent:
            self._hooks.permanent.listeners.clear()

    @contextmanager
    def _active(self, hooks: HookSet) -> Iterator[Self]:
        with self._hooks.active(hooks):
            yield self

    @contextmanager
    def _recording(self, recorder: CacheRecorder, cache: ActivationCache) -> Iterator[ActivationCache]:
        with self._hooks.active(recorder.hooks):
            yield cache
        recorder.check_positions()

    def _add(self, hooks: HookSet, pair: NamedHook, kind: str) -> None:
        if not is_pair(pair):
            raise InputError(f"A hook is a pair (name, function), got {pair!r}.")
        function = as_hook(pair[1])
        for name in self._resolve(pair[0]):
            getattr(hooks.at(name), kind).append(function)

    def _resolve(self, names: Any) -> list[str]:
        return resolve(names, list(self._hooks.points), why_not=_NOT_SERVED)


_KINDS = {"fwd": "edits", "bwd": "gradients"}
_NOT_SERVED = {
    "lm.blocks.*.hook_deepstack": "deepstack adds features only after the first layers of models that have it.",
    "lm.blocks.*.mlp.hook_router_logits": "it is no mixture of experts.",
    "lm.blocks.*.mlp.hook_expert_weights": "it is no mixture of experts.",
    "vision.*": "the vision encoder has no hook points yet.",
    "adapter.*": "the adapter has no hook points yet.",
}


def is_pair(hook: Any) -> bool:
    """Whether this is a hook with its names: ``(names, function)``."""
    return isinstance(hook, Sequence) and not isinstance(hook, str) and len(hook) == 2 and callable(hook[1])
