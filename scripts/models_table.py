"""Writes vlm_lens_native/families/supported.csv and docs/models.md from the table of the tests.

Usage: python scripts/models_table.py [--check]
"""

from __future__ import annotations

import inspect
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pandas as pd

from tests.families.types import TYPES, config_of
from vlm_lens_native.errors import ConfigError
from vlm_lens_native.families import Family, family_for
from vlm_lens_native.inputs import geometries
from vlm_lens_native.inputs.geometry import Geometry

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "vlm_lens_native" / "families" / "supported.csv"
PAGE = ROOT / "docs" / "models.md"
# where HF's documentation names another model's
_CORRECTED = {
    "granite4_vision": "ibm-granite/granite-vision-4.1-4b",
    "got_ocr2": "stepfun-ai/GOT-OCR-2.0-hf",
    "qwen2_5_vl": "Qwen/Qwen2.5-VL-7B-Instruct",
}
_INTRO = """<!-- Made by scripts/models_table.py from the tests; don't edit. -->
# Models

Every line is a type of model of Hugging Face's that `tests/families` loads at a tiny size and compares with Hugging
Face bit for bit, under every kernel that it has. `HookedVLMTransformer.supported()` gives the table as a data frame.

Each line's logits, generation and `lm.*` hook points are those of Hugging Face. *Vision hooks*: encoder and adapter
have hook points. *Boxes*: image tokens know which pixels they saw. *Tokens*: how images become tokens, as
[the guide](guides/tokens.md#what-each-kind-of-model-does-to-an-image) tells. A wrapper that is not listed runs too
where its text backbone is known; `model.notes` says what is then missing.

"""


def rows() -> tuple[pd.DataFrame, dict[str, str]]:
    """What runs, by type; and why the others don't."""
    found: dict[str, list[tuple[Family, object]]] = {}
    refused = {}
    for name in TYPES:
        config = config_of(name)
        try:
            family = family_for(config)
        except ConfigError as error:
            refused[name] = str(error).partition(". Supported are")[0]
        else:
            found.setdefault(config.model_type, []).append((family, config))
    lines = [_line(model_type, tried) for model_type, tried in found.items()]
    return pd.DataFrame(lines).sort_values("model_type", ignore_index=True), refused


def _line(model_type: str, tried: list[tuple[Family, object]]) -> dict[str, object]:
    # not before vlm_lens_native, which makes torchvision importable
    from transformers.models.auto.video_processing_auto import VIDEO_PROCESSOR_MAPPING_NAMES

    family, config = tried[0]
    return {
        "model_type": model_type,
        "backbones": " ".join(sorted({family.backbone.model_type for family, _ in tried})),
        "hooks": True,
        "vision hooks": any(not isinstance(family.vision, str) for family, _ in tried),
        "boxes": family.geometry.has_places,
        "tokens": _kind(family.geometry),
        "video": config.model_type in VIDEO_PROCESSOR_MAPPING_NAMES
        or getattr(config, "video_token_id", None) is not None,
        "checkpoints": " ".join([*_checkpoints(type(config)), *family.wrapper.checkpoints]),
    }


def _kind(geometry: Geometry) -> str:
    """The geometry that a family names, or the one that its own stands on."""
    return next(base.__name__ for base in type(geometry).__mro__ if base.__name__ in geometries.__all__)


def _checkpoints(config_class: type) -> list[str]:
    """Those that HF's documentation of the config names."""
    if (corrected := _CORRECTED.get(config_class.model_type)) is not None:
        return [corrected]
    source = inspect.getsource(inspect.getmodule(config_class))
    return sorted({name for name in re.findall(r'checkpoint="([^"]+)"', source) if "/" in name})


def texts() -> dict[Path, str]:
    """What the two files should hold."""
    table, refused = rows()
    shown = table.drop(columns="hooks").replace({True: "yes", False: ""})
    head = ["| " + " | ".join(shown.columns) + " |", "| --- " * len(shown.columns) + "|"]
    body = ["| " + " | ".join(map(str, line)) + " |" for line in shown.itertuples(index=False)]
    why = ["", "## Refused", "", "Before any weight is read, each with what is missing:", ""]
    why += [f"- `{name}`: {reason}" for name, reason in sorted(refused.items())]
    return {
        TABLE: table.to_csv(index=False),
        PAGE: _INTRO + "\n".join([*head, *body, *(why if refused else [])]) + "\n",
    }


if __name__ == "__main__":
    stale = [path for path, text in texts().items() if not path.exists() or path.read_text() != text]
    if "--check" in sys.argv:
        sys.exit(f"stale: {', '.join(map(str, stale))}" if stale else 0)
    for path, text in texts().items():
        path.write_text(text)
