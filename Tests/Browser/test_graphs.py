"""Graphs: drawn from data, with the same as a table for those who read rather than look."""

import re


def test_nodes_lead_to_their_pages_and_stand_apart(publication, addresses, open_tab, findings):
    tab = open_tab(width=1280)
    graphs = 0
    for page in publication.pages_with("figure-graph"):
        tab.goto(addresses.published + page.path)
        for nodes, targets in tab.eval_on_selector_all(
            ".figure-graph .picture-wide svg",
            """all => all.map((svg) => [
                 [...svg.querySelectorAll('.nodes .node')].map((n) => {
                   const box = n.getBoundingClientRect();
                   return [box.left, box.top, box.right, box.bottom];
                 }),
                 [...svg.querySelectorAll('.nodes a')].map((a) => a.getAttribute('href')),
               ])""",
        ):
            graphs += 1
            for index, one in enumerate(nodes):
                for other in nodes[index + 1 :]:
                    if min(one[2], other[2]) > max(one[0], other[0]) and min(
                        one[3], other[3]
                    ) > max(one[1], other[1]):
                        findings.append(f"{page}: two nodes lie upon each other at {one}")
            for target in targets:
                path, _, _ = publication.resolve(page.path, target)
                if not path.startswith("actors/"):
                    findings.append(f"{page}: a node leads to {target}")
    assert graphs >= 3, f"The example has {graphs} graphs only."


def test_the_table_of_a_graph_is_one_key_away_and_printed(publication, addresses, open_tab):
    tab = open_tab(width=390)
    tab.goto(addresses.published + "briefs/haqqani-question.html")
    figure = tab.locator("#fig-relations")
    summary = figure.locator("summary")
    assert not figure.locator("table").is_visible()
    summary.focus()
    tab.keyboard.press("Enter")
    rows = figure.locator("tbody tr")
    assert rows.first.is_visible()
    edges = figure.locator(".picture-wide .edges > g").count()
    assert rows.count() == edges > 8
    assert figure.locator("tbody tr:has(.citation)").count() == edges
    tab.keyboard.press("Enter")
    tab.emulate_media(media="print")
    assert figure.locator("table").is_visible()


def test_a_graph_that_is_too_wide_scrolls_in_its_own_box(addresses, open_tab):
    tab = open_tab(width=390)
    tab.goto(addresses.published + "briefs/haqqani-question.html")
    box = tab.locator("#fig-relations .picture-narrow")
    inner, outer = box.evaluate("(e) => [e.scrollWidth, e.clientWidth]")
    assert inner > outer
    box.focus()
    box.evaluate(
        "(e) => { window.moved = new Promise("
        "(done) => e.addEventListener('scroll', () => done(e.scrollLeft), {once: true})); }"
    )
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("window.moved") > 0
    size = box.locator(".node-label").first.evaluate("(e) => e.getBoundingClientRect().height")
    assert size >= 12
    width = tab.evaluate("document.documentElement.scrollWidth")
    assert width <= 390, f"The page is {width} px wide."


def test_the_words_for_those_who_do_not_see_name_every_tie(addresses, open_tab):
    tab = open_tab()
    tab.goto(addresses.published + "guide/graphs.html")
    words = tab.locator("#fig-harbour .picture-wide desc").text_content()
    assert re.search(r"Island Line, owns → Island Works \(c\. 2009–, reported\)", words), words
    name = tab.locator("#fig-harbour .picture-wide svg title").first.text_content()
    assert name == "Ties of the harbour"
