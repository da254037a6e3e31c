"""Gives every test a small publication in a folder whose surroundings are watched.

The program is `.build/debug/dossier`, or what the environment variable DOSSIER_PROGRAM names.
"""

import os
import pathlib
import sys

import pytest

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "Browser"))
from hostile import Publication

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def program():
    program = os.environ.get("DOSSIER_PROGRAM") or REPOSITORY / ".build" / "debug" / "dossier"
    if not pathlib.Path(program).exists():
        pytest.exit(f"There is no program {program}; `make test-hostile` builds it.", 2)
    return pathlib.Path(program).resolve()


@pytest.fixture
def publication(program, tmp_path):
    """One page and a site.yaml, with a folder beside the project that nothing may touch."""
    return Publication(program, tmp_path)
