"""LLaVA-1.5: CLIP, a two-layer projector, and a Llama, Mistral or Qwen decoder.

Source: transformers' ``models/llava/modeling_llava.py``.
"""

from vlm_lens_native.families import ConfigKeys, Family
from vlm_lens_native.inputs.geometry import fixed_grid

from ._shared import TEXT_KEYS, decoder_keys, text_decoder_config

FAMILY = Family(
    model_type="llava",
    language_model="model.language_model",
    text_config=lambda config: config.text_config,
    decoder_config=lambda config: text_decoder_config(config.text_config),
    keys={
        r"^language_model\.lm_head\.": "lm_head.",
        r"^language_model\.model\.": "model.language_model.",
        r"^vision_tower\.": "model.vision_tower.",
        r"^model\.vision_tower\.vision_model\.": "model.vision_tower.",
        r"^multi_modal_projector\.": "model.multi_modal_projector.",
        **decoder_keys("model.language_model"),
    },
    not_ours=("model.vision_tower.", "model.multi_modal_projector."),
    outer_keys=ConfigKeys(
        handled=frozenset(
            {
                "text_config",
                "vision_config",
                "image_token_index",
                "projector_hidden_act",
                "multimodal_projector_bias",
                "vision_feature_layer",
                "vision_feature_select_strategy",
                "tie_word_embeddings",
            }
        ),
        ignored={
            "image_seq_length": "the processor's pixels say how many tokens an image has",
            "ignore_index": "for training",
            "vocab_size": "repeats text_config.vocab_size",
        },
    ),
    text_keys=TEXT_KEYS,
    vision_tokens=fixed_grid,
)
