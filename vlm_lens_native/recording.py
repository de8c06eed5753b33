"""``CacheRecorder``: what listens in a pass and fills a cache."""

from __future__ import annotations

from collections.abc import Sequence
from weakref import WeakKeyDictionary, ref

import torch
from torch import Tensor

from vlm_lens_native.cache import ActivationCache, Step
from vlm_lens_native.errors import InputError
from vlm_lens_native.hooks import ForwardPass, HookPoint, HookSet, Recorder, pass_under_way
from vlm_lens_native.positions import KeptRows, Positions


class CacheRecorder:
    """Fills a cache: a new step for each pass that comes by, then each activation of it.

    Args:
        cache: The cache to fill.
        names: Full names of the hook points to record.
        positions: The positions to keep: an index, a slice, a list, or a boolean mask over positions. They count from
            the start of the sequence, so that under ``generate`` they keep meaning the same tokens; negative ones
            count from the end of each pass.
        device: Where to keep the values; None leaves them where they are.
        gradients: Also records the gradient of each activation, under its name with ``_grad`` behind it.
    """

    def __init__(
        self,
        cache: ActivationCache,
        names: Sequence[str],
        *,
        positions: Positions = None,
        device: torch.device | str | None = None,
        gradients: bool = False,
    ) -> None:
        self._cache = ref(cache)  # gradient hooks hold this recorder, and what the cache holds, holds them
        self._rows = KeptRows(positions)
        self._device = None if device is None else torch.device(device)
        self._steps: WeakKeyDictionary[ForwardPass, ref[Step]] = WeakKeyDictionary()
        self._sources: set[torch.device] = set()
        self._names, self._gradients = names, gradients

    def hooks(self) -> HookSet:
        """What listens for it."""
        hooks = HookSet(after_pass=[self._wait])
        recorder = Recorder(self._record, rows=None if self._rows.positions is None else self._rows.of)
        for name in self._names:
            hooks.at(name).recorders.append(recorder)
            if self._gradients:
                hooks.at(name).gradients.append(self._record_gradient)
        return hooks

    def check_positions(self) -> None:
        """To be called after the last pass.

        Raises:
            InputError: Positions were asked for that no pass came to.
        """
        self._rows.check()

    def _record(self, activation: Tensor, point: HookPoint, rows: Tensor | None) -> None:
        step = self._step()
        step = self._new_step() if step is None else step
        span = point.span
        if point.name in step:
            raise InputError(
                f"{point.name} was passed twice in one forward pass, because the vision encoder runs once for images "
                "and once for videos. Cache them from inputs with one kind only, or read them by a hook."
            )
        step[point.name] = self._kept(self._rows.cut(activation, point, rows))
        if span is None:
            return
        axis = point.axes[point.position_axis]
        if step.visual is None and span.visual is not None:
            step.visual = self._kept(self._rows.cut_rows(span.visual, 1, span)).clone()
        if step.positions is None and point.query_axis is not None:
            step.positions, step.n_pos = span.first + self._rows.of(span), span.end
            step.skipped = span.skipped
        if axis not in step.tokens and (tokens := span.tokens) is not None:
            step.tokens[axis] = (tokens if point.query_axis is None else self._rows.cut_rows(tokens, 1, span)).clone()

    def _record_gradient(self, gradient: Tensor, point: HookPoint) -> None:
        step = self._step()
        if step is None:  # the cache is gone
            return
        gradient = self._rows.cut(gradient, point)
        # waits for the copy, since no pass ends behind a backward pass
        step[f"{point.name}_grad"] = gradient if self._device is None else gradient.to(self._device)

    def _step(self) -> Step | None:
        """That of the pass under way, if it has one yet."""
        run = pass_under_way()
        assert run is not None
        known = self._steps.get(run)
        return None if known is None else known()

    def _new_step(self) -> Step:
        """The cache gets a step with the first value: not every pass comes by."""
        (run, cache), step = (pass_under_way(), self._cache()), Step()
        assert run is not None
        self._steps[run] = ref(step)
        if cache is not None:
            cache.steps.append(step)
        return step

    def _kept(self, activation: Tensor) -> Tensor:
        return activation if self._device is None else self._moved(activation, self._device)

    def _moved(self, activation: Tensor, device: torch.device) -> Tensor:
        """Copies to a device; from a GPU to the CPU through pinned memory, beside the pass that goes on."""
        if not (activation.is_cuda and device.type == "cpu"):
            return activation.to(device)
        self._sources.add(activation.device)
        return torch.empty_like(activation, device=device, pin_memory=True).copy_(activation, non_blocking=True)

    def _wait(self) -> None:
        """Waits for the copies of a pass to arrive."""
        for source in self._sources:
            torch.cuda.current_stream(source).synchronize()
        self._sources.clear()
