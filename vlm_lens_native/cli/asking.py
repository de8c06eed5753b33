"""From a request to a model, an image and a question."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vlm_lens_native.cli.request import Request

if TYPE_CHECKING:
    from vlm_lens_native.model import HookedVLMTransformer
    from vlm_lens_native.pages.demo import Example


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A model, and what it is asked."""

    request: Request
    model: HookedVLMTransformer
    example: Example
    inputs: Any

    @property
    def about(self) -> dict[str, Any]:
        """What was asked, for machines."""
        image = "a generated scene" if self.request.image is None else str(self.request.image)
        return {"model": self.request.model, "image": image, "question": self.example.question}

    def generated(self, max_new_tokens: int) -> str:
        """The model's answer, decoded greedily."""
        n_prompt = self.inputs["input_ids"].shape[1]
        ids = self.model.generate(self.inputs, max_new_tokens=max_new_tokens, do_sample=False)[0, n_prompt:]
        return self.model.tokenizer.decode(ids, skip_special_tokens=True).strip()


def load(request: Request) -> HookedVLMTransformer:
    """The model that a request names."""
    from vlm_lens_native.model import HookedVLMTransformer

    device = request.device or default_device()
    return HookedVLMTransformer.from_pretrained(request.model, device=device, dtype=request.dtype)


def check_images(*paths: Path | None) -> None:
    """Opens images before a model is loaded, which may take minutes.

    Raises:
        ImageError: One can't be read.
    """
    from vlm_lens_native.inputs import load_image

    for path in paths:
        if path is not None:
            load_image(path)


def default_device() -> str:
    """The GPU if there is one."""
    import torch

    return "cuda" if torch.cuda.is_available() else "cpu"


def shown_name(model: str) -> str:
    """A hub id or toy as it is; of a local directory its own name."""
    return Path(model).resolve().name if Path(model).is_dir() else model


def example_for(model: HookedVLMTransformer, request: Request, *, source_image: Path | None = None) -> Example:
    """The image and the question of a request; a scene for the model's own grid of image tokens without an image."""
    from PIL import Image

    from vlm_lens_native.pages.demo import example_from_image, example_from_scene
    from vlm_lens_native.toys.scenes import IMAGE_SIZE

    if request.image is not None:
        question = request.question or "What is in the image?"
        return example_from_image(request.image, question, source_image=source_image)
    tokens = model.process_image(Image.new("RGB", (IMAGE_SIZE, IMAGE_SIZE))).grid_w
    return example_from_scene(request.question, grid=min(tokens, 8), source_image=source_image)


def ask(request: Request, *, source_image: Path | None = None) -> Asked:
    """Loads the model and prepares the question."""
    check_images(request.image, source_image)
    model = load(request)
    example = example_for(model, request, source_image=source_image)
    inputs = model.prepare_messages(example.question, example.image)
    return Asked(request=request, model=model, example=example, inputs=inputs)
