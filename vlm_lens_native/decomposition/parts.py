"""What a cache's decompositions are made of: its activations, one block at a time, and the model's weights."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Literal, Protocol, runtime_checkable

import torch
from einops import einsum, rearrange
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.errors import HookNameError, InputError
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.positions import Positions, check_is_token, take

Stack = Float[Tensor, "component *batch_pos d_model"]


@runtime_checkable
class HasWeights(Protocol):
    """What decompositions read of a model: its decoder, its unembedding (``W_U``) and, for words, its tokens."""

    @property
    def cfg(self) -> DecoderConfig: ...  # noqa: D102
    @property
    def lm(self) -> Any: ...  # noqa: D102
    def to_single_token(self, text: str) -> int: ...  # noqa: D102
    def __getattr__(self, name: str) -> Any: ...  # W_U: looking for it would read a weight that may be offloaded


class Parts:
    """Reads the parts of the residual stream from a cache."""

    _model: HasWeights | None
    __getitem__: Callable[[Any], Tensor]
    __contains__: Callable[[Any], bool]
    values: Callable[[], Iterable[Tensor]]

    @property
    def _visual(self) -> Tensor | None:
        raise NotImplementedError

    @property
    def _skipped(self) -> frozenset[int]:
        raise NotImplementedError

    def _ran(self, n_layers: int) -> list[int]:
        """The first blocks, without those that the pass left out."""
        return [layer for layer in range(n_layers) if layer not in self._skipped]

    @property
    def tokens(self) -> dict[str, Tensor]:
        """Which positions are tokens rather than padding, by name of the axis of positions."""
        raise NotImplementedError

    @property
    def _weights(self) -> HasWeights:
        if self._model is None:
            raise InputError(
                "This cache does not know its model (it was loaded, copied, or made by hand), and decompositions need "
                "the model's weights: cache.attach(model)."
            )
        return self._model

    @property
    def _n_layers(self) -> int:
        return self._weights.cfg.n_layers

    def _depth(self, layer: int | None, *, mlp_input: bool = False) -> int:
        n_layers = self._n_layers
        depth = n_layers if layer is None or layer == -1 else layer
        if not 0 <= depth <= n_layers - mlp_input:
            raise InputError(
                f"layer={layer}{' with mlp_input' if mlp_input else ''}: expected a block from 0 to {n_layers - 1}"
                f"{'' if mlp_input else f', or {n_layers}, None or -1 for the input of the final norm'}."
            )
        return depth

    def _extent(self, layer: int | None, *, mlp_input: bool) -> tuple[int, int]:
        """How many MLPs and how many attentions wrote to the stream in front of a block, or that its MLP reads."""
        depth = self._depth(layer, mlp_input=mlp_input)
        return depth, depth + (mlp_input and not self._weights.cfg.parallel)

    def _need(self, names: Iterable[str]) -> None:
        """Checks that activations were cached."""
        names = list(names)
        missing = [name for name in names if name not in self]
        if missing:
            patterns = list(dict.fromkeys(re.sub(r"\.\d+\.", ".*.", name) for name in names))
            raise HookNameError(
                f"{len(missing)} of the {len(names)} activations that this needs were not cached: "
                f"{', '.join(missing[:6])}{', ...' if len(missing) > 6 else ''}. Cache them with "
                f"model.run_with_cache(inputs, {patterns!r}), or leave the names out to cache everything."
            )

    @property
    def _home(self) -> torch.device:
        """Where parts are put together: a model over several devices leaves each activation where it was computed."""
        return next(iter(self.values())).device

    def _at(self, name: str, positions: Positions, axis: int = -2) -> Tensor:
        check_is_token(positions, self.tokens.get("pos"))
        return take(self[name], positions, axis).to(self._home)

    def _scale(self, layer: int, part: Literal["attn", "mlp"], positions: Positions) -> Tensor | None:
        """What the norm behind attention or an MLP divided by; None where there is none."""
        needs = self._weights.lm.blocks[layer].outlet(part).needs
        return self._at(needs[0], positions) if needs else None

    def _outlets(self, part: Literal["attn", "mlp"], n_layers: int) -> list[str]:
        """The activations that say how what the first blocks compute gets into the stream."""
        return [name for nth in self._ran(n_layers) for name in self._weights.lm.blocks[nth].outlet(part).needs]

    def _head_source(self, layer: int) -> str:
        mixer = self._weights.lm.blocks[layer].mixer
        return mixer.hook_result.name if mixer.hook_result.name in self else mixer.hook_z.name

    def _carried(self, x: Tensor, layer: int, depth: int) -> Tensor:
        """What was added to the stream within block ``layer``, as it is in front of block ``depth``."""
        share = self._weights.lm.carried(layer, depth)
        return x if share is None else x * share.to(x)

    def _head_results(self, layer: int, positions: Positions) -> Float[Tensor, "head *batch_pos d_model"]:
        source, block = self._at(self._head_source(layer), positions, axis=-3), self._weights.lm.blocks[layer]
        if not self._head_source(layer).endswith("hook_result"):
            weight = block.mixer.W_O.to(source)
            source = einsum(source, weight, "... head d_head, head d_head d_model -> ... head d_model")
        return block.outlet("attn").linear(source.movedim(-2, 0), self._scale(layer, "attn", positions))

    def _neuron_source(self, layer: int) -> list[str]:
        mlp = self._weights.lm.blocks[layer].mlp
        inner = mlp.experts_outlet.needs if self._weights.cfg.has_experts(layer) else []
        return [*(point.name for point in mlp.written_at), *inner]

    def _expert_results(self, layer: int, positions: Positions) -> tuple[Stack, list[str]]:
        """What each expert of a mixture wrote, and the shared one."""
        block = self._weights.lm.blocks[layer]
        mlp, inner = block.mlp, block.mlp.experts_outlet

        def read(point: HookPoint) -> Tensor:
            return self._at(point.name, positions, axis=point.position_axis - len(point.axes))

        parts = mlp.by_each(read, lambda written: written)
        parts = inner.linear(parts, self._at(inner.needs[0], positions) if inner.needs else None)
        labels = [f"L{layer}E{expert}" for expert in range(len(parts))]
        if mlp.has_shared:
            shared = self._at(mlp.hook_shared_out.name, positions)
            parts, labels = torch.cat([parts, shared[None].to(parts)]), [*labels, f"L{layer}S"]
        return block.outlet("mlp").linear(parts, self._scale(layer, "mlp", positions)), labels

    def _neuron_results(self, layer: int, neurons: Tensor, positions: Positions) -> Stack:
        post = self._at(f"lm.blocks.{layer}.mlp.hook_post", positions)
        block = self._weights.lm.blocks[layer]
        weight = block.mlp.W_out
        rows = weight[neurons.to(weight.device)].to(post)
        activity = rearrange(post[..., neurons.to(post.device)], "... neuron -> neuron ... 1")
        writes = activity * rows.reshape(len(neurons), *[1] * (post.ndim - 1), -1)
        return block.outlet("mlp").linear(writes, self._scale(layer, "mlp", positions))

    def _embeds(self, positions: Positions, depth: int) -> dict[str, Tensor]:
        """What block 0 received, as it is before block ``depth``: token embeddings, and features in their places."""
        embed, visual = self._carried(self._at("lm.hook_embed", positions), 0, depth), self._visual
        if visual is None:
            raise InputError(
                "It is not known where image features stand in this cache: its pass was given embeddings in place of "
                "token ids, or it was made by hand. Set cache.steps[0].visual to a mask [batch pos] of those positions."
            )
        is_image = take(visual, positions, -1)[..., None].to(embed.device)
        zero = torch.zeros((), dtype=embed.dtype, device=embed.device)
        return {"embed": torch.where(is_image, zero, embed), "image_embed": torch.where(is_image, embed, zero)}

    def _has_deepstack(self, layer: int) -> bool:
        """Whether deepstack added something after this block: passes without image features have none."""
        if layer not in self._weights.cfg.deepstack_layers:
            return False
        return f"lm.blocks.{layer}.hook_deepstack" in self or self._visual is None or bool(self._visual.any())

    def _added_whole(self, depth: int) -> dict[str, str]:
        """What the first blocks add beside attention and MLP, by label: names of activations."""
        names = {}
        for nth in range(depth):
            if self._weights.cfg.per_layer is not None:
                names[f"{nth}_per_layer_out"] = f"lm.blocks.{nth}.hook_per_layer_out"
            if self._has_deepstack(nth):
                names[f"{nth}_deepstack"] = f"lm.blocks.{nth}.hook_deepstack"
        return names

    def _bias(self, n_attn: int, n_mlp: int, depth: int, positions: Positions) -> Float[Tensor, "*batch_pos d_model"]:
        """The sum of the biases that the first blocks add to the stream, as they are in front of block ``depth``."""
        embed = self["lm.hook_embed"]
        total = torch.zeros(embed.shape[-1], dtype=embed.dtype, device=self._home)
        parts: list[tuple[int, Literal["attn", "mlp"]]] = [(layer, "attn") for layer in self._ran(n_attn)]
        parts.extend((layer, "mlp") for layer in self._ran(n_mlp))
        for layer, part in parts:
            block = self._weights.lm.blocks[layer]
            outlet, bias = block.outlet(part), block.mixer.b_O if part == "attn" else block.mlp.b_out
            added = outlet.linear(bias.to(total), self._scale(layer, part, positions))
            added = added if outlet.constant is None else added + outlet.constant.to(total)
            total = total + self._carried(added, layer, depth)
        return total
