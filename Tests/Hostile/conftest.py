"""Gives every test a small publication in a folder whose surroundings are watched."""

import pathlib
import sys

import pytest

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "Browser"))
from hostile import Publication


@pytest.fixture
def publication(program, tmp_path):
    """One page and a site.yaml, with a folder beside the project that nothing may touch."""
    return Publication(program, tmp_path)
