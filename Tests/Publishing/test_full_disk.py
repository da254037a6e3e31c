"""A host whose disk is full: readers keep the site that they have, and publishers are told."""

import os

import pytest
from disks import small_disk

#: The disk of the host holds the publication twice, not with what `grow` adds; kilobytes.
SIZE = 4_000


@pytest.fixture
def publication(publication):
    """The publication, served from a small disk."""
    with small_disk(publication.www, SIZE):
        publication.write(1)
        publication.run()
        yield publication


def grow(publication):
    """Adds to the publication what the disk has no room for, and no compression makes smaller."""
    for number in range(5):
        file = publication.content / "assets" / f"part-{number}.bin"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(os.urandom(1_000_000))


def shrink(publication):
    for file in (publication.content / "assets").glob("part-*.bin"):
        file.unlink()


def fill(disk):
    """Takes what is left of a disk, to the last byte."""
    with open(disk / "other", "wb", buffering=0) as file:
        try:
            while file.write(b"\0" * 4096):
                pass
        except OSError:
            pass


def test_a_site_too_large_for_the_disk_leaves_the_old_one_and_no_trace(publication):
    served = publication.served()
    publication.write(2)
    grow(publication)
    # What the first left behind would stand in the way of the second.
    for _ in range(2):
        said = publication.run(status=74)
        assert "error: 'web': " in said.errors and "No space left on device" in said.errors
        assert publication.served() == served
        assert not publication.leftovers() and len(publication.releases()) == 1
    shrink(publication)
    publication.run()
    assert b"version 2" in publication.served()["briefs/page-1.html"]
    assert not publication.leftovers() and len(publication.releases()) == 2


def test_on_a_disk_that_is_full_already_nothing_changes_but_the_way_back_is_open(publication):
    publication.write(2)
    publication.run()
    served = publication.served()
    fill(publication.www)
    publication.write(3)
    said = publication.run(status=74)
    assert "error: 'web': " in said.errors and "No space left on device" in said.errors
    assert publication.served() == served
    assert not publication.leftovers() and len(publication.releases()) == 2
    assert "serves release" in publication.run("--rollback").errors
    assert b"version 1" in publication.served()["briefs/page-1.html"]
    (publication.www / "other").unlink()
    publication.run()
    assert b"version 3" in publication.served()["briefs/page-1.html"]
    assert not publication.leftovers()
