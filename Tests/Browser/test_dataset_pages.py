"""Pages of datasets that the example lacks: long, wide, of every type, and marked.

The publication in `harbour` writes every type in a notation that no published file has.
"""

import io

import frictionless
import pypdf
import pytest


def address(harbour, page):
    return harbour.root.as_uri() + "/" + page


def test_a_package_of_every_type_is_valid_however_its_files_are_written(harbour):
    package = frictionless.Package(str(harbour.root / "data" / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    fields = package.get_resource("types").schema.fields
    assert len({field.type for field in fields}) == 15
    kept = {field.name for field in fields if field.constraints}
    assert {"number", "integer", "boolean", "time", "date", "datetime", "duration"} <= kept
    assert package.get_resource("calls").stats.rows == 600


def test_a_dataset_bears_its_own_mark(harbour):
    for path, marks in {"types": {"TLP:AMBER"}, "calls": set()}.items():
        page = harbour.pages[f"data/{path}.html"]
        assert {e.text for e in page.with_class("tlp")} == marks, path


@pytest.mark.parametrize("width", [1280, 390])
def test_a_row_that_is_led_to_is_in_sight_under_its_heads(width, harbour, open_tab):
    tab = open_tab(width=width)
    tab.goto(address(harbour, "data/calls/2.html#row-400"))
    row = tab.locator("tr:target")
    assert "call-400" in row.inner_text()
    for _ in range(2):
        heads, first = tab.locator("thead th").nth(3).bounding_box(), row.bounding_box()
        assert heads["y"] >= 0
        assert first["y"] >= heads["y"] + heads["height"] - 1
        assert first["y"] + 40 < 900
        # Heads go sideways with their columns.
        tab.locator(".table-scroll").evaluate("e => { e.scrollLeft = 300 }")
        figure = row.locator("td").nth(2).bounding_box()
        head = tab.locator("thead th").nth(3).bounding_box()
        assert abs(head["x"] + head["width"] - figure["x"] - figure["width"]) < 1
    key = row.locator("th").bounding_box()
    box = tab.locator(".table-scroll").bounding_box()
    # Where there is room for it, what names the row stays beside its figures.
    assert (abs(key["x"] - box["x"]) < 1) == (width == 1280)


def test_the_keyboard_goes_through_rows_and_pages(harbour, open_tab):
    tab = open_tab()
    tab.goto(address(harbour, "data/calls.html"))
    box = tab.locator(".table-scroll")
    box.focus()
    tab.keyboard.press("PageDown")
    tab.wait_for_function("e => e.scrollTop > 100", arg=box.element_handle())
    tab.locator(".pager a[rel=next]").focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/data/calls/2.html")
    assert tab.locator("tbody tr").first.get_attribute("id") == "row-251"
    assert tab.locator(".pager [aria-current=page]").inner_text() == "2"
    # The first of a page would pass for the first of all.
    assert tab.locator("table button").count() == 0
    tab.goto(address(harbour, "data/boats.html"))
    assert tab.locator("tbody tr").count() == 2


def test_paper_holds_every_column(harbour, open_tab, findings):
    for page in ("data/types.html", "data/calls/2.html"):
        tab = open_tab(width=972)
        tab.goto(address(harbour, page))
        heads = tab.locator("thead th").all_inner_texts()
        figure = tab.locator("tbody td.number").last.inner_text().split("\n")[0]
        reader = pypdf.PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True)))
        wide = [sheet for sheet in reader.pages if sheet.mediabox.width > sheet.mediabox.height]
        printed = "".join("".join(sheet.extract_text() for sheet in wide).split())
        for text in [*heads, figure]:
            if "".join(text.split()) not in printed:
                findings.append(f"{page}: not on paper: {text!r}")
        # As wide as A4 across without its margins.
        tab.emulate_media(media="print")
        edge = tab.locator("thead th").last.bounding_box()
        if edge["x"] + edge["width"] > 972:
            findings.append(f"{page}: the last column ends at {edge['x'] + edge['width']} px")
