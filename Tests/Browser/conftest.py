"""Builds the example publication once, hosts it in three ways, and opens one browser for all.

With DOSSIER_SITE the folder of a site that is built already is looked at instead.
"""

import contextlib
import dataclasses
import os
import pathlib
import re
import shutil
import subprocess
import urllib.parse

import kinds
import pytest
from harbour_publication import write_harbour
from hosting import Host
from playwright.sync_api import sync_playwright
from publication import Publication

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclasses.dataclass(frozen=True)
class Addresses:
    """Where the site can be seen; each ends in a slash."""

    #: Under the path that the publication itself names, as it will be published.
    published: str
    #: At the root of a host.
    root: str
    #: Under a path of which the publication knows nothing.
    elsewhere: str
    #: Opened from disk.
    disk: str


@dataclasses.dataclass(frozen=True)
class Site:
    """A built publication that can be seen."""

    publication: Publication
    addresses: Addresses


@pytest.fixture(scope="session")
def publication(tmp_path_factory, request):
    configuration = (REPOSITORY / "Content" / "site.yaml").read_text(encoding="utf-8")
    base_url = re.search(r"^baseURL:\s*(\S+)", configuration, re.MULTILINE)
    base_path = urllib.parse.urlsplit(base_url.group(1)).path if base_url else "/"
    built = os.environ.get("DOSSIER_SITE")
    if built:
        return Publication(built, base_path)
    program = request.getfixturevalue("program")
    site = tmp_path_factory.mktemp("publication") / "Site"
    build = subprocess.run(
        [program, "build", "--output", site], cwd=REPOSITORY, capture_output=True, text=True
    )
    if build.returncode != 0:
        pytest.exit(f"The example does not build:\n{build.stdout}{build.stderr}", 1)
    return Publication(site, base_path)


@contextlib.contextmanager
def hosted(publication):
    """The addresses of a publication, while it can be seen there."""
    below = Host(publication.root, publication.base_path, "/a/folder of/its own/".replace(" ", "%20"))
    root = Host(publication.root, "/")
    yield Addresses(
        published=below.origin + publication.base_path,
        root=root.origin + "/",
        elsewhere=below.origin + "/a/folder%20of/its%20own/",
        disk=publication.root.as_uri() + "/",
    )
    below.stop()
    root.stop()


@pytest.fixture(scope="session")
def addresses(publication):
    with hosted(publication) as addresses:
        yield addresses


@pytest.fixture(scope="session")
def harbour(program, tmp_path_factory):
    """A small publication that holds what the example lacks."""
    project = tmp_path_factory.mktemp("harbour")
    write_harbour(project)
    build = subprocess.run(
        [program, "build", "--strict"], cwd=project, capture_output=True, text=True
    )
    assert build.returncode == 0, build.stdout + build.stderr
    return Publication(project / "Site", "/harbour/")


@pytest.fixture(scope="session")
def sites(publication, addresses, harbour):
    """The sites whose pages are of every kind, by name."""
    with hosted(harbour) as harbour_addresses:
        yield {
            "example": Site(publication, addresses),
            "harbour": Site(harbour, harbour_addresses),
        }


@pytest.fixture(scope="session")
def specimens(sites):
    """Pages that between them are of every kind and hold every part of one."""
    return kinds.specimens(sites)


@pytest.fixture(scope="session")
def browser():
    program = shutil.which("chromium")
    if program is None:
        pytest.exit("The browser tests need Debian's package chromium.", 2)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=BROWSER_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_tab(browser):
    """Opens a tab with storage of its own; all are closed when the test ends."""
    contexts = []

    def open_tab(width=1280, height=900, scheme="light", **options):
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, **options
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        return context.new_page()

    yield open_tab
    for context in contexts:
        context.close()


@pytest.fixture
def findings():
    """A list to write what is wrong into; a test that ends with any has failed."""
    return []


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem):
    result = yield
    found = pyfuncitem.funcargs.get("findings")
    if found:
        shown = "\n".join(f"  {line}" for line in found[:60])
        more = f"\n  and {len(found) - 60} more" if len(found) > 60 else ""
        pytest.fail(f"{len(found)} found:\n{shown}{more}", pytrace=False)
    return result
