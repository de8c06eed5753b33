"""The pages' one script and style sheet, built from ``frontend/``, and what they read."""

from vlm_lens_native.bundle.page import STATIC, data_uri, page_data, render

__all__ = ["STATIC", "data_uri", "page_data", "render"]
