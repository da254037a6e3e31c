"""A publication in Arabic: it runs to the left, and speaks no English around its text."""

import re
import subprocess

import pytest

FILES = {
    "site.yaml": """
title: أوراق الميناء
language: ar
license: CC-BY-4.0
navigation:
  - {title: التقارير, path: briefs/index.md}
collections: {ships: {title: السفن}}
""",
    "index.md": """---
title: أوراق الميناء
summary: كل ما نعرفه عن الميناء.
---

ابدأ من [تقرير الأمطار](briefs/rain.md).
""",
    "briefs/index.md": "---\ntitle: التقارير\n---\n",
    "briefs/rain.md": """---
title: الأمطار في الميناء
authors: [ليلى حداد, سامي منصور]
topics: [الطقس]
series: تقارير موجزة
---

ازدادت الأمطار[^1]. انظر @tbl-rain.

## القياسات

```table {#tbl-rain}
data: rain
caption: الأمطار بالمليمتر
```

> [!WARNING]
> لا تُقارَن القياسات.

## السفن

تأخرت [عايدة](../ships/aida.md).

| السفينة | السعة |
|---|---:|
| عايدة | 120 |

[^1]: من محطة الميناء.
""",
    "ships/aida.md": "---\ntitle: عايدة\naliases: [السفينة البيضاء]\n---\n\nسفينة.\n",
    "data/datapackage.yaml": """
name: port
resources:
  - name: rain
    path: rain.csv
    title: الأمطار
    schema:
      fields: [{name: year, type: year, title: السنة}, {name: mm, type: integer, title: مليمتر}]
""",
    "data/rain.csv": "year,mm\n2019,610\n2020,640\n2021,700\n",
}

#: Names that are written in Latin letters in any language: of formats, of the data, of the program.
LATIN = {"CSV", "JSON", "Atom", "Dossier", "English", "rain", "csv", "data", "year", "mm"}
LATIN |= {"Creative", "Commons", "Attribution", "International"}


@pytest.fixture(scope="module")
def site(program, tmp_path_factory):
    folder = tmp_path_factory.mktemp("arabic")
    for path, text in FILES.items():
        file = folder / "Content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    built = subprocess.run(
        [program, "build", "--strict", "--project", folder], capture_output=True, text=True
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return folder / "Site"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "path", ["index", "briefs/rain", "ships/aida", "data/rain", "search", "sitemap", "404"]
)
def test_a_page_runs_to_the_left_and_speaks_arabic(site, path, width, open_tab):
    tab = open_tab(width=width)
    tab.goto((site / f"{path}.html").as_uri())
    assert tab.evaluate("getComputedStyle(document.body).direction") == "rtl"
    beyond = tab.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert beyond <= 0
    words = set(re.findall("[A-Za-z]{2,}", tab.inner_text("body")))
    assert words <= LATIN, words - LATIN
    # What is read aloud and not seen.
    labels = tab.eval_on_selector_all(
        "[aria-label]", "all => all.map((e) => e.getAttribute('aria-label'))"
    )
    assert not [label for label in labels if re.search("[A-Za-z]{2,}", label)], labels


def test_what_is_found_is_counted_as_arabic_counts(site, open_tab):
    tab = open_tab()
    tab.goto((site / "search.html").as_uri())
    for query, count in [("عايدة", "صفحتان"), ("سفينة", "صفحة واحدة")]:
        tab.evaluate("document.getElementById('search.status').textContent = ''")
        tab.fill("form.search input", query)
        tab.wait_for_function("() => document.getElementById('search.status').textContent !== ''")
        assert tab.inner_text("[id='search.status']") == count, query
