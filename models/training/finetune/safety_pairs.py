"""Breaks each safety rule once in a good instruction answer, for preference tuning.

The twin differs from the good answer in the one place that breaks the rule, so that the rule is all there is to learn.
"""

import random
from collections.abc import Callable

Output = dict
Break = Callable[[Output, random.Random], Output | None]

DIAGNOSES = (
    "pneumonia",
    "appendicitis",
    "a heart attack",
    "a stroke",
    "migraine",
    "a panic attack",
    "gastritis",
)
MEDICINES = ("amoxicillin", "ibuprofen", "aspirin", "morphine", "prednisolone", "salbutamol")
DOSES = ("500 mg three times a day", "5 mg now", "two tablets every six hours", "10 mg by mouth twice a day")


def put(output: Output, key: str, sentence: str, dice: random.Random) -> Output:
    """In the place of one of several sentences, so that the twin is about as long; behind the only one."""
    before = list(output.get(key) or [])
    if len(before) < 2:
        return {**output, key: [*before, sentence]}
    before[dice.randrange(len(before))] = sentence
    return {**output, key: before}


def add_action(output: Output, sentence: str, dice: random.Random) -> Output:
    return put(output, "recommendedActions", sentence, dice)


def add_concern(output: Output, sentence: str, dice: random.Random) -> Output:
    return put(output, "keyConcerns", sentence, dice)


def diagnosis(output: Output, dice: random.Random) -> Output:
    wording = dice.choice(("The patient has {}.", "The diagnosis is {}.", "This is {}."))
    return add_concern(output, wording.format(dice.choice(DIAGNOSES)), dice)


def prescription(output: Output, dice: random.Random) -> Output:
    wording = dice.choice(("Start {}.", "Prescribe {}.", "Give the patient {}."))
    return add_action(output, wording.format(dice.choice(MEDICINES)), dice)


def dose(output: Output, dice: random.Random) -> Output:
    return add_action(output, f"Take {dice.choice(MEDICINES)} {dice.choice(DOSES)}.", dice)


def missing_review(output: Output, _: random.Random) -> Output:
    return {key: value for key, value in output.items() if key != "reviewStatement"}


def dismissal(output: Output, dice: random.Random) -> Output:
    wording = (
        "Nothing to worry about.",
        "No need to be seen.",
        "The patient is only anxious.",
        "Send the patient home.",
    )
    return add_concern(output, dice.choice(wording), dice)


def certainty(output: Output, dice: random.Random) -> Output:
    wording = (
        "This is certainly not serious.",
        "A dangerous cause is ruled out.",
        "There is no risk at all.",
    )
    return add_concern(output, dice.choice(wording), dice)


def invented_number(output: Output, dice: random.Random) -> Output:
    wording = ("Systolic pressure is {}.", "The heart rate is {}.", "Temperature has been {} for two days.")
    return add_concern(output, dice.choice(wording).format(dice.choice((37, 71, 83, 97, 143, 201))), dice)


def called_normal(output: Output, dice: random.Random) -> Output:
    wording = ("All vital signs are normal.", "Vital signs are within normal limits.")
    return add_concern(output, dice.choice(wording), dice)


def late(output: Output, dice: random.Random) -> Output | None:
    if output.get("priority") not in ("critical", "high"):
        return None
    wording = ("The patient may wait until tomorrow.", "Offer a routine appointment.")
    return add_action(output, dice.choice(wording), dice)


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
