"""DeepSeek-VL with two encoders: SigLIP and, at a higher resolution, SAM's, side by side in each token.

Source: transformers' ``models/deepseek_vl_hybrid/modeling_deepseek_vl_hybrid.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.conversions._shared import CLIP_BLOCKS
from vlm_lens_native.families import VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import SquareGrid
from vlm_lens_native.inputs.geometry import Made, VisionTokens
from vlm_lens_native.inputs.transform import ImageTransform, Size


class TwiceSquare(SquareGrid):
    """The image is fitted into the larger square, and all of that is shrunk to the smaller."""

    def transform(self, made: Made, original_size: Size, vision: VisionTokens) -> ImageTransform:
        """Fitted and padded, then resized (``DeepseekVLHybridImageProcessor``)."""
        (width, height), large = original_size, made.setting("high_res_size")["height"]
        fitted = [max(round(length * large / max(width, height)), made.setting("min_size")) for length in original_size]
        shrunk = vision.size[0] / large
        return ImageTransform(
            original_size=original_size,
            processed_size=vision.size,
            scale=(fitted[0] * shrunk / width, fitted[1] * shrunk / height),
            offset=((large - fitted[0]) // 2 * shrunk, (large - fitted[1]) // 2 * shrunk),
        )


def _hooks(config: PreTrainedConfig) -> VisionHooks:
    return VisionHooks(
        encoder="model.vision_model",
        n_blocks=config.vision_config.num_hidden_layers,
        adapter="model.aligner",
        **CLIP_BLOCKS,
    )


WRAPPER = Wrapper(
    model_type="deepseek_vl_hybrid",
    geometry=TwiceSquare(),
    vision_hooks=_hooks,
    missing=(
        "vision.* are SigLIP's blocks. SAM's encoder beside it has no hook points, and through its convolutions and "
        "windows a token sees what lies around its box.",
    ),
)
