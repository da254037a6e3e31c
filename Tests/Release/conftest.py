"""What `make release` made, and a Debian 12 to try it in."""

import json
import os
import pathlib
import shutil
import subprocess

import pytest
from debian import Debian

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
BARE = REPOSITORY / ".build" / "debian-12"


@pytest.fixture(scope="session")
def repository():
    return REPOSITORY


@pytest.fixture(scope="session")
def package():
    """The Debian package."""
    found = sorted((REPOSITORY / "Release").glob("dossier_*.deb"))
    if not found:
        pytest.exit("There is no package in Release/; `make release` makes it.", 2)
    return found[0]


@pytest.fixture(scope="session")
def archive(package):
    """The archive of the same."""
    return package.with_suffix(".tar.gz")


@pytest.fixture(scope="session")
def unpacked(package, tmp_path_factory):
    """The package's files, in a folder."""
    folder = tmp_path_factory.mktemp("unpacked")
    subprocess.run(["dpkg-deb", "--extract", package, folder], check=True)
    return folder


@pytest.fixture(scope="session")
def help_text(program):
    """What that program says of itself."""
    said = subprocess.run([program, "--experimental-dump-help"], capture_output=True, check=True)
    return json.loads(said.stdout)


@pytest.fixture
def debian(tmp_path):
    """A Debian 12 with nothing but what every Debian has."""
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        pytest.skip("a Debian of its own needs debootstrap and root")
    if not BARE.exists():
        making = BARE.with_suffix(".new")
        shutil.rmtree(making, ignore_errors=True)
        subprocess.run(
            ["debootstrap", "--variant=minbase", "bookworm", making], check=True,
            stdout=subprocess.DEVNULL)
        making.rename(BARE)
    root = tmp_path / "debian"
    subprocess.run(["cp", "--archive", BARE, root], check=True)
    yield Debian(root)
    shutil.rmtree(root)
