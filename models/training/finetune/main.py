"""Runs every stage of a configuration, each once, and goes on where a killed run stopped.

`npm run finetune -- --config models/training/finetune/tiny.yaml [--out FOLDER] [--until STAGE]`
"""

import argparse
import logging
import os
import pathlib
import sys
import warnings

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
logging.getLogger("bitsandbytes").setLevel(logging.CRITICAL)  # It offers optional CPU kernels at every start.
warnings.filterwarnings("ignore", category=FutureWarning, module="transformers")

import torch
import transformers
from common.files import cache_folder, sha256, to_json, write_atomically

from .base import check_base, find_entry
from .card import write_card
from .config import Config, at_root, read_config
from .data import gather_examples
from .evaluate import evaluate
from .examples import read_drafts, read_instructions
from .export_gguf import export_gguf
from .export_onnx import export_onnx
from .gate import gate, repeat_in_node
from .merge import merge
from .prefer import prefer
from .pretrain import pretrain, read_guidelines, read_texts
from .stages import Run, versions
from .tiny import make_tiny
from .train import Log
from .tune import tune

STAGES = (
    "data",
    "base",
    "pretrain",
    "tune",
    "prefer",
    "merge",
    "evaluate",
    "onnx",
    "gguf",
    "node",
    "gate",
    "card",
)


def run_stages(config: Config, out: pathlib.Path, until: str) -> Run:
    run = Run(out)
    out.mkdir(parents=True, exist_ok=True)
    settings = config.model_dump(mode="json")
    write_atomically(out / "config.json", to_json({"config": settings, "versions": versions()}))
    run.log("run", config=config.name, versions=versions())
    torch.set_num_threads(config.threads)
    entry = find_entry(config)

    def log(name: str) -> Log:
        return lambda **what: run.log(name, **what)

    wanted = STAGES[: STAGES.index(until) + 1]

    made = run.stage("data", data_settings(config), lambda folder: gather_examples(config, folder))
    examples = [
        *(read_drafts(out / "data" / "drafts.jsonl") if "drafts" in made else []),
        *(read_instructions(out / "data" / "instructions.jsonl") if "instructions" in made else []),
    ]
    guidelines, guidelines_held = read_guidelines(config.data)

    if config.base.tiny is not None:
        tiny = config.base.tiny
        texts = [
            *read_texts(config.data.general),
            *(f"{one.user}\n{one.answer}" for one in examples if one.split == "train"),
        ]
        held = [f"{one.user}\n{one.answer}" for one in examples if one.split == "validation"]
        if "base" in wanted:
            run.stage(
                "base",
                settings["base"],
                lambda folder: make_tiny(config, tiny, texts, held, folder, log("base")),
            )
        base = out / "base" / "base"
    else:
        base = config.base.folder
        check_base(base, entry)
        run.stage(
            "base",
            [settings["base"], sha256(base / "config.json")],
            lambda _: {"folder": str(base), "registry": entry.id},
        )

    adapter: pathlib.Path | None = None
    common = [settings["lora"], settings["precision"], settings["quantise"]]
    if "pretrain" in wanted and config.pretrain.steps and not entry.is_encoder_decoder:
        run.stage(
            "pretrain",
            [common, settings["pretrain"], guidelines, guidelines_held],
            lambda folder: pretrain(config, entry, base, folder, log("pretrain")),
        )
        adapter = out / "pretrain" / "adapter"
    if "tune" in wanted and config.tune.steps:
        before = adapter
        run.stage(
            "tune",
            [common, settings["tune"]],
            lambda folder: tune(config, entry, base, before, examples, folder, log("tune")),
        )
        adapter = out / "tune" / "adapter"
    if "prefer" in wanted and config.prefer.steps and not entry.is_encoder_decoder:
        if adapter is None:
            raise SystemExit("preference tuning starts from a tuned model: give tune some steps")
        tuned = adapter
        run.stage(
            "prefer",
            [common, settings["prefer"]],
            lambda folder: prefer(config, entry, base, tuned, examples, folder, log("prefer")),
        )
        adapter = out / "prefer" / "adapter"
    if adapter is None and until in ("data", "base"):
        return run
    if adapter is None:
        raise SystemExit("no stage of training has any steps")

    last, merged = adapter, out / "merge" / "model"
    texts = [f"{one.system}\n{one.user}\n{one.answer}" for one in examples if one.split == "test"]
    later = {
        "merge": lambda folder: merge(config, entry, base, last, texts[:8], folder),
        "evaluate": lambda folder: evaluate(config, entry, base, merged, examples, folder),
        "onnx": lambda folder: export_onnx(
            config, entry, merged, openings(guidelines_held, config.export.reference_prompts), folder
        ),
        "gguf": lambda folder: export_gguf(config, entry, merged, folder),
        "node": lambda _: repeat_in_node(config, out / "onnx"),
        "gate": lambda _: gate(out / "onnx" / "model"),
        "card": lambda folder: write_card(config, entry, run.results, folder, out / "onnx" / "model"),
    }
    needs = {"evaluate": settings["evaluate"], "onnx": settings["export"], "gguf": settings["export"]}
    for name, work in later.items():
        if name in wanted:
            run.stage(name, needs.get(name), work)
    return run


def openings(texts: list[str], wanted: int) -> list[str]:
    """The first words of texts that no stage learnt from, for the model to go on with."""
    return [" ".join(text.split()[:25]) for text in texts[:wanted]]


def data_settings(config: Config) -> object:
    """What the examples are made from; files that were given count by their content."""
    drafts, instructions = config.data.drafts, config.data.instructions
    files = [at_root(drafts.file)] if drafts is not None and drafts.file is not None else []
    if instructions is not None and instructions.folder is not None:
        files += sorted(at_root(instructions.folder).glob("*.jsonl"))
    if instructions is not None and instructions.dataset is not None:
        files.append(at_root(instructions.dataset))
    return [config.data.model_dump(mode="json"), [sha256(file) for file in files]]


def main() -> None:
    parser = argparse.ArgumentParser(prog="finetune")
    parser.add_argument("--config", type=pathlib.Path, required=True)
    parser.add_argument(
        "--out", type=pathlib.Path, help="default: a folder of the configuration's name in the user's cache"
    )
    parser.add_argument("--until", choices=STAGES, default=STAGES[-1])
    options = parser.parse_args()
    transformers.logging.disable_progress_bar()
    config = read_config(at_root(options.config))
    out = at_root(options.out) if options.out else cache_folder("finetune") / config.name
    run_stages(config, out, options.until)
    print(f"done: {out}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
