"""What the site says of its data is true: values lead to rows, the package is valid."""

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
