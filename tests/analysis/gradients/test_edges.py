"""Edge attribution is the derivative of patching single edges, and edges add up to nodes."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from tests import models
from tests.analysis.gradients.conftest import STEP, metric
from tests.analysis.gradients.edge_patching import EdgePatching
from vlm_lens_native import InputError
from vlm_lens_native.analysis import logit_difference
from vlm_lens_native.analysis.gradients import EdgeAttribution, attribution_patching, edge_attribution
from vlm_lens_native.analysis.gradients.passes import gradients


def all_edges(found):
    lines = found.to_dataframe()
    return list(zip(lines["sender"], lines["receiver"], strict=True))


def test_it_is_the_derivative_of_patching_single_edges(case):
    found = edge_attribution(case.model, case.source, case.target, metric=metric)
    patching = EdgePatching(case.model, case.source, case.target, metric)
    edges = all_edges(found)
    edges = edges[:: -(-len(edges) // 40)] + [edge for edge in edges if edge[1] == "logits"][:4]
    up, down = (patching.effects(edges, share=share) for share in (STEP, -STEP))
    expected = (up - down) / (2 * STEP) / 2  # scores are means over the two rows
    scores = torch.tensor([found[edge] for edge in edges])
    torch.testing.assert_close(scores, expected, rtol=0.02, atol=0.003 * float(scores.abs().max()) + 1e-4)
    assert {receiver[-2:] for _, receiver in edges} >= {".q", ".k", ".v", "in", "ts"}


def test_the_edges_of_a_sender_add_up_to_attribution_patching_of_it(case):
    cfg = case.model.cfg
    found = edge_attribution(case.model, case.source, case.target, metric=metric, groups=["image", "text"])
    names = [
        "lm.hook_embed",
        "lm.*.hook_result",
        "lm.*.hook_mlp_out",
        *["lm.*.hook_deepstack"] * (len(cfg.deepstack) > 0),
    ]
    nodes = attribution_patching(
        case.model, case.source, case.target, metric=metric, names=names, groups=["image", "text"]
    )
    sums = dict(zip(found.senders, found.scores.sum(-1).T, strict=True))  # [group]
    for layer in range(cfg.n_layers):
        for head in range(cfg.n_heads):
            own = nodes[f"lm.blocks.{layer}.attn.hook_result"][..., head].mean(0)
            torch.testing.assert_close(sums[f"L{layer}H{head}"], own, rtol=1e-3, atol=1e-4)
        for kind in ("mlp_out", "deepstack"):
            if kind == "mlp_out" or layer < len(cfg.deepstack):
                own = nodes[f"lm.blocks.{layer}.hook_{kind}"].mean(0)
                torch.testing.assert_close(sums[f"{layer}_{kind}"], own, rtol=1e-3, atol=1e-4)
    embeds = nodes["lm.hook_embed"].mean(0)
    torch.testing.assert_close(sums["image_embed"], embeds * torch.tensor([1.0, 0.0]), rtol=1e-3, atol=1e-4)
    torch.testing.assert_close(sums["embed"], embeds * torch.tensor([0.0, 1.0]), rtol=1e-3, atol=1e-4)
    assert len(sums) == 2 + cfg.n_layers * (cfg.n_heads + 1) + len(cfg.deepstack)
    assert all(value.abs().max() > 1e-5 for name, value in sums.items() if name != "embed")


def test_the_means_of_eap_ig_are_over_inputs_between_the_two(case):
    """Into the logits, a score is what was sent times the stream's mean gradient, computed here by hand."""
    model, last = case.model, f"lm.blocks.{case.model.cfg.n_layers - 1}.hook_resid_post"
    inputs = model.hook_names(lambda name: name.endswith(("lm.hook_embed", "hook_deepstack")))
    found = edge_attribution(model, case.source, case.target, metric=metric, steps=2)
    patching = EdgePatching(model, case.source, case.target, metric)
    means = []
    for share in (0.25, 0.75):
        taken = []

        def move(activation, hook, share=share):
            return torch.lerp(patching.ours[hook.name], patching.theirs[hook.name], share)

        with gradients(model):
            logits = model.run_with_hooks(
                patching.target, [(inputs, move)], [(last, lambda gradient, hook, taken=taken: taken.append(gradient))]
            )
            sum(metric(row) for row in logits[:, -1]).backward()
        means.append(taken[0] / 2)
    for sender in found.senders:
        expected = (patching.sent(sender) * sum(means)).sum() / 2
        assert found[sender, "logits"] == pytest.approx(float(expected), rel=1e-3, abs=1e-5)
    assert found.steps == 2


@pytest.mark.parametrize("name", ["toy-smolvlm"])
def test_rows_of_a_padded_batch_are_as_if_alone(model, batch, alone):
    together = edge_attribution(model, batch[1], batch[0], metric=metric)
    single = [edge_attribution(model, source, target, metric=metric) for target, source in alone]
    mean = (single[0].scores + single[1].scores) / 2
    torch.testing.assert_close(together.scores, mean, rtol=1e-3, atol=1e-5)


@pytest.mark.parametrize("name", ["toy-qwen3_vl"])
def test_results_can_be_read_and_kept(model, inputs, source, tmp_path: Path):
    found = edge_attribution(model, source, inputs, metric=metric)
    lines = found.to_dataframe()
    expected, before = 0, 2  # senders before a block; 4 heads with 2 key/value heads; deepstack after 2 blocks
    for layer in range(6):
        expected += before * (4 + 2 + 2) + (before + 4)
        before += 4 + 1 + (layer < 2)
    assert len(lines) == expected + before
    assert found.scores[:, ~found.exists].abs().max() == 0
    best = found.top(1)
    assert found[best["sender"].item(), best["receiver"].item()] == best["score"].item()
    assert abs(best["score"].item()) == float(found.scores.abs().max())
    for edge, message in {
        ("L5H0", "0_mlp_in"): "no edge",
        ("0_deepstack", "0_mlp_in"): "no edge",
        ("L0H0", "L0H0.q"): "no edge",
        ("L0H9", "logits"): "no 'L0H9'",
        ("L0H0", "L9H0.q"): "no 'L9H0.q'",
    }.items():
        with pytest.raises(InputError, match=message):
            found[edge]
    assert found.plot().axes
    with pytest.raises(InputError, match="no group"):
        found.plot(group="image")
    assert best["sender"].item() in found._repr_html_()
    found.save(tmp_path / "edges.safetensors")
    again = EdgeAttribution.load(tmp_path / "edges.safetensors")
    assert torch.equal(again.scores, found.scores)
    assert again.receivers == found.receivers


def test_edges_are_scored_within_inference_mode():
    model, target = models.model("qwen3_vl"), models.inputs("qwen3_vl")
    source = {**target, "pixel_values": -target["pixel_values"]}
    outside = edge_attribution(model, source, target, metric=logit_difference(7, 11))
    with torch.inference_mode():
        inside = edge_attribution(model, source, target, metric=logit_difference(7, 11))
    assert torch.equal(inside.scores, outside.scores)
