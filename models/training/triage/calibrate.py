"""Stage 5: from out-of-fold logits to probabilities, thresholds, zones and conformal sets, all before 2020 is seen."""

import dataclasses

import numpy as np

from triage import patterns
from triage.fit import Ensemble, Source, fit
from triage.table import HEADS, Visits
from triage.text import from_sentences

CRITICAL = HEADS.index("critical")
PRIORITIES = ["critical", "high", "medium", "low"]
# Pull of an age band's own offset towards none, in visits: bands with few events keep the common line.
BAND_PULL = 8.0
# How often the set may miss: critical and high each by themselves, because a rare priority would drown in the
# common ones; medium and low together.
MISS = {"critical": 0.25, "high": 0.15, "all": 0.10}
LOW_ZONE_MISS = 0.015


@dataclasses.dataclass
class Calibration:
    slope: np.ndarray  # [patterns, heads]
    offset: np.ndarray  # [patterns, bands, heads]
    include_from: np.ndarray  # [patterns, priorities]: a priority is in the set from this probability on
    low_below: np.ndarray  # [patterns, bands]: critical probability below which the zone is `low`
    high_from: np.ndarray  # [patterns, bands]

    def probabilities(self, logits: np.ndarray, pattern: np.ndarray, band: np.ndarray) -> np.ndarray:
        """Of each head; the level heads rise, because level <= 2 cannot be less likely than level <= 1."""
        line = logits * self.slope[pattern] + self.offset[pattern, band]
        probability = 1 / (1 + np.exp(-line))
        probability[:, :4] = np.maximum.accumulate(probability[:, :4], axis=1)
        return probability


def priorities_of(probability: np.ndarray) -> np.ndarray:
    """Level 1 is critical, 2 high, 3 medium, 4 and 5 low: most urgent first."""
    upto = probability[:, :3]
    return np.stack([upto[:, 0], upto[:, 1] - upto[:, 0], upto[:, 2] - upto[:, 1], 1 - upto[:, 2]], axis=1)


def priority_at(level: np.ndarray) -> np.ndarray:
    return np.minimum(level.astype(int), 4) - 1


def sets_of(chance: np.ndarray, include_from: np.ndarray) -> np.ndarray:
    """Priorities that cannot be excluded: those likely enough, the likeliest, and what lies between them."""
    inside = chance >= include_from
    inside[np.arange(len(chance)), chance.argmax(axis=1)] = True
    first = inside.argmax(axis=1)
    last = inside.shape[1] - 1 - inside[:, ::-1].argmax(axis=1)
    place = np.arange(inside.shape[1])
    return (place >= first[:, None]) & (place <= last[:, None])


def out_of_fold(source: Source, seeds: range, epochs: int) -> tuple[np.ndarray, np.ndarray]:
    """Logits of every visit under every pattern, by models that did not see its year; and the text they read."""
    visits = source.visits
    dice = np.random.default_rng(99)
    text = source.labels.copy()
    spoken = np.flatnonzero(dice.random(len(text)) < 0.5)
    text[spoken] = from_sentences(
        source.bank, source.at[spoken], "train", dice, source.joined_at[spoken], 0.6
    )
    logits = np.zeros((patterns.COUNT, len(visits.year), len(HEADS)), np.float32)
    for year in np.unique(visits.year):
        inside = np.flatnonzero(visits.year == year)
        model = fit(source.take(np.flatnonzero(visits.year != year)), f"without {year}", seeds, epochs)
        for pattern in range(patterns.COUNT):
            present, words = patterns.reduce_to(pattern, visits.present[inside], text[inside])
            logits[pattern, inside] = model.logits(visits.values[inside], present, words)
    return logits, text


def calibrate(source: Source, logits: np.ndarray, text: np.ndarray) -> Calibration:
    visits = source.visits
    band = patterns.band_of(visits.groups["age"])
    own = patterns.pattern_of(visits.present, text)
    shape = (patterns.COUNT, len(patterns.BANDS), len(HEADS))
    slope, offset = np.ones((patterns.COUNT, len(HEADS))), np.zeros(shape)
    found = Calibration(
        slope,
        offset,
        np.zeros((patterns.COUNT, len(PRIORITIES))),
        np.zeros(shape[:2]),
        np.ones(shape[:2]),
    )
    has_level = np.isfinite(visits.level)
    for pattern in range(patterns.COUNT):
        # Only visits that do have what the pattern names can stand for it.
        rows = np.flatnonzero((own & pattern) == pattern)
        for head in range(len(HEADS)):
            known = rows[np.isfinite(visits.targets[rows, head])]
            z, y = logits[pattern, known, head].astype(np.float64), visits.targets[known, head]
            slope[pattern, head], common = platt(z, y)
            line = slope[pattern, head] * z + common
            for place in range(len(patterns.BANDS)):
                inside = band[known] == place
                offset[pattern, place, head] = common + band_offset(line[inside], y[inside])
        probability = found.probabilities(logits[pattern, rows], np.full(len(rows), pattern), band[rows])
        levelled = has_level[rows]
        chance = priorities_of(probability[levelled])
        truth = priority_at(visits.level[rows][levelled])
        own_chance = chance[np.arange(len(truth)), truth]
        found.include_from[pattern] = np.quantile(own_chance, MISS["all"])
        for priority, name in enumerate(PRIORITIES[:2]):
            found.include_from[pattern, priority] = np.quantile(own_chance[truth == priority], MISS[name])
        set_zones(found, pattern, probability[:, CRITICAL], rows, visits, band)
    return found


def set_zones(
    found: Calibration, pattern: int, critical: np.ndarray, rows: np.ndarray, visits: Visits, band: np.ndarray
) -> None:
    """
    Low: where next to no critical outcome lay. High: as many as the nurse sends up, over all ages and within each.

    A patient is in the high zone by either line: one line for all ages finds the old and misses the young, a line
    for each age finds the young and misses the old. Together they send up more than the nurse does; the card has
    the price.
    """
    level = visits.level[rows]
    over_all = np.quantile(critical, 1 - share_urgent(level))
    for place in range(len(patterns.BANDS)):
        inside = band[rows] == place
        within = np.quantile(critical[inside], 1 - share_urgent(level[inside]))
        found.high_from[pattern, place] = min(over_all, within)
        events = critical[inside & (visits.targets[rows, CRITICAL] > 0)]
        low = np.quantile(events, LOW_ZONE_MISS, method="lower") if len(events) else 0.0
        found.low_below[pattern, place] = min(low, found.high_from[pattern, place])


def share_urgent(level: np.ndarray) -> float:
    """Share of visits that the nurse gave level 1 or 2."""
    return float((level[np.isfinite(level)] <= 2).mean())


def platt(z: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """Slope and offset of the logistic line; Newton with a faint pull to slope 1."""
    slope, offset = 1.0, 0.0
    if y.min() == y.max():
        return slope, float(np.log((y.sum() + 0.5) / (len(y) - y.sum() + 0.5)))
    for _ in range(30):
        p = 1 / (1 + np.exp(-(slope * z + offset)))
        w = np.maximum(p * (1 - p), 1e-9)
        gradient = np.array([((p - y) * z).sum() + (slope - 1), (p - y).sum()])
        hessian = np.array([[(w * z * z).sum() + 1, (w * z).sum()], [(w * z).sum(), w.sum() + 1e-6]])
        step = np.linalg.solve(hessian, gradient)
        slope, offset = slope - step[0], offset - step[1]
        if np.abs(step).max() < 1e-10:
            break
    return float(slope), float(offset)


def band_offset(line: np.ndarray, y: np.ndarray) -> float:
    """What an age band adds to the common line."""
    add = 0.0
    for _ in range(30):
        p = 1 / (1 + np.exp(-(line + add)))
        step = ((p - y).sum() + BAND_PULL * add) / ((p * (1 - p)).sum() + BAND_PULL)
        add -= float(step)
        if abs(step) < 1e-10:
            break
    return add


def reference_probabilities(
    model: Ensemble, calibration: Calibration, values: np.ndarray, present: np.ndarray, text: np.ndarray, age: np.ndarray
) -> np.ndarray:
    """What the service would say for these rows: each under its own pattern and band."""
    logits = model.logits(values, present, text).astype(np.float64)
    return calibration.probabilities(logits, patterns.pattern_of(present, text), patterns.band_of(age))
