"""Prompts: what goes where, batches as if alone, and everything that can be wrong with them."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from tokenizers.processors import TemplateProcessing
from transformers import BatchFeature

from tests.unit.inputs import families
from tests.unit.inputs.processors import CASES, Builder, Case, llava, qwen2_5, qwen3, smolvlm, without_torchcodec
from tests.unit.inputs.test_probing import noise
from vlm_lens_native.errors import ImageError, InputError, MissingProcessorError, PlaceholderMismatchError
from vlm_lens_native.inputs import PreparedInputs

IMAGE = Image.fromarray(noise((120, 80)))
every_case = pytest.mark.parametrize("make", CASES, ids=lambda make: make.__name__)


def text_of(inputs: BatchFeature, case: Case, row: int = 0) -> str:
    """A row's prompt, with runs of image tokens and markers left out."""
    layout = case.builder.layout(inputs)
    kept = inputs["input_ids"][row, layout.text.indices(row)]
    return case.builder.processor.tokenizer.decode(kept)


@every_case
def test_the_prompt_is_the_checkpoints_own(make: Any) -> None:
    """Exactly what HF makes of the same chat, and the same keys."""
    case = make()
    processor = case.builder.processor
    content = [{"type": "image", "image": IMAGE}, {"type": "text", "text": "Which colour?"}]
    theirs = processor.apply_chat_template(
        [{"role": "user", "content": content}],
        add_generation_prompt=True,
        tokenize=True,
        return_dict=True,
        return_tensors="pt",
    )
    ours = case.builder.prepare_messages("Which colour?", IMAGE)
    assert isinstance(ours, BatchFeature)
    assert ours.keys() == theirs.keys()
    for key, value in theirs.items():
        assert torch.equal(ours[key], value)


@every_case
def test_append_text_ends_the_user_turn_and_prefill_begins_the_answer(make: Any) -> None:
    case = make()
    inputs, text = case.builder.prepare_messages("Which?", IMAGE, " In a word.", "It is", True)
    assert text == inputs.text[0]
    assert text.endswith("Which? In a word.<|im_end|>\n<|im_start|>assistant\nIt is")
    assert text_of(inputs, case).endswith("Which? In a word.<|im_end|>\n<|im_start|>assistant\nIt is")


@every_case
def test_batched_rows_are_as_if_alone(make: Any) -> None:
    case = make()
    tokenizer = case.builder.processor.tokenizer
    images = [noise((120, 80)), noise((50, 200), seed=1), noise((8, 8), seed=2)]
    tasks = ["Which?", "How many red circles are there?", "?"]
    tokenizer.padding_side = "right"
    batch = case.builder.prepare_messages_batch(tasks, images, assistant_prefill="It")
    assert tokenizer.padding_side == "right"
    views = 0
    for row, (task, image) in enumerate(zip(tasks, images, strict=True)):
        alone = case.builder.prepare_messages(task, image, assistant_prefill="It")
        length = alone["input_ids"].shape[1]
        assert (batch["attention_mask"][row, :-length] == 0).all()
        for key in {"input_ids", "attention_mask", "mm_token_type_ids"} & alone.keys():
            assert torch.equal(batch[key][row, -length:], alone[key][0])
        pixels = batch["pixel_values"]
        own = pixels[row, : alone["pixel_values"].shape[1]][None] if pixels.ndim == 5 else pixels[views:]
        views += len(alone["pixel_values"])
        assert torch.equal(own[: len(alone["pixel_values"])], alone["pixel_values"])
        assert batch.images[row].crop_box == alone.images[0].crop_box
        assert np.array_equal(np.asarray(batch.images[row].image), np.asarray(alone.images[0].image))


def test_the_same_words_are_rendered_once_a_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    case = llava()
    processor, rendered = case.builder.processor, []
    render = processor.apply_chat_template
    monkeypatch.setattr(processor, "apply_chat_template", lambda *a, **how: rendered.append(a) or render(*a, **how))
    images = [noise((60, 60), seed=seed) for seed in range(4)]
    case.builder.prepare_messages_batch(["Which?"], images[:1])
    once = len(rendered)
    batch = case.builder.prepare_messages_batch(["Which?", "Which?", "How?", "Which?"], images)
    assert len(rendered) == 3 * once
    assert [text.count("Which?") for text in batch.text] == [1, 1, 0, 1]


def test_padding_side_is_restored_after_errors() -> None:
    case = llava()
    tokenizer = case.builder.processor.tokenizer
    tokenizer.padding_side = "right"
    with pytest.raises(InputError):
        qwen2_5().builder.prepare_messages("?", np.zeros((1, 400, 3), dtype=np.uint8))  # HF: aspect ratio over 200
    assert qwen2_5().builder.processor.tokenizer.padding_side == "right"


@every_case
def test_the_question_is_known(make: Any) -> None:
    case = make()
    decode = case.builder.processor.tokenizer.decode
    batch = case.builder.prepare_messages_batch(["Which?", "user: ünï 円 or what?"], [IMAGE, IMAGE])
    question = case.builder.layout(batch).question
    assert [decode(batch["input_ids"][row, question.indices(row)]) for row in (0, 1)] == [
        "Which?",
        "user: ünï 円 or what?",
    ]
    chat = case.builder.prepare_chat(
        [
            {"role": "user", "content": [{"type": "image", "image": IMAGE}, {"type": "text", "text": "First?"}]},
            {"role": "assistant", "content": "One."},
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "Now"},
                    {"type": "image", "image": IMAGE},
                    {"type": "text", "text": "?"},
                ],
            },
        ]
    )
    layout = case.builder.layout(chat)
    assert decode(chat["input_ids"][0, layout.question.indices()]) == "Now?"
    assert layout.question - layout.text == layout.question & layout.images
    assert len(layout.question & layout.images) == 0


@every_case
def test_chats_with_many_images_and_turns(make: Any) -> None:
    case = make()
    images = [noise((120, 80)), noise((64, 64), seed=1), noise((30, 90), seed=2)]
    messages = [
        {"role": "user", "content": [{"type": "image", "image": images[0]}, {"type": "image", "image": images[1]}]},
        {"role": "assistant", "content": [{"type": "text", "text": "Two."}]},
        {"role": "user", "content": [{"type": "image", "image": images[2]}, {"type": "text", "text": "And now?"}]},
    ]
    before = copy.deepcopy(messages)
    inputs = case.builder.prepare_chat(messages, assistant_prefill="Three")
    assert str(messages) == str(before)
    assert [info.original_size for info in inputs.images] == [(120, 80), (64, 64), (30, 90)]
    layout = case.builder.layout(inputs)
    assert len(layout.placed[0]) == 3
    assert layout.box_space == "original"
    assert inputs.text[0].endswith("<|im_start|>assistant\nThree")
    assert "Two.<|im_end|>" in text_of(inputs, case)


@every_case
def test_chats_without_images(make: Any) -> None:
    case = make()
    inputs = case.builder.prepare_chat([{"role": "user", "content": "Hello?"}])
    assert "pixel_values" not in inputs
    assert text_of(inputs, case) == "<|im_start|>user\nHello?<|im_end|>\n<|im_start|>assistant\n"
    assert len(case.builder.layout(inputs).images) == 0


def test_a_finished_chat_gets_no_generation_prompt() -> None:
    chat = [{"role": "user", "content": "Hello?"}, {"role": "assistant", "content": "Hi."}]
    case = qwen2_5()
    assert case.builder.prepare_chat(chat).text[0].endswith("assistant\nHi.<|im_end|>\n")
    with pytest.raises(InputError, match="assistant's turn"):
        case.builder.prepare_chat(chat, assistant_prefill="So")


@pytest.mark.parametrize("make", [qwen2_5, qwen3], ids=["qwen2_5", "qwen3"])
@pytest.mark.parametrize("video", ["list", "array"])
def test_videos(make: Any, video: str) -> None:
    case, frames = make(), [noise((96, 64), seed=i) for i in range(4)]
    given = frames if video == "list" else np.stack(frames)
    inputs = case.builder.prepare_chat(
        [{"role": "user", "content": [{"type": "video", "video": given}, {"type": "image", "image": IMAGE}]}]
    )
    layout = case.builder.layout(inputs)
    assert [each.vision.kind for each in layout.placed[0]] == ["video", "image"]
    assert [layout.image_size(image=i) for i in (0, 1)] == [(96, 64), (120, 80)]
    assert layout.box_space == "original"


def test_videos_that_become_images() -> None:
    """SmolVLM feeds frames as images; HF lets them overwrite the images of the same chat."""
    case, frames = smolvlm(), [noise((96, 64), seed=i) for i in range(3)]
    inputs = case.builder.prepare_chat([{"role": "user", "content": [{"type": "video", "video": frames}]}])
    layout = case.builder.layout(inputs)
    assert [each.vision.kind for each in layout.placed[0]] == ["video"]  # one video of three frames, as it was given
    assert layout.box_space == "original"
    assert layout.image_size() == (96, 64)
    for frame in range(3):
        chosen = layout.positions(frame=frame)
        assert len(chosen) == len(layout.images) // 3
        assert layout.table.frame[0, chosen].tolist() == [frame] * len(chosen)
    assert not np.isnan(layout.table.time[0, layout.positions(kind="image")]).any()
    both = [{"type": "video", "video": frames}, {"type": "image", "image": IMAGE}]
    with pytest.raises(InputError, match="loses the images"):
        case.builder.prepare_chat([{"role": "user", "content": both}])
    with pytest.raises(InputError, match="takes no videos"):
        llava().builder.prepare_chat([{"role": "user", "content": both[:1]}])


def with_prompt(prompt: str) -> Builder:
    return dataclasses.replace(qwen2_5().builder, default_prompt=prompt)


def test_a_default_prompt_is_the_system_turn() -> None:
    builder = with_prompt("Be brief.")
    expected = "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\n"
    assert builder.prepare_messages("?", IMAGE).text[0].startswith(expected)
    assert builder.prepare_chat([{"role": "user", "content": "?"}]).text[0].startswith(expected)
    own = builder.prepare_chat([{"role": "system", "content": "Mine."}, {"role": "user", "content": "?"}])
    assert own.text[0].startswith("<|im_start|>system\nMine.<|im_end|>\n<|im_start|>user\n?")


def test_a_default_prompt_with_a_place_for_the_task() -> None:
    builder = with_prompt("You are an agent. {'a': 1}\n## Task\n{task}\nThink.")
    inputs = builder.prepare_messages("Click OK", IMAGE, append_text=" now")
    assert "{'a': 1}\n## Task\nClick OK now\nThink.<|im_end|>" in inputs.text[0]
    question = builder.layout(inputs).question
    assert builder.processor.tokenizer.decode(inputs["input_ids"][0, question.indices()]) == "Click OK now"
    chat = builder.prepare_chat([{"role": "user", "content": "Hello"}])
    assert chat.text[0].startswith("<|im_start|>user\nHello<|im_end|>")


def test_metadata_are_no_keys_and_survive() -> None:
    inputs = qwen2_5().builder.prepare_messages("?", IMAGE)
    assert set(inputs) == {"input_ids", "attention_mask", "mm_token_type_ids", "pixel_values", "image_grid_thw"}
    moved = inputs.to("meta")
    assert moved["input_ids"].device.type == "meta"
    for kept in (moved, inputs.to(torch.float16), copy.copy(inputs), inputs.copy()):
        assert isinstance(kept, PreparedInputs)
        assert kept.images is inputs.images
    again = pickle.loads(pickle.dumps(qwen2_5().builder.prepare_messages("?", IMAGE)))
    assert again.images[0].original_size == (120, 80)
    assert again.text == inputs.text


def test_inputs_of_ones_own_processor_are_laid_out_too() -> None:
    for case in (make() for make in CASES):
        prepared = case.builder.prepare_messages("Which?", IMAGE)
        layout = case.builder.layout(dict(prepared))
        assert layout.box_space == "processed"
        assert np.array_equal(layout.table.kind, case.builder.layout(prepared).table.kind)
        case.builder.check(dict(prepared))


def test_placeholders_are_checked() -> None:
    for case in (make() for make in CASES):
        prepared = case.builder.prepare_messages("Which?", IMAGE)
        ids = prepared["input_ids"]
        first = case.builder.layout(prepared).images.indices()[0]
        cut = torch.cat([ids[:, :first], ids[:, first + 1 :]], dim=1)
        with pytest.raises(PlaceholderMismatchError):
            case.builder.check({**prepared, "input_ids": cut})
        with pytest.raises(PlaceholderMismatchError, match="no \\(further\\) pixels"):
            case.builder.check({"input_ids": ids})
        text = case.builder.prepare_chat([{"role": "user", "content": "?"}])
        with pytest.raises((PlaceholderMismatchError, InputError)):
            case.builder.check({**prepared, "input_ids": text["input_ids"]})


SIZES = ("image_sizes", "image_grid_thw", "target_sizes", "image_grids", "image_token_pooling", "image_position_ids")


@pytest.mark.parametrize(
    "make",
    [qwen2_5, families.llava_next, families.minicpmv4_6, families.molmo2, families.gemma4],
    ids=lambda m: m.__name__,
)
def test_sizes_of_another_shape_are_named(make: Any) -> None:
    builder = make().builder
    given = dict(builder.prepare_messages_batch(["a", "b"], [IMAGE, IMAGE]))
    builder.check(given)
    [*keys] = [key for key in SIZES if key in given]
    assert keys
    for key in keys:
        value = given[key]
        for bad in (value[:-1], torch.cat([value, value]), value[..., :-1], value[None], value.flatten(), "x"):
            with pytest.raises(InputError, match=rf"{key}|can't be pooled"):
                builder.check({**given, key: bad})


def test_an_image_that_is_all_padding_is_refused() -> None:
    with pytest.raises(InputError, match=r"300 x 2 pixels .* so thin"):
        families.llava_next().builder.prepare_messages("?", noise((300, 2)))


@every_case
def test_what_is_wrong_is_said(make: Any) -> None:
    builder = make().builder
    with pytest.raises(InputError, match="prepare_chat"):
        builder.prepare_messages("?", None)
    with pytest.raises(ImageError, match="Got int"):
        builder.prepare_messages("?", 3)
    with pytest.raises(InputError, match="stands for an image"):
        builder.prepare_messages(f"What is {builder.processor.image_token}?", IMAGE)
    for tasks, images in ((["a", "b"], [IMAGE]), ([], []), ("ab", [IMAGE, IMAGE])):
        with pytest.raises(InputError, match="one image for each task"):
            builder.prepare_messages_batch(tasks, images)
    with pytest.raises(InputError, match="no image"):
        builder.prepare_messages_batch(["a", "b"], [IMAGE, None])


@pytest.mark.parametrize(
    ("messages", "message"),
    [
        ([], "HF's chat format"),
        ("Hello", "HF's chat format"),
        ({"role": "user", "content": "?"}, "HF's chat format"),
        (["Hello"], "HF's chat format"),
        ([{"role": "user"}], "HF's chat format"),
        ([{"role": "user", "content": [{"type": "audio"}]}], "HF's chat format"),
        ([{"role": "user", "content": [{"type": "image"}]}], "under one of 'image', 'path'"),
        ([{"role": "user", "content": [{"type": "image", "url": "http://127.0.0.1:9/a.png"}]}], "be fetched"),
        ([{"role": "user", "content": [{"type": "image", "image": "nowhere.png"}]}], "no image file"),
        ([{"role": "user", "content": [{"type": "video", "video": 3}]}], "expected a list of images"),
        ([{"role": "user", "content": [{"type": "video", "url": "http://127.0.0.1:9/a.mp4"}]}], "video can.t be read"),
        ([{"role": "user", "content": [{"type": "video", "video": [IMAGE, noise((3, 3))]}]}], "differ in size"),
    ],
)
@without_torchcodec
def test_what_is_no_chat_raises(messages: Any, message: str) -> None:
    with pytest.raises(InputError, match=message):
        qwen2_5().builder.prepare_chat(messages)


def test_missing_parts_of_the_processor() -> None:
    case = qwen2_5()
    none = dataclasses.replace(case.builder, processor=None)
    for call in (
        lambda: none.prepare_messages("?", IMAGE),
        lambda: none.prepare_messages_batch(["?"], [IMAGE]),
        lambda: none.prepare_chat([{"role": "user", "content": "?"}]),
        lambda: none.process_image(IMAGE),
    ):
        with pytest.raises(MissingProcessorError, match="processor="):
            call()
    layout = none.layout(dict(case.builder.prepare_messages("?", IMAGE)))
    assert (len(layout.images), len(layout.markers)) == (12, 2)
    with pytest.raises(MissingProcessorError, match="has a Token"):
        dataclasses.replace(case.builder, processor=case.builder.processor.tokenizer).prepare_messages("?", IMAGE)


def test_chat_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    processor = qwen3().builder.processor
    own = processor.chat_template
    monkeypatch.setattr(processor, "chat_template", None)
    with pytest.raises(InputError, match="has no chat template"):
        qwen3().builder.prepare_messages("?", IMAGE)
    monkeypatch.setattr(processor.tokenizer, "chat_template", own)
    assert qwen3().builder.prepare_messages("?", IMAGE).text[0].startswith("<|im_start|>user")
    monkeypatch.setattr(processor, "chat_template", "{{ raise_exception('no such role') }}")
    with pytest.raises(InputError, match="rejects this chat: no such role"):
        qwen3().builder.prepare_messages("?", IMAGE)
    monkeypatch.setattr(processor, "chat_template", "<|image_pad|>{{ messages[0]['content'][1]['text'] | upper }}")
    assert qwen3().builder.prepare_messages("ab", IMAGE).text == ("<|image_pad|>AB",)
    content = [{"type": "video", "video": [IMAGE] * 2, "fps": 1}, {"type": "text", "text": "ab"}]
    with pytest.raises(InputError, match=r"no place for videos: it wrote '<\|image_pad\|>AB'"):
        qwen3().builder.prepare_chat([{"role": "user", "content": content}])
    monkeypatch.setattr(processor, "chat_template", "<|image_pad|><|image_pad|>")
    with pytest.raises(InputError, match="rejects these inputs"):
        qwen3().builder.prepare_messages("?", IMAGE)


def test_a_batch_needs_a_padding_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(llava().builder.processor.tokenizer, "_special_tokens_map", {"pad_token": None})
    with pytest.raises(InputError, match="padding token"):
        llava().builder.prepare_messages_batch(["a", "b"], [IMAGE, IMAGE])


def test_a_beginning_of_text_is_not_doubled() -> None:
    """A tokenizer that puts <s> in front, and a template that writes it too: one of them is enough."""
    processor = copy.deepcopy(llava().builder.processor)
    processor.tokenizer.bos_token = "<s>"
    bos = processor.tokenizer.bos_token_id
    processor.tokenizer.backend_tokenizer.post_processor = TemplateProcessing(
        single="<s> $A", special_tokens=[("<s>", bos)]
    )
    builder = dataclasses.replace(llava().builder, processor=processor)
    assert (builder.prepare_messages("?", IMAGE)["input_ids"] == bos).sum() == 1
    processor.chat_template = "<s>" + processor.chat_template
    assert (builder.prepare_messages("?", IMAGE)["input_ids"] == bos).sum() == 1


def test_ranges_are_told_of_one_image_in_one_row_only() -> None:
    builder = smolvlm().builder
    alone = builder.prepare_messages("?", noise((192, 128)))
    first, last = builder.get_image_token_range(alone)
    positions = builder.get_image_token_positions(alone)
    assert (first, last) == (positions[0], positions[-1])
    assert (last - first + 1, len(positions)) == (127, 112)  # 15 markers and row breaks are no image tokens
    batch = builder.prepare_messages_batch(["?", "What?"], [IMAGE, IMAGE])
    for call in (builder.get_image_token_range, builder.get_image_token_positions):
        with pytest.raises(InputError, match="2 rows"):
            call(batch)
    for images in ([], [IMAGE, IMAGE]):
        content = [*({"type": "image", "image": image} for image in images), {"type": "text", "text": "?"}]
        with pytest.raises(InputError, match=f"There are {len(images)} images"):
            builder.get_image_token_range(builder.prepare_chat([{"role": "user", "content": content}]))
