"""What every analysis must keep to, exactly, whatever a family's decoder is: one function an identity.

Each takes a model with redrawn weights, in float32, and inputs: two rows with images, of which one may be padded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
import torch
from torch import Tensor

from vlm_lens_native import HookedVLMTransformer, InputError, WeightsError
from vlm_lens_native.analysis import gradients, logit_attribution, logit_difference, logit_lens, patching
from vlm_lens_native.encoded import DecoderInput
from vlm_lens_native.weights import composition_scores

Inputs = Mapping[str, Any]
CLOSE: Mapping[str, float] = {"rtol": 1e-4, "atol": 2e-4}
TOKEN, OTHER = 7, 11


def close(found: Tensor, expected: Tensor, **tolerance: float) -> None:
    torch.testing.assert_close(found, expected, **{**CLOSE, **tolerance}, check_dtype=False)


def as_logits(model: HookedVLMTransformer, sums: Tensor) -> Tensor:
    """Logits for what is linear in the stream: what the model has behind it is its soft cap."""
    cap = model.cfg.logits_cap
    return sums if cap is None else torch.tanh(sums / cap) * cap


def residual_stream(model: HookedVLMTransformer, inputs: Inputs) -> None:
    """What is said to be added to the stream is what is added, bit for bit."""
    _, cache = model.run_with_cache(inputs, "lm.*")
    for layer in range(model.cfg.n_layers):
        at = {part: cache[part, layer] for part in ("resid_pre", "attn_out", "resid_mid", "mlp_out", "resid_post")}
        assert torch.equal(at["resid_pre"] + at["attn_out"], at["resid_mid"]), layer
        total = at["resid_mid"] + at["mlp_out"]
        for point in ("hook_per_layer_out", "hook_deepstack"):
            name = f"lm.blocks.{layer}.{point}"
            total = total + cache[name] if name in cache else total
        scalar = model.lm.blocks[layer].scalar
        assert torch.equal(total if scalar is None else total * scalar, at["resid_post"]), layer
        if layer:
            assert torch.equal(cache["resid_post", layer - 1], at["resid_pre"])
    assert torch.equal(cache["lm.hook_embed"], cache["resid_pre", 0])


def decompositions(model: HookedVLMTransformer, inputs: Inputs) -> None:
    """Every decomposition sums to the stream, in front of each norm and behind it."""
    _, cache = model.run_with_cache(inputs, "lm.*")
    n_layers = model.cfg.n_layers
    for layer, mlp_input in [*((layer, mlp) for layer in range(n_layers) for mlp in (False, True)), (n_layers, False)]:
        inlet = model.lm.inlet(layer, mlp=mlp_input)
        stream = cache[inlet.stream.name]
        how = {"mlp_input": mlp_input}
        for stack in (
            cache.decompose_resid(layer, **how),
            cache.get_full_resid_decomposition(layer, **how),
            cache.get_full_resid_decomposition(layer, **how, expand_neurons=False),
        ):
            close(stack.sum(0), stream)
            normed = cache.apply_ln_to_stack(stack, layer, **how).sum(0)
            close(normed + inlet.constant(normed), inlet.read(stream), rtol=1e-3, atol=1e-3)
        close(cache.apply_ln_to_stack(stream[None], layer, recompute_ln=True, **how)[0], inlet.read(stream))


def heads_and_neurons(model: HookedVLMTransformer, inputs: Inputs) -> None:
    """What heads and neurons are said to write is what goes missing from the stream without them, at the same scales.

    With ``hook_result`` cached or not.
    """
    _, cache = model.run_with_cache(inputs, "lm.*")
    _, lean = model.run_with_cache(inputs, lambda name: name.startswith("lm.") and "hook_result" not in name)
    close(lean.stack_head_results(), cache.stack_head_results())
    sizes = [block.mixer.n_heads for block in model.lm.blocks]
    heads = cache.stack_head_results().split(sizes)
    kept = [model.lm.carried(layer, model.cfg.n_layers) for layer in range(model.cfg.n_layers)]
    neurons, labels = cache.stack_neuron_results(return_labels=True)
    for layer in range(model.cfg.n_layers):
        block, mlp = f"lm.blocks.{layer}.", model.lm.blocks[layer].mlp
        own = neurons[[label.startswith(tuple(f"L{layer}{letter}" for letter in "NES")) for label in labels]]
        for part, out, zeroed, written in (
            ("ln1_post", "hook_attn_out", [model.lm.blocks[layer].mixer.hook_z.name], heads[layer].sum(0)),
            ("ln2_post", "hook_mlp_out", [point.name for point in mlp.written_at], own.sum(0)),
        ):
            hooks = [(zeroed, lambda x, hook: torch.zeros_like(x) if x.is_floating_point() else None)]
            if block + f"{part}.hook_scale" in cache:
                hooks.append((block + f"{part}.hook_scale", lambda x, hook: cache[hook.name]))
            with model.hooks(fwd_hooks=hooks):
                _, without = model.run_with_cache(inputs, block + out)
            written = written if kept[layer] is None else written / kept[layer]
            close(cache[block + out] - without[block + out], written)


def logit_attributions(model: HookedVLMTransformer, inputs: Inputs) -> None:
    """What components add to a logit sums to it; where there is a soft cap, to what it is applied to."""
    logits, cache = model.run_with_cache(inputs, "lm.*")
    constant = (model.lm.ln_final.constant @ model.W_U + model.b_U) * model.cfg.logits_factor
    for stack in (cache.decompose_resid(), cache.get_full_resid_decomposition()):
        sums = cache.logit_attrs(stack, TOKEN).sum(0) + constant[TOKEN]
        close(as_logits(model, sums), logits[..., TOKEN], rtol=1e-3, atol=1e-3)


def direct_attributions(model: HookedVLMTransformer, inputs: Inputs) -> None:
    """So do the parts of direct attribution, however it is split."""
    logits = model(inputs).logits
    for by in ("component", "head", "neuron", *(() if model.cfg.is_hybrid else ("source",))):
        found = logit_attribution.direct(model, inputs, TOKEN, by=by)
        close(found.total, found.logit, rtol=1e-3, atol=1e-3)
        rows = torch.arange(len(logits))
        close(as_logits(model, found.logit), logits[rows, found.positions, TOKEN], rtol=1e-3, atol=1e-3)
        led = logit_attribution.direct(model, inputs, TOKEN, OTHER, by=by)
        close(led.total, led.logit, rtol=1e-3, atol=1e-3)


def processed_weights(model: HookedVLMTransformer, inputs: Inputs) -> None:
    """A processed model has the log-probabilities of the model; gains of norms that are folded are one."""
    before = model(inputs).logits.log_softmax(-1)
    tokens = torch.as_tensor(inputs["attention_mask"]).bool()
    for how in ({}, {"fold_ln": False}, {"fold_value_biases": False}, {"center_unembed": False}):
        processed = model.process_weights(**how)
        after = processed(inputs).logits.log_softmax(-1)
        close(after[tokens], before[tokens], rtol=1e-3, atol=2e-3)
        if how.get("fold_ln", True):
            norms = [processed.lm.ln_final, *(norm for b in processed.lm.blocks for norm in (b.ln1, b.ln2))]
            assert all(torch.equal(norm.gain, torch.ones_like(norm.gain)) for norm in norms if norm is not None)
    decompositions(model.process_weights(), inputs)


def circuits(model: HookedVLMTransformer, inputs: Inputs) -> None:
    """QK circuits give scores, OV circuits what heads write; composition scores are those of the matrices."""
    cfg = model.cfg
    if cfg.latent is not None:
        with pytest.raises(WeightsError, match="W_DKV and W_UV are the two"):
            _ = model.OV[0][1].AB
        return
    encoded = model.encode(inputs)
    _, cache = model.run_with_cache(encoded, "lm.*")
    n_pos = encoded.embeddings.shape[1]
    query, key = n_pos - 1, n_pos - 2  # two tokens of text, next to each other on every axis
    for layer in cfg.key_layers:
        has_norm = model.lm.blocks[layer].ln1 is not None
        normalized = cache[f"lm.blocks.{layer}.{'ln1.hook_normalized' if has_norm else 'attn.hook_in'}"].float()
        x = torch.cat([normalized, torch.ones_like(normalized[..., :1])], dim=-1)
        qk = model.QK[layer].with_bias()
        qk = qk.fold_ln() if has_norm else qk
        circuit = qk.rotary_at(1)
        scores = cache["attn_scores", layer][:, :, query, key]
        has_qk_norm = model.lm.blocks[layer].attn.q_norm is not None
        if cfg.qk_norm is not None:
            circuit = circuit.fold_qk_norm()
        found = torch.einsum("bi,hij,bj->bh", x[:, query], circuit.AB, x[:, key])
        if has_qk_norm:
            found = found / _qk_scale(model, cache["q", layer][:, query]) / _qk_scale(model, cache["k", layer][:, key])
        found = found * cfg.attention_scale * _query_scale(model, encoded, layer)[:, query, None]
        found = found if cfg.attention_cap is None else torch.tanh(found / cfg.attention_cap) * cfg.attention_cap
        close(found, scores, rtol=1e-3, atol=1e-3)
        if cfg.gated_attention or cfg.v_norm:
            continue
        ov = model.OV[layer].with_bias()
        ov = ov.fold_ln() if has_norm else ov
        read = torch.einsum("bhqk,bki->bhqi", cache["pattern", layer], x)
        written = torch.einsum("bhqi,hio->bqho", read, ov.AB)
        close(written, cache["result", layer], rtol=1e-3, atol=1e-3)
    if cfg.gated_attention or cfg.v_norm or cfg.is_hybrid:
        return
    ov, qk = model.OV[0][1].AB, model.QK[1][2].AB
    expected = (ov @ qk).norm() / (ov.norm() * qk.norm())
    close(model.all_composition_scores("Q")[0, 1, 1, 2], expected)
    close(composition_scores(model.OV[0][1], model.QK[1][2]), expected)


def _query_scale(model: HookedVLMTransformer, encoded: DecoderInput, layer: int) -> Tensor:
    """``[batch pos]``: what queries are multiplied by for their position."""
    positions = torch.arange(encoded.embeddings.shape[1])[None] if encoded.positions is None else encoded.positions
    rotary = model.cfg.rotary_of(layer)
    scale = model.cfg.unrotated_query_scale if rotary is None else rotary.query_scale
    if scale is None:
        return torch.ones(encoded.embeddings.shape[:2])
    positions = torch.arange(positions.shape[-1])[None] if rotary is None else positions  # of places, with padding
    return scale.at(positions.expand(encoded.embeddings.shape[:2]))


def _qk_scale(model: HookedVLMTransformer, x: Tensor) -> Tensor:
    """``[batch head]``: what q/k norm divides queries or keys ``[batch head d_head]`` by."""
    together = x.flatten(1) if model.cfg.qk_norm == "all_heads" else x
    scale = (together.pow(2).mean(-1) + model.cfg.norm.eps).sqrt()
    scale = scale[:, None].expand(x.shape[:2]) if model.cfg.qk_norm == "all_heads" else scale
    return scale.repeat_interleave(model.cfg.n_heads // scale.shape[1], dim=1)


def resuming(model: HookedVLMTransformer, inputs: Inputs) -> None:
    """Encoded once, the model starts at any layer and stops at any, exactly, and unembeds as HF's wrapper does."""
    logits, cache = model.run_with_cache(inputs, "lm.blocks.*.hook_resid_pre")
    encoded = model.encode(inputs)
    assert torch.equal(model(encoded).logits, logits)
    for layer in range(1, model.cfg.n_layers):
        resid = cache["resid_pre", layer]
        if model.cfg.lending_before(layer):
            with pytest.raises(InputError, match="attends to the keys and values of layer"):
                model(encoded, start_at_layer=layer, resid=resid)
            continue
        assert torch.equal(model(encoded, start_at_layer=layer, resid=resid).logits, logits)
        assert torch.equal(model.run_with_cache(inputs, [], stop_at_layer=layer)[0], resid)


def kept_logits(model: HookedVLMTransformer, inputs: Inputs) -> None:
    """Who asks for the logits of some positions gets those of these positions, also where HF's class gives all."""
    logits = model(inputs).logits
    for given in (inputs, model.encode(inputs)):
        close(model(given, logits_to_keep=1).logits, logits[:, -1:])
        close(model(given, logits_to_keep=torch.tensor([2, 5])).logits, logits[:, [2, 5]])
        close(model(given, logits_to_keep=2, return_dict=False)[0], logits[:, -2:])


def prefilling(model: HookedVLMTransformer, inputs: Inputs) -> None:
    """A prompt whose first positions ran before has the logits of a whole pass; or they can't, and that is said."""
    encoded, logits = model.encode(inputs), model(inputs).logits
    tokens = torch.as_tensor(inputs["attention_mask"]).bool()
    n_pos, done = logits.shape[1], 0
    for n_first in (1, n_pos // 2, n_pos - 1):
        if encoded.closed_before(n_first) < n_first:
            try:
                model.prefill(encoded, n_first)
            except InputError:
                continue
            raise AssertionError(f"{n_first} positions see later ones, and were prefilled")
        rest = model(model.prefill(encoded, n_first)).logits
        close(rest[tokens[:, n_first:]], logits[:, n_first:][tokens[:, n_first:]], rtol=1e-3, atol=1e-3)
        done += 1
    assert done or encoded.own_masks


def lens(model: HookedVLMTransformer, inputs: Inputs) -> None:
    """The lens at the last layer reads the model's own probabilities."""
    found = logit_lens(model, inputs, top_k=5)
    probabilities = model(inputs).logits.softmax(-1)[found.rows, found.positions]
    ids = torch.as_tensor(found.top_ids[-1])
    close(torch.as_tensor(found.top_probs[-1]), probabilities.gather(-1, ids), atol=1e-5)


def _pair(inputs: Inputs) -> tuple[dict[str, Any], dict[str, Any]]:
    target = dict(inputs)
    return {key: -value if "pixel_values" in key else value for key, value in target.items()}, target


def _patched(model: HookedVLMTransformer, inputs: Inputs, donor: Inputs, names: str) -> Callable[..., Tensor]:
    """A function ``(name, at) -> [row]``: the metric of a whole pass in which one activation is the donor's there."""
    _, cache = model.run_with_cache(donor, names)
    encoded, last, metric = model.encode(inputs), model.token_layout(inputs).last, logit_difference(TOKEN, OTHER)

    def patched(name: str, at: Any) -> Tensor:
        def put(x: Tensor, hook: Any) -> None:
            for row in range(len(x)):
                where = at.indices(row)
                x[row, where] = cache[hook.name][row, where]

        logits = model.run_with_hooks(encoded, [(name, put)])
        return torch.stack([metric(logits[row, last.indices(row)[0]]) for row in range(len(logits))])

    return patched


def sweeps(model: HookedVLMTransformer, inputs: Inputs) -> None:
    """Sweeps give the numbers of a whole pass for each patch, though they share what patches have in common."""
    source, target = _pair(inputs)
    layout = model.token_layout(target)
    groups = {"first image": layout.image(0), "text": layout.text}
    metric = logit_difference(TOKEN, OTHER)
    for hook in ("resid_post", "hook_attn_out", "hook_mlp_out"):
        found = patching.sweep(model, source, target, metric, hook=hook, groups=groups, layers=slice(None))
        point = f"hook_{hook.removeprefix('hook_')}"
        patched = _patched(model, target, source, f"lm.blocks.*.{point}")
        for layer in range(model.cfg.n_layers):
            for column, group in enumerate(groups.values()):
                expected = patched(f"lm.blocks.{layer}.{point}", group)
                close(torch.as_tensor(found.values)[:, layer, column], expected, rtol=1e-3, atol=1e-3)


def paths(model: HookedVLMTransformer, inputs: Inputs) -> None:
    """Along all paths, a sender's effect is that of patching it."""
    source, target = _pair(inputs)
    images, metric = model.token_layout(target).images, logit_difference(TOKEN, OTHER)
    for hook in (model.lm.blocks[0].mixer.hook_z.name.removeprefix("lm.blocks.0."), "hook_mlp_out"):
        sender = patching.Node(hook=hook, layer=0, positions=images)
        found = patching.patch_paths(model, source, target, metric, senders=[sender], paths="all")
        name = f"lm.blocks.0.{hook}"
        expected = _patched(model, target, source, name)(name, images)
        close(torch.as_tensor(found.values)[:, 0], expected, rtol=1e-3, atol=1e-3)


def edges(model: HookedVLMTransformer, inputs: Inputs) -> None:
    """The edges that leave a sender sum to its own attribution."""
    source, target = _pair(inputs)
    metric = logit_difference(TOKEN, OTHER)
    found = gradients.edge_attribution(model, source, target, metric=metric)
    sums = dict(zip(found.senders, found.scores.sum(-1)[0], strict=True))
    names = ["lm.*.hook_result", "lm.*.hook_mlp_out"]
    nodes = gradients.attribution_patching(
        model, source, target, metric=metric, names=names, groups={"all": slice(None)}
    )
    for layer in range(model.cfg.n_layers):
        own = nodes[model.lm.blocks[layer].mixer.hook_result.name][:, 0].mean(0)
        close(torch.stack([sums[f"L{layer}H{head}"] for head in range(len(own))]), own, rtol=1e-3, atol=1e-3)
        close(sums[f"{layer}_mlp_out"], nodes[f"lm.blocks.{layer}.hook_mlp_out"][:, 0].mean(0), rtol=1e-3, atol=1e-3)


IDENTITIES: tuple[Callable[[HookedVLMTransformer, Inputs], None], ...] = (
    residual_stream,
    decompositions,
    heads_and_neurons,
    logit_attributions,
    direct_attributions,
    processed_weights,
    circuits,
    resuming,
    kept_logits,
    prefilling,
    lens,
    sweeps,
    paths,
    edges,
)
OF_WRAPPERS = (residual_stream, resuming, kept_logits, prefilling, lens)
"""Those in which HF's wrapper has a part: what it hands to the decoder, and what it makes of what comes out."""
