"""Videos: the frames that the processor takes, their numbers and times, files, several in one chat."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from transformers import video_processing_utils, video_utils
from transformers.video_utils import VideoMetadata

from tests.unit.inputs.processors import (
    Builder,
    Case,
    placeholder_features,
    qwen2_5,
    qwen3,
    smolvlm,
    without_torchcodec,
)
from tests.unit.inputs.test_probing import inverted, noise
from vlm_lens_native.errors import ImageError, InputError

MAKERS = (qwen2_5, qwen3, smolvlm)
every_case = pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)


def sampling(case: Case) -> Builder:
    """The same processor, which takes frames at its own rate."""
    processor = copy.copy(case.builder.processor)
    processor.video_processor = copy.deepcopy(processor.video_processor)
    processor.video_processor.do_sample_frames = True
    if not processor.video_processor.fps:
        processor.video_processor.fps = 2
    if getattr(processor.video_processor, "num_frames", None) is None and case.name == "smolvlm":
        processor.video_processor.num_frames = 8
    return dataclasses.replace(case.builder, processor=processor)


def film(n: int, size: tuple[int, int] = (112, 56)) -> list[np.ndarray]:
    return [noise(size, seed=seed) for seed in range(n)]


def chat(*videos: Any, **more: Any) -> list[dict[str, Any]]:
    return [{"role": "user", "content": [{"type": "video", "video": video, **more} for video in videos]}]


@every_case
def test_the_frames_are_those_that_hf_would_take(make: Callable[[], Case]) -> None:
    """HF samples within its processor; we sample before, with its own function, and nothing changes."""
    builder, frames = sampling(make()), film(20)
    ours = builder.prepare_chat(chat(frames, fps=4))
    metadata = {"total_num_frames": 20, "fps": 4.0, "duration": 5.0, "height": 56, "width": 112}
    theirs = builder.processor(
        text=list(ours.text), videos=[[np.stack(frames)]], video_metadata=[metadata], return_tensors="pt"
    )
    assert ours.keys() == theirs.keys()
    for key, value in theirs.items():
        assert torch.equal(torch.as_tensor(ours[key]), torch.as_tensor(value))
    layout = builder.token_layout(ours)
    seen = sorted(set(layout.table.first_source[0, layout.images.indices()].tolist()))
    assert 1 < len(seen) < 20
    assert seen[0] == 0


@every_case
def test_each_token_names_the_frames_that_it_saw(make: Callable[[], Case]) -> None:
    """A frame that was not sampled changes nothing; one that was changes the tokens that name it, and no others."""
    case = make()
    builder, frames = sampling(case), film(16)

    def features(given: list[np.ndarray]) -> tuple[Any, torch.Tensor]:
        made = builder.prepare_chat(chat(given, fps=4))
        if "pixel_values_videos" in made:
            seen = {"pixel_values": made["pixel_values_videos"], "image_grid_thw": made["video_grid_thw"]}
            return made, placeholder_features(case, seen)
        return made, placeholder_features(case, made)

    made, before = features(frames)
    layout = builder.token_layout(made)
    positions, table = layout.images.indices(), layout.table
    assert sorted(set(table.frame[0, positions].tolist())) == list(range(int(table.frame.max()) + 1))
    skipped = 0
    for number in range(16):
        _, after = features([inverted(f, (0, 0, 112, 56)) if n == number else f for n, f in enumerate(frames)])
        changed = positions[((after - before).abs().amax(-1) > 1e-6)]
        named = (table.first_source[0, positions] == number) | (table.last_source[0, positions] == number)
        assert changed.tolist() == positions[torch.from_numpy(named)].tolist()
        skipped += len(changed) == 0
    assert 0 < skipped < 16


@every_case
def test_times_are_those_of_the_frames(make: Callable[[], Case]) -> None:
    layout = make().builder.token_layout(made := make().builder.prepare_chat(chat(film(8), fps=2)))
    table = layout.table
    for frame in range(int(table.frame.max()) + 1):
        of_frame = layout.positions(frame=frame)
        first, last = table.first_source[0, of_frame[0]] / 2, table.last_source[0, of_frame[0]] / 2
        told = {qwen2_5: first, qwen3: round((first + last) / 2, 1), smolvlm: int(first)}[make]  # as each one reckons
        assert table.time[0, of_frame].tolist() == [told] * len(of_frame)
    assert ("second_per_grid_ts" in made) == (make is qwen2_5)


@every_case
def test_several_videos_of_one_chat(make: Callable[[], Case]) -> None:
    case = make()
    sizes, lengths = ((112, 56), (64, 96)), (4, 6)
    videos = [film(n, size) for n, size in zip(lengths, sizes, strict=True)]
    inputs = case.builder.prepare_chat(chat(*videos, fps=2))
    layout = case.builder.token_layout(inputs)
    assert [each.vision.kind for each in layout.placed[0]] == ["video", "video"]
    assert [layout.image_size(image=i) for i in (0, 1)] == list(sizes)
    for number, n_frames in enumerate(lengths):
        saw = layout.table.last_source[0, layout.image(number).indices()]
        assert (saw.min(), saw.max()) == ((1 if make is not smolvlm else 0), n_frames - 1)
        boxes = layout.table.box[0, layout.image(number).indices()]
        assert boxes.max(axis=0)[2:].tolist() == list(sizes[number])
    case.builder.check(dict(inputs))


def test_an_odd_last_frame_fills_its_token_alone() -> None:
    layout = qwen2_5().builder.token_layout(qwen2_5().builder.prepare_chat(chat(film(5))))
    last = layout.positions(frame=2)
    assert layout.table.first_source[0, last].tolist() == layout.table.last_source[0, last].tolist() == [4] * len(last)


def fake_decoder(path: str, sample_indices_fn: Any, **kwargs: Any) -> tuple[torch.Tensor, VideoMetadata]:
    """Reads what `numpy.save` wrote as HF's decoders read films: metadata first, then the frames asked for."""
    frames = torch.from_numpy(np.load(path)).permute(0, 3, 1, 2)
    metadata = VideoMetadata(total_num_frames=len(frames), fps=4.0, duration=len(frames) / 4)
    metadata.frames_indices = sample_indices_fn(metadata=metadata)
    return frames[np.asarray(metadata.frames_indices)], metadata


@every_case
@pytest.mark.parametrize("as_text", [True, False], ids=["str", "Path"])
def test_files_are_laid_out_like_their_frames(
    make: Callable[[], Case], as_text: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("is_torchcodec_usable", "is_torchcodec_available"):  # the second before transformers 5.23
        monkeypatch.setattr(video_processing_utils, name, lambda *args, **kwargs: True, raising=False)
    monkeypatch.setattr(video_utils, "is_torchcodec_available", lambda: True)
    monkeypatch.setitem(video_utils.VIDEO_DECODERS, "torchcodec", fake_decoder)
    frames, path = film(12), tmp_path / "film.npy"
    np.save(path, np.stack(frames))
    builder = sampling(make())
    given = chat(str(path) if as_text else path)
    by_path, by_frames = builder.prepare_chat(given), builder.prepare_chat(chat(frames, fps=4))
    for key, value in by_frames.items():
        assert torch.equal(torch.as_tensor(by_path[key]), torch.as_tensor(value))
    layouts = [builder.token_layout(inputs) for inputs in (by_path, by_frames)]
    assert layouts[0].box_space == "original"
    assert layouts[0].image_size() == (112, 56)
    assert layouts[0].to_dataframe().equals(layouts[1].to_dataframe())


@without_torchcodec
def test_what_is_no_video_raises(tmp_path: Path) -> None:
    builder, file = qwen2_5().builder, tmp_path / "film.mp4"
    with pytest.raises(ImageError, match="no video file"):
        builder.prepare_chat(chat(file))
    file.write_bytes(b"nothing")
    with pytest.raises(InputError, match="list of images in place of a file"):
        builder.prepare_chat(chat(file))
    with pytest.raises(InputError, match="says it itself"):
        builder.prepare_chat(chat(file, fps=2))
    for fps in (0, -1, "2"):
        with pytest.raises(InputError, match="positive number"):
            builder.prepare_chat(chat(film(2), fps=fps))
    with pytest.raises(ImageError, match="differ in size"):
        builder.prepare_chat(chat([*film(2), Image.new("RGB", (3, 3))]))
    with pytest.raises(ImageError, match="expected a list"):
        builder.prepare_chat(chat(np.zeros((4, 4, 3), dtype=np.uint8)))


def test_what_would_be_ignored_raises() -> None:
    image = noise((20, 20))
    for part in (
        {"type": "image", "image": image, "min_pixels": 3},
        {"type": "video", "video": film(2), "max_frames": 3},
        {"type": "text", "text": "?", "image": image},
        {"type": "image", "image": image, "fps": 2},
    ):
        with pytest.raises(InputError, match="would be ignored"):
            qwen2_5().builder.prepare_chat([{"role": "user", "content": [part]}])
    with pytest.raises(InputError, match="under one of 'image', 'path'"):
        qwen2_5().builder.prepare_chat(
            [{"role": "user", "content": [{"type": "image", "image": image, "path": "a.png"}]}]
        )


@pytest.mark.parametrize("kind", ["numpy", "numpy_chw", "torch", "torch_hwc", "torch_float"])
def test_videos_as_arrays_in_either_order(kind: str) -> None:
    frames, builder = np.stack(film(4)), qwen2_5().builder
    given = {
        "numpy": frames,
        "numpy_chw": frames.transpose(0, 3, 1, 2),
        "torch": torch.from_numpy(frames).permute(0, 3, 1, 2),
        "torch_hwc": torch.from_numpy(frames),
        "torch_float": torch.from_numpy(frames).permute(0, 3, 1, 2) / 255,
    }[kind]
    inputs, expected = (
        builder.prepare_chat([{"role": "user", "content": [{"type": "video", "video": video}]}])
        for video in (given, [*frames])
    )
    assert torch.equal(inputs["pixel_values_videos"], expected["pixel_values_videos"])
