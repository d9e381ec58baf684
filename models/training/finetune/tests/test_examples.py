"""What is learnt from: the dataset's schema is kept, unknown is never none, and a twin breaks one rule."""

import json
import random

import pytest

from finetune.examples import read_instructions, write_input, write_output
from finetune.safety_pairs import RULES, break_rules

OUTPUT = {
    "priority": "high",
    "keyConcerns": ["Chest pain for two hours.", "Heart rate above normal."],
    "questions": ["Does the pain spread?"],
    "recommendedActions": ["Take a 12-lead ECG within ten minutes.", "Call the physician."],
    "reviewStatement": "A nurse must review this proposal.",
}

ROW = {
    "instruction": "Assess.",
    "input": {
        "history": ["woman, 67"],
        "symptoms": "chest pain",
        "vitals": {"heart rate": "118 /min (above normal)"},
        "medicines": [],
        "allergies": None,
    },
    "output": OUTPUT,
    "metadata": {
        "id": "synthetic/1",
        "schema": "1",
        "source": "synthetic",
        "split": "train",
        "group": "a",
        "demographics": {"ageBand": "60-69", "sex": "female"},
        "provenance": {"origin": "nurse", "gold": "construction"},
        "licence": "Apache-2.0",
    },
}


def test_unknown_and_none_are_told_apart():
    text = write_input(ROW["input"])
    assert "Medicines: none recorded" in text
    assert "Allergies: unknown" in text


def test_every_rule_is_broken_once_and_the_rest_stays():
    broken = dict(break_rules(OUTPUT, random.Random(1)))
    assert set(broken) == set(RULES)
    for rule, other in broken.items():
        assert other != OUTPUT, rule
        changed = [key for key in OUTPUT if other.get(key) != OUTPUT[key]]
        assert len(changed) == 1, rule


def test_a_twin_is_about_as_long_as_the_answer():
    for rule, other in break_rules(OUTPUT, random.Random(2)):
        if rule != "missing-review":
            assert abs(len(write_output(other)) - len(write_output(OUTPUT))) < 60, rule


def test_rules_of_emergencies_are_left_out_for_a_low_priority():
    rules = {rule for rule, _ in break_rules({**OUTPUT, "priority": "low"}, random.Random(1))}
    assert rules == set(RULES) - {"wait", "lowered-priority"}


def test_a_line_of_the_dataset_becomes_an_example(tmp_path):
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps(ROW) + "\n")
    (example,) = read_instructions(file)
    assert (example.id, example.split, example.system) == ("synthetic/1", "train", "Assess.")
    assert example.answer.splitlines()[0] == "Priority: high"


def test_a_line_that_breaks_the_schema_ends_the_run_with_its_place(tmp_path):
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps(ROW) + "\n" + json.dumps({**ROW, "output": {**OUTPUT, "priority": "urgent"}}) + "\n")
    with pytest.raises(SystemExit, match=r"line 2, output\.priority"):
        read_instructions(file)
