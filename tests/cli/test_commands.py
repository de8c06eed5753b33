"""The command line: what commands print and write, their exit statuses, and errors in a line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import torch
from PIL import Image
from safetensors.torch import save_file

from tests.families.checkpoints import random_model, saved
from tests.families.types import config_of
from vlm_lens_native import HookedVLMTransformer, __version__, dictionaries, harvest
from vlm_lens_native.cli import asking, main
from vlm_lens_native.cli.program import app
from vlm_lens_native.toys.scenes import Scene

COMMANDS = {
    "demo",
    "ask",
    "lens",
    "attend",
    "attribute",
    "patch",
    "knockout",
    "app",
    "verify",
    "harvest",
    "models",
    "info",
}


@pytest.fixture(autouse=True)
def _one_model(monkeypatch: pytest.MonkeyPatch, toy_llava: HookedVLMTransformer) -> None:
    """The toy is loaded once for all commands, except where another model is named."""
    load = asking.load
    monkeypatch.setattr(asking, "load", lambda request: toy_llava if request.model == "toy-llava" else load(request))


@pytest.fixture(scope="module")
def toy_llava() -> HookedVLMTransformer:
    return HookedVLMTransformer.from_pretrained("toy-llava")


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("image") / "an image.png"
    Scene.containing([("circle", "red"), ("square", "blue")], seed=0).image.save(path)
    return path


QUESTION = ["--question", "What colour is the square?"]


def found(capsys: pytest.CaptureFixture[str], *arguments: Any) -> dict[str, Any]:
    assert main([*map(str, arguments), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_ask_answers(image: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = found(capsys, "ask", "--image", image, *QUESTION, "--top", 3)
    assert answer["answer"] == "blue"
    assert answer["image"] == str(image)
    assert answer["first_tokens"][0]["token"].strip() == "blue"
    assert len(answer["first_tokens"]) == 3
    assert main(["ask", "--image", str(image), *QUESTION]) == 0
    assert "A: blue" in capsys.readouterr().out


def test_ask_writes_text_or_json(image: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for ending in (".txt", ".json"):
        out = tmp_path / f"answer{ending}"
        printed = found(capsys, "ask", "--image", image, *QUESTION, "--out", out)
        written = out.read_text()
        assert (written == "blue\n") if ending == ".txt" else (json.loads(written) == printed)


LOOKS = {
    "lens": (["--at", "last"], {"layer", "position", "token", "probability"}),
    "attend": (["--layer", "3"], {"layer", "head", "query", "position", "weight"}),
    "attribute": (["--contrast", "red"], set()),
    "patch": ([], {"layer", "group", "effect"}),
    "knockout": (["--window", "2"], {"layers", "flow"}),
}


@pytest.mark.parametrize("name", LOOKS)
def test_analyses_print_their_first_lines_and_write_every_form(
    name: str, image: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own, columns = LOOKS[name]
    result = found(capsys, name, "--image", image, *QUESTION, *own, "--top", 4, "--out", tmp_path / "all")
    assert result["answer"] == "blue"
    assert 0 < len(result["top"]) <= 4
    assert columns <= set(result["top"][0])
    written = {Path(path).suffix: Path(path) for path in result["written"]}
    assert set(written) == {".png", ".csv", ".safetensors"} | ({".html"} if name == "lens" else set())
    Image.open(written[".png"]).verify()
    assert len(pd.read_csv(written[".csv"])) >= len(result["top"])


def test_the_lens_prints_where_words_are_said(image: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = found(capsys, "lens", "--image", image, *QUESTION, "--word", "blue", "--word", "red", "--top", 40)["top"]
    assert {line["word"] for line in lines} == {"blue", "red"}
    assert [line["rank"] for line in lines] == sorted(line["rank"] for line in lines)
    assert any(line["kind"] == "image" and line["word"] == "blue" and line["rank"] == 1 for line in lines)


def test_the_wrong_answer_would_be_seen(image: Path, capsys: pytest.CaptureFixture[str]) -> None:
    colour = found(capsys, "ask", "--image", image, "--question", "What colour is the circle?")
    assert colour["answer"] == "red"
    parts = found(capsys, "attribute", "--image", image, *QUESTION, "--answer", "red", "--by", "component")
    assert "red" in parts["result"]


def test_models_and_info_say_what_there_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = found(capsys, "models", "--out", tmp_path / "models.csv")
    assert "toy-llava" in listed["toys"]
    assert len(pd.read_csv(tmp_path / "models.csv")) == len(listed["models"]) > 10
    told = found(capsys, "info", "--out", tmp_path / "info.json")
    assert told["torch"].startswith("2.")
    assert json.loads((tmp_path / "info.json").read_text()) == told
    found(capsys, "info", "--out", tmp_path / "info.txt")
    assert f"\ntorch: {told['torch']}\n" in (tmp_path / "info.txt").read_text()


def test_harvest_keeps_activations_and_estimates(
    image: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["harvest", "--data", image.parent, *QUESTION, "--name", "resid_post", "--out", tmp_path / "store"]
    assert found(capsys, *options, "--estimate")["estimate"]["n_samples"] == 1
    assert not (tmp_path / "store").exists()
    assert found(capsys, *options)["report"]["n_samples"] == 1
    assert len(harvest.open(tmp_path / "store").rows()) == 64
    assert found(capsys, *options)["report"]["n_samples"] == 0  # all there


def test_what_is_missing_is_said_before_anything_is_loaded(
    image: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "vlm_lens_native.harvest", None)
    assert main(["harvest", "--data", str(image.parent)]) == 2
    assert "--out says" in capsys.readouterr().err
    assert main(["harvest", "--out", str(image.parent / "store")]) == 2
    assert "--data" in capsys.readouterr().err
    for module in ("asking", "serving"):
        monkeypatch.setattr(f"vlm_lens_native.cli.{module}.load", lambda request: pytest.fail("a model is loaded"))
    broken = tmp_path / "broken.png"
    broken.write_text("no image")
    for command in ("ask", "demo", "app"):
        assert main([command, "--image", str(broken)]) == 1
        assert "broken.png' can't be read as an image" in capsys.readouterr().err
    assert main(["patch", "--image", str(image), "--source-image", str(broken)]) == 1
    assert "broken.png' can't be read as an image" in capsys.readouterr().err
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert main(["app", "--no-browser"]) == 1
    assert "needs uvicorn, which is not installed: pip install 'vlm_lens_native[app]'" in capsys.readouterr().err


def test_harvest_needs_no_torchvision(
    image: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def version(package: str) -> str:
        if package == "torchvision":
            raise PackageNotFoundError(package)
        return "1.0"

    monkeypatch.setattr("vlm_lens_native._torchvision.version", version)
    found(capsys, "harvest", "--image", image, "--name", "resid_post", "--out", tmp_path)
    versions = json.loads((tmp_path / "manifest.json").read_text())["versions"]
    assert (versions["torch"], versions["torchvision"]) == ("1.0", "not installed")


def test_hugging_faces_retries_and_bars_stay_off_a_pipe() -> None:
    code = (
        "import sys; from vlm_lens_native.cli import main\n"
        "main([*sys.argv[1:], 'models', '--help'])\n"
        "from huggingface_hub.utils import are_progress_bars_disabled, logging\n"
        "print(are_progress_bars_disabled(), logging.get_verbosity() > logging.WARNING, file=sys.stderr)"
    )
    own = {"HF_HUB_DISABLE_PROGRESS_BARS", "HF_HUB_VERBOSITY"}
    for options, said in ([], "True True"), (["--verbose"], "True False"):
        run = subprocess.run(
            [sys.executable, "-c", code, *options],
            capture_output=True,
            text=True,
            cwd=Path(__file__).parents[2],
            env={name: value for name, value in os.environ.items() if name not in own},
        )
        assert run.stderr.splitlines()[-1] == said


def test_verify_compares(capsys: pytest.CaptureFixture[str]) -> None:
    compared = found(capsys, "verify", "toy-llava", "--dtype", "float32", "--attention", "sdpa")
    assert compared["equal"] is True
    assert {"logits"} <= {line["name"] for line in compared["comparisons"]}


@pytest.mark.parametrize(("name", "said"), [("qwen2_5_vl", "tokens and pixels"), ("llava_next", "tokens, for want")])
def test_verify_without_a_processor_compares_random_inputs(
    name: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(random_model(config_of(name)), tmp_path)
    arguments = ["verify", str(tmp_path), "--dtype", "float32"]
    compared = found(capsys, *arguments)
    assert compared["equal"] is True
    assert f"random {said}" in compared["inputs"]
    assert {"logits", "lm.blocks.0.hook_resid_post"} <= {line["name"] for line in compared["comparisons"]}
    assert main([*arguments, "--attention", "sdpa"]) == 0
    assert compared["inputs"] in capsys.readouterr().out
    assert main([*arguments, "--question", "What is it?"]) == 1  # which no one can prepare
    assert "no processor" in capsys.readouterr().err


def test_app_serves_several_models_and_an_example(image: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[Any] = []

    def serve(models: Any, **how: Any) -> None:
        served.append((list(models), how, [json.loads(line) for line in how["data"].read_text().splitlines()]))

    monkeypatch.setattr("vlm_lens_native.app.serve", serve)
    monkeypatch.setattr("vlm_lens_native.cli.serving.load", lambda request: request.model)
    models = ["--model", "toy-llava", "--model", "toy-smolvlm", "--allow-models", "later"]
    assert main(["app", *models, "--image", str(image), *QUESTION, "--port", "8000", "--no-browser"]) == 0
    [(names, how, lines)] = served
    assert names == ["toy-llava", "toy-smolvlm"]
    assert how["allowed"]["later"]() == "later"  # loaded when it is asked
    assert (how["host"], how["port"], how["open_browser"]) == ("127.0.0.1", 8000, False)
    assert lines == [{"image": str(image), "task": QUESTION[1]}]


def test_app_serves_dictionaries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[Any] = []
    monkeypatch.setattr("vlm_lens_native.app.serve", lambda models, **how: served.append(how))
    monkeypatch.setattr("vlm_lens_native.cli.serving.load", lambda request: request.model)
    weights = {"W_enc": torch.zeros(8, 16), "b_enc": torch.zeros(16), "W_dec": torch.zeros(16, 8)}
    save_file({**weights, "b_dec": torch.zeros(8), "threshold": torch.zeros(16)}, tmp_path / "a@b.safetensors")
    path, pages = str(tmp_path / "a@b.safetensors"), tmp_path / "pages.safetensors"
    save_file({**weights, "b_dec": torch.zeros(8)}, tmp_path / "open.safetensors")
    about = {"place": "resid_post", "n_features": 16, "n_tokens": 3, "n_examples": 1, "features": (), "samples": {}}
    dictionaries.FeaturePages(**about, steer=1.0).save(pages)
    transcoder = ("lm.blocks.1.ln2.hook_normalized", "lm.blocks.1.hook_mlp_out")
    named = [path, f"{path}@lm.blocks.1.hook_resid_post", f"{path}@{','.join(transcoder)}"]
    named.append(f"{tmp_path / 'open.safetensors'}@lm.blocks.1.hook_resid_post:centred_relu")
    given = [part for each in named for part in ("--sae", each)]
    assert main(["app", *given, "--pages", str(pages), "--no-browser"]) == 0
    [how] = served
    places = [(each.cfg.metadata.hook_name, each.cfg.metadata.hook_name_out) for each in how["dictionaries"]]
    resid = ("lm.blocks.1.hook_resid_post", None)
    assert places == [(None, None), resid, transcoder, resid]
    assert [each.kind for each in how["dictionaries"]] == ["jumprelu"] * 3 + ["centred_relu"]
    assert how["pages"][0].n_features == 16


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["ask", "--model", "/no/such/model"], 1, "/no/such/model"),
        (["app", "--sae", "/no/such/sae@lm.blocks.1.hook_resid_post"], 1, "/no/such/sae is not there"),
        (["app", "--sae", "x", "--model", "toy-llava", "--model", "toy-smolvlm"], 2, "--sae is for one --model"),
        (["ask", "--image", "/no/such/image.png"], 2, "/no/such/image.png"),
        (["ask", "--model", "/no/such/model", "--image", "/no/such/image.png"], 2, "/no/such/image.png"),
        (["patch", "--model", "/no/such/model", "--source-image", "/no/such/image.png"], 2, "/no/such/image.png"),
        (["verify", "--model", "/no/such/model", "--image", "/no/such/image.png"], 2, "/no/such/image.png"),
        (["harvest", "--data", "/no/such/folder", "--out", "/no/such/store"], 2, "/no/such/folder"),
        (["app", "--model", "/no/such/model", "--data", "/no/such/folder"], 2, "/no/such/folder"),
        (["ask", "--question", " "], 2, "--question"),
        (["verify", "--question", ""], 2, "--question"),
        (["ask", "--model", ""], 2, "--model"),
        (["ask", "--top", "0"], 2, "equal to 1. See"),
        (["ask", "--out", "answer.png"], 2, ".txt, .json"),
        (["ask", "--out", "answer"], 2, ".txt, .json"),
        (["models", "--out", "models.json"], 2, ".csv"),
        (["info", "--out", "info.md"], 2, ".txt, .json"),
        (["attribute", "--answer", "blurgh"], 1, "blurgh"),
        (["lens", "--out", "lens.gif"], 2, ".png"),
        (["ask", "--nothing"], 2, "vlm-lens-native ask --help"),
        (["nothing"], 2, "vlm-lens-native --help"),
        (["ask", "--dtype", "int3"], 2, "bfloat16"),
    ],
)
def test_errors_are_one_line_with_a_remedy(
    arguments: list[str], status: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == status
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("vlm-lens-native: ")
    assert told.err.count("\n") == 1
    assert says in told.err


def test_without_a_command_there_is_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    told = capsys.readouterr()
    assert "attribute" in told.out
    assert told.err == ""


def test_a_model_cannot_steer_the_terminal(image: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--image", str(image), "--question", "What \x1b[31m is it?"]) == 0
    assert "\x1b[31m" not in capsys.readouterr().out


def test_every_command_is_there_and_has_the_shared_options() -> None:
    import typer

    group: Any = typer.main.get_command(app)
    assert set(group.commands) == COMMANDS
    for name in ("demo", "ask", "lens", "attend", "attribute", "patch", "knockout", "verify", "harvest"):
        options = {option for each in group.commands[name].params for option in each.opts}
        assert {"--model", "--image", "--question", "--device", "--dtype", "--out", "--json"} <= options, name


def test_help_needs_neither_torch_nor_time() -> None:
    """What it costs stands in docs/benchmarks.md; here, what it imports."""
    code = (
        "import sys; from vlm_lens_native.cli import main\n"
        "main(['--version']); main(['patch', '--help'])\n"
        "print(sorted({'torch', 'transformers', 'numpy', 'pandas', 'matplotlib'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert run.stdout.startswith(f"{__version__}\n"), run.stderr
    assert run.stdout.endswith("[]\n")
    assert "--source-image" in run.stdout


def test_a_file_in_the_place_of_outs_folder_is_wrong_usage(image: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--out", str(image / "deeper" / "answer.json")]) == 2
    assert f"{image} is a file, and no folder." in capsys.readouterr().err
