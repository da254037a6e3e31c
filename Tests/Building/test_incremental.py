"""A second build does what is needed, and says and leaves what a first one would."""

import shutil
import subprocess

from project import Project, state


def clean(project, folder):
    """What a build from nothing makes of the same publication."""
    other = Project(project.program, folder)
    shutil.copytree(project.root, other.root, ignore=shutil.ignore_patterns("Site", ".dossier-*"))
    said = other.run("build")
    return other.state(), said


def findings(said):
    """What was found, without the line that counts and times."""
    return [line for line in said.splitlines() if not line.startswith(("Built", "Nothing has"))]


def test_nothing_is_written_where_nothing_has_changed(project):
    project.write("odd.md", "---\ntitle: Odd\nlanguage: fr\n---\n\nText.\n")
    first = project.run("build")
    before = {path: path.stat() for path in project.site.rglob("*")}
    second = project.run("build")
    assert "Nothing has changed" in second
    assert findings(second) == findings(first) and len(findings(first)) > 2
    after = {path: path.stat() for path in project.site.rglob("*")}
    assert {path: (stat.st_ino, stat.st_mtime_ns) for path, stat in before.items()} == {
        path: (stat.st_ino, stat.st_mtime_ns) for path, stat in after.items()
    }
    # What was a warning fails the build where warnings count, whether or not it is found anew.
    assert "Nothing was written" in project.run("build", "--strict", status=1)


def test_only_what_has_changed_is_written(project, tmp_path):
    project.run("build")
    before = {path: path.stat() for path in project.site.rglob("*") if path.is_file()}
    ferries = project.content / "briefs" / "ferries.md"
    ferries.write_text(ferries.read_text() + "\nA word about *zeppelins*.\n")
    project.run("build")
    changed = {
        str(path.relative_to(project.site))
        for path in project.site.rglob("*")
        if path.is_file()
        and (path not in before or path.stat().st_mtime_ns != before[path].st_mtime_ns)
    }
    assert "briefs/ferries.html" in changed
    others = {path for path in changed if not path.startswith(("search/", ".dossier-manifest"))}
    assert others == {"briefs/ferries.html"}, changed
    assert project.state() == clean(project, tmp_path / "clean")[0]


def test_edits_one_after_the_other_give_what_a_build_from_nothing_gives(project, tmp_path):
    content = project.content

    def rename():
        (content / "quays" / "south.md").rename(content / "quays" / "west.md")
        for path in content.rglob("*"):
            if path.suffix in {".md", ".csv", ".yaml"}:
                text = path.read_text(encoding="utf-8")
                path.write_text(text.replace("south", "west"), encoding="utf-8")

    def template():
        (project.root / "Templates").mkdir()
        (project.root / "Templates" / "onward.mustache").write_text("<p>Onward</p>\n")

    edits = [
        lambda: project.page("a.md", "Alpha", "See [b](b.md)."),
        lambda: project.page("b.md", "Beta", "## Part\n\nSee [ferries](briefs/ferries.md)."),
        lambda: project.page("a.md", "Alpha", "See [the part](b.md#part)."),
        lambda: project.page("b.md", "Gamma", "## Part\n\nText."),
        lambda: (content / "a.md").unlink(),
        rename,
        template,
        lambda: (content / "data" / "boats.csv").write_text(
            (content / "data" / "boats.csv").read_text().replace("1,", "2,")),
        lambda: project.write("site.yaml", (content / "site.yaml").read_text() + "# end\n"),
        lambda: (project.root / "Templates" / "onward.mustache").unlink(),
    ]
    for number, edit in enumerate([lambda: None, *edits]):
        edit()
        done = subprocess.run(project.command("build"), capture_output=True, text=True)
        other = Project(project.program, tmp_path / f"clean{number}")
        shutil.copytree(
            project.root, other.root, ignore=shutil.ignore_patterns("Site", ".dossier-*"))
        fresh = subprocess.run(other.command("build"), capture_output=True, text=True)
        assert (done.returncode, findings(done.stderr)) == (
            fresh.returncode, findings(fresh.stderr)), number
        if fresh.returncode == 0:
            assert project.state() == other.state(), number
        shutil.rmtree(other.root)


def test_without_the_cache_nothing_is_kept_nor_used(project):
    project.run("build", "--no-cache")
    assert not list(project.cache.glob("build-*"))
    assert "Built" in project.run("build", "--no-cache")


def test_a_cache_that_is_broken_or_of_another_version_is_passed_over_with_a_note(project):
    project.run("build")
    expected = project.state()
    kept = sorted(project.cache.glob("build-*"))
    assert len(kept) == 3
    for path in kept:
        whole = path.read_bytes()
        for harm in [b"", b"nonsense", whole[:-5], whole[:-5] + b"\0\0\0\0\0", b"\0" * len(whole)]:
            path.write_bytes(harm)
            (project.content / "index.md").touch()
            said = project.run("build")
            assert project.state() == expected
            if path.name.endswith("record"):
                assert "damaged" in said and "Built" in said
        path.write_bytes(whole)
    record = next(path for path in kept if path.name.endswith("record"))
    whole = bytearray(record.read_bytes())
    # The program by which it was written stands behind the first line.
    whole[whole.index(b"\n") + 1] ^= 1
    record.write_bytes(whole)
    assert "another version" in project.run("build")
    assert project.state() == expected


def test_the_cache_can_be_cleared(project):
    project.run("build")
    assert "Removed .dossier-cache" in project.run("cache", "clear")
    assert not project.cache.exists()
    assert "nothing" in project.run("cache", "clear")
    expected = project.state()
    assert "Built" in project.run("build")
    assert project.state() == expected


def test_a_site_that_was_changed_by_others_is_put_right(project):
    project.run("build")
    expected = project.state()
    (project.site / "index.html").write_text("not ours")
    (project.site / "briefs" / "ferries.html").unlink()
    project.run("build")
    assert project.state() == expected


def test_the_same_input_gives_the_same_bytes(project, tmp_path):
    project.run("build", "--jobs", "1")
    expected = project.state()
    ways = [
        (["--jobs", "7"], {}),
        (["--no-cache"], {"LANG": "de_DE.UTF-8", "LC_ALL": "tr_TR.UTF-8"}),
        (["--output", "Elsewhere/deep/site"], {"TZ": "Pacific/Kiritimati"}),
        (["--jobs", "2"], {"TZ": "America/Los_Angeles", "HOME": "/nowhere", "LC_ALL": "C"}),
    ]
    for number, (options, env) in enumerate(ways):
        other = Project(project.program, tmp_path / f"an other folder {number}")
        shutil.copytree(
            project.root, other.root, ignore=shutil.ignore_patterns("Site", ".dossier-*"))
        other.run("build", *options, env=env)
        site = other.site
        if "--output" in options:
            site = other.root / options[options.index("--output") + 1]
        assert state(site) == expected, options


def test_two_builds_at_once_leave_a_whole_site(project):
    project.run("build")
    expected = project.state()
    builds = [project.start("build", "--no-cache") for _ in range(3)]
    assert [build.wait() for build in builds] == [0, 0, 0]
    assert project.state() == expected
    assert project.leftovers() == []
