"""Which of HF's types of models run, as the tests found it."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def supported() -> pd.DataFrame:
    """One line for each type of model that the tests load and compare with HF, bit for bit.

    Other wrappers run too where their text backbone is known; `model.notes` says what is then missing.

    Returns:
        ``model_type``; ``backbones``: the text configs that it was tried with; ``hooks``: the hook points of the
        decoder; ``vision hooks`` and ``boxes``: whether encoder and adapter have hook points, and tokens boxes in the
        image; ``tokens``: the geometry, which is how images become tokens; ``video``; ``checkpoints``: where such
        models are found.
    """
    import pandas as pd

    table = resources.files("vlm_lens_native.families") / "supported.csv"
    with table.open() as file:
        return pd.read_csv(file, keep_default_na=False)
