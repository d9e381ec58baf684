"""The embedder in Python: the same file, the same cut, the same runtime version as in the service."""

import hashlib
import json
import pathlib

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from common.files import ARTIFACTS, sha256

FOLDER = ARTIFACTS / "embedder"


class Embedder:
    """Texts to unit vectors, one text at a time like the service does on a CPU, so vectors are the same."""

    def __init__(self, threads: int = 1) -> None:
        manifest = json.loads((FOLDER / "manifest.json").read_text())
        for name, file in manifest["files"].items():
            if sha256(FOLDER / name) != file["sha256"]:
                raise SystemExit(f"{FOLDER / name} is not the file in its manifest: run the embedder build again")
        self.dimensions, self.limit = manifest["dimensions"], manifest["maxTokens"]
        self.version = manifest["version"]
        self.tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 4
        options.add_session_config_entry("session.qdq_matmulnbits_accuracy_level", "4")
        self.session = onnxruntime.InferenceSession(
            str(FOLDER / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def one(self, text: str) -> np.ndarray:
        ids = self.tokenizer.encode(" ".join(text.split())[: self.limit * 101]).ids
        if len(ids) > self.limit:
            ids = ids[: self.limit - 1] + ids[-1:]
        feeds = {"input_ids": np.array([ids], np.int64), "attention_mask": np.ones((1, len(ids)), np.float32)}
        return self.session.run(None, feeds)[0][0]

    def all(self, texts: list[str], cache: pathlib.Path, label: str) -> np.ndarray:
        """Rows in the order of `texts`; kept in `cache` by the hash of texts and model, so a rerun is free."""
        key = hashlib.sha256("\n".join([self.version, *texts]).encode()).hexdigest()[:24]
        file = cache / f"vectors-{key}.npy"
        if file.exists():
            return np.load(file)
        different = list(dict.fromkeys(texts))
        vectors = {}
        for index, text in enumerate(different):
            vectors[text] = self.one(text)
            if index % 2000 == 1999:
                print(f"  {label}: {index + 1} of {len(different)} texts embedded", flush=True)
        rows = np.stack([vectors[text] for text in texts])
        temporary = file.with_suffix(".part.npy")
        np.save(temporary, rows)
        temporary.replace(file)
        return rows

    def remembered(self, texts: list[str], cache: pathlib.Path, label: str) -> np.ndarray:
        """As `all`, with a vector kept for each text: where a few texts change, only those are embedded."""
        file = cache / f"remembered-{self.version}.npz"
        keys, rows = np.zeros(0, "S24"), np.zeros((0, self.dimensions), np.float32)
        if file.exists():
            with np.load(file) as stored:
                keys, rows = stored["keys"], stored["rows"]
        place = {key: row for row, key in enumerate(keys.tolist())}
        key_of = {text: hashlib.sha256(text.encode()).hexdigest()[:24].encode() for text in texts}
        missing = [text for text, key in key_of.items() if key not in place]
        print(f"  {label}: {len(missing)} of {len(key_of)} texts to embed", flush=True)
        for begin in range(0, len(missing), 4000):
            part = missing[begin : begin + 4000]
            rows = np.concatenate([rows, np.stack([self.one(text) for text in part])])
            keys = np.concatenate([keys, np.array([key_of[text] for text in part], "S24")])
            temporary = file.with_suffix(".part.npz")
            np.savez(temporary, keys=keys, rows=rows)
            temporary.replace(file)
            print(f"  {label}: {begin + len(part)} of {len(missing)}", flush=True)
        place = {key: row for row, key in enumerate(keys.tolist())}
        return rows[[place[key_of[text]] for text in texts]]
