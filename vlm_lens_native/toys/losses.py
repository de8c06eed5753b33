"""The losses of the toys' recipe, and the classes of the throw-away head that names image tokens."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor, nn
from torch.nn import functional as F

from vlm_lens_native.toys.packing import IGNORED
from vlm_lens_native.toys.scenes import COLOURS, SHAPES, Scene

PATCH_CLASSES = {pair: 1 + i for i, pair in enumerate((shape, colour) for shape in SHAPES for colour in COLOURS)}
"""The head's class for each shape and colour; class 0 is background."""


def patch_labels(scenes: Sequence[Scene], token_cells: Sequence[int]) -> Int[Tensor, "batch image_token"]:
    """What each image token shows.

    Args:
        scenes: One scene a row.
        token_cells: The cell of each image token, or -1 (see ``ToySpec``).

    Returns:
        0 for background, else a class of ``PATCH_CLASSES``; ``IGNORED`` for tokens that show more than one cell.
    """
    labels = torch.zeros(len(scenes), len(token_cells), dtype=torch.long)
    labels[:, [index for index, cell in enumerate(token_cells) if cell < 0]] = IGNORED
    token_of = {cell: index for index, cell in enumerate(token_cells) if cell >= 0}
    for i, scene in enumerate(scenes):
        for item in scene.objects:
            row, column = item.cell
            labels[i, token_of[row * scene.grid + column]] = PATCH_CLASSES[item.shape, item.colour]
    return labels


def patch_loss(
    logits: Float[Tensor, "token classes"], labels: Int[Tensor, " token"], *, empty_weight: float
) -> Float[Tensor, ""]:
    """Cross-entropy of the head, with less weight on the many background tokens."""
    weight = torch.ones(logits.shape[-1])
    weight[0] = empty_weight
    return F.cross_entropy(logits, labels, weight=weight, ignore_index=IGNORED)


def object_accuracy(logits: Float[Tensor, "token classes"], labels: Int[Tensor, " token"]) -> float:
    """The share of objects that the head names rightly."""
    return (logits.argmax(-1) == labels)[labels > 0].float().mean().item()


def answer_loss(
    logits: Float[Tensor, "batch pos d_vocab"],
    labels: Int[Tensor, "batch pos"],
    is_answer: Bool[Tensor, "batch pos"],
    *,
    eos_weight: float,
) -> Float[Tensor, ""]:
    """Mean cross-entropy of the answers, with the ends of turns weighted down: they are learnt at once."""
    trained = labels != IGNORED
    losses = F.cross_entropy(logits[trained], labels[trained], reduction="none")
    weights = torch.where(is_answer[trained], 1.0, eos_weight)
    return (losses * weights).sum() / weights.sum()


class NamingLoss(nn.Module):
    """Asks the unembedding at image tokens for an object's two words, and for neither at background tokens."""

    def __init__(self, answer_ids: dict[str, int]) -> None:
        """Takes the token ids of all shapes and colours."""
        super().__init__()
        self._pairs = torch.tensor([[answer_ids[shape], answer_ids[colour]] for shape, colour in PATCH_CLASSES])
        self._words = self._pairs.unique()

    def forward(self, logits: Float[Tensor, "token d_vocab"], labels: Int[Tensor, " token"]) -> Float[Tensor, ""]:
        """Cross-entropy at objects (each word wants half the probability), plus -log P(no such word) elsewhere."""
        log_probs = logits.log_softmax(-1)
        is_object = labels > 0
        named = -log_probs[is_object].gather(1, self._pairs[labels[is_object] - 1]).mean()
        said = log_probs[labels == 0][:, self._words].exp().sum(-1)
        return named - torch.log1p(-said.clamp(max=1 - 1e-4)).mean()
