"""What every position of a study is, and which pixels it saw."""

from __future__ import annotations

import numpy as np
import torch

from vlm_lens_native.app.generation import NextToken
from vlm_lens_native.app.study import Study
from vlm_lens_native.bundle.wire import View
from vlm_lens_native.hook_names import is_visual
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.inputs.table import KINDS

_STREAMS_A_BLOCK = 20  # what a backward keeps of a block, in widths of the stream: roughly, q, k, v, z, norms and MLP


def tokens(study: Study) -> View:
    """The tokens of the prompt, and its images.

    Arrays, all ``[pos]`` but for ``boxes [pos 4]``: ``ids``, ``kinds``, ``images``, ``rows``, ``columns``, ``frames``,
    ``tiles``, ``globals``; -1 and NaN where one does not apply. Where images are keys of cross-attention, ``key_kinds``
    and so on say the same of these, ``[image_key]``.
    """
    model, layout, keys = study.model, study.layout, study.key_layout
    ids = layout.table.token_id[0]
    strings = study.strings(ids.tolist())
    boxes = study.images_layout.table.box[0]
    images = []
    for number, placed in enumerate(study.images_layout.placed[0]):
        own = boxes[placed.positions]
        frames = study.pictures[number] if number < len(study.pictures) else []
        grids = [
            {
                "rows": grid.rows,
                "columns": grid.cols,
                "frame": -1 if grid.frame is None else grid.frame,
                "tile": None if grid.tile is None else list(grid.tile),
                "global": bool(grid.is_global),
            }
            for grid in placed.vision.grids
        ]
        images.append(
            {
                "size": [float(each) for each in study.images_layout.image_size(image=number)],
                "kind": placed.vision.kind,
                "boxed": bool(np.isfinite(own).all(axis=1).any()),
                "grids": grids,
                "frames": [{"area": list(area)} for _, area in frames],
            }
        )
    cfg = model.cfg
    return View(
        arrays={"ids": ids, **_columns(layout), **({} if keys is None else _columns(keys, "key_"))},
        about={
            "strings": [strings[int(token)] for token in ids],
            "kinds": list(KINDS),
            "images": images,
            "n_prompt": study.n_prompt,
            "n_layers": cfg.n_layers,
            "n_heads": cfg.n_heads,
            "n_deepstack": len(cfg.deepstack_layers),
            "mixers": [cfg.describe(layer) for layer in range(cfg.n_layers)],
            "attending": cfg.attention_layers,
            "crossing": [] if cfg.cross is None else sorted(cfg.cross.layers),
            "model": study.name,
            "dictionaries": [
                {"name": name, "n_features": each.n_features, "in_front": is_visual(each.splice.writes)}
                for name, each in study.dictionaries.items()
            ],
            "box_space": study.images_layout.box_space,
            "expected_bytes": study.expected_bytes(),
            "costs": costs(study),
            "pass_seconds": study.pass_seconds,
        },
        code=study.code,
    )


def _columns(layout: TokenLayout, prefix: str = "") -> dict[str, np.ndarray]:
    """What and where each position is."""
    table = layout.table
    found = {"kinds": table.kind, "images": table.image, "rows": table.row, "columns": table.column}
    found |= {"frames": table.frame, "tiles": table.tile, "tile_rows": table.tile_row}
    found |= {"tile_columns": table.tile_column, "globals": table.is_global, "boxes": table.box.astype(np.float32)}
    return {f"{prefix}{name}": values[0] for name, values in found.items()}


def costs(study: Study) -> dict[str, float]:
    """What long actions take: work in passes over the prompt, and bytes.

    Work is counted in multiplications of matrices: a pass takes one for each parameter and token, the lens one
    unembedding for each layer and token, and as long again for what it makes of the logits (measured: softmax,
    entropy and the largest read a whole vocabulary in float32). What every head adds keeps all values; whole patterns
    are made of one layer at a time.
    """
    cfg = study.model.cfg
    n_parameters = sum(p.numel() for p in study.model.lm.parameters())
    width = torch.finfo(study.model.dtype).bits // 8
    stream = study.n_prompt * cfg.d_model * width
    pattern = cfg.n_heads * study.n_prompt**2 * 4
    values = cfg.n_layers * study.n_prompt * cfg.n_key_value_heads * cfg.d_head * width
    return {
        "lens_passes": 2 * (cfg.n_layers + 1) * cfg.d_model * cfg.d_vocab / max(1, n_parameters),
        "sources_passes": 1.0,
        "sources_bytes": values + pattern,
        "readers_passes": 1.0,
        "readers_bytes": pattern,
        "pattern_passes": 1.0,
        "pattern_bytes": pattern,
        "features_passes": _passes_to_features(study, n_parameters),
        "stream_bytes": stream,
        "graph_bytes": stream * cfg.n_layers * _STREAMS_A_BLOCK,
        "n_vision": sum(
            name.startswith("vision.blocks.") and name.endswith(".hook_resid_post") for name in study.model.hook_dict
        ),
    }


def _passes_to_features(study: Study, n_parameters: int) -> float:
    """What the features of a dictionary take: a pass up to where it reads, and its encoder."""
    found = [0.0]
    for each in study.dictionaries.values():
        layer, n_layers = study.model.hook_dict[each.splice.reads].layer, study.model.cfg.n_layers
        share = 1.0 if layer is None else (layer + 1) / n_layers
        found.append(share + (each.n_features or 0) * study.model.cfg.d_model / max(1, n_parameters))
    return max(found)


def next_token(study: Study, step: NextToken) -> dict:
    """One step of an answer, as JSON takes it."""
    strings = study.strings([step.token, *step.top_ids])
    return {
        "token": {"id": step.token, "text": strings[step.token]},
        "position": step.position,
        "top": [
            {"id": token, "text": strings[token], "p": p} for token, p in zip(step.top_ids, step.top_probs, strict=True)
        ],
        "ends": step.ends,
    }
