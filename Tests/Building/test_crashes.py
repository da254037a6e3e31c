"""Whatever happens to a build, the site on disk is a whole one, and the next build succeeds."""

import random
import subprocess
import time

import pytest
from disks import small_disk
from project import Project


def versions(project, count):
    """The states of the site for two versions of every page, and a way to write either."""

    def write(version):
        for number in range(count):
            project.page(f"log/day-{number}.md", f"Day {number}", f"This is version {version}.")

    states = {}
    for version in ["one", "two"]:
        write(version)
        project.run("build")
        states[version] = project.state()
    return write, states


@pytest.mark.parametrize("count, kills", [(40, 24), (720, 5)])
def test_a_build_may_be_killed_at_any_moment(project, count, kills):
    """Few files are moved one by one; of so many that the folder changes places all at once."""
    write, states = versions(project, count)
    chance = random.Random(1)
    start = time.monotonic()
    write("one")
    project.run("build")
    length = time.monotonic() - start
    for turn in range(kills):
        version = "two" if turn % 2 == 0 else "one"
        write(version)
        build = project.start("build")
        # Most of what is written is written at the end.
        time.sleep(length * chance.choice([chance.uniform(0, 1), chance.uniform(0.7, 1.1)]))
        build.kill()
        build.wait()
        project.run("check")
        assert project.state() in states.values(), turn
        project.run("build")
        assert project.state() == states[version], turn
        assert project.leftovers() == []


def test_a_full_disk_leaves_the_old_site(project, tmp_path):
    with small_disk(tmp_path / "small", 3_000) as disk:
        site = disk / "site"
        project.site = site
        project.run("build", "--output", site)
        before = project.state()
        for number in range(400):
            project.page(f"log/day-{number}.md", f"Day {number}", "A day at the quay. " * 600)
        said = project.run("build", "--output", site, status=74)
        assert "No space left on device" in said and str(site.parent) in said
        assert project.state() == before
        for page in project.content.glob("log/*.md"):
            page.unlink()
        project.run("build", "--output", site)
        assert project.state() == before


def test_a_disk_that_cannot_be_written_leaves_the_old_site(project, tmp_path):
    with small_disk(tmp_path / "small", 8_000) as disk:
        site = disk / "site"
        project.site = site
        project.run("build", "--output", site)
        before = project.state()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        project.page("new.md", "New", "Text.")
        assert "Read-only file system" in project.run("build", "--output", site, status=74)
        assert project.state() == before
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        project.run("build", "--output", site)
        assert "new.html" in project.state()


def test_where_nothing_can_be_kept_the_site_is_built_all_the_same(program, tmp_path):
    with small_disk(tmp_path / "small", 8_000) as disk:
        project = Project(program, disk / "project")
        project.write_harbour()
        project.site = tmp_path / "site"
        # A file stands where the cache should be.
        project.cache.write_text("")
        said = project.run("build", "--output", project.site)
        assert "cannot make the folder" in said
        assert (project.site / "index.html").exists()
