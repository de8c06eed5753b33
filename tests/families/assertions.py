"""What must hold for every family: each family's test class inherits it, with its own config and inputs."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from transformers import PreTrainedConfig

from tests.families.checkpoints import IMAGE, VIDEO, random_model, saved
from vlm_lens_native import ConfigError, HookedVLMTransformer, WeightsError
from vlm_lens_native.parity import check_parity

Inputs = dict[str, Tensor]
DTYPES = (torch.float32, torch.bfloat16)
KERNELS = ("sdpa", "eager")
EACH = (("sdpa", torch.float32), ("eager", torch.bfloat16))  # where all four combinations would take too long


def in_dtype(inputs: Inputs, dtype: torch.dtype) -> Inputs:
    return {key: value.to(dtype) if value.is_floating_point() else value for key, value in inputs.items()}


def load_both(path: Path, **kwargs: Any) -> tuple[HookedVLMTransformer, Any]:
    ours = HookedVLMTransformer.from_pretrained(path, **kwargs)
    return ours, ours.hf.hf_class.from_pretrained(path, **kwargs)


def assert_equal_to_hf(
    config: PreTrainedConfig, inputs: Inputs, path: Path, *, dtype: torch.dtype, kernel: str
) -> None:
    """Every activation that HF shows, and the logits, from a saved checkpoint and from a model in memory."""
    saved(random_model(config).to(dtype), path)
    ours, theirs = load_both(path, attn_implementation=kernel)
    inputs = in_dtype(inputs, dtype)
    report = check_parity(ours, theirs, inputs)
    assert report.equal, report
    assert len(report.comparisons) > 40  # the check sees the model at all
    adopted = HookedVLMTransformer.from_hf(theirs)
    assert torch.equal(adopted(inputs).logits, ours(inputs).logits)


def assert_generates_like_hf(config: PreTrainedConfig, inputs: Inputs, path: Path) -> None:
    """Greedy with and without the KV cache, sampling, beams: the same tokens."""
    ours, theirs = load_both(saved(random_model(config), path))
    fixed = {"max_new_tokens": 6, "eos_token_id": None, "suppress_tokens": [IMAGE, VIDEO]}
    for settings in (
        {"do_sample": False},
        {"do_sample": False, "use_cache": False},
        {"do_sample": True, "temperature": 1.5},
        {"do_sample": False, "num_beams": 3},
    ):
        tokens = []
        fresh = copy.deepcopy(theirs)  # HF's dynamic rotary frequencies depend on what ran before
        for generate in (ours.generate, fresh.generate):
            torch.manual_seed(0)
            tokens.append(generate(**inputs, **fixed, **settings))
        assert torch.equal(*tokens), settings
        torch.manual_seed(0)
        assert torch.equal(ours.generate(ours.encode(inputs), **fixed, **settings), tokens[0]), settings
        assert tokens[0].shape[1] == inputs["input_ids"].shape[1] + 6


def assert_padding_changes_nothing(
    config: PreTrainedConfig, batch: Inputs, alone: Sequence[Inputs], path: Path
) -> None:
    """Each row of a padded batch has the logits that it has alone, up to rounding."""
    model = HookedVLMTransformer.from_pretrained(saved(random_model(config), path))
    together = model(batch).logits
    for row, inputs in enumerate(alone):
        single = model(inputs).logits[0]
        torch.testing.assert_close(together[row, -len(single) :], single, rtol=1e-4, atol=1e-4)


def assert_strict_about_weights(config: PreTrainedConfig, inputs: Inputs, path: Path) -> None:
    """A missing, surplus, misshapen or truncated weight stops the loading; shards and tied heads don't."""
    model = random_model(config)
    reference = HookedVLMTransformer.from_hf(model)(inputs).logits
    sharded = saved(model, path / "sharded", max_shard_size="50KB")
    assert len(list(sharded.glob("*.safetensors"))) > 2
    assert torch.equal(HookedVLMTransformer.from_pretrained(sharded)(inputs).logits, reference)

    file = saved(model, path / "single") / "model.safetensors"
    weights = load_file(file)
    victim = next(name for name in weights if name.endswith("layers.1.mlp.up_proj.weight") and "vision" not in name)

    def rewritten(changed: dict[str, Tensor]) -> Path:
        save_file(changed, file, metadata={"format": "pt"})
        return file.parent

    with pytest.raises(WeightsError, match=r"lacks 1 weights.*blocks\.1\.mlp\.up_proj"):
        HookedVLMTransformer.from_pretrained(rewritten({k: v for k, v in weights.items() if k != victim}))
    with pytest.raises(WeightsError, match=r"no place for.*bonus"):
        HookedVLMTransformer.from_pretrained(rewritten({**weights, victim.replace("up_proj", "bonus"): torch.ones(3)}))
    with pytest.raises(WeightsError, match="other shapes"):
        HookedVLMTransformer.from_pretrained(rewritten({**weights, victim: torch.ones(3, 3)}))
    rewritten(weights)
    file.write_bytes(file.read_bytes()[:-1000])
    with pytest.raises(WeightsError, match="corrupt or cut off"):
        HookedVLMTransformer.from_pretrained(file.parent)


def assert_tied_head_loads(config: PreTrainedConfig, inputs: Inputs, path: Path) -> None:
    """A checkpoint without lm_head loads if its config ties, and not otherwise."""
    tied = copy.deepcopy(config)
    tied.tie_word_embeddings = tied.get_text_config().tie_word_embeddings = True
    directory = saved(random_model(tied), path)
    assert not any(name.endswith("lm_head.weight") for name in load_file(directory / "model.safetensors"))
    ours, theirs = load_both(directory)
    assert torch.equal(ours(inputs).logits, theirs(**inputs).logits)
    assert ours.W_U.data_ptr() == ours.W_E.data_ptr()
    settings = json.loads((directory / "config.json").read_text())
    settings["tie_word_embeddings"] = False
    settings["text_config"]["tie_word_embeddings"] = False
    (directory / "config.json").write_text(json.dumps(settings))
    with pytest.raises(WeightsError, match=r"lm_head\.weight"):
        HookedVLMTransformer.from_pretrained(directory)


def assert_loads_renamed(
    config: PreTrainedConfig, inputs: Inputs, path: Path, renames: Sequence[tuple[str, str]]
) -> None:
    """A checkpoint with the hub's older names gives the same logits."""
    model = random_model(config)
    file = saved(model, path) / "model.safetensors"
    weights = load_file(file)
    for new, old in renames:
        weights = {old + name[len(new) :] if name.startswith(new) else name: w for name, w in weights.items()}
    assert not any(name.startswith(new) for new, _ in renames for name in weights)
    save_file(weights, file, metadata={"format": "pt"})
    assert torch.equal(
        HookedVLMTransformer.from_pretrained(path)(inputs).logits, HookedVLMTransformer.from_hf(model)(inputs).logits
    )


def assert_guards_config(config: PreTrainedConfig, path: Path) -> None:
    """A key of the text config that HF's code may read stops the loading; one that nobody reads is noted."""
    directory = saved(random_model(config), path)
    file = directory / "config.json"
    settings = json.loads(file.read_text())
    settings["text_config"]["residual_multiplier"] = settings["residual_multiplier"] = 0.22
    file.write_text(json.dumps(settings))
    notes = HookedVLMTransformer.from_pretrained(directory).notes
    assert any("residual_multiplier" in note for note in notes), notes
    settings["text_config"]["attention_chunk_size"] = 4
    file.write_text(json.dumps(settings))
    with pytest.raises(ConfigError, match=r"text_config\.attention_chunk_size=4"):
        HookedVLMTransformer.from_pretrained(directory)


LLAVA_NAMES = (
    ("model.language_model.", "language_model.model."),
    ("lm_head.", "language_model.lm_head."),
    ("model.vision_tower.", "vision_tower.vision_model."),
    ("model.multi_modal_projector.", "multi_modal_projector."),
)
"""Prefixes of weights in transformers 5, and in checkpoints on the hub that are built like LLaVA's."""


class FamilyContract:
    """The tests of a family.

    Attributes:
        config: Makes HF's config of a tiny model.
        batch: Two rows: two images in the first; one in the second, which is padded on the left.
        alone: The same rows, each by itself.
        hub_names: Prefixes of weights in transformers 5, and in the hub's checkpoints.
    """

    config: Callable[..., PreTrainedConfig]
    batch: Inputs
    alone: Sequence[Inputs]
    hub_names: Sequence[tuple[str, str]] = ()

    @pytest.mark.parametrize("dtype", DTYPES, ids=str)
    @pytest.mark.parametrize("kernel", KERNELS)
    def test_activations_and_logits_equal_hf(self, kernel: str, dtype: torch.dtype, tmp_path: Path) -> None:
        assert_equal_to_hf(self.config(), self.batch, tmp_path, dtype=dtype, kernel=kernel)

    def test_generates_like_hf(self, tmp_path: Path) -> None:
        assert_generates_like_hf(self.config(), self.batch, tmp_path)

    def test_padding_changes_nothing(self, tmp_path: Path) -> None:
        assert_padding_changes_nothing(self.config(), self.batch, self.alone, tmp_path)

    def test_tied_head(self, tmp_path: Path) -> None:
        assert_tied_head_loads(self.config(), self.batch, tmp_path)

    def test_config_is_guarded(self, tmp_path: Path) -> None:
        assert_guards_config(self.config(), tmp_path)

    def test_names_of_the_hub(self, tmp_path: Path) -> None:
        assert_loads_renamed(self.config(), self.batch, tmp_path, self.hub_names)
