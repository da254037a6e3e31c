"""A publication of what the example lacks: the files in `harbour`, and what is long beside them.

It has pages in German and from right to left, a mark, a redirect, data of every type, a dataset and
a listing that go on for several pages.
"""

import pathlib
import shutil

FILES = pathlib.Path(__file__).with_name("harbour")
REMARK = "A remark that goes on for longer than a narrow column is wide. "


def write_harbour(project):
    """Writes the sources of the publication into a folder."""
    shutil.copytree(FILES, project, dirs_exist_ok=True)
    content = project / "Content"
    with open(content / "data" / "datapackage.yaml", "a", encoding="utf-8") as package:
        package.write("  - {name: calls, path: calls.csv, title: Calls of boats (invented)}\n")
    numbers = [f"count_of_boats_{number}" for number in range(1, 16)]
    rows = [["call", *numbers, "remark"]]
    for row in range(1, 601):
        counts = [str(row * number % 99991 * 7) for number in range(1, 16)]
        rows.append([f"call-{row}", *counts, REMARK * 3 + "https://example.org/" + "long" * 30])
    (content / "data" / "calls.csv").write_text(
        "".join(",".join(row) + "\n" for row in rows), encoding="utf-8"
    )
    (content / "log").mkdir()
    for day in range(1, 71):
        (content / "log" / f"day-{day:02}.md").write_text(
            f"---\ntitle: Day {day} at the harbour\nsummary: {REMARK}\n---\n\n{REMARK}\n",
            encoding="utf-8",
        )
