"""Web hosts for the built site, on loopback: at a host's root, under its path, and elsewhere."""

import functools
import http.server
import pathlib
import sys
import threading
import urllib.parse

#: What a careful host sends: nothing inline runs or styles, nothing is fetched from elsewhere.
POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'"


class SiteHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder under one of several paths, and `404.html` for what is not there."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args, prefixes, **kwargs):
        self.prefixes = prefixes
        super().__init__(*args, **kwargs)

    def translate_path(self, path):
        bare = urllib.parse.urlsplit(path).path
        for prefix in self.prefixes:
            if bare.startswith(prefix):
                return super().translate_path("/" + bare[len(prefix):])
        return str(pathlib.Path(self.directory) / "no such file")

    def send_error(self, code, message=None, explain=None):
        page = pathlib.Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def list_directory(self, path):
        self.send_error(404)

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *args):
        pass


class QuietServer(http.server.ThreadingHTTPServer):
    """A server that does not mind a browser that hangs up."""

    daemon_threads = True

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Host:
    """A running server; `address` ends in a slash."""

    def __init__(self, folder, *prefixes):
        handler = functools.partial(SiteHandler, directory=str(folder), prefixes=prefixes)
        self.server = QuietServer(("127.0.0.1", 0), handler)
        self.origin = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
