"""Translators begin as the identity, learn what brings a layer nearer to the output, and fit one shape of model."""

from __future__ import annotations

import json

import pytest
import torch
from safetensors.torch import load_file, save_file

from tests import models
from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native.analysis import TunedLens, logit_lens
from vlm_lens_native.toys.scenes import Scene

FIELDS = ("top_ids", "top_probs", "entropy", "kl")
ONE = pytest.mark.parametrize("name", ["toy-llava"])


def test_an_untrained_one_changes_nothing(model, inputs):
    plain, tuned = logit_lens(model, inputs), logit_lens(model, inputs, tuned=TunedLens.identity(model))
    assert all(torch.equal(getattr(plain, field), getattr(tuned, field)) for field in FIELDS)


@ONE
def test_it_is_read_as_an_affine_map_of_each_layer(model, inputs):
    lens = TunedLens.identity(model, layers=["embed", 2])
    for translator in lens.translators:
        translator.weight.normal_(std=0.3)
        translator.bias.normal_()
    tuned = logit_lens(model, inputs, layers=["embed", 2, 5], tuned=lens)
    _, cache = model.run_with_cache(inputs, ["lm.hook_embed", "lm.blocks.*.hook_resid_post"])
    streams = [cache["lm.hook_embed"], cache["resid_post", 2], cache["resid_post", 5]]
    for nth, stream in enumerate(streams):
        if nth < 2:
            translator = lens.translators[nth]
            stream = stream @ translator.weight.T + translator.bias
        probs = model.unembed(model.lm.ln_final(stream))[0].softmax(-1)
        torch.testing.assert_close(tuned.top_probs[nth], probs.topk(10).values, rtol=1e-4, atol=1e-6)


def toy_batches(model: HookedVLMTransformer, n: int, first_seed: int) -> list:
    scenes = [Scene.random(first_seed + seed, grid=8, n_objects=4) for seed in range(n)]
    return [model.prepare_messages("How many shapes are there?", scene.image) for scene in scenes]


def test_training_brings_unseen_prompts_nearer_to_the_output(tmp_path):
    model = HookedVLMTransformer.from_pretrained("toy-llava")
    lens = TunedLens.identity(model)
    before = {name: value.clone() for name, value in model.hf.state_dict().items()}
    history = lens.train(model, toy_batches(model, 4, first_seed=0), steps=16, lr=1e-3)
    assert history.shape == (16, model.cfg.n_layers)
    assert lens.n_steps == 16
    unseen = toy_batches(model, 1, first_seed=100)[0]
    plain, tuned = (logit_lens(model, unseen, tuned=each).kl.mean(1) for each in (None, lens))
    torch.testing.assert_close(history[0], logit_lens(model, toy_batches(model, 1, first_seed=0)[0]).kl.mean(1)[:-1])
    assert (tuned[:-1] < 0.6 * plain[:-1]).all()
    assert tuned[-1] == plain[-1] == 0
    after = model.hf.state_dict()
    assert all(torch.equal(value, after[name]) for name, value in before.items())
    assert not any(parameter.requires_grad for parameter in (*model.parameters(), *lens.translators[0].parameters()))

    lens.save(tmp_path / "lens")
    loaded = TunedLens.load(tmp_path / "lens")
    assert (loaded.layers, loaded.n_steps) == (lens.layers, 16)
    again = logit_lens(model, unseen, tuned=loaded)
    assert torch.equal(again.kl.mean(1), tuned)


@ONE
def test_chunks_and_rows_add_up_to_the_same_gradients(model, scene):
    tasks = ["What colour is the square?", "How many red circles are there?"]  # of different length: one is padded
    batch = model.prepare_messages_batch(tasks, [scene.image] * 2)
    alone = [model.prepare_messages(task, scene.image) for task in tasks]
    losses, lenses = [], []
    for chunk_bytes in (2**26, 3 * 4 * model.cfg.d_vocab):
        lenses.append(TunedLens.identity(model, layers=["embed", 3]))
        losses.append(lenses[-1].train(model, [batch], steps=2, chunk_bytes=chunk_bytes))
    torch.testing.assert_close(losses[0], losses[1], rtol=1e-4, atol=1e-5)
    kl = torch.cat([logit_lens(model, inputs, layers=["embed", 3]).kl for inputs in alone], dim=1).mean(1)
    torch.testing.assert_close(losses[0][0], kl, rtol=1e-3, atol=1e-4)
    assert (losses[0][1] < losses[0][0]).all()


@ONE
def test_it_learns_from_the_positions_that_are_chosen(model, inputs):
    layout = model.token_layout(inputs)
    history = TunedLens.identity(model, layers=[1]).train(model, [inputs], steps=1, positions=lambda each: each.images)
    expected = logit_lens(model, inputs, layers=[1], positions=layout.images).kl.mean(1)
    torch.testing.assert_close(history[0], expected, rtol=1e-4, atol=1e-5)
    with pytest.raises(InputError, match="selects nothing"):
        TunedLens.identity(model).train(model, [inputs], steps=1, positions=lambda each: each.images - each.images)


def test_a_model_that_is_being_trained_gets_no_gradients():
    model = models.fresh("llava")
    model.requires_grad_()
    TunedLens.identity(model).train(model, [models.inputs("llava")], steps=1)
    assert all(weight.grad is None and weight.requires_grad for weight in model.parameters())


@ONE
def test_an_interruption_keeps_what_was_learnt(model, inputs):
    def batches():
        yield inputs
        yield inputs
        raise KeyboardInterrupt

    lens = TunedLens.identity(model, layers=[1])
    with pytest.warns(UserWarning, match="2 of 10 are done"):
        history = lens.train(model, batches(), steps=10)
    assert len(history) == lens.n_steps == 2
    assert not torch.equal(lens.translators[0].weight, torch.eye(model.cfg.d_model))
    assert not lens.translators[0].weight.requires_grad


@ONE
def test_batches_that_run_out_are_an_error(model, inputs):
    lens = TunedLens.identity(model, layers=[1])
    with pytest.raises(InputError, match="ran out after 1 of 3 steps"):
        lens.train(model, iter([inputs]), steps=3)
    assert lens.n_steps == 1


@ONE
@pytest.mark.parametrize(("size", "value"), [("n_layers", 7), ("d_model", 64), ("d_vocab", 100)])
def test_a_model_of_another_shape_is_an_error(model, inputs, size, value):
    shape = {name: getattr(model.cfg, name) for name in ("n_layers", "d_model", "d_vocab")}
    lens = TunedLens(**{**shape, size: value})
    for use in (lambda: logit_lens(model, inputs, tuned=lens), lambda: lens.train(model, [inputs], steps=1)):
        with pytest.raises(InputError, match=rf"'{size}': {value}.*'{size}': {shape[size]}"):
            use()


@ONE
def test_layers_without_a_translator_are_an_error(model, inputs):
    lens = TunedLens.identity(model, layers=["embed", 1])
    with pytest.raises(InputError, match="no translator for 2; it has embed, 1"):
        logit_lens(model, inputs, layers=[1, 2], tuned=lens)
    with pytest.raises(InputError, match=r"no translator for 'vision\.0'"):
        logit_lens(model, inputs, layers=["vision.0"], positions=[5], tuned=lens)
    with pytest.raises(InputError, match="Block 5 is the last"):
        TunedLens.identity(model, layers=[5])


@ONE
def test_files_that_do_not_fit_are_errors(model, tmp_path):
    path = tmp_path / "lens"
    TunedLens.identity(model, layers=[1]).save(path)
    tensors = load_file(path)
    shape = {name: getattr(model.cfg, name) for name in ("n_layers", "d_model", "d_vocab")}
    settings = {"settings": json.dumps({**shape, "layers": [1], "n_steps": 0}), "format": "vlm_lens_native.TunedLens"}
    settings["version"] = "1"
    damaged = {
        "not one written by": (tensors, {}),
        r"holds \['1.bias'\]": ({"1.bias": tensors["1.bias"]}, settings),
        r"1.weight is \[2, 2\]": ({**tensors, "1.weight": torch.eye(2)}, settings),
    }
    for message, (kept, metadata) in damaged.items():
        save_file(kept, path, metadata=metadata)
        with pytest.raises(InputError, match=message):
            TunedLens.load(path)
    path.write_text("")
    with pytest.raises(InputError, match="no safetensors file"):
        TunedLens.load(path)
