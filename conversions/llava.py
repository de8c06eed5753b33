"""LLaVA-1.5: CLIP, a two-layer projector, and a Llama, Mistral or Qwen decoder.

Source: transformers' ``models/llava/modeling_llava.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.families import ConfigKeys, Family, VisionHooks
from vlm_lens_native.inputs.geometry import fixed_grid

from ._shared import TEXT_KEYS, decoder_keys, siglip_hooks, text_decoder_config


def vision_hooks(config: PreTrainedConfig) -> VisionHooks | str:
    """Hook points up to the last block whose output is a feature; the blocks behind it reach nothing."""
    vision, layers = config.vision_config, config.vision_feature_layer
    if vision.model_type not in ("clip_vision_model", "siglip_vision_model"):
        return f"the hook points of a {vision.model_type} are not mapped; those of CLIP and SigLIP are."
    # layer n of the features is the output of block n - 1; layer 0 is the input of block 0
    chosen = [layers] if isinstance(layers, int) else layers
    n_blocks = max(layer % (vision.num_hidden_layers + 1) for layer in chosen)
    reason = f"no block behind it reaches the language model, which takes layer {layers} of the encoder."
    return siglip_hooks(
        blocks="model.vision_tower.encoder.layers",
        n_blocks=n_blocks,
        adapter="model.multi_modal_projector",
        why_not={f"vision.blocks.{block}.*": reason for block in range(n_blocks, vision.num_hidden_layers)},
    )


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
    vision_hooks=vision_hooks,
)
