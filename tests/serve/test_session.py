"""One session: it goes on whatever happens, until it is ended."""

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
    told = []
    session.serve(project, None, lambda problems, _: told.append([p.code for p in problems]), lambda address: None)
    return told


@pytest.mark.parametrize("step", ["refresh", "finish"])
def test_a_mistake_in_the_program_is_reported_and_watching_goes_on(project, monkeypatch, capsys, step):
    good = getattr(Preview, step)

    def fail(self):
        raise ZeroDivisionError("a mistake")

    steps = [
        lambda: monkeypatch.setattr(Preview, step, fail),
        lambda: monkeypatch.setattr(Preview, step, good),
    ]
    told = run(project, monkeypatch, [False, False], steps)
    assert told == [[]]
    assert capsys.readouterr().err.count("ZeroDivisionError: a mistake") == 1


def test_what_a_mistake_ended_is_not_tried_again(project, monkeypatch, capsys):
    def fail(*_):
        raise ZeroDivisionError("a mistake")

    monkeypatch.setattr("gapmark.serve.preview.finish_site", fail)
    run(project, monkeypatch, [False] * 3, [lambda: None] * 3)
    assert capsys.readouterr().err.count("ZeroDivisionError: a mistake") == 1


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
