"""The one style sheet: small enough to be read, and to be sent with every first page."""

import re

from conftest import REPOSITORY

SHEET = REPOSITORY / "Templates" / "assets" / "dossier.css"
MOST_BYTES = 24_999


def compacted(text):
    """A sheet without comments and the blanks that mean nothing."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" ?([{};,>]) ?", r"\1", text)
    text = re.sub(r"(?<=[\w-]): ", ":", text)
    return text.replace(";}", "}").strip()


def test_the_sheet_is_small():
    size = len(compacted(SHEET.read_text(encoding="utf-8")).encode())
    assert size <= MOST_BYTES, f"The style sheet has {size} bytes without comments and blanks."


def test_compacting_changes_no_rule(open_tab):
    """The counted bytes are all that a browser needs."""
    text = SHEET.read_text(encoding="utf-8")
    tab = open_tab()
    rules = """(text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return [...sheet.cssRules].map((rule) => rule.cssText.replace(/\\s+/g, ' '));
    }"""
    tab.goto("about:blank")
    whole, small = tab.evaluate(rules, text), tab.evaluate(rules, compacted(text))
    assert len(whole) > 150
    for one, other in zip(whole, small, strict=True):
        # A custom property keeps its blanks as they were written.
        assert re.sub(r"\s", "", one) == re.sub(r"\s", "", other)


def test_every_custom_property_that_is_used_is_set(open_tab):
    text = SHEET.read_text(encoding="utf-8")
    used = set(re.findall(r"var\((--[\w-]+)\)", text))
    declared = set(re.findall(r"(--[\w-]+):", text))
    assert not used - declared
