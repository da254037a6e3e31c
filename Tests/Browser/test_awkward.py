"""Bad input: too long, too many, turned round and hostile. It looks right, and nothing of it runs."""

import csv
import json
import re
import subprocess
import xml.etree.ElementTree as ElementTree

import icalendar
import pytest
from awkward_publication import HOSTILE, MANY_TOPICS, write_awkward, write_topics
from axe_playwright_python.base import AXE_FILE_PATH
from publication import Publication, words
from test_accessibility import LEVELS, RUN
from test_checker import messages
from test_layout import STICKING_OUT

#: Pages that stick out on a wide screen too, and are left to the narrow ones.
DEEP_OR_LONG = {"briefs/deep.html", "briefs/long-word.html"}

#: What a page holds that a browser would run, however it came there.
RUNNING = """() => [...document.querySelectorAll('*')].flatMap((e) => [
  ...(e.localName === 'script' && !/assets\\/|search\\//.test(e.src) &&
      e.type !== 'application/ld+json' ? ['a script'] : []),
  ...[...e.attributes].filter((a) => /^on/i.test(a.name)).map((a) => `${e.localName} ${a.name}`),
  ...(/^(javascript|data):/i.test(e.getAttribute('href') || e.getAttribute('src') || '')
      ? [`${e.localName} leads to a script`] : []),
  ...(e.localName === 'img' && e.getAttribute('src') === 'x' ? ['an image'] : []),
])"""


def build(program, project):
    run = subprocess.run([program, "build"], cwd=project, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    return project / "Site"


@pytest.fixture(scope="module")
def awkward(program, tmp_path_factory):
    project = tmp_path_factory.mktemp("awkward")
    write_awkward(project)
    return Publication(build(program, project), "/awkward/")


@pytest.fixture(scope="module")
def topics(program, tmp_path_factory):
    """The folder of a site with a brief that has far too many topics."""
    project = tmp_path_factory.mktemp("topics")
    write_topics(project)
    return build(program, project)


def address(site, page):
    return site.root.as_uri() + "/" + page.path


def test_the_publication_holds_the_markup_in_every_kind_of_text(awkward):
    """Else nothing below would say anything."""
    page = awkward.pages["briefs/hostile.html"]
    said = " ".join(words(page.root).split())
    assert said.count("window.__pwned=1") > 40
    for name in ("subtitle", "summary", "author", "affiliation", "kicker", "topics", "figure-title",
                 "figure-note", "figure-source", "cite-entry", "citation", "footnotes", "alert",
                 "bibliography", "masthead-title", "masthead-nav", "colophon-notes", "value",
                 "breadcrumbs"):
        assert any("<script>" in words(e) for e in page.with_class(name)), f"not in .{name}"
    for tag in ("title", "h1", "h2", "th", "td", "code", "desc", "text"):
        assert any("<script>" in words(e) for e in page.named(tag)), f"not in <{tag}>"
    assert any("<script>" in image.get("alt", "") for image in page.named("img"))


def test_no_markup_of_a_text_comes_through(awkward, open_tab, findings):
    tab = open_tab()
    tab.on("dialog", lambda dialog: findings.append("a dialog"))
    tab.on("pageerror", lambda error: findings.append(f"{tab.url}: {error}"))
    for page in awkward.pages.values():
        findings.extend(f"{page}: {error}" for error in page.parse_errors)
        tab.goto(address(awkward, page))
        tab.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
        if tab.evaluate("window.__pwned"):
            findings.append(f"{page}: attack {tab.evaluate('window.__pwned')} ran")
        findings.extend(f"{page}: holds {found}" for found in tab.evaluate(RUNNING))
    # A template that was run on a text would have put the title in its place.
    assert "{{page.title}}" in words(awkward.pages["briefs/hostile.html"].named("h1")[0])


def test_no_picture_by_itself_runs_anything(awkward, open_tab, findings):
    tab = open_tab()
    pictures = [path for name, path in awkward.files.items() if name.endswith(".svg")]
    assert len(pictures) > 3
    for path in pictures:
        ElementTree.parse(path)
        tab.goto(path.as_uri())
        if tab.evaluate("window.__pwned"):
            findings.append(f"{path.name}: an attack ran")
        findings.extend(f"{path.name}: holds {found}" for found in tab.evaluate(RUNNING))


def test_a_search_shows_markup_as_text(awkward, open_tab):
    tab = open_tab()
    problems = []
    tab.on("pageerror", lambda error: problems.append(str(error)))
    for query in ("script", "pwned", HOSTILE):
        tab.goto(awkward.root.as_uri() + "/search.html")
        tab.fill("form.search input", query)
        tab.wait_for_selector("[id='search.results'] .entry-title")
        assert "<script>" in tab.inner_text("[id='search.results']")
        assert not tab.evaluate("window.__pwned") and not tab.evaluate(RUNNING)
    assert not problems


def test_what_machines_read_is_whole(awkward):
    """Every file that is meant for a program is read by one, and says the text as it was written."""
    kinds = {}
    for name, path in awkward.files.items():
        kind = name.rpartition(".")[2]
        if kind == "png":
            continue
        text = path.read_text(encoding="utf-8")
        kinds.setdefault(kind, []).append(text)
        if kind in ("xml", "svg"):
            ElementTree.fromstring(text)
        elif kind == "json":
            json.loads(text)
        elif kind == "ics":
            assert icalendar.Calendar.from_ical(text).walk("VEVENT")
        elif kind == "csv":
            widths = {len(row) for row in csv.reader(text.splitlines(keepends=True), strict=True)}
            assert len(widths) == 1, name
        elif kind == "js" and name.startswith("search/"):
            # A call with data, and nothing else: what a script element runs is data alone.
            call = re.fullmatch(r"dossierSearch\(\"\w+\",\d+,(.*)\);\n", text, re.DOTALL)
            json.loads(call[1])
            assert "<" not in text, name
    assert {"xml", "svg", "json", "ics", "csv", "js", "bib", "ris"} <= set(kinds)
    feed = ElementTree.parse(awkward.files["feed.xml"])
    titles = [e.text for e in feed.iter("{http://www.w3.org/2005/Atom}title")]
    assert HOSTILE in titles


def test_what_a_page_says_to_search_engines_is_data(awkward):
    seen = 0
    for page in awkward.pages.values():
        for script in page.named("script"):
            if script.get("type") == "application/ld+json":
                seen += 1
                json.loads(script.text)
                assert "<" not in script.text, page
    assert seen > len(awkward.pages)
    said = [json.loads(s.text) for s in awkward.pages["briefs/hostile.html"].named("script")
            if s.get("type") == "application/ld+json"]
    report = next(each for each in said if each["@type"] == "Report")
    assert report["author"][0]["name"] == HOSTILE


def test_the_checker_finds_nothing(awkward, findings):
    for message in messages(awkward.root):
        findings.append(f"{message.get('url')}:{message.get('lastLine')}: {message['message']}")


@pytest.mark.parametrize("width", [1280, 390])
def test_no_awkward_page_breaks_a_rule(width, awkward, open_tab, findings):
    axe = AXE_FILE_PATH.read_text(encoding="utf-8")
    tab = open_tab(width=width)
    for page in awkward.pages.values():
        if page.path.startswith("briefs/") or page.path in ("index.html", "sources.html"):
            tab.goto(address(awkward, page))
            tab.evaluate(axe)
            findings += [f"{page}: {violation}" for violation in tab.evaluate(RUN, LEVELS)]


@pytest.mark.parametrize("width", [1280, 768, 390, 320])
def test_no_awkward_page_scrolls_sideways(width, awkward, open_tab, findings):
    tab = open_tab(width=width)
    for page in awkward.pages.values():
        if width == 1280 and page.path in DEEP_OR_LONG:
            continue
        tab.goto(address(awkward, page))
        tab.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
        problem = tab.evaluate(STICKING_OUT)
        if problem:
            findings.append(f"{page}: {problem}")


def test_a_brief_without_text_has_all_but_text(awkward):
    page = awkward.pages["briefs/empty.html"]
    assert words(page.named("h1")[0]) == "A brief without text"
    assert page.with_class("cite-entry") and not page.with_class("contents")


def test_a_thousand_rows_stand_in_one_table(awkward, open_tab):
    tab = open_tab()
    tab.goto(address(awkward, awkward.pages["briefs/rows.html"]))
    assert tab.locator("#tbl-rows tbody tr").count() == 1000
    tab.locator("#tbl-rows thead button").nth(1).click()
    tab.locator("#tbl-rows thead button").nth(1).click()
    assert tab.locator("#tbl-rows tbody tr").first.inner_text().startswith("row 1000")


def test_names_from_right_to_left_keep_to_their_places(awkward, open_tab):
    """The words around such a name stand where they were written."""
    tab = open_tab()
    tab.goto(address(awkward, awkward.pages["briefs/names.html"]))
    places = tab.evaluate(
        """() => [...document.querySelectorAll('.authors li, #tbl-names td, #tbl-names th')]
             .map((e) => getComputedStyle(e).display)"""
    )
    assert places and "inline" not in places
    heading = tab.locator("h1").evaluate(
        """(h1) => {
          const range = document.createRange();
          const text = h1.firstChild;
          const left = (at) => {
            range.setStart(text, at); range.setEnd(text, at + 1);
            return range.getBoundingClientRect().left;
          };
          return [left(0), left(text.length - 1)];
        }"""
    )
    assert heading[0] < heading[1], "The year in brackets does not end the title."


def test_a_brief_of_many_topics_is_in_each(topics, open_tab, findings):
    pages = [path for path in (topics / "topics").glob("*.html") if path.stem != "index"]
    assert len(pages) == MANY_TOPICS
    tab = open_tab()
    for path in ("briefs/topics.html", "topics/index.html", "topics/topic-7.html"):
        tab.goto((topics / path).as_uri())
        for width in (1280, 390, 320):
            tab.set_viewport_size({"width": width, "height": 800})
            problem = tab.evaluate(STICKING_OUT)
            if problem:
                findings.append(f"{path} at {width} px: {problem}")
    tab.goto((topics / "topics/index.html").as_uri())
    assert tab.locator(".terms li").count() == MANY_TOPICS
