"""Ways from a page to its counterparts in other languages, on a publication of its own."""

import subprocess

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from test_accessibility import LEVELS, RUN

PAGES = {
    "index.md": ("Harbour notes", "en", {"de": "start.md"}),
    "start.md": ("Hafenblätter", "de", {"en": "index.md"}),
    "briefs/tides.md": (
        "Ferries and tides",
        "en",
        {"de": "gezeiten.md", "uk": "poromy.md", "pt-BR": "balsas.md", "fr": "bacs.md"},
    ),
    "briefs/gezeiten.md": (
        "Fähren und Gezeiten",
        "de",
        {"en": "tides.md", "uk": "poromy.md", "pt-BR": "balsas.md", "fr": "bacs.md"},
    ),
    "briefs/poromy.md": (
        "Пороми та припливи",
        "uk",
        {"en": "tides.md", "de": "gezeiten.md", "pt-BR": "balsas.md", "fr": "bacs.md"},
    ),
    "briefs/balsas.md": (
        "Balsas e marés",
        "pt-BR",
        {"en": "tides.md", "de": "gezeiten.md", "uk": "poromy.md", "fr": "bacs.md"},
    ),
    "briefs/bacs.md": (
        "Bacs et marées",
        "fr",
        {"en": "tides.md", "de": "gezeiten.md", "uk": "poromy.md", "pt-BR": "balsas.md"},
    ),
}


@pytest.fixture(scope="module")
def site(program, tmp_path_factory):
    """The folder of a built publication whose pages are translations of each other."""
    project = tmp_path_factory.mktemp("languages")
    content = project / "Content"
    (content / "briefs").mkdir(parents=True)
    (content / "site.yaml").write_text("title: Harbour notes\nlanguage: en\n", encoding="utf-8")
    for path, (title, language, translations) in PAGES.items():
        entries = ", ".join(f"{key}: {value}" for key, value in translations.items())
        (content / path).write_text(
            f"---\ntitle: {title}\nlanguage: {language}\ndate: 2024-05-02\n"
            f"translations: {{{entries}}}\n---\n\n## {title}\n\nText.\n",
            encoding="utf-8",
        )
    words = project / "Templates" / "words"
    words.mkdir(parents=True)
    for language in ["uk", "pt", "fr"]:
        (words / f"{language}.yaml").write_text("{}\n", encoding="utf-8")
    subprocess.run([program, "build", "--strict", "--project", project], check=True)
    return project / "Site"


@pytest.mark.parametrize("width", [1280, 390])
def test_each_translation_is_a_click_away(width, site, open_tab):
    tab = open_tab(width=width)
    for path, (title, language, translations) in PAGES.items():
        tab.goto((site / path).with_suffix(".html").as_uri())
        links = tab.locator("nav.translations a")
        assert sorted(links.evaluate_all("all => all.map(a => a.hreflang)")) == sorted(translations)
        for key in translations:
            link = tab.locator(f"nav.translations a[hreflang='{key}']")
            assert link.get_attribute("lang") == key
            link.click()
            assert tab.evaluate("document.documentElement.lang") == key
            tab.locator(f"nav.translations a[hreflang='{language}']").click()
            assert tab.locator("h1").inner_text() == title


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_they_can_be_read_and_hit(width, scheme, site, open_tab, findings):
    axe = AXE_FILE_PATH.read_text(encoding="utf-8")
    tab = open_tab(width=width, scheme=scheme)
    for path in ["index.html", "briefs/tides.html"]:
        tab.goto((site / path).as_uri())
        tab.evaluate(axe)
        for violation in tab.evaluate(RUN, LEVELS):
            findings.append(f"{path} at {width} px, {scheme}: {violation}")
        boxes = tab.locator("nav.translations li").evaluate_all(
            "all => all.map(li => li.getBoundingClientRect().height)"
        )
        for height in boxes:
            if height < 24:
                findings.append(f"{path} at {width} px: a link {height} px high")
        if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
            findings.append(f"{path} at {width} px is wider than its window")


def test_a_box_to_tick_stands_before_its_words_from_right_to_left_too(sites, open_tab):
    tab = open_tab()
    tab.goto(sites["harbour"].addresses.disk + "briefs/marakib.html")
    boxes = tab.locator("li.task").evaluate_all(
        """all => all.map((li) => {
             const box = li.querySelector('input');
             const text = document.createRange();
             text.selectNode(box.nextSibling);
             return [box.getBoundingClientRect().left, text.getBoundingClientRect().right];
           })"""
    )
    assert len(boxes) == 2
    assert all(left >= right - 0.5 for left, right in boxes), boxes
