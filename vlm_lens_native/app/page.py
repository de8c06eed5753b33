"""A study as a page without a server reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from vlm_lens_native import bundle
from vlm_lens_native.app.study import Study
from vlm_lens_native.app.views.tokens import tokens
from vlm_lens_native.bundle.wire import View, pack


def page_data(
    study: Study, answer: Sequence[Mapping[str, Any]], *, views: Mapping[str, View], **given: Any
) -> dict[str, Any]:
    """What the bundle reads of a study in a page without a server.

    Args:
        study: The study.
        answer: Its answer, as `tokens.next_token` tells each step.
        views: By name and request, as the bundle asks: ``'heads {"focus":76}'``.
        given: As for `bundle.page_data`.
    """
    return bundle.page_data(
        pack(tokens(study)),
        {key: pack(view) for key, view in views.items()},
        answer=answer,
        pictures=[[bundle.data_uri(picture) for picture, _ in frames] for frames in study.pictures],
        **given,
    )
