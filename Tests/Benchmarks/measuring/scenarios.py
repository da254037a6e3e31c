"""What is measured, one after the other, both programs in turn."""

import dataclasses
import pathlib
import shutil
import subprocess
import sys

from publication import briefs

from . import programs, runs

GENERATOR = pathlib.Path(__file__).resolve().parents[1] / "generate-site"
#: Bytes of disk for each page at the most: both sources, both sites, and a copy of one.
SPACE = {"plain": 200_000, "full": 400_000}
#: The same for Dossier's source and site of a plain brief.
OWN_SPACE = 80_000


@dataclasses.dataclass
class Compared:
    """What each program took for each scenario, and what the floors took."""

    kind: str
    pages: int
    costs: dict
    floors: dict
    sites: dict


class Laboratory:
    """A folder in memory in which publications are made and built."""

    def __init__(self, scratch, dossier, hugo, rounds):
        self.scratch, self.rounds = scratch, rounds
        self.paths = {programs.Dossier: dossier, programs.Hugo: hugo}

    def compare(self, kind, pages):
        folder, both = self._make(kind, pages)
        costs = {"cold": self._rounds(both, lambda program, _: program.forget())}
        costs["nothing"] = self._rounds(both, lambda *_: None)
        costs["word"] = self._rounds(both, self._changing(pages, programs.change_word))
        costs["title"] = self._rounds(both, self._changing(pages, programs.change_title))
        print("  floors", file=sys.stderr)
        dossier = both[0]
        floors = {
            "copy": runs.best([programs.copy(dossier.output, folder) for _ in range(self.rounds)]),
            "cmark": runs.best([programs.cmark(dossier.texts, folder) for _ in range(self.rounds)]),
        }
        sites = {program.name: _size(program.output) for program in both}
        shutil.rmtree(folder)
        return Compared(kind, pages, costs, floors, sites)

    def grow(self, pages, with_hugo):
        """Cold builds of plain briefs."""
        folder, both = self._make("plain", pages, with_hugo)
        costs = self._rounds(both, lambda program, _: program.forget())
        shutil.rmtree(folder)
        return costs

    def _make(self, kind, pages, with_hugo=True):
        free = shutil.disk_usage(self.scratch).free
        need = pages * (SPACE[kind] if with_hugo else OWN_SPACE)
        if free < need:
            sys.exit(f"{pages:,} {kind} briefs need {need / 1e9:.0f} GB in {self.scratch}, where "
                     f"{free / 1e9:.0f} GB are free")
        print(f"{pages:,} {kind} briefs", file=sys.stderr)
        folder = self.scratch / f"{kind}-{pages}"
        folder.mkdir()
        command = [sys.executable, GENERATOR, folder / "dossier", str(pages), "--kind", kind]
        if with_hugo:
            command += ["--hugo", folder / "hugo"]
        subprocess.run(command, check=True)
        found = [programs.Dossier(self.paths[programs.Dossier], folder / "dossier", folder)]
        if with_hugo:
            found.append(programs.Hugo(self.paths[programs.Hugo], folder / "hugo", folder))
        return folder, found

    def _rounds(self, both, prepare):
        """The best of the rounds for each program; every second round begins with the other."""
        found = {program.name: [] for program in both}
        for number in range(self.rounds):
            for program in both if number % 2 == 0 else reversed(both):
                prepare(program, number)
                cost = program.build()
                found[program.name].append(cost)
                print(f"  {program.name}: {cost.wall:.2f} s, {cost.cpu:.2f} s of the processors, "
                      f"{cost.memory / 1e6:,.0f} MB", file=sys.stderr)
        return {name: runs.best(costs) for name, costs in found.items()}

    def _changing(self, pages, change):
        """In each round another brief changes, the same one for both programs."""

        def prepare(program, number):
            brief = (pages // 2 + number * 137) % pages
            path = program.texts / briefs.folder(brief) / f"{briefs.stem(brief)}.md"
            change(path, f"changed{number}")

        return prepare


def _size(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files)
