"""`kill -9` at random moments, while nginx serves the site and somebody reads it."""

import fcntl
import http.client
import random
import threading
import time

from publishing import files, originals

KILLS = 20
SERVER = "server { listen 127.0.0.1:PORT; root ROOT/current; }"


class Reader(threading.Thread):
    """Reads pages all the time, and holds each against what some version has at that path."""

    def __init__(self, port, versions):
        super().__init__(daemon=True)
        self.port = port
        self.versions = versions
        self.problems = []
        self.count = 0
        self.stopped = threading.Event()

    def run(self):
        chance = random.Random(1)
        while not self.stopped.is_set():
            path = f"briefs/page-{chance.randrange(12)}.html"
            status, content = fetch(self.port, path)
            self.count += 1
            # It should not take the machine from those who are looked at.
            time.sleep(0.002)
            if status != 200 or all(content != version[path] for version in list(self.versions)):
                self.problems.append(f"{path}: {status}, {len(content)} bytes of no version")


def fetch(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/" + path)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, content


def served_by(port, version):
    """Whether each file of a version is what is served, and nothing else is."""
    return all(fetch(port, path) == (200, content) for path, content in version.items())


def build(publication, version):
    publication.write(version)
    site = publication.project / f"site-{version}"
    publication.build(site)
    return originals(files(site))


def test_the_served_site_is_whole_whenever_a_publisher_is_killed(publication, serve):
    seed = time.time_ns()
    chance = random.Random(seed)
    versions = [build(publication, 0)]
    publication.run()
    port = serve(SERVER.replace("ROOT", str(publication.www)))
    assert served_by(port, versions[0])
    reader = Reader(port, versions)
    reader.start()
    versions.append(build(publication, "measured"))
    before, locked = measure(publication)
    old = versions[-1]
    assert served_by(port, old)
    switched = 0
    for kill in range(1, KILLS + 1):
        new = build(publication, kill)
        versions.append(new)
        publisher = publication.start()
        if kill % 2:
            # Most of the time goes into the build; half of them are to meet what comes behind it.
            wait_until_locked(publication, publisher)
            time.sleep(chance.uniform(0, locked * 1.4))
        else:
            time.sleep(chance.uniform(0, before + locked))
        publisher.kill()
        publisher.communicate()
        # What was asked of another host may still be on its way.
        wait_for_lock(publication)
        is_new = served_by(port, new)
        switched += is_new
        assert is_new or served_by(port, old), f"seed {seed}, kill {kill}"
        old = new if is_new else old
    versions.append(build(publication, "last"))
    publication.run()
    assert served_by(port, versions[-1])
    reader.stopped.set()
    reader.join()
    assert not publication.leftovers()
    assert len(publication.releases()) <= 5
    assert reader.count > 100
    assert not reader.problems, f"seed {seed}: {reader.problems[:5]}"
    print(f"{switched} of {KILLS} publishers had switched; {reader.count} pages were read")


def wait_until_locked(publication, publisher):
    """Waits until a publisher holds the lock, or has ended."""
    lock = publication.www / ".dossier-lock"
    while publisher.poll() is None and f"process {publisher.pid}," not in lock.read_text():
        time.sleep(0.001)


def measure(publication):
    """How long a publisher takes until it holds the lock, and from there to its end, in seconds."""
    start = time.monotonic()
    publisher = publication.start()
    wait_until_locked(publication, publisher)
    locked = time.monotonic()
    publisher.communicate()
    assert publisher.returncode == 0
    return locked - start, time.monotonic() - locked


def wait_for_lock(publication):
    """Waits until nobody holds the lock, which the next publisher would be told otherwise."""
    for _ in range(200):
        with open(publication.www / ".dossier-lock") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                time.sleep(0.05)
    raise AssertionError("The lock of a killed publisher is held.")
