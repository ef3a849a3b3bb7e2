"""One session: it goes on whatever happens, until it is ended."""

import threading
from queue import Queue
from threading import Event

import pytest

from gapmark.serve import session
from gapmark.serve.preview import Preview


def run(project, monkeypatch, looks, steps):
    """Serve while `looks` says so; before each look one of `steps` is done."""

    def looking(_):
        for look, step in zip(looks, steps, strict=True):
            step()
            yield look

    monkeypatch.setattr(session, "looks", looking)
    running = {thread.ident for thread in threading.enumerate()}
    session.serve(project, None, lambda *_: None, lambda _: None)
    left = [thread for thread in threading.enumerate() if thread.ident not in running]
    assert not [thread for thread in left if "serve_forever" in thread.name]


def fail(*_):
    raise ZeroDivisionError("a mistake")


@pytest.fixture
def reports(monkeypatch):
    """What is reported, instead of in the terminal."""
    found = Queue()
    monkeypatch.setattr("sys.excepthook", lambda kind, error, _: found.put(f"{kind.__name__}: {error}"))
    return found


def test_a_mistake_in_the_program_is_reported_and_watching_goes_on(project, monkeypatch, reports):
    good, seen = Preview.refresh, []
    steps = [
        lambda: monkeypatch.setattr(Preview, "refresh", fail),
        lambda: monkeypatch.setattr(Preview, "refresh", lambda self: seen.append(good(self))),
    ]
    run(project, monkeypatch, [True, True], steps)
    assert reports.get(timeout=60) == "ZeroDivisionError: a mistake"
    assert seen == [None]


def test_what_a_mistake_ended_is_not_tried_again(project, monkeypatch, reports):
    monkeypatch.setattr("gapmark.serve.preview.finish_site", fail)
    preview = Preview(project, lambda *_: None)
    preview.refresh()
    with pytest.raises(ZeroDivisionError):
        preview.finish()
    assert not preview.finish()
    run(project, monkeypatch, [False, False], [lambda: None, lambda: reports.put(reports.get(timeout=60))])
    assert reports.get(timeout=60) == "ZeroDivisionError: a mistake"
    assert reports.empty()


def test_a_save_is_seen_while_the_rest_is_made(project, monkeypatch):
    begun, go_on = Event(), Event()
    monkeypatch.setattr(Preview, "finish", lambda self: begun.set() or not go_on.wait(60))
    seen = []
    steps = [lambda: None, lambda: begun.wait(60), lambda: seen.append(not go_on.is_set())]
    run(project, monkeypatch, [False, True, True], steps)
    go_on.set()
    assert seen == [True]


def test_two_sessions_of_one_project_both_see_a_save(project):
    previews = [Preview(project, lambda *_: None) for _ in range(2)]
    servers = [session._open(preview, None) for preview in previews]
    assert servers[0].server_port != servers[1].server_port
    page = next((project / "content").glob("*.md"))
    for number in range(3):
        page.write_text(f"{page.read_text('utf-8')}\n\nSave {number} here.\n", "utf-8")
        assert all(f"Save {number} here".encode() in preview.file(f"{page.stem}.html") for preview in previews)
        for preview in previews:
            preview.finish()
    for server in servers:
        server.server_close()
