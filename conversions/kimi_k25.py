"""Kimi K2.5: an encoder for images of any size, which averages the frames of a clip, in front of DeepSeek-V3.

Source: transformers' ``models/kimi_k25/modeling_kimi_k25.py`` and ``image_processing_kimi_k25.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, Literal

from einops import rearrange
from jaxtyping import Float
from torch import Tensor
from transformers import PreTrainedConfig

from vlm_lens_native.families import PackedImages, VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import ThwGrid
from vlm_lens_native.inputs.geometry import Made, Repeated, VisionTokens
from vlm_lens_native.inputs.transform import ImageTransform, Size


class KimiGrid(ThwGrid):
    """Patches ``[patch 3 height width]`` row by row, of images that are padded below and on the right.

    A video is cut into clips of ``temporal_patch_size`` frames, each a grid of ``video_grid_thw``, and a token is the
    average over a clip. Where it is not known how many frames a video has, each clip is one.
    """

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """Images, then videos."""
        found = super().tokens(made)
        images = [each for each in found if each.kind != "video"]
        clips = [each for each in found if each.kind == "video"]
        counts = [-(-n // made.processor.video_processor.temporal_patch_size) for n in made.order if n]
        counts = counts if sum(counts) == len(clips) else [1] * len(clips)
        left = iter(clips)
        films = [list(islice(left, n)) for n in counts]
        joined = [
            replace(film[0], grids=tuple(replace(clip.grids[0], frame=nth) for nth, clip in enumerate(film)))
            for film in films
        ]
        return *images, *joined

    def merge(self, made: Made, kind: Literal["image", "video"]) -> int:
        """Patches on a side that make one token."""
        return made.hf_config.vision_config.merge_kernel_size[0]

    def _grouped(self, made: Made, kind: str, grid: list[int]) -> list[int]:
        return [1, *grid[1:]]

    def transform(self, made: Made, original_size: Size, vision: VisionTokens) -> ImageTransform:
        """Resized, where it is large, and padded to whole tokens."""
        from transformers.models.kimi_k25.image_processing_kimi_k25 import navit_resize  # imports torchvision

        if not made.setting("do_resize"):
            return ImageTransform.resize(original_size, vision.size)
        width, height = original_size
        (new_height, new_width), (pad_height, pad_width) = navit_resize(
            height,
            width,
            patch_size=made.setting("patch_size"),
            merge_kernel_size=made.setting("merge_size"),
            max_patches=made.setting("max_patches"),
            max_size_per_side=made.setting("size")["max_height"],
        )
        return ImageTransform(
            original_size=original_size,
            processed_size=(pad_width, pad_height),
            scale=(new_width / width, new_height / height),
        )

    def picture(
        self, share: Tensor, vision: VisionTokens, *, repeated: Repeated = "first"
    ) -> Float[Tensor, "3 height width"]:
        """The patches, side by side."""
        return _unpatchified(share, vision)

    def frames(self, made: Made, videos: Sequence[VisionTokens]) -> Iterator[Float[Tensor, "3 height width"]]:
        """Every frame of every clip."""
        lengths = iter(made.inputs["video_grid_thw"].tolist())
        left = iter(made.inputs["pixel_values_videos"].split(made.inputs["video_grid_thw"].prod(1).tolist()))
        for video in videos:
            for _ in video.grids:
                for frame in next(left).chunk(next(lengths)[0]):
                    yield _unpatchified(frame, video)


def _unpatchified(patches: Tensor, vision: VisionTokens) -> Float[Tensor, "3 height width"]:
    """Undoes ``patchify`` of HF's ``Kimi_K25ImageProcessor``."""
    return rearrange(patches, "(rows cols) c y x -> c (rows y) (cols x)", cols=vision.size[0] // patches.shape[-1])


def _packed(encoder: Any, call: Mapping[str, Any]) -> PackedImages:
    """An image, or a clip of frames that see each other, which the encoder averages behind its blocks."""
    grids, merge = call["grid_thw"], encoder.merge_kernel_size[0] * encoder.merge_kernel_size[1]
    return PackedImages(lengths=grids.prod(-1), order=None, merge=merge, tokens=grids[:, 1:].prod(-1) // merge)


def _hooks(config: PreTrainedConfig) -> VisionHooks:
    vision = config.vision_config
    return VisionHooks(
        encoder="model.vision_tower",
        blocks="layers",
        n_blocks=vision.num_hidden_layers,
        attention="attn",
        qkv=("q_proj", "k_proj", "v_proj"),
        out="proj",
        mlp="mlp",
        adapter="model.mm_projector",
        adapter_reads=f"token {vision.merge_kernel_size[0] * vision.merge_kernel_size[1]}",
        packed=_packed,
    )


WRAPPER = Wrapper(model_type="kimi_k25", geometry=KimiGrid(), vision_hooks=_hooks)
