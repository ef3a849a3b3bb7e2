"""Where Python may not keep code beside the modules, it is kept in a private folder, and never run when spoilt."""

import os
import shutil
import subprocess
import sys

import pytest
from conftest import REPOSITORY

PARTS = shutil.ignore_patterns("__pycache__")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A project with a copy of gapmark that has not been compiled."""
    root = tmp_path_factory.mktemp("checkout")
    for name in ("gapmark", "templates", "static"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=PARTS)
    shutil.copytree(REPOSITORY / "tests" / "codes" / "base" / "content", root / "content")
    shutil.copy(REPOSITORY / "build.py", root)
    return root


@pytest.fixture
def run(checkout, tmp_path):
    """Run build.py as a process where the variable is set; return the files of gapmark's code, and their times."""

    def run(*words, **environment):
        variables = {"PYTHONDONTWRITEBYTECODE": "1", "XDG_CACHE_HOME": str(tmp_path)} | environment
        command = [sys.executable, "build.py", "check", *words]
        subprocess.run(command, cwd=checkout, env=os.environ | variables, check=True, capture_output=True)
        return {path: path.stat().st_mtime_ns for path in tmp_path.glob(f"gapmark/code-*/**/{checkout.name}/**/*.pyc")}

    return run


def test_code_is_kept_and_found_again(run, checkout):
    first = run()
    assert [path for path in first if path.name.startswith("pipeline.")]
    assert run() == first
    assert not [*checkout.rglob("__pycache__")]


@pytest.mark.slow
def test_spoilt_code_is_never_run(run):
    first = run()
    for path in first:
        data = path.read_bytes()
        path.write_bytes(data[:16] + data[16:][::-1])
    again = run()
    assert again.keys() == first.keys()
    assert not {*again.items()} & {*first.items()}


@pytest.mark.slow
def test_a_module_that_is_added_is_seen(run):
    first = run()
    next(iter(first)).with_name("added.pyc").touch()
    assert run().keys() == first.keys()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the user's profile is the border there")
def test_nothing_is_kept_where_others_can_write(run, tmp_path):
    run()
    for folder in tmp_path.glob("gapmark/code-*"):
        shutil.rmtree(folder)
        folder.mkdir()
        folder.chmod(0o777)
    assert run() == {}


@pytest.mark.slow
def test_python_keeps_it_beside_the_modules_where_it_may(run, checkout):
    assert run(PYTHONDONTWRITEBYTECODE="") == {}
    assert (checkout / "gapmark" / "run" / "__pycache__").is_dir()
    assert run() == {}
