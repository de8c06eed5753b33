"""Dictionaries (SAEs, transcoders) of a model: what their features do, and how good they are."""

from vlm_lens_native.dictionaries.attribution import attribute
from vlm_lens_native.dictionaries.attribution_result import FeatureAttribution
from vlm_lens_native.dictionaries.evaluation import evaluate
from vlm_lens_native.dictionaries.evaluation_result import DictionaryEvaluation
from vlm_lens_native.dictionaries.loading import SparseDictionary, load
from vlm_lens_native.dictionaries.pages import pages
from vlm_lens_native.dictionaries.pages_result import FeaturePages

__all__ = [
    "DictionaryEvaluation",
    "FeatureAttribution",
    "FeaturePages",
    "SparseDictionary",
    "attribute",
    "evaluate",
    "load",
    "pages",
]
