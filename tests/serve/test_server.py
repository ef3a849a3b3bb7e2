"""The server: its own files to its own pages, nothing else to anybody."""

import http.client
import threading
from types import SimpleNamespace

import pytest

from gapmark.problems.errors import GapmarkError
from gapmark.serve.preview import Preview
from gapmark.serve.server import Handler, Server
from gapmark.serve.session import _open


@pytest.fixture
def server(project):
    made = Server(Preview(project, lambda *_: None), 0)
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


@pytest.fixture
def get(server):
    def ask(path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer.status, answer.headers, data

    return ask


def test_a_page_has_the_script_and_is_not_kept(get):
    status, headers, data = get("/")
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "no-store"
    assert b'<script src="/.gapmark/serve.js" data-version="' in data
    assert get("/index.html")[2] == data


FILES = {
    "/style.css": "text/css",
    "/.gapmark/serve.js": "text/javascript",
    "/gaps.json": "application/json",
    "/icon.svg": "image/svg+xml",
}


@pytest.mark.parametrize(("path", "kind"), FILES.items())
def test_files_have_their_kinds(get, path, kind):
    status, headers, data = get(path)
    assert (status, headers["Content-Type"].split(";")[0]) == (200, kind)
    assert data
    assert b"serve.js" not in data


NOWHERE = (
    *("/content/site.yaml", "/../content/site.yaml", "/%2e%2e/content/site.yaml", "/..%2fcontent/site.yaml"),
    *("//etc/passwd", "/etc/passwd", "/source/", "/source", "/%00", "/\\..\\content", "/gapmark-manifest.txt"),
    *("/.gapmark/", "/.gapmark/../page.py", "/.gapmark/%2e%2e/page.py"),
)


@pytest.mark.parametrize("path", NOWHERE)
def test_there_is_no_way_out_and_no_list(get, path):
    status, _, data = get(path)
    assert status == 404
    assert b"root:" not in data
    assert b"source:" not in data


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{}", "127.0.0.1", "localhost:1", ""])
def test_another_name_is_refused(get, server, host):
    assert get("/", Host=host.format(server.server_port))[0] == 403
    assert get("/.gapmark/changes?after=0", Host=host.format(server.server_port))[0] == 403


def test_this_computers_names_are_answered(get, server):
    assert get("/", Host=f"localhost:{server.server_port}")[0] == 200


def test_only_loopback_is_listened_to(server):
    assert server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_is_taken(get, method):
    assert get("/", method)[0] == 501


def test_an_address_that_is_none(get, server):
    assert get("http://[::1", Host=f"127.0.0.1:{server.server_port}")[0] == 400


def test_the_usual_port_is_left_out_by_browsers(project):
    class Request(Handler):
        def __init__(self, host, port):
            self.headers, self.server = {"Host": host}, SimpleNamespace(server_port=port)

    assert Request("localhost", 80)._is_addressed()
    assert not Request("localhost", 8000)._is_addressed()
    assert not Request("example.org", 80)._is_addressed()


def test_head(get):
    status, headers, data = get("/style.css", "HEAD")
    assert (status, data) == (200, b"")
    assert int(headers["Content-Length"]) > 1000


def test_what_is_not_there(get):
    status, _, data = get("/nowhere.html")
    assert status == 404
    assert b"serve.js" in data


def test_news(get, project, server):
    page = next((project / "content").glob("*.md"))
    get("/")
    version = server.preview.version
    assert get(f"/.gapmark/changes?after={version - 1}")[2] == b"data: new\n\n"
    answers = []
    waiting = threading.Thread(target=lambda: answers.append(get(f"/.gapmark/changes?after={version}")[2]))
    waiting.start()
    page.write_text(page.read_text("utf-8") + "\nMore words.\n", "utf-8")
    get("/")
    waiting.join(10)
    assert answers == [b"data: new\n\n"]


def test_an_error_stands_before_the_site(get, project, server):
    get("/")
    server.preview.finish()
    page = next((project / "content").glob("*.md"))
    page.write_text("<b>no</b> front matter", "utf-8")
    status, _, data = get("/")
    assert status == 200
    assert b'id="gapmark-problems"' in data
    assert f"<code>content/{page.name}:1</code> error P001: the page has no front matter".encode() in data
    assert b"begin the file with the lines ---" in data
    assert b"<main" in data


def test_an_error_from_the_start_has_a_page(get, project):
    (project / "content" / "site.yaml").write_text("title: <script>", "utf-8")
    status, _, data = get("/")
    assert status == 500
    assert b"error C001" in data
    assert b"<script>" not in data


def test_a_taken_port_is_said_and_another_is_found(server):
    with pytest.raises(GapmarkError) as wrong:
        _open(server.preview, server.server_port)
    assert wrong.value.problems[0].code == "C008"
    assert wrong.value.code == 2
    first, second = _open(server.preview, None), _open(server.preview, None)
    assert first.server_port != second.server_port
    first.server_close()
    second.server_close()


@pytest.mark.parametrize(("port", "message", "other"), [(99999, "port 99999 is none: the last is 65535", 8000)])
def test_a_port_that_there_is_not(port, message, other, project):
    with pytest.raises(GapmarkError) as wrong:
        _open(Preview(project, lambda *_: None), port)
    (problem,) = wrong.value.problems
    assert (problem.message, problem.hint) == (message, f"name another one: python build.py serve --port {other}")
