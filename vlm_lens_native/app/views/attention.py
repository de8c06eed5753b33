"""Who looks where: every head at one position, one head everywhere, and who looks at one position."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

from vlm_lens_native.app.study import Study
from vlm_lens_native.bundle.wire import View
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.indices import one_index


def heads(study: Study, *, focus: int = -1) -> View:
    """Attention of one position to all before it, in every head; a single decode step.

    Arrays: ``weights [layer head key]``, after the softmax; zeros in layers that look at no position. Where images are
    keys of cross-attention, also ``image_weights [layer head image_key]``, of its layers.

    Raises:
        InputError: A position that has not been run.
    """
    at = study.check_focus(focus)
    step, row = study.step(at)
    own, cross = _layers(study)
    with torch.no_grad(), study.hooked():
        _, cache = study.model.run_with_cache(step, [_name(study, n) for n in own + cross], return_type=None)
    rows = {n: cache[_name(study, n)][0, :, row].float().cpu() for n in own + cross}
    weights = _every_layer({n: rows[n] for n in own}, study.model.cfg.n_layers)
    arrays = {"weights": weights.numpy()}
    code = f"""{study.step_code(at)}
_, cache = model.run_with_cache(step, "lm.blocks.*.attn.hook_pattern", return_type=None)
weights = cache.stack("pattern")[:, 0, :, {row}, : {weights.shape[-1]}]  # [layer head key]: from position {at}
{_which(study)}"""
    if cross:
        arrays["image_weights"] = torch.stack([rows[n] for n in cross]).numpy()
        code += f"""_, cache = model.run_with_cache(step, "lm.blocks.*.cross_attn.hook_pattern", return_type=None)
image_weights = cache.stack("lm.blocks.*.cross_attn.hook_pattern")[:, 0, :, {row}]  # [layer head image_key]
image_layers = {cross}  # what they attend to is laid out by model.key_layout(inputs)
"""
    return View(arrays=arrays, about={"focus": at}, code=study.code_of(code))


def pattern(study: Study, *, layer: int, head: int) -> View:
    """One head's whole pattern: ``weights [query key]``, in layers of cross-attention ``[query image_key]``.

    Raises:
        InputError: There is no such layer or head, or the layer has no pattern.
    """
    layer, head = _place(study, layer, head)
    if layer not in _layers(study)[1]:
        study.model.cfg.with_patterns(layer)
    name = _name(study, layer)
    with torch.no_grad(), study.hooked():
        _, cache = study.model.run_with_cache(study.encoded, name, return_type=None, stop_at_layer=layer + 1)
    code = f"""_, cache = model.run_with_cache(inputs, {name!r}, return_type=None)
weights = cache[{name!r}][0, {head}]  # [query key]
"""
    return View(arrays={"weights": cache[name][0, head].float().cpu().numpy()}, about={}, code=study.code_of(code))


def readers(study: Study, *, position: int = -1, key: int | None = None) -> View:
    """How much every position looks at one position, in every head: ``weights [layer head query]``; one pass.

    Args:
        study: The study.
        position: Which.
        key: In its place, one of the image features that cross-attention reads.

    Raises:
        InputError: A position that has not been run, or no such feature.
    """
    own, cross = _layers(study)
    if key is None:
        at, layers, said = study.check_focus(position), own, {"position": study.check_focus(position)}
    else:
        n_keys = 0 if study.key_layout is None else study.key_layout.table.kind.shape[1]
        at, layers, said = one_index("image feature", key, n_keys), cross, {"key": key}
    columns: dict[int, Tensor] = {}

    def keep(weights: torch.Tensor, hook: HookPoint) -> None:
        assert hook.layer is not None
        columns[hook.layer] = weights[0, :, :, at].float().cpu()

    hooks = [([_name(study, n) for n in layers], keep)]
    with torch.no_grad(), study.hooked():
        study.model.run_with_hooks(study.encoded, hooks, return_type=None)
    weights = _every_layer(columns, study.model.cfg.n_layers)
    name = f"lm.blocks.*.{'attn' if key is None else 'cross_attn'}.hook_pattern"
    which = _which(study) if key is None else f"layers = {cross}\n"
    code = f"""_, cache = model.run_with_cache(inputs, {name!r}, return_type=None)
weights = cache.stack({name!r})[:, 0, :, :, {at}]  # [layer head query]: to {"position" if key is None else "key"} {at}
{which}"""
    return View(arrays={"weights": weights.numpy()}, about=said, code=study.code_of(code))


def _layers(study: Study) -> tuple[list[int], list[int]]:
    """The layers that look at positions, and those that look at image features, where there are some."""
    cross = [] if study.key_layout is None else study.model.cfg.with_image_keys(None)
    return study.model.cfg.attention_layers, cross


def _name(study: Study, layer: int) -> str:
    return f"lm.blocks.{layer}.{study.model.cfg.mixer_of(layer)}.hook_pattern"


def _every_layer(found: Mapping[int, Tensor], n_layers: int) -> Tensor:
    """One behind another; zeros for layers of another kind than attention, which look at no position."""
    nothing = torch.zeros_like(next(iter(found.values())))
    return torch.stack([found.get(layer, nothing) for layer in range(n_layers)])


def _which(study: Study) -> str:
    """A line of the code that says which layers have patterns, where not all do."""
    cfg = study.model.cfg
    return f"layers = {cfg.attention_layers}  # those that look at positions\n" if cfg.is_hybrid else ""


def _place(study: Study, layer: int, head: int) -> tuple[int, int]:
    cfg = study.model.cfg
    return one_index("layer", layer, cfg.n_layers), one_index("head", head, cfg.n_heads)
