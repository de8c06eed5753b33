"""What the demo looks at: an image, a question, and the images that activations may be patched from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageOps, ImageStat

from vlm_lens_native.inputs import load_image
from vlm_lens_native.inputs.loading import ImageLike
from vlm_lens_native.toys.questions import Question, all_questions
from vlm_lens_native.toys.scenes import COLOURS, Colour, Scene, Shape

DEFAULT_QUESTION = "What colour is the square?"


@dataclass(frozen=True, kw_only=True)
class Source:
    """An image to patch from, of the size of the example's image.

    Attributes:
        image: RGB.
        origin: Where it comes from, in words: goes on from "The source image is ...".
    """

    image: Image.Image
    origin: str


@dataclass(frozen=True, kw_only=True)
class Example:
    """An image with a question.

    Attributes:
        image: RGB.
        question: What is asked about it.
        sources: Images to patch from; the first whose answer differs is taken.
        truth: The true answer, where it is known.
        origin: Where the image comes from, in words.
    """

    image: Image.Image
    question: str
    sources: tuple[Source, ...]
    truth: str | None = None
    origin: str


def example_from_scene(
    question: str | None = None, *, grid: int, source_image: ImageLike | None = None, n_objects: int = 6
) -> Example:
    """A generated scene. Its source is the same scene, pixel for pixel, but for one object: the one asked about.

    Args:
        question: One of the toys' questions, or any text (the object that differs is then the square).
        grid: Cells along each side of the scene; a toy's own number, for its image tokens to coincide with the cells.
        source_image: Takes the place of the second scene.
        n_objects: Objects in the scene.
    """
    text = question or DEFAULT_QUESTION
    asked = next((each for each in all_questions() if each.text == text), None)
    varied = asked or Question(kind="colour", shape="square")
    scene = _scene_for(varied, grid=grid, n_objects=n_objects)
    other, difference = _other_scene(scene, varied)
    made = Source(image=other.image, origin=f"the same scene, pixel for pixel, with {difference}")
    return Example(
        image=scene.image,
        question=text,
        sources=(made,) if source_image is None else (_given(source_image, scene.image.size),),
        truth=asked.answer(scene) if asked else None,
        origin=f"a generated scene of {n_objects} coloured shapes",
    )


def example_from_image(image: ImageLike, question: str, *, source_image: ImageLike | None = None) -> Example:
    """A user's image. Without a source image, mirrored and uniformly grey versions of it are tried in its place."""
    loaded = load_image(image)
    mean = tuple(round(value) for value in ImageStat.Stat(loaded).mean)
    made = (
        Source(image=ImageOps.mirror(loaded), origin="made from the first by mirroring it left to right"),
        Source(
            image=Image.new("RGB", loaded.size, mean),
            origin="made from the first: all of it painted in its mean colour",
        ),
    )
    sources = made if source_image is None else (_given(source_image, loaded.size),)
    return Example(image=loaded, question=question, sources=sources, origin="the image that was given")


def _given(source_image: ImageLike, size: tuple[int, int]) -> Source:
    """A user's source, brought to the size of the first image: patching needs the same token layout."""
    loaded = load_image(source_image)
    if loaded.size == size:
        return Source(image=loaded, origin="the one that was given")
    fitted = ImageOps.fit(loaded, size, Image.Resampling.BICUBIC)
    changed = (
        f"cut and scaled from {loaded.width} x {loaded.height} to {size[0]} x {size[1]} pixels, the first one's size"
    )
    return Source(image=fitted, origin=f"the one that was given, {changed}")


def _scene_for(question: Question, *, grid: int, n_objects: int) -> Scene:
    """The first scene, by seed, that the question can be asked about, with something to be found in it."""
    for seed in range(10_000):
        scene = Scene.random(seed, grid=grid, n_objects=n_objects)
        found = scene.find(shape=question.shape, colour=question.colour)
        is_counted = question.kind == "count" and 2 <= len(found) <= n_objects - (question != Question(kind="count"))
        is_unique = question.kind != "count" and len(found) == 1 and scene.count(colour=found[0].colour) == 1
        if is_counted or is_unique:
            return scene
    raise AssertionError(f"no scene fits {question}")


def _other_scene(scene: Scene, question: Question) -> tuple[Scene, str]:
    """The scene with another answer to the question, and what is different."""
    item = scene.find(shape=question.shape, colour=question.colour)[0]
    index = scene.objects.index(item)
    if question.kind == "colour":
        present = {each.colour for each in scene.objects}
        absent: list[Colour] = [each for each in COLOURS if each not in present]
        new: Colour = absent[0] if absent else "red" if item.colour != "red" else "blue"
        return scene.recoloured(index, new), f"the {item.colour} {item.shape} painted {new}"
    if question.kind == "shape":
        other: Shape = "circle" if item.shape != "circle" else "square"
        return scene.reshaped(index, other), f"the {item.colour} {item.shape} made a {other}"
    shape, colour = question.shape or item.shape, question.colour or item.colour
    return scene.with_another(shape, colour, seed=0), f"one more {colour} {shape}"


def changed_pixels(image: Image.Image, other: Image.Image) -> np.ndarray:
    """``[height width]``, True where two images of one size differ."""
    return (np.asarray(image) != np.asarray(other)).any(axis=-1)
