"""Direct attribution: parts that sum to the model's own logits, each what brute force says it is."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest
import torch
from einops import einsum
from torch import Tensor

from tests import models
from vlm_lens_native import ActivationCache, InputError
from vlm_lens_native.analysis import Word, find_word, logit_attribution
from vlm_lens_native.analysis.logit_attribution import DirectAttribution

EACH = pytest.mark.parametrize("case", models.CASES)
WAYS = pytest.mark.parametrize("by", ["component", "head", "neuron", "source"])
ANSWER, CONTRAST = [5, 9], [17, 33]


@cache
def whole(case: str) -> tuple[Any, dict[str, Tensor], Tensor, ActivationCache]:
    model, inputs = models.case(case)
    return model, inputs, *model.run_with_cache(inputs)


@cache
def split(case: str, by: str) -> DirectAttribution:
    model, inputs = models.case(case)
    return logit_attribution.direct(model, inputs, ANSWER, CONTRAST, by=by, top_k=None)


def direction(case: str) -> Tensor:
    """What the last position's stream is multiplied with, ``[row d_model]``."""
    model, _, _, kept = whole(case)
    norm, weight = model.lm.ln_final, model.hf.get_output_embeddings().weight
    return (weight[ANSWER] - weight[CONTRAST]) * norm.weight / kept["lm.ln_final.hook_scale"][:, -1]


def assert_close(found: Tensor, expected: Tensor) -> None:
    torch.testing.assert_close(found, expected, rtol=1e-5, atol=2e-6)


@EACH
@WAYS
def test_the_parts_sum_to_the_difference_of_logits(case: str, by: str) -> None:
    _, _, logits, _ = whole(case)
    result = split(case, by)
    last = logits[:, -1]
    expected = last[[0, 1], ANSWER] - last[[0, 1], CONTRAST]
    assert_close(result.logit, expected)
    assert (result.total - expected).abs().max() < 1e-5 * last.std()
    assert torch.equal(result.error, result.total - result.logit)
    frame = result.to_dataframe()
    np.testing.assert_allclose(frame.groupby("row")["value"].sum(), expected, rtol=1e-4, atol=1e-5)


@EACH
@WAYS
def test_one_logit_is_split_as_well(case: str, by: str) -> None:
    model, inputs, logits, _ = whole(case)
    result = logit_attribution.direct(model, inputs, 7, by=by)
    assert_close(result.logit, logits[:, -1, 7])
    assert result.error.abs().max() < 1e-5 * logits.std()
    assert result.contrast is None


@EACH
def test_components_heads_and_neurons_by_brute_force(case: str) -> None:
    model, _, _, kept = whole(case)
    towards = direction(case)
    by_component, by_head, by_neuron = (split(case, by) for by in ("component", "head", "neuron"))
    for layer, block in enumerate(model.lm.blocks):
        for kind in ("attn_out", "mlp_out", "deepstack")[: 3 if layer < len(model.cfg.deepstack) else 2]:
            expected = (kept[kind, layer][:, -1] * towards).sum(-1)
            assert_close(by_component[f"{layer}_{kind}"], expected)
        heads = einsum(kept["result", layer][:, -1], towards, "row head d_model, row d_model -> row head")
        assert_close(by_head.heads[:, layer], heads)
        rows = block.mlp.down_proj.weight.T
        neurons = einsum(kept["post", layer][:, -1], rows, towards, "row n, n d_model, row d_model -> row n")
        for neuron in range(0, model.cfg.d_mlp, 9):
            assert_close(by_neuron[f"L{layer}N{neuron}"], neurons[:, neuron])
        assert_close(by_neuron[f"{layer}_other_neurons"], torch.zeros(2))
    biases = sum(block.attn.b_O for block in model.lm.blocks)
    assert_close(by_head["bias"], towards @ biases)
    for result in (by_component, by_head, by_neuron):
        assert_close(result["embed"], (kept["lm.hook_embed"][:, -1] * towards).sum(-1))
        assert torch.equal(result["image_embed"], torch.zeros(2))
        assert torch.equal(result["b_U"], torch.zeros(2))


@EACH
def test_sources_by_brute_force(case: str) -> None:
    model, _, _, kept = whole(case)
    towards, result = direction(case), split(case, "source")
    for layer, block in enumerate(model.lm.blocks):
        values = kept["v", layer].repeat_interleave(model.cfg.n_groups, dim=2)
        expected = einsum(
            kept["pattern", layer][:, :, -1],
            values,
            block.attn.W_O,
            towards,
            "row head pos, row pos head d_head, head d_head d_model, row d_model -> row head pos",
        )
        assert_close(result.sources[:, layer], expected)
        assert_close(result[f"L{layer}H2"], expected[:, 2].sum(-1))
    assert_close(result.heads, split(case, "head").heads)
    padding = models.case(case)[1]["attention_mask"] == 0
    assert result.sources.permute(0, 3, 1, 2)[padding].abs().max() == 0


def test_the_neurons_listed_are_the_largest_and_the_rest_is_summed() -> None:
    model, inputs, _, _ = whole("llava")
    everything, some = (
        split("llava", "neuron"),
        logit_attribution.direct(model, inputs, ANSWER, CONTRAST, by="neuron", top_k=3),
    )
    for layer in range(3):
        values = torch.stack([everything[f"L{layer}N{neuron}"] for neuron in range(96)])
        largest = values.abs().mean(1).topk(3).indices.tolist()
        assert [label for label in some.labels if label.startswith(f"L{layer}N")] == [f"L{layer}N{n}" for n in largest]
        rest = values.sum(0) - values[largest].sum(0)
        assert_close(some[f"{layer}_other_neurons"], rest)


def test_weights_are_widened_a_slice_at_a_time(monkeypatch) -> None:
    model, inputs, _, _ = whole("llava")
    monkeypatch.setattr("vlm_lens_native.analysis.logit_attribution.splitting._SLICE", 7 * model.cfg.d_model)
    sliced = logit_attribution.direct(model, inputs, ANSWER, CONTRAST, by="neuron", top_k=None)
    assert sliced.labels == split("llava", "neuron").labels
    assert_close(sliced.values, split("llava", "neuron").values)


@WAYS
def test_other_positions_and_padding_on_the_right(by: str) -> None:
    model, inputs, logits, _ = whole("qwen3_vl")
    n_pos = logits.shape[1]
    marks = torch.zeros(2, n_pos, dtype=torch.bool)
    marks[0, 9] = marks[1, n_pos - 2] = True
    result = logit_attribution.direct(model, inputs, 5, 7, by=by, positions=marks)
    expected = torch.stack([logits[0, 9, 5] - logits[0, 9, 7], logits[1, -2, 5] - logits[1, -2, 7]])
    assert_close(result.logit, expected)
    assert result.error.abs().max() < 1e-5 * logits.std()
    assert result.positions.tolist() == [9, n_pos - 2]
    right = {key: value.clone() for key, value in inputs.items()}
    right["attention_mask"][:, -3:] = 0
    at_the_end = logit_attribution.direct(model, right, 5, 7, by=by)
    assert at_the_end.positions.tolist() == [n_pos - 4] * 2
    assert at_the_end.error.abs().max() < 1e-5 * logits.std()


@WAYS
def test_an_image_position_can_be_split_too(by: str) -> None:
    model, inputs, logits, _ = whole("qwen3_vl")
    marks = torch.zeros_like(inputs["input_ids"], dtype=torch.bool)
    marks[0, (inputs["input_ids"][0] == 100).nonzero()[1]] = marks[1, -1] = True
    result = logit_attribution.direct(model, inputs, 5, 7, by=by, positions=marks)
    assert result.error.abs().max() < 1e-5 * logits.std()
    for part, there in (("image_embed", [True, False]), ("embed", [False, True]), ("0_deepstack", [True, False])):
        assert (result[part] != 0).tolist() == there


def test_encoded_inputs_active_hooks_and_edits_that_parts_do_not_see() -> None:
    model, inputs, logits, _ = whole("llava")
    encoded = logit_attribution.direct(model, model.encode(inputs), ANSWER, CONTRAST, by="source")
    assert_close(encoded.sources, split("llava", "source").sources)
    double = [("lm.blocks.1.attn.hook_pattern", lambda x, hook: x * 2)]
    with model.hooks(fwd_hooks=double):
        result = logit_attribution.direct(model, inputs, ANSWER, CONTRAST, by="source")
    changed = model.run_with_hooks(inputs, double)[:, -1]
    assert_close(result.logit, changed[[0, 1], ANSWER] - changed[[0, 1], CONTRAST])
    assert result.error.abs().max() < 1e-5 * logits.std()
    with model.hooks(
        fwd_hooks=[("lm.blocks.2.hook_resid_post", lambda x, hook: x * torch.linspace(0, 2, x.shape[-1]))]
    ):
        unseen = logit_attribution.direct(model, inputs, ANSWER, CONTRAST)
    assert unseen.error.abs().min() > 0.01  # the stream was changed behind all parts, and the error says so


def test_an_unembedding_bias_is_a_part() -> None:
    model = models.fresh("llava")
    head = model.hf.get_output_embeddings()
    head.bias = torch.nn.Parameter(torch.randn(128), requires_grad=False)
    result = logit_attribution.direct(model, models.inputs("llava"), ANSWER, CONTRAST)
    assert_close(result["b_U"], head.bias[ANSWER] - head.bias[CONTRAST])
    assert result.error.abs().max() < 1e-5


def test_processed_weights_give_the_same_differences() -> None:
    model, inputs = models.case("qwen2_5_vl")
    processed = model.process_weights(fold_ln=True, center_unembed=True, fold_value_biases=True)
    for by in ("component", "head", "neuron", "source"):
        result = logit_attribution.direct(processed, inputs, ANSWER, CONTRAST, by=by)
        assert_close(result.logit, split("qwen2_5_vl", by).logit)
        assert result.error.abs().max() < 1e-5


# --- with words and pixels, on the toys' tokenizers and processors -------------------------------------------------


def test_a_word_is_its_likeliest_spelling(model, inputs) -> None:
    logits = model(inputs).logits[0, -1]
    result = logit_attribution.direct(model, inputs, "red", "blue")
    for token, word in ((result.answer, "red"), (result.contrast, "blue")):
        spellings = find_word(model.tokenizer, word).token_ids
        assert len(spellings) > 1
        assert int(token) == max(spellings, key=lambda each: logits[each])
        assert result.strings[int(token)].strip() == word
    assert "'" in repr(result)
    own = Word(text="mine", token_ids=(3,))
    assert int(logit_attribution.direct(model, inputs, own).answer) == 3


def test_a_batch_with_padding_is_as_if_run_alone(model, scene) -> None:
    tasks = ["What colour is the square?", "How many circles are there in this image?"]
    batch = model.prepare_messages_batch(tasks, [scene.image] * 2)
    together = logit_attribution.direct(model, batch, ["red", "two"], by="source")
    for row, (task, answer) in enumerate(zip(tasks, ["red", "two"], strict=True)):
        alone = logit_attribution.direct(model, model.prepare_messages(task, scene.image), answer, by="source")
        torch.testing.assert_close(together.logit[row], alone.logit[0], rtol=1e-4, atol=1e-4)
        n_pos = alone.sources.shape[-1]
        torch.testing.assert_close(together.sources[row, ..., -n_pos:], alone.sources[0], rtol=1e-3, atol=1e-4)
        painted = together.heatmap(row=row)
        np.testing.assert_allclose(painted, alone.heatmap(), rtol=1e-3, atol=1e-4)


def test_a_heatmap_paints_what_each_token_gave(model, inputs, scene) -> None:
    result = logit_attribution.direct(model, inputs, "red", by="source")
    layout = model.token_layout(inputs)
    painted, of_head = result.heatmap(), result.heatmap(2, 1)
    token = int(layout.positions(box=scene.objects[0].box)[0])  # tiles come before the global view
    x1, y1, x2, y2 = layout.table.box[0, token]
    middle = int((y1 + y2) / 2), int((x1 + x2) / 2)
    assert painted.shape == (112, 112)
    assert painted[middle] == pytest.approx(float(result.sources[0, ..., token].sum()), rel=1e-4, abs=1e-6)
    assert of_head[middle] == pytest.approx(float(result.sources[0, 2, 1, token]), rel=1e-5, abs=1e-7)


def test_tables_figures_and_files(model, inputs, scene, tmp_path) -> None:
    for by in ("component", "head", "neuron", "source"):
        result = logit_attribution.direct(model, inputs, "red", "blue", by=by)
        result.save(tmp_path / by)
        loaded = DirectAttribution.load(tmp_path / by)
        assert loaded.to_dataframe().equals(result.to_dataframe())
        assert np.array_equal(loaded.layout.table.kind, result.layout.table.kind)
        top = result.top(5)
        assert top["value"].abs().is_monotonic_decreasing
        assert top["value"].abs().max() == result.to_dataframe()["value"].abs().max()
        assert result.plot().axes
    assert result.plot(scene.image, layer=3).axes
    frame = result.to_dataframe().set_index("part")
    assert frame.loc["3_mlp_out", ["kind", "layer", "number", "position"]].tolist() == ["mlp_out", 3, -1, -1]
    lines = frame.loc["L2H1"]
    assert lines["kind"].eq("head").all()
    assert lines["layer"].eq(2).all()
    assert lines["number"].eq(1).all()
    np.testing.assert_allclose(lines["value"], result.sources[0, 2, 1], rtol=1e-6)
    assert lines["position"].tolist() == list(range(result.sources.shape[-1]))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"answer": "zebra crossing"}, "No single token spells"),
        ({"answer": 10_000}, "There is no token 10000"),
        ({"answer": ["red", "blue"]}, "2 answers for 1 rows"),
        ({"positions": [1, 2]}, r"\[2\] positions"),
        ({"positions": 1000}, "outside"),
        ({"positions": torch.ones(3, dtype=torch.bool)}, "made on inputs of"),
        ({"top_k": -1}, "top_k"),
    ],
    ids=["no word", "no token", "answers", "two positions", "no position", "other inputs", "top_k"],
)
def test_what_does_not_exist_is_an_error(model, inputs, arguments, message) -> None:
    with pytest.raises(InputError, match=message):
        logit_attribution.direct(model, inputs, **{"answer": "red", **arguments})


@pytest.mark.parametrize("by", ["component", "head", "neuron"])
def test_prefilled_inputs_are_split_alike(by) -> None:
    model, inputs, _, _ = whole("smolvlm")
    n_pos = inputs["input_ids"].shape[1]
    rest = model.prefill(inputs, n_pos - 3)
    for positions in (None, n_pos - 2):
        found, expected = (
            logit_attribution.direct(model, each, 5, by=by, positions=positions) for each in (rest, inputs)
        )
        assert torch.equal(found.positions, expected.positions)
        assert_close(found.logit, expected.logit)
        assert_close(found.total, expected.total)
    with pytest.raises(InputError, match="prefilled"):
        logit_attribution.direct(model, rest, 5, by=by, positions=n_pos - 4)


def test_what_a_result_does_not_have_is_an_error() -> None:
    model, inputs, _, _ = whole("smolvlm")
    result = split("smolvlm", "component")
    for call, message in [
        (lambda: result["L0H0"], "no part 'L0H0'"),
        (lambda: result.heads, "by component"),
        (lambda: result.heatmap(), 'by="source"'),
        (lambda: split("smolvlm", "source")["L0H9"], "no part"),
        (lambda: split("smolvlm", "source").heatmap(layer=7), "no layer 7"),
        (lambda: split("smolvlm", "source").heatmap(), "no token layout"),
        (lambda: logit_attribution.direct(model, inputs, 5, positions=0), "padding"),
        (lambda: logit_attribution.direct(model, model.prefill(inputs, 4), 5, by="source"), "prefilled"),
    ]:
        with pytest.raises(InputError, match=message):
            call()
