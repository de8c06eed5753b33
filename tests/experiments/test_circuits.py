"""Circuits: identities at the ends, single edges against patching, planted circuits, pruning."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from tests.analysis.conftest import QUESTION, load
from tests.analysis.gradients.conftest import metric
from tests.analysis.gradients.edge_patching import EdgePatching
from tests.analysis.patching.conftest import case  # noqa: F401  # a fixture
from tests.experiments.conftest import picture
from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native.analysis.gradients import Circuit, edge_attribution, word_logit
from vlm_lens_native.analysis.gradients.passes import last_logits
from vlm_lens_native.experiments import Examples, circuit_edges, circuits
from vlm_lens_native.experiments.circuit_runs import CircuitRuns
from vlm_lens_native.toys.models import build_toy
from vlm_lens_native.toys.scenes import Scene


def values(model, inputs):
    with torch.no_grad():
        logits = last_logits(model, inputs, model.token_layout(inputs))
    return torch.stack([metric(row) for row in logits])


def test_no_edge_is_the_source_and_all_edges_are_the_target_bit_for_bit(case):  # noqa: F811
    edges = edge_attribution(case.model, case.source, case.target, metric=metric)
    circuit = edges.circuit(top=12)
    n_edges = int(edges.exists.sum())
    found = circuits.faithfulness(case.model, circuit, case.source, case.target, metric, sizes=[0, 20, n_edges])
    assert torch.equal(found.values[1], values(case.model, case.source))
    assert torch.equal(found.values[3], values(case.model, case.target))
    assert found.faithfulness[1] == 0
    assert found.faithfulness[3] == 1
    assert found.completeness[1] == 1
    assert found.completeness[3] == 0
    assert found.sizes.tolist() == [len(circuit), 0, 20, n_edges]
    assert 0 < found.n_kept[2] <= 20


def test_a_single_missing_edge_is_that_edge_patched(case):  # noqa: F811
    edges = edge_attribution(case.model, case.source, case.target, metric=metric)
    whole = edges.circuit(threshold=0.0)
    some = [*whole.edges[:3], *whole.edges[7::40]][:12]
    patching = EdgePatching(case.model, case.source, case.target, metric)
    expected = patching.effects(some)
    runs = CircuitRuns(case.model, whole, case.source, case.target, metric, outside="source")
    clean = values(case.model, case.target).sum()
    effects = torch.stack([runs.value(whole.only([edge]).complement()).sum() - clean for edge in some])
    torch.testing.assert_close(effects, expected, rtol=0.01, atol=2e-3)


def test_both_ways_to_a_receivers_stream_agree(case):  # noqa: F811
    """A receiver with most of its edges takes the missing ones off its stream; one with few adds them to the other."""
    edges = edge_attribution(case.model, case.source, case.target, metric=metric)
    whole = edges.circuit(threshold=0.0)
    runs = CircuitRuns(case.model, whole, case.source, case.target, metric, outside="source")
    before = [edge for edge in whole.edges if edge[1] == "logits"]
    for share in (0.4, 0.6):
        dropped = before[: int(share * len(before))]
        kept = whole.only([edge for edge in whole.edges if edge not in dropped])
        moved = sum(patching_sent(runs, sender) for sender, _ in dropped)
        last = f"lm.blocks.{case.model.cfg.n_layers - 1}.hook_resid_post"
        with case.model.hooks([(last, lambda stream, hook, moved=moved: stream + moved)]):
            expected = values(case.model, case.target)
        torch.testing.assert_close(runs.value(kept), expected, rtol=1e-3, atol=1e-3)


def patching_sent(runs, sender):
    """What a sender writes in the source's run less what it writes in the target's."""
    nothing = torch.zeros(0, 0, dtype=torch.bool)
    own = runs._run(runs._target, nothing, nothing)[1]
    nth, like = [runs._senders.index(sender)], own["lm.hook_embed"]
    return runs._written(runs._outside, nth, like=like) - runs._written(own, nth, like=like)


@pytest.fixture
def pair():
    model = load("toy-llava")[0]
    scene = Scene.containing([("circle", "red"), ("square", "blue")], seed=3, grid=8)
    other = scene.recoloured(0, "yellow").recoloured(1, "green")
    return model, model.prepare_messages(QUESTION, other.image), model.prepare_messages(QUESTION, scene.image)


@pytest.mark.parametrize("outside", ["mean", "zero"])
def test_the_ends_hold_with_means_and_zeros_outside(pair, outside):
    model, source, target = pair
    whole = edge_attribution(model, source, target, metric=metric).circuit(threshold=0.0)
    found = circuits.faithfulness(model, whole, source, target, metric, sizes=[0, len(whole)], outside=outside)
    assert torch.equal(found.values[2], values(model, target))
    assert found.faithfulness.tolist() == [1, 0, 1]
    if outside == "mean":  # over one row: the source itself
        torch.testing.assert_close(found.source_value, values(model, source), rtol=1e-3, atol=1e-3)
    else:
        stream = torch.zeros(1, 1, model.cfg.d_model)
        logits = model.unembed(model.lm.ln_final(stream))[:, 0].float()
        torch.testing.assert_close(
            found.source_value, torch.stack([metric(row) for row in logits]), atol=1e-3, rtol=1e-3
        )


@pytest.fixture(scope="module")
def planted():
    """Only two heads write: whatever the metric gets comes over edges between them, the embeddings and the logits."""
    hf, processor = build_toy("toy-llava", seed=0)
    generator = torch.Generator().manual_seed(0)
    with torch.no_grad():
        for weight in hf.parameters():
            weight.copy_(0.12 * torch.randn(weight.shape, generator=generator) + (weight if weight.ndim == 1 else 0))
    model = HookedVLMTransformer.from_hf(hf.eval(), processor)
    writing = {(1, 2), (3, 1)}
    with torch.no_grad():
        for layer, block in enumerate(model.lm.blocks):
            block.mlp.down_proj.weight.zero_()
            for head in range(model.cfg.n_heads):
                if (layer, head) not in writing:
                    block.attn.W_O[head].zero_()
    scene = Scene.containing([("circle", "red"), ("square", "blue")], seed=3, grid=8)
    target = model.prepare_messages(QUESTION, scene.image)
    source = model.prepare_messages(QUESTION, scene.recoloured(0, "yellow").recoloured(1, "green").image)
    return model, source, target, edge_attribution(model, source, target, metric=metric)


def test_a_planted_circuit_is_found(planted):
    model, source, target, edges = planted
    circuit = edges.circuit(threshold=1e-7)
    assert set(circuit.nodes) <= {"embed", "image_embed", "L1H2", "L3H1", "logits"}
    assert {"image_embed", "L1H2", "L3H1", "logits"} <= set(circuit.nodes)
    found = circuits.faithfulness(model, circuit, source, target, metric, sizes=[])
    assert float(found.faithfulness[0]) == pytest.approx(1, abs=1e-3)
    assert float(found.completeness[0]) == pytest.approx(0, abs=1e-3)


def test_acdc_finds_the_planted_circuit_without_gradients(planted, monkeypatch):
    """From edges of which most do nothing; each that it tries is cut in a run of its own."""
    model, source, target, edges = planted
    some = edges.circuit(threshold=1e-7)
    nothing = [each for each in edges.circuit(threshold=0.0).edges if each not in some][::40]
    start = some.only([*some.edges, *nothing])
    found = circuits.acdc(model, start, source, target, metric, threshold=1e-4)
    assert set(found.edges) <= set(some.edges)
    assert set(found.nodes) <= {"embed", "image_embed", "L1H2", "L3H1", "logits"}
    left = circuits.faithfulness(model, found, source, target, metric, sizes=[])
    assert float(left.faithfulness[0]) == pytest.approx(1, abs=0.01)
    coarse = circuits.acdc(model, start, source, target, metric, threshold=1e3)
    assert len(coarse) == 0
    runs, value = [], CircuitRuns.value

    def stopped(self, circuit):
        runs.append(circuit)
        if len(runs) == 4:
            raise KeyboardInterrupt
        return value(self, circuit)

    monkeypatch.setattr(CircuitRuns, "value", stopped)
    with pytest.warns(UserWarning, match="ACDC was stopped: 2 of"):
        part = circuits.acdc(model, start, source, target, metric, threshold=1e-4)
    assert len(found) < len(part) <= len(start)
    with pytest.raises(InputError, match="above 0"):
        circuits.acdc(model, start, source, target, metric, threshold=0.0)


def test_a_circuit_of_nodes_has_all_edges_between_them(planted):
    model, source, target, edges = planted
    circuit = edges.circuit(nodes=4)
    assert set(circuit.nodes) == {"embed", "image_embed", "L1H2", "L3H1", "logits"}
    assert ("image_embed", "L3H1.q") in circuit
    assert ("L1H2", "L3K0.v") in circuit
    found = circuits.faithfulness(model, circuit, source, target, metric, sizes=[])
    assert float(found.faithfulness[0]) == pytest.approx(1, abs=1e-3)
    every = circuit.among(edges.senders)
    assert torch.equal(every.kept, edges.exists)
    assert circuit.among([]).edges == []
    assert edges.nodes["L1H2"] == pytest.approx(float(edges.scores[:, edges.senders.index("L1H2")].sum()))
    with pytest.raises(InputError, match="no component 'L9H9'"):
        circuit.among(["L9H9"])
    with pytest.raises(InputError, match="no top or threshold"):
        edges.circuit(nodes=3, top=4)


def test_methods_are_compared_with_measured_effects(pair):
    model, source, target = pair
    eap = edge_attribution(model, source, target, metric=metric)
    integrated = edge_attribution(model, source, target, metric=metric, steps=5)
    some = eap.circuit(threshold=0.0).edges[::30]
    measured = circuits.patched_edges(model, eap, source, target, metric, some=some)
    expected = EdgePatching(model, source, target, metric).effects(some[:5])
    torch.testing.assert_close(torch.tensor([measured[edge] for edge in some[:5]]), expected, rtol=0.01, atol=2e-3)
    assert int(measured.exists.sum()) == len(some)
    assert "patching" in repr(measured)
    found = circuits.agreement({"EAP": eap, "EAP-IG": integrated, "patching": measured}, sizes=[5])
    lines = found.to_dataframe().set_index(["method", "other"])
    assert len(lines) == 3
    ours = torch.tensor([[each[edge] for edge in some] for each in (eap, measured)]).double()
    assert lines.loc[("EAP", "patching"), "pearson"] == pytest.approx(float(torch.corrcoef(ours)[0, 1]), rel=1e-3)
    order = [set(each.abs().argsort(descending=True)[:5].tolist()) for each in ours]
    assert lines.loc[("EAP", "patching"), "top_5"] == len(order[0] & order[1]) / 5
    assert found.plot().axes
    assert len(found.top(1)) == 1
    with pytest.raises(InputError, match="two methods or more"):
        circuits.agreement({"EAP": eap})
    with pytest.raises(InputError, match="edges in common"):
        circuits.agreement({"EAP": eap, "patching": measured}, sizes=[10_000])


def test_edges_of_a_task_are_means_over_pairs(monkeypatch):
    """Pairs of images of two sizes, and prompts of two lengths: each as by itself."""
    model = load("toy-qwen2_5_vl")[0]
    rows = [
        {"question": question, "answer": "red", "contrast": "blue", "image": picture(nth, *size)}
        for nth, (question, size) in enumerate((("What colour?", (56, 56)), ("How many circles are there?", (84, 56))))
    ]
    targets = Examples(rows)
    sources = Examples([{**row, "image": picture(9 + nth, *row["image"].size)} for nth, row in enumerate(rows)])
    found = circuits.edges(model, targets, sources)
    own = word_logit(model, "red", minus="blue")
    inputs = [each.inputs(model) for each in (sources, targets)]
    alone = [edge_attribution(model, source, target, metric=own) for source, target in zip(*inputs, strict=True)]
    torch.testing.assert_close(found.scores, (alone[0].scores + alone[1].scores) / 2, rtol=1e-4, atol=1e-5)
    assert found.target_value.tolist() == [float(each.target_value) for each in alone]
    assert len(found.circuit(top=20)) <= 20
    with pytest.raises(InputError, match="as many sources"):
        circuits.edges(model, targets, sources[:1])
    with pytest.raises(InputError, match="have no 'contrast'"):
        circuits.edges(model, Examples([{**rows[0], "contrast": None}]), sources[:1])
    word = circuit_edges.word_logit

    def stopped(model, answer, *, minus):
        if answer == "green":
            raise KeyboardInterrupt
        return word(model, answer, minus=minus)

    monkeypatch.setattr(circuit_edges, "word_logit", stopped)
    with pytest.warns(UserWarning, match="Pairs was stopped: 1 of 2"):
        part = circuits.edges(model, Examples([rows[0], {**rows[1], "answer": "green"}]), sources)
    torch.testing.assert_close(part.scores, alone[0].scores, rtol=1e-4, atol=1e-5)


def test_the_sizes_of_mib(pair):
    model, source, target = pair
    circuit = edge_attribution(model, source, target, metric=metric).circuit(top=10)
    found = circuits.faithfulness(model, circuit, source, target, metric, sizes="mib")
    n_edges = found.n_edges
    assert found.sizes.tolist()[1:] == sorted({0, *(round(share * n_edges) for share in circuits.MIB_SHARES)})
    curve, shares = found.faithfulness[1:].double(), found.sizes[1:].double() / n_edges
    widths = shares.diff()
    assert found.cpr == pytest.approx(float((widths * (curve[1:] + curve[:-1]) / 2).sum()))
    gap = (1 - curve).abs()
    assert found.cmd == pytest.approx(float((widths * (gap[1:] + gap[:-1]) / 2).sum()))


def chain(kept):
    """A model of two layers with two heads that share keys and values, and edges of score 1."""
    senders = ("embed", "L0H0", "L0H1", "0_mlp_out", "L1H0", "L1H1", "1_mlp_out")
    receivers = ("L0H0.q", "L0K0.k", "0_mlp_in", "L1H0.q", "L1H1.q", "L1K0.k", "1_mlp_in", "logits")
    exists = torch.zeros(len(senders), len(receivers), dtype=torch.bool)
    scores = torch.zeros(len(senders), len(receivers))
    for nth, (sender, receiver) in enumerate(kept):
        exists[senders.index(sender), receivers.index(receiver)] = True
        scores[senders.index(sender), receivers.index(receiver)] = (-1.0) ** nth * (10 - nth)
    return senders, receivers, scores, exists


def test_edges_that_lead_nowhere_are_pruned(tmp_path: Path):
    leading = [("embed", "L0K0.k"), ("L0H1", "L1K0.k"), ("L1H1", "logits")]
    nowhere = [("embed", "0_mlp_in"), ("0_mlp_out", "L1H0.q"), ("embed", "1_mlp_in")]
    circuit = Circuit.of(*chain([*leading, *nowhere]), threshold=1.0)
    assert set(circuit.edges) == set(leading)
    assert set(circuit.nodes) == {"embed", "L0H1", "L1H1", "logits"}
    assert ("L1H1", "logits") in circuit
    assert circuit.largest(1).edges == []
    assert len(Circuit.of(*chain([*leading, *nowhere]), top=3)) == 3
    graph = circuit.to_networkx()
    assert graph["L0H1"]["L1H1"]["into"] == ("L1K0.k",)
    assert graph.number_of_nodes() == 4
    assert circuit.plot().axes
    circuit.save(tmp_path / "circuit.safetensors")
    assert Circuit.load(tmp_path / "circuit.safetensors").edges == circuit.edges
    assert list(circuit.to_dataframe()["score"].abs()) == sorted(circuit.to_dataframe()["score"].abs(), reverse=True)
    for wrong, message in (
        ({}, "one of the two"),
        ({"top": 99}, "0 to 6 edges"),
        ({"top": 1, "threshold": 0.1}, "one"),
    ):
        with pytest.raises(InputError, match=message):
            Circuit.of(*chain([*leading, *nowhere]), **wrong)
    with pytest.raises(InputError, match="is no edge"):
        circuit.only([("L1H1", "L0H0.q")])


def test_sizes_that_were_run_before_ctrl_c_are_kept(pair, monkeypatch):
    model, source, target = pair
    circuit = edge_attribution(model, source, target, metric=metric).circuit(top=10)
    whole = circuits.faithfulness(model, circuit, source, target, metric, sizes=[0, 8, 16])
    value, runs = CircuitRuns.value, []

    def stopped(self, circuit):
        runs.append(circuit)
        if len(runs) == 7:
            raise KeyboardInterrupt
        return value(self, circuit)

    monkeypatch.setattr(CircuitRuns, "value", stopped)
    with pytest.warns(UserWarning, match="2 of 4 are done"):
        part = circuits.faithfulness(model, circuit, source, target, metric, sizes=[0, 8, 16])
    assert torch.equal(part.sizes, whole.sizes[:2])
    assert torch.equal(part.values, whole.values[:2])


def test_curves_have_areas_and_pictures(pair, tmp_path: Path):
    model, source, target = pair
    circuit = edge_attribution(model, source, target, metric=metric, steps=3).circuit(top=40)
    found = circuits.faithfulness(model, circuit, source, target, metric)
    assert found.to_dataframe()["size"].tolist()[1] == 0
    assert 0 < found.cmd < 1
    assert found.cpr == pytest.approx(1 - found.cmd, abs=0.5)
    assert found.plot().axes
    found.save(tmp_path / "found.safetensors")
    assert torch.equal(circuits.Faithfulness.load(tmp_path / "found.safetensors").values, found.values)
    assert "faithfulness" in repr(found)
    with pytest.raises(InputError, match="sizes from 0 to all"):
        _ = circuits.faithfulness(model, circuit, source, target, metric, sizes=[3]).cpr
