"""Instruction tuning: does the right answer to cases that were kept apart become more likely?"""

import pathlib

from datasets import Dataset
from transformers import (
    DataCollatorForSeq2Seq,
    PreTrainedTokenizerBase,
    Seq2SeqTrainer,
    Seq2SeqTrainingArguments,
)
from trl import SFTConfig, SFTTrainer

from .base import Entry, load_base, load_tokenizer, with_adapter
from .chat import ChatForm, SpecialTokenInText, answer_ids, prompt_ids, read_chat_form
from .config import Config
from .examples import Example, of_split, spread
from .train import Log, common_settings, run_trainer


def tune(
    config: Config, entry: Entry, base: pathlib.Path, before: pathlib.Path | None,
    examples: list[Example], folder: pathlib.Path, log: Log,
) -> dict:  # fmt: skip
    tokenizer = load_tokenizer(base)
    model = with_adapter(load_base(base, config, quantise=True), config, entry, before)
    form = read_chat_form(tokenizer, model.generation_config.eos_token_id)
    encode = encode_pair if entry.is_encoder_decoder else encode_chat
    rows = {
        split: [
            row
            for example in spread(of_split(examples, split), most)
            if (row := encode(tokenizer, form, example, config.data.longest)) is not None
        ]
        for split, most in (("train", len(examples)), ("validation", config.tune.held_out))
    }
    if not rows["train"] or not rows["validation"]:
        raise SystemExit("no example is short enough to learn from: raise data.longest")
    settings = common_settings(config, config.tune, folder)
    learnt, apart = Dataset.from_list(rows["train"]), Dataset.from_list(rows["validation"])
    if entry.is_encoder_decoder:
        trainer = Seq2SeqTrainer(
            model=model,
            args=Seq2SeqTrainingArguments(**settings),
            train_dataset=learnt,
            eval_dataset=apart,
            data_collator=DataCollatorForSeq2Seq(tokenizer, model=model),
        )
    else:
        trainer = SFTTrainer(
            model=model,
            args=SFTConfig(**settings, max_length=None, packing=False),
            train_dataset=learnt,
            eval_dataset=apart,
            processing_class=tokenizer,
        )
    result = run_trainer(trainer, folder, log)
    model.save_pretrained(folder / "adapter")
    left_out = len(of_split(examples, "train")) - len(rows["train"])
    return {"examples": len(rows["train"]), "left_out_too_long": left_out, **result}


def encode_chat(tokenizer: PreTrainedTokenizerBase, form: ChatForm, example: Example, longest: int) -> dict | None:
    """Prompt and answer; the loss is taken over the answer alone. Nothing when it is too long or not safe to encode."""
    try:
        asked = prompt_ids(tokenizer, form, example.system, example.user)
        answer = answer_ids(tokenizer, form, example.answer)
    except SpecialTokenInText:
        return None
    if len(asked) + len(answer) > longest:
        return None
    return {"input_ids": asked + answer, "labels": [-100] * len(asked) + answer}


def encode_pair(tokenizer: PreTrainedTokenizerBase, _: ChatForm, example: Example, longest: int) -> dict | None:
    """For a model with an encoder: the texts go in there, without a chat form."""
    asked = tokenizer(f"{example.system}\n\n{example.user}").input_ids
    answer = tokenizer(text_target=example.answer).input_ids
    if max(len(asked), len(answer)) > longest:
        return None
    return {"input_ids": asked, "attention_mask": [1] * len(asked), "labels": answer}
