"""Writes what the TypeScript tests compare with: made-up charts, their inputs, and what the model says of some."""

import gzip
import json

import numpy as np

from common.files import ROOT, write_atomically
from triage import patterns
from triage.calibrate import CRITICAL, PRIORITIES, Calibration, priorities_of, sets_of
from triage.familiar import Familiar
from triage.features import NAMES, SPEC, encode
from triage.fit import Ensemble

CHARTS, PREDICTED = 1200, 60
FOLDER = ROOT / "test" / "fixtures" / "models"


def charts() -> list[dict]:
    """Ordinary and odd: values missing, at their limits, impossible; every band of age."""
    dice = np.random.default_rng(77)
    found = []
    for _ in range(CHARTS):
        chart: dict = {"sex": str(dice.choice(["female", "male", "other", "unknown"], p=[0.45, 0.45, 0.05, 0.05]))}
        if dice.random() < 0.95:
            chart["ageYears"] = float(np.round(dice.choice([dice.uniform(0, 2), dice.uniform(0, 125)]), 3))
        vitals = {}
        for measured in SPEC["measured"][1:]:
            low, high = measured["range"]
            if dice.random() < 0.75:
                wide = (high - low) * 0.1
                value = dice.choice([dice.uniform(low - wide, high + wide), low, high, dice.normal((low + high) / 2, wide)])
                vitals[measured["from"]] = float(np.round(value, 1))
        chart["vitals"] = vitals
        if dice.random() < 0.7:
            chart["arrivedByAmbulance"] = bool(dice.random() < 0.3)
        if dice.random() < 0.8:
            pool = [c for condition in SPEC["conditions"] for c in condition["concepts"]] + ["migraine", "gout"]
            chart["conditions"] = sorted({str(c) for c in dice.choice(pool, int(dice.integers(0, 5)))})
        found.append(chart)
    return found


def stated(chart: dict, name: str) -> float:
    return (chart if name == "ageYears" else chart["vitals"]).get(name, np.nan)


def columns(all_charts: list[dict]) -> dict[str, np.ndarray]:
    known: dict[str, list[float]] = {}
    for measured in SPEC["measured"]:
        known[measured["name"]] = [stated(chart, measured["from"]) for chart in all_charts]
    sexes = {"female": 1.0, "male": 0.0}
    known["female"] = [sexes.get(chart["sex"], np.nan) for chart in all_charts]
    known["ambulance"] = [float(chart.get("arrivedByAmbulance", np.nan)) for chart in all_charts]
    for condition in SPEC["conditions"]:
        known[condition["name"]] = [
            float(bool(set(condition["concepts"]) & set(chart["conditions"]))) if "conditions" in chart else np.nan
            for chart in all_charts
        ]
    return {name: np.array(column, np.float64) for name, column in known.items()}


def made_up_text(chart: int) -> np.ndarray:
    """A vector that TypeScript can make too; every fifth chart has none."""
    if chart % 5 == 0:
        return np.zeros(SPEC["textDimensions"], np.float32)
    place = np.arange(SPEC["textDimensions"])
    return (np.sin(chart + place * (1 + chart / 100)) / 14).astype(np.float32)


def write(model: Ensemble, calibration: Calibration, known: Familiar) -> None:
    all_charts = charts()
    values, present = encode(columns(all_charts))
    rows = [
        [chart, [[int(i), float(f"{values[r, i]:.7g}")] for i in np.flatnonzero(present[r])]] for r, chart in enumerate(all_charts)
    ]
    body = json.dumps({"names": NAMES, "charts": rows}, separators=(",", ":")).encode()
    write_atomically(FOLDER / "features-golden.json.gz", gzip.compress(body, 9, mtime=0))

    text = np.stack([made_up_text(r) for r in range(PREDICTED)])
    values, present = values[:PREDICTED], present[:PREDICTED]
    ages = np.array([v if p else np.nan for v, p in zip(values[:, 0], present[:, 0], strict=True)])
    own, band = patterns.pattern_of(present, text), patterns.band_of(ages)
    logits = model.logits(values, present, text).astype(np.float64)
    probability = calibration.probabilities(logits, own, band)
    chance = priorities_of(probability)
    sets = sets_of(chance, calibration.include_from[own])
    critical = probability[:, CRITICAL]
    high = critical >= calibration.high_from[own, band]
    low = critical < calibration.low_below[own, band]
    unlike = known.distances(values, present, text)
    predicted = [
        {
            "chart": all_charts[r],
            "logits": np.round(logits[r], 6).tolist(),
            "probabilities": {name: round(float(chance[r, i]), 7) for i, name in enumerate(PRIORITIES)},
            "criticalOutcome": round(float(critical[r]), 7),
            "set": [name for i, name in enumerate(PRIORITIES) if sets[r, i]],
            "zone": "high" if high[r] else "low" if low[r] else "ask",
            "outOfDistribution": bool((unlike[r] > known.limits).any()),
        }
        for r in range(PREDICTED)
    ]
    write_atomically(FOLDER / "triage-golden.json", (json.dumps(predicted, indent=1) + "\n").encode())
