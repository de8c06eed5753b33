"""A page to explore a logit lens with."""

from vlm_lens_native.visualize.lens.build import render_lens_page
from vlm_lens_native.visualize.lens.page import LensPage

__all__ = ["LensPage", "render_lens_page"]
