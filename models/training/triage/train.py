"""From the survey to `models/artifacts/triage/`, and every figure of its card. See README.md of this folder.

python -m triage.train             the artefact, from the survey
python -m triage.train --sample    the same steps on made-up visits, into --out
python -m triage.train --fairness  the fairness report of the same model, printed
"""

import argparse
import hashlib
import json
import pathlib
import resource
import sys
import time

import numpy as np

from common.embed import FOLDER as EMBEDDER
from common.embed import Embedder
from common.files import ARTIFACTS, ROOT, to_json, write_atomically, write_manifest
from triage import calibrate, export, familiar, golden, patterns
from triage.card import fairness_table, model_card
from triage.evaluate import SERVICE_PATH, evaluate, gates, learn_cuts, sentences_against_codes, unfamiliar
from triage.fairness import fairness
from triage.features import NAMES, SPEC
from triage.fit import Source, fit
from triage.read import read_all
from triage.synthetic import synthetic_visits
from triage.table import HEADS, Visits, to_visits
from triage.text import FULL, SAMPLE, Scale, as_the_service_reads, build_bank, from_sentences

NAME, VERSION = "prescreen-triage", "1.0.0"
REPORT_YEAR = 2020
NO_COMPLAINT = [
    "the quarterly report is due on friday", "my favourite football team won", "please update your password",
    "lorem ipsum dolor sit amet", "the cat sat on the mat", "buy milk and eggs", "how do I reset the printer",
    "asdf qwer zxcv", "the weather is nice today", "stock prices fell sharply", "12345 67890", "hello",
    "please call me back about the invoice", "she won the lottery", "le chat est sur la table",
]  # fmt: skip


class Steps:
    """Says which step has begun and how long it took."""

    def __init__(self, total: int) -> None:
        self.total, self.count, self.began = total, 0, time.monotonic()

    def begin(self, what: str) -> None:
        self.count += 1
        spent = time.monotonic() - self.began
        print(f"[{self.count}/{self.total}] {what} ({spent:.0f} s so far)", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="triage.train")
    parser.add_argument("--sample", action="store_true", help="made-up visits, a minute")
    parser.add_argument("--fairness", action="store_true", help="print the fairness report, write nothing")
    parser.add_argument("--out", type=pathlib.Path, default=ARTIFACTS / "triage")
    options = parser.parse_args()
    if options.sample and options.out == ARTIFACTS / "triage":
        parser.error("--sample needs --out: made-up visits must not replace the artefact")
    scale = SAMPLE if options.sample else FULL
    steps = Steps(8)
    steps.begin("reading visits")
    visits = to_visits(synthetic_visits() if options.sample else read_all())
    steps.begin("embedding labels and sentences")
    bank = build_bank(visits, scale)
    source = Source.of(visits, bank)
    past = source.take(np.flatnonzero(visits.year < REPORT_YEAR))
    steps.begin("fitting models that leave out one year each")
    logits, text = calibrate.out_of_fold(past, range(scale.fold_seeds), scale.epochs)
    steps.begin("calibrating on them")
    calibration = calibrate.calibrate(past, logits, text)
    cuts = learn_level_cuts(past.visits, calibration, logits, text)
    steps.begin("fitting the model")
    model = fit(past, "all years", range(scale.seeds), scale.epochs)
    known = familiar.learn(past.visits.values, past.visits.present, text)
    content = export.to_onnx(model, known).SerializeToString(deterministic=True)
    steps.begin(f"evaluating on {REPORT_YEAR}")
    rows = np.flatnonzero((visits.year == REPORT_YEAR) & np.isfinite(visits.level))
    report, labels = visits.take(rows), source.labels[rows]
    figures, probability = evaluate(model, calibration, report, labels, cuts, scale.bootstraps)
    figures["fairness"] = fairness(calibration, report, labels, probability, scale.bootstraps)
    if options.fairness:
        print(fairness_table(figures["fairness"]))
        return 1 if figures["fairness"]["groups of at least 25 critical outcomes below the nurse"] else 0
    dice = np.random.default_rng(5)
    at, joined = source.at[rows], bank.joined_at["held"][rows]
    paths = {
        "labels of the codes": labels,
        "sentences alone": from_sentences(bank, at, "held", dice, joined, 0.0),
        SERVICE_PATH: as_the_service_reads(visits, rows),
    }
    figures["sentences"] = sentences_against_codes(model, calibration, report, paths)
    embedder = Embedder()
    figures["called unlike the training data"] = unfamiliar(
        known, report, paths, np.stack([embedder.one(text) for text in NO_COMPLAINT])
    )
    parity = parity_of(content, model, report, paths)
    figures["ONNX parity"] = parity
    figures["gates"] = gates(figures, parity)
    steps.begin("writing")
    write(options.out, content, calibration, known, figures, past.visits)
    if not options.sample:
        golden.write(model, calibration, known)
    steps.begin("done")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"peak memory {peak:.1f} GB; wrote {options.out}")
    failed = [row["gate"] for row in figures["gates"] if not row["holds"]]
    if failed and not options.sample:
        print("below its floor: " + "; ".join(failed))
        return 1
    return 0


def learn_level_cuts(
    visits: Visits, calibration: calibrate.Calibration, logits: np.ndarray, text: np.ndarray
) -> np.ndarray:
    own = patterns.pattern_of(visits.present, text)
    rows = np.flatnonzero(np.isfinite(visits.level))
    band = patterns.band_of(visits.groups["age"])
    own_logits = logits[own[rows], rows].astype(np.float64)
    probability = calibration.probabilities(own_logits, own[rows], band[rows])
    return learn_cuts(probability, visits.level[rows])


def parity_of(content: bytes, model: object, visits: Visits, paths: dict[str, np.ndarray]) -> float:
    """Largest difference of the exported graph's logits to numpy's, over the reported year, relative above 1."""
    worst = 0.0
    for text in paths.values():
        found, _ = export.run(content, visits.values, visits.present, text)
        expected = model.logits(visits.values, visits.present, text)
        worst = max(worst, float((np.abs(found - expected) / np.maximum(1, np.abs(expected))).max()))
    return worst


def write(
    folder: pathlib.Path,
    content: bytes,
    calibration: calibrate.Calibration,
    known: familiar.Familiar,
    figures: dict,
    past: Visits,
) -> None:
    rounded = lambda array: np.round(np.asarray(array, np.float64), 7).tolist()
    features = (ROOT / "models" / "features.json").read_bytes()
    embedder = json.loads((EMBEDDER / "manifest.json").read_text())
    head = {
        "name": NAME,
        "version": VERSION,
        "task": "triage priority and critical outcome",
        "licence": "Apache-2.0; trained on US public-domain data (NCHS terms: statistical use only)",
        "features": {"version": SPEC["version"], "sha256": hashlib.sha256(features).hexdigest()},
        "inputs": NAMES,
        "embedder": {"name": embedder["name"], "version": embedder["version"]},
        "heads": HEADS,
        "patternBits": patterns.BITS,
        "ageBands": patterns.BANDS,
        "unknownAgeBand": patterns.UNKNOWN_AGE_BAND,
        "calibration": {
            "slope": rounded(calibration.slope),
            "offset": rounded(calibration.offset),
            "includeFrom": rounded(calibration.include_from),
            "lowBelow": rounded(calibration.low_below),
            "highFrom": rounded(calibration.high_from),
        },
        "unlikeFrom": {"numbers": float(known.limits[0]), "text": float(known.limits[1])},
    }
    figures = {
        "name": NAME,
        "version": VERSION,
        "trained on": {
            "visits": int(len(past.year)),
            "with a level": int(np.isfinite(past.level).sum()),
            "critical outcomes": int(past.targets[:, calibrate.CRITICAL].sum()),
        },
        **figures,
    }
    write_atomically(folder / "model.onnx", content)
    write_atomically(folder / "metrics.json", to_json(tidy(figures)))
    write_atomically(folder / "MODEL_CARD.md", model_card(tidy(figures)).encode())
    write_manifest(folder, head, ["model.onnx"])


def tidy(value: object) -> object:
    """Plain numbers of six digits; NaN, which JSON does not have, becomes null."""
    if isinstance(value, dict):
        return {key: tidy(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [tidy(item) for item in value]
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, np.integer)):
        return int(value)
    if isinstance(value, (float, np.floating)):
        return float(f"{float(value):.6g}") if np.isfinite(value) else None
    return value


if __name__ == "__main__":
    sys.exit(main())
