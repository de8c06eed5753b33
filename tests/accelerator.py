"""A pretend accelerator, for machines without a GPU.

Its tensors compute on the CPU, but refuse to meet those of another device, as a GPU's do: a mask made on the CPU, or an
activation left on the GPU of an earlier layer, fails here as it would there. There are two, ``pretend:0`` and
``pretend:1``; backward passes work on the first (torch gives a backend that is written in Python no second one).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import pytest
import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode
from torch.utils import backend_registration
from torch.utils._python_dispatch import TorchDispatchMode, return_and_correct_aliasing
from torch.utils._pytree import tree_leaves, tree_map_only

from vlm_lens_native.components import mixer, stored

if not hasattr(backend_registration, "_setup_privateuseone_for_python_backend"):
    pytest.skip("this torch has no backends that are written in Python", allow_module_level=True)

_NAME = "pretend"
_CPU = torch.device("cpu")
_COPIES = {torch.ops.aten.copy_.default, torch.ops.aten._to_copy.default}  # between devices
_INDEXED = {  # by tensors on their own device or on the CPU
    torch.ops.aten.index.Tensor,
    torch.ops.aten.index_put.default,
    torch.ops.aten.index_put_.default,
    torch.ops.aten._index_put_impl_.default,
}


class PretendTensor(Tensor):
    """A tensor that says it is on the accelerator, around one on the CPU."""

    raw: Tensor

    @staticmethod
    def __new__(cls: type, raw: Tensor, device: torch.device | None = None, requires_grad: bool = False) -> Tensor:
        if isinstance(raw, PretendTensor):
            raw, device = raw.raw, raw.device
        if device is None:  # accelerate calls a weight's class to make another weight
            return nn.Parameter(raw, requires_grad)
        wrapper = Tensor._make_wrapper_subclass(
            cls, raw.size(), strides=raw.stride(), storage_offset=raw.storage_offset(), dtype=raw.dtype, device=device
        )
        wrapper.raw = raw
        return wrapper

    def __repr__(self) -> str:  # type: ignore[override]
        return f"PretendTensor({self.raw}, device={self.device})"

    def tolist(self) -> Any:
        return self.raw.tolist()

    __torch_function__ = torch._C._disabled_torch_function_impl  # type: ignore[assignment]

    @classmethod
    def __torch_dispatch__(cls, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        return _run(func, args, kwargs or {})


def _run(func: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Runs an operation on the CPU, and says that what comes out is where it would be."""
    if torch._C._dispatch_has_kernel_for_dispatch_key(func.name(), "CompositeImplicitAutograd"):
        return func.decompose(*args, **kwargs)  # in inference mode, torch has not taken it apart before
    home, asked = _home(func, args, kwargs), kwargs.get("device")
    there = home if asked is None else _indexed(torch.device(asked))
    if there is None or there.type != _NAME:
        return func(*_raw(args), **_raw(kwargs))
    out = func(*_raw(args), **_raw({**kwargs, "device": _CPU} if asked is not None else kwargs))
    out = tree_map_only(Tensor, lambda x: x if isinstance(x, PretendTensor) else PretendTensor(x, there), out)
    return out if asked is not None else return_and_correct_aliasing(func, args, kwargs, out)


def _home(func: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> torch.device | None:
    """Where an operation runs; None if the accelerator has no part in it."""
    tensors = [leaf for leaf in tree_leaves((args, kwargs)) if isinstance(leaf, Tensor)]
    if not any(isinstance(tensor, PretendTensor) for tensor in tensors):
        return None
    if func in _COPIES:
        return args[0].device
    if func in _INDEXED:
        tensors = [args[0], *(index for index in args[1] if index is not None and index.device != _CPU)]
    devices = {tensor.device for tensor in tensors if tensor.ndim or tensor.device != _CPU}
    if len(devices) > 1:
        raise RuntimeError(f"Expected all tensors to be on the same device, got {devices} for {func}.")
    return devices.pop()


def _indexed(device: torch.device) -> torch.device:
    return torch.device(_NAME, device.index or 0) if device.type == _NAME else device


def _raw(tree: Any) -> Any:
    return tree_map_only(PretendTensor, lambda tensor: tensor.raw, tree)


class _Dispatch(TorchDispatchMode):
    """For operations that make tensors from none."""

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        return _run(func, args, kwargs or {})


class _Functions(TorchFunctionMode):
    """For what torch does in C++ with lists, which does not come to a backend that is written in Python."""

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs, name = dict(kwargs or {}), getattr(func, "__name__", "")
        if func in (torch.tensor, torch.as_tensor) and kwargs.get("device") is not None:
            device = kwargs.pop("device")
            return func(*_raw(args), **kwargs).to(device)
        if args and isinstance(args[0], PretendTensor):
            if name == "new_tensor":
                like = {"dtype": args[0].dtype, "device": args[0].device} | kwargs
                return torch.tensor(args[1], dtype=like["dtype"]).to(like["device"])
            if name in ("__getitem__", "__setitem__"):
                index = tuple(map(_as_tensor, args[1])) if isinstance(args[1], tuple) else _as_tensor(args[1])
                args = (args[0], index, *args[2:])
        return func(*args, **kwargs)


def _as_tensor(index: Any) -> Any:
    return torch.tensor(_raw(index)) if isinstance(index, list) else index


class _Module:
    """What stands at ``torch.pretend``."""

    def is_available(self) -> bool:
        return True

    is_initialized = is_available

    def device_count(self) -> int:
        return 2

    def current_device(self) -> int:
        return 0

    def _is_in_bad_fork(self) -> bool:
        return False

    def _lazy_init(self) -> None: ...
    def manual_seed_all(self, seed: int) -> None: ...

    def get_amp_supported_dtype(self) -> list[torch.dtype]:
        return [torch.float16, torch.bfloat16]


def _registered() -> torch.library.Library:
    """Tells torch of the accelerator; other threads, as those of HF's loader, see it too."""
    backend_registration._setup_privateuseone_for_python_backend(_NAME, backend_module=_Module())
    library = torch.library.Library("_", "IMPL")
    fallback: Callable[..., Any] = lambda func, *args, **kwargs: _run(func, args, kwargs)  # noqa: E731
    library.fallback(fallback, "PrivateUse1")
    return library


_LIBRARY = _registered()
DEVICES = (torch.device(_NAME, 0), torch.device(_NAME, 1))


@contextmanager
def pretended() -> Iterator[None]:
    """In this context, tensors can be made on the accelerator and be indexed there, and its weights count as plain."""
    with (
        _Dispatch(),
        _Functions(),
        patch.object(stored, "is_plain", _is_plain),
        patch.object(mixer, "is_plain", _is_plain),
    ):
        yield


_is_plain_elsewhere = stored.is_plain


def _is_plain(layer: nn.Linear | nn.Embedding) -> bool:
    return isinstance(layer.weight, PretendTensor) or _is_plain_elsewhere(layer)
