"""The package and the archive, as files."""

import gzip
import hashlib
import io
import json
import re
import shutil
import subprocess
import tarfile

import pytest


def output(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


def field(package, name):
    return output("dpkg-deb", "--field", package, name).strip()


def members(package):
    tar = subprocess.run(
        ["dpkg-deb", "--fsys-tarfile", package], check=True, capture_output=True).stdout
    return list(tarfile.open(fileobj=io.BytesIO(tar)).getmembers())


def needed(program):
    """The shared libraries that a program asks for."""
    return re.findall(r"\(NEEDED\).*\[(.+)\]", output("readelf", "--dynamic", "--wide", program))


def test_every_file_is_roots_and_has_the_mode_and_time_of_its_kind(package):
    found = members(package)
    assert {m.name for m in found if m.isfile()} == {
        "./usr/bin/dossier",
        "./usr/share/bash-completion/completions/dossier",
        "./usr/share/doc/dossier/changelog.gz",
        "./usr/share/doc/dossier/copyright",
        "./usr/share/fish/vendor_completions.d/dossier.fish",
        "./usr/share/lintian/overrides/dossier",
        "./usr/share/man/man1/dossier.1.gz",
        "./usr/share/zsh/vendor-completions/_dossier",
    }
    for member in found:
        program = member.isdir() or member.name == "./usr/bin/dossier"
        assert (member.mode, member.uid, member.gid) == (0o755 if program else 0o644, 0, 0)
    assert len({m.mtime for m in found}) == 1


def test_the_archive_has_the_same_files(package, archive):
    version = field(package, "Version")
    tar = subprocess.run(
        ["dpkg-deb", "--fsys-tarfile", package], check=True, capture_output=True).stdout

    def contents(opened, prefix):
        return {
            (m.name.removeprefix(prefix).replace("zsh/site-functions", "zsh/vendor-completions"),
             m.mode, m.uid, m.mtime): opened.extractfile(m).read()
            for m in opened.getmembers() if m.isfile()
        }
    ours = contents(tarfile.open(archive), f"dossier-{version}/")
    licence, = [key for key in ours if key[0] == "share/doc/dossier/LICENSE"]
    assert b"Apache License" in ours.pop(licence)
    assert ours == contents(tarfile.open(fileobj=io.BytesIO(tar)), "./usr/")


def test_the_sums_are_those_of_the_files(package, archive):
    lines = (package.parent / "SHA256SUMS").read_text().splitlines()
    assert lines == [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}"
        for file in (package, archive)
    ]


def test_what_the_program_asks_for_is_declared_and_nothing_of_swift(package, unpacked):
    libraries = needed(unpacked / "usr/bin/dossier")
    assert libraries
    depends = {d.split()[0] for d in field(package, "Depends").split(", ")}
    for library in libraries:
        assert not re.search("swift|Foundation|dispatch|cmark|sqlite", library)
        path = re.search(rf"{re.escape(library)} .*=> (.+)", output("/sbin/ldconfig", "-p"))[1]
        owners = set()
        for place in (path, path.removeprefix("/usr"), f"/usr{path}"):
            done = subprocess.run(
                ["dpkg-query", "--search", place], capture_output=True, text=True)
            owners |= {line.split(":")[0] for line in done.stdout.splitlines()}
        assert owners & depends, library


def test_what_the_guide_says_is_called_is_recommended_or_suggested(repository, package):
    guide = (repository / "Content/guide/getting-started.md").read_text()
    section = guide.split("{#sec-programs}")[1].split("\n#")[0]
    rows = [line.split("|")[1:-1] for line in section.splitlines() if line.startswith("| `")]
    called = {name for row in rows for name in re.findall("`([^`]+)`", row[1])}
    named = {
        name
        for kind in ("Recommends", "Suggests") for name in field(package, kind).split(", ")
    }
    # Every Debian has gzip.
    assert called - {"gzip"} == named - {"ca-certificates"}


def test_the_program_names_no_folder_of_the_machine_it_was_made_on(repository, unpacked):
    assert str(repository).encode() not in (unpacked / "usr/bin/dossier").read_bytes()


def test_making_it_again_gives_the_same_bytes(repository, package, archive):
    before = [file.read_bytes() for file in (package, archive)]
    subprocess.run([repository / ".ci/release/build"], check=True, stdout=subprocess.DEVNULL)
    assert [file.read_bytes() for file in (package, archive)] == before


def test_debians_own_check_finds_nothing(package):
    if not shutil.which("lintian"):
        pytest.skip("lintian is not at hand")
    done = subprocess.run(
        ["lintian", "--allow-root", "--tag-display-limit", "0", package], capture_output=True,
        text=True)
    # Who answers for a package that is made for a test has no address that is reached.
    found = [line for line in done.stdout.splitlines() if "bogus-mail-host" not in line]
    assert found == []


def test_bash_completes_commands_and_options(unpacked):
    if not shutil.which("bash"):
        pytest.skip("bash is not at hand")
    script = f"""
source '{unpacked}/usr/share/bash-completion/completions/dossier'
complete -p dossier
ask() {{
  COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${{#COMP_LINE}}
  COMPREPLY=(); _dossier dossier "${{@: -1}}" "${{@: -2:1}}"; echo "${{COMPREPLY[@]}}"
}}
ask dossier bu
ask dossier build --form
ask dossier build --format s
"""
    path = f"{unpacked}/usr/bin:/usr/bin:/bin"
    done = subprocess.run(
        ["bash", "--norc", "-c", script], capture_output=True, text=True, env={"PATH": path})
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert "_dossier dossier" in lines[0]
    assert [line.split() for line in lines[1:]] == [["build"], ["--format"], ["sarif"]]


def test_fish_completes_commands(unpacked, tmp_path):
    if not shutil.which("fish"):
        pytest.skip("fish is not at hand")
    place = unpacked / "usr/share/fish/vendor_completions.d/dossier.fish"
    done = subprocess.run(
        ["fish", "--no-config", "-c", f"source {place}; complete --do-complete 'dossier bu'"],
        capture_output=True, text=True,
        env={"PATH": f"{unpacked}/usr/bin:/usr/bin:/bin", "HOME": str(tmp_path)})
    assert done.stderr == ""
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == ["build"]


def test_zsh_loads_the_completions(unpacked, tmp_path):
    if not shutil.which("zsh"):
        pytest.skip("zsh is not at hand")
    script = f"""
fpath=({unpacked}/usr/share/zsh/vendor-completions $fpath)
autoload -Uz compinit && compinit -u -d {tmp_path}/dump
print -r -- $_comps[dossier]
autoload +X _dossier && functions _dossier >/dev/null && print loaded
"""
    done = subprocess.run(
        ["zsh", "--no-rcs", "-c", script], capture_output=True, text=True,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)})
    assert (done.stdout, done.stderr) == ("_dossier\nloaded\n", "")


def test_the_manual_page_is_that_of_the_program(repository, package, unpacked):
    said = subprocess.run(
        [unpacked / "usr/bin/dossier", "--experimental-dump-help"], capture_output=True, check=True)
    version = field(package, "Version")
    page = gzip.decompress((unpacked / "usr/share/man/man1/dossier.1.gz").read_bytes()).decode()
    date = int(members(package)[0].mtime)
    assert page == output(
        repository / ".ci/release/man-page", version, str(date),
        input=json.dumps(json.loads(said.stdout)))
