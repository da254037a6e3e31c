"""What all tests of the program share: the program.

It is `.build/debug/dossier`, or what the environment variable DOSSIER_PROGRAM names.
"""

import os
import pathlib

import pytest

REPOSITORY = pathlib.Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def program():
    program = os.environ.get("DOSSIER_PROGRAM") or REPOSITORY / ".build" / "debug" / "dossier"
    if not pathlib.Path(program).exists():
        pytest.exit(f"There is no program {program}; `swift build --product dossier` makes it.", 2)
    return pathlib.Path(program).resolve()
