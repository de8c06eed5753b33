"""Commands that look: the answer, what the stream says, where heads look, and what wrote the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from vlm_lens_native.cli import asking
from vlm_lens_native.cli.asking import Asked
from vlm_lens_native.cli.output import check_out, print_json, print_plain, print_table, records, show, write_document
from vlm_lens_native.cli.request import Request

if TYPE_CHECKING:
    import pandas as pd

    from vlm_lens_native.analysis import LogitLens

Top = Annotated[int, typer.Option(min=1, help="How many lines to print.")]
Layers = Annotated[list[int] | None, typer.Option("--layer", help="Only this block; may be given several times.")]
Answer = Annotated[str | None, typer.Option(help="The word to explain. (default: the model's own next token)")]


def ask(
    request: Request,
    top: Top = 5,
    max_new_tokens: Annotated[int, typer.Option(min=1, help="The longest answer.")] = 64,
) -> None:
    """Answers a question about an image, and lists the most probable first tokens."""
    check_out(request, ".txt", ".json")
    asked = asking.ask(request)
    answer, tokens = asked.generated(max_new_tokens), _next_tokens(asked, top)
    document = asked.about | {"answer": answer, "first_tokens": records(tokens)}
    write_document(request.out, document, answer)
    if request.json:
        print_json(document)
    else:
        print_plain(f"Q: {asked.example.question}\nA: {answer}")
        print_table(tokens)


def lens(
    request: Request,
    word: Annotated[list[str] | None, typer.Option(help="A word to follow; may be given several times.")] = None,
    layer: Layers = None,
    at: Annotated[Literal["all", "images", "last"], typer.Option(help="The tokens to read.")] = "all",
    top: Top = 20,
) -> None:
    """Reads the residual stream at every layer: what each token says. --out page.html writes a page to explore."""
    check_out(request, page=True)
    asked = asking.ask(request)
    from vlm_lens_native.analysis import logit_lens

    layout = asked.model.token_layout(asked.inputs)
    positions = {"all": None, "images": layout.images, "last": layout.last}[at]
    result = logit_lens(asked.model, asked.inputs, words=word or (), layers=layer or None, positions=positions)
    about = asked.about | {"answer": asked.generated(24)}
    text = f"Q: {about['question']} A: {about['answer']}"

    def page(path):
        return result.save_page(path, asked.example.image, title=f"Logit lens of {request.model}", text=text)

    lines = _where(result, word, asked.model.cfg.d_vocab).head(top) if word else result.top(top)
    show(request, result, plot=result.plot, lines=lines, about=about, page=page, name="lens")


def attend(request: Request, layer: Layers = None, top: Top = 20) -> None:
    """Shows where each head of the last token looks in the image."""
    check_out(request)
    asked = asking.ask(request)
    from vlm_lens_native.analysis import attention_to_image

    result = attention_to_image(asked.model, asked.inputs, layers=layer or None)
    about = asked.about | {"answer": asked.generated(24)}
    image = asked.example.image
    show(request, result, plot=lambda: result.plot(image), lines=result.top(top), about=about, name="attention")


def attribute(
    request: Request,
    answer: Answer = None,
    contrast: Annotated[str | None, typer.Option(help="Explain the lead over this word.")] = None,
    by: Annotated[Literal["component", "head", "neuron", "source"], typer.Option(help="What the parts are.")] = "head",
    top: Top = 20,
) -> None:
    """Splits the answer's logit into what heads and MLPs added to it."""
    check_out(request)
    asked = asking.ask(request)
    from vlm_lens_native.analysis import logit_attribution

    explained = answer if answer is not None else first_token(asked)
    result = logit_attribution.direct(asked.model, asked.inputs, explained, contrast, by=by)
    about = asked.about | {"answer": asked.generated(24)}
    image = asked.example.image if by == "source" else None
    show(request, result, plot=lambda: result.plot(image), lines=result.top(top), about=about, name="attribution")


def first_token(asked: Asked) -> int:
    """The id of the model's next token."""
    return int(asked.model(asked.inputs, logits_to_keep=1).logits[0, -1].argmax())


def _where(lens: LogitLens, words: list[str], worst_rank: int) -> pd.DataFrame:
    """Where the lens says words, best first."""
    import pandas as pd

    found = pd.concat([lens.search(word, top=worst_rank).assign(word=word) for word in words])
    return found.sort_values(["rank", "probability"], ascending=[True, False], kind="stable", ignore_index=True)


def _next_tokens(asked: Asked, n: int) -> pd.DataFrame:
    import pandas as pd

    logits = asked.model(asked.inputs, logits_to_keep=1).logits[0, -1].float()
    best = logits.softmax(-1).topk(min(n, len(logits)))
    tokens = [asked.model.to_string(token) for token in best.indices.tolist()]
    return pd.DataFrame({"token": tokens, "probability": best.values.tolist(), "id": best.indices.tolist()})
