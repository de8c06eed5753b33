"""Molmo 2: image tokens of a row see each other, and features are added to the embeddings of their tokens.

`test_backbones`, `test_wrappers` and `test_contract` compare activations, generation and analyses with HF's.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from tests.families import assertions as must
from tests.families.checkpoints import IMAGE, random_model, saved
from tests.families.types import batch_of, config_of
from tests.unit.inputs import families
from tests.unit.inputs.test_probing import noise
from vlm_lens_native import HookedVLMTransformer, InputError, WeightsError


@cache
def adopted() -> tuple[HookedVLMTransformer, dict[str, Any], Any]:
    hf = random_model(config_of("molmo2"))
    return HookedVLMTransformer.from_hf(hf), batch_of("molmo2", hf), hf


@cache
def prepared() -> tuple[HookedVLMTransformer, Any]:
    builder = families.molmo2().builder
    hf = random_model(builder.hf_config)
    return HookedVLMTransformer.from_hf(hf, processor=builder.processor), hf


def test_images_of_a_row_and_their_marks_see_each_other() -> None:
    ours, inputs, _ = adopted()
    _, cached = ours.run_with_cache(inputs, ["lm.blocks.0.attn.hook_mask", "lm.blocks.0.attn.hook_pattern"])
    is_open = cached["lm.blocks.0.attn.hook_mask"][:, 0] == 0
    typed, mask = inputs["mm_token_type_ids"].bool(), inputs["attention_mask"].bool()
    n_pos = typed.shape[1]
    causal = torch.ones(n_pos, n_pos, dtype=torch.bool).tril() & mask[:, None]
    expected = causal | (typed[:, :, None] & typed[:, None])
    assert torch.equal(is_open & mask[..., None], expected & mask[..., None])
    assert (cached["pattern", 0].sum(1)[expected & mask[..., None]] > 0).all()
    with pytest.raises(InputError, match="2 can be split off"):
        ours.prefill(_first(inputs), 9)


def _first(inputs: dict[str, Any]) -> dict[str, Any]:
    """The first row alone, which has two of three images that are alike."""
    counts = {"pixel_values": 6, "image_token_pooling": 20, "image_grids": 2, "image_num_crops": 2}
    counts |= {"input_ids": 1, "attention_mask": 1, "mm_token_type_ids": 1}
    return {key: inputs[key][:n] for key, n in counts.items()}


def test_features_are_added_to_the_embedding_of_their_token() -> None:
    ours, inputs, hf = adopted()
    _, cached = ours.run_with_cache(inputs)
    at = inputs["input_ids"] == IMAGE
    features = hf.model.get_image_features(
        inputs["pixel_values"], inputs["image_token_pooling"], inputs["image_grids"]
    ).pooler_output
    token = hf.get_input_embeddings().weight[IMAGE]
    assert torch.equal(cached["lm.hook_embed"][at], token + torch.cat(features))
    parts, labels = cached.decompose_resid(return_labels=True)
    assert torch.equal(parts[labels.index("image_embed")][at], cached["lm.hook_embed"][at])
    made = cached["adapter.hook_out"]  # image by image
    assert torch.equal(made.flatten(0, 1), torch.cat(features))
    assert len(made) == 3


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("adapter.hook_out", "multi_modal_projector.image_projector"),
        ("vision.blocks.0.attn.hook_k", "vision_tower.layers.0.self_attn.k_proj"),
        ("vision.blocks.2.hook_mlp_out", "vision_tower.layers.2.mlp"),
        ("lm.blocks.1.attn.hook_v", "language_model.layers.1.self_attn.v_proj"),
    ],
)
def test_an_edit_is_one_of_hfs_module(name: str, path: str) -> None:
    ours, inputs, hf = adopted()
    handle = hf.model.get_submodule(path).register_forward_hook(lambda module, args, out: out + 0.3)
    expected = hf(**inputs).logits
    handle.remove()

    def shift(x: torch.Tensor, hook: Any) -> None:
        x += 0.3

    assert torch.equal(ours.run_with_hooks(inputs, [(name, shift)]), expected)
    assert not torch.equal(expected, ours(inputs).logits)


def test_missing_types_are_completed_by_the_processor() -> None:
    ours, hf = prepared()
    inputs = ours.prepare_messages("?", noise((90, 60)))
    expected = hf(**inputs).logits
    untyped = {key: value for key, value in inputs.items() if key != "mm_token_type_ids"}
    assert not torch.equal(hf(**untyped).logits, expected)
    assert torch.equal(ours(untyped).logits, expected)
    settings = {"max_new_tokens": 3, "do_sample": False, "eos_token_id": None}
    assert torch.equal(ours.generate(untyped, **settings), hf.generate(**inputs, **settings))
    with pytest.raises(InputError, match="no mm_token_type_ids"):
        HookedVLMTransformer.from_hf(hf)(untyped)
    text = ours.as_inputs("no image")
    assert torch.equal(ours(text).logits, hf(**text).logits)


def test_frames_of_videos() -> None:
    ours, hf = prepared()
    frames = [noise((56, 28), seed) for seed in range(3)]
    inputs = ours.prepare_chat([{"role": "user", "content": [{"type": "video", "video": frames, "fps": 2}]}])
    expected = hf(**inputs).logits
    logits, cached = ours.run_with_cache(inputs, ["adapter.hook_out", "vision.blocks.0.hook_resid_post"])
    assert torch.equal(logits, expected)
    assert len(cached["vision.blocks.0.hook_resid_post"]) == 3
    assert len(ours.token_layout(inputs).select(frame=1)) == 4  # 5 x 5 patches, 3 x 3 to a token


def test_checkpoints_of_the_hub_are_read_strictly(tmp_path: Path) -> None:
    """Their queries, keys and values are one matrix, as are gate and up projection, and the vocabulary is two."""
    ours, inputs, hf = adopted()
    file = saved(hf, tmp_path) / "model.safetensors"
    weights = load_file(file)
    assert "model.transformer.blocks.1.self_attn.att_proj.weight" in weights
    loaded = HookedVLMTransformer.from_pretrained(tmp_path)
    assert torch.equal(loaded(inputs).logits, ours(inputs).logits)
    attn = loaded.lm.blocks[1].attn
    assert attn.W_Q.untyped_storage().data_ptr() == attn.q_proj.weight.untyped_storage().data_ptr()
    missing = {key: value for key, value in weights.items() if not key.endswith("blocks.1.self_attn.att_proj.weight")}
    for changed, message in (
        (missing, r"lacks 3 weights.*blocks\.1\.attn\.k_proj"),
        ({**weights, "model.transformer.blocks.1.self_attn.bonus.weight": torch.ones(3)}, r"no place for.*bonus"),
    ):
        save_file(changed, file, metadata={"format": "pt"})
        with pytest.raises(WeightsError, match=message):
            HookedVLMTransformer.from_pretrained(tmp_path)
    must.assert_guards_config(config_of("molmo2"), tmp_path)
