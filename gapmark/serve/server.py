"""A server for this computer alone. It knows the site's files by their paths, and reads nothing from the disk."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from gapmark.desk import guard
from gapmark.desk.desk import OPEN, Answer, Desk
from gapmark.desk.desk import PLACE as DESK
from gapmark.problems.errors import GapmarkError
from gapmark.run import memo
from gapmark.serve.page import PLACE, own_file, served
from gapmark.serve.preview import Preview
from gapmark.site.made_pages import HOME, NOT_FOUND

LOOPBACK = "127.0.0.1"
NAMES = (LOOPBACK, "localhost")
"""Names by which a browser may call this computer. Other names get no answer: a page from elsewhere can lead a name of
its own here, and then read what it is given (DNS rebinding)."""
HTTP_PORT = 80
"""A browser leaves this one out of the name of the host (RFC 9110, 4.2.1)."""
NO_HEADERS: Mapping[str, str] = {}
PATIENCE = 15.0
"""Seconds after which a page that waits for news is told that there are none, so that a closed one is noticed."""
KINDS = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "xml": "application/xml",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "gif": "image/gif",
    "avif": "image/avif",
    "epub": "application/epub+zip",
    "woff2": "font/woff2",
}


class Server(ThreadingHTTPServer):
    """Serves one preview. Raises OSError where the port is taken."""

    request_queue_size = 128
    """Connections that wait to be taken: a browser opens six for each page."""
    allow_reuse_address = sys.platform != "win32"  # there it would let two servers share a port

    def __init__(self, preview: Preview, port: int, desk: Desk | None = None) -> None:
        self.preview, self.desk = preview, desk
        super().__init__((LOOPBACK, port), Handler)

    @property
    def address(self) -> str:
        """Return the address of the home page."""
        return f"http://{LOOPBACK}:{self.server_port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Report an error of this program. A browser that goes away in the middle of an answer is no error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD, and POST where there is a desk."""

    server: Server
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        """Send a file of the site or of the server, or wait for news."""
        if not self._is_addressed():
            self._send(403, b"this server answers to 127.0.0.1 and localhost only\n", "txt")
            return
        try:
            parts = urlsplit(self.path)
        except ValueError:  # a bracket that is no IPv6 address
            self._send(400, b"this is no address of a page\n", "txt")
            return
        path = unquote(parts.path)
        if path == f"{PLACE}changes":
            self._send_news(parse_qs(parts.query).get("after", [""])[0])
        elif path.startswith(DESK) and self.server.desk:
            self._show_desk(self.server.desk, path.removeprefix(DESK), dict(parse_qs(parts.query, errors="replace")))
        elif path.startswith(PLACE):
            data = own_file(path.removeprefix(PLACE))
            self._send(404 if data is None else 200, data or b"", path.rpartition(".")[2])
        else:
            self._send_file(path)

    do_HEAD = do_GET  # noqa: N815 - http.server's name

    def do_POST(self) -> None:
        """Give a form to the desk, if it is the desk's own, sent by the editor's own browser."""
        desk, path = self.server.desk, urlsplit(self.path).path
        self.close_connection = True
        if desk is None:
            self.send_error(501, "Unsupported method ('POST')")
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        refused = "" if self._is_addressed() else "this server answers to 127.0.0.1 and localhost only"
        refused = refused or guard.refusal(headers, self._cookie(), desk.secret)
        if refused:
            self._send(403, f"{refused}; nothing is written\n".encode(), "txt")
            return
        fields = guard.read_form(self.rfile.read(int(headers["content-length"])), desk.secret)
        if fields is None or not path.startswith(DESK):
            self._send(400, b"this is not a form of this session; nothing is written\n", "txt")
            return
        self._answer(lambda: desk.take(path.removeprefix(DESK), fields))

    def _show_desk(self, desk: Desk, path: str, query: dict[str, list[str]]) -> None:
        first = {name: values[0] for name, values in query.items()}
        if path == OPEN and guard.is_secret(first.get("key", ""), desk.secret):
            cookie = f"{self._name_cookie()}={desk.secret}; Path=/; HttpOnly; SameSite=Strict"
            self._answer(lambda: Answer(303, location="/"), cookie)
        elif guard.is_secret(self._cookie(), desk.secret):
            self._answer(lambda: desk.show(path, first))
        else:
            self._send(403, b"to edit, open the address that gapmark serve has printed\n", "txt")

    def _answer(self, ask: Callable[[], Answer], cookie: str = "") -> None:
        preview = self.server.preview
        with memo.of(preview.memory):
            try:
                answer = ask()
            except GapmarkError as error:
                answer = Answer(500, served(None, preview.version, error.problems))
        headers = {**guard.HEADERS, "Location": answer.location, "Set-Cookie": cookie}
        self._send(answer.status, answer.body, "html" if answer.body.startswith(b"<!doctype") else "txt", headers)

    def _name_cookie(self) -> str:
        return f"gapmark-{self.server.server_port}"  # a browser sends cookies to all ports of a computer

    def _cookie(self) -> str:
        pairs = (pair.strip().partition("=") for pair in self.headers.get("Cookie", "").split(";"))
        return {name: value for name, _, value in pairs}.get(self._name_cookie(), "")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        """Print nothing: nobody wants to read of each file."""

    def _is_addressed(self) -> bool:
        port = self.server.server_port
        hosts = {f"{name}:{port}" for name in NAMES} | ({*NAMES} if port == HTTP_PORT else set())
        return self.headers.get("Host", "").lower() in hosts

    def _send_file(self, path: str) -> None:
        preview = self.server.preview
        name = path.removeprefix("/") or HOME
        with preview.changed:
            data, missing = preview.file(name), False
            page = name.endswith(".html")
            if data is None and (page or "." not in name.rpartition("/")[2]):
                data, missing, page = preview.file(NOT_FOUND), True, True
            version, problems = preview.version, preview.problems
        if page:
            status = 500 if data is None else 404 if missing else 200
            self._send(status, served(data, version, problems, self._bar()), "html")
        else:
            self._send(404 if data is None else 200, data or b"", name.rpartition(".")[2])

    def _bar(self) -> str:
        """Return the desk's bar for the editor's own browser; nothing for another one."""
        desk, shown = self.server.desk, self.server.preview.shown
        if desk is None or not guard.is_secret(self._cookie(), desk.secret):
            return ""
        with memo.of(self.server.preview.memory):
            return desk.bar(shown.project.settings["language"], shown.left) if shown else desk.bar("en", 0)

    def _send(self, status: int, data: bytes, kind: str, headers: Mapping[str, str] = NO_HEADERS) -> None:
        self.send_response(status)
        self.send_header("Content-Type", KINDS.get(kind.lower(), "application/octet-stream"))
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            if value:
                self.send_header(name, value)
        self._send_guards()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _send_guards(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "DENY")
        self.end_headers()

    def _send_news(self, after: str) -> None:
        """Send an event when the site has changed since the asking page was made (HTML, Server-sent events)."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self._send_guards()
        if self.command == "HEAD":
            return
        version = int(after) if after.isdecimal() and len(after) < 30 else 0
        while self.server.preview.wait(version, PATIENCE) == version:
            self.wfile.write(b": nothing new\n\n")
        self.wfile.write(b"data: new\n\n")
