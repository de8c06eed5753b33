"""Hook points in front of the decoder: HF's values, per image, in the processor's order, causal, and by oneself.

``test_hook_points`` goes over them with all others: shapes, observing, edits, identities; ``test_hooks``: gradients.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from transformers import CLIPVisionConfig, LlavaConfig, PixtralVisionConfig, SiglipVisionConfig
from transformers.vision_utils import get_vision_window_index

from tests import models
from tests.families import test_llava, test_qwen2_5_vl, test_qwen3_vl
from tests.families.checkpoints import END, IMAGE, START, TEXT, pixels, random_model, rows
from vlm_lens_native import HookedVLMTransformer, HookNameError, InputError

FAMILIES = pytest.mark.parametrize("family", models.NAMES)
KERNELS = pytest.mark.parametrize("kernel", ["sdpa", "eager"])
QWENS = {"qwen2_5_vl": test_qwen2_5_vl, "qwen3_vl": test_qwen3_vl}
EACH_QWEN = pytest.mark.parametrize("family", list(QWENS))
SIZES = [(1, 4, 8), (1, 6, 4), (1, 10, 12)]  # patches of three images, 2 x 2 of which make a token; windows are 4 x 4


def different_sizes(family: str) -> dict[str, Tensor]:
    """One row with three images of different sizes."""
    row = [1]
    for _, height, width in SIZES:
        row += [START, *[IMAGE] * (height * width // 4), END, 7]
    inputs = rows(row, length=len(row))
    inputs["mm_token_type_ids"] = (inputs["input_ids"] == IMAGE).long()
    n_patches, patch = sum(h * w for _, h, w in SIZES), {"qwen2_5_vl": 14, "qwen3_vl": 16}[family]
    return {**inputs, "pixel_values": pixels(n_patches, 6 * patch**2), "image_grid_thw": torch.tensor(SIZES)}


def tower(hf: Any) -> tuple[Any, list[Any]]:
    encoder = next(getattr(hf.model, n) for n in ("vision_tower", "visual", "vision_model") if hasattr(hf.model, n))
    return encoder, list(encoder.blocks if hasattr(encoder, "blocks") else encoder.encoder.layers)


def values_of_hf(hf: Any, inputs: dict[str, Tensor]) -> dict[str, Tensor]:
    """What HF's own modules receive and return, by our names, in HF's shapes."""
    found: dict[str, Tensor] = {}

    def received(name: str, module: nn.Module) -> Any:
        def keep(_: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
            found[name] = args[0] if args else kwargs["hidden_states"]

        return module.register_forward_pre_hook(keep, with_kwargs=True)

    def returned(name: str, module: nn.Module) -> Any:
        return module.register_forward_hook(
            lambda _, __, out: found.update({name: out[0] if isinstance(out, tuple) else out})
        )

    with ExitStack() as stack:
        for number, block in enumerate(tower(hf)[1]):
            name, attn = f"vision.blocks.{number}", getattr(block, "self_attn", None) or block.attn
            taps = [received(f"{name}.hook_resid_pre", block), returned(f"{name}.hook_resid_post", block)]
            taps += [returned(f"{name}.hook_attn_out", attn), returned(f"{name}.hook_mlp_out", block.mlp)]
            taps.append(received(f"{name}.attn.hook_z", getattr(attn, "out_proj", None) or attn.proj))
            if hasattr(attn, "qkv"):
                taps.append(returned(f"{name}.attn.qkv", attn.qkv))
            else:
                taps += [returned(f"{name}.attn.hook_{part}", getattr(attn, f"{part}_proj")) for part in "qkv"]
            for tap in taps:
                stack.callback(tap.remove)
        with torch.no_grad():
            hf(**inputs)
    for name in [name for name in found if name.endswith(".qkv")]:
        q, k, v = found.pop(name).chunk(3, dim=-1)
        found |= {name.replace(".qkv", f".hook_{part}"): value for part, value in zip("qkv", (q, k, v), strict=True)}
    return found


def images(packed: Tensor, order: Tensor, sizes: list[tuple[int, int, int]]) -> Iterator[Tensor]:
    """A packed tensor of HF by image, in the processor's order."""
    yield from packed[order.argsort()].split([h * w for t, h, w in sizes for _ in range(t)])


@pytest.mark.parametrize("family", ["llava", "smolvlm"])  # the others: images of different sizes, below
@KERNELS
def test_values_are_those_of_hf(family: str, kernel: str) -> None:
    model, inputs = models.model(family, kernel), models.inputs(family)
    theirs = values_of_hf(models.hf_model(family, kernel), inputs)
    cache = model.run_with_cache(inputs, "vision.*")[1]
    names = [name for name in cache if not name.endswith("hook_pattern")]
    assert len(names) == len(cache) - len({name.split(".")[2] for name in cache})
    for name in names:
        assert torch.equal(cache[name].flatten(), theirs[name].flatten()), name


@EACH_QWEN
@KERNELS
def test_images_of_different_sizes_are_shown_one_by_one(family: str, kernel: str) -> None:
    model, hf, inputs = models.model(family, kernel), models.hf_model(family, kernel), different_sizes(family)
    theirs = values_of_hf(hf, inputs)
    order = torch.arange(sum(h * w for _, h, w in SIZES))
    if family == "qwen2_5_vl":
        encoder = hf.model.visual
        tokens = get_vision_window_index(
            inputs["image_grid_thw"], encoder.spatial_merge_size, encoder.window_size, encoder.patch_size
        )[0]
        order = (tokens[:, None] * 4 + torch.arange(4)).flatten()
        assert not torch.equal(order, order.sort()[0])
    logits, cache = model.run_with_cache(inputs, ["vision.*", "adapter.*"])
    assert torch.equal(logits, hf(**inputs).logits)
    for name in (name for name in cache if name.startswith("vision.") and not name.endswith("hook_pattern")):
        assert cache[name].shape[:2] == (3, 120)
        for shown, expected in zip(cache[name], images(theirs[name], order, SIZES), strict=True):
            assert torch.equal(shown[: len(expected)].flatten(1), expected), name
            assert not shown[len(expected) :].any()
    assert cache["adapter.hook_out"].shape == (3, 30, model.cfg.d_model)
    features = model.hf.get_image_features(
        pixel_values=inputs["pixel_values"], image_grid_thw=inputs["image_grid_thw"]
    ).pooler_output
    for shown, expected in zip(cache["adapter.hook_out"], features, strict=True):
        assert torch.equal(shown[: len(expected)], expected)


@FAMILIES
@KERNELS
def test_the_pattern_is_the_one_that_makes_z(family: str, kernel: str) -> None:
    model = models.model(family, kernel)
    inputs = different_sizes(family) if family in QWENS else models.inputs(family)
    cache = model.run_with_cache(inputs, "vision.*")[1]
    there = torch.ones(cache["vision.blocks.0.attn.hook_z"].shape[:2], dtype=torch.bool)
    if family in QWENS:
        there = torch.arange(120) < torch.tensor([h * w for _, h, w in SIZES])[:, None]
    for layer in range(len([name for name in cache if name.endswith("hook_pattern")])):
        name = f"vision.blocks.{layer}.attn.hook_"
        pattern, values = cache[f"{name}pattern"], cache[f"{name}v"]
        z = torch.einsum("ihqk,ikhd->iqhd", pattern, values)
        torch.testing.assert_close(z, cache[f"{name}z"], rtol=1e-4, atol=1e-4)
        sums = pattern.sum(-1).transpose(1, 2)
        torch.testing.assert_close(sums[there], torch.ones_like(sums[there]), rtol=1e-5, atol=1e-5)
        assert not sums[~there].any()
        assert not pattern.permute(0, 3, 1, 2)[~there].any()


def test_windowed_layers_attend_within_windows() -> None:
    model, inputs = models.model("qwen2_5_vl"), different_sizes("qwen2_5_vl")
    cache = model.run_with_cache(inputs, "vision.*.hook_pattern")[1]
    height, width = SIZES[2][1:]
    token = torch.arange(height * width) // 4
    window = (token // (width // 2) // 2) * 10 + token % (width // 2) // 2  # 56 pixels: 2 x 2 tokens
    together = window[:, None] == window
    windowed, full = (cache[f"vision.blocks.{layer}.attn.hook_pattern"][2].bool() for layer in (0, 1))
    assert torch.equal(windowed, together.expand_as(windowed))
    assert full.all()


def test_a_video_is_shown_frame_by_frame() -> None:
    model, inputs = models.model("qwen2_5_vl"), dict(test_qwen2_5_vl.VIDEO_INPUTS)
    cache = model.run_with_cache(inputs, ["vision.*", "adapter.*"])[1]
    ((n_frames, height, width),) = inputs["video_grid_thw"].tolist()
    n_patches = height * width
    assert n_frames > 1
    assert cache["vision.blocks.0.hook_resid_pre"].shape == (n_frames, n_patches, 32)
    assert cache["vision.blocks.0.attn.hook_pattern"].shape == (n_frames, 4, n_patches, n_patches)
    assert cache["adapter.hook_out"].shape == (n_frames, n_patches // 4, model.cfg.d_model)


def test_images_and_videos_in_one_pass_can_be_hooked_but_not_cached() -> None:
    model, inputs = models.model("qwen3_vl"), dict(test_qwen3_vl.VIDEO_AND_IMAGE)
    shapes: list[int] = []
    model.run_with_hooks(inputs, [("adapter.hook_out", lambda x, hook: shapes.append(len(x)))])
    assert shapes == [1, 2]
    with pytest.raises(InputError, match="passed twice"):
        model.run_with_cache(inputs, "adapter.hook_out")


@FAMILIES
def test_rows_are_patches_in_the_order_of_the_pixels(family: str) -> None:
    """Painting one patch changes its row of the embedding, and no other."""
    model = models.model(family)
    inputs = different_sizes(family) if family in QWENS else models.inputs(family)
    name = "vision.blocks.0.hook_resid_pre"
    before = model.run_with_cache(inputs, name)[1][name]
    painted = inputs["pixel_values"].clone()
    if family in QWENS:
        painted[32 + 24 + 17] += 3  # a row of HF's pixels is a patch
        expected = [(2, 17)]
    elif family == "llava":
        painted[1, :, 14:, :14] += 3  # of 2 x 2 patches of 14 pixels, behind the class token
        expected = [(1, 1 + 2)]
    else:
        painted[0, 1, :, 16:24, 8:16] += 3  # of 8 x 8 patches of 8 pixels
        expected = [(1, 2 * 8 + 1)]
    after = model.run_with_cache({**inputs, "pixel_values": painted}, name)[1][name]
    assert (after != before).any(-1).nonzero().tolist() == [list(place) for place in expected]


@FAMILIES
def test_editing_one_image_changes_only_its_features(family: str) -> None:
    model = models.model(family)
    inputs = different_sizes(family) if family in QWENS else models.inputs(family)
    plain = model.run_with_cache(inputs, "adapter.*out")[1]

    def zero_second(x: Tensor, hook: object) -> None:
        x[1] = 0

    with model.hooks([("vision.blocks.0.hook_resid_pre", zero_second)]):
        edited = model.run_with_cache(inputs, "adapter.*out")[1]
    for name, value in edited.items():
        changed = (value != plain[name]).flatten(1).any(1).tolist()
        assert changed == [False, True, False], name


@EACH_QWEN
def test_what_a_hook_writes_behind_an_image_is_ignored(family: str) -> None:
    model, inputs = models.model(family), different_sizes(family)
    plain = model(inputs).logits

    def fill(x: Tensor, hook: Any) -> None:
        n = 4 if hook.name.endswith("hook_out") and hook.name.startswith("adapter") else 1
        for image, (_, height, width) in enumerate(SIZES):
            x[image, height * width // n :] = 9

    names = [name for name in model.hook_names(["vision.*", "adapter.*"]) if not name.endswith("hook_pattern")]
    for name in names:
        assert torch.equal(model.run_with_hooks(inputs, [(name, fill)]), plain), name


def test_an_edit_never_reaches_what_was_cached_or_what_hf_collects() -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    before = model.run_with_cache(inputs, "vision.blocks.0.hook_resid_post")[1]["vision.blocks.0.hook_resid_post"]
    with model.hooks([("vision.blocks.1.hook_resid_pre", lambda x, hook: x.zero_())]):
        after = model.run_with_cache(inputs, "vision.blocks.0.hook_resid_post")[1]["vision.blocks.0.hook_resid_post"]
    assert torch.equal(before, after)
    with model.hooks([("adapter.hook_in", lambda x, hook: x.zero_())]):
        cache = model.run_with_cache(inputs, "vision.blocks.1.hook_resid_post")[1]
    assert cache["vision.blocks.1.hook_resid_post"].abs().min(-1)[0].min() > 0


@KERNELS
def test_the_users_attention_stays_and_threads_are_apart(kernel: str) -> None:
    model, inputs = models.fresh("qwen2_5_vl", kernel), models.inputs("qwen2_5_vl")
    plain, name = model(inputs).logits, "vision.blocks.0.attn.hook_pattern"
    config = model.hf.model.visual.config
    seen: dict[str, Any] = {}
    inside, done = threading.Event(), threading.Event()

    def other() -> None:
        inside.wait(10)
        seen["logits"] = model(inputs).logits
        done.set()

    def edit(pattern: Tensor, hook: object) -> Tensor:
        seen["implementation"] = config._attn_implementation
        inside.set()
        assert done.wait(30)
        return pattern * 0.5

    thread = threading.Thread(target=other)
    thread.start()
    edited = model.run_with_hooks(inputs, [(name, edit)])
    thread.join()
    assert seen["implementation"] == config._attn_implementation == kernel
    assert torch.equal(seen["logits"], plain)
    assert not torch.equal(edited, plain)


@FAMILIES
def test_a_pass_after_an_exception_starts_clean(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)
    plain = model(inputs).logits

    def fail(x: Tensor, hook: object) -> None:
        raise RuntimeError("mine")

    with model.run_with_cache("lm.hook_embed") as cache:
        for name in ("vision.blocks.0.hook_mlp_out", "vision.blocks.0.attn.hook_pattern", "adapter.hook_in"):
            with pytest.raises(RuntimeError, match="mine"):
                model.run_with_hooks(inputs, [(name, fail)])
        assert torch.equal(model(inputs).logits, plain)
    assert [list(step) for step in cache.steps] == [["lm.hook_embed"]]  # of the passes that came by
    assert model.hook_dict["lm.hook_embed"].first_position == 0


def test_generate_encodes_once() -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    with model.run_with_cache(["adapter.hook_out", "lm.hook_embed"]) as cache:
        model.generate(inputs, max_new_tokens=3, do_sample=False, eos_token_id=None)
    assert [list(step) for step in cache.steps] == [["adapter.hook_out", "lm.hook_embed"], *[["lm.hook_embed"]] * 2]


def test_encoding_passes_vision_hooks_and_decoding_says_that_it_does_not() -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    zero = [("adapter.hook_out", lambda x, hook: x * 0)]
    with model.hooks(zero):
        encoded = model.encode(inputs)
    assert not encoded.embeddings[inputs["input_ids"] == IMAGE].any()
    for run in (
        lambda: model.run_with_hooks(encoded, zero),
        lambda: model.run_with_cache(encoded, ["vision.*", "adapter.hook_in"]),
    ):
        with pytest.raises(InputError, match="encoded already"):
            run()


@pytest.mark.parametrize(("layers", "n_live"), [(-1, 3), (-2, 2), (1, 1), ([1, -2], 2)], ids=str)
def test_only_blocks_that_reach_the_language_model_are_listed(layers: Any, n_live: int) -> None:
    config = test_llava.config()
    config.vision_feature_layer = layers
    model = HookedVLMTransformer.from_hf(random_model(config))
    live = [f"vision.blocks.{block}.hook_resid_post" for block in range(n_live)]
    assert model.hook_names("vision.*.hook_resid_post") == live
    inputs = models.inputs("llava")
    plain = model(inputs).logits
    edited = model.run_with_hooks(inputs, [(live[-1], lambda x, hook: x * torch.linspace(0, 1, 32))])
    assert (edited - plain).abs().max() > 1e-3
    if n_live < 3:
        with pytest.raises(HookNameError, match="no block behind it reaches the language model"):
            model.hook_names(f"vision.blocks.{n_live}.hook_resid_pre")


def test_siglip_and_pixtral_towers_have_the_points_of_clip() -> None:
    sizes = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 3, "num_attention_heads": 4}
    encoders = {
        "clip": CLIPVisionConfig(**sizes, image_size=28, patch_size=14, projection_dim=32),
        "siglip": SiglipVisionConfig(**sizes, image_size=28, patch_size=14),
        "pixtral": PixtralVisionConfig(**sizes, image_size=28, patch_size=14),
    }
    loaded = {}
    for name, encoder in encoders.items():
        config = LlavaConfig(
            vision_config=encoder, text_config={**TEXT, "model_type": "llama"}, image_token_index=IMAGE
        )
        config.vision_feature_select_strategy = "default" if name == "clip" else "full"
        loaded[name] = HookedVLMTransformer.from_hf(random_model(config))
    inputs = models.inputs("llava")
    for tower in ("siglip", "pixtral"):
        assert loaded[tower].hook_names("vision.*") == loaded["clip"].hook_names("vision.*")
        plain = loaded[tower](inputs).logits
        for name in loaded[tower].hook_names(["vision.*", "adapter.*"]):
            halved = loaded[tower].run_with_hooks(inputs, [(name, lambda x, hook: x * torch.arange(x.shape[-1]))])
            assert (halved - plain).abs().max() > 1e-3, (tower, name)
