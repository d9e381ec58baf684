"""What the stages of training share: settings, checkpoints to go on from, a log, and the loss before and after."""

import json
import pathlib
import resource
import time
from collections.abc import Callable

import torch
from common.files import to_json, write_atomically
from torch.utils.data import Dataset
from transformers import (
    PreTrainedModel,
    PreTrainedTokenizerBase,
    Trainer,
    TrainerCallback,
    TrainerControl,
    TrainerState,
    TrainingArguments,
)
from transformers.trainer_utils import get_last_checkpoint

from .config import Config, TinyBase, Training

Log = Callable[..., None]


class Rows(Dataset):
    """Dictionaries of tensors, all of them in memory."""

    def __init__(self, rows: list[dict]) -> None:
        self.rows = rows

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, index: int) -> dict:
        return self.rows[index]


def blocks_of(tokenizer: PreTrainedTokenizerBase, texts: list[str], block: int) -> Rows:
    """Texts one after the other, an end token between, cut into blocks; a short rest is its own block."""
    stream: list[int] = []
    for text in texts:
        stream += [*tokenizer(text, add_special_tokens=False).input_ids, tokenizer.eos_token_id]
    cut = [stream[at : at + block] for at in range(0, len(stream), block)]
    whole = [ids for ids in cut if len(ids) == block] or [ids for ids in cut if len(ids) > 1]
    return Rows([{"input_ids": torch.tensor(ids), "labels": torch.tensor(ids)} for ids in whole])


def common_settings(config: Config, training: Training | TinyBase, folder: pathlib.Path) -> dict:
    """Settings of every trainer: seeds fixed, nothing sent anywhere, one checkpoint kept to go on from."""
    cuda = torch.cuda.is_available()
    is_tiny = isinstance(training, TinyBase)
    return {
        "output_dir": str(folder / "checkpoints"),
        "max_steps": training.steps,
        "per_device_train_batch_size": training.batch,
        "per_device_eval_batch_size": training.batch,
        "gradient_accumulation_steps": 1 if is_tiny else training.accumulate,
        "learning_rate": training.rate,
        "warmup_steps": int(training.steps * (0.05 if is_tiny else training.warmup)),
        "lr_scheduler_type": "cosine",
        "seed": config.seed,
        "data_seed": config.seed,
        "logging_steps": max(1, training.steps // 20),
        "save_strategy": "steps",
        "save_steps": max(1, training.steps // 4) if is_tiny else training.save_every,
        "save_total_limit": 1,
        "report_to": "none",
        "disable_tqdm": True,
        "use_cpu": not cuda,
        "bf16": cuda and config.precision == "bfloat16",
        "gradient_checkpointing": cuda,
        "dataloader_pin_memory": cuda,
    }


class LogLines(TrainerCallback):
    def __init__(self, log: Log) -> None:
        self.log = log

    def on_log(
        self,
        args: TrainingArguments,
        state: TrainerState,
        control: TrainerControl,
        logs: dict | None = None,
        **_: object,
    ) -> None:
        numbers = {key: value for key, value in (logs or {}).items() if isinstance(value, int | float)}
        self.log(step=state.global_step, **numbers)
        print(f"  step {state.global_step} of {state.max_steps}: {brief(numbers)}", flush=True)


def brief(numbers: dict) -> str:
    shown = [key for key in ("loss", "eval_loss", "rewards/accuracies", "eval_rewards/accuracies") if key in numbers]
    return ", ".join(f"{key} {numbers[key]:.3f}" for key in shown)


def run_trainer(trainer: Trainer, folder: pathlib.Path, log: Log, keys: tuple[str, ...] = ("eval_loss",)) -> dict:
    """Measures, trains from the last checkpoint if there is one, measures again."""
    trainer.add_callback(LogLines(log))
    for callback in list(trainer.callback_handler.callbacks):
        if type(callback).__name__ == "PrinterCallback":
            trainer.remove_callback(callback)
    kept = folder / "before.json"
    if not kept.exists():
        measured = trainer.evaluate()
        write_atomically(kept, to_json({key: measured[key] for key in keys}))
    before = json.loads(kept.read_text())
    checkpoint = get_last_checkpoint(folder / "checkpoints") if (folder / "checkpoints").exists() else None
    if checkpoint is not None:
        log(resumed=pathlib.Path(checkpoint).name)
        print(f"  goes on from {pathlib.Path(checkpoint).name}", flush=True)
    begin = time.monotonic()
    trained = trainer.train(resume_from_checkpoint=checkpoint)
    seconds = time.monotonic() - begin
    after = trainer.evaluate()
    result = {
        "steps": trained.global_step,
        "resumed_from": None if checkpoint is None else pathlib.Path(checkpoint).name,
        "seconds_training": round(seconds, 1),
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "held_out": {
            key.removeprefix("eval_"): {"before": round(before[key], 4), "after": round(after[key], 4)} for key in keys
        },
    }
    if torch.cuda.is_available():
        result["peak_gpu_memory_mb"] = torch.cuda.max_memory_allocated() // (1 << 20)
    return result


def train_language(
    model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, learnt: Dataset, apart: Dataset,
    training: Training | TinyBase, config: Config, folder: pathlib.Path, log: Log,
) -> dict:  # fmt: skip
    """Next-token training on blocks of text."""
    trainer = Trainer(
        model=model,
        args=TrainingArguments(**common_settings(config, training, folder)),
        train_dataset=learnt,
        eval_dataset=apart,
        data_collator=same_length,
        processing_class=tokenizer,
    )
    result = run_trainer(trainer, folder, log)
    return {"blocks": len(learnt), "held_out_blocks": len(apart), **result}


def same_length(rows: list[dict]) -> dict:
    """Blocks are of one length; where they are not (a very small corpus), all are cut to the shortest."""
    shortest = min(len(row["input_ids"]) for row in rows)
    return {key: torch.stack([row[key][:shortest] for row in rows]) for key in ("input_ids", "labels")}
