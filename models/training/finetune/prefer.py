"""Preference tuning (DPO): is a safe answer more likely than its twin that breaks one safety rule?"""

import json
import pathlib
import random
from collections import defaultdict

import torch
from common.files import to_json, write_atomically
from datasets import Dataset
from transformers import PreTrainedModel, PreTrainedTokenizerBase
from trl import DPOConfig, DPOTrainer

from .base import Entry, adapted, load_base, load_tokenizer, with_adapter
from .chat import ChatForm, SpecialTokenInText, answer_ids, prompt_ids, read_chat_form
from .config import Config, Preference
from .examples import Example, of_split
from .train import Log, common_settings, run_trainer


class EncodedPairs(DPOTrainer):
    """Pairs come encoded piece by piece already, as Node does it; the trainer would join the strings first."""

    def _prepare_dataset(self, dataset: Dataset, *_: object) -> Dataset:
        return dataset


def prefer(
    config: Config, entry: Entry, base: pathlib.Path, before: pathlib.Path,
    examples: list[Example], folder: pathlib.Path, log: Log,
) -> dict:  # fmt: skip
    if entry.is_encoder_decoder:
        return {"skipped": "TRL's preference tuning has no encoder-decoder models"}
    tokenizer = load_tokenizer(base)
    model = with_adapter(load_base(base, config, quantise=True), config, entry, before)
    form = read_chat_form(tokenizer, model.generation_config.eos_token_id)
    learnt = pairs_of(tokenizer, form, of_split(examples, "train"), config.data.longest)
    held = pairs_of(tokenizer, form, of_split(examples, "validation"), config.data.longest)
    held = by_rule(held, config.prefer.held_out, config.seed)
    if not learnt or not held:
        raise SystemExit("no pair is short enough to learn from: raise data.longest")
    kept_before = folder / "accuracy-before.json"
    if not kept_before.exists():
        write_atomically(kept_before, to_json(accuracy(model, held)))
    accuracy_before = json.loads(kept_before.read_text())
    trainer = EncodedPairs(
        model=model,
        args=DPOConfig(
            **common_settings(config, config.prefer, folder),
            beta=config.prefer.beta,
            max_length=None,
            **losses(config.prefer),
        ),
        train_dataset=Dataset.from_list(learnt),
        eval_dataset=Dataset.from_list(held),
        processing_class=tokenizer,
    )
    result = run_trainer(trainer, folder, log, ("eval_loss", "eval_rewards/accuracies"))
    # The frozen twin that the trainer kept as its reference is not part of the result.
    model.save_pretrained(folder / "adapter", selected_adapters=["default"])
    # The trainer has changed the model's forward: measured on a fresh one.
    accuracy_after = accuracy(adapted(base, config, folder / "adapter"), held)
    return {
        "pairs": len(learnt),
        "held_out_pairs": len(held),
        "prefers_safe_answer": {"before": accuracy_before["all"], "after": accuracy_after["all"]},
        "by_rule": {
            rule: {"before": accuracy_before[rule], "after": accuracy_after[rule]}
            for rule in accuracy_after
            if rule != "all"
        },
        **result,
    }


def losses(training: Preference) -> dict:
    if training.keep == 0:
        return {"loss_type": ["sigmoid"]}
    return {"loss_type": ["sigmoid", "sft"], "loss_weights": [1.0, training.keep]}


def pairs_of(tokenizer: PreTrainedTokenizerBase, form: ChatForm, examples: list[Example], longest: int) -> list[dict]:
    found = []
    for example in examples:
        try:
            asked = prompt_ids(tokenizer, form, example.system, example.user)
            chosen = answer_ids(tokenizer, form, example.answer)
            twins = [(one.rule, answer_ids(tokenizer, form, one.answer)) for one in example.rejected]
        except SpecialTokenInText:
            continue
        found += [
            {"rule": rule, "prompt_ids": asked, "chosen_ids": chosen, "rejected_ids": twin}
            for rule, twin in twins
            if len(asked) + max(len(chosen), len(twin)) <= longest and twin != chosen
        ]
    return found


def by_rule(pairs: list[dict], wanted: int, seed: int) -> list[dict]:
    """A sample with the rules in equal shares."""
    found: dict[str, list[dict]] = defaultdict(list)
    for pair in pairs:
        found[pair["rule"]].append(pair)
    dice = random.Random(seed)
    for rows in found.values():
        dice.shuffle(rows)
    rounds = [rows[at] for at in range(wanted) for rows in found.values() if at < len(rows)]
    return rounds[:wanted]


@torch.no_grad()
def log_probability(model: PreTrainedModel, asked: list[int], answer: list[int]) -> float:
    """Of the whole answer, given what was asked."""
    ids = torch.tensor([asked + answer], device=model.device)
    logits = model(input_ids=ids).logits[0, len(asked) - 1 : -1].float()
    wanted = torch.tensor(answer, device=logits.device)
    return torch.log_softmax(logits, dim=-1).gather(1, wanted[:, None]).sum().item()


def accuracy(model: PreTrainedModel, pairs: list[dict]) -> dict[str, float]:
    """Share of pairs in which the safe answer is the more likely one, altogether and by rule.

    By the mean of its tokens: of two sums the shorter answer's is higher whatever it says.
    """
    model.eval()
    hits: dict[str, list[bool]] = defaultdict(list)
    for pair in pairs:
        safe, broken = (
            log_probability(model, pair["prompt_ids"], answer) / len(answer)
            for answer in (pair["chosen_ids"], pair["rejected_ids"])
        )
        hits["all"].append(safe > broken)
        hits[pair["rule"]].append(safe > broken)
    return {rule: round(sum(right) / len(right), 4) for rule, right in hits.items()}
