"""How well a toy answers, and what a logit lens finds at its image tokens, on scenes that it has never seen."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from jaxtyping import Int
from torch import Tensor
from transformers import BatchFeature, PreTrainedModel, ProcessorMixin

from vlm_lens_native.toys.losses import patch_labels
from vlm_lens_native.toys.models import ToySpec
from vlm_lens_native.toys.packing import answer_ids, chat_text
from vlm_lens_native.toys.questions import Kind, Question, held_out
from vlm_lens_native.toys.scenes import COLOURS, SHAPES, Scene, Seed

_BATCH = 50


def accuracy(model: PreTrainedModel, processor: ProcessorMixin, kind: Kind, *, n: int, seed: Seed, grid: int) -> float:
    """The share of held-out questions whose greedy next token is the right answer.

    Args:
        model: A toy.
        processor: The toy's processor.
        kind: Which questions to ask.
        n: How many scenes, each with one question.
        seed: Seeds the scenes.
        grid: Cells along each side of the scenes, the toy's.
    """
    questions = held_out(kind, n, seed=seed, grid=grid)
    right = 0
    for start in range(0, n, _BATCH):
        pairs = questions[start : start + _BATCH]
        answers = next_words(model, processor, pairs)
        right += sum(said == question.answer(scene) for said, (scene, question) in zip(answers, pairs, strict=True))
    return right / n


@torch.no_grad()
def next_words(model: PreTrainedModel, processor: ProcessorMixin, pairs: Sequence[tuple[Scene, Question]]) -> list[str]:
    """The greedy next token after each question, without surrounding spaces."""
    logits = model(**_encode(processor, pairs), logits_to_keep=1).logits
    return [processor.tokenizer.decode([token]).strip() for token in logits[:, -1].argmax(-1).tolist()]


@torch.no_grad()
def naming_by_layer(
    model: PreTrainedModel, processor: ProcessorMixin, spec: ToySpec, *, n: int, seed: Seed
) -> tuple[list[float], list[float]]:
    """Reads every layer's residual stream at image tokens through the final norm and the unembedding.

    Args:
        model: A toy.
        processor: The toy's processor.
        spec: The toy's specification.
        n: How many scenes to read.
        seed: Seeds the scenes.

    Returns:
        Two shares for each layer's input and the last layer's output: of objects whose token's top word is the
        object's colour or shape, and of background tokens whose top word is any colour or shape.
    """
    pairs = held_out("shape", n, seed=seed, grid=spec.grid)
    inputs = _encode(processor, pairs)
    hidden = model(**inputs, output_hidden_states=True).hidden_states
    image = inputs["input_ids"] == model.config.image_token_id
    labels = patch_labels([scene for scene, _ in pairs], spec.token_cells).flatten()
    norm = model.get_decoder().norm
    streams = [*(norm(layer[image]) for layer in hidden[:-1]), hidden[-1][image]]  # HF normalises the last itself
    tops = [model.lm_head(stream).argmax(-1) for stream in streams]
    ids = answer_ids(processor)
    words = {word: ids[word] for word in (*COLOURS, *SHAPES)}
    return [_named(top, labels, words) for top in tops], [_said(top, labels, words) for top in tops]


def _encode(processor: ProcessorMixin, pairs: Sequence[tuple[Scene, Question]]) -> BatchFeature:
    texts = [chat_text(processor, question.text, answer=None) for _, question in pairs]
    images = [[scene.image] for scene, _ in pairs]
    return processor(images=images, text=texts, return_tensors="pt", padding=True)


def _named(top: Int[Tensor, " token"], labels: Int[Tensor, " token"], words: dict[str, int]) -> float:
    pairs = torch.tensor([[words[shape], words[colour]] for shape in SHAPES for colour in COLOURS])
    is_object = labels > 0
    return (top[is_object, None] == pairs[labels[is_object] - 1]).any(-1).float().mean().item()


def _said(top: Int[Tensor, " token"], labels: Int[Tensor, " token"], words: dict[str, int]) -> float:
    return torch.isin(top[labels == 0], torch.tensor(list(words.values()))).float().mean().item()
