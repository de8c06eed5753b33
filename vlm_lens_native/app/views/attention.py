"""Who looks where: every head at one position, one head everywhere, and who looks at one position."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

from vlm_lens_native.app.study import Study
from vlm_lens_native.bundle.wire import View
from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.indices import one_index


def heads(study: Study, *, focus: int = -1) -> View:
    """Attention of one position to all before it, in every head; a single decode step.

    Arrays: ``weights [layer head key]``, after the softmax; zeros in layers that look at no position.

    Raises:
        InputError: A position that has not been run.
    """
    at = study.check_focus(focus)
    step, row = study.step(at)
    with torch.no_grad(), study.hooked():
        _, cache = study.model.run_with_cache(step, "lm.blocks.*.attn.hook_pattern", return_type=None)
    cfg = study.model.cfg
    weights = _every_layer(
        {n: cache["pattern", n][0, :, row].float().cpu() for n in cfg.attention_layers}, cfg.n_layers
    )
    code = f"""{study.step_code(at)}
_, cache = model.run_with_cache(step, "lm.blocks.*.attn.hook_pattern", return_type=None)
weights = cache.stack("pattern")[:, 0, :, {row}, : {weights.shape[-1]}]  # [layer head key]: from position {at}
{_which(cfg)}"""
    return View(arrays={"weights": weights.numpy()}, about={"focus": at}, code=code)


def pattern(study: Study, *, layer: int, head: int) -> View:
    """One head's whole pattern: ``weights [query key]``.

    Raises:
        InputError: There is no such layer or head.
    """
    layer, head = _place(study, layer, head)
    name = f"lm.blocks.{layer}.attn.hook_pattern"
    with torch.no_grad(), study.hooked():
        _, cache = study.model.run_with_cache(study.encoded, name, return_type=None, stop_at_layer=layer + 1)
    code = f"""{study.code}_, cache = model.run_with_cache(inputs, {name!r}, return_type=None)
weights = cache[{name!r}][0, {head}]  # [query key]
"""
    return View(arrays={"weights": cache[name][0, head].float().cpu().numpy()}, about={}, code=code)


def readers(study: Study, *, position: int) -> View:
    """How much every position looks at one position, in every head: ``weights [layer head query]``; one pass.

    Raises:
        InputError: A position that has not been run.
    """
    at = study.check_focus(position)
    columns: dict[int, Tensor] = {}

    def keep(weights: torch.Tensor, hook: HookPoint) -> None:
        assert hook.layer is not None
        columns[hook.layer] = weights[0, :, :, at].float().cpu()

    with torch.no_grad(), study.hooked():
        study.model.run_with_hooks(study.encoded, [("lm.blocks.*.attn.hook_pattern", keep)], return_type=None)
    cfg = study.model.cfg
    weights = _every_layer(columns, cfg.n_layers)
    code = f"""{study.code}_, cache = model.run_with_cache(inputs, "lm.blocks.*.attn.hook_pattern", return_type=None)
weights = cache.stack("pattern")[:, 0, :, :, {at}]  # [layer head query]: to position {at}
{_which(cfg)}"""
    return View(arrays={"weights": weights.numpy()}, about={"position": at}, code=code)


def _every_layer(found: Mapping[int, Tensor], n_layers: int) -> Tensor:
    """One behind another; zeros for layers of another kind than attention, which look at no position."""
    nothing = torch.zeros_like(next(iter(found.values())))
    return torch.stack([found.get(layer, nothing) for layer in range(n_layers)])


def _which(cfg: DecoderConfig) -> str:
    """A line of the code that says which layers have patterns, where not all do."""
    return f"layers = {cfg.attention_layers}  # those that look at positions\n" if cfg.is_hybrid else ""


def _place(study: Study, layer: int, head: int) -> tuple[int, int]:
    cfg = study.model.cfg
    return one_index("layer", layer, cfg.n_layers), one_index("head", head, cfg.n_heads)
