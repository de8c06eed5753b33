"""What the decoder does not do yet, by the text backbone that needs it. Whoever adds one takes its line out."""

from collections.abc import Mapping

_MOE = "a mixture of experts"

LACKING: Mapping[str, str] = {
    "bart": "an encoder-decoder with cross-attention",
    "deepseek_v3": f"multi-head latent attention and {_MOE}",
    "ernie4_5_vl_moe_text": f"{_MOE} by modality, and rotation of neighbouring pairs",
    "gemma3n_text": "four residual streams (AltUp) and inputs for each layer",
    "llama4_text": f"{_MOE}, chunked masks and layers without rotation",
    "mllama_text_model": "cross-attention layers",
    "molmo2_text": "projections of queries, keys and values that are one matrix, and image tokens that see each other",
    "nemotron_h": "Mamba layers",
    "opt": "learned positions, and MLPs without a gate",
    "persimmon": "projections of queries, keys and values that are one matrix, and MLPs without a gate",
    "qwen3_omni_moe_text": _MOE,
    "gpt_oss": f"{_MOE}, and attention sinks",
}
