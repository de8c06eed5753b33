"""The toys' tokenizers: byte-level BPE trained on the closed question language.

About 400 tokens: every byte, the family's special tokens, and the language's words. Each answer (digit, colour,
shape) is one token both at the start of a turn ("red") and after a space (" red").
"""

from __future__ import annotations

from collections.abc import Iterator

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers
from transformers import PreTrainedTokenizerFast

from vlm_lens_native.toys.questions import ANSWERS, all_questions
from vlm_lens_native.toys.scenes import COLOURS, SHAPES

_ROLES = ("system", "user", "assistant", "System", "User", "Assistant", "USER", "ASSISTANT")


def build_tokenizer(*, bos: str | None = None, eos: str, pad: str, others: tuple[str, ...]) -> PreTrainedTokenizerFast:
    """Trains a tokenizer on the question language.

    Args:
        bos: Token that is put before every text; None for families that have none.
        eos: Token that ends an answer.
        pad: Padding token; padding goes to the left, as generation wants it.
        others: The family's further special tokens (image, roles).
    """
    special = [token for token in (pad, bos, eos, *others) if token]
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=1000,  # never reached: merging ends when every word of the language is one token
        special_tokens=special,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(_corpus(), trainer)
    if bos:
        tokenizer.post_processor = processors.TemplateProcessing(
            single=f"{bos} $A", pair=f"{bos} $A {bos} $B", special_tokens=[(bos, tokenizer.token_to_id(bos))]
        )
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        bos_token=bos,
        eos_token=eos,
        pad_token=pad,
        extra_special_tokens=list(others),
        padding_side="left",
        model_max_length=512,
        model_input_names=["input_ids", "attention_mask"],
        clean_up_tokenization_spaces=False,
    )


def _corpus() -> Iterator[str]:
    for question in all_questions():
        yield question.text
    for word in (*ANSWERS, *_ROLES, *(f"{shape}s" for shape in SHAPES), *COLOURS):
        yield word
        yield f" {word}"
