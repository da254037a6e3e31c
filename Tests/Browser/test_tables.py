"""Tables: sorted by readers, read on a phone, printed."""

import io
import re

import pypdf
import pytest

GUIDE = "guide/tables.html"
#: What stands in a column of the rows of a table's groups, without what is said in its place.
COLUMN = """(table, column) => [...table.tBodies].map((body) => [...body.rows]
  .filter((row) => !row.className).map((row) => {
    const cell = row.cells[column].cloneNode(true);
    cell.querySelectorAll('.unseen, .column-mark').forEach((e) => e.remove());
    return cell.textContent.replace(/[\\u2007\\u2008]/g, '').trim();
  }))"""


def column(table, index):
    return table.evaluate(f"(table) => ({COLUMN})(table, {index})")


def head(table, name):
    return table.locator("thead th").filter(has_text=re.compile(f"^{name}"))


def test_a_press_sorts_by_value_a_second_turns_round_a_third_puts_back(addresses, open_tab):
    tab = open_tab()
    tab.goto(addresses.published + GUIDE)
    table = tab.locator("#tbl-bars table")
    written = column(table, 1)
    button = head(table, "Passengers").locator("button")
    assert button.get_attribute("title") == "Sort by Passengers"
    status = tab.locator("#tbl-bars [role=status]")
    assert status.inner_text() == ""

    button.click()
    # What is open below comes first: it may be anything.
    assert column(table, 1) == [["≤9,000", "11,200", "12,000–15,000", ">13,000", "13,850", "~14,000"]]
    assert head(table, "Passengers").get_attribute("aria-sort") == "ascending"
    assert status.inner_text() == "Sorted by Passengers, ascending"

    button.click()
    assert column(table, 1)[0][0] == "~14,000"
    assert head(table, "Passengers").get_attribute("aria-sort") == "descending"

    head(table, "Counted by").locator("button").click()
    assert table.locator("[aria-sort]").count() == 1
    assert column(table, 2)[0] == ["Ferry line"] * 2 + ["Harbour office"] * 4

    for _ in range(2):
        head(table, "Counted by").locator("button").click()
    assert table.locator("[aria-sort]").count() == 0
    assert status.inner_text() == "In the original order"
    assert column(table, 1) == written


def test_sorting_needs_no_mouse_and_keeps_the_focus(addresses, open_tab):
    tab = open_tab()
    tab.goto(addresses.published + GUIDE)
    table = tab.locator("#tbl-bars table")
    tab.locator("#tbl-bars .table-scroll").focus()
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Year"
    tab.keyboard.press("Tab")
    for key, order in (("Enter", "ascending"), ("Space", "descending")):
        tab.keyboard.press(key)
        assert head(table, "Passengers").get_attribute("aria-sort") == order
        assert tab.evaluate("document.activeElement.textContent") == "Passengers"


def test_rows_stay_in_their_groups_and_totals_at_the_foot(addresses, open_tab):
    tab = open_tab()
    tab.goto(addresses.published + GUIDE)
    table = tab.locator("#tbl-subtotals table")
    totals = "(t) => [...t.rows].map((r, i) => r.className && [i, r.textContent]).filter(Boolean)"
    before = table.evaluate(totals)
    head(table, "Millimetres").locator("button").click()
    assert table.evaluate(totals) == before
    assert column(table, 1) == [
        ["39.7", "44.2", "48.1", "51.8", "55", "62.4"],
        ["66.9", "70.5", "81.6", "83.4", "90.2", "98.3"],
    ]


def test_heads_in_two_lines_sort_their_own_columns(addresses, open_tab):
    tab = open_tab()
    tab.goto(addresses.published + GUIDE)
    table = tab.locator("#tbl-spanners table")
    assert table.locator("thead .spanner button").count() == 0
    head(table, "At most").locator("button").click()
    # What is missing stands last, either way.
    assert column(table, 2) == [["9,000", "11,200", "13,850", "14,000", "15,000", "–"]]
    head(table, "At most").locator("button").click()
    assert column(table, 2) == [["15,000", "14,000", "13,850", "11,200", "9,000", "–"]]


def test_rows_that_were_cut_off_are_a_link_away_and_the_rest_not_sorted(addresses, open_tab):
    tab = open_tab()
    tab.goto(addresses.published + GUIDE)
    cut = tab.locator("#tbl-wettest")
    assert cut.locator("button").count() == 0
    shown = cut.locator(".rows-shown")
    assert re.search(r"Showing 3 of \d+ rows · All rows", shown.inner_text())
    shown.locator("a").click()
    tab.wait_for_url("**/data/rain.html")


def test_the_script_is_loaded_where_there_is_something_to_sort(publication, findings):
    seen = set()
    for page in publication.pages.values():
        sortable = 'data-sort="' in page.text
        loaded = "assets/tables.js" in page.text
        seen.add(sortable)
        if sortable != loaded:
            findings.append(f"{page}: {'lacks' if sortable else 'loads'} the script")
    assert seen == {True, False}
    assert (publication.root / "assets/tables.js").stat().st_size < 2048


def test_tables_read_without_the_script(addresses, open_tab):
    tab = open_tab(java_script_enabled=False)
    tab.goto(addresses.published + GUIDE)
    assert tab.locator("#tbl-bars button").count() == 0
    assert tab.locator("#tbl-bars tbody tr").count() == 6


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_column_stays_where_it_names_the_rows(scheme, addresses, open_tab):
    tab = open_tab(width=390, scheme=scheme)
    tab.goto(addresses.published + "briefs/attacks.html")
    box = tab.locator(".figure > .table-scroll:has(.headed)").first
    edge = box.evaluate("e => e.getBoundingClientRect().left")
    box.evaluate("e => { e.scrollLeft = e.scrollWidth }")
    for cell in ("thead th", "tbody th"):
        first = box.locator(cell).first
        assert abs(first.bounding_box()["x"] - edge) < 1, f"{cell} went away"
        # What scrolls by must not shine through.
        assert first.evaluate(
            "e => getComputedStyle(e).backgroundColor === getComputedStyle(document.body).backgroundColor"
        )
    assert box.locator("tbody td").first.bounding_box()["x"] < edge


def test_marks_lead_to_notes_and_back(addresses, open_tab):
    tab = open_tab()
    tab.goto(addresses.published + GUIDE)
    notes = tab.locator("#tbl-notes .column-notes li")
    assert [note.inner_text().split()[0] for note in notes.all()] == ["a", "b", "c", "d"]
    for index in range(4):
        mark = notes.nth(index).locator("a.column-mark")
        target = mark.get_attribute("href").lstrip("#")
        back = tab.locator(f'[id="{target}"]')
        assert back.inner_text() == mark.inner_text()
        assert back.get_attribute("href").lstrip("#") == notes.nth(index).get_attribute("id")
    assert tab.locator("#tbl-notes tbody .column-mark").count() == 3


def test_decimal_marks_stand_in_one_line(addresses, open_tab):
    tab = open_tab()
    tab.goto(addresses.published + GUIDE)
    places = tab.locator("#tbl-totals tbody td.number").evaluate_all(
        """all => all.map((cell) => {
          const text = cell.firstChild;
          const whole = text.data.match(/^[\\d,]+/)[0].length;
          const range = document.createRange();
          range.setStart(text, whole - 1);
          range.setEnd(text, whole);
          return range.getBoundingClientRect().right;
        })"""
    )
    assert len(places) == 6 and max(places) - min(places) < 0.6


def test_a_long_table_has_its_head_on_every_sheet(addresses, open_tab):
    tab = open_tab()
    tab.goto(addresses.published + "guide/checking-in-ci.html")
    assert tab.locator("#tbl-codes tbody tr").count() > 40
    sheets = [
        sheet.extract_text()
        for sheet in pypdf.PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True))).pages
    ]
    codes = tab.locator("#tbl-codes tbody tr > :first-child").all_inner_texts()
    # A sheet with so many codes has rows of the table; the text names some, too.
    bearing = [text for text in sheets if sum(code in text for code in codes) > 8]
    assert len(bearing) > 2
    for text in bearing:
        assert "To mend it" in text


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_bars_of_a_column_begin_in_one_line(width, addresses, open_tab):
    tab = open_tab(width=width)
    tab.goto(addresses.published + GUIDE)
    for table in ("#tbl-bars", "#tbl-subtotals", "#tbl-bar-scale"):
        places = tab.locator(f"{table} .bar").evaluate_all(
            "all => all.map((bar) => bar.getBoundingClientRect().left)"
        )
        assert len(places) > 5 and max(places) - min(places) < 0.6, f"{table} at {width} px"
