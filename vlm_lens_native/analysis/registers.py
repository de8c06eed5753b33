"""Register tokens: image tokens whose activations are far longer than those of the rest of their image.

Source: Darcet et al., "Vision Transformers Need Registers" (2023), who find them in vision encoders; the threshold of
two standard deviations above the image's mean norm, at what the language model receives, is the Spectra paper's
(section 4, "Register token overlap").
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import torch
from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis.encoded_images import find_patches
from vlm_lens_native.analysis.result import Result
from vlm_lens_native.analysis.stream import position_indices
from vlm_lens_native.encoded import Inputs
from vlm_lens_native.errors import InputError
from vlm_lens_native.hook_names import is_visual
from vlm_lens_native.inputs import Selection, TokenLayout
from vlm_lens_native.inputs.geometry import Number
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.positions import Positions

if TYPE_CHECKING:
    import pandas as pd
    import PIL.Image
    from matplotlib.figure import Figure


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Registers(Result):
    """The norms of image tokens, and which of them are outliers in their image.

    Attributes:
        name: The hook point whose activations were measured.
        norms: L2 norm of each image token, of the longest of its patches in front of the adapter; NaN elsewhere.
        mean: Of the norms (of patches, in front of the adapter) of each image; NaN where a row has fewer images.
        std: Likewise their standard deviation, as of a sample (divided by n - 1).
        threshold: Likewise: longer tokens are registers.
        layout: Of the inputs.
    """

    _ranked_by, _shown = "norm", "The longest of them"
    _line_keys, line_row = ("image",), "batch"

    name: str
    norms: Float[Tensor, "batch pos"]
    mean: Float[Tensor, "batch image"]
    std: Float[Tensor, "batch image"]
    threshold: Float[Tensor, "batch image"]
    layout: TokenLayout

    @property
    def selection(self) -> Selection:
        """The register tokens, as positions for everything that takes positions."""
        images = self.layout.images
        return replace(images, mask=self.norms > self._of_image(self.threshold))

    def overlap(self, other: Positions) -> pd.DataFrame:
        """How many register tokens are among other tokens, image by image.

        Args:
            other: Such as the tokens at which a lens reads the answer: a selection, an index, a list or a mask; of it
                only tokens of the image count.

        Returns:
            One line for each image: ``batch``, ``image``, ``tokens``, ``registers``, ``others``, ``both``;
            ``share_of_registers``, the part of the registers that are among the others (what the Spectra paper
            reports; NaN without registers); ``expected``, that part if the others lay anywhere in the image.
        """
        import pandas as pd

        lines, own = [], self.selection.mask
        for batch, row in enumerate(self.layout.placed):
            theirs = torch.zeros(own.shape[1], dtype=torch.bool)
            theirs[position_indices(other, self.layout, batch=batch).cpu()] = True
            for image, item in enumerate(row):
                registers, others = own[batch, item.positions], theirs[item.positions]
                n_registers, n_both = int(registers.sum()), int((registers & others).sum())
                lines.append(
                    {
                        "batch": batch,
                        "image": image,
                        "tokens": len(registers),
                        "registers": n_registers,
                        "others": int(others.sum()),
                        "both": n_both,
                        "share_of_registers": n_both / n_registers if n_registers else math.nan,
                        "expected": float(others.float().mean()),
                    }
                )
        return pd.DataFrame(lines)

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each image token: ``batch``, ``image``, ``position``, ``norm``, ``z`` and ``is_register``.

        ``z`` is by how many standard deviations of its image the norm exceeds the mean.
        """
        import pandas as pd

        batch, position = (~self.norms.isnan()).nonzero(as_tuple=True)
        z = (self.norms - self._of_image(self.mean)) / self._of_image(self.std)
        return pd.DataFrame(
            {
                "batch": batch.numpy(),
                "image": self.layout.table.image[batch, position],
                "position": position.numpy(),
                "norm": self.norms[batch, position].numpy(),
                "z": z[batch, position].numpy(),
                "is_register": self.selection.mask[batch, position].numpy(),
            }
        )

    def plot(self, image: PIL.Image.Image, *, number: int = 0, batch: int = 0, frame: int | None = None) -> Figure:
        """The norms over the user's image, with the registers outlined.

        Args:
            image: The image that the inputs were made from.
            number: Of the image in its row.
            batch: Row of the batch.
            frame: Which frame of a video.
        """
        from vlm_lens_native.visualize import TokenMap, plot_marked_tokens

        at = self.layout.positions(kind="image", image=number, batch=batch)
        token_map = TokenMap.of(image, self.layout, number=number, batch=batch, frame=frame)
        marked = self.selection.mask[batch, at]
        return plot_marked_tokens(
            token_map,
            self.norms[batch, at].numpy(),
            marked=marked.numpy(),
            label=f"norm at {self.name}",
            title=f"{int(marked.sum())} of {len(at)} image tokens are registers",
        )

    def _of_image(self, values: Float[Tensor, "batch image"]) -> Float[Tensor, "batch pos"]:
        """For each position the value of its image; NaN elsewhere."""
        image = torch.from_numpy(self.layout.table.image)
        padded = torch.cat([values, torch.full((len(values), 1), math.nan)], dim=1)  # -1 is no image
        return padded.gather(1, image.where(image >= 0, torch.tensor(values.shape[1])))

    def __repr__(self) -> str:
        return f"Registers({len(self.selection)} of {len(self.layout.images)} image tokens at {self.name})"


def find_registers(
    model: HookedVLMTransformer,
    inputs: Inputs,
    *,
    at: str = "lm.hook_embed",
    n_std: Number = 2,
    threshold: Number | None = None,
) -> Registers:
    """Finds the image tokens whose norm is an outlier in their image, in the decoder, the adapter or the encoder.

    Args:
        model: The model.
        inputs: What ``model.prepare_*`` made, or HF's processor, with images; any number of rows.
        at: A hook point with a vector for each token or patch: ``lm.hook_embed`` is what the language model receives;
            ``vision.blocks.i.hook_resid_post`` is within the encoder. In front of the adapter a token is a register if
            one of its patches is an outlier among the image's patches (CLIP's class token left out).
        n_std: How many standard deviations above the image's mean norm a token has to be.
        threshold: A norm that takes the place of mean and deviations, for all images.

    Raises:
        HookNameError: No such hook point.
        InputError: Inputs without images, or a hook point without a vector for each token or patch.
    """
    layout = model.token_layout(inputs)
    if model.cfg.cross is not None:
        raise InputError(
            "This model's image features are keys of cross-attention: there are no image tokens in its sequence that "
            "could be registers. model.encode(inputs).image_keys.features holds the features."
        )
    if len(layout.images) == 0:
        raise InputError("These inputs have no images, so there are no image tokens that could be registers.")
    (name, *more) = model.hook_names(at)
    if more:
        raise InputError(f"{at!r} matches {1 + len(more)} hook points; take one at a time.")
    activation = _activation(model, inputs, name)
    axes = model.hook_dict[name].axes
    if len(axes) != 3 or axes[-1] == "1":
        raise InputError(f"{name} has no vector for each token, but {list(activation.shape)}; take another hook point.")
    lengths = activation.float().norm(dim=-1).cpu()
    norms = torch.full(layout.table.kind.shape, math.nan)
    shape = (len(layout.placed), max(map(len, layout.placed)))
    mean, std = torch.full(shape, math.nan), torch.full(shape, math.nan)
    for (batch, image), parts in _by_image(model, name, lengths, layout).items():
        for positions, of_patches in parts:
            norms[batch, positions] = of_patches.amax(dim=1)
        together = torch.cat([of_patches.flatten() for _, of_patches in parts])
        mean[batch, image], std[batch, image] = together.mean(), together.std()
    limit = mean + n_std * std if threshold is None else torch.full_like(mean, threshold)
    return Registers(name=name, norms=norms, mean=mean, std=std, threshold=limit, layout=layout)


def _activation(model: HookedVLMTransformer, inputs: Inputs, name: str) -> Tensor:
    """One activation; nothing behind its block is computed."""
    layer = model.hook_dict[name].layer
    stop = 0 if name == "lm.hook_embed" else None if layer is None else layer + 1
    with torch.no_grad():
        if is_visual(name):
            with model.run_with_cache([name]) as cache:
                model.encode(inputs)
        else:
            encoded = model.encode(inputs)
            with model.run_with_cache([name]) as cache:
                model.lm.run(encoded, stop_at_layer=stop)
    return cache[name]


Part = tuple[Int[Tensor, " token"], Float[Tensor, "token patch"]]


def _by_image(
    model: HookedVLMTransformer, name: str, norms: Tensor, layout: TokenLayout
) -> dict[tuple[int, int], list[Part]]:
    """For each image, by row and number, the positions of its tokens and the norms of each token's patches."""
    parts: dict[tuple[int, int], list[Part]] = {}
    if not is_visual(name):
        for batch, row in enumerate(layout.placed):
            for image, item in enumerate(row):
                at = torch.from_numpy(item.positions)
                parts[batch, image] = [(at, norms[batch, at][:, None])]
        return parts
    found = find_patches(model, layout, *norms.shape)
    for batch, image in sorted({*zip(found.batch[:, 0].tolist(), found.image[:, 0].tolist(), strict=True)}):
        own = (found.batch == batch) & (found.image == image) & (found.position >= 0)
        position, of_patches = found.position[own], norms[own]
        tokens = position.unique()
        parts[batch, image] = [(tokens, torch.stack([of_patches[position == each] for each in tokens]))]
    return parts
