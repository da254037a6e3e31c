"""A preview that runs: `dossier serve` on a publication of its own, which the tests write to."""

import os
import pathlib
import re
import signal
import subprocess
import time


class Preview:
    """`dossier serve` in a folder; `address` ends in a slash."""

    def __init__(self, program, project, *options, within=()):
        """Starts it; `within` is what comes before the program on the command line."""
        self.project = pathlib.Path(project)
        self.log = open(self.project / ".serve-output", "w+", encoding="utf-8")
        # Whoever runs the tests in the background may ignore Control-C, which a program would inherit.
        self.process = subprocess.Popen(
            [*within, program, "serve", *options], cwd=project, stdout=self.log,
            stderr=subprocess.STDOUT,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        try:
            self.address = self.wait_for(r"Serving at (http://\S+)").group(1)
        except BaseException:
            self.stop()
            raise

    def said(self):
        """What it has printed so far."""
        return (self.project / ".serve-output").read_text(encoding="utf-8")

    def wait_for(self, pattern, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = re.search(pattern, self.said())
            if found:
                return found
            assert self.process.poll() is None, self.said()
            time.sleep(0.02)
        raise AssertionError(f"not said in {seconds} s: {pattern}\n{self.said()}")

    def write(self, path, text):
        """Writes as most editors do: into another file, which takes the place of the first."""
        target = self.project / path
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name("." + target.name + ".new")
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, target)

    def change(self, path, old, new):
        text = (self.project / path).read_text(encoding="utf-8")
        assert old in text, f"{path} does not hold {old!r}"
        self.write(path, text.replace(old, new))

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(10)
        self.log.close()
