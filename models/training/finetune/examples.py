"""What the model learns from: drafts with their broken twins, and instruction examples of the dataset builder."""

import json
import pathlib
import random
from collections.abc import Iterator
from dataclasses import dataclass

from jsonschema import Draft202012Validator

from .safety_pairs import break_rules

SCHEMA = pathlib.Path(__file__).resolve().parents[1] / "dataset" / "example.schema.json"
SPLITS = ("train", "validation", "test")


@dataclass(frozen=True)
class Rejected:
    """The same answer with exactly one safety rule broken."""

    rule: str
    answer: str


@dataclass(frozen=True)
class Example:
    id: str
    split: str
    system: str
    user: str
    answer: str
    rejected: tuple[Rejected, ...] = ()


def read_lines(file: pathlib.Path) -> Iterator[dict]:
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def read_drafts(file: pathlib.Path) -> list[Example]:
    """Lines of `npm run draft:examples`: id, split, system, user, answer, rejected."""
    return [
        Example(
            id=row["id"],
            split=row["split"],
            system=row["system"],
            user=row["user"],
            answer=row["answer"],
            rejected=tuple(Rejected(one["rule"], one["answer"]) for one in row.get("rejected", [])),
        )
        for row in read_lines(file)
    ]


def read_instructions(file: pathlib.Path) -> list[Example]:
    """Lines of the dataset builder, held against its schema; each answer gets twins that break one safety rule each."""
    check = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    found = []
    for number, row in enumerate(read_lines(file), start=1):
        fault = next(check.iter_errors(row), None)
        if fault is not None:
            raise SystemExit(f"{file}, line {number}, {'.'.join(map(str, fault.path))}: {fault.message[:200]}")
        metadata, output = row["metadata"], row["output"]
        name = metadata["id"]
        broken = break_rules(output, random.Random(name))
        found.append(
            Example(
                id=name,
                split=metadata["split"],
                system=row["instruction"],
                user=write_input(row["input"]),
                answer=write_output(output),
                rejected=tuple(Rejected(rule, write_output(other)) for rule, other in broken),
            )
        )
    return found


INPUT = {
    "history": "History",
    "symptoms": "Symptoms",
    "vitals": "Vital signs",
    "medicines": "Medicines",
    "allergies": "Allergies",
}

OUTPUT = {
    "priority": "Priority",
    "keyConcerns": "Key concerns",
    "questions": "Questions",
    "recommendedActions": "Recommended actions",
    "reviewStatement": "Review",
}


def write_input(given: dict) -> str:
    """One line a part. A part that is absent is said to be unknown: never read as none."""
    return "\n".join(f"{label}: {as_text(given.get(key))}" for key, label in INPUT.items())


def write_output(output: dict) -> str:
    return "\n".join(f"{label}: {as_text(output[key])}" for key, label in OUTPUT.items() if output.get(key))


def as_text(value: object) -> str:
    if value is None:
        return "unknown"
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return ", ".join(f"{key} {as_text(one)}" for key, one in value.items()) or "none recorded"
    if isinstance(value, list):
        return "; ".join(as_text(one) for one in value) or "none recorded"
    return str(value)


def spread(rows: list, wanted: int) -> list:
    """So many of the rows, evenly spread: neighbours are often of one case."""
    if len(rows) <= wanted:
        return rows
    return [rows[at * len(rows) // wanted] for at in range(wanted)]


def of_split(examples: list[Example], split: str) -> list[Example]:
    return [example for example in examples if example.split == split]
