"""What users get wrong: each mistake is a clear error, and the model goes on as before."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch
from transformers import LlamaConfig, LlamaForCausalLM

from tests import models
from tests.families.checkpoints import random_model, saved
from tests.families.test_llava import config
from vlm_lens_native import (
    ConfigError,
    DecoderInput,
    HookedVLMTransformer,
    InputError,
    LoadingError,
    MissingProcessorError,
    PlaceholderMismatchError,
    UnsupportedModelError,
    VLMLensError,
    WeightsError,
)
from vlm_lens_native.families import all_backbones, all_wrappers


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(random_model(config()), tmp_path_factory.mktemp("llava"))


def test_a_checkpoint_that_is_nowhere_names_the_remedies() -> None:
    with pytest.raises(LoadingError, match=r"local directory[\s\S]*loads without a network"):
        HookedVLMTransformer.from_pretrained("nobody/nothing-7b")
    with pytest.raises(LoadingError, match="local directory"):
        HookedVLMTransformer.from_pretrained("/no/such/directory")
    with pytest.raises(LoadingError, match="The toys are toy-llava, "):
        HookedVLMTransformer.from_pretrained("toy-lava")


def test_a_directory_without_weights_says_so(tmp_path: Path) -> None:
    config().save_pretrained(tmp_path)
    with pytest.raises(LoadingError, match="directory exists"):
        HookedVLMTransformer.from_pretrained(tmp_path)


@pytest.mark.skipif(importlib.util.find_spec("timm") is not None, reason="timm is installed")
def test_a_vision_encoder_of_timm_names_timm(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "fast_vlm"}))
    with pytest.raises(ConfigError, match=r"(?s)requires the timm library.*pip install timm"):
        HookedVLMTransformer.from_pretrained(tmp_path)


def test_an_unsupported_model_names_the_supported_ones(tmp_path: Path) -> None:
    LlamaForCausalLM(
        LlamaConfig(hidden_size=32, intermediate_size=8, num_hidden_layers=1, vocab_size=8)
    ).save_pretrained(tmp_path)
    with pytest.raises(UnsupportedModelError, match=r"'llama'.*llava.*qwen2_5_vl.*qwen3_vl.*smolvlm"):
        HookedVLMTransformer.from_pretrained(tmp_path)


def test_a_missing_shard_says_which(tmp_path: Path) -> None:
    directory = saved(random_model(config()), tmp_path, max_shard_size="50KB")
    shard = sorted(directory.glob("*.safetensors"))[1]
    shard.unlink()
    with pytest.raises(LoadingError, match=shard.name):
        HookedVLMTransformer.from_pretrained(directory)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"model_type": "bloom"}, r"backbone 'bloom' of this llava is not supported"),
        ({"rope_parameters": {"rope_type": "longrope", "rope_theta": 1e4}}, "not handled|longrope"),
        ({"num_key_value_heads": 3}, "4 query heads can't share 3"),
    ],
    ids=["backbone", "rope", "heads"],
)
def test_a_config_that_asks_for_more_raises(checkpoint: Path, tmp_path: Path, change: dict, message: str) -> None:
    settings = json.loads((checkpoint / "config.json").read_text())
    settings["text_config"] |= change
    (tmp_path / "config.json").write_text(json.dumps(settings))
    with pytest.raises((ConfigError, KeyError), match=message):
        HookedVLMTransformer.from_pretrained(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"attn_implementation": "flash_attention_2"}, ConfigError, "sdpa or eager"),
        ({"device": "cpu", "device_map": "auto"}, InputError, "exclude each other"),
        ({"dtype": torch.float32, "torch_dtype": torch.bfloat16}, InputError, "differ"),
        ({"nonsense": 1}, InputError, r"takes no argument 'nonsense'.*It takes .*dtype"),
        ({"devise_map": "auto"}, InputError, r"'devise_map'.*Did you mean device_map"),
        ({"max_pixel": 100}, InputError, r"'max_pixel'.*Did you mean max_pixels"),
        ({"device": "auto"}, InputError, r"'auto' can't be used.*device_map=\"auto\""),
        ({"default_prompt": "Do: {instruction}"}, InputError, r"has {instruction} in it.*{task}"),
        ({"default_prompt": "{task} as {{form}}"}, InputError, r"has {{form}} in it"),
    ],
    ids=[
        "kernel",
        "two devices",
        "dtype",
        "unknown",
        "misspelt",
        "of the processor",
        "device",
        "placeholder",
        "braces",
    ],
)
def test_arguments_that_can_not_work_raise(checkpoint: Path, arguments: dict, error: type, message: str) -> None:
    with pytest.raises(error, match=message):
        HookedVLMTransformer.from_pretrained(checkpoint, **arguments)


def test_from_hf_takes_whole_models() -> None:
    with pytest.raises(UnsupportedModelError, match=r"LlavaModel has no language-model head.*LlavaForCond"):
        HookedVLMTransformer.from_hf(models.hf_model("llava").model)


MISTYPED = """
import vlm_lens_native
from tests import models
from vlm_lens_native import HookedVLMTransformer, VLMLensError
from vlm_lens_native.analysis import gradients, patching

model, inputs = models.model("llava"), models.inputs("llava")
cache = model.run_with_cache(inputs, "lm.hook_embed")[1]
toy = HookedVLMTransformer.from_pretrained("toy-llava")
for call, message in (
    (lambda: HookedVLMTransformer.from_hf(None), "got NoneType"),
    (lambda: HookedVLMTransformer.from_hf(model), "got HookedVLMTransformer"),
    (lambda: model(model.encode(inputs), resid=[0.0]), "got list"),
    (lambda: model.run_with_cache(inputs["input_ids"]), "image placeholders"),
    (lambda: model.run_with_hooks(inputs["input_ids"], []), "image placeholders"),
    (lambda: model.run_with_cache(inputs, 3), "named by a name"),
    (lambda: model.add_hook("lm.hook_embed", lambda x, hook: x, dir="both"), "got 'both'"),
    (lambda: cache[3], "by a name or by a tuple"),
    (lambda: toy.prepare_messages(inputs["pixel_values"][0], "What is this?"), "text, got Tensor"),
    (lambda: toy.prepare_messages_batch(["a", "b"], 3), "list of 2 as tasks and int as images"),
    *((lambda rows=rows: toy.prepare_questions(rows), "a pair of a question and a list of its images, got")
      for rows in ("hello", [("a",)], [("a", None)], ["ab"], [("a", 3)])),
    (lambda: model.token_layout(inputs["input_ids"]), "image placeholders"),
    (lambda: model.show_inputs("hello"), "no tokenizer"),
    (lambda: model.get_image_token_positions([1, 2]), "got list"),
    (lambda: model.get_image_token_range(None), "got NoneType"),
    (lambda: gradients.attribution_patching(model, inputs, inputs, metric="logit_diff"), "metric='logit_diff' is no"),
    (lambda: gradients.attribution_patching(model, inputs, inputs, metric=None), "metric=None is no metric"),
    (lambda: patching.sweep(model, inputs, inputs, metric="logit_diff"), "a function from logits to a number"),
    (lambda: patching.sweep(model, inputs, inputs, metric=[3, 4]), "metric=[3, 4] is no metric"),
):
    try:
        call()
    except VLMLensError as error:
        assert message in str(error), error
    else:
        raise AssertionError(message)
"""


def test_arguments_of_another_type_raise() -> None:
    # in a process of its own, since the run-time checks of annotations would come first
    done = subprocess.run([sys.executable, "-c", MISTYPED], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_directory_without_a_config_says_so(tmp_path: Path) -> None:
    with pytest.raises(LoadingError, match=r"no config\.json"):
        HookedVLMTransformer.from_pretrained(tmp_path)


def test_torch_dtype_is_dtype(checkpoint: Path) -> None:
    assert HookedVLMTransformer.from_pretrained(checkpoint, torch_dtype=torch.bfloat16).dtype == torch.bfloat16
    assert HookedVLMTransformer.from_pretrained(checkpoint, dtype="bfloat16").dtype == torch.bfloat16
    assert HookedVLMTransformer.from_pretrained(checkpoint).dtype == torch.float32


@pytest.mark.parametrize(("registry", "name"), [(all_wrappers, "llava"), (all_backbones, "backbones.llama")])
def test_two_claims_to_a_model_type_raise_and_name_both(
    registry: Any, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    claimed = registry()[name.rpartition(".")[2]]

    class Entry:
        value = "other_package:CLAIM"

        def load(self):
            return claimed

    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [Entry()])
    registry.cache_clear()
    with pytest.raises(UnsupportedModelError, match=rf"conversions\.{name} and other_package:CLAIM claim"):
        registry()
    registry.cache_clear()


def test_a_checkpoint_without_a_processor_loads_and_says_how_to_pass_one(checkpoint: Path, inputs) -> None:
    model = HookedVLMTransformer.from_pretrained(checkpoint)
    assert model.processor is None
    assert torch.isfinite(model(inputs).logits).all()
    with pytest.raises(MissingProcessorError, match="processor="):
        model.prepare_messages("What is this?", torch.zeros(3, 28, 28))


@pytest.mark.parametrize("family", models.NAMES)
def test_placeholders_and_pixels_must_match(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)
    before = model(inputs).logits
    without_pixels = {k: v for k, v in inputs.items() if not k.startswith(("pixel", "image_grid"))}
    without_placeholders = {**inputs, "input_ids": inputs["input_ids"].masked_fill(inputs["input_ids"] == 100, 5)}
    swapped = {**inputs, "input_ids": inputs["input_ids"].clone()}
    first = (swapped["input_ids"][0] == 100).nonzero()[0]
    swapped["input_ids"][0, first] = 5  # one too few in this row, one too many in the other: the sum is right
    swapped["input_ids"][1, -1] = 100
    grid_alone = {k: v for k, v in inputs.items() if not k.startswith("pixel_values")}
    too_few = {**inputs, "pixel_values": inputs["pixel_values"][:1]}
    for bad in (without_pixels, without_placeholders, swapped, grid_alone, too_few):
        for run in (model, model.generate, model.encode, model.run_with_cache):
            with pytest.raises(PlaceholderMismatchError):
                run(bad)
    assert torch.equal(model(inputs).logits, before)


@pytest.mark.parametrize("family", models.NAMES)
def test_ids_and_mask_must_match(family: str) -> None:
    """HF's LLaVA and SmolVLM take a mask of another shape, and answer something else."""
    model, inputs = models.model(family), models.inputs(family)
    mask, ids = inputs["attention_mask"], inputs["input_ids"]
    for bad, message in (
        ({**inputs, "attention_mask": mask[:, :-1]}, "attention_mask has shape"),
        ({**inputs, "attention_mask": mask[:1]}, "attention_mask has shape"),
        ({"input_ids": ids[0]}, r"\[batch, position\]"),
        ({"input_ids": ids.float()}, "float32"),
    ):
        for run in (model, model.generate, model.encode, model.run_with_cache):
            with pytest.raises(InputError, match=message):
                run(bad)


@pytest.mark.parametrize("family", models.NAMES)
def test_a_mask_may_leave_out_a_part_of_an_image_where_hf_runs_it(family: str) -> None:
    model, inputs = models.model(family), models.alone(family)[0]
    mask = inputs["attention_mask"].clone()
    mask[0, (inputs["input_ids"][0] == 100).nonzero()[2]] = 0
    holed = {**inputs, "attention_mask": mask}
    if family in ("llava", "smolvlm"):
        assert torch.equal(model(holed).logits, models.hf_model(family)(**holed).logits)
        return
    with pytest.raises(InputError, match=r"attention_mask is 0 at 1 placeholders.*BlockAttention"):
        model(holed)
    places = torch.arange(mask.shape[1]).expand(3, 1, -1)
    assert model(holed, position_ids=places).logits.isfinite().all()


@pytest.mark.parametrize("family", ["qwen2_5_vl", "qwen3_vl"])
def test_token_types_must_be_those_of_the_ids(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)
    types = (inputs["input_ids"] == 100).long()
    assert torch.equal(model(inputs, mm_token_type_ids=types).logits, model(inputs).logits)
    for bad in (torch.zeros_like(types), 2 * types):
        with pytest.raises(InputError, match="mm_token_type_ids must be 1"):
            model(inputs, mm_token_type_ids=bad)
    with pytest.raises(InputError, match="numbers its positions by a 2-D mask"):
        model({**inputs, "attention_mask": torch.ones(2, 1, *2 * types.shape[1:])})
    assert torch.equal(model({**inputs, "input_ids": inputs["input_ids"].int()}).logits, model(inputs).logits)


@pytest.mark.parametrize("family", models.NAMES)
def test_what_is_said_of_each_token_is_said_of_all(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)
    ones = inputs["attention_mask"]
    for key in ("attention_mask", "labels", "token_type_ids", "mm_token_type_ids", "moe_mm_token_type_ids"):
        for bad in (ones[:, :-1], ones[:1], ones[None], ones[0]):
            with pytest.raises(InputError, match=f"{key} has shape"):
                model({**inputs, key: bad})
        for bad, message in ((ones.tolist(), "is a list"), ("x", "is a str"), (ones.to("meta"), "without numbers")):
            with pytest.raises(InputError, match=f"{key} is.*{message}|{key} is.*return_tensors"):
                model({**inputs, key: bad})
    for run in (model, lambda given: model(model.encode(inputs), labels=given["labels"])):
        for bad, message in ((ones + 10**6, "got .1000001"), (ones - 3, "got .-"), (ones.float(), "float32")):
            with pytest.raises(InputError, match=f"labels are tokens from 0 to 127.*{message}"):
                run({**inputs, "labels": bad})


@pytest.mark.parametrize("family", models.NAMES)
def test_other_inputs_that_can_not_work(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)
    mask, places = inputs["attention_mask"], inputs["attention_mask"].cumsum(1) - 1
    embeddings = torch.zeros(*mask.shape, 64)
    for bad, message in (
        ({}, "neither input_ids nor inputs_embeds, only nothing"),
        ({"attention_mask": mask}, r"neither input_ids nor inputs_embeds, only \['attention_mask'\]"),
        ({**inputs, "attention_mask": mask[:, None, :, None] * mask[:, None, None], "position_ids": places}, "int64"),
        ({**inputs, "attention_mask": torch.ones(2, 1, 3, 3), "position_ids": places}, "1 or head"),
        ({"inputs_embeds": embeddings[..., 1:]}, r"\[batch, position, 64\], got a tensor of float32 .*63"),
        ({"inputs_embeds": embeddings[0]}, r"\[batch, position, 64\]"),
        ({"inputs_embeds": embeddings.double()}, "float64"),
        ({**inputs, "pixel_values": inputs["pixel_values"].tolist()}, "pixel_values is a list"),
        ({**inputs, "input_ids": mask.bool()}, "whole numbers"),
    ):
        for run in (model, model.encode):
            with pytest.raises(InputError, match=message):
                run(bad)


def test_what_hf_can_not_run_tells_the_inputs() -> None:
    model, inputs = models.model("qwen2_5_vl"), models.inputs("qwen2_5_vl")
    for run in (model, model.encode):
        with pytest.raises(RuntimeError) as raised:
            run({**inputs, "pixel_values": inputs["pixel_values"][:, 1:]})
        assert "pixel_values: a tensor of float32 [" in raised.value.__notes__[-1]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda model, inputs: model.encode({**inputs, "colour": 3}), "colour, which has no effect"),
        (lambda model, inputs: model({**inputs, "colour": 3}), "colour, which has no effect"),
        (lambda model, inputs: model(inputs, position_ids=torch.zeros(3, 2, 16)), r"this pass takes \[batch"),
        (lambda model, inputs: model(inputs, start_at_layer=1), "encoded inputs"),
        (lambda model, inputs: model(model.encode(inputs), start_at_layer=1), "belong together"),
        (lambda model, inputs: model(model.encode(inputs), start_at_layer=9, resid=torch.zeros(1, 1, 1)), "3 layers"),
        (
            lambda model, inputs: model(model.encode(inputs), start_at_layer=1, resid=torch.zeros(1, 1, 1)),
            "resid has shape",
        ),
        (lambda model, inputs: model(model.encode(inputs), resid=torch.zeros(2, 16, 64).double()), "float64"),
        (lambda model, inputs: model(model.encode(inputs), colour=3), "colour, which has no effect"),
        (lambda model, inputs: model.run_with_cache(inputs, positions="last"), "got 'last'"),
        (lambda model, inputs: model.run_with_cache(inputs, positions=[[1], [2, 3]]), r"got \[\[1\], \[2, 3\]\]"),
        (lambda model, inputs: model({"input_ids": [[1, 2]]}), "return_tensors"),
        (lambda model, inputs: model({"input_ids": torch.ones(1, 2).numpy()}), "return_tensors"),
        (lambda model, inputs: model.run_with_cache(inputs, stop_at_layer=4), "3 layers"),
        (lambda model, inputs: model.run_with_hooks(inputs, stop_at_layer=1, return_type="both"), "has no loss"),
        (
            lambda model, inputs: model.run_with_cache(inputs, stop_at_layer=1, return_type="loss", incl_bwd=True),
            "has no loss",
        ),
        (lambda model, inputs: model.run_with_cache(["*"], stop_at_layer=2), "is a context manager"),
        (lambda model, inputs: model.generate(DecoderInput(embeddings=torch.zeros(1, 1, 64))), "model.encode"),
        (lambda model, inputs: model(), "got no inputs"),
        (lambda model, inputs: model(torch.ones(1, 0, dtype=torch.long)), "no token"),
        (lambda model, inputs: model(torch.tensor([[1, 99999]])), r"from 0 to 127, got \[99999\]"),
        (lambda model, inputs: model.encode({"input_ids": torch.tensor([[1, -1]])}), r"from 0 to 127, got \[-1\]"),
        (lambda model, inputs: model.steer(torch.ones(2, 64), 1), r"64 entries, got a tensor of shape \[2, 64\]"),
    ],
    ids=[str(nth) for nth in range(23)],
)
def test_calls_that_can_not_work_raise(model, inputs, call, message: str) -> None:
    before = model(inputs).logits
    with pytest.raises((VLMLensError, TypeError), match=message):
        call(model, inputs)
    assert torch.equal(model(inputs).logits, before)


def test_errors_have_one_root_and_the_builtin_parents_people_catch() -> None:
    assert issubclass(WeightsError, LoadingError)
    assert issubclass(PlaceholderMismatchError, ValueError)
    assert issubclass(UnsupportedModelError, ValueError)


def test_a_misspelt_toy_names_the_nearest() -> None:
    with pytest.raises(LoadingError, match=r"^There is no toy-lava; did you mean toy-llava"):
        HookedVLMTransformer.from_pretrained("toy-lava")


def test_positions_beyond_those_of_training_are_told_once(caplog: pytest.LogCaptureFixture) -> None:
    hf = models.hf_model("llava")
    n_ctx = hf.config.text_config.max_position_embeddings
    model = HookedVLMTransformer.from_hf(hf)
    long = torch.randint(3, 90, (1, n_ctx + 1))
    padded = torch.ones_like(long)
    padded[:, 0] = 0
    model(long[:, 1:])
    model({"input_ids": long, "attention_mask": padded})  # HF's LLaVA counts padding as well
    model(long)
    [told] = caplog.messages
    assert told.startswith(f"The sequence has {n_ctx + 1} positions, and the model was made for {n_ctx}")
