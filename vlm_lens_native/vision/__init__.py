"""Hook points in HF's vision encoder and adapter.

HF's modules stay what they are. `taps` puts PyTorch's module hooks on them, `pattern` reaches into their attention, and
`images` turns packed tensors into one row of patches for each image and back. The family says where everything is.
"""

from vlm_lens_native.vision.install import install_vision_hooks, run_in_passes

__all__ = ["install_vision_hooks", "run_in_passes"]
