"""A store of activations: read as tensors, tables and batches."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import torch
from jaxtyping import Shaped
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.harvest.batches import Shuffled
from vlm_lens_native.harvest.extras import extra
from vlm_lens_native.harvest.files import REMEDY, explained, opened
from vlm_lens_native.harvest.manifest import read_manifest
from vlm_lens_native.harvest.readers import Labelled, RowDataset, export_saelens, labelled
from vlm_lens_native.harvest.report import Report
from vlm_lens_native.harvest.rows import labels_with_gaps
from vlm_lens_native.harvest.shards import ACTIVATIONS, FAILURES, ROWS, shard_path, shards_in
from vlm_lens_native.hook_names import resolve
from vlm_lens_native.indices import check_index
from vlm_lens_native.inputs.geometry import Number

if TYPE_CHECKING:
    import pandas as pd

Where = str | Mapping[str, Any] | Callable[[Any], Any] | None


@dataclass(frozen=True, kw_only=True, eq=False)
class Store:
    """The shards of a folder. One that is still being filled can be read: it has the shards that are there.

    Attributes:
        root: The folder.
        manifest: What it is of.
        shards: The shards that are there, in order.
        report: What the run that filled it said, where there was one.
    """

    root: Path
    manifest: Mapping[str, Any]
    shards: tuple[int, ...]
    report: Report | None = field(default=None)

    @property
    def names(self) -> list[str]:
        """The hook points."""
        return list(self.manifest["names"])

    @property
    def missing(self) -> list[int]:
        """The shards that are not there yet."""
        n = -(-self.manifest["n_samples"] // self.manifest["samples_per_shard"])
        return sorted({*range(n)} - {*self.shards})

    @cached_property
    def n_rows(self) -> Mapping[int, int]:
        """Rows of each shard."""
        return {shard: self._parquet(shard, ROWS, "read_metadata").num_rows for shard in self.shards}

    def __len__(self) -> int:
        """Rows of all shards."""
        return sum(self.n_rows.values())

    def path(self, shard: int, file: str) -> Path:
        """A file of a shard."""
        return shard_path(self.root, shard) / file

    def hook(self, name: str | None = None) -> str:
        """The hook point that a name or alias means; the only one for None.

        Raises:
            HookNameError: There is none of that name.
            InputError: Several.
        """
        found = self.names if name is None else resolve(name, self.names)
        if len(found) != 1:
            raise InputError(f"This store has {', '.join(found)}; say which one.")
        return found[0]

    def shape(self, hook: str | None = None) -> tuple[int, ...]:
        """The shape of a row.

        Raises:
            InputError: No shard has rows.
        """
        for shard in self.shards:
            if self.n_rows[shard]:
                with opened(self.path(shard, ACTIVATIONS)) as file:
                    return tuple(file.get_slice(self.hook(hook)).get_shape()[1:])
        raise InputError(f"{self.root} has no rows yet.")

    def activations(self, hook: str | None = None, rows: pd.DataFrame | None = None) -> Shaped[Tensor, "row ..."]:
        """Activations as they are stored, of some rows in their order, or of all.

        Args:
            hook: The hook point; None if there is only one.
            rows: Lines of `rows`, which say by ``shard`` and ``index`` where they are.

        Raises:
            InputError: There is no such hook point, or the rows don't say where they are.
        """
        hook = self.hook(hook)
        if rows is not None and not {"shard", "index"} <= set(getattr(rows, "columns", ())):
            raise InputError(
                "rows= are lines of store.rows(), a data frame whose columns shard and index say where they are, such "
                f"as store.rows().iloc[:10]; got {type(rows).__name__}."
            )
        if rows is None:
            parts = [self.shard(shard, hook) for shard in self.shards if self.n_rows[shard]]
            return torch.cat(parts) if parts else torch.zeros(0)
        shards, index = rows["shard"].to_numpy(), torch.from_numpy(rows["index"].to_numpy(np.int64, copy=True))
        found: Tensor | None = None
        for shard in np.unique(shards).tolist():
            at = torch.from_numpy(np.flatnonzero(shards == shard))
            values = self.shard(shard, hook)[index[at]]
            found = torch.empty(len(rows), *values.shape[1:], dtype=values.dtype) if found is None else found
            found[at] = values
        return torch.zeros(0) if found is None else found

    def shard(self, shard: int, hook: str | None = None, rows: slice = slice(None)) -> Shaped[Tensor, "row ..."]:
        """Some activations of a shard, read from the disk."""
        with opened(self.path(shard, ACTIVATIONS)) as file:
            return file.get_slice(self.hook(hook))[rows]

    def memmap(self, hook: str | None = None, *, shard: int = 0) -> np.ndarray:
        """A shard's activations as a file in memory, which nobody can write to.

        numpy has no bfloat16: those are ``uint16``, the upper half of a float32 (``(x.astype("uint32") << 16)
        .view("float32")``).
        """
        path, hook = self.path(shard, ACTIVATIONS), self.hook(hook)
        with path.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            header = json.loads(file.read(length))[hook]
        kind = {"BF16": np.uint16, "F16": np.float16, "F32": np.float32}[header["dtype"]]
        offset = 8 + length + header["data_offsets"][0]
        return np.memmap(path, dtype=kind, mode="r", offset=offset, shape=tuple(header["shape"]))

    def index(self) -> Any:
        """The index of all rows as pyarrow's data set, which reads only what a filter needs."""
        dataset = extra("pyarrow.dataset")
        return dataset.dataset([str(self.path(shard, ROWS)) for shard in self.shards], format="parquet")

    def rows(self, where: Where = None, *, columns: Sequence[str] | None = None) -> pd.DataFrame:
        """The index as a data frame: of each row its sample, token and box, and where it is (``shard``, ``index``).

        Args:
            where: Which rows: a condition in pandas's words (``"kind == 'image' and row > 3"``), values of columns
                (``{"kind": "image", "image": [0, 1]}``), or a function of the frame that marks lines.
            columns: Which columns; None takes all.
        """
        import pandas as pd

        frames = [chosen(self.shard_rows(shard), where) for shard in self.shards]
        frame: Any = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()
        _check_columns(frame, columns or ())
        return frame if columns is None else frame[[*columns, "shard", "index"]]

    def shard_rows(self, shard: int) -> pd.DataFrame:
        """The index of a shard."""
        import pandas as pd

        check_index("shard", shard, 1 + max(self.shards, default=-1))
        table = self._parquet(shard, ROWS)
        frame = table.to_pandas()
        for name in labels_with_gaps(table):  # which pandas would make floats of
            frame[name] = table[name].to_pandas(types_mapper=lambda _: pd.Int64Dtype())
        return frame.assign(shard=shard, index=np.arange(len(frame)))

    def batches(
        self,
        hook: str | Sequence[str] | None = None,
        where: Where = None,
        batch: int = 4096,
        seed: int = 0,
        *,
        epochs: int | None = 1,
        block: int = 16384,
        mixed: int = 8,
        dtype: torch.dtype = torch.float32,
        device: torch.device | str = "cpu",
    ) -> Shuffled:
        """Batches of rows in a shuffled order: tensors, or for several hook points dicts of tensors of the same rows.

        Args:
            hook: A hook point, or several; None if there is only one.
            where: Which rows, as for `rows`.
            batch: Rows of a batch. The last one may have fewer; nothing is dropped.
            seed: What is drawn follows from it.
            epochs: How often every row comes; None goes on for ever.
            block: Rows that are read from the disk together.
            mixed: Blocks that are in memory together, whose rows are mixed.
            dtype: Of batches.
            device: Where batches go.

        Raises:
            InputError: There are no such rows.
        """
        names = [self.hook(each) for each in ([hook] if hook is None or isinstance(hook, str) else hook)]
        blocks, lengths = [], []
        for shard in self.shards:
            kept = None if where is None else chosen(self.shard_rows(shard), where)["index"].to_numpy()
            for start in range(0, self.n_rows[shard], block):
                rows, at = slice(start, min(start + block, self.n_rows[shard])), None
                if kept is not None:
                    at = kept[(kept >= rows.start) & (kept < rows.stop)] - start
                    at = at.astype(np.uint16 if block <= 2**16 else np.int64)  # it stays in memory
                blocks.append(partial(self._block, names, shard, rows, at))
                lengths.append(rows.stop - rows.start if at is None else len(at))
        alone = names[0] if hook is None or isinstance(hook, str) else None
        how: dict[str, Any] = {"batch": batch, "seed": seed, "mixed": mixed, "epochs": epochs}
        return Shuffled(blocks=blocks, lengths=lengths, alone=alone, dtype=dtype, device=device, **how)

    def _block(self, names: Sequence[str], shard: int, rows: slice, at: np.ndarray | None) -> dict[str, Tensor]:
        found = {name: self.shard(shard, name, rows) for name in names}
        if at is None:
            return found
        index = torch.from_numpy(at.astype(np.int64))
        return {name: values[index] for name, values in found.items()}

    def covering(self, x: Number, y: Number, *, image: int | None = None) -> pd.DataFrame:
        """The rows whose box covers a pixel of the original image (half-open)."""
        which = "" if image is None else f" and image == {int(image)}"
        return self.rows(f"x1 <= {x} and {x} < x2 and y1 <= {y} and {y} < y2{which}")

    def dataset(self, hook: str | None = None, where: Where = None) -> RowDataset:
        """The rows of a hook point as torch's map-style ``Dataset``, in float32; ``.rows`` says what each is."""
        return RowDataset(self, self.hook(hook), where)

    def to_xy(
        self, target: str, hook: str | None = None, where: Where = None, *, pool: Literal["mean"] | None = None
    ) -> Labelled:
        """Vectors and labels for scikit-learn, in memory.

        Args:
            target: The column that is to be predicted, such as a label of the samples, or ``"kind"``.
            hook: The hook point; None if there is only one.
            where: Which rows, as for `rows`.
            pool: ``"mean"`` has one vector for each sample, the mean of its rows; None has every row.

        Raises:
            InputError: There is no such column, or some rows have nothing there.
        """
        return labelled(self, target, self.hook(hook), where, pool)

    def to_dataset(self, *, cache_dir: str | Path | None = None) -> Any:
        """The index as a data set of Hugging Face's ``datasets``; activations stay in the store.

        Args:
            cache_dir: Where ``datasets`` keeps its form of it; None takes its own cache.
        """
        paths = [str(self.path(shard, ROWS)) for shard in self.shards]
        return extra("datasets").Dataset.from_parquet(paths, cache_dir=None if cache_dir is None else str(cache_dir))

    def export_saelens(
        self, path: str | Path, hook: str | None = None, where: Where = None, *, context_size: int = 32, seed: int = 0
    ) -> Any:
        """Writes rows as SAELens's older scripts read them (``cached_activations_path``): float32, one hook point.

        Rows are shuffled and laid into contexts of a fixed size; the last ones, that don't fill one, are left out. To
        train without a copy, give ``batches`` to SAELens's ``SAETrainer`` as ``data_provider``.
        """
        return export_saelens(self, path, self.hook(hook), where, context_size=context_size, seed=seed)

    def failures(self) -> pd.DataFrame:
        """The samples that have no rows, and why."""
        import pandas as pd

        found = (self._parquet(shard, FAILURES) for shard in self.shards)
        frames = [table.to_pandas() for table in found if table.num_rows]
        empty = pd.DataFrame({"sample": [], "error": [], "reason": []})
        return pd.concat(frames, ignore_index=True) if frames else empty

    def verify(self) -> Store:
        """Reads every shard's index and the sizes of its tensors; not their values.

        Raises:
            InputError: Files are missing, corrupt or cut off, samples are missing or there twice, rows and tensors
                don't fit, or padding has rows.
        """
        problems: list[str] = []
        for shard in self.shards:
            try:
                problems += [f"shard {shard} {problem}" for problem in self._problems(shard)]
            except InputError as error:
                problems.append(f"shard {shard}: {str(error).removesuffix(REMEDY)}")
        if problems:
            raise InputError(f"{self.root}: {'; '.join(problems[:6])}. Delete these shards' folders and run again.")
        return self

    def _problems(self, shard: int) -> list[str]:
        rows: Any = self.shard_rows(shard)
        found: list[str] = []
        size, n = self.manifest["samples_per_shard"], self.manifest["n_samples"]
        failed = self._parquet(shard, FAILURES)["sample"].to_pylist()
        samples = rows["sample"].unique().tolist()
        expected = range(shard * size, min((shard + 1) * size, n))
        if sorted(samples + failed) != list(expected):
            found.append(f"has {len(samples)} samples and {len(failed)} failures, not each of {len(expected)} once")
        if rows.duplicated(["sample", "position"]).any():
            found.append("has a row twice")
        if (rows["kind"] == "pad").any():
            found.append("has rows of padding")
        with opened(self.path(shard, ACTIVATIONS)) as file:
            if set(file.keys()) != set(self.names):
                found.append(f"has tensors {', '.join(file.keys())}")
            else:
                lengths = {name: file.get_slice(name).get_shape()[0] for name in self.names}
                found += [f"has {n} rows of {name}, not {len(rows)}" for name, n in lengths.items() if n != len(rows)]
        return found

    def sha256(self) -> str:
        """Of all files of all shards: two stores of one plan have the same."""
        digest = hashlib.sha256()
        for shard in self.shards:
            for name in (ACTIVATIONS, ROWS, FAILURES):
                with explained(self.path(shard, name)):
                    of_file = hashlib.sha256(self.path(shard, name).read_bytes()).digest()
                digest.update(f"{shard} {name} ".encode() + of_file)
        return digest.hexdigest()

    def _parquet(self, shard: int, file: str, read: str = "read_table") -> Any:
        path = self.path(shard, file)
        with explained(path):
            return getattr(extra("pyarrow.parquet"), read)(path)

    def __repr__(self) -> str:
        n = len(self.shards) + len(self.missing)
        there = f"{n} shards" if not self.missing else f"{len(self.shards)} of {n} shards"
        names = self.names[0] + (f" and {len(self.names) - 1} more" if len(self.names) > 1 else "")
        return f"Store({self.root}: {there}, {len(self):,} rows of {names}, {self.manifest['dtype']})"


def open_store(path: str | Path) -> Store:
    """Opens a store, whole or as far as it is.

    Raises:
        InputError: It is none.
    """
    root = Path(path)
    manifest = read_manifest(root)
    if manifest["sink"] != "rows":
        raise InputError(f"{root} holds reductions; harvest.reduce(..., out=...) reads them.")
    return Store(root=root, manifest=manifest, shards=tuple(shards_in(root)))


def chosen(frame: Any, where: Where) -> Any:
    """The lines of a frame that a condition means (see `Store.rows`).

    Raises:
        InputError: It is none.
    """
    if where is None:
        return frame
    if callable(where):
        return frame[np.asarray(where(frame), dtype=bool)]
    if isinstance(where, Mapping):
        _check_columns(frame, where)
        mark = np.ones(len(frame), dtype=bool)
        for name, value in where.items():
            mark &= frame[name].isin(value if isinstance(value, list | tuple | set | range) else [value]).to_numpy()
        return frame[mark]
    try:
        return frame.query(where)
    except Exception as error:  # pandas raises whatever its parsers do
        raise InputError(f"where={where!r} is no condition on the columns {', '.join(frame)}: {error}.") from error


def _check_columns(frame: Any, names: Iterable[str]) -> None:
    """Raises an InputError if a frame has not these columns."""
    if unknown := [name for name in names if name not in frame]:
        raise InputError(f"There is no column {unknown[0]!r}; there are {', '.join(frame)}.")
