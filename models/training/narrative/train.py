"""The reader of stories: from whole complaints to `models/artifacts/narrative/`, with what it tells apart.

Rules fire on what they name. A story may be an emergency without naming it, and name a danger without being one. The
published sentence encoder is fine-tuned on our own cases (authors' who had not seen the engine, and a generator's)
to say of a whole story how likely it is at least medium, at least high, and critical. What the service does with that
stands in `cds-service/src/assess`.
"""

import argparse
import hashlib
import json
import os
import pathlib

import numpy as np
import onnxruntime
import torch

from common.files import ARTIFACTS, cache_folder, to_json, write_atomically, write_manifest
from narrative import fit as fitting
from narrative.card import narrative_card
from narrative.fit import MAX_TOKENS, Base, fit, logits_of, tensors
from narrative.graph import story_reader
from narrative.stories import LEVELS, SYNTHETIC, Story, read_stories
from triage.measure import auroc

NAME, VERSION = "prescreen-narrative", "2.0.0"
HELD_EVERY = 3
# Shares of authored cases that may be on the wrong side of a line, judged by a twin that had not seen their authors.
MAY_RAISE, MAY_CALL_CRITICAL, MAY_DISMISS, MAY_MISS_CRITICAL, MAY_CALL_LOW = 0.11, 0.04, 0.015, 0.02, 0.08
REPORTED_SYNTHETIC, COMPARED = 2000, 400


def held_out(stories: list[Story]) -> np.ndarray:
    """True for the cases of every third author: the twin that is measured does not see them."""
    authors = sorted({story.source for story in stories})
    return np.array([authors.index(story.source) % HELD_EVERY == 0 for story in stories])


def by_twin(
    base: Base, known: list[Story], synthetic: list[Story], asked: list[Story], folder: pathlib.Path
) -> np.ndarray:
    """Logits by a model fitted on `known`: minutes of work, so one that was fitted before is not fitted again."""
    code = pathlib.Path(fitting.__file__).read_text()
    key = hashlib.sha256(repr((code, known, len(synthetic), asked)).encode()).hexdigest()[:24]
    file = folder / f"twin-{key}.npy"
    if not file.exists():
        found = logits_of(base, fit(base, known, synthetic, 0), asked)
        temporary = file.with_suffix(".part.npy")
        np.save(temporary, found)
        temporary.replace(file)
    return np.load(file)


def probability(logits: np.ndarray, platt: list[tuple[float, float]]) -> np.ndarray:
    slopes, offsets = (np.array(column) for column in zip(*platt, strict=True))
    return 1 / (1 + np.exp(-(logits * slopes + offsets)))


def learn_platt(logits: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    slope, offset = 1.0, 0.0
    for _ in range(4000):
        p = 1 / (1 + np.exp(-(logits * slope + offset)))
        slope -= 0.05 * float(np.mean((p - y) * logits))
        offset -= 0.05 * float(np.mean(p - y))
    return round(slope, 5), round(offset, 5)


def lines_of(p: np.ndarray, level: np.ndarray) -> dict[str, float]:
    """Where the service takes notice, each by the share of authored cases that it may get wrong."""
    return {
        "raiseFrom": round(float(np.quantile(p[level < 2, 1], 1 - MAY_RAISE)), 4),
        "mediumFrom": round(float(np.quantile(p[level == 0, 0], 1 - MAY_RAISE)), 4),
        "raiseToCriticalFrom": round(float(np.quantile(p[level == 2, 2], 1 - MAY_CALL_CRITICAL)), 4),
        "dismissBelow": round(float(np.quantile(p[level >= 2, 1], MAY_DISMISS)), 4),
        "criticalFrom": round(float(np.quantile(p[level == 3, 2], MAY_MISS_CRITICAL)), 4),
        "lowBelow": round(float(np.quantile(p[level == 1, 0], MAY_CALL_LOW)), 4),
    }


def measured(p: np.ndarray, level: np.ndarray, lines: dict[str, float]) -> dict:
    urgent = level >= 2
    gaps = []
    bins = np.clip((p[:, 1] * 10).astype(int), 0, 9)
    for each in range(10):
        here = bins == each
        if here.any():
            gaps.append(abs(p[here, 1].mean() - urgent[here].mean()) * here.mean())
    share = lambda rows, name, column: float((p[rows, column] >= lines[name]).mean())
    return {
        "cases": len(level),
        "emergencies": int(urgent.sum()),
        "AUROC": {
            "high or critical": float(auroc(urgent, p[:, 1])),
            "critical among emergencies": float(auroc(level[urgent] == 3, p[urgent, 2])),
            "medium among the others": float(auroc(level[~urgent] == 1, p[~urgent, 0])),
        },
        "calibration error": float(sum(gaps)),
        "raised": {"emergencies": share(urgent, "raiseFrom", 1), "others": share(~urgent, "raiseFrom", 1)},
        "medium": {"medium": share(level == 1, "mediumFrom", 0), "low": share(level == 0, "mediumFrom", 0)},
        "dismissed": {"emergencies": 1 - share(urgent, "dismissBelow", 1), "others": 1 - share(~urgent, "dismissBelow", 1)},
        "critical": {
            "critical": share(level == 3, "raiseToCriticalFrom", 2),
            "high": share(level == 2, "raiseToCriticalFrom", 2),
            "others": share(~urgent, "raiseToCriticalFrom", 2),
        },
        "not critical": {
            "critical": 1 - share(level == 3, "criticalFrom", 2),
            "high": 1 - share(level == 2, "criticalFrom", 2),
        },
        "low": {
            name: 1 - share(rows, "lowBelow", 0)
            for name, rows in (("emergencies", urgent), ("medium", level == 1), ("low", level == 0))
        },
        "curve": [
            {"from": t, "found": float((p[urgent, 1] >= t).mean()), "raised": float((p[~urgent, 1] >= t).mean())}
            for t in (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
        ],
    }  # fmt: skip


def shipped(model: bytes, base: Base, stories: list[Story]) -> np.ndarray:
    """What the int8 file says, with the sums that a CPU session uses."""
    options = onnxruntime.SessionOptions()
    options.add_session_config_entry("session.qdq_matmulnbits_accuracy_level", "4")
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    found = []
    for story in stories:
        ids, mask = tensors([base.ids(story.text)])
        feeds = {"input_ids": ids.numpy(), "attention_mask": mask.numpy().astype(np.float32)}
        found.append(session.run(["probabilities"], feeds)[0][0])
    return np.stack(found)


def gap_of(p: np.ndarray, exact: np.ndarray) -> dict[str, float]:
    gap = np.abs(p - exact)
    return {"stories": len(p), "largest": float(gap.max()), "mean": float(gap.mean())}


def main() -> None:
    parser = argparse.ArgumentParser(prog="narrative.train")
    parser.add_argument("--out", type=pathlib.Path, default=ARTIFACTS / "narrative")
    options = parser.parse_args()
    torch.set_num_threads(min(2, os.cpu_count() or 1))
    torch.use_deterministic_algorithms(True)
    folder = cache_folder("narrative")
    stories = read_stories(folder)
    authored = [story for story in stories if story.source not in SYNTHETIC]
    tune = [story for story in stories if story.source == "tune"]
    print(f"{len(authored)} authored, {len(tune)} synthetic stories", flush=True)
    base = Base()
    unseen = held_out(authored)
    asked = [story for story, out in zip(authored, unseen, strict=True) if out]
    known = [story for story, out in zip(authored, unseen, strict=True) if not out]
    print(f"fitting a twin on {len(known)}, to be asked about {len(asked)}", flush=True)
    logits = by_twin(base, known, tune, asked, folder)
    level = np.array([story.level for story in asked])
    platt = [learn_platt(logits[:, k], (level > k).astype(float)) for k in range(3)]
    p = probability(logits, platt)
    lines = lines_of(p, level)

    print("fitting on all", flush=True)
    reader = fit(base, authored, tune, 0)
    report = [story for story in stories if story.source == "report"]
    report = [
        report[place] for place in np.random.default_rng(0).permutation(len(report))[:REPORTED_SYNTHETIC]
    ]
    weights = {name: value.detach().numpy() for name, value in reader.state_dict().items()}
    model = story_reader(weights, base.config, platt).SerializeToString(deterministic=True)
    held = shipped(model, base, report)
    exact = probability(logits_of(base, reader, report[:COMPARED]), platt)
    figures = {
        "cases": {
            "authored": len(authored),
            "authors": len({story.source for story in authored}),
            "by level": {
                name: sum(story.level == place for story in authored) for place, name in enumerate(LEVELS)
            },
            "synthetic": len(tune),
        },
        "lines": lines,
        "authored, by a twin that had not seen their authors": measured(p, level, lines),
        "synthetic, conditions and words kept apart": measured(
            held, np.array([story.level for story in report]), lines
        ),
        "shipped file against fp32": gap_of(held[:COMPARED], exact),
    }
    write_atomically(options.out / "model.onnx", model)
    write_atomically(options.out / "tokenizer.json", base.tokenizer_json)
    write_atomically(options.out / "metrics.json", to_json(figures))
    write_atomically(options.out / "MODEL_CARD.md", narrative_card(NAME, VERSION, figures).encode())
    head = {
        "name": NAME,
        "version": VERSION,
        "task": "how urgent is this story",
        "licence": "Apache-2.0; all-MiniLM-L6-v2 fine-tuned on this project's own cases",
        "maxTokens": MAX_TOKENS,
        "lines": lines,
    }
    write_manifest(options.out, head, ["model.onnx", "tokenizer.json"])
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
