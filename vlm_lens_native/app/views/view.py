"""What every view returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np


@dataclass(frozen=True, kw_only=True, eq=False)
class View:
    """What a view found out about a study.

    Attributes:
        arrays: Numbers by name.
        about: Everything else, as JSON takes it.
        code: Lines of Python that find the same numbers with the library.
    """

    arrays: Mapping[str, np.ndarray] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)
    code: str = ""
