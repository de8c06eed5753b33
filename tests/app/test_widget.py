"""Notebooks and the command line."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from tests.app.asked import scene, toy
from tests.browsing import chromium, shown
from vlm_lens_native import InputError, app, bundle
from vlm_lens_native.bundle import wire

pytest.importorskip("anywidget")
NAME = "toy-llava"


def explored() -> Any:
    question, image, _ = scene(NAME)
    return toy(NAME).explore(toy(NAME).prepare_messages(question, image))


def answers(widget: Any, *messages: dict[str, Any]) -> list[tuple[Any, Any]]:
    sent: list[tuple[Any, Any]] = []
    widget.send = lambda message, buffers=None: sent.append((message, buffers))
    for message in messages:
        widget._asked(None, message, None)
    return sent


def test_a_notebooks_page_gets_its_views_and_they_are_saved():
    widget = explored()
    assert widget.saved["answer"][0]["token"]["text"].strip() == scene(NAME)[2].find(shape="circle")[0].colour
    [(message, _)] = answers(widget, {"id": 4, "name": "heads", "asked": {"focus": 20}})
    assert message == {"id": 4, "view": "view0"}
    assert widget.view0["key"] == 'heads {"focus":20}'
    assert wire.unpack(base64.b64decode(widget.view0["piece"]))[0]["weights"].shape == (6, 4, 21)
    assert answers(widget, {"id": 5, "name": "heads", "asked": {"focus": 20}})[0][0] == {"id": 5, "view": "view0"}


def test_what_is_wrong_is_a_message_in_the_notebook():
    wrong = [("heads", {"focus": 9999}), ("heads", {"focus": "x"}), ("nothing", {}), ("words", {"words": ["zzzz zz"]})]
    messages = [{"id": nth, "name": name, "asked": asked} for nth, (name, asked) in enumerate(wrong)]
    said = [message for message, _ in answers(explored(), *messages)]
    assert [message["id"] for message in said] == [0, 1, 2, 3]
    assert all(message["error"] for message in said)


def test_several_rows_are_refused():
    question, image, _ = scene(NAME)
    with pytest.raises(InputError, match="2 rows"):
        toy(NAME).explore(toy(NAME).prepare_messages_batch([question] * 2, [image] * 2))


def test_without_a_kernel_a_saved_study_is_a_page(tmp_path):
    widget = explored()
    target = widget.saved["answer"][0]["token"]["id"]
    focus = widget.saved["answer"][0]["position"]
    answers(
        widget,
        {"id": 0, "name": "heads", "asked": {"focus": focus}},
        {"id": 1, "name": "lens", "asked": {"top_k": 5}},
        {"id": 2, "name": "parts", "asked": {"target": target, "contrast": None, "focus": focus}},
    )
    views = {view["key"]: view["piece"] for view in (widget.view0, widget.view1, widget.view2)}
    saved = {**widget.saved, "views": views, "title": "</script><b id='x'>", "tabs": ["attribution", "lens"]}
    (tmp_path / "page.html").write_text(bundle.render(saved, "</title><b>"), encoding="utf-8")
    with chromium() as browser, shown(browser, (tmp_path / "page.html").as_uri()) as opened:
        opened.locator(".best .head").first.click()
        opened.wait_for_selector(".reading td")
        assert opened.locator("#x, b#x").count() == 0
        assert opened.get_by_role("heading", name="</script>").count() == 1


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(__import__("sys").modules, "uvicorn", None)
    with pytest.raises(ImportError, match=r"vlm_lens_native\[app\]"):
        app.serve(toy(NAME))
