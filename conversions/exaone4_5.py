"""EXAONE 4.5: Qwen2.5-VL's encoder, whose query heads share keys and values, and EXAONE 4.

Source: transformers' ``models/exaone4_5/modeling_exaone4_5.py``.
"""

from vlm_lens_native.conversions._shared import packed_in_windows, qwen_hooks
from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import ThwGrid

WRAPPER = Wrapper(
    model_type="exaone4_5",
    geometry=ThwGrid(),
    vision_hooks=lambda config: qwen_hooks(
        config, packed=packed_in_windows, n_kv_heads=config.vision_config.num_key_value_heads
    ),
)
