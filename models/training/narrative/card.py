"""The model card of the narrative head, written from its figures."""


def narrative_card(name: str, version: str, f: dict) -> str:
    percent = lambda value: f"{100 * value:.1f}%"

    def section(title: str) -> str:
        m = f[title]
        rows = "\n".join(
            f"| {row['from']:.1f} | {percent(row['found'])} | {percent(row['raised'])} |" for row in m["curve"]
        )
        return f"""## {title[0].upper()}{title[1:]}

{m["cases"]} cases, {m["emergencies"]} emergencies. AUROC {m["AUROC"]:.3f}, calibration error {m["calibration error"]:.3f}. Above the line {f["line"]}: {percent(m["emergencies above the line"])} of the emergencies, {percent(m["others above the line"])} of the others.

| probability from | emergencies | others |
| --- | --- | --- |
{rows}
"""

    return f"""# Model card: {name} {version}

Written by `models/training/narrative/card.py` from `metrics.json`.

| | |
| --- | --- |
| what it does | for a whole complaint: how likely people who tell it like this are an emergency (high or critical) |
| used for | complaints that no rule lifts: above its line it raises the proposal to high and says so; it never lowers and never makes it critical |
| reads | mean vector of the complaint, {f["concepts"]} concepts as told or denied, age band. No vital signs (rules read them), no sex, name, race, language or payer as inputs |
| trained on | {f["cases"]["synthetic"]} cases of this project's generator, {f["cases"]["authored"]} written by authors who had not seen the engine, and {f["cases"]["visits"]} visits of the public survey (2019), each told by the labels of its reasons. No published cases; no row of the survey is shipped |
| architecture | one hidden layer of 96, three seeds averaged, Platt scaling on authored cases out of fold |
| line | the probability that 8% of the authored non-emergencies cross in models that had not seen them; many of those are sent up by a rule anyway |
| limits | English; the gold priority of an authored case is its author's; real stories differ from written ones |

{section("authored, each by a model that had not seen it")}
{section("synthetic, conditions and words kept apart")}
{section("real visits of 2020, told by bare labels")}"""
