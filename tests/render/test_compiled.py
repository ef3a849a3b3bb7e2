"""Templates are compiled once for all projects, and whatever lies in the cache, the pages are the same."""

import jinja2
import pytest

from gapmark.render.compiled import CompiledTemplates
from gapmark.render.render import make_environment
from gapmark.run import memo
from gapmark.run.memo import Memory

TEMPLATES = (("a.html", "{% for n in range(3) %}{{ n }}{% endfor %}"),)


@pytest.fixture
def compiled(tmp_path, monkeypatch):
    """The names of the templates that were compiled, in a cache of their own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    plain, names = jinja2.Environment.compile, []

    def compile_and_tell(self, source, name=None, filename=None, **options):
        names.append(name)
        return plain(self, source, name, filename, **options)

    monkeypatch.setattr(jinja2.Environment, "compile", compile_and_tell)
    return names


def render(templates=TEMPLATES):
    """The page, as a process of its own makes it."""
    with memo.of(Memory()):
        return make_environment(templates).get_template("a.html").render()


def test_once_for_all_projects(compiled):
    assert [render(), render()] == ["012", "012"]
    assert compiled == ["a.html"]


def test_another_text_is_another_template(compiled):
    assert render() == "012"
    assert render((("a.html", "x"),)) == "x"
    assert render() == "012"
    assert compiled == ["a.html"] * 2


def test_what_is_spoilt_is_compiled_again(compiled, tmp_path):
    render()
    (file,) = (tmp_path / "gapmark" / "templates").iterdir()
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    assert render() == "012"
    assert compiled == ["a.html"] * 2


def test_another_compiler_takes_nothing(compiled, monkeypatch):
    render()
    monkeypatch.setattr(jinja2, "__version__", "99")
    assert render() == "012"
    assert compiled == ["a.html"] * 2


def test_without_a_cache_all_is_made(compiled, monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert render() == "012"
    assert isinstance(make_environment(TEMPLATES).bytecode_cache, CompiledTemplates)
