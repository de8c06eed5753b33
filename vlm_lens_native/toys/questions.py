"""The closed language of questions about a scene, each with its answer.

Three kinds: ``count`` ("How many red circles are there?", a digit), ``colour`` ("What colour is the square?") and
``shape`` ("What shape is the red one?"). Colour and shape questions are asked only where exactly one object is meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from vlm_lens_native.toys.scenes import COLOURS, MAX_COUNT, SHAPES, Colour, Scene, Seed, Shape

Kind = Literal["count", "colour", "shape"]
Target = tuple[Shape | None, Colour | None]

KINDS: tuple[Kind, ...] = ("count", "colour", "shape")
ANSWERS: tuple[str, ...] = (*(str(n) for n in range(MAX_COUNT + 1)), *COLOURS, *SHAPES)

KIND_SHARES: dict[Kind, float] = {"count": 0.5, "colour": 0.25, "shape": 0.25}
_ABSENT_SHARE = 0.04  # of the counting questions: about things that aren't there
_DRILL_FORMS = (0.1, 0.3, 0.2, 0.4)  # "shapes", "red shapes", "circles", "red circles"


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question about the objects of some shape or colour; None stands for any.

    Attributes:
        kind: What is asked for.
        shape: The shape that the question names.
        colour: The colour that the question names.
    """

    kind: Kind
    shape: Shape | None = None
    colour: Colour | None = None

    @property
    def text(self) -> str:
        """The question in words."""
        if self.kind == "colour":
            return f"What colour is the {self.shape}?"
        if self.kind == "shape":
            return f"What shape is the {self.colour} one?"
        colour = f"{self.colour} " if self.colour else ""
        return f"How many {colour}{self.shape or 'shape'}s are there?"

    def answer(self, scene: Scene) -> str:
        """The true answer.

        Raises:
            ValueError: If the question is about one object, and the scene doesn't have exactly one such.
        """
        found = scene.find(shape=self.shape, colour=self.colour)
        if self.kind == "count":
            return str(len(found))
        if len(found) != 1:
            raise ValueError(f"{self.text!r} is about one object, but {len(found)} fit it in {scene}")
        return found[0].colour if self.kind == "colour" else found[0].shape


def all_questions() -> tuple[Question, ...]:
    """Every question of the language."""
    counts = [Question(kind="count", shape=s, colour=c) for s in (None, *SHAPES) for c in (None, *COLOURS)]
    colours = [Question(kind="colour", shape=shape) for shape in SHAPES]
    shapes = [Question(kind="shape", colour=colour) for colour in COLOURS]
    return (*counts, *colours, *shapes)


def sample_questions(
    scene: Scene, n: int, rng: np.random.Generator, *, shares: Mapping[Kind, float] = KIND_SHARES
) -> list[Question]:
    """Draws ``n`` questions that the scene answers, with repetition.

    Counting questions are about objects that are there, but for a few about absent ones.

    Args:
        scene: What to ask about.
        n: How many questions to draw.
        rng: Where the randomness comes from.
        shares: Shares of the kinds; those of kinds that can't be asked of this scene fall to the others.
    """
    pools: dict[Kind, list[Question]] = {
        "count": [question for question in all_questions() if question.kind == "count"],
        "colour": [Question(kind="colour", shape=s) for s in SHAPES if scene.count(shape=s) == 1],
        "shape": [Question(kind="shape", colour=c) for c in COLOURS if scene.count(colour=c) == 1],
    }
    kinds = [kind for kind in KINDS if pools[kind]]
    weights = np.array([shares[kind] for kind in kinds])
    drawn = rng.choice(len(kinds), size=n, p=weights / weights.sum())
    return [
        _count_question(scene, rng) if kinds[k] == "count" else pools[kinds[k]][rng.integers(len(pools[kinds[k]]))]
        for k in drawn
    ]


def drill_questions(
    scene: Scene,
    n: int,
    rng: np.random.Generator,
    *,
    counting: float = 0.7,
    shares: Mapping[Kind, float] = KIND_SHARES,
) -> list[Question]:
    """Draws ``n`` questions: counts of what the scene has, the more words they have the more often, and a mixture.

    Args:
        scene: What is asked about.
        n: How many questions.
        rng: Where the randomness comes from.
        counting: The share of such counts.
        shares: Shares of the kinds among the others.
    """
    n_mixed = int(rng.binomial(n, 1 - counting))
    items = [scene.objects[i] for i in rng.integers(len(scene.objects), size=n - n_mixed)]
    forms = [divmod(int(form), 2) for form in rng.choice(4, size=n - n_mixed, p=_DRILL_FORMS)]
    counts = [
        Question(kind="count", shape=item.shape if by_shape else None, colour=item.colour if by_colour else None)
        for item, (by_shape, by_colour) in zip(items, forms, strict=True)
    ]
    return [*sample_questions(scene, n_mixed, rng, shares=shares), *counts]


def _count_question(scene: Scene, rng: np.random.Generator) -> Question:
    """Asks after one of the objects, by shape, colour, both or neither; rarely after something absent."""
    if not scene.objects or rng.random() < _ABSENT_SHARE:
        absent = [(s, c) for s, c in _targets() if scene.count(shape=s, colour=c) == 0]
        shape, colour = absent[rng.integers(len(absent))]
        return Question(kind="count", shape=shape, colour=colour)
    item = scene.objects[rng.integers(len(scene.objects))]
    by_shape, by_colour = divmod(int(rng.integers(4)), 2)
    return Question(kind="count", shape=item.shape if by_shape else None, colour=item.colour if by_colour else None)


def training_scene(rng: np.random.Generator, *, grid: int, most: int = MAX_COUNT) -> Scene:
    """A scene of ``most`` objects at most: 65% for counting, 20% with one unique object, 15% random."""
    draw = rng.random()
    if draw < 0.65:
        return counting_scene(rng, grid=grid, most=most)[0]
    if draw < 0.85:
        return unique_scene(rng, "colour" if rng.random() < 0.5 else "shape", grid=grid, most=most)[0]
    return Scene.random(int(rng.integers(2**62)), grid=grid, most=most)


def counting_scene(rng: np.random.Generator, *, grid: int, most: int = MAX_COUNT) -> tuple[Scene, Question]:
    """A scene with 1 to ``most`` objects to be counted, as likely each, and distractors; ``most`` objects in all.

    Counted are, as likely each, all shapes, those of one shape, those of one colour, or those of one of both.
    """
    by_shape, by_colour = rng.integers(2, size=2)
    some_shape, some_colour = _kind(rng, None, None)
    shape, colour = some_shape if by_shape else None, some_colour if by_colour else None
    n = int(rng.integers(1, most + 1))
    wanted = [_kind(rng, shape, colour) for _ in range(n)]
    others = [(s, c) for s in SHAPES for c in COLOURS if not _matches((s, c), (shape, colour))]
    n_others = int(rng.integers(0, most - n + 1)) if others else 0
    distractors = [others[rng.integers(len(others))] for _ in range(n_others)]
    scene = Scene.containing([*wanted, *distractors], seed=rng, grid=grid)
    return scene, Question(kind="count", shape=shape, colour=colour)


def unique_scene(
    rng: np.random.Generator, kind: Literal["colour", "shape"], *, grid: int, most: int = MAX_COUNT
) -> tuple[Scene, Question]:
    """A scene in which one shape (or one colour) occurs once, and the question after its colour (or its shape)."""
    shape, colour = _kind(rng, None, None)
    target: Target = (shape, None) if kind == "colour" else (None, colour)
    others = [(s, c) for s in SHAPES for c in COLOURS if not _matches((s, c), target)]
    distractors = [others[rng.integers(len(others))] for _ in range(rng.integers(0, most))]
    scene = Scene.containing([(shape, colour), *distractors], seed=rng, grid=grid)
    return scene, Question(kind=kind, shape=target[0], colour=target[1])


def held_out(kind: Kind, n: int, *, seed: Seed, grid: int) -> list[tuple[Scene, Question]]:
    """An evaluation set: ``n`` scenes with a question of one kind each. Counts are uniform on 1 to 9."""
    rng = np.random.default_rng(seed)
    make = counting_scene if kind == "count" else lambda rng, grid: unique_scene(rng, kind, grid=grid)
    return [make(rng, grid=grid) for _ in range(n)]


def _targets() -> list[Target]:
    return [(question.shape, question.colour) for question in all_questions() if question.kind == "count"]


def _kind(rng: np.random.Generator, shape: Shape | None, colour: Colour | None) -> tuple[Shape, Colour]:
    return shape or SHAPES[rng.integers(len(SHAPES))], colour or COLOURS[rng.integers(len(COLOURS))]


def _matches(kind: tuple[Shape, Colour], target: Target) -> bool:
    return target[0] in (None, kind[0]) and target[1] in (None, kind[1])
