"""The visits of one year as a service would get them: `python -m triage.report_visits 2020 OUT.jsonl`.

For the comparison of rules, model and both. The complaint is told twice: by the labels of its codes, and in the
generator's held-out words, one sentence for each reason or one for all, half and half. The outcomes stand beside
it. Race and payer are left out.
"""

import json
import pathlib
import random
import sys

import numpy as np

from common.files import write_atomically
from triage.features import SPEC
from triage.phrasings import sentence
from triage.read import read_all, reason_labels
from triage.table import SURVEY_VITALS, to_visits
from triage.text import SEED

RANGES = {measured["name"]: measured["range"] for measured in SPEC["measured"]}


def vitals_of(raw: dict[str, np.ndarray], row: int) -> dict[str, float]:
    found = {name: float(raw[column][row]) for name, column in SURVEY_VITALS.items()}
    found["temperature"] = round((float(raw["TEMPF"][row]) / 10 - 32) / 1.8, 1)
    return {name: value for name, value in found.items() if RANGES[name][0] <= value <= RANGES[name][1]}


def conditions_of(raw: dict[str, np.ndarray], row: int) -> list[str] | None:
    """Concept ids; None where the section was left blank, which says nothing about the patient."""
    if raw["NOCHRON"][row] == 2:
        return None
    known = SPEC["conditions"]
    return [c["concepts"][0] for c in known if any(raw[column][row] == 1 for column in c["survey"])]


def visits_of(year: int) -> list[dict]:
    raw = read_all()
    visits, labels = to_visits(raw), reason_labels()
    dice = random.Random(f"{SEED} {year}")
    lines = []
    for row in np.flatnonzero((visits.year == year) & np.isfinite(visits.level)):
        codes = [int(code) for code in visits.reasons[row] if code > 0]
        parts = [codes] if dice.random() < 0.5 else [[code] for code in codes]
        lines.append(
            {
                "id": int(row),
                "sentences": ". ".join(sentence(part, "held", dice) for part in parts if part),
                "labels": ". ".join(filter(None, (labels.get(code, "").rstrip(". ") for code in codes))),
                "ageYears": round(float(visits.groups["age"][row]), 3),
                "sex": "female" if raw["SEX"][row] == 1 else "male",
                "vitals": vitals_of(raw, row),
                "conditions": conditions_of(raw, row),
                "ambulance": {1: True, 2: False}.get(int(np.nan_to_num(raw["ARREMS"][row])), None),
                "level": int(visits.level[row]),
                "critical": bool(visits.targets[row, 4] == 1),
                "admitted": bool(raw["ADMITHOS"][row] == 1),
            }
        )
    return lines


def main() -> None:
    year, out = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    lines = visits_of(year)
    text = "\n".join(json.dumps(line) for line in lines) + "\n"
    write_atomically(out, text.encode())
    print(f"{len(lines)} visits of {year}")


if __name__ == "__main__":
    main()
