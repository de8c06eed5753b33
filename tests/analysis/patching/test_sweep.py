"""A sweep gives the numbers of whole passes with hooks, and ends where it must."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from tests.analysis.conftest import QUESTION
from tests.analysis.patching.conftest import LONGER
from tests.analysis.patching.plain import METRIC, plain_loop
from vlm_lens_native import HookNameError, InputError
from vlm_lens_native.analysis import PatchingSweep, logit_difference, patching
from vlm_lens_native.analysis.patching import sweeps
from vlm_lens_native.analysis.patching.hook_layers import HookLayers

qwen3 = pytest.mark.parametrize("name", ["toy-qwen3_vl"])  # deepstack, M-RoPE, markers


def assert_close(values, expected):
    torch.testing.assert_close(values, expected, rtol=1e-4, atol=1e-4)


def groups_of(layout):
    return {
        "image": layout.images,
        "some": layout.columns(0),
        "text": ~layout.images,
        "after": patching.text_after_image(layout),
        "end": patching.last_image_tokens(3)(layout),
        "last": layout.last,
    }


@pytest.mark.parametrize("deepstack", ["kept", "patched"])
@pytest.mark.parametrize("direction", ["denoise", "noise"])
def test_the_stream_equals_the_plain_loop(case, deepstack, direction):
    groups = groups_of(case.layout)
    how = {"deepstack": deepstack, "direction": direction}
    sweep = patching.sweep(case.model, case.source, case.target, METRIC, groups=groups, layers=["embed", 0, 2], **how)
    places = ["lm.hook_embed", "lm.blocks.0.hook_resid_post", "lm.blocks.2.hook_resid_post"]
    later = [f"lm.blocks.{layer}.hook_deepstack" for layer in range(len(case.model.cfg.deepstack))]
    also = [later, later[1:], later[3:]] if deepstack == "patched" else ()
    runs = (case.target, case.source) if direction == "denoise" else (case.source, case.target)
    assert_close(sweep.values, plain_loop(case.model, *runs, places, groups, also=also))
    assert (sweep.columns, sweep.layers) == (tuple(groups), ("embed", 0, 2))


@pytest.mark.parametrize(
    "point",
    [
        "hook_resid_pre",
        "hook_resid_mid",
        "hook_attn_out",
        "hook_mlp_out",
        "mlp.hook_post",
        "attn.hook_k",
        "attn.hook_pattern",
    ],
)
def test_every_hook_equals_the_plain_loop(case, point):
    groups = {name: group for name, group in groups_of(case.layout).items() if name in ("some", "after")}
    sweep = patching.sweep(case.model, case.source, case.target, METRIC, hook=point, groups=groups, layers=[1])
    assert_close(sweep.values, plain_loop(case.model, case.target, case.source, [f"lm.blocks.1.{point}"], groups))


def test_a_hook_may_be_named_by_its_pattern(case):
    for pattern, short in (
        ("lm.*.hook_z", "z"),
        ("blocks.*.attn.hook_z", "z"),
        ("lm.blocks.*.mlp.hook_out", "mlp_out"),
    ):
        assert HookLayers.of(case.model, pattern, None) == HookLayers.of(case.model, short, None)


@pytest.mark.parametrize(("hook", "kind"), [("z", "n_heads"), ("v", "n_key_value_heads"), ("pattern", "n_heads")])
def test_heads_equal_the_plain_loop(case, hook, kind):
    heads = range(getattr(case.model.cfg, kind))
    group = {"some": case.layout.last | case.layout.columns(1)}
    sweep = patching.sweep(
        case.model, case.source, case.target, METRIC, hook=hook, heads="all", groups=group, layers=[0, -1]
    )
    places = [f"lm.blocks.{layer}.attn.hook_{hook}" for layer in (0, case.model.cfg.n_layers - 1)]
    assert_close(sweep.values, plain_loop(case.model, case.target, case.source, places, group, heads=heads))
    assert (sweep.axis, sweep.columns) == ("head", tuple(heads))
    one = patching.sweep(case.model, case.source, case.target, METRIC, hook=hook, heads=1, groups=group, layers=0)
    assert one.columns == (1,)
    assert_close(one.values[0], sweep.values[0, :1, 1:2])


def test_sliding_windows_equal_the_plain_loop(sliding):
    groups = groups_of(sliding.layout)
    sweep = patching.sweep(sliding.model, sliding.source, sliding.target, METRIC, groups=groups)
    places = ["lm.hook_embed", *(f"lm.blocks.{layer}.hook_resid_post" for layer in range(sliding.model.cfg.n_layers))]
    assert_close(sweep.values, plain_loop(sliding.model, sliding.target, sliding.source, places, groups))


@qwen3
def test_single_positions_equal_the_plain_loop(model, source, inputs):
    layout = model.token_layout(inputs)
    chosen = [*layout.images.indices()[[3, 12, -1]].tolist(), int(layout.last.indices()[0])]
    sweep = patching.sweep(model, source, inputs, METRIC, positions=chosen, layers=[0, 3], batch_size=3)
    groups = {at: layout._selection((torch.arange(layout.table.kind.shape[1]) == at)[None].numpy()) for at in chosen}
    places = [f"lm.blocks.{layer}.hook_resid_post" for layer in (0, 3)]
    assert_close(sweep.values, plain_loop(model, inputs, source, places, groups))
    assert sweep.columns == tuple(chosen)
    assert sweep.plot().axes
    painted, boxes = sweep.map(3), layout.table.box[0]
    for nth, at in enumerate(chosen[:3]):
        x1, y1, x2, y2 = boxes[at].astype(int)
        assert (painted[y1:y2, x1:x2] == float(sweep.effect[1, nth])).all()
    assert np.isnan(painted).mean() > 0.9
    with pytest.raises(InputError, match="no map of layer 5"):
        sweep.map(5)


def test_prompts_of_different_lengths_are_aligned_by_layout(model, scene, inputs):
    longer = model.prepare_messages(LONGER, scene.recoloured(0, "yellow").recoloured(1, "orange").image)
    layouts = model.token_layout(inputs), model.token_layout(longer)
    groups, others = ({"image": each.images, "last": each.last} for each in layouts)
    place = ["lm.blocks.1.hook_resid_post"]
    for source, target, ours, theirs in ((longer, inputs, groups, others), (inputs, longer, others, groups)):
        sweep = patching.sweep(model, source, target, METRIC, groups=ours, layers=[1])
        assert_close(sweep.values, plain_loop(model, target, source, place, ours, donor_groups=theirs))
        assert "aligned from the end" in repr(sweep)
    noise = patching.sweep(model, longer, inputs, METRIC, groups=groups, direction="noise", layers=[1])
    assert_close(noise.values, plain_loop(model, longer, inputs, place, others, donor_groups=groups))


def test_hooks_that_are_active_act_in_every_run(case):
    groups = {name: group for name, group in groups_of(case.layout).items() if name in ("image", "after")}
    place = "lm.blocks.1.hook_resid_post"

    def mean_over_positions(x, hook):  # needs whole prompts
        x += x.mean(1, keepdim=True)

    with case.model.hooks([("lm.blocks.*.hook_mlp_out", mean_over_positions), (place, lambda x, hook: x * 1.5)]):
        sweep = patching.sweep(
            case.model, case.source, case.target, METRIC, groups=groups, layers=[1], deepstack="patched"
        )
        also = [[f"lm.blocks.{layer}.hook_deepstack" for layer in range(2, len(case.model.cfg.deepstack))]]
        expected = plain_loop(case.model, case.target, case.source, [place], groups, also=also)
    # a batch's mean counts padding, a row's too: whole prompts in both
    assert_close(sweep.values, expected)


def test_patching_everything_gives_the_source(case):
    everything = {"all": slice(None)}
    sweep = patching.sweep(case.model, case.source, case.target, METRIC, groups=everything, deepstack="patched")
    assert_close(sweep.effects, torch.ones_like(sweep.effects))
    logits = case.model(case.source).logits[:, -1]
    assert_close(sweep.source_values, torch.stack([*map(METRIC, logits)]))
    assert (sweep.top_ids == logits.argmax(-1)[:, None, None]).all()


def test_the_ends_are_zero_and_one(model, source, inputs):
    sweep = patching.sweep(model, source, inputs, METRIC, groups=["image", "text"], deepstack="patched")
    assert_close(sweep.effect[[0, -1]], torch.tensor([[1.0, 0.0], [0.0, 1.0]]))


def test_deepstack_undoes_a_patch_of_the_stream_alone(model, source, inputs):
    alone = patching.sweep(model, source, inputs, METRIC, groups=["image"], layers="embed")
    assert (abs(float(alone.effect) - 1) > 0.01) == bool(len(model.cfg.deepstack))


@qwen3
def test_the_metric_defaults_to_the_answers_and_reads_what_it_is_told(model, source, inputs):
    answers = [int(model(each).logits[0, -1].argmax()) for each in (source, inputs)]
    if answers[0] == answers[1]:
        with pytest.raises(InputError, match="nothing to recover"):
            patching.sweep(model, source, inputs)
    else:
        ours, theirs = (
            patching.sweep(model, source, inputs, metric, groups=["text"], layers=[1])
            for metric in (None, logit_difference(*answers))
        )
        assert torch.equal(ours.values, theirs.values)
    layout = model.token_layout(inputs)
    two = layout.last | layout.rows([3])
    seen = []

    def shaped(logits):
        seen.append(tuple(logits.shape))
        return logits[0, 3] - logits[-1, 5]

    image = {"image": layout.images}
    sweep = patching.sweep(model, source, inputs, shaped, groups=image, layers=[1], read=two)
    assert set(seen) == {(len(two), model.cfg.d_vocab)}
    at = two.indices()
    name = "lm.blocks.1.hook_resid_post"
    _, cache = model.run_with_cache(source, name)

    def write(x, hook):
        x[:, layout.images.indices()] = cache[name][:, layout.images.indices()]

    logits = model.run_with_hooks(inputs, [(name, write)])[0, at]
    assert_close(sweep.values.flatten(), shaped(logits)[None])


@qwen3
def test_pairs_in_bulk_are_their_single_sweeps(model, scene, source, inputs):
    other = model.prepare_messages("What shape is the red one?", scene.image)
    another = model.prepare_messages("What shape is the red one?", scene.reshaped(0, "triangle").image)
    pairs = [(source, inputs), (another, other), (inputs, source)]
    metrics = [METRIC, logit_difference(3, 5), METRIC]
    sweep = patching.sweep(model, pairs, metric=metrics, layers=[1])
    for nth, ((ours, theirs), metric) in enumerate(zip(pairs, metrics, strict=True)):
        alone = patching.sweep(model, ours, theirs, metric, layers=[1])
        assert_close(sweep.values[nth], alone.values[0])
    assert_close(sweep.effect, sweep.effects.mean(0))
    low, high = sweep.interval(0.9)
    assert ((low <= sweep.effect) & (sweep.effect <= high)).all()
    assert (low < high).any()
    assert len(sweep.to_dataframe()) == 3 * 1 * 3
    assert sweep.plot().axes
    with pytest.raises(InputError, match=r"raised IndexError.* logits of one row of the batch, \[d_vocab\]"):
        patching.sweep(model, source, inputs, lambda logits: logits[:, -1, 5].mean())
    with pytest.raises(InputError, match="2 metrics for 3 pairs"):
        patching.sweep(model, pairs, metric=metrics[:2])


@qwen3
def test_images_are_encoded_once(model, source, inputs, monkeypatch):
    encoded = []
    encode = type(model).encode
    monkeypatch.setattr(type(model), "encode", lambda self, given: encoded.append(given) or encode(self, given))
    patching.sweep(model, [(source, inputs), (inputs, source)], metric=METRIC, layers=[1])
    assert len(encoded) == 2


@qwen3
def test_a_metric_that_is_no_number_somewhere_was_run_all_the_same(model, source, inputs):
    calls = []

    def metric(logits):
        calls.append(None)
        return METRIC(logits) if len(calls) < 4 else float("nan")

    sweep = patching.sweep(model, source, inputs, metric, layers=[0])
    assert sweep.values.isnan().sum() == 2
    assert sweep.n_missing == 0
    assert "stopped" not in repr(sweep)


@qwen3
def test_a_sweep_that_is_stopped_keeps_what_it_has(model, source, inputs, monkeypatch, tmp_path):
    whole = patching.sweep(model, source, inputs, METRIC)
    runs = []

    def resume(*args, **kwargs):
        runs.append(None)
        if len(runs) > 3:
            raise KeyboardInterrupt
        return sweeps_resume(*args, **kwargs)

    sweeps_resume = sweeps.resume
    monkeypatch.setattr(sweeps, "resume", resume)
    with pytest.warns(UserWarning, match="Patching was stopped"):
        stopped = patching.sweep(model, source, inputs, METRIC)
    done = ~stopped.values.isnan()
    assert 0 < stopped.n_missing < stopped.values.numel()
    assert torch.equal(stopped.values[done], whole.values[done])
    assert f"stopped: {stopped.n_missing} of" in repr(stopped)
    assert "stopped" in stopped._repr_html_()
    assert stopped.plot().axes
    assert PatchingSweep.load(_saved(stopped, tmp_path)).to_dataframe().equals(stopped.to_dataframe())
    with pytest.raises(KeyboardInterrupt):
        patching.sweep(model, source, inputs, METRIC)


def _saved(sweep, folder):
    sweep.save(folder / "sweep.safetensors")
    return folder / "sweep.safetensors"


@qwen3
def test_a_sweep_is_saved_and_loaded(model, source, inputs, tmp_path):
    sweep = patching.sweep(model, source, inputs, METRIC, groups={"<b>": slice(None)}, layers=["embed", 1])
    sweep.save(tmp_path / "sweep.safetensors")
    loaded = PatchingSweep.load(tmp_path / "sweep.safetensors")
    assert repr(loaded) == repr(sweep)
    assert loaded.to_dataframe().equals(sweep.to_dataframe())
    assert "<b>" not in sweep._repr_html_()


@qwen3
def test_what_can_not_be_compared_is_an_error(model, source, inputs, scene):
    groups = {"image": model.token_layout(inputs).images}
    longer = model.prepare_messages(LONGER, scene.image)
    with pytest.raises(InputError, match="after the image, the target has"):
        patching.sweep(model, inputs, longer, METRIC, groups=["text"])
    with pytest.raises(InputError, match=r"Both runs answer alike.*nothing to recover"):
        patching.sweep(model, inputs, inputs, METRIC, groups=groups)
    with pytest.raises(InputError, match="empty"):
        patching.sweep(model, source, inputs, METRIC, groups={"none": []})
    with pytest.raises(InputError, match="was made on inputs"):
        patching.sweep(model, source, inputs, METRIC, groups={"image": model.token_layout(longer).images})
    with pytest.raises(InputError, match="no group 'pictures'"):
        patching.sweep(model, source, inputs, METRIC, groups=["pictures"])
    with pytest.raises(InputError, match="same layout and padding"):
        patching.sweep(model, longer, inputs, METRIC, hook="pattern", groups=["last"])
    with pytest.raises(InputError, match="needs a target"):
        patching.sweep(model, source, metric=METRIC)
    with pytest.raises(InputError, match="has no heads"):
        patching.sweep(model, source, inputs, METRIC, hook="resid_mid", heads="all")
    with pytest.raises(InputError, match="no scale"):
        patching.sweep(model, source, inputs, lambda logits: float("nan"))
    with pytest.raises(InputError, match="one real number"):
        patching.sweep(model, source, inputs, lambda logits: logits[:2])
    with pytest.raises(InputError, match="at least one run"):
        patching.sweep(model, source, inputs, METRIC, batch_size=-1)
    with pytest.raises(InputError, match="the layers"):
        patching.sweep(model, source, inputs, METRIC, hook="attn_out", layers=["embed"])
    with pytest.raises(InputError, match=r"analysis\.knockout"):
        patching.sweep(model, source, inputs, METRIC, hook="mask")
    with pytest.raises(HookNameError, match="could be"):
        patching.sweep(model, source, inputs, METRIC, hook="normalized")
    with pytest.raises(HookNameError, match="resid_post"):
        patching.sweep(model, source, inputs, METRIC, hook="resid_past")
    with pytest.raises(HookNameError, match="one layer's; give its name within a block"):
        patching.sweep(model, source, inputs, METRIC, hook="lm.blocks.1.attn.hook_z")
    with pytest.raises(InputError, match="rows of the source"):
        patching.sweep(model, source, model.prepare_messages_batch([QUESTION] * 2, [scene.image] * 2), METRIC)
