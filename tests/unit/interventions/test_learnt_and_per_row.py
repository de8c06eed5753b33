"""Tensors given to interventions: they get their gradients, and a first axis is never taken for another one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from tests import models
from vlm_lens_native import InputError
from vlm_lens_native.interventions import (
    AddActivation,
    MeanAblation,
    PatchActivation,
    PatchHead,
    ProjectOut,
    ResampleAblation,
    ScaleActivation,
    SetAttentionMask,
)

RESID, Z, MASK = "lm.blocks.1.hook_resid_pre", "lm.blocks.1.attn.hook_z", "lm.blocks.1.attn.hook_mask"
D, D_HEAD, N_POS = 64, 16, 16

# what is made of a tensor [d_model] (or another shape), and where it acts
LEARNT: dict[str, tuple[tuple[int, ...], str, Callable[[Tensor], Any]]] = {
    "AddActivation": ((D,), RESID, lambda v: AddActivation(v, positions=[3, 4])),
    "AddActivation scale": ((), RESID, lambda v: AddActivation(torch.ones(D), scale=v)),
    "ScaleActivation": ((), RESID, lambda v: ScaleActivation(v)),
    "PatchActivation": ((2, D), RESID, lambda v: PatchActivation(v, positions=[3, 4], per_row=False)),
    "PatchActivation per row": ((2, D), RESID, lambda v: PatchActivation(v, positions=[3, 4], per_row=True)),
    "PatchHead": ((D_HEAD,), Z, lambda v: PatchHead(1, v)),
    "MeanAblation": ((D,), RESID, lambda v: MeanAblation(v, positions=[3, 4])),
    "MeanAblation of runs": ((3, N_POS, D), RESID, lambda v: MeanAblation(v, positions=[3, 4])),
    "ResampleAblation": ((3, N_POS, D), RESID, lambda v: ResampleAblation(v, positions=[3, 4])),
    "ProjectOut": ((D,), RESID, lambda v: ProjectOut(v)),
    "ProjectOut of equal lengths": ((3, D), RESID, lambda v: ProjectOut(v / v.norm(dim=1, keepdim=True))),
    "ProjectOut per row": ((2, D), RESID, lambda v: ProjectOut(v, per_row=True)),
    "SetAttentionMask": ((N_POS, N_POS), MASK, lambda v: SetAttentionMask(_causal(v))),
}


def _causal(v: Tensor) -> Tensor:
    return v.masked_fill(torch.ones(N_POS, N_POS, dtype=torch.bool).triu(1), torch.finfo(v.dtype).min)


def drawn(*shape: int, seed: int = 3) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


@pytest.fixture(scope="module")
def model() -> Any:
    return models.fresh("llava").double()


@pytest.fixture(scope="module")
def inputs(model) -> Any:
    inputs = models.level("llava")
    return model.encode(inputs | {"pixel_values": inputs["pixel_values"].double()})


@pytest.mark.parametrize("name", LEARNT)
def test_a_learnt_tensor_gets_the_gradient_that_finite_differences_show(model, name: str) -> None:
    shape, point, make = LEARNT[name]
    value, along = drawn(*shape).double() * 0.5 + 1, drawn(*shape, seed=5).double()
    activation = {RESID: (2, N_POS, D), Z: (2, N_POS, 4, D_HEAD), MASK: (2, 1, N_POS, N_POS)}[point]
    x, weights = drawn(*activation, seed=6).double(), drawn(*activation, seed=7).double()

    def loss(v: Tensor) -> Tensor:
        return (make(v)(x, model.hook_dict[point]).tanh() * weights).sum()

    learnt = value.clone().requires_grad_()
    loss(learnt).backward()
    assert learnt.grad is not None
    step = 1e-5
    expected = (loss(value + step * along) - loss(value - step * along)) / (2 * step)
    torch.testing.assert_close((learnt.grad * along).sum(), expected, rtol=1e-6, atol=1e-9)
    assert expected.abs() > 1e-3


def test_a_direction_that_is_being_trained_is_read_anew_in_every_pass(model, inputs) -> None:
    direction = drawn(D).double().requires_grad_()
    hook = ProjectOut(direction)
    first = model.run_with_hooks(inputs, [(RESID, hook)])
    first.sum().backward()
    with torch.no_grad():
        direction.copy_(drawn(D, seed=7))
    second = model.run_with_hooks(inputs, [(RESID, hook)])
    second.sum().backward()
    assert torch.equal(second, model.run_with_hooks(inputs, [(RESID, ProjectOut(direction))]))
    fixed = drawn(D).double()
    hook = ProjectOut(fixed)
    assert torch.equal(model.run_with_hooks(inputs, [(RESID, hook)]), first)
    fixed.copy_(direction.detach())
    torch.testing.assert_close(model.run_with_hooks(inputs, [(RESID, hook)]), second.detach())


def test_learnt_directions_that_depend_on_each_other_raise(model, inputs) -> None:
    direction = drawn(D).double().requires_grad_()
    with pytest.raises(InputError, match="depend on each other"):
        model.run_with_hooks(inputs, [(RESID, ProjectOut(torch.stack([direction, 2 * direction, drawn(D)])))])


@pytest.mark.parametrize("make", [AddActivation, PatchActivation, MeanAblation, ProjectOut], ids=lambda it: it.__name__)
def test_a_first_axis_that_could_be_rows_has_to_be_said(model, inputs, make: Any) -> None:
    value = drawn(2, D).double()  # of two rows, or for two positions (two directions)
    point = model.hook_dict[RESID]
    x = drawn(2, N_POS, D, seed=6).double()
    with pytest.raises(InputError, match="per_row"):
        make(value, positions=[3, 4])(x, point)
    per_row, shared = (make(value, positions=[3, 4], per_row=each)(x, point) for each in (True, False))
    assert not torch.equal(per_row, shared)
    for row in (0, 1):
        own = make(value[row], positions=[3, 4])(x[row : row + 1], point)
        torch.testing.assert_close(per_row[row : row + 1], own, rtol=0, atol=1e-12)
    if make is not ProjectOut:
        one_by_one = [make(value[nth], positions=3 + nth) for nth in (0, 1)]
        assert torch.equal(shared, one_by_one[1](one_by_one[0](x, point), point))


def test_values_for_each_row_need_a_row_for_each(model, inputs) -> None:
    for make in (AddActivation, PatchActivation, ProjectOut):
        with pytest.raises(InputError, match="rows"):
            model.run_with_hooks(inputs, [(RESID, make(drawn(3, D).double(), per_row=True))])
