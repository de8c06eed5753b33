"""Hooks and caches under generate: every step, with and without KV cache, beams, sampling, prompt and new tokens."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import torch
from jaxtyping import TypeCheckError
from torch import Tensor
from transformers import AutoTokenizer, Cache, DynamicCache
from transformers.cache_utils import QuantizedLayer

from tests import models
from tests.greedy import by_whole_passes, greedy
from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native._transformers import KV_CACHE
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.toys import toy_path

FAMILIES = pytest.mark.parametrize("family", models.NAMES)
NAME = "lm.blocks.1.hook_resid_post"
GREEDY = greedy(4)


def steering(model: HookedVLMTransformer) -> Callable[[Tensor, HookPoint], Tensor]:
    vector = torch.randn(model.cfg.d_model, generator=torch.Generator().manual_seed(5)) * 3
    return lambda resid, hook: resid + vector


def by_hand(model: HookedVLMTransformer, inputs: dict[str, Tensor], rows: Callable[[int], slice]) -> Tensor:
    """Greedy generation by whole passes, steered at the rows that a prompt of so many tokens means."""
    hook = steering(model)
    n_prompt = inputs["input_ids"].shape[1]

    def edit(resid: Tensor, point: HookPoint) -> None:
        resid[:, rows(n_prompt)] = hook(resid[:, rows(n_prompt)], point)

    return by_whole_passes(model, inputs, [(NAME, edit)], 4)


@FAMILIES
def test_steps_by_hand_go_on_from_their_own_prompt(family: str) -> None:
    """HF keeps the M-RoPE offset of the last prompt on its module; another prompt in between must not matter."""
    model, inputs, other = models.model(family), *models.alone(family)
    inputs = {key: value for key, value in inputs.items() if key != "mm_token_type_ids"}
    kept = DynamicCache(config=model.lm.hf_config)
    assert torch.equal(model(inputs, past_key_values=kept).logits, model(inputs).logits)
    encoded = model.encode(inputs)
    model(other, use_cache=True)
    new = {"input_ids": torch.tensor([[7]])}
    from_encoded = model(**new, past_key_values=model(encoded, use_cache=True)[KV_CACHE]).logits
    step = model(**new, past_key_values=kept).logits
    assert torch.equal(from_encoded, step)

    grown = {key: torch.cat([inputs[key], torch.tensor([[new]])], dim=1) for key, new in
             (("input_ids", 7), ("attention_mask", 1))}  # fmt: skip
    torch.testing.assert_close(step, model({**inputs, **grown}).logits[:, -1:], rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("name", ["cache", "past_key_values"])
def test_both_of_hfs_names_for_the_kv_cache_are_taken(name: str) -> None:
    """Transformers 5.24 calls ``cache`` what was ``past_key_values`` before."""
    model, inputs = models.model("llava"), models.alone("llava")[0]
    step = {"input_ids": torch.tensor([[7]])}
    logits = []
    for prompt in (inputs, model.encode(inputs)):
        past = DynamicCache(config=model.lm.hf_config)
        out = model(prompt, **{name: past})
        assert out[KV_CACHE] is past
        logits.append(model(**step, **{name: past}).logits)
    assert torch.equal(*logits)
    kept = model(inputs, use_cache=True)[KV_CACHE]
    ids = torch.cat([inputs["input_ids"], step["input_ids"]], dim=1)
    grown = {"input_ids": ids, "attention_mask": torch.ones_like(ids)}
    answer = model.generate(grown, **{name: kept}, **GREEDY)
    assert torch.equal(answer, model.generate({**inputs, **grown}, **GREEDY))
    with pytest.raises(InputError, match="two names for one KV cache"):
        model(**step, cache=kept, past_key_values=kept)
    with pytest.raises(InputError, match="two names for one KV cache"):
        model(model.encode(inputs), cache=kept, past_key_values=kept)


@FAMILIES
def test_a_static_cache_generates_the_same(family: str) -> None:
    """HF's generate then makes the masks itself, for some models one for each kind of layer."""
    model, inputs = models.model(family), models.inputs(family)
    expected = model.generate(inputs, **GREEDY, pad_token_id=0)
    assert torch.equal(model.generate(inputs, **GREEDY, pad_token_id=0, cache_implementation="static"), expected)


@FAMILIES
@pytest.mark.parametrize("use_cache", [True, False], ids=["kv_cache", "whole_passes"])
@pytest.mark.parametrize(
    ("tokens", "rows"),
    [
        ("all", lambda n_prompt: slice(None)),
        ("prompt", lambda n_prompt: slice(n_prompt)),
        ("new", lambda n_prompt: slice(n_prompt, None)),
    ],
    ids=["all", "prompt", "new"],
)
def test_steering_acts_on_the_tokens_that_are_named(family: str, tokens: str, rows, use_cache: bool) -> None:
    model, inputs = models.model(family), models.inputs(family)
    expected = by_hand(model, inputs, rows)
    with model.hooks([(NAME, steering(model))], tokens=tokens):
        generated = model.generate(inputs, use_cache=use_cache, **GREEDY)
    assert torch.equal(generated, expected)
    with model.run_with_hooks([(NAME, steering(model))], tokens=tokens):
        assert torch.equal(model.generate(model.encode(inputs), use_cache=use_cache, **GREEDY), expected)


def test_the_three_kinds_of_tokens_generate_different_answers() -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    answers = [model.generate(inputs, **GREEDY)]
    for tokens in ("all", "prompt", "new"):
        with model.hooks([(NAME, steering(model))], tokens=tokens):
            answers.append(model.generate(inputs, **GREEDY))
    assert len({tuple(answer.flatten().tolist()) for answer in answers}) == 4


@FAMILIES
@pytest.mark.parametrize(
    "how", [{"num_beams": 3}, {"do_sample": True, "num_return_sequences": 2}], ids=["beams", "samples"]
)
def test_hooks_run_with_beams_and_samples_as_without_a_kv_cache(family: str, how: dict[str, object]) -> None:
    model, inputs = models.model(family), models.inputs(family)
    answers = []
    for use_cache in (True, False):
        torch.manual_seed(0)
        with model.hooks([(NAME, steering(model))]):
            answers.append(model.generate(inputs, use_cache=use_cache, **{**GREEDY, **how}))
    torch.manual_seed(0)
    plain = model.generate(inputs, **{**GREEDY, **how})
    assert torch.equal(*answers)
    assert not torch.equal(answers[0], plain)


def test_a_hook_finds_its_position_at_every_step() -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    seen: list[tuple[int, int]] = []
    with model.hooks([(NAME, lambda x, hook: seen.append((hook.first_position, x.shape[1])))]):
        model.generate(inputs, **GREEDY)
    assert seen == [(0, 16), (16, 1), (17, 1), (18, 1)]
    assert model.hook_dict[NAME].first_position == 0  # no pass is under way


def test_rows_of_new_tokens_know_where_they_begin_without_a_kv_cache() -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    seen: list[tuple[int, int]] = []
    with model.hooks([(NAME, lambda x, hook: seen.append((hook.first_position, x.shape[1])))], tokens="new"):
        model.generate(inputs, use_cache=False, **GREEDY)
    assert seen == [(16, 1), (16, 2), (16, 3)]


@pytest.mark.parametrize("name", ["lm.blocks.1.attn.hook_mask", "lm.blocks.1.attn.hook_pattern"])
def test_queries_are_limited_where_they_are_not_the_second_axis(name: str) -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    shapes: list[tuple[int, ...]] = []

    def close_first_head(x: Tensor, hook: HookPoint) -> Tensor:
        shapes.append(tuple(x.shape[2:]))
        x = x.expand(-1, model.cfg.n_heads, -1, -1).clone()
        x[:, 0, :, 2:] = torch.finfo(x.dtype).min if hook.name.endswith("mask") else 0
        return x

    for use_cache in (True, False):
        with model.hooks([(name, close_first_head)], tokens="new"):
            model.generate(inputs, use_cache=use_cache, **GREEDY)
    assert shapes == [(1, 17), (1, 18), (1, 19), (1, 17), (2, 18), (3, 19)]


def test_what_makes_no_sense_raises() -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    with pytest.raises(InputError, match="no new tokens"):
        model.run_with_hooks(inputs, [(NAME, steering(model))], tokens="new")
    with pytest.raises((InputError, TypeCheckError), match="prompts"):
        model.hooks([(NAME, steering(model))], tokens="prompts")


ON = {"max_new_tokens": 5, "do_sample": False, "eos_token_id": None, "suppress_tokens": [100, 101, 102, 103]}
HANDOVERS = {
    "prompt lookup": {"prompt_lookup_num_tokens": 2},
    "prefill by chunks": {"prefill_chunk_size": 5},
    "assistant": {"assistant_model": None},
    "guidance": {"guidance_scale": 1.5, "negative_prompt_ids": torch.tensor([[5, 6, 7]])},
    "stop strings": {"stop_strings": ["never"]},
}


@FAMILIES
@pytest.mark.parametrize("name", HANDOVERS)
def test_generate_takes_what_hfs_takes(family: str, name: str) -> None:
    """What HF's GenerationMixin hands to the model on the way, from inputs and from encoded inputs."""
    model, inputs, hf = models.model(family), models.alone(family)[0], models.hf_model(family)
    how = dict(HANDOVERS[name])
    if name == "stop strings":
        how["tokenizer"] = AutoTokenizer.from_pretrained(toy_path("toy-llava"))
    if name == "assistant":
        how["assistant_model"] = models.hf_model(family)
        how["assistant_model"].generation_config.num_assistant_tokens = 3
    if name == "guidance" and model.cfg.rotary.n_axes == 3:
        with pytest.raises(RuntimeError):  # HF numbers the positions of all of the mask, and fails itself
            hf.generate(**inputs, **how, **ON)
        with pytest.raises(InputError, match="leave the mask out"):
            model.generate(inputs, **how, **ON)
        return
    expected = hf.generate(**inputs, **how, **ON)
    assert torch.equal(model.generate(inputs, **how, **ON), expected)
    encoded = model.encode(inputs)
    if name == "prefill by chunks":  # before transformers 5.23 HF's chunks get images wrong
        expected = hf.generate(**inputs, **ON)
    if name != "guidance":
        assert torch.equal(model.generate(encoded, **how, **ON), expected)
        return
    with pytest.raises(InputError, match="guidance_scale runs the model on other tokens"):
        model.generate(encoded, **how, **ON)


@FAMILIES
@pytest.mark.parametrize("turn", [0, 3])
def test_generate_goes_on_from_a_kv_cache(family: str, turn: int) -> None:
    """From what generate itself left behind, another prompt having run in between; with a new turn, and without."""
    model, (inputs, other), hf = models.model(family), models.alone(family), models.hf_model(family)
    first = model.generate(inputs, **ON, return_dict_in_generate=True)
    model.generate(other, **ON)
    ids = torch.cat([first.sequences, torch.tensor([[7, 8, 9]])[:, :turn]], dim=1)
    grown = {"input_ids": ids, "attention_mask": torch.ones_like(ids)}
    whole = {**inputs, **grown}
    if (types := whole.get("mm_token_type_ids")) is not None:
        whole["mm_token_type_ids"] = torch.nn.functional.pad(types, (0, ids.shape[1] - types.shape[1]))
    got = model.generate(grown, cache=first[KV_CACHE], **ON)
    assert torch.equal(got, hf.generate(**whole, **ON))


@pytest.mark.parametrize("family", ["qwen2_5_vl", "qwen3_vl"])
def test_a_new_image_behind_a_kv_cache_raises_where_its_tokens_would_count_as_text(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)
    past = model(inputs, use_cache=True).past_key_values
    mask = torch.cat([inputs["attention_mask"]] * 2, dim=1)
    with pytest.raises(InputError, match="came with a KV cache"):
        model(inputs | {"attention_mask": mask}, past_key_values=past)
    model({"input_ids": inputs["input_ids"][:, :1] * 0 + 7}, past_key_values=past)  # text may follow


REFUSED_BY_HF = {
    "contrastive": {"penalty_alpha": 0.6, "top_k": 4},
    "dola": {"dola_layers": "high"},
    "groups of beams": {"num_beams": 4, "num_beam_groups": 2, "diversity_penalty": 0.5},
    "forced words": {"num_beams": 3, "force_words_ids": [[5]]},
    "quantised": {"cache_implementation": "quantized", "cache_config": {"backend": "HQQ", "nbits": 4}},
    "unknown cache": {"cache_implementation": "endless"},
}


@pytest.mark.parametrize("name", REFUSED_BY_HF)
def test_what_hfs_generate_refuses_here_is_refused_with_its_words(name: str) -> None:
    """Methods that HF moved to the hub, a package that is not installed."""
    model, inputs, how = models.model("llava"), models.alone("llava")[0], REFUSED_BY_HF[name]
    with pytest.raises((ValueError, ImportError)) as theirs:
        models.hf_model("llava").generate(**inputs, **how, **ON)
    for given in (inputs, model.encode(inputs)):
        with pytest.raises(type(theirs.value), match=re.escape(str(theirs.value))):
            model.generate(given, **how, **ON)


class _Quantised(QuantizedLayer):
    """HF's quantised KV cache with a rounding of our own in the place of a package's."""

    def _quantize(self, tensor: Tensor, axis: int) -> Tensor:
        return tensor.to(torch.bfloat16)

    def _dequantize(self, q_tensor: Tensor) -> Tensor:
        return q_tensor.float()


def _greedily(model, input_ids, logits_processor, stopping_criteria, generation_config, **kwargs):
    """A decoding method as those are that HF's generate loads: it calls the model with what HF prepares."""
    for step in range(3):
        which = {"next_sequence_length": 1 if step else None, "is_first_iteration": not step}
        given = model.prepare_inputs_for_generation(input_ids, **which, **kwargs)
        out = model(**given, return_dict=True)
        kwargs = model._update_model_kwargs_for_generation(out, kwargs)
        input_ids = torch.cat([input_ids, out.logits[:, -1:].argmax(-1)], dim=1)
    return input_ids


@FAMILIES
@pytest.mark.parametrize("how", ["hybrid", "static, beams", "quantised", "a method of one's own"])
def test_kv_caches_and_decoding_methods_of_hfs_are_taken(family: str, how: str) -> None:
    model, inputs, hf = models.model(family), models.alone(family)[0], models.hf_model(family)

    def options() -> dict[str, object]:
        if how == "quantised":  # a cache is used up by one call
            n_layers = model.cfg.n_layers
            return {KV_CACHE: Cache(layers=[_Quantised(residual_length=4) for _ in range(n_layers)])}
        return {
            "hybrid": {"cache_implementation": "hybrid"},
            "static, beams": {"cache_implementation": "static", "num_beams": 3},
            "a method of one's own": {"custom_generate": _greedily},
        }[how]

    expected = hf.generate(**inputs, **options(), **ON)
    assert torch.equal(model.generate(inputs, **options(), **ON), expected)
    assert torch.equal(model.generate(model.encode(inputs), **options(), **ON), expected)
