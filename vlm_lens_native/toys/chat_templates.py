"""The toys' chat templates, in the form of their families'.

Contents are lists of ``{"type": "image"}`` and ``{"type": "text", "text": ...}``, or plain strings. The system role
is rendered, but no toy has seen it in training.
"""

from __future__ import annotations

# A plain string may stand for a list with one text.
_PARTS = """\
{%- macro parts(content, image) -%}
{%- if content is string -%}{{ content }}{%- else -%}
{%- for part in content -%}
{%- if part['type'] == 'image' -%}{{ image }}
{%- elif part['type'] == 'text' -%}{{ part['text'] }}
{%- endif -%}
{%- endfor -%}
{%- endif -%}
{%- endmacro -%}
"""

LLAVA = (
    _PARTS
    + """\
{%- for message in messages -%}
{%- if not loop.first and message['role'] == 'user' -%}{{ ' ' }}{%- endif -%}
{%- if message['role'] == 'system' -%}{{ parts(message['content'], '<image>\\n') }}
{%- elif message['role'] == 'user' -%}{{ 'USER: ' + parts(message['content'], '<image>\\n') }}
{%- else -%}{{ ' ASSISTANT: ' + parts(message['content'], '<image>\\n') + '</s>' }}
{%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt -%}{{ ' ASSISTANT:' }}{%- endif -%}
"""
)
"""``USER: <image>\\nquestion ASSISTANT: answer</s>``, the tokenizer adds ``<s>``."""

QWEN = (
    _PARTS
    + """\
{%- for message in messages -%}
{{ '<|im_start|>' + message['role'] + '\\n' }}
{{- parts(message['content'], '<|vision_start|><|image_pad|><|vision_end|>') + '<|im_end|>\\n' -}}
{%- endfor -%}
{%- if add_generation_prompt -%}{{ '<|im_start|>assistant\\n' }}{%- endif -%}
"""
)
"""``<|im_start|>user\\n<|vision_start|><|image_pad|><|vision_end|>question<|im_end|>\\n<|im_start|>assistant\\n``."""

SMOLVLM = (
    _PARTS
    + """\
{{- '<|im_start|>' -}}
{%- for message in messages -%}
{{ message['role'] | capitalize }}
{{- ':' if message['content'] is not string and message['content'][0]['type'] == 'image' else ': ' }}
{{- parts(message['content'], '<image>') + '<end_of_utterance>\\n' -}}
{%- endfor -%}
{%- if add_generation_prompt -%}{{ 'Assistant:' }}{%- endif -%}
"""
)
"""``<|im_start|>User:<image>question<end_of_utterance>\\nAssistant: answer<end_of_utterance>\\n``."""
