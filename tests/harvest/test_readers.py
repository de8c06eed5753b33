"""Stores for other libraries."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.utils.data import DataLoader

from tests.harvest.conftest import NAMES
from vlm_lens_native import InputError, harvest


def test_torchs_loader_reads_every_row(store: harvest.Store):
    dataset = store.dataset(NAMES[1], "row == 2")
    expected = store.activations(NAMES[1], store.rows("row == 2")).float()
    for workers in (0, 1):
        loader = DataLoader(dataset, batch_size=30, num_workers=workers)
        assert torch.equal(torch.cat(list(loader)), expected)
    assert torch.equal(dataset[5], expected[5])
    assert dataset.rows["row"].unique().tolist() == [2]
    with pytest.raises(IndexError):
        dataset[len(dataset)]


def test_vectors_and_labels(store: harvest.Store):
    every = store.to_xy("n_objects", NAMES[0], "kind == 'image'")
    assert every.x.shape == (26 * 64, 128)
    pooled = store.to_xy("n_objects", NAMES[0], "kind == 'image'", pool="mean")
    assert pooled.sample.tolist() == list(range(26))
    np.testing.assert_allclose(pooled.x[3], every.x[every.sample == 3].mean(0), rtol=1e-5, atol=1e-6)
    assert pooled.y[3] == every.y[every.sample == 3][0]
    where = "sample > 20 or row > 5"  # of some samples more rows than of others
    every, pooled = (store.to_xy("n_objects", NAMES[0], where, pool=pool) for pool in (None, "mean"))  # type: ignore[arg-type]
    for sample, x, y in zip(pooled.sample, pooled.x, pooled.y, strict=True):
        np.testing.assert_allclose(x, every.x[every.sample == sample].mean(0), rtol=1e-5, atol=1e-6)
        assert {y} == set(every.y[every.sample == sample])
    with pytest.raises(InputError, match="no column 'colour'"):
        store.to_xy("colour", NAMES[0])
    with pytest.raises(InputError, match="1664 of 1664 rows have no 'role'"):
        store.to_xy("role", NAMES[0])


def test_pyarrow_duckdb_and_hugging_face_read_the_index(store: harvest.Store, tmp_path: Path):
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("datasets")
    files = str(store.root / "shard-*" / "rows.parquet")
    covering = "x1 <= 60 and 60 < x2 and y1 <= 60 and 60 < y2"
    found = duckdb.sql(f"select sample, position from '{files}' where {covering} order by sample").fetchall()
    assert found == list(store.covering(60, 60)[["sample", "position"]].itertuples(index=False, name=None))
    import pyarrow.compute as pc

    n = store.index().count_rows(filter=(pc.field("row") == 1) & (pc.field("n_objects") > 2))
    assert n == len(store.rows("row == 1 and n_objects > 2"))
    assert store.to_dataset(cache_dir=tmp_path).num_rows == len(store)


def test_what_saelens_reads_as_cached_activations(store: harvest.Store, tmp_path: Path):
    pytest.importorskip("datasets")
    made = store.export_saelens(tmp_path / "cached", NAMES[1], context_size=48)
    assert made.features[NAMES[1]].shape == (48, 128)  # what SAELens checks when it loads one
    rows = np.array(made[NAMES[1]]).reshape(-1, 128)
    every = torch.cat(list(store.batches(NAMES[1], batch=48)))[: 26 * 64 // 48 * 48]
    assert np.array_equal(rows, every.numpy())


def test_rows_are_lines_of_the_index(store: harvest.Store):
    with pytest.raises(InputError, match=r"lines of store\.rows\(\)"):
        store.activations(store.names[0], store.rows()[["sample"]])


def test_what_is_not_installed_is_named_with_its_extra(store: harvest.Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "datasets", None)
    with pytest.raises(InputError, match=r"needs datasets.*pip install 'vlm_lens_native\[data\]'"):
        store.to_dataset()
