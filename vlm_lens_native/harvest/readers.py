"""A store for other libraries: torch's data sets, scikit-learn, Hugging Face's data sets, SAELens."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from uuid import uuid4

import numpy as np
import torch
from jaxtyping import Float, Shaped
from torch import Tensor
from torch.utils.data import Dataset

from vlm_lens_native.errors import InputError
from vlm_lens_native.harvest.extras import extra

if TYPE_CHECKING:
    from vlm_lens_native.harvest.store import Store, Where


class RowDataset(Dataset):
    """Rows of a hook point by number, read where they stand: ``torch.utils.data.DataLoader(store.dataset(...))``.

    For training on everything, ``store.batches`` reads the disk in long stretches, and is faster.

    Args:
        store: The store.
        hook: The hook point.
        where: Which rows.

    Attributes:
        rows: What is known of each.
    """

    def __init__(self, store: Store, hook: str, where: Where) -> None:
        self._store, self._hook, self.rows = store, hook, store.rows(where)
        self._shards, self._index = self.rows["shard"].tolist(), self.rows["index"].to_numpy()
        self._mapped: dict[int, np.ndarray] = {}

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, number: int) -> Shaped[Tensor, "..."]:
        if not -len(self) <= number < len(self):
            raise IndexError(number)
        return self.__getitems__([number])[0]

    def __getitems__(self, numbers: Sequence[int]) -> list[Tensor]:
        """Several rows, in float32."""
        found = [np.array(self._of(self._shards[each])[self._index[each]]) for each in numbers]
        rows = torch.from_numpy(np.stack(found))
        return list((rows.view(torch.bfloat16) if rows.dtype == torch.uint16 else rows).float())

    def __getstate__(self) -> dict[str, Any]:  # another process opens the files itself
        return {**self.__dict__, "_mapped": {}}

    def _of(self, shard: int) -> np.ndarray:
        if shard not in self._mapped:
            self._mapped[shard] = self._store.memmap(self._hook, shard=shard)
        return self._mapped[shard]


@dataclass(frozen=True, kw_only=True, eq=False)
class Labelled:
    """Vectors with labels, as scikit-learn takes them.

    Attributes:
        x: The vectors.
        y: Their labels.
        sample: Which sample each is of. Tokens of one image are alike, so train and test are split by samples:
            ``GroupShuffleSplit().split(x, y, groups=sample)``.
    """

    x: Float[np.ndarray, "row width"]
    y: Shaped[np.ndarray, " row"]
    sample: Shaped[np.ndarray, " row"]


def labelled(store: Store, target: str, hook: str, where: Where, pool: Literal["mean"] | None) -> Labelled:
    """Vectors and a column of the index (see `Store.to_xy`).

    Raises:
        InputError: There is no such column, or some rows have nothing there.
    """
    rows: Any = store.rows(where)
    if target not in rows:
        raise InputError(f"There is no column {target!r}; there are {', '.join(rows)}.")
    if n := int(rows[target].isna().sum()):
        raise InputError(f"{n} of {len(rows)} rows have no {target!r}: leave them out with where=.")
    if pool not in ("mean", None):
        raise InputError(f'pool is "mean" or None, got {pool!r}.')
    x, sample = store.activations(hook, rows).float().flatten(1), rows["sample"].to_numpy()
    if pool is None:
        return Labelled(x=x.numpy(), y=rows[target].to_numpy(), sample=sample)
    samples, first, place = np.unique(sample, return_index=True, return_inverse=True)
    sums = torch.zeros(len(samples), x.shape[1], dtype=torch.float64)
    sums.index_add_(0, torch.from_numpy(place), x.double())
    means = sums / torch.from_numpy(np.bincount(place))[:, None]
    return Labelled(x=means.float().numpy(), y=rows[target].to_numpy()[first], sample=samples)


def export_saelens(store: Store, path: str | Path, hook: str, where: Where, *, context_size: int, seed: int) -> Any:
    """Writes what SAELens reads as ``cached_activations_path`` (see `Store.export_saelens`)."""
    datasets = extra("datasets")
    width = int(np.prod(store.shape(hook)))
    features = datasets.Features({hook: datasets.Array2D(shape=(context_size, width), dtype="float32")})

    def contexts() -> Iterator[dict[str, Any]]:
        for rows in store.batches(hook, where, context_size, seed):
            if len(rows) == context_size:
                yield {hook: rows.flatten(1).numpy()}

    with tempfile.TemporaryDirectory() as cache:  # datasets would keep what it has from a generator, and take it again
        made = datasets.Dataset.from_generator(contexts, features=features, cache_dir=cache, fingerprint=uuid4().hex)
        made.save_to_disk(str(path))
    return datasets.load_from_disk(str(path))
