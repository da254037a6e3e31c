"""A publication in a folder of its own, the program that publishes it, and what its host has."""

import os
import pathlib
import shutil
import subprocess


class Publication:
    """The starter publication, with a page that says which version it is."""

    def __init__(self, program, folder, kind, arguments):
        self.program = program
        self.kind = kind
        self.arguments = arguments
        self.project = folder / "notes"
        #: Where releases are, whichever way they come.
        self.www = folder / "www"
        self.shims = folder / "shims"
        subprocess.run([program, "new", self.project], check=True, capture_output=True)
        place = "folder: ../www" if kind == "folder" else f"rsync: 'web:{self.www}'"
        self.content = self.project / "Content"
        with open(self.content / "site.yaml", "a", encoding="utf-8") as site:
            site.write(f"publish:\n  targets:\n    web: {{{place}}}\n")

    def write(self, version):
        """Lets every page of the section say which version it is of."""
        for number in range(12):
            (self.content / "briefs" / f"page-{number}.md").write_text(
                f"---\ntitle: Page {number}\n---\n\nThis is version {version}.\n" + "Rain. " * 200,
                encoding="utf-8",
            )

    def command(self, *words):
        return [self.program, *words, *(self.arguments if words[0] == "publish" else [])]

    def environment(self):
        path = os.environ["PATH"] + ":/usr/sbin"
        return {**os.environ, "PATH": f"{self.shims}:{path}"}

    def start(self, *words, **options):
        """Starts `dossier publish` without waiting for its end."""
        return subprocess.Popen(
            self.command("publish", *words), cwd=self.project, env=self.environment(),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options,
        )

    def run(self, *words, status=0, **options):
        """Runs `dossier publish` to its end."""
        process = self.start(*words, **options)
        process.output, process.errors = process.communicate(timeout=120)
        assert process.returncode == status, process.output + process.errors
        return process

    def build(self, site):
        """Builds into a folder of its own what would be published."""
        command = [self.program, "build", "--output", site]
        subprocess.run(command, cwd=self.project, check=True, capture_output=True)

    def shim(self, name, script):
        """Puts a script in the place of a program; in it, REAL is the program."""
        real = shutil.which(name)
        self.shims.mkdir(exist_ok=True)
        path = self.shims / name
        path.write_text(f"#!/bin/sh\n{script.replace('REAL', real)}\n")
        path.chmod(0o755)

    def unshim(self):
        shutil.rmtree(self.shims, ignore_errors=True)

    def served(self):
        """What readers see: the bytes of each file by path."""
        return files(self.www / "current")

    def releases(self):
        folder = self.www / "releases"
        return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))

    def leftovers(self):
        found = list((self.www / "releases").glob(".*")) + list(self.www.glob(".current-*"))
        return [path.name for path in found]


def files(folder):
    root = pathlib.Path(os.path.realpath(folder))
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*") if path.is_file()
    }


def originals(contents):
    """The files that are no compressed copies, and not what a build keeps for itself."""
    return {
        path: content for path, content in contents.items()
        if not path.endswith((".gz", ".br")) and path != ".dossier-manifest"
    }
