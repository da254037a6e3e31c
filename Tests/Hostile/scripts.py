"""Finds what would run, or fetch from elsewhere, in a page or a picture, as a browser reads it.

The program's own check is made of other stuff: what both overlook would have to be overlooked
twice.
"""

import html.parser
import re
import xml.etree.ElementTree as ElementTree

#: Scripts that are data.
INERT = {"application/ld+json", "application/json"}
FORBIDDEN = {"iframe", "object", "embed", "frame", "frameset", "applet", "portal", "handler"}
ADDRESSES = {
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "xlink:href",
    "srcset",
    "to",
    "values",
    "from",
}


def runs(address):
    """Whether an address runs when it is followed; browsers pass over blanks in it."""
    plain = re.sub(r"[\x00-\x20]", "", address or "").lower()
    return plain.startswith(
        ("javascript:", "vbscript:", "data:text/html", "data:application/xhtml", "data:text/xml")
    )


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found = []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag in FORBIDDEN:
            self.found.append(tag)
        if tag == "base":
            self.found.append("base")
        if tag == "script" and given.get("type") not in INERT:
            source = given.get("src")
            if not source or re.match(r"(?i)\s*([a-z][a-z0-9+.-]*:|//)", source):
                self.found.append(f"script {source}")
        if tag == "meta" and (given.get("http-equiv") or "").lower() == "refresh":
            if re.search(
                r"(?i)url=\s*['\"]?\s*(javascript|data|vbscript):", given.get("content") or ""
            ):
                self.found.append("refresh")
        for name, value in attributes:
            if name.startswith("on") or name in {"srcdoc", "style"}:
                self.found.append(f"{name}={value}")
            if name in ADDRESSES and runs(value):
                self.found.append(f"{name}={value}")

    handle_startendtag = handle_starttag


def in_picture(bytes):
    try:
        root = ElementTree.fromstring(bytes)
    except ElementTree.ParseError:
        return ["no XML"]
    found = []
    for element in root.iter():
        name = str(element.tag).split("}")[-1].lower()
        if name in FORBIDDEN | {"script", "foreignobject"}:
            found.append(name)
        for key, value in element.attrib.items():
            key = key.split("}")[-1].lower()
            if key.startswith("on") or key in ADDRESSES and runs(value):
                found.append(f"{key}={value}")
    return found


def live_scripts(name, bytes):
    """What is live in a file of the site."""
    if name.endswith((".html", ".htm")):
        page = Page()
        page.feed(bytes.decode("utf-8"))
        page.close()
        return page.found
    if name.endswith(".svg"):
        return in_picture(bytes)
    return []
