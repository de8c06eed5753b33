"""A run that takes its time, for tests that kill it: ``python slow_run.py FOLDER here|ray LOADERS``."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import Any

from vlm_lens_native import harvest
from vlm_lens_native.toys.scenes import Scene

PLAN = harvest.Plan(model="toy-llava", names="lm.blocks.0.hook_resid_post", batch_size=2, samples_per_shard=4)


class Scenes(Sequence[Any]):
    """Scenes that are slow to be read."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds = seconds

    def __len__(self) -> int:
        return 22

    def __getitem__(self, index: Any) -> Any:
        time.sleep(self.seconds)
        scene = Scene.random(seed=range(len(self))[index])
        return {"image": scene.image, "question": "How many?", "n_objects": len(scene.objects)}


if __name__ == "__main__":
    out, launcher, loaders = sys.argv[1:]
    how: Any = {"launcher": launcher, "workers": 2 if launcher == "ray" else 1, "loaders": int(loaders)}
    print(harvest.run(PLAN, Scenes(0.2), out, **how).report)
