"""Cross-check against Hugging Face: the logits, then every activation that HF's model shows, first difference named.

HF's own model runs with forward hooks on its modules. Which module of HF's is which of ours follows from the family's
key table, so the check knows no model by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn
from transformers import PreTrainedModel
from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS

from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.families import Family
from vlm_lens_native.inputs.geometry import Made
from vlm_lens_native.inputs.placeholders import marker_tokens, placeholder_ids
from vlm_lens_native.model import HookedVLMTransformer

if TYPE_CHECKING:
    import pandas as pd

_N_TEXT = 16  # random tokens of a row

# where HF shows a hook point: our module; its input, output, n-th output, or a part of its last axis; our point
Tap = tuple[str, str | int | slice, str]

_IN_ATTENTION: tuple[Tap, ...] = (("attn.o_proj", "input", "attn.hook_z"),)
_IN_LATENT_ATTENTION: tuple[Tap, ...] = (
    ("attn.kv_a_proj_with_mqa", "input", "attn.hook_in"),
    ("attn.kv_a_layernorm", "output", "attn.hook_kv_latent"),
    *_IN_ATTENTION,
)
_IN_PER_LAYER: tuple[Tap, ...] = (
    ("per_layer.gate_proj", "input", "per_layer.hook_in"),
    ("per_layer.gate_proj", "output", "per_layer.hook_pre"),
    ("per_layer.out_proj", "input", "per_layer.hook_post"),
    ("per_layer.out_proj", "output", "per_layer.hook_out"),
    ("ln3_post", "output", "hook_per_layer_out"),
)
_ELSEWHERE: dict[str, tuple[Tap, ...]] = {  # in layers with something else in the place of attention
    "linear_attn": (
        ("linear_attn.in_proj_qkv", "output", "linear_attn.hook_conv_in"),
        ("linear_attn.in_proj_z", "output", "linear_attn.hook_gate"),
        ("linear_attn.norm", "input", "linear_attn.hook_read"),
        ("linear_attn.out_proj", "input", "linear_attn.hook_z"),
    ),
    "conv": (("conv.out_proj", "input", "conv.hook_z"),),
    "cross_attn": (
        *((f"cross_attn.{part}_proj", "output", f"cross_attn.hook_{part}") for part in "qkv"),
        ("cross_attn.o_proj", "input", "cross_attn.hook_z"),
    ),
}


_IN_EXPERTS: tuple[Tap, ...] = (
    ("mlp.router", "input", "mlp.hook_in"),
    ("mlp.router", 0, "mlp.hook_router_logits"),
    ("mlp.router", 1, "mlp.hook_router_weights"),
    ("mlp.router", 2, "mlp.hook_expert_index"),
)


_INTO_EXPERTS: tuple[Tap, ...] = (  # which HF weighs in tensors with all experts
    ("mlp.router", "input", "mlp.hook_in"),
    ("mlp.router", 1, "mlp.hook_router_logits"),
)


_IN_SETS: tuple[Tap, ...] = (  # the sets themselves see their own tokens alone, in HF's model
    ("mlp", "input", "mlp.hook_in"),
    ("mlp", 0, "hook_mlp_out"),
    ("ln2", "input", "hook_resid_mid"),
    ("attn.o_proj", "output", "hook_attn_out"),
)


_BESIDE_EXPERTS: tuple[Tap, ...] = (
    ("mlp.ln_dense", "input", "hook_resid_mid"),
    ("mlp.ln_dense", "output", "mlp.dense.hook_in"),
    ("mlp.dense.gate_proj", "output", "mlp.dense.hook_pre"),
    ("mlp.dense.up_proj", "output", "mlp.dense.hook_pre_linear"),
    ("mlp.dense.down_proj", "input", "mlp.dense.hook_post"),
    ("mlp.ln_dense_post", "input", "mlp.dense.hook_out"),
    ("mlp.ln_dense_post", "output", "mlp.hook_shared_out"),
    ("mlp.router", "output", "mlp.hook_router_logits"),
    ("ln1_post", "output", "hook_attn_out"),
    ("ln2_post", "input", "mlp.hook_out"),
    ("ln2_post", "output", "hook_mlp_out"),
)


def _taps(cfg: DecoderConfig, layer: int) -> tuple[Tap, ...]:
    """What HF shows of a block with these variants; what it multiplies by a factor afterwards, it does not show."""
    attends = cfg.has_attention(layer)
    mixer = cfg.mixer_of(layer)
    reader, heads = "attn.qkv_proj" if cfg.fused_qkv else "attn.q_proj", cfg.heads_of(layer)
    taps = ((reader, "input", "attn.hook_in"), *_IN_ATTENTION) if attends else _ELSEWHERE[mixer]
    if attends and layer not in cfg.lenders and not (cfg.fused_qkv or cfg.latent):
        taps += (("attn.k_proj", "output", "attn.hook_k"),)
        taps += (("attn.k_proj" if layer in cfg.shared_projection else "attn.v_proj", "output", "attn.hook_v"),)
    if cfg.latent is not None:
        has_latent = cfg.latent.d_q_latent is not None
        taps = (*_IN_LATENT_ATTENTION, ("attn.q_b_proj" if has_latent else "attn.q_proj", "output", "attn.hook_q"))
        taps += (("attn.q_a_layernorm", "output", "attn.hook_q_latent"),) if has_latent else ()
    elif attends and cfg.fused_qkv:
        q, k = heads.d_head * cfg.n_heads, heads.d_head * heads.n_key_value_heads
        parts = {"q": slice(0, q), "k": slice(q, q + k), "v": slice(q + k, None)}
        taps += tuple((reader, part, f"attn.hook_{letter}") for letter, part in parts.items())
    elif attends and not cfg.gated_attention:
        taps += (("attn.q_proj", "output", "attn.hook_q"),)
    if not attends and cfg.norm_places != "behind":
        taps += (("ln1", "output", f"{mixer}.hook_in"),)
    first, attn_out = (reader, "attn.o_proj") if attends else (f"{mixer}.out_proj", f"{mixer}.out_proj")
    attn_out = "cross_attn.o_proj" if mixer == "cross_attn" else attn_out
    taps += (("ln1" if cfg.norm_places != "behind" else first, "input", "hook_resid_pre"),)
    if cfg.has_experts(layer) and cfg.experts is not None and cfg.experts.beside_mlp:
        return taps + _BESIDE_EXPERTS
    if cfg.has_experts(layer) and cfg.has_expert_types:
        return taps + _IN_SETS
    gate = "mlp.gate_up_proj" if cfg.fused_gate else "mlp.gate_proj"
    gate = "mlp.router" if cfg.has_experts(layer) else gate
    out = "mlp" if cfg.has_experts(layer) else "mlp.down_proj"
    if cfg.has_experts(layer):
        taps += _INTO_EXPERTS if cfg.experts is not None and cfg.experts.weighs == "inputs" else _IN_EXPERTS
    else:
        taps += ((gate, "input", "mlp.hook_in"), (out, "input", "mlp.hook_post"))
    if not cfg.parallel:
        taps += (("ln2" if cfg.norm_places != "behind" else gate, "input", "hook_resid_mid"),)
    if cfg.fused_gate and not cfg.has_experts(layer):
        half = cfg.d_mlp_of(layer)
        taps += ((gate, slice(0, half), "mlp.hook_pre"), (gate, slice(half, None), "mlp.hook_pre_linear"))
    elif not cfg.has_experts(layer):
        taps += ((gate, "output", "mlp.hook_pre"), ("mlp.up_proj", "output", "mlp.hook_pre_linear"))
    added = [(attn_out, "hook_attn_out"), (out, "hook_mlp_out")]
    if cfg.has_post_norms:
        taps += ((attn_out, "output", "attn.hook_out"), (out, "output", "mlp.hook_out"))
        added = [("ln1_post", "hook_attn_out"), ("ln2_post", "hook_mlp_out")]
    if cfg.per_layer is not None:
        taps += _IN_PER_LAYER
    if mixer == "cross_attn":  # HF shows what it multiplies by the gates, and not the products
        added = [(attn_out, "cross_attn.hook_out"), (out, "mlp.hook_out")]
    return taps if cfg.residual_multiplier is not None else (*taps, *((path, "output", point) for path, point in added))


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """One activation of both models.

    Attributes:
        name: Hook name, or ``logits``.
        shape: In our model.
        max_abs_difference: Over all entries; infinite where the shapes don't fit.
        equal: Whether every entry is equal (``torch.equal``).
    """

    name: str
    shape: tuple[int, ...]
    max_abs_difference: float
    equal: bool


@dataclass(frozen=True, kw_only=True)
class ParityReport:
    """The comparisons in the order of the model, logits last.

    Attributes:
        comparisons: Of every activation that HF shows.
        unseen: Hook names that HF has no activation for.
    """

    comparisons: tuple[Comparison, ...]
    unseen: tuple[str, ...]

    @property
    def equal(self) -> bool:
        """Whether nothing differs."""
        return self.first_difference is None

    @property
    def first_difference(self) -> Comparison | None:
        """The first activation that differs, which is where to look."""
        return next((comparison for comparison in self.comparisons if not comparison.equal), None)

    def to_dataframe(self) -> pd.DataFrame:
        """A row per activation."""
        import pandas as pd

        return pd.DataFrame([vars(comparison) for comparison in self.comparisons])

    def __str__(self) -> str:
        first = self.first_difference
        verdict = "all equal" if first is None else f"first difference: {first.name} ({first.max_abs_difference:.3g})"
        return f"{len(self.comparisons)} activations compared, {len(self.unseen)} not shown by HF; {verdict}"


def check_parity(model: HookedVLMTransformer, hf_model: PreTrainedModel, inputs: Mapping[str, Any]) -> ParityReport:
    """Compares a hooked model with HF's model on the same inputs.

    Args:
        model: Ours.
        hf_model: HF's, with the same weights, dtype and attention implementation.
        inputs: Inputs of both.
    """
    theirs = hf_activations(hf_model, model.family, model.cfg, inputs)
    names = [name for name in model.hook_names() if name in theirs]
    logits, cache = model.run_with_cache(inputs, names)
    ours = {**cache, "logits": logits}
    return ParityReport(
        comparisons=tuple(_compare(name, ours[name], theirs[name]) for name in [*names, "logits"]),
        unseen=tuple(name for name in model.hook_names() if name not in theirs),
    )


def random_inputs(model: HookedVLMTransformer, hf_model: PreTrainedModel) -> dict[str, Tensor]:
    """Two rows of random tokens, one of them padded, with an image of random pixels each, for want of a processor.

    Pixels are left out where the config alone doesn't say what the vision encoder receives: then nothing of it runs.

    Args:
        model: Ours.
        hf_model: HF's, which says whether it takes such pixels.

    Returns:
        What HF's processor would: ``input_ids`` and ``attention_mask [2 pos]``, and the rest that the model needs.
    """
    generator, ids_of_kinds = torch.Generator().manual_seed(0), placeholder_ids(model.hf_config)
    marks = [id for tokens in marker_tokens(model.hf_config) for id in tokens]
    special = torch.tensor([*ids_of_kinds.values(), *marks])
    plain = torch.arange(model.cfg.d_vocab)
    plain = plain[~torch.isin(plain, special)]
    ids = plain[torch.randint(len(plain), (2, _N_TEXT), generator=generator)]
    mask = torch.ones_like(ids)
    mask[1, : _N_TEXT // 4] = 0
    text = {"input_ids": ids, "attention_mask": mask}
    for form in _image_forms(getattr(model.hf_config, "vision_config", None)):
        values = {key: torch.tensor(value) for key, value in form.items() if key != "pixel_values"}
        values["pixel_values"] = torch.randn(form["pixel_values"], generator=generator)
        try:
            first, _ = model.family.geometry.tokens(Made(inputs={**text, **values}, hf_config=model.hf_config))
            image = torch.full((2, first.n_tokens), ids_of_kinds["image"])
            rows = torch.cat([ids[:, :-1], image, ids[:, -1:]], dim=1)
            seen = torch.cat([mask, torch.ones_like(image)], dim=1)
            inputs = model._complete({"input_ids": rows, "attention_mask": seen, **values}, {})
            with torch.no_grad():
                hf_model(**inputs)
        except Exception:  # whatever it says: it doesn't take this form
            continue
        return inputs
    return model._complete(text, {})


def _image_forms(config: Any) -> Iterator[dict[str, Any]]:
    """What processors make of two images: shapes of ``pixel_values`` and sizes beside them, small ones first."""
    merge, patch = getattr(config, "spatial_merge_size", 1), getattr(config, "patch_size", None)
    if isinstance(patch, int):
        grid, side = 2 * merge, 2 * merge * patch
        features = 3 * getattr(config, "temporal_patch_size", 1) * patch**2
        yield {"pixel_values": (2 * grid**2, features), "image_grid_thw": [[1, grid, grid]] * 2}
        yield {"pixel_values": (2, 3, side, side), "image_sizes": [[side, side]] * 2}
    size = getattr(config, "image_size", None)
    if size is not None:
        height, width = (size, size) if isinstance(size, int) else size
        yield {"pixel_values": (2, 3, height, width)}
        yield {"pixel_values": (2, 1, 3, height, width)}


def _compare(name: str, ours: Tensor, theirs: Tensor) -> Comparison:
    shape = tuple(ours.shape)
    if ours.numel() != theirs.numel():
        return Comparison(name=name, shape=shape, max_abs_difference=float("inf"), equal=False)
    theirs = theirs.reshape(ours.shape).to(ours.device)
    difference = (ours.double() - theirs.double()).abs().max().item()
    return Comparison(
        name=name, shape=shape, max_abs_difference=difference, equal=ours.dtype == theirs.dtype and ours.equal(theirs)
    )


def hf_activations(
    hf_model: PreTrainedModel, family: Family, cfg: DecoderConfig, inputs: Mapping[str, Any]
) -> dict[str, Tensor]:
    """Runs HF's model and collects, under our hook names, what its modules receive and return; also ``logits``."""
    modules = {family.rename(f"{name}.weight"): module for name, module in hf_model.named_modules()}
    blocks = f"{family.language_model}.blocks"
    found: dict[str, Tensor] = {}
    with ExitStack() as stack:
        for layer in range(cfg.n_layers):
            for path, side, point in _taps(cfg, layer):
                module = modules[f"{blocks}.{layer}.{path}.weight"]
                stack.enter_context(_tapped(module, side, found, f"lm.blocks.{layer}.{point}"))
        last = modules[f"{family.language_model}.ln_final.weight"]
        stack.enter_context(_tapped(last, "input", found, f"lm.blocks.{cfg.n_layers - 1}.hook_resid_post"))
        stack.enter_context(_attention_tapped(hf_model, family, cfg, found))
        eager = _implementation(hf_model, family) == "eager"
        with torch.no_grad():
            out = hf_model(**inputs, output_attentions=eager)
    ran = [layer for layer in range(cfg.n_layers) if f"lm.blocks.{layer}.hook_resid_pre" in found]
    for layer, following in pairwise(ran):  # without an image, HF passes cross-attention layers over
        found[f"lm.blocks.{layer}.hook_resid_post"] = found[f"lm.blocks.{following}.hook_resid_pre"]
    found["lm.hook_embed"] = found["lm.blocks.0.hook_resid_pre"]
    attending = [layer for layer in ran if cfg.mixer_of(layer) in ("attn", "cross_attn")]
    for layer, pattern in zip(attending, out.attentions or (), strict=False):
        found[f"lm.blocks.{layer}.{cfg.mixer_of(layer)}.hook_pattern"] = pattern
    return {**found, "logits": out.logits}


def _implementation(hf_model: PreTrainedModel, family: Family) -> str:
    """HF's name of the attention function of its language model."""
    config: Any = hf_model.get_submodule(family.language_model).config
    return config._attn_implementation


@contextmanager
def _tapped(module: nn.Module, side: str | int | slice, found: dict[str, Tensor], name: str) -> Iterator[None]:
    def keep(_: nn.Module, args: tuple[Tensor, ...], output: Any) -> None:
        if isinstance(side, int | slice):
            found[name] = output[side] if isinstance(side, int) else output[..., side]
        else:
            found[name] = args[0] if side == "input" else output[0] if isinstance(output, tuple) else output

    handle = module.register_forward_hook(keep)
    try:
        yield
    finally:
        handle.remove()


@contextmanager
def _attention_tapped(
    hf_model: PreTrainedModel, family: Family, cfg: DecoderConfig, found: dict[str, Tensor]
) -> Iterator[None]:
    """Collects rotated queries and keys at the attention function that HF looks up by name; eager is not looked up."""
    language_model = hf_model.get_submodule(family.language_model)
    name = _implementation(hf_model, family)
    if name == "eager":
        yield
        return
    original = ALL_ATTENTION_FUNCTIONS[name]
    layers: Any = language_model.layers  # an encoder within the language model is not meant
    own = {id(module) for module in layers.modules()}

    def spy(module: nn.Module, query: Tensor, key: Tensor, *args: Any, **kwargs: Any) -> Any:
        if id(module) in own:
            layer: Any = module.layer_idx
            prefix = f"lm.blocks.{layer}.{cfg.mixer_of(layer)}"
            found[f"{prefix}.hook_rot_q"], found[f"{prefix}.hook_rot_k"] = query.transpose(1, 2), key.transpose(1, 2)
        return original(module, query, key, *args, **kwargs)

    ALL_ATTENTION_FUNCTIONS[name] = spy
    try:
        yield
    finally:
        ALL_ATTENTION_FUNCTIONS[name] = original
