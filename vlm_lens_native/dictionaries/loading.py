"""Dictionaries from files: Gemma Scope's, dictionary_learning's, transcoders', SAELens's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from pickle import UnpicklingError
from types import SimpleNamespace
from typing import Any, Literal, get_args

import numpy as np
import torch
from jaxtyping import Float
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from vlm_lens_native.errors import InputError
from vlm_lens_native.harvest.extras import extra
from vlm_lens_native.splice import check_dictionary

Kind = Literal["relu", "centred_relu", "jumprelu", "topk", "centred_topk", "centred_jumprelu", "centred_gated"]
Hook = str | tuple[str, str]

_PLAIN = {"W_enc": "W_enc", "b_enc": "b_enc", "W_dec": "W_dec", "b_dec": "b_dec"}
_LINEAR = {"encoder.weight": "W_enc", "encoder.bias": "b_enc", "decoder.weight": "W_dec"}
_WEIGHTS = ("W_enc", "b_enc", "W_dec", "b_dec", "threshold", "b_gate", "r_mag", "W_skip")
_TRANSPOSED = ("encoder.weight", "decoder.weight")  # as nn.Linear has them


@dataclass(frozen=True)
class _Form:
    """How a file names its weights.

    Attributes:
        names: Ours by theirs.
        kinds: What can be in such a file; of several, the user says which, or the class that is noted beside the file.
        ignored: What else may be in it, and plays no part in encoding.
    """

    names: Mapping[str, str]
    kinds: tuple[Kind, ...]
    ignored: frozenset[str] = frozenset()


_FORMS = (
    # dictionary_learning's AutoEncoder
    _Form({**_LINEAR, "bias": "b_dec"}, ("centred_relu",)),
    # its AutoEncoderNew
    _Form({**_LINEAR, "decoder.bias": "b_dec"}, ("relu",)),
    # its GatedAutoEncoder
    _Form(
        {
            "encoder.weight": "W_enc",
            "gate_bias": "b_gate",
            "r_mag": "r_mag",
            "mag_bias": "b_enc",
            "decoder.weight": "W_dec",
            "decoder_bias": "b_dec",
        },
        ("centred_gated",),
    ),
    # its AutoEncoderTopK and BatchTopKSAE, which have the same weights and encode differently
    _Form({**_LINEAR, "b_dec": "b_dec", "k": "k", "threshold": "threshold"}, ("centred_topk", "centred_jumprelu")),
    _Form({**_LINEAR, "b_dec": "b_dec", "k": "k"}, ("centred_topk",)),
    # its MatryoshkaBatchTopKSAE
    _Form({**_PLAIN, "threshold": "threshold"}, ("centred_jumprelu",), frozenset({"k", "group_sizes"})),
    # Gemma Scope's SAEs and transcoders, and dictionary_learning's JumpReluAutoEncoder
    _Form({**_PLAIN, "threshold": "threshold"}, ("jumprelu",)),
    # SAEs take b_dec off first or not; transcoders don't
    _Form(_PLAIN, ("relu", "centred_relu")),
)
_CLASSES: Mapping[str, Kind] = {"AutoEncoderTopK": "centred_topk", "BatchTopKSAE": "centred_jumprelu"}


class SparseDictionary(nn.Module):
    """An SAE or a transcoder as its files have it; ``decode(encode(x))`` is what it makes of ``x``.

    Attributes:
        kind: What is between encoder and features: ReLU; ReLU above a threshold of each feature's own (JumpReLU,
            Rajamanoharan et al., 2024); ReLU of the ``k`` largest; ReLU of what ``W_enc`` finds times ``exp(r_mag)``,
            where what it finds is above ``-b_gate`` (gated, Rajamanoharan et al., 2024). Where it is centred, ``b_dec``
            is taken off first.
        W_enc: ``[d_in feature]``.
        b_enc: ``[feature]``.
        W_dec: ``[feature d_out]``: each feature's direction.
        b_dec: ``[d_out]``.
        threshold: ``[feature]`` or one for all; None where there is none.
        b_gate: ``[feature]``; of gated ones only.
        r_mag: ``[feature]``, likewise.
        W_skip: ``[d_out d_in]``: what goes by the features, in transcoders that skip; None elsewhere.
        k: How many features are active at a token; None where that is not fixed.
    """

    W_enc: Tensor
    b_enc: Tensor
    W_dec: Tensor
    b_dec: Tensor
    threshold: Tensor | None
    b_gate: Tensor | None
    r_mag: Tensor | None
    W_skip: Tensor | None

    def __init__(self, weights: Mapping[str, Tensor], kind: Kind, hook: Hook | None) -> None:
        super().__init__()
        self.kind: Kind = kind
        _check(weights)
        for name in _WEIGHTS:
            weight = weights.get(name)
            self.register_parameter(name, None if weight is None else nn.Parameter(weight, requires_grad=False))
        self.k = int(weights["k"]) if kind.endswith("topk") else None
        self.hook_sae_acts_pre = nn.Identity()
        reads, writes = hook if isinstance(hook, tuple) else (hook, None)
        self.cfg = SimpleNamespace(metadata=SimpleNamespace(hook_name=reads, hook_name_out=writes))

    def encode(self, x: Float[Tensor, "*row d_in"]) -> Float[Tensor, "*row feature"]:
        """The features."""
        x = x - self.b_dec if self.kind.startswith("centred") else x
        found = x @ self.W_enc
        scaled = found if self.r_mag is None else found * self.r_mag.exp()
        before = self.hook_sae_acts_pre(scaled + self.b_enc)
        acts = before.relu()
        if self.b_gate is not None:
            return acts * (found + self.b_gate > 0)
        if self.kind.endswith("jumprelu"):
            return acts * (before > self.threshold)
        if self.k is None:
            return acts
        top = acts.topk(self.k, dim=-1)
        return torch.zeros_like(acts).scatter(-1, top.indices, top.values)

    def decode(self, features: Float[Tensor, "*row feature"]) -> Float[Tensor, "*row d_out"]:
        """What features stand for."""
        return features @ self.W_dec + self.b_dec

    def extra_repr(self) -> str:
        """What torch writes of it."""
        place = self.cfg.metadata.hook_name or "no place"
        return f"{self.kind}, {self.W_enc.shape[0]} -> {self.W_enc.shape[1]} -> {self.W_dec.shape[1]}, {place}"


def _check(weights: Mapping[str, Tensor]) -> None:
    """Raises an InputError for weights that don't fit each other, or are no numbers."""
    (_, n_features), d_out = weights["W_enc"].shape, weights["b_dec"].shape[-1]
    if weights["W_dec"].shape != (n_features, d_out):
        raise InputError(
            f"W_dec is [feature d_out], by W_enc and b_dec [{n_features}, {d_out}]; got {list(weights['W_dec'].shape)}."
        )
    for name in weights.keys() - {"k", "threshold"}:
        if not weights[name].isfinite().all():
            raise InputError(f"{name} holds values that are no numbers.")


def load(
    path: str | Path,
    hook: Hook | None = None,
    *,
    kind: Kind | None = None,
    dtype: torch.dtype = torch.float32,
    device: torch.device | str | None = None,
) -> Any:
    """A dictionary from a file or a folder.

    Gemma Scope's ``params.npz`` (SAEs and transcoders), dictionary_learning's ``ae.pt`` (of all its classes), and any
    ``.npz``, ``.pt`` or ``.safetensors`` with ``W_enc``, ``b_enc``, ``W_dec``, ``b_dec`` and perhaps ``threshold`` and
    ``W_skip``; a folder with one of these; or a folder that SAELens wrote, which gives SAELens's own class (extra
    ``sae``; not TemporalSAE). Pickles are not executed.

    Args:
        path: The file or folder.
        hook: The hook point where it belongs, ``"lm.blocks.12.hook_resid_post"``; of a transcoder, where it reads and
            where it writes. None leaves that to ``model.saes({name: it})``; SAELens's say it themselves.
        kind: What it is, where the weights leave that open.
        dtype: Of its weights.
        device: Where they go.

    Raises:
        InputError: There is no dictionary, or its weights don't tell what it is.
    """
    path = Path(path)
    if kind is not None and kind not in get_args(Kind):
        raise InputError(f"kind is {', '.join(map(repr, get_args(Kind)))}; got {kind!r}.")
    if (path / "cfg.json").exists():
        return _saelens(path, hook, dtype, device)
    file = _file(path)
    found = _weights(file)
    skip = {"W_skip": found.pop("W_skip")} if "W_skip" in found else {}
    form = next((each for each in _FORMS if set(found) == {*each.names, *each.ignored}), None)
    if form is None:
        raise InputError(
            f"{file} holds {', '.join(sorted(found))}: of no dictionary that is known here. Anything with methods "
            "encode and decode can be spliced in, such as the class that it was trained with."
        )
    kind = kind or _noted(file) or (form.kinds[0] if len(form.kinds) == 1 else None)
    if kind is None or kind not in form.kinds:
        raise InputError(
            f"The weights in {file} fit kind={' or kind='.join(map(repr, form.kinds))}; "
            f"{'say which' if kind is None else f'got {kind!r}'}."
        )
    named = {ours: found[name].T if name in _TRANSPOSED else found[name] for name, ours in form.names.items()}
    weights = {name: weight if name == "k" else _own(weight, dtype) for name, weight in {**named, **skip}.items()}
    return SparseDictionary(weights, kind, hook).to(device)


def _own(weight: Tensor, dtype: torch.dtype) -> Tensor:
    return weight.detach().to(dtype, copy=True).contiguous()


def _file(path: Path) -> Path:
    """The file with the weights."""
    if path.is_dir():
        files = sorted(each for each in path.iterdir() if each.suffix in _READERS)
        if len(files) != 1:
            names = ", ".join(each.name for each in files) or "none"
            raise InputError(f"{path} should hold one file {', '.join(_READERS)}; it holds {names}.")
        return files[0]
    if not path.exists() or path.suffix not in _READERS:
        what = "is not there" if not path.exists() else f"is none of {', '.join(_READERS)}"
        raise InputError(f"{path} {what}: give the file or folder of a dictionary.")
    return path


def _npz(file: Path) -> dict[str, Tensor]:
    with np.load(file, allow_pickle=False) as arrays:
        return {name: torch.from_numpy(arrays[name]) for name in arrays}


def _pt(file: Path) -> dict[str, Tensor]:
    return dict(torch.load(file, map_location="cpu", weights_only=True))


_READERS = {".npz": _npz, ".pt": _pt, ".safetensors": load_file}


def _weights(file: Path) -> dict[str, Tensor]:
    try:
        return dict(_READERS[file.suffix](file))
    except (SafetensorError, ValueError, TypeError, RuntimeError, EOFError, UnpicklingError) as error:
        raise InputError(f"{file} can't be read as weights ({type(error).__name__}: {error}).") from error


def _noted(file: Path) -> Kind | None:
    """The kind that dictionary_learning's ``config.json`` beside the file tells."""
    config = file.parent / "config.json"
    trainer = json.loads(config.read_text(encoding="utf-8")).get("trainer", {}) if config.exists() else {}
    return _CLASSES.get(trainer.get("dict_class", ""))


def _saelens(path: Path, hook: Hook | None, dtype: torch.dtype, device: torch.device | str | None) -> Any:
    try:
        sae = extra("sae_lens").SAE.load_from_disk(str(path), device=str(device or "cpu")).to(dtype)
    except KeyError as error:
        raise InputError(
            f"SAELens has no dictionary of the architecture {error} for {path}: one in the state of training is "
            "written for use by its save_inference_model."
        ) from error
    check_dictionary(sae)
    if hook is not None:
        reads, writes = hook if isinstance(hook, tuple) else (hook, None)
        sae.cfg.metadata.hook_name, sae.cfg.metadata.hook_name_out = reads, writes
    return sae
