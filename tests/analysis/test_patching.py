"""The sweep gives the numbers of full passes with hooks, and ends where it must."""

from __future__ import annotations

import pytest
import torch

from vlm_lens_native import InputError
from vlm_lens_native.analysis import logit_difference, patch_residuals

METRIC = logit_difference(7, 11)


def plain_loop(model, source, target, groups, *, deepstack):
    """Full passes, one for each layer and group, with hooks that write the source's cached values."""
    _, cache = model.run_with_cache(source, ["lm.hook_embed", "lm.*hook_resid_post", *deepstack])

    def write(at):
        def hook(activation, hook):
            activation[:, at] = cache[hook.name][:, at]

        return hook

    places = ["lm.hook_embed", *(f"lm.blocks.{layer}.hook_resid_post" for layer in range(model.cfg.n_layers))]
    rows = []
    for layer, place in enumerate(places):
        later = [name for name in deepstack if int(name.split(".")[2]) >= layer]
        row = []
        for at in groups.values():
            hooks = [(each, write(at.indices())) for each in (place, *later)]
            row.append(METRIC(model.run_with_hooks(target, fwd_hooks=hooks)[0, -1]))
        rows.append(torch.stack(row))
    return torch.stack(rows)


@pytest.mark.parametrize("whose", ["target", "source"])
def test_it_equals_the_plain_loop(model, source, inputs, whose):
    layout = model.token_layout(inputs)
    groups = {"image": layout.images, "some": layout.rows([0, 1]), "text": layout.text, "last": layout.last}
    deepstack = [f"lm.blocks.{layer}.hook_deepstack" for layer in range(model.cfg.n_deepstack)]
    sweep = patch_residuals(model, source, inputs, metric=METRIC, groups=groups, deepstack=whose)
    expected = plain_loop(model, source, inputs, groups, deepstack=deepstack if whose == "source" else [])
    torch.testing.assert_close(sweep.values, expected, rtol=1e-4, atol=1e-4)


def test_patching_everything_gives_the_source(model, source, inputs):
    sweep = patch_residuals(model, source, inputs, metric=METRIC, groups={"all": slice(None)}, deepstack="source")
    logits = model(source).logits[0, -1]
    torch.testing.assert_close(sweep.recovered, torch.ones_like(sweep.recovered), rtol=1e-4, atol=1e-4)
    assert sweep.source_value == pytest.approx(float(METRIC(logits)), abs=1e-4)
    assert (sweep.top_ids == logits.argmax()).all()


def test_the_ends_are_zero_and_one(model, source, inputs):
    layout = model.token_layout(inputs)
    groups = {"image": layout.images, "rest": ~layout.images}
    sweep = patch_residuals(model, source, inputs, metric=METRIC, groups=groups, deepstack="source")
    ends = sweep.recovered[[0, -1]]
    torch.testing.assert_close(ends, torch.tensor([[1.0, 0.0], [0.0, 1.0]]), rtol=1e-4, atol=1e-4)
    assert len(sweep.to_dataframe()) == len(sweep.layers) * 2
    assert sweep.plot().axes


def test_deepstack_undoes_a_patch_of_the_stream_alone(model, source, inputs):
    groups = {"image": model.token_layout(inputs).images}
    alone = patch_residuals(model, source, inputs, metric=METRIC, groups=groups, layers=["embed"])
    assert (abs(float(alone.recovered) - 1) > 0.01) == bool(model.cfg.n_deepstack)


def test_what_can_not_be_compared_is_an_error(model, source, inputs, scene):
    groups = {"image": model.token_layout(inputs).images}
    longer = model.prepare_messages("What colour is the small square?", scene.image)
    with pytest.raises(InputError, match="different token layouts"):
        patch_residuals(model, longer, inputs, metric=METRIC, groups=groups)
    with pytest.raises(InputError, match="nothing to recover"):
        patch_residuals(model, inputs, inputs, metric=METRIC, groups=groups)
    with pytest.raises(InputError, match="empty"):
        patch_residuals(model, source, inputs, metric=METRIC, groups={"none": []})
    with pytest.raises(InputError, match="was made on inputs"):
        patch_residuals(model, source, inputs, metric=METRIC, groups={"image": model.token_layout(longer).images})
