"""The BERT sentence encoder written as an ONNX graph straight from its weights.

Weights are int8 with one scale per block of 64. The runtime may do their sums in fp32 (any provider) or, where
the session asks for it on a CPU, on activations that it rounds to int8 block by block, which is twice as fast.
Either way a scale belongs to one row, so a vector never depends on what else is in its batch (dynamic int8
quantisation lacks that). Only operators that the WebGPU provider has: no `Max`, no int64 `Cast`, no `Shape`.
"""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET, IR = 21, 10
BLOCK = 64


class Graph:
    """Collects nodes and initialisers; names are counted, so that the same input gives the same bytes."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.initialisers: dict[str, onnx.TensorProto] = {}

    def tensor(self, name: str, values: np.ndarray) -> str:
        self.initialisers[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def constant(self, value: object, dtype: type) -> str:
        array = np.asarray(value, dtype)
        name = f"constant_{array.dtype.name}_{array.tolist()}".replace(" ", "")
        return name if name in self.initialisers else self.tensor(name, array)

    def add(self, operator: str, inputs: list[str], output: str | None = None, **attributes: object) -> str:
        output = output or f"{operator}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [output], name=output, **attributes))
        return output

    def int8_weight(self, name: str, matrix: np.ndarray) -> str:
        rows, columns = matrix.shape
        blocks = matrix.reshape(rows // BLOCK, BLOCK, columns)
        scale = np.maximum(np.abs(blocks).max(axis=1, keepdims=True), 1e-12) / 127
        stored = np.rint(blocks / scale).astype(np.int8).reshape(rows, columns)
        scales = self.tensor(f"{name}.scale", scale[:, 0, :].astype(np.float32))
        return self.add("DequantizeLinear", [self.tensor(name, stored), scales], axis=0, block_size=BLOCK)


def encode(graph: Graph, weights: dict[str, np.ndarray], config: dict) -> str:
    """The layers: `input_ids` int64 and `attention_mask` float32, [batch, sequence], to [batch, sequence, hidden]."""
    hidden, heads = config["hidden_size"], config["num_attention_heads"]
    per_head, epsilon = hidden // heads, config["layer_norm_eps"]
    ints = lambda *values: graph.constant(list(values), np.int64)
    number = lambda value: graph.constant(value, np.float32)

    def linear(x: str, prefix: str) -> str:
        matrix = graph.int8_weight(f"{prefix}.weight", weights[f"{prefix}.weight"].T.astype(np.float32))
        bias = graph.tensor(f"{prefix}.bias", weights[f"{prefix}.bias"])
        return graph.add("Add", [graph.add("MatMul", [x, matrix]), bias])

    def normalise(x: str, prefix: str) -> str:
        parts = [graph.tensor(f"{prefix}.{part}", weights[f"{prefix}.{part}"]) for part in ("weight", "bias")]
        return graph.add("LayerNormalization", [x, *parts], axis=-1, epsilon=epsilon)

    def split_heads(x: str) -> str:
        return graph.add(
            "Transpose", [graph.add("Reshape", [x, ints(0, 0, heads, per_head)])], perm=[0, 2, 1, 3]
        )

    # Rows are gathered as bytes and scaled one by one: the 30,522 x 384 table is never expanded.
    table = weights["embeddings.word_embeddings.weight"].astype(np.float32).reshape(-1, hidden // BLOCK, BLOCK)
    scale = np.maximum(np.abs(table).max(axis=2, keepdims=True), 1e-12) / 127
    stored = (np.rint(table / scale) + 128).astype(np.uint8).reshape(-1, hidden)
    words = graph.add(
        "GatherBlockQuantized",
        [graph.tensor("word", stored), "input_ids", graph.tensor("word.scale", scale[:, :, 0])],
        domain="com.microsoft", bits=8, block_size=BLOCK, gather_axis=0, quantize_axis=1,
    )
    # There is one segment only, so its token type is folded into the table of positions.
    positions = graph.tensor(
        "position",
        weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0],
    )
    mask = "attention_mask"
    count = graph.add("CumSum", [mask, graph.constant(1, np.int32)])
    index = graph.add("Cast", [graph.add("Sub", [count, number(1.0)])], to=TensorProto.INT32)
    x = normalise(graph.add("Add", [words, graph.add("Gather", [positions, index])]), "embeddings.LayerNorm")

    outside = graph.add("Sub", [number(1.0), graph.add("Unsqueeze", [mask, ints(1, 2)])])
    bias = graph.add("Mul", [outside, number(-1e4)])
    for layer in range(config["num_hidden_layers"]):
        prefix = f"encoder.layer.{layer}"
        query, key, value = (
            split_heads(linear(x, f"{prefix}.attention.self.{part}")) for part in ("query", "key", "value")
        )
        turned = graph.add("Transpose", [key], perm=[0, 1, 3, 2])
        match = graph.add("Mul", [graph.add("MatMul", [query, turned]), number(1 / np.sqrt(per_head))])
        attention = graph.add("Softmax", [graph.add("Add", [match, bias])], axis=-1)
        mixed = graph.add("Transpose", [graph.add("MatMul", [attention, value])], perm=[0, 2, 1, 3])
        context = graph.add("Reshape", [mixed, ints(0, 0, hidden)])
        attended = linear(context, f"{prefix}.attention.output.dense")
        x = normalise(graph.add("Add", [attended, x]), f"{prefix}.attention.output.LayerNorm")
        inner = linear(x, f"{prefix}.intermediate.dense")
        erf = graph.add("Erf", [graph.add("Div", [inner, number(np.sqrt(2.0))])])
        gelu = graph.add(
            "Mul", [graph.add("Mul", [inner, graph.add("Add", [erf, number(1.0)])]), number(0.5)]
        )
        x = normalise(
            graph.add("Add", [linear(gelu, f"{prefix}.output.dense"), x]), f"{prefix}.output.LayerNorm"
        )
    return x


def mean_of_tokens(graph: Graph, values: str) -> str:
    """[batch, sequence, n] -> [batch, n]: the mean over the tokens that the mask does not hide."""
    ints, number = lambda value: graph.constant([value], np.int64), lambda value: graph.constant(value, np.float32)
    wide = graph.add("Unsqueeze", ["attention_mask", ints(2)])
    total = graph.add("ReduceSum", [graph.add("Mul", [values, wide]), ints(1)], keepdims=0)
    count = graph.add("Clip", [graph.add("ReduceSum", [wide, ints(1)], keepdims=0), number(1e-9)])
    return graph.add("Div", [total, count])


def sentence_encoder(weights: dict[str, np.ndarray], config: dict) -> onnx.ModelProto:
    """`input_ids` int64, `attention_mask` float32, [batch, sequence] -> `sentence_embedding` float32 [batch, hidden]."""
    graph = Graph()
    ints, number = lambda value: graph.constant([value], np.int64), lambda value: graph.constant(value, np.float32)
    mean = mean_of_tokens(graph, encode(graph, weights, config))
    length = graph.add("Clip", [graph.add("ReduceL2", [mean, ints(1)], keepdims=1), number(1e-12)])
    graph.add("Div", [mean, length], output="sentence_embedding")

    return to_model(graph, "sentence_encoder", {"sentence_embedding": ["batch", config["hidden_size"]]})


def to_model(graph: Graph, name: str, outputs: dict[str, list]) -> onnx.ModelProto:
    """A checked model that reads tokens; `outputs` are float32, by name with their shape."""

    def port(name: str, kind: int, shape: list) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, kind, shape)

    ids = [
        port("input_ids", TensorProto.INT64, ["batch", "sequence"]),
        port("attention_mask", TensorProto.FLOAT, ["batch", "sequence"]),
    ]
    out = [port(output, TensorProto.FLOAT, shape) for output, shape in outputs.items()]
    body = helper.make_graph(graph.nodes, name, ids, out, list(graph.initialisers.values()))
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(body, opset_imports=opsets, ir_version=IR, producer_name="prescreen")
    onnx.checker.check_model(model)
    return model
