"""Arguments of from_pretrained that are the processor's reach it."""

from __future__ import annotations

import pytest

from vlm_lens_native import HookedVLMTransformer, InputError


def test_arguments_of_the_processor_reach_it() -> None:
    size = {"height": 32, "width": 32}
    model = HookedVLMTransformer.from_pretrained("toy-llava", size=size)
    assert {key: model.processor.image_processor.size[key] for key in size} == size
    with pytest.raises(InputError, match="exclude each other"):
        HookedVLMTransformer.from_pretrained("toy-llava", size=size, processor=model.processor)
