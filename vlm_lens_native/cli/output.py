"""What a command found: printed for people or for programs, and written to files."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import typer

from vlm_lens_native.cli.request import Request

if TYPE_CHECKING:
    import pandas as pd

    from vlm_lens_native.analysis.result import Result

PICTURES = (".png", ".svg", ".pdf")
TABLES = (".csv", ".json")
DATA = (".safetensors",)
_WIDTH = 240  # of tables that go into a file or another program


def check_out(request: Request, *only: str, page: bool = False) -> None:
    """Complains about ``--out`` before anything is computed: about its ending, or a file in the place of a folder.

    With ``only`` some endings, a folder is none.
    """
    if request.out is not None and (file := next((path for path in request.out.parents if path.is_file()), None)):
        raise typer.BadParameter(f"--out {request.out}: {file} is a file, and no folder.")
    known = only or (*PICTURES, *TABLES, *DATA, *((".html",) if page else ()))
    if request.out is not None and (request.out.suffix or only) and request.out.suffix not in known:
        folder = "" if only else ", or a folder"
        raise typer.BadParameter(f"--out {request.out}: expected an ending out of {', '.join(known)}{folder}.")


def show(
    request: Request,
    result: Result,
    *,
    plot: Callable[[], Any],
    lines: pd.DataFrame,
    about: Mapping[str, Any],
    page: Callable[[Path], Any] | None = None,
    name: str,
) -> None:
    """Prints some lines of a result, and writes it where ``--out`` says: in every form, if that is a folder."""
    written = [] if request.out is None else _written(result, request.out, plot=plot, page=page, name=name)
    if request.json:
        found = {"result": repr(result), "top": records(lines), "written": [str(path) for path in written]}
        print_json({**about, **found})
        return
    print_plain(f"Q: {about['question']}\nA: {about['answer']}\n{result!r}")
    print_table(lines)
    for path in written:
        print(f"wrote {path}")


def _written(
    result: Result, out: Path, *, plot: Callable[[], Any], page: Callable[[Path], Any] | None, name: str
) -> list[Path]:
    if not out.suffix:
        out.mkdir(parents=True, exist_ok=True)
        endings = (".png", ".csv", ".safetensors", *((".html",) if page else ()))
        return [
            path
            for ending in endings
            for path in _written(result, out / (name + ending), plot=plot, page=page, name=name)
        ]
    out.parent.mkdir(parents=True, exist_ok=True)
    if out.suffix in PICTURES:
        plot().savefig(out, dpi=110, bbox_inches="tight")
    elif out.suffix == ".csv":
        result.to_dataframe().to_csv(out, index=False)
    elif out.suffix == ".json":
        result.to_dataframe().to_json(out, orient="records", lines=False)
    elif page is not None and out.suffix == ".html":
        page(out)
    else:
        result.save(out)
    return [out]


def write_document(out: Path | None, document: Any, text: str) -> None:
    """Writes a document where ``--out`` says: as JSON, if that ends so, else the text that says it."""
    if out is not None:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text((as_json(document) if out.suffix == ".json" else text) + "\n", encoding="utf-8")


def print_plain(text: str) -> None:
    """A model's words for people, which can't steer the terminal."""
    from vlm_lens_native.visualize.style import plain

    print(plain(text))


def print_table(lines: pd.DataFrame) -> None:
    """A table for people."""
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from vlm_lens_native.visualize.style import plain

    table = Table(*map(str, lines.columns), box=SIMPLE)
    for line in lines.itertuples(index=False):
        table.add_row(*(Text(f"{value:.4g}" if isinstance(value, float) else plain(str(value))) for value in line))
    Console(width=None if sys.stdout.isatty() else _WIDTH).print(table)


def records(lines: pd.DataFrame) -> list[dict[str, Any]]:
    """The lines of a table, as JSON has them."""
    return json.loads(cast(str, lines.to_json(orient="records")))


def print_json(document: Any) -> None:
    """One document on standard output."""
    print(as_json(document))


def as_json(document: Any) -> str:
    """A document as it is printed and written."""
    return json.dumps(document, ensure_ascii=False, indent=2, default=str)
