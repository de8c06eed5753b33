"""Trains a toy, writes its checkpoint, and measures and describes what was written."""

from __future__ import annotations

from pathlib import Path

import torch
from transformers import AutoModelForImageTextToText, AutoProcessor, PreTrainedModel, ProcessorMixin

from vlm_lens_native.toys.card import Facts, write_card
from vlm_lens_native.toys.evaluation import accuracy, naming_by_layer
from vlm_lens_native.toys.questions import KINDS
from vlm_lens_native.toys.training import Recipe, Trainer

EVAL_SEED = 1_000_003
_N_HELD_OUT = 1000
_N_LENS = 100


def train_and_release(
    name: str, *, out: Path, seed: int = 0, resume: bool = False, recipe: Recipe | None = None
) -> Path:
    """Trains a toy and writes its checkpoint with its model card.

    Args:
        name: One of ``TOYS``.
        out: The checkpoint becomes ``out/name``; the run is saved regularly as ``out/name.training.pt``.
        seed: Seeds weights and data.
        resume: Go on from the saved run, if there is one, instead of starting anew.
        recipe: Other numbers than the shipped toys' recipe.

    Returns:
        The checkpoint's directory.
    """
    out.mkdir(parents=True, exist_ok=True)
    state_file = out / f"{name}.training.pt"
    if not resume:
        state_file.unlink(missing_ok=True)
    trainer = Trainer(name, seed=seed, recipe=recipe, state_file=state_file)
    trainer.run()
    directory = out / name
    write_checkpoint(trainer.model, trainer.processor, directory)
    facts = measure(trainer, directory)
    (directory / "README.md").write_text(write_card(facts, trainer.recipe, trainer.progress))
    print("  ".join(f"{kind} {value:.3f}" for kind, value in facts.accuracies.items()))
    return directory


def write_checkpoint(model: PreTrainedModel, processor: ProcessorMixin, directory: Path) -> None:
    """Saves model and processor.

    The weights are stored in bfloat16 to halve the file, but the configuration says float32: that is the type in
    which ``from_pretrained`` loads them, so that analyses don't suffer bfloat16's rounding.
    """
    rounded = {key: value.to(torch.bfloat16) for key, value in model.state_dict().items()}
    model.save_pretrained(directory, state_dict=rounded)
    processor.save_pretrained(directory)


def measure(trainer: Trainer, directory: Path) -> Facts:
    """Measures the written checkpoint, as a user would load it."""
    model = AutoModelForImageTextToText.from_pretrained(directory).eval()
    processor = AutoProcessor.from_pretrained(directory)
    spec = trainer.spec
    named, said = naming_by_layer(model, processor, spec, n=_N_LENS, seed=EVAL_SEED)
    return Facts(
        name=trainer.name,
        model_class=type(model).__name__,
        processor_class=type(processor).__name__,
        parameters=model.num_parameters(),
        grid=spec.grid,
        tiled=-1 in spec.token_cells,
        seed=trainer.seed,
        eval_seed=EVAL_SEED,
        n_held_out=_N_HELD_OUT,
        n_lens=_N_LENS,
        accuracies={
            kind: accuracy(model, processor, kind, n=_N_HELD_OUT, seed=EVAL_SEED, grid=spec.grid) for kind in KINDS
        },
        named=named,
        said=said,
    )
