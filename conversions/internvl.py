"""InternVL3 and 3.5: tiles and a thumbnail, four patches a token, and a Qwen2 or Qwen3 decoder.

Source: transformers' ``models/internvl/modeling_internvl.py``.
"""

from vlm_lens_native.conversions._shared import InternVLTiles, internvl_hooks
from vlm_lens_native.families import Wrapper

WRAPPER = Wrapper(
    model_type="internvl",
    geometry=InternVLTiles(),
    vision_hooks=lambda config: internvl_hooks(config, "encoder.layer"),
)
