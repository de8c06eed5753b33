"""Where activations stand in their sequences, and which of their positions are tokens."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import Tensor

from tests import models
from vlm_lens_native.cache import ActivationCache
from vlm_lens_native.span import Span

NAME = "lm.blocks.1.hook_resid_pre"
HOLED = torch.tensor([[0, 0, 1, 1, 1, 1], [1, 1, 1, 1, 0, 0], [1, 0, 1, 1, 0, 1]])


def spans(model: Any, inputs: Any, **kwargs: Any) -> list[Span]:
    seen: list[Span] = []
    model.run_with_hooks(inputs, [(NAME, lambda x, hook: seen.append(hook.span))], **kwargs)
    return seen


@pytest.fixture
def given() -> dict[str, Tensor]:
    ids = torch.randint(10, 40, HOLED.shape, generator=torch.Generator().manual_seed(0))
    return {"input_ids": ids, "attention_mask": HOLED}


def four_d(mask: Tensor) -> Tensor:
    n = mask.shape[1]
    return (torch.ones(n, n, dtype=torch.bool).tril() & mask.bool()[:, None, :])[:, None] & mask.bool()[
        :, None, :, None
    ]


@pytest.mark.parametrize("how", ["2-D", "4-D boolean", "4-D floats"])
def test_it_knows_padding_on_either_side_and_between(how: str, given) -> None:
    model = models.model("llava", "sdpa")
    if how != "2-D":
        mask = four_d(HOLED)
        floats = torch.zeros(mask.shape).masked_fill(~mask, torch.finfo(torch.float32).min)
        given["attention_mask"] = mask if how == "4-D boolean" else floats
    (span,) = spans(model, given)
    assert torch.equal(span.tokens, HOLED.bool())
    assert (span.first, span.length, span.end, span.n_rows) == (0, 6, 6, 3)


def test_it_knows_none_where_there_is_no_padding(given) -> None:
    model = models.model("llava", "sdpa")
    assert spans(model, {"input_ids": given["input_ids"]})[0].tokens is None
    assert spans(model, {**given, "attention_mask": torch.ones_like(HOLED)})[0].tokens is None
    assert model.hook_dict[NAME].span is None  # no pass is under way


def test_encoded_and_prefilled_inputs_keep_it(given) -> None:
    model = models.model("llava", "sdpa")
    encoded = model.encode(given)
    assert torch.equal(spans(model, encoded)[0].tokens, HOLED.bool())
    (rest,) = spans(model, model.prefill(encoded, 4))
    assert torch.equal(rest.tokens, HOLED[:, 4:].bool())
    assert (rest.first, rest.length, rest.end, rest.n_past) == (4, 2, 6, 4)


@pytest.mark.parametrize("kv_cache", [None, "static"])
def test_steps_of_generation_know_the_prompts_padding(kv_cache: str | None, given) -> None:
    model = models.model("llava", "sdpa")
    given = {name: value[:1] for name, value in given.items()}
    seen: list[Span] = []
    how = {} if kv_cache is None else {"cache_implementation": kv_cache}
    with model.hooks([(NAME, lambda x, hook: seen.append(hook.span))]):
        model.generate(given, max_new_tokens=3, min_new_tokens=3, do_sample=False, num_beams=1, **how)
    assert [(span.first, span.length, span.n_prompt) for span in seen] == [(0, 6, 6), (6, 1, 6), (7, 1, 6)]
    assert torch.equal(seen[0].tokens, HOLED[:1].bool())
    assert seen[1].padding.tokens.tolist() == [[False, False, True, True, True, True, True]]
    assert seen[1].tokens.tolist() == [[True]]


def test_gradient_hooks_know_it_after_the_pass(given) -> None:
    model, seen = models.model("llava", "sdpa"), []
    with model.hooks(bwd_hooks=[(NAME, lambda gradient, hook: seen.append(hook.span.tokens))]):
        logits = model(given).logits
    logits[0, -1].max().backward()
    assert torch.equal(seen[0], HOLED.bool())


@pytest.mark.parametrize("kind", ["encoded", "prefilled"])
def test_writing_into_what_was_kept_leaves_the_inputs_alone(kind: str) -> None:
    model = models.model("qwen3_vl", "sdpa")
    given = model.encode(models.inputs("qwen3_vl"))
    given = model.prefill(given, 3) if kind == "prefilled" else given
    before = model(given).logits
    names = model.hook_names(["lm.hook_embed", "lm.blocks.0.*", "lm.blocks.1.hook_resid_pre"])
    shown: list[Tensor] = []
    with model.observing(names, lambda x, hook: shown.append(x)):
        _, cache = model.run_with_cache(given, names)
    states = model(given, output_hidden_states=True).hidden_states
    for value in (*cache.values(), *shown, states[0], cache.steps[0].visual):
        value.zero_()
    assert torch.equal(model(given).logits, before)
    model.run_with_cache(given, stop_at_layer=0)[0].zero_()
    assert torch.equal(model(given).logits, before)


def test_stacks_are_in_the_models_order_whatever_came_first() -> None:
    model, given = models.model("llava", "sdpa"), models.inputs("llava")
    _, cache = model.run_with_cache(
        given, "lm.*.hook_resid_post", incl_bwd=True, return_type="loss", labels=given["input_ids"]
    )
    expected = torch.stack([cache[f"lm.blocks.{n}.hook_resid_post_grad"] for n in range(model.cfg.n_layers)])
    assert torch.equal(cache.stack("lm.*.hook_resid_post_grad"), expected)
    backwards = ActivationCache([dict(reversed(list(cache.items())))])
    for pattern in ("lm.*.hook_resid_post", "resid_post", "lm.*.hook_resid_post_grad"):
        assert torch.equal(backwards.stack(pattern), cache.stack(pattern))


@pytest.mark.parametrize("kernel", ["sdpa", "eager"])
def test_attention_drops_out_while_training_as_in_hf(kernel: str, monkeypatch) -> None:
    model, hf, given = models.model("llava", kernel), models.hf_model("llava", kernel), models.inputs("llava")
    plain = model(given).logits
    monkeypatch.setattr(model.lm.hf_config, "attention_dropout", 0.5)
    for layer in hf.model.language_model.layers:
        monkeypatch.setattr(layer.self_attn, "attention_dropout", 0.5)
    assert torch.equal(model(given).logits, plain)
    try:
        results = []
        for trained in (model.train(), hf.train()):
            torch.manual_seed(0)
            results.append(trained(**given).logits)
        with model.caching("lm.blocks.0.attn.hook_pattern") as cache:
            model(given)
    finally:
        model.eval()
        hf.eval()
    assert torch.equal(*results)
    assert not torch.equal(results[0], plain)
    pattern = cache["pattern", 0]
    seen = pattern[:, :, torch.ones(pattern.shape[2:], dtype=torch.bool).tril()]
    assert 0.3 < (seen == 0).float().mean() < 0.8
