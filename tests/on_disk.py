"""What tests of reading and writing share."""

import pytest

from gapmark.errors import GapmarkError
from gapmark.project.files import list_files


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in list_files(folder)}


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
