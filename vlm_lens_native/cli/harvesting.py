"""The command that keeps activations of many images."""

from __future__ import annotations

import contextlib
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from vlm_lens_native.cli.asking import default_device
from vlm_lens_native.cli.output import print_json
from vlm_lens_native.cli.request import Request

if TYPE_CHECKING:
    from vlm_lens_native.experiments import Examples

_IMAGES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".tif", ".tiff")


def harvest(
    request: Request,
    data: Annotated[
        Path | None, typer.Option(help="A folder of images, or lines of JSON (image, question).", exists=True)
    ] = None,
    names: Annotated[list[str], typer.Option("--name", help="A hook point, a pattern, or a short name.")] = [  # noqa: B006
        "resid_post"
    ],
    positions: Annotated[str, typer.Option(help="Which tokens: images, all, text, last, question.")] = "images",
    sample_positions: Annotated[int | None, typer.Option(min=1, help="At most so many of each image.")] = None,
    stored: Annotated[Literal["bfloat16", "float16", "float32"], typer.Option(help="Of what is kept.")] = "bfloat16",
    batch_size: Annotated[int, typer.Option(min=1, help="Images that run together.")] = 32,
    samples_per_shard: Annotated[int, typer.Option(min=1, help="Images of one file.")] = 1024,
    launcher: Annotated[Literal["here", "ray"], typer.Option(help="In this process, or by Ray's actors.")] = "here",
    workers: Annotated[int, typer.Option(min=1, help="How many actors.")] = 1,
    gpus: Annotated[float, typer.Option(min=0, help="GPUs of each actor.")] = 0,
    loaders: Annotated[int, typer.Option(min=0, help="Processes that prepare inputs, for each worker.")] = 0,
    part: Annotated[str | None, typer.Option(help="K/N: this process fills part K of N, counted from 0.")] = None,
    estimate: Annotated[bool, typer.Option(help="Only say how large and how long it would be.")] = False,
) -> None:
    """Keeps activations of many images in a store; the same command again goes on where it was stopped."""
    if (data is None) == (request.image is None):
        raise typer.BadParameter("Give --data, a folder of images or lines of JSON, or one --image.")
    if request.out is None and not estimate:
        raise typer.BadParameter("--out says in which folder the store is kept.")
    from vlm_lens_native import harvest as harvesting

    device = request.device or default_device()
    plan = harvesting.Plan(
        model=request.model,
        names=names[0] if len(names) == 1 else names,
        prompt=request.question if data is None or data.is_dir() else None,
        positions=positions,
        sample_positions=sample_positions,
        dtype=stored,
        batch_size=batch_size,
        samples_per_shard=samples_per_shard,
        load={"device": device, "dtype": request.dtype},
    )
    examples = _examples(request, data)
    with contextlib.redirect_stdout(sys.stderr):  # what it says of its progress
        if request.out is None or estimate:
            said: Any = plan.estimate(examples)
        else:
            how: dict[str, Any] = {"launcher": launcher, "workers": workers, "gpus": gpus, "loaders": loaders}
            store = harvesting.run(plan, examples, request.out, part=part, **how)
            said = store.report
    if request.json:
        out = None if request.out is None else str(request.out)
        print_json({"model": request.model, "out": out, "estimate" if estimate else "report": asdict(said)})
    else:
        print(said)


def _examples(request: Request, data: Path | None) -> Examples:
    """The table: lines of JSON, the images of a folder, or one image, each asked the question."""
    from vlm_lens_native.errors import InputError
    from vlm_lens_native.experiments import Examples

    if data is not None and not data.is_dir():
        return Examples.from_jsonl(data)
    found = (
        [request.image] if data is None else sorted(each for each in data.iterdir() if each.suffix.lower() in _IMAGES)
    )
    if not found:
        raise InputError(f"There are no images in {data}; expected files that end in {', '.join(_IMAGES)}.")
    return Examples([{"image": str(path), "question": request.question or "What is in the image?"} for path in found])
