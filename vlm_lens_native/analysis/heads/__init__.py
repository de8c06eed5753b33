"""Heads by what they attend to: each detector gives every head of the decoder a score, in one pass over the inputs.

A score is attention after the softmax that goes where the detector looks, so it lies between 0 and 1; beside it stands
what a head would score that attends evenly to everything it sees. A high score says where a head looks, and nothing
about what it does: verify with an ablation.
"""

from vlm_lens_native.analysis.heads.detectors import (
    attention_mass,
    attention_to_box,
    duplicate_token,
    grounding,
    image_mass,
    induction,
    previous_token,
    register_mass,
)
from vlm_lens_native.analysis.heads.head_scores import HeadScore, HeadScores
from vlm_lens_native.analysis.heads.texts import repeated_random_text

__all__ = [
    "HeadScore",
    "HeadScores",
    "attention_mass",
    "attention_to_box",
    "duplicate_token",
    "grounding",
    "image_mass",
    "induction",
    "previous_token",
    "register_mass",
    "repeated_random_text",
]
