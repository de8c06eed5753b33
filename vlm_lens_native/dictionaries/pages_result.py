"""What features are about, as a table, as a page of HTML, and as Neuronpedia's files."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from vlm_lens_native import bundle
from vlm_lens_native.analysis.result import Result

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class FeaturePages(Result):
    """What features of a dictionary are about.

    Attributes:
        place: The hook point that the dictionary writes to.
        n_features: How many features it has.
        n_tokens: Over how many tokens they were read.
        n_examples: Of how many examples.
        features: For each feature its number (``feature``); the share of tokens at which it is active (``density``);
            its largest activation (``max``); counts of its activations above 0 in equal bins from 0 to ``high``
            (``histogram``); its ``top`` examples, each with ``sample``, ``max``, the tokens where it is active (``at``)
            and its ``values`` there; the words that its direction speaks for (``up``) and against (``down``), with
            logits, and how all words' logits are distributed (``words``, ``edges``); and under ``steering`` the next
            tokens of its first example with their probabilities, before and after.
        samples: By number the examples that are among the top of a feature: ``pictures``, ``question``, ``tokens``,
            ``kinds`` (``i`` for image, ``t`` for text, ``m`` for marker), and ``boxes`` of tokens: token, image, x1,
            y1, x2, y2 as shares of the image.
        steer: What was added to steer, as a multiple of the largest activation.
    """

    _ranked_by = "density"

    place: str
    n_features: int
    n_tokens: int
    n_examples: int
    features: tuple[Mapping[str, Any], ...]
    samples: Mapping[int, Mapping[str, Any]]
    steer: float

    def to_dataframe(self) -> pd.DataFrame:
        """A line for each feature: ``feature``, ``density``, ``max``, and the words that it speaks for."""
        import pandas as pd

        lines = [
            {
                **{name: each[name] for name in ("feature", "density", "max")},
                "words": ", ".join(w for w, _ in each["up"]),
            }
            for each in self.features
        ]
        return pd.DataFrame(lines)

    def plot(self, n: int = 20) -> Figure:
        """The features that are active at most tokens."""
        from vlm_lens_native.visualize import plot_parts

        names = [str(each["feature"]) for each in self.features]
        values = np.array([each["density"] for each in self.features])
        return plot_parts(values, labels=names, n=n, label="share of tokens at which a feature is active")

    def record(self, feature: int) -> dict[str, Any] | None:
        """What is known of one feature, with the ``samples`` that are among its ``top``; None for one that isn't here.

        Args:
            feature: Its number in the dictionary.
        """
        found = next((each for each in self.features if each["feature"] == feature), None)
        if found is None:
            return None
        samples = {entry["sample"]: self.samples[entry["sample"]] for entry in found["top"]}
        return {**_short(found), "samples": _short(samples), "steer": self.steer}

    def render(self) -> str:
        """The page as one HTML text that loads nothing."""
        title = f"Features of {self.place}"
        about = {"place": self.place, "n_features": self.n_features, "n_tokens": self.n_tokens, "steer": self.steer}
        about |= {"n_examples": self.n_examples, "title": title}
        return bundle.render(
            {**about, "features": _short(self.features), "samples": self.samples}, title, holds="features"
        )

    def write_html(self, path: str | Path) -> None:
        """Writes the page."""
        Path(path).write_text(self.render(), encoding="utf-8")

    def write_neuronpedia(self, folder: str | Path, *, model_id: str, sae_id: str) -> None:
        """Writes ``batch-0.json`` in the form of SAEDashboard's NeuronpediaRunner, which Neuronpedia imports.

        Neuronpedia shows texts: image tokens stand there as tokens, without their pictures.

        Args:
            folder: Is made.
            model_id: Neuronpedia's name of the model.
            sae_id: What the dictionary is called there.
        """
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        layers = [int(part) for part in self.place.split(".") if part.isdigit()]
        held = {
            "model_id": model_id,
            "layer": layers[0] if layers else 0,
            "sae_set": sae_id,
            "sae_id_suffix": None,
            "features": [self._for_neuronpedia(each) for each in self.features],
        }
        (folder / "batch-0.json").write_text(json.dumps(held, allow_nan=False), encoding="utf-8")

    def _for_neuronpedia(self, each: Mapping[str, Any]) -> dict[str, Any]:
        unknown = ("neuron_alignment_indices", "neuron_alignment_values", "neuron_alignment_l1", "decoder_weights_dist")
        unknown += tuple(f"correlated_{what}_{of}" for what in ("neurons", "features") for of in _CORRELATED)
        middles = [each["high"] * (nth + 0.5) / len(each["histogram"]) for nth in range(len(each["histogram"]))]
        edges = each["edges"]
        return {
            "feature_index": each["feature"],
            **{name: [] for name in unknown},
            "neg_str": [word for word, _ in each["down"]],
            "neg_values": [value for _, value in each["down"]],
            "pos_str": [word for word, _ in each["up"]],
            "pos_values": [value for _, value in each["up"]],
            "frac_nonzero": each["density"],
            "freq_hist_data_bar_heights": list(each["histogram"]),
            "freq_hist_data_bar_values": middles,
            "logits_hist_data_bar_heights": list(each["words"]),
            "logits_hist_data_bar_values": [(low + high) / 2 for low, high in pairwise(edges)],
            "n_prompts_total": self.n_examples,
            "activations": [self._activation(each, entry) for entry in each["top"]],
        }

    def _activation(self, each: Mapping[str, Any], entry: Mapping[str, Any]) -> dict[str, Any]:
        tokens = self.samples[entry["sample"]]["tokens"]
        values = [0.0] * len(tokens)
        for at, value in zip(entry["at"], entry["values"], strict=True):
            values[at] = value
        return {
            "bin_min": 0.0,
            "bin_max": each["max"],
            "bin_contains": each["density"],
            "qualifying_token_index": int(np.argmax(values)),
            "tokens": list(tokens),
            "values": values,
        }

    def _repr_html_(self) -> str:
        page = html.escape(self.render(), quote=True)
        return f'<iframe srcdoc="{page}" style="width:100%;height:760px;border:0" sandbox="allow-scripts"></iframe>'

    def __repr__(self) -> str:
        return (
            f"FeaturePages({len(self.features)} of {self.n_features} features of {self.place}, over {self.n_tokens:,} "
            f"tokens of {self.n_examples} examples)"
        )


_CORRELATED = ("indices", "pearson", "l1")


def _short(value: Any) -> Any:
    """Numbers with four digits, which a page has use for."""
    if isinstance(value, float):
        return float(f"{value:.4g}")
    if isinstance(value, Mapping):
        return {name: _short(each) for name, each in value.items()}
    return [_short(each) for each in value] if isinstance(value, list | tuple) else value
