"""A tokenizer and a Llama of under a million parameters, made from our own corpus.

A test of the stages, never a drafter.
"""

import pathlib

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from torch.utils.data import Dataset
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from .config import Config, TinyBase
from .train import Log, blocks_of, train_language

SPECIAL = ("<pad>", "<s>", "</s>", "<|system|>", "<|user|>", "<|assistant|>")

TEMPLATE = (
    "{{ bos_token }}{% for message in messages %}<|{{ message['role'] }}|>{{ message['content'] }}</s>"
    "{% endfor %}{% if add_generation_prompt %}<|assistant|>{% endif %}"
)


def make_tokenizer(texts: list[str], vocabulary: int) -> PreTrainedTokenizerFast:
    """Byte-level BPE with GPT-2's way of cutting words: every text can be written, and llama.cpp knows it."""
    inner = Tokenizer(models.BPE())
    inner.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    inner.decoder = decoders.ByteLevel()
    inner.train_from_iterator(
        texts,
        trainers.BpeTrainer(
            vocab_size=vocabulary,
            special_tokens=list(SPECIAL),
            initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
            show_progress=False,
        ),
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=inner,
        pad_token="<pad>",
        bos_token="<s>",
        eos_token="</s>",
        additional_special_tokens=list(SPECIAL[3:]),
        chat_template=TEMPLATE,
    )


def make_model(tiny: TinyBase, tokenizer: PreTrainedTokenizerFast, seed: int) -> LlamaForCausalLM:
    torch.manual_seed(seed)
    return LlamaForCausalLM(
        LlamaConfig(
            vocab_size=len(tokenizer),
            hidden_size=tiny.hidden,
            intermediate_size=tiny.feed_forward,
            num_hidden_layers=tiny.layers,
            num_attention_heads=tiny.heads,
            num_key_value_heads=tiny.kv_heads,
            max_position_embeddings=tiny.context,
            tie_word_embeddings=True,
            pad_token_id=tokenizer.pad_token_id,
            bos_token_id=tokenizer.bos_token_id,
            eos_token_id=tokenizer.eos_token_id,
        )
    )


def make_tiny(
    config: Config, tiny: TinyBase, texts: list[str], held: list[str], folder: pathlib.Path, log: Log
) -> dict:
    """Makes both, trains the model from nothing on `texts`, and saves them in `folder/base`."""
    tokenizer = make_tokenizer(texts, tiny.vocabulary)
    model = make_model(tiny, tokenizer, config.seed)
    learnt: Dataset = blocks_of(tokenizer, texts, tiny.block)
    apart: Dataset = blocks_of(tokenizer, held, tiny.block)
    result = train_language(model, tokenizer, learnt, apart, tiny, config, folder, log)
    base = folder / "base"
    model.save_pretrained(base)
    tokenizer.save_pretrained(base)
    return {
        "what": "a test of the stages, never a drafter",
        "parameters": model.num_parameters(),
        "vocabulary": len(tokenizer),
        **result,
    }
