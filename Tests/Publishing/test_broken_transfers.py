"""Transfers by ssh that are cut off, changed on their way, or refused."""

import pytest
from publishing import Publication


@pytest.fixture
def publication(program, tmp_path, ssh_config):
    publication = Publication(program, tmp_path, "ssh", ["--ssh-config", ssh_config])
    publication.write(1)
    publication.run()
    publication.write(2)
    return publication


def test_a_transfer_that_is_cut_off_leaves_the_old_site_and_no_trace(publication):
    served = publication.served()
    publication.shim("rsync", 'timeout -s KILL 0.5 REAL --bwlimit=20 "$@"')
    said = publication.run(status=74)
    assert "error: 'web': 'rsync' ended with status" in said.errors
    assert publication.served() == served
    assert not publication.leftovers() and len(publication.releases()) == 1
    publication.unshim()
    publication.run()
    assert b"version 2" in publication.served()["briefs/page-1.html"]


@pytest.mark.parametrize(
    "change, found",
    [
        ("echo x >>site/briefs/page-1.html", "'briefs/page-1.html'"),
        ("rm site/briefs/page-1.html", "'briefs/page-1.html'"),
        ("echo x >site/strange.html", "'1 files that are not in the list'"),
        ("sed -i s/page-1/page-9/ SHA256SUMS", "'SHA256SUMS'"),
        ("rm manifest", "'SHA256SUMS'"),
    ],
)
def test_what_did_not_arrive_as_it_was_sent_is_not_served(publication, change, found):
    served = publication.served()
    # What stands between us and the host changes a file behind rsync's back.
    publication.shim(
        "rsync", f'REAL "$@" && cd {publication.www}/releases/.incoming-* && {change}'
    )
    said = publication.run(status=74)
    assert "is not whole: " + found in said.errors
    assert publication.served() == served
    assert not publication.leftovers() and len(publication.releases()) == 1


def test_a_connection_that_breaks_in_the_middle_leaves_the_old_site(publication):
    served = publication.served()
    # The first connection is the one that holds the lock.
    publication.shim(
        "rsync", 'REAL "$@"; pkill -KILL -P "$(ps -o ppid= -p $PPID | tr -d " ")" -x ssh; exit 0'
    )
    said = publication.run(status=74)
    assert "'ssh' was stopped by signal 9" in said.errors
    assert publication.served() == served
    publication.unshim()
    publication.run()
    assert b"version 2" in publication.served()["briefs/page-1.html"]
    assert not publication.leftovers()


def test_what_keeps_us_from_the_host_is_said(publication):
    site = publication.content / "site.yaml"
    text = site.read_text()

    def publishing_to(place):
        site.write_text(text.replace(f"web:{publication.www}", place))
        return publication.run("--list", status=74).errors

    assert "Could not resolve hostname" in publishing_to("nowhere.invalid:/srv/www")
    assert "'current' there leads to '/etc'" in publishing_to(f"web:{foreign(publication)}")
    site.write_text(text.replace(f"web:{publication.www}", "web:/no/such/folder/www"))
    assert "No such file or directory" in publication.run(status=74).errors


def foreign(publication):
    folder = publication.project / "foreign"
    folder.mkdir()
    (folder / "current").symlink_to("/etc")
    return folder
