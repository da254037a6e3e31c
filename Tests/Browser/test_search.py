"""The search: from a host, from a disk, by keyboard, in other spellings, and without a script."""

import json
import re
import subprocess

import pytest


def titles(tab, query):
    """What a query finds: the titles of the pages shown."""
    # What is found is said last, so that nothing of an earlier query is left then.
    tab.evaluate("document.getElementById('search.status').textContent = ''")
    tab.fill("form.search input", query)
    tab.wait_for_function("() => document.getElementById('search.status').textContent !== ''")
    return tab.eval_on_selector_all(
        "[id='search.results'] .entry-title", "all => all.map((e) => e.textContent)"
    )


@pytest.fixture(params=["published", "disk"])
def tab(request, addresses, open_tab):
    tab = open_tab()
    tab.goto(getattr(addresses, request.param) + "search.html")
    return tab


def test_pages_are_found_by_any_spelling_and_form_of_a_word(tab):
    assert titles(tab, "Ḥaqqānī")[0] == "Haqqani organisation"
    assert titles(tab, "haqqani") == titles(tab, "HAQQĀNĪ")
    assert titles(tab, "attacked")[0] == titles(tab, "attack")[0] == "Attacks at home and abroad"
    assert "Sirajuddin Haqqani" in titles(tab, "sirajud")
    assert titles(tab, "strength estimates")[:1] == ["Estimates of strength, 2015 to 2022"]
    assert titles(tab, "qqqq zzzz") == []


def test_results_show_where_the_words_stand_and_lead_there(tab):
    titles(tab, "mosque kunduz")
    marked = tab.eval_on_selector_all(
        "[id='search.results'] mark", "all => all.map((e) => e.textContent.toLowerCase())"
    )
    assert "mosque" in marked and "kunduz" in marked
    tab.locator("[id='search.results'] a").first.click()
    tab.wait_for_url(lambda address: not address.endswith("search.html"))
    tab.wait_for_selector("h1")


def test_a_key_leads_to_the_search_but_not_while_writing(addresses, open_tab):
    tab = open_tab()
    tab.goto(addresses.published + "briefs/strength.html")
    tab.keyboard.press("/")
    tab.wait_for_url("**/search.html#search.query")
    tab.wait_for_function("() => document.activeElement.id !== ''")
    assert tab.evaluate("document.activeElement.id") == "search.query"
    tab.keyboard.type("a/b")
    assert tab.input_value("form.search input") == "a/b"


def test_an_address_can_hold_a_query(addresses, open_tab):
    tab = open_tab()
    tab.goto(addresses.published + "search.html?q=kunar")
    tab.wait_for_selector("[id='search.results'] .entry-title")
    assert "Kunar" in tab.inner_text("[id='search.results']")


def test_without_a_script_the_page_leads_to_all_pages(addresses, open_tab):
    tab = open_tab(java_script_enabled=False)
    tab.goto(addresses.published + "search.html")
    assert not tab.locator("form.search").is_visible()
    tab.locator("main a[href='sitemap.html']").click()
    tab.wait_for_url("**/sitemap.html")
    tab.wait_for_selector("footer")
    assert tab.locator("main a").count() > 100


DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def pages_of(entry):
    """The pages that an entry of the index leads to."""
    numbers, number, shift = [], 0, 0
    for letter in entry:
        digit = DIGITS.index(letter)
        number += (digit & 31) << shift
        shift += 5
        if digit < 32:
            numbers.append(number)
            number = shift = 0
    at = 1
    while at < len(numbers):
        page = 0
        for gap in numbers[at + 2 : at + 2 + numbers[at + 1]]:
            page += gap
            yield page
        at += 2 + numbers[at + 1]


def test_the_script_parts_and_stems_words_as_the_index_does(publication, addresses, open_tab):
    """Each word of each page's title and text is in the index, under the stem that the script makes."""
    folder = publication.root / "search"

    def data(path):
        return json.loads(re.fullmatch(r"dossierSearch\(\"\w+\",\d+,(.*)\);\n", path.read_text("utf-8"), re.S)[1])

    terms = {}
    for path in folder.glob("terms-*.js"):
        terms.update(data(path))
    index = data(folder / "index.js")
    pages = []
    for number in range(len(index["texts"])):
        pages += data(folder / f"texts-{number}.js")
    assert len(pages) == index["count"] > 50
    held = {}
    for stem, entry in terms.items():
        for page in pages_of(entry):
            held.setdefault(page, set()).add(stem)
    tab = open_tab()
    tab.goto(addresses.published + "search.html")
    missing = tab.evaluate(
        """([pages, languages]) => pages.map((page) =>
             dossierSearch.words(page[0] + ' ' + page[3])
               .map((found) => dossierSearch.stems(found.word, languages)))""",
        [pages, index["languages"]],
    )
    lost = []
    for number, words in enumerate(missing):
        for stems in words:
            if not any(stem in held[number] for stem in stems):
                lost.append((pages[number][1], stems))
    # A text is cut between two words at most.
    assert len(lost) <= 3, lost[:20]


def test_the_beginning_of_a_word_is_looked_up_in_every_part_of_the_index(
    program, tmp_path, open_tab
):
    """The words that begin with it fill several files, and only the middle one has this page's."""
    content = tmp_path / "Content"
    content.mkdir()
    (content / "site.yaml").write_text("title: Words\n", encoding="utf-8")
    letters = "abcdefghijklmnopqr"
    many = ["mi" + a + b + c for a in letters for b in letters for c in letters]
    for name, text in {
        "index": "Front.",
        "many": " ".join(many),
        "both": f"Quetzalcoatl {many[len(many) // 2]}",
        "one": "Quetzalcoatl",
    }.items():
        (content / f"{name}.md").write_text(f"---\ntitle: {name}\n---\n\n{text}\n", "utf-8")
    subprocess.run([program, "build"], cwd=tmp_path, check=True, capture_output=True)
    assert len(list((tmp_path / "Site" / "search").glob("terms*"))) > 2
    tab = open_tab()
    tab.goto((tmp_path / "Site" / "search.html").as_uri())
    assert titles(tab, "quetzalcoatl mi") == ["both"]
