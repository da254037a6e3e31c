"""The data behind the full kind: rows of measures and of events, and the sources that are cited."""

import json
import random

from . import briefs, words


def dataset(index):
    return f"{index:04}"


def measures(scale, index):
    """For each brief of the set, rain and passengers by month at two places."""
    lines = ["id,brief,month,place,rain,passengers"]
    for number in _members(scale, index):
        chance = random.Random(words.SEED * 11 + number)
        for month in range(briefs.MONTHS):
            for place in briefs.PLACES:
                key = briefs.key(number)
                rain = chance.randint(0, 1400) / 10
                lines.append(
                    f"{key}-{month + 1}-{place},{key},2023-{month + 1:02},{place},{rain},"
                    f"{chance.randint(0, 90_000)}"
                )
    return "\n".join(lines) + "\n"


def events(scale, index):
    """For each brief of the set, events whose dates are years, months, days and spans."""
    lines = ["id,brief,date,title,kind"]
    for number in _members(scale, index):
        chance = random.Random(words.SEED * 13 + number)
        for event in range(briefs.EVENTS):
            year, month = chance.randint(2001, 2022), chance.randint(1, 12)
            day = chance.randint(1, 28)
            date = (
                f"{year}",
                f"{year}-{month:02}",
                f"{year}-{month:02}-{day:02}",
                f"{year}/{year + 1}",
            )[event % 4]
            key = briefs.key(number)
            kind = ("survey", "flood", "building")[event % 3]
            lines.append(f"{key}-{event},{key},{date},{words.title(chance)},{kind}")
    return "\n".join(lines) + "\n"


def _members(scale, index):
    first = index * briefs.SHARED
    return range(first, min(first + briefs.SHARED, scale.pages))


def sources(keys):
    """The sources as CSL-JSON, of the kinds that policy briefs cite."""
    chance = random.Random(words.SEED * 17)
    items = []
    for key in keys:
        kind = chance.choice(("book", "report", "article-journal", "webpage"))
        item = {
            "id": key,
            "type": kind,
            "title": words.title(chance),
            "author": [{"family": key[:-4].capitalize(), "given": chance.choice(words.GIVEN)}],
            "issued": {"date-parts": [[int(key[-4:])]]},
        }
        if kind == "article-journal":
            item |= {
                "container-title": words.title(chance),
                "volume": str(chance.randint(1, 80)),
                "page": f"{chance.randint(1, 100)}-{chance.randint(101, 200)}",
            }
        elif kind == "webpage":
            item["URL"] = f"https://example.org/{key}"
        else:
            item |= {"publisher": words.title(chance), "publisher-place": words.surname(chance)}
        items.append(item)
    return json.dumps(items, indent=1) + "\n"
