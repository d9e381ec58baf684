"""The model's inputs in Python: the twin of `models/features.ts`, from the same `models/features.json`.

Works on whole columns; `None` or NaN is not known. Race, ethnicity and payer are not among the arguments, and
`assert_no_audit_column` refuses a specification that names them.
"""

import json

import numpy as np

from common.files import ROOT

SPEC = json.loads((ROOT / "models" / "features.json").read_text())
FORBIDDEN = ("race", "ethn", "pay", "insur", "language", "name", "relig", "housing", "zip")
NAMES = [
    *(m["name"] for m in SPEC["measured"]),
    *SPEC["derived"],
    *SPEC["flags"],
    *(c["name"] for c in SPEC["conditions"]),
]
CONDITIONS_AT = slice(len(NAMES) - len(SPEC["conditions"]), len(NAMES))


def assert_no_audit_column() -> None:
    """Attributes that are kept for the fairness report must never be an input."""
    sources = [column for c in SPEC["conditions"] for column in c["survey"]]
    for name in [*NAMES, *sources]:
        if any(word in name.lower() for word in FORBIDDEN):
            raise SystemExit(f"{name} must not be an input of the triage model")


def encode(known: dict[str, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Columns by name (`age`, vitals, `female`, `ambulance`, conditions), NaN where not known -> values, present."""
    known = {name: np.asarray(column, np.float64) for name, column in known.items()}
    rows = len(next(iter(known.values())))
    nothing = np.full(rows, np.nan)
    for measured in SPEC["measured"]:
        column = known.get(measured["name"], nothing)
        low, high = measured["range"]
        with np.errstate(invalid="ignore"):
            known[measured["name"]] = np.where((column >= low) & (column <= high), column, np.nan)
    known |= derive(known)
    columns = [known.get(name, nothing) for name in NAMES]
    values = np.stack(columns, axis=1)
    present = np.isfinite(values)
    return np.where(present, values, 0).astype(np.float32), present.astype(np.float32)


def derive(known: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    bands = SPEC["typicalByAge"]["bands"]
    age = known["age"]
    place = np.searchsorted([b["below"] for b in bands], np.nan_to_num(age, nan=0), side="right")
    found = {}
    for name in ("heart-rate", "respiratory-rate", "systolic"):
        typical = np.array([b[name] for b in bands], np.float64)[place]
        found[f"{name}-for-age"] = np.where(np.isfinite(age), known[name] / typical, np.nan)
    found["shock-index"] = known["heart-rate"] / known["systolic"]
    found["mean-pressure"] = (known["systolic"] + 2 * known["diastolic"]) / 3
    found["pulse-pressure"] = known["systolic"] - known["diastolic"]
    total, seen = np.zeros(len(age)), np.zeros(len(age), bool)
    for name in ("respiratory-rate", "spo2", "systolic", "heart-rate", "temperature"):
        limits, points = (np.array(part, np.float64) for part in zip(*SPEC["news2"][name], strict=True))
        column = known[name]
        is_known = np.isfinite(column)
        total += np.where(is_known, points[np.searchsorted(limits, np.nan_to_num(column))], 0)
        seen |= is_known
    found["news2-part"] = np.where(seen, total, np.nan)
    return found
