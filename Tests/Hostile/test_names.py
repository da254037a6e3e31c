"""Names of files, keys and people that other systems read otherwise, or that are too long."""

import os
import unicodedata

import pytest

NAMES = [
    "CON",
    "aux",
    "nul",
    "LPT1",
    "a:b",
    "a?b",
    "a#b",
    "a%2Fb",
    "a%00b",
    "a\\b",
    "a b ",
    " a",
    "a.",
    "..a",
    "a..",
    "-rf",
    "--output",
    "a\nb",
    "a\rb",
    "a\tb",
    "a\x1b[31mb",
    "a\x7fb",
    "a\u202eb",
    "a\u200bb",
    "\ufeffa",
    "a\u2028b",
    "a'b",
    'a"b',
    "a<script>b",
    "a&b",
    "a;b",
    "a$(id)",
    "a`id`",
    "{{page.title}}",
    "%s%n",
    "é",
    "e\u0301",
    "ﬁ",
    "\U0001f600",
    "index.html",
    "a.html",
    "a.md",
    "404",
    "search",
    "sitemap",
    "robots",
    "feed",
    "x" * 240,
]


@pytest.mark.parametrize("name", NAMES)
def test_names_of_pages_folders_and_assets(publication, name):
    publication.page(f"{name}.md", "A", "[b](index.md)")
    publication.page(f"{name}/in.md", "In", "Text.")
    publication.write(f"{name}.png", b"x")
    publication.write(f"assets/{name}", b"x")
    publication.write(f"data/{name}.csv", "id\n1\n")
    publication.build()
    said = publication.run("check").stdout
    assert "\x1b" not in said and "\u202e" not in said and "\x7f" not in said and "\r" not in said


def test_names_that_are_not_unicode(publication):
    for name in [b"\xff.md", b"a\xc3.csv", b"\xed\xa0\x80.png", b"\x80/in.md"]:
        path = os.path.join(os.fsencode(publication.content), name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(b"---\ntitle: A\n---\n")
    publication.build()


@pytest.mark.parametrize(
    "pair",
    [
        ("A", "a"),
        ("É", "é"),
        ("é", "e\u0301"),
        ("ß", "SS"),
        ("ﬁ", "FI"),
        ("K", "\u212a"),
        ("İ", "i\u0307"),
        ("Σ", "ς"),
        ("a/index", "a"),
    ],
)
def test_names_that_are_one_elsewhere(publication, pair):
    for name in pair:
        publication.page(f"{name}.md", name, "Text.")
        publication.write(f"assets/{name}.png", b"x")
    found = publication.build()
    first, second = (unicodedata.normalize("NFC", name.lower()) for name in pair)
    if first == second:
        assert "output-conflict" in {diagnostic["code"] for diagnostic in found}


def test_files_that_would_be_folders(publication):
    publication.page("a.md", "A", "Text.", redirects=["/b.html/", "/index.html/x/", "/index.html"])
    publication.write("a.html/b.png", b"x")
    publication.write("index.html/x.png", b"x")
    publication.build("output-conflict")


def test_names_too_long_for_what_is_made_of_them(publication):
    """A name that fits with `.md` may not fit with `.html`, nor a folder with all its figures."""
    publication.page("x" * 252 + ".md", "Long")
    publication.page("/".join(["y" * 200] * 15) + "/deep.md", "Deep")
    done = publication.run("build")
    assert "traceback" not in done.stderr.lower()


@pytest.mark.parametrize("length", [4_000, 200_000])
def test_long_titles_topics_keys_and_ids(publication, length):
    word = "x" * length
    publication.write(
        "site.yaml",
        f"title: {word}\ntaxonomies: [topics, {word[:3_000]}]\nbaseURL: https://example.org/\n",
    )
    publication.page(
        "a.md",
        word,
        f"## {word}\n\n[x](#{word})\n\n`{word}`\n\n[^{word}]\n\n[^{word}]: x\n",
        topics=[word],
        series=word,
        authors=[word],
        date="2024-01-01",
        summary=word,
        subtitle=word,
    )
    publication.build(memory=1500, within=120)


def test_topics_that_differ_by_signs_alone(publication):
    publication.write("site.yaml", "title: H\ntaxonomies: [topics]\n")
    publication.page(
        "a.md",
        "A",
        topics=[
            "..",
            "/",
            ".",
            "a/b",
            "a b",
            "A b",
            "!!",
            "\0",
            "\u202e",
            "../../outside/x",
            "index",
            "<b>",
        ],
    )
    publication.build()


@pytest.mark.parametrize(
    "text",
    [
        "\0",
        "\x1b]0;title\x07",
        "\x1b[2J",
        "\u202edesrever\u202c",
        "\x85",
        "\ufffe",
        "\U000e0041",
        "\r",
        "\x08" * 50,
    ],
)
def test_signs_of_control_reach_neither_the_terminal_nor_the_pages(publication, text):
    publication.write(
        "a.md",
        f"---\ntitle: A{text}B\nsummry: {text}\n---\n\n[x{text}](y{text}.md) "
        f"![{text}]({text}.png) [@{text}a]\n\n## {text}\n",
    )
    publication.write("site.yaml", f'title: "H"\n{text}: 1\n')
    for format, signs in {
        "text": "\0\x1b\u202e\x85\x08\x07",
        "github": "\0\x1b\x08\x07",
        "sarif": "\0\x1b\x08\x07",
    }.items():
        said = publication.run("check", "--format", format).stdout
        assert not any(sign in said for sign in signs), format
