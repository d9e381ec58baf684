"""Runs everything end to end on the CPU with the tiny model, and holds every stage to what it says it does.

`npm run test:finetune [-- --out FOLDER]`. The run is killed once in the middle of a stage and started again.
"""

import argparse
import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
KILLED_IN = "tune"
PATIENCE_S = 1200


def start(out: pathlib.Path) -> subprocess.Popen:
    command = [sys.executable, "-m", "finetune.main", "--config", str(HERE / "tiny.yaml"), "--out", str(out)]
    return subprocess.Popen(command, cwd=HERE.parent)


def kill_in_the_middle(out: pathlib.Path) -> None:
    """Starts the run and kills it when the stage has its first checkpoint but is not done."""
    process = start(out)
    deadline = time.monotonic() + PATIENCE_S
    while process.poll() is None and time.monotonic() < deadline:
        checkpoints = (out / KILLED_IN / "checkpoints").glob("checkpoint-*/trainer_state.json")
        if next(checkpoints, None) is not None:
            break
        time.sleep(0.2)
    if process.poll() is not None:
        raise SystemExit(f"the run ended before it could be killed in {KILLED_IN}: exit code {process.returncode}")
    process.send_signal(signal.SIGKILL)
    process.wait()
    print(f"killed in the stage {KILLED_IN}; starting again", flush=True)


def claims(results: dict[str, dict]) -> dict[str, bool]:
    base, pretrain, tune, prefer = (results[name] for name in ("base", "pretrain", "tune", "prefer"))
    merge, evaluate, onnx, node = (results[name] for name in ("merge", "evaluate", "onnx", "node"))
    rewards = prefer["held_out"]["rewards/accuracies"]
    return {
        "the tiny model learnt from nothing": fell(base["held_out"]["loss"]),
        "guidelines that were kept apart became more likely": fell(pretrain["held_out"]["loss"]),
        "right answers to cases that were kept apart became more likely": fell(tune["held_out"]["loss"]),
        f"the killed stage {KILLED_IN} went on from its checkpoint": tune["resumed_from"] is not None,
        "the loss of preference tuning fell": fell(prefer["held_out"]["loss"]),
        "more safe answers are preferred to their broken twins": rewards["after"] > max(0.5, rewards["before"])
        and prefer["prefers_safe_answer"]["after"] >= prefer["prefers_safe_answer"]["before"],
        "the adapter changed the model": merge["largest_difference_to_the_base_alone"] > 0.1,
        "merged equals base plus adapter": merge["largest_logit_difference"] < 1e-3 and merge["same_next_token"] == 1,
        "on the split that nothing saw the answers became more likely": evaluate["tuned"]["loss_per_token"]
        < evaluate["base"]["loss_per_token"],
        "the ONNX file gives the tokens of the merged model in Python": onnx["same_tokens"] == onnx["prompts"] > 0,
        "and in Node, from the adapter": node["prompts_with_the_same_tokens"] == node["prompts"] > 0
        and node["tokens"] >= 30,
        "the gate in Node ran on the exported file and the tiny model failed it": results["gate"]["passed"] is False,
        "so the service does not open it, and the template writes the note": not results["gate"]["service"]["opens"]
        and results["gate"]["service"]["draftedBy"] == "template",
    }


def fell(loss: dict[str, float]) -> bool:
    return loss["after"] < loss["before"]


def main() -> None:
    parser = argparse.ArgumentParser(prog="finetune.prove")
    parser.add_argument("--out", type=pathlib.Path, help="default: a temporary folder")
    options = parser.parse_args()
    begin = time.monotonic()
    out = (options.out or pathlib.Path(tempfile.mkdtemp(prefix="prescreen-finetune-"))).resolve()
    if (out / "log.jsonl").exists():
        raise SystemExit(f"{out} holds a run already; name an empty folder")
    checked = {
        "ruff finds nothing": run("ruff", "check", str(HERE)) and run("ruff", "format", "--check", str(HERE)),
        "unit tests and the families of the registry": run(
            "pytest", "-q", "-p", "no:cacheprovider", str(HERE / "tests")
        ),
    }
    kill_in_the_middle(out)
    if start(out).wait() != 0:
        raise SystemExit("the second run failed")
    results = {file.parent.name: json.loads(file.read_text())["result"] for file in out.glob("*/result.json")}
    card = (out / "card" / "MODEL_CARD.md").read_text()
    checked |= claims(results) | {"the card says that this is never a drafter": "Never a drafter" in card}
    for claim, holds in checked.items():
        print(f"{'ok  ' if holds else 'FAIL'} {claim}")
    failed = sum(not holds for holds in checked.values())
    print(f"{time.monotonic() - begin:.0f} s; the run is in {out}")
    print(f"{len(checked) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


def run(module: str, *arguments: str) -> bool:
    return subprocess.run([sys.executable, "-m", module, *arguments], cwd=HERE.parent, check=False).returncode == 0


if __name__ == "__main__":
    main()
