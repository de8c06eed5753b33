"""Every type of model that loads keeps the identities of the analyses.

Those that its wrapper has a part in, each type keeps; all others, one type of each decoder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from json import dumps
from typing import Any

import pytest

from tests.families import identities
from tests.families.checkpoints import random_model
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


def cases() -> Iterator[tuple[str, Callable[..., None]]]:
    known = set()
    for name in (name for name in TYPES if name not in REFUSED):
        decoder = dumps([TYPES[name].config.get("text_config", name), TYPES[name].token_types], sort_keys=True)
        yield from ((name, each) for each in (identities.OF_WRAPPERS if decoder in known else identities.IDENTITIES))
        known.add(decoder)


@pytest.mark.parametrize(("name", "identity"), list(cases()), ids=lambda each: getattr(each, "__name__", each))
def test_every_analysis_is_exact(name: str, identity: Callable[[HookedVLMTransformer, Any], None]) -> None:
    identity(*tiny(name))
