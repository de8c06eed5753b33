"""From a ``LogitLens`` to its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from jaxtyping import Bool
from PIL import Image

from vlm_lens_native.analysis.lens.lens_result import LogitLens
from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import load_image
from vlm_lens_native.visualize.lens_page import LensPage


def render_lens_page(
    lens: LogitLens,
    images: Image.Image | Sequence[Image.Image | None] = (),
    *,
    title: str = "Logit lens",
    text: str = "",
) -> str:
    """The page of a lens; see ``LogitLens.save_page``.

    Args:
        lens: The lens.
        images: The user's image; or one for each image and video of the row, None where there is none to show.
        title: Heading.
        text: A line below it.

    Raises:
        InputError: Images of another number or size than the layout's.
    """
    layout, batch, at = lens.layout, lens.only_row, lens.positions.numpy()
    table, n_images = layout.table, len(layout.placed[batch])
    given = [images] if isinstance(images, Image.Image) else list(images) or [None] * n_images
    given = [None if each is None else load_image(each) for each in given]
    sizes = tuple(layout.image_size(image=number, batch=batch) for number in range(n_images))
    wrong = [each.size for each, size in zip(given, sizes, strict=False) if each is not None and each.size != size]
    if len(given) != n_images or wrong:
        raise InputError(
            f"These inputs have {n_images} images of {', '.join(map(_shown, sizes)) or 'no'} {layout.box_space} "
            f"pixels; got {len(given)}{' of ' + ', '.join(map(_shown, wrong)) if wrong else ''}. Give those that the "
            "inputs were made from, in order."
        )
    on_image = (table.image[batch, at] >= 0) & ~np.isnan(table.box[batch, at, 0])
    return LensPage(
        title=title,
        text=text,
        note=_note(lens),
        layers=tuple(map(str, lens.layers)),
        positions=at,
        labels=tuple(_labels(lens, on_image)),
        images=tuple(given),
        image=np.where(on_image, table.image[batch, at], -1),
        sizes=sizes,
        boxes=np.where(on_image[:, None], table.box[batch, at], np.nan),
        frames=np.where(on_image, table.frame[batch, at], -1),
        is_global=table.is_global[batch, at] & on_image,
        strings=lens.strings,
        top_ids=lens.top_ids.numpy(),
        top_probs=lens.top_probs.numpy(),
        entropy=lens.entropy.numpy(),
        kl=lens.kl.numpy(),
        words=tuple(word.text for word in lens.words),
        word_probs=lens.word_probs.numpy(),
        word_ranks=lens.word_ranks.numpy(),
    ).render()


def _note(lens: LogitLens) -> str:
    spelled = [f"“{word.text}” is {len(word.token_ids)} tokens" for word in lens.words if len(word.token_ids) > 1]
    return f"All spellings of a followed word count together: {', '.join(spelled)}." if spelled else ""


def _labels(lens: LogitLens, on_image: Bool[np.ndarray, " row"]) -> Iterator[str]:
    """The place of an image token, ``image tile, frame or global view, row, column``; the text of any other."""
    table, batch = lens.layout.table, lens.only_row
    several = len(lens.layout.placed[batch]) > 1
    for position, has_place in zip(lens.positions.tolist(), on_image.tolist(), strict=True):
        at = (batch, position)
        if not has_place:
            yield lens.strings[int(table.token_id[at])]
            continue
        parts = [f"#{table.image[at]}"] if several else []
        parts += [f"t{table.tile_row[at]},{table.tile_column[at]}"] if table.tile_row[at] >= 0 else []
        parts += [f"f{table.frame[at]}"] if table.frame[at] >= 0 else []
        parts += ["global"] if table.is_global[at] else []
        yield " ".join([*parts, f"r{table.row[at]} c{table.column[at]}"])


def _shown(size: tuple[int, int]) -> str:
    return f"{size[0]} x {size[1]}"
