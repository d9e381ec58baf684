"""The file of llama.cpp: names, order of queries and keys, and the slowed rotations of Llama 3.1."""

import numpy as np
import torch
from transformers import AutoConfig
from transformers.modeling_rope_utils import ROPE_INIT_FUNCTIONS

from finetune.export_gguf import as_stored, gguf_name, how_words_are_cut, rope_factors

LLAMA_3 = {
    "rope_type": "llama3",
    "rope_theta": 500000.0,
    "factor": 8.0,
    "low_freq_factor": 1.0,
    "high_freq_factor": 4.0,
    "original_max_position_embeddings": 8192,
}


def known(**more):
    return AutoConfig.for_model("llama", hidden_size=512, num_attention_heads=4, num_key_value_heads=2, **more)


def test_every_tensor_has_its_name():
    assert gguf_name("model.embed_tokens.weight") == "token_embd.weight"
    assert gguf_name("model.layers.11.self_attn.o_proj.weight") == "blk.11.attn_output.weight"


def test_the_slowed_rotations_are_those_of_transformers():
    config = known(rope_parameters=LLAMA_3, max_position_embeddings=131072)
    slowed, _ = ROPE_INIT_FUNCTIONS["llama3"](config, device=torch.device("cpu"))
    plain = 1 / 500000.0 ** (np.arange(0, 128, 2) / 128)
    np.testing.assert_allclose(rope_factors(config), plain / slowed.numpy(), rtol=1e-5)


def test_plain_rotations_need_no_factors():
    assert rope_factors(known()) is None


def test_the_halves_of_a_head_are_interleaved():
    rows = torch.arange(512 * 2, dtype=torch.float32).reshape(512, 2)
    stored = as_stored("model.layers.0.self_attn.q_proj.weight", rows, known())
    assert stored[:4, 0].tolist() == [0, 128, 2, 130]


def test_only_a_tokenizer_that_llama_cpp_has_a_name_for_is_written():
    assert how_words_are_cut({"pre_tokenizer": {"type": "ByteLevel", "use_regex": True}}) == "gpt-2"
    assert how_words_are_cut({"pre_tokenizer": {"type": "Metaspace"}}) is None
