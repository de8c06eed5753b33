"""What an index is: one number, which takes its axis away, or a list."""

from __future__ import annotations

from typing import Any

from ..positions import is_number


def is_list(index: Any) -> bool:
    """Whether an index is a list or tensor, for which torch copies."""
    return not (index is None or index is Ellipsis or isinstance(index, slice) or is_number(index))
