"""The model card, written from the evaluation's figures and never by hand."""

from triage.calibrate import MISS

INTRO = """# Model card: {name} {version}

Written by `models/training/triage/card.py` from `metrics.json`. Brackets are 95% intervals, hospitals drawn with
replacement. Numbers in parentheses after a heading are the source attributes of 45 CFR 170.315(b)(11).

## Developer and summary (1-4)

| | |
| --- | --- |
| developer | the Prescreen project; no contact beyond its repository (1) |
| funding | none stated (2) |
| output | calibrated probability of each triage priority and of a critical outcome (admission to critical care or death), a conformal set, a zone, a flag for unfamiliar input, and what each fact changes (3) |
| type | prediction, shown as decision support; six logistic heads of {seeds} small networks averaged (4) |

## Uses and directions (5-8)

* Intended use: a second opinion beside rules and protocol while a nurse decides a triage priority (5).
* Patients: people of any age at a clinic or emergency department. For children it may only raise (6).
* Users: triage nurses and physicians; never the patient (7).
* Role: it may raise a proposal by one step and ask questions; floors by rules stand above it; nothing acts on it (8).

## Warnings (9-10)

* Not for: telephone advice without a nurse, mass-casualty triage, wards, prediction of a diagnosis (9).
* It has not been validated for unsupervised use, nor outside the survey below (9).
* It cannot have learnt what has no code of its own there: suicidal thoughts apart from other mental reasons, anaphylaxis apart from allergy, thunderclap headache, testicular torsion, cauda equina, carbon monoxide, sepsis in words. Rules own these (10).
* Consciousness, oxygen given, glucose, pregnancy and medicines are not inputs; rules read them (10).
* The recorded level is one nurse's, on mixed scales: agreement with it has a low ceiling (10).
* An empty chart is not a healthy patient: a list that could not be read is marked as unknown, and ranks worse (10).

## Trust ingredients: data (11-14)

* US National Hospital Ambulatory Medical Care Survey, emergency departments, public-use files, 2016 to 2019 for training ({visits} visits, {levelled} with a level, {critical} critical outcomes), 2020 for the report. All visits; cleaned by range, nothing imputed (11). NCHS terms: statistical use, no re-identification; no row of it is in this repository.
* Inputs: age, sex, vital signs, pain, arrival by ambulance, 20 chronic conditions, the complaint's meaning. Race, ethnicity, language, payer, names, sexual orientation, gender identity and social circumstances are not inputs, and the pipeline stops if a specification names them (12).
* Representative of US emergency visits of those years, before and at the start of the pandemic; unweighted (13). Clinics see fewer arrivals by ambulance and more minor complaints: thresholds may need moving (14).
* Conditions were abstracted from the whole chart, so admitted patients have fuller lists than at triage.

## Trust ingredients: fairness by design (15-16)

* Race and its relatives never reach the feature builder; they are used only for the tables below (15).
* The high zone is reached by a line for all ages or by a line for the patient's own age band: one line for all finds the old and misses the young. Price: {flagged} of visits are sent up, the nurse sends {nurse_flagged} (16).

"""

AFTER = """
## External validation (17-20, 23-24)

The report year is another year of the same survey with other hospitals: temporal, not external. No clinic outside the survey has tested this model (17, 18, 19, 20, 23, 24). No study of outcomes exists (25).

## Maintenance (26-31)

* The service keeps proposals, corrections and feedback; agreement, overrides and missed emergencies should be read from them per group, at least monthly (26, 28). No local figures exist until a clinic has them (27, 29).
* A new version is trained by `npm run train`, must hold every floor above, and runs in shadow beside the old one first (30). A risk that is found is met by a rule at once and by training at the next version (31).

## Security and transparency

The file's sha256 is checked each time it is loaded; another embedder, another feature specification or a changed byte refuses to start. The training code, the sentences' generator and these figures are in the repository; the survey is public.
"""


def model_card(figures: dict) -> str:
    trained = figures["trained on"]
    flagged = figures["fairness"]["flagged"]
    text = INTRO.format(
        name=figures["name"],
        version=figures["version"],
        seeds="several",
        visits=trained["visits"],
        levelled=trained["with a level"],
        critical=trained["critical outcomes"],
        flagged=percent(flagged["model"]),
        nurse_flagged=percent(flagged["nurse"]),
    )
    parts = [text, "## Key metrics: validity (21)\n", headline(figures), gates_table(figures["gates"])]
    parts += [zones_table(figures), lines_table(figures), set_table(figures), sentences_table(figures), missing_table(figures)]
    parts += ["## Key metrics: fairness (22)\n", fairness_table(figures["fairness"]), AFTER]
    return "\n".join(parts)


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "| " + " | ".join("---" for _ in head) + " |"]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)]) + "\n"


def number(value: float | None, digits: int = 3) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f}%"


def interval(found: dict) -> str:
    return f"{number(found['value'])} [{number(found['low'])} to {number(found['high'])}]"


def headline(f: dict) -> str:
    nurse = f["nurse"]
    rows = [
        ["critical outcome, AUROC", interval(f["critical AUROC"]), number(nurse["critical AUROC"])],
        ["the same, adults", interval(f["critical AUROC, adults"]), "-"],
        ["the same, without arrests and unconscious on arrival", number(f["without arrests and unconscious on arrival"]), "-"],
        ["gain over the nurse's level", interval(f["gain over the nurse"]), "-"],
        ["recorded level 1 or 2, AUROC", interval(f["level <= 2 AUROC"]), "-"],
        ["quadratic kappa with the recorded level", interval(f["quadratic kappa"]), "-"],
        ["exact level, within one level", f"{percent(f['exact level'])}, {percent(f['within one level'])}", "-"],
        ["sensitivity for critical outcome at the nurse's specificity", interval(f["sensitivity at the nurse's specificity"]), number(nurse["sensitivity"])],
        ["specificity at the nurse's sensitivity", number(f["specificity at the nurse's sensitivity"]), number(nurse["specificity"])],
        ["calibration error, critical; level 1 or 2", f"{number(f['critical ECE'], 4)}; {number(f['level <= 2 ECE'], 4)}", "-"],
        ["largest difference ONNX to numpy", f"{f['ONNX parity']:.1e}", "-"],
    ]
    intro = f"{f['visits']} visits with a level, {f['critical outcomes']} critical outcomes.\n\n"
    return intro + table(["2020", "model", "nurse"], rows)


def gates_table(rows: list[dict]) -> str:
    body = [[r["gate"], f"{r['sense']} {r['floor']:g}", f"{r['reached']:.4g}" if r["reached"] is not None else "-", "holds" if r["holds"] else "FAILS"] for r in rows]
    return "### Floors\n\n" + table(["measure", "floor", "reached", ""], body)


def zones_table(f: dict) -> str:
    rows = [
        [name, f"{z['visits']} ({percent(z['share'])})", str(z["critical outcomes"]), percent(z["level 1 or 2"])]
        for name, z in f["zones"].items()
    ]
    note = "Lines fixed on the training years. In the middle zone the service asks a question.\n\n"
    return "### Zones of the critical outcome\n\n" + note + table(["zone", "visits", "critical outcomes", "recorded level 1 or 2"], rows)


def lines_table(f: dict) -> str:
    rows = [
        [number(r["from"], 2), percent(r["sent up"]), percent(r["of them level 1 or 2"]), percent(r["critical outcomes found"]), percent(r["level 1 or 2 found"])]
        for r in f["raising lines"]
    ]
    note = "For whoever sets the line from which the model alone raises to high: in the high zone, and at least this likely high or critical.\n\n"
    head = ["probability from", "sent up", "of them level 1 or 2", "critical outcomes found", "level 1 or 2 found"]
    return "### Where to raise\n\n" + note + table(head, rows)


def set_table(f: dict) -> str:
    s = f["conformal set"]
    rows = [[name, percent(value)] for name, value in s["coverage by priority"].items()]
    note = (
        f"May miss at most {percent(MISS['critical'])} of critical, {percent(MISS['high'])} of high and "
        f"{percent(MISS['all'])} of all, fixed on the training years. Coverage on 2020 {percent(s['coverage'])}, mean size "
        f"{number(s['mean size'], 2)} of 4.\n\n"
    )
    return "### Conformal set of priorities\n\n" + note + table(["recorded priority", "in the set"], rows)


def sentences_table(f: dict) -> str:
    rows = [
        [r["complaint as"], number(r["critical AUROC"]), number(r["level <= 2 AUROC"]), number(r["critical ECE"], 4)]
        for r in f["sentences"]
    ]
    unlike = "; ".join(f"{name} {percent(share)}" for name, share in f["called unlike the training data"].items())
    note = "The same visits; sentences by our own generator in words and templates that training did not use.\n\n"
    return (
        "### Codes against sentences\n\n" + note
        + table(["complaint as", "critical AUROC", "level <= 2 AUROC", "critical ECE"], rows)
        + f"\nCalled unlike the training data: {unlike}.\n"
    )


def missing_table(f: dict) -> str:
    rows = [
        [r["given"], number(r["critical AUROC"]), number(r["level <= 2 AUROC"]), percent(r["sensitivity of the high zone"]), percent(r["share in the high zone"]), number(r["critical ECE"], 4)]
        for r in f["missing inputs"]
    ]
    head = ["given", "critical AUROC", "level <= 2 AUROC", "critical found in the high zone", "sent up", "ECE"]
    return "### When less is known\n\nCalibration and lines are those of each pattern.\n\n" + table(head, rows)


def fairness_table(f: dict) -> str:
    """The report of `npm run evaluate:fairness` and of the card."""
    gap = f["women minus men, sensitivity"]
    worse = f["groups of at least 25 critical outcomes below the nurse"]
    lines = [
        f"Sent up: model {percent(f['flagged']['model'])}, nurse {percent(f['flagged']['nurse'])}. Critical outcomes found: model "
        f"{percent(f['sensitivity']['model'])}, nurse {percent(f['sensitivity']['nurse'])}. Others sent up: model "
        f"{percent(f['over-triage']['model'])}, nurse {percent(f['over-triage']['nurse'])}.",
        f"Women minus men, sensitivity: model {interval(gap['model'])}, nurse {interval(gap['nurse'])}.",
        "Groups and crossings with at least 25 critical outcomes where the model finds fewer than the nurse: "
        + ("; ".join(worse) if worse else "none") + ".",
        "",
    ]
    head = ["group", "visits", "critical", "model finds", "nurse finds", "model over-triage", "nurse over-triage", "ECE"]
    for kind, rows in [*f["groups"].items(), ("crossings with at least one critical outcome", f["crossings"])]:
        lines += [f"**{kind}**", "", table(head, [group_row(r) for r in rows])]
    return "\n".join(lines)


def group_row(r: dict) -> list[str]:
    def finds(who: dict) -> str:
        low, high = who.get("sensitivity interval") or (None, None)
        return f"{number(who['sensitivity'], 2)} [{number(low, 2)} to {number(high, 2)}]"

    return [
        r["group"],
        str(r["visits"]),
        f"{r['critical outcomes']}" + (" (small)" if r["small"] else ""),
        finds(r["model"]) if r["critical outcomes"] else "-",
        finds(r["nurse"]) if r["critical outcomes"] else "-",
        number(r["model"]["over-triage"], 2),
        number(r["nurse"]["over-triage"], 2),
        number(r["critical ECE"], 4),
    ]
