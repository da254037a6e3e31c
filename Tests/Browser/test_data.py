"""What the site says of its data is true: values lead to rows, tables sort, the package is valid."""

import re

import frictionless


def test_the_published_package_is_valid(publication):
    package = frictionless.Package(str(publication.root / "data" / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    assert len(package.resources) > 10
    described = {resource.name: resource for resource in package.resources}
    fields = {field.name: field for field in described["strength"].schema.fields}
    assert fields["fighters"].rdf_type == "dossier:estimate"


def test_a_value_leads_to_its_row(publication, addresses, open_tab):
    tab = open_tab()
    tab.goto(addresses.elsewhere + "briefs/strength.html")
    value = tab.locator("a.value", has_text="700").first
    assert "Estimates of strength" in value.get_attribute("title")
    value.click()
    assert re.search(r"/data/strength\.html#row-\d+$", tab.url)
    row = tab.locator("tr:target")
    assert "700" in row.inner_text()
    plain = tab.locator("tbody tr:not(:target)").first
    color = "e => getComputedStyle(e).backgroundColor"
    assert row.evaluate(color) != plain.evaluate(color)


def cells(table, column):
    return table.locator(f"tbody tr > :nth-child({column})").all_inner_texts()


def test_a_table_sorts_by_mouse_and_by_keyboard(addresses, open_tab):
    tab = open_tab()
    tab.goto(addresses.elsewhere + "guide/tables.html")
    table = tab.locator("#tbl-bars table")
    written = cells(table, 2)
    button = table.get_by_role("button", name="Passengers")
    head = button.locator("xpath=ancestor::th")
    button.click()
    assert head.get_attribute("aria-sort") == "ascending"
    # By the lower end; what has none comes first.
    assert [text.split()[0] for text in cells(table, 2)][0].startswith("≤9,000")
    assert tab.locator("#tbl-bars [role=status]").inner_text() == "Sorted by Passengers"
    button.focus()
    tab.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert [text.split()[0] for text in cells(table, 2)][-1].startswith("≤9,000")
    tab.keyboard.press("Space")
    assert head.get_attribute("aria-sort") is None
    assert cells(table, 2) == written


def test_rows_stay_in_their_groups_and_sums_below_them(addresses, open_tab):
    tab = open_tab()
    tab.goto(addresses.elsewhere + "guide/tables.html")
    table = tab.locator("#tbl-subtotals table")
    table.get_by_role("button", name="Millimetres").click()
    for body in table.locator("tbody").all():
        rows = body.locator("tr").all()
        assert rows[0].get_attribute("class") == "group"
        assert rows[-1].get_attribute("class") == "subtotal"
        figures = [float(row.locator("td").last.inner_text().strip()) for row in rows[1:-1]]
        assert figures == sorted(figures) and len(figures) == 6


def test_without_a_script_a_table_is_as_it_was_written(addresses, open_tab):
    tab = open_tab(java_script_enabled=False)
    tab.goto(addresses.elsewhere + "guide/tables.html")
    assert tab.locator("table button").count() == 0
    assert cells(tab.locator("#tbl-bars table"), 1)[0] == "2018"
