"""What the model sees can be printed: every position once, images folded, hostile text escaped."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.unit.inputs.processors import CASES, Case, llava, qwen2_5, qwen3, smolvlm

NOISE = np.random.default_rng(0).integers(0, 255, (90, 120, 3), dtype=np.uint8)


def chat(*parts: Any) -> list[dict[str, Any]]:
    kinds = {str: "text", np.ndarray: "image", list: "video"}
    return [{"role": "user", "content": [{"type": kinds[type(p)], kinds[type(p)]: p} for p in parts]}]


@pytest.mark.parametrize("make", CASES, ids=[case.__name__ for case in CASES])
def test_every_position_is_shown_once(make: Any) -> None:
    case: Case = make()
    inputs = case.builder.prepare_chat(chat(NOISE, "and", NOISE[:60], "what is it?"))
    shown = case.builder.show_inputs(inputs)
    layout = case.builder.layout(inputs)
    (runs,) = shown.rows
    assert [run.first for run in runs] == [0, *(run.last + 1 for run in runs[:-1])]
    assert runs[-1].last == layout.table.kind.shape[1] - 1
    of_images = [position for run in runs if run.image is not None for position in range(run.first, run.last + 1)]
    assert of_images == layout.images.indices().tolist()
    assert {run.image for run in runs} == {None, 0, 1}
    text = case.builder.processor.tokenizer.decode(layout.table.token_id[0, layout.positions(kind="text")].tolist())
    assert "what is it?" in str(shown).replace("\n", " ") or "what" in text
    assert len(shown.images) == 2
    assert [image.size for image in shown.images] == [info.image.size for info in inputs.images]


def test_images_are_described() -> None:
    shown = str(llava().builder.show_inputs(llava().builder.prepare_chat(chat(NOISE, "?"))))
    assert "[image 0: " in shown
    tiled = str(smolvlm().builder.show_inputs(smolvlm().builder.prepare_chat(chat(NOISE, "?"))))
    assert "[image 0, tile 0, 0: " in tiled
    assert "[image 0, global view: " in tiled
    film = [NOISE, NOISE, NOISE, NOISE]
    for make in (qwen2_5, qwen3, smolvlm):
        shown = str(make().builder.show_inputs(make().builder.prepare_chat(chat(film, "?"))))
        assert "[video 0" in shown
        assert ("frame 1 at " if make is smolvlm else "frame 1 (given as 2 and 3) at ") in shown
    assert (
        str(llava().builder.show_inputs(llava().builder.prepare_chat(chat(NOISE)))).count(
            "[image 0: 4 x 4 = 16 tokens]"
        )
        == 1
    )


def test_rows_of_a_batch_with_their_padding() -> None:
    builder = llava().builder
    shown = builder.show_inputs(builder.prepare_messages_batch(["a", "what is this long question?"], [NOISE, NOISE]))
    assert "row 1" in repr(shown)
    assert "[padding]" in repr(shown)


def test_notebooks_get_escaped_text_and_pictures() -> None:
    builder = llava().builder
    shown = builder.show_inputs(builder.prepare_chat(chat(NOISE, "<script>alert(1)</script>")))
    page = shown._repr_html_()
    assert "<script>" not in page
    assert page.count('<img src="data:image/') == 1


@pytest.mark.parametrize("make", [qwen2_5, smolvlm], ids=["qwen2_5", "smolvlm"])
def test_inputs_without_pixels_are_shown_in_words(make: Any) -> None:
    builder = make().builder
    for part in (NOISE, [NOISE] * 4):
        inputs = builder.prepare_chat(chat(part, "what is it?"))
        shown = builder.show_inputs(builder.without_pixels(inputs, inputs))
        assert (str(shown), shown.images, shown.frames) == (str(builder.show_inputs(inputs)), (), ())


@pytest.mark.parametrize("make", [qwen2_5, qwen3, smolvlm], ids=["qwen2_5", "qwen3", "smolvlm"])
def test_frames_are_shown_as_the_encoder_receives_them(make: Any) -> None:
    """In their order, each once, and a frame that only fills up the last token is not shown again."""
    grey = [np.full((112, 112, 3), 40 * number, dtype=np.uint8) for number in range(5)]
    shown = make().builder.show_inputs(make().builder.prepare_chat([_video(grey, 2)]))
    assert [int(np.asarray(frame).mean().round()) for frame in shown.frames] == [0, 40, 80, 120, 160]
    assert all(np.asarray(frame).std() == 0 for frame in shown.frames)
    assert shown._repr_html_().count("<img") == 5
    many = make().builder.show_inputs(make().builder.prepare_chat([_video(grey * 8, 2)]))
    assert many._repr_html_().count("<img") == 32
    assert f"{len(many.frames) - 32} more frames" in many._repr_html_()


def _video(frames: list[np.ndarray], fps: float) -> dict[str, Any]:
    return {"role": "user", "content": [{"type": "video", "video": frames, "fps": fps}]}
