"""Activation patching of the residual stream: from which layer and positions does the answer come?

Source: Meng et al., "Locating and Editing Factual Associations in GPT" (2022), as causal tracing; the groups of
positions and the normalised logit difference as in the Spectra paper's Figure 3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor
from tqdm.auto import tqdm

from vlm_lens_native.analysis._figures import figures
from vlm_lens_native.analysis.stream import StreamLayer, next_block, position_indices, stream_hook, stream_layers
from vlm_lens_native.decoder import DecoderInput
from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.model import HookedVLMTransformer

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

Metric = Callable[[Tensor], Tensor | float]
Deepstack = Literal["target", "source"]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PatchingSweep:
    """The effect of each patch on a metric of the last token's logits.

    Attributes:
        layers: Where the stream was patched: ``"embed"``, or after this block.
        groups: Names of the groups of positions.
        values: The metric of each patched run.
        source_value: The metric of the source run: what full recovery would give.
        target_value: The metric of the target run: what no effect would give.
        top_ids: The most probable next token of each patched run.
        source_top_id: That of the source run.
        target_top_id: That of the target run.
        deepstack: Whose features deepstack added at patched positions after the patch.
    """

    layers: tuple[StreamLayer, ...]
    groups: tuple[str, ...]
    values: Float[Tensor, "layer group"]
    source_value: float
    target_value: float
    top_ids: Int[Tensor, "layer group"]
    source_top_id: int
    target_top_id: int
    deepstack: Deepstack = "target"

    @property
    def recovered(self) -> Float[Tensor, "layer group"]:
        """The metric on a scale where 0 is the target run and 1 the source run."""
        return (self.values - self.target_value) / (self.source_value - self.target_value)

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each layer and group."""
        import pandas as pd

        layer, group = np.indices(self.values.shape)
        return pd.DataFrame(
            {
                "layer": np.array(self.layers, dtype=object)[layer].ravel(),
                "group": np.array(self.groups, dtype=object)[group].ravel(),
                "value": self.values.numpy().ravel(),
                "recovered": self.recovered.numpy().ravel(),
                "top_id": self.top_ids.numpy().ravel(),
            }
        )

    def plot(self) -> Figure:
        """Curves over layers, one for each group: 0 is no effect, 1 is full recovery of the source's answer."""
        return figures().plot_patching(self.recovered.numpy(), layers=list(map(str, self.layers)), groups=self.groups)

    def __repr__(self) -> str:
        return f"PatchingSweep({len(self.layers)} layers x {', '.join(self.groups)})"


def logit_difference(answer: int, other: int) -> Metric:
    """A metric: the logit of one token less that of another, such as the source's answer and the target's."""

    def difference(logits: Tensor) -> Tensor:
        return logits[answer] - logits[other]

    return difference


def patch_residuals(
    model: HookedVLMTransformer,
    source: Mapping[str, Any],
    target: Mapping[str, Any],
    *,
    metric: Metric,
    groups: Mapping[str, Any],
    layers: Iterable[StreamLayer] | None = None,
    deepstack: Deepstack = "target",
) -> PatchingSweep:
    """Puts the source run's residual stream into the target run, at one layer and one group of positions at a time.

    Images are encoded once, and each patched run starts from the cached stream at the patched layer. The numbers are
    those of a full pass with a hook on ``lm.blocks.i.hook_resid_post``.

    Args:
        model: The model.
        source: Inputs whose activations are taken; one row.
        target: Inputs into whose run they go; one row, with the same token layout.
        metric: From the last token's logits ``[d_vocab]`` (float32) to a number; see `logit_difference`.
        groups: Positions by name; each a selection of the target's layout, an index, a slice, a list or a mask.
        layers: ``"embed"`` (what block 0 receives) and numbers of blocks (the stream after each); None takes all.
        deepstack: Models with deepstack (Qwen3-VL) add image features again after each of the first blocks, so that
            patched image tokens get the target's image a second time: ``"target"`` leaves it so, as a hook on the
            stream alone would; with ``"source"`` the patched positions get the source's features there too.

    Raises:
        InputError: Layouts that differ, an empty group, or a metric that is the same in both runs.
    """
    layout = _same_layout(model, source, target)
    chosen = stream_layers(layers, model.cfg.n_layers)
    positions = {name: position_indices(group, layout) for name, group in groups.items()}
    empty = [name for name, at in positions.items() if len(at) == 0]
    if empty or not positions:
        raise InputError(f"Groups of positions to patch are needed, each with a position in it; empty: {empty}.")
    if deepstack not in ("target", "source"):
        raise InputError(f"deepstack={deepstack!r} is unknown; expected 'target' or 'source'.")
    with torch.no_grad():
        last = int(layout.last.indices()[0])
        runs = {
            name: _Run.of(model, inputs, chosen, last=last) for name, inputs in (("source", source), ("target", target))
        }
        ends = {name: float(metric(run.logits)) for name, run in runs.items()}
        if ends["source"] == ends["target"]:
            raise InputError(
                f"The metric is {ends['source']:.4g} in the source run and in the target run, so there is nothing to "
                "recover. Choose another metric, or inputs that are answered differently."
            )
        pairs = [(layer, at) for layer in chosen for at in positions.values()]
        patched = [
            _patched_logits(model, runs["source"], runs["target"], layer, at, deepstack)
            for layer, at in tqdm(pairs, desc="Patching", unit="run", leave=False, disable=None)
        ]
    shape = (len(chosen), len(positions))
    return PatchingSweep(
        layers=chosen,
        groups=tuple(positions),
        values=torch.tensor([float(metric(logits)) for logits in patched]).reshape(shape),
        source_value=ends["source"],
        target_value=ends["target"],
        top_ids=torch.stack([logits.argmax().cpu() for logits in patched]).reshape(shape),
        source_top_id=int(runs["source"].logits.argmax()),
        target_top_id=int(runs["target"].logits.argmax()),
        deepstack=deepstack,
    )


@dataclass(frozen=True, kw_only=True)
class _Run:
    """An unpatched run: what went into the decoder, the stream at each layer, the last token's logits."""

    encoded: DecoderInput
    resid: Mapping[StreamLayer, Tensor]
    last: int
    logits: Tensor

    @classmethod
    def of(
        cls, model: HookedVLMTransformer, inputs: Mapping[str, Any], layers: tuple[StreamLayer, ...], *, last: int
    ) -> _Run:
        encoded = model.encode(inputs)
        hooks = {layer: stream_hook(layer) for layer in layers}
        with model.run_with_cache(list(hooks.values())) as cache:
            stream = model.lm.run(encoded)
        resid = {layer: cache[name] for layer, name in hooks.items()}
        return cls(encoded=encoded, resid=resid, last=last, logits=_logits_at(model, stream, last))


def _patched_logits(
    model: HookedVLMTransformer, source: _Run, target: _Run, layer: StreamLayer, at: Tensor, deepstack: Deepstack
) -> Tensor:
    resid = target.resid[layer].clone()
    resid[:, at] = source.resid[layer][:, at]
    encoded = _with_deepstack(source.encoded, target.encoded, at) if deepstack == "source" else target.encoded
    start = next_block(layer)
    if start == 0:
        stream = model.lm.run(replace(encoded, embeddings=resid))
    else:
        stream = model.lm.run(encoded, start_at_layer=start, resid=resid)
    return _logits_at(model, stream, target.last)


def _logits_at(model: HookedVLMTransformer, stream: Tensor, position: int) -> Tensor:
    """Only one position is unembedded: at a vocabulary of 150,000 the others would cost more than a layer."""
    return model.unembed(stream[:, position : position + 1])[0, 0].float()


def _with_deepstack(source: DecoderInput, target: DecoderInput, at: Tensor) -> DecoderInput:
    """The target's decoder input, whose deepstack features are the source's at these positions."""
    if target.visual is None or not target.deepstack:
        return target
    patched = torch.zeros_like(target.visual)
    patched[:, at] = True
    chosen = patched[target.visual][:, None]
    pairs = zip(source.deepstack, target.deepstack, strict=True)
    return replace(target, deepstack=tuple(torch.where(chosen.to(new.device), new, old) for new, old in pairs))


def _same_layout(model: HookedVLMTransformer, source: Mapping[str, Any], target: Mapping[str, Any]) -> TokenLayout:
    """The layout that both inputs share.

    Raises:
        InputError: They differ, or have several rows.
    """
    ours, theirs = model.token_layout(target), model.token_layout(source)
    if len(ours.placed) != 1 or len(theirs.placed) != 1:
        raise InputError(
            f"Patching takes one row each; got {len(theirs.placed)} (source), {len(ours.placed)} (target)."
        )
    for name in ("kind", "image", "frame", "tile_row", "tile_column", "row", "column"):
        mine, other = getattr(ours.table, name), getattr(theirs.table, name)
        if not np.array_equal(mine, other):
            raise InputError(
                f"Source and target have different token layouts ({name} differs): {theirs!r} and {ours!r}. Positions "
                "would not correspond. Use images of the same size, and questions of the same number of tokens."
            )
    return ours
