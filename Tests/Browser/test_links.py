"""Every address in the site leads somewhere, from wherever the site is opened."""

import posixpath
import re
import urllib.parse

from publication import FUNCTION_URL, WEB_SCHEMES, parse_svg


def test_every_internal_link_leads_to_a_file_and_an_anchor(publication, findings):
    for page in publication.pages.values():
        for link in page.links:
            scheme = urllib.parse.urlsplit(link.address).scheme
            if scheme in WEB_SCHEMES:
                continue
            target, fragment, reason = publication.resolve(page.path, link.address)
            if reason:
                findings.append(f"{page}: {link} {reason}")
            elif fragment and target not in publication.pages:
                findings.append(f"{page}: {link} has an anchor in a file that is no page")
            elif fragment and fragment not in publication.pages[target].ids:
                findings.append(f"{page}: {link}: {target} has no id {fragment!r}")


def test_links_to_the_web_are_whole(publication, findings):
    seen = 0
    for page in publication.pages.values():
        for link in page.links:
            parts = urllib.parse.urlsplit(link.address)
            if parts.scheme in ("http", "https"):
                seen += 1
                if not parts.hostname or re.search(r"\s", link.address):
                    findings.append(f"{page}: {link} names no host or has a blank")
    assert seen, "The example links to the web, so this test should have seen such links."


def test_nothing_but_a_link_leads_to_the_web(publication, findings):
    for page in publication.pages.values():
        for element in page.elements:
            for name in ("src", "srcset", "data", "poster", "action"):
                if re.match(r"(https?:)?//", element.get(name, "").strip()):
                    findings.append(f"{page}: {element.tag} fetches {element.get(name)!r}")
        for link in page.named("link"):
            if re.match(r"(https?:)?//", link.get("href", "")) and link.get("rel") not in (
                "canonical",
                "license",
                "schema.DC",
            ):
                findings.append(f"{page}: link rel={link.get('rel')} fetches {link.get('href')!r}")


def test_every_link_says_where_it_leads(publication, findings):
    for page in publication.pages.values():
        for element in page.named("a"):
            says = "".join(element.itertext()).strip() or element.get("aria-label", "").strip()
            alt = " ".join(e.get("alt", "") for e in element.iter() if e.tag == "img").strip()
            if element.get("href") is not None and not (says or alt):
                findings.append(f"{page}: a link to {element.get('href')!r} has no words")


def test_every_page_can_be_reached_from_the_front_page(publication):
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        page = publication.pages[waiting.pop()]
        for link in page.links:
            if urllib.parse.urlsplit(link.address).scheme:
                continue
            target, _, reason = publication.resolve(page.path, link.address)
            if reason is None and target in publication.pages and target not in reached:
                reached.add(target)
                waiting.append(target)
    assert set(publication.pages) - reached == {"404.html"}


def test_style_sheets_fetch_nothing_that_is_not_there(publication, findings):
    sheets = [name for name in publication.files if name.endswith(".css")]
    assert sheets
    for name in sheets:
        text = publication.files[name].read_text(encoding="utf-8")
        if "@import" in text:
            findings.append(f"{name}: has @import")
        for match in FUNCTION_URL.finditer(text):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), match.group(2)))
            if target not in publication.files:
                findings.append(f"{name}: no file for url({match.group(2)})")


def test_pictures_by_themselves_are_whole_and_fetch_nothing(publication, findings):
    for name, path in publication.files.items():
        if not name.endswith(".svg"):
            continue
        root = parse_svg(path)
        ids = [e.get("id") for e in root.iter() if e.get("id")]
        findings.extend(f"{name}: id {i!r} stands twice" for i in set(ids) if ids.count(i) > 1)
        for element in root.iter():
            tag = element.tag.rpartition("}")[2]
            if tag in ("script", "foreignObject", "image"):
                findings.append(f"{name}: has <{tag}>")
            if tag == "style" and re.search(r"@import|url\(\s*['\"]?(?!#)", element.text or ""):
                findings.append(f"{name}: its style fetches something")
            for attribute, value in element.attrib.items():
                bare = attribute.rpartition("}")[2]
                if bare.startswith("on"):
                    findings.append(f"{name}: {tag} has {attribute}")
                if bare in ("aria-labelledby", "aria-describedby"):
                    for target in set(value.split()) - set(ids):
                        findings.append(f"{name}: {tag} {attribute} has no id {target!r}")
                if bare == "href" and not value.startswith("#"):
                    findings.append(f"{name}: {tag} leads to {value!r}")
                for match in FUNCTION_URL.finditer(value):
                    if match.group(2).removeprefix("#") not in ids:
                        findings.append(f"{name}: {tag} {attribute} has no id {match.group(2)!r}")
