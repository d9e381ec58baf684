"""The model card, filled from the results of the run."""

import pathlib
import shutil
import time

from common.files import write_atomically

from .base import Entry
from .config import Config


def write_card(
    config: Config, entry: Entry, results: dict[str, dict], folder: pathlib.Path, exported: pathlib.Path
) -> dict:
    """Writes MODEL_CARD.md, and puts a copy into the exported folder where there is one."""
    file = folder / "MODEL_CARD.md"
    write_atomically(file, card(config, entry, results).encode())
    if (exported / "manifest.json").exists():
        shutil.copy(file, exported / "MODEL_CARD.md")
    return {"bytes": file.stat().st_size}


def card(config: Config, entry: Entry, results: dict[str, dict]) -> str:
    tiny = config.base.tiny is not None
    gate = results.get("gate", {})
    lines = [
        f"# {config.name}",
        "",
        f"Made {time.strftime('%Y-%m-%d', time.gmtime())} from `{entry.id}` ({entry.licence}).",
        "",
        "**A test of the stages of the pipeline. Never a drafter.**"
        if tiny
        else "For drafting text that a nurse reads, changes and signs; it never sets or lowers a priority.",
        "",
        f"Evaluation gate on the exported file: **{verdict(gate)}**. A model that did not pass it stays off.",
        "",
        "| stage | measured |",
        "| --- | --- |",
        *(f"| {name} | {cell(result)} |" for name, result in results.items() if name not in ("gate", "card")),
        "",
        "## What this does not say",
        "",
        "Examples are made by rules from synthetic cases unless the configuration names a clinic's own file; a loss",
        "that falls on them says nothing about real patients. No clinician has read the drafts behind these numbers.",
    ]
    return "\n".join(lines) + "\n"


def verdict(gate: dict) -> str:
    if "passed" not in gate:
        return "not run"
    return "passed" if gate["passed"] else f"failed: {'; '.join(gate['reasons'])}"


def cell(result: dict) -> str:
    return "; ".join(f"{key.replace('_', ' ')}: {value_of(value)}" for key, value in result.items())


def value_of(value: object) -> str:
    if isinstance(value, dict):
        if set(value) == {"before", "after"}:
            return f"{value['before']} before, {value['after']} after"
        return "(" + ", ".join(f"{key} {value_of(one)}" for key, one in value.items()) + ")"
    return str(value)
