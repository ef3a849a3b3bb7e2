"""Projects to try things on, and the flag that writes expected files anew."""

import functools
import gc
import http.server
import os
import shutil
import threading
from pathlib import Path

import jinja2
import pytest
from hypothesis import settings

from gapmark.command.cli import run
from gapmark.pipeline import make_site, write_bag
from gapmark.project.load import load_project
from gapmark.run import memo
from gapmark.run.memo import Memory

HERE = Path(__file__).parent
REPOSITORY = HERE.parent
MEMORY = Path("/dev/shm")
"""Linux's disk in memory. Hundreds of small sites are written: a disk that turns would take most of the time."""
ROOM = 500_000_000
"""Bytes that must be free there."""
REMEMBERED = memo.of(Memory())
REMEMBERED.__enter__()
"""One memory for all tests: each reads and makes again only what another has not."""
gc.disable()  # nothing of what is loaded and collected is ever thrown away
settings.register_profile("untimed", deadline=None)  # a slow machine is no mistake
settings.register_profile("fixed", deadline=None, derandomize=True)  # so that a run that was green stays green
settings.load_profile("fixed" if os.environ.get("CI") else "untimed")


def pytest_addoption(parser):
    parser.addoption("--refresh", action="store_true", help="write the expected files of tests/ anew; read the diff")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config):
    """With --refresh one process runs the tests in their order: some files are made of what others have written.

    The files that tests write are in memory where there is room.
    """
    if config.getoption("--refresh"):
        config.option.numprocesses = 0
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_unconfigure():
    REMEMBERED.__exit__(None, None, None)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish():
    gc.freeze()
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session):
    """With GAPMARK_SKIPS=forbidden a test that was skipped fails the run: what must run somewhere, must run there."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("GAPMARK_SKIPS") == "forbidden" and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True, scope="session")
def _compile_templates_once():
    """Jinja compiles the same templates to the same code: over hundreds of builds that is most of the time."""
    plain, compiled = jinja2.Environment.compile, {}

    def compile_once(self, source, name=None, filename=None, **options):
        if (source, name) not in compiled:
            compiled[source, name] = plain(self, source, name, filename, **options)
        return compiled[source, name]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", compile_once)
        yield


@pytest.fixture(autouse=True, scope="session")
def _at_home():
    """What is printed is the same here and in GitHub's workflows, where problems are shown as annotations too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("GITHUB_ACTIONS", raising=False)
        yield


@pytest.fixture(autouse=True, scope="session")
def _caches_of_its_own(tmp_path_factory):
    """What builds keep for the next one lies among the files of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("caches")))
        yield


@pytest.fixture
def runs():
    """A step that counts its runs, of which nothing is remembered yet."""
    made = []

    def step(*inputs):
        made.append(inputs)
        return [*inputs]

    step.made = made
    with memo.of(Memory()):
        yield step


@pytest.fixture
def refresh(request):
    return request.config.getoption("--refresh")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A copy of the smallest project there is, as the folder the test stands in."""
    root = tmp_path / "project"
    shutil.copytree(HERE / "codes" / "base", root, copy_function=shutil.copyfile)  # times of their own
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def sample(tmp_path, monkeypatch):
    """A copy of the sample's content/, as the folder the test stands in."""
    root = tmp_path / "sample"
    shutil.copytree(REPOSITORY / "content", root / "content")
    monkeypatch.chdir(root)
    return root


@pytest.fixture(scope="session")
def sample_site():
    """The sample's site, built once and not to be changed: `sample` is for tests that edit it."""
    return make_site(load_project(REPOSITORY), strict=True)


@pytest.fixture(scope="session")
def files(sample_site):
    """The data of each file of the sample's site, by its path."""
    return {file.path: file.data for file in sample_site.files}


@pytest.fixture(scope="session")
def pages(files):
    """The text of each page of the sample's site, by its path; edition.html, which is made of them, left out."""
    pages = (path for path in files if path.endswith(".html") and path != "edition.html")
    return {path: files[path].decode() for path in pages}


@pytest.fixture(scope="session")
def sample_bag(tmp_path_factory):
    """The sample's bag, as bytes."""
    path = tmp_path_factory.mktemp("bag") / "bag.zip"
    write_bag(REPOSITORY, path)
    return path.read_bytes()


@pytest.fixture
def bag(sample_bag, tmp_path):
    """The sample's bag as a file of one's own."""
    path = tmp_path / "bag.zip"
    path.write_bytes(sample_bag)
    return path


@pytest.fixture
def gapmark(capsys):
    """Run a command line in the folder the test stands in; returns exit code, standard output and standard error."""

    def command(*words, project=""):
        try:
            code = run([str(word) for word in words], project=project)
        except SystemExit as stop:  # argparse leaves so
            code = stop.code
        out, err = capsys.readouterr()
        return code, out, err

    return command


CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="session")
def chromium():
    """The installed Chromium. Where there is none the test is skipped; with GAPMARK_BROWSER=required it fails."""
    absent = pytest.fail if os.environ.get("GAPMARK_BROWSER") == "required" else pytest.skip
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        absent("playwright is not installed: pip install -e '.[dev]'")
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        absent(f"there is no {CHROMIUM[0]} on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def host():
    """Serves a folder at its root; returns a function from folder to address."""
    servers = []

    def serve(folder):
        handler = functools.partial(_Quiet, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()
