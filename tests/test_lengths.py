"""No file is too long to be read at a sitting."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
LONGEST = 280


def test_files_have_280_lines_at_the_most():
    files = [ROOT / "build.py", *(ROOT / "gapmark").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    lengths = {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in files}
    assert not {path: length for path, length in lengths.items() if length > LONGEST}
