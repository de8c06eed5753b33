"""Commands that make pages: the demo, and the app."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from vlm_lens_native.cli.asking import check_images, example_for, load, shown_name
from vlm_lens_native.cli.output import print_json
from vlm_lens_native.cli.request import FILE, Request


def demo(
    request: Request,
    source_image: Annotated[Path | None, typer.Option(help="The image to patch from.", **FILE)] = None,
) -> None:
    """Answers a question about an image, looks inside, patches, and writes a page and pictures that show it."""
    check_images(request.image, source_image)
    model = load(request)
    from vlm_lens_native.pages.demo import study, write_study

    example = example_for(model, request, source_image=source_image)
    result = study(model, example, name=shown_name(request.model))
    written = write_study(model, result, request.out or Path("runs/demo"))
    if request.json:
        about = {"model": request.model, "question": example.question, "answer": result.answer.text}
        print_json(about | {"page": written.page, "pictures": list(map(str, written.pictures))})
        return
    print(result.summary())
    print(f"\nOpen {written.page} in a browser. Pictures:")
    print("\n".join(f"  {path}" for path in written.pictures))


def app(
    request: Request,
    model: Annotated[list[str], typer.Option(help="As elsewhere; may be given several times.")] = ["toy-llava"],  # noqa: B006
    allow_models: Annotated[
        list[str] | None, typer.Option(help="One more that the page offers, loaded when it is first asked; likewise.")
    ] = None,
    data: Annotated[
        Path | None, typer.Option(help="Examples: a folder of images, or lines of JSON.", exists=True)
    ] = None,
    sae: Annotated[
        list[str] | None,
        typer.Option(
            help="A dictionary (SAE, transcoder) of the model: its file or folder, and behind an @ its hook point, or "
            "where it reads and where it writes with a comma between, and behind a colon its kind, where its weights "
            "leave that open; may be given several times."
        ),
    ] = None,
    pages: Annotated[
        list[Path] | None, typer.Option(help="What dictionaries.pages found about its features, as saved.", **FILE)
    ] = None,
    host: Annotated[str, typer.Option(help="Any other address demands a token, which is printed.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 0,
    token: Annotated[str | None, typer.Option(help="What browsers show. (default: made where it is needed)")] = None,
    browser: Annotated[bool, typer.Option(help="Open a browser.")] = True,
) -> None:
    """Serves the app until Ctrl-C: look at models in a browser, and change them there."""
    if request.image is not None and data is not None:
        raise typer.BadParameter("--image and --data are both examples to begin with; give one of them.")
    from vlm_lens_native.app import installed, serve
    from vlm_lens_native.dictionaries import FeaturePages

    if sae and len(model) > 1:
        raise typer.BadParameter("--sae is for one --model.")
    check_images(request.image)
    with installed("app"):  # before a model is loaded
        import uvicorn  # noqa: F401
    saes = [_dictionary(each) for each in sae or ()]
    known = [FeaturePages.load(each) for each in pages or ()]
    models = {name: load(replace(request, model=name)) for name in model}
    allowed = {name: partial(load, replace(request, model=name)) for name in allow_models or ()}
    with TemporaryDirectory() as folder:
        if request.image is not None:
            data = Path(folder) / "asked.jsonl"
            line = {"image": str(request.image.resolve()), "task": request.question or "What is in the image?"}
            data.write_text(json.dumps(line), encoding="utf-8")
        serve(
            models,
            allowed=allowed,
            host=host,
            port=port,
            token=token,
            data=data,
            open_browser=browser,
            dictionaries=saes or None,
            pages=known,
        )


def _dictionary(said: str) -> Any:
    """A dictionary from PATH, PATH@HOOK or PATH@HOOK:KIND."""
    from vlm_lens_native.dictionaries import load as load_dictionary

    path, _, place = (said, "", "") if Path(said).exists() else said.rpartition("@")
    hook, _, kind = place.partition(":")
    places = tuple(hook.split(","))
    how: Any = {"hook": places if len(places) == 2 else hook or None, "kind": kind or None}
    return load_dictionary(path or said, **how)
