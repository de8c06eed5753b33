"""SAELens's and dictionary_learning's trainers, fed by a harvest; each is tried where it is installed."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest
import torch

from vlm_lens_native import HookedVLMTransformer, dictionaries, harvest
from vlm_lens_native.toys.scenes import Scene

PLACE = "lm.blocks.2.hook_resid_post"


@pytest.fixture(scope="module")
def model() -> HookedVLMTransformer:
    return HookedVLMTransformer.from_pretrained("toy-llava")


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    return [{"image": Scene.random(seed=seed).image, "question": "How many?", "answer": "2"} for seed in range(6)]


@pytest.fixture(scope="module")
def plan(model: HookedVLMTransformer) -> harvest.Plan:
    return harvest.Plan(model=model, names=PLACE, positions="images", batch_size=3, samples_per_shard=3)


def module(name: str) -> Any:
    """Of a package that the type checker need not have."""
    return importlib.import_module(name)


def unexplained(model: HookedVLMTransformer, rows: list[dict[str, Any]], sae: Any) -> float:
    return float(dictionaries.evaluate(model, rows[:2], sae).fvu[1])  # of image tokens, which it was trained on


def test_saelens_trains_from_a_stream(
    model: HookedVLMTransformer, rows: list[dict[str, Any]], plan: harvest.Plan, tmp_path: Path
):
    lens: Any = pytest.importorskip("sae_lens", reason="SAELens is not installed (the extra 'sae')")
    config, saes, trainer = map(module, ("sae_lens.config", "sae_lens.saes.sae", "sae_lens.training.sae_trainer"))
    metadata = saes.SAEMetadata(hook_name=PLACE)
    sae = lens.TopKTrainingSAE(lens.TopKTrainingSAEConfig(d_in=model.cfg.d_model, d_sae=64, k=8, metadata=metadata))
    before = unexplained(model, rows, sae)
    how = config.SAETrainerConfig(total_training_samples=40 * 128, train_batch_size_samples=128, lr=3e-3, lr_end=3e-4)
    stream = harvest.stream(plan, rows, batch=128, epochs=None)
    with torch.enable_grad():
        trainer.SAETrainer(how, sae, data_provider=stream).fit()
    assert unexplained(model, rows, sae) < before / 2
    sae.save_inference_model(tmp_path)
    loaded = dictionaries.load(tmp_path)
    assert isinstance(loaded, lens.SAE)
    inputs = model.prepare_messages("How many?", rows[0]["image"])
    assert torch.equal(model.run_with_saes(inputs, loaded, use_error_term=True), model(inputs).logits)


def test_saelens_reads_what_is_exported_for_it(rows: list[dict[str, Any]], plan: harvest.Plan, tmp_path: Path):
    pytest.importorskip("sae_lens", reason="SAELens is not installed (the extra 'sae')")
    store = harvest.run(plan, rows, tmp_path / "store")
    store.export_saelens(tmp_path / "cached", context_size=32)
    sizes = {"n_batches_in_buffer": 8, "total_training_tokens": 384, "store_batch_size_prompts": 4}
    shown: Any = module("sae_lens.training.activations_store").ActivationsStore(
        model=None,  # which it asks for nothing
        dataset=None,
        streaming=False,
        hook_name=PLACE,
        hook_head_index=None,
        context_size=32,
        d_in=128,
        train_batch_size_tokens=64,
        prepend_bos=False,
        normalize_activations="none",
        device=torch.device("cpu"),
        dtype="float32",
        cached_activations_path=str(tmp_path / "cached"),
        **sizes,
    )
    batch = next(shown)
    assert batch.shape == (64, 128)
    ours = store.activations(PLACE, store.rows()).float()
    assert torch.cdist(batch.double(), ours.double()).min(dim=1).values.max() < 1e-6


def test_dictionary_learning_trains_from_a_stream(
    model: HookedVLMTransformer, rows: list[dict[str, Any]], plan: harvest.Plan, tmp_path: Path
):
    pytest.importorskip("dictionary_learning", reason="it is not installed", exc_type=ImportError)
    AutoEncoder = module("dictionary_learning.dictionary").AutoEncoder
    StandardTrainer = module("dictionary_learning.trainers.standard").StandardTrainer
    trainSAE = module("dictionary_learning.training").trainSAE
    sizes = {"activation_dim": model.cfg.d_model, "dict_size": 64}
    config = {"trainer": StandardTrainer, "dict_class": AutoEncoder, "layer": 2, "lm_name": "toy-llava", **sizes}
    config |= {"lr": 3e-3, "l1_penalty": 0.01, "steps": 60, "warmup_steps": 0, "sparsity_warmup_steps": None}
    with torch.enable_grad():
        stream = harvest.stream(plan, rows, batch=128, epochs=None)
        trainSAE(stream, [config | {"device": "cpu"}], steps=60, save_dir=str(tmp_path), device="cpu")
    sae = dictionaries.load(tmp_path / "trainer_0", PLACE)
    assert sae.kind == "centred_relu"
    assert unexplained(model, rows, sae) < 0.5
