"""What every command is asked for: a model, an image, a question, and where the result goes."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

import typer

Dtype = Literal["auto", "float32", "bfloat16", "float16"]

OPTIONS: dict[str, tuple[Any, str]] = {
    "model": (str, "A hub id, a local directory, or a toy that ships with the package, such as toy-llava."),
    "image": (Path, "The image; without one, a scene that the toys know is drawn."),
    "question": (str, "What to ask about it."),
    "device": (str, "Where the model runs, such as cuda. (default: the GPU if there is one)"),
    "dtype": (Dtype, "Of the weights; auto takes the checkpoint's."),
    "out": (Path, "Where to write: a file, whose ending says how, or a folder."),
    "json": (bool, "Print one JSON document, for programs."),
}


FILE: dict[str, Any] = {"exists": True, "dir_okay": False}  # which typer looks for before a model is loaded


def not_empty(given: Any) -> Any:
    """A text, or several, that say something."""
    if any(not each.strip() for each in ([given] if isinstance(given, str) else given or ())):
        raise typer.BadParameter("it is empty; leave it out for the default.")
    return given


_NOT_EMPTY: dict[str, Any] = {"callback": not_empty}
CHECKS: dict[str, dict[str, Any]] = {"image": FILE, "question": _NOT_EMPTY, "model": _NOT_EMPTY}


@dataclass(frozen=True, kw_only=True)
class Request:
    """The options that all commands share."""

    model: str = "toy-llava"
    image: Path | None = None
    question: str | None = None
    device: str | None = None
    dtype: Dtype = "auto"
    out: Path | None = None
    json: bool = False


def add_command(program: typer.Typer, function: Callable[..., Any], *, without: Sequence[str] = ()) -> None:
    """Adds a function over a `Request` and options of its own as a command, with the shared options.

    Args:
        program: Where to add it.
        function: Its own option of a shared one's name takes that one's place, and the request then has the default.
        without: Shared options that would have no effect.
    """
    own = dict(list(inspect.signature(function).parameters.items())[1:])
    hints = get_type_hints(function, include_extras=True)
    shared = {each.name: each.default for each in fields(Request) if each.name not in {*own, *without}}

    def run(**given: Any) -> Any:
        return function(Request(**{name: given.pop(name) for name in shared}), **given)

    parameters = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=_annotated(name, default))
        for name, default in shared.items()
    ]
    parameters += [
        each.replace(annotation=hints[name], kind=inspect.Parameter.KEYWORD_ONLY) for name, each in own.items()
    ]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    run.__doc__ = function.__doc__
    program.command(function.__name__)(run)


def _annotated(name: str, default: Any) -> Any:
    kind, text = OPTIONS[name]
    how: dict[str, Any] = {"show_default": default is not None, "rich_help_panel": "Every command's"}
    option = typer.Option(f"--{name}", help=text, **how, **CHECKS.get(name, {}))
    return Annotated[kind if default is not None else kind | None, option]
