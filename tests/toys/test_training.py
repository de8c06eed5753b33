"""The training loop: packing changes nothing, a resumed run is the same run, and what is written can be loaded."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from transformers import AutoModelForImageTextToText, AutoProcessor

from vlm_lens_native.toys import release
from vlm_lens_native.toys.losses import PATCH_CLASSES, NamingLoss, patch_labels
from vlm_lens_native.toys.models import build_toy, toy_spec
from vlm_lens_native.toys.packing import Packer, chat_text
from vlm_lens_native.toys.questions import sample_questions, training_scene
from vlm_lens_native.toys.scenes import IMAGE_SIZE, Scene
from vlm_lens_native.toys.training import Drill, Recipe, Trainer

SHORT = Recipe(
    eye_steps=2,
    eye_batch=2,
    batch=2,
    questions=2,
    warmup=2,
    min_steps=2,
    max_steps=2,
    decay_steps=2,
    drills=(Drill(steps=1, lr=1e-4), Drill(steps=2, lr=1e-4, unique_share=0.5)),
    log_every=1,
    save_every=1,
)


@torch.no_grad()
def test_packed_and_plain_chats_have_the_same_logits(name):
    model, processor = build_toy(name, seed=0)
    packer, rng = Packer(model.eval(), processor), np.random.default_rng(0)
    scenes = [training_scene(rng, grid=toy_spec(name).grid) for _ in range(2)]
    questions = [sample_questions(scene, 3, rng) for scene in scenes]
    batch = packer.pack(scenes, questions)
    packed = model(**batch.inputs).logits[batch.is_answer].view(2, 3, -1)
    for row, (scene, asked) in enumerate(zip(scenes, questions, strict=True)):
        for block, question in enumerate(asked):
            text = chat_text(processor, question.text, answer=None)
            plain = model(**processor(images=[[scene.image]], text=[text], return_tensors="pt")).logits[0, -1]
            torch.testing.assert_close(packed[row, block], plain, rtol=0, atol=1e-5)


def test_labels_are_the_answers_and_ends_of_turns():
    model, processor = build_toy("toy-llava", seed=0)
    packer = Packer(model, processor)
    scene = Scene.random(0)
    questions = sample_questions(scene, 4, np.random.default_rng(0))
    batch = packer.pack([scene], [questions])
    answers = [packer.answer_ids[question.answer(scene)] for question in questions]
    assert batch.labels[batch.is_answer].tolist() == answers
    others = batch.labels[(batch.labels >= 0) & ~batch.is_answer].tolist()
    assert others == [processor.tokenizer.eos_token_id] * 4


def test_each_image_token_shows_the_cell_that_it_is_said_to_show(name):
    """Colouring a cell must change that token's pixels most: seen through the untrained model's features."""
    spec = toy_spec(name)
    model, processor = build_toy(name, seed=0)
    packer = Packer(model, processor)
    side = IMAGE_SIZE // spec.grid
    for seed in range(5):
        scene = Scene.containing([("square", "red")], seed=seed, grid=spec.grid)
        empty = scene.without(0)
        with torch.no_grad():
            features = [
                torch.cat(list(model.get_image_features(**packer.pixels([s])).pooler_output)) for s in (scene, empty)
            ]
        change = (features[0] - features[1]).norm(dim=-1)
        labels = patch_labels([scene], spec.token_cells)[0]
        (token,) = (labels > 0).nonzero()[0].tolist()
        assert labels[token] == PATCH_CLASSES["square", "red"]
        tiled = torch.tensor([cell >= 0 for cell in spec.token_cells])
        assert int(change.where(tiled, torch.tensor(0.0)).argmax()) == token
        row, column = divmod(spec.token_cells[token], spec.grid)
        x, y = scene.objects[0].centre
        assert (row, column) == (y // side, x // side)


def test_naming_wants_both_words_at_objects_and_none_at_background():
    words = {
        word: i
        for i, word in enumerate(("circle", "square", "triangle", "red", "green", "blue", "yellow", "purple", "orange"))
    }
    loss = NamingLoss(words)
    labels = torch.tensor([PATCH_CLASSES["square", "green"], 0])
    logits = torch.full((2, 12), -30.0)
    logits[0, [words["square"], words["green"]]] = 0.0
    logits[1, 11] = 0.0
    best = loss(logits, labels)
    assert best.item() == pytest.approx(np.log(2), abs=1e-4)
    for row, wrong in ((0, words["red"]), (1, words["red"])):
        worse = logits.clone()
        worse[row, wrong] = 3.0
        assert loss(worse, labels) > best + 0.5


def test_a_resumed_run_ends_where_an_uninterrupted_one_does(name, tmp_path):
    whole = Trainer(name, seed=1, recipe=SHORT)
    whole.run()

    class Stop(Exception):
        pass

    first = Trainer(name, seed=1, recipe=SHORT, state_file=tmp_path / "run.pt")
    step = first._answer_step

    def stop_at_third(rng: np.random.Generator) -> dict[str, float]:
        if first.progress.step == 3:
            raise Stop
        return step(rng)

    first._answer_step = stop_at_third
    with pytest.raises(Stop):
        first.run()
    resumed = Trainer(name, seed=1, recipe=SHORT, state_file=tmp_path / "run.pt")
    assert (resumed.progress.stage, resumed.progress.step) == (2, 3)
    resumed.run()
    assert (resumed.progress.stage, resumed.progress.step) == (whole.progress.stage, whole.progress.step) == (4, 2)
    for key, value in whole.model.state_dict().items():
        assert torch.equal(resumed.model.state_dict()[key], value), key


def test_a_release_can_be_loaded_and_tells_its_facts(tmp_path, monkeypatch):
    monkeypatch.setattr(release, "_N_HELD_OUT", 4)
    monkeypatch.setattr(release, "_N_LENS", 2)
    directory = release.train_and_release("toy-qwen3_vl", out=tmp_path, seed=5, recipe=SHORT)
    model = AutoModelForImageTextToText.from_pretrained(directory)
    assert model.dtype == torch.float32
    assert model.lm_head.weight is model.get_input_embeddings().weight
    assert torch.equal(model.lm_head.weight, model.lm_head.weight.bfloat16().float())
    assert type(AutoProcessor.from_pretrained(directory)).__name__ == "Qwen3VLProcessor"
    card = (directory / "README.md").read_text()
    assert "scripts/train_toys toy-qwen3_vl --seed 5" in card
    assert "Greedy next token on 4 held-out scenes" in card
    assert "{" not in card.split("## Accuracy")[1]
