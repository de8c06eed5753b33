"""The server: the desk over HTTP, for browsers on this machine, and what keeps strangers out."""

from __future__ import annotations

import asyncio
import io
import json
import traceback
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any

import torch
from fastapi import APIRouter, FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response, StreamingResponse
from PIL import Image

from vlm_lens_native.app import requests as ask
from vlm_lens_native.app.desk import STREAMS, VIEWS, Desk, GoneError
from vlm_lens_native.app.guard import Guard
from vlm_lens_native.app.jobs import LeftError, Queue
from vlm_lens_native.bundle import STATIC
from vlm_lens_native.bundle.wire import CONTENT_TYPE, View, framed, pack
from vlm_lens_native.errors import VLMLensError

_FILES = {"": "index.html", "app.js": "app.js", "app.css": "app.css"}
_KINDS = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css"}
_ERROR = {"description": "What is wrong, and what to do", "content": {"application/json": {}}}
_ERRORS: dict[int | str, dict[str, Any]] = dict.fromkeys((400, 403, 404, 413, 422, 500, 507), _ERROR)
_BINARY: dict[int | str, dict[str, Any]] = {
    200: {"description": "A safetensors file", "content": {CONTENT_TYPE: {"schema": {"type": "string"}}}}
}


def make_app(desk: Desk, *, hosts: tuple[str, ...] = (), token: str | None = None, version: str = "") -> FastAPI:
    """The server's application.

    Args:
        desk: Models, images and studies.
        hosts: Names under which browsers reach it, beside those of the machine itself.
        token: What a browser has to show, in the address once and as a cookie then; None lets everybody on this
            machine in.
        version: Of the library.
    """
    app = FastAPI(title="vlm_lens_native", version=version, docs_url=None, redoc_url=None)
    app.state.desk = desk
    app.state.queues = {name: Queue() for name in desk.names}
    app.add_middleware(Guard, hosts=hosts, token=token)
    _add_error_handlers(app)
    app.include_router(_routes(desk, app.state.queues, version))
    return app


def _routes(desk: Desk, queues: Mapping[str, Queue], version: str) -> APIRouter:
    api = APIRouter(responses=_ERRORS)

    def queue_of(study: str) -> Queue:
        model = desk.study(study).model
        return next(queues[name] for name, each in desk.models.items() if each is model)

    @api.get("/api/health")
    async def health() -> dict[str, Any]:
        """Whether the server is there, and what waits."""
        return {"status": "ok", "version": version, "waiting": {name: queue.waiting for name, queue in queues.items()}}

    @api.get("/api/models")
    async def models() -> list[dict[str, Any]]:
        """The models that can be asked."""
        return desk.described()

    @api.get("/api/examples")
    async def example(model: str, number: int = 0) -> dict[str, Any]:
        """One of a model's examples."""
        return await asyncio.to_thread(desk.example, model, number)

    @api.post("/api/images", openapi_extra={"requestBody": {"content": {"image/*": {"schema": {"type": "string"}}}}})
    async def add_image(request: Request) -> dict[str, Any]:
        """Takes an image's bytes; nothing is opened by name."""
        data = await request.body()
        number, image = await asyncio.to_thread(desk.add_image, data)
        return {"id": number, "width": image.width, "height": image.height}

    @api.get("/api/images/{image}", response_class=Response)
    async def get_image(image: ask.Id) -> Response:
        """An image that was sent or belongs to an example, as PNG."""
        return await _png(desk.image(image))

    @api.post("/api/studies", responses=_BINARY, response_class=Response)
    async def open_study(asked: ask.StudyRequest, request: Request) -> Response:
        """Opens a study; its number is in the header ``x-study``."""
        desk.check_model(asked.model)
        number, view = await queues[asked.model].run(lambda: desk.open(asked), request.is_disconnected)
        return _answer(view, {"x-study": number})

    @api.get("/api/studies/{study}", responses=_BINARY, response_class=Response)
    async def get_study(study: ask.Id) -> Response:
        """An open study's tokens."""
        found = desk.study(study)
        return _answer(await asyncio.to_thread(desk.add_study, study, found), {"x-study": study})

    @api.get("/api/studies/{study}/pictures/{image}/{frame}", response_class=Response)
    async def picture(study: ask.Id, image: ask.Number, frame: ask.Number) -> Response:
        """A picture of a study, as PNG."""
        return await _png(desk.picture(study, image, frame))

    for name, (asked_with, _) in VIEWS.items():
        _add_view(api, desk, queue_of, name, asked_with)
    for name, asked_with in STREAMS.items():
        _add_stream(api, desk, queue_of, name, asked_with)

    @api.get("/", include_in_schema=False)
    @api.get("/assets/{name}", include_in_schema=False)
    async def page(name: str = "") -> Response:
        if name not in _FILES:
            raise HTTPException(404, "There is no such file.")
        file = STATIC / _FILES[name]
        if not file.is_file():
            raise HTTPException(404, "The page has not been built: run npm ci && npm run build in frontend/.")
        return Response(await asyncio.to_thread(file.read_bytes), media_type=_KINDS[file.suffix])

    return api


def _add_view(api: APIRouter, desk: Desk, queue_of: Callable[[str], Queue], name: str, asked_with: Any) -> None:
    async def view(study: ask.Id, asked: Any, request: Request) -> Response:
        found = await queue_of(study).run(lambda: pack(desk.view(study, name, asked)), request.is_disconnected)
        return Response(found, media_type=CONTENT_TYPE)

    view.__annotations__ = {"study": ask.Id, "asked": asked_with, "request": Request, "return": Response}
    view.__doc__ = VIEWS[name][1].__doc__
    api.post(f"/api/studies/{{study}}/{name}", name=name, responses=_BINARY, response_class=Response)(view)


def _add_stream(api: APIRouter, desk: Desk, queue_of: Callable[[str], Queue], name: str, asked_with: Any) -> None:
    async def stream(study: ask.Id, asked: Any, request: Request) -> Response:
        queue = queue_of(study)

        async def pieces() -> AsyncIterator[bytes]:
            try:
                async for view in queue.stream(lambda: desk.stream(study, asked), request.is_disconnected):
                    yield framed(pack(view))
            except Exception as error:  # the stream has begun, so its status can't tell any more
                _, message = explained(error)
                yield framed(pack(View(about={"error": message})))

        return StreamingResponse(pieces(), media_type=CONTENT_TYPE)

    stream.__annotations__ = {"study": ask.Id, "asked": asked_with, "request": Request, "return": Response}
    stream.__doc__ = f"The {name}, piece by piece: each a length of 4 bytes and a safetensors file."
    api.post(f"/api/studies/{{study}}/{name}", name=name, responses=_BINARY, response_class=Response)(stream)


def _answer(view: View, headers: Mapping[str, str]) -> Response:
    return Response(pack(view), media_type=CONTENT_TYPE, headers=dict(headers))


async def _png(image: Image.Image) -> Response:
    def encode() -> bytes:
        buffer = io.BytesIO()
        image.save(buffer, "png", compress_level=1)
        return buffer.getvalue()

    return Response(
        await asyncio.to_thread(encode), media_type="image/png", headers={"cache-control": "private, max-age=3600"}
    )


def explained(error: BaseException) -> tuple[int, str]:
    """The status and the message for something that went wrong."""
    if isinstance(error, GoneError):
        return 404, str(error)
    if isinstance(error, VLMLensError):
        return 400, str(error)
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
        return 507, "Memory ran out. Take a smaller or fewer images, or a shorter prompt; close other studies."
    return 500, f"{type(error).__name__}: {error}"


def _add_error_handlers(app: FastAPI) -> None:
    async def failed(request: Request, error: Exception) -> Response:
        if isinstance(error, LeftError):
            return Response(status_code=499)
        status, message = explained(error)
        if status == 500:
            traceback.print_exception(error)
        return JSONResponse({"error": message}, status_code=status)

    async def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        found = [f"{'.'.join(map(str, each['loc'][1:]))}: {each['msg']}" for each in error.errors()[:5]]
        body = json.dumps({"error": "The request is not as expected: " + "; ".join(found)})
        return Response(body.encode("utf-8", "replace"), status_code=422, media_type="application/json")

    for kind in (VLMLensError, MemoryError, torch.OutOfMemoryError, LeftError, Exception):
        app.add_exception_handler(kind, failed)
    app.add_exception_handler(RequestValidationError, invalid)
