"""A stage runs once for its settings, and again only when something before it changed."""

import pytest
import torch
from common.files import ROOT
from transformers import TrainerCallback

from finetune import train
from finetune.config import Config, TinyBase, read_config
from finetune.evaluate import judge
from finetune.examples import Example
from finetune.main import STAGES
from finetune.pretrain import without_front_matter
from finetune.stages import Run
from finetune.tiny import make_model, make_tokenizer
from finetune.train import blocks_of, train_language

TEXTS = ["The patient reports chest pain for two hours and a fast heart.", "No fever; the cough began on Monday."] * 20


def run_twice(folder, first, second):
    ran = []
    for settings in (first, second):
        run = Run(folder)
        for name, value in settings.items():
            run.stage(name, value, lambda _, name=name: ran.append(name) or {"ok": True})
    return ran


def test_the_same_settings_run_nothing_again(tmp_path):
    assert run_twice(tmp_path, {"a": 1, "b": 2}, {"a": 1, "b": 2}) == ["a", "b"]


def test_a_change_runs_that_stage_and_those_after_it(tmp_path):
    assert run_twice(tmp_path, {"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 9, "c": 3}) == ["a", "b", "c", "b", "c"]


def test_a_changed_stage_finds_no_checkpoint_of_the_other_configuration(tmp_path):
    Run(tmp_path).stage("a", 1, lambda folder: (folder / "checkpoints").mkdir() or {})
    seen = []
    Run(tmp_path).stage("a", 2, lambda folder: seen.append((folder / "checkpoints").exists()) or {})
    assert seen == [False]


def test_a_killed_stage_finds_its_checkpoints(tmp_path):
    def killed(folder):
        (folder / "checkpoints").mkdir()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Run(tmp_path).stage("a", 1, killed)
    seen = []
    Run(tmp_path).stage("a", 1, lambda folder: seen.append((folder / "checkpoints").exists()) or {})
    assert seen == [True]


@pytest.mark.parametrize("name", ["tiny", "clinic"])
def test_the_configurations_we_ship_are_valid(name):
    config = read_config(ROOT / "models" / "training" / "finetune" / f"{name}.yaml")
    assert config.seed
    assert STAGES[-1] == "card"


def test_an_unknown_key_is_an_error():
    given = read_config(ROOT / "models" / "training" / "finetune" / "tiny.yaml").model_dump()
    with pytest.raises(ValueError, match="steeps"):
        Config.model_validate({**given, "tune": {"steeps": 3}})


class Killed(TrainerCallback):
    """As if the power went after the first checkpoint."""

    def on_save(self, *_, **__):
        raise KeyboardInterrupt


def trained(folder, *, killed):
    """The weights of a few steps of the tiny model, and what the stage says; killed once, or not."""
    tokenizer = make_tokenizer(TEXTS, 320)
    tiny = TinyBase(hidden=32, layers=1, heads=2, kv_heads=1, feed_forward=48, steps=8, batch=2, block=16)
    config = read_config(ROOT / "models" / "training" / "finetune" / "tiny.yaml")
    rows = blocks_of(tokenizer, TEXTS, 16)
    for stop in (True, False) if killed else (False,):
        model = make_model(tiny, tokenizer, 1)
        with pytest.MonkeyPatch.context() as patch:
            if stop:
                patch.setattr(train, "LogLines", lambda _: Killed())
            try:
                result = train_language(model, tokenizer, rows, rows, tiny, config, folder, lambda **_: None)
            except KeyboardInterrupt:
                continue
    return torch.cat([one.detach().flatten() for one in model.parameters()]), result


def test_a_killed_training_goes_on_from_its_checkpoint_to_the_same_weights(tmp_path):
    weights, result = trained(tmp_path / "killed", killed=True)
    whole, without = trained(tmp_path / "whole", killed=False)
    assert (result["resumed_from"], without["resumed_from"]) == ("checkpoint-2", None)
    assert torch.equal(weights, whole)


def test_front_matter_is_not_learnt():
    assert without_front_matter("---\nid: a\ntitle: 'Chest pain'\n---\n\nAsk when\nit began.\n") == (
        "Chest pain\nAsk when it began."
    )


def test_blocks_hold_every_text_and_an_end_between():
    class Letters:
        eos_token_id = 0

        def __call__(self, text, add_special_tokens):
            return type("Encoded", (), {"input_ids": [ord(letter) for letter in text]})

    blocks = blocks_of(Letters(), ["abc", "de"], 3)
    assert [row["input_ids"].tolist() for row in blocks] == [[97, 98, 99], [0, 100, 101]]


def test_a_draft_with_a_number_nobody_gave_is_counted():
    example = Example("1", "test", "Cite.", "Heart rate 118", "Heart rate 118.")
    assert judge([(example, "Heart rate 118."), (example, "Heart rate 119.")]) == {
        "drafts": 2,
        "word_for_word": 1,
        "with_an_invented_number": 1,
    }
