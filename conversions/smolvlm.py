"""SmolVLM: SigLIP over tiles of the image, pixel shuffle, and a Llama decoder.

Source: transformers' ``models/smolvlm/modeling_smolvlm.py``.
"""

from vlm_lens_native.families import ConfigKeys, Family, VisionHooks
from vlm_lens_native.inputs.geometries import TileGrid

from ._shared import CLIP_BLOCKS, TEXT_KEYS, decoder_keys, text_decoder_config

FAMILY = Family(
    model_type="smolvlm",
    language_model="model.text_model",
    text_config=lambda config: config.text_config,
    decoder_config=lambda config: text_decoder_config(config.text_config),
    keys=decoder_keys("model.text_model"),
    not_ours=("model.vision_model.", "model.connector."),
    outer_keys=ConfigKeys(
        handled=frozenset({"text_config", "vision_config", "image_token_id", "scale_factor", "tie_word_embeddings"}),
        ignored={
            "_pad_token_id": "generation acts on the text config's",
            "vocab_size": "repeats text_config.vocab_size",
        },
    ),
    text_keys=ConfigKeys(
        handled=TEXT_KEYS.handled,
        ignored={
            **TEXT_KEYS.ignored,
            **dict.fromkeys(
                ("_resampler_config", "perceiver_config", "use_resampler"), "HF's class has no resampler: it shuffles"
            ),
            "is_llama_config": "left over from the original code base",
            "pixel_shuffle_factor": "repeats scale_factor of the outer config",
            "qk_layer_norms": "of the resampler, which HF's class does not have",
            "rope_interleaved": "HF's Llama pairs halves whatever it says, and the weights are made for it",
        },
    ),
    geometry=TileGrid(),
    vision_hooks=lambda config: VisionHooks(
        encoder="model.vision_model",
        n_blocks=config.vision_config.num_hidden_layers,
        adapter="model.connector",
        **CLIP_BLOCKS,
    ),
)
