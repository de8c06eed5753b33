"""How do vision-language models count? The five experiments of the Spectra paper's case study (its section 4).

1. Prevalence: at how many image tokens, at any layer, does the logit lens read the model's answer, and how does that
   rank among the numbers that it reads?
2. Register overlap: are those positions register tokens, norm outliers where the language model receives them?
3. Zero ablation: with those positions zeroed at the language model's input, at how many others does the answer show up?
4. Attention blocking: with the last position blind to them at all layers, does the answer change?
5. Patching: at which layers do image tokens, text tokens and the last 16 or 32 image tokens carry the count?

Images come from CountBench (a folder with images and a table, or the hub), else from the scenes of a toy.
"""

from __future__ import annotations

import argparse
import csv
import html
import io
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd
import PIL.Image
from tqdm import tqdm

from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native.analysis import find_word, logit_lens
from vlm_lens_native.analysis.patching import PatchingSweep, logit_difference, sweep
from vlm_lens_native.analysis.registers import find_registers
from vlm_lens_native.bundle import data_uri
from vlm_lens_native.inputs.words import spellings
from vlm_lens_native.interventions import BlockAttention, ZeroAblation, image_hooks
from vlm_lens_native.toys import TOYS
from vlm_lens_native.toys.questions import held_out

NUMBERS = tuple(str(number) for number in range(1, 10))
GROUPS = ["image", "text", "last 16 image tokens", "last 32 image tokens"]


@dataclass(frozen=True)
class Example:
    """An image, a question after a number, and the number, if it is known."""

    image: PIL.Image.Image
    question: str
    count: int | None


# --- data -------------------------------------------------------------------------------------------------------------


def toy_examples(model: HookedVLMTransformer, n: int, seed: int) -> list[Example]:
    """Scenes with 2 to 9 counted objects, as the toy knows them."""
    grid = model.process_image(held_out("count", 1, seed=0, grid=7)[0][0].image).grid_h
    found = []
    for scene, question in held_out("count", 4 * n, seed=seed, grid=min(grid, 8)):
        count = int(question.answer(scene))
        if count >= 2:
            found.append(Example(scene.image, question.text, count))
    return found[:n]


def folder_examples(folder: Path, n: int) -> list[Example]:
    """A local CountBench: ``counts.csv`` with columns ``file``, ``object`` and ``count``, beside the images.

    Raises:
        InputError: No such table, or one without these columns.
    """
    table = folder / "counts.csv"
    if not table.exists():
        raise InputError(f"{folder} has no counts.csv with columns file, object, count.")
    with table.open(newline="") as file:
        rows = list(csv.DictReader(file))
    if missing := {"file", "object", "count"} - set(rows[0] if rows else ()):
        raise InputError(f"{table} lacks the columns {', '.join(sorted(missing))}.")
    return [asked(PIL.Image.open(folder / row["file"]), row["object"], int(row["count"])) for row in rows[:n]]


def hub_examples(n: int) -> list[Example]:
    """CountBench from the hub (Paiss et al., 2023), by the package ``datasets``; captions name number and objects."""
    try:
        from datasets import load_dataset  # type: ignore[import-not-found]
    except ImportError as error:
        raise InputError("CountBench from the hub needs the package datasets; or give a folder with --data.") from error
    found = []
    for row in load_dataset("nielsr/countbench", split="train"):
        things = counted_things(row["text"])
        if row["image"] is not None and things is not None:
            found.append(asked(row["image"], things, int(row["number"])))
    return found[:n]


def counted_things(caption: str) -> str | None:
    """What a caption counts: the words behind its first number word, up to what ends the phrase."""
    number = "two|three|four|five|six|seven|eight|nine|ten"
    ends = r"on|in|with|at|for|from|by|of|and|isolated|against|over|under|standing|sitting"
    match = re.search(rf"\b(?:{number})\b\s+([\w' -]+?)(?=\s+(?:{ends})\b|[^\w' -]|$)", caption, re.IGNORECASE)
    return match[1].strip().lower() if match else None


def asked(image: PIL.Image.Image, thing: str, count: int) -> Example:
    question = f"How many {thing} are there in the image? Answer with just the number."
    return Example(image.convert("RGB"), question, count)


# --- experiments ------------------------------------------------------------------------------------------------------


def study(model: HookedVLMTransformer, examples: Sequence[Example], *, tops: Sequence[int]) -> pd.DataFrame:
    """Experiments 1 to 4: a line for each image and rule of reading. Ctrl-C goes on with what was done so far."""
    lines: list[dict[str, Any]] = []
    try:
        for example in tqdm(examples, desc="images"):
            lines += one_image(model, example, tops)
    except KeyboardInterrupt:
        if not lines:
            raise
    return pd.DataFrame(lines)


def one_image(model: HookedVLMTransformer, example: Example, tops: Sequence[int]) -> Iterator[dict[str, Any]]:
    inputs = model.prepare_messages(example.question, example.image)
    answer = said(model, inputs)
    known = {"count": example.count, "answer": answer, "is_number": answer in NUMBERS}
    if answer not in NUMBERS:
        yield from ({"top": top, **known} for top in tops)
        return
    layout, registers = model.token_layout(inputs), find_registers(model, inputs)
    with model.hooks(BlockAttention(from_=layout.last, to=layout.images).hooks(model)):
        known |= {"image_tokens": len(layout.images), "answer_blind": said(model, inputs)}
    for top in tops:
        numbers = numbers_read(model, inputs, top)
        frequency = Counter(number for read in numbers.values() for number in read)
        overlap = registers.overlap(list(numbers)).iloc[0]
        line = {
            "top": top,
            **known,
            "number_positions": len(numbers),
            "answer_positions": frequency[answer],
            "rank": 1 + sum(n > frequency[answer] for n in frequency.values()) if answer in frequency else None,
            "registers": overlap["registers"],
            "registers_at_numbers": overlap["both"],
            "number_positions_ablated": None,
            "answer_blocked": None,
        }
        if numbers:
            with model.hooks(image_hooks(model, ZeroAblation(positions=sorted(numbers)))):
                line["number_positions_ablated"] = len(set(numbers_read(model, inputs, top)) - set(numbers))
            with model.hooks(BlockAttention(from_=layout.last, to=sorted(numbers)).hooks(model)):
                line["answer_blocked"] = said(model, inputs)
        yield line


def said(model: HookedVLMTransformer, inputs: Any) -> str:
    """The number that the model begins its answer with."""
    ids = model.generate(inputs, max_new_tokens=2, do_sample=False)[0, inputs["input_ids"].shape[1] :]
    text = model.tokenizer.decode(ids, skip_special_tokens=True).strip()
    first = text.split()[0].strip(".,!") if text else ""
    spelled = {spelling: number for number in NUMBERS for spelling in spellings(number)}
    return spelled.get(first.lower(), first)


def numbers_read(model: HookedVLMTransformer, inputs: Any, top: int) -> dict[int, set[str]]:
    """The numbers among the lens's top tokens at some layer, at each image position that has one."""
    ids = {token: number for number in NUMBERS for token in find_word(model.tokenizer, number).token_ids}
    lens = logit_lens(model, inputs, positions=model.token_layout(inputs).images, top_k=top)
    found: dict[int, set[str]] = {}
    for nth, position in enumerate(lens.positions.tolist()):
        read = {ids[token] for token in lens.top_ids[:, nth].flatten().tolist() if token in ids}
        if read:
            found[position] = read
    return found


def patching(model: HookedVLMTransformer, examples: Sequence[Example]) -> PatchingSweep | None:
    """Experiment 5, on pairs of examples with one question, one length and different answers; None without pairs."""
    pairs, metrics = [], []
    by_question: dict[str, list[tuple[str, Any]]] = {}
    for example in examples:
        inputs = model.prepare_messages(example.question, example.image)
        by_question.setdefault(example.question, []).append((said(model, inputs), inputs))
    for answered in by_question.values():
        for (low, source), (high, target) in pairwise(answered):
            if low == high or low not in NUMBERS or high not in NUMBERS:
                continue
            if source["input_ids"].shape != target["input_ids"].shape:
                continue
            pairs.append((source, target))
            ids = [spoken(model, number) for number in (low, high)]
            metrics.append(logit_difference(*ids))
    if not pairs:
        return None
    return sweep(model, pairs, metric=metrics, groups=GROUPS, layers=None, deepstack="patched")


def spoken(model: HookedVLMTransformer, number: str) -> int:
    """The token by which the model begins this answer."""
    return find_word(model.tokenizer, number).token_ids[0]


# --- report -----------------------------------------------------------------------------------------------------------

PAPER = {
    "images whose answer the lens reads at some image token": "95 of 100",
    "of these, the answer is the number read most often": "83.2%",
    "mean rank of the answer among numbers": "1.24",
    "median rank": "1",
    "registers per image": "11.13",
    "positions per image where a number is read": "30.81",
    "share of registers where a number is read": "2.3%",
    "the same after zeroing them at the input": "11.8",
    "answers changed by blocking last -> these positions": "4 of 100",
    "answers changed by blocking last -> the whole image": "not reported",
}


def summary(lines: pd.DataFrame) -> pd.DataFrame:
    """The figures of experiments 1 to 4 by rule of reading, beside the paper's."""
    table = {"measure": list(PAPER)}
    for top, of_rule in lines.groupby("top"):
        table[f"here, top {top}"] = list(figures(of_rule).values())
    return pd.DataFrame({**table, "paper, Qwen3-VL-8B (top 1)": list(PAPER.values())})


def parts(lines: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Answers that are numbers; of these, those that the lens reads; and those where it reads any number."""
    counted = lines[lines["is_number"]]
    return counted, counted[counted["answer_positions"] > 0], counted[counted["number_positions"] > 0]


def figures(lines: pd.DataFrame) -> dict[str, str]:
    """The measures of ``PAPER``."""
    counted, surfaced, numbered = parts(lines)
    ranks = surfaced["rank"].astype(float)
    blocked = (numbered["answer_blocked"] != numbered["answer"]).sum()
    blind = (counted["answer_blind"] != counted["answer"]).sum()
    values = (
        f"{len(surfaced)} of {len(counted)}",
        share((ranks == 1).sum(), len(surfaced)),
        number(ranks.mean()),
        number(ranks.median()),
        number(counted["registers"].mean()),
        number(counted["number_positions"].mean()),
        share(counted["registers_at_numbers"].sum(), counted["registers"].sum()),
        number(numbered["number_positions_ablated"].astype(float).mean()),
        f"{blocked} of {len(numbered)}",
        f"{blind} of {len(counted)}",
    )
    return dict(zip(PAPER, values, strict=True))


def verdicts(lines: pd.DataFrame, patched: PatchingSweep | None) -> pd.DataFrame:
    """What replicates, by a rule that stands beside it, and what can't be judged here."""
    rows = [(f"{name}, top {top}", *rest) for top, of in lines.groupby("top") for name, *rest in judged(of)]
    if patched is not None:
        image, text, last_16, _ = patched.effect.T.tolist()  # GROUPS
        early = min(image[0], text[-1], 1 - text[0], 1 - image[-1])
        crossover = next((at for at, i, t in zip(patched.layers, image, text, strict=True) if t > i), "none")
        rule = "image tokens recover 0.8 or more at the embedding and text after the last layer, the others 0.2 or less"
        rows.append((f"5. patching: text overtakes the image at layer {crossover}", early, early >= 0.8, rule))
        rule = "they recover 0.1 or less at every layer"
        rows.append(("5. patching: the last 16 image tokens alone", max(last_16), max(last_16) <= 0.1, rule))
    verdict = {True: "replicates", False: "does not replicate"}
    return pd.DataFrame(
        [
            (name, "can't be judged: none there" if math.isnan(value) else verdict[bool(ok)], number(value), rule)
            for name, value, ok, rule in rows
        ],
        columns=["experiment", "here", "measured", "counts as replicated where"],
    )


def judged(lines: pd.DataFrame) -> Iterator[tuple[str, float, bool, str]]:
    """Experiments 1 to 4: their names, what was measured, whether that replicates the paper, and by which rule."""
    counted, surfaced, numbered = parts(lines)
    seen = ratio(len(surfaced), len(counted))
    yield "1. prevalence of the answer", seen, seen >= 0.8, "it is read at image tokens of 80% of images"
    first = ratio((surfaced["rank"] == 1).sum(), len(surfaced))
    yield "1. prevalence among numbers", first, first >= 0.5, "it is read most often of all numbers in half of these"
    shared = ratio(counted["registers_at_numbers"].sum(), counted["registers"].sum())
    yield "2. register overlap", shared, shared <= 0.1, "numbers are read at 10% of registers or less"
    again = ratio(numbered["number_positions_ablated"].astype(float).sum(), numbered["number_positions"].sum())
    rule = "numbers come up elsewhere, at 20% of as many positions (the paper: 38%)"
    yield "3. zero ablation", again, again >= 0.2, rule
    changed = ratio((numbered["answer_blocked"] != numbered["answer"]).sum(), len(numbered))
    yield "4. attention blocking", changed, changed <= 0.1, "10% of answers change, or less"


def drawn(figure: Any) -> PIL.Image.Image:
    """A figure as an image."""
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=120, bbox_inches="tight")
    return PIL.Image.open(buffer)


def ratio(part: float, whole: float) -> float:
    return part / whole if whole else math.nan


def number(value: float) -> str:
    return "none" if math.isnan(value) else f"{value:.2f}"


def share(part: float, whole: float) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "none to share"


def report(name: str, lines: pd.DataFrame, patched: PatchingSweep | None, images: str) -> str:
    """A page of its own."""
    once = lines[lines["top"] == lines["top"].min()]
    counted = once[once["is_number"]]
    right = (counted["answer"] == counted["count"].astype(str)).mean()
    picture = "" if patched is None else f'<img alt="patching by layer" src="{data_uri(drawn(patched.plot()))}">'
    n_pairs = 0 if patched is None else len(patched.values)
    return f"""<!doctype html>
<html lang="en"><meta charset="utf-8"><title>How does {html.escape(name)} count?</title>
<style>body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }}
table {{ border-collapse: collapse }} td, th {{ border: 1px solid #bbb; padding: .3rem .6rem; text-align: left }}
img {{ max-width: 100% }}</style>
<h1>How does {html.escape(name)} count?</h1>
<p>{len(once)} images ({html.escape(images)}); {len(counted)} answers are numbers, {100 * right:.0f}% of them right.</p>
<h2>What replicates, and what does not</h2>
{verdicts(lines, patched).to_html(index=False)}
<h2>Figures</h2>
<p>"top k": a number counts as read where it is among the lens's k most likely tokens at some layer.</p>
{summary(lines).to_html(index=False)}
<h2>Patching, {n_pairs} pairs</h2>{picture}
</html>
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", nargs="?", default="toy-qwen3_vl", help="a toy, a hub id or a local directory")
    parser.add_argument("--data", help="a folder with images and counts.csv (file, object, count), or: hub")
    parser.add_argument("--images", type=int, default=100, help="how many images")
    parser.add_argument(
        "--top", type=int, nargs="+", default=[1, 10], help="how many of the lens's tokens count as read (the paper: 1)"
    )
    parser.add_argument("--seed", type=int, default=17, help="of a toy's scenes")
    parser.add_argument("--out", type=Path, default=Path("counting_case_study"), help="folder for report.html and CSV")
    parser.add_argument("--device", help="such as cuda")
    options = parser.parse_args()
    if options.data is None and options.model not in TOYS:
        parser.error("A model that is no toy needs CountBench: --data hub, or --data FOLDER with counts.csv in it.")
    model = HookedVLMTransformer.from_pretrained(options.model, device=options.device)
    if options.data is None:
        examples = toy_examples(model, options.images, options.seed)
        images = f"generated scenes, seed {options.seed}; the paper: Qwen3-VL-8B on CountBench"
    elif options.data == "hub":
        examples, images = hub_examples(options.images), "CountBench"
    else:
        examples, images = folder_examples(Path(options.data), options.images), options.data
    lines = study(model, examples, tops=options.top)
    patched = patching(model, examples)
    options.out.mkdir(parents=True, exist_ok=True)
    lines.to_csv(options.out / "images.csv", index=False)
    tables = {"summary": summary(lines), "verdicts": verdicts(lines, patched)}
    for name, table in tables.items():
        table.to_csv(options.out / f"{name}.csv", index=False)
        print(table.to_string(index=False), end="\n\n")
    if patched is not None:
        patched.to_dataframe().to_csv(options.out / "patching.csv", index=False)
    (options.out / "report.html").write_text(report(options.model, lines, patched, images))
    print(f"report: {options.out / 'report.html'}")


if __name__ == "__main__":
    main()
