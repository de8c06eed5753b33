"""Who says each token: from how the chat template renders, wherever else the same words stand."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import jaxtyping
import pytest
import torch
from transformers import BatchFeature

from tests.unit.inputs.processors import Builder, llava, qwen2_5, qwen3, smolvlm
from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import Selection
from vlm_lens_native.toys import chat_templates

CASES = pytest.mark.parametrize("make", [llava, qwen2_5, qwen3, smolvlm], ids=lambda make: make.__name__)
IMAGE = torch.zeros(3, 64, 64)
THINKING = (
    "{% for m in messages %}{% set text = m['content'][-1]['text'] %}"
    "{% if '</think>' in text %}{% set thought = text.split('</think>')[0].split('<think>')[-1].strip('\\n') %}"
    "{% set text = text.split('</think>')[-1].lstrip('\\n') %}"
    "<|im_start|>{{ m['role'] }}\n{% if loop.last %}<think>\n{{ thought }}\n</think>\n\n{% endif %}{{ text }}"
    "{% else %}<|im_start|>{{ m['role'] }}\n{{ text }}{% endif %}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n<think>\n{% endif %}"
)
DEFAULT_SYSTEM = "{% if messages[0]['role'] != 'system' %}<|im_start|>system\nYou help the user.<|im_end|>\n{% endif %}"
IN_USERS_TURN = (  # as Gemma's
    "{% if messages[0]['role'] == 'system' %}{% set first = messages[0]['content'][0]['text'] + '\n\n' %}"
    "{% set rest = messages[1:] %}{% else %}{% set first = '' %}{% set rest = messages %}{% endif %}"
    "{% for m in rest %}<|im_start|>{{ m['role'] }}\n{% if loop.first %}{{ first }}{% endif %}"
    "{% for part in m['content'] %}{% if part['type'] == 'text' %}{{ part['text'] | trim }}{% endif %}{% endfor %}"
    "<|im_end|>\n{% endfor %}"
)


def templated(template: str, **changes: Any) -> Builder:
    builder = qwen2_5().builder
    processor = copy.copy(builder.processor)
    processor.chat_template = template
    return dataclasses.replace(builder, processor=processor, **changes)


def said(builder: Builder, inputs: Any, selection: Selection, row: int = 0) -> str:
    return builder.processor.tokenizer.decode(inputs["input_ids"][row, selection.indices(row)])


def user(text: str, n_images: int = 1) -> dict[str, Any]:
    return {
        "role": "user",
        "content": [{"type": "image", "image": IMAGE}] * n_images + [{"type": "text", "text": text}],
    }


@CASES
def test_the_question_is_the_users_wherever_its_words_stand_again(make: Any) -> None:
    builder = make().builder
    for question in ("red", "assistant", "user", "im", "the red square"):
        plain = builder.layout(builder.prepare_messages(question, IMAGE)).question.indices()
        for inputs in (
            builder.prepare_messages(question, IMAGE, assistant_prefill=f"It is {question}"),
            builder.prepare_chat([user(question), {"role": "assistant", "content": f"{question} {question}"}]),
        ):
            assert said(builder, inputs, builder.layout(inputs).question) == question
            assert builder.layout(inputs).question.indices().tolist() == plain.tolist()


@CASES
def test_every_text_token_knows_its_role_and_turn(make: Any) -> None:
    builder = make().builder
    chat = [
        {"role": "system", "content": "Be red."},
        user("red", 2),
        {"role": "assistant", "content": "user red"},
        user("", 1),
        {"role": "assistant", "content": "red?"},
        {"role": "user", "content": "  assistant red \n"},
    ]
    inputs = builder.prepare_chat(chat, assistant_prefill="red as")
    layout = builder.layout(inputs)
    texts = {("system", 0): "Be red.", ("user", 0): "red", ("assistant", 0): "user red", ("user", 1): ""}
    texts |= {("assistant", 1): "red?", ("user", 2): "assistant red", ("assistant", 2): "red as"}
    for (role, n), text in texts.items():
        assert said(builder, inputs, layout.turn(role, n)).strip() == text
    assert layout.turn("user", -1) == layout.question == layout.turn("user", 2)
    assert (layout.system, layout.prefill) == (layout.turn("system", 0), layout.turn("assistant", 2))
    table = layout.to_dataframe()
    assert set(table.role[table.kind == "text"]) == {"system", "user", "assistant", "template"}
    assert table.role[table.kind != "text"].isna().all()
    assert set(table.turn[table.role == "template"]) == {-1}
    assert sum(len(layout.turn(*key)) for key in texts) == (table.turn >= 0).sum()
    with pytest.raises(InputError, match="no turn 3 of 'user'; it has 1 of 'system', 3 of 'user', 3 of 'assistant'"):
        layout.turn("user", 3)
    with pytest.raises(InputError, match="no turn 0 of 'usr'"):
        layout.turn("usr", 0)


@CASES
def test_rows_of_a_padded_batch_know_what_they_know_alone(make: Any) -> None:
    builder, tasks = make().builder, ["red", "assistant or user?"]
    batch = builder.prepare_messages_batch(tasks, [IMAGE, IMAGE], assistant_prefill="user")
    layout = builder.layout(batch)
    for row, task in enumerate(tasks):
        assert said(builder, batch, layout.question, row) == task
        assert said(builder, batch, layout.prefill, row) == "user"
    assert len(layout.system) == 0
    assert len(builder.layout(builder.prepare_messages("red", IMAGE)).prefill) == 0
    answered = builder.prepare_chat([user("red"), {"role": "assistant", "content": "red"}])
    assert len(builder.layout(answered).prefill) == 0  # the turn is closed


@pytest.mark.parametrize("template", [chat_templates.QWEN, THINKING], ids=["plain", "thinking"])
def test_answers_with_tags_are_told_apart(template: str) -> None:
    builder = templated(template)
    answer = "<think>\nred\n</think>\n\nthe red"
    inputs = builder.prepare_chat([{"role": "user", "content": "the"}, {"role": "assistant", "content": answer}])
    layout = builder.layout(inputs)
    assert (said(builder, inputs, layout.question), said(builder, inputs, layout.turn("assistant", 0))) == (
        "the",
        answer,
    )
    again = [
        {"role": "user", "content": "the"},
        {"role": "assistant", "content": answer},
        {"role": "user", "content": "r"},
    ]
    inputs = builder.prepare_chat(again)
    kept = answer if template != THINKING else "the red"  # older thoughts are left out
    assert said(builder, inputs, builder.layout(inputs).turn("assistant", 0)) == kept


def test_a_templates_own_system_prompt_is_the_system() -> None:
    builder = templated(DEFAULT_SYSTEM + chat_templates.QWEN)
    inputs = builder.prepare_messages("You help the user.", IMAGE)
    layout = builder.layout(inputs)
    assert said(builder, inputs, layout.system) == said(builder, inputs, layout.question) == "You help the user."
    assert int(layout.system.indices()[-1]) < int(layout.question.indices()[0])
    own = builder.prepare_chat([{"role": "system", "content": "Mine"}, user("Mine")])
    assert said(builder, own, builder.layout(own).turn("system", 0)) == "Mine"


def test_a_system_prompt_within_the_users_turn_stays_the_systems() -> None:
    builder = templated(IN_USERS_TURN)
    system = {"role": "system", "content": "red"}
    inputs = builder.prepare_chat([system, {"role": "user", "content": " red "}])
    layout = builder.layout(inputs)
    assert said(builder, inputs, layout.system) == said(builder, inputs, layout.question) == "red"
    assert int(layout.system.indices()[-1]) < int(layout.question.indices()[0])


def test_words_of_a_default_prompt_are_not_the_question() -> None:
    builder = dataclasses.replace(qwen2_5().builder, default_prompt="red {task} red")
    inputs = builder.prepare_messages("re", IMAGE, append_text="d")
    layout = builder.layout(inputs)
    before = builder.processor.tokenizer.decode(inputs["input_ids"][0, : layout.question.indices()[0]])
    assert said(builder, inputs, layout.question).strip() == "red"
    assert before.rstrip().endswith("red")
    system = dataclasses.replace(builder, default_prompt="red")
    inputs = system.prepare_messages("red", IMAGE)
    assert said(system, inputs, system.layout(inputs).system) == "red"


def test_where_nothing_is_known_an_error_says_so() -> None:
    builder = qwen2_5().builder
    inputs = builder.prepare_messages("red", IMAGE)
    grown = copy.copy(inputs)
    grown["input_ids"] = torch.cat([inputs["input_ids"], inputs["input_ids"][:, -1:]], dim=1)
    grown["attention_mask"] = torch.ones_like(grown["input_ids"])
    other = copy.deepcopy(inputs)
    other["input_ids"][0, -1] += 1
    cutting = templated(chat_templates.QWEN.replace("part['text']", "part['text'][:2]"))
    for made, unknown in (
        (builder, grown),
        (builder, other),
        (builder, BatchFeature(dict(inputs))),
        (cutting, cutting.prepare_messages("red", IMAGE)),
    ):
        layout = made.layout(unknown)
        assert set(layout.table.role.ravel()) == {None}
        for ask in ("question", "system", "prefill"):
            with pytest.raises(InputError, match="known only for inputs"):
                getattr(layout, ask)
    for kept in (pickle.loads(pickle.dumps(inputs)), copy.deepcopy(inputs)):
        assert said(builder, kept, builder.layout(kept).question) == "red"


def test_texts_that_a_template_rewrites_are_found_where_it_writes_them() -> None:
    builder = templated(chat_templates.QWEN.replace("part['text'] ", "part['text'] | upper | replace('RED', 'user') "))
    inputs = builder.prepare_messages("red", IMAGE)
    assert said(builder, inputs, builder.layout(inputs).question) == "user"


def test_a_prefill_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jaxtyping.config, "jaxtyping_disable", True)  # as users run it
    with pytest.raises(InputError, match="assistant_prefill is text"):
        qwen2_5().builder.prepare_messages("red", IMAGE, assistant_prefill=None)  # type: ignore[arg-type]


@pytest.mark.parametrize("prompt", [r"Answer in \boxed{answer}.", r"\frac{a}{b}", 'As {"answer": 1}.', "{}"])
def test_braces_that_are_no_placeholder_stay(prompt: str) -> None:
    builder = dataclasses.replace(qwen2_5().builder, default_prompt=prompt)
    (text,) = builder.prepare_messages("What?", IMAGE).text
    assert prompt in text


def test_a_default_prompt_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jaxtyping.config, "jaxtyping_disable", True)  # as users run it
    with pytest.raises(InputError, match="default_prompt is a text"):
        dataclasses.replace(qwen2_5().builder, default_prompt=str.upper)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="highlight is a list of cell numbers"):
        qwen2_5().builder.process_image(IMAGE).patch_overview(highlight=None)  # type: ignore[arg-type]


def test_pixels_of_another_image_bring_their_own_grid() -> None:
    builder = qwen2_5().builder
    inputs, other = (builder.prepare_messages("red", torch.zeros(3, *size)) for size in ((56, 112), (112, 56)))
    layout = builder.layout(inputs)
    for key in ("pixel_values", "image_grid_thw"):
        inputs[key] = other[key]
    swapped = builder.layout(inputs)
    assert (layout.box_space, swapped.box_space) == ("original", "processed")
    assert swapped.image_size() == builder.layout(other).image_size() != layout.image_size()
    assert said(builder, inputs, swapped.question) == "red"


def test_boxes_and_random_controls_of_each_row() -> None:
    builder = qwen2_5().builder
    batch = builder.prepare_messages_batch(["red", "Which?"], [torch.zeros(3, 112, 112)] * 2)
    layout, boxes = builder.layout(batch), [(0, 0, 30, 30), (70, 70, 112, 112)]
    chosen = layout.boxes(boxes)
    for row, box in enumerate(boxes):
        assert torch.equal(chosen.indices(row), layout.box(box, batch=row).indices(row))
    control = (layout.images - chosen).sample(like=chosen, seed=0)
    assert control.mask.sum(dim=1).tolist() == chosen.mask.sum(dim=1).tolist()
    assert len(control & chosen) == 0
    assert len(control - layout.images) == 0
    assert (
        control == (layout.images - chosen).sample(like=chosen, seed=0) != (layout.images).sample(like=chosen, seed=1)
    )
    with pytest.raises(InputError, match="Got 1 boxes for 2 rows"):
        layout.boxes(boxes[:1])
    with pytest.raises(InputError, match="Row 0 has 1 positions to draw from"):
        layout.last.sample(like=layout.images, seed=0)
