"""Activation patching, layer by layer and group by group.

Source: Meng et al., "Locating and Editing Factual Associations in GPT" (2022), as causal tracing; the groups of
positions and the normalised logit difference as in the Spectra paper's Figure 3.

The steps of each pair, by number in the code:

1. Two clean runs keep keys and values of all layers, what is patched, and the stream where patched runs start.
2. For each patch, the first position at which its run differs from both clean runs is found (`plan`).
3. Patches of one layer whose runs start at about the same position ride together, as many as fit into memory.
4. They go on from the clean runs at that layer and position, with the other run's activations put in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from torch import Tensor

from vlm_lens_native.analysis.patching.hook_layers import HookLayer, HookLayers
from vlm_lens_native.analysis.patching.pairwise import Cell, PairRuns, Pairwise
from vlm_lens_native.analysis.patching.plan import Patch, Planned, Sharing, plan, put, writer
from vlm_lens_native.analysis.patching.sweep_result import Axis, PatchingSweep
from vlm_lens_native.analysis.runs.batches import batches
from vlm_lens_native.analysis.runs.clean import edits_are_active, resume, unembedded
from vlm_lens_native.analysis.runs.groups import Groups, group_positions, one_group
from vlm_lens_native.analysis.runs.memory import rows_that_fit
from vlm_lens_native.analysis.runs.metrics import Metric
from vlm_lens_native.analysis.runs.pairs import Direction, Inputs, Pairs, RowPair, check_choice, check_keys, row_pairs
from vlm_lens_native.analysis.stream import StreamLayers, check_has_positions
from vlm_lens_native.errors import InputError
from vlm_lens_native.hook_names import stream_before
from vlm_lens_native.indices import Indices
from vlm_lens_native.inputs.words import token_strings
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.positions import Positions

Deepstack = Literal["kept", "patched"]
DEFAULT_GROUPS = ("image", "text", "last 16 image tokens")


def sweep(
    model: HookedVLMTransformer,
    source: Inputs | Pairs,
    target: Inputs | None = None,
    metric: Metric | Sequence[Metric] | None = None,
    *,
    hook: str = "resid_post",
    layers: StreamLayers | None = None,
    groups: Groups | None = None,
    positions: Positions = None,
    heads: Indices | Literal["all"] | None = None,
    direction: Direction = "denoise",
    deepstack: Deepstack = "kept",
    align: Mapping[int, int] | None = None,
    read: Any = None,
    batch_size: int | None = None,
) -> PatchingSweep:
    """Puts one run's activations into another, at one layer and one group of positions at a time.

    The numbers are those of a whole forward pass for each patch, up to rounding. But images are encoded once for each
    inputs; a patched run goes on from the clean stream at the patched layer, and from the clean keys and values of
    earlier positions; several ride in one batch; and only what the metric reads is unembedded. Hooks on the decoder
    that are active already act in every run, which then is a whole pass of its own.

    Stopped by Ctrl-C, it returns what it has, with NaN for the rest.

    Args:
        model: The model.
        source: Inputs whose answer a full patch brings back; or a list of pairs (source, target).
        target: Inputs with another answer. Rows of a batch are pairs: a row of the source with that of the target.
        metric: From the last token's logits ``[d_vocab]`` (float32) to a number, or one such function for each pair;
            None takes the logit difference of the two runs' own answers.
        hook: A hook point of the blocks, by its short name (``"resid_mid"``, ``"attn_out"``, ``"z"``, ``"normalized"``
            of one of the norms as ``"ln1.hook_normalized"``).
        layers: Numbers of blocks; for the residual stream also ``"embed"``, what block 0 receives. None takes all.
        groups: Positions of the target by name; see `groups.group_positions`. None takes the image tokens, all others,
            and the last 16 image tokens.
        positions: Single positions to patch one by one, in the place of groups.
        heads: Numbers of heads to patch one by one, or ``"all"``; ``groups`` may then name one group, and None is
            every position.
        direction: ``"denoise"`` puts the source's activations into the target's run; ``"noise"`` the target's into
            the source's.
        deepstack: Models with deepstack (Qwen3-VL) add image features again after each of the first blocks, so that
            patched image tokens get the image of the run a second time: with ``"kept"`` they do, as with a hook on the
            stream alone; with ``"patched"`` the patched positions get the other run's features there too. The same
            goes for what layers get of each token in models that have it (Gemma 4's E-models).
        align: Pairs of positions, target to source, that correspond, where prompts of different lengths are not to be
            aligned by `alignment.align`'s rule.
        read: Positions of the target whose logits the metric gets, as ``[read d_vocab]``; None is the last token.
        batch_size: Patched runs at a time; None goes by the memory.

    Raises:
        InputError: Layouts that don't correspond, an empty group, a layer or head that does not exist, or a metric
            that is the same in both runs.
        HookNameError: No block has such a hook point.
    """
    check_choice("direction", direction, Direction)
    check_choice("deepstack", deepstack, Deepstack)
    places = HookLayers.of(model, hook, layers)
    check_has_positions(model, places.names)
    rows = row_pairs(model, source, target, mapping=align, read=read)
    if model.hook_dict[places.names[0]].is_by_key:
        for pair in rows:
            check_keys(pair, places.short)
    axis, columns = _columns(model, rows, places, groups=groups, positions=positions, heads=heads)
    whole_passes = edits_are_active(model)
    work = _Sweep(
        model=model,
        direction=direction,
        keeps_keys=not whole_passes,
        places=places,
        columns=columns,
        patches_deepstack=deepstack == "patched",
        batch_size=batch_size,
    )
    return PatchingSweep(
        hook=places.short,
        layers=places.layers,
        axis=axis,
        columns=tuple(column.name for column in columns[0]),
        labels=_labels(model, rows[0], axis, columns[0]),
        deepstack=deepstack,
        layout=rows[0].layout,
        row=rows[0].row,
        **work.carry_out(rows, metric, (len(places.layers), len(columns[0])), title="Patching"),
    )


@dataclass(frozen=True, kw_only=True, eq=False)
class Column:
    """What is patched at each layer of one pair.

    Attributes:
        name: Of the group; or the number of the position or head.
        at: Positions of the target.
        counterparts: Those of the source.
        head: One head, or None for all.
    """

    name: str | int
    at: Tensor
    counterparts: Tensor
    head: int | None = None


def _columns(
    model: HookedVLMTransformer,
    rows: Sequence[RowPair],
    places: HookLayers,
    *,
    groups: Groups | None,
    positions: Positions,
    heads: Indices | Literal["all"] | None,
) -> tuple[Axis, list[list[Column]]]:
    """The columns of each pair."""
    if positions is not None and (groups is not None or heads is not None):
        raise InputError("positions are patched one by one, in the place of groups and heads: give one of them.")
    if positions is not None:
        found = [one_group(positions, pair.layout, row=pair.row) for pair in rows]
        if len({len(at) for at in found}) > 1 or not len(found[0]):
            raise InputError(f"Every pair needs the same number of positions; got {[len(at) for at in found]}.")
        names = found[0].tolist()
        return "position", [
            [_column(pair, name, one[None]) for name, one in zip(names, at, strict=True)]
            for pair, at in zip(rows, found, strict=True)
        ]
    chosen: Groups = groups if groups is not None else DEFAULT_GROUPS if heads is None else {"all": slice(None)}
    named = [group_positions(chosen, pair.layout, row=pair.row) for pair in rows]
    whole = [[_column(pair, name, at) for name, at in each.items()] for pair, each in zip(rows, named, strict=True)]
    if heads is None:
        return "group", whole
    if len(whole[0]) != 1:
        raise InputError(f"Heads are patched at one group of positions; got {', '.join(named[0])}.")
    numbers = places.heads(model, heads)
    return "head", [[replace(column, name=head, head=head) for head in numbers] for (column,) in whole]


def _column(pair: RowPair, name: str | int, at: Tensor) -> Column:
    return Column(name=name, at=at, counterparts=pair.alignment.counterparts(at, str(name)))


def _labels(model: HookedVLMTransformer, pair: RowPair, axis: Axis, columns: Sequence[Column]) -> tuple[str, ...]:
    """How columns are called in pictures: positions with their tokens."""
    if axis != "position":
        return tuple(f"head {column.name}" if axis == "head" else str(column.name) for column in columns)
    ids = [int(pair.layout.table.token_id[pair.row, int(column.at)]) for column in columns]
    strings = token_strings(model.tokenizer, ids)
    return tuple(f"{column.name} {strings[token].strip()}" for column, token in zip(columns, ids, strict=True))


@dataclass(frozen=True, kw_only=True, eq=False)
class _Sweep(Pairwise):
    """One hook point in many layers; in whole passes, one at a time, where no keys are kept."""

    places: HookLayers
    columns: Sequence[Sequence[Column]]
    patches_deepstack: bool
    batch_size: int | None

    def needs(self, nth: int) -> tuple[list[str], list[str]]:
        """The stream where runs start, and what is patched (step 1)."""
        starts = [stream_before(place.start, self.model.cfg.n_layers) for place in self.places.all]
        donated = [*self.places.names, *(self.model.lm.beside_stream(0) if self.patches_deepstack else ())]
        return list(dict.fromkeys(starts)) if self.keeps_keys else [], list(dict.fromkeys(donated))

    def patched(self, nth: int, runs: PairRuns) -> Iterator[tuple[Cell, Tensor]]:
        """All patches of one pair, layer by layer."""
        sharing = Sharing.of(runs.host.encoded, runs.donor.encoded)
        for number, place in enumerate(self.places.all):
            patches = [self._patch(place, (number, n), column) for n, column in enumerate(self.columns[nth])]
            for batch in self._batches(runs, sharing, place, patches):
                for each, logits in zip(batch, self._logits(runs, place, batch), strict=True):
                    yield each.patch.cell, logits

    def _patch(self, place: HookLayer, cell: tuple[int, int], column: Column) -> Patch:
        at, taken_from = column.at, column.counterparts
        if self.direction == "noise":
            at, order = taken_from.sort()
            taken_from = column.at[order]
        also = tuple(self.model.lm.beside_stream(place.start)) if self.patches_deepstack else ()
        return Patch(cell=cell, name=place.name, also=also, at=at, taken_from=taken_from, head=column.head)

    def _batches(
        self, runs: PairRuns, sharing: Sharing, place: HookLayer, patches: Sequence[Patch]
    ) -> list[list[Planned]]:
        if not self.keeps_keys:
            return [[Planned(patch=patch, first=0, lender=runs.host)] for patch in patches]
        whole = place.is_stream and (self.patches_deepstack or not self.model.lm.beside_stream(place.start))
        whole = whole and not self.model.cfg.lending_before(place.start)  # these keys stay the host's
        last = int(runs.read.min())
        # 2.
        planned = [plan(patch, runs.host, runs.donor, sharing, whole=whole, last=last) for patch in patches]
        n_pos = runs.host.encoded.embeddings.shape[1]
        hooked = [*patches[0].also, *([] if place.is_stream else [place.name])]
        # 3.
        n_rows = rows_that_fit(
            self.model,
            batch_size=self.batch_size,
            n_pos=n_pos,
            n_read=len(runs.read),
            start=place.start,
            hooked=hooked,
        )

        return batches(planned, first=lambda each: each.first, n_pos=n_pos, n_rows=n_rows)

    def _logits(self, runs: PairRuns, place: HookLayer, batch: Sequence[Planned]) -> Tensor:
        """``[row read d_vocab]`` of a batch of patched runs (step 4)."""
        first = batch[0].first
        rows = [(row, each.patch) for row, each in enumerate(batch)]
        hooks = [(name, writer(rows, runs.donor, first=first)) for name in rows[0][1].also]
        resid = None
        if place.is_stream and self.keeps_keys:
            resid = runs.host.stream(place.start, self.model.cfg.n_layers)[:, first:].repeat(len(batch), 1, 1)
            for row, patch in rows:
                put(resid, row, patch, runs.donor.activations[place.name], first=first)
        else:
            hooks.append((place.name, writer(rows, runs.donor, first=first)))
        stream = resume(
            self.model,
            runs.host,
            start=place.start if self.keeps_keys else 0,
            first=first,
            lenders=[each.lender for each in batch],
            resid=resid,
            hooks=hooks,
        )
        return unembedded(self.model, stream, runs.read - first)
