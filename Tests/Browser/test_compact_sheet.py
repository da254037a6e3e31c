"""The style sheet as it is published says the same as the one that people edit."""

import pathlib

SOURCE = pathlib.Path(__file__).resolve().parents[2] / "Templates" / "assets" / "dossier.css"

RULES = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const flat = (rules) => [...rules].map((r) => r.cssText.replace(/\\s*([,()])\\s*/g, '$1'));
  return flat(sheet.cssRules);
}"""


def test_the_published_sheet_says_what_the_edited_one_says(publication, addresses, open_tab):
    tab = open_tab()
    tab.goto(addresses.published)
    edited = SOURCE.read_text(encoding="utf-8")
    published = (publication.root / "assets" / "dossier.css").read_text(encoding="utf-8")
    assert len(published) < len(edited)
    before, after = tab.evaluate(RULES, edited), tab.evaluate(RULES, published)
    assert len(before) > 50
    for one, other in zip(before, after, strict=True):
        assert one == other
