"""Tables of examples: from rows, files, frames and data sets."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import torch

from tests.analysis.conftest import load
from tests.experiments.conftest import picture
from vlm_lens_native import InputError, experiments
from vlm_lens_native.experiments import Example, Examples

ROWS = [
    {"image": "a.png", "question": "What?", "answer": "red", "split": "test", "n": 3},
    {"images": ["a.png", "b.png"], "question": "Which?", "answer": "blue", "contrast": "red"},
    {"question": "How?"},
]


def shown(examples: Examples) -> list[tuple]:
    return [(each.question, each.images, each.answer, each.contrast, dict(each.labels)) for each in examples]


def test_rows_are_read_alike_from_everywhere(tmp_path: Path):
    expected = [
        ("What?", ("a.png",), "red", None, {"split": "test", "n": 3}),
        ("Which?", ("a.png", "b.png"), "blue", "red", {}),
        ("How?", (), None, None, {}),
    ]
    assert shown(Examples(ROWS)) == expected
    assert shown(Examples.from_frame(pd.DataFrame(ROWS))) == expected
    renamed = [{**row, "query": row["question"]} for row in ROWS]
    for row in renamed:
        del row["question"]
    assert shown(Examples.from_dataset(renamed, question="query")) == expected
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, ROWS)))
    read = Examples.from_jsonl(tmp_path / "rows.jsonl")
    assert [each.images for each in read][1] == (str(tmp_path / "a.png"), str(tmp_path / "b.png"))
    assert [each.question for each in read] == ["What?", "Which?", "How?"]


def test_data_sets_are_read_lazily():
    class OnDisk:
        read = 0

        def __len__(self) -> int:
            return 10_000

        def __getitem__(self, number: int) -> dict:
            self.read += 1
            return {"question": f"Number {number}?"}

    data = OnDisk()
    examples = Examples.from_dataset(data)
    assert examples[9_999].question == "Number 9999?"
    assert len(examples[10:20]) == 10
    assert data.read < 30  # the tests' type checker looks at some


def test_parts_of_a_table():
    examples = Examples([{"question": str(nth), "odd": nth % 2} for nth in range(10)])
    assert [each.question for each in examples.where(odd=1)] == ["1", "3", "5", "7", "9"]
    assert [each.question for each in examples.where(lambda each: int(each.question) > 7)] == ["8", "9"]
    first, second = examples.split(0.3, seed=1)
    assert len(first) == 3
    assert sorted(each.question for each in (*first, *second)) == [str(nth) for nth in range(10)]
    assert [each.question for each in examples[[4, 2]]] == ["4", "2"]
    assert examples.labels("odd") == [0, 1] * 5
    assert list(examples.to_dataframe()["odd"]) == [0, 1] * 5


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([], "at least one row"),
        ([{"answer": "red"}], "Example 0 has no question"),
        ([{"question": "What?"}, {"question": "What?", "image": "a", "images": ["b"]}], "Example 1 has both"),
        ([{"question": "What?", "answer": ["red", "blue"]}], "answer is a word"),
        ([{"question": "What?", "regions": [1, 2, 3, 4]}], "by name"),
        ([["What?"]], "Example 0 is list"),
    ],
)
def test_what_is_no_example_says_so(rows, message):
    with pytest.raises(InputError, match=message):
        Examples(rows)


def test_missing_labels_and_rows_say_so(tmp_path: Path):
    with pytest.raises(InputError, match="2 of 3 examples have no 'split'"):
        Examples(ROWS).labels("split")
    with pytest.raises(InputError, match="No example meets"):
        Examples(ROWS).where(split="train")
    with pytest.raises(InputError, match="no column 'query'"):
        Examples.from_dataset(ROWS, question="query")[0]
    (tmp_path / "rows.jsonl").write_text("what?\n")
    with pytest.raises(InputError, match="line 1 is no JSON"):
        Examples.from_jsonl(tmp_path / "rows.jsonl")


@pytest.mark.parametrize("kind", ["box", "mask", "polygon"])
def test_regions_are_chosen_in_the_layout_of_their_example(kind):
    model = load("toy-qwen2_5_vl")[0]
    image, box = picture(0, 112, 112), (0, 0, 32, 16)
    mask = np.zeros((112, 112), dtype=bool)
    mask[:16, :32] = True
    given = {"box": box, "mask": mask, "polygon": [(0, 0), (32, 0), (32, 16), (0, 16)]}[kind]
    example = Example.of({"image": image, "question": "What?", "regions": {"thing": given}})
    layout = model.token_layout(model.prepare_messages("What?", image))
    assert example.region(layout, "thing") == layout.box(box)
    with pytest.raises(InputError, match="no region 'other'; it has thing"):
        example.region(layout, "other")


def test_the_toys_questions_come_with_what_is_known_about_them():
    model = load("toy-qwen2_5_vl")[0]
    examples = Examples.from_toys(model, 4, seed=3)
    assert examples.labels("kind") == ["count"] * 4 + ["colour"] * 4 + ["shape"] * 4
    assert all(each.answer != each.contrast for each in examples)
    for each in examples.where(kind="colour"):
        layout = model.token_layout(model.prepare_messages(each.question, each.images[0]))
        assert len(each.region(layout, "object")) == 1
    again = Examples.from_toys(model, 4, seed=3)
    assert [each.question for each in again] == [each.question for each in examples]


def test_experiments_take_a_table_or_its_rows():
    model = load("toy-smolvlm")[0]
    rows = [
        {"image": picture(nth, 112, 112), "question": "How many?", "answer": "2", "contrast": "3", "kind": nth % 2}
        for nth in range(6)
    ]
    name = "lm.blocks.1.hook_resid_post"
    calls = {
        "evaluate": lambda given: experiments.evaluate(model, given).logits,
        "compare": lambda given: experiments.compare(model, given, {"a": None, "b": None}).evaluations[1].logits,
        "means": lambda given: experiments.means(model, given, name)[name],
        "direction": lambda given: experiments.directions.mean_difference(model, given, given[::-1], hook=name).vector,
        "probe": lambda given: experiments.probes.fit(model, given, hook=name, target="kind", shuffles=1).accuracy,
        "edges": lambda given: experiments.circuits.edges(model, given, given).scores,
    }
    for call in calls.values():
        assert torch.equal(call(rows), call(Examples(rows)))


@pytest.mark.parametrize("given", [pd.DataFrame(ROWS), "rows.jsonl", Path("rows.jsonl"), 5, {"question": "How?"}])
def test_what_is_no_table_is_said(given):
    with pytest.raises(InputError, match=r"Examples\(\[\{.*from_jsonl"):
        Examples.of(given)
