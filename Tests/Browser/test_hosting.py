"""The site works on a host's root, under any path and from disk, and asks nobody else."""

import dataclasses

import pytest
from kinds import REDIRECT

STYLED = """() => ({
  band: getComputedStyle(document.querySelector('.masthead')).backgroundColor,
  sheets: document.styleSheets.length,
  button: document.querySelector('button.theme').hidden,
})"""


def follow(tab, selector):
    """Clicks and waits until the browser is where the link leads."""
    with tab.expect_navigation(wait_until="load"):
        tab.locator(selector).first.click()


def style_problems(tab):
    """What shows that the style sheet or the script did not arrive."""
    state = tab.evaluate(STYLED)
    problems = []
    if state["band"] in ("rgba(0, 0, 0, 0)", "transparent") or not state["sheets"]:
        problems.append("the style sheet is not applied")
    if state["button"]:
        problems.append("the script did not run")
    return problems


class Watch:
    """Writes down what a tab asks for elsewhere, what fails, and what its console and scripts say."""

    def __init__(self, tab, home, findings):
        #: The page that is open, for the reader of a finding.
        self.page = None
        self.asked = 0
        self.home = home
        self.findings = findings
        tab.on("request", self.note_request)
        tab.on("requestfailed", self.note_failure)
        tab.on("response", self.note_answer)
        tab.on("console", self.note_message)
        tab.on("pageerror", lambda error: self.note(f"script error: {error}"))

    def note(self, text):
        self.findings.append(f"{self.page}: {text}")

    def note_message(self, message):
        # Chromium may ask a host for its icon before it has read which one a page names.
        place = message.location.get("url", "")
        if not place.endswith("/favicon.ico"):
            self.note(f"console {message.type}: {message.text[:300]} ({place})")

    def note_request(self, request):
        self.asked += 1
        if not request.url.startswith(self.home):
            self.note(f"asked for {request.url}")

    def note_failure(self, request):
        # An icon or a lazy image may still be under way when the test goes on to the next page.
        if request.failure != "net::ERR_ABORTED":
            self.note(f"{request.url} failed: {request.failure}")

    def note_answer(self, response):
        # Files that are read from disk have no status.
        if response.status not in (0, 200):
            self.note(f"{response.url} answered with {response.status}")


def test_pages_fetch_only_from_their_own_host_and_keep_its_policy(sites, open_tab, findings):
    for site in sites.values():
        tab = open_tab()
        start = site.addresses.published
        watch = Watch(tab, start, findings)
        for page in site.publication.pages.values():
            watch.page = page
            tab.goto(start + page.path, wait_until="load")
            if not page.sends_on:
                findings.extend(f"{page}: {problem}" for problem in style_problems(tab))
        assert watch.asked > len(site.publication.pages)
        tab.close()


def test_every_kind_of_page_works_from_disk(specimens, open_tab, findings):
    tab = open_tab()
    watch = Watch(tab, "file:///", findings)
    for specimen in specimens:
        if "kind-404" in specimen.page.body_classes:
            # A host answers with it at any address, so its links begin at the site's root.
            continue
        watch.page = specimen
        tab.goto(specimen.disk)
        tab.wait_for_selector(specimen.shows, state="attached")
        findings.extend(f"{specimen}: {problem}" for problem in style_problems(tab))
    assert watch.asked > 2 * len(specimens)


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_an_old_address_sends_its_readers_on(java_script_enabled, sites, open_tab):
    site = sites[REDIRECT.site]
    page = site.publication.pages[REDIRECT.path]
    assert page.sends_on and len(page.named("a")) == 1
    for start in dataclasses.astuple(site.addresses):
        tab = open_tab(java_script_enabled=java_script_enabled)
        tab.goto(start + REDIRECT.path)
        tab.wait_for_url(start + "briefs/ferries.html")
        assert tab.inner_text("h1") == "Ferries and tides"


@pytest.mark.parametrize("place", ["root", "elsewhere", "published", "disk"])
def test_a_reader_can_walk_from_the_front_page_to_a_source(
    place, publication, addresses, open_tab
):
    """Front page, listing, brief, its contents, a citation, an entity, and home again."""
    start = getattr(addresses, place)
    tab = open_tab()
    problems = []
    tab.on("console", lambda m: problems.append(f"{tab.url}: console {m.type}: {m.text[:300]}"))
    tab.goto(start + "index.html")
    problems += style_problems(tab)

    follow(tab, ".masthead-nav a[href$='briefs/index.html']")
    assert tab.url == start + "briefs/index.html"
    problems += style_problems(tab)

    follow(tab, ".entries .entry-title a")
    assert tab.url.startswith(start + "briefs/") and not tab.url.endswith("index.html")
    brief = tab.url
    problems += style_problems(tab)

    follow(tab, ".contents-beside li:nth-child(2) a")
    assert tab.url.startswith(brief + "#")
    assert tab.locator(":target").bounding_box()["y"] < 900, "The section is not in view."

    follow(tab, ".prose .citation a")
    assert tab.url.startswith(brief + "#ref-")
    assert tab.locator(".bibliography li:target").is_visible()

    follow(tab, ".prose a.entity")
    assert tab.url.startswith(start) and "/briefs/" not in tab.url[len(start) - 1:]
    assert tab.locator("body.kind-entity h1").is_visible()
    problems += style_problems(tab)

    follow(tab, ".masthead-title a")
    assert tab.url == start + "index.html"
    assert not problems, "\n".join(problems)


def test_the_page_for_missing_pages_works_at_any_depth(addresses, open_tab):
    tab = open_tab()
    response = tab.goto(addresses.published + "no/such/page/at-all.html")
    assert response.status == 404
    assert style_problems(tab) == []
    follow(tab, "main a")
    assert tab.url == addresses.published + "index.html"


def test_downloads_of_a_figure_are_there(publication, addresses, open_tab, findings):
    seen = set()
    tab = open_tab()
    for page in publication.pages_with("figure-links"):
        tab.goto(addresses.elsewhere + page.path)
        for address in tab.eval_on_selector_all(".figure-links a", "all => all.map(a => a.href)"):
            if address in seen:
                continue
            seen.add(address)
            answer = tab.request.get(address)
            if not answer.ok or not answer.body():
                findings.append(f"{page}: {address} answers {answer.status}")
    assert seen, "No figure offers a download."
