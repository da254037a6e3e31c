"""What stands in a project's folder may be a link to elsewhere, or no file at all."""

import hashlib
import os
import shutil

import pytest
from hostile import CANARY

ELSEWHERE = ["secret.md", "secret.csv", "secret.json", "secret.svg", "secret.css", "secret.txt"]


@pytest.mark.parametrize("name", ELSEWHERE)
@pytest.mark.parametrize("way", ["absolute", "relative", "by a second link", "by its folder"])
def test_a_link_in_the_content_leads_out(publication, name, way):
    target = publication.outside / name
    link = publication.content / name
    match way:
        case "absolute":
            link.symlink_to(target)
        case "relative":
            link.symlink_to(os.path.relpath(target, publication.content))
        case "by a second link":
            (publication.root / "step").symlink_to(target)
            link.symlink_to("../step")
        case "by its folder":
            (publication.content / "folder").symlink_to(publication.outside)
    publication.build("path-escapes-content")


def test_a_link_to_a_folder_with_the_same_beginning_leads_out(publication):
    beside = publication.root / "Content-of-others"
    beside.mkdir()
    (beside / "a.md").write_text(CANARY)
    (publication.content / "a.md").symlink_to(beside / "a.md")
    publication.build("path-escapes-content")


@pytest.mark.parametrize(
    "name",
    [
        "base.mustache",
        "partials/head.mustache",
        "assets/dossier.css",
        "assets/own.txt",
        "words/en.yaml",
    ],
)
def test_a_link_in_the_templates_leads_out(publication, name):
    link = publication.templates / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(publication.outside / "secret.mustache")
    publication.build("path-escapes-content")


@pytest.mark.parametrize("folder", ["Content", "Templates"])
def test_the_folder_itself_leads_out(publication, folder):
    elsewhere = publication.outside / "theirs"
    elsewhere.mkdir()
    (elsewhere / "index.md").write_text(f"---\ntitle: {CANARY}\n---\n")
    (elsewhere / "base.mustache").write_text(CANARY)
    place = publication.root / folder
    if place.exists():
        place.rename(publication.root / "old")
    place.symlink_to(elsewhere)
    publication.build("path-escapes-content")


def test_a_folder_that_is_named_may_lie_elsewhere(publication):
    """Whoever runs the program says what is to be read."""
    publication.content.rename(publication.outside / "mine")
    publication.build(options=["--content", publication.outside / "mine"])
    assert (publication.site / "index.html").exists()


def test_the_site_is_a_link_to_somewhere_else(publication):
    elsewhere = publication.outside / "empty"
    elsewhere.mkdir()
    publication.site.symlink_to(elsewhere)
    done = publication.run("build", status=[74])
    assert "--output" in done.stderr
    assert not list(elsewhere.iterdir())


def test_links_in_a_circle_end(publication):
    (publication.content / "a").symlink_to("b")
    (publication.content / "b").symlink_to("a")
    (publication.content / "loop").mkdir()
    (publication.content / "loop" / "up").symlink_to("..")
    (publication.content / "self").symlink_to(".")
    publication.build("file-unreadable")


def test_folders_that_link_to_one_another_do_not_multiply(publication):
    """Twelve folders, each of which holds links to all the others, are 12! ways."""
    names = [f"f{number}" for number in range(12)]
    for name in names:
        (publication.content / name).mkdir()
        publication.page(f"{name}/page.md", name)
        for other in names:
            if other != name:
                (publication.content / name / other).symlink_to(f"../{other}")
    publication.build()


@pytest.mark.parametrize(
    "name",
    [
        "pipe.md",
        "pipe.csv",
        "pipe.png",
        "pipe.svg",
        "site.yaml",
        "sources.json",
        "data/datapackage.yaml",
        "pipe",
    ],
)
def test_a_pipe_is_not_waited_for(publication, name):
    place = publication.content / name
    place.parent.mkdir(exist_ok=True)
    place.unlink(missing_ok=True)
    os.mkfifo(place)
    publication.build("file-unreadable")


@pytest.mark.parametrize("folder", ["Content", "Templates", "Site", ".dossier-cache"])
def test_a_pipe_in_the_place_of_a_folder_is_not_waited_for(publication, folder):
    place = publication.root / folder
    if place.exists():
        place.rename(publication.root / "old")
    os.mkfifo(place)
    done = publication.run("build")
    assert (
        done.returncode == {"Content": 1, "Templates": 0, "Site": 74, ".dossier-cache": 0}[folder]
    )


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/tty", "/dev/stdin", "/proc/self/environ"])
def test_a_device_is_not_read(publication, device):
    (publication.content / "device.md").symlink_to(device)
    found = publication.build()
    assert {one["code"] for one in found} <= {"path-escapes-content", "file-unreadable"} and found


@pytest.mark.parametrize("name", ["big.md", "big.csv", "site.yaml", "big.svg", "big.sqlite"])
def test_a_text_of_many_gigabytes_is_refused_unread(publication, name):
    place = publication.content / name
    with open(place, "w") as file:
        file.truncate(6 << 30)
    publication.build("file-unreadable")


def test_a_file_of_a_terabyte_is_refused_unread(publication):
    with open(publication.content / "film.mp4", "w") as file:
        file.truncate(1 << 40)
    publication.build("file-unreadable")


def forge_manifest(site, *lines):
    site.mkdir(exist_ok=True)
    (site / ".dossier-manifest").write_text(
        "Dossier site manifest 1\n" + "".join(f"{line}\n" for line in lines)
    )


@pytest.mark.parametrize(
    "path",
    [
        "../../outside/secret.txt",
        "..%2F..%2Foutside/secret.txt",
        "a/../../../outside/secret.txt",
        "/../../outside/secret.txt",
        "../Content/index.md",
        "..",
        ".",
        "",
    ],
)
def test_a_forged_manifest_removes_nothing(publication, path):
    forge_manifest(publication.site, f"16 {path}", "4 old.html")
    (publication.site / "old.html").write_text("old\n")
    publication.run("build")
    publication.run("build", "--no-cache")
    assert (publication.content / "index.md").exists()


def test_a_forged_manifest_with_a_link_in_the_site_lets_nothing_be_written_or_removed(publication):
    publication.page("pages/new.md", "New", "Text.")
    forge_manifest(publication.site, "0 pages", "9 pages/index.md", "0 link", "9 link/secret.txt")
    (publication.site / "pages").symlink_to(publication.outside / "pages")
    (publication.site / "link").symlink_to(publication.outside)
    done = publication.run("build")
    assert done.returncode == 74 and "did not make" in done.stderr


def forge_journal(publication, *steps):
    lines = ["Dossier journal 1", *steps, "end"]
    (publication.root / ".Site.dossier-journal").write_text("\n".join(lines) + "\n")


@pytest.mark.parametrize(
    "steps",
    [
        ["from Content"],
        ["from ."],
        ["from /"],
        ["from Content/"],
        ["from Templates", "move a"],
        ["from ../outside"],
        ["from .Site.dossier-staging-1", "remove ../Content/index.md"],
        ["from .Site.dossier-staging-1", "remove %2E%2E/Content/index.md"],
        ["from .Site.dossier-staging-1", "remove "],
        ["from .Site.dossier-staging-1", "remove ."],
        ["from .Site.dossier-staging-1", "remove link/secret.txt"],
        ["from .Site.dossier-staging-1", "remove link/pages"],
        ["from .Site.dossier-staging-2", "move secret.txt"],
        ["from .Site.dossier-staging-3", "move deep/secret.txt"],
        ["from .Site.dossier-staging-4", "move link/index.html"],
    ],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_forged_journal_moves_and_removes_nothing_of_others(publication, steps, command):
    root, site = publication.root, publication.site
    publication.templates.mkdir()
    publication.template("assets/own.txt", "own")
    forge_manifest(site)
    (site / "link").symlink_to(publication.outside)
    (root / ".Site.dossier-staging-2").symlink_to(publication.outside)
    (root / ".Site.dossier-staging-3").mkdir()
    (root / ".Site.dossier-staging-3" / "deep").symlink_to(publication.outside)
    (root / ".Site.dossier-staging-4" / "link").mkdir(parents=True)
    (root / ".Site.dossier-staging-4" / "link" / "index.html").write_text("theirs")
    forge_journal(publication, *steps)
    publication.run(command, may_change=[".Site.dossier-"])
    assert (publication.content / "index.md").exists() and (
        publication.templates / "assets"
    ).exists()


def write_brief_with_card(publication):
    """A card is made of a dated page in a folder that draws something."""
    publication.write("site.yaml", "title: H\nbaseURL: https://example.org/\n")
    publication.page(
        "briefs/a.md",
        "Brief",
        "```chart {#fig-a}\ndescription: D\ndata: {values: [{a: 1}]}\nmark: point\n"
        "encoding: {x: {field: a}}\n```\n",
        date="2024-01-01",
    )


@pytest.mark.parametrize("place", [".dossier-cache", ".dossier-cache/pictures"])
def test_a_cache_that_is_a_link_is_not_used(publication, place):
    """What is of no more use is removed from the folder of pictures: it must be ours."""
    write_brief_with_card(publication)
    link = publication.root / place
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(publication.outside)
    (publication.outside / "pictures").mkdir()
    (publication.outside / "pictures" / "mine.png").write_text("mine")
    publication.run("build", status=[0])
    publication.run("check", status=[0])


@pytest.mark.skipif(
    not (shutil.which("rsvg-convert") or shutil.which("resvg")),
    reason="nothing that draws cards is installed",
)
def test_a_kept_picture_that_is_a_link_is_not_published(publication):
    write_brief_with_card(publication)
    publication.run("build", status=[0])
    kept = list((publication.root / ".dossier-cache" / "pictures").glob("*.png"))
    assert kept
    for picture in kept:
        picture.unlink()
        picture.symlink_to(publication.outside / "secret.txt")
    publication.write("new.md", "---\ntitle: New\n---\n")
    publication.run("build", status=[0])


def test_kept_files_that_are_links_or_pipes_are_neither_read_nor_written_through(publication):
    publication.run("build", status=[0])
    cache = publication.root / ".dossier-cache"
    names = sorted(path.name for path in cache.glob("build-*"))
    assert names
    for make in [lambda path: path.symlink_to(publication.outside / "secret.txt"), os.mkfifo]:
        for name in names:
            (cache / name).unlink()
            make(cache / name)
        publication.page("index.md", "Front", "Other text.")
        publication.run("build", status=[0])


def test_the_answers_of_hosts_are_not_written_through_a_link(publication):
    cache = publication.root / ".dossier-cache"
    cache.mkdir()
    (cache / "external.json").symlink_to(publication.outside / "new.json")
    publication.run("check", "--external", status=[0, 74])


def test_a_cache_that_is_a_link_is_cleared_as_a_link(publication):
    (publication.root / ".dossier-cache").symlink_to(publication.outside)
    publication.run("cache", "clear", status=[0])
    assert hashlib.sha256((publication.outside / "secret.txt").read_bytes()).hexdigest()
