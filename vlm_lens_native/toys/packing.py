"""Packs one image and several independent questions into one row.

A row is the chat's beginning with the image (the prefix), followed by blocks, each the rest of the chat for one
question with its answer. Every block sees the prefix and itself, and its positions restart behind the prefix, so its
logits are those of the plain chat. The image is encoded once for all questions: the largest gain in training time.

Nothing here knows a family: prefix and blocks are read off the chat template's own output.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from jaxtyping import Bool, Int
from PIL import Image
from torch import Tensor
from transformers import PreTrainedModel, ProcessorMixin

from vlm_lens_native.toys.questions import ANSWERS, Question, all_questions
from vlm_lens_native.toys.scenes import IMAGE_SIZE, Scene

IGNORED = -100


@dataclass(frozen=True, kw_only=True)
class Packed:
    """A batch of packed rows.

    Attributes:
        inputs: Keyword arguments of the model's forward.
        labels: The next token at each position that is trained on; ``IGNORED`` elsewhere.
        is_answer: Where the label is an answer's word, not the end of the turn.
    """

    inputs: dict[str, Any]
    labels: Int[Tensor, "batch pos"]
    is_answer: Bool[Tensor, "batch pos"]


class Packer:
    """Turns scenes and questions into packed batches for one model and its processor."""

    def __init__(self, model: PreTrainedModel, processor: ProcessorMixin) -> None:
        """Reads prefix, question blocks and answer tokens off the processor's chats."""
        self._processor = processor
        blank = Image.new("RGB", (IMAGE_SIZE, IMAGE_SIZE))
        self._image_text = chat_text(processor, "", answer=None)
        chats = {question.text: _ids(processor, blank, question.text) for question in all_questions()}
        self.prefix = _common_prefix(list(chats.values()))
        self._prompts = {text: ids[len(self.prefix) :] for text, ids in chats.items()}
        self.answer_ids = answer_ids(processor)
        self._eos: int = processor.tokenizer.eos_token_id
        self._prefix_positions = _prefix_positions(model, processor, blank, len(self.prefix))

    def pixels(self, scenes: Sequence[Scene]) -> dict[str, Tensor]:
        """The processor's picture inputs for one scene a row."""
        text = [self._image_text] * len(scenes)
        images = [[scene.image] for scene in scenes]
        encoded = self._processor(images=images, text=text, return_tensors="pt", padding=True)
        return {key: value for key, value in encoded.items() if key.startswith(("pixel", "image"))}

    def pack(self, scenes: Sequence[Scene], questions: Sequence[Sequence[Question]]) -> Packed:
        """Packs each scene with its questions; every row has as many questions as the others."""
        rows = [
            [self._block(scene, question) for question in asked] for scene, asked in zip(scenes, questions, strict=True)
        ]
        length = len(self.prefix) + max(sum(map(len, row)) for row in rows)
        shape = (len(rows), length)
        ids = torch.full(shape, self._processor.tokenizer.pad_token_id)
        ids[:, : len(self.prefix)] = torch.tensor(self.prefix)
        labels = torch.full(shape, IGNORED)
        is_answer = torch.zeros(shape, dtype=torch.bool)
        block_of = torch.zeros(shape, dtype=torch.long)  # 0 is the prefix; padding joins the last block
        offsets = torch.zeros(shape, dtype=torch.long)
        for i, row in enumerate(rows):
            start = len(self.prefix)
            for number, block in enumerate(row, start=1):
                end = start + len(block)
                ids[i, start:end] = torch.tensor(block)
                labels[i, end - 3 : end - 1] = torch.tensor(block[-2:])
                is_answer[i, end - 3] = True
                block_of[i, start:] = number
                offsets[i, start:] = torch.arange(length - start)
                start = end
        inputs = dict(
            input_ids=ids,
            attention_mask=packed_mask(block_of),
            position_ids=self._positions(offsets),
            **self.pixels(scenes),
        )
        return Packed(inputs=inputs, labels=labels, is_answer=is_answer)

    def _block(self, scene: Scene, question: Question) -> list[int]:
        return [*self._prompts[question.text], self.answer_ids[question.answer(scene)], self._eos]

    def _positions(self, offsets: Int[Tensor, "batch pos"]) -> Int[Tensor, "*axes batch pos"]:
        """Prefix positions as the model has them (three axes for M-RoPE), then each block's, counted from there."""
        prefix = self._prefix_positions  # [*axes, prefix]
        n = prefix.shape[-1]
        first = prefix.max() + 1
        positions = (offsets + first).expand(*prefix.shape[:-1], *offsets.shape).clone()
        positions[..., :n] = prefix.unsqueeze(-2)
        return positions


def packed_mask(block_of: Int[Tensor, "batch pos"]) -> Bool[Tensor, "batch 1 pos pos"]:
    """Who sees whom: the earlier positions of the prefix (block 0) and of the same block."""
    query, key = block_of[:, :, None], block_of[:, None, :]
    causal = torch.ones(block_of.shape[1], block_of.shape[1], dtype=torch.bool).tril()
    return (((key == 0) | (key == query)) & causal)[:, None]


def chat_text(processor: ProcessorMixin, question: str, *, answer: str | None) -> str:
    """The chat about one image as text: up to where the answer belongs, or with it."""
    content = [{"type": "image"}, {"type": "text", "text": question}]
    messages: list[dict[str, Any]] = [{"role": "user", "content": content}]
    if answer is not None:
        messages.append({"role": "assistant", "content": [{"type": "text", "text": answer}]})
    return processor.apply_chat_template(messages, add_generation_prompt=answer is None)


def answer_ids(processor: ProcessorMixin) -> dict[str, int]:
    """The token with which a toy gives each answer: "red" at the start of a turn, or " red" behind "Assistant:".

    Raises:
        ValueError: If the chat template doesn't put an answer's single token and the end of the turn behind a prompt.
    """
    tokenizer = processor.tokenizer
    prompt = tokenizer.encode(chat_text(processor, "", answer=None))
    found = {}
    for word in ANSWERS:
        chat = tokenizer.encode(chat_text(processor, "", answer=word))
        start, (answer, end) = chat[: len(prompt)], chat[len(prompt) :][:2]
        if start != prompt or end != tokenizer.eos_token_id:
            raise ValueError(f"the answer {word!r} is not one token between the prompt and the end of the turn")
        found[word] = answer
    return found


def _ids(processor: ProcessorMixin, image: Image.Image, question: str) -> list[int]:
    text = chat_text(processor, question, answer=None)
    return processor(images=[[image]], text=[text], return_tensors="pt")["input_ids"][0].tolist()


def _common_prefix(sequences: list[list[int]]) -> list[int]:
    arrays = np.array([sequence[: min(map(len, sequences))] for sequence in sequences])
    same = (arrays == arrays[0]).all(axis=0)
    return sequences[0][: int(same.argmin())]


def _prefix_positions(
    model: PreTrainedModel, processor: ProcessorMixin, image: Image.Image, length: int
) -> Int[Tensor, "*axes prefix"]:
    """The positions that the model gives to the prefix, from its own M-RoPE where it has one."""
    if not hasattr(model.model, "get_rope_index"):
        return torch.arange(length)
    text = chat_text(processor, "", answer=None)
    encoded = processor(images=[[image]], text=[text], return_tensors="pt")
    positions, _ = model.model.get_rope_index(
        encoded["input_ids"],
        image_grid_thw=encoded["image_grid_thw"],
        mm_token_type_ids=encoded["mm_token_type_ids"],
    )
    return positions[:, 0, :length]
