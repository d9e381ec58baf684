"""Exports the merged model to ONNX for the Node adapter, and writes the reference tokens that Node has to repeat."""

import json
import pathlib
import shutil
import subprocess
import sys

import numpy as np
import onnxruntime
import torch
from common.files import to_json, write_atomically, write_manifest
from transformers import AutoConfig, PreTrainedTokenizerBase

from .base import Entry, load_base, load_tokenizer
from .chat import ChatForm, read_chat_form
from .config import Config

INT4 = "k_quant_mixed"
"""Closest to full precision of what was compared."""


def export_onnx(config: Config, entry: Entry, merged: pathlib.Path, prompts: list[str], folder: pathlib.Path) -> dict:
    """Writes `folder/model` in the form that the adapter opens. Ends the run when a token is not the same."""
    if entry.is_encoder_decoder:
        return {"skipped": "the Node adapter decodes decoder models only"}
    if config.export.onnx == "none":
        return {"skipped": "export.onnx is none"}
    build_graph(config, merged, folder)
    tokenizer = load_tokenizer(merged)
    model = load_base(merged, config, quantise=False).eval().float()
    form = read_chat_form(tokenizer, model.generation_config.eos_token_id)
    target = gather_files(config, entry, merged, folder, form)
    reference = reference_tokens(model, tokenizer, form, prompts, config)
    write_atomically(folder / "reference.json", to_json(reference))
    session = onnxruntime.InferenceSession(target / "model.onnx", providers=["CPUExecutionProvider"])
    generation = json.loads((target / "generation.json").read_text())
    repeated = [decode(session, generation, one["prompt_ids"], len(one["ids"])) for one in reference]
    first = [one["prompt_ids"] for one in reference]
    difference = max(first_logits_differ(session, generation, model, ids) for ids in first)
    same = sum(mine == one["ids"] for mine, one in zip(repeated, reference, strict=True))
    result = {
        "precision": config.export.onnx,
        "bytes": sum(file.stat().st_size for file in target.iterdir()),
        "prompts": len(reference),
        "same_tokens": same,
        "largest_logit_difference": float(f"{difference:.3g}"),
    }
    if config.export.onnx == "fp32" and same < len(reference):
        raise SystemExit(f"the exported model gives other tokens than the merged one: {result}")
    return result


def build_graph(config: Config, merged: pathlib.Path, folder: pathlib.Path) -> None:
    """By the model builder of onnxruntime-genai; only the last position reaches the head, which saves memory."""
    extra = ["prune_lm_head=true", "hf_token=false"]
    if config.export.onnx == "int4":
        extra.append(f"int4_algo_config={INT4}")
    command = [
        sys.executable, "-m", "onnxruntime_genai.models.builder", "--input", str(merged), "--output",
        str(folder / "built"), "--precision", config.export.onnx, "--execution_provider", "cpu",
        "--cache_dir", str(folder / "cache"), "--extra_options", *extra,
    ]  # fmt: skip
    with open(folder / "builder.log", "w", encoding="utf-8") as log:
        ended = subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, check=False)
    if ended.returncode != 0:
        raise SystemExit(f"the ONNX builder failed; see {folder / 'builder.log'}")


def gather_files(
    config: Config, entry: Entry, merged: pathlib.Path, folder: pathlib.Path, form: ChatForm
) -> pathlib.Path:
    """The adapter's folder: graph, weights, tokenizer, generation.json, and the manifest with their hashes."""
    target = folder / "model"
    target.mkdir(exist_ok=True)
    files = [file for file in (folder / "built").iterdir() if file.name.startswith("model.onnx")]
    for file in files:
        shutil.move(file, target / file.name)
    shutil.copy(merged / "tokenizer.json", target / "tokenizer.json")
    write_atomically(target / "generation.json", to_json(describe(target / "model.onnx", merged, form)))
    names = [*sorted(file.name for file in files), "tokenizer.json", "generation.json"]
    head = {
        "name": config.name,
        "version": "1",
        "kind": "language-model",
        "base": entry.id,
        "licence": entry.licence,
    }
    write_manifest(target, head, names)
    return target


def describe(graph: pathlib.Path, merged: pathlib.Path, form: ChatForm) -> dict:
    """generation.json, from what the graph itself says of its inputs and outputs."""
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    inputs = {one.name: one for one in session.get_inputs()}
    outputs = {one.name: one for one in session.get_outputs()}
    text = AutoConfig.from_pretrained(merged, local_files_only=True).get_text_config()
    past = inputs["past_key_values.0.key"]
    logits = outputs["logits"].shape
    if logits[1] != 1:
        raise SystemExit(f"the graph gives logits for every position: {logits}")
    return {
        "schema": "1",
        "layers": sum(name.startswith("past_key_values.") and name.endswith(".key") for name in inputs),
        "kvHeads": past.shape[1],
        # The builder gives this axis a name instead of a number.
        "headSize": getattr(text, "head_dim", None) or text.hidden_size // text.num_attention_heads,
        "vocabulary": logits[2],
        "contextLength": text.max_position_embeddings,
        "cacheType": {"tensor(float)": "float32", "tensor(float16)": "float16"}[past.type],
        "logits": "last",
        "inputs": {
            "ids": "input_ids",
            "mask": "attention_mask",
            "positions": "position_ids" if "position_ids" in inputs else None,
            "pastKey": "past_key_values.{layer}.key",
            "pastValue": "past_key_values.{layer}.value",
        },
        "outputs": {
            "logits": "logits",
            "presentKey": "present.{layer}.key",
            "presentValue": "present.{layer}.value",
        },
        "chat": form.for_node(),
        "bos": form.bos,
        "stop": list(form.stop),
        "repetitionPenalty": 1.0,
    }


@torch.no_grad()
def reference_tokens(
    model: torch.nn.Module,
    tokenizer: PreTrainedTokenizerBase,
    form: ChatForm,
    prompts: list[str],
    config: Config,
) -> list[dict]:
    """Greedy tokens of the merged model in PyTorch after raw prompts (no chat strings): what Node must repeat."""
    found = []
    for prompt in prompts:
        ids = tokenizer(prompt, add_special_tokens=False).input_ids
        ids = ids if form.bos is None else [form.bos, *ids]
        out = model.generate(
            input_ids=torch.tensor([ids]),
            attention_mask=torch.ones(1, len(ids), dtype=torch.long),
            max_new_tokens=config.export.reference_tokens,
            do_sample=False,
            eos_token_id=list(form.stop),
            pad_token_id=tokenizer.pad_token_id,
        )
        new = out[0, len(ids) :].tolist()
        found.append({"prompt": prompt, "prompt_ids": ids, "ids": [one for one in new if one not in form.stop]})
    return found


def empty_cache(generation: dict) -> dict[str, np.ndarray]:
    kind = {"float32": np.float32, "float16": np.float16}[generation["cacheType"]]
    blank = np.zeros((1, generation["kvHeads"], 0, generation["headSize"]), kind)
    return {f"{layer}.{part}": blank for layer in range(generation["layers"]) for part in ("key", "value")}


def step(
    session: onnxruntime.InferenceSession, generation: dict, ids: list[int], cache: dict[str, np.ndarray]
) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    past = cache["0.key"].shape[2]
    feeds = {
        "input_ids": np.array([ids], np.int64),
        "attention_mask": np.ones((1, past + len(ids)), np.int64),
        **{f"past_key_values.{name}": value for name, value in cache.items()},
    }
    if generation["inputs"]["positions"]:
        feeds["position_ids"] = np.arange(past, past + len(ids), dtype=np.int64)[None]
    logits, *present = session.run(["logits", *(f"present.{name}" for name in cache)], feeds)
    return logits, dict(zip(cache, present, strict=True))


def decode(session: onnxruntime.InferenceSession, generation: dict, ids: list[int], tokens: int) -> list[int]:
    """With the cache, the prompt in two pieces: as Node does."""
    cache, new = empty_cache(generation), []
    half = len(ids) // 2
    if half:
        _, cache = step(session, generation, ids[:half], cache)
    logits, cache = step(session, generation, ids[half:], cache)
    while len(new) < tokens:
        new.append(int(logits[0, -1].argmax()))
        logits, cache = step(session, generation, new[-1:], cache)
    return new


@torch.no_grad()
def first_logits_differ(
    session: onnxruntime.InferenceSession, generation: dict, model: torch.nn.Module, ids: list[int]
) -> float:
    mine, _ = step(session, generation, ids, empty_cache(generation))
    wanted = model(input_ids=torch.tensor([ids])).logits[0, -1].numpy()
    return float(np.abs(mine[0, -1].astype(np.float32) - wanted).max())
