"""What runs leave behind: whole shards of the same bytes, whatever happens to the process."""

from __future__ import annotations

import errno
import os
import pickle
import shutil
import threading
import weakref
from dataclasses import replace
from pathlib import Path
from stat import S_ISDIR
from typing import Any

import numpy as np
import pandas as pd
import pytest
import torch
from PIL import Image
from tokenizers.normalizers import Lowercase

from tests.harvest.conftest import NAMES
from vlm_lens_native import HookedVLMTransformer, InputError, harvest
from vlm_lens_native.experiments import Example
from vlm_lens_native.harvest import manifest, running, shards
from vlm_lens_native.harvest.loading import Batches, Task
from vlm_lens_native.harvest.passes import Passes
from vlm_lens_native.harvest.report import Report
from vlm_lens_native.harvest.sinks import RowSink


def test_order_loaders_and_resuming_leave_the_same_bytes(
    plan: harvest.Plan, rows: list[dict[str, Any]], store: harvest.Store, tmp_path: Path
):
    harvest.run(plan, rows, tmp_path, shards=[3, 1], loaders=1)
    part = harvest.open(tmp_path)
    assert (part.shards, part.missing) == ((1, 3), [0, 2])
    assert "2 of 4 shards" in repr(part)
    harvest.run(plan, rows, tmp_path, part="0/2")
    assert harvest.open(tmp_path).missing == []
    assert harvest.run(plan, rows, tmp_path).sha256() == store.sha256()
    report, job = Report(), running.Job(plan, plan.examples(rows), tmp_path, RowSink())
    running.Worker(job).fill(range(4), report)  # somebody else has filled them meanwhile
    assert report.n_samples == 0
    modes = {path.stat().st_mode & 0o777 for path in tmp_path.rglob("*.*")}
    assert modes == {0o666 & ~shards._umask()}


def test_whoever_comes_second_leaves_the_shard_alone(store: harvest.Store):
    before = store.path(0, "rows.parquet").stat()
    assert not shards.write_shard(store.root, 0, lambda folder: (folder / "rows.parquet").touch())
    assert store.path(0, "rows.parquet").stat() == before
    assert not list(store.root.glob(".*"))


def test_a_living_process_keeps_what_it_is_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    mine = tmp_path / f".writing-{shards._HERE}-{os.getpid()}-x"
    mine.mkdir()
    shards.remove_unfinished(tmp_path)
    assert mine.exists()

    def kill(process: int, signal: int) -> None:
        raise PermissionError  # it is another user's

    monkeypatch.setattr(os, "kill", kill)
    shards.remove_unfinished(tmp_path)
    assert mine.exists()


def test_another_function_of_the_same_name_is_refused(plan: harvest.Plan, rows: list[dict[str, Any]], tmp_path: Path):
    first, again, other = (
        replace(plan, positions=each)
        for each in (lambda layout: layout.rows(0), lambda layout: layout.rows(0), lambda layout: layout.rows(1))
    )
    harvest.run(first, rows[:2], tmp_path)
    harvest.run(again, rows[:2], tmp_path)
    with pytest.raises(InputError, match="positions is"):
        harvest.run(other, rows[:2], tmp_path)


NUMBERS = [0]


def test_functions_are_known_by_all_that_they_depend_on(monkeypatch: pytest.MonkeyPatch):
    def of(n: Any) -> list[str]:
        monkeypatch.setitem(globals(), "NUMBERS", [n])
        made = [
            lambda layout: layout.rows(n),
            lambda layout, number=n: layout.rows(number),
            lambda layout, *, number=n: layout.rows(number),
            lambda layout: layout.rows(NUMBERS[0]),
        ]
        return [manifest._described(each) for each in made]

    assert of(0) == of(0)
    assert not {*of(0)} & {*of(1)}
    assert of(torch.zeros(2).bfloat16()) == of(torch.zeros(2).bfloat16())
    assert not {*of(torch.zeros(2))} & {*of(torch.ones(2))}
    assert of(object()) == of(object())  # which says nothing that is the same in the next run
    within = [lambda layout: [lambda: layout.text], lambda layout: [lambda: layout.images]]
    assert len({manifest._described(each) for each in within}) == 2


CHANGES = [
    {"batch_size": 4},
    {"samples_per_shard": 8},
    {"names": NAMES[0]},
    {"prompt": "What?"},
    {"dtype": "float32"},
    {"seed": 1},
    {"sample_positions": 5},
    {"assistant_prefill": "It"},
    {"labels": ["kind"]},
    {"positions": "all"},
]


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_another_plan_is_refused(
    plan: harvest.Plan, rows: list[dict[str, Any]], store: harvest.Store, change: dict[str, Any]
):
    with pytest.raises(InputError, match=rf"store of something else.*{next(iter(change))}\S* is"):
        harvest.run(replace(plan, **change), rows, store.root)


def test_other_examples_or_weights_are_refused(plan: harvest.Plan, rows: list[dict[str, Any]], store: harvest.Store):
    changes: list[tuple[int, dict[str, Any]]] = [(5, {"image": rows[6]["image"]}), (-1, {"question": "How?"})]
    changes += [(-1, {"n_objects": 77}), (3, {"regions": {"thing": (1, 2, 3, 4)}})]
    for nth, change in changes:
        other = [*rows]
        other[nth] = {**rows[nth], **change}
        with pytest.raises(InputError, match="examples is"):
            harvest.run(plan, other, store.root)
    weight = plan.model.W_E
    kept = weight.clone()
    try:
        weight[5, 7] += 1e-3
        with pytest.raises(InputError, match=r"model\.weights is"):
            harvest.run(plan, rows, store.root)
        weight.copy_(kept)
        weight[5, [7, 8]] = kept[5, [8, 7]]
        with pytest.raises(InputError, match=r"model\.weights is"):
            harvest.run(plan, rows, store.root)
    finally:
        weight.copy_(kept)


def test_tables_are_known_by_what_is_the_same_in_the_next_run(plan: harvest.Plan, rows: list[dict[str, Any]]):
    mask = np.zeros((1000, 1000), dtype=bool)
    mask[400:600, 500] = True

    def table(**more: Any) -> list[dict[str, Any]]:
        fresh = {"picture": rows[0]["image"].copy(), "words": {"b", "a"}, "regions": {"thing": mask.copy()}}
        return [{**row, **fresh, **more} for row in rows[:2]]

    def said(made: list[dict[str, Any]]) -> str:
        return manifest.examples_fingerprint(plan.examples(made))

    others = [{"words": {"b"}}, {"regions": {"thing": ~mask}}, {"regions": {"it": mask}}, {"words": ["a"]}]
    assert said(table()) == said(table())
    assert len({said(table()), *(said(table(**other)) for other in others)}) == 5


def test_what_a_processor_does_is_part_of_a_store(plan: harvest.Plan, monkeypatch: pytest.MonkeyPatch):
    processor, said = plan.model.processor, [manifest.processor_fingerprint(plan.model)]
    backend = processor.tokenizer.backend_tokenizer
    for owner, name, value in (
        (processor.image_processor, "rescale_factor", 0.5),
        (processor, "chat_template", "{{ messages }}"),
        (backend, "normalizer", Lowercase()),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(owner, name, value)
            said.append(manifest.processor_fingerprint(plan.model))
    assert len(set(said)) == len(said)
    assert manifest.processor_fingerprint(plan.model) == said[0]


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("_device", "device is"),
        ("processor_fingerprint", r"model\.processor is"),
        ("installed", r"versions\.numpy is"),
    ],
)
def test_another_device_processor_or_version_is_refused(
    plan: harvest.Plan,
    rows: list[dict[str, Any]],
    store: harvest.Store,
    monkeypatch: pytest.MonkeyPatch,
    fact: str,
    said: str,
):
    monkeypatch.setattr(manifest, fact, lambda *_: "another one")
    with pytest.raises(InputError, match=said):
        harvest.run(plan, rows, store.root)


def test_images_in_files_are_known_by_what_is_in_them(plan: harvest.Plan, rows: list[dict[str, Any]], tmp_path: Path):
    def table(folder: str) -> list[dict[str, Any]]:
        return [{**row, "image": str(tmp_path / folder / f"{nth}.png")} for nth, row in enumerate(rows[:3])]

    (tmp_path / "here").mkdir()
    for row, mine in zip(rows, table("here"), strict=False):
        row["image"].save(mine["image"])
    harvest.run(plan, table("here"), tmp_path / "store")
    shutil.copytree(tmp_path / "here", tmp_path / "there")
    harvest.run(plan, table("there"), tmp_path / "store")
    shutil.copy(tmp_path / "here" / "0.png", tmp_path / "there" / "2.png")
    with pytest.raises(InputError, match="examples is"):
        harvest.run(plan, table("there"), tmp_path / "store")


def test_samples_that_fail_are_recorded_and_bounded(plan: harvest.Plan, rows: list[dict[str, Any]], tmp_path: Path):
    broken = tmp_path / "broken.png"
    rows[0]["image"].save(broken)
    broken.write_bytes(broken.read_bytes()[:60])
    bad = [*rows]
    bad[1] = {**rows[1], "image": str(broken)}
    bad[4] = {"question": "No picture?", "n_objects": 1, "kind": "1"}  # in the middle of a batch
    bad[9] = {**rows[9], "n_objects": "many"}
    bad[8] = {**rows[8], "image": "nowhere.png"}  # which is known before positions and labels of the batch
    bad[7] = {**rows[7], "n_objects": "some"}
    store = harvest.run(plan, bad, tmp_path / "store").verify()
    failures = store.failures()
    assert failures["sample"].tolist() == [1, 4, 7, 8, 9]
    assert "no such positions" in failures["reason"][1]
    assert "'many'" in failures["reason"][4]
    assert set(range(26)) - set(store.rows()["sample"]) == {1, 4, 7, 8, 9}
    for sample, lines in store.rows().groupby("sample"):
        assert set(lines["n_objects"]) == {rows[sample]["n_objects"]}
    assert store.report is not None
    assert store.report.n_errors == 5
    assert harvest.run(plan, bad, tmp_path / "just", max_errors=5).sha256() == store.sha256()
    with pytest.raises(InputError, match="2 samples failed, and max_errors is 1") as stopped:
        harvest.run(plan, bad, tmp_path / "strict", max_errors=1)
    assert "sample 4" in str(stopped.value)
    assert harvest.open(tmp_path / "strict").shards == ()


@pytest.mark.parametrize(("first", "said"), [(0, 2**70), ("", "\ud800"), (0.5, 2**53 + 1)])
def test_labels_that_no_column_holds_are_failures_of_their_sample(
    plan: harvest.Plan, rows: list[dict[str, Any]], tmp_path: Path, first: Any, said: Any
):
    name = f"{tmp_path}/\udcff.png"  # as Python spells a file's name that is no text
    table = [{**row, "said": first} for row in rows[:4]]
    table[2] |= {"said": said}
    table[3] |= {"image": name}
    failures = harvest.run(plan, table, tmp_path / "store").verify().failures()
    assert failures["sample"].tolist() == [2, 3]
    assert "can't hold exactly" in failures["reason"][0]
    assert "udcff.png" in failures["reason"][1]


def test_whole_numbers_stay_whole_where_some_are_missing(
    plan: harvest.Plan, rows: list[dict[str, Any]], tmp_path: Path
):
    known = [None, 2**53 + 1, 2**53 + 2, None]
    table = [{**row, "uid": uid} for row, uid in zip(rows, known, strict=False)]
    lines = harvest.run(replace(plan, positions="last"), table, tmp_path).rows()
    assert [None if uid is pd.NA else uid for uid in lines["uid"]] == known
    assert (lines["sample"].dtype, lines["n_objects"].dtype) == (np.int64, np.int64)


@pytest.mark.parametrize(
    "positions",
    [[0, -2], np.array([0, -2]), lambda layout: [0, -2], lambda layout, example: layout.table.kind[0].nonzero()[0][:2]],
    ids=["list", "array", "function", "function of the table"],
)
def test_positions_are_of_the_prompt_without_padding(
    plan: harvest.Plan, rows: list[dict[str, Any]], tmp_path: Path, positions: Any
):
    alone, together = (
        harvest.run(replace(plan, positions=positions, batch_size=size, samples_per_shard=3), rows[:3], tmp_path / name)
        for size, name in ((1, "alone"), (3, "together"))
    )
    places = ["sample", "position", "token_id"]
    pd.testing.assert_frame_equal(alone.rows(columns=places), together.rows(columns=places))
    assert len(together) == 6


def test_positions_that_no_name_means(plan: harvest.Plan):
    with pytest.raises(InputError, match="known by name are all, image, images, last"):
        replace(plan, positions="bogus")


def test_a_full_shared_memory_is_told_of(
    plan: harvest.Plan, rows: list[dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(self: torch.Tensor) -> None:
        raise RuntimeError("unable to allocate shared memory")

    monkeypatch.setattr(torch.Tensor, "share_memory_", full)  # loaders are forks of this process
    with pytest.raises(OSError, match=r"--shm-size.*loaders=0"):
        harvest.run(plan, rows, tmp_path, loaders=1)
    assert harvest.open(tmp_path).shards == ()


def test_labels_are_of_their_columns_type(plan: harvest.Plan, rows: list[dict[str, Any]], tmp_path: Path):
    mine: list[dict[str, Any]] = [{"on": True, "n": 1, "shard": "a"}, {"on": False, "n": 2}, {"on": 1, "n": 3}]
    table = [{**row, **each} for row, each in zip(rows, [*mine, {"on": True, "n": True}], strict=False)]
    store = harvest.run(plan, table, tmp_path / "store").verify()
    assert store.failures()["sample"].tolist() == [2, 3]
    first = store.rows().groupby("sample").first()
    assert (first["on"].dtype, first["on"].tolist()) == (bool, [True, False])
    assert (set(first["shard"]), first["label_shard"].tolist()[0]) == ({0}, "a")
    few = harvest.run(replace(plan, labels=["question", "n"]), table[:2], tmp_path / "few").rows()
    assert few.groupby("sample")["question"].first().tolist() == [row["question"] for row in rows[:2]]
    assert not {"on", "label_kind", "n_objects"} & {*few}
    with pytest.raises(InputError, match="'nothing' is in none of the first examples"):
        harvest.run(replace(plan, labels=["nothing"]), table, tmp_path / "none")


@pytest.mark.parametrize("n", [5, 64])  # whose bytes don't end where another part may begin, and that do
def test_a_batch_is_the_same_behind_another_process(plan: harvest.Plan, rows: list[dict[str, Any]], n: int):
    plan = replace(plan, sample_positions=n)
    batches = Batches(plan, plan.examples(rows), plan.model._prompts, {"n_objects": "int64", "kind": "string"})
    sent = batches[Task(0, range(1, 4), False)]
    for _ in range(2):  # sending it leaves it as it is
        got = pickle.loads(pickle.dumps(sent))
        assert got.task == sent.task
        assert torch.equal(got.batch, sent.batch)
        assert torch.equal(got.pos, sent.pos)
        assert got.inputs.keys() == sent.inputs.keys()
        assert all(torch.equal(value, sent.inputs[key]) for key, value in got.inputs.items())
        assert all(value.is_contiguous() and value.dtype == sent.inputs[key].dtype for key, value in got.inputs.items())
        for name, column in sent.columns.items():
            np.testing.assert_array_equal(got.columns[name], column)
            assert got.columns[name].dtype == column.dtype
            assert got.columns[name].base is None  # else it would keep the pixels until its shard is written


def test_everything_is_on_the_disk_before_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    done: list[str] = []
    sync, rename, link = os.fsync, Path.rename, os.link

    def synced(descriptor: int) -> None:
        status = os.fstat(descriptor)
        done.append(
            "store" if status.st_ino == tmp_path.stat().st_ino else "folder" if S_ISDIR(status.st_mode) else "file"
        )
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "rename", lambda *names: (done.append("named"), rename(*names))[1])
    monkeypatch.setattr(os, "link", lambda *names: (done.append("named"), link(*names))[1])
    shards.write_shard(tmp_path, 3, lambda folder: [(folder / name).touch() for name in "ab"] and None)
    assert done == ["file", "file", "folder", "named", "store"]
    done.clear()
    shards.put_if_absent(tmp_path / "facts", b"first")
    assert done == ["file", "named", "store"]
    shards.put_if_absent(tmp_path / "facts", b"second")
    assert (tmp_path / "facts").read_bytes() == b"first"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["facts", "shard-000003"]


def test_shards_beyond_a_million_are_shards(tmp_path: Path):
    for shard in (1_000_000, 999_999, 12):
        shards.write_shard(tmp_path, shard, lambda folder: None)
    assert shards.shards_in(tmp_path) == [12, 999_999, 1_000_000]


def test_a_full_disk_stops_with_nothing_half_written(
    plan: harvest.Plan,
    rows: list[dict[str, Any]],
    store: harvest.Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    flush, n = shards._flush, iter(range(100))

    def full(path: Path) -> None:
        if path.name.endswith(".safetensors") and next(n) == 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        flush(path)

    monkeypatch.setattr(shards, "_flush", full)
    with pytest.raises(OSError, match=r"No space left on device. Shard 1 was not written.*Make room") as stopped:
        harvest.run(plan, rows, tmp_path)
    assert stopped.value.errno == errno.ENOSPC
    assert sorted(path.name for path in tmp_path.iterdir()) == ["manifest.json", "shard-000000"]
    assert harvest.run(plan, rows, tmp_path).sha256() == store.sha256()


def test_a_file_that_the_system_refuses_is_said_as_such(
    plan: harvest.Plan, rows: list[dict[str, Any]], store: harvest.Store, tmp_path: Path
):
    """Whichever library writes it: safetensors raises an error of its own."""
    resource = pytest.importorskip("resource")
    size = store.path(0, "activations.safetensors").stat().st_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size - 1, hard))
    try:
        with pytest.raises(OSError, match=r"File too large. Shard 0 was not written") as stopped:
            harvest.run(plan, rows, tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert stopped.value.errno == errno.EFBIG
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]


def test_verify_finds_what_is_wrong(store: harvest.Store, tmp_path: Path):
    copy = shutil.copytree(store.root, tmp_path / "copy")
    shutil.copy(store.path(1, "rows.parquet"), copy / "shard-000002" / "rows.parquet")
    with pytest.raises(InputError, match="shard 2 has 7 samples and 0 failures, not each of 7 once"):
        harvest.open(copy).verify()
    shutil.copy(store.path(3, "activations.safetensors"), copy / "shard-000001" / "activations.safetensors")
    with pytest.raises(InputError, match=r"shard 1 has 320 rows of .*, not 448"):
        harvest.open(copy).verify()
    cut = copy / "shard-000000" / "activations.safetensors"
    cut.write_bytes(cut.read_bytes()[:1000])
    with pytest.raises(InputError, match=r"shard 0: .*shard-000000/activations.safetensors is corrupt or cut off"):
        harvest.open(copy).verify()
    with pytest.raises(InputError, match=r"shard-000000/activations.safetensors is corrupt"):
        harvest.open(copy).activations(store.names[0])
    os.truncate(copy / "shard-000001" / "rows.parquet", 500)
    (copy / "shard-000003" / "errors.parquet").unlink()
    with pytest.raises(InputError, match=r"shard 1: .*rows.parquet is corrupt.*shard 3: .*errors.parquet is not there"):
        harvest.open(copy).verify()
    with pytest.raises(InputError, match=r"rows.parquet is corrupt or cut off .*delete the folder"):
        harvest.open(copy).rows()
    with pytest.raises(InputError, match=r"errors.parquet is not there; delete the folder"):
        harvest.open(copy).failures()
    with pytest.raises(InputError, match="no store"):
        harvest.open(tmp_path)


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [("position", lambda frame: frame["position"][0], "a row twice"), ("kind", lambda frame: "pad", "rows of padding")],
    ids=["twice", "padding"],
)
def test_verify_finds_rows_that_can_not_be(store: harvest.Store, tmp_path: Path, column: str, value: Any, said: str):
    copy = harvest.open(shutil.copytree(store.root, tmp_path / "copy"))
    frame = pd.read_parquet(copy.path(1, "rows.parquet"))
    frame.loc[1, column] = value(frame)
    frame.to_parquet(copy.path(1, "rows.parquet"))
    with pytest.raises(InputError, match=f"shard 1 has {said}"):
        copy.verify()
    assert copy.sha256() != store.sha256()


def test_samples_at_which_the_model_fails_are_named(
    plan: harvest.Plan, rows: list[dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(self: Passes, batch: Any) -> None:
        raise RuntimeError("out of memory")

    monkeypatch.setattr(running, "estimate", lambda *_, **__: "")
    monkeypatch.setattr(Passes, "__call__", full)
    with pytest.raises(RuntimeError, match="out of memory") as stopped:
        harvest.run(plan, rows, tmp_path, shards=[1])
    assert stopped.value.__notes__ == ["Samples 7 to 9 ran, 3 at a time."]


@pytest.mark.parametrize("file", ["activations.safetensors", "rows.parquet", "errors.parquet"])
def test_a_run_does_not_go_on_with_a_shard_that_is_cut_off(
    plan: harvest.Plan, rows: list[dict[str, Any]], store: harvest.Store, tmp_path: Path, file: str
):
    copy = shutil.copytree(store.root, tmp_path / "copy")
    cut = copy / "shard-000002" / file
    os.truncate(cut, cut.stat().st_size - 1)
    with pytest.raises(InputError, match=rf"shard-000002/{file} is corrupt or cut off .*delete the folder that it is"):
        harvest.run(plan, rows, copy)
    shutil.rmtree(cut.parent)
    assert harvest.run(plan, rows, copy).sha256() == store.sha256()


def test_a_plan_says_what_it_comes_to(plan: harvest.Plan, rows: list[dict[str, Any]], capsys: pytest.CaptureFixture):
    estimate = plan.estimate(rows)
    assert (estimate.n_rows, estimate.n_shards, estimate.bytes_per_row) == (26 * 64, 4, 2 * (128 + 128))
    assert "1,664 rows (64.0 a sample)" in str(estimate)
    assert "bits depend" not in str(estimate)  # it computes in float32
    assert estimate.n_bytes == 26 * 64 * (512 + 1.5)
    several = replace(plan, samples_per_shard=200_000).estimate(rows, workers=4)
    assert "4 workers" in str(several)
    assert several.seconds == 26 * several.seconds_per_sample / 4
    assert "A shard is 6.55 GB" in str(several)
    large = replace(several, n_samples=10**6, seconds_per_sample=1.0, workers=1)
    assert "64,000,000 rows (64.0 a sample), 32.9 GB in 1 shards, about 11.6 days" in str(large)
    broken = [*rows]
    broken[10] = {**rows[10], "image": "nowhere.png"}  # of those that are tried: they are spread over the table
    some = plan.estimate(broken)
    assert (some.failed, some.tried, some.rows_per_sample) == (1, 3, 128 / 3)


def test_a_report_says_what_would_make_it_faster():
    def advice(loader: float, model: float, writer: float) -> str:
        return Report(n_samples=1, loader=loader, model=model, writer=writer, seconds=loader + model + writer).advice

    assert advice(50.0, 50.0, 0.0).startswith("The model waits for inputs: give loaders=2 more processes")
    assert "waits for the disk" in advice(1.0, 50.0, 40.0)
    assert advice(1.0, 98.0, 1.0) == ""
    assert advice(5.0, 1.0, 0.0) == ""  # in a few seconds starting is what is measured


def test_shards_without_a_manifest_are_nobodys(
    plan: harvest.Plan, rows: list[dict[str, Any]], store: harvest.Store, tmp_path: Path
):
    copy = shutil.copytree(store.root, tmp_path / "copy")
    (copy / "manifest.json").unlink()
    with pytest.raises(InputError, match=r"has 4 shards and no manifest.json"):
        harvest.run(plan, rows, copy)
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="is a file"):
        harvest.run(plan, rows, tmp_path / "file")


def test_a_broken_sample_at_the_beginning_stops_nothing(plan: harvest.Plan, rows: list[dict[str, Any]], tmp_path: Path):
    one = replace(plan, batch_size=1, names=NAMES[1])
    bad = [{**rows[0], "image": "nowhere.png"}, *rows[1:3]]
    store = harvest.run(one, bad, tmp_path / "store").verify()
    assert store.failures()["sample"].tolist() == [0]
    with pytest.raises(InputError, match="All 2 samples that were tried failed; the first one: There is no image file"):
        harvest.run(one, [bad[0]] * 2, tmp_path / "none")


def test_labels_are_those_of_the_first_examples_together(
    plan: harvest.Plan, rows: list[dict[str, Any]], tmp_path: Path
):
    mine: list[dict[str, Any]] = [{"x": 1}, {"x": 2.5, "late": "here"}, {"x": 3, "list": [1]}]
    table = [{name: row[name] for name in ("image", "question")} | each for row, each in zip(rows, mine, strict=False)]
    index = harvest.run(plan, table, tmp_path).rows()
    first = index.groupby("sample").first()
    assert first["x"].tolist() == [1, 2.5, 3]
    assert first["late"].tolist()[1] == "here"
    assert first["late"].isna().tolist() == [True, False, True]
    assert "list" not in index


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"batch_size": 0}, "batch_size is a whole number above 0"),
        ({"dtype": "int8"}, 'dtype is "bfloat16"'),
        ({"model": 3}, "model is a hub id"),
        ({"load": {"device": "cpu"}}, "this one is loaded already"),
    ],
)
def test_plans_that_are_none(plan: harvest.Plan, given: dict[str, Any], said: str):
    with pytest.raises(InputError, match=said):
        replace(plan, **given)


@pytest.mark.parametrize("given", [{"loaders": -1}, {"max_errors": -2}])
def test_numbers_that_are_none(plan: harvest.Plan, rows: list[dict[str, Any]], tmp_path: Path, given: dict[str, Any]):
    with pytest.raises(InputError, match=f"{next(iter(given))} is a whole number"):
        harvest.run(plan, rows, tmp_path, **given)


def test_without_pyarrow_nothing_is_loaded_or_written(
    plan: harvest.Plan, rows: list[dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def import_module(name: str) -> Any:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name.partition(".")[0])

    monkeypatch.setattr("vlm_lens_native.harvest.extras.importlib.import_module", import_module)
    unknown = replace(plan, model="nobody/nothing-7b")
    for each in (plan, unknown):
        with pytest.raises(InputError, match=r"needs pyarrow.*vlm_lens_native\[harvest\]"):
            harvest.run(each, rows, tmp_path / "store")
        with pytest.raises(InputError, match="needs pyarrow"):
            harvest.reduce(each, rows, [harvest.Moments()], out=tmp_path / "states")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("part", ["8/8", "x", "1/2/3", "-1/4"])
def test_parts_that_are_none(plan: harvest.Plan, rows: list[dict[str, Any]], tmp_path: Path, part: Any):
    with pytest.raises(InputError, match="part"):
        harvest.run(plan, rows, tmp_path, part=part)


@pytest.mark.parametrize("shard", [4, -1])
def test_shards_that_are_none(plan: harvest.Plan, rows: list[dict[str, Any]], tmp_path: Path, shard: int):
    with pytest.raises(InputError, match=f"no shard {shard}"):
        harvest.run(plan, rows, tmp_path, shards=[0, shard])


def test_images_alone_are_asked_the_plans_prompt(plan: harvest.Plan, tmp_path: Path):
    plan = replace(plan, prompt="How many?", samples_per_shard=100)
    picture = Image.new("RGB", (112, 112), "red")
    store = harvest.run(plan, [{"image": picture}], tmp_path / "store")
    assert store.rows()["sample"].tolist() == [0] * 64
    asked = replace(plan, positions="all", labels=["question"])
    example = Example(question="What?", images=(picture,), labels={"n": 3})
    assert set(harvest.run(asked, [example], tmp_path / "asked").rows()["question"]) == {"How many?"}


def test_memory_does_not_grow_with_the_table(
    plan: harvest.Plan, rows: list[dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    alive: list[weakref.ref[torch.Tensor]] = []
    most, add = [], RowSink.add

    def counted(self: RowSink, batch: Any) -> None:
        alive.extend(weakref.ref(value) for value in batch.values.values())
        most.append(sum(each() is not None for each in alive))
        add(self, batch)

    monkeypatch.setattr(RowSink, "add", counted)
    harvest.run(replace(plan, samples_per_shard=2, batch_size=1), rows, tmp_path)
    assert len(alive) == 2 * 26
    assert max(most) <= 2 * 2 * 2  # of two hook points: the batches of a shard and of the one that is being written
    assert not any(each() for each in alive)


def test_bfloat16_is_said_to_depend_on_batches_and_keeps_them(rows: list[dict[str, Any]], tmp_path: Path):
    half = HookedVLMTransformer.from_pretrained("toy-llava", dtype="bfloat16")
    plan = harvest.Plan(model=half, names=NAMES[1], batch_size=4, samples_per_shard=8)
    assert "bits depend on the batch that it runs in: batches of 4" in str(plan.estimate(rows))
    once = harvest.run(plan, rows, tmp_path / "once")
    reverse = harvest.run(plan, rows, tmp_path / "reverse", shards=range(4)[::-1])
    assert once.sha256() == reverse.sha256()
    alone = harvest.run(replace(plan, batch_size=1), rows, tmp_path / "alone")
    assert not torch.equal(once.activations(), alone.activations())  # it is why the size is part of the store


def test_ctrl_c_keeps_whole_shards(
    plan: harvest.Plan,
    rows: list[dict[str, Any]],
    store: harvest.Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    def stop_at(sample: int) -> None:
        def drawn(self: Batches, at: torch.Tensor, number: int) -> torch.Tensor:
            if number == sample and threading.current_thread() is threading.main_thread():
                raise KeyboardInterrupt
            return own(self, at, number)

        monkeypatch.setattr(Batches, "_drawn", drawn)

    own = Batches._drawn
    monkeypatch.setattr(running, "estimate", lambda *_, **__: "")  # it would come to the sample first
    stop_at(3)
    with pytest.raises(KeyboardInterrupt):
        harvest.run(plan, rows, tmp_path)
    stop_at(16)
    with pytest.warns(UserWarning, match="Harvest was stopped: 2 of 4 are done and kept"):
        stopped = harvest.run(plan, rows, tmp_path)
    assert stopped.missing == [2, 3]
    assert stopped.report is not None
    assert stopped.report.n_rows == len(stopped) > 0  # without the two samples of the shard that was under way
    assert stopped.report.n_samples == 14
    assert not list(tmp_path.glob(".*"))
    stop_at(-1)
    assert harvest.run(plan, rows, tmp_path).sha256() == store.sha256()
