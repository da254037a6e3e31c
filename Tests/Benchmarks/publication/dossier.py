"""Writes the publication for Dossier: a folder `Content` of Markdown and data."""

import re

from . import briefs, data, words

SITE = """\
title: Reports from the coast
description: Made-up briefs to measure with.
language: en
baseURL: https://example.org/
tlp: CLEAR
publisher: {name: Coast Office, place: Harbour, url: "https://example.org/"}
navigation:
  - {title: Topics, path: /topics/index.html}
  - {title: Authors, path: /authors/index.html}
taxonomies: [topics]
"""

MEASURES = """\
  - name: measures-NUMBER
    path: measures-NUMBER.csv
    title: Measures, set NUMBER (made up)
    schema:
      primaryKey: id
      fields:
        - {name: id, type: string, title: Key, constraints: {required: true, unique: true}}
        - {name: brief, type: string, title: Brief}
        - {name: month, type: string, rdfType: "http://id.loc.gov/datatypes/edtf", title: Month}
        - {name: place, type: string, title: Place}
        - {name: rain, type: number, title: Rain in millimetres, constraints: {minimum: 0}}
        - {name: passengers, type: integer, title: Passengers, constraints: {minimum: 0}}
"""

EVENTS = """\
  - name: events-NUMBER
    path: events-NUMBER.csv
    title: Events, set NUMBER (made up)
    schema:
      primaryKey: id
      fields:
        - {name: id, type: string, title: Key, constraints: {required: true, unique: true}}
        - {name: brief, type: string, title: Brief}
        - {name: date, type: string, rdfType: "http://id.loc.gov/datatypes/edtf", title: Date}
        - {name: title, type: string, title: Event}
        - {name: kind, type: string, title: Kind}
"""

CHART = """\
```chart {{#fig-rain}}
title: {caption}
description: Rain at the harbour and on the hill in each of six months of 2023.
data: measures-{set}
source: "@{source}, p. {page}"
transform:
  - filter: brief == '{key}'
mark: line
encoding:
  x: {{field: month, type: temporal, title: Month}}
  y: {{field: rain, type: quantitative, title: Rain in millimetres}}
  color: {{field: place, title: Place}}
```"""

TABLE = """\
```table {{#tbl-rain}}
data: measures-{set}
caption: {caption}
source: "@{source}, p. {page}"
where: brief == '{key}'
sort: month
columns:
  - {{field: month, label: Month}}
  - {{field: place, label: Place}}
  - {{field: rain, label: Rain in millimetres, align: right}}
  - {{field: passengers, label: Passengers, align: right}}
totals: [rain, passengers]
```"""

TIMELINE = """\
```timeline {{#tml-events}}
data: events-{set}
caption: {caption}
date: date
label: title
lanes: kind
where: brief == '{key}'
```"""


class Dialect:
    """How the calls in a text are written in Dossier's Markdown."""

    def __init__(self, full):
        self.full = full

    def heading(self, text):
        return f"## {text} {{#sec-{words.slug(text)}}}" if self.full else f"## {text}"

    def link(self, source, target, heading, text):
        path = f"{briefs.stem(target)}.md"
        if briefs.folder(source) != briefs.folder(target):
            path = f"../{briefs.folder(target)}/{path}"
        prefix = "sec-" if self.full else ""
        return f"[{text}]({path}#{prefix}{words.slug(heading)})"

    def cite(self, key, page):
        return f"[@{key}, p. {page}]"

    def reference(self, target, id):
        return f"@{id}" if target is None else f"@{briefs.stem(target)}:{id}"

    def chart(self, number, caption, source):
        return CHART.format(caption=caption, source=source[1], page=source[2], **_names(number))

    def table(self, number, caption, source):
        return TABLE.format(caption=caption, source=source[1], page=source[2], **_names(number))

    def timeline(self, number, caption):
        return TIMELINE.format(caption=caption, **_names(number))


def _names(number):
    return {"set": data.dataset(number // briefs.SHARED), "key": briefs.key(number)}


def text(parts, dialect):
    """The text of a brief, its calls written in the dialect."""
    return "".join(
        part if isinstance(part, str) else getattr(dialect, part[0])(*part[1:]) for part in parts
    )


def write(root, writer):
    scale = writer.scale
    content = root / "Content"
    content.mkdir(parents=True)
    site = SITE
    if scale.full:
        site += "citations: {sources: [sources/sources.json], style: author-date}\n"
        _write_data(content, writer)
    (content / "site.yaml").write_text(site)
    (content / "index.md").write_text("---\ntitle: Reports from the coast\n---\n\nMade up.\n")
    dialect = Dialect(scale.full)
    for number in range(scale.pages):
        if number % briefs.FOLDER == 0:
            folder = content / briefs.folder(number)
            folder.mkdir()
            (folder / "index.md").write_text(f"---\ntitle: {section_title(number)}\n---\n")
        brief = writer.brief(number)
        (folder / f"{briefs.stem(number)}.md").write_text(
            front_matter(brief) + text(brief.parts, dialect).rstrip("\n") + "\n"
        )


def section_title(number):
    return re.sub("-0*(?=[0-9])", " ", briefs.folder(number)).capitalize()


def front_matter(brief, more=""):
    return (
        f"---\ntitle: {brief.title}\nsummary: {brief.summary}\ndate: {brief.date}\n"
        f"topics: [{', '.join(brief.topics)}]\nauthors: [{', '.join(brief.authors)}]\n"
        f"tlp: CLEAR\n{more}---\n\n"
    )


def _write_data(content, writer):
    scale = writer.scale
    folder = content / "data"
    folder.mkdir()
    resources = []
    for index in range(scale.datasets):
        name = data.dataset(index)
        (folder / f"measures-{name}.csv").write_text(data.measures(scale, index))
        (folder / f"events-{name}.csv").write_text(data.events(scale, index))
        resources += [MEASURES.replace("NUMBER", name), EVENTS.replace("NUMBER", name)]
    (folder / "datapackage.yaml").write_text(
        "name: coast\ntitle: Made-up data to measure with\nresources:\n" + "\n".join(resources)
    )
    (content / "sources").mkdir()
    (content / "sources" / "sources.json").write_text(data.sources(writer.sources))
