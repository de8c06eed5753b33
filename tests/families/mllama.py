"""A tiny Llama 3.2 Vision, and what HF's processor would make for it: tiles, and a mask that says who sees them."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from tests.families.checkpoints import TEXT, pixels, rows, words

IMAGE = 128  # behind the vocabulary, as in the hub's checkpoints
CROSS, SELF = (1, 3), (0, 2)
CONFIG = {
    "text_config": {
        **TEXT,
        "num_hidden_layers": 4,
        "cross_attention_layers": list(CROSS),
        "bos_token_id": 1,
        "eos_token_id": 2,
    },
    "vision_config": {
        "hidden_size": 32,
        "intermediate_size": 48,
        "attention_heads": 4,
        "image_size": 28,
        "patch_size": 14,
        "num_hidden_layers": 3,
        "num_global_layers": 2,
        "intermediate_layers_indices": [0, 2],
        "vision_output_dim": 96,
    },
    "image_token_index": IMAGE,
}
FIRST = [1, IMAGE, *words(3, seed=1), IMAGE, *words(5, seed=2)]
SECOND = [1, IMAGE, *words(5, seed=3)]
_N_TILES = {0: 1, 2: 2, 6: 4, 7: 3}  # by the number of an arrangement


def images_of(*arrangements: int) -> dict[str, Tensor]:
    """One row's images: for each, the number of its arrangement of tiles."""
    mask = torch.tensor([[[nth < _N_TILES[each] for nth in range(4)] for each in arrangements]]).long()
    seen = pixels(1, len(arrangements), 4, 3, 28, 28, seed=sum(arrangements)) * mask[..., None, None, None]
    return {"pixel_values": seen, "aspect_ratio_ids": torch.tensor([arrangements]), "aspect_ratio_mask": mask}


def alone(row: int, *, n_before: int = 1) -> dict[str, Tensor]:
    """A row by itself: two images of two and four tiles, of which later tokens see the second; or one of three."""
    ids = (FIRST, SECOND)[row][1 - n_before :]
    given = rows(ids, length=len(ids)) | (images_of(2, 6) if row == 0 else images_of(7))
    sees = torch.zeros(1, len(ids), given["aspect_ratio_ids"].shape[1], 4, dtype=torch.long)
    starts = [nth for nth, token in enumerate(ids) if token == IMAGE]
    for image, (start, stop) in enumerate(zip(starts, [*starts[1:], len(ids)], strict=True)):
        sees[0, start:stop, image] = given["aspect_ratio_mask"][0, image]
    return {**given, "cross_attention_mask": sees}


def batch(*, n_before: int = 1) -> dict[str, Tensor]:
    """Both rows, as HF's processor fills them up: the second on the left, and with an image that is not there."""
    first, second = (alone(row, n_before=n_before) for row in (0, 1))
    own = [ids[1 - n_before :] for ids in (FIRST, SECOND)]
    together = rows(*own, length=len(own[0]))
    widths = {
        "pixel_values": (0, 0) * 4 + (0, 1),
        "aspect_ratio_ids": (0, 1),
        "aspect_ratio_mask": (0, 0, 0, 1),
        "cross_attention_mask": (0, 0, 0, 1, len(FIRST) - len(SECOND), 0),
    }
    for key, width in widths.items():
        together[key] = torch.cat([first[key], nn.functional.pad(second[key], width)])
    together["aspect_ratio_mask"][1, 1, 0] = 1  # HF's processor gives every image a tile at least
    return together
