"""A publication in a folder, and what the program makes of it."""

import hashlib
import os
import pathlib
import shutil
import subprocess

HARBOUR = pathlib.Path(__file__).resolve().parents[1] / "Browser" / "harbour"


class Project:
    def __init__(self, program, root):
        self.program = program
        self.root = root
        self.content = root / "Content"
        self.site = root / "Site"
        self.cache = root / ".dossier-cache"

    def write_harbour(self):
        shutil.copytree(HARBOUR, self.root)

    def write(self, path, text):
        """Writes a file of the publication."""
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def page(self, path, title, text):
        self.write(path, f"---\ntitle: {title}\n---\n\n{text}\n")

    def command(self, *arguments):
        return [self.program, *arguments, "--project", self.root]

    def run(self, *arguments, status=0, env=None):
        """Runs the program; returns what it said, by whichever way."""
        done = subprocess.run(
            self.command(*arguments), capture_output=True, text=True,
            env={**os.environ, **(env or {})},
        )
        said = done.stdout + done.stderr
        assert done.returncode == status, said
        return said

    def start(self, *arguments):
        return subprocess.Popen(
            self.command(*arguments), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def state(self):
        """The site as it is on disk: a digest for each file."""
        return state(self.site)

    def leftovers(self):
        """What builds have left beside the site."""
        return sorted(path.name for path in self.root.iterdir() if "dossier-staging" in path.name
                      or "journal" in path.name)


def state(site):
    return {
        str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
