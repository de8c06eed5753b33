"""Llama 3.2 Vision: a two-stage encoder over tiles, and Llama with cross-attention to its features.

Source: transformers' ``models/mllama/modeling_mllama.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.families import VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import KeyTiles


def _vision_hooks(config: PreTrainedConfig) -> VisionHooks:
    vision = config.vision_config
    n_local, n_global = vision.num_hidden_layers, vision.num_global_layers
    return VisionHooks(
        encoder="model.vision_model",
        blocks=("transformer.layers", "global_transformer.layers"),
        n_blocks=n_local + n_global,
        attention="self_attn",
        qkv=("q_proj", "k_proj", "v_proj"),
        out="o_proj",
        mlp="mlp",
        adapter="model.multi_modal_projector",
        adapter_axes=2,
        scales=("gate_attn", "gate_ffn"),
        scales_by="tanh",
    )


WRAPPER = Wrapper(model_type="mllama", geometry=KeyTiles(), vision_hooks=_vision_hooks)
