"""Runs the program as people do, in folders of its own."""

import pytest
from project import Project


@pytest.fixture
def project(program, tmp_path):
    """A small publication that was not built yet."""
    project = Project(program, tmp_path / "project")
    project.write_harbour()
    return project
