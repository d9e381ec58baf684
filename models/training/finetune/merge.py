"""Merges the adapter into the base, and proves in numbers that the merged model is base plus adapter."""

import pathlib

import torch
from transformers import PreTrainedModel, PreTrainedTokenizerBase

from .base import Entry, adapted, load_base, load_tokenizer
from .config import Config

LARGEST_DIFFERENCE = {"float32": 1e-3, "bfloat16": 0.5}
"""Of any logit. In bfloat16 a merged weight is rounded once more; there the next tokens have to agree."""

SAME_TOKEN = {"float32": 1.0, "bfloat16": 0.98}


def merge(
    config: Config,
    entry: Entry,
    base: pathlib.Path,
    adapter: pathlib.Path,
    texts: list[str],
    folder: pathlib.Path,
) -> dict:
    """Writes `folder/model`, a Hugging Face folder that vLLM serves. Ends the run when the two differ."""
    tokenizer = load_tokenizer(base)
    apart = adapted(base, config, adapter)
    # The base as it is would be equal too if the adapter did nothing.
    plain = load_base(base, config, quantise=False).eval()
    wanted = [logits_of(apart, tokenizer, text, entry) for text in texts]
    without = [logits_of(plain, tokenizer, text, entry) for text in texts]
    merged = apart.merge_and_unload()
    merged.save_pretrained(folder / "model")
    tokenizer.save_pretrained(folder / "model")
    again = load_base(folder / "model", config, quantise=False).eval()
    found = [logits_of(again, tokenizer, text, entry) for text in texts]
    difference = max((one - other).abs().max().item() for one, other in zip(wanted, found, strict=True))
    same = torch.cat([one.argmax(-1) == other.argmax(-1) for one, other in zip(wanted, found, strict=True)])
    effect = max((one - other).abs().max().item() for one, other in zip(wanted, without, strict=True))
    result = {
        "texts": len(texts),
        "tokens": len(same),
        "largest_logit_difference": float(f"{difference:.3g}"),
        "same_next_token": round(same.float().mean().item(), 4),
        "largest_difference_to_the_base_alone": float(f"{effect:.3g}"),
    }
    if difference > LARGEST_DIFFERENCE[config.precision] or result["same_next_token"] < SAME_TOKEN[config.precision]:
        raise SystemExit(f"the merged model is not base plus adapter: {result}")
    return result


@torch.no_grad()
def logits_of(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, text: str, entry: Entry) -> torch.Tensor:
    ids = tokenizer(text, return_tensors="pt").input_ids[:, :512].to(model.device)
    if entry.is_encoder_decoder:
        return model(input_ids=ids, decoder_input_ids=ids[:, :64]).logits[0].float().cpu()
    return model(input_ids=ids).logits[0].float().cpu()
