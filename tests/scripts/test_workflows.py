"""What continuous integration, pre-commit and issue forms call is there, and takes the arguments it is given."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from vlm_lens_native.cli.program import app

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")


def jobs(path: Path) -> dict[str, Any]:
    workflow = yaml.load(path.read_text(), Loader=yaml.BaseLoader)  # else the key `on` is read as true
    assert {"name", "on", "jobs", "permissions"} <= set(workflow)
    return workflow["jobs"]


def commands() -> list[str]:
    """Every line that is run, with each of its matrix's values put in."""
    lines = []
    for job in itertools.chain.from_iterable(jobs(path).values() for path in WORKFLOWS):
        rows = job.get("strategy", {}).get("matrix", {}).get("include", [{}])
        for row, step in itertools.product(rows, job["steps"]):
            text = re.sub(r"\$\{\{ matrix\.(\w+) \}\}", lambda found, row=row: row[found[1]], step.get("run", ""))
            lines += [line.strip() for line in text.splitlines()]
    return lines


def called() -> set[str]:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]
    return {*commands(), *(hook["entry"] for hook in hooks)}


def test_workflows_call_scripts_that_are_there_with_options_that_they_have() -> None:
    calls = called()
    assert "bash .ci/run" in calls
    for call in calls:
        script, *arguments = call.removeprefix("bash ").split()
        assert os.access(ROOT / script, os.X_OK), call
        if arguments:
            told = subprocess.run([ROOT / script, "--help"], capture_output=True, text=True, check=True).stdout
            assert [option for option in arguments if option.startswith("-") and option not in told] == [], call


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_job_checks_out_with_read_only_rights_and_ends(path: Path) -> None:
    for job in jobs(path).values():
        assert job["steps"][0]["uses"].startswith("actions/checkout@v")
        assert int(job["timeout-minutes"]) > 0
        assert all(("uses" in step) != ("run" in step) for step in job["steps"])
    assert yaml.safe_load(path.read_text())["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_issue_forms_ask_for_commands_that_are_there(path: Path) -> None:
    form = yaml.safe_load(path.read_text())
    assert {"name", "description", "body"} <= set(form)
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert len({field["id"] for field in fields}) == len(fields)
    assert all(field["attributes"]["label"] for field in fields)
    asked = set(re.findall(r"`vlm-lens-native (\w+)", path.read_text()))
    known = {command.callback.__name__ if command.name is None else command.name for command in app.registered_commands}
    assert "info" in asked
    assert asked <= known
