"""Files that change, go and come while they are read."""

import os
import random
import threading

from hostile import found_by


def test_files_change_while_they_are_read(publication):
    for number in range(60):
        publication.page(f"briefs/a{number}.md", f"A {number}", "Text. " * 200)
    publication.data([{"name": "t", "path": "t.csv"}], t="id\n" + "x\n" * 4_000)
    ends = threading.Event()
    chance = random.Random(1)

    def disturb():
        while not ends.is_set():
            page = publication.content / "briefs" / f"a{chance.randrange(60)}.md"
            match chance.randrange(5):
                case 0:
                    page.unlink(missing_ok=True)
                    page.write_text("---\ntitle: B\n---\n" + "x" * chance.randrange(50_000))
                case 1:
                    page.unlink(missing_ok=True)
                case 2:
                    page.unlink(missing_ok=True)
                    os.mkfifo(page)
                case 3:
                    page.unlink(missing_ok=True)
                    page.symlink_to("a0.md")
                case 4:
                    (publication.content / "data" / "t.csv").write_text(
                        "id\n" + "y\n" * chance.randrange(10_000)
                    )

    thread = threading.Thread(target=disturb)
    thread.start()
    try:
        for _ in range(8):
            done = publication.run("build", "--format", "json", may_change=["Content"])
            assert found_by(done) is not None or "error: " in done.stderr
    finally:
        ends.set()
        thread.join()
