"""Runs a stage once: its result is kept under the hash of everything it was made from."""

import hashlib
import json
import os
import pathlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version

from common.files import to_json, write_atomically

PACKAGES = ("torch", "transformers", "peft", "trl", "tokenizers", "onnx", "onnxruntime", "onnxruntime-genai")


@dataclass
class Run:
    """The output folder of one run, its log, and the results of its stages so far."""

    folder: pathlib.Path
    results: dict[str, dict] = field(default_factory=dict)
    key: str = ""

    def log(self, stage: str, **what: object) -> None:
        line = {"at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "stage": stage, **what}
        with open(self.folder / "log.jsonl", "a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")

    def place(self, stage: str) -> pathlib.Path:
        return self.folder / stage

    def stage(self, name: str, settings: object, work: Callable[[pathlib.Path], dict]) -> dict:
        """The result of a stage: from disk when it was made from the same settings and the same stages before it.

        A stage that was killed finds its own checkpoints in the folder it is given.
        """
        self.key = hashlib.sha256(
            json.dumps([self.key, name, settings], sort_keys=True, default=str).encode()
        ).hexdigest()
        folder = self.place(name)
        done = folder / "result.json"
        if done.exists():
            kept = json.loads(done.read_text())
            if kept["key"] == self.key:
                print(f"{name}: done before", flush=True)
                self.results[name] = kept["result"]
                return kept["result"]
        folder.mkdir(parents=True, exist_ok=True)
        begun = folder / "begun.json"
        if not begun.exists() or json.loads(begun.read_text()) != self.key:
            empty(folder)
            write_atomically(begun, to_json(self.key))
        print(f"{name}: begins", flush=True)
        begin, used = time.monotonic(), sum(os.times()[:4])
        result = {
            **work(folder),
            "seconds": round(time.monotonic() - begin, 1),
            "cpu_seconds": round(sum(os.times()[:4]) - used, 1),
        }
        write_atomically(done, to_json({"key": self.key, "result": result}))
        self.log(name, result=result)
        print(f"{name}: {json.dumps(result, ensure_ascii=False)[:600]}", flush=True)
        self.results[name] = result
        return result


def empty(folder: pathlib.Path) -> None:
    """Takes away what another configuration left, deepest first."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink()


def versions() -> dict[str, str]:
    return {name: version(name) for name in PACKAGES}
