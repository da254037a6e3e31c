"""What a reader gets without JavaScript, in the dark, by keyboard and with a theme of choice."""

import pytest

#: The text that shows, without what the script itself brings.
SHOWN_TEXT = """() => {
  document.querySelectorAll('button.theme, .margin-notes').forEach((brought) => brought.remove());
  return document.body.innerText.replace(/\\s+/g, ' ').trim();
}"""

#: Relative luminance (WCAG 2.2) of the page's ground.
GROUND = """() => {
  const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
  const [x, y, z] = [r, g, b].map((c) => c / 255)
    .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
}"""


def test_everything_reads_without_javascript(specimens, open_tab, findings):
    plain = open_tab(java_script_enabled=False)
    full = open_tab()
    for page in specimens:
        if "kind-search" in page.page.body_classes:
            # The one page that needs a script says so, and leads on; test_search looks at it.
            continue
        page.open(plain)
        page.open(full)
        assert not full.locator("button.theme").is_hidden(), f"{page}: no theme switch"
        if plain.locator("button.theme").is_visible():
            findings.append(f"{page}: shows a theme switch that cannot work")
        without, with_script = plain.evaluate(SHOWN_TEXT), full.evaluate(SHOWN_TEXT)
        if without != with_script:
            at = next(
                (i for i, (a, b) in enumerate(zip(without, with_script)) if a != b),
                min(len(without), len(with_script)),
            )
            findings.append(
                f"{page}: differs at {without[at:at + 60]!r}, with the script "
                f"{with_script[at:at + 60]!r}"
            )


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_the_dark_theme_follows_the_system(java_script_enabled, specimens, open_tab, findings):
    tab = open_tab(scheme="dark", java_script_enabled=java_script_enabled)
    for page in specimens:
        if page.scripted and not java_script_enabled:
            continue
        page.open(tab)
        if tab.evaluate(GROUND) > 0.05:
            findings.append(f"{page}: the ground is not dark: {tab.evaluate(GROUND):.2f}")
        tab.emulate_media(color_scheme="light")
        if tab.evaluate(GROUND) < 0.8:
            findings.append(f"{page}: the ground is not light: {tab.evaluate(GROUND):.2f}")
        tab.emulate_media(color_scheme="dark")


@pytest.mark.parametrize("place", ["published", "disk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_switch_goes_round_and_remembers(
    place, scheme, publication, addresses, open_tab
):
    start = getattr(addresses, place)
    tab = open_tab(scheme=scheme)
    tab.goto(start + "index.html")
    button = tab.locator("button.theme")
    system = tab.evaluate(GROUND)
    grounds, states = [], []
    for _ in range(3):
        states.append(button.inner_text())
        grounds.append(tab.evaluate(GROUND))
        button.click()
    assert len(set(states)) == 3, f"The switch says {states}."
    assert button.inner_text() == states[0], "Three clicks do not lead back to the first state."
    assert max(grounds) > 0.8 and min(grounds) < 0.05, f"The grounds are {grounds}."

    opposite = next(i for i, ground in enumerate(grounds) if abs(ground - system) > 0.5)
    for _ in range(opposite):
        button.click()
    tab.goto(start + "briefs/index.html")
    assert tab.evaluate(GROUND) == grounds[opposite], "The choice is not kept on the next page."
    assert tab.locator("button.theme").inner_text() == states[opposite]
    tab.reload()
    assert tab.evaluate(GROUND) == grounds[opposite], "The choice does not outlive a reload."
    for _ in range(3 - opposite):
        tab.locator("button.theme").click()
    tab.goto(start + "index.html")
    assert tab.evaluate(GROUND) == system, "The way back to the system's theme is not kept."


def test_the_theme_is_set_before_the_first_paint(addresses, open_tab):
    """The script runs in the head, without waiting, so that no page flashes in the other theme."""
    tab = open_tab(scheme="light")
    tab.add_init_script("localStorage.setItem('dossier-theme', 'dark')")
    tab.add_init_script(
        "new MutationObserver(() => {"
        "  if (document.body && !window.first) window.first = document.documentElement.dataset.theme"
        "    || 'none';"
        "}).observe(document, {childList: true, subtree: true})"
    )
    tab.goto(addresses.published + "index.html")
    assert tab.evaluate("window.first") == "dark"


def test_the_contents_say_which_section_is_read(addresses, open_tab):
    tab = open_tab(width=1280)
    tab.goto(addresses.published + "briefs/strength.html")
    current = ".contents-beside [aria-current]"
    assert tab.locator(current).count() == 0
    for link in tab.locator(".contents-beside a").all():
        link.click()
        address = link.get_attribute("href")
        tab.wait_for_function(
            """([current, address]) => {
                 const shown = document.querySelectorAll(current);
                 const last = document.documentElement.scrollHeight - innerHeight - scrollY < 2;
                 return shown.length === 1
                   && (last || shown[0].getAttribute('href') === address); }""",
            arg=[current, address],
            timeout=5_000,
        )
    tab.evaluate("scrollTo(0, 0)")
    tab.wait_for_function("(current) => !document.querySelector(current)", arg=current)
