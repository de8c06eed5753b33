"""What a logit lens has read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis.lens.maps import WordMap
from vlm_lens_native.analysis.result import Result, long_table
from vlm_lens_native.analysis.stream import StreamLayer
from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import check_index
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.inputs.table import KINDS
from vlm_lens_native.inputs.words import Word, spellings

if TYPE_CHECKING:
    import pandas as pd
    import PIL.Image
    from matplotlib.figure import Figure


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class LogitLens(Result):
    """What a logit lens reads at some layers and positions of the rows of a batch.

    Attributes:
        layers: ``"embed"``, or the block that the stream has just left, in the order of the model; ``"vision.i"`` for
            blocks of the vision encoder.
        positions: The positions read, row by row.
        rows: The row of the batch in which each of them is.
        top_ids: The most probable tokens, best first.
        top_probs: Their probabilities.
        entropy: Of the whole distribution over the vocabulary, in nats.
        kl: ``KL(model || lens)`` in nats: how far the lens is from the model's own prediction at the same position,
            which is that after the last block. Direction as in Belrose et al., "Eliciting Latent Predictions from
            Transformers with the Tuned Lens" (2023).
        words: The words that were asked for.
        word_probs: Their probabilities, summed over spellings.
        word_ranks: The rank of each word's best spelling; 1 is the most probable token.
        strings: Readable text for each id in `top_ids`, and for the prompt's own tokens.
        layout: Of the inputs.
    """

    _ranked_by = "probability"
    _line_keys, line_row = ("layer", "kind", "top"), "batch"

    layers: tuple[StreamLayer, ...]
    positions: Int[Tensor, " pos"]
    rows: Int[Tensor, " pos"]
    top_ids: Int[Tensor, "layer pos top"]
    top_probs: Float[Tensor, "layer pos top"]
    entropy: Float[Tensor, "layer pos"]
    kl: Float[Tensor, "layer pos"]
    words: tuple[Word, ...]
    word_probs: Float[Tensor, "layer pos word"]
    word_ranks: Int[Tensor, "layer pos word"]
    strings: Mapping[int, str]
    layout: TokenLayout

    # --- asking ----------------------------------------------------------------------------------------------------

    def of_row(self, batch: int) -> LogitLens:
        """The lens of one row of the batch.

        Raises:
            InputError: None of its positions was read.
        """
        own = self.rows == batch
        if not own.any():
            raise InputError(f"No position of row {batch} was read; there are rows {self.rows.unique().tolist()}.")
        by_place = ("top_ids", "top_probs", "entropy", "kl", "word_probs", "word_ranks")
        return replace(
            self,
            positions=self.positions[own],
            rows=self.rows[own],
            **{name: getattr(self, name)[:, own] for name in by_place},
        )

    @property
    def only_row(self) -> int:
        """The row of the batch that was read.

        Raises:
            InputError: There are several.
        """
        rows = self.rows.unique().tolist()
        if len(rows) > 1:
            raise InputError(f"This lens has read rows {rows} of a batch; say which: lens.of_row({rows[0]}).")
        return rows[0]

    def top_words(self, layer: StreamLayer, *, top: int = 0) -> list[str]:
        """The text of the most probable token (or, with ``top``, a less probable one) at each position.

        Raises:
            InputError: A layer that was not read, or fewer tokens than that.
        """
        check_index("place among the top tokens", top, self.top_ids.shape[-1])
        return [self.strings[token] for token in self.top_ids[self._layer(layer), :, top].tolist()]

    def map(self, word: str, *, image: int = 0, frame: int | None = None) -> WordMap:
        """The word over an image: ``lens.map("red")[layer]`` is an array on the pixels of the original image.

        Args:
            word: One of those that were asked for.
            image: Number of the image or video in its row.
            frame: Which frame of a video is painted.

        Raises:
            InputError: A word that was not asked for, an image that is not there or was not read; several rows.
        """
        batch = self.only_row
        tokens = self.layout.positions(kind="image", image=image, batch=batch)
        own = torch.isin(self.positions, tokens)
        if not own.any():
            raise InputError(f"None of the {len(self.positions)} positions that were read belongs to image {image}.")
        nth = self._word(word)
        return WordMap(
            word=self.words[nth].text,
            layers=self.layers,
            positions=self.positions[own],
            probs=self.word_probs[:, own, nth],
            ranks=self.word_ranks[:, own, nth],
            layout=self.layout,
            image=image,
            batch=batch,
            frame=frame,
        )

    def search(self, word: str, *, top: int | None = None) -> pd.DataFrame:
        """Where a word is among the most probable tokens, best first.

        Words that were asked for (``logit_lens(words=...)``) are found at any rank. Any other word is found among the
        ``top_k`` tokens that the lens kept, in all its spellings; capital letters count there as given or capitalised.

        Args:
            word: The word.
            top: The worst rank that counts; None takes the lens's ``top_k``.

        Returns:
            One line for each layer and position: ``layer``, ``batch`` (the row), ``position``, ``kind`` of the token,
            its ``row`` and ``column`` in the image (-1 for text), ``rank`` of the word's best spelling, and
            ``probability`` of all spellings found.

        Raises:
            InputError: A word that was not asked for, to be found beyond ``top_k``; no word, or no rank.
        """
        import pandas as pd

        top_k = self.top_ids.shape[-1]
        top = top_k if top is None else top
        if top < 1 or not word.strip():
            raise InputError(f"search takes a word and a rank from 1 on; got {word!r} and top={top}.")
        ranks, probs = self._followed(word) if self._is_followed(word) else self._within_top(word, top)
        layer, at = ((ranks >= 1) & (ranks <= top)).nonzero(as_tuple=True)
        batch, position = self.rows[at].numpy(), self.positions[at].numpy()
        table = self.layout.table
        found = pd.DataFrame(
            {
                "layer": pd.Series([self.layers[nth] for nth in layer.tolist()], dtype=object),
                "batch": batch,
                "position": position,
                "kind": pd.Series([KINDS[kind] for kind in table.kind[batch, position].tolist()], dtype=object),
                "row": table.row[batch, position],
                "column": table.column[batch, position],
                "rank": ranks[layer, at].numpy(),
                "probability": probs[layer, at].numpy(),
            }
        )
        return found.sort_values(["rank", "probability"], ascending=[True, False], kind="stable", ignore_index=True)

    def _followed(self, word: str) -> tuple[Tensor, Tensor]:
        nth = self._word(word)
        return self.word_ranks[..., nth], self.word_probs[..., nth]

    def _within_top(self, word: str, top: int) -> tuple[Tensor, Tensor]:
        """Rank (0 where it is not there) and probability of a word, from the tokens that were kept."""
        top_k = self.top_ids.shape[-1]
        if top > top_k:
            raise InputError(
                f"{word!r} was not asked for, so it is known only among the top {top_k}; "
                f"logit_lens(..., words=[{word!r}]) knows it at every rank."
            )
        written = set(spellings(word))
        ids = torch.tensor([token for token, text in self.strings.items() if text.strip() in written], dtype=torch.long)
        found = torch.isin(self.top_ids, ids)
        ranks = torch.where(found.any(-1), found.int().argmax(-1) + 1, 0)
        return ranks, (self.top_probs * found).sum(-1)

    # --- giving away -----------------------------------------------------------------------------------------------

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each layer, position and place among the top tokens (``top`` counts from 1)."""
        axes = {"layer": np.array(self.layers, dtype=object), "position": self.positions}
        return long_table(
            axes | {"top": range(1, 1 + self.top_ids.shape[-1])},
            batch=self.rows[:, None],
            kind=self._kinds[:, None],
            token_id=self.top_ids,
            token=np.vectorize(self.strings.__getitem__, otypes=[object])(self.top_ids),
            probability=self.top_probs,
            entropy=self.entropy[..., None],
            kl=self.kl[..., None],
        )

    def words_to_dataframe(self) -> pd.DataFrame:
        """One line for each layer, position and word: its probability and rank, and the kind of the token there."""
        axes = {"layer": np.array(self.layers, dtype=object), "position": self.positions}
        words = np.array([each.text for each in self.words], dtype=object)
        return long_table(
            axes | {"word": words},
            batch=self.rows[:, None],
            kind=self._kinds[:, None],
            probability=self.word_probs,
            rank=self.word_ranks,
        )

    def save_page(
        self,
        path: str | Path,
        images: PIL.Image.Image | Sequence[PIL.Image.Image] = (),
        *,
        title: str = "Logit lens",
        text: str = "",
    ) -> Path:
        """Writes one HTML file to explore the lens with: image and table linked, layers, search; under 2 MB.

        It loads nothing and sends nothing, and all tokens in it are text.

        Args:
            path: Where to write it.
            images: The user's image, or all images of the row in order; without it, boxes stand for its tokens.
            title: Its heading.
            text: A line below, such as the question and the answer.

        Raises:
            InputError: Images of another number or size than the layout's; several rows.
        """
        from vlm_lens_native.analysis.lens.pages import render_lens_page

        page = Path(path)
        page.write_text(render_lens_page(self, images, title=title, text=text), encoding="utf-8")
        return page

    def plot(self, *, position: int | None = None, top: int = 1) -> Figure:
        """A table of the most probable tokens: layers by positions, or by the ``top`` tokens of one position.

        With more than 60 positions there is room for the probabilities only; ``save_page`` shows the words too.

        Raises:
            InputError: A position that was not read, or one of several rows.
        """
        from vlm_lens_native.visualize import plot_word_table

        if position is None:
            at, columns = self.top_ids[..., 0], self.places
            shades = self.top_probs[..., 0]
        else:
            _ = self.only_row
            if position not in self.positions.tolist():
                raise InputError(f"Position {position} was not read; see lens.positions.")
            nth = self.positions.tolist().index(position)
            at, shades = self.top_ids[:, nth, :top], self.top_probs[:, nth, :top]
            columns = [f"#{each + 1}" for each in range(at.shape[1])]
        words = [[self.strings[token] for token in row] for row in at.tolist()]
        return plot_word_table(
            words,
            shades.numpy(),
            rows=[str(each) for each in self.layers],
            columns=columns,
            row_label="layer",
            column_label="position" if position is None else f"most probable tokens at position {position}, by rank",
        )

    def _repr_html_(self) -> str:
        from vlm_lens_native.analysis.lens.notebook import lens_html

        return lens_html(self)

    def __repr__(self) -> str:
        words = ", ".join(word.text for word in self.words) or "none"
        return f"LogitLens({len(self.layers)} layers x {len(self.positions)} positions; words: {words})"

    @property
    def places(self) -> list[str]:
        """What each position is called: its number, behind that of its row where several were read."""
        several = len(self.rows.unique()) > 1
        pairs = zip(self.rows.tolist(), self.positions.tolist(), strict=True)
        return [f"{row}: {position}" if several else str(position) for row, position in pairs]

    @property
    def _kinds(self) -> np.ndarray:
        """What kind of token stands at each position."""
        return np.array(KINDS, dtype=object)[self.layout.table.kind[self.rows.numpy(), self.positions.numpy()]]

    def _layer(self, layer: StreamLayer) -> int:
        if layer not in self.layers:
            raise InputError(f"Layer {layer!r} was not read; this lens has {', '.join(map(str, self.layers))}.")
        return self.layers.index(layer)

    def _is_followed(self, word: str) -> bool:
        return word.strip() in [each.text for each in self.words]

    def _word(self, word: str) -> int:
        texts = [each.text for each in self.words]
        if not self._is_followed(word):
            raise InputError(f"{word!r} was not asked for; logit_lens(..., words={[*texts, word]}) reads it too.")
        return texts.index(word.strip())
