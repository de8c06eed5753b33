"""Videos: read, and sampled as the checkpoint's video processor samples them, so that each frame keeps its number."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from huggingface_hub.utils import httpx
from PIL import Image
from transformers.video_utils import VideoMetadata

from vlm_lens_native.errors import ImageError, InputError
from vlm_lens_native.inputs.geometry import TokenGrid, VisionTokens
from vlm_lens_native.inputs.loading import file_path, load_image
from vlm_lens_native.inputs.transform import Size

VideoLike = Any  # a sequence of images, an array or tensor of frames, or a path; read_video checks


@dataclass(frozen=True, kw_only=True, eq=False)
class Video:
    """A video as a user gives it.

    Attributes:
        source: Its frames as RGB images, or the path or address of a file, which is decoded when it is sampled.
        fps: Frames a second of the frames given; None where unknown, or where the file says it.
    """

    source: tuple[Image.Image, ...] | Path | str
    fps: float | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class SampledVideo:
    """The frames of a video that the model is shown.

    Attributes:
        frames: ``[frame height width 3]`` or ``[frame 3 height width]``, as HF's video processor takes them.
        size: ``(width, height)`` of the user's frames in pixels.
        numbers: For each frame its number among the user's frames.
        metadata: What HF's processor is told; it may fill in what is missing.
    """

    frames: np.ndarray | torch.Tensor
    size: Size
    numbers: tuple[int, ...]
    metadata: VideoMetadata


def read_video(video: VideoLike, *, fps: Any = None) -> Video:
    """Reads a video that a user gives; files stay closed until the video is sampled.

    Args:
        video: A list of images of one size, anything that `load_image` takes; an array or tensor of frames, each in
            the order that `load_image` takes; or a path or address.
        fps: Frames a second of the frames given, where they are no file.

    Raises:
        ImageError: it is none of these, or its frames differ in size.
        InputError: frames a second that aren't a positive number or are given for a file.
    """
    if fps is not None and not (isinstance(fps, (int, float)) and fps > 0):
        raise InputError(f"Got fps={fps!r}; expected a positive number of frames a second.")
    if isinstance(video, (str, os.PathLike)):
        path = file_path(os.fspath(video))
        is_url = path.startswith(("http://", "https://"))
        if not (is_url or Path(path).is_file()):
            raise ImageError(f"There is no video file at {path!r}.")
        if fps is not None:
            raise InputError(f"fps={fps} is given for the file {path!r}, which says it itself. Leave it out.")
        return Video(source=path if is_url else Path(path))
    if isinstance(video, (np.ndarray, torch.Tensor)) and video.ndim == 4:
        video = [*video]
    if not isinstance(video, (list, tuple)) or not video:
        raise ImageError(
            f"Got {type(video).__name__} of shape {getattr(video, 'shape', None)} as a video; expected a list of "
            "images, an array [frame, height, width, 3] or tensor [frame, 3, height, width], or a path."
        )
    frames = tuple(load_image(frame) for frame in video)
    if len({frame.size for frame in frames}) > 1:
        raise ImageError("The frames of a video differ in size; give them one size.")
    return Video(source=frames, fps=None if fps is None else float(fps))


def sample(video: Video, video_processor: Any) -> SampledVideo:
    """Decodes a video and takes the frames that HF's video processor would take of it.

    HF does both within the call of its processor, which then doesn't tell every family's users which frames it took
    (``BaseVideoProcessor._decode_and_sample_videos``). Where the rate of the frames is unknown, HF takes 24 a second.

    Raises:
        InputError: the file can't be decoded, or the processor refuses the video.
    """
    settings = {name: getattr(video_processor, name, None) for name in video_processor.valid_kwargs.__annotations__}
    choose = partial(video_processor.sample_frames, **settings) if video_processor.do_sample_frames else None
    try:
        if isinstance(video.source, (Path, str)):
            frames, metadata = video_processor.fetch_videos(str(video.source), sample_indices_fn=choose)
        else:
            frames, metadata = _of_frames(video.source, video.fps, choose)
    except (ImportError, ValueError, RuntimeError, OSError, httpx.HTTPError) as error:
        raise InputError(
            f"The video can't be read or sampled: {error} Frames may be given as a list of images in place of a file, "
            'and their rate as "fps" beside "video".'
        ) from error
    height, width = frames.shape[1:3] if frames.shape[-1] == 3 else frames.shape[2:4]
    assert metadata.frames_indices is not None
    numbers = tuple(int(number) for number in metadata.frames_indices)
    return SampledVideo(frames=frames, size=(int(width), int(height)), numbers=numbers, metadata=metadata)


def _of_frames(frames: Sequence[Image.Image], fps: float | None, choose: Any) -> tuple[np.ndarray, VideoMetadata]:
    width, height = frames[0].size
    metadata = VideoMetadata(
        total_num_frames=len(frames),
        fps=fps,
        duration=None if fps is None else len(frames) / fps,
        height=height,
        width=width,
    )
    numbers = [int(number) for number in (range(len(frames)) if choose is None else choose(metadata=metadata))]
    metadata.frames_indices = numbers
    return np.stack([np.asarray(frames[number]) for number in numbers]), metadata


def with_frames(
    vision_tokens: Sequence[VisionTokens], videos: Sequence[SampledVideo], *, as_images: bool, per_grid: int
) -> tuple[VisionTokens, ...]:
    """Says of every grid of a video which of the user's frames it saw.

    Args:
        vision_tokens: What the geometry says.
        videos: The videos in order.
        as_images: Whether the processor made images of the frames, as many views as there are frames: they are put
            together again, where the geometry has not done so.
        per_grid: Frames that one token merges; the last one is repeated to fill up the last grid.
    """
    if as_images and videos and not any(each.kind == "video" for each in vision_tokens):
        views = iter(vision_tokens)
        vision_tokens = [_film([next(views) for _ in video.numbers]) for video in videos]
    left = iter(videos)
    return tuple(
        replace(each, grids=tuple(_numbered(each.grids, next(left).numbers, per_grid)))
        if each.kind == "video"
        else each
        for each in vision_tokens
    )


def _film(views: Sequence[VisionTokens]) -> VisionTokens:
    grids = tuple(replace(grid, frame=frame) for frame, view in enumerate(views) for grid in view.grids)
    return VisionTokens(kind="video", grids=grids, size=views[0].size, as_images=True)


def _numbered(grids: Sequence[TokenGrid], numbers: Sequence[int], per_grid: int) -> Iterator[TokenGrid]:
    for grid in grids:
        if grid.has_no_place or grid.frame is None:  # a token that ends the video
            yield grid
        else:
            start = grid.frame * per_grid
            yield replace(grid, sources=tuple(numbers[start : start + per_grid]))
