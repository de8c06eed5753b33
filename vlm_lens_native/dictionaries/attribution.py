"""Which features of a dictionary account for an answer: by their own directions, or by gradients."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Literal, get_args

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor

from vlm_lens_native.analysis.encoded_images import find_patches
from vlm_lens_native.analysis.gradients.passes import check_completeness, gradients, midpoints
from vlm_lens_native.analysis.logit_attribution.splitting import Answer, AnswerRun, answer_positions, n_past
from vlm_lens_native.dictionaries.attribution_result import FeatureAttribution
from vlm_lens_native.encoded import Inputs
from vlm_lens_native.errors import InputError
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.inputs.geometry import Number
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.positions import Positions
from vlm_lens_native.progress import tqdm
from vlm_lens_native.splice import Dictionaries, Splice, decoded, fitted, frozen, only_splice

Method = Literal["direct", "gradient", "integrated"]
_STREAM = ("hook_resid_pre", "hook_resid_mid", "hook_attn_out", "hook_mlp_out", "hook_deepstack")


def attribute(
    model: HookedVLMTransformer,
    inputs: Inputs,
    sae: Dictionaries,
    answer: Answer,
    contrast: Answer | None = None,
    *,
    method: Method = "direct",
    positions: Positions = None,
    steps: int = 16,
    tolerance: Number = 0.05,
) -> FeatureAttribution:
    """What each feature of a dictionary adds to an answer's logit, or to its lead over another answer's.

    ``"direct"``: what the feature's direction adds where the answer is read, through the final norm alone and past
    everything behind it, exactly as `logit_attribution.direct` splits the logit. It sees the last position only.

    ``"gradient"``: the feature times the logit's gradient, at every position, through all that follows: by how much the
    logit would fall without the feature, to first order (Marks et al., "Sparse Feature Circuits", 2024).

    ``"integrated"``: the same with the mean gradient on the way from no features to the features as they are
    (Sundararajan et al., 2017), with what the dictionary leaves out kept as it is. Values add up to what they all add.

    In front of the decoder, features are those of patches; each stands at the position of the token that its patch goes
    into, those of a class token at -1. Gradients go through vision encoder and adapter.

    Logits are those before a soft cap, where the model has one. Hooks that are already active have their effect; the
    dictionary itself must not be spliced in.

    Args:
        model: The model.
        inputs: As for `logit_attribution.direct`.
        sae: A dictionary: itself, or ``{name: it}``, as for ``model.saes``.
        answer: As for `logit_attribution.direct`; it is read after each row's last token.
        contrast: Likewise.
        method: Which.
        positions: By gradient: the positions whose features count, as for ``model.saes``; None means all tokens.
        steps: Integrated: points on the way, each a forward and a backward pass.
        tolerance: Integrated: warns if the sum misses what the features add together by more than this share of it.

    Raises:
        InputError: As for `logit_attribution.direct` and ``model.saes``; direct, a dictionary that does not write to
            the residual stream; or in front of the decoder, inputs without images or encoded already, or patches that
            can't be matched with the tokens of the prompt (`encoded_images`).
    """
    if method not in get_args(Method):
        raise InputError(f"method is {', '.join(map(repr, get_args(Method)))}; got {method!r}.")
    if method == "direct" and positions is not None:
        raise InputError('positions= is for gradients; method="direct" is about where the answer is read.')
    splice, encoded = only_splice(model, sae), model.encode(inputs)
    point, at = model.hook_dict[splice.writes], answer_positions(encoded, None)
    if method == "direct":
        block = added_before(point)
        if block is None:
            raise InputError(
                f"{point.name} is not added to the decoder's residual stream as it is, so its features have no direct "
                'effect: method="gradient".'
            )
        names, here = sorted({splice.reads, splice.writes}), torch.nn.functional.pad(at, (n_past(encoded), 0))
        with torch.no_grad(), model.caching(names, positions=here) as cache:
            run = AnswerRun.of(model, encoded, at, "component", answer, contrast)
        x, y = (cache[name][:, 0] for name in (splice.reads, splice.writes))
        acts, values, parts = _direct(splice, x, y, run, run.direction_within(block))
        row, feature = acts.nonzero(as_tuple=True)
        position = at.to(row.device).int().argmax(1)[row] + n_past(encoded)
        found = acts[row, feature], values[row, feature]
    else:
        with torch.no_grad():
            run = AnswerRun.of(model, encoded, at, "component", answer, contrast)
        line = _Line(model, splice, inputs if point.is_visual else encoded, at, run, positions)
        shares = [1.0] if method == "gradient" else midpoints(steps)
        acts, values = line.attributed(shares)
        rows, places = _places(model, inputs, point, acts, n_past(encoded))
        parts = {} if method == "gradient" else {"without features": line.logit_at(0.0)}
        if method == "integrated":
            effect, sums = (line.logit_at(1.0) - parts["without features"]).cpu(), values.sum((1, 2)).cpu()
            sums = torch.zeros(len(effect), dtype=sums.dtype).index_add(0, rows[:, 0], sums)
            check_completeness(sums, effect, tolerance=tolerance, steps=steps)
        nth, at, feature = acts.nonzero(as_tuple=True)
        found = acts[nth, at, feature], values[nth, at, feature]
        row, position = (each[nth.cpu(), at.cpu()] for each in (rows, places))
    return FeatureAttribution(
        place=splice.writes,
        method=method,
        n_features=acts.shape[-1],
        row=row.cpu(),
        position=position.cpu(),
        feature=feature.cpu(),
        activations=found[0].detach().cpu(),
        values=found[1].detach().cpu(),
        parts={name: part.cpu() for name, part in parts.items()},
        **run.explained(inputs),
    )


def _places(
    model: HookedVLMTransformer, inputs: Inputs, point: HookPoint, acts: Float[Tensor, "row pos feature"], first: int
) -> tuple[Int[Tensor, "row pos"], Int[Tensor, "row pos"]]:
    """Of each token its row of the batch and its position; of a patch, those of the token that it goes into."""
    shape = acts.shape[:2]
    if point.is_visual:
        found = find_patches(model, model.token_layout(inputs), *shape)
        return found.batch, found.position
    return torch.arange(shape[0])[:, None].expand(shape), torch.arange(first, first + shape[1]).expand(shape)


def _direct(
    splice: Splice, x: Tensor, y: Tensor, run: AnswerRun, direction: Float[Tensor, "row d_model"]
) -> tuple[Float[Tensor, "row feature"], Float[Tensor, "row feature"], dict[str, Float[Tensor, " row"]]]:
    """Features where the answer is read, what each adds, and what the rest adds."""
    x = fitted(splice.sae, x)
    with frozen(splice.sae), torch.enable_grad():
        acts = splice.sae.encode(x.detach()).detach().requires_grad_()
        recons = decoded(splice.sae, acts, x)
        added = (recons.to(direction) * direction).sum(-1)
        (slopes,) = torch.autograd.grad(added.sum(), acts)  # decoders are linear, so this is each feature's direction
    acts, added, values = acts.detach(), added.detach(), acts.detach() * slopes
    whole = (y.to(direction) * direction).sum(-1)
    parts = {"b_dec": added - values.sum(-1).to(added), "error": whole - added, "rest": run.logit.to(whole) - whole}
    return acts, values, parts


def added_before(point: HookPoint) -> int | None:
    """The block in front of which, or within which, something is added to the stream there; None where nothing is."""
    if point.name == "lm.hook_embed":
        return 0
    short = point.name.rpartition(".")[2]
    if point.layer is None or point.name != f"lm.blocks.{point.layer}.{short}":
        return None
    return point.layer + 1 if short == "hook_resid_post" else point.layer if short in _STREAM else None


class _Line:
    """The way from no features to the features as they are, with what the dictionary leaves out kept."""

    def __init__(
        self,
        model: HookedVLMTransformer,
        splice: Splice,
        inputs: Inputs,
        at: Bool[Tensor, "batch pos"],
        run: AnswerRun,
        positions: Positions,
    ) -> None:
        self._model, self._splice, self._inputs, self._at, self._run = model, splice, inputs, at, run
        self._positions = positions

    def attributed(
        self, shares: Sequence[float]
    ) -> tuple[Float[Tensor, "row pos feature"], Float[Tensor, "row pos feature"]]:
        """Features, and each times the mean of the gradients at these points of the way; heads are side by side."""
        mean: Tensor | float = 0.0
        whole: list[Tensor] = []
        for share in tqdm(shares, desc="Integrating", unit="step", leave=False, disable=len(shares) == 1):
            leaves: list[Tensor] = []
            with gradients(self._model), self._moved(share, leaves, whole):
                (gradient,) = torch.autograd.grad(self._logits().sum(), leaves, materialize_grads=True)
            mean = mean + gradient / len(shares)
        return whole[0].flatten(2), (whole[0] * mean).flatten(2)

    @torch.no_grad()
    def logit_at(self, share: float) -> Float[Tensor, " row"]:
        """The logit, or difference of logits, at a point of the way."""
        with self._moved(share, [], []):
            return self._logits()

    @contextmanager
    def _moved(self, share: float, leaves: list[Tensor], whole: list[Tensor]) -> Iterator[None]:
        def scale(acts: Tensor, hook: HookPoint) -> Tensor:
            if not whole:
                whole.append(acts.detach())
            leaves.append((acts.detach() * share).requires_grad_(torch.is_grad_enabled()))
            return leaves[-1]

        place = {(self._splice.reads, self._splice.writes): self._splice.sae}
        with (
            self._model.saes(place, positions=self._positions, use_error_term=True),
            self._model.hooks([(f"{self._splice.writes}.hook_sae_acts_post", scale)]),
        ):
            yield

    def _logits(self) -> Float[Tensor, " row"]:
        stream = self._model.lm.run(self._model.encode(self._inputs))
        logits = self._model.unembed(stream[self._at.to(stream.device)][:, None], capped=False)[:, 0]
        logits = logits.to(torch.promote_types(logits.dtype, torch.float32))
        rows, run = torch.arange(len(logits), device=logits.device), self._run
        own = logits[rows, run.answer]
        return own if run.contrast is None else own - logits[rows, run.contrast]
