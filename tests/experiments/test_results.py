"""Every result of the library has its largest lines, and every result of experiments is kept and read back."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

import vlm_lens_native.experiments  # noqa: F401  # all results
from vlm_lens_native.analysis import experts
from vlm_lens_native.analysis.gradients import Circuit
from vlm_lens_native.analysis.result import Result
from vlm_lens_native.experiments import Analysed, Comparison, Direction, Evaluation, Means, Probe, circuits
from vlm_lens_native.inputs.words import Word

ELSEWHERE = {  # tests/analysis/test_results.py
    "Attribution",
    "DirectAttribution",
    "EdgeAttribution",
    "HeadScores",
    "ImageAttention",
    "IntegratedGradients",
    "KnockoutSweep",
    "LogitLens",
    "PatchingSweep",
    "PathPatching",
    "PixelSaliency",
    "Registers",
    "WordMap",
}
RED = Word(text="red", token_ids=(1, 2))


def evaluation(shift: float = 0.0) -> Evaluation:
    values = torch.tensor([0.2, 0.9, 0.4]) - shift
    return Evaluation(
        questions=("What?",) * 3,
        answers=(RED,) * 3,
        probabilities=values,
        logits=values.log(),
        logit_differences=values - 0.5,
        top_ids=torch.tensor([1, 2, 5]),
        said=("red", "red", "blue"),
        labels={"kind": ("odd", "even", "odd")},
    )


MADE = {
    Evaluation: evaluation,
    Comparison: lambda: Comparison(conditions=("a", "b"), evaluations=(evaluation(), evaluation(0.1))),
    Direction: lambda: Direction(
        vector=torch.ones(3),
        hook="lm.blocks.0.hook_resid_post",
        method="mean difference",
        midpoint=0.0,
        positive=torch.tensor([1.0, 2.0]),
        negative=torch.tensor([-1.0, -3.0]),
    ),
    Probe: lambda: Probe(
        hooks=("lm.blocks.0.hook_resid_post", "lm.blocks.1.hook_resid_post"),
        target="kind",
        kind="logistic",
        classes=("even", "odd"),
        accuracy=torch.tensor([0.5, 1.0]),
        controls=torch.tensor([[0.5, 0.4], [0.6, 0.5]]),
        weights=torch.ones(2, 2, 3),
        biases=torch.zeros(2, 2),
        activations=torch.ones(2, 4, 3),
        targets=torch.tensor([0.0, 1, 0, 1]),
        held_out=torch.tensor([True, True, False, False]),
    ),
    Means: lambda: Means(
        means={"lm.hook_embed": torch.ones(3)},
        deviations={"lm.hook_embed": torch.zeros(3)},
        n_tokens=4,
        n_examples=2,
        n_asked=3,
    ),
    Analysed: lambda: Analysed(
        keys=("layer", "kind"),
        lines=((0, "text"), (1, "text"), (1, "image")),
        quantities=("rank", "probability"),
        values=torch.tensor([[[1.0, 0.5], [2, 0.1], [3, 0.2]], [[float("nan")] * 2, [4, 0.3], [5, 0.2]]]),
        ran=torch.ones(2).long(),
        labels={"question": ("What?", "Which?")},
        ranking="rank",
    ),
    Circuit: lambda: Circuit(
        senders=("embed", "L0H0"),
        receivers=("L0H0.q", "logits"),
        scores=torch.tensor([[0.1, -0.4], [0.0, 0.2]]),
        exists=torch.tensor([[True, True], [False, True]]),
        kept=torch.tensor([[True, True], [False, True]]),
    ),
    circuits.Faithfulness: lambda: circuits.Faithfulness(
        sizes=torch.tensor([2, 0, 3]),
        n_kept=torch.tensor([2, 0, 3]),
        n_edges=3,
        outside="source",
        values=torch.tensor([[0.5], [0.0], [1.0]]),
        without=torch.tensor([[0.5], [1.0], [0.0]]),
        source_value=torch.zeros(1),
        target_value=torch.ones(1),
    ),
    experts.Routing: lambda: experts.Routing(
        layers=(1,),
        share=torch.tensor([[[0.6, 0.4], [0.1, 0.9]]]),
        weight=torch.tensor([[[0.5, 0.2], [0.1, 0.8]]]),
        n_tokens=torch.tensor([9, 5]),
    ),
    circuits.Agreement: lambda: circuits.Agreement(
        methods=("EAP", "EAP-IG", "patching"), sizes=(2,), scores=torch.randn(3, 8)
    ),
}


def below(kind: type) -> set[type]:
    return {kind} | {each for child in kind.__subclasses__() for each in below(child)}


def test_no_result_is_forgotten():
    rooms = ("vlm_lens_native.analysis.", "vlm_lens_native.experiments.")
    ours = {each for each in below(Result) if each.__module__.startswith(rooms)}
    assert {each.__name__ for each in ours if not each.__abstractmethods__} == ELSEWHERE | {e.__name__ for e in MADE}


@pytest.mark.parametrize("kind", MADE, ids=lambda kind: kind.__name__)
def test_it_has_its_largest_lines_and_comes_back_from_a_file(kind: type[Result], tmp_path: Path):
    result = MADE[kind]()
    largest = result.top(2)
    assert 0 < len(largest) <= 2
    sizes = largest[result.ranked_by].abs().tolist()
    assert sizes == sorted(sizes, reverse=True)
    assert result.plot().axes
    assert "<table" in result._repr_html_()
    result.save(tmp_path / "result.safetensors")
    again = kind.load(tmp_path / "result.safetensors")
    assert repr(again) == repr(result)
    assert again.to_dataframe().equals(result.to_dataframe())
