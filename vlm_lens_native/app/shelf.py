"""The dictionaries (SAEs, transcoders) of a model that the app shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import torch

from vlm_lens_native.dictionaries import FeaturePages
from vlm_lens_native.errors import InputError
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.splice import Dictionaries, Splice, only_splice


@dataclass(frozen=True, kw_only=True, eq=False)
class Shelved:
    """A dictionary in its place.

    Attributes:
        splice: The dictionary, and where it reads and writes.
        pages: What its features are about elsewhere, if that is known.
    """

    splice: Splice
    pages: FeaturePages | None = None

    @property
    def place(self) -> dict[Any, Any]:
        """As ``model.saes`` takes it."""
        return {(self.splice.reads, self.splice.writes): self.splice.sae}

    @property
    def n_features(self) -> int | None:
        """How many features it has, if its weights tell."""
        weight = getattr(self.splice.sae, "W_dec", None)
        return None if weight is None else len(weight)

    @property
    def code(self) -> str:
        """Lines of Python that name it: ``sae``, in its ``place``."""
        return (
            "import torch\n\nfrom vlm_lens_native import dictionaries\n\n"
            f"# sae: the dictionary that was given to the app for {self.splice.writes}\n"
            f"place = {{{(self.splice.reads, self.splice.writes)!r}: sae}}\n"
        )


Shelf = Mapping[str, Shelved]
"""Dictionaries by the name that the page shows."""


def shelves(
    models: Mapping[str, HookedVLMTransformer], given: Any, pages: Sequence[FeaturePages] = ()
) -> dict[str, Shelf]:
    """The dictionaries of each model.

    Args:
        models: By name.
        given: As for ``model.saes``; of several models, a mapping from their names to such; None for none.
        pages: What `dictionaries.pages` found about them.

    Raises:
        HookNameError: A dictionary's hook point is none of the model's.
        InputError: It is not clear whose the dictionaries are; pages of none of them; or a dictionary that does not fit
            where it reads or writes within the decoder.
    """
    by_model = {} if given is None else given
    if given is not None and not (isinstance(given, Mapping) and given.keys() <= models.keys()):
        if len(models) != 1:
            raise InputError(f"Whose are the dictionaries? Give {{name: dictionary}}; the models are {list(models)}.")
        by_model = dict.fromkeys(models, given)
    found = {name: _shelf(models[name], own, pages) for name, own in by_model.items()}
    known = {id(each.pages) for shelf in found.values() for each in shelf.values()}
    if stray := [page for page in pages if id(page) not in known]:
        raise InputError(
            f"Pages of {stray[0].n_features} features at {stray[0].place} are of none of the dictionaries."
        )
    return found


def _shelf(model: HookedVLMTransformer, given: Dictionaries, pages: Sequence[FeaturePages]) -> Shelf:
    """Dictionaries by where they write; of several there, the later ones are numbered."""
    if isinstance(given, Mapping):
        each: list[Any] = [{place: sae} for place, sae in given.items()]
    else:
        each = list(given) if isinstance(given, Sequence) else [given]
    found: dict[str, Shelved] = {}
    for one in each:
        splice = only_splice(model, one)
        if not model.hook_dict[splice.writes].is_visual:  # else it takes an image to tell
            _check_fits(model, splice)
        name, number = splice.writes, 2
        while name in found:
            name, number = f"{splice.writes} #{number}", number + 1
        shelved = Shelved(splice=splice)
        own = (page for page in pages if (page.place, page.n_features) == (splice.writes, shelved.n_features))
        found[name] = replace(shelved, pages=next(own, None))
    return found


def _check_fits(model: HookedVLMTransformer, splice: Splice) -> None:
    """Splices a dictionary in for one token, so that a wrong one is told now.

    Raises:
        InputError: It can't encode what it reads, reads behind where it writes, or what it writes does not fit.
    """
    token = {"input_ids": torch.zeros(1, 1, dtype=torch.long)}
    layer = model.hook_dict[splice.writes].layer
    try:
        with torch.no_grad(), model.saes({(splice.reads, splice.writes): splice.sae}, use_error_term=False):
            model(token, return_type=None, stop_at_layer=None if layer is None else layer + 1)
    except RuntimeError as error:
        raise InputError(f"{type(splice.sae).__name__} does not fit {splice.writes} ({error}).") from error
