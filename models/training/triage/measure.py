"""Measures of agreement and error, and bootstrap by hospital."""

from collections.abc import Callable

import numpy as np


def auroc(positive: np.ndarray, score: np.ndarray) -> float:
    """Area under the curve, ties counted half; NaN when one side is empty."""
    positive = positive.astype(bool)
    ones, zeros = int(positive.sum()), int((~positive).sum())
    if ones == 0 or zeros == 0:
        return float("nan")
    order = np.argsort(score, kind="stable")
    ordered = score[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    ends = np.r_[starts[1:], len(score)]
    rank = np.repeat((starts + 1 + ends) / 2, ends - starts)
    return float((rank[positive[order]].sum() - ones * (ones + 1) / 2) / (ones * zeros))


def ece(positive: np.ndarray, probability: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error over bins of equal count."""
    order = np.argsort(probability, kind="stable")
    parts = np.array_split(order, bins)
    gaps = [abs(positive[part].mean() - probability[part].mean()) * len(part) for part in parts if len(part)]
    return float(sum(gaps) / len(order))


def quadratic_kappa(a: np.ndarray, b: np.ndarray, levels: int = 5) -> float:
    table = np.zeros((levels, levels))
    np.add.at(table, (a.astype(int) - 1, b.astype(int) - 1), 1)
    weight = (np.arange(levels)[:, None] - np.arange(levels)[None, :]) ** 2
    chance = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    return float(1 - (weight * table).sum() / (weight * chance).sum())


def bootstrap(
    hospital: np.ndarray, measure: Callable[[np.ndarray], float], times: int, seed: int = 7
) -> tuple[float, float]:
    """95% interval of `measure(rows)`, hospitals drawn with replacement."""
    dice = np.random.default_rng(seed)
    codes, inverse = np.unique(hospital, return_inverse=True)
    rows_of = [np.flatnonzero(inverse == index) for index in range(len(codes))]
    found = []
    for _ in range(times):
        drawn = dice.integers(0, len(codes), len(codes))
        found.append(measure(np.concatenate([rows_of[index] for index in drawn])))
    low, high = np.nanquantile(found, [0.025, 0.975])
    return float(low), float(high)
