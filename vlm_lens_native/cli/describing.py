"""Commands about models and this installation: compared with Hugging Face, listed, described."""

from __future__ import annotations

import gc
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vlm_lens_native.cli.asking import load
from vlm_lens_native.cli.output import check_out, print_json, print_table, records, write_document
from vlm_lens_native.cli.request import FILE, Request, not_empty

if TYPE_CHECKING:
    from vlm_lens_native.parity import ParityReport

_PACKAGES = ("torch", "transformers", "torchvision", "accelerate", "tokenizers", "safetensors", "numpy", "pandas")
_PACKAGES += ("pillow", "matplotlib", "fastapi", "anywidget", "peft", "bitsandbytes", "ray")
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
    question: Annotated[list[str], typer.Option(help="May be given several times.", callback=not_empty)] = _QUESTIONS,
    dtype: Annotated[list[Precision], typer.Option(help="May be given several times.")] = _PRECISIONS,
    attention: Annotated[list[Kernel], typer.Option(help="May be given several times.")] = _KERNELS,
) -> int:
    """Compares a checkpoint with Hugging Face's model, activation by activation; exits with 1 if any differs."""
    check_out(request, ".csv")
    reports = {}
    for each in dtype:
        for kernel in attention:
            report = _compared(name or request.model, request.device or "cpu", each, kernel, image or (), question)
            gc.collect()
            reports[each, kernel] = report
            if not request.json:
                table = report.to_dataframe().to_string(index=False)
                print(f"\n{name or request.model}, {each}, {kernel}\n{table}\n{report}")
    equal = all(report.equal for report in reports.values())
    if request.out is not None:
        _all_lines(reports).to_csv(request.out, index=False)
    if request.json:
        print_json({"model": name or request.model, "equal": equal, "comparisons": records(_all_lines(reports))})
    else:
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
    found |= {package: _version(package) for package in _PACKAGES}
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
    name: str, device: str, dtype: str, attention: str, images: Sequence[Path], questions: Sequence[str]
) -> ParityReport:
    """A batch of different lengths, so that padding is compared as well."""
    import torch

    from vlm_lens_native.families import hf_class_for
    from vlm_lens_native.inputs import load_image
    from vlm_lens_native.model import HookedVLMTransformer
    from vlm_lens_native.parity import check_parity
    from vlm_lens_native.toys import TOYS, toy_path

    how = {"dtype": getattr(torch, dtype), "attn_implementation": attention}
    model = HookedVLMTransformer.from_pretrained(name, device=device, **how)
    path = toy_path(name) if name in TOYS else name
    hf_model = hf_class_for(model.hf_config).from_pretrained(path, device_map={"": device}, **how).eval()
    pictures = [load_image(path) for path in images] or _noise()
    asked = [questions[nth % len(questions)] for nth in range(len(pictures))]
    return check_parity(model, hf_model, model.prepare_messages_batch(asked, pictures))


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


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
