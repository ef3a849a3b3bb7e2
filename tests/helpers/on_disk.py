"""What tests of reading and writing share."""

from pathlib import Path

import pytest

from gapmark.problems.errors import GapmarkError
from gapmark.project.files import list_files
from gapmark.project.folder import Folder


def folder(files=()):
    """A project's files in memory: text or bytes by path."""
    data = {path: text if isinstance(text, bytes) else text.encode() for path, text in sorted(dict(files).items())}
    return Folder(Path("nowhere"), data)


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in list_files(folder) if path.is_file()}


def code_of(call, *arguments):
    with pytest.raises(GapmarkError) as caught:
        call(*arguments)
    (problem,) = caught.value.problems
    assert problem.hint
    return problem.code, problem.where.path


def link(path, target):
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this system makes no links")
