"""The last word is Node's: it repeats the reference tokens on the exported file, and runs the gate on decoded facts."""

import json
import pathlib
import subprocess

from common.files import ROOT

from .config import Config

NODE = ROOT / "node_modules" / ".bin" / "node"


def repeat_in_node(config: Config, exported: pathlib.Path) -> dict:
    """Does the adapter in Node give the tokens of the merged model in PyTorch? Ends the run when it does not."""
    if not (exported / "reference.json").exists():
        return {"skipped": "nothing was exported"}
    reference = json.loads((exported / "reference.json").read_text())
    answers = [generate(exported / "model", one["prompt"], len(one["ids"])) for one in reference]
    same = sum(answer["ids"] == one["ids"] for answer, one in zip(answers, reference, strict=True))
    result = {
        "prompts": len(reference),
        "tokens": sum(len(one["ids"]) for one in reference),
        "prompts_with_the_same_tokens": same,
        "tokens_per_second": round(min(answer["tokensPerSecond"] for answer in answers), 1),
        "first_token_ms": round(max(answer["firstTokenMs"] for answer in answers), 1),
    }
    if config.export.onnx == "fp32" and same < len(reference):
        raise SystemExit(f"Node gives other tokens than the merged model: {result}")
    return result


def generate(model: pathlib.Path, prompt: str, tokens: int) -> dict:
    script = ROOT / "models" / "language-model" / "generate-main.ts"
    command = [str(NODE), str(script), str(model), "--prompt", prompt, "--tokens", str(tokens)]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


def gate(model: pathlib.Path) -> dict:
    """Runs the evaluation gate; it writes EVALUATION.json, and a model that did not pass it stays off."""
    if not (model / "model.onnx").exists():
        return {"skipped": "nothing was exported"}
    command = ["npm", "run", "--silent", "evaluate:model", "--", str(model)]
    ended = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    (model.parent / "gate.log").write_text(ended.stdout + ended.stderr)
    if not (model / "EVALUATION.json").exists():
        raise SystemExit(f"the gate wrote no EVALUATION.json; see {model.parent / 'gate.log'}")
    return {**json.loads((model / "EVALUATION.json").read_text()), "service": nurse_gets(model)}


def nurse_gets(model: pathlib.Path) -> dict:
    """Whether the service opens this folder, and who writes the note when it is asked for one."""
    script = ROOT / "test" / "support" / "finetune" / "draft-with.ts"
    ended = subprocess.run([str(NODE), str(script), str(model)], cwd=ROOT, check=True, capture_output=True, text=True)
    return json.loads(ended.stdout)
