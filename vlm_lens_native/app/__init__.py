"""The app: look at a model in a browser, and change it there.

``serve(model)`` starts it on this machine; ``create(model)`` is its FastAPI application; ``model.explore(inputs)``
shows the same views in a notebook. Servers need the extra ``vlm_lens_native[app]``, notebooks
``vlm_lens_native[notebook]``.
"""

from __future__ import annotations

import secrets
import socket
import sys
import webbrowser
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from vlm_lens_native.errors import InputError
from vlm_lens_native.model import HookedVLMTransformer

Models = HookedVLMTransformer | Mapping[str, HookedVLMTransformer] | list[HookedVLMTransformer]
Load = Callable[[], HookedVLMTransformer]
_LOOPBACK = ("127.0.0.1", "localhost", "::1")

__all__ = ["create", "explore", "serve"]


def create(
    models: Models,
    *,
    data: str | Path | None = None,
    hosts: tuple[str, ...] = (),
    token: str | None = None,
    allowed: Mapping[str, Load] | None = None,
    dictionaries: Any = None,
    pages: Sequence[Any] = (),
) -> Any:
    """The app as a FastAPI application, for a server of your own.

    Args:
        models: One model, several, or several by the name that the page shows.
        data: A folder of images or a JSONL file that the page offers as examples (`examples.from_path`).
        hosts: Names under which browsers reach it, beside those of this machine.
        token: What browsers have to show; None lets everybody in who reaches it on this machine's own names.
        allowed: Further models by name, each loaded when somebody first asks it. A browser chooses among these names;
            no name that it sends is loaded.
        dictionaries: SAEs or transcoders of the model, as ``model.saes`` takes them; of several models, a mapping from
            their names to such.
        pages: What `vlm_lens_native.dictionaries.pages` found about them: each feature's top examples are shown.

    Raises:
        ImportError: FastAPI is not installed.
        InputError: No models, nothing to take examples from, or dictionaries that are of none of the models.
    """
    from vlm_lens_native import __version__

    with installed("app"):
        from vlm_lens_native.app.server import make_app
    desk = _desk(models, data, allowed or {}, dictionaries, pages)
    return make_app(desk, hosts=hosts, token=token, version=__version__)


def serve(
    model_or_models: Models,
    host: str = "127.0.0.1",
    port: int = 0,
    token: str | None = None,
    *,
    data: str | Path | None = None,
    open_browser: bool = False,
    allowed: Mapping[str, Load] | None = None,
    dictionaries: Any = None,
    pages: Sequence[Any] = (),
) -> None:
    """Serves the app until Ctrl-C, and prints its address.

    Args:
        model_or_models: One model, several, or several by name.
        host: Where to listen. Anything but this machine alone demands a token, and makes one if none is given.
        port: 0 takes a free one.
        token: What browsers have to show; it stands in the printed address.
        data: As for `create`.
        open_browser: Whether to open the address in this machine's browser.
        allowed: As for `create`.
        dictionaries: Likewise.
        pages: Likewise.

    Raises:
        ImportError: The extra ``vlm_lens_native[app]`` is not installed.
        InputError: As for `create`.
    """
    with installed("app"):
        import uvicorn
    if host not in _LOOPBACK and token is None:
        token = secrets.token_urlsafe(24)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(128)  # whoever comes before the server has started waits
        bound = listening.getsockname()[1]
        names = {host, socket.gethostname(), socket.getfqdn()} if host not in _LOOPBACK else set()
        shown = socket.gethostname() if host in ("0.0.0.0", "::") else f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{bound}/" + (f"?token={token}" if token else "")
        app = create(
            model_or_models,
            data=data,
            hosts=(*names, *_addresses(host)),
            token=token,
            allowed=allowed,
            dictionaries=dictionaries,
            pages=pages,
        )
        print(f"vlm_lens_native: {address}   (Ctrl-C stops it)", flush=True)
        if open_browser:
            webbrowser.open(address)
        config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=2, server_header=False)
        uvicorn.Server(config).run(sockets=[listening])


def explore(model: HookedVLMTransformer, inputs: Any, *, dictionaries: Any = None, pages: Sequence[Any] = ()) -> Any:
    """The app's views of prepared inputs, as a widget for notebooks.

    Args:
        model: The model.
        inputs: One row of what ``model.prepare_*`` or HF's processor made.
        dictionaries: As for `create`.
        pages: Likewise.

    Raises:
        ImportError: The extra ``vlm_lens_native[notebook]`` is not installed.
        InputError: Several rows.
    """
    with installed("notebook"):
        from vlm_lens_native.app.widget import Explorer
    return Explorer.of(model, inputs, dictionaries=dictionaries, pages=pages)


def _desk(
    models: Models, data: str | Path | None, allowed: Mapping[str, Load], dictionaries: Any, pages: Sequence[Any]
) -> Any:
    with installed("app"):
        from vlm_lens_native.app import examples
        from vlm_lens_native.app.desk import Desk
        from vlm_lens_native.app.shelf import shelves
    named = _named(models)
    given = None if data is None else examples.from_path(data)
    return Desk(named, given or examples.for_toy, allowed=allowed, dictionaries=shelves(named, dictionaries, pages))


def _named(models: Models) -> dict[str, HookedVLMTransformer]:
    if isinstance(models, Mapping):
        found = {str(name): model for name, model in models.items()}
    else:
        given = [models] if isinstance(models, HookedVLMTransformer) else list(models)
        found = {}
        for model in given:
            path = str(getattr(model.hf_config, "_name_or_path", "") or "")
            name = Path(path).name if Path(path).is_dir() else path or model.family.model_type
            number = 2
            while name in found:
                name, number = f"{name.partition(' #')[0]} #{number}", number + 1
            found[name] = model
    if not found or not all(isinstance(model, HookedVLMTransformer) for model in found.values()):
        raise InputError(f"The app shows HookedVLMTransformers: one, a list, or a mapping from names; got {models!r}.")
    return found


def _addresses(host: str) -> list[str]:
    """Names and addresses under which a server that listens everywhere is reached."""
    if host not in ("0.0.0.0", "::"):
        return []
    try:
        return [info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None)]  # type: ignore[misc]
    except OSError:
        return []


@contextmanager
def installed(extra: str) -> Iterator[None]:
    """Says which extra of the package brings what an import within the block misses."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name is not None and error.name.partition(".")[0] == "vlm_lens_native":
            raise
        raise ImportError(
            f"The app needs {error.name}, which is not installed: pip install 'vlm_lens_native[{extra}]' "
            f"(for {sys.executable})."
        ) from error
