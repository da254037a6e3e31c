"""Notes and sources in the margin of wide screens: beside their lines, in nobody's way."""

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from test_accessibility import LEVELS, RUN
from test_layout import STICKING_OUT

WIDE = 1400
#: From CSS pixels: how far a note may be from the line that refers to it.
REACH = 320

#: Where the notes that show stand, and what else reaches into the margin.
NOTES = """() => {
  const frame = document.querySelector('.margin-notes');
  if (!frame) return {notes: [], blocks: [], marks: []};
  const box = (e) => { const b = e.getBoundingClientRect();
    return {left: b.left, right: b.right, top: b.top + scrollY, bottom: b.bottom + scrollY,
            text: e.textContent.trim().replace(/\\s+/g, ' ')}; };
  const shows = (e) => e.checkVisibility({visibilityProperty: true})
    && e.getBoundingClientRect().height > 0;
  const blocks = [...document.querySelectorAll(
    '.prose > *, .prose figure, .prose table, .column > :not(.prose, .margin-notes)')];
  return {
    notes: [...frame.children].filter(shows).map(box),
    blocks: blocks.filter(shows).map(box),
    marks: [...document.querySelectorAll('.prose .footnote-ref a, .prose .citation a, ' +
      '.prose .value-source')].filter((m) => !m.closest('.figure, .footnotes, table')).map(
        (m) => ({top: m.getClientRects()[0].top + scrollY, address: m.getAttribute('href')})),
  };
}"""


def settle(tab):
    """Waits until sizes that changed have been told to the script."""
    tab.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))")


@pytest.fixture
def referring(publication):
    """The pages whose text has notes or cites sources."""
    pages = [
        page
        for page in publication.pages.values()
        if page.with_class("prose") and (page.with_class("footnotes") or page.with_class("citation"))
    ]
    assert pages
    return pages


def overlap(one, other):
    """Whether two boxes have more than a pixel in common."""
    return (
        min(one["right"], other["right"]) - max(one["left"], other["left"]) > 1
        and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 1
    )


@pytest.mark.parametrize("width", [1280, WIDE, 1920])
def test_notes_stand_beside_their_lines_and_in_nobodys_way(
    width, referring, addresses, open_tab, findings
):
    tab = open_tab(width=width)
    seen = 0
    for page in referring:
        tab.goto(addresses.published + page.path)
        settle(tab)
        found = tab.evaluate(NOTES)
        notes = found["notes"]
        seen += len(notes)
        for at, note in enumerate(notes):
            name = f"{page} at {width} px: {note['text'][:40]!r}"
            if not any(abs(note["top"] - mark["top"]) <= REACH for mark in found["marks"]):
                findings.append(f"{name} is far from every line that refers to a note")
            if note["right"] > width:
                findings.append(f"{name} leaves the window")
            for other in notes[at + 1:]:
                if overlap(note, other):
                    findings.append(f"{name} lies on {other['text'][:40]!r}")
            for block in found["blocks"]:
                if overlap(note, block):
                    findings.append(f"{name} lies on {block['text'][:40]!r}")
        problem = tab.evaluate(STICKING_OUT)
        if problem:
            findings.append(f"{page} at {width} px: {problem}")
    assert seen, "No note stands in a margin."


def test_a_footnote_stands_where_it_is_referred_to(addresses, open_tab):
    tab = open_tab(width=WIDE)
    tab.goto(addresses.published + "guide/markdown.html")
    settle(tab)
    found = tab.evaluate(NOTES)
    for text in ["1 In 1998 and in 2004.", "2 Each morning at seven."]:
        note = next(n for n in found["notes"] if n["text"].startswith(text))
        near = min(abs(note["top"] - mark["top"]) for mark in found["marks"])
        assert near < 60, f"{text!r} is {near} px from its line."
    # The list at the foot stays.
    assert tab.locator(".footnotes li").first.is_visible()


def test_they_move_along_when_something_above_unfolds(addresses, open_tab, findings):
    tab = open_tab(width=WIDE)
    tab.goto(addresses.published + "briefs/provinces.html")
    settle(tab)
    before = tab.evaluate(NOTES)["notes"][-1]["top"]
    tab.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    settle(tab)
    found = tab.evaluate(NOTES)
    assert found["notes"][-1]["top"] > before + 100
    for note in found["notes"]:
        for block in found["blocks"]:
            if overlap(note, block):
                findings.append(f"{note['text'][:40]!r} lies on {block['text'][:40]!r}")


@pytest.mark.parametrize("width", [390, 1100])
def test_there_are_none_where_there_is_no_margin(width, referring, addresses, open_tab, findings):
    tab = open_tab(width=width)
    for page in referring:
        tab.goto(addresses.published + page.path)
        settle(tab)
        if tab.evaluate(NOTES)["notes"]:
            findings.append(f"{page} shows notes in a margin of {width} px")


def test_there_are_none_on_paper(referring, addresses, open_tab, findings):
    tab = open_tab(width=WIDE)
    for page in referring:
        tab.goto(addresses.published + page.path)
        settle(tab)
        tab.emulate_media(media="print")
        if tab.evaluate(NOTES)["notes"]:
            findings.append(f"{page} prints notes in the margin")
        tab.emulate_media(media="screen")


def test_without_javascript_the_notes_are_at_the_foot(addresses, open_tab):
    tab = open_tab(width=WIDE, java_script_enabled=False)
    tab.goto(addresses.published + "guide/markdown.html")
    assert tab.locator(".footnotes li").first.is_visible()
    assert tab.locator(".margin-notes").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_they_are_copies_that_nobody_meets_twice(scheme, addresses, open_tab, findings):
    """No id twice, nothing in them to be reached by keyboard or to be read out, nothing axe minds."""
    tab = open_tab(width=WIDE, scheme=scheme)
    axe = AXE_FILE_PATH.read_text(encoding="utf-8")
    for path in ["guide/markdown.html", "guide/writing.html", "briefs/strength.html"]:
        tab.goto(addresses.published + path)
        settle(tab)
        assert tab.locator(".margin-notes[aria-hidden=true]").count() == 1
        assert tab.locator(".margin-notes [id]").count() == 0
        assert tab.locator(".margin-notes a:not([tabindex='-1'])").count() == 0
        tab.evaluate(axe)
        findings.extend(f"{path}, {scheme}: {found}" for found in tab.evaluate(RUN, LEVELS))
