"""Every wrapper with a file of its own, on inputs that HF's real processor made of images of different sizes.

`tests.unit.inputs.families` has their tiny configs and processors, and proves their layouts by painted pixels.
"""

from __future__ import annotations

import copy
import pickle
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
import torch
from torch import Tensor

from tests.families import assertions as must
from tests.families.checkpoints import random_model, saved
from tests.families.types import skip_what_hf_cannot_run
from tests.unit.inputs import families
from tests.unit.inputs.test_probing import noise
from vlm_lens_native import HookedVLMTransformer
from vlm_lens_native.parity import check_parity

NAMES = (
    "llava_siglip", "pixtral", "llava_next", "llava_onevision", "vipllava", "internvl", "mistral3", "qwen2_vl",
    "idefics2", "idefics3", "video_llama_3", "ovis2", "deepseek_vl", "janus", "paddleocr_vl", "lighton_ocr",
    "gemma3", "gemma3_crops", "paligemma", "llava_next_video", "glm4v", "hyperclovax", "exaone4_5", "video_llava",
    "gemma4", "lfm2_vl", "llama4", "minicpmv4_6", "minicpmv4_7", "minicpm_ocr", "granite4_vision",
    "molmo2", "ernie4_5_vl", "granite_docling", "granite_docling_fine", "kimi_k25",
)  # fmt: skip
EACH = pytest.mark.parametrize("name", NAMES)
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation")  # of HF's PaliGemmaProcessor
# Names in the hub's checkpoints, of before transformers 5, for prefixes of today's.
OLD_LLAVA = (
    ("model.language_model.", "language_model.model."),
    ("lm_head.", "language_model.lm_head."),
    ("model.vision_tower.", "vision_tower."),
    ("model.multi_modal_projector.", "multi_modal_projector."),
)
HUB_NAMES: dict[str, Sequence[tuple[str, str]]] = {
    "pixtral": OLD_LLAVA,
    "llava_next": (*OLD_LLAVA, ("model.image_newline", "image_newline")),
    "llava_onevision": (*OLD_LLAVA, ("model.image_newline", "image_newline")),
    "vipllava": OLD_LLAVA,
    "mistral3": OLD_LLAVA,
    "internvl": OLD_LLAVA,
    "gemma3": OLD_LLAVA,
    "paligemma": OLD_LLAVA,
    "qwen2_vl": (("model.visual.", "visual."), ("model.language_model.", "model.")),
}


def case(name: str) -> Any:
    skip_what_hf_cannot_run(name)
    return getattr(families, name)()


@cache
def batch(name: str) -> Any:
    """Two rows: two images in the first, one in the second, which is padded on the left."""
    return _prepared(name, [[noise((90, 60)), noise((61, 103), 1)], [noise((70, 70), 2)]])


@cache
def alone(name: str) -> Any:
    return _prepared(name, [[noise((70, 70), 2)]])


def _prepared(name: str, rows: Sequence[Sequence[Any]]) -> Any:
    builder = case(name).builder
    chats = [
        [*({"type": "image", "image": image} for image in row), {"type": "text", "text": "How many?"}] for row in rows
    ]
    return builder.prepare([builder.chat([{"role": "user", "content": content}]) for content in chats])


@cache
def checkpoint(name: str) -> Path:
    return saved(random_model(case(name).builder.hf_config), Path(mkdtemp()))


@cache
def loaded(name: str, kernel: str, dtype: torch.dtype) -> tuple[HookedVLMTransformer, Any]:
    ours, theirs = must.load_both(checkpoint(name), attn_implementation=kernel, dtype=dtype)
    return ours, theirs.requires_grad_(False)


@pytest.mark.parametrize("name", ["qwen2_vl", "glm4v", "ernie4_5_vl", "minicpmv4_7"])
def test_missing_token_types_are_completed_where_hf_refuses(name: str) -> None:
    ours, theirs = loaded(name, "sdpa", torch.float32)
    without = {key: value for key, value in batch(name).items() if not key.endswith("mm_token_type_ids")}
    with pytest.raises(ValueError, match="`mm_token_type_ids` is missing"):
        theirs(**without)
    assert torch.equal(ours(without).logits, theirs(**batch(name)).logits)


@EACH
@pytest.mark.parametrize(("kernel", "dtype"), must.EACH, ids=must.KERNELS)
def test_activations_and_logits_equal_hf(name: str, kernel: str, dtype: torch.dtype) -> None:
    ours, theirs = loaded(name, kernel, dtype)
    inputs = must.in_dtype(dict(batch(name)), dtype)
    report = check_parity(ours, theirs, inputs)
    assert report.equal, report
    assert len(report.comparisons) > 40
    logits = theirs(**ours._complete(inputs, {})).logits
    assert torch.equal(ours(inputs).logits, logits)
    assert torch.equal(HookedVLMTransformer.from_hf(theirs)(inputs).logits, logits)


@EACH
def test_generates_like_hf(name: str) -> None:
    ours, theirs = loaded(name, "sdpa", torch.float32)
    builder = case(name).builder
    images = [builder.hf_config.image_token_id, *getattr(builder.hf_config, "visual_indicator_token_ids", ())]
    settings = {"max_new_tokens": 4, "do_sample": False, "eos_token_id": None, "suppress_tokens": images}
    tokens = theirs.generate(**must.in_dtype(dict(batch(name)), torch.float32), **settings)
    assert torch.equal(ours.generate(batch(name), **settings), tokens)
    assert torch.equal(ours.generate(ours.encode(batch(name)), **settings), tokens)


@EACH
def test_padding_changes_nothing(name: str) -> None:
    ours, _ = loaded(name, "sdpa", torch.float32)
    single = ours(alone(name)).logits[0]
    torch.testing.assert_close(ours(batch(name)).logits[1, -len(single) :], single, rtol=1e-4, atol=1e-4)


@EACH
@pytest.mark.parametrize(("kernel", "dtype"), must.EACH, ids=must.KERNELS)
def test_each_vision_block_adds_what_its_hooks_see(name: str, kernel: str, dtype: torch.dtype) -> None:
    """resid_pre + attn_out + mlp_out = resid_post, bit for bit; and changes of both take effect."""
    ours, _ = loaded(name, kernel, dtype)
    inputs = must.in_dtype(dict(batch(name)), dtype)  # not all of HF's encoders cast pixels
    logits, cache = ours.run_with_cache(inputs, ["vision.*"])
    blocks = sorted({hook.rsplit(".hook_", 1)[0] for hook in cache if hook.endswith("resid_pre")})
    assert blocks
    for block in blocks:
        part = {key: cache[f"{block}.hook_{key}"] for key in ("resid_pre", "attn_out", "mlp_out", "resid_post")}
        assert torch.equal(part["resid_pre"] + part["attn_out"] + part["mlp_out"], part["resid_post"])
        assert part["attn_out"].abs().max() > 0
        z, q = cache[f"{block}.attn.hook_z"], cache[f"{block}.attn.hook_q"]
        pattern = cache[f"{block}.attn.hook_pattern"]
        assert z.shape == q.shape
        assert pattern.shape == (z.shape[0], z.shape[2], z.shape[1], z.shape[1])
    for hook in ("attn_out", "mlp_out", "resid_post"):
        names = [f"{blocks[-1]}.hook_{hook}"]

        def zero(activation: Tensor, hook: Any) -> Tensor:
            return torch.zeros_like(activation)

        with ours.hooks(fwd_hooks=[(names[0], zero)]):
            changed, after = ours.run_with_cache(inputs, ["vision.*"])
        assert not torch.equal(changed, logits), hook
        part = {key: after[f"{blocks[-1]}.hook_{key}"] for key in ("resid_pre", "attn_out", "mlp_out", "resid_post")}
        if hook != "resid_post":
            assert not after[names[0]].any()
            assert torch.equal(part["resid_pre"] + part["attn_out"] + part["mlp_out"], part["resid_post"])
    assert torch.equal(ours(inputs).logits, logits)


@EACH
def test_a_vision_pattern_that_is_written_back_changes_nothing_much(name: str) -> None:
    """Values from a pattern that a hook returns are those of the kernel; of another pattern they are not."""
    ours, _ = loaded(name, "eager", torch.float32)
    logits = ours(batch(name)).logits
    same = ours.run_with_hooks(batch(name), fwd_hooks=[("vision.*.hook_pattern", lambda x, hook: x.clone())])
    torch.testing.assert_close(same, logits, rtol=1e-4, atol=1e-4)
    other = ours.run_with_hooks(batch(name), fwd_hooks=[("vision.*.hook_pattern", lambda x, hook: x.flip(-1))])
    assert not torch.allclose(other, logits, atol=1e-3)


def test_tokens_of_one_sequence_are_told_apart_where_patches_are_a_batch() -> None:
    """Gemma 4: padded patches, image by image, and tokens of all images one behind another."""
    ours, theirs = loaded("gemma4", "sdpa", torch.float32)
    inputs = batch("gemma4")
    logits, cache = ours.run_with_cache(inputs, ["vision.*", "adapter.*"])
    places = inputs["image_position_ids"]
    features = theirs.model.get_image_features(inputs["pixel_values"], places).pooler_output
    n_patches = (places[..., 0] >= 0).sum(1)
    assert cache.tokens["token"].sum(1).tolist() == [len(each) for each in features] == (n_patches // 4).tolist()
    assert torch.equal(cache.tokens["patch"].sum(1), n_patches)
    assert n_patches.min() < places.shape[1]
    for shown, expected in zip(cache["adapter.hook_out"], features, strict=True):
        assert torch.equal(shown[: len(expected)], expected)

    def silence_the_second(x: Tensor, hook: Any) -> None:
        x[1] = 0

    changed = ours.run_with_hooks(inputs, [("adapter.hook_out", silence_the_second)])
    first = ours.token_layout(inputs).image(1).indices(0)[0]
    assert torch.equal(changed[1], logits[1])
    assert torch.equal(changed[0, :first], logits[0, :first])
    assert not torch.equal(changed[0, first:], logits[0, first:])


@pytest.mark.parametrize("mode", ["16x", "4x"])
def test_an_encoder_that_merges_patches_on_its_way(mode: str) -> None:
    """MiniCPM-V: blocks behind the merger have a row for each merged patch; edits are those of HF's modules by hand."""
    ours, theirs = loaded("minicpmv4_6", "sdpa", torch.float32)
    builder = case("minicpmv4_6").builder
    made = builder.processor(
        images=[[noise((90, 60)), noise((40, 40))]], text=["<image> <image>"], downsample_mode=mode
    )
    inputs = {**made, "downsample_mode": mode}
    sizes, factor = made["target_sizes"].prod(1), 4 if mode == "16x" else 1
    assert len(sizes) > 2
    expected = theirs(**inputs).logits
    logits, cache = ours.run_with_cache(inputs, ["vision.*", "adapter.*"])
    assert torch.equal(logits, expected)
    for axis, n in (("patch", 1), ("merged", factor), ("token", 4 * factor)):
        assert torch.equal(cache.tokens[axis].sum(1), sizes // n), axis
    assert cache["vision.blocks.1.hook_resid_post"].shape[1] == sizes.max()
    assert cache["vision.blocks.2.hook_resid_pre"].shape[1] == sizes.max() // factor
    assert len(builder.layout(inputs).images) == int(sizes.sum()) // (4 * factor)
    tower = theirs.model.vision_tower
    lengths = {"vision.blocks.1.hook_resid_post": sizes, "adapter.hook_out": sizes // (4 * factor)}
    lengths["vision.blocks.2.hook_mlp_out"] = lengths["adapter.hook_in"] = sizes // factor

    def flipped(x: Tensor, hook: Any) -> None:
        n = int(lengths[hook.name][1])
        x[1, :n] = x[1, :n].flip(0)

    def by_hand(packed: Tensor, name: str) -> Tensor:
        parts = list(packed.split(lengths[name].tolist(), dim=-2))
        parts[1] = parts[1].flip(-2)
        return torch.cat(parts, dim=-2)

    def of_merger(module: Any, args: Any, output: list[Tensor]) -> list[Tensor]:
        return [output[0], output[1].flip(0), *output[2:]]

    handles = {
        "vision.blocks.1.hook_resid_post": lambda name: tower.encoder.layers[1].register_forward_hook(
            lambda module, args, output: by_hand(output, name)
        ),
        "vision.blocks.2.hook_mlp_out": lambda name: tower.encoder.layers[2].mlp.register_forward_hook(
            lambda module, args, output: by_hand(output, name)
        ),
        "adapter.hook_in": lambda name: theirs.model.merger.register_forward_pre_hook(
            lambda module, args: (by_hand(args[0], name), *args[1:])
        ),
        "adapter.hook_out": lambda name: theirs.model.merger.register_forward_hook(of_merger),
    }
    for name, register in handles.items():
        handle = register(name)
        changed = theirs(**inputs).logits
        handle.remove()
        assert not torch.equal(changed, expected), name
        assert torch.equal(ours.run_with_hooks(inputs, [(name, flipped)]), changed), name


def test_videos_of_glm_in_the_placeholders_of_images() -> None:
    """HF's processor says which placeholders are frames; without, the marks around videos do."""
    ours, theirs = loaded("glm4v", "sdpa", torch.float32)
    frames = [noise((56, 28), seed) for seed in range(4)]
    builder = case("glm4v").builder
    inputs = builder.prepare_chat([{"role": "user", "content": [{"type": "video", "video": frames, "fps": 2}]}])
    assert inputs["mm_token_type_ids"].unique().tolist() == [0, 2]
    expected = theirs(**inputs).logits
    assert torch.equal(ours(inputs).logits, expected)
    untyped = {key: value for key, value in inputs.items() if key != "mm_token_type_ids"}
    assert torch.equal(ours(untyped).logits, expected)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "molmo2"])  # whose head HF never ties
def test_tied_head(name: str, tmp_path: Path) -> None:
    inputs = must.in_dtype(dict(alone(name)), torch.float32)
    must.assert_tied_head_loads(case(name).builder.hf_config, inputs, tmp_path)


@pytest.mark.parametrize("name", HUB_NAMES)
def test_names_of_the_hub(name: str, tmp_path: Path) -> None:
    must.assert_loads_renamed(case(name).builder.hf_config, dict(alone(name)), tmp_path, HUB_NAMES[name])


def test_copies_of_a_model_whose_blocks_scale_have_scales_of_their_own() -> None:
    """InternVL's layer scale is applied where hooks listen, and once: in the model, in copies, and side by side."""
    model = HookedVLMTransformer.from_pretrained(checkpoint("internvl"))
    copies = (copy.deepcopy(model), pickle.loads(pickle.dumps(model)))
    logits, cache = model.run_with_cache(batch("internvl"), "vision.*.hook_attn_out")
    assert torch.equal(logits, model(batch("internvl")).logits)
    for other in copies:
        block = other.hf.model.vision_tower.encoder.layer[0]
        block._parameters["lambda_1"].mul_(2)
        again, doubled = other.run_with_cache(batch("internvl"), "vision.blocks.0.hook_attn_out")
        name = "vision.blocks.0.hook_attn_out"
        torch.testing.assert_close(doubled[name], 2 * cache[name], rtol=1e-6, atol=1e-6)
        assert torch.equal(again, other(batch("internvl")).logits)
        assert "lambda_1" in block.state_dict()
    assert torch.equal(model(batch("internvl")).logits, logits)


def test_a_gradient_passes_a_hook_behind_a_scale() -> None:
    model, _ = loaded("internvl", "sdpa", torch.float32)
    found = {}
    name = "vision.blocks.1.hook_mlp_out"
    with model.hooks(bwd_hooks=[(name, lambda gradient, hook: found.update({name: gradient}))]):
        model(batch("internvl")).logits.square().mean().backward()
    assert found[name].abs().max() > 0
