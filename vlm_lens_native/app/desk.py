"""The desk: models, images and studies, and every view by name. Servers and widgets hand requests to it."""

from __future__ import annotations

import hashlib
import io
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

from PIL import Image

from vlm_lens_native.app import requests as ask
from vlm_lens_native.app.jobs import Gate
from vlm_lens_native.app.prompt import Film, Prompt, Turn
from vlm_lens_native.app.shelf import Shelf
from vlm_lens_native.app.study import Study
from vlm_lens_native.app.views import attention, attribution, features, interventions, lens, sweeps
from vlm_lens_native.app.views.tokens import next_token, tokens
from vlm_lens_native.bundle.wire import View
from vlm_lens_native.errors import ImageError, InputError
from vlm_lens_native.inputs import load_image
from vlm_lens_native.model import HookedVLMTransformer

MOST_PIXELS = 64_000_000  # of one image: beyond, decoding alone would take a quarter of a gigabyte
_FEWER = f"{MOST_PIXELS / 1e6:.0f} million are the most. Scale it down first: no model sees so many."
MOST_IMAGE_BYTES = 32 * 2**20
MOST_IMAGES_BYTES = 2**30  # of all images kept, decoded
MOST_STUDY_BYTES = 4 * 2**30  # of all studies kept


class GoneError(InputError):
    """An image or study that is not here any more; whoever asks has to send it again."""


VIEWS: Mapping[str, tuple[type[ask.Asked], Callable[..., View]]] = {
    "lens": (ask.LensRequest, lens.lens),
    "words": (ask.WordsRequest, lens.words),
    "heads": (ask.HeadsRequest, attention.heads),
    "pattern": (ask.PatternRequest, attention.pattern),
    "readers": (ask.ReadersRequest, attention.readers),
    "parts": (ask.PartsRequest, attribution.parts),
    "sources": (ask.PartsRequest, attribution.sources),
    "neurons": (ask.NeuronsRequest, attribution.neurons),
    "features": (ask.FeaturesRequest, features.features),
    "feature": (ask.FeatureRequest, features.feature),
}
"""Views that are a function of one study: what they are asked with, and the function."""

STREAMS: Mapping[str, type[ask.Asked]] = {
    "answer": ask.AnswerRequest,
    "changes": ask.ChangesRequest,
    "patching": ask.PatchingRequest,
    "knockout": ask.KnockoutRequest,
    "gradients": ask.GradientRequest,
}
"""What comes piece by piece."""

SWEEPS = ("patching", "knockout", "gradients")
"""Those of the streams whose last piece, which holds all, is kept with the study."""


@dataclass(frozen=True, kw_only=True)
class Example:
    """A question to begin with.

    Attributes:
        question: What is asked.
        images: About what.
        answer: The true answer, where it is known.
        prefill: What the answer is to begin with.
        name: Of the file that it comes from.
    """

    question: str
    images: tuple[Image.Image, ...]
    answer: str | None = None
    prefill: str = ""
    name: str = ""


Examples = tuple[int, Callable[[int], Example]]
"""How many there are, and what makes the n-th."""


class Desk:
    """Models, images and studies.

    Args:
        models: By the name that the page shows.
        examples: Of all models, or what makes those of a model from its name and itself; None for none.
        allowed: Further models by name, each loaded when it is first asked.
        most_bytes: Of all studies that are kept.
        dictionaries: Of models, by their names.
    """

    def __init__(
        self,
        models: Mapping[str, HookedVLMTransformer],
        examples: Examples | Callable[[str, HookedVLMTransformer], Examples | None] | None = None,
        *,
        allowed: Mapping[str, Callable[[], HookedVLMTransformer]] | None = None,
        most_bytes: int = MOST_STUDY_BYTES,
        dictionaries: Mapping[str, Shelf] | None = None,
    ) -> None:
        self.models: dict[str, HookedVLMTransformer] = {}
        self.allowed, self.most_bytes = dict(allowed or {}), most_bytes
        self.dictionaries = dict(dictionaries or {})
        self._examples_of, self._examples = examples, {}
        self._lock, self._gate = threading.Lock(), Gate()
        self._images: OrderedDict[str, Image.Image] = OrderedDict()
        self._studies: OrderedDict[str, Study] = OrderedDict()
        for name, model in models.items():
            self._add_model(name, model)

    # --- models and images -----------------------------------------------------------------------------------------

    @property
    def names(self) -> tuple[str, ...]:
        """Of all models, those that are not loaded yet included."""
        return tuple(dict.fromkeys([*self.models, *self.allowed]))

    def described(self) -> list[dict[str, Any]]:
        """The models, in a few words each."""
        return [
            {"name": name, "loaded": False, "examples": 0, "video": False}
            if (model := self.models.get(name)) is None
            else {
                "name": name,
                "loaded": True,
                "family": model.family.model_type,
                "n_layers": model.cfg.n_layers,
                "n_heads": model.cfg.n_heads,
                "d_model": model.cfg.d_model,
                "d_vocab": model.cfg.d_vocab,
                "dtype": str(model.dtype).removeprefix("torch."),
                "device": str(model.device),
                "examples": self._examples[name][0],
                "video": hasattr(model.processor, "video_processor"),
            }
            for name in self.names
        ]

    def check_model(self, name: str) -> None:
        """Raises where there is no such model.

        Raises:
            GoneError: There is none of this name.
        """
        if name not in self.names:
            raise GoneError(f"There is no model {name!r} here; there are {', '.join(self.names)}.")

    def model(self, name: str) -> HookedVLMTransformer:
        """One of the models; one that is allowed is loaded the first time.

        Raises:
            GoneError: There is none of this name.
            InputError: It can't be loaded.
        """
        self.check_model(name)
        if (loaded := self.models.get(name)) is not None:
            return loaded
        with self._gate.loading():
            if name not in self.models:  # others may have asked meanwhile
                try:
                    self._add_model(name, self.allowed[name]())
                except (OSError, ValueError, ImportError) as error:
                    raise InputError(f"The model {name!r} can't be loaded: {error}") from error
        return self.models[name]

    def _add_model(self, name: str, model: HookedVLMTransformer) -> None:
        made = self._examples_of(name, model) if callable(self._examples_of) else self._examples_of
        self._examples[name] = made or (0, None)
        self.models[name] = model

    def add_image(self, data: bytes) -> tuple[str, Image.Image]:
        """Decodes an image and keeps it, under a number that follows from its pixels.

        Raises:
            ImageError: No image, or one of too many bytes or pixels.
        """
        if len(data) > MOST_IMAGE_BYTES:
            raise ImageError(f"The image has {len(data)} bytes; {MOST_IMAGE_BYTES} are the most.")
        try:
            with Image.open(io.BytesIO(data)) as opened:  # reads the header alone
                width, height = opened.size
        except Image.DecompressionBombError as error:
            raise ImageError(f"The image has too many pixels. {_FEWER}") from error
        except Exception as error:
            raise ImageError(f"These {len(data)} bytes are no image of a kind that can be read.") from error
        if width * height > MOST_PIXELS:
            raise ImageError(f"The image has {width} x {height} pixels. {_FEWER}")
        try:
            return self.keep_image(load_image(data))
        except ImageError as error:
            raise ImageError("The image is damaged: it begins as one, and can't be read to its end.") from error

    def keep_image(self, image: Image.Image) -> tuple[str, Image.Image]:
        """Keeps a decoded image; the oldest ones go when there are too many."""
        number = hashlib.sha256(f"{image.size}".encode() + image.tobytes()).hexdigest()[:32]
        with self._lock:
            self._images[number] = image
            self._images.move_to_end(number)
            while len(self._images) > 1 and sum(3 * i.width * i.height for i in self._images.values()) > (
                MOST_IMAGES_BYTES
            ):
                self._images.popitem(last=False)
        return number, image

    def image(self, number: str) -> Image.Image:
        """An image that was kept.

        Raises:
            GoneError: It is not here.
        """
        with self._lock:
            if number not in self._images:
                raise GoneError(f"There is no image {number[:12]} here any more; send it again.")
            self._images.move_to_end(number)
            return self._images[number]

    def example(self, model: str, number: int) -> dict[str, Any]:
        """An example, whose images are kept.

        Raises:
            GoneError: There is no such model or example.
        """
        self.check_model(model)
        count, make = self._examples.get(model, (0, None))
        if make is None or not 0 <= number < count:
            raise GoneError(f"There is no example {number} for {model!r}; there are {count}.")
        made = make(number)
        images = [self.keep_image(image) for image in made.images]
        return {
            "question": made.question,
            "answer": made.answer,
            "prefill": made.prefill,
            "name": made.name,
            "images": [{"id": one, "width": image.width, "height": image.height} for one, image in images],
        }

    # --- studies ---------------------------------------------------------------------------------------------------

    def open(self, asked: ask.StudyRequest) -> tuple[str, View]:
        """A study of a prompt, and its tokens; the same prompt again is the same study.

        Raises:
            GoneError: An image or the model is not here.
            InputError: The model can't take the prompt.
        """
        model = self.model(asked.model)
        number = hashlib.sha256(asked.model_dump_json().encode()).hexdigest()[:32]
        with self._lock:
            study = self._studies.get(number)
        if study is None:
            turns = tuple(Turn(role=turn.role, parts=tuple(map(self._part, turn.content))) for turn in asked.turns)
            with self._gate.passing():
                study = Study(
                    model,
                    Prompt(turns=turns, prefill=asked.prefill),
                    name=asked.model,
                    dictionaries=self.dictionaries.get(asked.model),
                )
            if (needed := study.expected_bytes()) > self.most_bytes:
                raise InputError(
                    f"This prompt of {study.n_prompt} tokens would take {needed / 2**30:.1f} GiB, and "
                    f"{self.most_bytes / 2**30:.1f} are the most. Take smaller or fewer images."
                )
        return number, self.add_study(number, study)

    def add_study(self, number: str, study: Study) -> View:
        """Keeps a study; the ones that were used longest ago go when all take too many bytes.

        Returns:
            Its tokens, and which ``sweeps`` were found about it: ``name`` and ``asked`` of each, the last one last.
        """
        with self._lock:
            self._studies[number] = study
            self._studies.move_to_end(number)
            self._drop_oldest(study.expected_bytes())
            found = [key for key in study.views if key[0] in SWEEPS]
        view = tokens(study)
        swept = [{"name": name, "asked": json.loads(asked)} for name, asked in found]
        return replace(view, about={**view.about, "sweeps": swept})

    def _drop_oldest(self, coming: int = 0) -> None:
        """Drops the studies that were used longest ago, and of the last one its oldest views, until all fit."""
        total = sum(each.n_bytes for each in self._studies.values()) + coming
        while len(self._studies) > 1 and total > self.most_bytes:
            total -= self._studies.popitem(last=False)[1].n_bytes
        for last in self._studies.values():
            while len(last.views) > 1 and total > self.most_bytes:
                total -= last.views.pop(next(iter(last.views))).n_bytes

    def study(self, number: str) -> Study:
        """A study that is open.

        Raises:
            GoneError: It is not here.
        """
        with self._lock:
            if number not in self._studies:
                raise GoneError("This study is not here any more; ask the question again.")
            self._studies.move_to_end(number)
            return self._studies[number]

    def picture(self, number: str, image: int, frame: int) -> Image.Image:
        """A picture of a study: of an image, or a frame of a video.

        Raises:
            GoneError: There is no such picture.
        """
        pictures = self.study(number).pictures
        if not (0 <= image < len(pictures) and 0 <= frame < len(pictures[image])):
            raise GoneError(f"The study has no picture {image}, {frame}.")
        return pictures[image][frame][0]

    def view(self, number: str, name: str, asked: ask.Asked) -> View:
        """A view of a study; found before, it is not found again."""
        study, key = self.study(number), (name, asked.model_dump_json())
        view = study.views.get(key)
        if view is None:
            with self._gate.passing():
                view = VIEWS[name][1](study, **_said(asked))
            with self._lock:
                study.views[key] = view
                self._drop_oldest()
        return view

    def stream(self, number: str, asked: ask.Asked) -> Iterator[View]:
        """What comes piece by piece: each view holds all that is known so far (of an answer, the next token).

        A sweep that was run to its end is not run again.
        """
        name = next(name for name, kind in STREAMS.items() if kind is type(asked))
        study, key = self.study(number), (name, asked.model_dump_json())
        if (known := study.views.get(key)) is not None:
            yield known
            return
        last = None
        with closing(self._passes(number, asked)) as pieces:
            for last in pieces:
                yield last
        if last is not None and name in SWEEPS:
            with self._lock:
                study.views[key] = last
                self._drop_oldest()

    def _passes(self, number: str, asked: ask.Asked) -> Generator[View]:
        """Its pieces, a turn at the model for each."""
        with closing(self._pieces(number, asked)) as pieces:
            while True:
                with self._gate.passing():
                    piece = next(pieces, None)
                if piece is None:
                    return
                yield piece

    def _pieces(self, number: str, asked: ask.Asked) -> Generator[View]:
        study = self.study(number)
        match asked:
            case ask.AnswerRequest():
                for step in study.generate(**_said(asked)):
                    yield View(about={**next_token(study, step), "pass_seconds": study.pass_seconds})
            case ask.ChangesRequest():
                yield self._changed(study, number, asked)
            case ask.PatchingRequest():
                said = {name: value for name, value in _said(asked).items() if name != "source"}
                yield from sweeps.patch(study, self.study(asked.source), **said)
            case ask.GradientRequest():
                yield from sweeps.estimate(study, self.study(asked.source), point=asked.point)
            case ask.KnockoutRequest():
                yield from sweeps.knock_out(study, window=asked.window)

    def _changed(self, study: Study, number: str, asked: ask.ChangesRequest) -> View:
        sources = {change.source: self.study(change.source) for change in asked.changes if change.source}
        if any(
            change.kind in ("patch", "steer", "project", "resample") and not change.source for change in asked.changes
        ):
            raise InputError(
                "Patching, resampling, steering and projecting out take a second study as their source; ask one first."
            )
        hooks, code = interventions.hooks_of(study, asked.changes, sources)
        inputs = study.inputs if study.prompt is None else None
        changed = Study(
            study.model,
            study.prompt,
            inputs=inputs,
            name=study.name,
            hooks=hooks,
            changes=code,
            dictionaries=study.dictionaries,
        )
        view = interventions.compare(study, changed, code=code, max_new_tokens=asked.max_new_tokens)
        own = hashlib.sha256(f"{number}{asked.model_dump_json()}".encode()).hexdigest()[:32]
        self.add_study(own, changed)
        return View(arrays=view.arrays, about={**view.about, "study": own}, code=view.code)

    def _part(self, part: Any) -> Any:
        if isinstance(part, ask.TextPart):
            return part.text
        if isinstance(part, ask.VideoPart):
            return Film(frames=tuple(self.image(frame) for frame in part.frames), fps=part.fps)
        return self.image(part.image)


def _said(asked: ask.Asked) -> dict[str, Any]:
    return {name: getattr(asked, name) for name in type(asked).model_fields}
