"""What the wheel and the sdist hold, built as a user's installer would, but without the network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from packaging.metadata import Metadata

ROOT = Path(__file__).parents[2]
LINK = ROOT / "vlm_lens_native" / "conversions"


def files_under(folder: Path) -> set[str]:
    """Every file that the repository has under a folder, as paths from the root; caches aside."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and LINK not in path.parents
    }


def build(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "build", "--no-isolation", *map(str, arguments)]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sdist")
    build("--sdist", "--outdir", folder, ROOT)
    [archive] = folder.glob("*.tar.gz")
    return archive


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build("--wheel", "--outdir", folder, ROOT)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def wheel_from_sdist(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    [source] = folder.iterdir()
    build("--wheel", "--outdir", folder, source)
    [built] = folder.glob("*.whl")
    return built


def test_the_wheel_holds_every_file_and_nothing_else(wheel: Path):
    families = {f"vlm_lens_native/{name}" for name in files_under(ROOT / "conversions")}
    assert "vlm_lens_native/conversions/llava.py" in families
    assert names_in(wheel) == files_under(ROOT / "vlm_lens_native") | families


def test_the_wheel_from_the_sdist_is_the_same(wheel_from_sdist: Path, wheel: Path):
    assert names_in(wheel_from_sdist) == names_in(wheel)


MOST_BYTES = 10_000_000


def test_the_wheel_is_small_and_its_page_stands_alone(wheel: Path):
    assert wheel.stat().st_size < MOST_BYTES
    with zipfile.ZipFile(wheel) as archive:
        texts = {Path(name).name: archive.read(name).decode() for name in archive.namelist() if ".dist-info/" in name}
    assert "vlm-lens-native = vlm_lens_native.cli:main" in texts["entry_points.txt"]
    assert (
        Metadata.from_email(texts["METADATA"]).license_expression == "MIT"
    )  # what an index checks when it is uploaded
    header, _, page = texts["METADATA"].partition("\n\n")
    assert {"Homepage", "Documentation", "Changelog", "Issues"} <= set(re.findall(r"^Project-URL: (\w+)", header, re.M))
    assert re.findall(r"^Requires-Dist: (?:torchvision|ray|pyarrow|fastapi)\b[^;]*$", header, re.M) == []
    links = re.findall(r"\]\(([^)\s]+)\)", page)
    assert len(links) > 10
    assert [link for link in links if not link.startswith("https://")] == []


FOLDERS = ("conversions", "conversions/backbones")


def test_an_installed_wheel_finds_its_families(wheel: Path, tmp_path: Path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)  # what an installer does with a wheel of pure Python
    found = "*sorted(f.all_wrappers()), *sorted(f.all_backbones())"
    code = f"from vlm_lens_native import families as f; print(f.__file__, {found})"
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True)
    here = [sorted(path.stem for path in (ROOT / folder).glob("[!_]*.py")) for folder in FOLDERS]
    module = tmp_path / "vlm_lens_native" / "families" / "__init__.py"
    assert run.stdout.split() == [str(module), *here[0], *here[1]], run.stderr


def test_the_sdist_holds_the_sources_and_the_tests(sdist: Path):
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    sources = files_under(ROOT / "vlm_lens_native") | files_under(ROOT / "conversions") | files_under(ROOT / "tests")
    assert sources | {"pyproject.toml", "README.md", "LICENSE"} <= names


def test_the_link_is_relative_and_committed():
    assert LINK.readlink() == Path("../conversions")
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("no git checkout")
    listing = subprocess.run(
        ["git", "ls-files", "--stage", "vlm_lens_native/conversions"], cwd=ROOT, capture_output=True, text=True
    )
    assert listing.stdout.startswith("120000 "), listing
