"""Path patching equals an implementation by whole passes that freezes outputs, and obeys the identities of a sum."""

from __future__ import annotations

import pytest
import torch

from tests import models
from tests.analysis.patching.plain import METRIC
from tests.families.checkpoints import random_model
from tests.families.types import config_of
from vlm_lens_native import HookedVLMTransformer, HookNameError, InputError
from vlm_lens_native.analysis import patching
from vlm_lens_native.analysis.patching import Node, PathPatching, nodes, patch_paths, paths


def assert_close(values, expected):
    torch.testing.assert_close(values, expected, rtol=1e-4, atol=1e-4)


def plain_paths(case, sender, receivers, how):
    """``[row]``: the metric, by whole passes in which outputs of components are put back to what they were."""
    model = case.model
    layout = case.layout
    names = [f"lm.blocks.{layer}.hook_{part}_out" for layer in range(model.cfg.n_layers) for part in ("attn", "mlp")]
    _, source = model.run_with_cache(case.source, "lm.*")
    _, clean = model.run_with_cache(case.target, names)
    captured = {}

    def at(node, row):
        group = ~(layout.images - layout.images) if node.positions is None else node.positions
        return group.indices(row)

    def put(view, given, node):
        for row in range(len(view)):
            where = at(node, row)
            if node.head is None:
                view[row, where] = given[row, where]
            else:
                view[row, where, node.head] = given[row, where, node.head]

    def name(node):
        return "lm.hook_embed" if node.hook == "embed" else f"lm.blocks.{node.layer}.{node.hook}"

    def write(x, hook):
        put(x.movedim(hook.query_axis, 1), source[hook.name].movedim(hook.query_axis, 1), sender)

    def keep(x, hook):
        captured[hook.name] = x.clone()

    def freeze(x, hook):
        inside = sender.hook.startswith(("attn.", "ln1.")) if "attn" in hook.name else sender.hook.startswith("mlp.")
        own = hook.layer == sender.layer and (inside or hook.name == name(sender))
        before = sender.layer is not None and hook.layer < sender.layer
        return None if own or before else clean[hook.name].clone()

    frozen = {"direct": names, "through_mlps": names[::2], "all": []}[how]
    hooks = [(name(sender), write), *((name(node), keep) for node in receivers), *((each, freeze) for each in frozen)]
    model.run_with_hooks(case.target, hooks)

    def inject(x, hook):
        for node in receivers:
            if name(node) == hook.name:
                put(x.movedim(hook.query_axis, 1), captured[hook.name].movedim(hook.query_axis, 1), node)

    logits = model.run_with_hooks(case.target, [(name(node), inject) for node in receivers])[:, -1]
    return torch.tensor([float(METRIC(each)) for each in logits])


def ends(case):
    """Senders in layer 0, and receivers behind them."""
    layout = case.layout
    senders = [
        Node(hook="attn.hook_z", layer=0, head=2),
        Node(hook="attn.hook_k", layer=0, head=1, positions=layout.columns(0)),
        Node(hook="hook_attn_out", layer=0, positions=patching.text_after_image(layout)),
        Node(hook="mlp.hook_post", layer=0, positions=layout.images),
        Node(hook="hook_mlp_out", layer=0),
        Node(hook="embed", positions=layout.images),
        Node(hook="attn.hook_pattern", layer=0, head=0),
    ]
    receivers = {
        "queries and values": [
            Node(hook="attn.hook_q", layer=1, head=1),
            Node(hook="attn.hook_v", layer=2, head=0, positions=layout.images),
        ],
        "a head, an MLP and the stream": [
            Node(hook="attn.hook_z", layer=1, head=3),
            Node(hook="mlp.hook_pre", layer=1, positions=layout.last),
            Node(hook="hook_resid_mid", layer=2, positions=layout.last),
        ],
        "outputs": [Node(hook="hook_attn_out", layer=1), Node(hook="hook_mlp_out", layer=2)],
        "the stream": [Node(hook="hook_resid_post", layer=1, positions=layout.last)],
    }
    return senders, receivers


@pytest.mark.parametrize("how", ["direct", "through_mlps", "all"])
def test_paths_equal_whole_passes(case, how):
    senders, receivers = ends(case)
    for theirs in receivers.values():
        found = patch_paths(
            case.model, case.source, case.target, METRIC, senders=senders, receivers=theirs, paths=how, batch_size=4
        )
        expected = torch.stack([plain_paths(case, sender, theirs, how) for sender in senders], dim=1)
        assert_close(found.values, expected)


def components(model):
    deepstack = nodes(model, "deepstack") if len(model.cfg.deepstack) else []
    return [Node(hook="embed"), *nodes(model, "attn_out"), *nodes(model, "mlp_out"), *deepstack]


def test_all_components_together_are_the_source(case):
    found = patch_paths(case.model, case.source, case.target, METRIC, senders=[components(case.model)])
    assert_close(found.effects, torch.ones(2, 1))


def test_all_paths_from_the_input_are_the_source(case):
    sender = [node for node in components(case.model) if node.hook in ("embed", "deepstack")]
    later = nodes(case.model, "deepstack", layers=1) if len(case.model.cfg.deepstack) > 1 else []
    receivers = [Node(hook="resid_mid", layer=1), *later]
    found = patch_paths(
        case.model, case.source, case.target, METRIC, senders=[sender], receivers=receivers, paths="all"
    )
    assert_close(found.effects, torch.ones(2, 1))


def test_direct_paths_into_the_last_stream_add_up(case, monkeypatch):
    changes = []
    received = paths._Paths._received

    def spy(self, runs, captured, receivers, *, first, n_rows):
        (name,) = captured
        clean = runs.host.activations[name][:, first:]
        changes.append((captured[name] - clean)[:, -1].sum(0))
        return received(self, runs, captured, receivers, first=first, n_rows=n_rows)

    monkeypatch.setattr(paths._Paths, "_received", spy)
    patch_paths(case.model, case.source, case.target, METRIC, senders=components(case.model), batch_size=2)
    name = f"lm.blocks.{case.model.cfg.n_layers - 1}.hook_resid_post"
    ours, theirs = (case.model.run_with_cache(each, name)[1][name][:, -1] for each in (case.source, case.target))
    torch.testing.assert_close(sum(changes), (ours - theirs).sum(0), rtol=1e-4, atol=1e-3)


def test_a_heads_direct_effect_is_what_it_writes(case):
    model = case.model
    found = patch_paths(model, case.source, case.target, METRIC, senders=nodes(model, "z", layers=1, heads="all"))
    names = ["lm.blocks.1.attn.hook_result", f"lm.blocks.{model.cfg.n_layers - 1}.hook_resid_post"]
    caches = [model.run_with_cache(each, names)[1] for each in (case.source, case.target)]
    (result, _), (clean, final) = [[cache[name][:, -1] for name in names] for cache in caches]
    for head in range(model.cfg.n_heads):
        stream = final + result[:, head] - clean[:, head]
        logits = model.unembed(model.lm.ln_final(stream[:, None], None))[:, 0]
        assert_close(found.values[:, head], torch.stack([*map(METRIC, logits)]))


def test_path_patching_is_read_drawn_and_saved(tmp_path):
    model, target = models.model("qwen3_vl"), models.inputs("qwen3_vl")
    source = {**target, "pixel_values": -target["pixel_values"]}
    heads = patch_paths(model, source, target, METRIC, senders=nodes(model, "z", heads="all"), receivers=None)
    frame = heads.to_dataframe()
    assert len(frame) == 2 * model.cfg.n_layers * model.cfg.n_heads
    assert frame.loc[5, ["hook", "layer", "head"]].tolist() == ["z", 1, 1]
    assert frame["layer"].dtype == frame["head"].dtype == "int64"
    rows, columns, values = heads._grid()
    assert (rows, columns) == (["0", "1", "2"], ["head 0", "head 1", "head 2", "head 3"])
    assert values[1, 1] == pytest.approx(float(heads.effect[5]))
    mixed = patch_paths(model, source, target, METRIC, senders=[components(model), Node(hook="mlp_out", layer=0)])
    for each in (heads, mixed):
        assert each.plot().axes
        assert "<table" in each._repr_html_()
        each.save(tmp_path / "paths.safetensors")
        loaded = PathPatching.load(tmp_path / "paths.safetensors")
        assert repr(loaded) == repr(each)
        assert loaded.to_dataframe().equals(each.to_dataframe())


def test_what_is_no_path_is_an_error(case):
    model = case.model

    def patch(sender, receiver, **how):
        return patch_paths(model, case.source, case.target, METRIC, senders=[sender], receivers=receiver, **how)

    head = Node(hook="z", layer=1, head=0)
    with pytest.raises(InputError, match="fires after all receivers"):
        patch(head, Node(hook="q", layer=1, head=0))
    with pytest.raises(InputError, match="no head 99: they are numbered 0 to 3"):
        patch(Node(hook="z", layer=1, head=99), None)
    with pytest.raises(InputError, match=r"no layer 99"):
        patch(Node(hook="z", layer=99), None)
    with pytest.raises(InputError, match="no component"):
        patch(Node(hook="ln1.hook_scale", layer=0), None)
    with pytest.raises(InputError, match="neither layers nor heads"):
        patch(Node(hook="embed", layer=0), None)
    with pytest.raises(HookNameError):
        patch(Node(hook="zz", layer=0), None)
    with pytest.raises(InputError, match="needs senders"):
        patch([], None)
    with model.hooks([("lm.blocks.0.hook_mlp_out", lambda x, hook: x * 2)]), pytest.raises(InputError, match="Hooks"):
        patch(head, None)


def test_a_sender_in_the_norm_of_parallel_blocks_is_an_error_where_its_readers_are_kept_clean():
    model = HookedVLMTransformer.from_hf(random_model(config_of("cohere2_vision")))
    other = models.case("llava")[1]["input_ids"][:1, :6] % 90 + 3
    source, target = {"input_ids": other}, {"input_ids": other.flip(1)}
    sender = Node(hook="ln1.hook_normalized", layer=0)
    for which in ("direct", "through_mlps"):
        with pytest.raises(InputError, match=r"both read, and with paths=.*nothing would be sent"):
            patch_paths(model, source, target, METRIC, senders=[sender], paths=which)
    patch_paths(model, source, target, METRIC, senders=[sender], paths="all")
    patch_paths(model, source, target, METRIC, senders=[Node(hook="attn.hook_in", layer=0)])
