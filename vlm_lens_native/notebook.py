"""What models and caches show of themselves in notebooks: tables, one line for a hook point in all blocks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from vlm_lens_native.config import DecoderConfig

if TYPE_CHECKING:
    from torch import Tensor

    from vlm_lens_native.hooks import HookPoint


def hook_point_table(title: str, points: Iterable[HookPoint], cfg: DecoderConfig) -> str:
    """The hook points of a model with the shapes of their activations, blocks taken together."""
    widths = {
        "head": cfg.n_heads,
        "kv_head": cfg.n_key_value_heads,
        "d_model": cfg.d_model,
        "d_head": cfg.d_head,
        "d_mlp": cfg.d_mlp,
        "d_vocab": cfg.d_vocab,
    }
    shapes: dict[tuple[str, str], list[str]] = {}
    for point in points:
        known = {} if point.is_visual else widths  # the encoder's heads are its own
        shape = ", ".join(f"{axis} {known[axis]}" if axis in known else axis for axis in point.axes)
        shapes.setdefault((_in_all_blocks(point.name), f"[{shape}]"), []).append(point.name)
    lines = [(name, shape, len(names)) for (name, shape), names in shapes.items()]
    return _table(title, ("hook point", "shape", "number"), lines)


def activation_table(title: str, steps: Sequence[Mapping[str, Tensor]]) -> str:
    """What a cache holds: names, shapes, dtypes and bytes, blocks and passes taken together."""
    sizes: dict[tuple[str, str, str], list[int]] = {}
    for step in steps:
        for name, value in step.items():
            kind = (_in_all_blocks(name), str(list(value.shape)), str(value.dtype).removeprefix("torch."))
            sizes.setdefault(kind, []).append(value.numel() * value.element_size())
    lines = [(*kind, len(each), f"{sum(each) / 1e6:,.2f}") for kind, each in sizes.items()]
    return _table(title, ("activation", "shape", "dtype", "number", "MB"), lines)


def _in_all_blocks(name: str) -> str:
    return re.sub(r"\.blocks\.\d+\.", ".blocks.*.", name)


def _table(title: str, columns: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    head = "".join(f"<th>{html.escape(column)}</th>" for column in columns)
    rows = "".join(f"<tr>{''.join(f'<td>{html.escape(str(cell))}</td>' for cell in line)}</tr>" for line in lines)
    return (
        f"<p>{html.escape(title)}</p><details><summary>hook points</summary>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></details>"
    )
