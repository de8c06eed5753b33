"""Path patching: what one component does to a metric along the paths to others.

Source: Wang et al., "Interpretability in the Wild" (2022), section 3.1, and Goldowsky-Dill et al., "Localizing Model
Behavior with Path Patching" (2023).

The steps, by number in the code:

1. Clean runs of both prompts keep the senders (source), and the stream and the norms' outputs in between (target).
2. Senders that begin to act in the same block ride together, a row each.
3. First pass, from the senders to the last receiver: senders written in, norms in between given back their clean
   output. It captures receivers that are the stream, and the stream in front of the blocks of the others.
4. For each block with a receiver in it, a pass through that block alone, from the captured stream, nothing kept back.
5. Second pass, from the first receiver to the logits: receivers as captured, everything behind them free.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from torch import Tensor

from vlm_lens_native.analysis.patching.nodes import End, Node, counted, end_of
from vlm_lens_native.analysis.patching.pairwise import Cell, PairRuns, Pairwise
from vlm_lens_native.analysis.patching.path_result import PathPatching
from vlm_lens_native.analysis.patching.plan import Swap, writer
from vlm_lens_native.analysis.runs.batches import batches
from vlm_lens_native.analysis.runs.clean import edits_are_active, resume, unembedded
from vlm_lens_native.analysis.runs.memory import rows_that_fit
from vlm_lens_native.analysis.runs.metrics import Metric
from vlm_lens_native.analysis.runs.pairs import Inputs, Pairs, RowPair, check_choice, row_pairs
from vlm_lens_native.errors import InputError
from vlm_lens_native.hook_names import stream_before
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.model import HookedVLMTransformer

Paths = Literal["direct", "through_mlps", "all"]
_FROZEN = {"direct": ("attn", "mlp", "per_layer"), "through_mlps": ("attn",), "all": ()}


def patch_paths(
    model: HookedVLMTransformer,
    source: Inputs | Pairs,
    target: Inputs | None = None,
    metric: Metric | Sequence[Metric] | None = None,
    *,
    senders: Iterable[Node | Sequence[Node]],
    receivers: Node | Iterable[Node] | None = None,
    paths: Paths = "direct",
    align: Mapping[int, int] | None = None,
    read: Any = None,
    batch_size: int | None = None,
) -> PathPatching:
    """What each sender, taken from the source's run, does to the target's metric by way of the receivers.

    For each sender: its activations are replaced by the source's, and what that changes at the receivers along the
    chosen paths is computed, all else being as in the target's run. Then the target is run again, with the receivers
    as they came out, and everything behind them free; its metric is the result.

    A sender reaches receivers through the residual stream. What lies between reads the stream too, and is kept from
    passing the change on by giving it the target's clean stream, normalised, to read. So every component between
    computes what it computes in the clean run, whatever stands in the stream, while the receivers read the changed
    stream. Attention, norms and MLPs that belong to the sender itself or to a receiver are not kept from anything.

    Args:
        model: The model.
        source: As for `sweep`; activations of senders are taken from here.
        target: As for `sweep`; the run that is patched. Swap the two for the other direction.
        metric: As for `sweep`.
        senders: Nodes, each by itself; several nodes in a list are one sender.
        receivers: Nodes at which the changed activations are taken over, all at once; None is the stream after the last
            block at the positions that the metric reads, so that effects are direct effects on the logits.
        paths: Which paths from a sender to a receiver count: ``"direct"``, those with no head and no MLP between;
            ``"through_mlps"``, those with no head between, as Wang et al. do; ``"all"``, all of them.
        align: As for `sweep`.
        read: As for `sweep`.
        batch_size: Senders at a time; None goes by the memory.

    Raises:
        InputError: As for `sweep`; a node that does not exist; a sender that fires after all receivers, or in the norm
            of parallel blocks, or on keys that other layers attend to; a receiver behind its block's MLP; hooks that
            change the decoder, which would act more than once.
        HookNameError: A node's hook point does not exist.
    """
    check_choice("paths", paths, Paths)
    if edits_are_active(model):
        raise InputError("Hooks change the decoder, and would act more than once; leave them, or model.reset_hooks().")
    sets = [[counted(model, node) for node in _several(each)] for each in senders]
    given = None if receivers is None else [counted(model, node) for node in _several(receivers)]
    rows = row_pairs(model, source, target, mapping=align, read=read)
    ends = [_ends(model, pair, sets, given) for pair in rows]
    if _FROZEN[paths]:
        _check_frozen(model, ends, paths)
    work = _Paths(model=model, ends=ends, frozen=_FROZEN[paths], batch_size=batch_size)
    alone = [each[0] if len(each) == 1 else None for each in sets]
    return PathPatching(
        senders=tuple(" + ".join(map(repr, each)) for each in sets),
        places=tuple((None, None, None) if node is None else (node.hook, node.layer, node.head) for node in alone),
        receivers=("the logits",) if given is None else tuple(map(repr, given)),
        paths=paths,
        **work.carry_out(rows, metric, (len(sets),), title="Path patching"),
    )


def _check_frozen(model: HookedVLMTransformer, ends: Sequence[tuple[list[_Sender], list[End]]], paths: Paths) -> None:
    """Raises an InputError for ends that can't be told from what lies between, where that gets clean input back."""
    senders = [end for own, _ in ends for sender in own for end in sender.ends]
    if model.cfg.parallel:
        _check_parallel(senders, paths)
    within = (".ln1.", ".attn.hook_in", ".attn.hook_k", ".attn.hook_v", ".attn.hook_rot_k")
    lent = [
        end.name for end in senders if end.layer in model.cfg.lending_layers and any(at in end.name for at in within)
    ]
    if lent:
        raise InputError(
            f"The sender {lent[0]} acts on keys and values that later layers attend to as well, past the stream: "
            f"paths={paths!r} can't keep these paths apart. Send from a head's z, or take paths=\"all\"."
        )
    if inside := [end.name for _, receivers in ends for end in receivers if ".per_layer." in end.name]:
        raise InputError(
            f"The receiver {inside[0]} reads what the MLP of its own block writes, with paths={paths!r} too: receive "
            'at the stream behind the block, or take paths="all".'
        )


def _check_parallel(senders: Iterable[End], paths: Paths) -> None:
    """Raises an InputError for senders in the norm of parallel blocks, whose readers get their clean input back."""
    if inside := [end.name for end in senders if ".ln1." in end.name]:
        raise InputError(
            f"The sender {inside[0]} lies in the norm that attention and MLP of a parallel block both read, and with "
            f"paths={paths!r} they get their clean input back, so nothing would be sent. Send from attn.hook_in or "
            'mlp.hook_in, or take paths="all".'
        )


def _several(nodes: Node | Iterable[Node]) -> Iterable[Node]:
    return [nodes] if isinstance(nodes, Node) else nodes


Captured = Mapping[str, Tensor]
"""Activations of a batch by name, ``[row pos ...]`` from the batch's first position on."""


@dataclass(frozen=True, kw_only=True)
class _Sender:
    """One sender in a pair of prompts: its number, its nodes, and where it begins to act."""

    number: int
    ends: Sequence[End]
    start: int
    first: int


def _ends(
    model: HookedVLMTransformer, pair: RowPair, senders: Sequence[Sequence[Node]], receivers: Sequence[Node] | None
) -> tuple[list[_Sender], list[End]]:
    """The nodes of a pair."""
    if receivers is None:
        final = Node(hook="resid_post", layer=model.cfg.n_layers - 1)
        theirs = [end_of(model, pair, final, at=pair.read, takes=False)]
    else:
        theirs = [end_of(model, pair, node, takes=False) for node in receivers]
    if not theirs or not senders or not all(senders):
        raise InputError("Path patching needs senders and receivers, and a node in each sender.")
    last = max(end.order for end in theirs)
    found = []
    for number, each in enumerate(senders):
        ends = [end_of(model, pair, node) for node in each]
        if min(end.order for end in ends) >= last:
            raise InputError(f"The sender {each!r} fires after all receivers, so no path leads from it to them.")
        start, first = min(end.layer for end in ends), min(int(end.at[0]) for end in ends)
        found.append(_Sender(number=number, ends=ends, start=start, first=first))
    return found, theirs


@dataclass(frozen=True, kw_only=True, eq=False)
class _Paths(Pairwise):
    """Senders and receivers of all pairs, and what keeps reading the clean stream between them."""

    ends: Sequence[tuple[list[_Sender], list[End]]]
    frozen: Sequence[str]
    batch_size: int | None

    def needs(self, nth: int) -> tuple[list[str], list[str]]:
        """What is kept between senders and receivers, the stream where runs start, and the senders (step 1)."""
        senders, receivers = self.ends[nth]
        n_layers = self.model.cfg.n_layers
        layers = range(min(sender.start for sender in senders), max(end.layer for end in receivers) + 1)
        kept = list(self._read(layers))
        stream = [stream_before(place, n_layers) for place in range(layers.start, n_layers + 1)]
        return [*kept, *stream], list(dict.fromkeys(end.name for sender in senders for end in sender.ends))

    def patched(self, nth: int, runs: PairRuns) -> Iterator[tuple[Cell, Tensor]]:
        """All senders of one pair."""
        senders, receivers = self.ends[nth]
        n_pos = runs.host.encoded.embeddings.shape[1]

        layers = {end.layer for end in receivers}
        kept = [*(end.name for end in receivers), *(_between(layers) if self.frozen else ())]
        hooked = [*kept, *(end.name for sender in senders for end in sender.ends)]
        n_rows = rows_that_fit(
            self.model,
            batch_size=self.batch_size,
            n_pos=n_pos,
            n_read=len(runs.read),
            hooked=hooked,
            kept=kept,
        )

        for start in sorted({sender.start for sender in senders}):  # 2.
            alike = [sender for sender in senders if sender.start == start]
            alike = [replace(each, first=runs.host.shared_before(each.first)) for each in alike]
            for batch in batches(alike, first=lambda sender: sender.first, n_pos=n_pos, n_rows=n_rows):
                captured = self._sent(runs, batch, receivers)
                logits = self._received(runs, captured, receivers, first=batch[0].first, n_rows=len(batch))
                yield from (((sender.number,), each) for sender, each in zip(batch, logits, strict=True))

    # --- from the senders to the receivers -------------------------------------------------------------------------

    def _sent(self, runs: PairRuns, batch: Sequence[_Sender], receivers: Sequence[End]) -> Captured:
        """The receivers' activations, changed along the chosen paths."""
        start, first = batch[0].start, batch[0].first
        behind = [end for end in receivers if end.layer >= start]
        stop = max(end.layer for end in behind) + 1
        writes = self._writes(runs, batch)
        inside = {end.layer for end in behind if not end.is_stream} if self.frozen else set()
        wanted = {end.name for end in behind if not inside or end.is_stream}
        wanted |= set(_between(inside))
        frozen = [(name, _restore(runs, first=first)) for name in self._read(range(start, stop))]
        # 3.
        between: dict[str, Tensor] = {}
        self._pass(runs, batch, start=start, stop=stop, hooks=[*frozen, *writes, *_captures(wanted, between)])
        captured = {name: value for name, value in between.items() if name in {end.name for end in behind}}
        for layer in sorted(inside):  # 4.
            names = {end.name for end in behind if end.layer == layer and not end.is_stream}
            mid = f"lm.blocks.{layer}.hook_resid_mid"
            hooks = [(mid, _replace(between[mid])), *(each for each in writes if f".blocks.{layer}." in each[0])]
            resid = between[f"lm.blocks.{layer}.hook_resid_pre"]
            self._pass(
                runs, batch, start=layer, stop=layer + 1, resid=resid, hooks=[*hooks, *_captures(names, captured)]
            )
        return captured

    def _read(self, layers: Iterable[int]) -> Iterator[str]:
        """Where the parts that are kept from passing changes on read the stream: behind their norm, if it is theirs."""
        for layer in layers:
            block: Any = self.model.lm.blocks[layer]
            for part in (part for part in block.parts if part in self.frozen):
                norm = None if self.model.cfg.parallel else block.inlet(part).norm
                yield getattr(block, part).hook_in.name if norm is None else norm.hook_normalized.name

    def _pass(self, runs: PairRuns, batch: Sequence[_Sender], *, stop: int, hooks: Sequence[Any], **where: Any) -> None:
        resume(
            self.model,
            runs.host,
            first=batch[0].first,
            lenders=[runs.host] * len(batch),
            hooks=hooks,
            stop=stop,
            **where,
        )

    def _writes(
        self, runs: PairRuns, batch: Sequence[_Sender]
    ) -> list[tuple[str, Callable[[Tensor, HookPoint], None]]]:
        """Hooks that put the source's activations into the senders, each in its row."""
        found: dict[str, list[tuple[int, Swap]]] = {}
        for row, sender in enumerate(batch):
            for end in sender.ends:
                found.setdefault(end.name, []).append((row, end))
        return [(name, writer(swaps, runs.donor, first=batch[0].first)) for name, swaps in found.items()]

    # --- from the receivers to the logits --------------------------------------------------------------------------

    def _received(
        self, runs: PairRuns, captured: Captured, receivers: Sequence[End], *, first: int, n_rows: int
    ) -> Tensor:
        """``[row read d_vocab]`` of the target's run with the receivers as they were captured (step 5)."""
        changed = [end for end in receivers if end.name in captured and int(end.at[-1]) >= first]
        if not changed:
            return runs.host.logits.expand(n_rows, -1, -1)
        begin = min(int(end.at[end.at >= first][0]) for end in changed)
        begin = runs.host.shared_before(min(begin, int(runs.read.min())))
        start = min(end.layer + end.name.endswith("hook_resid_post") for end in changed)
        resid = runs.host.stream(start, self.model.cfg.n_layers)[:, begin:].repeat(n_rows, 1, 1)

        def inject(activation: Tensor, hook: HookPoint) -> None:
            for end in changed:
                if end.name == hook.name:
                    _take_over(activation, captured[end.name], end, begin=begin, first=first, axis=hook.position_axis)

        for end in changed:
            if end.layer + 1 == start and end.name.endswith("hook_resid_post"):
                _take_over(resid, captured[end.name], end, begin=begin, first=first, axis=1)
        stream = resume(
            self.model,
            runs.host,
            start=start,
            first=begin,
            lenders=[runs.host] * n_rows,
            resid=resid,
            hooks=[(name, inject) for name in dict.fromkeys(end.name for end in changed)],
        )
        return unembedded(self.model, stream, runs.read - begin)


def _between(layers: Iterable[int]) -> list[str]:
    """The stream in front of both parts of some blocks."""
    return [f"lm.blocks.{layer}.hook_resid_{part}" for layer in layers for part in ("pre", "mid")]


def _restore(runs: PairRuns, *, first: int) -> Callable[[Tensor, HookPoint], Tensor]:
    """A hook that puts the clean run's activation back, in every row."""
    return lambda activation, hook: runs.host.activations[hook.name][:, first:].expand_as(activation).clone()


def _replace(value: Tensor) -> Callable[[Tensor, HookPoint], Tensor]:
    return lambda activation, hook: value.clone()


def _captures(names: Iterable[str], into: dict[str, Tensor]) -> list[tuple[str, Callable[[Tensor, HookPoint], None]]]:
    """Hooks that keep activations."""

    def keep(activation: Tensor, hook: HookPoint) -> None:
        into[hook.name] = activation.clone()

    return [(name, keep) for name in names]


def _take_over(activation: Tensor, captured: Tensor, end: End, *, begin: int, first: int, axis: int) -> None:
    """Writes captured activations (from position ``first`` on) into those of a pass (from ``begin`` on), in place."""
    there, given = activation.movedim(axis, 1), captured.movedim(axis, 1)
    at = end.at[end.at >= max(begin, first)].to(there.device)
    if end.head is None:
        there[:, at - begin] = given[:, at - first]
    else:
        there[:, at - begin, end.head] = given[:, at - first, end.head]
