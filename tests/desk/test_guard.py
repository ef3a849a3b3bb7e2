"""Who may write: the attacks, each as a request, after which no file has changed."""

from urllib.parse import urlencode

import pytest

from gapmark.desk import guard
from gapmark.desk.desk import OPEN, PLACE


@pytest.fixture
def form(browser):
    """The fields of a form that would be written."""
    html = browser.get("places/form", entry="new")
    file = html.partition('name="file" value="')[2][:64]
    own = {"secret": browser.server.desk.secret, "file": file, "sum": "new", "key": "", "back": ""}
    return own | {"name": "Safira", "quote": "the town of al-Safira"}


@pytest.fixture
def files(sample):
    """The files of the project, which may not change."""
    before = {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()}
    yield
    assert {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()} == before


SAVE = PLACE + "places/save"


def test_the_form_as_it_is_sent_by_the_desk_is_written(browser, form):
    assert browser.ask(SAVE, "POST", urlencode(form), Sec_Fetch_Site="same-origin")[0] == 303


HEADERS = {
    "another site's form": {"Origin": "http://evil.example"},
    "another port of this computer": {"Origin": "http://127.0.0.1:1"},
    "a page of a file or a sandbox": {"Origin": "null"},
    "no origin, as an image or an old program sends it": {"Origin": None},
    "another origin's fetch": {"Sec_Fetch_Site": "cross-site"},
    "another name of this computer": {"Sec_Fetch_Site": "same-site"},
    "typed into the address bar": {"Sec_Fetch_Site": "none"},
    "no cookie": {"Cookie": None},
    "an old secret": {"Cookie": "gapmark-{port}=" + "x" * 43},
    "a cookie that is none": {"Cookie": 'gapmark-{port}=\u00e4; ;;="'.encode("latin-1").decode("latin-1")},
    "a form of files": {"Content_Type": "multipart/form-data; boundary=x"},
    "JSON": {"Content_Type": "application/json"},
    "words": {"Content_Type": "text/plain"},
    "too large": {"Content_Length": str(guard.MOST + 1)},
    "a length that is none": {"Content_Length": "-1"},
    "no length": {"Content_Length": None},
    "in pieces": {"Transfer_Encoding": "chunked"},
    "DNS rebinding": {"Host": "evil.example:{port}", "Origin": "http://evil.example:{port}"},
}


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("name", HEADERS)
def test_nothing_is_written_for(browser, form, name):
    headers = {key: value and value.format(port=browser.port) for key, value in HEADERS[name].items()}
    status, _, text = browser.ask(SAVE, "POST", urlencode(form), **headers)
    assert status == 403
    assert "nothing is written" in text


BODIES = {
    "no secret": lambda form: urlencode({key: value for key, value in form.items() if key != "secret"}),
    "a wrong secret": lambda form: urlencode(form | {"secret": "x"}),
    "a field twice": lambda form: urlencode(form) + "&name=B",
    "no fields": lambda form: "x",
    "very many fields": lambda form: urlencode(form) + "".join(f"&f{n}=1" for n in range(100)),
    "no UTF-8": lambda form: urlencode(form) + "&editor=%ff",
    "an unknown field": lambda form: urlencode(form | {"file_name": "x"}),
    "a path as the file": lambda form: urlencode(form | {"file": "../../x"}),
}


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("name", BODIES)
def test_nothing_is_written_with(browser, form, name):
    assert browser.ask(SAVE, "POST", BODIES[name](form))[0] in (400, 409)


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    "path", ["/", "/index.html", "/.gapmark/serve.js", "/.gapmark/desk/", PLACE + "../places/save"]
)
def test_nothing_else_takes_a_form(browser, form, path):
    assert browser.ask(path, "POST", urlencode(form))[0] in (400, 404)


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])
def test_nothing_is_written_by_another_method(browser, form, method):
    assert browser.ask(f"{SAVE}?{urlencode(form)}", method)[0] in (404, 501)


@pytest.mark.parametrize("path", ["", "places/form?entry=new", "cards"])
def test_nobody_without_the_secret_sees_the_desk(browser, path):
    status, _, text = browser.ask(PLACE + path, Cookie=None)
    assert status == 403
    assert browser.server.desk.secret not in text
    assert browser.server.desk.secret not in browser.ask("/", Cookie=None)[2]
    assert "gapmark-desk" not in browser.ask("/", Cookie=None)[2]


def test_the_address_that_is_printed_opens_the_desk(browser):
    secret = browser.server.desk.secret
    status, headers, _ = browser.ask(f"{PLACE}{OPEN}?key={secret}", Cookie=None)
    assert (status, headers["Location"]) == (303, "/")
    cookie = headers["Set-Cookie"]
    assert cookie == f"gapmark-{browser.port}={secret}; Path=/; HttpOnly; SameSite=Strict"
    assert browser.ask(f"{PLACE}{OPEN}?key=x", Cookie=None)[0] == 403
    assert 'id="gapmark-desk"' in browser.ask("/")[2]


def test_the_desks_pages_have_a_strict_policy(browser):
    headers = browser.ask(PLACE)[1]
    assert headers["Content-Security-Policy"] == guard.POLICY
    assert "frame-ancestors 'none'" in guard.POLICY
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in headers
    assert "<script" not in browser.get("")
    assert " style=" not in browser.get("places/form", entry="new")
