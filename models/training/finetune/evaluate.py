"""Measures base, adapter and merged model on examples that no stage learnt from (the split `test`).

Held-out loss hides what matters (a model with 98% of tokens right still called abnormal values normal), so drafts
are decoded as well and their numbers compared with the prompt. The gate itself runs in Node on the exported file.
"""

import pathlib
import re

import torch
from transformers import PreTrainedModel, PreTrainedTokenizerBase

from .base import Entry, load_base, load_tokenizer
from .chat import ChatForm, SpecialTokenInText, answer_ids, prompt_ids, read_chat_form
from .config import Config
from .examples import Example, of_split, spread
from .prefer import accuracy, by_rule, log_probability, pairs_of

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def evaluate(
    config: Config,
    entry: Entry,
    base: pathlib.Path,
    merged: pathlib.Path,
    examples: list[Example],
    folder: pathlib.Path,
) -> dict:
    if entry.is_encoder_decoder:
        return {"skipped": "decoded drafts are measured on decoder models only; see the loss of the tuning stage"}
    tokenizer = load_tokenizer(base)
    held = spread(of_split(examples, "test"), config.evaluate.examples)
    result: dict = {"examples": len(held)}
    for name, path in (("base", base), ("tuned", merged)):
        model = load_base(path, config, quantise=False).eval()
        form = read_chat_form(tokenizer, model.generation_config.eos_token_id)
        pairs = by_rule(pairs_of(tokenizer, form, held, config.data.longest), config.prefer.held_out, config.seed)
        known = [one for one in (encode(tokenizer, form, example, config.data.longest) for example in held) if one]
        drafts = decode_drafts(model, tokenizer, form, held, config)
        (folder / f"drafts-{name}.txt").write_text("\n\n----\n\n".join(text for _, text in drafts) + "\n")
        result[name] = {
            "loss_per_token": round(loss_per_token(model, known), 4),
            "prefers_safe_answer": accuracy(model, pairs).get("all"),
            "decoded": judge(drafts),
        }
    return result


def encode(tokenizer: PreTrainedTokenizerBase, form: ChatForm, example: Example, longest: int) -> tuple | None:
    try:
        asked = prompt_ids(tokenizer, form, example.system, example.user)
        answer = answer_ids(tokenizer, form, example.answer)
    except SpecialTokenInText:
        return None
    return (asked, answer) if len(asked) + len(answer) <= longest else None


def loss_per_token(model: PreTrainedModel, encoded: list[tuple[list[int], list[int]]]) -> float:
    total = sum(log_probability(model, asked, answer) for asked, answer in encoded)
    return -total / max(1, sum(len(answer) for _, answer in encoded))


@torch.no_grad()
def decode_drafts(
    model: PreTrainedModel,
    tokenizer: PreTrainedTokenizerBase,
    form: ChatForm,
    held: list[Example],
    config: Config,
) -> list[tuple[Example, str]]:
    """The likeliest token at each step, as the Node adapter decodes."""
    found = []
    for example in spread(held, config.evaluate.drafts):
        try:
            asked = prompt_ids(tokenizer, form, example.system, example.user)
        except SpecialTokenInText:
            continue
        ids = torch.tensor([asked], device=model.device)
        out = model.generate(
            input_ids=ids,
            attention_mask=torch.ones_like(ids),
            max_new_tokens=config.evaluate.tokens,
            do_sample=False,
            eos_token_id=list(form.stop),
            pad_token_id=tokenizer.pad_token_id,
        )
        found.append((example, tokenizer.decode(out[0, len(asked) :], skip_special_tokens=True).strip()))
    return found


def judge(drafts: list[tuple[Example, str]]) -> dict:
    """Of the decoded drafts: how many are word for word the wanted one, and how many hold a number nobody gave."""
    invented = [text for example, text in drafts if not numbers_of(text) <= numbers_of(example.user + example.system)]
    return {
        "drafts": len(drafts),
        "word_for_word": sum(text == example.answer.strip() for example, text in drafts),
        "with_an_invented_number": len(invented),
    }


def numbers_of(text: str) -> set[str]:
    return {found.replace(",", ".") for found in NUMBER.findall(text)}
