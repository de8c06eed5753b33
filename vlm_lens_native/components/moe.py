"""A mixture of experts: each token goes through a few of many gated MLPs, and what they write is weighed and summed."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn.functional import linear, one_hot
from transformers import PreTrainedConfig
from transformers.activations import ACT2FN
from transformers.integrations.moe import use_experts_implementation

from vlm_lens_native.components.mlp import GatedMLP
from vlm_lens_native.components.norm import HookedNorm, Norm
from vlm_lens_native.components.outlet import Outlet
from vlm_lens_native.components.stored import plain_parameter
from vlm_lens_native.config import DecoderConfig, ExpertsConfig, NormConfig
from vlm_lens_native.errors import WeightsError
from vlm_lens_native.hooks import ForwardPass, HookPoint
from vlm_lens_native.shapes import Residual


class Router(nn.Module):
    """Says which experts a token goes to, and how much what they write counts.

    Source: the routers in transformers' ``models/{qwen3_moe,glm4v_moe,aria,llama4}/modeling_*.py``.
    """

    def __init__(self, width: int, cfg: ExpertsConfig) -> None:
        super().__init__()
        self.cfg = cfg
        self.weight = nn.Parameter(torch.zeros(cfg.n_experts, width))
        if cfg.n_groups is not None:  # HF keeps a buffer of this name in float32
            self.e_score_correction_bias = nn.Buffer(torch.zeros(cfg.n_experts, dtype=torch.float32))

    def forward(self, x: Tensor) -> Tensor:
        """``[token d_model]`` to logits ``[token expert]``."""
        in_float32 = self.cfg.score in ("sigmoid", "biased_softmax")
        return linear(x.float(), self.weight.float()) if in_float32 else linear(x, self.weight)

    def scores(self, logits: Tensor) -> Tensor:
        """How well each expert fits each token."""
        if self.cfg.score == "sigmoid":
            return logits.sigmoid()
        is_softmax = self.cfg.score in ("softmax", "biased_softmax")
        return logits.softmax(-1, dtype=torch.float32) if is_softmax else logits

    def choose(self, scores: Tensor) -> Tensor:
        """``[token choice]``: the experts of each token."""
        cfg = self.cfg
        if cfg.n_groups is None or cfg.n_chosen_groups is None:
            return scores.topk(cfg.n_chosen, dim=-1).indices
        scores = scores + self.e_score_correction_bias
        grouped = scores.view(len(scores), cfg.n_groups, -1)
        best = grouped.topk(2, dim=-1).values.sum(-1).topk(cfg.n_chosen_groups, dim=-1, sorted=False).indices
        closed = torch.ones_like(grouped[..., 0], dtype=torch.bool).scatter_(1, best, False)
        open_scores = grouped.masked_fill(closed[..., None], float("-inf")).flatten(1)
        return open_scores.topk(cfg.n_chosen, dim=-1, sorted=False).indices

    def weigh(self, scores: Tensor, index: Tensor, dtype: torch.dtype) -> Tensor:
        """``[token choice]``: the weights of chosen experts."""
        if (
            self.cfg.score == "chosen_sigmoid"
        ):  # of all of them, as HF's: in a tensor of another shape it rounds otherwise
            return scores.float().sigmoid().to(dtype).gather(-1, index)
        weights = scores.gather(-1, index)
        if self.cfg.score == "chosen_softmax":
            return weights.softmax(-1)
        if self.cfg.normalizes:
            weights = weights / (weights.sum(-1, keepdim=True).clamp(min=self.cfg.least_sum) + 1e-20)
        return (weights if self.cfg.factor is None else weights * self.cfg.factor).to(dtype)

    def as_hf_gives_them(self, logits: Tensor) -> Tensor:
        """What HF's class gives as ``router_logits``."""
        return logits

    def take_gain(self, gain: Tensor) -> None:
        """Takes in the gain of the norm in front."""
        self.weight = _parameter(self.weight.float() * gain, like=self.weight)


class BiasedRouter(Router):
    """A router with a bias by expert, which counts in the choice and not in the weights.

    Source: ``Ernie4_5_VLMoeMoeTopKRouter`` in transformers' ``models/ernie4_5_vl_moe/modeling_ernie4_5_vl_moe.py``.
    """

    def __init__(self, width: int, cfg: ExpertsConfig) -> None:
        super().__init__(width, cfg)
        self.moe_statics: Any = nn.Module()  # by HF's names, as its loader converts weights to them
        self.moe_statics.e_score_correction_bias = nn.Parameter(torch.zeros(1, cfg.n_experts, dtype=torch.float32))

    def choose(self, scores: Tensor) -> Tensor:
        """``[token choice]``: the experts of each token."""
        return super().choose(scores + self.moe_statics.e_score_correction_bias[0])


class NormedRouter(Router):
    """A router with a norm of its own in front, and a factor of each expert's behind.

    Source: ``Gemma4TextRouter`` in transformers' ``models/gemma4/modeling_gemma4.py``.
    """

    def __init__(self, width: int, cfg: ExpertsConfig, norm: NormConfig) -> None:
        super().__init__(width, cfg)
        self.norm = Norm(width, replace(norm, gain="none"))
        self.scale = nn.Parameter(torch.ones(width))
        self.per_expert_scale = nn.Parameter(torch.ones(cfg.n_experts))

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(self.norm(x) * self.scale * x.shape[-1] ** -0.5)

    def weigh(self, scores: Tensor, index: Tensor, dtype: torch.dtype) -> Tensor:
        """In float32: HF's class does not cast them."""
        return super().weigh(scores, index, scores.dtype) * self.per_expert_scale[index]

    def as_hf_gives_them(self, logits: Tensor) -> Tensor:
        """What HF's class gives as ``router_logits``: probabilities."""
        return self.scores(logits)


class StoredExperts(nn.Module):
    """All experts' weights, each kind in one tensor, as HF has them, and what single experts do."""

    def __init__(self, config: PreTrainedConfig, cfg: ExpertsConfig, width: int) -> None:
        super().__init__()
        self.num_experts, self.cfg = cfg.n_experts, cfg
        gate_up, down = (2 * cfg.d_expert, width), (width, cfg.d_expert)
        gate_up, down = (gate_up[::-1], down[::-1]) if cfg.transposed else (gate_up, down)
        self.gate_up_proj = nn.Parameter(torch.zeros(cfg.n_experts, *gate_up))
        self.down_proj = nn.Parameter(torch.zeros(cfg.n_experts, *down))
        self.act_fn = ACT2FN[cfg.activation]

    def chosen(self, index: Tensor) -> Iterator[tuple[int, Tensor, Tensor]]:
        """Each expert that some token goes to, in HF's order, with these tokens and which of their choices it is."""
        mask = one_hot(index, self.num_experts).permute(2, 1, 0)
        for expert in mask.sum((-1, -2)).nonzero()[:, 0].tolist():
            slots, tokens = torch.where(mask[expert])
            yield expert, slots, tokens

    def hidden(self, expert: int, x: Tensor) -> Tensor:
        """An expert's hidden layer, ``[token d_expert]``."""
        gate, up = self._product(x, self.gate_up_proj[expert]).chunk(2, dim=-1)
        return self.act_fn(gate) * up

    def write(self, expert: int, hidden: Tensor) -> Tensor:
        """What an expert makes of its hidden layer, ``[token d_model]``."""
        return self._product(hidden, self.down_proj[expert])

    def hidden_layers(self, x: Tensor, index: Tensor, weights: Tensor) -> Tensor:
        """``[token choice d_expert]``: the hidden layers of the chosen experts."""
        hidden = x.new_zeros(*index.shape, self.cfg.d_expert)
        for expert, slots, tokens in self.chosen(index):
            hidden[tokens, slots] = self.hidden(expert, x[tokens])
        return hidden

    def writes(self, hidden: Tensor, index: Tensor, weights: Tensor) -> Tensor:
        """``[token choice d_model]``: what the chosen experts make of their hidden layers, weighed."""
        dtype = torch.promote_types(hidden.dtype, weights.dtype)
        written = weights.new_zeros(*index.shape, self.down_proj.shape[2 if self.cfg.transposed else 1], dtype=dtype)
        for expert, slots, tokens in self.chosen(index):
            written[tokens, slots] = self.write(expert, hidden[tokens, slots]) * weights[tokens, slots, None]
        return written

    def total(self, written: Tensor, index: Tensor, *, like: Tensor) -> Tensor:
        """``[token d_model]``: the sum of what the chosen experts write."""
        total = torch.zeros_like(like)
        for _, slots, tokens in self.chosen(index):
            total.index_add_(0, tokens, written[tokens, slots].to(total.dtype))
        return total

    def _product(self, x: Tensor, weight: Tensor) -> Tensor:
        return x @ weight if self.cfg.transposed else linear(x, weight)

    def take_gain(self, gain: Tensor) -> None:
        """Takes in the gain of the norm in front."""
        gain = gain[:, None] if self.cfg.transposed else gain
        self.gate_up_proj = _parameter(self.gate_up_proj.float() * gain, like=self.gate_up_proj)


@use_experts_implementation
class Experts(StoredExperts):
    """Experts on which HF's kernels can run; ``config._experts_implementation`` chooses one, ``eager`` is this one."""

    def forward(self, x: Tensor, index: Tensor, weights: Tensor) -> Tensor:
        """``[token d_model]``: what the chosen experts write."""
        total = torch.zeros_like(x)
        for expert, slots, tokens in self.chosen(index):
            out = self.write(expert, self.hidden(expert, x[tokens])) * weights[tokens, slots, None]
            total.index_add_(0, tokens, out.to(total.dtype))
        return total


class InputWeighedExperts(StoredExperts):
    """Experts of which each reads every token, times its weight there, which is 0 where it was not chosen.

    HF has no other kernel for them. An expert that is chosen twice for a token reads it once.

    Source: ``Llama4TextMoe`` and ``Llama4TextExperts`` in transformers' ``models/llama4/modeling_llama4.py``.
    """

    def forward(self, x: Tensor, index: Tensor, weights: Tensor) -> Tensor:
        """``[token d_model]``: what the experts write together."""
        return torch.bmm(self._hidden(x, index, weights), self.down_proj).sum(0)

    def hidden_layers(self, x: Tensor, index: Tensor, weights: Tensor) -> Tensor:
        """``[token choice d_expert]``: the hidden layers of the chosen experts."""
        return self._hidden(x, index, weights)[_by_expert(index)]

    def writes(self, hidden: Tensor, index: Tensor, weights: Tensor) -> Tensor:
        """``[token choice d_model]``: what the chosen experts make of their hidden layers."""
        return torch.bmm(self._of_all(hidden, index), self.down_proj)[_by_expert(index)]

    def total(self, written: Tensor, index: Tensor, *, like: Tensor) -> Tensor:
        """``[token d_model]``: the sum of what the chosen experts write."""
        return self._of_all(written, index).sum(0)

    def _hidden(self, x: Tensor, index: Tensor, weights: Tensor) -> Tensor:
        """``[expert token d_expert]``."""
        read = x.repeat(self.num_experts, 1, 1) * self._of_all(weights[..., None], index)
        gate, up = torch.bmm(read, self.gate_up_proj).chunk(2, dim=-1)
        return up * self.act_fn(gate)

    def _of_all(self, values: Tensor, index: Tensor) -> Tensor:
        """``[expert token width]``: values ``[token choice width]`` of the chosen experts, and 0 of the others."""
        return values.new_zeros(self.num_experts, len(values), values.shape[-1]).index_put(_by_expert(index), values)


def _by_expert(index: Tensor) -> tuple[Tensor, Tensor]:
    """Where chosen experts ``[token choice]`` stand in ``[expert token ...]``."""
    return index, torch.arange(len(index), device=index.device)[:, None].expand_as(index)


class SharedExpert(nn.Module):
    """A gated MLP that every token goes through, beside its experts."""

    def __init__(self, cfg: DecoderConfig, width: int) -> None:
        super().__init__()
        self.gate_proj = nn.Linear(cfg.d_model, width, bias=cfg.mlp_bias)
        self.up_proj = nn.Linear(cfg.d_model, width, bias=cfg.mlp_bias)
        self.down_proj = nn.Linear(width, cfg.d_model, bias=cfg.mlp_bias)
        self.act = ACT2FN[cfg.activation]

    def forward(self, x: Residual) -> Residual:
        return self.down_proj(self.act(self.gate_proj(x)) * self.up_proj(x))


class RoutedExperts(nn.Module):
    """A router and its experts. Every step is real: what a hook changes, the model goes on from.

    Attributes:
        hook_router_logits: ``[batch pos expert]``: how well each expert fits; an edit sends tokens elsewhere.
        hook_expert_index: ``[batch pos choice]``, integers: the chosen experts; the router weighs those that come out.
        hook_router_weights: ``[batch pos choice]``: what each expert's output, or its input, is multiplied by.
        hook_expert_post: ``[batch pos choice d_expert]``: the hidden layer of each chosen expert.
        hook_expert_out: ``[batch pos choice d_model]``: what each chosen expert writes, weighed.

    ``hook_expert_post`` and ``hook_expert_out`` are computed expert by expert, and only if somebody listens. Where HF's
    kernel is another (``experts_implementation``), the output still comes from it, unless one of the two was changed.
    """

    experts: Any  # HF's decorator hides the class of `Experts`

    def __init__(self, cfg: DecoderConfig, hf_config: PreTrainedConfig, experts: ExpertsConfig, router: Router) -> None:
        super().__init__()
        self.hf_config = hf_config
        self.add_module(self._router_name, router)
        kind: Any = Experts if experts.weighs == "outputs" else InputWeighedExperts
        self.experts = kind(hf_config, experts, cfg.d_model)
        self.experts.is_transposed = experts.transposed
        self.hook_router_logits = HookPoint("batch pos expert")
        self.hook_expert_index = HookPoint("batch pos choice", integers=True)
        self.hook_router_weights = HookPoint("batch pos choice")
        self.ln_experts = HookedNorm(cfg.d_model, cfg.norm) if experts.beside_mlp else None
        self.hook_expert_post = HookPoint("batch pos choice d_expert")
        self.hook_expert_out = HookPoint("batch pos choice d_model")

    router: Router
    _router_name = "router"

    def _choice(self, x: Tensor, at: _Places, run: ForwardPass | None) -> tuple[Tensor, Tensor]:
        """``[token choice]``: the experts of each token, and how much what each writes counts."""
        logits = at.through(self.hook_router_logits, self.router(x), run)
        scores = self.router.scores(logits)
        index = at.through(self.hook_expert_index, self.router.choose(scores), run, elsewhere=-1)
        dtype = x.dtype if self.router.cfg.score == "biased_softmax" else logits.dtype
        return index, at.through(self.hook_router_weights, self.router.weigh(scores, index, dtype), run)

    def _routed(self, x: Tensor, index: Tensor, weights: Tensor, at: _Places, run: ForwardPass | None) -> Tensor:
        """``[token d_model]``: what the experts write together."""
        if not (self.hook_expert_post.wanted(run) or self.hook_expert_out.wanted(run)):
            return self.experts(x, index, weights) if len(x) else torch.zeros_like(x)
        hidden, changed = at.tell(self.hook_expert_post, self.experts.hidden_layers(x, index, weights), run)
        written, also_changed = at.tell(self.hook_expert_out, self.experts.writes(hidden, index, weights), run)
        if not (changed or also_changed):
            return self.experts(x, index, weights) if len(x) else torch.zeros_like(x)
        return self.experts.total(written, index, like=x)

    def by_expert(self, written: Tensor, index: Tensor) -> Tensor:
        """``[expert ...]``: what each expert writes, zeros where it was not chosen.

        Args:
            written: ``[... choice d_model]``, as at ``hook_expert_out``, or an effect of it, ``[... choice 1]``.
            index: ``[... choice]``, as at ``hook_expert_index``.
        """
        numbers = torch.arange(self.experts.num_experts, device=index.device).view(-1, *[1] * index.ndim)
        marks = (index == numbers).to(written)
        return (marks[..., None, :] @ written)[..., 0, :]

    def _halves(self) -> tuple[Tensor, ...]:
        weight = plain_parameter(self.experts.gate_up_proj)
        weight = weight if self.experts.cfg.transposed else weight.mT
        return weight.chunk(2, dim=-1)

    @property
    def W_gate(self) -> Tensor:
        """``[expert d_model d_expert]``: a view of the gates' weights."""
        return self._halves()[0]

    @property
    def W_in(self) -> Tensor:
        """``[expert d_model d_expert]``: a view of the up projections' weights."""
        return self._halves()[1]

    @property
    def W_out(self) -> Tensor:
        """``[expert d_expert d_model]``: a view of the down projections' weights."""
        weight = plain_parameter(self.experts.down_proj)
        return weight if self.experts.cfg.transposed else weight.mT


class _Places(NamedTuple):
    """Where the tokens of a set of experts stand among the positions of a pass.

    Attributes:
        lead: Rows and positions of the pass.
        own: ``[batch pos]``: where they stand; None for everywhere.
    """

    lead: tuple[int, ...]
    own: Tensor | None

    def through(self, point: HookPoint, x: Tensor, run: ForwardPass | None, *, elsewhere: int = 0) -> Tensor:
        """``[token ...]`` as hooks see it, and what they leave of it."""
        return self.tell(point, x, run, elsewhere=elsewhere)[0]

    def tell(self, point: HookPoint, x: Tensor, run: ForwardPass | None, *, elsewhere: int = 0) -> tuple[Tensor, bool]:
        """Likewise; also whether the model has to go on from it."""
        if not point.wanted(run):
            return x, False
        if self.own is None:
            told, used = point.tell(x.unflatten(0, self.lead), run)
            return told.flatten(0, 1), used
        spread = x.new_full((*self.lead, *x.shape[1:]), elsewhere)
        spread[self.own] = x
        told, used = point.tell(spread, run)
        return told[self.own], used


class Mixture(nn.Module):
    """What mixtures of experts have in common: one set of experts or several, and what every token goes through beside.

    Attributes:
        hook_in: ``[batch pos d_model]``: the input, after ln2.
        hook_shared_out: ``[batch pos d_model]``: what the shared expert writes, where there is one, behind its gate.
    """

    hook_in: HookPoint
    hook_shared_out: HookPoint
    hook_out: HookPoint
    shared_experts: SharedExpert | None

    @property
    @abstractmethod
    def sets(self) -> tuple[RoutedExperts, ...]:
        """The sets; experts are counted through them."""

    @property
    def has_shared(self) -> bool:
        """Whether every token goes through a shared expert too, or through a dense MLP beside the experts."""
        return self.shared_experts is not None

    @property
    def written_at(self) -> tuple[HookPoint, ...]:
        """The activations that say what each expert writes: where, by whom, and the shared expert's."""
        shared = (self.hook_shared_out,) if self.has_shared else ()
        return *(point for each in self.sets for point in (each.hook_expert_out, each.hook_expert_index)), *shared

    @property
    def experts_outlet(self) -> Outlet:
        """What stands between what experts write and this part's output."""
        return Outlet(norm=None, factor=1.0)

    def by_each(self, read: Callable[[HookPoint], Tensor], write: Callable[[Tensor], Tensor]) -> Tensor:
        """``[expert ...]``: what each expert of all sets writes, or an effect of it.

        Args:
            read: Gives the activation at a hook point.
            write: Makes the effect ``[... choice n]`` of ``[... choice d_model]``.
        """
        parts = (each.by_expert(write(read(each.hook_expert_out)), read(each.hook_expert_index)) for each in self.sets)
        return torch.cat(list(parts))

    @property
    def readers(self) -> tuple[nn.Module, ...]:
        """The modules whose weights read the input."""
        shared = self.shared_experts
        routed = (module for each in self.sets for module in (each.router, each.experts))
        return *routed, *(() if shared is None else (shared.gate_proj, shared.up_proj))

    @property
    def b_out(self) -> Tensor:
        """``[d_model]``: zeros; a shared expert's bias is part of what it writes."""
        with torch.inference_mode():
            weight = self.sets[0].router.weight
            return weight.new_zeros(()).expand(weight.shape[1])


class MixtureOfExperts(Mixture, RoutedExperts):
    """The MLP of a layer with experts.

    Attributes:
        hook_in: ``[batch pos d_model]``: the input, after ln2.
        hook_shared_gate: ``[batch pos 1]``: the shared expert's gate, before its sigmoid, where it has one.
        hook_shared_out: ``[batch pos d_model]``: what the shared expert writes, where there is one, behind its gate.
        hook_out: ``[batch pos d_model]``: the output, where a norm stands between it and the residual stream.

    `RoutedExperts` lists the others.

    Where experts stand beside a dense MLP, ``hook_in`` is the stream itself, which experts, MLP and router each read
    through a norm of their own: ``ln_experts`` and ``ln_dense`` have ``hook_scale`` and ``hook_normalized``, as have
    those behind them, ``ln_experts_post`` and ``ln_dense_post``. ``dense`` has what `GatedMLP` lists, and
    ``hook_shared_out`` is what comes of it.
    """

    def __init__(self, cfg: DecoderConfig, hf_config: PreTrainedConfig) -> None:
        experts = cfg.experts
        assert experts is not None
        beside = experts.beside_mlp
        hook_in = HookPoint("batch pos d_model", shared=cfg.shares_inputs or beside)
        router = NormedRouter(cfg.d_model, experts, cfg.norm) if beside else Router(cfg.d_model, experts)
        super().__init__(cfg, hf_config, experts, router)
        self.hook_in = hook_in
        self.shared_experts = None if experts.d_shared is None else SharedExpert(cfg, experts.d_shared)
        self.shared_gate = nn.Linear(cfg.d_model, 1, bias=False) if experts.gates_shared else None
        self.ln_experts_post = HookedNorm(cfg.d_model, cfg.norm) if beside else None
        self.ln_dense = HookedNorm(cfg.d_model, cfg.norm) if beside else None
        self.dense = GatedMLP(cfg) if beside else None
        self.ln_dense_post = HookedNorm(cfg.d_model, cfg.norm) if beside else None
        if experts.gates_shared:
            self.hook_shared_gate = HookPoint("batch pos 1")
        if self.has_shared:
            self.hook_shared_out = HookPoint("batch pos d_model")
        if cfg.has_post_norms:
            self.hook_out = HookPoint("batch pos d_model")

    def forward(self, x: Residual, run: ForwardPass | None = None) -> Residual:
        x = self.hook_in(x, run)
        at = _Places(tuple(x.shape[:2]), None)
        index, weights = self._choice(x.reshape(-1, x.shape[-1]), at, run)
        read = x if self.ln_experts is None else self.ln_experts(x, run)
        out = self._routed(read.reshape(-1, x.shape[-1]), index, weights, at, run).view(x.shape)
        out = out if self.ln_experts_post is None else self.ln_experts_post(out, run)
        return out + self._shared(x, run) if self.has_shared else out

    @property
    def sets(self) -> tuple[RoutedExperts, ...]:
        """Itself."""
        return (self,)

    @property
    def has_shared(self) -> bool:
        """Whether every token goes through a shared expert too, or through a dense MLP beside the experts."""
        return self.shared_experts is not None or self.dense is not None

    def _shared(self, x: Residual, run: ForwardPass | None) -> Residual:
        """What the shared expert writes, behind its gate; or the dense MLP, behind its norm."""
        if self.dense is not None and self.ln_dense is not None and self.ln_dense_post is not None:
            out = self.dense.hook_out(self.dense(self.ln_dense(x, run), run), run)
            return self.hook_shared_out(self.ln_dense_post(out, run), run)
        assert self.shared_experts is not None
        out = self.shared_experts(x)
        if self.shared_gate is not None:
            out = self.hook_shared_gate(self.shared_gate(x), run).sigmoid() * out
        return self.hook_shared_out(out, run)

    @property
    def experts_outlet(self) -> Outlet:
        """What stands between what experts write and this part's output."""
        return Outlet(norm=self.ln_experts_post, factor=1.0)

    @property
    def readers(self) -> tuple[nn.Module, ...]:
        """The modules whose weights read the input."""
        return *super().readers, *(() if self.shared_gate is None else (self.shared_gate,))


class SetOfExperts(RoutedExperts):
    """One of several sets, with the tokens that are its own. Its hook points have a row for every position.

    At positions of tokens that are not its own there is nothing: zeros, and -1 at ``hook_expert_index``. What a hook
    writes there is ignored. They fire in every pass, also where no token is its own.
    """

    _router_name = "gate"  # by HF's names, as its loader converts weights to them

    def __init__(self, cfg: DecoderConfig, hf_config: PreTrainedConfig, experts: ExpertsConfig) -> None:
        super().__init__(cfg, hf_config, experts, BiasedRouter(cfg.d_model, experts))

    @property
    def router(self) -> Router:  # pyright: ignore[reportIncompatibleVariableOverride]
        """Says where tokens go."""
        return self._modules[self._router_name]  # type: ignore[return-value]

    def forward(self, x: Residual, own: Tensor, run: ForwardPass | None) -> Tensor:
        """``[token d_model]``: what its experts write for its own tokens, which ``own [batch pos]`` marks."""
        at, read = _Places(tuple(own.shape), own), x[own]
        index, weights = self._choice(read, at, run)
        return self._routed(read, index, weights, at, run)


class ModalityExperts(Mixture):
    """The MLP of a layer with two sets of experts: for tokens of text, and for those of images and videos.

    Attributes:
        hook_in: ``[batch pos d_model]``: the input, after ln2.
        text_moe, vision_moe: The sets, with what `RoutedExperts` lists, as `SetOfExperts` says.
        hook_shared_out: ``[batch pos d_model]``: what the shared expert writes of all tokens, where there is one.

    What the two write stands side by side in the output, each at the positions of its own tokens.

    Source: ``Ernie4_5_VLMoeMoeBlock`` in transformers' ``models/ernie4_5_vl_moe/modeling_ernie4_5_vl_moe.py``.
    """

    def __init__(self, cfg: DecoderConfig, hf_config: PreTrainedConfig) -> None:
        super().__init__()
        experts = cfg.experts
        assert experts is not None
        assert experts.d_expert_of_images is not None
        self.hook_in = HookPoint("batch pos d_model", shared=cfg.shares_inputs)
        self.text_moe = SetOfExperts(cfg, hf_config, experts)
        self.vision_moe = SetOfExperts(cfg, hf_config, replace(experts, d_expert=experts.d_expert_of_images))
        self.shared_experts = None if experts.d_shared is None else SharedExpert(cfg, experts.d_shared)
        if self.has_shared:
            self.hook_shared_out = HookPoint("batch pos d_model")
        if cfg.has_post_norms:
            self.hook_out = HookPoint("batch pos d_model")

    def forward(self, x: Residual, run: ForwardPass | None = None, *, of_images: Tensor | None = None) -> Residual:
        """``of_images`` is ``[batch pos]``, True at the second set's tokens; None where there are none."""
        x = self.hook_in(x, run)
        of_images = torch.zeros(x.shape[:2], dtype=torch.bool, device=x.device) if of_images is None else of_images
        out = torch.zeros_like(x)
        for each, own in ((self.text_moe, ~of_images), (self.vision_moe, of_images)):
            out[own] = each(x, own, run)
        if self.shared_experts is None:
            return out
        return out + self.hook_shared_out(self.shared_experts(x), run)

    @property
    def sets(self) -> tuple[RoutedExperts, ...]:
        """That of text, then that of images."""
        return self.text_moe, self.vision_moe

    def _weights(self) -> Tensor:
        raise WeightsError(
            "A layer with two sets of experts has weights by set: model.lm.blocks[layer].mlp.text_moe.W_in and "
            "vision_moe.W_in, likewise W_gate and W_out."
        )

    W_gate = W_in = W_out = property(_weights)


def _parameter(value: Tensor, *, like: Tensor) -> nn.Parameter:
    return nn.Parameter(value.to(like.dtype), requires_grad=False)
