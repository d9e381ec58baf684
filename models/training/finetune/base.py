"""Loads a base model of any family in the registry, and puts the LoRA adapter on it."""

import pathlib
from dataclasses import dataclass
from importlib.util import find_spec

import torch
import yaml
from common.files import ROOT
from peft import LoraConfig, PeftModel, get_peft_model, prepare_model_for_kbit_training
from transformers import (
    AutoConfig,
    AutoModelForCausalLM,
    AutoModelForSeq2SeqLM,
    AutoTokenizer,
    BitsAndBytesConfig,
    PreTrainedModel,
    PreTrainedTokenizerBase,
)

from .config import Config

REGISTRY = ROOT / "models" / "registry.yaml"
EVERY_PROJECTION = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]


@dataclass(frozen=True)
class Entry:
    """What training needs to know of a registry entry."""

    id: str
    model_type: str
    lora_targets: list[str] | str
    licence: str
    is_encoder_decoder: bool


TINY = Entry("tiny", "llama", EVERY_PROJECTION, "Apache-2.0; made from this project's own texts", False)


def read_entries(file: pathlib.Path = REGISTRY) -> dict[str, Entry]:
    listed = yaml.safe_load(file.read_text())["models"]
    return {
        one["id"]: Entry(
            id=one["id"],
            model_type=one["modelType"],
            lora_targets=one["lora"]["targets"],
            licence=one["licence"]["name"],
            is_encoder_decoder=one["architecture"] == "encoder-decoder",
        )
        for one in listed
    }


def find_entry(config: Config) -> Entry:
    if config.base.registry is None:
        return TINY
    entries = read_entries()
    if config.base.registry not in entries:
        raise SystemExit(f"no entry {config.base.registry} in models/registry.yaml; it has: {', '.join(entries)}")
    return entries[config.base.registry]


def check_base(folder: pathlib.Path, entry: Entry) -> None:
    """Is the folder what its registry entry says? Ends the run with a sentence when it is not."""
    if not (folder / "config.json").exists():
        raise SystemExit(f"{folder} holds no config.json: it must be a Hugging Face model folder")
    found = AutoConfig.from_pretrained(folder, local_files_only=True).model_type
    if found != entry.model_type:
        raise SystemExit(f"{folder} is a {found} model, but {entry.id} in models/registry.yaml is {entry.model_type}")


def load_tokenizer(folder: pathlib.Path) -> PreTrainedTokenizerBase:
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    if tokenizer.pad_token is None:
        tokenizer.pad_token = tokenizer.eos_token
    return tokenizer


def load_base(folder: pathlib.Path, config: Config, *, quantise: bool) -> PreTrainedModel:
    """The base in the precision of the configuration; in 4 bits for training with `quantise: nf4`."""
    known = AutoConfig.from_pretrained(folder, local_files_only=True)
    loader = AutoModelForSeq2SeqLM if known.is_encoder_decoder else AutoModelForCausalLM
    options: dict = {"dtype": getattr(torch, config.precision), "local_files_only": True}
    if torch.cuda.is_available():
        options["device_map"] = "auto"
    if quantise and config.quantise == "nf4":
        options["quantization_config"] = nf4()
    return loader.from_pretrained(folder, **options)


def nf4() -> BitsAndBytesConfig:
    """4-bit weights of QLoRA. Made for an NVIDIA GPU; on a CPU it is right but slow, which is enough for a test."""
    if find_spec("bitsandbytes") is None:
        raise SystemExit(
            "quantise: nf4 needs bitsandbytes, which has no package for this machine; write quantise: none"
        )
    return BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=torch.bfloat16 if torch.cuda.is_available() else torch.float32,
    )


def with_adapter(model: PreTrainedModel, config: Config, entry: Entry, before: pathlib.Path | None) -> PeftModel:
    """One adapter goes through all stages: that of the stage before, trained on, or a new one."""
    if config.quantise == "nf4":
        model = prepare_model_for_kbit_training(model)
    if before is not None:
        return PeftModel.from_pretrained(model, before, is_trainable=True)
    return get_peft_model(
        model,
        LoraConfig(
            r=config.lora.rank,
            lora_alpha=config.lora.alpha,
            lora_dropout=config.lora.dropout,
            target_modules=entry.lora_targets,
            task_type="SEQ_2_SEQ_LM" if entry.is_encoder_decoder else "CAUSAL_LM",
        ),
    )


def adapted(base: pathlib.Path, config: Config, adapter: pathlib.Path) -> PeftModel:
    """Base and adapter side by side, not trained any more."""
    return PeftModel.from_pretrained(load_base(base, config, quantise=False), adapter).eval()
