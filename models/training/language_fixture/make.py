"""Makes the language model of the tests: a Llama of two layers with random weights, below 2 MB.

It is a plumbing fixture and never a drafter: it proves tokens, cache, cancelling and limits of the decode loop.
Usage: node models/training/run.ts language_fixture.make --out test/fixtures/language-model
The reference tokens come from a second implementation in numpy, without cache and without ONNX.
"""

import argparse
import hashlib
import json
import pathlib

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

LAYERS, HIDDEN, HEADS, KV_HEADS, HEAD, MLP, CONTEXT = 2, 64, 4, 2, 16, 128, 4096
EPS, THETA = 1e-5, 10_000.0
SPECIAL = ["<unk>", "<s>", "</s>", "<|system|>", "<|user|>", "<|assistant|>"]


def tokenizer(texts: list[str]) -> Tokenizer:
    made = Tokenizer(models.BPE(unk_token="<unk>"))
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    trainer = trainers.BpeTrainer(vocab_size=1024, special_tokens=SPECIAL, initial_alphabet=alphabet, show_progress=False)
    made.train_from_iterator(texts, trainer)
    return made


def weights(vocabulary: int, seed: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(seed)

    def draw(*shape: int) -> np.ndarray:
        return (rng.standard_normal(shape) * (1.6 / np.sqrt(shape[0]))).astype(np.float32)

    made = {"embed": rng.standard_normal((vocabulary, HIDDEN)).astype(np.float32), "norm": np.ones(HIDDEN, np.float32)}
    made["head"] = draw(HIDDEN, vocabulary)
    for layer in range(LAYERS):
        made |= {
            f"{layer}.norm1": np.ones(HIDDEN, np.float32),
            f"{layer}.norm2": np.ones(HIDDEN, np.float32),
            f"{layer}.q": draw(HIDDEN, HEADS * HEAD),
            f"{layer}.k": draw(HIDDEN, KV_HEADS * HEAD),
            f"{layer}.v": draw(HIDDEN, KV_HEADS * HEAD),
            f"{layer}.o": draw(HEADS * HEAD, HIDDEN),
            f"{layer}.gate": draw(HIDDEN, MLP),
            f"{layer}.up": draw(HIDDEN, MLP),
            f"{layer}.down": draw(MLP, HIDDEN),
        }
    return made


def rope_tables() -> tuple[np.ndarray, np.ndarray]:
    inverse = 1.0 / THETA ** (np.arange(0, HEAD, 2) / HEAD)
    angles = np.outer(np.arange(CONTEXT), inverse)
    both = np.concatenate([angles, angles], axis=1)
    return np.cos(both).astype(np.float32), np.sin(both).astype(np.float32)


def reference_logits(w: dict[str, np.ndarray], ids: list[int]) -> np.ndarray:
    """Logits of the last position, the whole text at once: no cache, no ONNX."""
    cos, sin = rope_tables()
    x = w["embed"][ids].astype(np.float64)
    length = len(ids)
    mask = np.triu(np.full((length, length), -np.inf), 1)

    def norm(value: np.ndarray, scale: np.ndarray) -> np.ndarray:
        return value / np.sqrt((value**2).mean(-1, keepdims=True) + EPS) * scale

    def rotate(value: np.ndarray) -> np.ndarray:
        half = HEAD // 2
        turned = np.concatenate([-value[..., half:], value[..., :half]], -1)
        return value * cos[:length, None] + turned * sin[:length, None]

    for layer in range(LAYERS):
        h = norm(x, w[f"{layer}.norm1"])
        q = rotate((h @ w[f"{layer}.q"]).reshape(length, HEADS, HEAD))
        k = rotate((h @ w[f"{layer}.k"]).reshape(length, KV_HEADS, HEAD))
        v = (h @ w[f"{layer}.v"]).reshape(length, KV_HEADS, HEAD)
        out = np.empty((length, HEADS, HEAD))
        for head in range(HEADS):
            group = head * KV_HEADS // HEADS
            scores = q[:, head] @ k[:, group].T / np.sqrt(HEAD) + mask
            p = np.exp(scores - scores.max(-1, keepdims=True))
            out[:, head] = p / p.sum(-1, keepdims=True) @ v[:, group]
        x = x + out.reshape(length, -1) @ w[f"{layer}.o"]
        h = norm(x, w[f"{layer}.norm2"])
        gate = h @ w[f"{layer}.gate"]
        x = x + (gate / (1 + np.exp(-gate)) * (h @ w[f"{layer}.up"])) @ w[f"{layer}.down"]
    return norm(x[-1], w["norm"]) @ w["head"]


def graph(w: dict[str, np.ndarray], vocabulary: int) -> onnx.ModelProto:
    cos, sin = rope_tables()
    constants = {
        **w,
        "cos": cos,
        "sin": sin,
        "eps": np.array(EPS, np.float32),
        "scale": np.array(1 / np.sqrt(HEAD), np.float32),
        "far": np.array(-1e9, np.float32),
        "zero": np.array(0, np.float32),
        "one": np.array(1, np.int64),
        "nought": np.array(0, np.int64),
        "shape_q": np.array([1, -1, HEADS, HEAD]),
        "shape_kv": np.array([1, -1, KV_HEADS, HEAD]),
        "shape_x": np.array([1, -1, HEADS * HEAD]),
        "shape_rep": np.array([1, HEADS, -1, HEAD]),
        "repeat": np.array([1, 1, HEADS // KV_HEADS, 1, 1]),
        "axis1": np.array([1]),
        "axis2": np.array([2]),
        "axis_mask": np.array([1]),
        "axis_query": np.array([1, 3]),
        "axis_pos": np.array([1]),
        "last": np.array([-1]),
        "end": np.array([np.iinfo(np.int64).max]),
    }
    nodes: list[onnx.NodeProto] = []
    count = 0

    def add(op: str, *inputs: str, out: str | None = None, **attributes: object) -> str:
        nonlocal count
        count += 1
        name = out or f"t{count}"
        nodes.append(helper.make_node(op, list(inputs), [name], name=f"n{count}", **attributes))
        return name

    def norm(x: str, scale: str) -> str:
        mean = add("ReduceMean", add("Mul", x, x), axes=[-1], keepdims=1)
        return add("Mul", add("Div", x, add("Sqrt", add("Add", mean, "eps"))), scale)

    def rotate(x: str, c: str, s: str) -> str:
        first, second = f"{x}_a", f"{x}_b"
        nodes.append(helper.make_node("Split", [x], [first, second], name=f"split_{x}", axis=-1))
        turned = add("Concat", add("Neg", second), first, axis=-1)
        return add("Add", add("Mul", x, c), add("Mul", turned, s))

    x = add("Gather", "embed", "input_ids")
    c = add("Unsqueeze", add("Gather", "cos", "position_ids"), "axis1")
    s = add("Unsqueeze", add("Gather", "sin", "position_ids"), "axis1")
    total = add("Gather", add("Shape", "attention_mask"), "one")
    keys = add("Range", "nought", total, "one")
    later = add("Greater", keys, add("Unsqueeze", "position_ids", "axis_query"))
    padded = add("Equal", add("Unsqueeze", add("Unsqueeze", "attention_mask", "axis_mask"), "axis1"), "nought")
    bias = add("Where", add("Or", later, padded), "far", "zero")
    for layer in range(LAYERS):
        h = norm(x, f"{layer}.norm1")

        def heads(kind: str, shape: str) -> str:
            return add("Transpose", add("Reshape", add("MatMul", h, f"{layer}.{kind}"), shape), perm=[0, 2, 1, 3])

        q = rotate(heads("q", "shape_q"), c, s)
        k = rotate(heads("k", "shape_kv"), c, s)
        v = heads("v", "shape_kv")
        k = add("Concat", f"past_key_values.{layer}.key", k, axis=2, out=f"present.{layer}.key")
        v = add("Concat", f"past_key_values.{layer}.value", v, axis=2, out=f"present.{layer}.value")

        def repeated(value: str) -> str:
            wide = add("Tile", add("Unsqueeze", value, "axis2"), "repeat")
            return add("Reshape", wide, "shape_rep")

        scores = add("Mul", add("MatMul", q, add("Transpose", repeated(k), perm=[0, 1, 3, 2])), "scale")
        p = add("Softmax", add("Add", scores, bias), axis=-1)
        out = add("Reshape", add("Transpose", add("MatMul", p, repeated(v)), perm=[0, 2, 1, 3]), "shape_x")
        x = add("Add", x, add("MatMul", out, f"{layer}.o"))
        h = norm(x, f"{layer}.norm2")
        gate = add("MatMul", h, f"{layer}.gate")
        act = add("Mul", add("Mul", gate, add("Sigmoid", gate)), add("MatMul", h, f"{layer}.up"))
        x = add("Add", x, add("MatMul", act, f"{layer}.down"))
    final = add("Slice", norm(x, "norm"), "last", "end", "axis1")
    add("MatMul", final, "head", out="logits")

    def value(name: str, kind: int, *dims: int | str) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, kind, dims)

    past = [
        value(f"past_key_values.{layer}.{kind}", TensorProto.FLOAT, 1, KV_HEADS, "past", HEAD)
        for layer in range(LAYERS)
        for kind in ("key", "value")
    ]
    present = [
        value(f"present.{layer}.{kind}", TensorProto.FLOAT, 1, KV_HEADS, "total", HEAD)
        for layer in range(LAYERS)
        for kind in ("key", "value")
    ]
    made = helper.make_graph(
        nodes,
        "fixture",
        [
            value("input_ids", TensorProto.INT64, 1, "n"),
            value("attention_mask", TensorProto.INT64, 1, "total"),
            value("position_ids", TensorProto.INT64, 1, "n"),
            *past,
        ],
        [value("logits", TensorProto.FLOAT, 1, 1, vocabulary), *present],
        [numpy_helper.from_array(np.asarray(array), name) for name, array in constants.items()],
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], producer_name="prescreen")
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", required=True)
    root = pathlib.Path(__file__).parents[3]
    out = root / parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    texts = [path.read_text() for path in sorted((root / "cds-service" / "corpus").rglob("*.md"))[:80]]
    codec = tokenizer(texts)
    codec.save(str(out / "tokenizer.json"), pretty=False)
    vocabulary = codec.get_vocab_size()
    w = weights(vocabulary, seed=20261121)
    onnx.save(graph(w, vocabulary), out / "model.onnx")
    generation = {
        "schema": "1",
        "layers": LAYERS,
        "kvHeads": KV_HEADS,
        "headSize": HEAD,
        "vocabulary": vocabulary,
        "contextLength": CONTEXT,
        "cacheType": "float32",
        "logits": "last",
        "inputs": {
            "ids": "input_ids",
            "mask": "attention_mask",
            "positions": "position_ids",
            "pastKey": "past_key_values.{layer}.key",
            "pastValue": "past_key_values.{layer}.value",
        },
        "outputs": {
            "logits": "logits",
            "presentKey": "present.{layer}.key",
            "presentValue": "present.{layer}.value",
        },
        "chat": {
            "beforeSystem": "<|system|>\n",
            "afterSystem": "</s>\n",
            "beforeUser": "<|user|>\n",
            "afterUser": "</s>\n",
            "beforeAnswer": "<|assistant|>\n",
        },
        "bos": 1,
        "stop": [2],
        "repetitionPenalty": 1.0,
    }
    (out / "generation.json").write_text(json.dumps(generation, indent=1) + "\n")
    files = {
        name: {
            "bytes": (out / name).stat().st_size,
            "sha256": hashlib.sha256((out / name).read_bytes()).hexdigest(),
        }
        for name in ("model.onnx", "tokenizer.json", "generation.json")
    }
    manifest = {
        "name": "random-fixture",
        "version": "1",
        "kind": "language-model",
        "base": "random weights",
        "licence": "Apache-2.0",
        "files": files,
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
    references = []
    for prompt in ("Chest pain for 2 hours.", "The patient", "Facts:\nF1 67-year-old woman.\nF2 Reported: fever (for 3 days)."):
        ids = [1, *codec.encode(prompt, add_special_tokens=False).ids]
        new, margin = [], np.inf
        for _ in range(24):
            logits = reference_logits(w, ids + new)
            second, best = np.argsort(logits)[-2:]
            margin = min(margin, logits[best] - logits[second])
            new.append(int(best))
            if best == 2:
                break
        print(prompt[:20], len(ids), "smallest margin", round(float(margin), 4), new[:8])
        assert margin > 1e-3, "too close to call in float32: take another seed"
        references.append({"prompt": prompt, "promptIds": ids, "ids": new})
    (out / "reference.json").write_text(json.dumps(references) + "\n")


if __name__ == "__main__":
    main()
