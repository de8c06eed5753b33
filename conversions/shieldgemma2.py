"""ShieldGemma 2: Gemma 3, asked whether an image violates a policy.

Source: transformers' ``models/shieldgemma2/modeling_shieldgemma2.py``.
"""

from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import PanAndScan

WRAPPER = Wrapper(model_type="shieldgemma2", geometry=PanAndScan(), image_token_type=1)
