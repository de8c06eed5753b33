"""The lines of Python that views show: how to get the same numbers with the library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vlm_lens_native.app.prompt import Film, Prompt

_HEAD = """from PIL import Image

from vlm_lens_native import HookedVLMTransformer, analysis

model = HookedVLMTransformer.from_pretrained({name!r})
"""
_GIVEN = """from vlm_lens_native import analysis

# model, inputs: those of model.explore(inputs)
"""
SOURCE = "# source_inputs: the other prompt, prepared in the same way\n"


def prompt_code(name: str, prompt: Prompt | None, answer: Sequence[int], model: Any) -> str:
    """Lines that make ``model`` and ``inputs``.

    Images are opened from ``image-1.png`` and so on, as the app saves them. Tokens of the answer that have been run
    belong to the inputs: as text that the answer begins with.
    """
    if prompt is None:
        return _GIVEN
    begun = model.tokenizer.decode(list(answer)) if len(answer) else ""
    prefill = prompt.prefill + begun
    said = f", assistant_prefill={prefill!r}" if prefill else ""
    if prompt.is_simple:
        question = prompt.turns[0].parts[1]
        opened = 'image = Image.open("image-1.png")\n'
        return _HEAD.format(name=name) + opened + f"inputs = model.prepare_messages({question!r}, image{said})\n"
    number = 0
    turns = []
    for turn in prompt.turns:
        parts = []
        for part in turn.parts:
            if isinstance(part, str):
                parts.append(f'{{"type": "text", "text": {part!r}}}')
                continue
            number += 1
            if isinstance(part, Film):
                frames = ", ".join(f'"image-{number}-{nth + 1}.png"' for nth in range(len(part.frames)))
                fps = "" if part.fps is None else f', "fps": {part.fps!r}'
                parts.append(f'{{"type": "video", "video": [{frames}]{fps}}}')
            else:
                parts.append(f'{{"type": "image", "image": "image-{number}.png"}}')
        turns.append(f'    {{"role": {turn.role!r}, "content": [{", ".join(parts)}]}},\n')
    return _HEAD.format(name=name) + f"messages = [\n{''.join(turns)}]\ninputs = model.prepare_chat(messages{said})\n"
