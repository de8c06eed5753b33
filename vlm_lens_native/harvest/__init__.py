"""Harvest: activations of many images, in files, as statistics or as a stream."""

from vlm_lens_native.harvest.estimating import Estimate
from vlm_lens_native.harvest.plan import Plan
from vlm_lens_native.harvest.reducing import reduce
from vlm_lens_native.harvest.reductions import Histograms, LensStatistics, Moments, Reduction, TopActivations
from vlm_lens_native.harvest.report import Report
from vlm_lens_native.harvest.running import run
from vlm_lens_native.harvest.store import Store
from vlm_lens_native.harvest.store import open_store as open  # as in harvest.open(path)
from vlm_lens_native.harvest.streaming import stream

__all__ = [
    "Estimate",
    "Histograms",
    "LensStatistics",
    "Moments",
    "Plan",
    "Reduction",
    "Report",
    "Store",
    "TopActivations",
    "open",
    "reduce",
    "run",
    "stream",
]
