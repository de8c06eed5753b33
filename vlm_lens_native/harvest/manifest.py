"""What a store is of: written once, and compared by everyone who adds to it."""

from __future__ import annotations

import dis
import hashlib
import json
import os
import platform
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

import vlm_lens_native
from vlm_lens_native._torchvision import installed
from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments import Examples
from vlm_lens_native.harvest.plan import Plan
from vlm_lens_native.harvest.shards import put_if_absent, shards_in
from vlm_lens_native.model import HookedVLMTransformer

MANIFEST = "manifest.json"
_FORMAT = "vlm_lens_native.harvest"
_LOOKED_AT = 256  # rows of a table that its fingerprint reads
_PACKAGES = ("numpy", "pillow", "pyarrow", "safetensors", "torch", "torchvision", "transformers")
_ODD = -0x61C8864680B583EB  # of 64 bits, by which places are spread over them
_INFORMATION = ("model.name",)  # a path may be spelled in another way


def manifest_of(
    plan: Plan, examples: Examples, model: HookedVLMTransformer, *, labels: Mapping[str, str], sink: Any
) -> dict[str, Any]:
    """What a store of this plan is of.

    Args:
        plan: What is harvested.
        examples: The table.
        model: The plan's model.
        labels: The columns of labels.
        sink: What becomes of activations: ``"rows"``, or a description of reductions.
    """
    return {
        "format": _FORMAT,
        "version": 1,
        "sink": sink,
        "names": plan.hook_names(model),
        "positions": _described(plan.positions),
        "sample_positions": plan.sample_positions,
        "prompt": plan.prompt,
        "assistant_prefill": plan.assistant_prefill,
        "seed": plan.seed,
        "dtype": str(plan.dtype).removeprefix("torch."),
        "batch_size": plan.batch_size,
        "samples_per_shard": plan.samples_per_shard,
        "labels": dict(labels),
        "n_samples": len(examples),
        "examples": examples_fingerprint(examples),
        "model": {
            "name": str(plan.model) if isinstance(plan.model, str | Path) else type(plan.model).__name__,
            "type": model.family.model_type,
            "weights": weights_fingerprint(model),
            "processor": processor_fingerprint(model),
            "dtype": str(model.dtype).removeprefix("torch."),
            "attention": model.hf_config._attn_implementation,
        },
        "device": _device(model.device),
        "versions": {
            "vlm_lens_native": vlm_lens_native.__version__,
            **{name: installed(name) for name in _PACKAGES},
        },
    }


def claim(root: Path, manifest: Mapping[str, Any]) -> None:
    """Makes a store this manifest's, or sees that it is.

    Raises:
        InputError: It is of something else.
    """
    if root.exists() and not root.is_dir():
        raise InputError(f"{root} is a file; a store is a folder of its own.")
    root.mkdir(parents=True, exist_ok=True)
    if not (root / MANIFEST).exists() and (there := shards_in(root)):
        raise InputError(
            f"{root} has {len(there)} shards and no {MANIFEST}, so nobody knows what they are of: put it back, or give "
            "another folder."
        )
    put_if_absent(root / MANIFEST, (json.dumps(manifest, indent=1) + "\n").encode())
    there = read_manifest(root)
    ours = json.loads(json.dumps(manifest))
    if other := [line for line in _differences(there, ours) if not line.startswith(_INFORMATION)]:
        raise InputError(
            f"{root} is a store of something else, so its shards and new ones would not go together: "
            f"{'; '.join(other[:6])}. Give another folder, or go on with what it was begun with."
        )


def read_manifest(root: Path) -> dict[str, Any]:
    """The manifest of a store.

    Raises:
        InputError: There is none, or one of another format.
    """
    path = root / MANIFEST
    if not path.is_file():
        raise InputError(f"{root} is no store: it has no {MANIFEST}.")
    try:
        manifest = json.loads(path.read_text())
    except ValueError as error:
        raise InputError(f"{path} is no JSON: {error}.") from error
    if not isinstance(manifest, dict) or (manifest.get("format"), manifest.get("version")) != (_FORMAT, 1):
        raise InputError(f"{path} is none of {_FORMAT}, version 1.")
    return manifest


def weights_fingerprint(model: HookedVLMTransformer) -> str:
    """Of every weight's bits. Sums of integers don't depend on their order, so every device finds the same."""
    digest = hashlib.sha256()
    for name, value in sorted(model.hf.state_dict().items()):
        if isinstance(value, Tensor):
            digest.update(repr((name, tuple(value.shape), str(value.dtype))).encode())
            digest.update(b"" if value.is_meta else repr(checksum(value)).encode())
    return digest.hexdigest()[:16]


def processor_fingerprint(model: HookedVLMTransformer) -> str:
    """Of what turns text and images into inputs."""
    processor = model.processor
    images: Any = getattr(processor, "image_processor", None)
    tokenizer = getattr(getattr(processor, "tokenizer", None), "backend_tokenizer", None)
    tokens = {} if tokenizer is None else json.loads(tokenizer.to_str())
    said = [
        images.to_json_string() if hasattr(images, "to_json_string") else repr(images),
        # a tokenizer remembers how it was last asked to pad
        json.dumps({key: value for key, value in tokens.items() if key not in ("padding", "truncation")}),
        repr(getattr(processor, "chat_template", None)),
        repr(model._prompts.default_prompt),
    ]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]


def examples_fingerprint(examples: Examples) -> str:
    """Of all that a table says; of a large one, of rows spread over it. Images are known by what is in their files."""
    digest = hashlib.sha256(repr(len(examples)).encode())
    numbers = np.unique(np.linspace(0, len(examples) - 1, _LOOKED_AT).round().astype(int))
    for number in numbers.tolist():
        try:
            each = examples[number]
        except Exception as error:  # a row that fails is recorded when its turn comes
            digest.update(type(error).__name__.encode())
            continue
        known = [sorted((name, _plain(value)) for name, value in of.items()) for of in (each.labels, each.regions)]
        digest.update(repr((each.question, each.answer, each.contrast, *known)).encode())
        for image in each.images:
            digest.update(_said_of(image))
    return digest.hexdigest()[:16]


def _said_of(image: Any) -> bytes:
    if isinstance(image, str | Path):
        with suppress(OSError, ValueError):  # an address, or a file that isn't there and fails when its turn comes
            return hashlib.sha256(Path(image).read_bytes()).digest()
        return os.fsencode(image)
    if isinstance(image, bytes):
        return hashlib.sha256(image).digest()
    array = image if isinstance(image, Tensor) else np.asarray(image)
    bits = array.detach().cpu().reshape(-1).view(torch.uint8).numpy() if isinstance(array, Tensor) else array
    return repr(tuple(array.shape)).encode() + hashlib.sha256(bits.tobytes()).digest()


def checksum(value: Tensor) -> tuple[int, int]:
    """Two sums over a tensor's bits, one of them of bits and place mixed, which wrap around."""
    flat = value.detach().contiguous().reshape(-1)
    flat = flat.view({1: torch.int8, 2: torch.int16, 4: torch.int32, 8: torch.int64}[flat.element_size()])
    total, by_place = 0, 0
    for start in range(0, len(flat), 1 << 22):
        part = flat[start : start + (1 << 22)].long()
        # by multiples of its place alone, rows of an identity at 1 and 4 would be those at 2 and 3
        mixed = part + torch.arange(start, start + len(part), device=part.device) * _ODD
        total += int(part.sum())
        by_place += int((mixed * (mixed >> 32)).sum())
    return total % 2**64, by_place % 2**64


def _device(device: torch.device) -> str:
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    return f"{device.type} {platform.machine()} {torch.backends.cpu.get_cpu_capability()}"


def _described(positions: Any) -> str:
    """Positions in words; a function by its name, its code, and the plain values that it finds outside."""
    code = getattr(positions, "__code__", None)
    if code is None:
        name = getattr(positions, "__qualname__", None)
        return repr(positions) if name is None else f"{positions.__module__}.{name}"
    said = repr((_said_by(code), *map(_plain, _known_to(positions, code)))).encode()
    return f"{positions.__module__}.{positions.__qualname__} {hashlib.sha256(said).hexdigest()[:16]}"


def _said_by(code: Any) -> Any:
    """What a function's code does, with the functions within it."""
    constants = [_said_by(each) if hasattr(each, "co_code") else _plain(each) for each in code.co_consts]
    return code.co_code, code.co_names, constants


def _known_to(function: Any, code: Any) -> Iterator[Any]:
    """What a function finds outside its code: its defaults, and what names of other scopes mean."""
    yield from (function.__defaults__, function.__kwdefaults__)
    yield [cell.cell_contents for cell in function.__closure__ or ()]
    names = {each.argval for each in dis.get_instructions(code) if each.opname == "LOAD_GLOBAL"}
    yield {name: function.__globals__.get(name) for name in sorted(names)}


def _plain(value: Any) -> Any:
    """What is the same from run to run: text, numbers, arrays, collections of these; of all else the type's name."""
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return [(_plain(key), _plain(each)) for key, each in value.items()]
    if isinstance(value, set | frozenset):
        return sorted(repr(_plain(each)) for each in value)
    if isinstance(value, Tensor) or (isinstance(value, np.ndarray) and value.dtype != object):
        return _said_of(value)
    return value if isinstance(value, str | bytes | int | float | None) else type(value).__qualname__


def _differences(there: Any, ours: Any, name: str = "") -> Iterator[str]:
    """What differs, each in a few words."""
    if isinstance(there, dict) and isinstance(ours, dict):
        for key in dict.fromkeys((*there, *ours)):
            yield from _differences(there.get(key), ours.get(key), f"{name}.{key}".lstrip("."))
    elif there != ours:
        yield f"{name} is {there!r} there and {ours!r} here"
