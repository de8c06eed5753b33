"""``ActivationCache``: the activations that a forward pass, or a whole generation, went through."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, SupportsIndex

import torch
from torch import Tensor

from vlm_lens_native.decomposition import Decompositions, HasWeights
from vlm_lens_native.elsewhere import CACHE, Pointers
from vlm_lens_native.errors import HookNameError, InputError
from vlm_lens_native.files import load_tensors, save_tensors
from vlm_lens_native.hook_names import (
    canonical,
    in_every_block,
    in_model_order,
    is_visual,
    resolve,
    resolve_short,
    summary,
)
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.indices import one_index
from vlm_lens_native.notebook import activation_table
from vlm_lens_native.positions import Positions, pick, places_of, select_positions

__all__ = ["ActivationCache", "Positions", "Step", "select_positions"]

# the names under which a file holds ``Step.visual``, ``Step.tokens`` and ``Step.positions``
_VISUAL, _TOKENS, _POSITIONS = "visual", "tokens", "positions"


class Step(dict[str, Tensor]):
    """The activations of one forward pass, by name.

    Attributes:
        visual: ``[batch pos]`` (without ``batch`` after ``remove_batch_dim``), for the positions that were kept: True
            where image or video features stand; None if that is not known. Decompositions need it.
        tokens: Which positions are tokens rather than padding, by name of the axis of positions (``"pos"``; ``"patch"``
            and ``"token"`` of images of different sizes): ``[batch pos]``, like ``visual``, on the CPU. An axis
            without padding is left out.
        positions: Which positions of the sequence the decoder's activations hold, ``[kept]`` or ``[batch kept]``, on
            the CPU; None if that is not known.
        n_pos: Length of the sequence at the end of the pass.
        skipped: Blocks that the pass left out, as cross-attention without images is.
    """

    def __init__(self, activations: Mapping[str, Tensor] | Sequence[tuple[str, Tensor]] = ()) -> None:
        super().__init__(activations)
        self.visual: Tensor | None = None
        self.tokens: dict[str, Tensor] = {}
        self.positions: Tensor | None = None
        self.n_pos = 0
        self.skipped: frozenset[int] = frozenset()

    def __repr__(self) -> str:
        return f"Step({_contents([self])})"

    @classmethod
    def of(cls, activations: Mapping[str, Tensor]) -> Step:
        """A copy."""
        step = cls(activations)
        if isinstance(activations, Step):
            step.visual, step.tokens = activations.visual, dict(activations.tokens)
            step.positions, step.n_pos = activations.positions, activations.n_pos
            step.skipped = activations.skipped
        return step


class ActivationCache(Pointers, Decompositions, Mapping[str, Tensor]):
    """A mapping from hook names to the activations that the model used, after every edit.

    ``cache["lm.blocks.5.hook_resid_post"]``, an alias of it, or ``cache["resid_post", 5]``, where a negative layer
    counts from the last. Values are the model's own tensors, not copies, unless ``positions`` or ``device`` asked for
    less or for elsewhere. The keys of a cache are spelled as they were asked for: after ``run_with_cache(inputs,
    "blocks.*.mlp.hook_out")`` they are ``blocks.0.mlp.hook_out`` and so on; ``steps`` hold canonical names.

    A cache filled by one pass is read like a dict. Filled by several passes (``generate``, or several calls within one
    ``with`` block), it holds each pass in ``steps``, and reading the cache itself raises: which step is meant must
    be said.

    Args:
        steps: The passes.
        model: The model that ran; decompositions read its weights.
        spelled: Canonical names, and what they were asked for as.

    Attributes:
        steps: One dict per forward pass, in order.
    """

    _elsewhere = CACHE

    def __init__(
        self,
        steps: Sequence[Mapping[str, Tensor]] = (),
        *,
        model: HasWeights | None = None,
        spelled: Mapping[str, str] | None = None,
    ) -> None:
        self.steps: list[Step] = [Step.of(step) for step in steps]
        self._model = model
        self._spelled = dict(spelled or {})

    def attach(self, model: HasWeights) -> ActivationCache:
        """Gives the cache the model that it came from, whose weights decompositions need; returns the cache.

        Needed for a cache that was loaded or unpickled, and for one made of a single pass out of many:
        ``ActivationCache([cache.steps[0]]).attach(model)``.
        """
        self._model = model
        return self

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_model": None}  # copies and pickles hold activations, not a model

    @property
    def _visual(self) -> Tensor | None:
        return self._only.visual

    @property
    def _skipped(self) -> frozenset[int]:
        return self._only.skipped

    @property
    def tokens(self) -> dict[str, Tensor]:
        """Which positions are tokens rather than padding, by name of the axis of positions: see `Step`."""
        return self._only.tokens

    @property
    def _only(self) -> Step:
        if len(self.steps) > 1:
            raise InputError(
                f"This cache holds {len(self.steps)} forward passes; say which one is meant: cache.steps[0][name] is "
                "the first (under generate, the prompt), cache.steps[-1][name] the last."
            )
        return self.steps[0] if self.steps else Step()

    def __getitem__(self, name: str | tuple) -> Tensor:
        values = self._only
        if not values:
            raise HookNameError(f"{name!r} is not in the cache: nothing was cached. Has the model run?")
        if not isinstance(name, str | tuple):
            raise HookNameError(f'A cache is read by a name or by a tuple such as ("resid_post", 5), got {name!r}.')
        n_layers = None if self._model is None else self._model.cfg.n_layers
        if isinstance(name, str) and name not in values:
            name = next((own for own in values if self._asked(own) == name), name)
        full = resolve_short(name, values, n_layers=n_layers) if isinstance(name, tuple) else canonical(name, values)
        if full not in values:
            if full in getattr(self._model, "hook_dict", ()):
                raise HookNameError(f"{name!r} was not asked for when this cache was made, but {summary(values)}.")
            resolve(full, list(values))  # raises, naming the nearest; only a pattern gets past it
            raise HookNameError(f"{name!r} is a pattern; cache.stack({name!r}) takes patterns.")
        return values[full]

    def __contains__(self, name: object) -> bool:
        try:
            self[name]  # type: ignore[index]
        except KeyError:
            return False
        return True

    def __iter__(self) -> Iterator[str]:
        return map(self._asked, self._only)

    def _asked(self, name: str) -> str:
        """A canonical name, or that of a gradient, as it was asked for."""
        point = name.removesuffix("_grad")
        return self._spelled.get(point, point) + name.removeprefix(point)

    def __len__(self) -> int:
        return len(self._only)

    def stack(self, pattern: str) -> Tensor:
        """The activations that match a pattern, stacked in the model's order.

        Args:
            pattern: Such as ``"lm.blocks.*.hook_resid_post"``, which gives ``[layer batch pos d_model]``; or the short
                name ``"resid_post"``, which means the decoder's blocks.

        Raises:
            HookNameError: Nothing matches, or the short name is that of several hook points of a block.
            InputError: The activations have different shapes.
        """
        values = self._only
        names = in_every_block(pattern, values) or resolve(pattern, list(values))
        known = getattr(self._model, "hook_dict", None)
        names = in_model_order(names, values if known is None else known, is_models=known is not None)
        found = [values[name] for name in names]
        if len({value.shape for value in found}) > 1:
            shapes = ", ".join(f"{name} {list(value.shape)}" for name, value in zip(names, found, strict=True))
            raise InputError(f"{pattern!r} matches activations of different shapes, which can't be stacked: {shapes}.")
        return torch.stack([value.to(found[0].device) for value in found])

    def _replace(
        self, change: Callable[[Tensor], Tensor], where: Callable[[str], bool] = lambda name: True
    ) -> ActivationCache:
        for step in self.steps:
            step.visual = None if step.visual is None else change(step.visual)
            for name in filter(where, step):
                step[name] = change(step[name])
        return self

    def to(self, device: torch.device | str) -> ActivationCache:
        """Moves every value to a device, in place; returns the cache."""
        return self._replace(lambda value: value.to(device))

    def detach(self) -> ActivationCache:
        """Cuts every value off the autograd graph, in place; returns the cache."""
        return self._replace(Tensor.detach)

    def remove_batch_dim(self) -> ActivationCache:
        """Drops the batch axis of every value, in place; returns the cache.

        Values of vision encoder and adapter have no batch axis but one of images, and keep it.

        Raises:
            InputError: The batch has more than one row.
        """
        sizes = {value.shape[0] for step in self.steps for name, value in step.items() if not is_visual(name)}
        if sizes - {1}:
            raise InputError(f"remove_batch_dim needs a batch of one row, this cache has {max(sizes)}.")
        for step in self.steps:
            step.tokens = {axis: mask[0] if axis == "pos" else mask for axis, mask in step.tokens.items()}
            step.positions = None  # rows are gone, and with them what at() goes by
        return self._replace(lambda value: value[0], where=lambda name: not is_visual(name))

    def row(self, row: SupportsIndex) -> ActivationCache:
        """That of one row of the batch, such as a patch takes; it goes on knowing which positions are padding.

        Its values are views. Those of vision encoder and adapter are left out: they have images in the place of rows.

        Raises:
            InputError: There is no such row; no batch axis; or no model, which knows where that is: see `attach`.
        """
        points: Mapping[str, HookPoint] | None = getattr(self._model, "hook_dict", None)
        if points is None:
            raise InputError("A cache without its model doesn't know its rows; cache.attach(model) gives it back.")
        found = ActivationCache(model=self._model, spelled=self._spelled)
        for step in self.steps:
            values = {name: value for name, value in step.items() if not is_visual(name)}
            if any(value.ndim < len(points[name.removesuffix("_grad")].axes) for name, value in values.items()):
                raise InputError("This cache has no rows any more, since remove_batch_dim.")
            at = slice(nth := one_index("row", row, min(map(len, values.values()), default=0)), nth + 1)
            own = Step({name: value[at] for name, value in values.items()})
            own.visual = None if step.visual is None else step.visual[at]
            own.tokens = {"pos": step.tokens["pos"][at]} if "pos" in step.tokens else {}
            own.positions, own.n_pos, own.skipped = _of_row(step.positions, at), step.n_pos, step.skipped
            found.steps.append(own)
        return found

    def at(self, positions: Positions) -> ActivationCache:
        """That of some positions, which count in the whole sequence, also where only some of them were kept.

        ``model.run_with_cache(inputs, names, positions=layout.images)[1].at(layout.box(...))``. Values are copies;
        those of vision encoder and adapter are left out.

        Args:
            positions: As for ``run_with_cache``; in each row as many.

        Raises:
            InputError: Positions that were not kept, another number of them in each row, several passes, a cache whose
                positions are not known (none that a model filled, or one without a batch axis), or no model.
        """
        step, points = self._only, getattr(self._model, "hook_dict", None)
        if step.positions is None or points is None:
            raise InputError("This cache doesn't know its positions: it needs its model (attach) and its batch axis.")
        rows = places_of(select_positions(positions, step.n_pos, strict=True), step.positions)
        found = Step()
        for name, value in step.items():
            if not is_visual(name):
                axis = points[name.removesuffix("_grad")].query_axis
                found[name] = value if axis is None else pick(value, axis, rows.to(value.device))
        found.visual = None if step.visual is None else pick(step.visual, 1, rows.to(step.visual.device))
        found.tokens = {"pos": pick(step.tokens["pos"], 1, rows)} if "pos" in step.tokens else {}
        held = step.positions.expand(len(rows), -1) if rows.ndim == 2 else step.positions
        found.positions, found.n_pos = held.gather(-1, rows) if held.ndim == rows.ndim else held[:, rows], step.n_pos
        found.skipped = step.skipped
        cache = ActivationCache(model=self._model, spelled=self._spelled)
        cache.steps.append(found)
        return cache

    def save(self, path: str | Path) -> None:
        """Writes the cache to a safetensors file; ``ActivationCache.load`` reads it back."""
        tensors, stored = {}, set()
        for nth, step in enumerate(self.steps):
            for name, value in step.items():
                value = value.detach().contiguous()
                storage = value.untyped_storage().data_ptr()
                # resid_post of one block is resid_pre of the next: a file can't hold one tensor under two names
                tensors[f"{nth}/{name}"] = value.clone() if storage in stored else value
                stored.add(storage)
            if step.visual is not None:
                tensors[f"{nth}/{_VISUAL}"] = step.visual.contiguous()
            tensors |= {f"{nth}/{_TOKENS}/{axis}": mask.contiguous() for axis, mask in step.tokens.items()}
            if step.positions is not None:
                tensors[f"{nth}/{_POSITIONS}"] = step.positions.contiguous()
        order, ends = json.dumps([list(step) for step in self.steps]), json.dumps([step.n_pos for step in self.steps])
        spelled, skipped = json.dumps(self._spelled), json.dumps([sorted(step.skipped) for step in self.steps])
        save_tensors(path, tensors, writer="ActivationCache", order=order, ends=ends, spelled=spelled, skipped=skipped)

    @classmethod
    def load(cls, path: str | Path, *, device: str | torch.device = "cpu") -> ActivationCache:
        """Reads a cache that ``save`` wrote.

        Raises:
            InputError: The file is something else.
        """
        tensors, metadata = load_tensors(path, writer="ActivationCache", device=device)
        cache = cls(spelled=json.loads(metadata["spelled"]))
        for nth, names in enumerate(json.loads(metadata["order"])):
            step = Step({name: tensors[f"{nth}/{name}"] for name in names})
            step.visual = tensors.get(f"{nth}/{_VISUAL}")
            masks = [name for name in tensors if name.startswith(f"{nth}/{_TOKENS}/")]
            step.tokens = {name.rpartition("/")[2]: tensors[name].cpu() for name in masks}
            positions = tensors.get(f"{nth}/{_POSITIONS}")
            step.positions = None if positions is None else positions.cpu()
            step.n_pos = json.loads(metadata["ends"])[nth] if "ends" in metadata else 0
            step.skipped = frozenset(json.loads(metadata["skipped"])[nth]) if "skipped" in metadata else frozenset()
            cache.steps.append(step)
        return cache

    def __repr__(self) -> str:
        return f"ActivationCache({_contents(self.steps)})"

    def _repr_html_(self) -> str:
        return activation_table(repr(self).partition(": ")[0] + ")", self.steps)


def _of_row(positions: Tensor | None, row: slice) -> Tensor | None:
    return positions if positions is None or positions.ndim == 1 else positions[row]


def _contents(steps: Sequence[Step]) -> str:
    names = [name for step in steps for name in step]
    n_bytes = sum(value.numel() * value.element_size() for step in steps for value in step.values())
    passes = "" if len(steps) == 1 else f" in {len(steps)} passes"
    shown = ", ".join(names[:3]) + (", ..." if len(names) > 3 else "")
    return f"{len(names)} activations{passes}, {n_bytes / 1e6:,.1f} MB: {shown}"
