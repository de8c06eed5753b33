"""The lens reads what HF's own norm and head say, once, at every layer."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
import torch

from vlm_lens_native import InputError
from vlm_lens_native.analysis import LogitLens, Word, lens_logits, logit_lens

FIELDS = ("top_ids", "top_probs", "entropy", "kl", "word_probs", "word_ranks")


@pytest.fixture
def hf_logits(hf, inputs):
    """HF's head on HF's norm of each stream, with deepstack put where the stream gets it; HF norms the last itself."""
    norm, states = hf.get_decoder().norm, []
    handles = [
        layer.register_forward_pre_hook(
            lambda _, args, kwargs: states.append(args[0] if args else kwargs["hidden_states"]), with_kwargs=True
        )
        for layer in hf.get_decoder().layers
    ]
    try:
        with torch.no_grad():
            last = hf(**inputs).logits[0]
            return [*(hf.lm_head(norm(state))[0] for state in states), last]
    finally:
        for handle in handles:
            handle.remove()


def assert_same(one: LogitLens, other: LogitLens, **tolerance: float) -> None:
    assert (one.layers, one.words, one.strings) == (other.layers, other.words, other.strings)
    assert torch.equal(one.positions, other.positions)
    for name in FIELDS:
        torch.testing.assert_close(getattr(one, name), getattr(other, name), **tolerance or {"rtol": 0, "atol": 0})


def test_logits_equal_hf_at_every_layer(model, inputs, hf_logits):
    logits, cache = model.run_with_cache(inputs, ["lm.hook_embed", "lm.blocks.*.hook_resid_post"])
    streams = [cache["lm.hook_embed"], *(cache["resid_post", layer] for layer in range(model.cfg.n_layers))]
    for stream, expected in zip(streams, hf_logits, strict=True):
        assert torch.equal(lens_logits(model, stream)[0], expected)
    assert torch.equal(lens_logits(model, streams[-1]), logits)


def test_what_it_reads_equals_hf_at_every_layer(model, inputs, hf_logits):
    lens = logit_lens(model, inputs, top_k=5, words=["red", "blue"])
    assert lens.layers == ("embed", *range(model.cfg.n_layers))
    final = hf_logits[-1].log_softmax(-1)
    for layer, logits in enumerate(hf_logits):
        logprobs = logits.log_softmax(-1)
        assert torch.equal(lens.top_ids[layer], logits.topk(5).indices)
        assert torch.equal(lens.top_probs[layer], logprobs.topk(5).values.exp())
        torch.testing.assert_close(lens.entropy[layer], -(logprobs.exp() * logprobs).sum(-1), rtol=1e-5, atol=1e-5)
        kl = torch.nn.functional.kl_div(logprobs, final, log_target=True, reduction="none").sum(-1)
        torch.testing.assert_close(lens.kl[layer], kl, rtol=1e-5, atol=1e-5)
    assert (lens.kl[:-1] > 0.01).all()
    assert (lens.kl[-1] == 0).all()


def test_top_tokens_and_ranks_by_brute_force(model, inputs, hf_logits):
    lens = logit_lens(model, inputs, layers=[2], top_k=3, words=["red"], chunk_bytes=1)
    for position, logits in enumerate(hf_logits[3]):
        order = sorted(range(len(logits)), key=lambda token: -float(logits[token]))
        assert lens.top_ids[0, position].tolist() == order[:3]
        best = min(order.index(token) for token in lens.words[0].token_ids)
        assert lens.word_ranks[0, position, 0] == best + 1
        probs = logits.softmax(-1)
        assert float(lens.word_probs[0, position, 0]) == pytest.approx(
            sum(float(probs[token]) for token in lens.words[0].token_ids), rel=1e-4
        )


def test_every_way_to_read_reads_the_same(model, inputs):
    chosen = {"layers": ["embed", 1, 4], "words": ["red", "5"], "positions": [0, -1, 7, 20, 21]}
    chunk_bytes = 2 * 4 * model.cfg.d_vocab  # two positions
    lens = logit_lens(model, inputs, **chosen)
    _, cache = model.run_with_cache(inputs, ["lm.hook_embed", "lm.blocks.*.hook_resid_post"])
    _, cut = model.run_with_cache(inputs, "lm.blocks.*.hook_resid_p*", positions=chosen["positions"])
    assert_same(lens, logit_lens(model, inputs, **chosen, keep="nothing"))
    assert_same(lens, logit_lens(model, inputs, **chosen, cache=cache))
    assert_same(lens, logit_lens(model, inputs, **chosen, cache=cut.remove_batch_dim()))
    close = {"rtol": 1e-4, "atol": 1e-5}
    assert_same(lens, logit_lens(model, inputs, **chosen, chunk_bytes=chunk_bytes), **close)
    assert_same(lens, logit_lens(model, inputs, **chosen, chunk_bytes=chunk_bytes, keep="nothing"), **close)


@pytest.mark.parametrize("name", ["toy-llava"])
def test_a_cache_is_not_computed_again(model, inputs, monkeypatch):
    _, cache = model.run_with_cache(inputs, "lm.blocks.*.hook_resid_post")
    monkeypatch.setattr(type(model.lm), "run", lambda *_, **__: pytest.fail("the model ran"))
    logit_lens(model, inputs, layers=[1], cache=cache)


def test_layers_and_positions_are_those_asked_for(model, inputs):
    layout = model.token_layout(inputs)
    lens = logit_lens(model, inputs, layers=[-1, "embed", 1], positions=layout.images, words=["red"])
    everything = logit_lens(model, inputs, words=["red"])
    assert lens.layers == ("embed", 1, model.cfg.n_layers - 1)
    assert torch.equal(lens.positions, layout.images.indices())
    rows = torch.tensor([0, 2, model.cfg.n_layers])
    torch.testing.assert_close(lens.word_probs, everything.word_probs[rows][:, lens.positions])


@pytest.mark.parametrize("name", ["toy-llava"])
def test_positions_in_every_form(model, inputs):
    n_pos = model.token_layout(inputs).table.kind.shape[1]
    mask = torch.zeros(n_pos, dtype=torch.bool)
    mask[[3, 5]] = True
    forms = {"slice": slice(3, 6, 2), "list": [3, 5], "tensor": torch.tensor([3, 5]), "mask": mask}
    read = {name: logit_lens(model, inputs, layers=[0], positions=positions) for name, positions in forms.items()}
    assert read["list"].positions.tolist() == [3, 5]
    for lens in read.values():
        assert_same(lens, read["list"])
    assert logit_lens(model, inputs, layers=[0], positions=3).positions.tolist() == [3]


def test_a_padded_row_reads_as_if_alone(model, scene):
    tasks = ["What colour is the square?", "How many red circles are there?"]
    batch = model.prepare_messages_batch(tasks, [scene.image, scene.recoloured(0, "yellow").image])
    padding = [int((batch["attention_mask"][row] == 0).sum()) for row in (0, 1)]
    assert sorted(map(bool, padding)) == [False, True]
    row = padding.index(max(padding))
    images = [scene.image, scene.recoloured(0, "yellow").image]
    alone = logit_lens(model, model.prepare_messages(tasks[row], images[row]), words=["red"])
    lens = logit_lens(model, batch, words=["red"], batch=row)
    assert torch.equal(lens.positions - padding[row], alone.positions)
    torch.testing.assert_close(lens.word_probs, alone.word_probs, rtol=1e-3, atol=1e-5)
    torch.testing.assert_close(lens.kl, alone.kl, rtol=1e-3, atol=1e-4)
    with pytest.raises(InputError, match="padding"):
        logit_lens(model, batch, positions=[0], batch=row)


def test_all_rows_are_read_and_each_is_that_of_its_row_alone(model, scene, tmp_path):
    tasks = ["What colour is the square?", "How many red circles are there?"]
    batch = model.prepare_messages_batch(tasks, [scene.image, scene.recoloured(0, "yellow").image])
    _, cache = model.run_with_cache(batch, ["lm.hook_embed", "lm.*.hook_resid_post"])
    last = model.token_layout(batch).last
    kept = model.run_with_cache(batch, ["lm.hook_embed", "lm.*.hook_resid_post"], positions=last)[1]
    lens = logit_lens(model, batch, words=["red"])
    for other in (
        logit_lens(model, batch, words=["red"], cache=cache),
        logit_lens(model, batch, words=["red"], keep="nothing"),
        LogitLens.load(saved(lens, tmp_path)),
    ):
        for name in ("positions", "rows", "top_ids"):
            assert torch.equal(getattr(other, name), getattr(lens, name))
        torch.testing.assert_close(other.word_probs, lens.word_probs)
    for row in (0, 1):
        own = logit_lens(model, batch, words=["red"], batch=row)
        assert own.rows.unique().tolist() == [row]
        assert_same(replace(lens.of_row(row), strings=own.strings), own)
    table = lens.to_dataframe()
    assert set(table["batch"]) == {0, 1} == set(lens.words_to_dataframe()["batch"])
    assert len(table) == len(lens.layers) * int(batch["attention_mask"].sum()) * 10
    assert set(lens.search("red", top=50)["batch"]) == {0, 1}
    at_last = logit_lens(model, batch, positions=last, cache=kept)
    assert_same(at_last, logit_lens(model, batch, positions=last))
    assert at_last.rows.tolist() == [0, 1]
    assert lens.plot().axes
    assert "0: " in lens._repr_html_()
    for several in (lambda: lens.map("red"), lambda: lens.save_page(tmp_path / "page.html")):
        with pytest.raises(InputError, match=r"of_row\(0\)"):
            several()
    assert lens.of_row(1).map("red")[0].shape == scene.image.size[::-1]
    with pytest.raises(InputError, match="No position of row 2"):
        lens.of_row(2)


def saved(lens, folder):
    lens.save(folder / "lens.safetensors")
    return folder / "lens.safetensors"


def test_it_sees_what_active_hooks_do(model, inputs):
    with model.hooks(fwd_hooks=[("lm.blocks.2.hook_resid_post", lambda x, hook: torch.zeros_like(x))]):
        lens = logit_lens(model, inputs, layers=[1, 2])
    assert lens.entropy[0].std() > 1e-3
    torch.testing.assert_close(lens.entropy[1], torch.full_like(lens.entropy[1], math.log(model.cfg.d_vocab)))


@pytest.mark.parametrize("name", ["toy-llava"])
@pytest.mark.parametrize(("keep", "layers", "n_pos"), [("positions", 7, 4), ("nothing", 2, 6)])
def test_what_was_read_before_an_interruption_is_kept(model, inputs, monkeypatch, keep, layers, n_pos):
    whole = logit_lens(model, inputs, positions=range(6))
    given, calls = type(model).unembed, []

    def unembed(self, resid):
        calls.append(resid)
        if len(calls) == 18:  # two positions at a time: in the third chunk, or in the third layer
            raise KeyboardInterrupt
        return given(self, resid)

    monkeypatch.setattr(type(model), "unembed", unembed)
    with pytest.warns(UserWarning, match="Logit lens was stopped"):
        lens = logit_lens(model, inputs, positions=range(6), keep=keep, chunk_bytes=2 * 4 * model.cfg.d_vocab)
    assert lens.layers == whole.layers[:layers]
    assert lens.positions.tolist() == list(range(n_pos))
    torch.testing.assert_close(lens.kl, whole.kl[:layers, :n_pos], rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("name", ["toy-llava"])
def test_an_interruption_before_anything_was_read_is_one(model, inputs, monkeypatch):
    monkeypatch.setattr(type(model), "unembed", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        logit_lens(model, inputs)


# --- what a lens answers -------------------------------------------------------------------------------------------


def test_a_map_paints_each_tokens_pixels(model, inputs, scene):
    layout = model.token_layout(inputs)
    lens = logit_lens(model, inputs, positions=layout.images, words=["red"])
    word_map = lens.map("red")
    painted = word_map[3]
    assert painted.shape == (112, 112)
    token = layout.positions(box=scene.objects[0].box)[0]  # tiles come before the global view
    x1, y1, x2, y2 = layout.table.box[0, token]
    value = lens.word_probs[4, lens.positions.tolist().index(int(token)), 0]
    assert painted[int((y1 + y2) / 2), int((x1 + x2) / 2)] == pytest.approx(float(value), rel=1e-6)
    lines = word_map.to_dataframe()
    line = lines[(lines.layer == 3) & (lines.position == int(token))].iloc[0]
    assert line.probability == pytest.approx(float(value), rel=1e-6)
    assert [line.x1, line.y1, line.x2, line.y2] == [x1, y1, x2, y2]
    assert len(word_map.plot(scene.image).axes) > model.cfg.n_layers
    np.testing.assert_array_equal(np.asarray(word_map)[4], painted)
    assert list(word_map) == ["embed", *range(model.cfg.n_layers)]


@pytest.mark.parametrize("name", ["toy-llava"])
def test_a_map_of_some_tokens_has_no_value_elsewhere(model, inputs):
    layout = model.token_layout(inputs)
    lens = logit_lens(model, inputs, positions=[*layout.images.indices()[:2].tolist(), -1], words=["red"])
    assert len(lens.map("red").positions) == 2
    assert 0 < np.isnan(lens.map("red")["embed"]).mean() < 1
    with pytest.raises(InputError, match="belongs to image 0"):
        logit_lens(model, inputs, positions=-1, words=["red"]).map("red")


def test_search_finds_a_word_at_any_rank_or_among_the_top(model, inputs):
    asked = logit_lens(model, inputs, words=["red"], top_k=4)
    every = asked.search("red", top=model.cfg.d_vocab)
    assert len(every) == asked.word_ranks.numel()
    assert every["rank"].is_monotonic_increasing
    first = every.iloc[0]
    ranks = asked.word_ranks[..., 0]
    assert first["rank"] == ranks.min()
    place = asked.layers.index(first["layer"]), asked.positions.tolist().index(first["position"])
    assert first["probability"] == asked.word_probs[..., 0][ranks == ranks.min()].max()
    assert ranks[place] == ranks.min()

    unasked = logit_lens(model, inputs, top_k=4)
    columns = ["layer", "position", "kind", "row", "column", "rank"]
    both = [lens.search("red").sort_values(["position", "rank"])[columns] for lens in (asked, unasked)]
    both = [sorted(map(tuple, frame.astype(str).to_numpy())) for frame in both]
    assert both[0] == both[1]
    assert len(both[0]) == int((ranks <= 4).sum())
    with pytest.raises(InputError, match="known only among the top 4"):
        unasked.search("red", top=5)
    assert unasked.search("no such word").empty
    for question in (lambda: asked.search(" "), lambda: asked.search("red", top=0)):
        with pytest.raises(InputError, match="search takes"):
            question()
    with pytest.raises(InputError, match="place among the top tokens"):
        asked.top_words(asked.layers[0], top=asked.top_ids.shape[-1])


def test_a_file_brings_it_back_whole(model, inputs, tmp_path):
    lens = logit_lens(model, inputs, words=["red", "five"], top_k=3)
    lens.save(tmp_path / "lens.safetensors")
    loaded = LogitLens.load(tmp_path / "lens.safetensors")
    assert_same(loaded, lens)
    np.testing.assert_array_equal(loaded.map("red")[2], lens.map("red")[2])
    assert loaded.search("red").equals(lens.search("red"))
    assert loaded.layout.to_dataframe().equals(lens.layout.to_dataframe())


@pytest.mark.parametrize("name", ["toy-llava"])
def test_another_file_is_an_error(model, inputs, tmp_path):
    (tmp_path / "text").write_text("no tensors here")
    _, cache = model.run_with_cache(inputs, "lm.hook_embed")
    cache.save(tmp_path / "cache")
    for name in ("text", "cache"):
        with pytest.raises(InputError, match=name):
            LogitLens.load(tmp_path / name)


@pytest.mark.parametrize("name", ["toy-llava"])
def test_tables_and_figures(model, inputs):
    lens = logit_lens(model, inputs, positions=[1, 2], top_k=2, words=["red"])
    assert len(lens.to_dataframe()) == len(lens.layers) * 2 * 2
    assert len(lens.words_to_dataframe()) == len(lens.layers) * 2
    assert lens.plot().axes
    assert lens.plot(position=2, top=2).axes
    with pytest.raises(InputError, match="was not read"):
        lens.plot(position=7)
    assert not logit_lens(model, inputs).plot().axes[0].texts  # no room for words


@pytest.mark.parametrize("name", ["toy-llava"])
def test_tokens_in_a_notebook_are_text(model, inputs):
    lens = logit_lens(model, inputs, words=["red"])
    hostile = dict.fromkeys(lens.strings, "<script>alert(1)</script>\"'&")
    object.__setattr__(lens, "strings", hostile)
    html = lens._repr_html_()
    assert "<script" not in html
    assert html.count("<td") == len(lens.layers) * 10
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("name", ["toy-llava"])
def test_one_word_is_a_word_and_not_its_letters(model, inputs):
    one, several = (logit_lens(model, inputs, layers=[1], words=words) for words in ("red", ["red"]))
    assert one.words == several.words
    assert torch.equal(one.word_probs, several.word_probs)


@pytest.mark.parametrize("name", ["toy-llava"])
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"layers": [6]}, "no layer 6: they are numbered 0 to 5"),
        ({"layers": []}, "chooses no layer"),
        ({"layers": ["embeds"]}, "'embed'"),
        ({"layers": ["vision.9"]}, "'vision.9'; the vision encoder has vision.0"),
        ({"words": ["zebra crossing"]}, "No single token spells"),
        ({"words": [-1]}, "no token -1"),
        ({"words": [1000]}, "no token 1000"),
        ({"words": ["red", Word(text="red", token_ids=(7,))]}, "called the same"),
        ({"top_k": 0}, "at least one"),
        ({"positions": [1000]}, "outside"),
        ({"batch": 1}, "There is no row 1"),
    ],
)
def test_what_does_not_exist_is_an_error(model, inputs, arguments, message):
    with pytest.raises(InputError, match=message):
        logit_lens(model, inputs, **arguments)


@pytest.mark.parametrize("name", ["toy-llava"])
@pytest.mark.parametrize(
    ("names", "arguments", "message"),
    [
        ("lm.blocks.*.hook_resid_post", {"layers": ["embed"]}, "no lm.blocks.0.hook_resid_pre or lm.hook_embed"),
        ("lm.blocks.1.hook_resid_post", {"layers": [1]}, "every lens needs the stream after the last block"),
        ("lm.*.hook_resid_post", {"layers": [1], "keep": "nothing"}, "kept already"),
        ("lm.*.hook_resid_post", {"layers": ["vision.0"], "positions": [5]}, "can't be read from a cache"),
    ],
    ids=["embed", "last", "nothing", "vision"],
)
def test_a_cache_that_does_not_serve_is_an_error(model, inputs, names, arguments, message):
    _, cache = model.run_with_cache(inputs, names)
    with pytest.raises(InputError, match=message):
        logit_lens(model, inputs, cache=cache, **arguments)


@pytest.mark.parametrize("name", ["toy-llava"])
def test_a_cache_of_other_positions_is_an_error(model, inputs):
    _, cache = model.run_with_cache(inputs, "lm.*.hook_resid_post", positions=[1, 2])
    with pytest.raises(InputError, match="holds 2 positions"):
        logit_lens(model, inputs, layers=[1], positions=[1, 2, 3], cache=cache)
