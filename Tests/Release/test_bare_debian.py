"""The package in a Debian 12 that has neither Swift nor anything else."""

import hashlib
import re
import subprocess


def install(debian, package):
    place = debian.put(package)
    debian.run(f"apt-get update -qq && apt-get install -qq --no-install-recommends {place}")


def test_the_package_installs_builds_a_site_and_goes(debian, package):
    assert "dossier: not found" in debian.run("dossier --version", status=127)
    before = debian.run("find /usr /etc -name '*swift*' -o -name '*dossier*' | sort")
    install(debian, package)
    version = subprocess.run(
        ["dpkg-deb", "--field", package, "Version"], capture_output=True, text=True).stdout.strip()
    said = debian.run("dossier --version").strip()
    assert re.fullmatch(re.escape(version) + r"( \([0-9a-f]{12}( and changes)?\))?", said)
    loaded = debian.run("ldd /usr/bin/dossier")
    assert "not found" not in loaded
    assert not re.search("swift|Foundation|dispatch|cmark|sqlite", loaded)

    debian.run("dossier new /srv/notes && cd /srv/notes && dossier build --strict")
    site = debian.root / "srv/notes/Site"
    assert "<!DOCTYPE html>" in (site / "index.html").read_text()
    assert list(site.rglob("*.svg"))
    # A second build, and a query through the SQLite that is in the program.
    debian.run("cd /srv/notes && dossier build --strict --no-cache && dossier check --strict")
    query = "dossier data query --format csv 'SELECT 6 * 7 AS answer'"
    assert debian.run(f"cd /srv/notes && {query}").split() == ["answer", "42"]
    # Nothing answers at that port: the message shows that the requests are made.
    page = debian.root / "srv/notes/Content/briefs/link.md"
    page.write_text("---\ntitle: Link\n---\n\n[There](http://127.0.0.1:1/)\n")
    assert "[external-broken]" in debian.run("cd /srv/notes && dossier check --external", status=1)

    debian.run("apt-get remove -qq dossier")
    assert debian.run("find /usr /etc -name '*swift*' -o -name '*dossier*' | sort") == before
    assert site.exists()


def test_the_archive_runs_where_libcurl_is(debian, archive):
    place = debian.put(archive)
    debian.run("apt-get update -qq && apt-get install -qq --no-install-recommends libcurl4")
    debian.run(f"tar --extract --file {place} --strip-components 1 --directory /usr/local")
    debian.run("dossier new /srv/notes && dossier build --strict --project /srv/notes")


def block(repository, beginning):
    """The YAML in the guide's page on CI that begins so."""
    text = (repository / "Content/guide/checking-in-ci.md").read_text()
    return re.search(rf"```yaml\n({re.escape(beginning)}.*?)```", text, re.DOTALL)[1]


def test_the_steps_for_github_and_gitlab_check_a_publication(debian, package, repository):
    place = debian.put(package)
    variables = {
        "DOSSIER_PACKAGE": f"file://{place}",
        "DOSSIER_SHA256": hashlib.sha256(package.read_bytes()).hexdigest(),
    }
    github = block(repository, "# .github/workflows/check.yml")
    steps = re.search(r"run: \|\n((?: {10}.*\n)+)", github)[1]
    installing = re.sub(r"^ {10}", "", steps, flags=re.MULTILINE)
    gitlab = block(repository, "# .gitlab-ci.yml")
    before = re.search(r"before_script:\n((?: {4}- .*\n)+)", gitlab)[1]
    assert re.sub(r"^ {4}- ", "", before, flags=re.MULTILINE).replace(" git ", " ") == (
        installing.replace(" git ", " "))

    wrong = {**variables, "DOSSIER_SHA256": "0" * 64}
    assert "FAILED" in debian.run(installing, status=1, env=wrong)
    debian.run("command -v dossier", status=127)
    debian.run(installing, env=variables)
    debian.run("dossier new /srv/notes")
    for text in (github, gitlab):
        for command in re.findall(r"(?:run:|^ {4}-) (dossier .*)$", text, re.MULTILINE):
            debian.run(f"cd /srv/notes && {command}")
    assert (debian.root / "srv/notes/public/index.html").exists()
