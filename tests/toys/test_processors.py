"""Tokenizers and processors: answers are single tokens, and the saved files give back the same inputs."""

from __future__ import annotations

import subprocess
import sys

import pytest
import torch
from transformers import AutoProcessor

from vlm_lens_native.toys import TOYS, toy_path
from vlm_lens_native.toys.models import build_toy, toy_spec
from vlm_lens_native.toys.packing import answer_ids
from vlm_lens_native.toys.questions import ANSWERS, all_questions
from vlm_lens_native.toys.scenes import Scene

QUESTION = "How many red circles are there?"
PROMPTS = {
    "toy-llava": f"USER: <image>\n{QUESTION} ASSISTANT:",
    "toy-qwen2_5_vl": (
        f"<|im_start|>user\n<|vision_start|><|image_pad|><|vision_end|>{QUESTION}<|im_end|>\n<|im_start|>assistant\n"
    ),
    "toy-qwen3_vl": (
        f"<|im_start|>user\n<|vision_start|><|image_pad|><|vision_end|>{QUESTION}<|im_end|>\n<|im_start|>assistant\n"
    ),
    "toy-smolvlm": f"<|im_start|>User:<image>{QUESTION}<end_of_utterance>\nAssistant:",
}
TILE = "<fake_token_around_image><row_{}_col_{}>" + "<image>" * 16
IMAGE_TEXTS = {
    "toy-llava": "<image>" * 64,
    "toy-qwen2_5_vl": "<|vision_start|>" + "<|image_pad|>" * 49 + "<|vision_end|>",
    "toy-qwen3_vl": "<|vision_start|>" + "<|image_pad|>" * 49 + "<|vision_end|>",
    "toy-smolvlm": (
        TILE.format(1, 1) + TILE.format(1, 2) + "\n" + TILE.format(2, 1) + TILE.format(2, 2) + "\n\n"
        "<fake_token_around_image><global-img>" + "<image>" * 16 + "<fake_token_around_image>"
    ),
}
KEYS = {
    "toy-llava": {"input_ids", "attention_mask", "pixel_values"},
    "toy-qwen2_5_vl": {"input_ids", "attention_mask", "pixel_values", "image_grid_thw", "mm_token_type_ids"},
    "toy-qwen3_vl": {"input_ids", "attention_mask", "pixel_values", "image_grid_thw", "mm_token_type_ids"},
    "toy-smolvlm": {"input_ids", "attention_mask", "pixel_values", "pixel_attention_mask"},
}


def chat(scene: Scene | None = None) -> list[dict]:
    image = {"type": "image"} if scene is None else {"type": "image", "image": scene.image}
    return [{"role": "user", "content": [image, {"type": "text", "text": QUESTION}]}]


def encode(processor, scene: Scene):
    return processor.apply_chat_template(
        chat(scene), add_generation_prompt=True, tokenize=True, return_dict=True, return_tensors="pt"
    )


def test_answers_are_single_tokens_with_and_without_a_space(toy):
    tokenizer = toy[1].tokenizer
    for word in ANSWERS:
        for text in (word, f" {word}"):
            (token,) = tokenizer.encode(text, add_special_tokens=False)
            assert tokenizer.decode([token]) == text
    assert len(set(answer_ids(toy[1]).values())) == len(ANSWERS)


def test_every_word_of_the_language_is_a_token_and_any_text_survives(toy):
    tokenizer = toy[1].tokenizer
    for question in all_questions():
        tokens = tokenizer.encode(question.text, add_special_tokens=False)
        assert len(tokens) == len(question.text.split()) + 1  # and the question mark
    text = "Nothing to do with shapes: ąę 漢字\t{}"
    assert tokenizer.decode(tokenizer.encode(text, add_special_tokens=False)) == text


def test_the_chat_template_is_the_familys(name, toy):
    assert toy[1].apply_chat_template(chat(), add_generation_prompt=True) == PROMPTS[name]


def test_image_tokens_take_the_place_of_the_image(name, toy):
    ids = encode(toy[1], Scene.random(0))["input_ids"][0]
    assert IMAGE_TEXTS[name] in toy[1].tokenizer.decode(ids)
    assert int((ids == toy[0].config.image_token_id).sum()) == len(toy_spec(name).token_cells)


def test_a_system_message_stands_before_the_image(toy):
    messages = [{"role": "system", "content": [{"type": "text", "text": "Be brief."}]}, *chat()]
    text = toy[1].apply_chat_template(messages, add_generation_prompt=True)
    assert "Be brief." in text
    assert text.endswith(toy[1].apply_chat_template(chat(), add_generation_prompt=True).removeprefix("<|im_start|>"))


def test_the_processor_gives_the_familys_inputs(name, toy):
    assert set(encode(toy[1], Scene.random(0))) == KEYS[name]


def test_saving_and_loading_changes_no_input(name, tmp_path):
    _, built = build_toy(name, seed=0)
    built.save_pretrained(tmp_path)
    scene = Scene.random(1)
    expected = encode(built, scene)
    for loaded in (AutoProcessor.from_pretrained(tmp_path), AutoProcessor.from_pretrained(toy_path(name))):
        inputs = encode(loaded, scene)
        assert set(inputs) == set(expected)
        for key, value in expected.items():
            assert torch.equal(inputs[key], value), key


def test_batches_are_padded_on_the_left(toy):
    processor = toy[1]
    texts = [
        processor.apply_chat_template(chat(), add_generation_prompt=True).replace("red ", word) for word in ("", "red ")
    ]
    batch = processor(
        images=[[Scene.random(0).image], [Scene.random(1).image]], text=texts, padding=True, return_tensors="pt"
    )
    assert batch["attention_mask"][:, 0].tolist() == [0, 1]
    assert batch["attention_mask"][:, -1].tolist() == [1, 1]


def test_llava_loads_without_torchvision_and_sees_nearly_the_same():
    """The other families' video processors need torchvision, whatever the files say."""
    script = (
        "import sys; sys.modules['torchvision'] = None\n"  # the import system then knows no such package
        "from transformers import AutoProcessor\n"
        "from vlm_lens_native.toys import toy_path\n"
        "from vlm_lens_native.toys.scenes import Scene\n"
        "processor = AutoProcessor.from_pretrained(toy_path('toy-llava'))\n"
        "print(type(processor.image_processor).__name__)\n"
        "pixels = processor.image_processor(Scene.random(0).image, return_tensors='pt')['pixel_values']\n"
        "print(pixels.double().abs().sum().item())\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    backend, total = run.stdout.split()
    assert backend == "CLIPImageProcessorPil"
    with_torchvision = AutoProcessor.from_pretrained(toy_path("toy-llava"))
    pixels = with_torchvision.image_processor(Scene.random(0).image, return_tensors="pt")["pixel_values"]
    assert float(total) == pytest.approx(pixels.double().abs().sum().item(), rel=1e-6)


def test_paths_are_known_for_every_toy_and_no_other():
    assert all((toy_path(name) / "config.json").is_file() for name in TOYS)
    with pytest.raises(ValueError, match="toy-llava, toy-qwen2_5_vl, toy-qwen3_vl, toy-smolvlm"):
        toy_path("toy-gemma")


def test_the_names_themselves_cost_no_heavy_import():
    """Loads the module's file alone, since the package above it imports torch anyway."""
    file = toy_path(TOYS[0]).parents[1] / "__init__.py"
    script = (
        "import importlib.util, sys\n"
        f"spec = importlib.util.spec_from_file_location('toys', {str(file)!r})\n"
        "spec.loader.exec_module(importlib.util.module_from_spec(spec))\n"
        "print(sorted({'torch', 'transformers', 'numpy', 'PIL'} & set(sys.modules)))\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
