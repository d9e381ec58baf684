"""Stage 2: the visits as the model knows them: inputs, reasons, outcomes; audit groups kept apart."""

import dataclasses

import numpy as np

from triage.features import SPEC, assert_no_audit_column, encode
from triage.read import REASONS

SURVEY_VITALS = {
    "systolic": "BPSYS",
    "diastolic": "BPDIAS",
    "heart-rate": "PULSE",
    "respiratory-rate": "RESPR",
    "spo2": "POPCT",
    "pain": "PAINSCALE",
}
HEADS = ["level<=1", "level<=2", "level<=3", "level<=4", "critical", "admitted"]


@dataclasses.dataclass
class Visits:
    values: np.ndarray
    present: np.ndarray
    reasons: np.ndarray  # [n, 5] codes, 0 where there is none
    targets: np.ndarray  # [n, heads], NaN where not known
    level: np.ndarray  # 1 to 5, NaN where the hospital does no triage
    year: np.ndarray
    hospital: np.ndarray  # year and code together: codes do not link across years
    groups: dict[str, np.ndarray]  # sex, age, race and payer, for the fairness report only

    def take(self, rows: np.ndarray) -> "Visits":
        fields = {f.name: getattr(self, f.name) for f in dataclasses.fields(self)}
        groups = {name: column[rows] for name, column in fields.pop("groups").items()}
        return Visits(**{name: column[rows] for name, column in fields.items()}, groups=groups)


def to_visits(raw: dict[str, np.ndarray]) -> Visits:
    assert_no_audit_column()
    age = np.where(raw["AGE"] > 0, raw["AGE"], np.maximum(raw["AGEDAYS"], 0) / 365.25)
    # Tenths of a degree Fahrenheit; 998 is a real 99.8. Codes of other columns (-9, 998) fall outside the ranges.
    known = {"age": age, "temperature": (raw["TEMPF"] / 10 - 32) / 1.8}
    known |= {name: raw[column] for name, column in SURVEY_VITALS.items()}
    known["female"] = (raw["SEX"] == 1).astype(float)
    known["ambulance"] = np.select([raw["ARREMS"] == 1, raw["ARREMS"] == 2], [1.0, 0.0], np.nan)
    for condition in SPEC["conditions"]:
        has = np.any([raw[column] == 1 for column in condition["survey"]], axis=0)
        # 2: the section of the form was left blank, which says nothing about the patient.
        known[condition["name"]] = np.where(raw["NOCHRON"] == 2, np.nan, has.astype(float))
    values, present = encode(known)
    level = np.where((raw["IMMEDR"] >= 1) & (raw["IMMEDR"] <= 5), raw["IMMEDR"], np.nan)
    critical = (raw["ADMIT"] == 1) | (raw["DIEDED"] == 1) | (raw["DOA"] == 1) | (raw["HDSTAT"] == 2)
    upto = [np.where(np.isnan(level), np.nan, level <= limit) for limit in (1, 2, 3, 4)]
    targets = np.stack([*upto, critical.astype(float), raw["ADMITHOS"]], axis=1)
    return Visits(
        values=values,
        present=present,
        reasons=np.stack([np.where(raw[r] > 0, raw[r], 0) for r in REASONS], axis=1).astype(np.int64),
        targets=targets.astype(np.float32),
        level=level,
        year=raw["YEAR"].astype(int),
        hospital=(raw["YEAR"] * 1000 + raw["HOSPCODE"]).astype(int),
        groups={"sex": raw["SEX"], "age": age, "race": raw["RACERETH"], "payer": raw["PAYTYPER"]},
    )
