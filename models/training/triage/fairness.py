"""How the high zone serves each group, beside the nurse: sensitivity, over-triage, calibration, with intervals."""

import itertools

import numpy as np

from triage import patterns
from triage.calibrate import CRITICAL, Calibration
from triage.measure import bootstrap, ece
from triage.table import Visits

SMALL = 25
RACE = {1: "non-Hispanic White", 2: "non-Hispanic Black", 3: "Hispanic", 4: "non-Hispanic other"}
PAYER = {1: "private", 2: "Medicare", 3: "Medicaid or state", 5: "self-pay"}


def groups_of(visits: Visits) -> dict[str, dict[str, np.ndarray]]:
    band = patterns.band_of(visits.groups["age"])
    payer = visits.groups["payer"]
    return {
        "sex": {"women": visits.groups["sex"] == 1, "men": visits.groups["sex"] == 2},
        "age": {name: band == place for place, name in enumerate(patterns.BAND_NAMES)},
        "race and ethnicity": {name: visits.groups["race"] == code for code, name in RACE.items()},
        "payer": {
            **{name: payer == code for code, name in PAYER.items()},
            "other or unknown": ~np.isin(payer, list(PAYER)),
        },
    }


def fairness(
    calibration: Calibration, visits: Visits, text: np.ndarray, probability: np.ndarray, times: int
) -> dict:
    own, band = patterns.pattern_of(visits.present, text), patterns.band_of(visits.groups["age"])
    score = probability[:, CRITICAL]
    high = score >= calibration.high_from[own, band]
    critical, nurse = visits.targets[:, CRITICAL] > 0, visits.level <= 2
    groups = groups_of(visits)

    def row(name: str, inside: np.ndarray) -> dict:
        events = int((critical & inside).sum())
        found = {"group": name, "visits": int(inside.sum()), "critical outcomes": events, "small": events < SMALL}
        for who, flag in (("model", high), ("nurse", nurse)):
            found[who] = {
                "sensitivity": share(flag, critical & inside),
                "over-triage": share(flag, ~critical & inside),
            }
            if events:
                found[who]["sensitivity interval"] = bootstrap(
                    visits.hospital, lambda r, f=flag: share(f[r], (critical & inside)[r]), times
                )
        found["critical ECE"] = ece(critical[inside].astype(float), score[inside]) if inside.any() else None
        return found

    single = {
        kind: [row(name, inside) for name, inside in members.items()] for kind, members in groups.items()
    }
    crossed = [
        row(f"{a}, {b}", groups[one][a] & groups[two][b])
        for one, two in itertools.combinations(groups, 2)
        for a, b in itertools.product(groups[one], groups[two])
    ]
    women, men = groups["sex"]["women"], groups["sex"]["men"]

    def gap(flag: np.ndarray) -> dict:
        def measure(r: np.ndarray) -> float:
            return share(flag[r], (critical & women)[r]) - share(flag[r], (critical & men)[r])

        low, high_ = bootstrap(visits.hospital, measure, times)
        return {"value": measure(np.arange(len(critical))), "low": low, "high": high_}

    worse = [
        found["group"]
        for found in [*itertools.chain(*single.values()), *crossed]
        if not found["small"] and found["model"]["sensitivity"] < found["nurse"]["sensitivity"]
    ]
    return {
        "flagged": {"model": float(high.mean()), "nurse": float(nurse.mean())},
        "sensitivity": {"model": share(high, critical), "nurse": share(nurse, critical)},
        "over-triage": {"model": share(high, ~critical), "nurse": share(nurse, ~critical)},
        "women minus men, sensitivity": {"model": gap(high), "nurse": gap(nurse)},
        "groups of at least 25 critical outcomes below the nurse": worse,
        "groups": single,
        "crossings": [found for found in crossed if found["critical outcomes"] > 0],
    }


def share(flag: np.ndarray, inside: np.ndarray) -> float:
    return float(flag[inside].mean()) if inside.any() else float("nan")
