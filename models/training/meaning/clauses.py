"""Reads `clauses.txt`: our own clauses by concept, with benign neighbours, and says them in several registers."""

import dataclasses
import itertools
import pathlib
import random
import re

from triage.phrasings import misspell, wordings

# A clause of one may well be true of another of the same row: then it teaches neither yes nor no.
ALIKE = [
    "throat-closing tongue-swelling allergic-reaction unable-to-swallow-saliva choking",
    "shortness-of-breath severe-respiratory-distress not-breathing choking cyanosis throat-closing drowning palpitations",
    "chest-pain shortness-of-breath palpitations",
    "unresponsive not-breathing cyanosis overdose floppy drowning hypoglycaemia heat-stroke seizure syncope new-confusion choking",
    "carbon-monoxide hyperglycaemia hypoglycaemia overdose new-confusion head-injury unresponsive mottled-skin",
    "facial-droop one-sided-weakness speech-problem sudden-vision-loss new-confusion thunderclap-headache",
    "suicidal-ideation suicide-attempt self-harm overdose hanging homicidal-ideation psychosis-symptom carbon-monoxide",
    "haematemesis melaena rectal-bleeding haemoptysis severe-bleeding bleeding-in-pregnancy",
    "bleeding-in-pregnancy reduced-fetal-movement imminent-birth domestic-violence",
    "neck-stiffness non-blanching-rash thunderclap-headache",
    "domestic-violence sexual-assault child-abuse hanging",
    "swallowed-medicine-child overdose caustic-ingestion button-battery child-abuse",
    "penetrating-trauma severe-bleeding amputation fall-from-height head-injury burn electrocution",
    "chemical-eye-splash caustic-ingestion burn",
    "cold-limb mottled-skin cyanosis one-sided-weakness",
    "floppy no-wet-nappies unresponsive mottled-skin heat-stroke",
    "burn heat-stroke electrocution",
]
# Reasons for visit whose sentences are, or may be, the concept: no benign examples for it.
REASONS = {
    "chest-pain": [10500, 10501, 10502, 10503, 12650, 25150, 25200, 55200, 10551, 14851],
    "shortness-of-breath": [14150, 14200, 14250, 14300, 14302, 14850, 26200, 26250, 26400, 26300, 25200, 10502, 14750, 58360],
    "severe-respiratory-distress": [14150, 14200, 14300, 14302, 26250, 26400, 58360, 56160],
    "not-breathing": [14300, 58350, 58360, 58370, 58380, 58390, 58400, 56160],
    "choking": [56150, 56160, 15200, 14300],
    "cyanosis": [14300, 18350, 12801, 15052, 58360],
    "unresponsive": [58350, 58360, 58370, 58390, 58400, 58410, 58420, 11352, 10300, 59100, 12050],
    "new-confusion": [58410, 58420, 12400, 23000, 12150, 11300, 11550, 59150],
    "facial-droop": [10460, 12400, 25250, 12300],
    "one-sided-weakness": [12300, 12400, 25250, 19454, 19204, 19604, 12201, 10950],
    "speech-problem": [12350, 12352, 12400, 25250, 14800],
    "sudden-vision-loss": [13050, 13051, 13052, 13053],
    "thunderclap-headache": [12100, 23650, 12070, 25250],
    "seizure": [12050, 23600, 12000, 58400],
    "throat-closing": [14555, 14556, 14550, 10900, 15200, 15153, 19005],
    "tongue-swelling": [15150, 15153, 15050, 10900, 14555],
    "allergic-reaction": [10900, 59050, 57550, 18600, 18702, 15050, 13353, 13352],
    "haematemesis": [15802, 15800, 10700],
    "melaena": [15801, 15800, 16003],
    "rectal-bleeding": [16052, 15801, 15800, 10700, 25450],
    "haemoptysis": [14701, 10700],
    "severe-bleeding": [10700, 17550, 14051, 59300, 52050, 52100, 52150, 52200, 52250, 52300, 15102, 16052],
    "suicidal-ideation": [11650, 11100, 58200, 58201, 58180, 31300, 59001],
    "suicide-attempt": [58200, 58201, 58180, 11650],
    "self-harm": [58180, 58200, 11650],
    "overdose": [58201, 59100, 59000, 11500, 23210, 58200, 59002],
    "swallowed-medicine-child": [59000, 59002, 58201, 59100],
    "caustic-ingestion": [59000, 59002],
    "carbon-monoxide": [59000, 59002, 59220],
    "button-battery": [56150, 56200, 59000, 56050],
    "testicular-pain": [17150, 17151, 17152, 17153, 10553],
    "saddle-numbness": [12201, 12203, 16601, 16551, 16004, 12200, 16600],
    "neck-stiffness": [19003, 19001, 19000, 19002],
    "non-blanching-rash": [18600, 18350, 18650],
    "floppy": [10803, 11352, 10801],
    "no-wet-nappies": [16604, 10350, 10803],
    "bleeding-in-pregnancy": [17902, 27350, 17900, 17550, 17901],
    "reduced-fetal-movement": [17900],
    "imminent-birth": [17903, 17901],
    "syncope": [10300, 58400, 12250],
    "palpitations": [12600, 12601, 12603, 25200, 12602, 12700],
    "unilateral-leg-swelling": [19205, 25350, 10351, 19201, 19305, 18350],
    "cold-limb": [12801, 18350, 12201, 25500, 10121],
    "head-injury": [55050, 58050, 58100, 58150, 54050, 52050],
    "fall-from-height": [58100, 55750],
    "penetrating-trauma": [53050, 53100, 53150, 53200, 53250, 58154, 58150],
    "amputation": [52250, 55700, 52200],
    "burn": [57050, 57100, 57150, 57200],
    "electrocution": [59200],
    "hypoglycaemia": [22150, 22050, 61000],
    "heat-stroke": [59200, 10122],
    "sexual-assault": [58300, 58301, 58150],
    "domestic-violence": [58152, 58150],
    "child-abuse": [58151, 58301, 58150],
    "drowning": [58380],
    "rigid-abdomen": [15450, 15451, 15452, 15453, 15651, 15653],
    "chemical-eye-splash": [59002, 13203, 56000, 55100, 57050],
    "unable-to-swallow-saliva": [15200, 14551, 14552, 14555, 14600],
    "mottled-skin": [12802, 18350, 10352],
    "homicidal-ideation": [11302, 11150, 11304, 31300, 11650],
    "psychosis-symptom": [11550, 23050, 31300, 11300, 11650],
    "hyperglycaemia": [22050, 61000, 22150],
    "hanging": [58200, 11650],
}
WRAPPERS = {
    "train": [
        "{}", "{}", "{}", "pt states {}", "{} since this morning", "{} today", "mother says {}", "{}, started an hour ago",
        "my husband {}", "c/o {}", "{} x 2 days", "he {}", "she says {}", "{} and scared", "reports {}", "I think {}",
    ],
    "held": [
        "{}", "{}", "wife reports {}", "{} about forty minutes now", "it started last night, {}", "{} and it is getting worse",
        "caller says {}", "patient tells us {}", "sixty year old, {}",
    ],
}
DENIALS = ["no {}", "denies {}", "not {}", "without {}", "never had {}"]


@dataclasses.dataclass(frozen=True)
class Clause:
    text: str
    concept: str | None  # None: benign
    near: str  # the concept it belongs to or lies near
    split: str


def read_concepts() -> list[str]:
    lines = (pathlib.Path(__file__).parent / "clauses.txt").read_text().splitlines()
    return list(dict.fromkeys(line[1:].split(" = ")[0] for line in lines if line.startswith("+")))


def expand(pattern: str) -> list[str]:
    """`(a/b) c` gives `a c` and `b c`."""
    parts = [part.split("/") if place % 2 else [part] for place, part in enumerate(re.split(r"[()]", pattern))]
    return [" ".join("".join(choice).split()) for choice in itertools.product(*parts)]


def say(text: str, split: str, dice: random.Random) -> str:
    said = dice.choice(WRAPPERS[split]).format(text)
    if dice.random() < 0.12:
        said = misspell(said, dice)
    return said


def all_clauses(most: int = 14) -> list[Clause]:
    """Every pattern in several wrappers; at most `most` expansions of one pattern, so none dominates."""
    dice = random.Random("clauses 1")
    found = []
    for line in (pathlib.Path(__file__).parent / "clauses.txt").read_text().splitlines():
        if not line or line[0] not in "+-":
            continue
        concept, rest = line[1:].split(" = ")
        for split, part in zip(("train", "held"), rest.split(" | "), strict=False):
            for pattern in part.split(";"):
                texts = expand(pattern.strip())
                chosen = dice.sample(texts, min(most if split == "train" else 2, len(texts)))
                for text in chosen:
                    # What is held is said in every wrapper of its own a few times; the pattern counts, not the wrapper.
                    for _ in range(3 if split == "train" else 2):
                        is_it = line[0] == "+"
                        found.append(Clause(say(text, split, dice), concept if is_it else None, concept, split))
                    if line[0] == "+" and split == "train" and dice.random() < 0.3:
                        found.append(Clause(dice.choice(DENIALS).format(text), None, "denial", split))
    return found


def reason_codes() -> list[int]:
    return sorted(wordings())
