"""Mixtures of experts: where image and text tokens are sent, and what the model does without some experts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any, Literal, cast

import torch
from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis.result import Result, long_table
from vlm_lens_native.components import Mixture
from vlm_lens_native.components.moe import RoutedExperts
from vlm_lens_native.encoded import Inputs
from vlm_lens_native.errors import InputError
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.indices import Indices, index_set, indices
from vlm_lens_native.model import HookedVLMTransformer

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

_KINDS = ("image", "text")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Routing(Result):
    """How often tokens of each kind go to each expert.

    Attributes:
        layers: The layers with experts that were looked at.
        share: The part of the kind's tokens that go to the expert; each token goes to several. NaN without such tokens.
        weight: How much it counts, on average over the kind's tokens, 0 for those that go elsewhere.
        n_tokens: Tokens of each kind: image, text.
    """

    _ranked_by, _shown = "share", "The most visited"

    layers: tuple[int, ...]
    share: Float[Tensor, "layer kind expert"]
    weight: Float[Tensor, "layer kind expert"]
    n_tokens: Int[Tensor, " kind"]

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each layer, kind of token and expert."""
        axes = {"layer": self.layers, "tokens": _KINDS, "expert": range(self.share.shape[2])}
        return long_table(axes, share=self.share, weight=self.weight)

    def plot(self) -> Figure:
        """By how much more of the image tokens than of the text tokens go to each expert, layers by experts."""
        from vlm_lens_native.visualize import plot_effect_map

        more = self.share[:, 0] - self.share[:, 1]
        columns = [str(expert) for expert in range(more.shape[1])]
        return plot_effect_map(more.numpy(), rows=[f"layer {layer}" for layer in self.layers], columns=columns)

    def __repr__(self) -> str:
        n_image, n_text = self.n_tokens.tolist()
        return (
            f"Routing({len(self.layers)} layers x {self.share.shape[2]} experts; {n_image} image, {n_text} text tokens)"
        )


def layers_with_experts(model: HookedVLMTransformer, layers: Indices | None = None) -> list[int]:
    """The layers that are meant, ascending; None takes all that have experts.

    Raises:
        InputError: A layer without experts, or a model without.
    """
    having = [layer for layer in range(model.cfg.n_layers) if model.cfg.has_experts(layer)]
    chosen = having if layers is None else index_set("layer", layers, model.cfg.n_layers)
    if not having or not set(chosen) <= set(having):
        raise InputError(f"Layers {layers} are not all mixtures of experts; {having or 'none'} of this model are.")
    return chosen


def routing(model: HookedVLMTransformer, inputs: Inputs, *, layers: Indices | None = None) -> Routing:
    """Counts, over all rows, to which experts image and text tokens go.

    Where image tokens have a set of experts of their own (ERNIE 4.5 VL), it is counted on behind that of text.

    Args:
        model: The model.
        inputs: What ``model.prepare_*``, HF's processor or ``model.encode`` made.
        layers: Numbers of blocks; None takes all that have experts.

    Raises:
        InputError: Layers without experts.
    """
    chosen = layers_with_experts(model, layers)
    layout = model.token_layout(inputs)
    marks = [selection.mask.cpu() for selection in (layout.images, layout.text)]
    sets = [_sets(model, layer) for layer in chosen]
    names = [point.name for each in sets for routed in each for point in _points(routed)]
    n_experts = model.cfg.axis_size("expert") * len(sets[0])
    with torch.no_grad():
        _, cache = model.run_with_cache(model.encode(inputs), names, stop_at_layer=chosen[-1] + 1, return_type=None)
    share, weight = (torch.zeros(len(chosen), len(_KINDS), n_experts) for _ in range(2))
    for nth, number in product(range(len(chosen)), range(len(sets[0]))):
        index, weights = (cache[point.name].cpu() for point in _points(sets[nth][number]))
        first, is_own = number * model.cfg.axis_size("expert"), (index >= 0).any(-1)
        for kind, mask in enumerate(marks):
            own = index[mask & is_own].flatten() + first
            share[nth, kind].index_add_(0, own, torch.ones(len(own)))
            weight[nth, kind].index_add_(0, own, weights[mask & is_own].float().flatten())
    n_tokens = torch.tensor([int(mask.sum()) for mask in marks])
    for counted in (share, weight):
        counted /= torch.where(n_tokens > 0, n_tokens, torch.nan)[:, None]
    return Routing(layers=tuple(chosen), share=share, weight=weight, n_tokens=n_tokens)


def _sets(model: HookedVLMTransformer, layer: int) -> tuple[RoutedExperts, ...]:
    return cast(Mixture, model.lm.blocks[layer].mlp).sets


def _points(routed: RoutedExperts) -> tuple[HookPoint, HookPoint]:
    return routed.hook_expert_index, routed.hook_router_weights


def ablation(
    model: HookedVLMTransformer,
    experts: Indices,
    *,
    layers: Indices | None = None,
    how: Literal["silence", "reroute"] = "silence",
) -> list[tuple[str, Any]]:
    """Hooks that take experts out: ``model.run_with_hooks(inputs, experts.ablation(model, [3, 7]))``.

    Args:
        model: The model.
        experts: Numbers of experts; where image tokens have a set of their own, it is counted on behind that of text.
        layers: Numbers of blocks; None takes all that have experts.
        how: ``"silence"``: tokens go there, and what is written counts nothing. ``"reroute"``: no token goes there, and
            others are chosen in their place.

    Raises:
        InputError: Experts or layers that don't exist; rerouting where too few are left, or where a bias beside the
            scores would have its say.
    """
    cfg, chosen = model.cfg.experts, layers_with_experts(model, layers)
    assert cfg is not None
    n_sets = len(_sets(model, chosen[0]))
    out = torch.tensor(indices("expert", experts, cfg.n_experts * n_sets))
    if how not in ("silence", "reroute"):
        raise InputError(f'how={how!r} is unknown; expected "silence" or "reroute".')
    by_set = [out[out // cfg.n_experts == number] % cfg.n_experts for number in range(n_sets)]
    most = max(map(len, by_set))
    if how == "reroute" and (cfg.score in ("sigmoid", "biased_softmax") or cfg.n_experts - most < cfg.n_chosen):
        raise InputError(
            f"Tokens can't be sent elsewhere: a token goes to {cfg.n_chosen} of {cfg.n_experts} experts, {most} "
            f"are to be left out, and the router scores by {cfg.score}. how='silence' takes out what they write."
        )
    return [
        hook
        for layer in chosen
        for routed, own in zip(_sets(model, layer), by_set, strict=True)
        for hook in (_rerouting(routed, own) if how == "reroute" else _silencing(routed, own))
        if len(own)
    ]


def _rerouting(routed: RoutedExperts, out: Tensor) -> list[tuple[str, Any]]:
    def close(logits: Tensor, hook: HookPoint) -> Tensor:
        return logits.index_fill(-1, out.to(logits.device), torch.finfo(logits.dtype).min)

    return [(routed.hook_router_logits.name, close)]


def _silencing(routed: RoutedExperts, out: Tensor) -> list[tuple[str, Any]]:
    seen: list[Tensor] = []

    def see(index: Tensor, hook: HookPoint) -> None:
        seen.append(torch.isin(index, out.to(index.device)))

    def silence(weights: Tensor, hook: HookPoint) -> Tensor:
        return weights.masked_fill(seen.pop(), 0)

    return list(zip([point.name for point in _points(routed)], (see, silence), strict=True))
