"""PP-Chart2Table: GOT-OCR2's class.

Source: transformers' ``models/got_ocr2/modeling_got_ocr2.py``.
"""

from vlm_lens_native.conversions.got_ocr2 import NO_HOOKS, GotTiles
from vlm_lens_native.families import Wrapper

WRAPPER = Wrapper(model_type="pp_chart2table", geometry=GotTiles(), vision_hooks=lambda _: NO_HOOKS)
