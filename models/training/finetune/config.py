"""The one configuration file: what it may say, and what it says when it is silent."""

import pathlib
from typing import Annotated, Literal

import yaml
from common.files import ROOT
from pydantic import BaseModel, ConfigDict, Field, model_validator

Share = Annotated[float, Field(gt=0, lt=1)]
Count = Annotated[int, Field(gt=0)]


class Part(BaseModel):
    """A part of the file: an unknown key is an error, so that a slip of the pen does not become a default."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class TinyBase(Part):
    """The Llama that the pipeline makes itself, to test the stages. It never becomes a drafter."""

    vocabulary: Count = 2048
    hidden: Count = 128
    layers: Count = 2
    heads: Count = 4
    kv_heads: Count = 2
    feed_forward: Count = 384
    context: Count = 2048
    steps: Count = 200
    batch: Count = 8
    block: Count = 512
    rate: float = 2e-3


class Base(Part):
    """Either a folder of Hugging Face weights that the operator supplies, or the tiny model."""

    registry: str | None = None
    folder: pathlib.Path | None = None
    tiny: TinyBase | None = None

    @model_validator(mode="after")
    def one_of_two(self) -> "Base":
        if (self.folder is None) == (self.tiny is None):
            raise ValueError("base needs a folder, or tiny, and not both")
        if self.folder is not None and self.registry is None:
            raise ValueError("a base folder needs the id of its entry in models/registry.yaml")
        return self


class Drafts(Part):
    """Drafts with their broken twins: made here by `npm run draft:examples`, or a file that it made before."""

    file: pathlib.Path | None = None
    count: Count = 400
    seed: int = 1


class Instructions(Part):
    """Instruction examples: a folder that `npm run dataset` filled, or its configuration, or a few synthetic ones."""

    folder: pathlib.Path | None = None
    dataset: pathlib.Path | None = None
    sandbox: pathlib.Path | None = None
    """Where `dataset` looks for a clinic's charts: those of the sandbox are written there first."""
    count: Count = 200
    seed: int = 1


class Guidelines(Part):
    """Markdown or text files of the clinic; every tenth is kept apart to measure on."""

    folders: list[pathlib.Path]
    held_out: Share = 0.1


class Data(Part):
    drafts: Drafts | None = Drafts()
    instructions: Instructions | None = None
    guidelines: Guidelines
    general: list[pathlib.Path] = []
    """Of the tiny model's own pre-training; no clinic needs it."""
    longest: Count = 2048
    """Tokens; an example that is longer is left out and counted."""

    @model_validator(mode="after")
    def something_to_learn(self) -> "Data":
        if self.drafts is None and self.instructions is None:
            raise ValueError("data needs drafts, instructions, or both")
        return self


class Lora(Part):
    rank: Count = 16
    alpha: Count = 32
    dropout: float = 0.05


class Training(Part):
    """One stage of training. `steps` 0 leaves the stage out."""

    steps: Annotated[int, Field(ge=0)]
    batch: Count = 4
    accumulate: Count = 1
    rate: float = 2e-4
    warmup: Annotated[float, Field(ge=0, lt=1)] = 0.05
    save_every: Count = 50
    held_out: Count = 200
    """Of the split `validation` (examples, blocks or pairs), evenly spread, before and after."""


class Pretrain(Training):
    block: Count = 512


class Preference(Training):
    beta: float = 0.1
    keep: Annotated[float, Field(ge=0)] = 0.5
    """Weight of the safe answer's own loss beside: without it both answers become less likely, the safe one less so."""


class Evaluation(Part):
    examples: Count = 200
    """Of the split `test`, evenly spread; the loss is measured on them."""
    drafts: Count = 12
    """Of those, decoded word by word."""
    tokens: Count = 192


class Export(Part):
    onnx: Literal["fp32", "int4", "none"] = "fp32"
    gguf: bool = False
    reference_prompts: Count = 3
    reference_tokens: Count = 32


class Config(Part):
    name: str
    seed: int = 20261121
    threads: Count = 2
    precision: Literal["float32", "bfloat16"] = "bfloat16"
    quantise: Literal["none", "nf4"] = "none"
    """nf4 is QLoRA: the base in 4 bits by bitsandbytes; made for an NVIDIA GPU."""
    base: Base
    data: Data
    lora: Lora = Lora()
    pretrain: Pretrain
    tune: Training
    prefer: Preference
    evaluate: Evaluation = Evaluation()
    export: Export = Export()


def read_config(file: pathlib.Path) -> Config:
    """The configuration; paths in it are relative to the root of the repository unless absolute."""
    return Config.model_validate(yaml.safe_load(file.read_text()))


def at_root(path: pathlib.Path) -> pathlib.Path:
    return path if path.is_absolute() else ROOT / path
