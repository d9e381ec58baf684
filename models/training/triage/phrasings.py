"""Our own generator of sentences: for each reason for visit, how patients, nurses and physicians would say it.

Training and testing share neither templates nor, where `phrases.txt` has its own wordings, words.
"""

import dataclasses
import functools
import pathlib
import random

from triage.read import missing_data, reason_labels

PARTS = {
    19000: (["neck"], ["back of the neck", "c-spine"]),
    19050: (["back", "upper back"], ["spine", "between the shoulder blades"]),
    19100: (["low back", "lower back"], ["lumbar area", "small of the back"]),
    19150: (["hip"], ["left hip joint"]),
    19200: (["leg", "calf", "thigh", "right leg"], ["shin", "lower limb"]),
    19250: (["knee", "left knee"], ["kneecap", "R knee"]),
    19300: (["ankle", "right ankle"], ["lt ankle"]),
    19350: (["foot", "toe", "big toe", "heel"], ["sole of the foot", "L foot"]),
    19400: (["shoulder", "left shoulder"], ["collarbone and shoulder"]),
    19450: (["arm", "forearm", "left arm"], ["upper limb", "bicep"]),
    19500: (["elbow"], ["point of the elbow"]),
    19550: (["wrist"], ["R wrist"]),
    19600: (["hand", "finger", "thumb"], ["knuckles", "index finger"]),
    19650: (["muscle", "muscles"], ["muscles everywhere"]),
    19700: (["joint", "joints"], ["several joints"]),
}
PART_SIGNS = {
    1: (["{} pain", "pain in {}", "my {} hurts", "sore {}", "{} ache", "aching {}"], ["{} is killing me", "throbbing {}"]),
    2: (["{} cramps", "{} spasm", "cramping in {}"], ["{} keeps seizing up"]),
    3: (["stiff {}", "{} stiffness", "can't move {}"], ["{} is locked"]),
    4: (["{} weakness", "weak {}"], ["{} gives way"]),
    5: (["swollen {}", "{} swelling", "swelling of {}"], ["{} blew up", "{} twice its size"]),
    6: (["lump on {}", "mass on {}", "knot in {}"], ["growth on {}"]),
}
INJURIES = {
    50050: "broken {}|face,nose,jaw|cheekbone", 50100: "broken {}|neck,back,spine|vertebra",
    50150: "broken {}|ribs,collarbone,pelvis|breastbone", 50200: "broken {}|leg,hip,femur|shin bone",
    50250: "broken {}|ankle|ankle bone", 50300: "broken {}|foot,toe|metatarsal",
    50350: "broken {}|arm,shoulder,elbow|humerus", 50400: "broken {}|wrist|wrist bone",
    50450: "broken {}|finger,hand,thumb|knuckle", 50500: "broken {}|bone|some bone",
    51050: "sprained {}|neck|cervical spine", 51100: "sprained {}|back|lumbar muscles",
    51150: "sprained {}|knee|knee ligament", 51200: "sprained {}|ankle|ankle ligament",
    51250: "sprained {}|wrist|wrist ligament", 51300: "sprained {}|muscle,shoulder,thumb|hamstring",
    52050: "cut on {}|head,scalp,neck|back of head", 52100: "cut on {}|face,lip,chin,forehead,eyebrow|cheek",
    52150: "cut on {}|chest,belly,back|flank", 52200: "cut on {}|leg,foot,toe,knee|shin",
    52250: "cut on {}|hand,finger,arm,thumb,wrist|palm", 52300: "cut on {}|skin|somewhere on body",
    53050: "puncture wound to {}|head,face,neck|scalp", 53100: "stab wound to {}|chest,abdomen,back|flank",
    53150: "puncture wound to {}|foot,leg|sole", 53200: "puncture wound to {}|hand,finger,arm|palm",
    53250: "puncture wound to {}|skin|body", 54050: "bruise on {}|head,face,forehead|scalp",
    54100: "bruise around {}|eye|eye socket", 54150: "bruise on {}|chest,back,ribs|flank",
    54200: "bruise on {}|leg,foot,knee|shin", 54250: "bruise on {}|arm,hand,finger|forearm",
    54300: "bruise on {}|body|several places", 55050: "{} injury|head,neck,face,nose|skull",
    55100: "{} injury|eye|eyeball", 55150: "{} injury|back|spine", 55200: "{} injury|chest,abdominal|rib cage",
    55250: "{} injury|hip|hip joint", 55300: "{} injury|leg|thigh", 55350: "{} injury|knee|kneecap",
    55400: "{} injury|ankle|outer ankle", 55450: "{} injury|foot,toe|heel", 55500: "{} injury|shoulder|clavicle",
    55550: "{} injury|arm|forearm", 55600: "{} injury|elbow|funny bone", 55650: "{} injury|wrist|wrist joint",
    55700: "{} injury|hand,finger,thumb|fingertip", 55750: "{} injuries|multiple|assorted",
}
INJURY_WORDS = {
    "broken {}": (["broken {}", "fracture of {}", "possible fractured {}", "dislocated {}"], ["snapped {}", "{} out of place"]),
    "sprained {}": (["sprained {}", "twisted {}", "strained {}"], ["rolled {}", "pulled {}"]),
    "cut on {}": (["cut on {}", "{} laceration", "lac to {}", "cut {} with a knife"], ["gash on {}", "sliced {} open"]),
    "puncture wound to {}": (["puncture wound to {}", "stepped on nail, {}", "nail in {}"], ["spike went into {}"]),
    "stab wound to {}": (["stab wound to {}", "stabbed in {}"], ["knifed in {}"]),
    "bruise on {}": (["bruise on {}", "bruised {}", "contusion of {}", "abrasion to {}"], ["banged {}", "scraped {}"]),
    "bruise around {}": (["bruise around {}", "black {}"], ["shiner, {} swollen"]),
    "{} injury": (["{} injury", "injured {}", "hurt {}", "hit {}", "trauma to {}"], ["smashed {}", "whacked {}"]),
    "{} injuries": (["{} injuries", "{} trauma"], ["{} bumps and scrapes"]),
}
TEMPLATES = {
    "train": [
        "{}", "{}", "{}", "c/o {}", "pt c/o {} x 2 days", "i have {}", "having {} since yesterday", "{} since this morning",
        "{} x3d", "patient presents with {}", "been having {} for two days", "{age} y/o {sex} with {}", "reports {}",
        "here for {}", "woke up with {}", "sudden {}", "{}, getting worse", "{} for a week",
        "{age} year old {sex} presenting with {}",
    ],
    "held": [
        "{}", "pt states {} began last night", "came in because of {}", "{} on and off for a month", "chief complaint is {}",
        "brought in by daughter: {}", "{} that will not go away", "{age}{s} {}", "started with {} at noon today",
        "referred by urgent care for {}",
    ],
}
JOINTS = {
    "train": [", ", " and ", ", ", " with ", " + ", ", also "],
    "held": [" plus ", "; ", " associated with ", " & ", " as well as "],
}
DISTRACTORS = {
    "train": [
        "no known allergies", "lives alone", "took ibuprofen without relief", "ambulatory to triage", "here with husband",
        "medication list reviewed", "works in a warehouse", "last meal at 8 am", "pt is calm and cooperative",
        "seen here last week", "history of hypertension", "takes metformin", "smokes a pack a day", "speaks in full sentences",
        "up to date on vaccines", "walked in", "vital signs stable", "skin warm and dry", "states she called her doctor",
        "drove himself here", "mother at bedside", "had surgery two years ago", "took tylenol at home", "no recent travel",
    ],
    "held": [
        "arrived with a friend", "nkda", "alert and oriented", "tried some over the counter pills", "is worried about missing work",
        "was told to come in by the nurse line", "has a dog at home", "uses no tobacco", "family is in the waiting room",
        "on lisinopril for years", "ate breakfast", "sitting comfortably",
    ],
}


@dataclasses.dataclass(frozen=True)
class Wording:
    label: str
    train: tuple[str, ...]
    held: tuple[str, ...]
    """True when testing has words of its own and not only other templates."""
    has_own_words: bool


@functools.cache
def wordings() -> dict[int, Wording]:
    """For every code of the survey: our label and its wordings."""
    survey = reason_labels() if missing_data() is None else {}
    found = {code: plain(label) for code, label in survey.items() if code > 0}
    found |= {20152: plain("AIDS"), 26754: plain("disease of mouth")}
    for base, (parts, held_parts) in PARTS.items():
        for digit, (signs, held_signs) in PART_SIGNS.items():
            label = signs[0].format(parts[0])
            train = [sign.format(part) for sign in signs for part in parts]
            held = [sign.format(part) for sign in held_signs for part in [parts[0], *held_parts]]
            held += [signs[0].format(part) for part in held_parts]
            found[base + digit] = Wording(label, tuple(train), tuple(held), True)
    for code, line in INJURIES.items():
        kind, parts, held_part = line.split("|")
        words, held_words = INJURY_WORDS[kind if kind in INJURY_WORDS else "{} injury"]
        train = [word.format(part) for word in words for part in parts.split(",")]
        held = [word.format(parts.split(",")[0]) for word in held_words] + [words[0].format(held_part)]
        found[code] = Wording(train[0], tuple(train), tuple(held), True)
    for line in (pathlib.Path(__file__).parent / "phrases.txt").read_text().splitlines():
        if line.startswith("#"):
            continue
        code, rest = line.split(" = ", 1)
        label, words = rest.split(": ", 1)
        train, held = (tuple(w.strip() for w in part.split(";")) for part in words.split(" | "))
        found[int(code)] = Wording(label, train, held, True)
    return found


def plain(label: str) -> Wording:
    text = label.replace("...", "").split("(")[0].replace(", NOS", "").replace(", NEC", "").strip(" ,-").lower()
    return Wording(text, (text,), (text,), False)


def misspell(text: str, dice: random.Random) -> str:
    """One slip in one longer word: a letter dropped, doubled or swapped with its neighbour."""
    words = text.split(" ")
    long = [index for index, word in enumerate(words) if len(word) > 4]
    if not long:
        return text
    index = dice.choice(long)
    word = words[index]
    at = dice.randrange(1, len(word) - 1)
    slips = [word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]]
    slips.append(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
    words[index] = dice.choice(slips)
    return " ".join(words)


def sentence(codes: list[int], split: str, dice: random.Random) -> str:
    """One clause that tells all the reasons given, in the words of `split` (`train` or `held`)."""
    known = [getattr(wordings()[code], split) for code in codes]
    body = dice.choice(known[0])
    for words in known[1:]:
        body += dice.choice(JOINTS[split]) + dice.choice(words)
    age, sex = dice.choice([3, 19, 34, 47, 58, 66, 79]), dice.choice(["male", "female"])
    text = dice.choice(TEMPLATES[split]).replace("{age}", str(age)).replace("{sex}", sex)
    text = text.replace("{s}", "M" if sex == "male" else "F").replace("{}", body)
    if dice.random() < 0.12:
        text = misspell(text, dice)
    if dice.random() < 0.1:
        text = text.upper()
    return text
