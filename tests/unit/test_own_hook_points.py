"""Hook points of a user's own modules work as any other, or are refused with the reason."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import torch
from torch import Tensor

from tests import models
from tests.analysis.patching.plain import METRIC, plain_loop
from vlm_lens_native import HookedVLMTransformer, HookError, InputError
from vlm_lens_native.analysis import interventions, patching
from vlm_lens_native.analysis.runs.memory import row_bytes
from vlm_lens_native.components import Attention, Block, GatedMLP
from vlm_lens_native.hooks import ForwardPass, HookPoint
from vlm_lens_native.shapes import Residual

POINTS = {
    "mlp.hook_act": "batch pos d_mlp",
    "attn.hook_gated": "batch pos head d_head",
    "attn.hook_kv_gate": "batch pos kv_head 1",
    "attn.hook_bias": "batch head pos key",
    "hook_entry": "batch pos d_model",
}


class OwnMLP(GatedMLP):
    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.hook_act = HookPoint("batch pos d_mlp")

    def forward(self, x: Residual, run: ForwardPass | None = None) -> Residual:
        x = self.hook_in(x, run)
        gate = self.hook_act(self.act(self.hook_pre(self.gate_proj(x), run)), run)
        return self.down_proj(self.hook_post(gate * self.hook_pre_linear(self.up_proj(x), run), run))


class OwnAttention(Attention):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hook_gated = HookPoint("batch pos head d_head")
        self.hook_kv_gate = HookPoint("batch pos kv_head 1")
        self.hook_bias = HookPoint("batch head pos key")

    def _attend(self, q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None, run: ForwardPass | None) -> Tensor:
        batch, heads, pos, _ = q.shape
        gate = self.hook_kv_gate(q.new_ones(batch, pos, k.shape[1], 1), run).mean()
        bias = self.hook_bias(q.new_zeros(batch, heads, pos, k.shape[2]), run)
        z = super()._attend(q, k, v, mask, run) * gate + bias.sum(-1).transpose(1, 2)[..., None]
        return self.hook_gated(z, run)


class OwnBlock(Block):
    def forward(self, resid: Residual, *args: Any, **kwargs: Any) -> Residual:
        run = next((each for each in (*args, *kwargs.values()) if isinstance(each, ForwardPass)), None)
        return super().forward(self.hook_entry(resid, run), *args, **kwargs)


@pytest.fixture
def own() -> HookedVLMTransformer:
    model = copy.deepcopy(models.model("llava", "sdpa"))
    for layer, block in enumerate(model.lm.blocks):
        replaced: list[tuple[str, Any]] = [
            ("mlp", OwnMLP(model.cfg)),
            ("attn", OwnAttention(model.cfg, model.lm.hf_config, layer=layer)),
        ]
        for name, module in replaced:
            module.load_state_dict(getattr(block, name).state_dict())
            setattr(block, name, module.requires_grad_(False).eval())
        block.__class__ = OwnBlock
        block.hook_entry = HookPoint("batch pos d_model", shared=True)
    model.find_hook_points()
    return model


@pytest.fixture
def given() -> Any:
    return models.inputs("llava")


def test_modules_put_in_have_the_turn_of_those_they_replace(own) -> None:
    names = [name for name in own.hook_names("lm.blocks.1.*") if not name.endswith("hook_entry")]
    plain = models.model("llava", "sdpa").hook_names("lm.blocks.1.*")
    assert [name for name in names if name.split(".", 3)[3] not in POINTS] == plain
    act = names.index("lm.blocks.1.mlp.hook_act")
    assert names.index("lm.blocks.1.ln2.hook_scale") < act < names.index("lm.blocks.1.hook_mlp_out")
    assert own.hook_dict["lm.blocks.1.mlp.hook_act"].layer == 1


@pytest.mark.parametrize("point", list(POINTS))
def test_they_are_hooked_cached_and_changed(point: str, own, given) -> None:
    name, axes = f"lm.blocks.1.{point}", tuple(POINTS[point].split())
    plain = own(given).logits
    assert torch.equal(plain, models.model("llava", "sdpa")(given).logits)
    logits, cache = own.run_with_cache(given, name)
    assert torch.equal(logits, plain)
    sizes = {"batch": len(plain), "pos": plain.shape[1], "key": plain.shape[1]}
    assert cache[name].shape == tuple(sizes.get(axis) or own.cfg.axis_size(axis) for axis in axes)
    kept = own.run_with_cache(given, name, positions=[1, 3])[1][name]
    assert torch.equal(kept, cache[name].index_select(axes.index("pos"), torch.tensor([1, 3])))
    change = interventions.AddActivation(torch.tensor(0.5), positions=[-2])
    assert not torch.equal(own.run_with_hooks(given, [(name, change)]), plain)
    if (axis := own.hook_dict[name].head_axis) is not None:
        zeroed = interventions.PatchActivation(torch.tensor(7.0), heads=[1])
        with own.hooks([(name, zeroed)]), own.caching(name) as changed:
            own(given)
        at_head, tokens = changed[name].select(axis, 1), given["attention_mask"].bool()
        assert (at_head[tokens] == 7.0).all()
        assert not (at_head[~tokens] == 7.0).any()  # padding
        assert torch.equal(changed[name].select(axis, 0), cache[name].select(axis, 0))


@pytest.mark.parametrize(("point", "width"), [("mlp.hook_act", "d_mlp"), ("hook_entry", "d_model")])
def test_memory_knows_their_width(point: str, width: str, own) -> None:
    row = {"n_new": 4, "n_keys": 4, "n_read": 1}
    more = row_bytes(own, kept=[f"lm.blocks.0.{point}"], **row) - row_bytes(own, **row)
    assert more == own.dtype.itemsize * 4 * own.cfg.axis_size(width)


def test_what_has_no_axes_or_several_places_is_refused(own) -> None:
    with pytest.raises(HookError, match="d_sae is no axis"):
        HookPoint("batch pos d_sae")
    with pytest.raises(HookError, match="begin as in"):
        HookPoint("pos d_model")
    own.lm.blocks[0].mlp = own.lm.blocks[1].mlp
    with pytest.raises(HookError, match="are one hook point"):
        own.find_hook_points()


def test_heads_are_those_that_a_point_declares(own) -> None:
    nodes = patching.nodes(own, "gated", layers=[0], heads="all")
    assert [node.head for node in nodes] == list(range(own.cfg.n_heads))
    kv = patching.nodes(own, "kv_gate", layers=[0], heads="all")
    assert len(kv) == own.cfg.n_key_value_heads
    with pytest.raises(InputError, match=r"has no heads; .*gated.* have"):
        patching.nodes(own, "act", layers=[0], heads="all")


@pytest.fixture
def other(given) -> Any:
    """The same prompts about other images."""
    return {**given, "pixel_values": -given["pixel_values"]}


@pytest.mark.parametrize("point", list(POINTS))
def test_sweeps_patch_them(point: str, own, given, other) -> None:
    layout = own.token_layout(given)
    groups = {"image": layout.images, "text": ~layout.images}
    found = patching.sweep(own, other, given, METRIC, hook=point, groups=groups, layers=[1])
    expected = plain_loop(own, given, other, [f"lm.blocks.1.{point}"], groups)
    torch.testing.assert_close(found.values, expected, rtol=1e-4, atol=1e-4)
    if own.hook_dict[f"lm.blocks.1.{point}"].head_axis is not None:
        found = patching.sweep(own, other, given, METRIC, hook=point, heads="all", layers=[1])
        tokens = {"all": layout.images | ~layout.images}
        expected = plain_loop(own, given, other, [f"lm.blocks.1.{point}"], tokens, heads=range(len(found.columns)))
        torch.testing.assert_close(found.values, expected, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("point", list(POINTS))
def test_paths_begin_at_them_or_it_is_said_why_not(point: str, own, given, other) -> None:
    name, layout = f"lm.blocks.1.{point}", own.token_layout(given)

    def patched(paths: str) -> Tensor:
        senders = patching.nodes(own, point, layers=[1])
        return patching.patch_paths(own, other, given, METRIC, senders=senders, paths=paths).values

    if POINTS[point].endswith(" 1"):
        with pytest.raises(InputError, match="no component of the model"):
            patched("all")
        return
    expected = plain_loop(own, given, other, [name], {"all": layout.images | ~layout.images})
    torch.testing.assert_close(patched("all"), expected[:, 0], rtol=1e-4, atol=1e-4)


def test_points_of_a_module_that_was_replaced_are_no_more(own, given) -> None:
    name = "lm.blocks.1.mlp.hook_act"
    own.add_hook(name, lambda x, hook: None)
    plain = GatedMLP(own.cfg)
    plain.load_state_dict(own.lm.blocks[1].mlp.state_dict())
    own.lm.blocks[1].mlp = plain
    for names in (name, "lm.blocks.*.mlp.hook_post"):
        with pytest.raises(HookError, match=r"was replaced.*find_hook_points"):
            own.run_with_cache(given, names)
    own.run_with_cache(given, "lm.blocks.1.hook_mlp_out")
    with pytest.raises(HookError, match="no hook point any more"):
        own.find_hook_points()
    own.reset_hooks()
    own.find_hook_points()
    assert name not in own.hook_names()
    assert "lm.blocks.1.mlp.hook_post" in own.run_with_cache(given, "lm.blocks.1.mlp.*")[1]
