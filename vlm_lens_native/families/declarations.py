"""What a file of ``conversions/`` declares: a wrapper, or the text backbone that a wrapper holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from torch import Tensor, nn
from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.inputs.geometry import Geometry


@dataclass(frozen=True, kw_only=True)
class ConfigKeys:
    """The keys of HF's config of a text backbone that its file has looked at.

    Attributes:
        handled: Keys that ``decoder_config`` acts on.
        ignored: Keys without effect on a forward pass, each with the reason.
    """

    handled: frozenset[str]
    ignored: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Backbone:
    r"""How one kind of HF's language models becomes our decoder.

    Attributes:
        model_type: HF's name for it: ``model_type`` of the text config.
        hf_classes: HF's classes that compute what our decoder then computes. A wrapper that brings another class for
            the same config is not taken: it may compute something else.
        decoder_config: Turns HF's text config, and the outer one beside it, into ours.
        keys: The text config's keys.
        renames: Regular expressions from HF's names within the language model, as transformers 5 has them, to the
            decoder's, applied one after the other; at most one group each, written ``\1`` in the replacement. Or a
            function of HF's text config that gives them.
    """

    model_type: str
    hf_classes: tuple[str, ...]
    decoder_config: Callable[[PreTrainedConfig, PreTrainedConfig], DecoderConfig]
    keys: ConfigKeys
    renames: Mapping[str, str] | Callable[[PreTrainedConfig], Mapping[str, str]]

    def renames_of(self, text: PreTrainedConfig) -> Mapping[str, str]:
        """The renames for a checkpoint."""
        return self.renames(text) if callable(self.renames) else self.renames

    def __repr__(self) -> str:
        return f"Backbone({self.model_type!r})"

    def __reduce_ex__(self, protocol: Any) -> Any:
        """Pickles and copies of a known backbone are that backbone: its functions may be lambdas."""
        from vlm_lens_native.families.registry import all_backbones, known_backbone

        known = all_backbones().get(self.model_type) is self
        return (known_backbone, (self.model_type,)) if known else super().__reduce_ex__(protocol)


@dataclass(frozen=True, kw_only=True)
class CheckpointDefaults:
    """What one checkpoint does differently from its family.

    Attributes:
        default_prompt: Prompt that the checkpoint was trained with; ``{task}`` stands for the user's task.
        extra_tokens: Tokens that the checkpoint knows beside its family's.
    """

    default_prompt: str | None = None
    extra_tokens: tuple[str, ...] = ()


class PackedImages(NamedTuple):
    """How a vision encoder has put the patches of all images into one sequence.

    Attributes:
        lengths: ``[image]``: patches of each image, in the processor's order; each frame of a video counts by itself.
        order: ``[token]``: the encoder's n-th token is the processor's ``order[n]``-th; None where the order is one.
        merge: Patches that become one token. Where ``order`` is given, they follow each other.
        merged: How many of them have become one behind the block ``VisionHooks.merges_behind``; the order stays.
        tokens: ``[image]``: tokens of what is an image to the adapter, where its images are others: two frames of a
            video together (ERNIE 4.5 VL). None where an image's patches become its tokens.
    """

    lengths: Tensor
    order: Tensor | None
    merge: int
    merged: int = 1
    tokens: Tensor | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class VisionHooks:
    """Where HF's class keeps the parts of vision encoder and adapter that get hook points, as dotted paths.

    Attributes:
        encoder: The vision encoder, in the whole model.
        blocks: The list of blocks, in the encoder; or several lists, one running behind another, whose blocks are
            counted through.
        n_blocks: How many of them reach the logits; the others get no hook points.
        attention: Attention, in a block; a module with ``num_heads``, ``config`` and HF's choice of kernels.
        qkv: Its projections of queries, keys and values; or the single one that computes all three side by side.
        out: Its output projection.
        mlp: The MLP, in a block.
        adapter: Projector, merger or connector, in the whole model; or the first and the last of several modules.
        deepstack: Further adapters, whose features are added within the decoder: the path of each, or the paths of
            those of which a pass runs one; and the number of the block behind which they run.
        deepstack_reads: As ``adapter_reads``, for these.
        adapter_axes: How many leading axes of its input and output count images; those between them and the width count
            patches or tokens.
        adapter_reads: Whether its input has a row for each ``patch``, for each of the ``merged`` ones, or for each
            ``token``, which the encoder has then made of patches and put into the processor's order; ``token 4``: each
            token as 4 patches, on an axis of their own.
        merges_behind: The block behind which a packing encoder merges patches, so that later ones have fewer
            (``PackedImages.merged``); None where none does.
        no_adapter: Why the adapter gets no hook points, where it can't: it is no module of its own. Empty where it can.
        n_heads: Heads of its attention, where the module has no ``num_heads``.
        n_kv_heads: Heads of keys and values, where several query heads share one.
        scales: Parameters of a block by which it multiplies the outputs of attention and of MLP before it adds them to
            the stream, in the blocks that have them; None for none.
        scales_by: Whether it multiplies by their value or by its ``tanh``.
        post_norms: Norms of a block behind attention and behind the MLP, whose outputs are what is added to the stream;
            None where there are none.
        no_pattern: Why the attention's pattern gets no hook point, where it can't: its module has no ``config`` that
            chooses HF's kernel. Empty where it can.
        softmax_in_float32: Whether its eager attention takes the softmax in float32, rather than in the scores' dtype.
        packed: For encoders that pack all images into one sequence: reads from the encoder and the arguments
            of its call how, and from those of ``get_image_features``. None where images are a batch. Beside
            ``own_patches``, it is tokens alone that are packed.
        own_patches: For encoders that take images as a batch and are told of padding by something else than a mask:
            reads from the arguments of the encoder's call which patches are an image's own, ``[image patch]``.
    """

    encoder: str
    blocks: str | tuple[str, ...]
    n_blocks: int
    attention: str
    qkv: tuple[str, ...]
    out: str
    mlp: str
    adapter: str | tuple[str, str]
    deepstack: tuple[tuple[str | tuple[str, ...], int], ...] = ()
    deepstack_reads: Literal["patch", "token"] = "patch"
    adapter_axes: int = 1
    adapter_reads: str = "patch"
    merges_behind: int | None = None
    no_adapter: str = ""
    n_heads: int | None = None
    n_kv_heads: int | None = None
    scales: tuple[str | None, str | None] = (None, None)
    scales_by: Literal["value", "tanh"] = "value"
    no_pattern: str = ""
    softmax_in_float32: bool = True
    post_norms: tuple[str, str] | None = None
    packed: Callable[[nn.Module, Mapping[str, Any]], PackedImages] | None = None
    own_patches: Callable[[Mapping[str, Any]], Tensor] | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Wrapper:
    """What can't be read off HF's class of a whole model.

    Attributes:
        model_type: HF's name for the outer model.
        geometry: Which tokens images and videos become, and of which pixels.
        vision_hooks: Finds, for HF's outer config, where vision encoder and adapter get hook points; or says why they
            get none. None, here or found, searches HF's class for them.
        image_token_type: What ``token_type_ids`` say of image tokens, where they say nothing else (0 is text), so that
            they can be made from the token ids. None where they say more, or HF's class takes none.
        marks_see_images: Whether ``mm_token_type_ids`` count what the processor writes around images among their
            tokens, which HF's class then lets see each other.
        checkpoints: What single checkpoints do differently, by the last part of their hub id.
        missing: What a user of this wrapper does without, in sentences; they become notes of the model.
        merges_within: The module of HF's language model that encodes images and merges them into its embeddings, where
            no wrapper around it does; it is called with token ids, embeddings, and what the processor made.
    """

    model_type: str
    geometry: Geometry
    vision_hooks: Callable[[PreTrainedConfig], VisionHooks | str | None] | None = None
    image_token_type: int | None = None
    marks_see_images: bool = False
    checkpoints: Mapping[str, CheckpointDefaults] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    merges_within: str = ""

    def __repr__(self) -> str:
        return f"Wrapper({self.model_type!r})"

    def __reduce_ex__(self, protocol: Any) -> Any:
        """Pickles and copies of a known wrapper are that wrapper: its functions may be lambdas."""
        from vlm_lens_native.families.registry import all_wrappers, known_wrapper

        known = all_wrappers().get(self.model_type) is self
        return (known_wrapper, (self.model_type,)) if known else super().__reduce_ex__(protocol)
