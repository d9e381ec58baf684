"""Brings the examples together: drafts and instructions, made here by Prescreen's own commands or given as files."""

import os
import pathlib
import shutil
import subprocess
from collections import Counter

from common.files import ROOT

from .config import Config, Drafts, Instructions, at_root
from .examples import SPLITS, Example, read_drafts, read_instructions

SANDBOX_SECRET = "the patients of the sandbox are made up"
"""De-identification asks for a secret; a clinic's own comes from its configuration or PRESCREEN_DEID_SECRET."""

SOME_SKIPPED = 2
"""How the dataset builder ends when it left records out, which it lists."""


def gather_examples(config: Config, folder: pathlib.Path) -> dict:
    """Writes `drafts.jsonl` and `instructions.jsonl` as far as they are wanted, and counts what is in them."""
    found: dict = {}
    if config.data.drafts is not None:
        bring_drafts(config.data.drafts, folder / "drafts.jsonl")
        found["drafts"] = count(read_drafts(folder / "drafts.jsonl"))
    if config.data.instructions is not None:
        bring_instructions(config.data.instructions, folder / "instructions.jsonl")
        found["instructions"] = count(read_instructions(folder / "instructions.jsonl"))
    return found


def bring_drafts(drafts: Drafts, file: pathlib.Path) -> None:
    if drafts.file is not None:
        shutil.copy(at_root(drafts.file), file)
    else:
        node("draft:examples", "--out", file, "--cases", drafts.count, "--seed", drafts.seed)


def bring_instructions(wanted: Instructions, file: pathlib.Path) -> None:
    """One file of all splits; each line says which one it is in."""
    if wanted.folder is None and wanted.dataset is None:
        node("dataset:examples", "--out", file, "--count", wanted.count, "--seed", wanted.seed)
        return
    if wanted.sandbox is not None:
        node("dataset:sandbox", "--out", at_root(wanted.sandbox))
    folder = file.with_name("dataset") if wanted.folder is None else at_root(wanted.folder)
    if wanted.dataset is not None:
        secret = {} if wanted.sandbox is None else {"PRESCREEN_DEID_SECRET": SANDBOX_SECRET}
        node("dataset", "--config", at_root(wanted.dataset), "--out", folder, secret=secret)
    file.write_text(
        "".join((folder / f"{split}.jsonl").read_text(encoding="utf-8") for split in SPLITS), encoding="utf-8"
    )


def node(script: str, *arguments: object, secret: dict[str, str] | None = None) -> None:
    """Runs a command of Prescreen's own."""
    command = ["npm", "run", "--silent", script, "--", *(str(one) for one in arguments)]
    ended = subprocess.run(command, cwd=ROOT, check=False, env={**os.environ, **(secret or {})})
    if ended.returncode not in (0, SOME_SKIPPED):
        raise SystemExit(f"npm run {script} failed")


def count(examples: list[Example]) -> dict:
    splits = Counter(example.split for example in examples)
    rules = Counter(one.rule for example in examples for one in example.rejected)
    missing = [split for split in SPLITS if not splits[split]]
    if missing:
        raise SystemExit(f"no example in the split {', '.join(missing)}")
    return {**{split: splits[split] for split in SPLITS}, "broken_twins": dict(sorted(rules.items()))}
