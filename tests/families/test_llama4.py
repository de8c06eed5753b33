"""Llama 4: chunks, layers without rotation, experts whose inputs are weighed; against HF's, changed by hand."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS
from transformers.models.llama4.modeling_llama4 import eager_attention_forward, vision_eager_attention_forward

from tests.families import assertions as must
from tests.families.checkpoints import random_model, rows, saved, words
from tests.families.types import batch_of, config_of
from tests.unit.inputs import families
from tests.unit.inputs.test_probing import noise
from vlm_lens_native import ConfigError, HookedVLMTransformer, InputError, WeightsError
from vlm_lens_native.analysis import experts, heads
from vlm_lens_native.vision import pattern

CHUNK, SPARSE, UNROTATED = 6, 0, 2


@cache
def adopted() -> tuple[HookedVLMTransformer, Any, dict[str, Tensor]]:
    hf = random_model(config_of("llama4"))
    return HookedVLMTransformer.from_hf(hf), hf, batch_of("llama4", hf)


def test_generates_like_hf_across_chunks(tmp_path: Path) -> None:
    model, hf, inputs = adopted()
    how = {"max_new_tokens": 2 * CHUNK, "eos_token_id": None, "do_sample": False}
    for more in ({}, {"cache_implementation": "static"}, {"use_cache": False}):
        expected = hf.generate(**inputs, **how, **more)
        assert torch.equal(model.generate(inputs, **how, **more), expected)
        assert torch.equal(model.generate(model.encode(inputs), **how, **more), expected)
    must.assert_generates_like_hf(config_of("llama4"), rows(words(15, seed=1), words(9, seed=2), length=15), tmp_path)


def test_beams_have_their_rows_images() -> None:
    """HF's class leaves them with those of the first beams, and raises."""
    model, hf, inputs = adopted()
    how = {"max_new_tokens": 5, "eos_token_id": None, "do_sample": False, "num_beams": 3}
    with pytest.raises(ValueError, match="do not match"):
        hf.generate(**inputs, **how)
    found = model.generate(inputs, **how)
    assert torch.equal(found, model.generate(model.encode(inputs), **how))
    for row in range(2):
        alone = {key: value[row : row + 1] for key, value in inputs.items() if key != "pixel_values"}
        alone["pixel_values"] = inputs["pixel_values"][[2] if row else [0, 1]]
        assert torch.equal(model.generate(alone, **how)[0], found[row])


def test_a_chunk_sees_itself_alone_and_begins_with_the_rows_first_token() -> None:
    model, _, inputs = adopted()
    _, cache = model.run_with_cache(inputs, "lm.*.hook_pattern")
    tokens = inputs["attention_mask"].bool()
    for row, first in enumerate(tokens.int().argmax(1).tolist()):
        places = torch.arange(tokens.shape[1] - first)
        causal = places[:, None] >= places
        together = places[:, None] // CHUNK == places // CHUNK
        chunked, full = (cache["pattern", layer][row, :, first:, first:] for layer in (1, UNROTATED))
        assert ((chunked > 0) == (causal & together)).all()
        assert ((full > 0) == causal).all()

    def evenly(x: Tensor, hook: Any) -> Tensor:
        return (x > 0) / (x > 0).sum(-1, keepdim=True).clamp_min(1)

    with model.hooks(fwd_hooks=[("lm.*.hook_pattern", evenly)]):
        mass = heads.image_mass(model, inputs)
    torch.testing.assert_close(mass.scores, mass.chance[:, None].expand_as(mass.scores))
    assert len({*mass.chance.tolist()}) == 2


def test_padding_changes_nothing_where_queries_are_not_scaled_by_their_place(tmp_path: Path) -> None:
    """HF counts padding among the places, so where they are, a row alone differs from one with padding in front."""
    config = config_of("llama4")
    config.text_config.attn_temperature_tuning = False
    one, other = words(17, seed=1), words(9, seed=2)
    batch, alone = rows(one, other, length=17), [rows(each, length=len(each)) for each in (one, other)]
    must.assert_padding_changes_nothing(config, batch, alone, tmp_path / "without")
    with pytest.raises(AssertionError):
        must.assert_padding_changes_nothing(config_of("llama4"), batch, alone, tmp_path / "with")


@pytest.mark.parametrize("changes", [{"use_qk_norm": False}, {"num_experts_per_tok": 2}, {"attention_bias": True}])
def test_other_configs_have_hfs_logits(changes: dict[str, Any]) -> None:
    config = config_of("llama4")
    for key, value in changes.items():
        setattr(config.text_config, key, value)
    hf = random_model(config)
    inputs, model = batch_of("llama4", hf), HookedVLMTransformer.from_hf(hf)
    logits = hf(**inputs).logits
    assert torch.equal(model(inputs).logits, logits)
    assert torch.equal(model.run_with_cache(inputs)[0], logits)


# --- every step of the experts is real, against HF's module changed by hand ------------------------------------------


def changed_router(change: Callable[[Tensor], tuple[Tensor, Tensor]]) -> Callable[[Any], Callable[..., Any]]:
    """HF's router with other logits, or other weights for them."""

    def forward_of(moe: Any) -> Callable[..., Any]:
        plain = moe.router.forward

        def forward(hidden: Tensor) -> Any:
            _, logits = plain(hidden)
            return change(logits)

        return forward

    return forward_of


def weights_for(logits: Tensor, index: Tensor) -> Tensor:
    chosen = torch.full_like(logits, float("-inf")).scatter(1, index, logits.gather(1, index))
    return chosen.float().sigmoid().to(logits.dtype)


SHIFT = torch.tensor([3.0, -3.0, 0.0, 0.0])


def shifted(logits: Tensor) -> tuple[Tensor, Tensor]:
    logits = logits + SHIFT
    return weights_for(logits, logits.topk(1).indices), logits


def halved(logits: Tensor) -> tuple[Tensor, Tensor]:
    return weights_for(logits, logits.topk(1).indices) * 0.5, logits


def next_ones(logits: Tensor) -> tuple[Tensor, Tensor]:
    return weights_for(logits, (logits.topk(1).indices + 1) % 4), logits


ROUTED = {
    "hook_router_logits": (lambda x, hook: x + SHIFT, shifted),
    "hook_router_weights": (lambda x, hook: x * 0.5, halved),
    "hook_expert_index": (lambda x, hook: (x + 1) % 4, next_ones),
}


@pytest.mark.parametrize("point", ROUTED)
def test_what_is_changed_of_the_choice_acts_as_in_hfs_router(point: str, monkeypatch: pytest.MonkeyPatch) -> None:
    model, hf, inputs = adopted()
    ours, theirs = ROUTED[point]
    moe = hf.language_model.model.layers[SPARSE].feed_forward
    monkeypatch.setattr(moe.router, "forward", changed_router(theirs)(moe))
    found = model.run_with_hooks(inputs, [(f"lm.blocks.{SPARSE}.mlp.{point}", ours)])
    assert torch.equal(found, hf(**inputs).logits)
    assert not torch.equal(found, model(inputs).logits)


def test_what_is_changed_of_what_experts_do_acts_as_in_hfs_module(monkeypatch: pytest.MonkeyPatch) -> None:
    model, hf, inputs = adopted()
    moe, block = hf.language_model.model.layers[SPARSE].feed_forward, f"lm.blocks.{SPARSE}.mlp"
    stored = moe.experts
    logits = model(inputs).logits

    def forward(hidden: Tensor) -> Tensor:
        hidden = hidden.view(4, -1, 64)
        gate, up = torch.bmm(hidden, stored.gate_up_proj).chunk(2, dim=-1)
        post = up * stored.act_fn(gate)
        out = torch.bmm(post * 0.5 if "post" in change else post, stored.down_proj)
        return (out * 0.5 if "out" in change else out).view(-1, 64)

    monkeypatch.setattr(stored, "forward", forward)
    for change in (("post",), ("out",), ("post", "out")):
        hooks = [(f"{block}.hook_expert_{part}", lambda x, hook: x * 0.5) for part in change]
        found = model.run_with_hooks(inputs, hooks)
        assert torch.equal(found, hf(**inputs).logits), change
        assert not torch.equal(found, logits)
    change = ()
    handle = moe.shared_expert.register_forward_hook(lambda module, args, out: out * 0.5)
    found = model.run_with_hooks(inputs, [(f"{block}.hook_shared_out", lambda x, hook: x * 0.5)])
    assert torch.equal(found, hf(**inputs).logits)
    handle.remove()
    assert not torch.equal(found, logits)


@pytest.mark.parametrize("layer", [1, UNROTATED])
def test_what_is_changed_of_queries_and_keys_acts_as_at_hfs_kernel(layer: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind rotation, its norm and the scale by place."""
    model, hf, inputs = adopted()
    kernel, logits = ALL_ATTENTION_FUNCTIONS["sdpa"], model(inputs).logits
    own = hf.language_model.model.layers[layer].self_attn

    def doubled(module: Any, query: Tensor, key: Tensor, *args: Any, **how: Any) -> Any:
        query, key = (query * 2, key * 0.25) if module is own else (query, key)
        return kernel(module, query, key, *args, **how)

    hooks = [
        (f"lm.blocks.{layer}.attn.hook_rot_q", lambda x, hook: x * 2),
        (f"lm.blocks.{layer}.attn.hook_rot_k", lambda x, hook: x * 0.25),
    ]
    found = model.run_with_hooks(inputs, hooks)
    monkeypatch.setitem(ALL_ATTENTION_FUNCTIONS, "sdpa", doubled)
    assert torch.equal(found, hf(**inputs).logits)
    assert not torch.equal(found, logits)


def test_queries_of_unrotated_layers_are_scaled_by_their_place() -> None:
    model, _, inputs = adopted()
    _, cache = model.run_with_cache(inputs, ["lm.*.hook_q", "lm.*.hook_rot_q"])
    places = torch.arange(inputs["input_ids"].shape[1])
    scale = torch.log1p(torch.floor((places + 1.0) / 4)) * 0.5 + 1
    torch.testing.assert_close(cache["rot_q", UNROTATED], cache["q", UNROTATED] * scale[None, :, None, None])
    norms = cache["rot_q", 1].pow(2).mean(-1)
    torch.testing.assert_close(norms, torch.ones_like(norms), rtol=1e-3, atol=1e-3)


def test_experts_are_taken_out_and_weights_are_sigmoids() -> None:
    model, _, inputs = adopted()
    _, clean = model.run_with_cache(inputs, "lm.*.mlp.*")
    name = f"lm.blocks.{SPARSE}.mlp"
    logits, index = clean[f"{name}.hook_router_logits"], clean[f"{name}.hook_expert_index"]
    torch.testing.assert_close(clean[f"{name}.hook_router_weights"], logits.gather(-1, index).sigmoid())
    expert = int(index.mode(1).values[0, 0])
    with model.hooks(fwd_hooks=experts.ablation(model, expert)):
        _, silent = model.run_with_cache(inputs, f"{name}.*")
    assert not silent[f"{name}.hook_expert_out"][index == expert].any()
    with model.hooks(fwd_hooks=experts.ablation(model, expert, how="reroute")):
        _, elsewhere = model.run_with_cache(inputs, f"{name}.*")
    assert not (elsewhere[f"{name}.hook_expert_index"] == expert).any()
    assert experts.routing(model, inputs).share.sum(-1).allclose(torch.ones(2, 2))


# --- what HF's class does otherwise ----------------------------------------------------------------------------------


def rounded_apart() -> Tensor:
    """``[row 24]``: scores whose softmax in bfloat16 is not the one in float32, rounded."""
    scores = (torch.randn(4000, 24, generator=torch.Generator().manual_seed(0)) * 3).bfloat16()
    wide = scores.softmax(-1, dtype=torch.float32).to(scores.dtype)
    apart = scores[(scores.softmax(-1) != wide).any(-1)]
    assert len(apart)
    return apart


def test_eager_attention_takes_the_softmax_in_the_dtype_of_scores() -> None:
    """In language model and encoder; heads are as wide as makes scales that round nothing."""
    config = config_of("llama4")
    config.text_config.head_dim, config.vision_config.num_attention_heads = 16, 8
    hf = random_model(config)
    hf.set_attn_implementation("eager")
    model, scores = HookedVLMTransformer.from_hf(hf), rounded_apart()
    attn, theirs = model.lm.blocks[1].attn, hf.language_model.model.layers[1].self_attn
    q, k, v = _making(scores, d_head=16)
    mask = torch.zeros(len(scores), 1, 24, 24, dtype=torch.bfloat16)
    expected = eager_attention_forward(theirs, q, k[:, ::2], v[:, ::2], mask, theirs.scaling)[0]
    assert torch.equal(attn._attend(q, k[:, ::2], v[:, ::2], mask, None), expected)
    own, theirs = (each.vision_model.model.layers[0].self_attn for each in (model.hf, hf))
    q, k, v = _making(scores, d_head=4)
    expected = vision_eager_attention_forward(theirs, q, k, v, None, None)[0]
    with model.hooks([("vision.blocks.0.attn.hook_pattern", lambda x, hook: None)]), model.lm.hooks.whole_pass():
        assert torch.equal(pattern._attention(own, q, k, v, scaling=None)[0], expected)


def _making(scores: Tensor, *, d_head: int) -> tuple[Tensor, Tensor, Tensor]:
    """Queries, keys and values of four heads, with these scores; each value is of one key alone."""
    q, k = torch.zeros(2, len(scores), 4, 24, d_head, dtype=torch.bfloat16)
    q[..., 0], k[..., 0] = 1, scores[:, None] * d_head**0.5
    return q, k, torch.eye(24, dtype=torch.bfloat16).expand(len(scores), 4, 24, 24)


def test_inputs_made_elsewhere_say_by_their_separators_how_tiles_lie() -> None:
    case = families.llama4()
    prepared = case.builder.prepare_messages("?", noise((180, 112)))
    known, elsewhere = case.builder.layout(prepared), case.builder.layout(dict(prepared))
    ids = prepared["input_ids"].clone()
    ids[ids == case.builder.hf_config.eoi_token_index] = 5
    with pytest.raises(InputError, match="which of the views"):
        case.builder.layout({**prepared, "input_ids": ids})
    assert elsewhere.images.indices().tolist() == known.images.indices().tolist()


# --- loading ---------------------------------------------------------------------------------------------------------


def test_checkpoints(tmp_path: Path) -> None:
    """Missing, surplus and misshapen weights; keys of the config."""
    file = saved(random_model(config_of("llama4")), tmp_path) / "model.safetensors"
    weights = load_file(file)
    victim = "language_model.model.layers.0.feed_forward.experts.down_proj"

    def rewritten(changed: dict[str, Tensor]) -> Path:
        save_file(changed, file, metadata={"format": "pt"})
        return tmp_path

    with pytest.raises(WeightsError, match=r"lacks 1 weights.*blocks\.0\.mlp\.experts\.down_proj"):
        HookedVLMTransformer.from_pretrained(rewritten({k: v for k, v in weights.items() if k != victim}))
    surplus = {victim.replace("down_proj", "bonus"): torch.ones(3)}
    with pytest.raises(WeightsError, match=r"no place for.*bonus"):
        HookedVLMTransformer.from_pretrained(rewritten({**weights, **surplus}))
    with pytest.raises(WeightsError, match="other shapes"):
        HookedVLMTransformer.from_pretrained(rewritten({**weights, victim: torch.ones(3, 3)}))
    rewritten(weights)
    assert HookedVLMTransformer.from_pretrained(tmp_path, verify=True).notes == ()
    config = config_of("llama4")
    config.text_config.sliding_window = 4
    with pytest.raises(ConfigError, match=r"text_config\.sliding_window=4"):
        HookedVLMTransformer.from_hf(random_model(config))
    config = config_of("llama4")
    config.text_config.attention_chunk_size = None
    with pytest.raises(ConfigError, match="no size of them"):
        HookedVLMTransformer.from_hf(random_model(config))


def test_copies_hook_and_compute_by_themselves() -> None:
    """HF's class has no model within it that calls encoder and language model: it does so itself."""
    model, _, inputs = adopted()
    logits = model(inputs).logits
    for other in (copy.deepcopy(model), pickle.loads(pickle.dumps(model))):
        found, cache = other.run_with_cache(inputs, ["vision.*", "adapter.*"])
        assert torch.equal(found, logits)
        assert cache["adapter.hook_in"].shape == (3, 16, 32)
        assert cache["adapter.hook_out"].shape == (3, 4, 64)
        changed = other.run_with_hooks(inputs, [("adapter.hook_out", lambda x, hook: x * 0)])
        assert not torch.equal(changed, logits)
    assert torch.equal(model(inputs).logits, logits)
