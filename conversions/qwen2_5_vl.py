"""Qwen2.5-VL, and UI-TARS-1.5, which is the same class with a prompt of its own.

Source: transformers' ``models/qwen2_5_vl/modeling_qwen2_5_vl.py``.
"""

from vlm_lens_native.conversions._shared import packed_in_windows, qwen_hooks
from vlm_lens_native.families import CheckpointDefaults, Wrapper
from vlm_lens_native.inputs.geometries import ThwGrid

# The computer-use prompt that UI-TARS-1.5 was trained with (github.com/bytedance/UI-TARS, codes/ui_tars/prompt.py).
_UI_TARS_PROMPT = """\
You are a GUI agent. You are given a task and your action history, with screenshots. \
You need to perform the next action to complete the task.

## Output Format
```
Thought: ...
Action: ...
```

## Action Space

click(start_box='<|box_start|>(x1,y1)<|box_end|>')
left_double(start_box='<|box_start|>(x1,y1)<|box_end|>')
right_single(start_box='<|box_start|>(x1,y1)<|box_end|>')
drag(start_box='<|box_start|>(x1,y1)<|box_end|>', end_box='<|box_start|>(x3,y3)<|box_end|>')
hotkey(key='')
type(content='') #If you want to submit your input, use "\\n" at the end of `content`.
scroll(start_box='<|box_start|>(x1,y1)<|box_end|>', direction='down or up or right or left')
wait() #Sleep for 5s and take a screenshot to check for any changes.
finished(content='xxx') # Use escape characters \\\\', \\\\", and \\\\n in content part to ensure we can parse the \
content in normal python string format.

## Note
- Use English in `Thought` part.
- Write a small plan and finally summarize your next action (with its target element) in one sentence in `Thought` \
part.

## User Instruction
{task}"""


WRAPPER = Wrapper(
    model_type="qwen2_5_vl",
    geometry=ThwGrid(),
    vision_hooks=lambda config: qwen_hooks(config, packed=packed_in_windows),
    checkpoints={
        "UI-TARS-1.5-7B": CheckpointDefaults(
            default_prompt=_UI_TARS_PROMPT, extra_tokens=("<|box_start|>", "<|box_end|>")
        )
    },
)
