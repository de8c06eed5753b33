"""Which features account for an answer: sums that are the logit, and gradients that finite differences agree with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import torch
from torch import Tensor

from tests import models
from tests.unit.test_splicing import Plain, Wide
from vlm_lens_native import HookedVLMTransformer, InputError, dictionaries
from vlm_lens_native.analysis import logit_attribution
from vlm_lens_native.analysis.encoded_images import find_patches
from vlm_lens_native.components import norm
from vlm_lens_native.interventions import AblateFeatures, ClampFeatures, SteerFeatures

LAST = "lm.blocks.2.hook_resid_post"
ANSWER, OTHER = 7, 11


@pytest.fixture(scope="module")
def precise() -> Iterator[HookedVLMTransformer]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(norm, "torch", Wide())
        yield HookedVLMTransformer.from_hf(models.hf_model("llava").double())


@pytest.fixture(scope="module")
def inputs() -> dict[str, Tensor]:
    batch = models.inputs("llava")
    return batch | {"pixel_values": batch["pixel_values"].double()}


@pytest.fixture(scope="module")
def sae(precise: HookedVLMTransformer) -> Plain:
    return Plain("blocks.0.hook_resid_post", d_in=precise.cfg.d_model).double()


@pytest.fixture(scope="module")
def transcoder(precise: HookedVLMTransformer) -> Plain:
    return Plain("blocks.0.mlp.hook_in", "blocks.0.hook_mlp_out", d_in=precise.cfg.d_model).double()


def lead(logits: Tensor) -> Tensor:
    """Of the answer over the other one, after each row's last token: rows are padded on the left."""
    return logits[:, -1, ANSWER] - logits[:, -1, OTHER]


def test_directly_features_add_up_to_what_their_hook_point_adds():
    model, inputs = models.model("llava"), models.inputs("llava")
    width = model.cfg.d_model
    whole = logit_attribution.direct(model, inputs, ANSWER, OTHER)
    it = Plain("blocks.0.mlp.hook_in", "blocks.0.hook_mlp_out", d_in=width)
    found = dictionaries.attribute(model, inputs, it, ANSWER, OTHER)
    torch.testing.assert_close(
        found.by_feature.sum(1) + found.parts["b_dec"] + found.parts["error"], whole["0_mlp_out"], atol=1e-5, rtol=1e-5
    )
    torch.testing.assert_close(found.total, whole.logit, atol=1e-5, rtol=1e-5)
    # behind the last block nothing but biases is left, so that features, b_dec and error are the logit
    found = dictionaries.attribute(model, inputs, Plain(LAST, d_in=width), ANSWER, OTHER)
    torch.testing.assert_close(found.total - found.parts["rest"], whole.logit - whole["b_U"], atol=1e-5, rtol=1e-5)
    best = found.to_dataframe().iloc[0]
    acts = model.run_with_cache_with_saes(inputs, Plain(LAST, d_in=width), f"{LAST}.hook_sae_acts_post")[1]
    assert best["activation"] == pytest.approx(
        float(acts[f"{LAST}.hook_sae_acts_post"][0, -1, int(best["feature"])]), abs=1e-6
    )
    with pytest.raises(InputError, match="gradient"):
        dictionaries.attribute(model, inputs, Plain("blocks.0.mlp.hook_in", d_in=width), ANSWER)


@pytest.mark.parametrize("kind", ["sae", "transcoder"])
def test_gradients_are_finite_differences(
    precise: HookedVLMTransformer, inputs: Any, kind: str, request: pytest.FixtureRequest
):
    it = request.getfixturevalue(kind)
    found = dictionaries.attribute(precise, inputs, it, ANSWER, OTHER, method="gradient")
    lines = found.to_dataframe(by="position")
    assert set(zip(lines["row"], lines["position"], strict=True)) <= set(
        map(tuple, inputs["attention_mask"].nonzero().tolist())
    )
    for entry in lines.loc[lines["value"].abs().nlargest(3).index].itertuples():
        where = {"positions": [entry.position], "rows": entry.row}

        def at(step: float, feature: int = entry.feature, row: int = entry.row, where: Any = where) -> float:
            return float(
                lead(precise.run_with_hooks(inputs, SteerFeatures(it, feature, step, **where).hooks(precise)))[row]
            )

        slope = (at(1e-4) - at(-1e-4)) / 2e-4
        assert entry.value == pytest.approx(entry.activation * slope, abs=1e-6)
        assert abs(entry.value) > 1e-3
        # where the logit is as good as linear in it, that is what its ablation does
        ablated = lead(precise.run_with_hooks(inputs, AblateFeatures(it, entry.feature, **where).hooks(precise)))
        small = SteerFeatures(it, entry.feature, -entry.activation, **where)
        torch.testing.assert_close(ablated, lead(precise.run_with_hooks(inputs, small.hooks(precise))))
    assert found.logit.tolist() == pytest.approx(lead(precise(inputs).logits).tolist(), abs=1e-4)


def test_in_front_of_the_decoder_features_of_patches_stand_at_their_tokens(precise: HookedVLMTransformer, inputs: Any):
    place = "vision.blocks.0.hook_resid_post"
    width = precise.run_with_cache(inputs, place)[1][place].shape[-1]
    it = Plain(place, d_in=width).double().requires_grad_(False)
    found = dictionaries.attribute(precise, inputs, it, ANSWER, OTHER, method="gradient")
    layout, lines = precise.token_layout(inputs), found.to_dataframe(by="position")
    patches = find_patches(precise, layout, 3, 5)
    assert {*patches.position[:, 0].tolist()} == {-1}  # CLIP's class token
    for wanted in (lines["position"] >= 0, lines["position"] < 0):
        row, position, feature, activation, value = lines.loc[lines[wanted]["value"].abs().idxmax()]
        row, position, feature = int(row), int(position), int(feature)
        here = (patches.batch == row) & (patches.position == position)

        def at(step: float, here: Tensor = here, feature: int = feature, row: int = row) -> Tensor:
            direction = step * it.W_dec[feature]
            hook: Any = lambda x, hook: x + here[..., None] * direction  # noqa: E731
            return lead(precise.run_with_hooks(inputs, [(place, hook)]))[row]

        assert abs(value) > 1e-6
        if position >= 0:
            assert value == pytest.approx(activation * float(at(1e-4) - at(-1e-4)) / 2e-4, abs=1e-7, rel=1e-4)
    assert np.isfinite(found.heatmap()).any()
    whole = dictionaries.attribute(precise, inputs, it, ANSWER, OTHER, method="integrated", steps=64)
    without = lead(precise.run_with_hooks(inputs, AblateFeatures(it, range(24)).hooks(precise)))
    torch.testing.assert_close(whole.parts["without features"], without)
    torch.testing.assert_close(whole.by_feature.sum(1), lead(precise(inputs).logits) - without, rtol=1e-2, atol=1e-3)
    with pytest.raises(InputError, match="no direct effect"):
        dictionaries.attribute(precise, inputs, it, ANSWER)
    with pytest.raises(InputError, match="encoded already"):
        dictionaries.attribute(precise, precise.encode(inputs), it, ANSWER, method="gradient")


def test_integrated_gradients_add_up_to_what_all_features_do(precise: HookedVLMTransformer, inputs: Any, sae: Plain):
    found = dictionaries.attribute(precise, inputs, sae, ANSWER, OTHER, method="integrated", steps=64)
    plain = lead(precise(inputs).logits)
    without = lead(precise.run_with_hooks(inputs, AblateFeatures(sae, range(24)).hooks(precise)))
    torch.testing.assert_close(found.parts["without features"], without)
    torch.testing.assert_close(found.by_feature.sum(1), plain - without, rtol=1e-2, atol=1e-3)
    images = precise.token_layout(inputs).images
    of_heads = Plain("blocks.0.attn.hook_z", d_in=precise.cfg.d_head).double()
    by_head = dictionaries.attribute(precise, inputs, of_heads, ANSWER, method="gradient")
    assert by_head.n_features == 24 * precise.cfg.n_heads
    only = dictionaries.attribute(precise, inputs, sae, ANSWER, method="gradient", positions=images)
    assert images.mask[only.row, only.position].all()


def test_too_few_steps_are_warned_of(precise: HookedVLMTransformer, inputs: Any, sae: Plain):
    with pytest.warns(UserWarning, match="1 steps are too few"):
        dictionaries.attribute(precise, inputs, sae, ANSWER, OTHER, method="integrated", steps=1, tolerance=1e-6)


@pytest.mark.parametrize("method", ["direct", "gradient"])
def test_of_prefilled_inputs_features_stand_at_their_positions(
    precise: HookedVLMTransformer, inputs: Any, sae: Plain, method: Any
):
    start = inputs["input_ids"].shape[1] - 3
    whole = dictionaries.attribute(precise, inputs, sae, ANSWER, OTHER, method=method).to_dataframe(by="position")
    rest = dictionaries.attribute(precise, precise.prefill(inputs, start), sae, ANSWER, OTHER, method=method)
    expected = whole[whole["position"] >= start].reset_index(drop=True)
    assert len(expected) > 5
    pd.testing.assert_frame_equal(rest.to_dataframe(by="position"), expected)


def test_edits_of_features_are_those_of_a_dictionary_that_is_spliced_in(
    precise: HookedVLMTransformer, inputs: Any, sae: Plain, transcoder: Plain
):
    def ablate(acts: Tensor, hook: Any) -> None:
        acts[..., [3, 5]] = 0

    def clamp(acts: Tensor, hook: Any) -> None:
        acts[..., [3, 5]] = torch.tensor([1.0, -2.0], dtype=acts.dtype)

    def steer(acts: Tensor, hook: Any) -> None:
        acts[..., [3, 5]] += 2.0

    made = [
        (AblateFeatures, {}, ablate),
        (ClampFeatures, {"value": torch.tensor([1.0, -2.0])}, clamp),
        (SteerFeatures, {"amount": 2.0}, steer),
    ]
    plain = precise(inputs).logits
    where = precise.token_layout(inputs).images
    for it in (sae, transcoder):
        acts = f"lm.{it.cfg.metadata.hook_name_out or it.cfg.metadata.hook_name}.hook_sae_acts_post"
        for positions in (None, where):
            for edit, options, by_hand in made:
                hooks = edit(it, [3, 5], positions=positions, **options).hooks(precise)
                logits = precise.run_with_hooks(inputs, hooks)
                expected = precise.run_with_hooks_with_saes(
                    inputs, it, [(acts, by_hand)], positions=positions, use_error_term=True
                )
                torch.testing.assert_close(logits, expected, rtol=1e-12, atol=1e-12)
                assert not torch.equal(logits, plain)
                assert not logits.requires_grad
    with pytest.raises(InputError, match="feature 24"):
        precise.run_with_hooks(inputs, AblateFeatures(sae, 24).hooks(precise))


def test_steering_goes_on_under_generate(precise: HookedVLMTransformer, inputs: Any, transcoder: Plain):
    one = models.alone("llava")[0]
    one = one | {"pixel_values": one["pixel_values"].double()}
    steer = SteerFeatures(transcoder, range(24), 30.0)
    with precise.hooks(steer.hooks(precise)):
        steered = precise.generate(one, max_new_tokens=4, do_sample=False)
    assert not torch.equal(steered, precise.generate(one, max_new_tokens=4, do_sample=False))
    added = 30.0 * transcoder.W_dec.sum(0).detach()
    with precise.hooks([("lm.blocks.0.hook_mlp_out", lambda x, hook: x + added)]):
        assert torch.equal(precise.generate(one, max_new_tokens=4, do_sample=False), steered)


def test_a_transcoder_that_skips_does_so_where_it_takes_the_activations_place():
    model, inputs = models.model("llava"), models.inputs("llava")
    it: Any = Plain("blocks.0.mlp.hook_in", "blocks.0.hook_mlp_out", d_in=model.cfg.d_model)
    it.W_skip = torch.nn.Parameter(torch.randn(model.cfg.d_model, model.cfg.d_model) / 8)
    cache = model.run_with_cache_with_saes(inputs, it, ["lm.blocks.0.mlp.hook_in", "lm.blocks.0.hook_mlp_out"])[1]
    x, y = (cache[name][inputs["attention_mask"].bool()] for name in cache)
    torch.testing.assert_close(y, it.decode(it.encode(x)) + x @ it.W_skip.T)


def test_results_are_shown_and_kept(precise: HookedVLMTransformer, inputs: Any, sae: Plain, tmp_path: Path):
    found = dictionaries.attribute(precise, inputs, sae, ANSWER, method="gradient")
    assert "24 features" in repr(found)
    each = found.to_dataframe(by="position")
    lines = found.to_dataframe().set_index(["row", "feature"]).sort_index()
    assert lines["n"].max() > 1
    assert lines["activation"].equals(each.groupby(["row", "feature"])["activation"].max())
    feature = int(each[each["row"] == 1]["feature"].mode()[0])
    here = each[(each["row"] == 1) & (each["feature"] == feature)]
    by_position = torch.zeros(inputs["input_ids"].shape[1], dtype=torch.float64)
    by_position[here["position"].to_numpy(copy=True)] = torch.tensor(here["value"].tolist(), dtype=torch.float64)
    expected = precise.token_layout(inputs).heatmap(by_position, batch=1)
    np.testing.assert_allclose(found.heatmap(feature, row=1), expected, atol=1e-12)
    assert np.abs(expected[np.isfinite(expected)]).max() > 0
    found.save(tmp_path / "found")
    again = dictionaries.FeatureAttribution.load(tmp_path / "found")
    assert again.to_dataframe().equals(found.to_dataframe())
    assert found.plot(n=5).axes
