"""Batches through the model, up to the last hook point that is asked for and without logits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from jaxtyping import Shaped
from torch import Tensor

from vlm_lens_native.harvest.loading import Failure, Loaded, Task
from vlm_lens_native.harvest.rows import Columns
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.model import HookedVLMTransformer


@dataclass(frozen=True, kw_only=True, eq=False)
class Harvest:
    """Rows of one batch.

    Attributes:
        task: Which samples.
        values: By hook point, where the model computes; none if no sample of the batch has rows.
        columns: What is known of each row.
        failures: The samples that have no rows.
    """

    task: Task
    values: dict[str, Shaped[Tensor, "row ..."]]
    columns: Columns
    failures: tuple[Failure, ...]

    @property
    def n_rows(self) -> int:
        """How many rows there are."""
        return len(self.columns["sample"]) if self.columns else 0


@dataclass(frozen=True, kw_only=True)
class Passes:
    """Runs batches.

    Attributes:
        model: The model.
        names: The hook points.
        dtype: Of the rows.
    """

    model: HookedVLMTransformer
    names: Sequence[str]
    dtype: torch.dtype

    @property
    def stop_at_layer(self) -> int | None:
        """The first layer that need not run; None where a hook point is behind the last one."""
        layers = [self.model.hook_dict[name].layer for name in self.names]
        if any(layer is None and name != "lm.hook_embed" for layer, name in zip(layers, self.names, strict=True)):
            return None
        return max(-1 if layer is None else layer for layer in layers) + 1

    @torch.no_grad()
    def __call__(self, loaded: Loaded) -> Harvest:
        """Runs a batch. On a GPU it need not have ended when this returns."""
        values: dict[str, Tensor] = {}
        if loaded.inputs is not None:
            inputs, device = loaded.inputs, self.model.device
            inputs.to(device, non_blocking=True)
            taken = _Taken(loaded.batch, loaded.pos, self.dtype, values)
            with self.model.observing(self.names, taken):
                self.model.run_with_hooks(inputs, return_type=None, stop_at_layer=self.stop_at_layer)
        return Harvest(task=loaded.task, values=values, columns=loaded.columns, failures=loaded.failures)


@dataclass(frozen=True)
class _Taken:
    """Takes rows of activations as they go by."""

    batch: Tensor
    pos: Tensor
    dtype: torch.dtype
    values: dict[str, Tensor]

    def __call__(self, activation: Tensor, point: HookPoint) -> None:
        batch, pos = (each.to(activation.device, non_blocking=True) for each in (self.batch, self.pos))
        self.values[point.name] = activation[batch, pos].to(self.dtype)


@dataclass(eq=False)
class HostCopy:
    """Copies rows to the CPU; from a GPU while it computes on.

    Attributes:
        device: Where the rows are.
    """

    device: torch.device
    _stream: Any = field(init=False, default=None)

    def __post_init__(self) -> None:
        if self.device.type == "cuda":
            self._stream = torch.cuda.Stream(self.device)

    def __call__(self, values: dict[str, Tensor]) -> CopiedRows:
        """Begins to copy."""
        if self._stream is None:
            return CopiedRows({name: value.cpu() for name, value in values.items()}, None)
        self._stream.wait_stream(torch.cuda.current_stream(self.device))
        with torch.cuda.stream(self._stream):
            copies = {}
            for name, value in values.items():
                copies[name] = torch.empty(value.shape, dtype=value.dtype, pin_memory=True)
                copies[name].copy_(value, non_blocking=True)
                value.record_stream(self._stream)
            event = torch.cuda.Event()
            event.record(self._stream)
        return CopiedRows(copies, event)


@dataclass(frozen=True)
class CopiedRows:
    """Rows on the CPU, perhaps still on their way."""

    values: dict[str, Tensor]
    event: Any

    def wait(self) -> dict[str, Tensor]:
        """The rows, when they have come."""
        if self.event is not None:
            self.event.synchronize()
        return self.values
