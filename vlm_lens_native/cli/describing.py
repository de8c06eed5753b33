"""Commands about models and this installation: compared with Hugging Face, listed, described."""

from __future__ import annotations

import gc
import os
import platform
import sys
from dataclasses import replace
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vlm_lens_native._torchvision import installed
from vlm_lens_native.cli.asking import load
from vlm_lens_native.cli.output import check_out, print_json, print_table, records, write_document
from vlm_lens_native.cli.request import FILE, Request, not_empty

if TYPE_CHECKING:
    from vlm_lens_native.parity import ParityReport

_PACKAGES = ("torch", "transformers", "torchvision", "accelerate", "tokenizers", "safetensors", "numpy", "pandas")
_PACKAGES += ("pillow", "matplotlib", "fastapi", "anywidget", "peft", "bitsandbytes", "ray")
_TOKENS = "random tokens, for want of a processor; not checked were vision encoder, adapter, and how prompts are made"
_PIXELS = "random tokens and pixels, for want of a processor; not checked was how prompts and images are prepared"
_QUESTIONS = ["What is in the image?", "How many shapes are there?"]


class Precision(StrEnum):
    """Of weights."""

    float32 = "float32"
    bfloat16 = "bfloat16"
    float16 = "float16"


class Kernel(StrEnum):
    """Of attention."""

    sdpa = "sdpa"
    eager = "eager"


_PRECISIONS = [Precision.float32, Precision.bfloat16]
_KERNELS = [Kernel.sdpa, Kernel.eager]


def verify(
    request: Request,
    name: Annotated[str | None, typer.Argument(help="The same as --model.")] = None,
    image: Annotated[
        list[Path] | None, typer.Option(help="May be given several times. (default: made-up ones)", **FILE)
    ] = None,
    question: Annotated[
        list[str] | None, typer.Option(help="May be given several times. (default: two)", callback=not_empty)
    ] = None,
    dtype: Annotated[list[Precision], typer.Option(help="May be given several times.")] = _PRECISIONS,
    attention: Annotated[list[Kernel], typer.Option(help="May be given several times.")] = _KERNELS,
) -> int:
    """Compares a checkpoint with Hugging Face's model, activation by activation; exits with 1 if any differs.

    Without a processor, both get random tokens, and random pixels where the config says how many.
    """
    check_out(request, ".csv")
    reports, given = {}, ""
    for each in dtype:
        for kernel in attention:
            report, given = _compared(name or request.model, request.device or "cpu", each, kernel, image, question)
            gc.collect()
            reports[each, kernel] = report
            if not request.json:
                table = report.to_dataframe().to_string(index=False)
                print(f"\n{name or request.model}, {each}, {kernel}\n{table}\n{report}")
    equal = all(report.equal for report in reports.values())
    if request.out is not None:
        _all_lines(reports).to_csv(request.out, index=False)
    if request.json:
        about = {"model": name or request.model, "inputs": given, "equal": equal}
        print_json(about | {"comparisons": records(_all_lines(reports))})
    else:
        print(f"\nBoth were given {given}.")
        different = "DIFFERENT from Hugging Face; see the first difference above."
        print("\nEqual to Hugging Face throughout." if equal else f"\n{different}")
    return 0 if equal else 1


def models(request: Request) -> None:
    """Lists the types of models that the tests compare with Hugging Face, and the toys that ship with the package."""
    check_out(request, ".csv")
    from vlm_lens_native.families import supported
    from vlm_lens_native.toys import TOYS

    table = supported()
    if request.out is not None:
        table.to_csv(request.out, index=False)
    if request.json:
        print_json({"toys": TOYS, "models": records(table)})
        return
    print(f"Toys, which ship with the package: {', '.join(TOYS)}\n")
    print_table(table)


def info(
    request: Request,
    model: Annotated[str | None, typer.Option(help="Also load this model, and describe it.")] = None,
) -> None:
    """Says what is installed here, for reports of errors; with --model, what a model is."""
    check_out(request, ".txt", ".json")
    found: dict[str, Any] = {
        "vlm_lens_native": version("vlm_lens_native"),
        "python": f"{platform.python_version()} ({sys.executable})",
        "platform": platform.platform(),
        "cpus": os.cpu_count(),
    }
    found |= {package: installed(package) for package in _PACKAGES}
    import torch

    found["devices"] = [torch.cuda.get_device_name(n) for n in range(torch.cuda.device_count())] or ["cpu"]
    if model is not None:
        loaded = load(replace(request, model=model))
        found |= {"model": repr(loaded), "notes": list(loaded.notes)}
    lines = "\n".join(f"{key}: {value}" for key, value in found.items())
    write_document(request.out, found, lines)
    if request.json:
        print_json(found)
    else:
        print(lines)


def _compared(
    name: str, device: str, dtype: str, attention: str, images: list[Path] | None, questions: list[str] | None
) -> tuple[ParityReport, str]:
    """A batch of different lengths, so that padding is compared as well; and what it was."""
    import torch

    from vlm_lens_native.families import hf_class_for
    from vlm_lens_native.inputs import load_image
    from vlm_lens_native.model import HookedVLMTransformer
    from vlm_lens_native.parity import check_parity, random_inputs
    from vlm_lens_native.toys import TOYS, toy_path

    how = {"dtype": getattr(torch, dtype), "attn_implementation": attention}
    model = HookedVLMTransformer.from_pretrained(name, device=device, **how)
    path = toy_path(name) if name in TOYS else name
    hf_model = hf_class_for(model.hf_config).from_pretrained(path, device_map={"": device}, **how).eval()
    if not (hasattr(model.processor, "image_processor") or images or questions):
        inputs = random_inputs(model, hf_model)
        return check_parity(model, hf_model, inputs), _PIXELS if "pixel_values" in inputs else _TOKENS
    pictures, questions = [load_image(path) for path in images or ()] or _noise(), questions or _QUESTIONS
    asked = [questions[nth % len(questions)] for nth in range(len(pictures))]
    report = check_parity(model, hf_model, model.prepare_messages_batch(asked, pictures))
    return report, f"{len(pictures)} images and a question about each"


def _noise() -> list[Any]:
    import numpy as np
    from PIL import Image

    noise = np.random.default_rng(0)
    return [Image.fromarray(noise.integers(0, 256, size, dtype=np.uint8)) for size in ((112, 112, 3), (96, 144, 3))]


def _all_lines(reports: dict[tuple[str, str], ParityReport]) -> Any:
    import pandas as pd

    tables = [
        report.to_dataframe().assign(dtype=dtype, attention=kernel) for (dtype, kernel), report in reports.items()
    ]
    return pd.concat(tables, ignore_index=True)
