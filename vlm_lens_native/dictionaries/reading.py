"""What passes where a dictionary reads and writes, over a batch of examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from vlm_lens_native.cells import find_cells, query_span
from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments.batching import Batch
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.inputs.selection import Selection
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.splice import Splice, fitted


@dataclass(frozen=True, kw_only=True, eq=False)
class Passed:
    """One pass up to a dictionary.

    Attributes:
        splice: The dictionary.
        x: What it reads, ``[row pos ...]``; in front of the decoder ``[image patch ...]``.
        y: What is where it writes, likewise.
        kinds: The tokens of each kind, by `evaluation_result.KINDS`. Patches are image tokens.
    """

    splice: Splice
    x: Float[Tensor, "row pos ..."]
    y: Float[Tensor, "row pos ..."]
    kinds: Mapping[str, Bool[Tensor, "row pos"]]

    def at(self, tokens: Bool[Tensor, "row pos"]) -> tuple[Float[Tensor, "token ..."], Float[Tensor, "token ..."]]:
        """What is read, as the dictionary takes it, and written at some tokens, row by row."""
        x, y = (values[tokens.to(values.device)] for values in (self.x, self.y))
        return fitted(self.splice.sae, x), y

    def features(self, tokens: Bool[Tensor, "row pos"]) -> Float[Tensor, "token feature"]:
        """The features of some tokens, row by row.

        Raises:
            InputError: The dictionary reads heads one by one.
        """
        acts = self.splice.sae.encode(self.at(tokens)[0])
        if acts.ndim != 2:
            raise InputError(
                f"The dictionary at {self.splice.reads} reads heads one by one; pages are for all heads together."
            )
        return acts


def passed(model: HookedVLMTransformer, splice: Splice, batch: Batch) -> Passed | None:
    """What is read and written in a pass up to the dictionary; None if the pass does not come there, without images."""
    point, held = model.hook_dict[splice.writes], {}

    def hold(activation: Tensor, point: HookPoint) -> None:
        held[point.name] = activation, find_cells(None, span := query_span(activation, point)).mask(span)

    # in front of the decoder, and at its entrance, none of its layers need run
    stop = (
        0 if point.is_visual or splice.writes == "lm.hook_embed" else None if point.layer is None else point.layer + 1
    )
    with model.hooks(batch.hooks), model.observing([splice.reads, splice.writes], hold):
        model.run_with_hooks(batch.inputs, return_type=None, stop_at_layer=stop)
    if splice.writes not in held:
        return None
    (x, _), (y, own) = held[splice.reads], held[splice.writes]
    if point.is_visual:
        kinds = {"all": own, "image": own, "text": torch.zeros_like(own)}
    else:
        layout = model.token_layout(batch.inputs)
        kinds = {kind: torch.as_tensor(each.mask) for kind, each in selections_of(layout).items()}
    return Passed(splice=splice, x=x, y=y, kinds=kinds)


def selections_of(layout: TokenLayout) -> dict[str, Selection]:
    """The tokens of each kind; markers, which stand around images, are among all tokens only."""
    return {"all": layout.images | layout.text | layout.markers, "image": layout.images, "text": layout.text}
