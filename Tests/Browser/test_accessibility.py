"""Every kind of page against axe-core's rules for WCAG 2.2 AA."""

import pytest
from axe_playwright_python.base import AXE_FILE_PATH

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
RUN = """(levels) => axe.run(document, {
  runOnly: {type: 'tag', values: levels}, resultTypes: ['violations'],
}).then((result) => result.violations.flatMap((rule) => rule.nodes.map((node) =>
  `${rule.id} (${rule.impact}): ${node.target.join(' ')}: ${node.html.slice(0, 160)}: ` +
  node.failureSummary.replace(/\\s+/g, ' ').slice(0, 240))))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_kind_of_page_breaks_a_rule(width, scheme, specimens, open_tab, findings):
    axe = AXE_FILE_PATH.read_text(encoding="utf-8")
    tab = open_tab(width=width, scheme=scheme)
    for specimen in specimens:
        specimen.open_unfolded(tab)
        tab.evaluate(axe)
        for violation in tab.evaluate(RUN, LEVELS):
            findings.append(f"{specimen} at {width} px, {scheme}: {violation}")


def test_axe_sees_what_breaks_a_rule(specimens, open_tab):
    """A look that finds nothing is worth something only where it finds what is there."""
    tab = open_tab()
    specimens[0].open(tab)
    tab.evaluate(
        """() => {
          document.querySelector('main').append(document.createElement('button'));
          document.querySelector('h1').style.color = getComputedStyle(document.body)
            .backgroundColor;
          document.documentElement.lang = '';
        }"""
    )
    tab.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8"))
    broken = {violation.partition(" ")[0] for violation in tab.evaluate(RUN, LEVELS)}
    assert {"button-name", "html-has-lang"} <= broken
