"""The widget with a live kernel: the page in a real browser, its channel a real one."""

from __future__ import annotations

import base64
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.app.asked import scene
from tests.browsing import chromium
from vlm_lens_native.bundle import STATIC

pytest.importorskip("anywidget")
pytest.importorskip("ipykernel")
jupyter_client = pytest.importorskip("jupyter_client.manager")
ROOT = Path(__file__).parents[2]
CELL = """
from vlm_lens_native import HookedVLMTransformer
from vlm_lens_native.app.examples import scene_example
model = HookedVLMTransformer.from_pretrained("toy-llava")
example, _ = scene_example(0, grid=8)
widget = model.explore(model.prepare_messages(example.question, example.images[0]))
widget
"""
# What anywidget hands to a widget's `render`, over the functions that the test puts in the page.
PAGE = """async ([script, state]) => {
  const listeners = {};
  const model = {
    get: (name) => state[name],
    on: (name, listener) => (listeners[name] = listener),
    send: (content) => window.sent.push(content),
  };
  const bytes = (text) => new DataView(Uint8Array.from(atob(text), (each) => each.charCodeAt(0)).buffer);
  window.sent = [];
  window.update = (part) => {
    Object.assign(state, part);
    for (const name of Object.keys(part)) listeners[`change:${name}`]?.();
  };
  window.reply = (content, held) => listeners["msg:custom"](content, held.map(bytes));
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const place = document.createElement("div");
  document.body.append(place);
  (await import(url)).default.render({ model, el: place });
}"""


@pytest.fixture
def kernel() -> Iterator[Any]:
    manager, client = jupyter_client.start_new_kernel(
        startup_timeout=120, cwd=str(ROOT), env={**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    )
    try:
        yield client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def run(kernel: Any, code: str) -> list[dict[str, Any]]:
    """What a cell's run sends, in order."""
    said: list[dict[str, Any]] = []
    reply = kernel.execute_interactive(code, timeout=240, output_hook=said.append)
    assert reply["content"]["status"] == "ok", reply["content"]
    return said


def test_the_page_asks_a_live_kernel_and_the_answers_are_kept(kernel: Any):
    [opened] = [
        each["content"]
        for each in run(kernel, CELL)
        if each["msg_type"] == "comm_open" and "saved" in each["content"]["data"]["state"]
    ]
    saved = opened["data"]["state"]["saved"]
    truth = scene("toy-llava")[2].find(shape="circle")[0].colour
    updates: list[dict[str, Any]] = []
    with chromium() as browser:
        page = browser.new_page()
        page.evaluate(PAGE, [(STATIC / "app.js").read_text(), {"saved": saved}])
        page.locator(".answer-token", has_text=truth).first.wait_for()

        def carry_until(selector: str) -> None:
            """Carries messages between the page and the kernel until something is shown."""
            end = time.monotonic() + 120
            while not page.locator(selector).count():
                assert time.monotonic() < end, f"{selector} never came"
                for content in page.evaluate("() => window.sent.splice(0)"):
                    data = {"method": "custom", "content": content}
                    kernel.shell_channel.send(
                        kernel.session.msg("comm_msg", {"comm_id": opened["comm_id"], "data": data})
                    )
                try:
                    message = kernel.get_iopub_msg(timeout=0.2)
                except Exception:  # nothing was said meanwhile
                    continue
                data = message["content"].get("data", {})
                if message["content"].get("comm_id") != opened["comm_id"]:  # progress bars are widgets too
                    continue
                if message["msg_type"] == "comm_msg" and data["method"] == "update":
                    updates.append(data["state"])
                    page.evaluate("(part) => window.update(part)", data["state"])
                elif message["msg_type"] == "comm_msg" and data["method"] == "custom":
                    held = [base64.b64encode(each).decode() for each in message["buffers"]]
                    page.evaluate("([content, held]) => window.reply(content, held)", [data["content"], held])

        carry_until(".best .head")
        page.locator(".best .head").first.click()
        carry_until(".legend .label")
        page.get_by_role("tab", name="Causes").click()
        page.get_by_role("button", name="ablate").click()
        carry_until("[data-after]")
        page.get_by_role("button", name="show views of the changed model").click()
        carry_until("text=All views show the changed model")
    assert [list(state) for state in updates] == [[f"view{nth}"] for nth in range(len(updates))]  # each once, and alone
    views = {view["key"]: view["piece"] for state in updates for view in state.values()}
    assert {key.partition(" ")[0] for key in views} >= {"heads", "lens", "parts", "changes"}
    kept = "{view['key']: view['piece'] for name, view in widget.get_state().items() if name.startswith('view')}"
    held = run(kernel, f"import json; print(json.dumps({kept}))")
    printed = "".join(each["content"]["text"] for each in held if each["msg_type"] == "stream")
    assert json.loads(printed) == views
    with chromium() as browser:  # without a kernel
        page = browser.new_page()
        found = {name: view for state in updates for name, view in state.items()}
        page.evaluate(PAGE, [(STATIC / "app.js").read_text(), {"saved": saved, **found}])
        page.locator(".best .head").first.click()
        page.locator(".legend .label").wait_for()
        assert not page.evaluate("window.sent.filter((each) => each.name === 'parts')")
