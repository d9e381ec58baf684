"""Every family of the registry: its architecture with random weights and few layers is loaded, adapted and merged.

No weights of a publisher were at hand. What this proves: the loader, the names of the adapter's modules, and the merge;
and, without weights, that the shape in the registry has as many parameters as the registry says.
"""

import pathlib
from importlib.util import find_spec

import pytest
import torch
import yaml
from common.files import ROOT
from transformers import AutoConfig, AutoModelForCausalLM, AutoModelForSeq2SeqLM

from finetune.base import REGISTRY, Entry, adapted, check_base, load_base, read_entries, with_adapter
from finetune.config import Config, read_config

MODELS = {one["id"]: one for one in yaml.safe_load(REGISTRY.read_text())["models"]}
ONE_OF_EACH = {one["modelType"]: name for name, one in MODELS.items()}
PICTURE_ENCODER = 0.42e9
"""Of Gemma 3 from 4B on: SigLIP, which is loaded too but never trained; built here with hardly any weights."""
SMALL = {"layers": 2, "hidden": 32, "heads": 4, "kvHeads": 2, "headSize": 8, "feedForward": 64, "vocabulary": 120}


def config_of(model_type: str, shape: dict):
    """The Hugging Face configuration of a shape in the registry's words."""
    common = {"vocab_size": shape["vocabulary"], "tie_word_embeddings": shape.get("tied", False)}
    if model_type == "mt5":
        return AutoConfig.for_model(
            "mt5", d_model=shape["hidden"], d_kv=shape["headSize"], d_ff=shape["feedForward"],
            num_layers=shape["layers"], num_heads=shape["heads"], decoder_start_token_id=0, **common,
        )  # fmt: skip
    text = {
        "hidden_size": shape["hidden"],
        "intermediate_size": shape["feedForward"],
        "num_hidden_layers": shape["layers"],
        "num_attention_heads": shape["heads"],
        "num_key_value_heads": shape["kvHeads"],
        "head_dim": shape["headSize"],
        "max_position_embeddings": 128,
        **common,
    }
    if model_type == "cohere":
        text = {**text, "use_qk_norm": True, "bos_token_id": 1, "eos_token_id": 2}
    if model_type == "mixtral":
        text["num_local_experts"] = shape.get("experts", 2)
    if model_type == "gemma3":
        vision = {"hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2,
                  "image_size": 28, "patch_size": 14}  # fmt: skip
        return AutoConfig.for_model("gemma3", text_config=text, vision_config=vision, mm_tokens_per_image=4)
    return AutoConfig.for_model(model_type, **text)


def build(known):
    return (AutoModelForSeq2SeqLM if known.is_encoder_decoder else AutoModelForCausalLM).from_config(known)


def small_folder(entry: Entry, folder: pathlib.Path) -> pathlib.Path:
    torch.manual_seed(1)
    build(config_of(entry.model_type, SMALL)).save_pretrained(folder)
    return folder


def tiny_config() -> Config:
    return read_config(ROOT / "models" / "training" / "finetune" / "tiny.yaml")


def logits_of(model, ids):
    more = {"decoder_input_ids": ids[:, :4]} if model.config.is_encoder_decoder else {}
    with torch.no_grad():
        return model(input_ids=ids, **more).logits


@pytest.mark.parametrize("name", ONE_OF_EACH.values(), ids=ONE_OF_EACH.keys())
def test_a_step_changes_the_model_and_merged_equals_base_plus_adapter(name, tmp_path):
    entry, config = read_entries()[name], tiny_config()
    base = small_folder(entry, tmp_path / "base")
    check_base(base, entry)
    model = with_adapter(load_base(base, config, quantise=True), config, entry, None)
    ids = torch.arange(3, 19)[None]
    before = logits_of(model, ids)
    trained = [one for one in model.parameters() if one.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=0.05)
    model.train()
    for _ in range(2):
        optimiser.zero_grad()
        model(input_ids=ids, labels=ids).loss.backward()
        optimiser.step()
    model.save_pretrained(tmp_path / "adapter")
    apart = adapted(base, config, tmp_path / "adapter")
    wanted = logits_of(apart, ids)
    merged = logits_of(apart.merge_and_unload(), ids)
    assert (wanted - before).abs().max() > 1e-3
    assert (wanted - merged).abs().max() < 1e-4


@pytest.mark.parametrize("name", MODELS)
def test_the_registrys_shape_has_as_many_parameters_as_it_says(name):
    model = MODELS[name]
    with torch.device("meta"):
        parameters = sum(one.numel() for one in build(config_of(model["modelType"], model["shape"])).parameters())
    parameters += PICTURE_ENCODER if model["modelType"] == "gemma3" else 0
    assert parameters == pytest.approx(model["parameters"], rel=0.03)


def test_a_folder_of_another_architecture_is_refused(tmp_path):
    entries = read_entries()
    folder = small_folder(entries["mistral-7b-instruct-v0.3"], tmp_path)
    with pytest.raises(SystemExit, match="is a mistral model"):
        check_base(folder, entries["llama-3.1-8b-instruct"])


@pytest.mark.skipif(find_spec("bitsandbytes") is None, reason="bitsandbytes has no package for this machine")
def test_an_adapter_is_trained_on_four_bit_weights_and_merged_into_full_ones(tmp_path):
    entry = read_entries()["llama-3.1-8b-instruct"]
    folder = small_folder(entry, tmp_path / "base")
    config = tiny_config().model_copy(update={"quantise": "nf4"})
    model = with_adapter(load_base(folder, config, quantise=True), config, entry, None)
    assert type(model.base_model.model.model.layers[0].self_attn.q_proj.base_layer).__name__ == "Linear4bit"
    ids = torch.arange(3, 19)[None]
    optimiser = torch.optim.AdamW([one for one in model.parameters() if one.requires_grad], lr=0.05)
    losses = []
    for _ in range(3):
        loss = model(input_ids=ids, labels=ids).loss
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    model.save_pretrained(tmp_path / "adapter")
    apart = adapted(folder, config, tmp_path / "adapter")
    wanted = logits_of(apart, ids)
    assert losses[2] < losses[0]
    assert (wanted - logits_of(apart.merge_and_unload(), ids)).abs().max() < 1e-4
