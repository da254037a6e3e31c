"""The parts of a release that can be looked at without making one."""

import json
import os
import re
import shutil
import subprocess

import pytest

MAINTAINER = "Ada Example <ada@example.org>"
DATE = "1764230400"


def output(*command, **options):
    return subprocess.run(
        command, check=True, capture_output=True, text=True, **options).stdout


# The manual page


@pytest.fixture(scope="module")
def page(repository, help_text, tmp_path_factory):
    source = output(
        repository / ".ci/release/man-page", "0.1.0", DATE, input=json.dumps(help_text))
    file = tmp_path_factory.mktemp("manual") / "dossier.1"
    file.write_text(source)
    return file


@pytest.mark.skipif(not shutil.which("man"), reason="man is not at hand")
def test_the_manual_page_is_shown_without_a_warning(page):
    done = subprocess.run(
        ["man", "--warnings", "--local-file", page], capture_output=True, text=True,
        env={**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8", "MANROFFOPT": ""})
    assert done.returncode == 0
    assert done.stderr == ""
    assert "dossier - builds a browsable site" in " ".join(done.stdout.split())


def commands(command, words=()):
    words = (*words, command["commandName"])
    inner = [c for c in command.get("subcommands", []) if c["commandName"] != "help"]
    if not inner:
        yield " ".join(words), command
    for each in inner:
        yield from commands(each, words)


def test_the_manual_page_has_every_command_with_its_options(page, help_text):
    source = page.read_text().replace("\\-", "-")
    sections = re.split(r"^\.S[SH] ", source, flags=re.MULTILINE)
    found = 0
    for name, command in commands(help_text["command"]):
        section, = [s for s in sections if s.startswith(f"\\fB{name}\\fR")]
        for argument in command["arguments"]:
            for spelling in argument.get("names", []):
                if spelling["kind"] == "long" and spelling["name"] not in ("help", "version"):
                    assert f"\\fB--{spelling['name']}\\fR" in section, (name, spelling)
                    found += 1
    assert found > 20


# Changes and copyright


@pytest.mark.skipif(not shutil.which("dpkg-parsechangelog"), reason="dpkg-dev is not at hand")
def test_the_changes_are_read_by_debian_without_a_warning(repository, tmp_path):
    changes = repository / "CHANGELOG.md"
    version = re.search(r"^## ([0-9.]+)", changes.read_text(), re.MULTILINE)[1]
    file = tmp_path / "changelog"
    file.write_text(output(
        repository / ".ci/release/changelog", version, MAINTAINER, DATE,
        input=changes.read_text()))
    done = subprocess.run(
        ["dpkg-parsechangelog", "--file", file], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert f"Version: {version}\n" in done.stdout
    assert f"Maintainer: {MAINTAINER}\n" in done.stdout
    assert "Date: Thu, 27 Nov 2025 08:00:00 +0000\n" in done.stdout
    written = " ".join(file.read_text().split())
    for item in re.split(r"^- ", changes.read_text(), flags=re.MULTILINE)[1:]:
        assert " ".join(item.split("\n## ")[0].split()) in written


def test_a_version_without_changes_is_no_release(repository):
    done = subprocess.run(
        [repository / ".ci/release/changelog", "9.9.9", MAINTAINER, DATE], capture_output=True,
        text=True, input=(repository / "CHANGELOG.md").read_text())
    assert done.returncode == 1
    assert done.stderr == "changelog: CHANGELOG.md says nothing of 9.9.9\n"


def test_the_copyright_names_every_package_that_is_built_in(repository):
    manifest = (repository / "Package.swift").read_text()
    parts = re.findall(r'\.package\(url: "[^"]*/([^"/]+)"', manifest)
    assert len(parts) >= 5
    text = (repository / ".ci/release/copyright").read_text()
    for part in [*parts, "cmark", "sqlite3", "swift"]:
        assert f"Files: {part}\n" in text
    named = set(re.findall(r"^License: (.+)\n(?! )", text, re.MULTILINE))
    explained = set(re.findall(r"^License: (.+)\n ", text, re.MULTILINE))
    assert {name for each in named for name in each.split(" and ")} == explained


# The commit


def test_the_version_names_a_commit_of_the_clone(program, repository):
    version = re.search(r"^## ([0-9.]+)", (repository / "CHANGELOG.md").read_text(), re.MULTILINE)[1]
    said = re.fullmatch(
        r"([0-9.]+)(?: \(([0-9a-f]{12})(?: and changes)?\))?\n", output(program, "--version"))
    assert said[1] == version
    if (repository / ".git").exists():
        assert git(repository, "cat-file", "-t", said[2]) == "commit"
    else:
        assert said[2] is None


@pytest.fixture
def clone(repository, tmp_path):
    """A repository with what the script looks at, and one commit."""
    folder = tmp_path / "clone"
    (folder / ".ci").mkdir(parents=True)
    shutil.copy(repository / ".ci/source-commit", folder / ".ci")
    for place in ["Sources/a.swift", "Templates/b.css", "Content/index.md", "Package.swift"]:
        (folder / place).parent.mkdir(exist_ok=True)
        (folder / place).write_text("one\n")
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "One")
    return folder


def git(folder, *arguments):
    who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
           for what, value in (("NAME", "Ada"), ("EMAIL", "ada@example.org"))}
    return output("git", "-C", folder, *arguments, env={**os.environ, **who}).strip()


def said(folder, env=None):
    """What the script writes of the commit."""
    file = folder / "SourceCommit.swift"
    output(folder / ".ci/source-commit", file, env={**os.environ, **(env or {})})
    return re.search(r"= (.*)$", file.read_text(), re.MULTILINE)[1]


def test_the_commit_is_named_and_written_once(clone):
    head = git(clone, "rev-parse", "HEAD")
    assert said(clone) == f'"{head[:12]}"'
    before = (clone / "SourceCommit.swift").stat()
    assert said(clone) == f'"{head[:12]}"'
    after = (clone / "SourceCommit.swift").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_changes_are_said_where_they_are_in_the_program(clone):
    head = git(clone, "rev-parse", "HEAD")
    (clone / "Content/index.md").write_text("two\n")
    assert said(clone) == f'"{head[:12]}"'
    for place in ["Sources/a.swift", "Templates/new.css", "Package.swift"]:
        (clone / place).write_text("two\n")
        assert said(clone) == f'"{head[:12]} and changes"'
        git(clone, "add", ".")
        assert said(clone) == f'"{head[:12]} and changes"'
        git(clone, "commit", "--quiet", "--message", place)
        head = git(clone, "rev-parse", "HEAD")
        assert said(clone) == f'"{head[:12]}"'


def test_the_commit_of_a_further_work_tree_is_its_own(clone, tmp_path):
    other = tmp_path / "other"
    git(clone, "worktree", "add", "--quiet", other)
    (clone / "Sources/a.swift").write_text("two\n")
    git(clone, "commit", "--quiet", "--all", "--message", "Two")
    assert said(other) == f'"{git(other, "rev-parse", "HEAD")[:12]}"'
    assert said(other) != said(clone)


def test_sources_that_are_no_clone_name_no_commit(clone, tmp_path):
    # The repository around them is another one, and so is that of a hook that builds.
    plain = clone / "unpacked"
    shutil.copytree(clone, plain, ignore=shutil.ignore_patterns(".git", "unpacked"))
    assert said(plain) == "nil"
    assert said(plain, {"GIT_DIR": str(clone / ".git")}) == "nil"
    # Where git is not installed, a clone says nothing either.
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in ["sh", "env", "cat", "mv", "dirname"]:
        (tools / tool).symlink_to(shutil.which(tool))
    assert said(clone, {"PATH": str(tools)}) == "nil"
