"""What `dossier publish` says when it is asked for what cannot be."""

import pytest
from publishing import Publication


@pytest.fixture
def publication(program, tmp_path):
    return Publication(program, tmp_path, "folder", [])


@pytest.mark.parametrize(
    "words, said",
    [
        (["--target", "wbe"], "did you mean 'web'?"),
        (["--list", "--rollback"], "choose one"),
        (["--release", "x"], "add --rollback"),
        (["--drafts"], "drafts are not published"),
        (["--server-config", "iis"], "nginx"),
    ],
)
def test_wrong_usage_is_said_and_does_nothing(publication, words, said):
    assert said in publication.run(*words, status=64).errors
    assert not publication.www.exists() and not (publication.project / "Site").exists()


def test_one_of_several_targets_must_be_named(publication):
    with open(publication.content / "site.yaml", "a", encoding="utf-8") as site:
        site.write("    other: {folder: ../other}\n")
    said = publication.run(status=64).errors
    assert "--target web, --target other" in said
    publication.run("--target", "other")
    assert (publication.project.parent / "other" / "current" / "index.html").is_file()
    assert not publication.www.exists()


def test_without_a_target_the_line_to_write_is_said(publication):
    site = publication.content / "site.yaml"
    site.write_text(site.read_text().partition("publish:")[0])
    assert "publish: {targets: {web: {folder: /srv/www/briefs}}}" in publication.run(status=1).errors


@pytest.mark.parametrize("folder", ["Content/www", "Site", "Site/www", ".", "Templates/x"])
def test_a_target_may_not_lie_within_the_project_s_own_folders_nor_hold_them(publication, folder):
    site = publication.content / "site.yaml"
    site.write_text(site.read_text().replace("../www", folder))
    assert "lie within one another" in publication.run(status=74).errors


def test_nothing_to_list_and_nothing_to_go_back_to(publication):
    assert "Nothing is published to 'web' yet." in publication.run("--list").errors
    assert "nothing is published there yet" in publication.run("--rollback", status=74).errors
    publication.run()
    assert "there is nothing before release" in publication.run("--rollback", status=74).errors


def test_a_target_gets_what_its_readers_may_see_and_never_more(publication):
    site = publication.content / "site.yaml"
    site.write_text(site.read_text().replace("../www}", "../www, audience: GREEN}"))
    for mark in ["CLEAR", "GREEN", "AMBER"]:
        (publication.content / "briefs" / f"for-{mark.lower()}.md").write_text(
            f"---\ntitle: Zanzibar {mark}\ntlp: {mark}\n---\n\nText.\n"
        )
    publication.run()
    served = publication.served()
    assert {"briefs/for-clear.html", "briefs/for-green.html"} <= set(served)
    assert not [path for path, text in served.items() if b"Zanzibar AMBER" in text]
    said = publication.run("--audience", "AMBER", status=64).errors
    assert "the target 'web' is for TLP:GREEN" in said
    assert publication.served() == served
    publication.run("--audience", "CLEAR")
    assert "briefs/for-green.html" not in publication.served()
