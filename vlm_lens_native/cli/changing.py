"""Commands that change something, and see the answer change: patching, and closing attention."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from vlm_lens_native.cli.asking import Asked, ask
from vlm_lens_native.cli.looking import Answer, Top, first_token
from vlm_lens_native.cli.output import check_out, show
from vlm_lens_native.cli.request import FILE, Request

if TYPE_CHECKING:
    from vlm_lens_native.pages.demo.examples import Source


def patch(
    request: Request,
    source_image: Annotated[
        Path | None, typer.Option(help="The image to patch from. (default: one made from the image)", **FILE)
    ] = None,
    hook: Annotated[str, typer.Option(help="The hook point to patch, in every block.")] = "resid_post",
    over: Annotated[Literal["groups", "heads"], typer.Option(help="What is patched at a time.")] = "groups",
    direction: Annotated[
        Literal["denoise", "noise"], typer.Option(help="Patch the source into the image's run, or the reverse.")
    ] = "denoise",
    top: Top = 20,
) -> None:
    """Patches activations of a second image in, layer by layer, and measures how far the answer follows."""
    check_out(request)
    asked = ask(request, source_image=source_image)
    source, inputs, new = _other(asked)
    from vlm_lens_native.analysis import logit_difference, patching

    choice: dict[str, Any] = {"hook": "z", "heads": "all"} if over == "heads" else {"hook": hook}
    metric = logit_difference(new, first_token(asked))
    result = patching.sweep(asked.model, inputs, asked.inputs, metric, direction=direction, **choice)
    about = asked.about | {
        "answer": asked.generated(24),
        "source": source.origin,
        "source answer": asked.model.to_string(new),
    }
    show(request, result, plot=result.plot, lines=result.top(top), about=about, name="patching")


def knockout(
    request: Request,
    answer: Answer = None,
    window: Annotated[int, typer.Option(min=1, help="How many layers are closed at a time.")] = 1,
    top: Top = 20,
) -> None:
    """Closes attention between groups of tokens, a few layers at a time, and follows the answer's probability."""
    check_out(request)
    asked = ask(request)
    from vlm_lens_native.analysis import knockout as knocking_out

    result = knocking_out.sweep(asked.model, asked.inputs, windows=window, answers=answer)
    about = asked.about | {"answer": asked.generated(24)}
    show(request, result, plot=result.plot, lines=result.top(top), about=about, name="knockout")


def _other(asked: Asked) -> tuple[Source, Any, int]:
    """The first source image that is answered differently: with its inputs, and the first token of its answer."""
    from vlm_lens_native.errors import InputError

    for source in asked.example.sources:
        inputs = asked.model.prepare_messages(asked.example.question, source.image)
        new = first_token(Asked(request=asked.request, model=asked.model, example=asked.example, inputs=inputs))
        if new != first_token(asked):
            return source, inputs, new
    raise InputError(
        f"The image to patch from gets the same answer, {asked.generated(24)!r}, so no patch can change it; give "
        "--source-image with another one."
    )
