"""Every type of model that loads keeps every identity of the analyses."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from tests.families.checkpoints import random_model
from tests.families.identities import IDENTITIES
from tests.families.test_every_type import EAGER_ONLY, REFUSED
from tests.families.types import TYPES, batch_of, config_of
from vlm_lens_native import HookedVLMTransformer


@cache
def tiny(name: str) -> tuple[HookedVLMTransformer, dict[str, Any]]:
    """The model, and two rows of inputs: two images; one, padded."""
    hf = random_model(config_of(name))
    if name in EAGER_ONLY:
        hf.set_attn_implementation("eager")
    return HookedVLMTransformer.from_hf(hf), batch_of(name, hf)


@pytest.mark.parametrize("identity", IDENTITIES, ids=lambda identity: identity.__name__)
@pytest.mark.parametrize("name", [name for name in TYPES if name not in REFUSED])
def test_every_analysis_is_exact(name: str, identity: Callable[[HookedVLMTransformer, Any], None]) -> None:
    identity(*tiny(name))
