"""The preview: open pages follow what is written, and faults are shown over them."""

import re
import socket
import subprocess

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from serving import Preview
from test_accessibility import LEVELS, RUN

LONG = "\n\n".join(f"Paragraph {number} of a page that is long." for number in range(1, 80))


@pytest.fixture
def project(program, tmp_path):
    """A small publication: two pages, a picture, and a draft."""
    content = tmp_path / "Content"
    (content / "notes").mkdir(parents=True)
    (content / "assets").mkdir()
    (content / "site.yaml").write_text("title: Preview\nlanguage: en\n", encoding="utf-8")
    (content / "index.md").write_text("---\ntitle: Home\n---\n\nHello.\n", encoding="utf-8")
    (content / "notes" / "one.md").write_text(
        f"---\ntitle: One\n---\n\nFirst words.\n\n![A square](../assets/square.svg)\n\n{LONG}\n",
        encoding="utf-8",
    )
    (content / "notes" / "two.md").write_text(
        "---\ntitle: Two\n---\n\nSecond words.\n", encoding="utf-8"
    )
    (content / "notes" / "three.md").write_text(
        "---\ntitle: Three\ndraft: true\n---\n\nNot yet.\n", encoding="utf-8"
    )
    (content / "assets" / "square.svg").write_text(square("navy"), encoding="utf-8")
    return tmp_path


def square(colour):
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
        f'<rect width="40" height="40" fill="{colour}"/></svg>\n'
    )


@pytest.fixture
def serve(program, project):
    """Starts a preview of the publication; it ends with the test."""
    running = []

    def serve(*options):
        running.append(Preview(program, project, "--port", "0", *options))
        return running[-1]

    yield serve
    for preview in running:
        preview.stop()


def opened(tab, preview, path):
    """Opens a page and waits until it listens; what is set on its window tells if it was reloaded."""
    tab.goto(preview.address + path)
    tab.wait_for_function(
        "() => performance.getEntriesByType('resource').some((e) => e.name.includes('live.js'))"
    )
    tab.wait_for_timeout(150)
    tab.evaluate("() => { window.kept = true; }")
    return tab


def is_kept(tab):
    return tab.evaluate("() => window.kept === true")


def test_a_saved_page_is_shown_anew_where_it_was_read(serve, open_tab):
    preview = serve()
    tab = opened(open_tab(), preview, "notes/one.html")
    tab.evaluate("() => scrollTo({top: 1500, behavior: 'instant'})")
    preview.change("Content/notes/one.md", "Paragraph 79", "The last paragraph")
    tab.wait_for_selector("text=The last paragraph")
    assert not is_kept(tab)
    tab.wait_for_function("() => Math.abs(scrollY - 1500) < 2")


def test_a_page_stays_where_only_others_change(serve, open_tab):
    preview = serve()
    tab = opened(open_tab(), preview, "notes/one.html")
    other = opened(open_tab(), preview, "notes/two.html")
    preview.change("Content/notes/two.md", "Second words", "Other words")
    other.wait_for_selector("text=Other words")
    tab.wait_for_timeout(200)
    assert is_kept(tab)


def test_a_page_follows_a_picture_that_it_shows(serve, open_tab):
    preview = serve()
    tab = opened(open_tab(), preview, "notes/one.html")
    other = opened(open_tab(), preview, "notes/two.html")
    preview.write("Content/assets/square.svg", square("crimson"))
    tab.wait_for_function("() => window.kept === undefined && document.readyState === 'complete'")
    shown = tab.evaluate(
        "async () => (await (await fetch(document.querySelector('main img').src)).text())"
    )
    assert "crimson" in shown
    assert is_kept(other)


def test_a_style_sheet_is_swapped_under_the_page(serve, open_tab):
    preview = serve()
    tab = opened(open_tab(), preview, "notes/two.html")
    template = tab.evaluate(
        "async () => (await (await fetch(document.querySelector('link[rel=stylesheet]').href)).text())"
    )
    preview.write("Templates/assets/dossier.css", template + "\nh1 { outline: 7px solid red; }\n")
    tab.wait_for_function(
        "() => getComputedStyle(document.querySelector('h1')).outlineWidth === '7px'"
    )
    assert is_kept(tab)
    assert tab.locator("link[rel=stylesheet]").count() == 1
    preview.change("Templates/assets/dossier.css", "outline: 7px", "outline: 3px")
    tab.wait_for_function(
        "() => getComputedStyle(document.querySelector('h1')).outlineWidth === '3px'"
    )
    assert is_kept(tab)


def test_data_and_templates_and_settings_are_followed(serve, open_tab):
    preview = serve()
    tab = opened(open_tab(), preview, "notes/two.html")
    preview.change("Content/site.yaml", "title: Preview", "title: Renamed")
    tab.wait_for_function("() => document.title.includes('Renamed')")
    tab.wait_for_timeout(150)
    preview.write("Templates/404.mustache", "{{< base}}{{$main}}<p>Own words</p>{{/main}}{{/base}}\n")
    preview.wait_for(r"(?s)Built anew.*Built anew")
    lost = open_tab()
    assert lost.goto(preview.address + "nowhere.html").status == 404
    lost.wait_for_selector("text=Own words")


def test_a_page_that_comes_and_goes_is_followed(serve, open_tab):
    preview = serve()
    tab = open_tab()
    assert tab.goto(preview.address + "notes/new.html").status == 404
    tab.wait_for_timeout(150)
    preview.write("Content/notes/new.md", "---\ntitle: New\n---\n\nHere now.\n")
    tab.wait_for_selector("text=Here now.")
    tab.wait_for_timeout(150)
    (preview.project / "Content/notes/new.md").unlink()
    tab.wait_for_selector("text=Here now.", state="detached")


def test_faults_are_shown_over_the_last_good_page_and_go(serve, open_tab):
    preview = serve()
    tab = opened(open_tab(), preview, "notes/two.html")
    broken = "See [the <b>other</b>](missing.md)."
    preview.change("Content/notes/two.md", "Second words.", broken)
    panel = tab.locator("dossier-preview section")
    panel.wait_for()
    assert panel.get_attribute("role") == "dialog"
    assert "One fault" in panel.locator("[role=alert]").inner_text()
    assert panel.locator(".place").inner_text().startswith("Content/notes/two.md:5:")
    assert panel.locator("pre").inner_text() == f"5 | {broken}"
    assert panel.locator("mark").inner_text() == "missing.md"
    assert "link-target-missing" in panel.inner_text()
    assert panel.locator("b").count() == 0
    assert is_kept(tab) and tab.locator("text=Second words.").is_visible()

    # It can be put away and called back by keyboard.
    tab.keyboard.press("Escape")
    panel.wait_for(state="hidden")
    again = tab.locator("dossier-preview .again")
    again.focus()
    tab.keyboard.press("Enter")
    panel.wait_for()
    tab.keyboard.press("Enter")
    panel.wait_for(state="hidden")

    # New faults are shown even where the old were put away.
    preview.change("Content/notes/two.md", "missing.md", "gone.md")
    tab.wait_for_selector("dossier-preview mark:has-text('gone.md')")

    # A page that is opened now shows them as well.
    other = open_tab()
    other.goto(preview.address)
    other.locator("dossier-preview section").wait_for()

    preview.change("Content/notes/two.md", broken.replace("missing", "gone"), "Mended words.")
    tab.wait_for_selector("text=Mended words.")
    assert tab.locator("dossier-preview").count() == 0
    other.locator("dossier-preview").wait_for(state="detached")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_faults_are_shown_for_everyone(scheme, serve, open_tab, findings):
    preview = serve("--drafts")
    tab = opened(open_tab(width=390, scheme=scheme), preview, "notes/three.html")
    long = "x" * 400
    preview.change("Content/notes/three.md", "Not yet.", f"See [{long}]({long}.md) and [b](b.md).")
    tab.locator("dossier-preview section").wait_for()
    tab.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8"))
    findings += tab.evaluate(RUN, LEVELS)
    width = tab.evaluate(
        """() => {
          const panel = document.querySelector('dossier-preview').shadowRoot.querySelector('section');
          return [panel.scrollWidth, panel.clientWidth, panel.getBoundingClientRect().right];
        }"""
    )
    assert width[0] <= width[1] and width[2] <= 390
    background = tab.evaluate(
        """() => getComputedStyle(document.querySelector('dossier-preview').shadowRoot
          .querySelector('section')).backgroundColor"""
    )
    assert background == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(18, 23, 26)")


def test_a_first_build_that_fails_is_waited_for(project, program, open_tab):
    (project / "Content/notes/two.md").write_text(
        "---\ntitle: Two\n---\n\n[x](missing.md)\n", encoding="utf-8"
    )
    preview = Preview(program, project, "--port", "0")
    try:
        tab = open_tab()
        assert tab.goto(preview.address + "notes/two.html").status == 503
        tab.wait_for_selector("dossier-preview mark:has-text('missing.md')")
        preview.write("Content/notes/two.md", "---\ntitle: Two\n---\n\nAt last.\n")
        tab.wait_for_selector("text=At last.")
        assert tab.locator("dossier-preview").count() == 0
    finally:
        preview.stop()


def test_a_page_that_was_hidden_catches_up(serve, open_tab):
    preview = serve()
    tab = opened(open_tab(), preview, "notes/two.html")
    tab.evaluate(
        """() => {
          Object.defineProperty(document, 'hidden', {get: () => window.isHidden, configurable: true});
          window.isHidden = true;
          document.dispatchEvent(new Event('visibilitychange'));
        }"""
    )
    preview.change("Content/notes/two.md", "Second words", "Later words")
    preview.wait_for("Built anew")
    tab.wait_for_timeout(200)
    assert is_kept(tab)
    tab.evaluate(
        "() => { window.isHidden = false; document.dispatchEvent(new Event('visibilitychange')); }"
    )
    tab.wait_for_selector("text=Later words")


def test_many_open_pages_leave_room_for_one_more(serve, open_tab):
    """A browser has six connections to a host, and pages that listen must not use them all up."""
    preview = serve()
    first = open_tab()
    tabs = [first] + [first.context.new_page() for _ in range(5)]
    for number, tab in enumerate(tabs):
        tab.goto(preview.address + "notes/one.html")
        hidden = number < len(tabs) - 1
        tab.evaluate(
            """(isHidden) => {
              Object.defineProperty(document, 'hidden', {get: () => isHidden});
              document.dispatchEvent(new Event('visibilitychange'));
            }""",
            hidden,
        )
    last = first.context.new_page()
    last.goto(preview.address + "notes/two.html", wait_until="load", timeout=5_000)
    last.wait_for_selector("text=Second words")


def test_a_preview_that_is_started_anew_is_followed(project, program, open_tab):
    first = Preview(program, project, "--port", "0")
    port = first.address.rstrip("/").rsplit(":", 1)[1]
    tab = open_tab()
    try:
        opened(tab, first, "notes/two.html")
    finally:
        first.stop()
    first.change("Content/notes/two.md", "Second words", "Words of the next run")
    second = Preview(program, project, "--port", port)
    try:
        tab.wait_for_selector("text=Words of the next run")
    finally:
        second.stop()


def test_a_port_in_use_gives_way_to_the_next(project, program, open_tab):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        preview = Preview(program, project, "--port", str(port))
        try:
            used = int(preview.address.rstrip("/").rsplit(":", 1)[1])
            assert used > port
            assert f"Port {port} is in use, so this is port {used}." in preview.said()
            open_tab().goto(preview.address)
        finally:
            preview.stop()


def test_what_more_than_this_machine_can_reach_is_said(serve):
    assert "warning:" not in serve().said()
    preview = serve("--host", "0.0.0.0")
    preview.wait_for("Press Control-C")
    assert re.search(r"warning: whoever can reach this computer can read the site", preview.said())


def test_a_host_that_leads_nowhere_ends_it(project, program):
    result = subprocess.run(
        [program, "serve", "--host", "no.such.host.invalid"],
        cwd=project, capture_output=True, text=True, timeout=60,
    )
    assert result.returncode == 74
    assert "'no.such.host.invalid' leads to no address" in result.stderr


def test_without_content_it_ends_and_says_so(program, tmp_path):
    result = subprocess.run(
        [program, "serve"], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert result.returncode == 1
    assert "content-missing" in result.stderr


def test_drafts_are_shown_with_a_mark(serve, open_tab):
    preview = serve("--drafts")
    tab = opened(open_tab(), preview, "notes/three.html")
    mark = tab.get_by_text("Draft", exact=True)
    assert mark.is_visible()
    preview.change("Content/notes/three.md", "draft: true", "draft: false")
    mark.wait_for(state="detached")
    assert tab.locator("text=Not yet.").is_visible()
    tab.goto(preview.address + "notes/two.html")
    assert tab.get_by_text("Draft", exact=True).count() == 0


def test_nothing_of_the_preview_is_in_a_site_that_is_built(project, program):
    subprocess.run([program, "build", "--drafts"], cwd=project, check=True, capture_output=True)
    for page in (project / "Site").rglob("*.html"):
        assert ".dossier/" not in page.read_text(encoding="utf-8"), page


def test_changes_are_found_by_looking_where_that_is_asked_for(serve, open_tab):
    preview = serve("--poll")
    tab = opened(open_tab(), preview, "notes/two.html")
    preview.change("Content/notes/two.md", "Second words", "Found words")
    tab.wait_for_selector("text=Found words")


@pytest.mark.parametrize(
    ("limit", "said"),
    [("max_inotify_instances", "does not tell of changes"), ("max_inotify_watches", "more folders")],
)
def test_where_the_system_has_no_more_to_give_changes_are_looked_for(
    limit, said, project, program, open_tab
):
    set_limit = f'echo 0 > /proc/sys/user/{limit} && exec "$@"'
    within = ["unshare", "--user", "--map-root-user", "sh", "-c", set_limit, "sh"]
    if subprocess.run([*within, "true"], capture_output=True).returncode != 0:
        pytest.skip("this machine does not let one have limits of one's own")
    preview = Preview(program, project, "--port", "0", within=within)
    try:
        preview.wait_for(f"note: .*{said}.*twice a second")
        tab = opened(open_tab(), preview, "notes/two.html")
        preview.change("Content/notes/two.md", "Second words", "Found words")
        tab.wait_for_selector("text=Found words")
    finally:
        preview.stop()


def test_open_hands_the_address_to_the_system(project, program, tmp_path, monkeypatch):
    tools = tmp_path / "tools"
    tools.mkdir()
    opener = tools / "xdg-open"
    opener.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/.opened"\n', encoding="utf-8")
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:/usr/bin:/bin")
    preview = Preview(program, project, "--port", "0", "--open")
    try:
        opened_file = tmp_path / ".opened"
        for _ in range(200):
            if opened_file.exists() and opened_file.read_text().strip():
                break
            subprocess.run(["sleep", "0.05"], check=True)
        assert opened_file.read_text().strip() == preview.address
    finally:
        preview.stop()
