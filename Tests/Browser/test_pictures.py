"""Charts and timelines as a browser draws them: nothing is cut off, written over or too small."""

import pathlib

import pytest

LOOK = (pathlib.Path(__file__).parent / "pictures.js").read_text(encoding="utf-8")
#: High enough for the longest page, so that every drawing is on screen.
HEIGHT = 12_000


@pytest.mark.parametrize(
    ("width", "scheme"),
    [(1280, "light"), (768, "light"), (390, "light"), (360, "light"), (1280, "dark"), (390, "dark")],
)
def test_words_in_pictures_are_whole_and_apart(
    width, scheme, publication, addresses, open_tab, findings
):
    tab = open_tab(width=width, height=HEIGHT, scheme=scheme)
    texts = 0
    for page in publication.pages_with("picture"):
        tab.goto(addresses.published + page.path)
        seen = tab.evaluate(LOOK)
        texts += seen["texts"]
        if seen["drawings"] != len(page.with_class("picture")) // 2:
            findings.append(f"{page}: {seen['drawings']} drawings show")
        for finding in seen["findings"]:
            findings.append(f"{page} {finding['figure']} at {width} px: {finding['problem']}")
    assert texts > 100, f"The pictures of the example hold {texts} texts only."


def test_pictures_by_themselves_are_drawn_as_well(publication, addresses, open_tab, findings):
    """The files that figures offer, opened from disk: they bring their colours themselves."""
    tab = open_tab()
    texts = 0
    for page in publication.pages_with("picture"):
        for link in page.links:
            if not link.address.endswith(".svg") or not link.where.startswith("a"):
                continue
            target, _, _ = publication.resolve(page.path, link.address)
            tab.goto(addresses.disk + target)
            seen = tab.evaluate(LOOK)
            texts += seen["texts"]
            findings.extend(f"{target}: {finding['problem']}" for finding in seen["findings"])
    assert texts > 100, f"The pictures hold {texts} texts only."


@pytest.mark.parametrize("width", [1280, 768, 767, 390, 320])
def test_one_of_the_two_drawings_shows(width, publication, addresses, open_tab, findings):
    tab = open_tab(width=width)
    expected = "picture-wide" if width >= 768 else "picture-narrow"
    seen = 0
    for page in publication.pages_with("picture"):
        tab.goto(addresses.published + page.path)
        for figure, shown, drawn in tab.eval_on_selector_all(
            ".figure:has(.picture), .event-picture",
            """all => all.map((f) => {
                 const shown = [...f.querySelectorAll('.picture')]
                   .filter((p) => p.checkVisibility() && p.clientHeight > 0);
                 return [f.id, shown.map((p) => p.className),
                   shown.map((p) => p.querySelector('svg')?.clientWidth ?? 0)];
               })""",
        ):
            seen += 1
            if len(shown) != 1 or expected not in shown[0].split():
                findings.append(f"{page} {figure} at {width} px: shows {shown}")
            elif min(drawn) < 200:
                findings.append(f"{page} {figure} at {width} px: is {min(drawn)} px wide")
    assert seen, "No page shows a picture."


FAULTY = """<link rel="stylesheet" href="assets/dossier.css">
<body><figure id="fig-x"><div class="picture"><svg width="400" height="200" font-size="12">
<text x="20" y="20">First words</text><text x="30" y="25">Other words</text>
<text x="-20" y="60">Leaving words</text>
<text x="20" y="90" font-size="9">Small words</text>
<text x="20" y="120">Hidden words</text><rect class="fill" x="15" y="105" width="90" height="20"/>
<text x="20" y="150" style="fill: #aaa">Pale words</text>
<text x="20" y="170" style="stroke: red">Outlined words</text>
<circle cx="300" cy="150" r="5"/>
<text x="200" y="120" transform="rotate(-45 200 120)">Slanted words</text>
<text x="224" y="120" transform="rotate(-45 224 120)">Slanted words too</text>
<text x="200" y="180"><tspan x="200" dy="0">Two lines of words</tspan><tspan x="200" dy="14">below</tspan>
</text></svg></div></figure>"""


def test_the_look_at_pictures_sees_every_kind_of_fault(addresses, open_tab):
    """What the tests above rely on: each fault is found, and what is right is let be."""
    tab = open_tab()
    tab.route("**/faulty.html", lambda route: route.fulfill(body=FAULTY, content_type="text/html"))
    tab.goto(addresses.published + "faulty.html")
    seen = tab.evaluate(LOOK)
    problems = sorted(finding["problem"] for finding in seen["findings"])
    expected = [
        "circle has no colour",
        "“First words” and “Other words” overlap",
        "“Hidden words” is covered by rect.fill",
        "“Leaving words” leaves the drawing by",
        "“Outlined words” is outlined",
        "“Pale words” has 2.3:1",
        "“Small words” is 9.0 px",
    ]
    assert len(problems) == len(expected), problems
    assert all(p.startswith(e) for p, e in zip(problems, expected)), problems
    assert (seen["drawings"], seen["texts"]) == (1, 10)


def test_the_palette_follows_the_theme(publication, addresses, open_tab):
    """The same mark is painted in another colour in the dark."""
    colors = {}
    page = next(iter(publication.pages_with("picture")), None)
    assert page, "No page shows a picture."
    for scheme in ("light", "dark"):
        tab = open_tab(scheme=scheme)
        tab.goto(addresses.published + page.path)
        colors[scheme] = tab.evaluate(
            """() => ['fill', 'stroke', 'text'].map((kind) => {
                 const e = document.querySelector(`.picture-wide svg ${kind === 'text' ? 'text'
                   : '.' + kind}`);
                 return e && getComputedStyle(e)[kind === 'stroke' ? 'stroke' : 'fill'];
               })"""
        )
    assert all(a is None or a != b for a, b in zip(colors["light"], colors["dark"])), colors
    assert any(colors["light"])
