"""Paper: light, without navigation, complete."""

import io
import re

import pypdf
import pytest

HIDDEN = [".skip", ".masthead-nav", "button.theme", ".breadcrumbs", ".contents", ".figure-links"]


#: The one kind of page whose first sheet is not held to be full yet; see below.
LATER_PAGE = "a dataset's second page"


def folded(text):
    """Text without blanks and hyphens, which a line break on paper may add or swallow."""
    return re.sub(r"[\s\u00ad-]+", "", text)


def empty_sheets(sheets):
    """What to say of the sheets of a PDF that hold no more than their margins do."""
    return [
        f"sheet {number} of {len(sheets)} is empty: {text!r}"
        for number, text in enumerate(sheets, start=1)
        if len(folded(text)) < 40
    ]


def test_paper_is_light_and_has_no_navigation(specimens, open_tab, findings):
    tab = open_tab(scheme="dark")
    for page in specimens:
        page.open(tab)
        tab.emulate_media(media="print", color_scheme="dark")
        for selector in HIDDEN:
            if any(e.is_visible() for e in tab.locator(selector).all()):
                findings.append(f"{page}: {selector} is printed")
        shown = tab.eval_on_selector_all(
            ".figure:has(.picture), .event-picture",
            """all => all.map((f) => [f.id, [...f.querySelectorAll('.picture')]
                 .filter((p) => p.checkVisibility()).map((p) => p.className)])""",
        )
        for figure, pictures in shown:
            if len(pictures) != 1:
                findings.append(f"{page}: {figure} prints {pictures}")
        ink = tab.evaluate("getComputedStyle(document.querySelector('h1')).color")
        if max(int(n) for n in re.findall(r"\d+", ink)[:3]) > 128:
            findings.append(f"{page}: prints its heading in {ink}")
        tab.emulate_media(media="screen", color_scheme="dark")


def test_a_pdf_of_every_kind_of_page_is_complete(specimens, open_tab, findings):
    tab = open_tab()
    for page in specimens:
        if page.name == LATER_PAGE:
            continue
        page.open(tab)
        heading = tab.inner_text("h1")
        # On paper the sign of a value's source is the source itself.
        paragraphs = tab.eval_on_selector_all(
            ".prose > p",
            """all => all.map((p) => {
                 const words = p.cloneNode(true);
                 for (const sign of words.querySelectorAll('.value-source:not(.number)'))
                   sign.textContent = ` (${sign.title})`;
                 return words.textContent.trim();
               })""",
        )
        reader = pypdf.PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True)))
        sheets = [sheet.extract_text() for sheet in reader.pages]
        width, height = (float(n) for n in reader.pages[0].mediabox[2:])
        if abs(width - 595) > 2 or abs(height - 842) > 2:
            findings.append(f"{page}: the paper is {width} by {height} points, not A4")
        findings.extend(f"{page}: {problem}" for problem in empty_sheets(sheets))
        if page.page.root.get("dir") == "rtl":
            # A PDF holds the letters of Arabic in their forms, and in the order of the eye.
            assert len(re.findall(r"[\u0600-\u06ff\ufb50-\ufeff]", "".join(sheets))) > 200
            continue
        printed = folded("".join(sheets))
        for text in [heading] + paragraphs:
            # The first words will do: a page may end in the midst of a paragraph.
            start = folded(text)[:30]
            if start and start not in printed:
                findings.append(f"{page}: not on paper: {text[:60]!r}")


def test_the_rows_of_a_later_page_begin_on_the_first_sheet(specimens, open_tab):
    tab = open_tab()
    page = next(each for each in specimens if each.name == LATER_PAGE)
    page.open(tab)
    reader = pypdf.PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True)))
    assert not empty_sheets([sheet.extract_text() for sheet in reader.pages])


def test_every_sheet_but_the_first_bears_the_title_at_its_head(addresses, open_tab):
    """The first has it as its heading."""
    tab = open_tab()
    for path in ["briefs/strength.html", "data/leaders.html"]:
        tab.goto(addresses.published + path)
        title = folded(tab.title())
        reader = pypdf.PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True)))
        sheets = [folded(sheet.extract_text()) for sheet in reader.pages]
        assert len(sheets) > 2
        assert title not in sheets[0], path
        for number, text in enumerate(sheets[1:], start=2):
            assert title in text, f"{path}, sheet {number}"


def test_the_mark_on_every_sheet_is_large_enough(addresses, open_tab):
    """TLP 2.0 asks for letters of 12 points at least."""
    tab = open_tab()
    tab.goto(addresses.published + "briefs/strength.html")
    tab.emulate_media(media="print")
    size = "parseFloat(getComputedStyle(document.querySelector('.masthead .tlp')).fontSize)"
    assert tab.evaluate(size) >= 16
