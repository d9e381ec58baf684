"""The model card of the reader of stories, written from its figures."""


def narrative_card(name: str, version: str, f: dict) -> str:
    percent = lambda value: f"{100 * value:.1f}%"
    lines = f["lines"]

    def section(title: str) -> str:
        m = f[title]
        rows = "\n".join(
            f"| {row['from']:.2f} | {percent(row['found'])} | {percent(row['raised'])} |" for row in m["curve"]
        )
        area = ", ".join(f"{what} {value:.3f}" for what, value in m["AUROC"].items())
        return f"""## {title[0].upper()}{title[1:]}

{m["cases"]} cases, {m["emergencies"]} emergencies. AUROC: {area}. Calibration error {m["calibration error"]:.3f}.

| line | probability of | on its side |
| --- | --- | --- |
| raises from {lines["raiseFrom"]} | high | {percent(m["raised"]["emergencies"])} of the emergencies, {percent(m["raised"]["others"])} of the others |
| medium from {lines["mediumFrom"]} | medium | {percent(m["medium"]["medium"])} of the medium, {percent(m["medium"]["low"])} of the low |
| critical from {lines["raiseToCriticalFrom"]} | critical | {percent(m["critical"]["critical"])} of the critical, {percent(m["critical"]["high"])} of the high, {percent(m["critical"]["others"])} of the others |
| bears nothing out below {lines["dismissBelow"]} | high | {percent(m["dismissed"]["emergencies"])} of the emergencies, {percent(m["dismissed"]["others"])} of the others |
| not critical below {lines["criticalFrom"]} | critical | {percent(m["not critical"]["critical"])} of the critical, {percent(m["not critical"]["high"])} of the high |
| low below {lines["lowBelow"]} | medium | {percent(m["low"]["emergencies"])} of the emergencies, {percent(m["low"]["medium"])} of the medium, {percent(m["low"]["low"])} of the low |

| probability of high from | emergencies | others |
| --- | --- | --- |
{rows}
"""

    levels = ", ".join(f"{count} {level}" for level, count in f["cases"]["by level"].items())
    gap = f["shipped file against fp32"]
    return f"""# Model card: {name} {version}

Written by `models/training/narrative/card.py` from `metrics.json`.

| | |
| --- | --- |
| what it does | reads a complaint as a whole and says how likely people who tell it like this are at least medium, at least high, critical |
| used for | `cds-service/src/assess/story.ts` says what for; it lifts no floor of a rule |
| reads | age, the words (said neutrally: no gender, origin, faith, language, payer or housing), coded vital signs, known conditions and medicines in the lexicon's words. No name, no sex |
| trained on | {f["cases"]["authored"]} cases ({levels}) by {f["cases"]["authors"]} authors, each a language model told to be a nurse or physician, shown neither lexicon nor rules; {f["cases"]["synthetic"]} cases of this project's generator. No published case, no patient |
| architecture | all-MiniLM-L6-v2 (Apache-2.0) fine-tuned, word vectors kept; three logits on every token, a story's are their mean; Platt scaling by a twin that was fitted without every third author; int8 blocks of 64 |
| shipped file against fp32 | probabilities differ by {gap["mean"]:.4f} at the mean, {gap["largest"]:.3f} at most ({gap["stories"]} stories) |
| lines | set so that few authored cases fall on the wrong side of each, judged by that twin |
| limits | English; the gold priority of an authored case is its author's; real stories differ from written ones; no real visit was at hand to train on. The same bytes on the same kind of machine; elsewhere the last digits differ |

{section("authored, by a twin that had not seen their authors")}
{section("synthetic, conditions and words kept apart")}"""
