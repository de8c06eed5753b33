"""Answers a question about an image, and writes a page and pictures that show how the model came to its answer.

Without arguments, a toy that ships with the package answers a question about a generated scene. With --model, --image
and --question the same is done with any supported checkpoint and image. Patching needs a second image (--source-image);
without one it is made from the first, and the page says how.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from vlm_lens_native import HookedVLMTransformer, VLMLensError
from vlm_lens_native.pages.demo import Example, example_from_image, example_from_scene, study, write_study
from vlm_lens_native.toys import TOYS
from vlm_lens_native.toys.scenes import IMAGE_SIZE


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the demo; returns the exit status."""
    options = _parser().parse_args(arguments)
    try:
        model = HookedVLMTransformer.from_pretrained(options.model, device=options.device)
        example = _example(model, options)
        result = study(model, example, name=_shown_name(options.model))
        written = write_study(model, result, options.out)
    except VLMLensError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    print(result.summary())
    print(f"\nOpen {written.page} in a browser. Pictures:")
    print("\n".join(f"  {path}" for path in written.pictures))
    return 0


def _shown_name(model: str) -> str:
    """A hub id or toy as it is; of a local directory its own name."""
    return Path(model).resolve().name if Path(model).is_dir() else model


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="demo", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = f"a hub id, a local directory, or a toy: {', '.join(TOYS)} (default: %(default)s)"
    parser.add_argument("--model", default="toy-llava", help=names)
    parser.add_argument("--image", type=Path, metavar="FILE", help="the image (default: a generated scene)")
    parser.add_argument("--question", metavar="TEXT", help="what to ask about it")
    parser.add_argument("--source-image", type=Path, metavar="FILE", help="the image to patch from")
    parser.add_argument("--out", type=Path, default=Path("runs/demo"), metavar="DIR", help="default: %(default)s")
    parser.add_argument("--device", help="where the model runs, such as cuda (default: the CPU)")
    return parser


def _example(model: HookedVLMTransformer, options: argparse.Namespace) -> Example:
    if options.image is None:
        tokens = model.process_image(Image.new("RGB", (IMAGE_SIZE, IMAGE_SIZE))).grid_w
        return example_from_scene(options.question, grid=min(tokens, 8), source_image=options.source_image)
    question = options.question or "What is in the image?"
    return example_from_image(options.image, question, source_image=options.source_image)


if __name__ == "__main__":
    sys.exit(main())
