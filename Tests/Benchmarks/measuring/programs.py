"""The two programs: how each builds, starts afresh, and is given a change."""

import os
import re
import shutil
import subprocess

from . import runs


class Dossier:
    name = "Dossier"

    def __init__(self, program, project, scratch):
        self.program, self.project, self.scratch = program, project, scratch
        self.output = project / "Site"
        self.texts = project / "Content"
        # No program to draw cards for social networks can be found here; Hugo makes none either.
        nothing = scratch / "nothing"
        nothing.mkdir(exist_ok=True)
        self.environment = {**os.environ, "PATH": str(nothing)}

    def version(self):
        return _said([self.program, "--version"])

    def forget(self):
        """Removes the site and whatever a build keeps for the next one."""
        for folder in (self.output, self.project / ".dossier-cache"):
            shutil.rmtree(folder, ignore_errors=True)

    def build(self):
        command = [self.program, "build", "--strict", "--project", self.project]
        return runs.run(command, self.scratch, self.environment)


class Hugo:
    name = "Hugo"

    def __init__(self, program, project, scratch):
        self.program, self.project, self.scratch = program, project, scratch
        self.output = project / "public"
        self.texts = project / "content"
        self.cache = scratch / "hugo-cache"
        self.environment = {**os.environ, "HUGO_CACHEDIR": str(self.cache)}

    def version(self):
        return re.search(r"v[0-9.]+", _said([self.program, "version"])).group(0)

    def forget(self):
        for folder in (self.output, self.project / "resources", self.cache):
            shutil.rmtree(folder, ignore_errors=True)

    def build(self):
        command = [self.program, "build", "--panicOnWarning", "--source", self.project]
        return runs.run(command, self.scratch, self.environment)


def _said(command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def change_word(path, word):
    """Puts a word into the first paragraph of a brief."""
    head, text = _parted(path)
    paragraphs = text.split("\n\n")
    first, rest = paragraphs[1].split(" ", 1)
    paragraphs[1] = f"{first} {word} {rest}"
    path.write_text(head + "\n\n".join(paragraphs))


def change_title(path, word):
    head, text = _parted(path)
    path.write_text(re.sub("^title: .*", f"title: The {word} of the hill", head, flags=re.M) + text)


def _parted(path):
    whole = path.read_text()
    end = whole.index("\n---\n", 4) + 5
    return whole[:end], whole[end:]


def cmark(texts, scratch):
    """Reads all texts as CommonMark and writes HTML, one process for each folder of 100 briefs.

    So few processes that starting them is not what counts, and none whose tree is that of the whole
    publication. One core works.
    """
    total = runs.Cost(0, 0, 0)
    for folder in sorted(texts.glob("reports-*")):
        command = ["cmark", *sorted(folder.glob("brief-*.md"))]
        total += runs.run(command, scratch, output=scratch / "cmark.html")
    return total


def copy(source, scratch):
    """Copies a site on the same disk, by cp."""
    target = scratch / "copy"
    cost = runs.run(["cp", "--recursive", source, target], scratch)
    shutil.rmtree(target)
    return cost
