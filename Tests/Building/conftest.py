"""Runs the program as people do, in folders of its own.

The program is `.build/debug/dossier`, or what the environment variable DOSSIER_PROGRAM names.
"""

import os
import pathlib

import pytest
from project import Project

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def program():
    program = os.environ.get("DOSSIER_PROGRAM") or REPOSITORY / ".build" / "debug" / "dossier"
    if not pathlib.Path(program).exists():
        pytest.exit(f"There is no program {program}; `make test-building` builds it.", 2)
    return pathlib.Path(program).resolve()


@pytest.fixture
def project(program, tmp_path):
    """A small publication that was not built yet."""
    project = Project(program, tmp_path / "project")
    project.write_harbour()
    return project
