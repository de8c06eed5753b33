"""The part of a model that users hook with: names, contexts, and hooks that stay."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, Literal, Self, get_args

import torch
from torch import Tensor

from vlm_lens_native.cache import ActivationCache
from vlm_lens_native.decoder import HookedDecoder
from vlm_lens_native.errors import HookError, InputError
from vlm_lens_native.hook_names import NamesFilter, resolve
from vlm_lens_native.hook_registry import HookRegistry
from vlm_lens_native.hooks import Hook, HookPoint, HookSet, Recorder, check_result, pass_under_way
from vlm_lens_native.positions import KeptRows, Positions
from vlm_lens_native.recording import CacheRecorder

Tokens = Literal["all", "prompt", "new"]
NamedHook = Sequence[Any]  # a pair of names and function; Spectra's scripts write it as a list


class Hookable:
    """Adds hooks to whatever has a decoder, and a registry of its hook points."""

    @property
    def lm(self) -> HookedDecoder:
        """The decoder."""
        raise NotImplementedError

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
        self,
        fwd_hooks: Sequence[NamedHook] = (),
        bwd_hooks: Sequence[NamedHook] = (),
        *,
        tokens: Tokens = "all",
    ) -> AbstractContextManager[Self]:
        """A context in which hooks are active: ``with model.hooks(fwd_hooks=[(name, function)]): model(inputs)``.

        Args:
            fwd_hooks: Pairs of a name (or pattern, list, predicate) and ``function(activation, hook)``.
            bwd_hooks: The same for gradients.
            tokens: Under ``generate``, which tokens the hooks see: ``"all"``, those of the ``"prompt"`` (and the vision
                encoder), or the ``"new"`` ones. A pass that has both, as without a KV cache, shows them their rows
                only. Outside ``generate`` every token belongs to the prompt.
        """
        if tokens not in get_args(Tokens):
            raise InputError(f'tokens is "all", "prompt" or "new", got {tokens!r}.')
        active = HookSet()
        for hooks, kind in ((fwd_hooks, "edits"), (bwd_hooks, "gradients")):
            for pair in hooks:
                self._add(active, pair, kind, tokens)
        return self._active(active)

    @contextmanager
    def observing(
        self, names: NamesFilter, function: Callable[[Tensor, HookPoint], None], *, positions: Positions = None
    ) -> Iterator[Self]:
        """A context in which a function is shown activations as they go by; nothing is kept of them.

        It sees what the model goes on with, after every edit, as a cache does. Unlike a hook it can't replace it, so of
        patterns, scores and mask only the queries that are asked for are computed.

        Args:
            names: A name, a pattern with ``*``, a list of these, a predicate, or None for all.
            function: ``function(activation, hook)``. It must leave the activation as it is.
            positions: The positions to show, as for ``run_with_cache``.

        Raises:
            HookNameError: A name matches no hook point.
            InputError: Positions that no pass came to.
        """
        kept, observed = KeptRows(positions), HookSet()

        def show(activation: Tensor, point: HookPoint, computed: Tensor | None) -> None:
            function(kept.cut(activation, point, computed), point)

        recorder = Recorder(show, rows=None if positions is None else kept.of)
        for name in self._resolve(names):
            observed.at(name).recorders.append(recorder)
        with self._hooks.active(observed):
            yield self
        kept.check()

    def add_hook(
        self,
        name: NamesFilter,
        hook: Callable[..., Any],
        dir: Literal["fwd", "bwd"] = "fwd",  # TransformerLens's name
        *,
        is_permanent: bool = False,
    ) -> None:
        """Adds a hook that stays, for all threads, until ``reset_hooks``; a permanent one also survives that."""
        if dir not in _KINDS:
            raise InputError(f'dir is "fwd" or "bwd", got {dir!r}.')
        registry = self._hooks
        self._add(registry.permanent if is_permanent else registry.added, (name, hook), _KINDS[dir])

    def reset_hooks(self, *, including_permanent: bool = False, clear_contexts: bool = True) -> None:
        """Removes the hooks that ``add_hook`` added, and empties what hooks kept in ``hook.ctx``."""
        self._hooks.added.listeners.clear()
        if including_permanent:
            self._hooks.permanent.listeners.clear()
        if clear_contexts:
            self.clear_contexts()

    def clear_contexts(self) -> None:
        """Empties every ``hook.ctx``."""
        for point in self._hooks.points.values():
            point.clear_context()

    def _add_all(self, fwd_hooks: Sequence[NamedHook], bwd_hooks: Sequence[NamedHook]) -> None:
        """Adds hooks that stay; none, if one of them is wrong."""
        whole = HookSet()
        for hooks, kind in ((fwd_hooks, "edits"), (bwd_hooks, "gradients")):
            for pair in hooks:
                self._add(whole, pair, kind)
        for name, listeners in whole.listeners.items():
            self._hooks.added.at(name).extend(listeners)

    @contextmanager
    def _grad_as_asked(self) -> Iterator[None]:
        """The one rule about gradients: autograd is switched on for a pass if a gradient hook listens.

        Otherwise the caller's mode holds; with frozen weights it builds a graph only from tensors that require grad.
        """
        with torch.enable_grad() if self._hooks.differentiates else nullcontext():
            yield

    @contextmanager
    def _active(self, hooks: HookSet) -> Iterator[Self]:
        with self._hooks.active(hooks):
            yield self

    @contextmanager
    def _recording(self, recorder: CacheRecorder, cache: ActivationCache) -> Iterator[ActivationCache]:
        with self._hooks.active(recorder.hooks()):
            yield cache
        recorder.check_positions()

    def _add(self, hooks: HookSet, pair: NamedHook, kind: str, tokens: Tokens = "all") -> None:
        if not is_pair(pair):
            raise InputError(f"A hook is a pair (name, function), got {pair!r}.")
        function = as_hook(pair[1])
        function = function if tokens == "all" else _limited(function, tokens)
        names, points = self._resolve(pair[0]), self._hooks.points
        if kind == "gradients" and all(points[name].integers for name in names):
            raise HookError(
                f"{', '.join(names[:3])} holds integers, which have no gradient; a gradient hook can't fire."
            )
        for name in names:
            getattr(hooks.at(name), kind).append(function)

    def _resolve(self, names: Any) -> list[str]:
        return resolve(names, list(self._hooks.points), why_not=self._hooks.why_not | _NOT_SERVED)


_KINDS = {"fwd": "edits", "bwd": "gradients"}
_NOT_SERVED = {
    "lm.blocks.*.hook_deepstack": "deepstack adds features behind some layers only, of models that have it.",
    "lm.blocks.*.mlp.hook_router_*": "that layer has no mixture of experts.",
    "lm.blocks.*.mlp.hook_expert_*": "that layer has no mixture of experts.",
    "lm.blocks.*.mlp.hook_shared_out": "that layer has no shared expert.",
    "lm.blocks.*.mlp.hook_p*": "that layer has a mixture of experts; mlp.hook_expert_post has their hidden layers.",
    "adapter.deepstack.*": "only models with deepstack have adapters for it.",
}


def _limited(hook: Hook, tokens: Tokens) -> Hook:
    """A hook that sees only the prompt's rows of an activation, or only those of new tokens."""

    def limited(activation: Tensor, point: HookPoint) -> Tensor | None:
        axis, span = point.query_axis, point.span
        if axis is None or span is None or span.prompt is None:
            return hook(activation, point) if tokens == "prompt" else None
        n_pos = activation.shape[axis]
        border = min(max(span.prompt.n_pos - span.first, 0), n_pos)
        start, length = (0, border) if tokens == "prompt" else (border, n_pos - border)
        if length == 0:
            return None
        part = activation.narrow(axis, start, length)
        with _narrowed(start, length):
            result = hook(part, point)
        if result is None or length == n_pos:
            return result
        check_result(point, result, part)
        shape = list(result.shape)
        shape[axis] = n_pos
        whole = activation.expand(shape).clone()
        whole.narrow(axis, start, length).copy_(result)
        return whole

    return limited


@contextmanager
def _narrowed(start: int, length: int) -> Iterator[None]:
    """Within the block, ``point.span`` is that of some rows of the pass under way."""
    run = pass_under_way()
    assert run is not None
    whole = run.span
    assert whole is not None
    run.span = whole.narrow(start, length)
    try:
        yield
    finally:
        run.span = whole


def is_pair(hook: Any) -> bool:
    """Whether this is a hook with its names: ``(names, function)``."""
    return isinstance(hook, Sequence) and not isinstance(hook, str) and len(hook) == 2 and callable(hook[1])


def as_hook(function: Callable[..., Any]) -> Hook:
    """Takes a hook in either form and returns it as ``(activation, point) -> tensor | None``.

    Args:
        function: ``f(activation, hook)``, or the four parameters of a PyTorch forward hook with keyword arguments,
            ``f(module, args, kwargs, output)``, as scripts written for Spectra have them.

    Raises:
        HookError: It takes neither.
    """
    if not callable(function):
        raise HookError(f"A hook must be a function f(activation, hook), got {function!r}.")
    if inspect.isclass(function):
        raise HookError(
            f"{function.__name__} is a class, and no hook; give one that is made of it: {function.__name__}(...)."
        )
    try:
        signature = inspect.signature(function)
    except ValueError:  # some builtins don't tell
        return function
    if _accepts(signature, None, hook=None):
        return lambda activation, point: function(activation, hook=point)
    if _accepts(signature, None, None):
        return function
    if _accepts(signature, None, None, None, None):
        return lambda activation, point: function(point, (), {}, activation)
    raise HookError(
        f"{function!r} has the signature {signature}; a hook takes (activation, hook), or (module, args, kwargs, "
        "output)."
    )


def _accepts(signature: inspect.Signature, *args: Any, **kwargs: Any) -> bool:
    try:
        signature.bind(*args, **kwargs)
    except TypeError:
        return False
    return True
