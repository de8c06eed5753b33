"""What the decoder does not do yet, by the text backbone that needs it. Whoever adds one takes its line out."""

from collections.abc import Mapping

LACKING: Mapping[str, str] = {
    "bart": "an encoder-decoder with cross-attention",
    "gemma3n_text": "four residual streams (AltUp) and inputs for each layer",
    "nemotron_h": "Mamba layers",
    "opt": "learned positions, and MLPs without a gate",
    "persimmon": "projections of queries, keys and values that are one matrix, and MLPs without a gate",
    "gpt_oss": "attention sinks, and experts with biases",
}
