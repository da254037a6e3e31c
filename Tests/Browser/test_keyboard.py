"""Every page can be used with the keyboard alone, and shows where one is."""

from playwright.sync_api import TimeoutError

FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const number = (color) => color.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  let ground = [255, 255, 255];
  for (let at = e.parentElement; at; at = at.parentElement) {
    const color = number(getComputedStyle(at).backgroundColor);
    if (color.length === 3 || color[3] > 0.9) { ground = color; break; }
  }
  const style = getComputedStyle(e);
  const [a, b] = [luminance(number(style.outlineColor)), luminance(ground)];
  const box = e.getBoundingClientRect();
  return {
    index: [...document.querySelectorAll('*')].indexOf(e),
    name: e.localName + [...e.classList].map((c) => '.' + c).join('') + ' “' +
      (e.textContent.trim() || e.getAttribute('aria-label') || '').replace(/\\s+/g, ' ')
        .slice(0, 50) + '”',
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05),
    inView: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 &&
      box.top < innerHeight && box.left < innerWidth,
  };
}"""

#: What should be a stop of the Tab key: whatever can be used and shows.
STOPS = """() => {
  const all = [...document.querySelectorAll('*')];
  return all.filter((e) =>
    e.matches('a[href], button, summary, input:enabled, select, textarea, [tabindex="0"]') &&
    e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length,
  ).map((e) => [all.indexOf(e), e.localName + ' “' + e.textContent.trim().slice(0, 50) + '”']);
}"""


def test_the_first_stop_skips_to_the_content(specimens, open_tab, findings):
    tab = open_tab()
    for page in specimens:
        page.open(tab)
        box = tab.locator("a.skip").bounding_box()
        if box["y"] + box["height"] > 0:
            findings.append(f"{page}: the skip link shows before it is needed")
        tab.keyboard.press("Tab")
        state = tab.evaluate(FOCUSED)
        if not state or not state["name"].startswith("a.skip"):
            findings.append(f"{page}: the first stop is {state and state['name']}")
            continue
        if not state["inView"]:
            findings.append(f"{page}: the skip link stays out of view")
        tab.keyboard.press("Enter")
        tab.wait_for_url("**#page.content")
        tab.keyboard.press("Tab")
        within = "document.querySelector('main').contains(document.activeElement)"
        if tab.locator("main").locator("a, button, summary").count() and not tab.evaluate(within):
            state = tab.evaluate(FOCUSED)
            findings.append(f"{page}: after skipping, Tab goes to {state and state['name']}")


def test_tab_reaches_everything_in_order_and_shows_where_it_is(specimens, open_tab, findings):
    for scheme, width in (("light", 1280), ("dark", 390)):
        tab = open_tab(width=width, scheme=scheme)
        for page in specimens:
            place = f"{page} at {width} px, {scheme}"
            page.open(tab)
            expected = tab.evaluate(STOPS)
            reached = []
            for _ in expected:
                tab.keyboard.press("Tab")
                state = tab.evaluate(FOCUSED)
                if state is None:
                    break
                reached.append(state["index"])
                if state["outline"] < 2:
                    findings.append(f"{place}: focus does not show on {state['name']}")
                elif state["contrast"] < 3:
                    findings.append(
                        f"{place}: focus on {state['name']} has {state['contrast']:.1f}:1 only"
                    )
                if not state["inView"]:
                    findings.append(f"{place}: {state['name']} is out of view when focused")
            missed = [name for index, name in expected if index not in reached]
            if missed:
                findings.append(f"{place}: Tab never reaches {missed[:3]}")
            if reached != sorted(reached):
                findings.append(f"{place}: Tab does not follow the order of the page")
        tab.close()


def test_wide_tables_scroll_by_keyboard_on_a_phone(publication, addresses, open_tab):
    tab = open_tab(width=390)
    wide = None
    for page in publication.pages_with("table-scroll"):
        tab.goto(addresses.published + page.path)
        for box in tab.locator(".table-scroll").all():
            if box.evaluate("e => e.scrollWidth > e.clientWidth + 20"):
                wide = box
                break
        if wide:
            break
    assert wide, "No table of the example is wider than a phone."
    wide.focus()
    tab.keyboard.press("ArrowRight")
    tab.wait_for_function("e => e.scrollLeft > 0", arg=wide.element_handle())


def test_folded_parts_open_by_keyboard(publication, addresses, open_tab):
    tab = open_tab(width=390)
    for name, part in (("timeline-list", ".events"), ("chart-data", "table")):
        page = next(iter(publication.pages_with(name)), None)
        assert page, f"No page has a {name}."
        tab.goto(addresses.published + page.path)
        tab.focus(f"details.{name} summary")
        tab.keyboard.press("Enter")
        assert tab.locator(f"details.{name} {part}").first.is_visible()


def test_a_key_leads_from_every_kind_of_page_to_the_search(specimens, open_tab, findings):
    tab = open_tab()
    for specimen in specimens:
        specimen.open(tab)
        tab.keyboard.press("/")
        tab.wait_for_url("**/search.html*")
        try:
            tab.wait_for_function("document.activeElement.id === 'search.query'", timeout=3_000)
        except TimeoutError:
            findings.append(f"{specimen}: `/` does not lead into the search")


def test_escape_empties_the_search(addresses, open_tab):
    tab = open_tab()
    tab.goto(addresses.published + "search.html?q=kunar")
    tab.wait_for_selector("[id='search.results'] .entry-title")
    tab.focus("form.search input")
    tab.keyboard.press("Escape")
    assert tab.input_value("form.search input") == ""
    tab.wait_for_selector("[id='search.results'] .entry-title", state="detached")
