"""LoRA adapters of peft act: merged into the weights on loading, or put on a hooked model."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest
import torch
from packaging.version import Version
from transformers import AutoModelForImageTextToText, BitsAndBytesConfig
from transformers.integrations.peft import MIN_PEFT_VERSION

from tests import models
from tests.families.checkpoints import saved
from vlm_lens_native import HookedVLMTransformer, HookNameError, LoadingError, WeightsError
from vlm_lens_native.families import CheckpointDefaults, Family
from vlm_lens_native.toys import toy_path

peft = pytest.importorskip("peft")
FAMILIES = pytest.mark.parametrize("family", models.NAMES)
# peft 0.21 calls names of transformers that 5.23 deprecates
pytestmark = [
    pytest.mark.filterwarnings("ignore:.*is_gradient_checkpointing.*:FutureWarning"),
    pytest.mark.filterwarnings("ignore:.*(embedding_layers|lora_bias|8-bit linear).*:UserWarning"),
]
TARGETS = ["q_proj", "v_proj", "o_proj", "down_proj"]


def adapted(hf: Any, **how: Any) -> Any:
    """A PeftModel around HF's model whose adapter changes a lot."""
    torch.manual_seed(0)
    config = peft.LoraConfig(r=4, lora_alpha=16, init_lora_weights=False, **{"target_modules": TARGETS, **how})
    return peft.get_peft_model(hf, config).eval().requires_grad_(False)


def on_disk(family: str, path: Path, dtype: torch.dtype = torch.float32, **how: Any) -> Path:
    """An adapter's directory, beside that of its base model."""
    base = saved(models.hf_model(family).to(dtype), path / "base")
    model = adapted(models.hf_model(family).to(dtype), **how)
    model.peft_config["default"].base_model_name_or_path = str(base)
    model.save_pretrained(path / "adapter")
    return path / "adapter"


@FAMILIES
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16], ids=str)
def test_an_adapters_directory_loads_merged(family: str, dtype: torch.dtype, tmp_path: Path) -> None:
    directory, inputs = on_disk(family, tmp_path, dtype), models.alone(family)[0]
    inputs = {key: value.to(dtype) if value.is_floating_point() else value for key, value in inputs.items()}
    base = type(models.hf_model(family)).from_pretrained(tmp_path / "base")  # .to(bfloat16) rounds HF's frequencies
    hf = peft.PeftModel.from_pretrained(base, directory).merge_and_unload()
    model = HookedVLMTransformer.from_pretrained(directory)
    assert torch.equal(model(inputs).logits, hf(**inputs).logits)
    assert model.W_Q.shape[0] == model.cfg.n_layers  # plain weights again
    assert not any(parameter.requires_grad for parameter in model.parameters())


@FAMILIES
def test_hf_models_with_adapters_are_adopted_merged_and_stay_as_they_are(family: str) -> None:
    wrapped, inputs = adapted(models.hf_model(family)), models.alone(family)[0]
    before = wrapped(**inputs).logits
    expected = adapted(models.hf_model(family)).merge_and_unload()(**inputs).logits
    for given in (wrapped, wrapped.get_base_model()):
        assert torch.equal(HookedVLMTransformer.from_hf(given)(inputs).logits, expected)
    assert torch.equal(wrapped(**inputs).logits, before)


@FAMILIES
@pytest.mark.parametrize("how", ["load_adapter", "PeftModel"])
def test_an_adapter_of_hfs_model_put_on_a_hooked_model_acts(family: str, how: str, tmp_path: Path) -> None:
    directory, inputs = on_disk(family, tmp_path), models.alone(family)[0]
    expected = peft.PeftModel.from_pretrained(models.hf_model(family), directory).eval()(**inputs).logits
    model = models.fresh(family)
    if how == "load_adapter":
        model.hf.load_adapter(directory)
    else:
        peft.PeftModel.from_pretrained(model.hf, directory).eval()
    assert torch.equal(model(inputs).logits, expected)
    with pytest.raises(WeightsError, match="adapter such as LoRA"):
        _ = model.lm.blocks[0].attn.W_Q


def test_names_of_hfs_modules_in_an_adapters_config_are_translated(tmp_path: Path) -> None:
    named = r"model\.language_model\.layers\.[01]\.self_attn\.q_proj"
    alphas, ranks = {"layers.1.self_attn.q_proj": 64}, {"layers.0.self_attn.q_proj": 2}
    directory = on_disk("llava", tmp_path, target_modules=named, alpha_pattern=alphas, rank_pattern=ranks)
    inputs = models.alone("llava")[0]
    hf = peft.PeftModel.from_pretrained(models.hf_model("llava"), directory).merge_and_unload()
    assert torch.equal(HookedVLMTransformer.from_pretrained(directory)(inputs).logits, hf(**inputs).logits)
    with pytest.raises(ValueError, match="not found"):  # peft's own
        peft.PeftModel.from_pretrained(models.fresh("llava").hf, directory)


def test_an_adapter_that_acts_in_part_only_raises(tmp_path: Path) -> None:
    directory = on_disk("llava", tmp_path, target_modules=["q_proj", "layers.0.self_attn.v_proj"])
    with pytest.raises(WeightsError, match="finds nowhere in the hooked model"):
        peft.PeftModel.from_pretrained(models.fresh("llava").hf, directory)


KINDS = {
    "whole modules": {"modules_to_save": ["lm_head", "embed_tokens", "multi_modal_projector"]},
    "whole modules that have other names here": {"modules_to_save": ["norm", "input_layernorm"]},
    "DoRA": {"use_dora": True},
    "ranks and scales by HF's names": {
        "rank_pattern": {r".*layers\.1\.self_attn\.v_proj": 3},
        "alpha_pattern": {r".*layers\.0\.self_attn\.q_proj": 64},
        "use_rslora": True,
    },
    "some layers, biases": {"layers_to_transform": [0, 2], "bias": "all"},
    "embeddings and head": {"target_modules": ["q_proj", "embed_tokens", "lm_head"]},
    "single tokens": {"trainable_token_indices": [1, 5, 7]},
}


@pytest.mark.parametrize(
    ("family", "kind"), [("llava", kind) for kind in KINDS] + [("qwen2_5_vl", "some layers, biases")]
)
def test_every_kind_of_lora_acts_or_says_what_to_do(family: str, kind: str, tmp_path: Path) -> None:
    base, inputs = saved(models.hf_model(family), tmp_path / "base"), models.alone(family)[0]
    trained = adapted(models.hf_model(family), **KINDS[kind])
    for name, parameter in trained.named_parameters():
        changed = ("bias", "delta.default") if "bias" in KINDS[kind] else ("delta.default",)
        if "lora_" not in name and ("modules_to_save" in name or name.endswith(changed)):
            parameter.data += 0.1 * torch.randn_like(parameter)
    trained.peft_config["default"].base_model_name_or_path = str(base)
    trained.save_pretrained(tmp_path / "adapter")
    expected = peft.PeftModel.from_pretrained(models.hf_model(family), tmp_path / "adapter").eval()
    live, plain = expected(**inputs).logits, models.model(family)(inputs).logits
    assert (live - plain).abs().max() > 0.1
    merged = expected.merge_and_unload()(**inputs).logits
    assert torch.equal(HookedVLMTransformer.from_pretrained(tmp_path / "adapter")(inputs).logits, merged)
    model = models.fresh(family)
    model.hf.load_adapter(tmp_path / "adapter")
    assert torch.equal(model(inputs).logits, live)
    wrapped = models.fresh(family)
    if "HF's names" in kind or "other names" in kind or family == "qwen2_5_vl":  # whose projections have biases
        with pytest.raises(WeightsError, match=r"model.hf.load_adapter\(directory\) translates"):
            peft.PeftModel.from_pretrained(wrapped.hf, tmp_path / "adapter")
    else:
        peft.PeftModel.from_pretrained(wrapped.hf, tmp_path / "adapter").eval()
        assert torch.equal(wrapped(inputs).logits, live)
    assert torch.equal(HookedVLMTransformer.from_hf(trained)(inputs).logits, merged)


@pytest.mark.parametrize("kind", ["IA3", "LoHa", "VeRA"])
def test_adapters_that_are_no_lora_are_merged_by_from_hf_and_refused_elsewhere(kind: str, tmp_path: Path) -> None:
    config = {
        "IA3": lambda: peft.IA3Config(
            target_modules=["k_proj", "down_proj"], feedforward_modules=["down_proj"], init_ia3_weights=False
        ),
        "LoHa": lambda: peft.LoHaConfig(target_modules=TARGETS, r=4, init_weights=False),
        "VeRA": lambda: peft.VeraConfig(target_modules=["q_proj"], r=4, init_weights=False),
    }[kind]()
    trained, inputs = peft.get_peft_model(models.hf_model("llava"), config).eval(), models.alone("llava")[0]
    trained.save_pretrained(tmp_path)
    adopted = HookedVLMTransformer.from_hf(trained)
    assert torch.equal(adopted(inputs).logits, trained.merge_and_unload()(**inputs).logits)
    with pytest.raises(WeightsError, match=f"is a {kind.upper()} adapter.*from_hf"):
        models.fresh("llava").hf.load_adapter(tmp_path)
    with pytest.raises(WeightsError, match="finds nowhere in the hooked model"):
        peft.PeftModel.from_pretrained(models.fresh("llava").hf, tmp_path)


def test_an_adapter_that_peft_can_not_merge_says_how_it_acts_all_the_same() -> None:
    trained = adapted(models.hf_model("llava"), lora_bias=True)
    with pytest.raises(WeightsError, match=r"can't merge.*no bias.*load_adapter"):
        HookedVLMTransformer.from_hf(trained)


def test_adapters_over_quantised_weights_act_as_in_hf(tmp_path: Path) -> None:
    directory, inputs = on_disk("llava", tmp_path), models.alone("llava")[0]
    how = {"quantization_config": BitsAndBytesConfig(load_in_8bit=True), "device_map": "cpu"}
    base = type(models.hf_model("llava")).from_pretrained(tmp_path / "base", **how)
    hf = peft.PeftModel.from_pretrained(base, directory).eval()
    live = hf(**inputs).logits
    with pytest.raises(WeightsError, match=r"these are quantised: from_pretrained.*load_adapter"):
        HookedVLMTransformer.from_hf(hf)
    model = HookedVLMTransformer.from_pretrained(tmp_path / "base", **how)
    model.hf.load_adapter(directory)
    assert torch.equal(model(inputs).logits, live)
    merged = hf.merge_and_unload()(**inputs).logits  # rounded to eight bits again
    assert torch.equal(HookedVLMTransformer.from_pretrained(directory, **how)(inputs).logits, merged)
    assert not torch.equal(live, merged)


def test_adapters_made_on_a_hooked_model_act() -> None:
    model, inputs = models.fresh("llava"), models.alone("llava")[0]
    plain = model(inputs).logits
    adapted(model.hf)
    assert not torch.equal(model(inputs).logits, plain)


@FAMILIES
@pytest.mark.parametrize(
    ("targets", "patterns"),
    [
        (TARGETS, {}),
        (["attn.q_proj", "blocks.0.mlp.down_proj"], {"alpha_pattern": {"blocks.0.attn.q_proj": 64}}),
        (r".*\.blocks\.[01]\.attn\.v_proj", {"rank_pattern": {r"blocks\.1\.attn\.v_proj": 2}}),
    ],
    ids=["names", "our names", "our pattern"],
)
def test_an_adapter_trained_on_a_hooked_model_loads_into_hfs(family: str, targets: Any, patterns: Any, tmp_path: Path):
    model, inputs = models.fresh(family), models.alone(family)[0]
    wrapped = adapted(model.hf, target_modules=targets, **patterns)
    expected = model(inputs).logits
    wrapped.save_pretrained(tmp_path)
    hf = peft.PeftModel.from_pretrained(models.hf_model(family), tmp_path).eval()
    assert torch.equal(hf(**inputs).logits, expected)
    again = models.fresh(family)
    again.hf.load_adapter(tmp_path)
    assert torch.equal(again(inputs).logits, expected)
    if Version(peft.__version__) >= Version(MIN_PEFT_VERSION):  # transformers 5.24 refuses to save with an older one
        again.hf.save_pretrained(tmp_path / "again")
        hf = peft.PeftModel.from_pretrained(models.hf_model(family), tmp_path / "again").eval()
        assert torch.equal(hf(**inputs).logits, expected)
    model.hf.load_state_dict(model.hf.state_dict())  # names go both ways
    assert torch.equal(model(inputs).logits, expected)


def test_what_hfs_model_could_not_load_is_not_saved(tmp_path: Path) -> None:
    whole = adapted(models.fresh("llava").hf, modules_to_save=["mlp"], target_modules=["q_proj"])
    with pytest.raises(WeightsError, match="as a whole"):
        whole.save_pretrained(tmp_path)


def test_an_adapter_finds_its_bases_processor_and_prompt(tmp_path: Path, monkeypatch) -> None:
    base = toy_path("toy-llava")
    wrapped = adapted(AutoModelForImageTextToText.from_pretrained(base))
    wrapped.peft_config["default"].base_model_name_or_path = str(base)
    wrapped.save_pretrained(tmp_path)
    asked: list[str] = []

    def defaults(self: Family, name: object) -> CheckpointDefaults:
        asked.append(str(name))
        return CheckpointDefaults(default_prompt="Be brief.")

    monkeypatch.setattr(Family, "defaults_for", defaults)
    model = HookedVLMTransformer.from_pretrained(tmp_path)
    assert type(model.processor).__name__ == "LlavaProcessor"
    assert model._prompts.default_prompt == "Be brief."
    assert set(asked) == {str(base)}


def test_without_peft_the_error_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "adapter_config.json").write_text("{}")
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "peft":
            raise ImportError("no peft")
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(LoadingError, match=r"vlm_lens_native\[peft\].*merge_and_unload"):
        HookedVLMTransformer.from_pretrained(tmp_path)


def test_a_hook_name_error_is_a_value_error_too() -> None:
    with pytest.raises(ValueError, match="no_such"):
        models.model("llava").run_with_cache(models.inputs("llava"), "no_such")
    assert issubclass(HookNameError, KeyError)
