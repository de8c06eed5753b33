"""The same views in a notebook, over anywidget's channel."""

from __future__ import annotations

import base64
import json
import traceback
from collections.abc import Sequence
from typing import Any

import anywidget
import traitlets
from pydantic import ValidationError

from vlm_lens_native.app.desk import STREAMS, VIEWS, Desk
from vlm_lens_native.app.page import page_data
from vlm_lens_native.app.shelf import shelves
from vlm_lens_native.app.study import Study
from vlm_lens_native.app.views.tokens import next_token, tokens
from vlm_lens_native.bundle import STATIC
from vlm_lens_native.bundle.wire import pack
from vlm_lens_native.errors import InputError, VLMLensError
from vlm_lens_native.model import HookedVLMTransformer

_NUMBER = "0" * 32


class Explorer(anywidget.AnyWidget):
    """A study's views; what was computed is saved with the notebook, and shown without a kernel too.

    Each view that is found becomes a trait of its own, ``view0``, ``view1``, ..., so that it travels to the page alone
    and once: a dict of its ``key``, the name and request, and its ``piece`` in base64.

    Attributes:
        saved: The study's tokens, pictures and answer.
        views: The names of these traits, by key.
    """

    _esm = STATIC / "app.js"
    _css = STATIC / "app.css"
    saved = traitlets.Dict().tag(sync=True)

    @classmethod
    def of(
        cls,
        model: HookedVLMTransformer,
        inputs: Any,
        *,
        max_new_tokens: int = 32,
        dictionaries: Any = None,
        pages: Sequence[Any] = (),
    ) -> Explorer:
        """The widget of some inputs; answers them first.

        Raises:
            InputError: Several rows, or as for `shelf.shelves`.
        """
        shelf = shelves({"model": model}, dictionaries, pages).get("model")
        study = Study(model, inputs=inputs, dictionaries=shelf)
        answer = [next_token(study, step) for step in study.generate(max_new_tokens=max_new_tokens)]
        return cls(study, answer)

    def __init__(self, study: Study, answer: list[dict[str, Any]]) -> None:
        self._desk = Desk({study.name: study.model})
        self._desk.add_study(_NUMBER, study)
        self.views: dict[str, str] = {}
        super().__init__(saved=page_data(study, answer, title="", views={}, number=_NUMBER))
        self.on_msg(self._asked)

    def _asked(self, _: Any, message: Any, __: Any) -> None:
        """Answers the page; what is wrong becomes a message there."""
        try:
            name, asked, number = str(message["name"]), dict(message["asked"]), str(message.get("study", _NUMBER))
            piece = self.find(name, asked, number)
        except ValidationError as error:
            self.send({"id": message.get("id"), "error": f"The request is not as expected: {error.errors()[0]['msg']}"})
        except VLMLensError as error:
            self.send({"id": message.get("id"), "error": str(error)})
        except Exception as error:
            traceback.print_exc()
            self.send({"id": message.get("id"), "error": f"{type(error).__name__}: {error}"})
        else:
            if number == _NUMBER:
                self.send({"id": message["id"], "view": self._kept(name, asked, piece)})
            else:
                self.send({"id": message["id"]}, [piece])

    def _kept(self, name: str, asked: dict[str, Any], piece: bytes) -> str:
        """The trait that holds a view of the study itself, which is saved with the notebook."""
        key = f"{name} {json.dumps(asked, separators=(',', ':'))}"
        if key not in self.views:
            self.views[key] = f"view{len(self.views)}"
            held = traitlets.Dict({"key": key, "piece": base64.b64encode(piece).decode()}).tag(sync=True)
            self.add_traits(**{self.views[key]: held})
        return self.views[key]

    def find(self, name: str, asked: dict[str, Any], number: str = _NUMBER) -> bytes:
        """One view, as the page reads it.

        Raises:
            InputError: There is no such view.
        """
        if name in VIEWS:
            view = self._desk.view(number, name, VIEWS[name][0].model_validate(asked))
        elif name in STREAMS:
            *_, view = self._desk.stream(number, STREAMS[name].model_validate(asked))  # the last holds all
        elif name == "tokens":
            view = tokens(self._desk.study(number))
        else:
            raise InputError(f"There is no view {name!r}.")
        return pack(view)
