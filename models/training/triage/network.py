"""The network in numpy: piecewise-linear inputs, two hidden layers, six heads. The same seed gives the same bytes."""

import dataclasses

import numpy as np

HIDDEN = (256, 64)
DROPOUT = 0.4
EPOCHS, BATCH, RATE, DECAY = 14, 256, 1.5e-3, 3e-5


@dataclasses.dataclass
class Encoding:
    """Each value is spread over `steps` of its own quantiles: step k rises from 0 to 1 across its bin."""

    source: np.ndarray  # which value each step reads
    low: np.ndarray
    width: np.ndarray

    @staticmethod
    def of(values: np.ndarray, present: np.ndarray, steps: int = 8) -> "Encoding":
        source, low, width = [], [], []
        for column in range(values.shape[1]):
            seen = values[present[:, column] > 0, column]
            edges = np.unique(np.quantile(seen, np.linspace(0, 1, steps + 1))) if len(seen) else np.array([0, 1.0])
            if len(edges) < 2:
                edges = np.array([edges[0], edges[0] + 1])
            for begin, end in zip(edges[:-1], edges[1:], strict=True):
                source.append(column)
                low.append(begin)
                width.append(end - begin)
        return Encoding(np.array(source), np.array(low, np.float32), np.array(width, np.float32))

    def steps(self, values: np.ndarray, present: np.ndarray) -> np.ndarray:
        """Centred on one half, and 0 where the value is not known."""
        raised = np.clip((values[:, self.source] - self.low) / self.width, 0, 1)
        return ((raised - 0.5) * present[:, self.source]).astype(np.float32)


def inputs(encoding: Encoding, values: np.ndarray, present: np.ndarray, text: np.ndarray) -> np.ndarray:
    """Steps, masks, text vector scaled to unit spread, and whether there is text."""
    has_text = (np.abs(text).sum(axis=1, keepdims=True) > 0).astype(np.float32)
    return np.concatenate([encoding.steps(values, present), present, text * TEXT_SCALE, has_text], axis=1)


TEXT_SCALE = np.float32(8.0)


def init(seed: int, width: int, heads: int) -> list[np.ndarray]:
    random = np.random.default_rng(seed)
    sizes = [width, *HIDDEN, heads]
    weights = []
    for fan_in, fan_out in zip(sizes[:-1], sizes[1:], strict=True):
        weights.append((random.standard_normal((fan_in, fan_out)) * np.sqrt(2 / fan_in)).astype(np.float32))
        weights.append(np.zeros(fan_out, np.float32))
    return weights


def forward(weights: list[np.ndarray], x: np.ndarray) -> np.ndarray:
    """Logits of the heads, without dropout."""
    for layer in range(0, len(weights) - 2, 2):
        x = np.maximum(x @ weights[layer] + weights[layer + 1], 0)
    return x @ weights[-2] + weights[-1]


class Adam:
    def __init__(self, weights: list[np.ndarray]) -> None:
        self.first = [np.zeros_like(w) for w in weights]
        self.second = [np.zeros_like(w) for w in weights]
        self.count = 0

    def step(self, weights: list[np.ndarray], gradients: list[np.ndarray], rate: float) -> None:
        self.count += 1
        correct1, correct2 = 1 - 0.9**self.count, 1 - 0.999**self.count
        for index, gradient in enumerate(gradients):
            first, second = self.first[index], self.second[index]
            first += np.float32(0.1) * (gradient - first)
            second += np.float32(0.001) * (gradient * gradient - second)
            update = (first / np.float32(correct1)) / (np.sqrt(second / np.float32(correct2)) + np.float32(1e-8))
            if weights[index].ndim == 2:
                update += np.float32(DECAY / RATE) * weights[index]
            weights[index] -= np.float32(rate) * update


def gradients(
    weights: list[np.ndarray], x: np.ndarray, target: np.ndarray, weight: np.ndarray, random: np.random.Generator
) -> list[np.ndarray]:
    """Of the weighted logistic loss; a target of NaN counts nothing."""
    activations, kept = [x], []
    for layer in range(0, len(weights) - 2, 2):
        x = np.maximum(x @ weights[layer] + weights[layer + 1], 0)
        mask = (random.random(x.shape, np.float32) >= DROPOUT).astype(np.float32) / np.float32(1 - DROPOUT)
        kept.append(mask)
        x = x * mask
        activations.append(x)
    logits = x @ weights[-2] + weights[-1]
    known = np.isfinite(target)
    error = 1 / (1 + np.exp(-logits)) - np.nan_to_num(target)
    delta = (np.where(known, error * weight, 0) / len(x)).astype(np.float32)
    found: list[np.ndarray] = []
    for layer in range(len(weights) - 2, -1, -2):
        found = [activations[layer // 2].T @ delta, delta.sum(axis=0), *found]
        if layer:
            index = layer // 2 - 1
            delta = (delta @ weights[layer].T) * kept[index] * (activations[index + 1] > 0)
    return found
