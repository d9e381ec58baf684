"""Stage 3: vectors of labels and sentences, and the complaint vector of a visit as the service would make it."""

import dataclasses
import random

import numpy as np

from common.embed import Embedder
from common.files import cache_folder
from triage.phrasings import DISTRACTORS, sentence, wordings
from triage.table import Visits

PER_REASON = {"train": 24, "held": 8}
JOINED_TRAIN = 20_000
SEED = 20_201


@dataclasses.dataclass
class TextBank:
    place: dict[int, int]  # code -> row of `labels` and of the banks
    labels: np.ndarray  # [codes, 384]
    single: dict[str, np.ndarray]  # [codes, sentences, 384] by split
    distractors: dict[str, np.ndarray]
    joined: dict[str, np.ndarray]  # one clause that tells the whole visit
    joined_at: dict[str, np.ndarray]  # row of `joined` per visit, -1 where there is none


def build_bank(visits: Visits) -> TextBank:
    embedder, folder = Embedder(), cache_folder("triage")
    codes = sorted(wordings())
    place = {code: row for row, code in enumerate(codes)}
    labels = embedder.all([wordings()[code].label for code in codes], folder, "labels")
    single, distractors, joined, joined_at = {}, {}, {}, {}
    for split, count in PER_REASON.items():
        dice = random.Random(f"{SEED} {split}")
        texts = [sentence([code], split, dice) for code in codes for _ in range(count)]
        vectors = embedder.all(texts, folder, f"{split} sentences")
        single[split] = vectors.reshape(len(codes), count, -1)
        distractors[split] = embedder.all(DISTRACTORS[split], folder, "distractors")
        rows = np.flatnonzero((visits.year == 2020) if split == "held" else (visits.year < 2020))
        rows = rows[(visits.reasons[rows] > 0).any(axis=1)]
        if split == "train":
            rows = np.sort(np.random.default_rng(SEED).permutation(rows)[:JOINED_TRAIN])
        texts = [sentence([int(c) for c in visits.reasons[row] if c > 0], split, dice) for row in rows]
        joined[split] = embedder.all(texts, folder, f"{split} visits")
        joined_at[split] = np.full(len(visits.year), -1)
        joined_at[split][rows] = np.arange(len(rows))
    return TextBank(place, labels, single, distractors, joined, joined_at)


def places(bank: TextBank, visits: Visits) -> np.ndarray:
    """Row of each reason in the bank, -1 where there is none."""
    lookup = np.full(int(max(bank.place)) + 1, -1)
    for code, row in bank.place.items():
        lookup[code] = row
    return np.where(visits.reasons > 0, lookup[np.clip(visits.reasons, 0, len(lookup) - 1)], -1)


def from_labels(bank: TextBank, at: np.ndarray) -> np.ndarray:
    """The path of coded reasons: mean of the labels' vectors, 0 where there is no reason."""
    has = (at >= 0).astype(np.float32)
    total = (bank.labels[np.maximum(at, 0)] * has[:, :, None]).sum(axis=1)
    return total / np.maximum(has.sum(axis=1, keepdims=True), 1)


def from_sentences(
    bank: TextBank, at: np.ndarray, split: str, random_: np.random.Generator, joined_at: np.ndarray, displays: float
) -> np.ndarray:
    """
    The path of free text: mean over the clauses, distractors among them, as `models/complaint-vector.ts` does.

    `displays`: how often the reader also found a reason's concept, whose display then joins the mean.
    """
    rows, slots = at.shape
    has = (at >= 0).astype(np.float32)
    bank_of = bank.single[split]
    chosen = bank_of[np.maximum(at, 0), random_.integers(0, bank_of.shape[1], (rows, slots))]
    total, count = (chosen * has[:, :, None]).sum(axis=1), has.sum(axis=1)
    whole = (joined_at >= 0) & (random_.random(rows) < 0.5)
    total[whole], count[whole] = bank.joined[split][joined_at[whole]], 1
    beside = has * (random_.random((rows, slots)) < displays)
    total += (bank.labels[np.maximum(at, 0)] * beside[:, :, None]).sum(axis=1)
    count += beside.sum(axis=1)
    extra = (random_.random(rows) < 0.3) & (count > 0)
    others = bank.distractors[split]
    total[extra] += others[random_.integers(0, len(others), int(extra.sum()))]
    count[extra] += 1
    return (total / np.maximum(count, 1)[:, None]).astype(np.float32)
