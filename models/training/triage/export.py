"""Stage 6: the ensemble as one ONNX graph of plain operators, and its parity with numpy."""

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper

from embedder.graph import Graph
from triage.familiar import MEASURED, Familiar
from triage.fit import Ensemble
from triage.network import TEXT_SCALE
from triage.table import HEADS

OPSET, IR = 21, 10


def to_onnx(model: Ensemble, familiar: Familiar) -> onnx.ModelProto:
    """`values`, `present`, `text`, `text_present` -> `logits` [n, heads], `unlike` [n, 2]."""
    graph = Graph()
    width = model.members[0][0].shape[0]
    columns = width - len(model.encoding.source) - familiar.text_centre.shape[0] - 1
    number = lambda value: graph.constant(value, np.float32)
    ints = lambda *values: graph.constant(list(values), np.int64)

    source = graph.tensor("steps.source", model.encoding.source.astype(np.int64))
    spread = graph.add("Gather", ["values", source], axis=1)
    known = graph.add("Gather", ["present", source], axis=1)
    low = graph.tensor("steps.low", model.encoding.low)
    over = graph.tensor("steps.over", (1 / model.encoding.width).astype(np.float32))
    raised = graph.add("Mul", [graph.add("Sub", [spread, low]), over])
    clipped = graph.add("Clip", [raised, number(0.0), number(1.0)])
    steps = graph.add("Mul", [graph.add("Sub", [clipped, number(0.5)]), known])
    text = graph.add("Mul", ["text", number(float(TEXT_SCALE))])
    x = graph.add("Concat", [steps, "present", text, "text_present"], axis=1)

    outputs = []
    for member, weights in enumerate(model.members):
        h = x
        for layer in range(0, len(weights), 2):
            names = [graph.tensor(f"member{member}.{layer + part}", weights[layer + part]) for part in (0, 1)]
            h = graph.add("Add", [graph.add("MatMul", [h, names[0]]), names[1]])
            if layer < len(weights) - 2:
                h = graph.add("Relu", [h])
        outputs.append(h)
    total = outputs[0]
    for output in outputs[1:]:
        total = graph.add("Add", [total, output])
    graph.add("Mul", [total, number(1 / len(outputs))], output="logits")

    first = graph.add("Slice", ["values", ints(0), ints(MEASURED), ints(1)])
    seen = graph.add("Slice", ["present", ints(0), ints(MEASURED), ints(1)])
    away = graph.add("Abs", [graph.add("Sub", [first, graph.tensor("centre", familiar.centre)])])
    scaled = graph.add("Mul", [away, graph.tensor("over_spread", (1 / familiar.spread).astype(np.float32))])
    numbers = graph.add("ReduceMax", [graph.add("Mul", [scaled, seen]), ints(1)], keepdims=1)
    length = graph.add("ReduceL2", ["text", ints(1)], keepdims=1)
    middle = graph.tensor("text_centre", familiar.text_centre[:, None])
    cosine = graph.add("Div", [graph.add("MatMul", ["text", middle]), graph.add("Clip", [length, number(1e-6)])])
    words = graph.add("Mul", [graph.add("Sub", [number(1.0), cosine]), "text_present"])
    graph.add("Concat", [numbers, words], output="unlike", axis=1)

    def port(name: str, size: int) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, TensorProto.FLOAT, ["rows", size])

    ins = [port("values", columns), port("present", columns), port("text", familiar.text_centre.shape[0])]
    body = helper.make_graph(
        graph.nodes,
        "triage",
        [*ins, port("text_present", 1)],
        [port("logits", len(HEADS)), port("unlike", 2)],
        list(graph.initialisers.values()),
    )
    opset = [helper.make_opsetid("", OPSET)]
    found = helper.make_model(body, opset_imports=opset, ir_version=IR, producer_name="prescreen")
    onnx.checker.check_model(found, full_check=True)
    return found


def run(content: bytes, values: np.ndarray, present: np.ndarray, text: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    has_text = (np.abs(text).sum(axis=1, keepdims=True) > 0).astype(np.float32)
    feeds = {"values": values, "present": present, "text": text, "text_present": has_text}
    return tuple(session.run(["logits", "unlike"], feeds))
