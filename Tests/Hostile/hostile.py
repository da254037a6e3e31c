"""A publication of somebody who means harm, and what the program may do with it.

Whatever stands in a project's folder, a build ends in time, within its memory and with a status
that it documents; it reads and writes nothing beside the project, and puts no live script into a
page.
"""

import json
import os
import pathlib
import resource
import signal
import stat
import subprocess
import time

from scripts import live_scripts

#: What stands in the files beside the project, and may appear nowhere in it.
CANARY = "canary-2b7e151628aed2a6"
#: For builds of a page or two by a program with its checks in; seconds.
TIME = 60
#: The most memory that a case may hold at once, in megabytes, unless it says otherwise.
MEMORY = 600
#: Beyond this the system itself refuses, so that a case that fails does so alone.
ADDRESS_SPACE = 12 << 30


class Publication:
    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.root = folder / "project"
        self.content = self.root / "Content"
        self.templates = self.root / "Templates"
        self.site = self.root / "Site"
        #: A folder of somebody else.
        self.outside = folder / "outside"
        self.content.mkdir(parents=True)
        self.write("site.yaml", "title: Hostile\nlanguage: en\n")
        self.page("index.md", "Front", "Text.")
        (self.outside / "pages").mkdir(parents=True)
        for name, text in {
            "secret.md": f"---\ntitle: {CANARY}\n---\n\n{CANARY}\n",
            "secret.csv": f"id,text\n1,{CANARY}\n",
            "secret.json": json.dumps([{"id": CANARY, "type": "report", "title": CANARY}]),
            "secret.mustache": CANARY,
            "secret.css": f"/* {CANARY} */ a {{ color: red }}",
            "secret.svg": f'<svg xmlns="http://www.w3.org/2000/svg"><text>{CANARY}</text></svg>',
            "secret.txt": CANARY,
            "pages/index.md": f"---\ntitle: {CANARY}\n---\n",
        }.items():
            (self.outside / name).write_text(text)

    def write(self, path, text, within=None):
        """Writes a file of the publication, of text or of bytes."""
        file = (within or self.content) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            file.write_bytes(text)
        else:
            file.write_text(text, encoding="utf-8")
        return file

    def template(self, path, text):
        return self.write(path, text, within=self.templates)

    def page(self, path, title, text="", **front):
        """Writes a page; values are written as JSON, which YAML reads."""
        lines = [
            f"{key}: {json.dumps(value)}\n" for key, value in {"title": title, **front}.items()
        ]
        return self.write(path, "---\n" + "".join(lines) + f"---\n\n{text}\n")

    def data(self, resources, **files):
        """Writes a package with these resources, and its CSV files by name."""
        self.write("data/datapackage.json", json.dumps({"name": "d", "resources": resources}))
        for name, text in files.items():
            self.write(f"data/{name}.csv", text)

    def build(self, *expected, command="build", options=(), within=TIME, memory=MEMORY):
        """Builds, and holds the program to what it promises.

        - expected: codes of diagnostics that must be among what is found. Where one of them is an
          error, or any other, nothing is written.
        - Returns: The diagnostics.
        """
        done = self.run(command, "--format", "json", *options, within=within, memory=memory)
        report = found_by(done)
        if report is None:
            # The disk refused: there is no room for a path so long, say.
            assert done.returncode == 74 and "error: " in done.stderr and not expected, done
            return []
        found = report["diagnostics"]
        codes = {diagnostic["code"] for diagnostic in found}
        assert codes >= set(expected), (codes, done.stderr[-2000:])
        statuses = {1} if report["summary"]["errors"] else {0, 74}
        assert done.returncode in statuses, (done.returncode, found, done.stderr[-2000:])
        assert (
            done.returncode != 74 or "\nerror: " in done.stderr or done.stderr.startswith("error: ")
        )
        return found

    def run(self, *arguments, status=(0, 1, 74), within=TIME, memory=MEMORY, may_change=()):
        """Runs the program in its folder; returns what became of it.

        - may_change: What, in the project's folder, a build may replace or remove, by how its path
          begins: the site and the cache, when they are what was forged.
        """
        before = snapshot(self.folder, but=self.root)
        sources = snapshot(self.root, but=self.site)
        start = time.monotonic()
        with open(self.folder / ".out", "w+b") as out, open(self.folder / ".err", "w+b") as err:
            process = subprocess.Popen(
                [self.program, *arguments, "--project", self.root],
                stdout=out,
                stderr=err,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                preexec_fn=lambda: resource.setrlimit(
                    resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE)
                ),
            )
            status_word, usage = wait(process.pid, within)
            took = time.monotonic() - start
            process.returncode = code = os.waitstatus_to_exitcode(status_word)
            out.seek(0)
            err.seek(0)
            done = subprocess.CompletedProcess(
                arguments, code, out.read().decode(), err.read().decode()
            )
        for name in [".out", ".err"]:
            (self.folder / name).unlink()
        assert code != -signal.SIGKILL, f"still running after {within} s"
        assert code in status, (code, done.stderr[-3000:])
        used = usage.ru_maxrss / 1024
        assert used < memory, f"{used:.0f} MB"
        assert took < within
        assert CANARY not in done.stdout + done.stderr
        assert snapshot(self.folder, but=self.root) == before, "something was written outside"
        if not any(path.is_symlink() for path in self.site.rglob("*")):
            self.hold_site()
        # The sources are read alone.
        after = snapshot(self.root, but=self.site)
        changed = {path for path in sources if after.get(path) != sources[path]}
        changed |= after.keys() - sources.keys()
        allowed = (".dossier-cache", *may_change)
        assert all(path.startswith(allowed) for path in changed), changed
        return done

    def hold_site(self):
        """Looks at every file of the site: nothing from outside, and nothing that runs."""
        if not self.site.exists():
            return
        for path in self.site.rglob("*"):
            if not path.is_file():
                continue
            bytes = path.read_bytes()
            assert CANARY.encode() not in bytes, path
            assert not live_scripts(path.name, bytes), (path, live_scripts(path.name, bytes))


def found_by(done):
    """The report among what was said; None where there is none."""
    said = done.stdout + done.stderr
    start = said.find("{")
    if start < 0:
        return None
    report, _ = json.JSONDecoder().raw_decode(said[start:])
    return report


def wait(pid, seconds):
    """The status and the use of resources of a process, which is killed when time is up."""
    end = time.monotonic() + seconds
    while True:
        found, status, usage = os.wait4(pid, os.WNOHANG)
        if found:
            return status, usage
        if time.monotonic() > end:
            os.killpg(pid, signal.SIGKILL)
            _, status, usage = os.wait4(pid, 0)
            return status, usage
        time.sleep(0.01)


def snapshot(folder, but):
    """What stands in a folder, less one that lies in it: kinds, sizes and times."""
    found = {}
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if pathlib.Path(place, name) != but]
        for name in folders + files:
            path = os.path.join(place, name)
            if pathlib.Path(path) == but:
                continue
            try:
                info = os.lstat(path)
            except FileNotFoundError:
                # Some cases let files come and go while the program runs.
                continue
            # Of a folder the time tells of what was made in it and removed again.
            is_root = stat.S_ISDIR(info.st_mode)
            found[os.path.relpath(path, folder)] = (
                info.st_mode,
                info.st_ino,
                None if is_root else info.st_size,
                None if is_root else info.st_mtime_ns,
            )
    return found
