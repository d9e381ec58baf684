"""Made-up visits in the survey's shape: enough to run the whole pipeline where the survey is not at hand."""

import numpy as np

from triage.read import CONDITIONS, GROUPS, OTHER, REASONS, VITALS, YEARS
from triage.text import SAMPLE


def synthetic_visits(rows: int = 2500) -> dict[str, np.ndarray]:
    """Older patients with low saturation are admitted to critical care; everything else is chance."""
    dice = np.random.default_rng(1)
    table = {name: np.zeros(rows) for name in [*REASONS, *CONDITIONS, *VITALS, *GROUPS, *OTHER]}
    table["AGE"] = dice.integers(0, 95, rows).astype(float)
    table["AGEDAYS"] = np.full(rows, -7.0)
    table["SEX"] = dice.integers(1, 3, rows).astype(float)
    table["RACERETH"] = dice.integers(1, 5, rows).astype(float)
    table["PAYTYPER"] = dice.integers(1, 8, rows).astype(float)
    table["ARREMS"] = dice.choice([1.0, 2.0, -8.0], rows, p=[0.2, 0.75, 0.05])
    table["HOSPCODE"] = dice.integers(1, 20, rows).astype(float)
    table["NOCHRON"] = dice.choice([0.0, 1.0, 2.0], rows, p=[0.5, 0.48, 0.02])
    for name in CONDITIONS:
        table[name] = (dice.random(rows) < 0.08).astype(float)
    sick = dice.random(rows) < 0.01 + 0.10 * (table["AGE"] > 60)
    table["TEMPF"] = np.round(986 + dice.normal(0, 12, rows))
    table["PULSE"] = np.round(85 + dice.normal(0, 15, rows) + 25 * sick)
    table["RESPR"] = np.round(18 + dice.normal(0, 2, rows) + 8 * sick)
    table["BPSYS"] = np.round(130 + dice.normal(0, 18, rows) - 25 * sick)
    table["BPDIAS"] = np.round(78 + dice.normal(0, 10, rows))
    table["POPCT"] = np.clip(np.round(98 + dice.normal(0, 1.5, rows) - 8 * sick), 50, 100)
    table["PAINSCALE"] = dice.integers(-1, 11, rows).astype(float)
    table["RFV1"] = dice.choice(SAMPLE.only_reasons, rows).astype(float)
    table["RFV2"] = np.where(dice.random(rows) < 0.5, dice.choice(SAMPLE.only_reasons, rows), -9.0)
    for name in REASONS[2:]:
        table[name] = np.full(rows, -9.0)
    table["IMMEDR"] = np.clip(np.round(3.2 - 1.5 * sick + dice.normal(0, 0.8, rows)), 1, 5)
    table["ADMIT"] = np.where(sick & (dice.random(rows) < 0.6), 1.0, -7.0)
    table["ADMITHOS"] = (sick | (dice.random(rows) < 0.1)).astype(float)
    table["HDSTAT"] = np.full(rows, -7.0)
    table["YEAR"] = dice.choice(YEARS, rows).astype(float)
    return table
