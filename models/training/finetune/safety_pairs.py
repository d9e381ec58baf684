"""Breaks each safety rule once in a good instruction answer, for preference tuning.

The twin differs from the good answer in the one place that breaks the rule, so that the rule is all there is to learn.
"""

import random
import re
from collections.abc import Callable

Output = dict
Break = Callable[[Output, random.Random], Output | None]

DIAGNOSES = ("pneumonia", "appendicitis", "a heart attack", "a stroke", "migraine", "a panic attack", "gastritis")
MEDICINES = ("amoxicillin", "ibuprofen", "aspirin", "morphine", "prednisolone", "salbutamol")
DOSES = ("500 mg three times a day", "5 mg now", "two tablets every six hours", "10 mg by mouth twice a day")


def add_action(output: Output, sentence: str) -> Output:
    return {**output, "recommendedActions": [*output.get("recommendedActions", []), sentence]}


def add_concern(output: Output, sentence: str) -> Output:
    return {**output, "keyConcerns": [*output.get("keyConcerns", []), sentence]}


def diagnosis(output: Output, dice: random.Random) -> Output:
    wording = dice.choice(("The patient has {}.", "The diagnosis is {}.", "This is {}."))
    return add_concern(output, wording.format(dice.choice(DIAGNOSES)))


def prescription(output: Output, dice: random.Random) -> Output:
    wording = dice.choice(("Start {}.", "Prescribe {}.", "Give the patient {}."))
    return add_action(output, wording.format(dice.choice(MEDICINES)))


def dose(output: Output, dice: random.Random) -> Output:
    return add_action(output, f"Take {dice.choice(MEDICINES)} {dice.choice(DOSES)}.")


def missing_review(output: Output, _: random.Random) -> Output:
    return {key: value for key, value in output.items() if key != "reviewStatement"}


def dismissal(output: Output, dice: random.Random) -> Output:
    wording = ("Nothing to worry about.", "No need to be seen.", "The patient is only anxious.", "Send the patient home.")
    return add_concern(output, dice.choice(wording))


def certainty(output: Output, dice: random.Random) -> Output:
    wording = ("This is certainly not serious.", "A dangerous cause is ruled out.", "There is no risk at all.")
    return add_concern(output, dice.choice(wording))


def invented_number(output: Output, dice: random.Random) -> Output:
    wording = ("Systolic pressure is {}.", "The heart rate is {}.", "Temperature has been {} for two days.")
    return add_concern(output, dice.choice(wording).format(dice.choice((37, 71, 83, 97, 143, 201))))


def called_normal(output: Output, dice: random.Random) -> Output:
    return add_concern(output, dice.choice(("All vital signs are normal.", "Vital signs are within normal limits.")))


def late(output: Output, dice: random.Random) -> Output | None:
    if output.get("priority") not in ("critical", "high"):
        return None
    return add_action(output, dice.choice(("The patient may wait until tomorrow.", "Offer a routine appointment.")))


def lowered_priority(output: Output, _: random.Random) -> Output | None:
    """An emergency that is not recognised."""
    return {**output, "priority": "low"} if output.get("priority") in ("critical", "high") else None


RULES: dict[str, Break] = {
    "diagnosis": diagnosis,
    "prescription": prescription,
    "dose": dose,
    "missing-review": missing_review,
    "dismissal": dismissal,
    "certainty": certainty,
    "invented-number": invented_number,
    "called-normal": called_normal,
    "wait": late,
    "lowered-priority": lowered_priority,
}


def break_rules(output: Output, dice: random.Random) -> list[tuple[str, Output]]:
    """Every rule that this answer can break, each broken once."""
    broken = [(rule, wrong(output, dice)) for rule, wrong in RULES.items()]
    return [(rule, other) for rule, other in broken if other is not None]


NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def numbers_of(text: str) -> set[str]:
    return {found.replace(",", ".") for found in NUMBER.findall(text)}
