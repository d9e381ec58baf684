"""Stage 3: vectors of labels and sentences, and the complaint vector of a visit as the service would make it."""

import dataclasses
import json
import pathlib
import random
import subprocess

import numpy as np

from common.embed import Embedder
from common.files import ROOT, cache_folder
from triage.phrasings import DISTRACTORS, sentence, wordings
from triage.table import Visits

SEED = 20_201


@dataclasses.dataclass(frozen=True)
class Scale:
    """How much of everything: `FULL` for the artefact, `SAMPLE` to see that the pipeline runs."""

    sentences: dict[str, int]  # of each reason, by split
    joined: int  # training visits told in one clause
    epochs: int
    fold_seeds: int
    seeds: int
    bootstraps: int
    only_reasons: tuple[int, ...] = ()


FULL = Scale({"train": 24, "held": 8}, 20_000, 14, 2, 4, 400)
SAMPLE = Scale({"train": 4, "held": 2}, 200, 2, 1, 1, 20, (10501, 14150, 15300, 10100, 12100, 19051, 52250, 58400))


@dataclasses.dataclass
class TextBank:
    place: dict[int, int]  # code -> row of `labels` and of the banks
    labels: np.ndarray  # [codes, 384]
    single: dict[str, np.ndarray]  # [codes, sentences, 384] by split
    distractors: dict[str, np.ndarray]
    joined: dict[str, np.ndarray]  # one clause that tells the whole visit
    joined_at: dict[str, np.ndarray]  # row of `joined` per visit, -1 where there is none


def build_bank(visits: Visits, scale: Scale = FULL) -> TextBank:
    embedder, folder = Embedder(), cache_folder("triage")
    codes = sorted(scale.only_reasons or wordings())
    place = {code: row for row, code in enumerate(codes)}
    labels = embedder.all([wordings()[code].label for code in codes], folder, "labels")
    single, distractors, joined, joined_at = {}, {}, {}, {}
    for split, count in scale.sentences.items():
        dice = random.Random(f"{SEED} {split}")
        texts = [sentence([code], split, dice) for code in codes for _ in range(count)]
        vectors = embedder.all(texts, folder, f"{split} sentences")
        single[split] = vectors.reshape(len(codes), count, -1)
        distractors[split] = embedder.all(DISTRACTORS[split], folder, "distractors")
        rows = np.flatnonzero((visits.year == 2020) if split == "held" else (visits.year < 2020))
        rows = rows[(visits.reasons[rows] > 0).any(axis=1)]
        if split == "train":
            rows = np.sort(np.random.default_rng(SEED).permutation(rows)[: scale.joined])
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


def as_the_service_reads(visits: Visits, rows: np.ndarray) -> np.ndarray:
    """
    Sentences in unseen words, read by the service's own reader: findings' displays and clauses, embedded, averaged.

    One sentence for each reason, or one for all of them; half and half.
    """
    dice = random.Random(f"{SEED} service")
    sentences = []
    for row in rows:
        codes = [int(code) for code in visits.reasons[row] if code > 0]
        parts = [codes] if dice.random() < 0.5 else [[code] for code in codes]
        sentences.append(". ".join(sentence(part, "held", dice) for part in parts if part))
    folder = cache_folder("triage")
    asked, answered = folder / "sentences.json", folder / "texts.json"
    asked.write_text(json.dumps(sentences))
    node = ROOT / "node_modules" / ".bin" / "node"
    script = pathlib.Path(__file__).parent / "read-sentences.ts"
    subprocess.run([str(node), str(script), str(asked), str(answered)], check=True, cwd=ROOT)
    texts = json.loads(answered.read_text())
    unique = sorted({text for each in texts for text in each})
    vectors = dict(zip(unique, Embedder().all(unique, folder, "texts of the reader"), strict=True))
    width = len(next(iter(vectors.values())))
    means = [np.mean([vectors[t] for t in each], axis=0) if each else np.zeros(width) for each in texts]
    return np.stack(means).astype(np.float32)
