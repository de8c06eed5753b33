"""Llama 3.2 Vision: cross-attention to image features that are not in the sequence, from HF's bits to knockout."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from tests.families import assertions as must
from tests.families import identities, mllama
from tests.families.checkpoints import random_model, rows, saved, words
from tests.families.mllama import CROSS, FIRST, SECOND, SELF, alone
from tests.families.types import config_of
from tests.unit.inputs import families
from tests.unit.inputs.test_probing import inverted, noise
from tests.unit.inputs.test_probing_families import middle
from vlm_lens_native import ConfigError, HookedVLMTransformer, HookNameError, InputError, WeightsError
from vlm_lens_native._transformers import KV_CACHE
from vlm_lens_native.analysis import (
    attention_to_image,
    gradients,
    heads,
    interventions,
    knockout,
    logit_attribution,
    logit_difference,
    patching,
)
from vlm_lens_native.analysis.registers import find_registers
from vlm_lens_native.cache import ActivationCache
from vlm_lens_native.components import CrossMLP
from vlm_lens_native.experiments.activations import hook_names as activations_of
from vlm_lens_native.parity import check_parity

WHERE, LENGTH = "lm.blocks.1", len(FIRST)
batch = cache(mllama.batch)


def config() -> Any:
    return config_of("mllama")


TEXT_ALONE = rows(words(11, seed=1), words(8, seed=2), length=11)


@cache
def adopted() -> tuple[HookedVLMTransformer, Any]:
    hf = random_model(config())
    return HookedVLMTransformer.from_hf(hf), hf


@contextmanager
def changed(module: nn.Module, change: Any, *, before: bool = False) -> Iterator[None]:
    """HF's module with another output, or other keyword arguments."""
    if before:
        handle = module.register_forward_pre_hook(lambda m, args, kwargs: (args, change(kwargs)), with_kwargs=True)
    else:
        handle = module.register_forward_hook(lambda m, args, out: change(out))
    try:
        yield
    finally:
        handle.remove()


# --- HF's bits -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", must.DTYPES, ids=str)
@pytest.mark.parametrize("kernel", must.KERNELS)
def test_activations_and_logits_equal_hf(kernel: str, dtype: torch.dtype, tmp_path: Path) -> None:
    hf = random_model(config())
    ours, theirs = must.load_both(saved(hf.to(dtype), tmp_path), attn_implementation=kernel)
    inputs = must.in_dtype(batch(), dtype)
    report = check_parity(ours, theirs.requires_grad_(False), inputs)
    assert report.equal, report
    compared = {comparison.name for comparison in report.comparisons}
    assert {f"{WHERE}.cross_attn.hook_{part}" for part in ("in", "q", "k", "v", "z", "out")} <= compared
    assert {f"{WHERE}.mlp.hook_out", f"{WHERE}.hook_resid_post"} <= compared
    assert (f"{WHERE}.cross_attn.hook_rot_k" in compared) == (kernel == "sdpa")
    assert torch.equal(ours.run_with_cache(inputs)[0], ours(inputs).logits)
    assert torch.equal(ours(TEXT_ALONE).logits, theirs(**TEXT_ALONE).logits)
    for given in (inputs, TEXT_ALONE):
        flags = {"output_hidden_states": True, "output_attentions": kernel == "eager"}
        out, expected = ours(given, **flags), theirs(**given, **flags)
        assert all(map(torch.equal, out.hidden_states, expected.hidden_states))
        assert len(out.hidden_states) == len(expected.hidden_states)
        if kernel == "eager":
            assert all(map(torch.equal, out.attentions, expected.attentions))
            assert len(out.attentions) == len(expected.attentions) == (4 if given is inputs else 2)


def test_generates_like_hf(tmp_path: Path) -> None:
    must.assert_generates_like_hf(config(), batch(), tmp_path)


def test_keys_of_images_are_made_once_and_other_caches_serve() -> None:
    model, hf = adopted()
    how = {"max_new_tokens": 4, "eos_token_id": None, "do_sample": False}
    seen = {"k": 0, "q": 0}

    def count(x: Tensor, hook: Any) -> None:
        seen[hook.name[-1]] += 1

    with model.hooks([([f"{WHERE}.cross_attn.hook_k", f"{WHERE}.cross_attn.hook_q"], count)]):
        expected = model.generate(batch(), **how)
    assert seen == {"k": 1, "q": 4}
    assert torch.equal(expected, hf.generate(**batch(), **how))
    static = {**how, "cache_implementation": "static"}
    assert torch.equal(model.generate(batch(), **static), hf.generate(**batch(), **static))
    with pytest.raises(InputError, match="makes room for keys of images"):
        model.generate(model.encode(batch()), **static)
    assert torch.equal(model.generate(TEXT_ALONE, **how), hf.generate(**TEXT_ALONE, **how))


def test_padding_and_images_that_are_not_there_change_nothing(tmp_path: Path) -> None:
    """But for tokens that see no image, which HF lets read all features, those too that fill rows up."""
    rows_alone = [alone(row, n_before=0) for row in (0, 1)]
    must.assert_padding_changes_nothing(config(), batch(n_before=0), rows_alone, tmp_path)
    model, _ = adopted()
    _, seen = model.run_with_cache(batch(), f"{WHERE}.cross_attn.hook_pattern")
    first = seen[f"{WHERE}.cross_attn.hook_pattern"][1, :, LENGTH - len(SECOND)]
    assert (first > 0).all()


def test_checkpoints(tmp_path: Path) -> None:
    """Old and new names of weights; missing, surplus and misshapen ones; keys of the config."""
    hub = [
        ("model.language_model.", "language_model.model."),
        ("lm_head.", "language_model.lm_head."),
        ("model.vision_model.", "vision_model."),
        ("model.multi_modal_projector.", "multi_modal_projector."),
    ]
    must.assert_loads_renamed(config(), batch(), tmp_path / "old", hub)
    must.assert_strict_about_weights(config(), batch(), tmp_path / "strict")
    must.assert_guards_config(config(), tmp_path / "guarded")
    assert HookedVLMTransformer.from_pretrained(tmp_path / "old", verify=True).W_E.shape == (128 + 8, 64)
    first = config()
    first.text_config.cross_attention_layers = [0]
    with pytest.raises(ConfigError, match="length of a sequence from layer 0"):
        HookedVLMTransformer.from_hf(random_model(first))


def test_the_self_check_runs_the_cross_layers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = CrossMLP.gated
    monkeypatch.setattr(CrossMLP, "gated", lambda self, out, run, only=None: plain(self, out, run))
    with pytest.raises(ConfigError, match="layer 1 differs"):
        HookedVLMTransformer.from_pretrained(saved(random_model(config()), tmp_path), verify=True)


# --- hooks are real --------------------------------------------------------------------------------------------------


def test_edits_are_those_of_hfs_modules_patched_by_hand() -> None:
    model, hf = adopted()
    layer, given = hf.model.language_model.layers[1], batch()
    clean = hf(**given).logits
    by_heads = torch.tensor([1.0, 0.5]).repeat_interleave(16)

    def halved(x: Tensor, hook: Any) -> None:
        x[:, :, 1] *= 0.5

    for part in "kv":
        with changed(getattr(layer.cross_attn, f"{part}_proj"), lambda out: out * by_heads):
            expected = hf(**given).logits
        assert torch.equal(model.run_with_hooks(given, [(f"{WHERE}.cross_attn.hook_{part}", halved)]), expected)
        assert not torch.equal(expected, clean)
    for name, gate in (("cross_attn", layer.cross_attn_attn_gate), ("mlp", layer.cross_attn_mlp_gate)):
        kept = gate.data.clone()
        gate.data.copy_(torch.atanh(kept.tanh() * 0.5))
        expected = hf(**given).logits
        gate.data.copy_(kept)
        found = model.run_with_hooks(given, [(f"{WHERE}.{name}.hook_gate", lambda x, hook: x * 0.5)])
        torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-5)
        assert (expected - clean).abs().max() > 1e-2
        assert torch.equal(hf(**given).logits, clean)


def test_a_knocked_out_region_is_hfs_mask_closed_by_hand() -> None:
    model, hf = adopted()
    given, keys = batch(), model.key_layout(batch())
    box = keys.box((14, 0, 56, 28), image=1, batch=0)
    assert sorted(keys.table.tile[0, box.indices(0)].tolist()) == [0, 0, 1, 1, 1, 1]
    block = interventions.BlockAttention(from_=model.token_layout(given).last, to=box)

    def close(kwargs: dict[str, Any]) -> dict[str, Any]:
        mask = kwargs["attention_mask"].clone()
        mask[0, :, -1, box.indices(0)] = torch.finfo(mask.dtype).min
        return {**kwargs, "attention_mask": mask}

    layers = hf.model.language_model.layers
    with changed(layers[1].cross_attn, close, before=True), changed(layers[3].cross_attn, close, before=True):
        expected = hf(**given).logits
    hooks = block.hooks(model)
    assert [name for name, _ in hooks] == [f"lm.blocks.{layer}.cross_attn.hook_mask" for layer in CROSS]
    found = model.run_with_hooks(given, hooks)
    torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-5)
    moved = (found - hf(**given).logits).abs().amax(-1)
    assert moved[0, -1] > 1e-2
    assert moved[0, :-1].max() < 1e-5
    # under generate: the keys are the prompt's in every step, for every beam
    how = {"max_new_tokens": 3, "do_sample": False, "num_beams": 2, "eos_token_id": None}
    whole = interventions.BlockAttention(from_=slice(0, None), to=keys.image(1)).hooks(model)
    with model.hooks(whole), model.run_with_cache(f"{WHERE}.cross_attn.hook_pattern") as cache_:
        model.generate(given, **how)
    for step in cache_.steps:
        last = step[f"{WHERE}.cross_attn.hook_pattern"][0, :, -1]
        assert last[:, keys.image(1).indices(0)].abs().max() == 0


@pytest.mark.parametrize("point", ["q", "rot_q", "rot_k", "attn_scores", "pattern", "z", "result", "out"])
def test_every_step_is_real(point: str) -> None:
    model, _ = adopted()
    name, given = f"{WHERE}.cross_attn.hook_{point}", batch()
    logits, seen = model.run_with_cache(given, name)
    torch.testing.assert_close(model.run_with_hooks(given, [(name, lambda x, hook: x.clone())]), logits)
    moved = model.run_with_hooks(given, [(name, lambda x, hook: x.flip(-1))])
    assert (moved - logits).abs().max() > 1e-3
    axes = model.hook_dict[name].axes
    sizes = {"batch": 2, "pos": LENGTH, "image_key": 2 * model.cfg.cross.n_keys}
    assert list(seen[name].shape) == [sizes.get(axis) or model.cfg.axis_size(axis) for axis in axes]


def test_heads_are_ablated_and_patched() -> None:
    model, _ = adopted()
    given, name = batch(), f"{WHERE}.cross_attn.hook_z"
    clean, seen = model.run_with_cache(given, [name, f"{WHERE}.cross_attn.hook_result", f"{WHERE}.hook_attn_out"])
    hooks = [(name, interventions.ZeroAblation(heads=2))]
    with model.hooks(hooks):
        _, without = model.run_with_cache(given, f"{WHERE}.hook_attn_out")
    gate = model.lm.blocks[1].cross_attn.gate.tanh()
    written = seen[f"{WHERE}.cross_attn.hook_result"][:, :, 2] * gate
    tokens = given["attention_mask"].bool()
    left = seen[f"{WHERE}.hook_attn_out"] - written
    torch.testing.assert_close(without[f"{WHERE}.hook_attn_out"][tokens], left[tokens], rtol=1e-4, atol=1e-5)
    other = {**given, "pixel_values": -given["pixel_values"]}
    _, donor = model.run_with_cache(other, [name, f"{WHERE}.cross_attn.hook_k", f"{WHERE}.cross_attn.hook_v"])
    one = model.run_with_hooks(given, [(name, interventions.PatchHead([0, 1, 2, 3], donor))])
    assert [point for point, _ in interventions.PatchHead(0, donor, layers=[0, 1]).hooks(model)] == [
        "lm.blocks.0.attn.hook_z",
        name,
    ]
    both = {point: donor[point] for point in (f"{WHERE}.cross_attn.hook_k", f"{WHERE}.cross_attn.hook_v")}
    images = model.run_with_hooks(given, [(point, lambda x, hook: both[hook.name]) for point in both])
    torch.testing.assert_close(one[tokens], images[tokens], rtol=1e-4, atol=1e-4)
    assert (one - clean).abs().max() > 1e-2


# --- sums ------------------------------------------------------------------------------------------------------------


def test_gates_are_in_the_sums() -> None:
    model, _ = adopted()
    logits, cache_ = model.run_with_cache(batch(), "lm.*")
    for part, writer in (("attn_out", "cross_attn"), ("mlp_out", "mlp")):
        product = cache_[f"{WHERE}.{writer}.hook_out"] * cache_[f"{WHERE}.{writer}.hook_gate"]
        assert torch.equal(product, cache_[f"{WHERE}.hook_{part}"])
    sees = batch()["cross_attention_mask"].flatten(2).any(-1)
    assert torch.equal(cache_[f"{WHERE}.mlp.hook_gate"][..., 0] != 0, sees)
    with model.hooks([(f"{WHERE}.mlp.hook_gate", lambda x, hook: x * 2)]):  # the sums hold with what was used
        identities.decompositions(model, batch())
    tokens = logits.argmax(-1)[:, -1].tolist()
    direct = logit_attribution.direct(model, batch(), tokens, by="head")
    assert f"L1H{model.cfg.n_heads - 1}" in direct.labels
    with pytest.raises(InputError, match=r"\[1, 3\] have no attention pattern.*by=\"head\""):
        logit_attribution.direct(model, batch(), tokens, by="source")


def test_text_alone_leaves_the_layers_out_and_says_so(tmp_path: Path) -> None:
    model, _ = adopted()
    _, seen = model.run_with_cache(TEXT_ALONE, "lm.*")
    own = [name.removeprefix(f"{WHERE}.") for name in seen if name.startswith(f"{WHERE}.")]
    assert own == ["hook_resid_pre", "hook_resid_mid", "hook_resid_post"]
    assert torch.equal(seen["resid_pre", 1], seen["resid_post", 1])
    seen.save(tmp_path / "cache.safetensors")
    for cache_ in (seen, ActivationCache.load(tmp_path / "cache.safetensors").attach(model), seen.row(1)):
        for stack, labels in (
            cache_.decompose_resid(return_labels=True),
            cache_.get_full_resid_decomposition(return_labels=True),
            cache_.stack_head_results(return_labels=True, incl_remainder=True),
        ):
            identities.close(stack.sum(0), cache_["resid_post", 3])
            assert not any(label.startswith(("1_", "L1", "3_", "L3")) for label in labels)
    found = logit_attribution.direct(model, TEXT_ALONE, 7, by="neuron")
    identities.close(found.total, found.logit, rtol=1e-3, atol=1e-3)
    for identity in (identities.resuming, identities.prefilling, identities.lens):
        identity(model, TEXT_ALONE)
    other = {**TEXT_ALONE, "input_ids": TEXT_ALONE["input_ids"].flip(0)}
    scored = gradients.edge_attribution(model, other, TEXT_ALONE, metric=logit_difference(7, 11))
    assert [label for label in scored.receivers if label.startswith(("L1", "1_"))] == []
    for name in (f"{WHERE}.cross_attn.hook_z", f"{WHERE}.hook_mlp_out", f"{WHERE}.ln1.hook_scale"):
        for given in (TEXT_ALONE, model.encode(TEXT_ALONE)):
            with pytest.raises(InputError, match="block 1 attends to images and is left out"):
                model.run_with_cache(given, name)
    with pytest.raises(
        HookNameError, match=r"cross-attention to image features in place of self-attention.*cross_attn"
    ):
        model.run_with_cache(batch(), f"{WHERE}.attn.hook_z")


def test_weights() -> None:
    model, hf = adopted()
    own = model.lm.blocks[1].cross_attn
    theirs = hf.model.language_model.layers[1].cross_attn
    assert own.W_K.data_ptr() == theirs.k_proj.weight.data_ptr()
    assert own.W_Q.shape == (4, 64, 16)
    assert own.W_V.shape == (2, 64, 16)
    _, seen = model.run_with_cache(batch(), [f"{WHERE}.cross_attn.hook_z", f"{WHERE}.cross_attn.hook_result"])
    written = torch.einsum("bphd,hdm->bphm", seen[f"{WHERE}.cross_attn.hook_z"], own.W_O)
    torch.testing.assert_close(written, seen[f"{WHERE}.cross_attn.hook_result"])
    with pytest.raises(WeightsError, match="cross_attn in place of attention has no W_Q"):
        model.W_Q[1]
    with pytest.raises(WeightsError, match="Layer 1 mixes positions through cross-attention"):
        model.OV[1].pair  # noqa: B018
    direction = torch.randn(64, generator=torch.Generator().manual_seed(0))
    _, seen = model.remove_directions(direction).run_with_cache(batch(), "lm.blocks.*.hook_resid_post")
    assert (seen["resid_post", 3] @ (direction / direction.norm())).abs().max() < 1e-4


# --- the encoder -----------------------------------------------------------------------------------------------------


def test_the_encoders_blocks_and_gates() -> None:
    model, hf = adopted()
    given, n_blocks = batch(), 5
    _, seen = model.run_with_cache(given, ["vision.*", "adapter.*"])
    kept: dict[str, Tensor] = {}
    block = hf.model.vision_model.global_transformer.layers[1]
    with (
        changed(block.self_attn, lambda out: kept.update(attn=out[0])),
        changed(block.mlp, lambda x: kept.update(mlp=x)),
    ):
        hf(**given)
    assert torch.equal(seen["vision.blocks.4.hook_attn_out"], block.gate_attn.tanh() * kept["attn"])
    assert torch.equal(seen["vision.blocks.4.hook_mlp_out"], block.gate_ffn.tanh() * kept["mlp"])
    for nth in range(n_blocks):
        at = {part: seen[f"vision.blocks.{nth}.hook_{part}"] for part in ("resid_pre", "attn_out", "mlp_out")}
        assert torch.equal(
            at["resid_pre"] + at["attn_out"] + at["mlp_out"], seen[f"vision.blocks.{nth}.hook_resid_post"]
        )
    encoded = model.encode(given)
    assert torch.equal(encoded.image_keys.features, seen["adapter.hook_out"].reshape(2, -1, 64))
    clean = model(given).logits
    for name in ("vision.blocks.4.hook_mlp_out", "vision.blocks.1.attn.hook_pattern", "adapter.hook_in"):
        assert torch.equal(model.run_with_hooks(given, [(name, lambda x, hook: x.clone())]), clean) == (
            "pattern" not in name
        )
        assert (model.run_with_hooks(given, [(name, lambda x, hook: x * 0.5)]) - clean).abs().max() > 1e-3
    with changed(block.mlp, lambda out: out * 0.5):
        expected = hf(**given).logits
    found = model.run_with_hooks(given, [("vision.blocks.4.hook_mlp_out", lambda x, hook: x * 0.5)])
    torch.testing.assert_close(found, expected)


# --- where keys lie --------------------------------------------------------------------------------------------------


@cache
def with_processor() -> HookedVLMTransformer:
    """HF's real processor, and a model whose encoder's attention is silent: patches don't meet."""
    processor, settings = families.mllama()
    hf = random_model(settings)
    for name, weight in hf.named_parameters():
        if "vision_model" in name and "o_proj" in name:
            weight.zero_()
    return HookedVLMTransformer.from_hf(hf, processor=processor)


def prepared(images: list[np.ndarray]) -> Any:
    content = [*({"type": "image", "image": image} for image in images), {"type": "text", "text": "How many?"}]
    return with_processor().prepare_chat([{"role": "user", "content": content}])


def test_rows_with_and_without_images_are_prepared_apart() -> None:
    model, image = with_processor(), noise((90, 50))
    for asked in ([[image], []], [[], [image]], [[image], [], [image, image]]):
        with pytest.raises(InputError, match=r"Rows \[[01]\] have no image.*black pictures"):
            model.prepare_questions([("How many?", images) for images in asked])
    text = model.prepare_questions([("How many?", []), ("Why?", [])])
    alone = model.prepare_questions([("How many?", [])])
    torch.testing.assert_close(model(text).logits[0, -1], model(alone).logits[0, -1], rtol=1e-4, atol=1e-5)


def test_pixels_masks_and_ratios_must_be_of_the_same_images() -> None:
    model, given = with_processor(), dict(prepared([noise((90, 50)), noise((40, 101))]))
    for key in ("pixel_values", "aspect_ratio_mask", "aspect_ratio_ids", "cross_attention_mask"):
        axis = 2 if key == "cross_attention_mask" else 1
        fewer = given[key].narrow(axis, 0, 1)
        for bad in (fewer, torch.cat([given[key], fewer], dim=axis), given[key][0], given[key].flatten()):
            for run in (model, model.encode):
                with pytest.raises(
                    InputError, match=r"aspect_ratio_ids|cross_attention_mask has shape|pixel_values has"
                ):
                    run({**given, key: bad})
    with pytest.raises(InputError, match="aspect_ratio_mask, which says"):
        model({**given, "aspect_ratio_mask": None})
    with pytest.raises(InputError, match="whole numbers up to"):
        model({**given, "aspect_ratio_ids": given["aspect_ratio_ids"].float()})


@pytest.mark.parametrize("sizes", [[(90, 50)], [(40, 101), (25, 20)]], ids=str)
def test_exactly_the_named_key_changes(sizes: list[tuple[int, int]]) -> None:
    model, images = with_processor(), [noise(size, seed) for seed, size in enumerate(sizes)]
    given = prepared(images)
    layout, features = model.key_layout(given), model.encode(given).image_keys.features[0]
    assert layout.box_space == "original"
    assert layout.table.kind.shape[1] == len(features)
    checked = 0
    for which in range(len(images)):
        own = layout.image(which).indices(0)
        fine = own[torch.as_tensor(layout.table.row[0, own] >= 0)]
        for key in fine[torch.randperm(len(fine), generator=torch.Generator().manual_seed(1))[:16]].tolist():
            box = layout.table.box[0, key]
            if min(box[2] - box[0], box[3] - box[1]) < 3:
                continue  # black, or nearly
            painted = [inverted(x, middle(box)) if nth == which else x for nth, x in enumerate(images)]
            after = model.encode(prepared(painted)).image_keys.features[0]
            assert ((features - after).abs().amax(-1) > 1e-6).nonzero().flatten().tolist() == [key]
            assert layout.box(middle(box), image=which).indices(0).tolist() == [key]
            checked += 1
    assert checked >= 4
    assert layout.table.is_global[0].sum() == len(
        {*zip(layout.table.image[0], layout.table.tile[0], strict=True)} - {(-1, -1)}
    ) - len(images)
    assert [info.original_size for info in given.images] == sizes
    assert given.images[0].image.size == given.images[0].processed_size
    assert given.images[0].num_patches == len(given.images[0].vision_tokens.fine) * 16
    assert model.process_image(images[0]).vision_tokens == given.images[0].vision_tokens


def test_layouts_of_prompts_and_of_keys() -> None:
    model = with_processor()
    given = model.prepare_messages_batch(["How many?", "Which one is it?"], [noise((90, 40)), noise((28, 28))])
    layout, keys = model.token_layout(given), model.key_layout(given)
    assert [int(row.sum()) for row in layout.images.mask] == [1, 1]
    assert len(layout.question) > 10
    assert [int(row.sum()) for row in keys.images.mask] == [3 * 17, 17]
    encoded = model.encode(given)
    assert model.key_layout(encoded).images == keys.images
    assert torch.equal(encoded.visual, torch.zeros_like(encoded.visual))
    _, seen = model.run_with_cache(given, f"{WHERE}.cross_attn.hook_pattern")
    last = seen[f"{WHERE}.cross_attn.hook_pattern"][:, :, -1]
    assert last[~keys.images.mask[:, None].expand_as(last)].abs().max() == 0
    found = attention_to_image(model, given)
    assert found.layers == CROSS
    torch.testing.assert_close(found.weights[0, :, 0], last[0][:, keys.images.indices(0)])
    picture = found.map(1, 2)
    assert picture.shape == (40, 90)
    key = keys.select(tile=(0, 1), rows=2, columns=1, batch=0)
    x1, y1, x2, y2 = keys.table.box[0, key.indices(0)[0]]
    assert picture[int(y1 + y2) // 2, int(x1 + x2) // 2] == pytest.approx(float(last[0, 2, key.indices(0)[0]]))
    assert len(found.plot(given.images[0].image.resize((90, 40))).axes) == 1
    for wrong in (lambda: layout.box((0, 0, 5, 5), batch=0), lambda: layout.heatmap([0.0])):
        with pytest.raises(InputError, match="key_layout"):
            wrong()
    with pytest.raises(InputError, match="stand in the sequence"):
        families.internvl().builder.key_layout({})


def test_selections_of_keys_and_of_positions_are_kept_apart() -> None:
    model, given = adopted()[0], batch()
    layout, keys = model.token_layout(given), model.key_layout(given)
    block = interventions.BlockAttention(from_=layout.last, to=keys.image(0))
    for wrong in (
        lambda: model.run_with_hooks(given, [("lm.blocks.0.attn.hook_mask", block)]),
        lambda: interventions.BlockAttention(from_=keys.image(0), to=1)(
            torch.zeros(2, 1, 11, 11), model.hook_dict["lm.blocks.0.attn.hook_mask"]
        ),
        lambda: model.run_with_cache(given, "lm.*", positions=keys.images),
        lambda: model.run_with_hooks(
            given, [(f"{WHERE}.hook_resid_post", interventions.ZeroAblation(positions=keys.images))]
        ),
        lambda: model.run_with_hooks(
            given, [(f"{WHERE}.cross_attn.hook_k", interventions.ZeroAblation(positions=layout.last))]
        ),
        lambda: layout.images | keys.images,
    ):
        with pytest.raises(InputError, match=r"key_layout|keys can't be combined"):
            wrong()
    with pytest.raises(InputError, match=r"Layers \[0\] do not attend to image features"):
        interventions.BlockAttention(from_=1, to=keys.image(0), layers=0).hooks(model)
    with pytest.raises(InputError, match=r"Layers \[1, 3\] attend to image features"):
        interventions.BlockAttention(from_=1, to=0).hooks(model)
    kept = model.run_with_hooks(
        given, [(f"{WHERE}.cross_attn.hook_v", interventions.ZeroAblation(positions=keys.image(1)))]
    )
    assert (kept - model(given).logits).abs().max() > 1e-3
    with pytest.raises(InputError, match="cross_attention_mask"):
        model({key: value for key, value in given.items() if key != "cross_attention_mask"})


# --- analyses --------------------------------------------------------------------------------------------------------


def test_knockout_of_image_features() -> None:
    model, given = adopted()[0], batch()
    layout, keys = model.token_layout(given), model.key_layout(given)
    found = knockout.sweep(model, given, flows={"all": ("image", "last"), "tile": (keys.select(tile=(0, 0)), "last")})
    assert found.windows == ((1,), (3,))
    for window, layer in enumerate(CROSS):
        for flow, to in enumerate((keys.images, keys.select(tile=(0, 0)))):
            hooks = interventions.BlockAttention(from_=layout.last, to=to, layers=layer).hooks(model)
            logits = model.run_with_hooks(given, hooks)[:, -1]
            for row, word in enumerate(found.answers):
                assert found.logits[row, window, flow] == pytest.approx(
                    float(logits[row, list(word.token_ids)].max()), abs=1e-4
                )
    assert (found.logits[:, :, 0] - found.clean_logits[:, None]).abs().min() > 1e-4
    both = knockout.sweep(model, given, flows={"image": ("image", "last"), "text": ([6, 7], "last")}, windows=2)
    assert both.windows == ((0,), (0, 1), (1, 2), (2, 3))
    torch.testing.assert_close(
        both.logits[:, 0, 0], found.clean_logits
    )  # no layer of cross-attention, so nothing is closed
    torch.testing.assert_close(both.logits[:, 1, 0], found.logits[:, 0, 0])
    with pytest.raises(InputError, match=r"Layers \[0\] do not attend to image features"):
        knockout.sweep(model, given, flows=[("image", "last")], windows=[0])


def test_heads_that_look_at_image_features() -> None:
    model, given = with_processor(), prepared([noise((90, 50))])
    keys, box = model.key_layout(given), (0, 0, 45, 25)
    _, seen = model.run_with_cache(given, "lm.blocks.*.cross_attn.hook_pattern")
    own = keys.box(box).indices(0)
    expected = torch.stack([seen[f"lm.blocks.{nth}.cross_attn.hook_pattern"][0, :, -1, own].sum(-1) for nth in CROSS])
    for found in (heads.attention_to_box(model, given, box), heads.attention_mass(model, given, to=keys.box(box))):
        assert found.layers == CROSS
        torch.testing.assert_close(found.by_row[0], expected)
        assert found.chance.tolist() == pytest.approx([len(own) / len(keys.images)] * 2)
    torch.testing.assert_close(heads.grounding(model, given, box).by_row[0], expected)
    assert heads.previous_token(model, given).layers == SELF
    with pytest.raises(InputError, match="spend all of their attention on images"):
        heads.image_mass(model, given)


def test_what_goes_by_positions_refuses_image_features() -> None:
    model, given = adopted()[0], batch()
    layout, other = model.token_layout(given), {**given, "pixel_values": -given["pixel_values"]}
    metric, k = logit_difference(7, 11), f"{WHERE}.cross_attn.hook_k"
    sender = patching.Node(hook="cross_attn.hook_k", layer=1, positions=layout.last)
    for wrong in (
        lambda: patching.sweep(model, other, given, metric, hook="cross_attn.hook_k", groups=["last"]),
        lambda: patching.patch_paths(model, other, given, metric, senders=[sender], paths="all"),
        lambda: gradients.attribution_patching(model, other, given, metric=metric, names=[k], groups=["last"]),
        lambda: activations_of(model, k),
        lambda: interventions.image_hooks(model, interventions.ZeroAblation(positions=layout.images)),
        lambda: find_registers(model, given),
    ):
        with pytest.raises(InputError, match=r"image features|no vector at each position"):
            wrong()
    found = patching.sweep(model, other, given, metric, hook="cross_attn.hook_z", groups=["last"])
    assert found.values.shape[1] == len(CROSS)
    names = [f"lm.blocks.{layer}.cross_attn.hook_{part}" for layer in CROSS for part in "kv"]
    line = gradients.integrated_gradients(model, other, given, metric=metric, names=names, steps=16)
    torch.testing.assert_close(line.total, line.patched_value - line.target_value, rtol=0.05, atol=0.01)
    torch.testing.assert_close(line.patched_value, line.source_value, rtol=1e-4, atol=1e-4)  # nothing else sees images


def test_a_conversation_goes_on_behind_the_images_keys() -> None:
    model, hf = adopted()
    out = model(batch(), use_cache=True)
    new = {
        "input_ids": torch.tensor([[5], [6]]),
        "attention_mask": nn.functional.pad(batch()["attention_mask"], (0, 1), value=1),
    }
    with pytest.raises(InputError, match="cross_attention_mask"):
        model(new, **{KV_CACHE: getattr(out, KV_CACHE)})
    seen = {"cross_attention_mask": batch()["cross_attention_mask"][:, -1:]}
    found = model({**new, **seen}, **{KV_CACHE: getattr(out, KV_CACHE)}).logits
    past = {KV_CACHE: getattr(hf(**batch(), use_cache=True), KV_CACHE)}
    assert torch.equal(found, hf(**new, **seen, **past).logits)


def test_resized_embeddings_have_hfs_bits() -> None:
    """HF's class then has no more embeddings than logits, which its config can't say."""
    hf = random_model(config())
    hf.resize_token_embeddings(140)
    ours = HookedVLMTransformer.from_hf(hf)
    assert torch.equal(ours(batch()).logits, hf(**batch()).logits)
    assert ours.W_E.shape[0] == ours.W_U.shape[1] == 140
    with pytest.raises(InputError, match="Token ids go from 0 to 139"):
        ours(batch() | {"input_ids": batch()["input_ids"].clamp(min=140)})
