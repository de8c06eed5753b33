"""Loads a checkpoint by Hugging Face and by this library, and compares every activation.

Exit status: 0 if all are equal, 1 if any differs or the checkpoint can't be loaded.
"""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from vlm_lens_native import HookedVLMTransformer, VLMLensError
from vlm_lens_native.families import hf_class_for
from vlm_lens_native.parity import ParityReport, check_parity
from vlm_lens_native.toys import TOYS, toy_path

DTYPES = {"float32": torch.float32, "bfloat16": torch.bfloat16, "float16": torch.float16}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name_or_path", help="hub id, local directory, or a toy")
    parser.add_argument("--dtype", nargs="+", choices=DTYPES, default=["float32", "bfloat16"])
    parser.add_argument("--attention", nargs="+", choices=("sdpa", "eager"), default=["sdpa", "eager"])
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--image", type=Path, nargs="+", help="one or more; two made-up images without it")
    parser.add_argument("--question", nargs="+", default=["What is in the image?", "How many shapes are there?"])
    return parser.parse_args()


def images(paths: list[Path] | None) -> list[Image.Image]:
    if paths:
        return [Image.open(path).convert("RGB") for path in paths]
    noise = np.random.default_rng(0)
    return [Image.fromarray(noise.integers(0, 256, size, dtype=np.uint8)) for size in ((112, 112, 3), (96, 144, 3))]


def compare(options: argparse.Namespace, dtype: str, attention: str) -> ParityReport:
    """Runs a batch of different lengths, so that padding is checked as well."""
    path = toy_path(options.name_or_path) if options.name_or_path in TOYS else options.name_or_path
    loading = {"dtype": DTYPES[dtype], "attn_implementation": attention}
    model = HookedVLMTransformer.from_pretrained(options.name_or_path, device=options.device, **loading)
    hf_model = hf_class_for(model.hf_config).from_pretrained(path, device_map={"": options.device}, **loading).eval()
    pictures = images(options.image)
    questions = [options.question[nth % len(options.question)] for nth in range(len(pictures))]
    inputs = model.prepare_messages_batch(questions, pictures)
    return check_parity(model, hf_model, inputs)


def main() -> int:
    options = arguments()
    equal = True
    for dtype in options.dtype:
        for attention in options.attention:
            report = compare(options, dtype, attention)
            gc.collect()
            print(f"\n{options.name_or_path}, {dtype}, {attention}")
            print(report.to_dataframe().to_string(index=False))
            print(report)
            equal &= report.equal
    print(
        "\nEqual to Hugging Face throughout."
        if equal
        else "\nDIFFERENT from Hugging Face; see the first difference above."
    )
    return 0 if equal else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except VLMLensError as error:
        sys.exit(f"verify: {error}")
