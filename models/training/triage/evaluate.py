"""Stage 7: every figure of the card, on the year that nothing was fitted to."""

import numpy as np

from triage import familiar as familiarity
from triage import patterns
from triage.calibrate import CRITICAL, PRIORITIES, Calibration, priorities_of, priority_at, sets_of
from triage.features import NAMES
from triage.fit import Ensemble
from triage.measure import auroc, bootstrap, ece, quadratic_kappa
from triage.table import Visits

# What a bare first study reached on the same year: floors, not aims.
GATES = {
    "critical AUROC": (0.905, "at least"),
    "critical AUROC, adults": (0.893, "at least"),
    "gain over the nurse, lower bound": (0.08, "above"),
    "level <= 2 AUROC": (0.815, "at least"),
    "quadratic kappa": (0.52, "at least"),
    "within one level": (0.95, "at least"),
    "critical ECE": (0.006, "at most"),
    "sensitivity at the nurse's specificity": (0.78, "at least"),
    "critical AUROC, vital signs, age, sex, conditions, text": (0.885, "at least"),
    "critical AUROC, text, age, sex": (0.84, "at least"),
    "ONNX parity": (1e-5, "at most"),
    "level AUROC lost from codes to sentences": (0.03, "at most"),
}


def evaluate(
    model: Ensemble,
    calibration: Calibration,
    visits: Visits,
    text: np.ndarray,
    cuts: np.ndarray,
    times: int,
) -> tuple[dict, np.ndarray]:
    """`visits`: those of the reported year that have a level. Returns the figures and the probabilities."""
    band = patterns.band_of(visits.groups["age"])
    own = patterns.pattern_of(visits.present, text)
    logits = model.logits(visits.values, visits.present, text).astype(np.float64)
    probability = calibration.probabilities(logits, own, band)
    critical, level = visits.targets[:, CRITICAL] > 0, visits.level
    score, urgent = probability[:, CRITICAL], level <= 2
    adults = visits.groups["age"] >= 18
    hospital = visits.hospital

    def with_interval(measure: object) -> dict:
        everyone = np.arange(len(level))
        low, high = bootstrap(hospital, measure, times)
        return {"value": measure(everyone), "low": low, "high": high}

    nurse_sensitivity, nurse_specificity = urgent[critical].mean(), (~urgent)[~critical].mean()
    at_nurse = np.quantile(score[~critical], nurse_specificity)
    at_sensitivity = np.quantile(score[critical], 1 - nurse_sensitivity)
    predicted = levels_of(probability, cuts)
    found = {
        "visits": int(len(level)),
        "critical outcomes": int(critical.sum()),
        "nurse": {
            "critical AUROC": auroc(critical, -level),
            "sensitivity": float(nurse_sensitivity),
            "specificity": float(nurse_specificity),
        },
        "critical AUROC": with_interval(lambda r: auroc(critical[r], score[r])),
        "critical AUROC, adults": with_interval(
            lambda r: auroc(critical[r][adults[r]], score[r][adults[r]])
        ),
        "gain over the nurse": with_interval(
            lambda r: auroc(critical[r], score[r]) - auroc(critical[r], -level[r])
        ),
        "level <= 2 AUROC": with_interval(lambda r: auroc(urgent[r], probability[r, 1])),
        "quadratic kappa": with_interval(lambda r: quadratic_kappa(level[r], predicted[r])),
        "exact level": float((predicted == level).mean()),
        "within one level": float((np.abs(predicted - level) <= 1).mean()),
        "critical ECE": ece(critical.astype(float), score),
        "level <= 2 ECE": ece(urgent.astype(float), probability[:, 1]),
        "sensitivity at the nurse's specificity": with_interval(
            lambda r: float((score[r][critical[r]] > at_nurse).mean())
        ),
        "specificity at the nurse's sensitivity": float((score[~critical] <= at_sensitivity).mean()),
        "zones": zones(calibration, own, band, score, critical, urgent),
        "conformal set": conformal(calibration, own, probability, level),
        "without arrests and unconscious on arrival": auroc_without_arrests(visits, critical, score),
        "missing inputs": missing_inputs(model, calibration, visits, text),
        "raising lines": raising_lines(calibration, own, band, probability, critical, level),
        "reliability": reliability(critical, score),
    }
    return found, probability


def levels_of(probability: np.ndarray, cuts: np.ndarray) -> np.ndarray:
    """A single level from the expected one; `cuts` are learnt on the training years."""
    expected = 5 - probability[:, :4].sum(axis=1)
    return 1 + np.searchsorted(cuts, expected)


WITHIN_ONE = 0.952


def learn_cuts(probability: np.ndarray, level: np.ndarray) -> np.ndarray:
    """Cut points of the expected level with the best quadratic kappa that stay within one level often enough."""
    expected = 5 - probability[:, :4].sum(axis=1)
    share = np.cumsum([np.mean(level == value) for value in (1, 2, 3, 4)])
    cuts = np.quantile(expected, share)
    for _ in range(3):
        for place in range(4):
            low = cuts[place - 1] if place else expected.min()
            high = cuts[place + 1] if place < 3 else expected.max()
            tries = np.linspace(low, high, 26)[1:-1]
            scores = []
            for value in tries:
                trial = cuts.copy()
                trial[place] = value
                given = 1 + np.searchsorted(trial, expected)
                too_far = max(0.0, WITHIN_ONE - float((np.abs(given - level) <= 1).mean()))
                scores.append(quadratic_kappa(level, given) - 5 * too_far)
            cuts[place] = tries[int(np.argmax(scores))]
    return cuts


def zones(
    calibration: Calibration,
    pattern: np.ndarray,
    band: np.ndarray,
    score: np.ndarray,
    critical: np.ndarray,
    urgent: np.ndarray,
) -> dict:
    low = score < calibration.low_below[pattern, band]
    high = score >= calibration.high_from[pattern, band]
    parts = {"low": low & ~high, "ask": ~low & ~high, "high": high}
    return {
        name: {
            "visits": int(part.sum()),
            "share": float(part.mean()),
            "critical outcomes": int(critical[part].sum()),
            "level 1 or 2": float(urgent[part].mean()) if part.any() else None,
        }
        for name, part in parts.items()
    }


def raising_lines(
    calibration: Calibration,
    pattern: np.ndarray,
    band: np.ndarray,
    probability: np.ndarray,
    critical: np.ndarray,
    level: np.ndarray,
) -> list[dict]:
    """What raising to high costs and finds, by the probability of high or critical, inside the high zone."""
    in_zone = probability[:, CRITICAL] >= calibration.high_from[pattern, band]
    rows = []
    for line in (0.2, 0.3, 0.4, 0.5, 0.6, 0.75):
        sent = in_zone & (probability[:, 1] >= line)
        rows.append(
            {
                "from": line,
                "sent up": float(sent.mean()),
                "of them level 1 or 2": float((level[sent] <= 2).mean()) if sent.any() else None,
                "critical outcomes found": float(sent[critical].mean()),
                "level 1 or 2 found": float(sent[level <= 2].mean()),
            }
        )
    return rows


def conformal(calibration: Calibration, pattern: np.ndarray, probability: np.ndarray, level: np.ndarray) -> dict:
    sets = sets_of(priorities_of(probability), calibration.include_from[pattern])
    truth = priority_at(level)
    covered = sets[np.arange(len(truth)), truth]
    return {
        "coverage": float(covered.mean()),
        "coverage by priority": {
            name: float(covered[truth == place].mean())
            for place, name in enumerate(PRIORITIES)
            if (truth == place).any()
        },
        "mean size": float(sets.sum(axis=1).mean()),
        "share by size": {str(size): float((sets.sum(axis=1) == size).mean()) for size in (1, 2, 3, 4)},
    }


def missing_inputs(model: Ensemble, calibration: Calibration, visits: Visits, text: np.ndarray) -> list[dict]:
    """Ranking and the high zone when less is known than the survey has."""
    band = patterns.band_of(visits.groups["age"])
    critical, urgent = visits.targets[:, CRITICAL] > 0, visits.level <= 2
    rows = []
    for pattern in range(patterns.COUNT - 1, -1, -1):
        present, words = patterns.reduce_to(pattern, visits.present, text)
        logits = model.logits(visits.values, present, words).astype(np.float64)
        own = patterns.pattern_of(present, words)
        probability = calibration.probabilities(logits, own, band)
        high = probability[:, CRITICAL] >= calibration.high_from[own, band]
        rows.append(
            {
                "given": patterns.names_of(pattern),
                "critical AUROC": auroc(critical, probability[:, CRITICAL]),
                "level <= 2 AUROC": auroc(urgent, probability[:, 1]),
                "sensitivity of the high zone": float(high[critical].mean()),
                "share in the high zone": float(high.mean()),
                "critical ECE": ece(critical.astype(float), probability[:, CRITICAL]),
            }
        )
    return rows


def auroc_without_arrests(visits: Visits, critical: np.ndarray, score: np.ndarray) -> float:
    """Arrest and unconsciousness as the reason for the visit foretell the outcome by themselves."""
    arrests = np.isin(visits.reasons, [58350, 58360, 58370, 58390, 58400]).any(axis=1)
    return auroc(critical[~arrests], score[~arrests])


def reliability(positive: np.ndarray, probability: np.ndarray) -> list[dict]:
    parts = np.array_split(np.argsort(probability, kind="stable"), 10)
    return [
        {"predicted": float(probability[part].mean()), "observed": float(positive[part].mean())}
        for part in parts
    ]


def sentences_against_codes(
    model: Ensemble, calibration: Calibration, visits: Visits, paths: dict[str, np.ndarray]
) -> list[dict]:
    """The same visits with their reasons as labels of the codes and as sentences in unseen words."""
    band = patterns.band_of(visits.groups["age"])
    rows = []
    for name, text in paths.items():
        logits = model.logits(visits.values, visits.present, text).astype(np.float64)
        own = patterns.pattern_of(visits.present, text)
        probability = calibration.probabilities(logits, own, band)
        rows.append(
            {
                "complaint as": name,
                "critical AUROC": auroc(visits.targets[:, CRITICAL] > 0, probability[:, CRITICAL]),
                "level <= 2 AUROC": auroc(visits.level <= 2, probability[:, 1]),
                "critical ECE": ece(visits.targets[:, CRITICAL], probability[:, CRITICAL]),
            }
        )
    return rows


def unfamiliar(
    found: familiarity.Familiar, visits: Visits, texts: dict[str, np.ndarray], strange: np.ndarray
) -> dict:
    """How often each kind of input is called unlike the training data."""
    shares = {
        name: float((found.distances(visits.values, visits.present, text) > found.limits).any(axis=1).mean())
        for name, text in texts.items()
    }
    rows = len(strange)
    apart = found.distances(
        np.zeros((rows, len(NAMES)), np.float32), np.zeros((rows, len(NAMES)), np.float32), strange
    )
    return {**shares, "sentences that are no complaint": float((apart[:, 1] > found.limits[1]).mean())}


def gates(figures: dict, parity: float) -> list[dict]:
    """Each floor with what was reached."""
    by_inputs = {row["given"]: row["critical AUROC"] for row in figures["missing inputs"]}
    by_path = {row["complaint as"]: row["level <= 2 AUROC"] for row in figures["sentences"]}
    reached = {
        "critical AUROC": figures["critical AUROC"]["value"],
        "critical AUROC, adults": figures["critical AUROC, adults"]["value"],
        "gain over the nurse, lower bound": figures["gain over the nurse"]["low"],
        "level <= 2 AUROC": figures["level <= 2 AUROC"]["value"],
        "quadratic kappa": figures["quadratic kappa"]["value"],
        "within one level": figures["within one level"],
        "critical ECE": figures["critical ECE"],
        "sensitivity at the nurse's specificity": figures["sensitivity at the nurse's specificity"]["value"],
        "critical AUROC, vital signs, age, sex, conditions, text": by_inputs[patterns.names_of(0b1101)],
        "critical AUROC, text, age, sex": by_inputs[patterns.names_of(0b1000)],
        "ONNX parity": parity,
        "level AUROC lost from codes to sentences": by_path["labels of the codes"] - by_path[SERVICE_PATH],
    }
    rows = []
    for name, (floor, sense) in GATES.items():
        value = reached[name]
        holds = value <= floor if sense == "at most" else value > floor if sense == "above" else value >= floor
        rows.append({"gate": name, "sense": sense, "floor": floor, "reached": value, "holds": bool(holds)})
    return rows


SERVICE_PATH = "sentences, as the service reads them"
