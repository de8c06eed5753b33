"""Takes the pictures of docs/app.md, in a real browser: python scripts/app_pictures.py [FOLDER]."""

from __future__ import annotations

import shutil
import sys
from itertools import islice
from pathlib import Path
from typing import Any

import torch
from benchmark_app import _FLAGS, _serving
from PIL import Image
from torch import Tensor, nn

from vlm_lens_native import HookedVLMTransformer, app, dictionaries, harvest
from vlm_lens_native.app.examples import scene_example
from vlm_lens_native.inputs import load_image

NAME, EXAMPLE, PLACE = "toy-llava", 4, "lm.blocks.2.hook_resid_post"


def settle(page: Any) -> None:
    page.wait_for_timeout(300)
    while page.inner_text(".busy"):
        page.wait_for_timeout(50)
    page.wait_for_timeout(150)


def save(page: Any, file: Path, *, whole: bool = False) -> None:
    """A picture with few colours, a third as large; a median cut would lose those of thin lines."""
    page.screenshot(path=file, full_page=whole)
    few = load_image(file).quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(file, optimize=True)


def take(page: Any, folder: Path, scheme: str) -> None:
    page.get_by_role("button", name="Ask", exact=True).click()
    page.wait_for_selector(".answer-token.ends")
    settle(page)
    for _ in range(EXAMPLE):
        page.get_by_role("button", name="Next example").click()
        settle(page)
    page.locator(".best .head").first.click()
    settle(page)
    stage = page.locator("[data-stage='Image']")
    brightest = page.evaluate(
        "() => { const canvas = document.querySelector('[data-stage] canvas'), pen = canvas.getContext('2d');"
        " const { data } = pen.getImageData(0, 0, canvas.width, canvas.height); let best = 0, at = 0;"
        " for (let i = 0; i < data.length; i += 4) { const sum = (data[i] + data[i + 1]) * data[i + 3];"
        " if (sum > best) { best = sum; at = i / 4; } }"
        " return [(at % canvas.width) / canvas.width, Math.floor(at / canvas.width) / canvas.height]; }"
    )
    area = stage.bounding_box()
    x, y = (each + 0.02 for each in brightest)
    page.mouse.click(area["x"] + x * area["width"], area["y"] + y * area["height"])
    page.mouse.move(5, 5)
    settle(page)
    save(page, folder / f"app_attribution_{scheme}.png")
    if scheme == "light":
        page.get_by_role("tab", name="Attention").click()
        settle(page)
        save(page, folder / "app_attention.png")
    page.get_by_role("tab", name="Lens").click()
    settle(page)
    save(page, folder / f"app_lens_{scheme}.png")
    if scheme == "light":
        page.get_by_role("tab", name="Features").click()
        settle(page)
        page.locator(".found button.small").first.click()
        settle(page)
        save(page, folder / "app_features.png")
        page.get_by_role("tab", name="Causes").click()
        page.select_option("text=example >> select", "10")
        page.wait_for_selector("[data-second-answer]")
        page.get_by_role("button", name="ablate").click()
        page.wait_for_selector("[data-after]")
        page.get_by_role("button", name="start", exact=True).click()
        page.wait_for_selector("text=6 of 6 layers")
        settle(page)
        save(page, folder / "app_causes.png", whole=True)


class SAE(nn.Module):
    """Each row is a sum of at most 8 of 256 directions."""

    def __init__(self, width: int, mean: Tensor) -> None:
        super().__init__()
        self.W_dec = nn.Parameter(nn.functional.normalize(torch.randn(256, width), dim=-1))
        self.W_enc, self.b_enc = nn.Parameter(self.W_dec.data.T.clone()), nn.Parameter(torch.zeros(256))
        self.b_dec = nn.Parameter(mean.clone())

    def encode(self, x: Tensor) -> Tensor:
        acts = torch.relu((x - self.b_dec) @ self.W_enc + self.b_enc)
        return acts * (acts >= acts.topk(8, dim=-1).values[..., -1:])

    def decode(self, features: Tensor) -> Tensor:
        return features @ self.W_dec + self.b_dec


def dictionary(model: HookedVLMTransformer) -> tuple[dict[str, SAE], dictionaries.FeaturePages]:
    """An SAE of the toy's third block, trained in a few seconds, and what its features are about."""
    made = [scene_example(number, grid=8)[0] for number in range(24)]
    examples = [{"image": each.images[0], "question": each.question} for each in made]
    plan = harvest.Plan(model=model, names=[PLACE], positions="all", batch_size=8, samples_per_shard=8)
    stream = harvest.stream(plan, examples, batch=256, epochs=None)
    torch.manual_seed(0)
    sae = SAE(model.cfg.d_model, mean=next(stream).mean(0))
    optimizer = torch.optim.Adam(sae.parameters(), lr=3e-3)
    with torch.enable_grad():
        for x in islice(stream, 300):
            loss = (sae.decode(sae.encode(x)) - x).square().mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    place = {PLACE: sae.requires_grad_(False)}
    return place, dictionaries.pages(model, examples, place, most=200, top=6)


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[1] / "docs" / "images")
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    from playwright.sync_api import sync_playwright

    model = HookedVLMTransformer.from_pretrained(NAME)
    sae, pages = dictionary(model)
    with (
        _serving(app.create({NAME: model}, dictionaries=sae, pages=[pages])) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport={"width": 1280, "height": 1160}, color_scheme=scheme)
            page.goto(address)
            page.wait_for_selector(".thumbs img")
            take(page, folder, scheme)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
