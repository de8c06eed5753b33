"""Arguments of from_pretrained that HF's loaders take reach them."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from transformers import AutoConfig

from vlm_lens_native import HookedVLMTransformer, InputError, LoadingError
from vlm_lens_native.toys import toy_path


def test_arguments_of_the_processor_reach_it() -> None:
    size = {"height": 32, "width": 32}
    model = HookedVLMTransformer.from_pretrained("toy-llava", size=size)
    assert {key: model.processor.image_processor.size[key] for key in size} == size
    with pytest.raises(InputError, match="exclude each other"):
        HookedVLMTransformer.from_pretrained("toy-llava", size=size, processor=model.processor)


def test_a_checkpoint_in_a_subfolder_loads_with_its_processor(tmp_path: Path) -> None:
    (tmp_path / "inner").symlink_to(toy_path("toy-llava"))
    model = HookedVLMTransformer.from_pretrained(tmp_path, subfolder="inner")
    whole = HookedVLMTransformer.from_pretrained("toy-llava")
    assert type(model.processor) is type(whole.processor)
    assert torch.equal(model.W_U, whole.W_U)
    with pytest.raises(LoadingError, match="holds no config"):
        HookedVLMTransformer.from_pretrained(tmp_path)


@pytest.mark.parametrize("as_path", [False, True])
def test_a_config_of_the_users_takes_the_place_of_the_checkpoints(as_path: bool, tmp_path: Path) -> None:
    config = AutoConfig.from_pretrained(toy_path("toy-llava"))
    config.text_config.rms_norm_eps = 0.5
    config.save_pretrained(tmp_path)
    model = HookedVLMTransformer.from_pretrained("toy-llava", config=tmp_path if as_path else config)
    assert model.hf_config.text_config.rms_norm_eps == 0.5
    assert model.lm.ln_final.cfg.eps == 0.5


def test_gguf_files_are_refused_with_the_remedy() -> None:
    with pytest.raises(InputError, match="from_hf"):
        HookedVLMTransformer.from_pretrained("toy-llava", gguf_file="model.gguf")
