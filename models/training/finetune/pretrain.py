"""Continued pre-training on the clinic's guidelines: does text of the clinic that was kept apart become more likely?"""

import pathlib

from .base import Entry, load_base, load_tokenizer, with_adapter
from .config import Config, Data, at_root
from .train import Log, blocks_of, train_language


def pretrain(config: Config, entry: Entry, base: pathlib.Path, folder: pathlib.Path, log: Log) -> dict:
    learnt, held = read_guidelines(config.data)
    tokenizer = load_tokenizer(base)
    model = with_adapter(load_base(base, config, quantise=True), config, entry, None)
    result = train_language(
        model,
        tokenizer,
        blocks_of(tokenizer, learnt, config.pretrain.block),
        blocks_of(tokenizer, held, config.pretrain.block),
        config.pretrain,
        config,
        folder,
        log,
    )
    model.save_pretrained(folder / "adapter")
    return {"texts": len(learnt), "held_out_texts": len(held), **result}


def read_guidelines(data: Data) -> tuple[list[str], list[str]]:
    """Texts to learn from and texts kept apart: every n-th file by name, so adding one moves few others."""
    texts = read_texts(data.guidelines.folders)
    every = max(2, round(1 / data.guidelines.held_out))
    held = [text for index, text in enumerate(texts) if index % every == every - 1]
    learnt = [text for index, text in enumerate(texts) if index % every != every - 1]
    if not held or not learnt:
        raise SystemExit("data.guidelines needs at least as many files as give one to keep apart")
    return learnt, held


def read_texts(folders: list[pathlib.Path]) -> list[str]:
    files = [
        file for folder in folders for file in sorted(at_root(folder).rglob("*")) if file.suffix in (".md", ".txt")
    ]
    return [text for file in files if (text := without_front_matter(file.read_text(encoding="utf-8")))]


def without_front_matter(text: str) -> str:
    """The title, then the body, its lines joined: what a reader reads."""
    if not text.startswith("---\n"):
        return text.strip()
    head, _, body = text[4:].partition("\n---\n")
    title = next((line[6:].strip().strip("'\"") for line in head.splitlines() if line.startswith("title:")), "")
    return f"{title}\n{' '.join(body.split())}".strip()
