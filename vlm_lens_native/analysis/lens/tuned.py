"""The tuned lens: an affine translator for each layer, so that the model's own unembedding reads it better.

Source: Belrose et al., "Eliciting Latent Predictions from Transformers with the Tuned Lens" (2023): translators are
trained to bring the lens's distribution to the model's own, by the KL divergence between them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import torch
from jaxtyping import Float
from torch import Tensor, nn

from vlm_lens_native.analysis.lens.unembedding import CHUNK_BYTES, chunks, lens_logits
from vlm_lens_native.analysis.stream import EMBED, StreamLayer, StreamLayers, stream_hook, stream_layers
from vlm_lens_native.encoded import Inputs
from vlm_lens_native.errors import InputError
from vlm_lens_native.files import load_tensors, save_tensors
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.inputs import Selection, TokenLayout
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.stopping import Stoppable

Choice = Callable[[TokenLayout], Selection]


class TunedLens:
    """An affine map of the residual stream for each layer but the last, in float32.

    ``logit_lens(model, inputs, tuned=lens)`` reads ``weight @ stream + bias`` in the place of the stream. A new one is
    the identity, and reads what a plain logit lens reads.

    Args:
        n_layers: Blocks of the model.
        d_model: Width of its residual stream.
        d_vocab: Size of its vocabulary.
        layers: ``"embed"`` and numbers of blocks; None takes all but the last block.

    Attributes:
        layers: The layers, in the order of the model.
        translators: For each of them the map, with ``weight [d_model d_model]`` and ``bias [d_model]``.
        n_steps: Steps that it was trained for.
    """

    def __init__(self, *, n_layers: int, d_model: int, d_vocab: int, layers: StreamLayers | None = None) -> None:
        self.layers = stream_layers([EMBED, *range(n_layers - 1)] if layers is None else layers, n_layers)
        if n_layers - 1 in self.layers:
            raise InputError(
                f"Block {n_layers - 1} is the last: what a lens reads there is the model's own, without a translator."
            )
        self.shape = {"n_layers": n_layers, "d_model": d_model, "d_vocab": d_vocab}
        self.n_steps = 0
        self.translators = [_identity(d_model) for _ in self.layers]

    @classmethod
    def identity(cls, model: HookedVLMTransformer, *, layers: StreamLayers | None = None) -> TunedLens:
        """An untrained one for a model, on its device."""
        cfg = model.cfg
        new = cls(n_layers=cfg.n_layers, d_model=cfg.d_model, d_vocab=cfg.d_vocab, layers=layers)
        return new.to(model.device)

    def to(self, device: torch.device | str) -> TunedLens:
        """Moves it to a device, in place; returns it."""
        for translator in self.translators:
            translator.to(device)
        return self

    def check(self, model: HookedVLMTransformer, layers: Iterable[StreamLayer] = ()) -> None:
        """Raises an InputError unless it fits a model, and has translators for these layers (the last needs none)."""
        wrong = {name: size for name, size in self.shape.items() if getattr(model.cfg, name) != size}
        if wrong:
            expected = {name: getattr(model.cfg, name) for name in wrong}
            raise InputError(f"This tuned lens was made for a model with {wrong}, but the model has {expected}.")
        missing = [layer for layer in layers if layer not in (*self.layers, self._last)]
        if missing:
            raise InputError(
                f"This tuned lens has no translator for {missing[0]!r}; it has {', '.join(map(str, self.layers))}. "
                "Choose layers= among them, or train one for it."
            )

    def translate(self, resid: Float[Tensor, "*pos d_model"], layer: StreamLayer) -> Float[Tensor, "*pos d_model"]:
        """The stream of a layer as the unembedding reads it best, in its own dtype; that of the last block as it is."""
        if layer == self._last:
            return resid
        translator = self.translators[self.layers.index(layer)]
        weight, bias = translator.weight.to(resid.device), translator.bias.to(resid.device)
        return nn.functional.linear(resid.float(), weight, bias).to(resid.dtype)

    @property
    def _last(self) -> int:
        return self.shape["n_layers"] - 1

    # --- training --------------------------------------------------------------------------------------------------

    def train(
        self,
        model: HookedVLMTransformer,
        batches: Iterable[Inputs],
        *,
        steps: int,
        lr: float = 1e-3,
        positions: Choice | None = None,
        chunk_bytes: int = CHUNK_BYTES,
    ) -> Float[Tensor, "step layer"]:
        """Trains the translators, in place, to bring each layer's distribution to the model's own.

        The model stays as it is. Adam, with a rate that falls linearly to 0. Ctrl-C ends the training: the translators
        keep what they have learnt, `n_steps` counts what was done, and a warning says so.

        Args:
            model: The model.
            batches: Inputs such as ``model.prepare_*`` makes, one a step; gone through again if there are fewer than
                ``steps``.
            steps: Number of steps.
            lr: The rate of the first step.
            positions: From a layout to the positions to learn from, such as ``lambda layout: layout.images``; None
                takes every token.
            chunk_bytes: Size of the float32 logits that are computed at one time.

        Returns:
            ``KL(model || lens)`` in nats before each step, by layer: the mean over positions.

        Raises:
            InputError: A model of another shape, inputs without such positions, or batches that ran out and can't be
                gone through again.
        """
        self.check(model)
        parameters = [parameter for each in self.translators for parameter in each.parameters()]
        optimizer = torch.optim.Adam(parameters, lr=lr)
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / steps)
        history: list[Tensor] = []
        try:
            for parameter in parameters:
                parameter.requires_grad_()
            with Stoppable("Tuned lens", steps, unit="step") as work:
                for inputs in _endless(batches, steps):
                    optimizer.zero_grad()
                    losses = self._backward(model, inputs, positions, chunk_bytes)
                    optimizer.step()
                    schedule.step()
                    history.append(losses)
                    self.n_steps += 1
                    work.done()
        finally:
            for parameter in parameters:
                parameter.requires_grad_(False).grad = None
        return torch.stack(history) if history else torch.zeros(0, len(self.layers))

    def _backward(
        self, model: HookedVLMTransformer, inputs: Inputs, positions: Choice | None, chunk_bytes: int
    ) -> Float[Tensor, " layer"]:
        """Puts the gradients of the loss into the translators, a few positions at a time; returns each layer's loss."""
        streams = _streams(model, inputs, (*self.layers, self._last), positions)
        n_pos = len(streams[self._last])
        losses = torch.zeros(len(self.layers))
        for rows in chunks(n_pos, model.cfg.d_vocab, chunk_bytes):
            with torch.no_grad():
                final = lens_logits(model, streams[self._last][None, rows])[0].float().log_softmax(-1)
            for nth, layer in enumerate(self.layers):
                with torch.enable_grad():
                    translated = self.translate(streams[layer][rows], layer)
                    logprobs = lens_logits(model, translated[None])[0].float().log_softmax(-1)
                    loss = nn.functional.kl_div(logprobs, final, reduction="sum", log_target=True) / n_pos
                    loss.backward(inputs=list(self.translators[nth].parameters()))  # not the model's, if unfrozen
                losses[nth] += loss.detach().cpu()
        return losses

    # --- files -----------------------------------------------------------------------------------------------------

    def save(self, path: str | Path) -> None:
        """Writes the translators to a safetensors file; ``TunedLens.load`` reads them back."""
        tensors = {
            f"{layer}.{name}": parameter.detach().cpu().contiguous()
            for layer, translator in zip(self.layers, self.translators, strict=True)
            for name, parameter in translator.named_parameters()
        }
        settings = {**self.shape, "layers": self.layers, "n_steps": self.n_steps}
        save_tensors(path, tensors, writer="TunedLens", settings=json.dumps(settings))

    @classmethod
    def load(cls, path: str | Path, *, device: torch.device | str = "cpu") -> TunedLens:
        """Reads a tuned lens that ``save`` wrote.

        Raises:
            InputError: The file is something else, or its tensors have other shapes than it says.
        """
        tensors, metadata = load_tensors(path, writer="TunedLens", device=device)
        settings = json.loads(metadata["settings"])
        n_steps = settings.pop("n_steps")
        lens = cls(**settings).to(device)
        lens.n_steps = n_steps
        expected = {f"{layer}.{name}" for layer in lens.layers for name in ("weight", "bias")}
        if tensors.keys() != expected:
            raise InputError(f"{path} holds {sorted(tensors)}, but its layers need {sorted(expected)}.")
        for layer, translator in zip(lens.layers, lens.translators, strict=True):
            for name, parameter in translator.named_parameters():
                given = tensors[f"{layer}.{name}"]
                if given.shape != parameter.shape:
                    raise InputError(f"{path}: {layer}.{name} is {list(given.shape)}, not {list(parameter.shape)}.")
                parameter.data = given
        return lens

    def __repr__(self) -> str:
        return f"TunedLens({len(self.layers)} translators for {self.shape}; {self.n_steps} steps)"


def _identity(d_model: int) -> nn.Linear:
    translator = nn.Linear(d_model, d_model).requires_grad_(False)
    translator.weight.copy_(torch.eye(d_model))
    translator.bias.zero_()
    return translator


def _streams(
    model: HookedVLMTransformer, inputs: Inputs, layers: Iterable[StreamLayer], positions: Choice | None
) -> dict[StreamLayer, Tensor]:
    """The streams ``[pos d_model]`` of all rows at the chosen positions."""
    layout = model.token_layout(inputs)
    chosen = layout.text | ~layout.text if positions is None else positions(layout)
    if len(chosen) == 0:
        raise InputError("positions= selects nothing in these inputs; a tuned lens learns from positions.")
    streams: dict[StreamLayer, Tensor] = {}
    by_hook = {stream_hook(layer): layer for layer in layers}

    def keep(resid: Tensor, hook: HookPoint) -> None:
        streams[by_hook[hook.name]] = resid[chosen.mask.to(resid.device)].detach()

    with torch.no_grad():
        hooks = [(name, keep) for name in by_hook]
        model.run_with_hooks(model.encode(inputs), fwd_hooks=hooks, stop_at_layer=model.cfg.n_layers, return_type=None)
    return streams


def _endless(batches: Iterable[Inputs], steps: int) -> Iterator[Inputs]:
    """So many batches, from the first again when they are through."""
    done = 0
    while done < steps:
        before = done
        for inputs in batches:
            yield inputs
            done += 1
            if done == steps:
                return
        if done == before:
            raise InputError(f"The batches ran out after {done} of {steps} steps; give a list, or enough of them.")
