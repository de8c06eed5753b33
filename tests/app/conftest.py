from __future__ import annotations

import pytest

from vlm_lens_native.toys import TOYS


@pytest.fixture(params=TOYS)
def name(request: pytest.FixtureRequest) -> str:
    return request.param
