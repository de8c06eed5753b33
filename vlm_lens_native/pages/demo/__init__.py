"""The main job from end to end: answer a question about an image, look inside, patch, and write a page and pictures."""

from vlm_lens_native.pages.demo.examples import Example, example_from_image, example_from_scene
from vlm_lens_native.pages.demo.study import Study, study
from vlm_lens_native.pages.demo.writing import write_study

__all__ = ["Example", "Study", "example_from_image", "example_from_scene", "study", "write_study"]
