"""From a citation to its source and back, and how a page says that it is cited."""

import json

from publication import words


#: What may cite a source: a citation, a value of the data, and the sign behind one.
CITING = ("citation", "value", "value-source")


def briefs(publication):
    return [page for page in publication.pages.values() if "kind-brief" in page.body_classes]


def metadata(page, name):
    return [e.get("content") for e in page.named("meta") if e.get("name") == name]


def test_each_source_leads_back_to_places_that_cite_it(publication, findings):
    seen = 0
    for page in publication.pages.values():
        by_id = {e.get("id"): e for e in page.elements if e.get("id")}
        for entry in page.elements:
            if not (entry.get("id") or "").startswith("ref-"):
                continue
            letters = []
            for span in entry.iter():
                if span.get("class") != "backlinks":
                    continue
                for link in span.iter("a"):
                    seen += 1
                    letters.append(words(link))
                    target = by_id.get(link.get("href").removeprefix("#"))
                    if target is None or target.get("class") not in CITING:
                        findings.append(f"{page}: {link.get('href')} is no citation")
                    elif target.get("class") == "value":
                        continue  # Its citation stands by its row.
                    elif target.get("class") == "value-source":
                        if target.get("href") != f"#{entry.get('id')}":
                            findings.append(f"{page}: {target.attrib} leads to no source")
                        if target.get("title", "") not in target.get("aria-label", ""):
                            findings.append(f"{page}: {target.attrib} is called by no source")
                    elif f"#{entry.get('id')}" not in [a.get("href") for a in target.iter("a")]:
                        findings.append(f"{page}: {words(target)} does not cite {entry.get('id')}")
                    if not link.get("aria-label", "").startswith(words(link) + ":"):
                        findings.append(f"{page}: {link.get('href')} is called {link.attrib}")
            if letters != sorted(letters, key=lambda text: (len(text), text)):
                findings.append(f"{page}: {entry.get('id')} has the places {letters}")
    assert seen > 50, f"Only {seen} links lead back."


def test_the_keyboard_goes_to_a_source_and_back(publication, addresses, open_tab):
    tab = open_tab()
    page = max(briefs(publication), key=lambda page: len(page.with_class("citation")))
    tab.goto(addresses.published + page.path)
    citation = tab.locator(".prose .citation[id] a[href^='#ref-']").nth(1)
    origin = citation.evaluate("e => e.closest('.citation').id")
    citation.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**#ref-*")
    entry = tab.url.partition("#")[2]
    for _ in range(60):
        tab.keyboard.press("Tab")
        href = tab.evaluate("document.activeElement.getAttribute('href')")
        inside = tab.evaluate("id => document.activeElement.closest('li')?.id === id", entry)
        assert inside, f"The keyboard left {entry} before it found the way back to {origin}."
        if href == f"#{origin}":
            break
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**#{origin}")
    tab.keyboard.press("Tab")
    assert tab.evaluate("id => document.activeElement.closest('.citation')?.id === id", origin)


def test_the_keyboard_goes_from_a_value_to_its_source(publication, addresses, open_tab):
    tab = open_tab()
    page = max(briefs(publication), key=lambda page: len(page.with_class("value-source")))
    tab.goto(addresses.published + page.path)
    sign = tab.locator(".prose .value-source").first
    source = sign.get_attribute("href")
    sign.locator("xpath=preceding-sibling::a[contains(@class, 'value')][1]").focus()
    tab.keyboard.press("Tab")
    assert sign.evaluate("e => e === document.activeElement"), "The sign does not follow its value."
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**{source}")


def test_the_ways_back_are_not_printed(publication, addresses, open_tab):
    tab = open_tab()
    tab.goto(addresses.published + briefs(publication)[0].path)
    assert tab.locator(".backlinks").first.is_visible()
    tab.emulate_media(media="print")
    assert not any(e.is_visible() for e in tab.locator(".backlinks").all())


def test_every_brief_says_how_it_is_cited(publication, findings):
    for page in publication.pages.values():
        blocks = page.with_class("cite-entry")
        if "kind-brief" not in page.body_classes:
            if blocks or metadata(page, "citation_title"):
                findings.append(f"{page}: is cited, though it is no brief")
            continue
        title = words(page.named("h1")[0])
        if len(blocks) != 1 or title.lower() not in words(blocks[0]).lower():
            findings.append(f"{page}: the block says {[words(b) for b in blocks]}")
        if len(metadata(page, "citation_title")) != 1 or not metadata(page, "citation_author"):
            findings.append(f"{page}: has no title or no author for Google Scholar")
        if metadata(page, "citation_publication_date") == []:
            findings.append(f"{page}: has no date for Google Scholar")
        data = [e.text for e in page.named("script") if e.get("type") == "application/ld+json"]
        said = [json.loads(text) for text in data]
        if {each.get("@type") for each in said} != {"BreadcrumbList", "Report"}:
            findings.append(f"{page}: says {[each.get('@type') for each in said]} to schema.org")
        reports = [each for each in said if each.get("@type") == "Report"]
        if len(reports) != 1:
            findings.append(f"{page}: has no report for schema.org")
        elif not words(page.named("h1")[0]).startswith(reports[0]["name"]):
            findings.append(f"{page}: schema.org calls it {reports[0]['name']!r}")


def test_the_page_of_all_sources_has_every_source_that_a_page_lists(publication):
    page = publication.pages["sources.html"]
    listed = {i for i in page.ids if i.startswith("ref-")}
    cited = {i for p in publication.pages.values() for i in p.ids if i.startswith("ref-")}
    assert listed and cited <= listed
    for brief in briefs(publication):
        targets = [publication.resolve(brief.path, a.get("href"))[0] for a in brief.named("a")
                   if "://" not in a.get("href") and not a.get("href").startswith("mailto:")]
        assert targets.count("sources.html") == 2
