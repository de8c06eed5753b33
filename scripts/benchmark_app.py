"""The app's times and sizes: in a real browser, and of a study of a large model."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import gzip
import shutil
import socket
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from benchmark_shapes import SHAPES, cut
from PIL import Image

from vlm_lens_native import HookedVLMTransformer, app, bundle
from vlm_lens_native.app.examples import scene_example
from vlm_lens_native.app.page import page_data
from vlm_lens_native.app.prompt import Prompt
from vlm_lens_native.app.study import Study
from vlm_lens_native.app.views import attention, attribution, lens
from vlm_lens_native.bundle import wire
from vlm_lens_native.bundle.wire import View

_LAYERS, _HEADS, _TOKENS = 32, 32, 1200
_GRID = (30, 40)
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]

# One hover: a frame begins, the pointer moves, the frame is painted.
_HOVER = """async (places) => {
  const box = document.querySelector("[data-grid='Attention by head']"), canvas = box.querySelector("canvas");
  const [left, top, cell, tall] = box.dataset.cell.split(",").map(Number), times = [];
  for (const [row, column] of places) {
    const area = canvas.getBoundingClientRect();
    const at = { clientX: area.left + left + (column + 0.5) * cell, clientY: area.top + top + (row + 0.5) * tall };
    times.push(await new Promise((done) => requestAnimationFrame(() => {
      const start = performance.now(), channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now() - start);
      canvas.dispatchEvent(new PointerEvent("pointermove", { ...at, bubbles: true }));
      queueMicrotask(() => channel.port2.postMessage(0));
    })));
  }
  return times;
}"""


def benchmark_app(shape: str, repeats: int) -> list[dict[str, Any]]:
    """Rows of a table: what is measured, and its value."""
    rows = [*_bundle(), *_of_a_study(repeats), *_of_a_large_study(shape, repeats)]
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        return [*rows, {"app": "in a browser", "value": "not run: no chromium on the path"}]
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        rows += [*_first_paint(browser, repeats), *_hover(browser)]
        browser.close()
    return rows


def _bundle() -> Iterator[dict[str, Any]]:
    files = [bundle.STATIC / name for name in ("app.js", "app.css", "index.html")]
    size = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)
    yield {"app": "bundle, compressed", "value": f"{size / 1000:.0f} kB"}


def _asked(name: str = "toy-llava") -> tuple[HookedVLMTransformer, Study]:
    model = HookedVLMTransformer.from_pretrained(name)
    example, _ = scene_example(0, grid=8)
    return model, Study(model, Prompt.ask(example.question, *example.images), name=name)


def _of_a_study(repeats: int) -> Iterator[dict[str, Any]]:
    _, study = _asked()
    list(study.generate())
    sizes = [len(wire.pack(view)) for view in (lens.lens(study), attention.heads(study))]
    yield {"app": "toy-llava: bytes of the lens; of all heads at one focus", "value": "{:,}; {:,}".format(*sizes)}
    yield {"app": "toy-llava: memory of a study", "value": f"{study.n_bytes / 1e6:.1f} MB"}
    focus = _median(lambda: attention.heads(study, focus=30), repeats)
    yield {"app": "toy-llava: all heads at a new focus", "value": f"{1000 * focus:.0f} ms"}


def _of_a_large_study(shape: str, repeats: int) -> Iterator[dict[str, Any]]:
    model, inputs, n_layers = cut(shape, layers=2)
    study = Study(model, inputs=inputs)
    study.run()
    whole = _median(lambda: model.lm.run(study.prompt_only()), min(repeats, 3))
    focus = _median(lambda: attention.heads(study, focus=study.n_prompt - 3), repeats)
    parts = _median(lambda: attribution.parts(study, target=7, focus=study.n_prompt - 3), min(repeats, 5))
    name = f"{SHAPES[shape].about}, 2 of {n_layers} layers, {study.n_prompt} tokens"
    yield {"app": f"{name}: one pass", "value": f"{whole:.2f} s"}
    yield {
        "app": "all heads at a new focus (one decode step)",
        "value": f"{focus:.3f} s, {focus / whole:.3f} of a pass",
    }
    yield {
        "app": "attribution at a new focus (two decode steps)",
        "value": f"{parts:.3f} s, {parts / whole:.3f} of a pass",
    }
    expected = study.expected_bytes() / (torch.finfo(model.dtype).bits / 16)
    layers = n_layers / model.cfg.n_layers
    yield {
        "app": f"memory of a study with all {n_layers} layers, in 16 bits",
        "value": f"{layers * expected / 1e9:.2f} GB",
    }


def _median(work: Callable[[], Any], repeats: int) -> float:
    times = []
    with torch.no_grad():
        for _ in range(repeats):
            start = time.perf_counter()
            work()
            times.append(time.perf_counter() - start)
    return statistics.median(times)


def _first_paint(browser: Any, repeats: int) -> Iterator[dict[str, Any]]:
    model, _ = _asked()
    paints, answers = [], []
    with _serving(app.create({"toy-llava": model})) as address:
        for _ in range(max(3, repeats // 3)):
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            page = context.new_page()
            page.goto(address)
            page.wait_for_selector(".thumbs img")
            paints.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
            start = time.perf_counter()
            page.get_by_role("button", name="Ask", exact=True).click()
            page.wait_for_selector(".best .head")
            answers.append(time.perf_counter() - start)
            context.close()
    yield {"app": "toy-llava: first paint", "value": f"{statistics.median(paints):.0f} ms"}
    yield {
        "app": "toy-llava: from Ask to the answer and its heads",
        "value": f"{1000 * statistics.median(answers):.0f} ms",
    }


def _hover(browser: Any) -> Iterator[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(bundle.render(_large_page(), "hover"), encoding="utf-8")
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(file.as_uri())
        page.wait_for_selector("[data-grid='Attention by head']")
        places = [[(7 * nth) % _LAYERS, (11 * nth) % _HEADS] for nth in range(80)]
        times = page.evaluate(_HOVER, places)[10:]
        page.close()
    middle = statistics.quantiles(times, n=20)
    what = f"hover to paint, {_LAYERS} x {_HEADS} heads x {_TOKENS:,} tokens"
    yield {
        "app": f"{what}: median; 95th percentile",
        "value": f"{statistics.median(times):.1f} ms; {middle[18]:.1f} ms",
    }


def _large_page() -> dict[str, Any]:
    """A page with random attention of a large model over an image of 1,200 tokens."""
    _, study = _asked()
    data = page_data(study, [], title="hover", views={}, tabs=["attention"])
    rows, columns = _GRID
    n_pos = _TOKENS + 20
    is_image = np.arange(n_pos) < _TOKENS
    row, column = np.divmod(np.arange(n_pos), columns)
    boxes = np.stack([column, row, column + 1, row + 1], axis=1) * 16.0
    boxes[~is_image] = np.nan
    arrays = {
        "kinds": np.where(is_image, 1, 0),
        "images": np.where(is_image, 0, -1),
        "rows": np.where(is_image, row, -1),
        "columns": np.where(is_image, column, -1),
        "boxes": boxes,
    }
    size = [16.0 * columns, 16.0 * rows]
    image = {"size": size, "kind": "image", "boxed": True, "grids": [], "frames": [{"area": [0, 0, *size]}]}
    about = {
        "strings": ["x"] * n_pos,
        "kinds": ["text", "image", "marker", "pad"],
        "images": [image],
        "n_prompt": n_pos,
    }
    about |= {"n_layers": _LAYERS, "n_heads": _HEADS, "model": "hover"}
    weights = np.random.default_rng(0).dirichlet(np.full(n_pos, 0.05), size=(_LAYERS, _HEADS)).astype(np.float32)
    heads = wire.pack(View(arrays={"weights": weights}, about={"focus": n_pos - 1}))
    held = base64.b64encode
    data["tokens"] = held(wire.pack(View(arrays=arrays, about=about))).decode()
    data["pictures"] = [[bundle.data_uri(Image.new("RGB", (640, 480), "grey"))]]
    data["views"] = {f'heads {{"focus":{n_pos - 1}}}': held(heads).decode()}
    return data


@contextlib.contextmanager
def _serving(application: Any) -> Iterator[str]:
    import uvicorn

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(application, port=port, log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve()), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}/"
    server.should_exit = True
    thread.join()
