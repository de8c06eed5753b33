"""Who is let in, what is refused, and that the server lives on."""

from __future__ import annotations

import asyncio
import io
import json
import re
import struct
import threading
import zlib
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

import vlm_lens_native
from tests.app.asked import asked, scene, toy
from tests.app.test_features import STREAM, pages, saes
from vlm_lens_native import InputError, app
from vlm_lens_native.app import desk as desks
from vlm_lens_native.app import examples, requests
from vlm_lens_native.app.views import attention
from vlm_lens_native.bundle import wire
from vlm_lens_native.bundle.wire import View

pytest.importorskip("fastapi")
from starlette.testclient import TestClient

NAME = "toy-llava"
HOME = "http://127.0.0.1:8000"


def client(**given: Any) -> TestClient:
    return TestClient(app.create({NAME: toy(NAME)}, **given), base_url=HOME, raise_server_exceptions=False)


@pytest.fixture(scope="module")
def home() -> Iterator[TestClient]:
    with client() as made:
        yield made


def png(image: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "png")
    return buffer.getvalue()


def prompt(home: TestClient, number: int = 0, **changed: Any) -> dict[str, Any]:
    question, image, _ = scene(NAME, number)
    sent = home.post("/api/images", content=png(image)).json()
    content = [{"type": "image", "image": sent["id"]}, {"type": "text", "text": question}]
    return {"model": NAME, "turns": [{"role": "user", "content": content}], **changed}


def opened(home: TestClient, number: int = 0) -> str:
    response = home.post("/api/studies", json=prompt(home, number))
    assert response.status_code == 200, response.text
    return response.headers["x-study"]


def alive(home: TestClient) -> None:
    assert home.get("/api/health").json()["status"] == "ok"
    study = opened(home)
    assert home.post(f"/api/studies/{study}/heads", json={"focus": -1}).status_code == 200


def test_a_question_is_asked_and_looked_into(home: TestClient):
    assert home.get("/api/health").json()["version"] == vlm_lens_native.__version__
    study = opened(home)
    pieces = [
        wire.unpack(each)[1] for each in wire.unframed(home.post(f"/api/studies/{study}/answer", json={}).content)
    ]
    assert pieces[0]["token"]["text"].strip() == scene(NAME)[2].find(shape="circle")[0].colour
    arrays, about = wire.unpack(home.post(f"/api/studies/{study}/parts", json={"target": "red"}).content)
    assert arrays["heads"].shape == (6, 4)
    assert about["code"].startswith("from PIL import Image")
    arrays, _ = wire.unpack(home.get(f"/api/studies/{study}").content)
    assert home.get(f"/api/studies/{study}/pictures/0/0").content[:4] == b"\x89PNG"
    assert len(arrays["ids"]) == pieces[0]["position"] + 1


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "[::1", "0.0.0.0"])
def test_another_host_is_refused(home: TestClient, host: str):
    for path in ("/", "/api/health", "/assets/app.js"):
        assert home.get(path, headers={"host": host}).status_code == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:9999", "file://"])
def test_another_origin_is_refused(home: TestClient, origin: str):
    response = home.post("/api/studies", json=prompt(home), headers={"origin": origin})
    assert response.status_code == 403
    assert home.get("/api/models", headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert home.post("/api/studies", json=prompt(home), headers={"origin": HOME}).status_code == 200


def test_without_the_token_nothing_is_shown():
    with client(token="s3cret", hosts=("gpu.example",)) as there:
        for path in ("/", "/api/health", "/assets/app.js", "/openapi.json"):
            assert there.get(path).status_code == 401
            assert there.get(path, headers={"authorization": "Bearer wrong"}).status_code == 401
            assert there.get(f"{path}?token=s3cre").status_code == 401
            assert there.get(path, headers={"cookie": "vlm_lens_token=; a=b; ="}).status_code == 401
        assert there.get("/api/health", headers={"authorization": "Bearer s3cret"}).status_code == 200
        entered = there.get("/?token=s3cret", follow_redirects=False)
        assert entered.status_code == 303
        assert entered.headers["location"] == "/"  # the token does not stay in the address
        assert "HttpOnly" in entered.headers["set-cookie"]
        assert "SameSite=Strict" in entered.headers["set-cookie"]
        assert there.get("/api/health", headers={"host": "gpu.example"}).status_code == 200  # the cookie is kept


def test_an_open_address_demands_a_token(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    import uvicorn

    made: list[Any] = []
    monkeypatch.setattr(uvicorn.Server, "run", lambda self, sockets: made.append((self.config.app, sockets)))
    app.serve({NAME: toy(NAME)}, host="0.0.0.0")
    assert "?token=" in capsys.readouterr().out
    app.serve({NAME: toy(NAME)})
    printed = capsys.readouterr().out
    assert "http://127.0.0.1:" in printed
    assert "token" not in printed


def test_every_answer_forbids_what_is_not_its_own(home: TestClient):
    for path in ("/", "/api/health", "/api/nothing", "/assets/app.js"):
        headers = home.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'self'")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
    page = home.get("/").text
    assert "http" not in page.replace("http-equiv", "")


@pytest.mark.parametrize("path", ["../../../etc/passwd", "/etc/passwd", "..%2f..%2fsetup", "file:///etc/passwd"])
def test_no_path_from_a_client_is_opened(home: TestClient, path: str, monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []
    is_file = Path.is_file
    monkeypatch.setattr(Path, "is_file", lambda self: asked.append(str(self)) or is_file(self))
    assert home.get(f"/assets/{path}").status_code == 404
    assert home.get(f"/api/images/{path}").status_code in (404, 422)
    for part in (
        {"type": "image", "image": path},
        {"type": "image", "path": path},
        {"type": "video", "frames": [path]},
    ):
        turns = [{"role": "user", "content": [part, {"type": "text", "text": "?"}]}]
        assert home.post("/api/studies", json={"model": NAME, "turns": turns}).status_code == 422
    assert home.post("/api/studies", json=prompt(home, model=path)).status_code == 404
    assert home.get("/api/examples", params={"model": path}).status_code == 404
    assert home.post("/api/images", content=path.encode()).status_code == 400
    assert not [each for each in asked if "passwd" in each or "setup" in each]


def bomb(width: int, height: int) -> bytes:
    """A PNG that is small, and large once it is decoded."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(width // 8 + 1)) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_an_image_of_200_megapixels_is_refused_before_it_is_decoded(home: TestClient, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(desks, "load_image", lambda data: pytest.fail("decoded"))
    data = bomb(16000, 12500)
    assert len(data) < 100_000
    response = home.post("/api/images", content=data)
    assert response.status_code == 400
    assert "pixels" in response.json()["error"]
    assert home.post("/api/images", content=bomb(9000, 9000)).json()["error"].startswith("The image has 9000 x 9000")


def test_a_body_that_is_too_long_is_refused(home: TestClient):
    assert home.post("/api/images", content=b"x", headers={"content-length": str(2**40)}).status_code == 413
    assert home.post("/api/images", content=b"x", headers={"content-length": "-1"}).status_code == 413
    endless = (b"x" * 2**20 for _ in range(64))
    assert home.post("/api/images", content=endless).status_code != 200
    alive(home)


NASTY = "</script><img src=x onerror=alert(1)>{{7*7}}\u2028\U0001f600\x00"


def test_html_in_questions_is_text(home: TestClient):
    body = prompt(home, prefill="<b>")
    body["turns"][0]["content"][1]["text"] = NASTY
    response = home.post("/api/studies", json=body)
    assert response.status_code in (200, 400)
    if response.status_code == 200:
        assert response.headers["content-type"] == "application/octet-stream"
        assert response.headers["x-content-type-options"] == "nosniff"
    alive(home)


def test_lone_surrogates_and_odd_json_are_refused_or_taken_but_never_break(home: TestClient):
    for text in ("\ud800", "a" * 200_000, ""):
        body = prompt(home)
        body["turns"][0]["content"][1]["text"] = text
        raw = json.dumps(body).encode()
        status = home.post("/api/studies", content=raw, headers={"content-type": "application/json"}).status_code
        assert status in (200, 400, 422)
    deep = b"[" * 100_000
    assert home.post("/api/studies", content=deep, headers={"content-type": "application/json"}).status_code in (
        400,
        422,
    )
    alive(home)


def test_an_exception_in_a_view_is_a_message(home: TestClient, monkeypatch: pytest.MonkeyPatch):
    study = opened(home, 5)

    def breaks(study: Any, **asked: Any) -> View:
        raise RuntimeError("the lens is dirty")

    monkeypatch.setitem(desks.VIEWS, "lens", (desks.VIEWS["lens"][0], breaks))  # type: ignore[index]
    response = home.post(f"/api/studies/{study}/lens", json={})
    assert response.status_code == 500
    assert "the lens is dirty" in response.json()["error"]
    alive(home)


@pytest.mark.parametrize("error", [torch.OutOfMemoryError("CUDA out of memory"), MemoryError()])
def test_out_of_memory_says_what_to_reduce(home: TestClient, monkeypatch: pytest.MonkeyPatch, error: BaseException):
    study = opened(home, 6)

    def breaks(study: Any, **asked: Any) -> View:
        raise error

    monkeypatch.setitem(desks.VIEWS, "heads", (desks.VIEWS["heads"][0], breaks))  # type: ignore[index]
    response = home.post(f"/api/studies/{study}/heads", json={"focus": 3})
    assert response.status_code == 507
    assert "smaller" in response.json()["error"]
    monkeypatch.undo()
    alive(home)


def test_an_error_in_a_stream_is_its_last_piece(home: TestClient):
    study, other = opened(home), opened(home)
    response = home.post(f"/api/studies/{study}/patching", json={"source": other})
    assert "answered with" in wire.unpack(wire.unframed(response.content)[-1])[1]["error"]
    alive(home)


def test_a_sweep_that_has_ended_is_kept_with_its_study(monkeypatch: pytest.MonkeyPatch):
    ran: list[int] = []

    def knock_out(study: Any, *, window: int) -> Iterator[View]:
        for layer in (1, 2):
            ran.append(layer)
            if window == 3 and layer == 2:
                raise InputError("No further.")
            yield View(about={"done": layer, "of": 2})

    monkeypatch.setattr(desks.sweeps, "knock_out", knock_out)
    with client() as there:
        study = opened(there)
        for window, expected in ((1, [2, 1]), (3, [2, 2])):
            ran.clear()
            sent = [there.post(f"/api/studies/{study}/knockout", json={"window": window}).content for _ in range(2)]
            assert [len(wire.unframed(each)) for each in sent] == expected
            assert ran == ([1, 2] if window == 1 else [1, 2, 1, 2])
        for found in (there.get(f"/api/studies/{study}"), there.post("/api/studies", json=prompt(there))):
            assert wire.unpack(found.content)[1]["sweeps"] == [{"name": "knockout", "asked": {"window": 1}}]


def test_a_study_that_is_gone_is_404_and_the_oldest_goes_first():
    with client() as there:
        application: Any = there.app
        desk = application.state.desk
        first = opened(there, 0)
        desk.most_bytes = desk.study(first).n_bytes + 3 * desk.study(first).expected_bytes()
        for number in (1, 2, 3, 4):
            there.post(f"/api/studies/{opened(there, number)}/lens", json={})
        assert there.post(f"/api/studies/{first}/lens", json={}).status_code == 404
        assert sum(study.n_bytes for study in desk._studies.values()) <= desk.most_bytes
        desk.most_bytes = 1000
        response = there.post("/api/studies", json=prompt(there, 7))
        assert response.status_code == 400
        assert "GiB" in response.json()["error"]


def test_ten_users_at_once_get_their_own_answers(home: TestClient):
    def ask(number: int) -> tuple[str, str]:
        study = opened(home, number)
        pieces = wire.unframed(home.post(f"/api/studies/{study}/answer", json={"max_new_tokens": 1}).content)
        home.post(f"/api/studies/{study}/lens", json={})
        return wire.unpack(pieces[0])[1]["token"]["text"].strip(), study

    expected = [ask(number) for number in range(10)]
    assert len({study for _, study in expected}) == 10
    scenes = [scene(NAME, number) for number in range(10)]
    truths = [made.find(shape=question.strip("?").split()[-1])[0].colour for question, _, made in scenes]
    assert [answer for answer, _ in expected] == truths
    with client() as there:
        home = there
        with ThreadPoolExecutor(10) as users:
            assert list(users.map(ask, range(10))) == expected


def test_a_client_that_leaves_in_a_sweep_frees_the_queue_and_passes_never_overlap():
    from vlm_lens_native.app.jobs import LeftError, Queue

    async def story() -> list[str]:
        said: list[str] = []
        queue, running = Queue(), []

        async def here() -> bool:
            return False

        gone = asyncio.Event()

        async def may_leave() -> bool:
            return gone.is_set()

        def step(name: str) -> None:
            assert not running
            running.append(name)
            torch.linalg.svd(torch.randn(100, 100))
            running.pop()

        def sweep() -> Iterator[int]:
            for layer in range(1000):
                step("sweep")
                said.append(f"layer {layer}")
                yield layer

        async def leaves() -> None:
            async for layer in queue.stream(sweep, may_leave):
                if layer == 2:
                    gone.set()

        sweeping = asyncio.create_task(leaves())
        await asyncio.sleep(0)
        late = asyncio.create_task(queue.run(lambda: step("view"), here))
        cancelled = asyncio.create_task(queue.run(lambda: said.append("never"), here))
        await asyncio.sleep(0)
        cancelled.cancel()
        left = asyncio.create_task(queue.run(lambda: said.append("never"), may_leave))
        await asyncio.gather(sweeping, late)
        with pytest.raises(LeftError):
            await left
        assert queue.waiting == 0
        return said

    assert asyncio.run(story()) == ["layer 0", "layer 1", "layer 2"]


def test_a_pass_ends_when_its_asker_leaves_and_the_next_one_works(monkeypatch: pytest.MonkeyPatch):
    from vlm_lens_native.app import jobs
    from vlm_lens_native.app.prompt import Prompt
    from vlm_lens_native.app.study import Study

    async def story() -> None:
        queue, gone, begun = jobs.Queue(), asyncio.Event(), asyncio.Event()
        loop = asyncio.get_running_loop()

        async def left() -> bool:
            return gone.is_set()

        def endless() -> None:
            loop.call_soon_threadsafe(begun.set)
            while True:
                jobs.stop_if_left()

        monkeypatch.setattr(jobs, "_POLL", 0.01)
        asking = asyncio.create_task(queue.run(endless, left))
        await begun.wait()
        gone.set()
        with pytest.raises(jobs.LeftError):
            await asking
        begun.clear()
        gone.clear()
        cancelled = asyncio.create_task(queue.run(endless, left))  # a server cancels whoever reads a stream
        await begun.wait()
        cancelled.cancel()
        with pytest.raises(asyncio.CancelledError):
            await cancelled
        assert queue.waiting == 0

    asyncio.run(story())
    question, image, made = scene(NAME)
    study = Study(toy(NAME), Prompt.ask(question, image), name=NAME)
    left = threading.Event()
    monkeypatch.setattr(jobs._here, "gone", left, raising=False)
    left.set()
    with pytest.raises(jobs.LeftError):
        study.run()
    left.clear()
    steps = study.generate(max_new_tokens=4)
    first = next(steps)
    left.set()
    with pytest.raises(jobs.LeftError):
        next(steps)
    left.clear()
    assert next(study.generate(max_new_tokens=4)) == first
    assert study.strings([first.token])[first.token].strip() == made.find(shape="circle")[0].colour


def test_models_that_are_allowed_are_loaded_when_they_are_asked_and_no_others():
    loaded: list[str] = []

    def load() -> Any:
        loaded.append("toy-qwen3_vl")
        return toy("toy-qwen3_vl")

    def broken() -> Any:
        raise OSError("no such checkpoint")

    with client(allowed={"later": load, "broken": broken}) as there:
        assert [(each["name"], each["loaded"]) for each in there.get("/api/models").json()] == [
            (NAME, True), ("later", False), ("broken", False),
        ]  # fmt: skip
        for name in ("toy-qwen3_vl", "/etc/passwd"):
            assert there.post("/api/studies", json=prompt(there, model=name)).status_code == 404
        assert there.get("/api/examples", params={"model": "later"}).status_code == 404
        assert not loaded
        response = there.post("/api/studies", json=prompt(there, model="broken"))
        assert response.status_code == 400
        assert "can't be loaded: no such checkpoint" in response.json()["error"]
        for _ in range(2):
            study = there.post("/api/studies", json=prompt(there, model="later")).headers["x-study"]
            assert there.post(f"/api/studies/{study}/heads", json={}).status_code == 200
        assert loaded == ["toy-qwen3_vl"]
        assert there.get("/api/models").json()[1]["loaded"]


def test_an_answer_at_another_temperature_is_another_study(home: TestClient):
    """Two users of one prompt don't take each other's tokens away."""
    cold, warm = (
        home.post("/api/studies", json=prompt(home, temperature=temperature)).headers["x-study"]
        for temperature in (0.0, 1.5)
    )
    assert cold != warm
    whole = wire.unframed(home.post(f"/api/studies/{cold}/answer", json={"max_new_tokens": 6}).content)
    home.post(f"/api/studies/{warm}/answer", json={"temperature": 1.5})
    brief = wire.unframed(home.post(f"/api/studies/{cold}/answer", json={"max_new_tokens": 1}).content)
    assert brief == whole[:1]
    last = wire.unpack(whole[-1])[1]["position"]
    assert home.post(f"/api/studies/{cold}/heads", json={"focus": last}).status_code == 200


def test_create_says_what_it_takes():
    with pytest.raises(InputError, match="one, a list"):
        app.create({})
    with pytest.raises(InputError, match="no folder or file"):
        app.create(toy(NAME), data="/nowhere")
    assert app.create([toy(NAME), toy(NAME)]).state.desk.models.keys() == {NAME, f"{NAME} #2"}


def test_examples_come_from_a_folder_or_a_file(tmp_path: Path):
    question, image, _ = scene(NAME)
    image.save(tmp_path / "one.png")
    line = {"image": "one.png", "task": question, "assistant_prefill": "It is", "answer": "red"}
    (tmp_path / "rows.jsonl").write_text(json.dumps(line) + "\n")
    for data in (tmp_path, tmp_path / "rows.jsonl"):
        with client(data=data) as there:
            assert there.get("/api/models").json()[0]["examples"] == 1
            made = there.get("/api/examples", params={"model": NAME, "number": 0}).json()
            assert made["images"][0]["width"] == image.width
            assert there.get("/api/examples", params={"model": NAME, "number": 1}).status_code == 404
    assert (made["question"], made["prefill"], made["answer"]) == (question, "It is", "red")


def test_random_requests_find_no_fault_in_the_server():
    schemathesis = pytest.importorskip("schemathesis")
    import hypothesis

    made = app.create({NAME: toy(NAME)}, dictionaries=saes(), pages=[pages()])
    schema = schemathesis.openapi.from_asgi("/openapi.json", made, headers={"host": "127.0.0.1"})
    with TestClient(made, base_url=HOME) as there:
        study, other = opened(there), opened(there, 1)
    found: Counter[str] = Counter()
    for result in schema.get_all_operations():
        operation = result.ok()

        @hypothesis.settings(
            max_examples=30,
            deadline=None,
            database=None,
            suppress_health_check=list(hypothesis.HealthCheck),
            phases=[hypothesis.Phase.generate],  # a fault is shown as it was found: to shrink it takes minutes
        )
        @hypothesis.given(case=operation.as_strategy())
        def ask(case: Any) -> None:
            kind = case.operation.path.rpartition("/")[2]
            if "study" in (case.path_parameters or {}):  # else nothing but studies that are not there would be asked
                case.path_parameters["study"] = study
            if isinstance(case.body, dict):
                _bring_near(case.body, other, kind)
            response = case.call(headers={"host": "127.0.0.1"}, timeout=120)
            assert response.status_code < 500, (response.status_code, response.text)
            said = {}
            if kind in desks.STREAMS and response.status_code == 200:
                for piece in wire.unframed(response.content):  # whose status can't tell
                    said = wire.unpack(piece)[1]
                    assert not re.match(r"\w+(Error|Exception): ", said.get("error", "")), said
            found[kind] += response.status_code == 200 and "error" not in said

        ask()
    assert all(found[kind] for kind in (*desks.STREAMS, *desks.VIEWS)), found  # and not each request was wrong


def _bring_near(body: dict[str, Any], other: str, kind: str) -> None:
    """A random request made such that it may be one, and takes no minutes: hot answers have no end of their own."""
    if "source" in body:
        body["source"] = other
    for change in body.get("changes", ()):
        change |= {"source": other} if change.get("source") else {}
        change |= {"dictionary": STREAM} if change.get("dictionary") else {}
    for name, most in {"max_new_tokens": 4, "window": 7}.items():
        if isinstance(body.get(name), int):
            body[name] = min(body[name], most)
    for name, beyond in {"layer": 7, "head": 5, "feature": 25, "key": 2}.items():  # one more than there are
        if isinstance(body.get(name), int):
            body[name] %= beyond
    if "dictionary" in body:
        body["dictionary"] = STREAM
    if "words" in body or "target" in body:  # any text is seldom one token
        body |= {"words": ["red", 7]} if "words" in body else {"target": "red", "contrast": None}
    if kind == "patching":  # 77 tokens, and some that are not there
        body["positions"] = [position % 80 for position in body.get("positions") or [3, 70]][:3]


def test_no_pass_runs_while_a_model_is_loaded_and_passes_of_two_models_do_not_mix(monkeypatch: pytest.MonkeyPatch):
    """HF sets torch's default dtype for the whole process while it loads: who computes then, computes in it."""
    other = toy("toy-qwen3_vl")
    alone = {NAME: asked(NAME), "toy-qwen3_vl": asked("toy-qwen3_vl")}
    expected = {name: attention.heads(study).arrays["weights"] for name, study in alone.items()}
    seen: list[torch.dtype] = []
    begun, passed = threading.Event(), threading.Event()

    def load() -> Any:
        torch.set_default_dtype(torch.bfloat16)
        try:
            begun.set()
            passed.wait(0.5)  # a pass that is let through comes by meanwhile
        finally:
            torch.set_default_dtype(torch.float32)
        return other

    desk = desks.Desk({NAME: toy(NAME)}, allowed={"toy-qwen3_vl": load})
    first = desk.add_image(png(scene(NAME)[1]))[0]
    second = desk.add_image(png(scene("toy-qwen3_vl")[1]))[0]

    def look(name: str, image: str) -> Any:
        content = [{"type": "image", "image": image}, {"type": "text", "text": scene(name)[0]}]
        body = {"model": name, "turns": [{"role": "user", "content": content}]}
        number, _ = desk.open(requests.StudyRequest.model_validate(body))
        for focus in range(50, 20, -1):
            desk.view(number, "heads", requests.HeadsRequest(focus=focus))
        passed.set()
        return desk.view(number, "heads", requests.HeadsRequest()).arrays["weights"]

    def heads(study: Any, **asked: Any) -> View:
        seen.append(torch.get_default_dtype())
        return attention.heads(study, **asked)

    monkeypatch.setitem(desks.VIEWS, "heads", (requests.HeadsRequest, heads))  # type: ignore[index]
    with ThreadPoolExecutor(2) as users:
        there = users.submit(look, "toy-qwen3_vl", second)
        assert begun.wait(30)
        here = users.submit(look, NAME, first)
        found = {NAME: here.result(), "toy-qwen3_vl": there.result()}
    assert set(seen) == {torch.float32}
    assert all(np.array_equal(found[name], expected[name]) for name in expected)


def test_a_model_that_is_loaded_is_found_while_another_one_is_loaded():
    begun, end = threading.Event(), threading.Event()

    def load() -> Any:
        begun.set()
        assert end.wait(30)
        return toy("toy-qwen3_vl")

    desk = desks.Desk({NAME: toy(NAME)}, allowed={"later": load})
    with ThreadPoolExecutor(1) as users:
        later = users.submit(desk.model, "later")
        assert begun.wait(30)
        assert desk.model(NAME) is toy(NAME)
        end.set()
        assert later.result() is desk.model("later")


def test_views_of_one_study_are_bounded_too():
    with client() as there:
        desk = there.app.state.desk  # type: ignore[attr-defined]
        number = opened(there)
        study = desk.study(number)
        for focus in range(3):
            there.post(f"/api/studies/{number}/heads", json={"focus": 10 + focus})
        desk.most_bytes = study.n_bytes
        for focus in range(20):
            assert there.post(f"/api/studies/{number}/heads", json={"focus": 10 + focus}).status_code == 200
        assert study.n_bytes <= desk.most_bytes
        assert [view.about["focus"] for view in study.views.values()][-1] == 29


def test_examples_that_cannot_be_read_are_named(tmp_path: Path):
    folder = tmp_path / "photos"
    (folder / "cats").mkdir(parents=True)
    (folder / ".hidden.png").write_bytes(b"")
    scene(NAME)[1].save(folder / "cats" / "a <b>.PNG")
    (folder / "broken.png").write_bytes(png(scene(NAME)[1])[:200])
    with client(data=folder) as there:
        assert there.get("/api/models").json()[0]["examples"] == 2
        broken = there.get("/api/examples", params={"model": NAME, "number": 0})
        assert (broken.status_code, broken.json()["error"][:45]) == (
            400,
            "The example 'broken.png' is no image that can",
        )
        made = there.get("/api/examples", params={"model": NAME, "number": 1}).json()
        assert made["name"] == str(Path("cats") / "a <b>.PNG")
        damaged = there.post("/api/images", content=png(scene(NAME)[1])[:200])
        assert damaged.json()["error"].startswith("The image is damaged")
    assert examples.from_path(folder / "cats" / "a <b>.PNG")[0] == 1
    (tmp_path / "rows.jsonl").write_text('{"image": "a.png"}\n{"image": \n')
    with pytest.raises(InputError, match=r"Line 2 of .*rows\.jsonl"):
        app.create(toy(NAME), data=tmp_path / "rows.jsonl")
    (tmp_path / "data.bin").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="UTF-8"):
        app.create(toy(NAME), data=tmp_path / "data.bin")
