"""``python -m vlm_lens_native.app --model toy-llava``: serves the app until Ctrl-C."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial

from vlm_lens_native.app import serve
from vlm_lens_native.errors import VLMLensError
from vlm_lens_native.model import HookedVLMTransformer


def main(arguments: Sequence[str] | None = None) -> int:
    """Loads the models and serves them; 0 when it was stopped, 1 when something is wrong, 2 for wrong arguments."""
    parser = argparse.ArgumentParser(prog="vlm-lens-native app", description="Look at models in a browser.")
    parser.add_argument(
        "--model", action="append", metavar="ID_OR_PATH", help="may be given several times; default: toy-llava"
    )
    parser.add_argument(
        "--allow-models",
        action="append",
        default=[],
        metavar="ID_OR_PATH",
        help="a model that the page offers, and that is loaded when it is first asked; may be given several times",
    )
    parser.add_argument("--data", metavar="FOLDER_OR_JSONL", help="examples: images, or lines with image, task, answer")
    parser.add_argument("--host", default="127.0.0.1", help="any other address demands a token, which is printed")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--token", help="what browsers have to show; made where it is needed and not given")
    parser.add_argument("--device", help="such as cuda; default: the GPU if there is one")
    parser.add_argument("--dtype", default="auto", help="such as bfloat16; default: the checkpoint's")
    parser.add_argument("--no-browser", action="store_true", help="don't open a browser")
    options = parser.parse_args(arguments)
    try:
        import torch

        device = options.device or ("cuda" if torch.cuda.is_available() else "cpu")

        def load(name: str) -> HookedVLMTransformer:
            return HookedVLMTransformer.from_pretrained(name, device=device, dtype=options.dtype)

        serve(
            {name: load(name) for name in options.model or ["toy-llava"]},
            allowed={name: partial(load, name) for name in options.allow_models},
            host=options.host,
            port=options.port,
            token=options.token,
            data=options.data,
            open_browser=not options.no_browser,
        )
    except (VLMLensError, ImportError, OSError) as error:
        print(f"vlm-lens-native app: {error}".replace("\n", " "), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
