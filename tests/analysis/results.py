"""A small run of every analysis, on a source and a target: what comes out are the library's results."""

from __future__ import annotations

from vlm_lens_native.analysis import (
    attention_to_image,
    heads,
    knockout,
    logit_attribution,
    logit_difference,
    logit_lens,
    patching,
    registers,
)
from vlm_lens_native.analysis.gradients import (
    attribution_patching,
    edge_attribution,
    integrated_gradients,
    pixel_saliency,
)

METRIC = logit_difference(7, 11)
RESULTS = {
    "lens": lambda model, source, target: logit_lens(model, target, words="red", layers=[0]),
    "map": lambda model, source, target: logit_lens(model, target, words="red", layers=[0]).map("red"),
    "sweep": lambda model, source, target: patching.sweep(model, source, target, METRIC, layers=[0], groups=["last"]),
    "sweep of heads": lambda model, source, target: patching.sweep(
        model, source, target, METRIC, hook="z", layers=[0], heads=[1]
    ),
    "paths": lambda model, source, target: patching.patch_paths(
        model, source, target, METRIC, senders=[patching.Node(hook="embed")]
    ),
    "knockout": lambda model, source, target: knockout.sweep(model, target, windows=[0], flows=[("image", "last")]),
    "attribution": lambda model, source, target: attribution_patching(
        model, source, target, metric=METRIC, names="lm.blocks.1.hook_attn_out"
    ),
    "integrated": lambda model, source, target: integrated_gradients(
        model, source, target, metric=METRIC, steps=1, tolerance=1e3
    ),
    "edges": lambda model, source, target: edge_attribution(model, source, target, metric=METRIC),
    "saliency": lambda model, source, target: pixel_saliency(model, target, metric=METRIC),
    "registers": lambda model, source, target: registers.find_registers(model, target, n_std=0.5),
    "no registers": lambda model, source, target: registers.find_registers(model, target, n_std=9),
    "direct": lambda model, source, target: logit_attribution.direct(model, target, 7),
    "sources": lambda model, source, target: logit_attribution.direct(model, target, 7, by="source"),
    "heads": lambda model, source, target: heads.image_mass(model, target, layers=[0]),
    "attention": lambda model, source, target: attention_to_image(model, target, layers=[0]),
}
