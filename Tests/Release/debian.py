"""A Debian in a folder."""

import pathlib
import shutil
import subprocess


class Debian:
    def __init__(self, root):
        self.root = pathlib.Path(root)

    def run(self, script, status=0, env=None):
        """Runs a script as the Debian's root; returns what it said, by whichever way."""
        done = subprocess.run(
            ["unshare", "--mount", "--pid", "--fork", f"--mount-proc={self.root}/proc",
             "chroot", self.root, "/bin/sh", "-euc", script],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, stdin=subprocess.DEVNULL,
            env={"PATH": "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root",
                 "DEBIAN_FRONTEND": "noninteractive", **(env or {})},
        )
        assert done.returncode == status, done.stdout[-3000:]
        return done.stdout

    def put(self, file):
        """Copies a file into the root folder; returns its path there."""
        shutil.copy(file, self.root / file.name)
        return f"/{file.name}"
