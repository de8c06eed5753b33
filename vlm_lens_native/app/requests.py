"""What the page may ask for, checked before anything runs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Focus = Annotated[int, Field(ge=-1, le=10_000_000)]
Number = Annotated[int, Field(ge=0, le=100_000)]
Positions = Annotated[list[Annotated[int, Field(ge=0, le=10_000_000)]], Field(max_length=100_000)]
Numbers = Annotated[list[Number], Field(max_length=100_000)]
Text = Annotated[str, Field(max_length=100_000)]
Word = Annotated[str, Field(min_length=1, max_length=200)] | Annotated[int, Field(ge=0, le=100_000_000)]
Name = Annotated[str, Field(min_length=1, max_length=1000)]
Feature = Annotated[int, Field(ge=0, le=100_000_000)]
Id = Annotated[str, Field(pattern=r"^[0-9a-f]{16,64}$")]


class Asked(BaseModel):
    """A request; names that are not known are refused."""

    model_config = ConfigDict(extra="forbid")


class TextPart(Asked):
    """Text of a turn."""

    type: Literal["text"]
    text: Text


class ImagePart(Asked):
    """An image that was sent before."""

    type: Literal["image"]
    image: Id


class VideoPart(Asked):
    """A video as its frames, which were sent before."""

    type: Literal["video"]
    frames: Annotated[list[Id], Field(min_length=1, max_length=512)]
    fps: Annotated[float, Field(gt=0, le=1000)] | None = None


class TurnRequest(Asked):
    """One turn of a chat."""

    role: Literal["system", "user", "assistant"]
    content: Annotated[list[TextPart | ImagePart | VideoPart], Field(min_length=1, max_length=64)]


class StudyRequest(Asked):
    """A prompt on a model."""

    model: Name
    turns: Annotated[list[TurnRequest], Field(min_length=1, max_length=64)]
    prefill: Text = ""
    temperature: Annotated[float, Field(ge=0, le=100)] = 0.0  # each has its own answer, and so its own study


class AnswerRequest(Asked):
    """How to answer."""

    max_new_tokens: Annotated[int, Field(ge=1, le=4096)] = 48
    temperature: Annotated[float, Field(ge=0, le=100)] = 0.0
    seed: Annotated[int, Field(ge=0, lt=2**31)] = 0


class LensRequest(Asked):
    """The lens of all positions."""

    top_k: Annotated[int, Field(ge=1, le=20)] = 5
    vision: bool = False  # the vision encoder's blocks in front


class WordsRequest(Asked):
    """Words at every layer and position."""

    words: Annotated[list[Word], Field(min_length=1, max_length=16)]
    vision: bool = False


class HeadsRequest(Asked):
    """Attention of one position."""

    focus: Focus = -1


class PatternRequest(Asked):
    """One head's whole pattern."""

    layer: Number
    head: Number


class ReadersRequest(Asked):
    """Who looks at one position, or at one of the image features that cross-attention reads."""

    position: Focus = -1
    key: Number | None = None


class PartsRequest(Asked):
    """Direct logit attribution."""

    target: Word
    contrast: Word | None = None
    focus: Focus = -1


class NeuronsRequest(PartsRequest):
    """The neurons of one MLP."""

    layer: Number
    top_k: Annotated[int, Field(ge=1, le=200)] = 40


class FeaturesRequest(Asked):
    """Features of a dictionary at one position."""

    dictionary: Name
    focus: Focus = -1
    target: Word | None = None
    contrast: Word | None = None
    top_k: Annotated[int, Field(ge=1, le=200)] = 24


class FeatureRequest(Asked):
    """One feature at all positions."""

    dictionary: Name
    feature: Feature


class Change(Asked):
    """One intervention.

    Attributes:
        kind: What is done.
        point: Short name of the hook point; attention that is blocked has none.
        layers: None takes all.
        heads: None takes all; of points with heads only.
        positions: Where; for blocked attention the queries. None takes all.
        keys: For blocked attention, what the queries don't see any more.
        image_keys: In their place, image features that cross-attention reads.
        strength: The factor of ``scale`` and ``steer``; what is added to a feature, or what it is set to.
        dictionary, feature: Which feature is set to zero, added to, or set to a value.
        source: The study that activations come from; ``steer`` adds the difference from it, ``project`` takes it out.
    """

    kind: Literal[
        "zero", "mean", "resample", "scale", "patch", "steer", "project", "block",
        "ablate_feature", "steer_feature", "clamp_feature",
    ]  # fmt: skip
    point: Literal["resid_pre", "resid_mid", "resid_post", "attn_out", "mlp_out", "z"] = "resid_post"
    layers: Numbers | None = None
    heads: Numbers | None = None
    positions: Positions | None = None
    keys: Positions | None = None
    image_keys: Positions | None = None
    strength: Annotated[float, Field(ge=-1e4, le=1e4)] = 1.0
    source: Id | None = None
    dictionary: Name | None = None
    feature: Feature | None = None


class ChangesRequest(Asked):
    """Interventions, and the answer with and without them."""

    changes: Annotated[list[Change], Field(min_length=1, max_length=64)]
    max_new_tokens: Annotated[int, Field(ge=1, le=256)] = 16


class PatchingRequest(Asked):
    """A sweep of patches from another study."""

    source: Id
    point: Literal["resid_pre", "resid_mid", "resid_post", "attn_out", "mlp_out", "z"] = "resid_post"
    over: Literal["groups", "positions", "heads"] = "groups"
    direction: Literal["denoise", "noise"] = "denoise"
    positions: Positions | None = None


class KnockoutRequest(Asked):
    """Attention knocked out in windows of layers."""

    window: Annotated[int, Field(ge=1, le=1000)] = 1


class GradientRequest(Asked):
    """Attribution patching from another study."""

    source: Id
    point: Literal["resid_post", "attn_out", "mlp_out", "z"] = "resid_post"
