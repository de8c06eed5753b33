"""Scripts written for Spectra get their nested lists and their page, with what was wrong there set right."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image
from transformers.models.gemma3.modeling_gemma3 import Gemma3RMSNorm
from transformers.models.llama.modeling_llama import LlamaRMSNorm

from vlm_lens_native import InputError
from vlm_lens_native.analysis import compute_logit_lens, create_logit_lens, logit_lens
from vlm_lens_native.analysis.lens.spectra import _boxes, _comes_from


@pytest.fixture
def name() -> str:
    return "toy-llava"


def as_texts(model, lens, top):
    return [
        [
            [(model.tokenizer.decode([token]), f"{p:.4f}") for token, p in zip(ids[:top], probs[:top], strict=True)]
            for ids, probs in zip(layer_ids, layer_probs, strict=True)
        ]
        for layer_ids, layer_probs in zip(lens.top_ids.tolist(), lens.top_probs.tolist(), strict=True)
    ]


def test_it_reads_what_the_lens_reads(model, inputs):
    _, cache = model.run_with_cache(inputs, "lm.blocks.*.hook_resid_post")
    stack = cache.stack("lm.blocks.*.hook_resid_post")
    parts = (model.lm.ln_final, model.hf.lm_head, model.tokenizer)
    expected = as_texts(model, logit_lens(model, inputs, layers=range(model.cfg.n_layers)), top=3)
    assert compute_logit_lens(stack, *parts, top_k=3) == expected
    assert compute_logit_lens(stack[:, 0], *parts, 3) == expected
    assert compute_logit_lens(tuple(stack), *parts, 3) == expected


def test_hfs_last_state_is_not_normed_again(model, hf, inputs):
    with torch.no_grad():
        states = hf(**inputs, output_hidden_states=True).hidden_states
        twice = hf.lm_head(hf.get_decoder().norm(states[-1])).softmax(-1).max(-1).values[0]
    parts = (hf.get_decoder().norm, hf.lm_head, model.tokenizer)
    expected = as_texts(model, logit_lens(model, inputs), top=5)
    assert compute_logit_lens(states, *parts) == expected
    assert compute_logit_lens(torch.stack(states), *parts) == expected
    assert max(abs(float(p) - float(layer[0][1])) for p, layer in zip(twice, expected[-1], strict=True)) > 0.01


def test_several_rows_are_an_error(model):
    states = torch.zeros(2, 3, 4, model.cfg.d_model)
    with pytest.raises(InputError, match="Pick one row"):
        compute_logit_lens(states, model.lm.ln_final, model.unembed, model.tokenizer)


def page_arguments(model, inputs, scene, tmp_path) -> dict:
    _, cache = model.run_with_cache(inputs, "lm.blocks.*.hook_resid_post")
    layout = model.token_layout(inputs)
    labels = [f"t{position}" for position in range(layout.table.kind.shape[1])]
    for nth, position in enumerate(layout.images.indices().tolist(), start=1):
        labels[position] = f"<IMG{nth:03d}>"
    info = model.process_image(scene.image)
    return {
        "hidden_states": cache.stack("lm.blocks.*.hook_resid_post"),
        "norm": model.lm.ln_final,
        "lm_head": model.hf.lm_head,
        "tokenizer": model.tokenizer,
        "image": scene.image,
        "token_labels": labels,
        "image_size": info.processed_size,
        "grid_size": (info.grid_h, info.grid_w),
        "patch_size": info.effective_patch_size,
        "model_name": "../org/model",
        "image_filename": "folder/my image.png",
        "prompt": "What </script><b>colour?",
        "save_folder": tmp_path / "new",
    }


def test_the_page_is_written_where_it_belongs(model, inputs, scene, tmp_path):
    given = page_arguments(model, inputs, scene, tmp_path)
    path = create_logit_lens(**given)
    assert path == tmp_path / "new" / "_org_model_my_image_logit_lens.html"
    page = path.read_text()
    assert r"What \u003c/script>\u003cb>colour?" in page  # in the page's data, where it can't end a script
    assert "</script><b>" not in page
    sizes = (given["grid_size"], given["patch_size"], given["image_size"])
    boxes = _boxes(given["token_labels"], *sizes, n_pos=len(given["token_labels"]))
    boxes = boxes[~np.isnan(boxes[:, 0])]
    assert boxes[0].tolist() == [0, 0, 14, 14]  # the first patch of 8 x 8
    assert boxes[-1].tolist() == [98, 98, 112, 112]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"token_labels": ["<IMG001>"]}, "Got 1 token_labels for 77 positions"),
        ({"grid_size": (4, 8)}, r"'<IMG033>' is outside of the grid of 4 x 8"),
        ({"patch_size": 28}, "larger than the image"),
    ],
    ids=["labels", "grid", "patch"],
)
def test_labels_and_grids_that_do_not_fit_are_errors(model, inputs, scene, tmp_path, change, message):
    with pytest.raises(InputError, match=message):
        create_logit_lens(**page_arguments(model, inputs, scene, tmp_path) | change)
    assert not (tmp_path / "new").exists()


def test_the_image_may_have_another_size(model, inputs, scene, tmp_path):
    given = page_arguments(model, inputs, scene, tmp_path)
    path = create_logit_lens(**given | {"image": Image.new("L", (50, 20))})
    assert path.exists()


@pytest.mark.parametrize("gain", ["weight", "1 + weight"])
def test_a_state_behind_the_norm_is_known_whatever_way_the_norm_writes_its_gain(gain):
    torch.manual_seed(0)
    norm = Gemma3RMSNorm(32) if gain == "1 + weight" else LlamaRMSNorm(32)
    with torch.no_grad():
        norm.weight.copy_(torch.randn(32) * 0.3 + (0.0 if gain == "1 + weight" else 1.0))
        states = torch.randn(5, 32) * torch.arange(1, 6)[:, None]
        assert _comes_from(norm, norm(states))
        assert not _comes_from(norm, states)
        assert not _comes_from(torch.nn.LayerNorm(32), states)
