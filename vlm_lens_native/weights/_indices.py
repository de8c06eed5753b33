"""What an index is."""

from __future__ import annotations

from typing import Any


def is_number(index: Any) -> bool:
    """Whether an index is one number, of whatever library, which takes its axis away."""
    return hasattr(index, "__index__") and not isinstance(index, bool) and not getattr(index, "ndim", 0)


def is_list(index: Any) -> bool:
    """Whether an index is a list or tensor, for which torch copies."""
    return not (index is None or index is Ellipsis or isinstance(index, slice) or is_number(index))
