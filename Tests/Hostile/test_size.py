"""Input made to fill the memory, to overflow the stack or never to end."""

import json
import os

import pytest

DEEP = 100_000


def many(count):
    """A size that takes a program with its checks in long; a part of it will do for that.

    What took the square of the time would take minutes at that size too. Where DOSSIER_LARGE is
    set, as for a release, it is what it says.
    """
    return count if os.environ.get("DOSSIER_LARGE") else count // 25


def bomb(levels=40):
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in range(1, levels):
        lines.append(f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]")
    return "\n".join(lines) + f"\ntitle: *a{levels - 1}\n"


def self_containing():
    return "title: &a\n  b: *a\nc: &d [*d]\n"


def merges(levels=40):
    lines = ["a0: &a0 {x0: 1, y0: 2}"]
    for level in range(1, levels):
        lines.append(
            f"a{level}: &a{level} {{<<: [*a{level - 1}, *a{level - 1}], x{level}: *a{level - 1}}}"
        )
    return "\n".join(lines) + "\n"


YAML = {
    "bomb": bomb(),
    "self": self_containing(),
    "merges": merges(),
    "lists": "a: " + "[" * DEEP,
    "maps": "a: " + "{a: " * DEEP,
    "dashes": "- " * DEEP + "x",
    "closed": "a: " + "[" * DEEP + "]" * DEEP,
    "questions": "? " * DEEP + "x",
    "indents": "".join(" " * level + "a:\n" for level in range(1500)),
    "long": "title: " + "x" * many(30_000_000),
    "keys": "".join(f"k{number}: 1\n" for number in range(many(1_000_000))),
    "anchors": "".join(f"k{number}: &a{number} 1\n" for number in range(many(600_000))),
    "quoted": 'title: "' + "\\u0000" * many(1_000_000) + '"',
    "unclosed": "title: '" + "x\n" * many(1_000_000),
    "tags": "title: !!python/object/apply:os.system ['touch /tmp/x']\na: !<tag:x> b\n" + "!" * DEEP,
    "documents": "title: a\n---\n" * many(50_000),
    "flow": "a: [" + "a, " * 99_000 + "]",
    "directives": "%YAML 9.9\n%TAG ! tag:evil,\n" * 10_000 + "---\na: 1\n",
    "block": "title: |\n" + " x\n" * many(2_000_000),
    "base": "a: !!binary "
    + "A" * many(10_000_000)
    + "\nb: 0x"
    + "f" * many(10_000_000)
    + "\nc: 1:"
    + "60:" * many(1_000_000),
}


PLACES = ["site", "package", "block", "words", "sources", "rows"]
#: All in front matter; elsewhere those that once were of account somewhere.
READ_AS = [("front matter", name) for name in YAML] + [
    (place, name)
    for place in PLACES
    for name in ["bomb", "merges", "lists", "flow", "documents", "keys", "long"]
]


@pytest.mark.parametrize("place, name", READ_AS)
def test_yaml(publication, name, place):
    text = YAML[name]
    match place:
        case "front matter":
            publication.write("a.md", f"---\n{text}\n---\n\nText.\n")
        case "site":
            publication.write("site.yaml", text)
        case "package":
            publication.write("data/datapackage.yaml", text)
        case "block":
            publication.page("a.md", "A", f"```chart\n{text}\n```\n")
        case "words":
            publication.template("words/en.yaml", text)
        case "sources":
            publication.write("site.yaml", "title: H\ncitations: {sources: [s.yaml]}\n")
            publication.write("s.yaml", text)
        case "rows":
            publication.data([{"name": "t", "path": "t.yaml"}])
            publication.write("data/t.yaml", text)
    publication.build(memory=1500, within=90)


JSON = {
    "lists": "[" * DEEP,
    "maps": '{"a":' * DEEP,
    "closed": "[" * DEEP + "]" * DEEP,
    "long": '{"a": "' + "x" * many(50_000_000) + '"}',
    "numbers": "[" + "1e999999999," * 100_000 + "1]",
    "digits": "[" + "9" * many(5_000_000) + "]",
    "surrogates": '["' + "\\ud800" * many(500_000) + '"]',
    "keys": "{" + ",".join(f'"k{number}":1' for number in range(many(1_000_000))) + "}",
    "twice": "{" + ",".join('"a":1' for _ in range(many(1_000_000))) + "}",
    "nothing": "",
    "nul": "\0" * many(1_000_000),
    "rows": "[" + ",".join('{"id":1}' for _ in range(many(300_000))) + "]",
}


@pytest.mark.parametrize("place", ["package", "sources", "rows", "block", "inline"])
@pytest.mark.parametrize("name", JSON)
def test_json(publication, name, place):
    text = JSON[name]
    match place:
        case "package":
            publication.write("data/datapackage.json", text)
        case "sources":
            publication.write("site.yaml", "title: H\ncitations: {sources: [s.json]}\n")
            publication.write("s.json", text)
        case "rows":
            publication.data([{"name": "t", "path": "t.json"}])
            publication.write("data/t.json", text)
        case "block":
            publication.page("a.md", "A", f"```chart\n{text}\n```\n")
        case "inline":
            publication.write(
                "data/datapackage.json", f'{{"resources": [{{"name": "t", "data": {text}}}]}}'
            )
    publication.build(memory=1800, within=120)


MARKDOWN = {
    "quotes": "> " * DEEP + "x",
    "tight quotes": ">" * DEEP,
    "lists": "- " * DEEP + "x",
    "numbers": "1. " * DEEP + "x",
    "indented lists": "".join("  " * level + "- x\n" for level in range(1_500)),
    "mixed": "> - " * 20_000 + "x",
    "emphasis": "*a **a " * 50_000,
    "stars": "*" * 1_000_000,
    "underscores": "_a" * 300_000,
    "open brackets": "[" * DEEP,
    "brackets": "[a](" * 50_000,
    "images": "![" * 50_000,
    "image links": "![[]()" * 30_000,
    "closed brackets": "[" * 9_000 + "]" * 9_000,
    "backticks": "".join("e" + "`" * n for n in range(3_000)),
    "tildes": "~~a" * 200_000,
    "angles": "<" * 500_000,
    "tags": "<a b=" * 100_000,
    "comments": "<!--" * 200_000,
    "instructions": "<?" * many(200_000),
    "declarations": "<!A " * many(200_000),
    "data": "<![CDATA[" * 100_000,
    "entities": "&#x10FFFF;" * 200_000 + "&" * 200_000,
    "references": "".join(f"[{n}]: x\n" for n in range(50_000)) + "[x]" * 50_000,
    "one reference": "[a]: " + "b" * 100_000 + "\n\n" + "[a] " * 9_000,
    "notes": "".join(f"[^{n}] " for n in range(9_000))
    + "\n\n"
    + "".join(f"[^{n}]: x\n\n" for n in range(9_000)),
    "note in note": "[^0]\n\n"
    + "".join(f"[^{n}]: x[^{n + 1}]\n\n" for n in range(3_000))
    + "[^3000]: x\n",
    "note of itself": "x[^a]\n\n[^a]: y[^a] [^b]\n\n[^b]: z[^a]\n",
    "columns": "|a" * 5_000 + "|\n" + "|-" * 5_000 + "|\n" + "|b" * 5_000 + "|\n",
    "rows": "|a|\n|-|\n" + "|b|\n" * many(100_000),
    "wide head": "|a" * 60_000 + "\n" + "|-" * 60_000 + "\n" + "b\n" * 5_000,
    "headings": "# a\n\n" * many(20_000),
    "long heading": "# " + "a" * 1_000_000,
    "fences": "```\n" * 100_001,
    "long line": "word " * many(4_000_000),
    "nuls": "a\0" * 500_000,
    "alerts": "> [!NOTE]\n" * 50_000,
    "citations": "[@a; " * 30_000,
    "mentions": "@a " * many(100_000),
    "spans": "`{value} a.b`" * 5_000,
    "addresses": "https://a.b/" * 100_000,
    "mails": "a@" * 300_000,
    "dots": "www." * 200_000,
    "attributes": "# a {#" + "b" * 100_000 + "}\n\n" + "# c {" + "{" * 100_000,
    "quotation marks": "\"'" * 300_000,
    "hyphens": "-" * 500_000 + "a" + "--" * 200_000,
    "setext": "a\n" * 100_000 + "===",
    "html blocks": "<div>\n" * many(100_000),
    "tabs": "\t" * 500_000,
    "crs": "\r" * 300_000,
    "breaks": "a\\\n" * 200_000,
    "combining": "a" + "\u0301" * 500_000,
    "abbreviations": "".join(f"*[A{n}]: b\n" for n in range(2_000)) + "A1 A2 " * many(20_000),
}


@pytest.mark.parametrize("name", MARKDOWN)
def test_markdown(publication, name):
    publication.page("a.md", "A", MARKDOWN[name])
    publication.build(memory=2500, within=150)


@pytest.mark.parametrize("field", ["title", "summary", "subtitle", "caption", "site title", "alt"])
def test_markdown_in_fields(publication, field):
    for number, text in enumerate(
        ["*a **a " * 5_000, "[" * 50_000, "`" * 50_000, "x" * 500_000, "[a](" * 9_000]
    ):
        quoted = json.dumps(text)
        if field == "caption":
            publication.page(
                f"a{number}.md",
                "A",
                f"```table {{#tbl-a}}\ncaption: {quoted}\ndata: [{{a: 1}}]\n```\n",
            )
        elif field == "site title":
            publication.write("site.yaml", f"title: {quoted}\n")
        elif field == "alt":
            publication.page(f"a{number}.md", "A", f"![{text}](x.png)")
        else:
            publication.page(f"a{number}.md", **{"title": "A", field: text})
    publication.build(memory=1500, within=120)


CSV = {
    "one line": "id," + "x" * many(50_000_000),
    "one cell": 'id\n"' + "x" * many(50_000_000) + '"\n',
    "unclosed": 'id\n"' + "x,\n" * many(5_000_000),
    "columns": ",".join(f"c{n}" for n in range(many(100_000))) + "\n",
    "many columns of rows": ",".join(f"c{n}" for n in range(2_000))
    + "\n"
    + ("1," * 1_999 + "1\n") * many(500),
    "quotes": "id\n" + '"' * (many(5_000_000) + 1),
    "commas": "id\n" + "," * many(5_000_000),
    "lines": "id\n" + "\n" * many(5_000_000),
    "crs": "id\n" + "\r" * many(5_000_000),
    "nuls": "id\n" + "\0" * 1_000_000,
    "ragged": "a,b\n" + "1\n1,2,3\n" * many(100_000),
    "marks": "\ufeff" * 100_000,
    "names": ("a," * 5_000 + "a\n"),
    "estimates": "id\n" + "1000..2000\n" * many(100_000),
    "numbers": "id\n" + "9" * 1_000_000 + "\n1e308\n-1e308\n1e-320\nNaN\nInfinity\n",
    "dates": "id\n"
    + "Y-999999999\n10000000000-01-01\n9999-12-31/..\n-9999/9999\nY1E99\n0000-00-00\n",
}


@pytest.mark.parametrize("name", CSV)
def test_csv(publication, name):
    publication.data([{"name": "t", "path": "t.csv"}], t=CSV[name])
    publication.page("a.md", "A", "```table {#tbl-a}\ndata: t\ncaption: C\nlimit: 5\n```\n")
    publication.build(memory=2500, within=150)


PATTERNS = [
    "(a+)+$",
    "(a|a)*b",
    "(a|aa)+$",
    "(.*)*x",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
    "(a?){50}a{50}",
    "((a{1,100}){1,100}){1,100}",
    "a{1000000000}",
    "[" * 50_000,
    "(" * 50_000,
    "(?=a)*",
    "\\1" * 1_000,
    "(a)" * 30_000,
    "(?R)",
    "[\\0-\\uffff]+" * 500,
    "(x+x+)+y",
    "\\p{L}+" * 500,
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns(publication, pattern):
    publication.data(
        [
            {
                "name": "t",
                "path": "t.csv",
                "schema": {
                    "fields": [
                        {"name": "id", "constraints": {"pattern": pattern}},
                        {"name": "date", "type": "date", "format": pattern},
                    ]
                },
            }
        ],
        t="id,date\n" + ("a" * 30_000 + "!,2024\n") * 10,
    )
    quoted = json.dumps(pattern)
    publication.page(
        "a.md",
        "A",
        f"```table {{#tbl-a}}\ndata: t\ncaption: C\nwhere: "
        f"{json.dumps(f'test(/{pattern[:500]}/, id)')}\n```\n\n"
        f"```chart\ndescription: D\ndata: t\nmark: point\ntransform: [{{filter: "
        f"{json.dumps(f'test(regexp({quoted}), datum.id)')}}}]\n"
        "encoding: {x: {field: id}}\n```\n",
    )
    publication.build(memory=1500, within=120)


QUERIES = [
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) AS c FROM n",
    "WITH RECURSIVE n(x) AS (SELECT 'a' UNION ALL SELECT x || x FROM n) SELECT x FROM n",
    "SELECT a.id FROM t a, t b, t c, t d, t e",
    "SELECT group_concat(a.id || hex(zeroblob(1000)), '') AS x FROM t a, t b, t c",
    "SELECT replace(hex(zeroblob(100000)), '0', hex(zeroblob(100000))) AS x",
    "SELECT 1 AS a " + "UNION SELECT 1 " * 5_000,
    "SELECT " + "(" * 50_000,
    "SELECT " + "-" * 500_000 + "1",
    "SELECT " + "1+" * 100_000 + "1 AS a",
    "SELECT '" + "x" * 5_000_000,
    "SELECT id FROM t WHERE id LIKE '" + "%a" * 20_000 + "b'",
    "SELECT id FROM t WHERE id GLOB '" + "*a" * 5_000 + "b'",
    "SELECT " + ", ".join(f"{n} AS c{n}" for n in range(3_000)),
    "SELECT printf('%1000000000d', 1) AS a",
    "SELECT json_extract('" + "[" * 100_000 + "', '$') AS a",
]


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_queries(publication, query):
    publication.data(
        [{"name": "t", "path": "t.csv"}],
        t="id\n" + "".join(f"{'a' * 2_000}{n}\n" for n in range(300)),
    )
    publication.write("data/q.sql", query)
    publication.page(
        "a.md",
        "A",
        f"```sql {{#own}}\n{query}\n```\n\n```table {{#tbl-a}}\ndata: own\ncaption: C\nlimit: 3\n"
        f"```\n",
    )
    publication.build(memory=2500, within=300)
