"""The built site as files: what a page says, holds and links to, without a browser."""

import dataclasses
import functools
import pathlib
import posixpath
import re
import urllib.parse
import xml.etree.ElementTree as ElementTree

import html5lib

SVG = "{http://www.w3.org/2000/svg}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
WEB_SCHEMES = {"http", "https", "mailto"}
FUNCTION_URL = re.compile(r"""url\(\s*(["']?)(.*?)\1\s*\)""")


@dataclasses.dataclass(frozen=True)
class Link:
    """A place where a page names an address."""

    where: str
    address: str

    def __str__(self):
        return f"{self.where}: {self.address!r}"


class Page:
    """An HTML page of the site, parsed as a browser would."""

    def __init__(self, path, text):
        self.path = path
        self.text = text
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.root = parser.parse(text)
        lines = text.split("\n")
        self.parse_errors = [
            f"line {line}: {code} in {lines[line - 1].strip()[:120]!r}"
            for (line, _), code, _ in parser.errors
        ]

    def __str__(self):
        return self.path

    @functools.cached_property
    def elements(self):
        """Every element, in the order of the page."""
        return [element for element in self.root.iter() if isinstance(element.tag, str)]

    @functools.cached_property
    def ids(self):
        return [element.get("id") for element in self.elements if element.get("id") is not None]

    @functools.cached_property
    def body_classes(self):
        return set(self.root.find("body").get("class", "").split())

    @functools.cached_property
    def sends_on(self):
        """Whether the page stands at an old address and leads to the new one at once."""
        return any(e.get("http-equiv") == "refresh" for e in self.named("meta"))

    @functools.cached_property
    def features(self):
        """What the page is made of: its kind, and each element with each of its classes."""
        found = {" ".join(sorted(self.body_classes))}
        for element in self.elements:
            for name in element.get("class", "").split():
                found.add(f"{local_name(element)}.{name}")
        return found

    def with_class(self, name):
        return [e for e in self.elements if name in e.get("class", "").split()]

    def named(self, *tags):
        return [e for e in self.elements if local_name(e) in tags]

    @functools.cached_property
    def links(self):
        """Every address on the page: links, pictures, scripts, sheets, paints and clips."""
        found = []
        for element in self.elements:
            for name, value in element.attrib.items():
                if name in ("href", "src", "poster", "data", "action", "cite", XLINK_HREF):
                    found.append(Link(describe(element), value))
                elif name == "srcset":
                    for candidate in value.split(","):
                        found.append(Link(describe(element), candidate.split()[0]))
                else:
                    for match in FUNCTION_URL.finditer(value):
                        if element.tag.startswith(SVG):
                            found.append(Link(describe(element), match.group(2)))
        return found


class Publication:
    """All files of the site."""

    def __init__(self, root, base_path):
        self.root = pathlib.Path(root)
        #: The path under which the publication says that it is published, such as `/khorasan/`.
        self.base_path = base_path
        self.files = {
            path.relative_to(self.root).as_posix(): path
            for path in sorted(self.root.rglob("*"))
            if path.is_file()
        }
        self.pages = {
            name: Page(name, path.read_text(encoding="utf-8"))
            for name, path in self.files.items()
            if name.endswith(".html")
        }

    def pages_with(self, *classes):
        return [p for p in self.pages.values() if any(p.with_class(name) for name in classes)]

    def remaining(self, chosen):
        """The fewest pages that between them hold every part of a page that none of `chosen` has."""
        stay = [page for page in self.pages.values() if not page.sends_on]
        missing = set().union(*(page.features for page in stay))
        missing -= set().union(*(page.features for page in chosen))
        found = []
        while missing:
            best = max(
                stay, key=lambda page: (len(page.features & missing), len(page.text), page.path)
            )
            found.append(best)
            missing -= best.features
        return found

    def resolve(self, page_path, address):
        """The file and the anchor that an internal address leads to, or a reason why it is bad."""
        parts = urllib.parse.urlsplit(address)
        if parts.scheme or parts.netloc:
            return None, None, "leads to a host or a scheme of its own"
        if parts.query:
            return None, None, "has a query, which a disk cannot answer"
        path = urllib.parse.unquote(parts.path)
        if path.startswith("/"):
            if page_path != "404.html":
                return None, None, "starts at the host's root, which breaks under a sub-path"
            if not path.startswith(self.base_path):
                return None, None, f"does not start with {self.base_path}"
            target = posixpath.normpath(path[len(self.base_path):] or ".")
        elif path:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page_path), path))
        else:
            target = page_path
        if target not in self.files:
            return None, None, f"no file {target}"
        fragment = urllib.parse.unquote(parts.fragment)
        if address.endswith("#") or (not path and not fragment):
            return None, None, "leads nowhere"
        return target, fragment, None


def local_name(element):
    return element.tag.rpartition("}")[2]


def describe(element):
    """An element as a reader of a failure would look for it."""
    text = local_name(element)
    if element.get("id"):
        text += "#" + element.get("id")
    for name in element.get("class", "").split():
        text += "." + name
    return text


def words(element):
    """The text within an element, blanks folded."""
    return " ".join("".join(element.itertext()).split())


def parse_svg(path):
    return ElementTree.parse(path).getroot()
