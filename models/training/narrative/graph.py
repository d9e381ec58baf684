"""The reader of stories as an ONNX graph: probabilities of the whole, and what each token adds to "high"."""

import numpy as np
import onnx

from embedder.graph import Graph, encode, mean_of_tokens, to_model


def story_reader(
    weights: dict[str, np.ndarray], config: dict, platt: list[tuple[float, float]]
) -> onnx.ModelProto:
    """`probabilities` [batch, 3]: at least medium, at least high, critical; `telling` [batch, sequence].

    A story's logits are the mean of its tokens', so what a token adds can be read off without asking again.
    """
    graph = Graph()
    slopes, offsets = (np.array(column, np.float32) for column in zip(*platt, strict=True))
    hidden = encode(graph, {name.removeprefix("encoder."): value for name, value in weights.items()}, config)
    turned = (weights["head.weight"].T * slopes).astype(np.float32)
    bias = (weights["head.bias"] * slopes + offsets).astype(np.float32)
    tokens = graph.add("MatMul", [hidden, graph.tensor("head.weight", turned)])
    mean = mean_of_tokens(graph, tokens)
    graph.add("Sigmoid", [graph.add("Add", [mean, graph.tensor("head.bias", bias)])], output="probabilities")
    high = graph.add("Gather", [tokens, graph.constant([1], np.int64)], axis=2)
    high = graph.add("Squeeze", [high, graph.constant([2], np.int64)])
    graph.add("Mul", [high, "attention_mask"], output="telling")
    return to_model(graph, "story_reader", {"probabilities": ["batch", 3], "telling": ["batch", "sequence"]})
