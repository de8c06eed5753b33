"""The case study runs from images to report, on a toy and on a folder, and says what it can't."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "counting_case_study.py"


@pytest.fixture
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("counting_case_study", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["counting_case_study"] = module  # dataclasses look for it there
    spec.loader.exec_module(module)
    return module


def test_a_toy_is_studied(script, tmp_path: Path, monkeypatch, capsys) -> None:
    arguments = ["toy-llava", "--images", "5", "--top", "1", "10", "--out", str(tmp_path)]
    monkeypatch.setattr(sys, "argv", ["counting_case_study", *arguments])
    script.main()
    lines = pd.read_csv(tmp_path / "images.csv")
    assert lines["top"].tolist() == [1, 10] * 5
    assert (lines["count"] == lines["answer"]).mean() >= 0.8
    assert (lines["answer_blind"] != lines["answer"]).mean() >= 0.6  # the toy's last token reads the image itself
    assert (lines["answer_positions"] <= lines["number_positions"]).all()
    table = pd.read_csv(tmp_path / "summary.csv")
    assert list(table["measure"]) == list(script.PAPER)
    assert list(table.columns[1:3]) == ["here, top 1", "here, top 10"]
    verdicts = pd.read_csv(tmp_path / "verdicts.csv").set_index("experiment")["here"]
    assert verdicts["1. prevalence of the answer, top 1"] == "does not replicate"
    assert verdicts["3. zero ablation, top 1"] == "can't be judged: none there"
    page = (tmp_path / "report.html").read_text()
    assert "How does toy-llava count?" in page
    assert "does not replicate" in page
    assert "95 of 100" in capsys.readouterr().out


def test_verdicts_go_by_their_rules(script) -> None:
    """Lines like the paper's replicate all that a line can show; lines of another model don't."""
    line = {"top": 1, "is_number": True, "answer": "5", "answer_positions": 20, "rank": 1, "number_positions": 30}
    line |= {"registers": 11, "registers_at_numbers": 0, "number_positions_ablated": 12, "answer_blocked": "5"}
    paper = pd.DataFrame([line] * 10)
    assert script.verdicts(paper, None)["here"].tolist() == ["replicates"] * 5
    other = pd.DataFrame(
        [{**line, "rank": 3, "registers_at_numbers": 9, "number_positions_ablated": 0, "answer_blocked": "4"}]
    )
    assert script.verdicts(other, None)["here"].tolist() == ["replicates"] + ["does not replicate"] * 4


def test_a_folder_takes_the_place_of_scenes(script, tmp_path: Path) -> None:
    scene = script.held_out("count", 1, seed=3, grid=8)[0][0]
    scene.image.save(tmp_path / "a.png")
    (tmp_path / "counts.csv").write_text("file,object,count\na.png,shapes,4\n")
    [example] = script.folder_examples(tmp_path, 10)
    assert example.question == "How many shapes are there in the image? Answer with just the number."
    assert example.count == 4
    (tmp_path / "counts.csv").write_text("file,count\na.png,4\n")
    with pytest.raises(script.InputError, match="lacks the columns object"):
        script.folder_examples(tmp_path, 10)
    with pytest.raises(script.InputError, match=r"no counts\.csv"):
        script.folder_examples(tmp_path / "nothing", 10)


@pytest.mark.parametrize(
    ("caption", "things"),
    [
        ("Photo of five green apples on a table", "green apples"),
        ("Set of Nine vintage labels, vector", "vintage labels"),
        ("A dog", None),
    ],
)
def test_captions_tell_what_they_count(script, caption: str, things: str | None) -> None:
    assert script.counted_things(caption) == things


def test_a_model_that_is_no_toy_needs_images(script, monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "argv", ["counting_case_study", "some/model"])
    with pytest.raises(SystemExit):
        script.main()
    assert "needs CountBench" in capsys.readouterr().err
