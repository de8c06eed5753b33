"""Circuits: the edges between components that are kept, when all others carry another run's outputs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from jaxtyping import Bool, Float
from torch import Tensor

from vlm_lens_native.analysis.result import Result
from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import is_number

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

LOGITS = "logits"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Circuit(Result):
    """Some of the edges between components: what `EdgeAttribution` names its senders and receivers.

    Attributes:
        senders: What writes to the residual stream.
        receivers: What reads it.
        scores: Of all edges, by which they rank.
        exists: Where there is an edge.
        kept: The edges of the circuit.
    """

    _ranked_by = "score"
    _shown = "The edges with the largest scores"

    senders: tuple[str, ...]
    receivers: tuple[str, ...]
    scores: Float[Tensor, "sender receiver"]
    exists: Bool[Tensor, "sender receiver"]
    kept: Bool[Tensor, "sender receiver"]

    @classmethod
    def of(
        cls,
        senders: tuple[str, ...],
        receivers: tuple[str, ...],
        scores: Float[Tensor, "sender receiver"],
        exists: Bool[Tensor, "sender receiver"],
        *,
        top: int | None = None,
        threshold: float | None = None,
    ) -> Circuit:
        """The edges with the largest scores, by size, without those from which nothing leads to the logits.

        Raises:
            InputError: Not exactly one of ``top`` and ``threshold``, or a number that is none.
        """
        if (top is None) == (threshold is None):
            raise InputError("A circuit has the top edges, or those above a threshold: give one of the two.")
        whole = cls(senders=senders, receivers=receivers, scores=scores, exists=exists, kept=exists)
        if top is not None:
            return whole.largest(top)
        if not is_number(threshold) and not isinstance(threshold, float):
            raise InputError(f"threshold={threshold!r} is no number.")
        return replace(whole, kept=exists & (scores.abs() >= float(threshold or 0.0))).pruned()

    @property
    def edges(self) -> list[tuple[str, str]]:
        """The edges, as pairs of a sender and a receiver, the largest scores first."""
        return self._named(self.kept)

    @property
    def nodes(self) -> tuple[str, ...]:
        """The components from which its edges lead on, in the order of the model, and the logits."""
        leading = {sender for sender, _ in self.edges}
        ends = [LOGITS] if any(receiver == LOGITS for _, receiver in self.edges) else []
        return (*(sender for sender in self.senders if sender in leading), *ends)

    def __len__(self) -> int:
        return int(self.kept.sum())

    def __contains__(self, edge: object) -> bool:
        return edge in set(self.edges)

    def largest(self, n: int) -> Circuit:
        """Of all edges (not only the circuit's) the ``n`` largest, without those that don't reach the logits.

        Raises:
            InputError: ``n`` is no number of edges.
        """
        if not is_number(n) or not 0 <= n <= int(self.exists.sum()):
            raise InputError(f"A circuit has 0 to {int(self.exists.sum())} edges here; got {n!r}.")
        sizes = torch.where(self.exists, self.scores.abs(), -1.0).flatten()
        kept = torch.zeros_like(self.exists).flatten()
        kept[sizes.argsort(descending=True, stable=True)[: int(n)]] = True
        return replace(self, kept=kept.view_as(self.exists)).pruned()

    def among(self, nodes: Iterable[str]) -> Circuit:
        """The circuit of some components: all edges between them and into the logits. Embeddings are components too.

        Heads that share keys and values share the edges into these: they are there if one of the heads is.

        Raises:
            InputError: There is no such component.
        """
        own = {LOGITS, *nodes}
        if unknown := sorted(own - {LOGITS, *self.senders}):
            raise InputError(f"There is no component {unknown[0]!r}; there are {', '.join(self.senders[:6])}, ...")
        sending = torch.tensor([name in own for name in self.senders])
        return replace(self, kept=self.exists & sending[:, None]).pruned()  # into others, nothing leads on

    def pruned(self) -> Circuit:
        """Without edges into components from which no edge leads on, again and again."""
        kept = self.kept.clone()
        is_end = torch.tensor([name == LOGITS for name in self.receivers])
        while True:
            leads_on = is_end | (self._parts & kept.any(1)).any(1)
            if not kept[:, ~leads_on].any():
                return replace(self, kept=kept)
            kept[:, ~leads_on] = False

    def complement(self) -> Circuit:
        """All edges but the circuit's."""
        return replace(self, kept=self.exists & ~self.kept)

    def only(self, edges: Iterable[tuple[str, str]]) -> Circuit:
        """The circuit of these edges, as they are.

        Raises:
            InputError: There is no such edge.
        """
        kept = torch.zeros_like(self.exists)
        for sender, receiver in edges:
            if sender not in self.senders or receiver not in self.receivers:
                raise InputError(f"There is no edge from {sender!r} to {receiver!r}; see .senders and .receivers.")
            kept[self.senders.index(sender), self.receivers.index(receiver)] = True
        if (kept & ~self.exists).any():
            raise InputError(f"{self._named(kept & ~self.exists)[0]} is no edge: it reads before that is written.")
        return replace(self, kept=kept)

    def to_networkx(self) -> Any:
        """A ``networkx.DiGraph`` of components; its edges say what they lead ``into`` and their ``score``."""
        import networkx as nx

        graph, nodes = nx.DiGraph(), set(self.nodes)
        graph.add_nodes_from(self.nodes)
        for sender, receiver in self.edges:
            for component in nodes & set(self._components[receiver]):
                score = float(self.scores[self.senders.index(sender), self.receivers.index(receiver)])
                if graph.has_edge(sender, component):
                    graph[sender][component]["into"] += (receiver,)
                    graph[sender][component]["score"] += score
                else:
                    graph.add_edge(sender, component, into=(receiver,), score=score)
        return graph

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each edge of the circuit."""
        import pandas as pd

        sender, receiver = np.nonzero(self.kept.numpy())
        senders, receivers = (np.array(names, dtype=object) for names in (self.senders, self.receivers))
        scores = self.scores.numpy()[sender, receiver]
        return pd.DataFrame({"sender": senders[sender], "receiver": receivers[receiver], "score": scores})

    def plot(self) -> Figure:
        """The components of the circuit, layer by layer upwards, and its edges, as wide as their scores."""
        from vlm_lens_native.visualize import plot_circuit

        depth = {name: depth_of(name) for name in self.nodes}
        depth |= {LOGITS: max(depth.values(), default=0.0) + 1.0} if LOGITS in depth else {}
        graph = self.to_networkx()
        edges = [(one, other, data["score"]) for one, other, data in graph.edges(data=True)]
        return plot_circuit(depth, edges)

    @property
    def _components(self) -> dict[str, tuple[str, ...]]:
        """The components that read at each receiver: of keys and values, all heads that they serve."""
        return _readers(self.senders, self.receivers)[0]

    @property
    def _parts(self) -> Bool[Tensor, "receiver sender"]:
        """Which components, among the senders, each receiver is a part of."""
        return _readers(self.senders, self.receivers)[1]

    def _named(self, which: Bool[Tensor, "sender receiver"]) -> list[tuple[str, str]]:
        order = self.scores[which].abs().argsort(descending=True, stable=True)
        pairs = which.nonzero()[order].tolist()
        return [(self.senders[sender], self.receivers[receiver]) for sender, receiver in pairs]

    def __repr__(self) -> str:
        return f"Circuit({len(self)} of {int(self.exists.sum())} edges, {len(self.nodes)} components)"


@lru_cache(maxsize=4)  # of a model's names, which all its circuits share
def _readers(
    senders: tuple[str, ...], receivers: tuple[str, ...]
) -> tuple[dict[str, tuple[str, ...]], Bool[Tensor, "receiver sender"]]:
    """The components that read at each receiver, by name, and as marks among the senders."""
    heads: dict[str, list[str]] = {}
    for name in senders:
        if (head := re.fullmatch(r"L(\d+)H\d+", name)) is not None:
            heads.setdefault(head[1], []).append(name)
    shared = Counter(found[1] for name in receivers if (found := re.fullmatch(r"L(\d+)K\d+\.k", name)) is not None)
    components = {name: components_of(name, heads, shared) for name in receivers}
    rows = {name: nth for nth, name in enumerate(senders)}
    parts = torch.zeros(len(receivers), len(senders), dtype=torch.bool)
    for nth, name in enumerate(receivers):
        parts[nth, [rows[each] for each in components[name] if each != LOGITS]] = True
    return components, parts


def depth_of(sender: str) -> float:
    """Where a component stands in the model: the layer, half a layer further for MLPs."""
    if (head := re.fullmatch(r"L(\d+)H\d+", sender)) is not None:
        return int(head[1]) + 0.25
    part = re.fullmatch(r"(\d+)_(mlp_out|per_layer_out|deepstack)", sender)
    return -0.5 if part is None else int(part[1]) + 0.6


def components_of(receiver: str, heads: Mapping[str, Sequence[str]], shared: Mapping[str, int]) -> tuple[str, ...]:
    """The senders that a receiver is a part of, of keys and values all heads that share them; the logits are their own.

    Args:
        receiver: Its name.
        heads: The heads of each layer that has some.
        shared: How many keys and values they share.
    """
    if receiver == LOGITS:
        return (LOGITS,)
    if (part := re.fullmatch(r"(\d+_(?:mlp|per_layer))_in", receiver)) is not None:
        return (f"{part[1]}_out",)
    if (state := re.fullmatch(r"(\d+)_(?:linear_attn|conv)_in", receiver)) is not None:
        return tuple(heads[state[1]])
    found = re.fullmatch(r"L(\d+)([HK])(\d+)\.(?:[qkv]|gate)", receiver)
    if found is None:
        raise InputError(f"{receiver!r} is no receiver.")
    layer, kind, head = found[1], found[2], int(found[3])
    n_groups = 1 if kind == "H" else len(heads[layer]) // shared[layer]
    return tuple(heads[layer][head * n_groups : (head + 1) * n_groups])
