"""Images of coloured shapes, together with the truth about them.

A scene is a grey, noisy square of ``IMAGE_SIZE`` pixels a side, divided into ``grid`` x ``grid`` cells that coincide
with a toy model's image tokens. Every object lies inside a cell of its own, so "the image token of the red circle" is
exactly one token.

Coordinates are pixels of the scene's image: x grows to the right, y downwards, the pixel in column i covers
[i, i + 1), and boxes are half-open ``x1, y1, x2, y2``. Cells are ``(row, column)``.

Everything follows from seeds: the same arguments give the same pixels.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal, get_args

import numpy as np
from PIL import Image

from vlm_lens_native.errors import InputError
from vlm_lens_native.toys._drawing import draw_scene, shape_extent

Shape = Literal["circle", "square", "triangle"]
Colour = Literal["red", "green", "blue", "yellow", "purple", "orange"]
Seed = int | Sequence[int]

SHAPES: tuple[Shape, ...] = get_args(Shape)
COLOURS: tuple[Colour, ...] = get_args(Colour)
IMAGE_SIZE = 112
MAX_COUNT = 9
GRID = "toy_scene_grid"
"""Where the picture of a scene says, in its ``info``, how many cells it has along a side."""

_RGB: dict[Colour, tuple[int, int, int]] = {
    "red": (214, 40, 40),
    "green": (40, 165, 60),
    "blue": (45, 85, 220),
    "yellow": (235, 215, 45),
    "purple": (145, 55, 180),
    "orange": (245, 135, 25),
}
_RGB_JITTER = 16
_RADII = (0.32, 0.47)  # of a cell's side: nothing leaves its cell
_CENTRE_JITTER = 3.0


@dataclass(frozen=True, kw_only=True)
class SceneObject:
    """One object of a scene.

    Attributes:
        shape: What it is.
        colour: The name of its colour.
        rgb: Its exact colour, the named one with some jitter.
        centre: x and y of its centre, in pixels.
        radius: The radius of a circle; squares and triangles fit into the square of this half-width. In pixels.
        cell: Row and column of the cell that contains it.
    """

    shape: Shape
    colour: Colour
    rgb: tuple[int, int, int]
    centre: tuple[float, float]
    radius: float
    cell: tuple[int, int]

    @property
    def box(self) -> tuple[int, int, int, int]:
        """The pixels that the object touches: half-open ``x1, y1, x2, y2``."""
        left, top, right, bottom = shape_extent(self.shape, self.radius)
        x, y = self.centre
        x1, y1 = np.floor([x - left, y - top]).astype(int).tolist()
        x2, y2 = np.ceil([x + right, y + bottom]).astype(int).tolist()
        return x1, y1, x2, y2

    def __repr__(self) -> str:
        return f"SceneObject({self.colour} {self.shape}, cell={self.cell}, box={self.box})"


@dataclass(frozen=True, kw_only=True)
class Scene:
    """An image of coloured shapes that knows what is where.

    Attributes:
        objects: The objects, in reading order of their cells.
        grid: Cells along each side.
        background_seed: The seed of the noisy background.
    """

    objects: tuple[SceneObject, ...]
    grid: int
    background_seed: int

    @classmethod
    def random(cls, seed: Seed, *, grid: int = 8, n_objects: int | None = None, most: int = MAX_COUNT) -> Scene:
        """A scene of random objects: ``n_objects`` of them, or one to ``most``; ``grid`` as for `containing`."""
        rng = np.random.default_rng(seed)
        n_objects = int(rng.integers(1, most + 1)) if n_objects is None else n_objects
        return cls.containing(_random_kinds(rng, n_objects), seed=rng, grid=grid)

    @classmethod
    def containing(
        cls, kinds: Iterable[tuple[Shape, Colour]], *, seed: Seed | np.random.Generator, grid: int = 8
    ) -> Scene:
        """A scene with exactly these shapes and colours, in random cells and sizes.

        Args:
            kinds: Shape and colour of each object.
            seed: What places, sizes and background follow from.
            grid: Cells along each side. A toy knows scenes whose cells are its image tokens, and guesses at others: 8
                for toy-llava and toy-smolvlm, 7 for toy-qwen2_5_vl and toy-qwen3_vl.

        Raises:
            InputError: No shape or colour that there is.
            ValueError: If there are more objects than cells.
        """
        rng = np.random.default_rng(seed)
        kinds = list(kinds)
        for each in kinds:
            if isinstance(each, str) or len(each) != 2:
                raise InputError(f'kinds are pairs of a shape and a colour, such as ("circle", "red"); got {each!r}.')
            _check(*each)
        if len(kinds) > grid * grid:
            raise ValueError(f"{len(kinds)} objects don't fit into the {grid * grid} cells of a {grid} x {grid} grid")
        cells = rng.choice(grid * grid, size=len(kinds), replace=False)
        objects = [
            _place(rng, shape, colour, divmod(int(cell), grid), IMAGE_SIZE / grid)
            for (shape, colour), cell in zip(kinds, cells, strict=True)
        ]
        objects.sort(key=lambda item: item.cell)
        return cls(objects=tuple(objects), grid=grid, background_seed=int(rng.integers(2**31)))

    @classmethod
    def for_model(
        cls,
        model: Any,
        *,
        seed: Seed = 0,
        kinds: Iterable[tuple[Shape, Colour]] | None = None,
        n_objects: int | None = None,
    ) -> Scene:
        """A scene whose cells are the image tokens of a toy: of `kinds`, as `containing`, or random, as `random`."""
        grid = model.process_image(Image.new("RGB", (IMAGE_SIZE, IMAGE_SIZE))).grid_w
        if kinds is None:
            return cls.random(seed, grid=grid, n_objects=n_objects)
        return cls.containing(kinds, seed=seed, grid=grid)

    @cached_property
    def image(self) -> Image.Image:
        """The picture: RGB, ``IMAGE_SIZE`` pixels a side."""
        picture = draw_scene(self.objects, size=IMAGE_SIZE, background_seed=self.background_seed)
        picture.info[GRID] = self.grid
        return picture

    def find(self, *, shape: Shape | None = None, colour: Colour | None = None) -> tuple[SceneObject, ...]:
        """The objects of this shape and colour; None stands for any."""
        _check(shape, colour)
        return tuple(item for item in self.objects if shape in (None, item.shape) and colour in (None, item.colour))

    def count(self, *, shape: Shape | None = None, colour: Colour | None = None) -> int:
        """How many objects have this shape and colour; None stands for any."""
        return len(self.find(shape=shape, colour=colour))

    def recoloured(self, index: int, colour: Colour) -> Scene:
        """The same scene, pixel for pixel, but for the colour of ``objects[index]``."""
        _check(None, colour)
        item = self.objects[index]
        jitter = np.subtract(item.rgb, _RGB[item.colour])
        return self._with(index, replace(item, colour=colour, rgb=_shifted(colour, jitter)))

    def reshaped(self, index: int, shape: Shape) -> Scene:
        """The same scene, pixel for pixel, but for the shape of ``objects[index]``."""
        _check(shape, None)
        return self._with(index, replace(self.objects[index], shape=shape))

    def without(self, index: int) -> Scene:
        """The same scene, pixel for pixel, but for ``objects[index]``, which is gone."""
        kept = tuple(item for item in self.objects if item is not self.objects[index])
        return replace(self, objects=kept)

    def with_another(self, shape: Shape, colour: Colour, *, seed: Seed) -> Scene:
        """The same scene, pixel for pixel, with one more object in a free cell.

        Raises:
            ValueError: If every cell is taken.
        """
        _check(shape, colour)
        taken = {item.cell for item in self.objects}
        free = [cell for cell in np.ndindex(self.grid, self.grid) if cell not in taken]
        if not free:
            raise ValueError(f"all {self.grid * self.grid} cells of this scene are taken")
        rng = np.random.default_rng(seed)
        new = _place(rng, shape, colour, free[rng.integers(len(free))], IMAGE_SIZE / self.grid)
        return replace(self, objects=tuple(sorted((*self.objects, new), key=lambda item: item.cell)))

    def _with(self, index: int, changed: SceneObject) -> Scene:
        objects = list(self.objects)
        objects[index] = changed
        return replace(self, objects=tuple(objects))

    def __repr__(self) -> str:
        contents = ", ".join(f"{item.colour} {item.shape} at {item.cell}" for item in self.objects)
        return f"Scene({len(self.objects)} objects on {self.grid} x {self.grid} cells: {contents or 'empty'})"


def _check(shape: str | None, colour: str | None) -> None:
    """Raises an InputError for a shape or colour that there isn't; None stands for any."""
    for what, given, known in (("shape", shape, SHAPES), ("colour", colour, COLOURS)):
        if given is not None and given not in known:
            raise InputError(f"There is no {what} {given!r}; the toys know {', '.join(known)}.")


def _random_kinds(rng: np.random.Generator, n: int) -> list[tuple[Shape, Colour]]:
    return [(SHAPES[rng.integers(len(SHAPES))], COLOURS[rng.integers(len(COLOURS))]) for _ in range(n)]


def _place(rng: np.random.Generator, shape: Shape, colour: Colour, cell: tuple[int, int], side: float) -> SceneObject:
    """An object of random size, place and tint that stays inside its cell of ``side`` pixels."""
    radius = float(rng.uniform(*_RADII)) * side
    slack = min(_CENTRE_JITTER, side / 2 - radius)
    dx, dy = rng.uniform(-slack, slack, size=2).tolist()
    row, column = cell
    return SceneObject(
        shape=shape,
        colour=colour,
        rgb=_shifted(colour, rng.integers(-_RGB_JITTER, _RGB_JITTER + 1, size=3)),
        centre=((column + 0.5) * side + dx, (row + 0.5) * side + dy),
        radius=radius,
        cell=(row, column),
    )


def _shifted(colour: Colour, jitter: np.ndarray) -> tuple[int, int, int]:
    red, green, blue = np.clip(np.add(_RGB[colour], jitter), 0, 255).astype(int).tolist()
    return red, green, blue
