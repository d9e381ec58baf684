"""Writes the merged model as GGUF, the file of llama.cpp, for Llama models with a byte-level tokenizer.

For every other family llama.cpp's own converter reads the merged folder, which is an ordinary Hugging Face folder.
"""

import json
import math
import pathlib

import gguf
import numpy as np
import torch
from safetensors import safe_open
from transformers import AutoConfig, PretrainedConfig, PreTrainedTokenizerBase

from .base import Entry, load_tokenizer
from .config import Config

LLAMA_3_SPLIT = "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}"
"""How the pre-tokenizer of Llama 3 begins; llama.cpp knows it as llama-bpe."""

NAMES = {
    "model.embed_tokens.weight": "token_embd.weight",
    "model.norm.weight": "output_norm.weight",
    "lm_head.weight": "output.weight",
}

LAYER_NAMES = {
    "input_layernorm": "attn_norm",
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "post_attention_layernorm": "ffn_norm",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
}


def export_gguf(config: Config, entry: Entry, merged: pathlib.Path, folder: pathlib.Path) -> dict:
    if not config.export.gguf:
        return {"skipped": "export.gguf is false"}
    if entry.model_type != "llama":
        return {"skipped": "own conversion for Llama only; llama.cpp's converter reads the merged folder"}
    tokenizer = load_tokenizer(merged)
    cut = how_words_are_cut(json.loads((merged / "tokenizer.json").read_text(encoding="utf-8")))
    if cut is None:
        return {"skipped": "llama.cpp knows this tokenizer by its own converter only; it reads the merged folder"}
    known = AutoConfig.from_pretrained(merged, local_files_only=True)
    file = folder / "model.gguf"
    writer = gguf.GGUFWriter(str(file), "llama")
    describe_model(writer, config, known)
    describe_tokenizer(writer, tokenizer, cut, merged)
    tensors = add_tensors(writer, known, merged)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return {"bytes": file.stat().st_size, "tensors": tensors, "tokenizer": cut}


def how_words_are_cut(tokenizer: dict) -> str | None:
    """llama.cpp's name of the pre-tokenizer."""
    cut = tokenizer["pre_tokenizer"] or {}
    if cut.get("type") == "ByteLevel" and cut.get("use_regex", True):
        return "gpt-2"
    patterns = [one.get("pattern", {}).get("Regex", "") for one in cut.get("pretokenizers", [])]
    return "llama-bpe" if any(pattern.startswith(LLAMA_3_SPLIT) for pattern in patterns) else None


def describe_model(writer: gguf.GGUFWriter, config: Config, known: PretrainedConfig) -> None:
    writer.add_name(config.name)
    writer.add_file_type(gguf.LlamaFileType.ALL_F32 if config.precision == "float32" else gguf.LlamaFileType.MOSTLY_F16)
    writer.add_context_length(known.max_position_embeddings)
    writer.add_embedding_length(known.hidden_size)
    writer.add_block_count(known.num_hidden_layers)
    writer.add_feed_forward_length(known.intermediate_size)
    writer.add_head_count(known.num_attention_heads)
    writer.add_head_count_kv(known.num_key_value_heads)
    writer.add_layer_norm_rms_eps(known.rms_norm_eps)
    writer.add_rope_freq_base(known.rope_parameters["rope_theta"])
    writer.add_rope_dimension_count(head_size(known))
    writer.add_vocab_size(known.vocab_size)


def describe_tokenizer(
    writer: gguf.GGUFWriter, tokenizer: PreTrainedTokenizerBase, cut: str, merged: pathlib.Path
) -> None:
    model = json.loads((merged / "tokenizer.json").read_text(encoding="utf-8"))["model"]
    names = tokenizer.convert_ids_to_tokens(range(len(tokenizer)))
    special = set(tokenizer.all_special_ids)
    kinds = [gguf.TokenType.CONTROL if one in special else gguf.TokenType.NORMAL for one in range(len(names))]
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre(cut)
    writer.add_token_list(names)
    writer.add_token_types(kinds)
    writer.add_token_merges([one if isinstance(one, str) else " ".join(one) for one in model["merges"]])
    writer.add_eos_token_id(tokenizer.eos_token_id)
    if tokenizer.bos_token_id is not None:
        writer.add_bos_token_id(tokenizer.bos_token_id)
        writer.add_add_bos_token(True)
    if tokenizer.chat_template is not None:
        writer.add_chat_template(tokenizer.chat_template)


def add_tensors(writer: gguf.GGUFWriter, known: PretrainedConfig, merged: pathlib.Path) -> int:
    count = 0
    for file in sorted(merged.glob("*.safetensors")):
        with safe_open(file, framework="pt") as tensors:
            for name in tensors.keys():  # noqa: SIM118 (it is no dictionary)
                writer.add_tensor(gguf_name(name), as_stored(name, tensors.get_tensor(name), known))
                count += 1
    factors = rope_factors(known)
    if factors is not None:
        writer.add_tensor("rope_freqs.weight", factors)
    return count


def gguf_name(name: str) -> str:
    if name in NAMES:
        return NAMES[name]
    _, _, layer, rest = name.split(".", 3)
    return f"blk.{layer}.{LAYER_NAMES[rest.removesuffix('.weight')]}.weight"


def as_stored(name: str, tensor: torch.Tensor, known: PretrainedConfig) -> np.ndarray:
    """Vectors in 32 bits. Queries and keys in llama.cpp's order: the two halves of a head's rotation interleaved."""
    heads = {"q_proj": known.num_attention_heads, "k_proj": known.num_key_value_heads}
    for part, count in heads.items():
        if part in name:
            rows, columns = tensor.shape
            tensor = tensor.reshape(count, 2, rows // count // 2, columns).swapaxes(1, 2).reshape(rows, columns)
    wide = tensor.ndim == 1 or tensor.dtype == torch.float32
    return tensor.to(torch.float32 if wide else torch.float16).contiguous().numpy()


def rope_factors(known: PretrainedConfig) -> np.ndarray | None:
    """By what Llama 3.1 and later slow down their rotations, for each pair of dimensions."""
    rope = known.rope_parameters
    if rope.get("rope_type") != "llama3":
        return None
    size, base = head_size(known), rope["rope_theta"]
    low, high = rope["low_freq_factor"], rope["high_freq_factor"]
    original = rope["original_max_position_embeddings"]
    found = []
    for pair in range(0, size, 2):
        wave = 2 * math.pi * base ** (pair / size)
        smooth = (original / wave - low) / (high - low)
        blended = 1 / ((1 - smooth) / rope["factor"] + smooth) if 0 < smooth < 1 else None
        found.append(1.0 if smooth >= 1 else rope["factor"] if smooth <= 0 else blended)
    return np.array(found, np.float32)


def head_size(known: PretrainedConfig) -> int:
    return getattr(known, "head_dim", None) or known.hidden_size // known.num_attention_heads
