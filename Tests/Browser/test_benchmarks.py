"""The publications that the benchmarks build are made right, for Dossier and for Hugo.

How fast anything is stands in no test; `make bench` measures it.
"""

import pathlib
import re
import shutil
import subprocess
import sys

import pytest

BENCHMARKS = pathlib.Path(__file__).resolve().parents[1] / "Benchmarks"
PAGES = 30
sys.path.insert(0, str(BENCHMARKS))

from measuring import programs, report  # noqa: E402


def generate(folder, kind):
    command = [sys.executable, BENCHMARKS / "generate-site", folder / "dossier", str(PAGES)]
    subprocess.run([*command, "--kind", kind, "--hugo", folder / "hugo"], check=True)
    return folder


def contents(folder):
    return {
        path.relative_to(folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module", params=["plain", "full"])
def made(request, tmp_path_factory):
    """A small publication of each kind, for both programs."""
    return generate(tmp_path_factory.mktemp(request.param), request.param)


def test_dossier_builds_it_without_a_finding(made, program, tmp_path):
    project = shutil.copytree(made / "dossier", tmp_path / "dossier")
    build = subprocess.run(
        [program, "build", "--strict", "--project", project], capture_output=True, text=True
    )
    assert build.returncode == 0, build.stdout + build.stderr
    pages = list((project / "Site").glob("reports-*/brief-*.html"))
    assert len(pages) == PAGES
    if not (project / "Content/data").exists():
        return
    for page in map(pathlib.Path.read_text, pages):
        for part in ("figure-chart", "figure-table", "figure-timeline", "bibliography", 'id="fn'):
            assert part in page, part
        assert page.count('class="citation"') >= 8
        assert page.count('class="reference"') >= 4


def test_the_same_numbers_give_the_same_bytes(made, tmp_path):
    kind = "full" if (made / "dossier/Content/data").exists() else "plain"
    assert contents(generate(tmp_path, kind)) == contents(made)


def test_hugo_gets_the_same_briefs_and_a_layout_for_every_shortcode(made):
    own = sorted((made / "dossier/Content").glob("reports-*/brief-*.md"))
    theirs = sorted((made / "hugo/content").glob("reports-*/brief-*.md"))
    assert [path.name for path in own] == [path.name for path in theirs]
    for one, other in zip(own, theirs):
        text = other.read_text()
        for shortcode in re.findall(r"\{\{< (\w+)", text):
            assert (made / f"hugo/layouts/_shortcodes/{shortcode}.html").exists(), shortcode
        # Without blocks, citations and references, and the line on years that Hugo needs, nothing
        # is left that differs.
        calls = r"\{\{<.*?>\}\}|```.*?```|\[@.*?\]|@[\w:-]+|years: .*?\n"
        plain = [re.sub(calls, "", words, flags=re.S) for words in (one.read_text(), text)]
        assert plain[0] == plain[1], one.name


def test_a_change_is_one_word_or_one_title(made):
    path = sorted((made / "dossier/Content").glob("reports-*/brief-*.md"))[0]
    before = path.read_text()
    try:
        programs.change_word(path, "newly")
        assert path.read_text().split(" ").count("newly") == 1
        assert path.read_text().replace(" newly ", " ") == before
        path.write_text(before)
        programs.change_title(path, "newly")
        changed = [pair for pair in zip(before.split("\n"), path.read_text().split("\n"))
                   if pair[0] != pair[1]]
        assert len(changed) == 1 and changed[0][1] == "title: The newly of the hill"
    finally:
        path.write_text(before)


def test_figures_are_put_between_the_marks_of_a_page(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"Before.\n\n{report.BEGIN}\nold\n{report.END}\n\nAfter.\n")
    report.put(page, "new")
    report.put(page, "newer")
    assert page.read_text() == f"Before.\n\n{report.BEGIN}\n\nnewer\n{report.END}\n\nAfter.\n"
    page.write_text("No marks.\n")
    with pytest.raises(ValueError, match="page.md"):
        report.put(page, "new")
