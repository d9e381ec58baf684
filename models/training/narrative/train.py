"""The narrative head: from whole stories to `models/artifacts/narrative/`, with what it tells apart.

Rules fire on what they name. A story may be an emergency without naming it; this small network over the complaint's
mean vector, the concepts told and denied, and the age band learns from our own cases (a generator's, and those of
authors who had not seen the engine) how emergencies are told, and from real visits told by bare labels how rarely a
label alone is one. It may raise a proposal and never lowers one.
"""

import argparse
import json
import pathlib
import subprocess

import numpy as np
import onnx
from onnx import TensorProto, helper

from common.embed import FOLDER as EMBEDDER
from common.embed import Embedder
from common.files import ARTIFACTS, ROOT, cache_folder, to_json, write_atomically, write_manifest
from embedder.graph import Graph
from narrative.card import narrative_card
from triage.measure import auroc
from triage.network import Adam
from triage.report_visits import visits_of

NAME, VERSION = "prescreen-narrative", "1.0.0"
HIDDEN, DROPOUT, RATE, ROUNDS, BATCH, SEEDS, FOLDS = 96, 0.5, 1.5e-3, 1500, 256, 3, 5
SCALE = np.float32(8.0)
AGE_FROM = [0, 1, 5, 18, 40, 65, 75]
# A concept needs a column of its own from this many cases on.
LEAST_CASES = 12
# An authored case is worth this many of the generator's: its wording is nobody's template.
AUTHORED_WEIGHT = 8.0
# A real visit is told by labels only and its level rests on what they do not say: half a case.
VISIT_WEIGHT = 0.5
TRAINING_YEARS, REPORT_YEAR = (2019,), 2020
# Share of authored non-emergencies that may be above the line, in models that have not seen them.
RAISED_SHARE = 0.08
SYNTHETIC = ("tune", "report")


def read_cases(folder: pathlib.Path) -> list[dict]:
    file, visits = folder / "cases.json", folder / "visits.json"
    visits.write_text(json.dumps([told(visit, year) for year in (*TRAINING_YEARS, REPORT_YEAR) for visit in visits_of(year)]))
    node, script = ROOT / "node_modules" / ".bin" / "node", pathlib.Path(__file__).parent / "read-cases.ts"
    subprocess.run([str(node), str(script), str(visits), str(file)], check=True, cwd=ROOT)
    return json.loads(file.read_text())


def told(visit: dict, year: int) -> dict:
    """A real visit by the labels of its reasons; the nurse's level, and critical where the outcome was."""
    priority = ("critical", "high", "medium", "low", "low")[visit["level"] - 1]
    urgent = visit["critical"] and visit["level"] > 2
    return {
        "from": f"visits {year}",
        "text": visit["labels"],
        "ageYears": visit["ageYears"],
        "priority": "high" if urgent else priority,
    }


def vectors_of(cases: list[dict], folder: pathlib.Path) -> np.ndarray:
    """Mean vector of each case's texts, as `models/complaint-vector.ts` makes it; 0 where there is none."""
    embedder = Embedder()
    unique = sorted({text for case in cases for text in case["texts"]})
    vectors = embedder.remembered(unique, folder, "texts of the cases")
    place = {text: row for row, text in enumerate(unique)}
    width = vectors.shape[1]
    mean = lambda texts: vectors[[place[t] for t in texts]].mean(axis=0) if texts else np.zeros(width)
    return np.stack([mean(case["texts"]) for case in cases]).astype(np.float32)


def concepts_of(cases: list[dict]) -> list[str]:
    count: dict[str, int] = {}
    for case in cases:
        if case["from"] == f"visits {REPORT_YEAR}":
            continue
        for concept in {*case["present"], *case["absent"]}:
            count[concept] = count.get(concept, 0) + 1
    return sorted(concept for concept, cases in count.items() if cases >= LEAST_CASES)


def inputs_of(cases: list[dict], vectors: np.ndarray, concepts: list[str]) -> np.ndarray:
    """The twin of `toFeeds` in `models/narrative-head.ts`."""
    place = {concept: column for column, concept in enumerate(concepts)}
    dimensions, width = vectors.shape[1], len(concepts)
    x = np.zeros((len(cases), dimensions + 2 * width + len(AGE_FROM)), np.float32)
    x[:, :dimensions] = vectors
    for row, case in enumerate(cases):
        x[row, [dimensions + place[c] for c in case["present"] if c in place]] = 1
        x[row, [dimensions + width + place[c] for c in case["absent"] if c in place]] = 1
        x[row, dimensions + 2 * width :] = [case["ageYears"] >= begin for begin in AGE_FROM]
    return x


def scale_of(width: int, dimensions: int) -> np.ndarray:
    return np.where(np.arange(width) < dimensions, SCALE, np.float32(1)).astype(np.float32)


def fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray, seed: int) -> list[np.ndarray]:
    dice = np.random.default_rng(seed)
    weights = [
        (dice.standard_normal((x.shape[1], HIDDEN)) * np.sqrt(1 / x.shape[1])).astype(np.float32),
        np.zeros(HIDDEN, np.float32),
        (dice.standard_normal((HIDDEN, 1)) * 0.05).astype(np.float32),
        np.zeros(1, np.float32),
    ]
    # An authored case is drawn more often rather than weighed more: small batches stay steady.
    chance = (weight / weight.sum()).astype(np.float64)
    adam = Adam(weights)
    for _ in range(ROUNDS):
        rows = dice.choice(len(x), BATCH, p=chance)
        given = x[rows] * (dice.random((BATCH, x.shape[1]), np.float32) >= 0.15)
        inner = np.maximum(given @ weights[0] + weights[1], 0)
        mask = (dice.random(inner.shape, np.float32) >= DROPOUT) / np.float32(1 - DROPOUT)
        kept = inner * mask
        p = 1 / (1 + np.exp(-(kept @ weights[2] + weights[3])))
        delta = ((p - y[rows, None]) / BATCH).astype(np.float32)
        back = (delta @ weights[2].T) * mask * (inner > 0)
        found = [given.T @ back, back.sum(axis=0), kept.T @ delta, delta.sum(axis=0)]
        adam.step(weights, found, RATE * 0.5 * (1 + np.cos(np.pi * adam.count / ROUNDS)))
    return weights


def logits_of(members: list[list[np.ndarray]], x: np.ndarray) -> np.ndarray:
    return np.mean([np.maximum(x @ w[0] + w[1], 0) @ w[2] + w[3] for w in members], axis=0)[:, 0]


def probability(logits: np.ndarray, platt: tuple[float, float]) -> np.ndarray:
    return 1 / (1 + np.exp(-(logits * platt[0] + platt[1])))


def learn_platt(logits: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    slope, offset = 1.0, 0.0
    for _ in range(2000):
        p = 1 / (1 + np.exp(-(logits * slope + offset)))
        slope -= 0.05 * float(np.mean((p - y) * logits))
        offset -= 0.05 * float(np.mean(p - y))
    return round(slope, 5), round(offset, 5)


def out_of_fold(x: np.ndarray, y: np.ndarray, weight: np.ndarray, authored: np.ndarray) -> np.ndarray:
    """Logits of the authored cases by models that have seen every synthetic one and not them."""
    fold = np.random.default_rng(11).integers(0, FOLDS, len(x))
    found = np.full(len(x), np.nan)
    for each in range(FOLDS):
        rows = np.flatnonzero((~authored | (fold != each)) & (weight > 0))
        members = [fit(x[rows], y[rows], weight[rows], 0)]
        asked = authored & (fold == each)
        found[asked] = logits_of(members, x[asked])
        print(f"  fold {each + 1} of {FOLDS}: AUROC {auroc(y[asked] > 0, found[asked]):.3f}", flush=True)
    return found


def to_onnx(members: list[list[np.ndarray]], scale: np.ndarray, platt: tuple[float, float]) -> onnx.ModelProto:
    graph = Graph()
    scaled = graph.add("Mul", ["story", graph.tensor("scale", scale)])
    total = None
    for index, weights in enumerate(members):
        named = [graph.tensor(f"member{index}.{part}", weight) for part, weight in enumerate(weights)]
        inner = graph.add("Relu", [graph.add("Add", [graph.add("MatMul", [scaled, named[0]]), named[1]])])
        out = graph.add("Add", [graph.add("MatMul", [inner, named[2]]), named[3]])
        total = out if total is None else graph.add("Add", [total, out])
    slope = graph.constant(platt[0] / len(members), np.float32)
    line = graph.add("Add", [graph.add("Mul", [total, slope]), graph.constant(platt[1], np.float32)])
    graph.add("Sigmoid", [line], output="probabilities")
    port = lambda name, width: helper.make_tensor_value_info(name, TensorProto.FLOAT, ["stories", width])
    body = helper.make_graph(
        graph.nodes, "narrative", [port("story", len(scale))], [port("probabilities", 1)],
        list(graph.initialisers.values()),
    )  # fmt: skip
    opset = [helper.make_opsetid("", 21)]
    model = helper.make_model(body, opset_imports=opset, ir_version=10, producer_name="prescreen")
    onnx.checker.check_model(model, full_check=True)
    return model


def curve(p: np.ndarray, y: np.ndarray) -> list[dict]:
    points = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
    return [
        {"from": t, "found": float((p[y > 0] >= t).mean()), "raised": float((p[y == 0] >= t).mean())} for t in points
    ]


def measured(p: np.ndarray, y: np.ndarray, line: float) -> dict:
    bins = np.clip((p * 10).astype(int), 0, 9)
    gaps = [abs(p[bins == b].mean() - y[bins == b].mean()) * (bins == b).mean() for b in range(10) if (bins == b).any()]
    return {
        "cases": len(y),
        "emergencies": int(y.sum()),
        "AUROC": float(auroc(y > 0, p)),
        "calibration error": float(sum(gaps)),
        "emergencies above the line": float((p[y > 0] >= line).mean()),
        "others above the line": float((p[y == 0] >= line).mean()),
        "curve": curve(p, y),
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="narrative.train")
    parser.add_argument("--out", type=pathlib.Path, default=ARTIFACTS / "narrative")
    options = parser.parse_args()
    folder = cache_folder("narrative")
    cases = read_cases(folder)
    vectors, concepts = vectors_of(cases, folder), concepts_of(cases)
    x = inputs_of(cases, vectors, concepts)
    scale = scale_of(x.shape[1], vectors.shape[1])
    y = np.array([case["priority"] in ("high", "critical") for case in cases], np.float32)
    source = np.array([case["from"] for case in cases])
    visits = np.char.startswith(source, "visits")
    reported = source == f"visits {REPORT_YEAR}"
    authored = ~np.isin(source, SYNTHETIC) & ~visits
    weight = np.where(authored, AUTHORED_WEIGHT, np.where(visits, VISIT_WEIGHT, 1.0)) * ~reported
    print(f"{len(cases)} cases, {int(authored.sum())} authored, {int(visits.sum())} visits; {len(concepts)} concepts", flush=True)
    logits = out_of_fold(x * scale, y, weight, authored)[authored]
    platt = learn_platt(logits, y[authored])
    p = probability(logits, platt)
    line = round(float(np.quantile(p[y[authored] == 0], 1 - RAISED_SHARE)), 4)
    figures = {
        "cases": {
            "synthetic": int((~authored & ~visits).sum()),
            "authored": int(authored.sum()),
            "visits": int((visits & ~reported).sum()),
        },
        "concepts": len(concepts),
        "line": line,
        "authored, each by a model that had not seen it": measured(p, y[authored], line),
    }
    tune, held = source == "tune", source == "report"
    known = tune | authored | (visits & ~reported)
    members = [fit((x * scale)[known], y[known], weight[known], seed) for seed in range(SEEDS)]
    figures["synthetic, conditions and words kept apart"] = measured(
        probability(logits_of(members, (x * scale)[held]), platt), y[held], line
    )
    print("fitting on all", flush=True)
    known = ~reported
    members = [fit((x * scale)[known], y[known], weight[known], seed) for seed in range(SEEDS)]
    figures[f"real visits of {REPORT_YEAR}, told by bare labels"] = measured(
        probability(logits_of(members, (x * scale)[reported]), platt), y[reported], line
    )
    model = to_onnx(members, scale, platt)
    write_atomically(options.out / "model.onnx", model.SerializeToString(deterministic=True))
    write_atomically(options.out / "metrics.json", to_json(figures))
    write_atomically(options.out / "MODEL_CARD.md", narrative_card(NAME, VERSION, figures).encode())
    embedder = json.loads((EMBEDDER / "manifest.json").read_text())
    head = {
        "name": NAME,
        "version": VERSION,
        "task": "is this told as emergencies are told",
        "licence": "Apache-2.0; trained on this project's own cases",
        "embedder": {"name": embedder["name"], "version": embedder["version"]},
        "dimensions": int(vectors.shape[1]),
        "widths": {"story": int(x.shape[1])},
        "concepts": concepts,
        "ageFrom": AGE_FROM,
        "raiseFrom": line,
    }
    write_manifest(options.out, head, ["model.onnx"])
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
