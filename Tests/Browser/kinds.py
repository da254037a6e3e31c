"""Every kind of page, and a page of each: the one list by which whole pages are tested.

What a list can forget is added by itself: after these come the fewest pages that hold every
part of a page that none of these has.
"""

import dataclasses

from publication import Page


@dataclasses.dataclass(frozen=True)
class Kind:
    """A kind of page, a page of it in one of the built sites, and what such a page shows."""

    name: str
    site: str
    #: The page's path in the site, with a query where only a query makes it what it is.
    path: str
    #: A selector of what makes the page one of its kind.
    shows: str
    #: Whether it takes a script to be what it is.
    scripted: bool = False


KINDS = [
    Kind("the front page", "example", "index.html", "body.front .cover"),
    Kind("a page", "example", "about.html", "body.kind-page .prose"),
    Kind("a brief", "example", "briefs/haqqani-question.html", "body.kind-brief .cite-entry"),
    Kind("a brief with charts", "example", "briefs/strength.html", ".figure-chart svg.chart"),
    Kind("a brief with tables", "example", "briefs/attacks.html", ".figure-table table"),
    Kind("a brief with a timeline", "example", "briefs/turn-of-2021.html", ".figure-timeline svg"),
    Kind("a section's listing", "example", "briefs/index.html", "body.kind-listing .entries"),
    Kind("a listing on several pages", "harbour", "log/index.html", ".entries ~ nav.pager"),
    Kind("a listing's second page", "harbour", "log/index/2.html", ".entries ~ nav.pager"),
    Kind("an entity", "example", "actors/is-khorasan.html", "body.kind-entity .facts"),
    Kind("a collection's listing", "example", "actors/index.html", ".entries .entry-entity"),
    Kind("a place", "example", "places/kunar.html", "body.kind-entity .mentions"),
    Kind("a dataset", "example", "data/strength.html", "body.kind-dataset table"),
    Kind("a dataset of every type", "harbour", "data/types.html", "body.kind-dataset table"),
    Kind("a dataset on several pages", "harbour", "data/calls.html", "table ~ nav.pager, nav.pager"),
    Kind("a dataset's second page", "harbour", "data/calls/2.html", "[rel=prev]"),
    Kind("the list of datasets", "example", "data/index.html", ".entries .entry-dataset"),
    Kind("the sources", "example", "sources.html", "body.kind-sources .bibliography"),
    Kind("the timeline", "example", "timeline/index.html", "body.kind-timeline .choices"),
    Kind("a year of the timeline", "example", "timeline/2021.html", "body.kind-timeline .events"),
    Kind("a year of publication", "example", "years/2026.html", ".entries .entry-brief"),
    Kind("the years", "example", "years/index.html", "body.kind-terms .terms"),
    Kind("a topic", "example", "topics/attacks.html", ".entries .entry-brief"),
    Kind("the topics", "example", "topics/index.html", "body.kind-terms .terms"),
    Kind("an author", "example", "authors/example-desk.html", ".entries .entry-brief"),
    Kind("the authors", "example", "authors/index.html", "body.kind-terms .terms"),
    Kind("a series", "example", "series/khorasan-briefings.html", ".entries .entry-brief"),
    Kind("the series", "example", "series/index.html", "body.kind-terms .terms"),
    Kind("the figures", "example", "figures.html", "body.kind-figures nav.pager"),
    Kind("the site map", "example", "sitemap.html", "body.kind-sitemap main a"),
    Kind("the search", "example", "search.html", "body.kind-search"),
    Kind("what a search found", "example", "search.html?q=kunar", ".entries mark", scripted=True),
    Kind("the page for missing pages", "example", "404.html", "body.kind-404"),
    Kind("a page of the guide", "example", "guide/markdown.html", ".alert ~ * .task, .footnotes"),
    Kind("a page with citations and code", "example", "guide/citations.html", "pre ~ * .citation, .citation"),
    Kind("a page in German", "harbour", "briefs/faehren.html", "html[lang=de] .figure-table"),
    Kind("a page from right to left", "harbour", "briefs/marakib.html", "html[dir=rtl] .figure svg"),
    Kind("a page under a mark", "harbour", "briefs/ferries.html", ".masthead .tlp-amber"),
]

#: Pages that send their readers on, which therefore cannot be looked at for long.
REDIRECT = Kind("an old address", "harbour", "2023/ferries.html", "meta[http-equiv=refresh]")


@dataclasses.dataclass(frozen=True)
class Specimen:
    """A page that is looked at for all of its kind, and where it can be opened."""

    name: str
    page: Page
    #: On a host, under the path that its publication names.
    address: str
    #: From disk.
    disk: str
    shows: str
    scripted: bool = False

    def __str__(self):
        return f"{self.page} ({self.name})"

    def open(self, tab):
        """Opens the page and waits until it is what it is meant to be."""
        tab.goto(self.address)
        tab.wait_for_selector(self.shows, state="attached")

    def open_unfolded(self, tab):
        """Opens the page and everything on it that can be folded."""
        self.open(tab)
        tab.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")


def specimens(sites):
    """A page of every kind, and the fewest others of the same sites that hold what is left over."""
    chosen = []
    for kind in KINDS:
        site = sites[kind.site]
        page = site.publication.pages[kind.path.partition("?")[0]]
        chosen.append(
            Specimen(
                kind.name,
                page,
                site.addresses.published + kind.path,
                site.addresses.disk + kind.path,
                kind.shows,
                kind.scripted,
            )
        )
    for site in sites.values():
        for page in site.publication.remaining([each.page for each in chosen]):
            path = site.addresses.published + page.path, site.addresses.disk + page.path
            chosen.append(Specimen("for a part of it", page, *path, "body"))
    return chosen
