"""The reader by meaning: from our own clauses to `models/artifacts/meaning/`, with what it adds and what it costs.

A small network over the embedder's clause vectors, one logistic output for each concept; none of them high means
"none of these". Each concept fires from a probability that was learnt on wordings it had not seen.
"""

import argparse
import json
import pathlib
import random
import subprocess

import numpy as np
import onnx
from onnx import TensorProto, helper

from common.embed import FOLDER as EMBEDDER
from common.embed import Embedder
from common.files import ARTIFACTS, ROOT, SHARED_DATA, cache_folder, to_json, write_atomically, write_manifest
from embedder.graph import Graph
from meaning.card import meaning_card
from meaning.clauses import ALIKE, REASONS, Clause, all_clauses, read_concepts, reason_codes
from triage.measure import auroc
from triage.network import Adam
from triage.phrasings import DISTRACTORS, sentence

NAME, VERSION = "prescreen-meaning", "1.0.0"
HIDDEN, DROPOUT, RATE, DECAY, EPOCHS, BATCH, SEEDS = 192, 0.35, 2e-3, 1e-4, 30, 256, 3
SCALE = np.float32(8.0)
# All concepts together may fire on at most this share of benign clauses.
BENIGN_SHARE = 0.03
FOLDS = 5


def targets_of(clauses: list[Clause], reasons: list[int | None], concepts: list[str]) -> np.ndarray:
    """1 is it, 0 is not, NaN may be."""
    place = {concept: index for index, concept in enumerate(concepts)}
    alike = {concept: set() for concept in concepts}
    for row in ALIKE:
        for concept in row.split():
            alike[concept] |= set(row.split())
    found = np.zeros((len(clauses), len(concepts)), np.float32)
    for row, (clause, reason) in enumerate(zip(clauses, reasons, strict=True)):
        if clause.concept is not None:
            for other in alike[clause.concept]:
                found[row, place[other]] = np.nan
            found[row, place[clause.concept]] = 1
            if clause.concept == "severe-respiratory-distress":
                found[row, place["shortness-of-breath"]] = 1
        if reason is not None:
            for concept, codes in REASONS.items():
                if reason in codes:
                    found[row, place[concept]] = np.nan
    return found


def reason_clauses(split: str, per_reason: int) -> tuple[list[Clause], list[int]]:
    """Sentences of every reason for visit: benign for each concept that the reason is not about."""
    dice = random.Random(f"meaning {split}")
    clauses, reasons = [], []
    for code in reason_codes():
        for _ in range(per_reason):
            clauses.append(Clause(sentence([code], split, dice), None, "reason", split))
            reasons.append(code)
    for text in DISTRACTORS[split]:
        clauses.append(Clause(text, None, "beside", split))
        reasons.append(None)
    return clauses, reasons


def fit(x: np.ndarray, y: np.ndarray, seed: int) -> list[np.ndarray]:
    dice = np.random.default_rng(seed)
    outputs = y.shape[1]
    weights = [
        (dice.standard_normal((x.shape[1], HIDDEN)) * np.sqrt(2 / x.shape[1])).astype(np.float32),
        np.zeros(HIDDEN, np.float32),
        (dice.standard_normal((HIDDEN, outputs)) * 0.02).astype(np.float32),
        np.full(outputs, -4.0, np.float32),
    ]
    adam, total = Adam(weights), EPOCHS * (len(x) // BATCH)
    positive = 1 + 3 * (np.nan_to_num(y) > 0)
    for _ in range(EPOCHS):
        order = dice.permutation(len(x))
        for begin in range(0, len(x) - BATCH + 1, BATCH):
            rows = order[begin : begin + BATCH]
            inner = np.maximum(x[rows] @ weights[0] + weights[1], 0)
            mask = (dice.random(inner.shape, np.float32) >= DROPOUT) / np.float32(1 - DROPOUT)
            kept = inner * mask
            p = 1 / (1 + np.exp(-(kept @ weights[2] + weights[3])))
            error = np.where(np.isfinite(y[rows]), (p - np.nan_to_num(y[rows])) * positive[rows], 0)
            delta = (error / BATCH).astype(np.float32)
            back = (delta @ weights[2].T) * mask * (inner > 0)
            found = [x[rows].T @ back, back.sum(axis=0), kept.T @ delta, delta.sum(axis=0)]
            found[0] += np.float32(DECAY) * weights[0]
            found[2] += np.float32(DECAY) * weights[2]
            adam.step(weights, found, RATE * 0.5 * (1 + np.cos(np.pi * adam.count / total)))
    return weights


def logits_of(members: list[list[np.ndarray]], x: np.ndarray) -> np.ndarray:
    return np.mean([np.maximum(x @ w[0] + w[1], 0) @ w[2] + w[3] for w in members], axis=0)


def probability(logits: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-logits))


def pattern_folds(clauses: list[Clause], reasons: list[int | None]) -> np.ndarray:
    """Clauses of one concept side stay together in runs, so a fold's wordings are unseen in the others."""
    found, run, last, count = [], -1, None, 0
    for clause, reason in zip(clauses, reasons, strict=True):
        mark = (clause.near, clause.concept) if reason is None else ("reason", reason)
        count += 1
        if mark != last or count > 12:
            run, last, count = run + 1, mark, 0
        found.append(run)
    dice = np.random.default_rng(3)
    return dice.integers(0, FOLDS, max(found) + 1)[found]


def learn_line(p: np.ndarray, y: np.ndarray) -> float:
    """One line for all concepts, which few benign clauses cross out of fold: lines of their own were noise."""
    benign = ~((y == 1).any(axis=1))
    wrong = np.where(y == 0, p, 0)[benign].max(axis=1)
    return float(np.quantile(wrong, 1 - BENIGN_SHARE))


def lexicon_reads(clauses: list[Clause], concepts: list[str], folder: pathlib.Path) -> np.ndarray:
    """Which of the concepts the service's own reader finds by its words."""
    asked, answered = folder / "clauses.json", folder / "read.json"
    asked.write_text(json.dumps([clause.text for clause in clauses]))
    node, script = ROOT / "node_modules" / ".bin" / "node", pathlib.Path(__file__).parent / "read-clauses.ts"
    subprocess.run([str(node), str(script), str(asked), str(answered), ",".join(concepts)], check=True, cwd=ROOT)
    answer = json.loads(answered.read_text())
    if set(answer["ids"]) != set(concepts):
        raise SystemExit(f"not in the lexicon: {set(concepts) - set(answer['ids'])}")
    return np.array([[concept in found for concept in concepts] for found in answer["found"]])


def out_of_fold(part: tuple) -> np.ndarray:
    clauses, reasons, x, y = part
    folds, found = pattern_folds(clauses, reasons), np.zeros_like(y)
    for fold in range(FOLDS):
        members = [fit(x[folds != fold], y[folds != fold], seed) for seed in range(2)]
        found[folds == fold] = probability(logits_of(members, x[folds == fold]))
        print(f"  fold {fold + 1} of {FOLDS} fitted", flush=True)
    return found


def beside_lexicon(
    concepts: list[str], clauses: list[Clause], fires: np.ndarray, reads: np.ndarray
) -> dict:
    """What the head adds to the reader by words, and what it costs."""
    place = {concept: index for index, concept in enumerate(concepts)}
    red = [row for row, clause in enumerate(clauses) if clause.concept]
    near = [row for row, clause in enumerate(clauses) if not clause.concept and clause.near in place]
    by_words = np.array([reads[row, place[clauses[row].concept]] for row in red])
    by_meaning = np.array([fires[row, place[clauses[row].concept]] for row in red])
    any_words = np.array([reads[row].any() for row in red])
    any_meaning = np.array([fires[row].any() for row in red])
    return {
        "red-flag clauses found by words": float(by_words.mean()),
        "by words or meaning": float((by_words | by_meaning).mean()),
        "with any red flag by words": float(any_words.mean()),
        "with any red flag by words or meaning": float((any_words | any_meaning).mean()),
        "benign neighbours with a red flag by words": float(reads[near].any(axis=1).mean()),
        "benign neighbours with a red flag by words or meaning": float((reads[near] | fires[near]).any(axis=1).mean()),
    }


def to_onnx(members: list[list[np.ndarray]], outputs: int) -> onnx.ModelProto:
    graph = Graph()
    scaled = graph.add("Mul", ["vectors", graph.constant(float(SCALE), np.float32)])
    total = None
    for index, weights in enumerate(members):
        named = [graph.tensor(f"member{index}.{part}", weight) for part, weight in enumerate(weights)]
        inner = graph.add("Relu", [graph.add("Add", [graph.add("MatMul", [scaled, named[0]]), named[1]])])
        out = graph.add("Add", [graph.add("MatMul", [inner, named[2]]), named[3]])
        total = out if total is None else graph.add("Add", [total, out])
    mean = graph.add("Mul", [total, graph.constant(1 / len(members), np.float32)])
    graph.add("Sigmoid", [mean], output="probabilities")
    port = lambda name, width: helper.make_tensor_value_info(name, TensorProto.FLOAT, ["clauses", width])
    body = helper.make_graph(
        graph.nodes, "meaning", [port("vectors", 384)], [port("probabilities", outputs)],
        list(graph.initialisers.values()),
    )  # fmt: skip
    opset = [helper.make_opsetid("", 21)]
    model = helper.make_model(body, opset_imports=opset, ir_version=10, producer_name="prescreen")
    onnx.checker.check_model(model, full_check=True)
    return model


def real_complaints() -> dict[str, list[str]]:
    """Terse real complaints that experts called no emergency: what the head costs. Not shipped."""
    found: dict[str, list[str]] = {}
    file = SHARED_DATA / "ktas-2019" / "cases.jsonl"
    if file.exists():
        rows = [json.loads(line) for line in file.read_text().splitlines()]
        found["ktas-2019, level 3 to 5"] = [r["text"] for r in rows if r["gold"]["level"] >= 3]
        found["ktas-2019, level 1 or 2"] = [r["text"] for r in rows if r["gold"]["level"] <= 2]
    file = SHARED_DATA / "nurse-line-2026" / "complaints.jsonl"
    if file.exists():
        rows = [json.loads(line) for line in file.read_text().splitlines()]
        found["nurse-line-2026, home or primary care"] = [r["complaint"] for r in rows if r["clinician"] in "AB"]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="meaning.train")
    parser.add_argument("--out", type=pathlib.Path, default=ARTIFACTS / "meaning")
    options = parser.parse_args()
    concepts = read_concepts()
    embedder, folder = Embedder(), cache_folder("meaning")
    sets = {}
    for split, per_reason in (("train", 8), ("held", 4)):
        own = [clause for clause in all_clauses() if clause.split == split]
        others, codes = reason_clauses(split, per_reason)
        clauses, reasons = own + others, [None] * len(own) + codes
        vectors = embedder.all([clause.text for clause in clauses], folder, f"{split} clauses")
        sets[split] = (clauses, reasons, vectors * SCALE, targets_of(clauses, reasons, concepts))
        print(f"{split}: {len(own)} own clauses, {len(others)} of reasons for visit", flush=True)
    # First the report: fitted on wordings for training alone, asked about the others.
    _, _, x, y = sets["train"]
    line = learn_line(out_of_fold(sets["train"]), y)
    members = [fit(x, y, seed) for seed in range(SEEDS)]
    held, _, held_x, held_y = sets["held"]
    p = probability(logits_of(members, held_x))
    real = {
        name: probability(logits_of(members, SCALE * embedder.all(texts, folder, name)))
        for name, texts in real_complaints().items()
    }
    figures = measure(concepts, held, p, held_y, line, real)
    figures["beside the lexicon"] = beside_lexicon(
        concepts, held, p >= line, lexicon_reads(held, concepts, folder)
    )
    figures["line"] = round(line, 4)
    figures["clauses"] = {
        split: len([c for c in sets[split][0] if c.near not in ("reason", "beside")]) for split in sets
    }
    # Then the artefact: every wording we have.
    print("fitting on all wordings", flush=True)
    everything = tuple(
        np.concatenate([sets["train"][part], sets["held"][part]])
        if part > 1
        else [*sets["train"][part], *sets["held"][part]]
        for part in range(4)
    )
    line = learn_line(out_of_fold(everything), everything[3])
    members = [fit(everything[2], everything[3], seed) for seed in range(SEEDS)]
    model = to_onnx(members, len(concepts))
    manifest = json.loads((EMBEDDER / "manifest.json").read_text())
    write_atomically(options.out / "model.onnx", model.SerializeToString(deterministic=True))
    write_atomically(options.out / "metrics.json", to_json(figures))
    write_atomically(options.out / "MODEL_CARD.md", meaning_card(NAME, VERSION, figures).encode())
    head = {
        "name": NAME,
        "version": VERSION,
        "task": "red-flag concepts of a clause",
        "licence": "Apache-2.0; trained on this project's own clauses",
        "embedder": {"name": manifest["name"], "version": manifest["version"]},
        "dimensions": manifest["dimensions"],
        "concepts": [{"id": concept, "from": round(line, 4)} for concept in concepts],
    }
    write_manifest(options.out, head, ["model.onnx"])
    print(json.dumps({k: v for k, v in figures.items() if k != "by concept"}, indent=1))


def measure(
    concepts: list[str], clauses: list[Clause], p: np.ndarray, y: np.ndarray,
    line: float, real: dict[str, np.ndarray],
) -> dict:  # fmt: skip
    """On wordings that training did not see: what is found, and what benign clauses pay."""
    fires = p >= line
    kind = np.array(["red" if c.concept else c.near if c.near in ("reason", "beside") else "neighbour" for c in clauses])
    own = np.flatnonzero(kind == "red")
    place = {concept: index for index, concept in enumerate(concepts)}
    right = np.array([fires[row, place[clauses[row].concept]] for row in own])
    # A concept that may be true besides (NaN) is as good an alarm: the row of ALIKE says so.
    alarm = np.array([fires[row][~(y[row] == 0)].any() for row in own])
    wrong = (fires & (y == 0)).any(axis=1)
    red_or_not = np.concatenate([own, np.flatnonzero(kind == "neighbour")])
    return {
        "red-flag clauses": len(own),
        "found as the concept": float(right.mean()),
        "found as the concept or one alike": float(alarm.mean()),
        "concept ranked first": float(np.mean([p[row].argmax() == place[clauses[row].concept] for row in own])),
        "red-flag clauses with a wrong concept besides": float(wrong[own].mean()),
        "benign neighbours": int((kind == "neighbour").sum()),
        "benign neighbours that fire": float(fires[kind == "neighbour"].any(axis=1).mean()),
        "reasons for visit": int((kind == "reason").sum()),
        "reasons for visit with a wrong concept": float(wrong[kind == "reason"].mean()),
        "other clauses that fire": float(fires[kind == "beside"].any(axis=1).mean()),
        "AUROC of the best probability, red flags against neighbours": auroc(
            kind[red_or_not] == "red", p[red_or_not].max(axis=1)
        ),
        "real complaints that fire": {
            name: {"complaints": len(values), "share": float((values >= line).any(axis=1).mean())}
            for name, values in real.items()
        },
        "by concept": {
            concept: {
                "clauses": int(sum(clauses[row].concept == concept for row in own)),
                "found": float(np.mean([fires[row, index] for row in own if clauses[row].concept == concept])),
            }
            for index, concept in enumerate(concepts)
        },
    }


if __name__ == "__main__":
    main()
