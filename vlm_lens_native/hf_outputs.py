"""HF's ``hidden_states``, ``attentions`` and ``router_logits``, recorded at our hook points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from torch import Tensor
from transformers import PreTrainedConfig

from vlm_lens_native.components import Attention, Mixture
from vlm_lens_native.components.moe import RoutedExperts
from vlm_lens_native.errors import InputError
from vlm_lens_native.hooks import HookPoint, HookSet, Recorder


class HFOutputs:
    """What a pass records for HF's form of output.

    Args:
        embed: The hook point of what block 0 receives.
        blocks: All of them.
        hf_config: Says what is asked for where the arguments are None.
        output_hidden_states: HF's argument.
        output_attentions: Likewise.
        output_router_logits: Likewise.

    Raises:
        InputError: An argument that is neither True nor False.
    """

    def __init__(
        self,
        embed: HookPoint,
        blocks: Sequence[Any],
        hf_config: PreTrainedConfig,
        *,
        output_hidden_states: bool | None,
        output_attentions: bool | None,
        output_router_logits: bool | None,
    ) -> None:
        self._embed, self._blocks = embed, blocks
        self._wants_states = _flag(output_hidden_states, hf_config, "output_hidden_states")
        self._wants_attentions = _flag(output_attentions, hf_config, "output_attentions")
        self._attending = [block for block in blocks if isinstance(block.mixer, Attention)]
        mixtures = [block.mlp for block in blocks if isinstance(block.mlp, Mixture)]
        wanted = bool(mixtures) and _flag(output_router_logits, hf_config, "output_router_logits")
        self._routed = [mlp.sets for mlp in mixtures] if wanted else []
        self._seen: dict[str, Tensor] = {}

    def hooks(self) -> HookSet:
        """What listens for them; not kept here, so that nothing waits for the garbage collector."""
        points = [self._embed] if self._wants_states else []
        points += [each.hook_router_logits for sets in self._routed for each in sets]
        for block in self._blocks:
            points += _written(block) if self._wants_states else []
            points += [block.mixer.hook_pattern] if self._wants_attentions and block in self._attending else []
        hooks = HookSet()
        for point in points:
            hooks.at(point.name).recorders.append(Recorder(self._record))
        return hooks

    def _record(self, activation: Tensor, point: HookPoint, rows: Tensor | None) -> None:
        self._seen[point.name] = activation

    def hidden_states(self, last: Tensor) -> tuple[Tensor, ...] | None:
        """Input, then each block's output before deepstack adds to it; the last one after the final norm."""
        if not self._wants_states:
            return None
        ran = [block for block in self._blocks if block.hook_mlp_out.name in self._seen][:-1]
        written = [[self._seen[point.name] for point in _written(block)] for block in ran]
        outputs = [sum(rest, first) for first, *rest in written]
        scalars = [b.scalar for b in ran]
        outputs = [out if scalar is None else out * scalar for out, scalar in zip(outputs, scalars, strict=True)]
        return (self._seen["lm.hook_embed"], *outputs, last)

    def attentions(self) -> tuple[Tensor, ...] | None:
        """Of the layers that have patterns, and ran."""
        if not self._wants_attentions:
            return None
        names = [block.mixer.hook_pattern.name for block in self._attending]
        return tuple(self._seen[name] for name in names if name in self._seen)

    def router_logits(self) -> tuple[Tensor, ...] | None:
        """``[token expert]`` of each layer with experts; each token's by the set that it goes to."""
        given = (sum(map(self._logits_of, others), self._logits_of(first)) for first, *others in self._routed)
        return tuple(given) or None

    def _logits_of(self, experts: RoutedExperts) -> Tensor:
        return experts.router.as_hf_gives_them(self._seen[experts.hook_router_logits.name].flatten(0, 1))


def _written(block: Any) -> list[HookPoint]:
    """What a block's output is the sum of, deepstack apart."""
    return [block.hook_resid_mid, block.hook_mlp_out, *([] if block.per_layer is None else [block.hook_per_layer_out])]


def _flag(argument: object, config: PreTrainedConfig, name: str) -> bool:
    """HF's switch: the argument, or what the config says."""
    value = getattr(config, name, False) if argument is None else argument
    if not isinstance(value, bool):
        raise InputError(f"{name} takes True or False, got {value!r}; run_with_cache takes single layers.")
    return value
