"""HyperCLOVA X SEED Think: Qwen2.5-VL's encoder, a linear projector behind its merger, and HyperCLOVA X.

Source: transformers' ``models/hyperclovax_vision_v2/modeling_hyperclovax_vision_v2.py``.
"""

from vlm_lens_native.conversions._shared import packed_in_windows, qwen_hooks
from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import ThwGrid

WRAPPER = Wrapper(
    model_type="hyperclovax_vision_v2",
    geometry=ThwGrid(),
    vision_hooks=lambda config: qwen_hooks(
        config,
        encoder="model.vision_model",
        adapter="model.projector",
        adapter_reads="token",
        packed=packed_in_windows,
    ),
)
