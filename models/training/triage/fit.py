"""Stage 4: fits the networks, one seed after the other, with missing inputs and sentences as in the service."""

import dataclasses
import hashlib
import pathlib
import time

import numpy as np

from common.files import cache_folder
from triage import network
from triage.features import CONDITIONS_AT, NAMES
from triage.network import Adam, Encoding, gradients, init, inputs
from triage.table import Visits
from triage.text import TextBank, from_labels, from_sentences, places

AMBULANCE = NAMES.index("ambulance")
# Each vital sign with what is derived from it: they are known or not known together.
GROUPS = {
    "systolic": ["systolic-for-age", "shock-index", "mean-pressure", "pulse-pressure"],
    "diastolic": ["mean-pressure", "pulse-pressure"],
    "heart-rate": ["heart-rate-for-age", "shock-index"],
    "respiratory-rate": ["respiratory-rate-for-age"],
    "temperature": [],
    "spo2": [],
}
VITAL_GROUPS = [[NAMES.index(name) for name in (vital, *derived)] for vital, derived in GROUPS.items()]
VITALS = sorted({index for group in VITAL_GROUPS for index in group} | {NAMES.index("news2-part")})
HEAD_WEIGHT = np.array([1, 1, 1, 1, 2, 1], np.float32)
# How often something is left out, so that its absence is learnt: it will be absent in the service.
DROP = {"vitals": 0.10, "one vital": 0.10, "conditions": 0.20, "ambulance": 0.20, "text": 0.06}
SENTENCES = 0.6  # share of visits whose complaint comes as sentences; the rest as labels of the codes
DISPLAYS = 0.4


@dataclasses.dataclass
class Source:
    """What one fit reads: visits with the places of their reasons in the bank."""

    visits: Visits
    bank: TextBank
    at: np.ndarray
    labels: np.ndarray
    joined_at: np.ndarray

    @staticmethod
    def of(visits: Visits, bank: TextBank) -> "Source":
        at = places(bank, visits)
        return Source(visits, bank, at, from_labels(bank, at), bank.joined_at["train"])

    def take(self, rows: np.ndarray) -> "Source":
        return Source(
            self.visits.take(rows), self.bank, self.at[rows], self.labels[rows], self.joined_at[rows]
        )

    def text(self, rows: np.ndarray, dice: np.random.Generator) -> np.ndarray:
        vectors = self.labels[rows].copy()
        as_sentence = dice.random(len(rows)) < SENTENCES
        chosen = rows[as_sentence]
        vectors[as_sentence] = from_sentences(
            self.bank, self.at[chosen], "train", dice, self.joined_at[chosen], DISPLAYS
        )
        return vectors


@dataclasses.dataclass
class Ensemble:
    encoding: Encoding
    members: list[list[np.ndarray]]

    def logits(self, values: np.ndarray, present: np.ndarray, text: np.ndarray) -> np.ndarray:
        """Mean over the members, in float64: the reference for the exported graph."""
        found = []
        for begin in range(0, len(values), 8192):
            part = slice(begin, begin + 8192)
            x = inputs(self.encoding, values[part], present[part], text[part])
            found.append(np.mean([network.forward(w, x) for w in self.members], axis=0))
        return np.concatenate(found)


def fit_member(source: Source, encoding: Encoding, seed: int, epochs: int) -> list[np.ndarray]:
    dice = np.random.default_rng(seed)
    visits = source.visits
    width = len(encoding.source) + len(NAMES) + source.labels.shape[1] + 1
    weights = init(seed, width, visits.targets.shape[1])
    adam = Adam(weights)
    rows, size = len(visits.year), min(network.BATCH, len(visits.year))
    total = epochs * (rows // size)
    for _ in range(epochs):
        order = dice.permutation(rows)
        for begin in range(0, rows - size + 1, size):
            chosen = order[begin : begin + size]
            present, text = visits.present[chosen].copy(), source.text(chosen, dice)
            leave_out(present, text, dice)
            x = inputs(encoding, visits.values[chosen], present, text)
            found = gradients(weights, x, visits.targets[chosen], HEAD_WEIGHT, dice)
            warm = min(1, (adam.count + 1) / 200)
            fall = 0.5 * (1 + np.cos(np.pi * adam.count / total))
            adam.step(weights, found, network.RATE * warm * fall)
    return weights


def leave_out(present: np.ndarray, text: np.ndarray, dice: np.random.Generator) -> None:
    """Masks inputs in place, each vital sign together with what is derived from it."""
    rows = len(present)
    present[np.ix_(dice.random(rows) < DROP["vitals"], VITALS)] = 0
    for group in VITAL_GROUPS:
        present[np.ix_(dice.random(rows) < DROP["one vital"] / len(VITAL_GROUPS), group)] = 0
    present[dice.random(rows) < DROP["conditions"], CONDITIONS_AT] = 0
    present[dice.random(rows) < DROP["ambulance"], AMBULANCE] = 0
    text[dice.random(rows) < DROP["text"]] = 0


def fit(source: Source, label: str, seeds: range, epochs: int = network.EPOCHS) -> Ensemble:
    """Each member is kept in the cache under the hash of data, code and seed, so a killed run goes on."""
    encoding = Encoding.of(source.visits.values, source.visits.present)
    folder = cache_folder("triage")
    mark = fingerprint(source, epochs)
    members = []
    for seed in seeds:
        file = folder / f"member-{mark}-{seed}.npz"
        if not file.exists():
            began = time.monotonic()
            weights = fit_member(source, encoding, seed, epochs)
            part = file.with_suffix(".part.npz")
            np.savez(part, *weights)
            part.replace(file)
            print(f"  {label}, seed {seed}: fitted in {time.monotonic() - began:.0f} s", flush=True)
        with np.load(file) as stored:
            members.append([stored[name] for name in stored.files])
    return Ensemble(encoding, members)


def fingerprint(source: Source, epochs: int) -> str:
    digest = hashlib.sha256()
    here = pathlib.Path(__file__).parent
    for name in ("fit.py", "network.py", "text.py"):
        digest.update((here / name).read_bytes())
    visits = source.visits
    for array in (visits.values, visits.present, visits.targets, source.labels, source.joined_at):
        digest.update(np.ascontiguousarray(array).tobytes())
    digest.update(str(epochs).encode())
    return digest.hexdigest()[:20]
