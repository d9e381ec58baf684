"""The stories to learn from: authored and synthetic cases, told as the service tells a complaint."""

import dataclasses
import json
import pathlib
import subprocess

import numpy as np

from common.files import ROOT

LEVELS = ("low", "medium", "high", "critical")
SYNTHETIC = ("tune", "report")
COURTESIES = ("Thank you.", "Sorry to bother you.", "Please help.", "Hope that is ok.")
REASSURANCES = ("Family says it is nothing.", "Their partner thinks it is nothing to worry about.")


@dataclasses.dataclass(frozen=True)
class Story:
    source: str
    level: int
    about: str
    words: str

    @property
    def text(self) -> str:
        return f"{self.about} {self.words}"


def read_stories(folder: pathlib.Path) -> list[Story]:
    file = folder / "stories.json"
    node, script = ROOT / "node_modules" / ".bin" / "node", pathlib.Path(__file__).parent / "read-cases.ts"
    subprocess.run([str(node), str(script), str(file)], check=True, cwd=ROOT)
    return [
        Story(row["from"], LEVELS.index(row["priority"]), row["about"], row["words"])
        for row in json.loads(file.read_text())
    ]


def varied(story: Story, dice: np.random.Generator) -> str:
    """The story as somebody else might have told it: what must not change the answer is changed now and then."""
    about, words = story.about, story.words
    if dice.random() < 0.15:
        parts = [part for part in words.split(". ") if part]
        words = ". ".join(part.rstrip(".") for part in dice.permutation(parts)) + "."
    if dice.random() < 0.05:
        words = f"{words} {dice.choice(COURTESIES)}"
    if dice.random() < 0.05:
        words = f"{words} {dice.choice(REASSURANCES)}"
    if dice.random() < 0.15:
        words = with_slip(words, dice)
    # The age is always told; the chart may be empty.
    if dice.random() < 0.1:
        about = about.split(". ")[0].rstrip(".") + "."
    return f"{about} {words}"


def with_slip(words: str, dice: np.random.Generator) -> str:
    """Two neighbouring letters change places in one longer word."""
    parts = words.split(" ")
    long = [place for place, part in enumerate(parts) if len(part) > 5 and part.isalpha()]
    if not long:
        return words
    place = int(dice.choice(long))
    at = int(dice.integers(1, len(parts[place]) - 2))
    letters = list(parts[place])
    letters[at], letters[at + 1] = letters[at + 1], letters[at]
    parts[place] = "".join(letters)
    return " ".join(parts)
