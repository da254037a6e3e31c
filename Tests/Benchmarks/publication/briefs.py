"""What stands in a brief: its front matter, its text, and in the full kind its blocks.

A brief is made from its number alone, so that any of them can be made without the others. Its text
is a list of strings and of calls such as `("link", number, heading, words)`. A writer for one
program turns the calls into what that program reads; everything else is the same for both.
"""

import dataclasses
import random

from . import words

SECTIONS = 5
FOLDER = 100
#: So many briefs share one dataset of measures and one of events.
SHARED = 25
PLACES = ("harbour", "hill")
MONTHS = 6
EVENTS = 6


@dataclasses.dataclass(frozen=True)
class Scale:
    """How large a publication is, and how many of everything go with it."""

    pages: int
    full: bool

    @property
    def folders(self):
        return -(-self.pages // FOLDER)

    @property
    def datasets(self):
        return -(-self.pages // SHARED) if self.full else 0

    @property
    def topics(self):
        return max(12, self.pages // 40)

    @property
    def authors(self):
        return max(6, self.pages // 150)

    @property
    def sources(self):
        return max(20, self.pages // 10) if self.full else 0


@dataclasses.dataclass(frozen=True)
class Brief:
    number: int
    title: str
    summary: str
    date: str
    topics: list
    authors: list
    parts: list


def folder(number):
    return f"reports-{number // FOLDER:04}"


def stem(number):
    return f"brief-{number:06}"


def key(number):
    """What the rows of a brief's data are marked with."""
    return f"b{number:06}"


def heading(number, section):
    """The words of a heading, known without making the brief, so that others can link to it."""
    return words.HEADINGS[(number * 7 + section * 11) % len(words.HEADINGS)]


def names(count, salt, make):
    """So many different names, the same for the same salt."""
    chance = random.Random(words.SEED + salt)
    found = {}
    while len(found) < count:
        found[make(chance)] = None
    return list(found)


class Writer:
    """Makes the briefs of one publication."""

    def __init__(self, scale):
        self.scale = scale
        self.topics = names(scale.topics, 1, lambda chance: chance.choice(words.RARE))
        self.authors = names(scale.authors, 2, words.name)
        self.sources = names(scale.sources, 3, _source_key)

    def title(self, number):
        return words.title(random.Random(words.SEED * 3 + number))

    def brief(self, number):
        chance = random.Random(words.SEED * 7 + number)
        parts = []
        for section in range(SECTIONS):
            parts += self._section(number, section, chance)
        if self.scale.full:
            for note in range(2):
                parts.append(f"[^{note + 1}]: {words.sentence(chance)}")
                parts += [" ", self._citation(chance), "\n\n"]
        return Brief(
            number=number,
            title=self.title(number),
            summary=words.sentence(chance, 16),
            date=f"{2015 + number * 7 % 10}-{number % 12 + 1:02}-{number * 5 % 28 + 1:02}",
            topics=sorted(set(_leaning(self.topics, chance) for _ in range(3))),
            authors=sorted(set(chance.choices(self.authors, k=chance.randint(1, 2)))),
            parts=parts,
        )

    def _section(self, number, section, chance):
        parts = [("heading", heading(number, section)), "\n\n"]
        parts += self._paragraph(number, chance) + ["\n\n"]
        if section == 1:
            for _ in range(5):
                parts.append(f"- {words.sentence(chance, 10)}\n")
            parts.append("\n")
        if section == 3:
            parts += [f"> {words.sentence(chance, 18)}\n\n"]
        if self.scale.full:
            parts += self._evidence(number, section, chance)
        parts += self._paragraph(number, chance) + ["\n\n"]
        return parts

    def _paragraph(self, number, chance):
        """About 95 words with a link to another brief, and emphasis."""
        target = self._neighbour(number, chance)
        there = heading(target, chance.randrange(SECTIONS))
        parts = [words.sentence(chance) + " " + words.sentence(chance) + " "]
        parts += [f"**{words.sentence(chance, 4)[:-1]}** and *{chance.choice(words.RARE)}* "]
        parts += [" ".join(words.some(chance, 6)) + " "]
        parts += [("link", number, target, there, " ".join(words.some(chance, 3)))]
        parts += [" " + " ".join(words.some(chance, 8)) + ". "]
        parts += [words.sentence(chance) + " " + words.sentence(chance)]
        return parts

    def _neighbour(self, number, chance):
        """Another brief: half of the time one of the same folder, else any."""
        first = number // FOLDER * FOLDER
        last = min(first + FOLDER, self.scale.pages)
        if chance.random() < 0.5 and last - first > 1:
            target = chance.randrange(first, last)
        else:
            target = chance.randrange(self.scale.pages)
        return target if target != number else (number + 1) % self.scale.pages

    def _citation(self, chance):
        return ("cite", chance.choice(self.sources), chance.randint(1, 400))

    def _evidence(self, number, section, chance):
        """In the full kind each section has a sentence with a citation, and three have a block."""
        parts = [words.sentence(chance)[:-1], " ", self._citation(chance), "."]
        other = self._neighbour(number, chance)
        if section == 0:
            parts += [" As ", ("reference", None, "fig-rain"), " shows, "]
            parts += [" ".join(words.some(chance, 9)), ". See also "]
            parts += [("reference", other, "tbl-rain"), ".[^1]\n\n"]
            parts += [("chart", number, words.title(chance), self._citation(chance))]
        elif section == 2:
            parts += [" The months are in ", ("reference", None, "tbl-rain"), ".[^2]\n\n"]
            parts += [("table", number, words.title(chance), self._citation(chance))]
        elif section == 4:
            parts += [" All of it is in ", ("reference", None, "tml-events"), ".\n\n"]
            parts += [("timeline", number, words.title(chance))]
        return parts + ["\n\n"]


def _source_key(chance):
    return f"{words.surname(chance).lower()}{chance.randint(1990, 2022)}"


def _leaning(values, chance):
    """One of the values, those at the beginning more often than those at the end."""
    return values[int(len(values) * chance.random() ** 1.5)]
