"""What every page's HTML must and must not hold."""

import re

from publication import SVG, describe, local_name, words


def test_there_are_pages_of_every_kind(publication):
    kinds = set().union(*(page.body_classes for page in publication.pages.values()))
    expected = {"front", "kind-listing", "kind-brief", "kind-page", "kind-entity", "kind-404"}
    expected.add("kind-sources")
    assert expected <= kinds
    assert len(publication.pages) >= 25


def test_the_list_of_kinds_says_what_its_pages_are(specimens, open_tab, findings):
    tab = open_tab()
    for specimen in specimens:
        specimen.open(tab)
        if not tab.locator(specimen.shows).count():
            findings.append(f"{specimen}: shows no {specimen.shows}")


def test_pages_parse_without_an_error(publication, findings):
    for page in publication.pages.values():
        findings.extend(f"{page}: {error}" for error in page.parse_errors)


def test_ids_are_unique_on_a_page(publication, findings):
    for page in publication.pages.values():
        seen = set()
        for element in page.elements:
            name = element.get("id")
            if name is None:
                continue
            if name in seen:
                findings.append(f"{page}: {describe(element)} repeats its id")
            if not name or re.search(r"\s", name):
                findings.append(f"{page}: {describe(element)} has an id that is empty or has blanks")
            seen.add(name)


def test_labels_by_id_exist(publication, findings):
    for page in publication.pages.values():
        for element in page.elements:
            for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"):
                for target in element.get(name, "").split():
                    if target not in page.ids:
                        findings.append(f"{page}: {describe(element)} {name} has no id {target!r}")


def test_every_page_has_a_language_a_title_and_one_heading_of_its_own(publication, findings):
    titles = {}
    for page in publication.pages.values():
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", page.root.get("lang", "")):
            findings.append(f"{page}: html lang is {page.root.get('lang')!r}")
        title = page.root.find("head/title")
        title = "" if title is None else words(title)
        if not title:
            findings.append(f"{page}: has no title")
        if title in titles:
            findings.append(f"{page}: has the title of {titles[title]}: {title!r}")
        titles[title] = page
        tops = page.named("h1")
        if len(tops) != 1 or not words(tops[0]):
            findings.append(f"{page}: has {len(tops)} h1: {[words(top) for top in tops]}")
        if page.text[:15].lower() != "<!doctype html>":
            findings.append(f"{page}: does not start with a document type")


def test_headings_go_down_one_level_at_a_time(publication, findings):
    for page in publication.pages.values():
        level = 0
        for element in page.named("h1", "h2", "h3", "h4", "h5", "h6"):
            own = int(element.tag[1])
            if own > level + 1:
                findings.append(f"{page}: h{own} {words(element)!r} comes after an h{level}")
            level = own


def test_nothing_inline_styles_or_runs(publication, findings):
    for page in publication.pages.values():
        for element in page.elements:
            if local_name(element) == "style":
                findings.append(f"{page}: has a <style> element")
            # Data that no browser runs are the one script within a page.
            if local_name(element) == "script" and element.attrib != {
                "type": "application/ld+json"
            } and not (element.get("src") and not (element.text or "").strip()):
                findings.append(f"{page}: has a script within the page")
            for name, value in element.attrib.items():
                if name == "style" or name.lower().startswith("on"):
                    findings.append(f"{page}: {describe(element)} has {name}={value!r}")
                if value.strip().lower().startswith("javascript:"):
                    findings.append(f"{page}: {describe(element)} has {value!r}")


def test_images_say_what_they_show(publication, findings):
    seen = 0
    for page in publication.pages.values():
        for image in page.named("img"):
            seen += 1
            if "thumbnail" in image.get("class", "").split():
                # It stands in a link whose words say what it shows.
                assert image.get("alt") == ""
                continue
            if not image.get("alt", "").strip():
                findings.append(f"{page}: the image {image.get('src')!r} has no alt text")
    assert seen, "The guide shows an image, so this test should have seen one."


def test_briefs_show_charts_timelines_and_tables(publication):
    briefs = [page for page in publication.pages.values() if "kind-brief" in page.body_classes]
    charts = [f for page in briefs for f in page.with_class("figure-chart")]
    timelines = [f for page in briefs for f in page.with_class("figure-timeline")]
    tables = [f for page in briefs for f in page.with_class("figure-table")]
    assert len(briefs) >= 4
    assert len(charts) >= 4 and len(timelines) >= 2 and len(tables) >= 4


def test_every_brief_shows_a_figure(publication, findings):
    for page in publication.pages.values():
        if "kind-brief" in page.body_classes and not page.with_class("figure"):
            findings.append(f"{page}: has neither table, chart nor timeline")


def test_every_figure_has_a_number_a_caption_and_what_it_promises(publication, findings):
    for page in publication.pages.values():
        for figure in page.with_class("figure"):
            name = f"{page}: {describe(figure)}"
            parts = {c: e for e in figure.iter() for c in e.get("class", "").split()}
            for part in ("figure-number", "figure-title"):
                if part not in parts or not words(parts[part]):
                    findings.append(f"{name} has no {part}")
            if "figure-table" in figure.get("class").split():
                rows = [row for body in figure.iter("tbody") for row in body.iter("tr")]
                if not rows or not list(figure.iter("th")):
                    findings.append(f"{name} has no rows or no heads")
                continue
            for part in ("picture-wide", "picture-narrow"):
                drawn = parts.get(part)
                pictures = [] if drawn is None else list(drawn.iter(SVG + "svg"))
                if len(pictures) != 1 or not list(pictures[0].iter(SVG + "text")):
                    findings.append(f"{name} has no drawing with words in .{part}")
            if "figure-timeline" in figure.get("class").split():
                if not list(figure.iter("details")) or not list(figure.iter("li")):
                    findings.append(f"{name} has no list of its events")


def test_every_picture_is_named_and_described(publication, findings):
    for page in publication.pages.values():
        texts = {e.get("id"): words(e) for e in page.elements if e.get("id")}
        for svg in page.elements:
            # A bar beside a figure says nothing that the figure does not.
            if svg.tag != SVG + "svg" or svg.get("aria-hidden") == "true":
                continue
            name = f"{page}: {svg.get('id') or describe(svg)}"
            if svg.get("role") not in ("img", "graphics-document", "group"):
                findings.append(f"{name} has the role {svg.get('role')!r}")
            labels = [texts.get(i, "") for i in svg.get("aria-labelledby", "").split()]
            if not (svg.get("aria-label", "").strip() or "".join(labels).strip()):
                findings.append(f"{name} has no name for those who cannot see it")


def test_boxes_that_scroll_can_be_reached_and_are_named(publication, findings):
    for page in publication.pages.values():
        for box in page.with_class("table-scroll"):
            name = box.get("aria-label") or box.get("aria-labelledby")
            if (box.get("tabindex"), box.get("role")) != ("0", "region") or not name:
                findings.append(f"{page}: the box of {words(box)[:50]!r} has {box.attrib}")


def test_entities_show_facts_events_and_mentions(publication):
    entities = [page for page in publication.pages.values() if "kind-entity" in page.body_classes]
    for part in ("facts", "events", "mentions"):
        assert any(page.with_class(part) for page in entities), f"No entity page shows {part}."
