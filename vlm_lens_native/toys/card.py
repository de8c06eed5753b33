"""The model card that is written beside a trained toy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vlm_lens_native.toys.questions import Kind
from vlm_lens_native.toys.training import Progress, Recipe

_CARD = """\
---
license: mit
library_name: transformers
pipeline_tag: image-text-to-text
---

# {name}

A vision-language model of {parameters:.2f} million parameters (`{model_class}`, `{processor_class}`) that answers
questions about coloured shapes. It was trained from scratch as a test object for interpretability: the generator of
its images knows what is where, so what an analysis finds can be checked.

```python
from transformers import AutoModelForImageTextToText, AutoProcessor
from vlm_lens_native.toys import toy_path
from vlm_lens_native.toys.scenes import Scene

model = AutoModelForImageTextToText.from_pretrained(toy_path("{name}"))
processor = AutoProcessor.from_pretrained(toy_path("{name}"))
scene = Scene.random(0, grid={grid})
content = [{{"type": "image", "image": scene.image}}, {{"type": "text", "text": "How many shapes are there?"}}]
inputs = processor.apply_chat_template(
    [{{"role": "user", "content": content}}],
    add_generation_prompt=True,
    tokenize=True,
    return_dict=True,
    return_tensors="pt",
)
print(processor.decode(model.generate(**inputs)[0, inputs["input_ids"].shape[1] :], skip_special_tokens=True))
```

## Accuracy

Greedy next token on {n_held_out} held-out scenes a kind, after the weights were rounded to bfloat16 (seed {eval_seed}):

| question | accuracy |
| --- | --- |
{accuracies}

A logit lens over image tokens (the final norm and the unembedding, on the input of each layer and on the last one's
output; {n_lens} scenes):

| | {layers} |
| --- |{rules}
| objects: the top word is the object's colour or shape | {named} |
| background: the top word is any colour or shape | {said} |

**The lens result is trained in** ("patch naming", see below): it is no finding about models at large.

## Data

Scenes of 112 x 112 pixels from `vlm_lens_native.toys.scenes`: up to nine circles, squares and triangles in six
colours on a noisy grey background, each inside a cell of its own in the {grid} x {grid} grid of image tokens{tiles}.
Questions from `vlm_lens_native.toys.questions`: how many shapes (of a shape, of a colour, of both) there are, the
colour of the only object of a shape, the shape of the only object of a colour. One image a chat, one question a chat,
no system message.

Anything else is off its distribution, and it fails there: objects that straddle cells or are larger, other
wordings, several images, photographs.

## Training

```bash
scripts/train_toys {name} --seed {seed}
```

{cpu_seconds:.0f} processor seconds on one core. Stage 1 ({eye_steps} steps of {eye_batch} crowded scenes) trains vision
encoder and adapter with a throw-away head that names each image token. Stage 2 ({answer_steps} steps of {batch} scenes
with {questions} questions each) trains everything on three losses: the answers', the head's (weight {patch_weight}),
and patch naming (weight {naming_weight}): the unembedding at an object's own image token shall give its colour and its
shape, and neither at background. {ramp}From step {focus_from} on, it concentrates on colour or shape questions while
they lag behind. AdamW; the learning rate is {lr} until step {decay_start} and falls to zero over {decay_steps} steps.
Then come drills, at falling learning rates: {drill_list}. The numbers are those of
`vlm_lens_native.toys.training.RECIPES`.

Learning curve (means since the row before; accuracies on fresh training scenes):

| stage | step | answer loss | head: objects | count | colour | shape |
| --- | --- | --- | --- | --- | --- | --- |
{curve}

## Licence

MIT, like the package. No third party's data or weights went into it.
"""

_RAMP = "Scenes grow from {ramp_from} to nine objects over {ramp_steps} steps. "


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What a card tells of a trained toy.

    Attributes:
        name: The toy.
        model_class: Its model's class.
        processor_class: Its processor's class.
        parameters: How many weights it has.
        grid: Image tokens along each side.
        tiled: Whether the processor cuts images into tiles.
        seed: The training's seed.
        eval_seed: The held-out scenes' seed.
        n_held_out: Held-out scenes of each kind.
        n_lens: Scenes that the lens read.
        accuracies: Held-out accuracy of each kind.
        named: By layer, the share of objects named at their image token.
        said: By layer, the share of background tokens that say a colour or shape.
    """

    name: str
    model_class: str
    processor_class: str
    parameters: int
    grid: int
    tiled: bool
    seed: int
    eval_seed: int
    n_held_out: int
    n_lens: int
    accuracies: dict[Kind, float]
    named: Sequence[float]
    said: Sequence[float]


def write_card(facts: Facts, recipe: Recipe, progress: Progress) -> str:
    """Renders the card in Markdown."""
    layers = [f"layer {i}" for i in range(len(facts.named) - 1)] + ["output"]
    tiles = (
        "\n(2 x 2 tiles of 4 x 4 tokens; the global view's 4 x 4 tokens come on top and are not named)"
        if facts.tiled
        else ""
    )
    values = vars(facts) | vars(recipe) | vars(progress)
    return _CARD.format(
        **values
        | {
            "parameters": facts.parameters / 1e6,
            "answer_steps": (progress.decay_start or recipe.max_steps) + recipe.decay_steps,
            "ramp": _RAMP.format(**vars(recipe)) if recipe.ramp_steps else "",
            "drill_list": ", then ".join(
                f"{drill.steps} steps from {drill.lr} ({drill.counting:.0%} of the questions count)"
                for drill in recipe.drills
            ),
            "tiles": tiles,
            "accuracies": "\n".join(f"| {kind} | {value:.3f} |" for kind, value in facts.accuracies.items()),
            "layers": " | ".join(layers),
            "rules": " --- |" * len(layers),
            "named": " | ".join(f"{value:.2f}" for value in facts.named),
            "said": " | ".join(f"{value:.2f}" for value in facts.said),
            "curve": "\n".join(_curve_row(row) for row in progress.curve),
        }
    )


def _curve_row(row: dict[str, int | float]) -> str:
    shares = [f"{row[key]:.3f}" if key in row else "" for key in ("patch", "count", "colour", "shape")]
    return f"| {row['stage']} | {row['step']} | {row['loss']:.3f} | {' | '.join(shares)} |"
