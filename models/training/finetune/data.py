"""Brings the examples together: drafts and instructions, made here by Prescreen's own commands or given as files."""

import pathlib
import shutil
import subprocess
from collections import Counter

from common.files import ROOT

from .config import Config, Made, at_root
from .examples import SPLITS, Example, read_drafts, read_instructions


def gather_examples(config: Config, folder: pathlib.Path) -> dict:
    """Writes `drafts.jsonl` and `instructions.jsonl` as far as they are wanted, and counts what is in them."""
    found: dict = {}
    if config.data.drafts is not None:
        file = folder / "drafts.jsonl"
        bring(config.data.drafts, file, "draft:examples", "--cases")
        found["drafts"] = count(read_drafts(file))
    if config.data.instructions is not None:
        file = folder / "instructions.jsonl"
        bring(config.data.instructions, file, "dataset:examples", "--count")
        found["instructions"] = count(read_instructions(file))
    return found


def bring(made: Made, file: pathlib.Path, script: str, how_many: str) -> None:
    if made.file is not None:
        shutil.copy(at_root(made.file), file)
        return
    arguments = ["--out", str(file), how_many, str(made.count), "--seed", str(made.seed)]
    subprocess.run(["npm", "run", "--silent", script, "--", *arguments], cwd=ROOT, check=True)


def count(examples: list[Example]) -> dict:
    splits = Counter(example.split for example in examples)
    rules = Counter(one.rule for example in examples for one in example.rejected)
    missing = [split for split in SPLITS if not splits[split]]
    if missing:
        raise SystemExit(f"no example in the split {', '.join(missing)}")
    return {**{split: splits[split] for split in SPLITS}, "broken_twins": dict(sorted(rules.items()))}
