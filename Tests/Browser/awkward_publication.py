"""A publication of what authors should not write and do: too long, too many, turned round, hostile.

Every text that an author can write holds markup that would run a script if it came through:
`window.__pwned` says afterwards whether any did.
"""

import json
import re

#: Markup that runs if a text is written as it is: as an element, out of an attribute, out of a
#: script's or a comment's text, and as a combining letter that hides a quotation mark from
#: whoever reads by graphemes.
HOSTILE = (
    "<script> window.__pwned=1 </script> "
    "<img src=x onerror=window.__pwned=2> "
    "\"'><svg onload=window.__pwned=3> "
    "\"\u0301 onmouseover=window.__pwned=4 x=\" "
    "--> ]]> </script></title> </textarea><!-- "
    "</style> {{page.title}} &lt;&#x3C;b&quot; \\u003c"
)
#: The same in Markdown, which has to be told that a `<` is one.
IN_MARKDOWN = re.sub(r"([\\\\<>&\[\]{}_!=`'\"-])", r"\\\1", HOSTILE)

LONG_WORDS = "A title that goes on and on " * 11
LONG_WORD = "Donaudampfschifffahrtsgesellschaft" * 9
URL = "https://example.org/" + "a-very-long-path/" * 20 + "?query=" + "x" * 200
NAME = "Maximiliane Alexandra von und zu " * 6 + "Ende"
#: Of one brief.
MANY_TOPICS = 2000


def quoted(text):
    """A text as YAML and JSON write it."""
    return json.dumps(text, ensure_ascii=False)


def front_matter(**fields):
    return "---\n" + "".join(f"{key}: {quoted(value)}\n" for key, value in fields.items()) + "---\n"


def page(body="", **fields):
    return front_matter(**fields) + "\n" + body


def pages():
    """The pages' sources by path."""
    hostile, markdown = HOSTILE, IN_MARKDOWN
    found = {
        "index.md": page("Bad input, all of it made up.\n", title="Awkward " + markdown),
        "briefs/index.md": page(title="Briefs"),
        "briefs/long-title.md": page(
            "Text.\n\n## " + LONG_WORDS + "\n\nText.\n",
            title=LONG_WORDS[:300], subtitle=LONG_WORDS, summary=LONG_WORDS * 3,
            date="2024-01-01", authors=[NAME], series=LONG_WORDS, topics=[LONG_WORDS],
        ),
        "briefs/long-word.md": page(
            f"{LONG_WORD} is a word, `{LONG_WORD}` is code, {URL} is an address.\n\n"
            f"## {LONG_WORD}\n\n- {LONG_WORD}\n\n> {LONG_WORD}\n\n"
            f"| {LONG_WORD} | b |\n|---|---|\n| {LONG_WORD} | {URL} |\n\n[^a]\n\n[^a]: {URL}\n",
            title=LONG_WORD[:300], subtitle=LONG_WORD, summary=LONG_WORD,
            date="2024-01-02", authors=[LONG_WORD[:200]], series=LONG_WORD, topics=[LONG_WORD],
        ),
        "briefs/empty.md": page(title="A brief without text", date="2024-01-03"),
        "briefs/names.md": page(
            "Names that run from right to left: [محمّد](../people/other.md), אברהם (1924–2001), "
            "\u202eturned round\u202c, and on.\n\n"
            "```table {#tbl-names}\ncaption: Names\ndata: names\ncolumns: [name, note]\n```\n",
            title="نور سعيد and others (2024)", date="2024-01-05",
            authors=["نور سعيد", "דוד כהן", "Mika Koch"], topics=["المدّ", "tides"],
        ),
        "briefs/deep.md": page(
            "".join(f"{'#' * level} Level {level}\n\nText.\n\n" for level in range(2, 7))
            + "> " * 30 + "deep in quotations\n\n"
            + "".join("  " * level + f"- item {level}\n" for level in range(30)),
            title="Deep nesting", date="2024-01-06",
        ),
        "briefs/rows.md": page(
            "```table {#tbl-rows}\ncaption: " + quoted(LONG_WORDS * 12) + "\n"
            "data: rows\n```\n\n"
            "```chart {#fig-rows}\ntitle: " + quoted(LONG_WORDS * 12) + "\n"
            "description: " + quoted(LONG_WORDS * 4) + "\ndata: rows\nmark: bar\nencoding:\n"
            "  x: {field: name, type: nominal}\n  y: {field: count, type: quantitative}\n"
            "transform: [{filter: \"count < 9\"}]\n```\n",
            title="A thousand rows and huge captions", date="2024-01-07",
        ),
        "briefs/hostile.md": page(
            f"Text {markdown} and a footnote[^h], a citation [@hostile, p. {quoted('3')}], "
            f"a value `{{value}} hostile[1].text`, ![{markdown}](../assets/dot.svg \"t\").\n\n"
            f"[^h]: {markdown}\n\n## {markdown}\n\n`{hostile.replace('`', '')}`\n\n"
            f"```html\n{hostile}\n```\n\n"
            f"| {markdown} |\n|---|\n| {markdown} |\n\n> [!NOTE]\n> {markdown}\n\n"
            "```table {#tbl-hostile}\n"
            f"caption: {quoted(markdown)}\nnote: {quoted(markdown)}\nsource: {quoted(markdown)}\n"
            f"data: hostile\ncolumns:\n  - {{field: text, label: {quoted(markdown)}}}\n"
            "  - {field: count, bar: true}\n```\n\n"
            "```chart {#fig-hostile}\n"
            f"title: {quoted(markdown)}\ndescription: {quoted(hostile)}\nnote: {quoted(markdown)}\n"
            f"source: {quoted(markdown)}\ndata: hostile\nmark: bar\nencoding:\n"
            f"  x: {{field: text, type: nominal, title: {quoted(hostile)}}}\n"
            f"  y: {{field: count, type: quantitative, title: {quoted(hostile)}}}\n"
            "  color: {field: text, type: nominal}\n  tooltip: {field: text, type: nominal}\n```\n\n"
            "```timeline {#tml-hostile}\n"
            f"caption: {quoted(markdown)}\ndata: hostile\ndate: date\nlabel: text\nlanes: text\n```\n",
            title=markdown, subtitle=markdown, summary=markdown, series=hostile, number=7,
            date="2024-01-08", updated="2024-01-09", authors=["evil", hostile],
            translators=[hostile], topics=[hostile, "tides"], license=hostile,
        ),
        "people/index.md": page(title="People " + markdown),
        "people/evil.md": page(markdown + "\n", title=markdown, aliases=[hostile, NAME]),
        "people/other.md": page("Text.\n", title="محمّد بن عليّ (Kabul)"),
    }
    return found


def write_awkward(project):
    """Writes the sources of the publication into a folder."""
    content = project / "Content"
    for path, text in pages().items():
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (content / "site.yaml").write_text(
        f"title: {quoted(HOSTILE)}\ndescription: {quoted(HOSTILE)}\nlanguage: en\n"
        "baseURL: https://example.org/awkward/\n"
        f"publisher: {{name: {quoted(HOSTILE)}, place: {quoted(HOSTILE)}, url: 'https://example.org/'}}\n"
        f"navigation:\n  - {{title: {quoted(HOSTILE)}, path: briefs/index.md}}\n"
        f"  - {{title: {quoted(NAME)}, path: people/index.md}}\n"
        f"taxonomies: [topics]\ncollections: {{people: {{title: {quoted(HOSTILE)}}}}}\n"
        f"people: {{evil: {{name: {quoted(HOSTILE)}, affiliation: {quoted(HOSTILE)}}}}}\n"
        "citations: {sources: [sources.json]}\n",
        encoding="utf-8",
    )
    fields = "title", "container-title", "publisher", "publisher-place", "note", "abstract"
    source = {key: HOSTILE for key in fields}
    source |= {
        "id": "hostile", "type": "report", "issued": {"date-parts": [[2021]]}, "URL": URL,
        "author": [{"family": HOSTILE, "given": HOSTILE}, {"literal": HOSTILE}],
    }
    (content / "sources.json").write_text(json.dumps([source]), encoding="utf-8")
    (content / "assets").mkdir()
    (content / "assets" / "dot.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>',
        encoding="utf-8",
    )
    data = content / "data"
    data.mkdir()

    def table(name, *rows):
        lines = (",".join('"' + str(cell).replace('"', '""') + '"' for cell in row) for row in rows)
        (data / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    table("hostile", ["id", "text", "count", "date"],
          [1, HOSTILE, 4, "2024-01-01"], [2, "plain", 5, "2024-02"])
    table("rows", ["name", "count", "remark"],
          *[[f"row {row}", row, f"A remark on the row {row}."] for row in range(1, 1001)])
    table("names", ["name", "note"], ["نور سعيد", "first"], ["אברהם", "second (1924)"],
          ["Mika \u202eKoch", "turned round"], [NAME, LONG_WORD])
    (data / "datapackage.yaml").write_text(
        f"name: awkward\ntitle: {quoted(HOSTILE)}\nresources:\n"
        f"  - name: hostile\n    path: hostile.csv\n    title: {quoted(HOSTILE)}\n"
        f"    description: {quoted(HOSTILE)}\n    events: {{date: date, label: text}}\n"
        f"    sources: [{{title: {quoted(HOSTILE)}, path: 'https://example.org/'}}]\n"
        "    schema:\n      primaryKey: id\n      fields:\n"
        "        - {name: id, type: integer}\n"
        f"        - {{name: text, type: string, title: {quoted(HOSTILE)}, description: {quoted(HOSTILE)}}}\n"
        f"        - {{name: count, type: integer, title: {quoted(HOSTILE)}}}\n"
        "        - {name: date, type: string, rdfType: 'http://id.loc.gov/datatypes/edtf'}\n"
        "  - {name: rows, path: rows.csv, title: A thousand rows}\n"
        f"  - {{name: names, path: names.csv, title: {quoted(LONG_WORD)}}}\n",
        encoding="utf-8",
    )


def write_topics(project):
    """Writes the sources of a publication with one brief, which has far too many topics."""
    content = project / "Content"
    (content / "briefs").mkdir(parents=True)
    (content / "site.yaml").write_text(
        "title: Topics\ntaxonomies: [topics]\n", encoding="utf-8"
    )
    (content / "index.md").write_text(page(title="Topics"), encoding="utf-8")
    (content / "briefs" / "topics.md").write_text(
        page(
            "Text.\n",
            title="A brief of many topics",
            date="2024-01-04",
            topics=[f"topic {number}" for number in range(1, MANY_TOPICS + 1)],
        ),
        encoding="utf-8",
    )
