"""Attention knockout: which way, and in which layers, does what is seen come to the answer?"""

from vlm_lens_native.analysis.knockout.flows import FLOWS
from vlm_lens_native.analysis.knockout.knockout_result import KnockoutSweep
from vlm_lens_native.analysis.knockout.sweeps import sweep

__all__ = ["FLOWS", "KnockoutSweep", "sweep"]
