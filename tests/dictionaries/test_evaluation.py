"""How good a dictionary is: the numbers of examples run one by one, by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from tests.unit.test_splicing import Plain
from vlm_lens_native import HookedVLMTransformer, InputError, dictionaries
from vlm_lens_native.analysis import find_word
from vlm_lens_native.dictionaries.evaluation_result import KINDS
from vlm_lens_native.toys.scenes import Scene

READS, WRITES = "lm.blocks.1.mlp.hook_in", "lm.blocks.1.hook_mlp_out"
QUESTIONS = ["How many red circles are there?", "What colour is the square?", "How many?"]


@pytest.fixture(scope="module")
def model() -> HookedVLMTransformer:
    return HookedVLMTransformer.from_pretrained("toy-llava")


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    """Prompts of different lengths, so that batches are padded."""
    scenes = [Scene.random(seed=seed) for seed in range(3)]
    return [{"image": s.image, "question": q, "answer": a} for s, q, a in zip(scenes, QUESTIONS, "213", strict=True)]


@pytest.fixture(scope="module")
def sae(model: HookedVLMTransformer) -> Plain:
    made = Plain(READS, WRITES, d_in=model.cfg.d_model)
    with torch.no_grad():
        made.b_enc -= 1
        made.b_enc[5] = -100  # dead
    return made.requires_grad_(False)


def test_its_numbers_are_those_of_examples_run_one_by_one(
    model: HookedVLMTransformer, rows: list[dict[str, Any]], sae: Plain, tmp_path: Path
):
    found = dictionaries.evaluate(model, rows, sae, batch_size=3)
    x: dict[str, list[Tensor]] = {kind: [] for kind in KINDS}
    y: dict[str, list[Tensor]] = {kind: [] for kind in KINDS}
    prompts = [model.prepare_messages(row["question"], row["image"]) for row in rows]
    for inputs in prompts:
        layout, cache = model.token_layout(inputs), model.run_with_cache(inputs, [READS, WRITES])[1]
        for kind, where in {"all": slice(None), "image": layout.images.mask[0], "text": layout.text.mask[0]}.items():
            x[kind].append(cache[READS][0][where])
            y[kind].append(cache[WRITES][0][where])
    means = {}
    for nth, kind in enumerate(KINDS):
        read, written = torch.cat(x[kind]), torch.cat(y[kind])
        acts = sae.encode(read)
        left, means[kind] = written - sae.decode(acts), written.mean(0)
        assert found.n_tokens[nth] == len(read)
        assert found.l0[nth] == pytest.approx(float((acts > 0).sum(1).double().mean()))
        expected = float(left.square().sum() / (written - means[kind]).square().sum())
        assert found.fvu[nth] == pytest.approx(expected, rel=1e-4)
        assert torch.equal(found.n_active[nth], (acts > 0).sum(0))
        torch.testing.assert_close(found.density[nth], (acts > 0).float().mean(0))
    assert found.dead[:, 5].all()
    assert 0 < found.dead[0].sum() < 24
    assert replace(found, n_active=torch.tensor([[0, 1, 2]] * 3)).dead.tolist() == [[True, False, False]] * 3

    def losses(hooks: Any) -> Tensor:
        """Of text that follows, and of answers."""
        sums, n = torch.zeros(2), torch.zeros(2)
        for inputs, row in zip(prompts, rows, strict=True):
            layout = model.token_layout(inputs)
            logs = model.run_with_hooks(inputs, hooks(layout))[0].log_softmax(-1)
            ids, text = inputs["input_ids"][0], torch.as_tensor(layout.text.mask[0])
            own = -logs[:-1][text[1:]].gather(1, ids[1:][text[1:]][:, None])
            answer = find_word(model.tokenizer, row["answer"], d_vocab=model.cfg.d_vocab).token_ids
            sums += torch.tensor([own.sum(), -logs[-1, list(answer)].logsumexp(-1)])
            n += torch.tensor([len(own), 1.0])
        return sums / n

    def put(kind: str, value: Any) -> Any:
        def hooks(layout: Any) -> Any:
            where = {"all": slice(None), "image": layout.images.mask[0], "text": layout.text.mask[0]}[kind]
            read: list[Tensor] = []

            def change(activation: Tensor, hook: Any) -> Tensor:
                activation = activation.clone()
                activation[0, where] = value(read[0][0, where]) if callable(value) else value
                return activation

            return [(READS, lambda x, hook: read.append(x)), (WRITES, change)]

        return hooks

    clean = losses(lambda layout: [])
    for nth, kind in enumerate(KINDS):
        spliced = losses(put(kind, lambda x: sae.decode(sae.encode(x))))
        zero, mean = losses(put(kind, 0.0)), losses(put(kind, means[kind]))
        torch.testing.assert_close(
            found.losses[nth].float(), torch.stack([clean, spliced, zero, mean]), atol=2e-4, rtol=1e-4
        )
        for of, target in ((0, "text"), (1, "answer")):
            harm = float(mean[of] - clean[of])
            recovered = float(found.loss_recovered("mean", target)[nth])
            assert recovered == pytest.approx(float(mean[of] - spliced[of]) / harm, rel=0.02) if harm > 0 else True
            assert (recovered != recovered) == (harm <= 0)
    again = dictionaries.DictionaryEvaluation
    found.save(tmp_path / "found")
    assert again.load(tmp_path / "found").to_dataframe().equals(found.to_dataframe())
    assert found.plot().axes
    assert "24 features dead" in repr(found)


def test_a_perfect_dictionary_recovers_everything_and_one_without_answers_says_nan(
    model: HookedVLMTransformer, rows: list[dict[str, Any]]
):
    class Itself:
        encode = decode = staticmethod(lambda x: x)

    plain = [{name: row[name] for name in ("image", "question")} for row in rows[:2]]
    found = dictionaries.evaluate(model, plain, {WRITES: Itself()})
    assert found.fvu.abs().max() == 0
    assert torch.equal(found.loss("spliced", "text"), found.loss("clean", "text"))
    assert found.loss_recovered("zero", "text")[1:].nan_to_num(1).eq(1).all()
    assert found.loss("clean", "answer").isnan().all()
    assert found.n_targets[1] == 0
    texts = [{"question": "How many?"}]
    with pytest.raises(InputError, match="have they images"):
        dictionaries.evaluate(model, texts, {"vision.blocks.0.hook_resid_post": Itself()})


def test_markers_around_images_are_among_all_tokens_alone():
    model = HookedVLMTransformer.from_pretrained("toy-smolvlm")
    row = {"image": Scene.for_model(model, seed=0).image, "question": "How many?"}
    found = dictionaries.evaluate(model, [row], Plain("lm.blocks.0.hook_resid_post", d_in=model.cfg.d_model))
    layout = model.token_layout(model.prepare_messages(row["question"], row["image"]))
    n = [int(each.mask.sum()) for each in (layout.images, layout.text, layout.markers)]
    assert found.n_tokens.tolist() == [sum(n), *n[:2]]
    assert n[2] > 0


@pytest.mark.parametrize("place", ["vision.blocks.1.hook_resid_post", "adapter.hook_out"])
def test_in_front_of_the_decoder_patches_are_the_tokens(
    model: HookedVLMTransformer, rows: list[dict[str, Any]], place: str
):
    prompts = [model.prepare_messages(row["question"], row["image"]) for row in rows]
    x = torch.cat([model.run_with_cache(inputs, place)[1][place] for inputs in prompts]).flatten(0, 1)
    sae = Plain(place, d_in=x.shape[1]).requires_grad_(False)
    found = dictionaries.evaluate(model, rows, sae, batch_size=2)
    acts = sae.encode(x)
    assert found.n_tokens.tolist() == [len(x), len(x), 0]
    assert found.l0[0] == pytest.approx(float((acts > 0).sum(1).double().mean()))
    left = (x - sae.decode(acts)).square().sum() / (x - x.mean(0)).square().sum()
    assert found.fvu[:2].tolist() == pytest.approx([float(left)] * 2, rel=1e-4)
    assert found.fvu[2].isnan()
    dead = found.to_dataframe()["dead"]
    assert dead.isna().tolist() == [False, False, True]
    assert dead[1] == found.dead[1].double().mean()

    def loss(hooks: list[Any]) -> Tensor:
        sums = torch.zeros(())
        for inputs, row in zip(prompts, rows, strict=True):
            logs = model.run_with_hooks(inputs, hooks)[0, -1].log_softmax(-1)
            ids = find_word(model.tokenizer, row["answer"], d_vocab=model.cfg.d_vocab).token_ids
            sums -= logs[list(ids)].logsumexp(-1)
        return sums / len(rows)

    changes = [
        [],
        *([(place, lambda x, hook, f=f: f(x))] for f in (lambda x: sae.decode(sae.encode(x)), torch.zeros_like)),
    ]
    changes += [[(place, lambda activation, hook: x.mean(0).expand_as(activation))]]
    losses = torch.stack([loss(hooks) for hooks in changes])
    torch.testing.assert_close(found.losses[0, :, 1].float(), losses, atol=2e-4, rtol=1e-4)
    assert torch.equal(found.losses[1], found.losses[0])
    assert (found.losses[2, :, 1] == found.losses[0, 0, 1]).all()
    assert len(losses.unique()) == 4
    assert found.plot().axes
