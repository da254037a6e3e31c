"""Pages fit the screen at every width."""

import pytest

#: What sticks out at the side of the page, leaving out what scrolls in a box of its own.
STICKING_OUT = """() => {
  const width = document.documentElement.clientWidth;
  const root = document.scrollingElement;
  if (root.scrollWidth <= width) return null;
  // What is placed absolutely leaves all boxes but those that are placed themselves.
  const boxed = (element) => {
    let free = getComputedStyle(element).position === 'absolute';
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (free && style.position === 'static') continue;
      if (style.overflowX !== 'visible') return true;
      free = style.position === 'absolute';
    }
    return false;
  };
  const name = (e) => e.localName + (e.id ? '#' + e.id : '') +
    [...e.classList].map((c) => '.' + c).join('');
  const out = [...document.body.querySelectorAll('*')].filter((e) => {
    const box = e.getBoundingClientRect();
    return box.width > 0 && (box.right > width + 0.5 || box.left < -0.5) && !boxed(e);
  });
  return `${root.scrollWidth} px wide; sticking out: ` + out.slice(0, 4).map((e) =>
    `${name(e)} “${e.textContent.trim().replace(/\\s+/g, ' ').slice(0, 60)}”`).join(', ');
}"""

WIDTHS = [1280, 768, 390, 320]


def test_no_page_scrolls_sideways(sites, open_tab, findings):
    tab = open_tab()
    for site in sites.values():
        for page in site.publication.pages.values():
            if page.sends_on:
                continue
            tab.goto(site.addresses.published + page.path)
            for width in WIDTHS:
                tab.set_viewport_size({"width": width, "height": 800})
                problem = tab.evaluate(STICKING_OUT)
                if problem:
                    findings.append(f"{page} at {width} px: {problem}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_kind_of_page_scrolls_sideways_once_everything_is_unfolded(
    scheme, specimens, open_tab, findings
):
    tab = open_tab(scheme=scheme)
    for page in specimens:
        page.open_unfolded(tab)
        for width in (390, 320):
            tab.set_viewport_size({"width": width, "height": 800})
            problem = tab.evaluate(STICKING_OUT)
            if problem:
                findings.append(f"{page} at {width} px, {scheme}: {problem}")


def test_lines_of_text_keep_a_measure(specimens, open_tab, findings):
    """Between 45 and 80 characters a line on a wide screen, counted on paragraphs of many lines."""
    tab = open_tab()
    seen = 0
    for page in specimens:
        page.open(tab)
        for text, lines in tab.eval_on_selector_all(
            ".prose > p",
            """all => all.map((p) => [p.textContent.trim(),
                 Math.round(p.clientHeight / parseFloat(getComputedStyle(p).lineHeight))])""",
        ):
            # A picture alone has no lines.
            if lines < 4 or not text:
                continue
            seen += 1
            if not 45 <= len(text) / lines <= 80:
                findings.append(f"{page}: {len(text) / lines:.0f} characters a line: {text[:60]!r}")
    assert seen
