"""Questions: every answer is true, and the mixtures are what they are said to be."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from vlm_lens_native.toys.questions import (
    ANSWERS,
    KINDS,
    Question,
    all_questions,
    drill_questions,
    held_out,
    sample_questions,
    training_scene,
)
from vlm_lens_native.toys.scenes import Scene

SCENE = Scene.containing(
    [("circle", "red"), ("circle", "red"), ("circle", "blue"), ("triangle", "red"), ("square", "green")], seed=0
)
TRUE = {
    "How many shapes are there?": "5",
    "How many circles are there?": "3",
    "How many red shapes are there?": "3",
    "How many red circles are there?": "2",
    "How many yellow squares are there?": "0",
    "What colour is the square?": "green",
    "What colour is the triangle?": "red",
    "What shape is the green one?": "square",
    "What shape is the blue one?": "circle",
}


@pytest.mark.parametrize(("text", "answer"), TRUE.items())
def test_answers_are_true(text, answer):
    (question,) = (question for question in all_questions() if question.text == text)
    assert question.answer(SCENE) == answer


@pytest.mark.parametrize("question", [Question(kind="colour", shape="circle"), Question(kind="shape", colour="red")])
def test_a_question_about_one_object_needs_exactly_one(question):
    with pytest.raises(ValueError, match="3 fit it"):
        question.answer(SCENE)


def test_texts_are_distinct():
    texts = [question.text for question in all_questions()]
    assert len(texts) == len(set(texts)) == 28 + 3 + 6


def test_sampled_questions_can_be_answered_and_are_mixed():
    rng = np.random.default_rng(0)
    asked = [
        (scene, q)
        for scene in (training_scene(rng, grid=8) for _ in range(400))
        for q in sample_questions(scene, 8, rng)
    ]
    answers = Counter(question.answer(scene) for scene, question in asked)
    kinds = Counter(question.kind for _, question in asked)
    assert set(answers) == set(ANSWERS)
    assert 0.005 < answers["0"] / len(asked) < 0.05
    assert all(kinds[kind] > 0.1 * len(asked) for kind in KINDS)


def test_a_drill_mostly_counts_what_is_there():
    rng = np.random.default_rng(0)
    asked = [question for _ in range(300) for question in drill_questions(SCENE, 8, rng)]
    counts = [question for question in asked if question.kind == "count"]
    assert len(counts) > 0.75 * len(asked)
    assert sum(bool(question.shape and question.colour) for question in counts) > 0.3 * len(counts)
    assert sum(question.answer(SCENE) == "0" for question in counts) < 0.03 * len(counts)


def test_scenes_have_at_most_as_many_objects_as_allowed():
    rng = np.random.default_rng(0)
    assert {training_scene(rng, grid=8, most=4).count() for _ in range(200)} == {1, 2, 3, 4}


def test_sampling_follows_its_generator():
    first, second = (sample_questions(SCENE, 8, np.random.default_rng(5)) for _ in range(2))
    assert first == second


def test_held_out_counts_are_uniform_on_one_to_nine():
    counts = Counter(question.answer(scene) for scene, question in held_out("count", 900, seed=1, grid=8))
    assert set(counts) == set("123456789")
    assert all(70 < number < 135 for number in counts.values())


@pytest.mark.parametrize("kind", KINDS)
def test_held_out_questions_are_of_their_kind_on_scenes_of_nine_at_most(kind):
    for scene, question in held_out(kind, 100, seed=2, grid=7):
        assert question.kind == kind
        assert scene.grid == 7
        assert 1 <= scene.count() <= 9
        assert question.answer(scene) in ANSWERS


def test_held_out_sets_follow_their_seed():
    assert held_out("shape", 5, seed=3, grid=8) == held_out("shape", 5, seed=3, grid=8)
    assert held_out("shape", 5, seed=3, grid=8) != held_out("shape", 5, seed=4, grid=8)
