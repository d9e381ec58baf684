"""The export to ONNX, for every architecture that the registry calls exportable, with random weights."""

import json

import onnxruntime
import pytest
import torch
import yaml
from common.files import ROOT

from finetune.base import REGISTRY, load_base, load_tokenizer, read_entries
from finetune.chat import read_chat_form
from finetune.config import read_config
from finetune.export_onnx import build_graph, decode, gather_files, reference_tokens
from finetune.tests.test_families import build, config_of
from finetune.tiny import make_tokenizer

MODELS = yaml.safe_load(REGISTRY.read_text())["models"]
EXPORTABLE = {one["modelType"]: one["id"] for one in MODELS if one["serve"]["onnx"] != "no"}
TEXTS = ["The patient reports chest pain for two hours and a fast heart."] * 20


@pytest.mark.parametrize("name", EXPORTABLE.values(), ids=EXPORTABLE.keys())
def test_the_exported_file_gives_the_same_tokens_with_its_cache(name, tmp_path):
    entry, config = read_entries()[name], read_config(ROOT / "models" / "training" / "finetune" / "tiny.yaml")
    tokenizer = make_tokenizer(TEXTS, 320)
    shape = {"layers": 2, "hidden": 64, "heads": 4, "kvHeads": 2, "headSize": 16, "feedForward": 96}
    known = config_of(entry.model_type, {**shape, "vocabulary": len(tokenizer)})
    known.bos_token_id, known.eos_token_id, known.pad_token_id = 1, 2, 0
    torch.manual_seed(3)
    merged = tmp_path / "merged"
    build(known).save_pretrained(merged)
    tokenizer.save_pretrained(merged)
    build_graph(config, merged, tmp_path)
    form = read_chat_form(load_tokenizer(merged), 2)
    target = gather_files(config, entry, merged, tmp_path, form)
    model = load_base(merged, config, quantise=False).eval()
    (wanted,) = reference_tokens(model, tokenizer, form, ["The patient reports chest pain"], config)
    session = onnxruntime.InferenceSession(target / "model.onnx", providers=["CPUExecutionProvider"])
    generation = json.loads((target / "generation.json").read_text())
    assert wanted["ids"]
    assert decode(session, generation, wanted["prompt_ids"], len(wanted["ids"])) == wanted["ids"]
    manifest = json.loads((target / "manifest.json").read_text())
    assert set(manifest["files"]) == {file.name for file in target.iterdir()} - {"manifest.json"}
