"""What web servers are told: a real nginx, and Apache and Caddy where they are installed."""

import base64
import getpass
import gzip
import hashlib
import http.client
import os
import pathlib
import re
import shutil
import subprocess
from urllib.parse import quote, unquote

import pytest
from loopback import free_port, wait_for
from playwright.sync_api import sync_playwright
from publishing import Publication

SCRIPT = "document.documentElement.dataset.ran = 'yes'"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>path{fill:#fff}</style>'
    f'<path d="M0 0h9v9z"/>{"<!-- rain -->" * 60}</svg>'
)
MODULES = (
    "mpm_event authn_core authz_core alias dir headers mime rewrite unixd"
).split()


def digest(text):
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


@pytest.fixture(scope="module")
def published(program, tmp_path_factory):
    """A publication under a path of its own, with all that a server should know."""
    folder = tmp_path_factory.mktemp("servers")
    folder.chmod(0o755)
    publication = Publication(program, folder, "folder", [])
    with open(publication.content / "site.yaml", "a", encoding="utf-8") as site:
        site.write("baseURL: http://127.0.0.1/our%20notes/\nhtml: all\n")
    (publication.content / "briefs" / "inline.md").write_text(
        "---\ntitle: Inline\nredirects: [old/in+line.html, 'old/two words.html']\n---\n\n"
        f'<script>{SCRIPT}</script>\n\n<style>\n#seen{{color:rgb(1, 2, 3)}}\r\n</style>\n\n'
        '<p id="seen" style="margin-left: 77px">Seen.</p>\n\n![A sketch](../assets/sketch.svg)\n',
        encoding="utf-8", newline="",
    )
    assets = publication.content / "assets"
    assets.mkdir(exist_ok=True)
    (assets / "sketch.svg").write_text(SVG)
    (assets / "report.pdf").write_bytes(b"%PDF-1.4\n")
    (assets / "font.woff2").write_bytes(b"wOF2")
    (assets / "dates.ics").write_text("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    (assets / "bare").mkdir()
    (assets / "bare" / "note.txt").write_text("A note.\n" * 200)
    publication.run()
    return publication


@pytest.fixture(params=["nginx", "apache", "caddy"])
def server(request, published, tmp_path):
    """A port at which the server listens that was told what `--server-config` says."""
    text = published.run("--server-config", request.param).output
    command = {"nginx": nginx, "apache": apache, "caddy": caddy}[request.param]
    port = free_port()
    arguments, environment = command(text, port, tmp_path)
    log = tmp_path / "log"
    with open(log, "wb") as errors:
        process = subprocess.Popen(
            arguments, stdout=errors, stderr=errors, env={**os.environ, **environment}
        )
    wait_for(port, process, log)
    yield Server(request.param, port)
    process.terminate()
    process.wait()


def place_of(name):
    place = shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin:/sbin")
    if place is None and name != "nginx":
        pytest.skip(f"{name} is not installed")
    return place


def nginx(text, port, folder):
    place = place_of("nginx")
    text = text.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("listen [::]:80;", "")
    user = f"user {getpass.getuser()};" if os.geteuid() == 0 else ""
    scratch = " ".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"{user}\ndaemon off;\npid {folder}/pid;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{scratch}\n{text}\n}}\n"
    )
    arguments = [place, "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "errors"]
    subprocess.run([*arguments, "-t", "-q"], check=True)
    return arguments, {}


def apache(text, port, folder):
    # Other packages bring the bare program, without what it is set up by.
    if not pathlib.Path("/etc/apache2/apache2.conf").exists():
        pytest.skip("Apache is not installed")
    place = place_of("apache2")
    text = text.replace("*:80>", f"127.0.0.1:{port}>", 1)
    loads = "".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
        for name in MODULES
        if pathlib.Path(f"/usr/lib/apache2/modules/mod_{name}.so").exists()
    )
    # As root it hands its work to another; who owns the folders of a test lets nobody else in.
    user = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
    (folder / "apache.conf").write_text(
        f"{loads}ServerRoot {folder}\nServerName localhost\nPidFile {folder}/pid\n{user}"
        f"DefaultRuntimeDir {folder}\nErrorLog {folder}/errors\nTypesConfig /dev/null\n"
        f"Listen 127.0.0.1:{port}\n{text}\n"
    )
    arguments = [place, "-f", folder / "apache.conf", "-DFOREGROUND"]
    subprocess.run([*arguments, "-t"], check=True)
    for above in pathlib.Path(folder).parents:
        if str(above).startswith("/tmp/pytest-of"):
            above.chmod(above.stat().st_mode | 0o011)
    return arguments, {}


def caddy(text, port, folder):
    place = place_of("caddy")
    text = re.sub(r"^http://127\.0\.0\.1 \{", f"http://127.0.0.1:{port} {{", text, flags=re.M)
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n}}\n{text}")
    arguments = ["--config", folder / "Caddyfile", "--adapter", "caddyfile"]
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    subprocess.run([place, "validate", *arguments], check=True, env={**os.environ, **home})
    return [place, "run", *arguments], home


class Server:
    def __init__(self, name, port):
        self.name = name
        self.port = port

    def get(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        return answer


HOME = "/our%20notes/"


def test_types_caching_and_headers_go_by_the_kind_of_file(server, published):
    expected = [
        ("index.html", "text/html; charset=utf-8", "no-cache"),
        ("", "text/html; charset=utf-8", "no-cache"),
        ("assets/dossier.css", "text/css; charset=utf-8", "no-cache"),
        ("assets/dossier.js", "text/javascript; charset=utf-8", "no-cache"),
        ("assets/dates.ics", "text/calendar; charset=utf-8", "no-cache"),
        ("assets/bare/note.txt", "text/plain; charset=utf-8", "no-cache"),
        ("sources.bib", "text/x-bibtex; charset=utf-8", "no-cache"),
        ("sitemap.xml", "application/xml", "no-cache"),
        ("assets/sketch.svg", "image/svg+xml", "public, max-age=3600"),
        ("assets/report.pdf", "application/pdf", "public, max-age=3600"),
        ("assets/font.woff2", "font/woff2", "public, max-age=604800"),
    ]
    for path, kind, caching in expected:
        answer = server.get(HOME + path)
        assert answer.status == 200, path
        assert answer.headers["Content-Type"].replace("UTF-8", "utf-8") == kind, path
        assert answer.headers.get_all("Cache-Control") == [caching], path
        assert answer.headers["X-Content-Type-Options"] == "nosniff", path
        assert answer.headers["Referrer-Policy"], path
        head = server.get(HOME + path, "HEAD")
        assert head.body == b"" and head.headers["Content-Type"] == answer.headers["Content-Type"]


def test_what_has_not_changed_is_not_sent_again(server):
    first = server.get(HOME + "index.html")
    again = server.get(HOME + "index.html", **{"If-None-Match": first.headers["ETag"]})
    assert again.status == 304 and again.body == b""


def test_the_compressed_copies_are_served_to_those_who_take_them(server, published):
    served = published.served()
    for path in ["index.html", "assets/dossier.css", "assets/sketch.svg", ""]:
        name = path or "index.html"
        plain = server.get(HOME + path)
        assert plain.body == served[name] and "Content-Encoding" not in plain.headers, path
        small = server.get(HOME + path, **{"Accept-Encoding": "gzip"})
        assert small.headers["Content-Encoding"] == "gzip", path
        assert small.body == served[name + ".gz"] and gzip.decompress(small.body) == served[name]
        for answer in (plain, small):
            assert "accept-encoding" in answer.headers["Vary"].lower(), path
        assert small.headers["Content-Type"] == plain.headers["Content-Type"]
        assert small.headers["Content-Security-Policy"] == plain.headers["Content-Security-Policy"]
        assert small.headers["Cache-Control"] == plain.headers["Cache-Control"]
        if server.name != "nginx":
            smallest = server.get(HOME + path, **{"Accept-Encoding": "gzip, br"})
            assert smallest.headers["Content-Encoding"] == "br", path
            assert smallest.body == served[name + ".br"]
            assert smallest.headers["Content-Type"] == plain.headers["Content-Type"]


def test_the_policy_is_strict_and_knows_what_stands_in_the_pages(server):
    policy = server.get(HOME + "index.html").headers.get_all("Content-Security-Policy")
    assert len(policy) == 1
    rules = dict(rule.strip().split(" ", 1) for rule in policy[0].split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self' " + digest(SCRIPT)
    styles = rules["style-src"].split()
    assert styles[:2] == ["'self'", "'unsafe-hashes'"]
    assert digest("margin-left: 77px") in styles and "'unsafe-inline'" not in styles
    assert rules["frame-ancestors"] == "'none'" and rules["base-uri"] == "'none'"
    picture = server.get(HOME + "assets/sketch.svg").headers["Content-Security-Policy"]
    assert "script-src" not in picture and "sandbox" in picture
    assert "Content-Security-Policy" not in server.get(HOME + "assets/report.pdf").headers


def test_what_is_missing_has_the_site_s_own_page(server, published):
    page = published.served()["404.html"]
    for path in ["nothing.html", "no/such/folder/", "assets/bare/", "assets/bare"]:
        answer = server.get(HOME + path)
        if answer.status in (301, 308):
            place = answer.headers["Location"].removeprefix(f"http://127.0.0.1:{server.port}")
            answer = server.get(quote(unquote(place)))
        assert answer.status in (404, 403), path
        assert answer.body == page, path
        assert answer.headers["Content-Security-Policy"] and answer.headers["Cache-Control"]
        assert answer.headers["Content-Type"].lower() == "text/html; charset=utf-8"


def test_old_addresses_lead_to_new_ones(server):
    for old in ["old/in+line.html", "old/two%20words.html"]:
        answer = server.get(HOME + old)
        assert answer.status == 301, old
        assert answer.headers["Location"].endswith(HOME + "briefs/inline.html"), old
    # No other address does.
    assert server.get(HOME + "old/inline.html").status == 404
    bare = server.get("/our%20notes")
    assert bare.status == 301 and bare.headers["Location"].endswith(HOME)
    folder = server.get(HOME + "briefs")
    assert folder.status in (301, 308)
    # Caddy works escapes out, which browsers put back.
    assert unquote(folder.headers["Location"]).endswith(unquote(HOME) + "briefs/")


def test_nothing_outside_the_site_is_served(server):
    for path in ["../manifest", "%2e%2e/manifest", "..%2fmanifest", "assets/../../SHA256SUMS"]:
        answer = server.get(HOME + path)
        assert answer.status in (400, 403, 404), path
        assert b"Dossier release" not in answer.body


def test_in_a_browser_the_policy_stops_nothing_of_the_site_and_all_else(server):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        tab = browser.new_page()
        said = []
        tab.on("console", lambda message: said.append(message.text))
        home = f"http://127.0.0.1:{server.port}{HOME}"
        for path in ["index.html", "briefs/inline.html", "search.html", "assets/sketch.svg"]:
            tab.goto(home + path)
        assert not said, said
        tab.goto(home + "briefs/inline.html")
        assert tab.evaluate("document.documentElement.dataset.ran") == "yes"
        style = "getComputedStyle(document.getElementById('seen'))"
        assert tab.evaluate(f"[{style}.color, {style}.marginLeft]") == ["rgb(1, 2, 3)", "77px"]
        tab.evaluate(
            "const it = document.createElement('script'); it.textContent = 'window.bad = 1';"
            " document.head.append(it)"
        )
        assert tab.evaluate("window.bad") is None and "Content Security Policy" in said[0]
        browser.close()
