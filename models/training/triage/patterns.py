"""Input patterns and age bands: calibration and thresholds differ by what is known and how old the patient is."""

import numpy as np

from triage.features import CONDITIONS_AT, NAMES
from triage.fit import AMBULANCE, VITALS

# The order is part of the artefact: bit 0 conditions, bit 1 ambulance, bit 2 vital signs, bit 3 complaint.
BITS = ["conditions", "ambulance", "vitals", "complaint"]
COUNT = 1 << len(BITS)
FULL = COUNT - 1
# Lower bounds in years; an unknown age is calibrated as the middle band.
BANDS = [0, 18, 45, 65, 75]
BAND_NAMES = ["0-17", "18-44", "45-64", "65-74", "75 and over"]
UNKNOWN_AGE_BAND = 2


def band_of(age: np.ndarray) -> np.ndarray:
    known = np.isfinite(age)
    return np.where(known, np.searchsorted(BANDS, np.nan_to_num(age), side="right") - 1, UNKNOWN_AGE_BAND)


def pattern_of(present: np.ndarray, text: np.ndarray) -> np.ndarray:
    """The pattern that each row has by itself."""
    bits = [
        present[:, CONDITIONS_AT].any(axis=1),
        present[:, AMBULANCE] > 0,
        present[:, VITALS].any(axis=1),
        np.abs(text).sum(axis=1) > 0,
    ]
    return sum(bit.astype(int) << place for place, bit in enumerate(bits))


def reduce_to(pattern: int, present: np.ndarray, text: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The same rows as if only what the pattern names were known."""
    present, text = present.copy(), text.copy()
    if not pattern & 1:
        present[:, CONDITIONS_AT] = 0
    if not pattern & 2:
        present[:, AMBULANCE] = 0
    if not pattern & 4:
        present[:, VITALS] = 0
    if not pattern & 8:
        text[:] = 0
    return present, text


def names_of(pattern: int) -> str:
    known = [name for place, name in enumerate(BITS) if pattern >> place & 1]
    return "age, sex" + "".join(f", {name}" for name in known)
