"""LLaVA-1.5: CLIP, a two-layer projector, and a Llama, Mistral or Qwen decoder.

Source: transformers' ``models/llava/modeling_llava.py``.
"""

<<<<<<< HEAD
from transformers import PreTrainedConfig

from vlm_lens_native.families import ConfigKeys, Family, VisionHooks
from vlm_lens_native.inputs.geometries import PatchGrid
=======
from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import PatchGrid
>>>>>>> 72586bb (Families on two axes: backbones and wrappers in files of their own, everything else read off HF's class; the guard asks what HF's code reads)

WRAPPER = Wrapper(
    model_type="llava",
<<<<<<< HEAD
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
    geometry=PatchGrid(classless=frozenset({"siglip_vision_model"})),
    vision_hooks=_vision_hooks,
=======
    geometry=PatchGrid(classless=frozenset({"siglip_vision_model"})),
>>>>>>> 72586bb (Families on two axes: backbones and wrappers in files of their own, everything else read off HF's class; the guard asks what HF's code reads)
)
