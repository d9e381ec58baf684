"""The model card of the reader by meaning, written from its figures."""


def meaning_card(name: str, version: str, f: dict) -> str:
    percent = lambda value: f"{100 * value:.1f}%"
    real = "\n".join(
        f"| {source} | {row['complaints']} | {percent(row['share'])} |"
        for source, row in f["real complaints that fire"].items()
    )
    concepts = "\n".join(
        f"| {concept} | {row['clauses']} | {percent(row['found'])} |"
        for concept, row in f["by concept"].items()
    )
    b = f["beside the lexicon"]
    return f"""# Model card: {name} {version}

Written by `models/training/meaning/card.py` from `metrics.json`.

| | |
| --- | --- |
| what it does | for the vector of one clause: which of {len(f["by concept"])} red-flag concepts it tells, each with a probability, or none |
| used for | words that the lexicon does not have; what it finds is added as uncertain and may only raise |
| not used for | negation, history, other people: the context reader has dropped such clauses before |
| trained on | {f["clauses"]["train"]} clauses by this project (lay, nurse, telegraphic, misspelt; benign neighbours of each concept; denials) and sentences of every reason for visit. No patient data, no published cases |
| architecture | 384 -> 192 -> concepts, three seeds averaged, on the committed embedder |
| line | a concept is named from the probability that 3% of benign training clauses crossed in unseen wordings, all concepts together |
| report and artefact | the figures are of a model fitted on the wordings for training alone; the shipped one is fitted on all |
| limits | English; one clause at a time; figures below are on our own wordings, so real ones will be lower |

## On wordings and templates that training did not see

| | |
| --- | --- |
| red-flag clauses | {f["red-flag clauses"]} |
| found as the concept | {percent(f["found as the concept"])} |
| found as the concept or one that may be meant by it | {percent(f["found as the concept or one alike"])} |
| right concept ranked first | {percent(f["concept ranked first"])} |
| benign neighbours that fire ({f["benign neighbours"]}) | {percent(f["benign neighbours that fire"])} |
| sentences of other reasons for visit with a wrong concept ({f["reasons for visit"]}) | {percent(f["reasons for visit with a wrong concept"])} |
| clauses beside the point that fire | {percent(f["other clauses that fire"])} |
| AUROC, red flags against their benign neighbours | {f["AUROC of the best probability, red flags against neighbours"]:.3f} (similarity alone: 0.54) |

Beside the reader by words (the lexicon), on the same clauses:

| | by words | by words or meaning |
| --- | --- | --- |
| red-flag clauses with their concept | {percent(b["red-flag clauses found by words"])} | {percent(b["by words or meaning"])} |
| red-flag clauses with any red flag | {percent(b["with any red flag by words"])} | {percent(b["with any red flag by words or meaning"])} |
| benign neighbours with a red flag | {percent(b["benign neighbours with a red flag by words"])} | {percent(b["benign neighbours with a red flag by words or meaning"])} |

Real complaints, read and not shipped:

| source | complaints | with a concept |
| --- | --- | --- |
{real}

## By concept

| concept | clauses kept for testing | found |
| --- | --- | --- |
{concepts}
"""
