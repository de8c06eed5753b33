"""Which token saw each pixel: the link from values of tokens to a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import matplotlib
import numpy as np
from jaxtyping import Float, Int, UInt8
from PIL import Image

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import TokenLayout, load_image
from vlm_lens_native.inputs.loading import ImageLike
from vlm_lens_native.visualize.style import COLOUR_MAP


@dataclass(frozen=True, kw_only=True, eq=False)
class TokenMap:
    """An image, and for each of its pixels the token that saw it.

    Attributes:
        image: RGB, in the size in which it is to be shown.
        token: For each pixel the number of the image token (in the order of the sequence), -1 where none saw it.
        n_tokens: Tokens of the image, with those that are not seen here because others saw the same pixels.
    """

    image: Image.Image
    token: Int[np.ndarray, "height width"]
    n_tokens: int

    @classmethod
    def of(
        cls,
        image: ImageLike,
        layout: TokenLayout,
        *,
        number: int = 0,
        batch: int = 0,
        frame: int | None = None,
        combine: Literal["tiles", "global"] = "tiles",
        longest: int = 896,
    ) -> TokenMap:
        """Looks up the tokens of an image.

        Args:
            image: The user's image, as it was given to the model (`inputs.load_image` reads it).
            layout: Of the inputs that hold it.
            number: Of the image in its row.
            batch: Row of the batch.
            frame: Which frame of a video.
            combine: Whose tokens count where tiles and a global view overlap.
            longest: Longest side of the picture in pixels.

        Raises:
            InputError: The image has another size than the layout says, or there is no such frame.
        """
        image = load_image(image)
        size = layout.image_size(image=number, batch=batch)
        if image.size != size:
            raise InputError(
                f"The image has {image.width} x {image.height} pixels, but image {number} of these inputs has "
                f"{size[0]} x {size[1]} {layout.box_space} pixels; give the image that the inputs were made from."
            )
        tokens = np.arange(len(layout.positions(kind="image", image=number, batch=batch)))
        painted = layout.heatmap(tokens, image=number, batch=batch, frame=frame, combine=combine)
        token = np.where(np.isnan(painted), -1, np.nan_to_num(painted)).astype(int)
        return cls(image=image, token=token, n_tokens=len(tokens)).resized(longest)

    def resized(self, longest: int) -> TokenMap:
        """The same in another size; each pixel keeps the token that saw its centre."""
        scale = longest / max(self.image.size)
        width, height = (max(1, round(side * scale)) for side in self.image.size)
        rows = ((np.arange(height) + 0.5) * self.image.height / height).astype(int)
        columns = ((np.arange(width) + 0.5) * self.image.width / width).astype(int)
        image = self.image.resize((width, height), Image.Resampling.LANCZOS)
        return TokenMap(image=image, token=self.token[np.ix_(rows, columns)], n_tokens=self.n_tokens)

    def check(self, values: Sequence[float] | Sequence[str] | np.ndarray) -> None:
        """Raises an InputError unless there is one value for each token."""
        if np.shape(values) != (self.n_tokens,):
            raise InputError(f"Got values of shape {np.shape(values)} for an image of {self.n_tokens} tokens.")

    def paint(self, values: Float[np.ndarray, " token"]) -> Float[np.ndarray, "height width"]:
        """Each pixel with its token's value; NaN where no token saw it.

        Raises:
            InputError: Another number of values than tokens, such as one for each position of the prompt.
        """
        self.check(values)
        return np.append(np.asarray(values, dtype=float), np.nan)[self.token]

    def blend(
        self, values: Float[np.ndarray, " token"], *, low: float = 0.0, high: float = 1.0, veil: float = 0.15
    ) -> UInt8[np.ndarray, "height width 3"]:
        """The values as colours over the image in grey. What no token saw is faded to white.

        Args:
            values: One for each token.
            low: Value at the dark end of the colour map.
            high: Value at its bright end.
            veil: How much of the image the low end covers: more where many small maps are compared.
        """
        grey = np.asarray(self.image.convert("L"), dtype=float)[..., None].repeat(3, axis=-1)
        painted = self.paint(values)
        share = np.clip((painted - low) / max(high - low, 1e-12), 0, 1)
        opacity = veil + (0.85 - veil) * np.sqrt(np.nan_to_num(share))[..., None]
        colours = matplotlib.colormaps[COLOUR_MAP](np.nan_to_num(share))[..., :3] * 255
        mixed = np.where(np.isnan(painted)[..., None], 0.25 * grey + 191, (1 - opacity) * grey + opacity * colours)
        return mixed.round().astype(np.uint8)
