"""Running a command and measuring what it takes."""

import dataclasses
import os
import subprocess
import sys
import time


@dataclasses.dataclass(frozen=True)
class Cost:
    """Seconds by the clock, seconds of the processors (user and system), and bytes at the peak."""

    wall: float
    cpu: float
    memory: int

    def __add__(self, other):
        """One after the other."""
        return Cost(self.wall + other.wall, self.cpu + other.cpu, max(self.memory, other.memory))


def best(costs):
    """The least of several rounds, each figure by itself: what disturbs a round only adds to it."""
    return Cost(*(min(getattr(cost, name) for cost in costs) for name in ("wall", "cpu", "memory")))


def run(command, folder, environment=None, output=None):
    """Runs a command to its end. One that fails ends all, with what it said.

    The memory is the largest resident set of the command, as the kernel counts it (wait4).
    """
    log = folder / "log"
    with open(log, "wb") as said, open(output or os.devnull, "wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command], stdin=subprocess.DEVNULL,
            stdout=out if output else said, stderr=said, env=environment,
        )
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            process.wait()
            raise
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        text = log.read_text(errors="replace")[-4000:]
        sys.exit(f"{' '.join(map(str, command))[:300]} ended with {process.returncode}:\n{text}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)
