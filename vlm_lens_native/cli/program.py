"""The program: its commands, its exit statuses, and its errors in one line."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from vlm_lens_native import __version__
from vlm_lens_native.cli import changing, describing, harvesting, looking, serving
from vlm_lens_native.cli.request import add_command
from vlm_lens_native.errors import VLMLensError
from vlm_lens_native.progress import progress_bars

NAME = "vlm-lens-native"
_UsageError, _ClickException = typer.BadParameter.__mro__[1:3]  # typer brings its own copy of click, or the real one

app = typer.Typer(
    name=NAME,
    help="Look inside vision-language models. Results go to standard output, everything else to standard error.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for function in (serving.demo, looking.ask, looking.lens, looking.attend, looking.attribute):
    add_command(app, function)
add_command(app, changing.patch)
add_command(app, changing.knockout)
add_command(app, serving.app, without=("out", "json"))
add_command(app, describing.verify)
add_command(app, harvesting.harvest)
add_command(app, describing.models, without=("model", "image", "question", "device", "dtype"))
add_command(app, describing.info, without=("image", "question"))


def _print_version(asked: bool) -> bool:
    if asked:
        print(__version__)
        raise typer.Exit
    return asked


@app.callback()
def _shared(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version, and stop.", is_eager=True, callback=_print_version)
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say what is ignored and where it runs.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bars.")] = False,
) -> None:
    if not sys.stderr.isatty():  # HF reads both when it is imported, later; who waits at a terminal sees its retries
        os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
        os.environ.setdefault("HF_HUB_VERBOSITY", "warning" if verbose else "error")
    if verbose:
        logging.basicConfig(stream=sys.stderr, format="%(name)s: %(message)s")
        logging.getLogger("vlm_lens_native").setLevel(logging.INFO)
    if quiet:
        progress_bars(False)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns 0, 1 for an error (one line on stderr), 2 for wrong usage, 130 after Ctrl-C."""
    try:
        status: Any = app(args=None if arguments is None else list(arguments), prog_name=NAME, standalone_mode=False)
    except _UsageError as error:  # type: ignore[misc]
        context = getattr(error, "ctx", None)
        return _failed(error, 2, remedy=f"See {context.command_path if context else NAME} --help.")
    except (_ClickException, VLMLensError, ImportError, OSError, RuntimeError) as error:  # type: ignore[misc]
        return _failed(error, 1)
    except (KeyboardInterrupt, typer.Abort):
        return 130
    return status if isinstance(status, int) else 0


def _failed(error: BaseException, status: int, *, remedy: str = "") -> int:
    while str(error).startswith("Could not import module") and error.__cause__ is not None:
        error = error.__cause__  # HF says that some class can't be imported, and its cause says why
    by_click: Callable[[], str] | None = getattr(error, "format_message", None)
    said = str(error) or type(error).__name__ if by_click is None else by_click()
    if said:  # without a command, the help has been shown, and nothing is left to say
        line = " ".join(said.split())
        stop = "" if not remedy or line.endswith((".", "?", "!")) else "."
        print(f"{NAME}: {line}{stop} {remedy}".rstrip(), file=sys.stderr)
    return status
