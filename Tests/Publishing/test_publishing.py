"""`dossier publish` to a folder and by ssh: what arrives, what travels, what it says."""

import fcntl
import gzip
import re
import subprocess
import time

import pytest
from publishing import Publication, files, originals


def test_what_was_built_is_served_with_compressed_copies_that_hold_the_same(publication):
    publication.write(1)
    said = publication.run()
    assert re.search(r"Published release 20\S+ to 'web': \d+ files added", said.errors)
    served = publication.served()
    assert originals(served) == originals(files(publication.project / "Site"))
    copies = [path for path in served if path.endswith(".gz")]
    assert "briefs/page-1.html.gz" in copies
    for path in copies:
        assert gzip.decompress(served[path]) == served[path[:-3]]
        # Neither a name nor a time is in it.
        assert served[path][3:8] == b"\0\0\0\0\0"
    for path in served:
        if path.endswith(".br"):
            content = subprocess.run(
                ["brotli", "-dc"], input=served[path], capture_output=True, check=True
            ).stdout
            assert content == served[path[:-3]]
    assert any(path.endswith(".br") for path in served)
    modes = {oct(path.stat().st_mode & 0o777) for path in publication.www.rglob("*")}
    assert modes <= {"0o644", "0o755"}


def test_only_what_changed_travels(publication):
    publication.write(1)
    publication.run()
    old = {path: (publication.www / "current" / path).stat().st_ino for path in publication.served()}
    page = publication.content / "briefs" / "page-3.md"
    page.write_text(page.read_text().replace("version 1", "version 2"))
    log = publication.project / "log"
    publication.shim("rsync", f"exec REAL --log-file={log} --log-file-format='%o %f' \"$@\"")
    publication.run()
    new = {path: (publication.www / "current" / path).stat().st_ino for path in publication.served()}
    moved = {path for path in new if old.get(path) != new[path]}
    built = {path.removesuffix(".gz").removesuffix(".br") for path in moved}
    assert "briefs/page-3.html" in moved
    assert "briefs/page-2.html" not in moved and "assets/dossier.css" not in moved
    assert len(built) < 12, built
    if publication.kind == "ssh":
        sent = set(re.findall(r"send \S*?publishing-\d+/(\S+)", log.read_text()))
        assert sent == {f"site/{path}" for path in moved} | {"manifest", "SHA256SUMS"}


def test_the_same_site_is_not_sent_twice(publication):
    publication.run()
    assert "serves this already" in publication.run().errors
    assert len(publication.releases()) == 1


def test_a_dry_run_says_what_would_change_and_changes_nothing(publication):
    publication.write(1)
    said = publication.run("--dry-run")
    assert "+  briefs/page-1.html" in said.output
    assert not publication.www.exists()
    publication.run()
    served = publication.served()
    page = publication.content / "briefs" / "page-3.md"
    page.write_text(page.read_text() + "A sentence more.\n")
    (publication.content / "briefs" / "page-4.md").unlink()
    (publication.content / "briefs" / "new.md").write_text("---\ntitle: New\n---\n\nText.\n")
    said = publication.run("--dry-run")
    assert re.search(r"^\+  briefs/new\.html +[\d.]+ (bytes|kB)$", said.output, re.M)
    assert re.search(r"^~  briefs/page-3\.html +[\d.]+ kB → [\d.]+ kB$", said.output, re.M)
    assert re.search(r"^-  briefs/page-4\.html +[\d.]+ kB$", said.output, re.M)
    assert ".gz" not in said.output
    assert re.search(r"^\d+ files to add, \d+ to change, \d+ to remove, \d+ as they are", said.errors, re.M)
    assert publication.served() == served and len(publication.releases()) == 1


def test_the_last_five_are_kept_and_each_can_be_served_again(publication):
    for version in range(2, 8):
        publication.write(version)
        publication.run()
    releases = publication.releases()
    assert len(releases) == 5
    lines = publication.run("--list").output.splitlines()
    assert [name in line for name, line in zip(reversed(releases), lines)] == [True] * 5
    assert [line.startswith("*") for line in lines] == [True] + [False] * 4

    publication.run("--rollback")
    assert b"version 6" in publication.served()["briefs/page-1.html"]
    publication.run("--rollback")
    assert b"version 5" in publication.served()["briefs/page-1.html"]
    publication.run("--rollback", "--release", releases[-1])
    assert b"version 7" in publication.served()["briefs/page-1.html"]
    said = publication.run("--rollback", "--release", "2020-01-01T00-00-00Z-00000000", status=74)
    assert "there is no release" in said.errors
    # A way back must be there when the publication itself does not build.
    (publication.content / "index.md").write_text("---\ntitle: x\n---\n\n[broken](nowhere.md)\n")
    publication.run("--rollback")
    assert b"version 6" in publication.served()["briefs/page-1.html"]


def test_a_site_with_errors_is_refused(publication):
    publication.run()
    served = publication.served()
    (publication.content / "briefs" / "bad.md").write_text("---\ntitle: x\n---\n\n[x](nowhere.md)\n")
    assert "[link-target-missing]" in publication.run(status=1).errors
    assert publication.served() == served


def test_a_damaged_release_is_mended_by_publishing_and_not_rolled_back_to(publication):
    publication.write(1)
    publication.run()
    first = publication.releases()[0]
    publication.write(2)
    publication.run()
    good = publication.served()
    (publication.www / "current" / "index.html").write_text("hacked")
    publication.run()
    assert publication.served() == good and len(publication.releases()) == 3
    (publication.www / "releases" / first / "site" / "index.html").unlink()
    said = publication.run("--rollback", "--release", first, status=74)
    assert "not whole: 'index.html'" in said.errors
    assert publication.served() == good


def test_a_second_publisher_is_told_who_is_at_work_and_since_when(publication):
    publication.run()
    publication.write(2)
    if publication.kind == "folder":
        with open(publication.www / ".dossier-lock", "r+") as lock:
            lock.write("ada@desk, process 42, since 2026-11-27T10:15:00Z\n")
            lock.flush()
            fcntl.flock(lock, fcntl.LOCK_EX)
            said = publication.run(status=74)
        assert "at work there: ada@desk, process 42, since 2026-11-27T10:15:00Z" in said.errors
        publication.run()
        return
    go_on = publication.project / "go-on"
    publication.shim("rsync", f'while [ ! -e {go_on} ]; do sleep 0.1; done; exec REAL "$@"')
    first = publication.start()
    wait_until(lambda: f"process {first.pid}" in (publication.www / ".dossier-lock").read_text())
    said = publication.run(status=74)
    go_on.touch()
    assert re.search(
        rf"at work there: \S+@\S+, process {first.pid}, since 20\S+Z, and process \d+ there",
        said.errors,
    )
    first.communicate(timeout=60)
    assert first.returncode == 0
    assert b"version 2" in publication.served()["briefs/page-1.html"]


def test_what_a_killed_publisher_wrote_keeps_nobody_away(publication):
    publication.run()
    (publication.www / ".dossier-lock").write_text("eve@desk, process 7, since ever\n")
    publication.write(2)
    publication.run()
    assert b"version 2" in publication.served()["briefs/page-1.html"]


def test_a_disk_that_is_full_leaves_the_old_site(program, tmp_path):
    publication = Publication(program, tmp_path, "folder", [])
    publication.www.mkdir()
    (publication.content / "assets").mkdir(exist_ok=True)
    large = publication.content / "assets" / "large.bin"
    # A disk of its own, which is there for nobody but these commands.
    script = (
        f"mount -t tmpfs -o size=2m tmpfs {publication.www} || exit 99\n"
        f"{program} publish && cp -r {publication.www}/current/ {tmp_path}/before || exit 98\n"
        f"head -c 3000000 /dev/urandom >{large}; {program} publish; status=$?\n"
        f"cp -r {publication.www}/current/ {tmp_path}/after; ls -A {publication.www}/releases\n"
        "exit $status\n"
    )
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", script],
        cwd=publication.project, capture_output=True, text=True,
    )
    if done.returncode in (1, 99):
        pytest.skip(f"nothing may be mounted here: {done.stderr}")
    assert done.returncode == 74 and "No space left on device" in done.stderr, done.stderr
    assert files(tmp_path / "after") == files(tmp_path / "before")
    # One release, and nothing of the other.
    assert len(done.stdout.split()) == 1, done.stdout


def wait_until(condition, seconds=30):
    for _ in range(seconds * 20):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("waited in vain")
