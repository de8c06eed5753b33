"""The recipe that trains a toy.

Stage 1 teaches the eyes: vision encoder and adapter alone, with a throw-away head that names what each image token
shows. Stage 2 teaches to answer: everything jointly, on packed questions. Three losses add up: the answers', the
head's, and "patch naming": read through the unembedding, the last layer at an object's own image token shall give
the object's colour and shape, and at background tokens neither. Without patch naming a logit lens over image tokens
says nothing in so small a model.

From stage 3 on come drills: mostly counting, at lower learning rates.

The learning rate of stage 2 stays constant until colour and shape questions go well (circuits that are missing when
it falls never form), then falls to zero. Where one of these kinds lags behind, scenes and questions concentrate on it.
Each step's data follow from (seed, stage, step) and the curve so far, so a resumed run goes on as if it had never
stopped.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor, nn
from tqdm import tqdm
from transformers import PreTrainedModel, ProcessorMixin

from vlm_lens_native.toys.losses import (
    PATCH_CLASSES,
    NamingLoss,
    answer_loss,
    object_accuracy,
    patch_labels,
    patch_loss,
)
from vlm_lens_native.toys.models import ToySpec, build_toy, toy_spec
from vlm_lens_native.toys.packing import Packer
from vlm_lens_native.toys.questions import (
    KIND_SHARES,
    KINDS,
    Kind,
    Question,
    counting_scene,
    drill_questions,
    sample_questions,
    training_scene,
    unique_scene,
)
from vlm_lens_native.toys.scenes import MAX_COUNT, Scene


@dataclass(frozen=True, kw_only=True)
class Drill:
    """A stretch of mostly counting at a learning rate that falls to zero.

    Attributes:
        steps: How long it lasts.
        lr: The learning rate at its start.
        unique_share: The share of scenes with one unique object among those for counting.
        counting: The share of questions that count what the scene has; the others are a mixture.
        shares: Shares of the kinds of questions in that mixture.
    """

    steps: int
    lr: float
    unique_share: float = 0.0
    counting: float = 0.7
    shares: Mapping[Kind, float] = field(default_factory=KIND_SHARES.copy)


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """The numbers of the recipe.

    Attributes:
        eye_steps: Steps of stage 1.
        eye_batch: Scenes a step in stage 1.
        eye_lr: Learning rate of stage 1.
        empty_weight: Weight of background tokens in the head's loss.
        batch: Scenes a step from stage 2 on.
        questions: Questions a scene.
        lr: Learning rate of stage 2, until it falls.
        warmup: Steps over which the learning rate of stages 1 and 2 rises.
        weight_decay: Of matrices; vectors have none.
        clip: Largest norm of the gradient.
        eos_weight: Weight of the ends of turns beside the answers.
        patch_weight: Weight of the head's loss in stage 2.
        naming_weight: Weight of patch naming.
        ramp_from: The most objects in a scene at the first step of stage 2, if crowding ramps up.
        ramp_steps: Steps until scenes may have nine objects; 0 for no ramp.
        focus_from: Step from which training concentrates on kinds of questions that lag behind.
        focus_factor: How much more often questions of a lagging kind are asked then.
        focus_most: The most objects in a scene then.
        min_steps: Earliest step at which the learning rate falls.
        max_steps: Step at which it falls at the latest.
        decay_steps: Steps over which it falls to zero.
        mastered: The accuracies, on training scenes, above which a kind of question is mastered.
        drills: Stages 3 and later.
        log_every: Steps between rows of the learning curve.
        save_every: Steps between saved states.
    """

    eye_steps: int = 400
    eye_batch: int = 32
    eye_lr: float = 1.5e-3
    empty_weight: float = 0.3
    batch: int = 16
    questions: int = 8
    lr: float = 1.2e-3
    warmup: int = 50
    weight_decay: float = 0.05
    clip: float = 1.0
    eos_weight: float = 0.1
    patch_weight: float = 1.0
    naming_weight: float = 0.2
    ramp_from: int = 3
    ramp_steps: int = 0
    focus_from: int = 500
    focus_factor: float = 4.0
    focus_most: int = MAX_COUNT
    min_steps: int = 750
    max_steps: int = 1600
    decay_steps: int = 600
    mastered: dict[str, float] = field(default_factory=lambda: {"colour": 0.9, "shape": 0.9})
    drills: tuple[Drill, ...] = (Drill(steps=300, lr=3e-4),)
    log_every: int = 50
    save_every: int = 100


# Qwen3-VL's norms on queries and keys let the circuit that finds an object by its colour form by itself. The others
# need easier scenes first and more such questions, and with plain positions counting takes longer besides.
RECIPES = {
    "toy-llava": Recipe(
        ramp_steps=450,
        focus_from=200,
        drills=(
            Drill(steps=1000, lr=6e-4),
            Drill(
                steps=900,
                lr=1.2e-3,
                unique_share=1.0,
                counting=0.0,
                shares={"count": 0.2, "colour": 0.1, "shape": 0.7},
            ),
            Drill(steps=400, lr=5e-4, unique_share=0.3, counting=0.5),
        ),
    ),
    "toy-qwen2_5_vl": Recipe(focus_most=4),
    "toy-qwen3_vl": Recipe(),
    "toy-smolvlm": Recipe(
        ramp_steps=450, focus_from=300, drills=(Drill(steps=1200, lr=6e-4), Drill(steps=600, lr=5e-4))
    ),
}


@dataclass
class Progress:
    """Where a run stands; saved with its weights.

    Attributes:
        stage: 1, 2, or from 3 on the drills.
        step: Steps done in this stage.
        decay_start: The stage-2 step at which the learning rate began to fall.
        cpu_seconds: Processor time spent so far.
        curve: One row for every ``log_every`` steps.
    """

    stage: int = 1
    step: int = 0
    decay_start: int | None = None
    cpu_seconds: float = 0.0
    curve: list[dict[str, int | float]] = field(default_factory=list)


class Trainer:
    """One training run of one toy."""

    def __init__(self, name: str, *, seed: int, recipe: Recipe | None = None, state_file: Path | None = None) -> None:
        """Builds the untrained toy.

        Args:
            name: One of ``TOYS``.
            seed: Seeds weights and data.
            recipe: Other numbers than the shipped toys' recipe.
            state_file: Where to save the run regularly; if the file exists, the run resumes from it.
        """
        self.name, self.seed = name, seed
        self.recipe = recipe or RECIPES[name]
        self.spec: ToySpec = toy_spec(name)
        self.progress = Progress()
        self.model: PreTrainedModel
        self.processor: ProcessorMixin
        self.model, self.processor = build_toy(name, seed=seed)
        self.head = nn.Linear(self.model.config.text_config.hidden_size, 1 + len(PATCH_CLASSES))
        self.packer = Packer(self.model, self.processor)
        self._naming = NamingLoss(self.packer.answer_ids)
        self._state_file = state_file
        self._recent: list[dict[str, float]] = []
        self.optimiser = self._stage_optimiser()
        if state_file and state_file.exists():
            self._load(torch.load(state_file, weights_only=True))

    def run(self) -> None:
        """Trains to the end."""
        self.model.train()
        self._loop(1, self.recipe.eye_steps, self._eye_step)
        if self.progress.stage == 1:
            self.progress.stage, self.progress.step = 2, 0
            self.optimiser = self._stage_optimiser()
        self._loop(2, self.recipe.max_steps + self.recipe.decay_steps, self._answer_step)
        for stage, drill in enumerate(self.recipe.drills, start=3):
            if self.progress.stage == stage - 1:
                self.progress.stage, self.progress.step = stage, 0
            self._loop(stage, drill.steps, self._drill_step)
        self.model.eval()

    def _loop(self, stage: int, steps: int, step_function: Callable[[np.random.Generator], dict[str, float]]) -> None:
        progress, recipe = self.progress, self.recipe
        if progress.stage != stage:
            return
        with tqdm(total=steps, initial=progress.step, desc=f"{self.name}, stage {stage}") as bar:
            while progress.step < steps and not self._decayed():
                started = time.process_time()
                rng = np.random.default_rng([self.seed, stage, progress.step])
                self._recent.append(step_function(rng))
                progress.step += 1
                progress.cpu_seconds += time.process_time() - started
                bar.update()
                if progress.step % recipe.log_every == 0:
                    bar.set_postfix(self._log())
                if self._state_file and progress.step % recipe.save_every == 0:
                    self._save(self._state_file)

    def _eye_step(self, rng: np.random.Generator) -> dict[str, float]:
        """One step of stage 1: crowded scenes, every image token named by the head."""
        grid = self.spec.grid
        scenes = [
            Scene.random(int(rng.integers(2**62)), grid=grid, n_objects=int(rng.integers(8, grid * grid // 2)))
            for _ in range(self.recipe.eye_batch)
        ]
        features = self.model.get_image_features(**self.packer.pixels(scenes), return_dict=True).pooler_output
        labels = patch_labels(scenes, self.spec.token_cells).flatten()
        logits = self.head(torch.cat(list(features)))
        loss = patch_loss(logits, labels, empty_weight=self.recipe.empty_weight)
        self._update(loss, self.recipe.eye_lr * min(1.0, (self.progress.step + 1) / self.recipe.warmup))
        return {"loss": loss.item(), "patch": object_accuracy(logits, labels)}

    def _answer_step(self, rng: np.random.Generator) -> dict[str, float]:
        """One step of stage 2: the whole mixture, or the kinds of questions that lag behind."""
        recipe, grid, most, weak = self.recipe, self.spec.grid, self._most(), self._weak_kinds()
        if weak:
            kinds = [weak[i] for i in rng.integers(len(weak), size=recipe.batch)]
            fewer = min(most, recipe.focus_most)
            scenes = [unique_scene(rng, kind, grid=grid, most=fewer)[0] for kind in kinds]
        else:
            scenes = [training_scene(rng, grid=grid, most=most) for _ in range(recipe.batch)]
        shares = {kind: share * (recipe.focus_factor if kind in weak else 1) for kind, share in KIND_SHARES.items()}
        questions = [sample_questions(scene, recipe.questions, rng, shares=shares) for scene in scenes]
        return self._learn(scenes, questions, self._learning_rate())

    def _drill_step(self, rng: np.random.Generator) -> dict[str, float]:
        """One step of a drill."""
        recipe, drill = self.recipe, self.recipe.drills[self.progress.stage - 3]
        scenes = [self._drill_scene(rng, drill.unique_share) for _ in range(recipe.batch)]
        questions = [
            drill_questions(scene, recipe.questions, rng, counting=drill.counting, shares=drill.shares)
            for scene in scenes
        ]
        return self._learn(scenes, questions, drill.lr * (1 - self.progress.step / drill.steps))

    def _drill_scene(self, rng: np.random.Generator, unique_share: float) -> Scene:
        if unique_share and rng.random() < unique_share:
            return unique_scene(rng, "colour" if rng.random() < 0.5 else "shape", grid=self.spec.grid)[0]
        return counting_scene(rng, grid=self.spec.grid)[0]

    def _learn(self, scenes: list[Scene], questions: list[list[Question]], lr: float) -> dict[str, float]:
        """An update on packed questions with all losses."""
        recipe = self.recipe
        batch = self.packer.pack(scenes, questions)
        output = self.model(**batch.inputs, output_hidden_states=True, use_cache=False)
        image = batch.inputs["input_ids"] == self.model.config.image_token_id
        labels = patch_labels(scenes, self.spec.token_cells).flatten()
        patch_logits = self.head(output.hidden_states[0][image])
        answer = answer_loss(output.logits, batch.labels, batch.is_answer, eos_weight=recipe.eos_weight)
        patch = patch_loss(patch_logits, labels, empty_weight=recipe.empty_weight)
        naming = self._naming(output.logits[image], labels)
        loss = answer + recipe.patch_weight * patch + recipe.naming_weight * naming
        self._update(loss, lr)
        right = (output.logits.argmax(-1) == batch.labels)[batch.is_answer].float()
        kinds = np.array([question.kind for asked in questions for question in asked])
        accuracies = {kind: right[torch.from_numpy(kinds == kind)].mean().item() for kind in KINDS}
        named = object_accuracy(patch_logits, labels)
        return {"loss": answer.item(), "naming": naming.item(), "patch": named} | accuracies

    def _stage_optimiser(self) -> torch.optim.AdamW:
        parameters = [*self.model.parameters(), *self.head.parameters()]
        groups = [
            {"params": [p for p in parameters if p.ndim >= 2], "weight_decay": self.recipe.weight_decay},
            {"params": [p for p in parameters if p.ndim < 2], "weight_decay": 0.0},
        ]
        return torch.optim.AdamW(groups, betas=(0.9, 0.98))

    def _update(self, loss: Float[Tensor, ""], lr: float) -> None:
        for group in self.optimiser.param_groups:
            group["lr"] = lr
        self.optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_([*self.model.parameters(), *self.head.parameters()], self.recipe.clip)
        self.optimiser.step()

    def _learning_rate(self) -> float:
        recipe, progress = self.recipe, self.progress
        if progress.decay_start is None:
            return recipe.lr * min(1.0, (progress.step + 1) / recipe.warmup)
        return recipe.lr * (1 - (progress.step - progress.decay_start) / recipe.decay_steps)

    def _most(self) -> int:
        """How many objects a scene may have at this step."""
        ramp, start = self.recipe.ramp_steps, self.recipe.ramp_from
        return MAX_COUNT if self.progress.step >= ramp else start + (MAX_COUNT - start) * self.progress.step // ramp

    def _weak_kinds(self) -> list[Literal["colour", "shape"]]:
        """The kinds of questions about one object that aren't mastered though it is time."""
        last = self.progress.curve[-1] if self.progress.curve else {}
        if self.progress.step < self.recipe.focus_from or self.progress.decay_start is not None:
            return []
        return [kind for kind in ("colour", "shape") if last.get(kind, 0.0) <= self.recipe.mastered[kind]]

    def _decayed(self) -> bool:
        """Whether stage 2 is over."""
        start = self.progress.decay_start
        return self.progress.stage == 2 and start is not None and self.progress.step >= start + self.recipe.decay_steps

    def _log(self) -> dict[str, float]:
        """Adds a row of means to the curve, and starts the decay once the questions are mastered."""
        progress, recipe = self.progress, self.recipe
        row = {key: _mean([step[key] for step in self._recent]) for key in self._recent[0]}
        self._recent = []
        progress.curve.append({"stage": progress.stage, "step": progress.step} | row)
        if progress.stage == 2 and progress.decay_start is None and progress.step >= recipe.min_steps:
            mastered = all(row[kind] > threshold for kind, threshold in recipe.mastered.items())
            if mastered or progress.step >= recipe.max_steps:
                progress.decay_start = progress.step
        return row

    def _save(self, path: Path) -> None:
        state = {
            "model": self.model.state_dict(),
            "head": self.head.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "progress": asdict(self.progress),
            "recent": self._recent,
        }
        unfinished = path.with_suffix(".unfinished")
        torch.save(state, unfinished)
        unfinished.replace(path)  # an interruption leaves either the old state or the new one

    def _load(self, state: dict[str, Any]) -> None:
        self.model.load_state_dict(state["model"])
        self.head.load_state_dict(state["head"])
        self.progress = Progress(**state["progress"])
        self._recent = state["recent"]
        self.optimiser = self._stage_optimiser()
        self.optimiser.load_state_dict(state["optimiser"])


def _mean(values: list[float]) -> float:
    """The mean of what was measured: a step without a question of some kind has NaN for it."""
    measured = [value for value in values if not np.isnan(value)]
    return float(np.mean(measured)) if measured else float("nan")
