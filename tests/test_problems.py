"""Every problem code has a folder that brings it about; what the editor then reads is on record.

A folder holds what differs from `base`. `steps.txt`, where there is one, has a line for each step: `gapmark ...`,
`remove PATH` or `replace PATH OLD NEW`; else the step is `gapmark build`. `expected.txt` is what stands on standard
error, and the exit codes.
"""

import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from gapmark.project.codes import load_codes

HERE = Path(__file__).parent
ROOT = HERE.parent
CASES = sorted(path.name for path in (HERE / "problems").iterdir() if path.is_dir() and path.name != "base")
ELSEWHERE = {
    "O001": "a full disk",
    "O006": "a link",
    "O009": "another run",
    "C007": "the environment",
    "C008": "a taken port",
}
"""What no folder in a repository can bring about: tests/project/ does."""
CODE = r"[A-Z]\d{3}"


def codes_of_the_program():
    text = "".join(path.read_text("utf-8") for path in sorted((ROOT / "gapmark").rglob("*.py")))
    return set(re.findall(rf'"({CODE})"', text))


@pytest.mark.parametrize("case", CASES)
def test_problem(case, project, gapmark, refresh):
    folder = HERE / "problems" / case
    kept = shutil.ignore_patterns("expected.txt", "steps.txt")
    shutil.copytree(folder, project, dirs_exist_ok=True, ignore=kept)
    steps = folder / "steps.txt"
    lines = steps.read_text("utf-8").splitlines() if steps.is_file() else ["gapmark build"]
    shown = "".join(take(line, project, gapmark) for line in lines)
    if refresh:
        (folder / "expected.txt").write_text(shown, "utf-8", newline="\n")
    assert case[:4] in shown
    assert shown == (folder / "expected.txt").read_text("utf-8")


def take(line, project, gapmark):
    verb, *words = line.split()
    if verb == "remove":
        (project / words[0]).unlink()
        return ""
    if verb == "replace":
        path, old, new = project / words[0], *words[1:]
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        return ""
    code, _, err = gapmark(*words)
    return f"$ {line}\n{err}exit {code}\n"


def test_every_code_has_a_folder():
    assert {case[:4] for case in CASES} | set(ELSEWHERE) == codes_of_the_program()


def test_every_code_is_explained():
    assert [*load_codes()] == sorted(codes_of_the_program(), key=lambda code: ("CSGXPTLO".index(code[0]), code))


@pytest.mark.parametrize("code", load_codes())
def test_the_example_is_what_a_run_printed(code):
    example = load_codes()[code]["example"].rstrip()
    assert f" {code}: " in example.split("\n", 1)[0]
    cases = (case for case in CASES if case.startswith(code))
    printed = [(HERE / "problems" / case / "expected.txt").read_text("utf-8") for case in cases]
    assert code in ELSEWHERE or any(f"{example}\n" in text for text in printed)


def test_the_table_of_the_readme(refresh):
    text = (ROOT / "README.md").read_text("utf-8")
    made = "".join(f"| {code} | {entry['meaning']} | {entry['remedy']} |\n" for code, entry in load_codes().items())
    table = re.compile(r"(?<=\| code \| meaning \| what to do \|\n\|---\|---\|---\|\n)(?:\|.*\|\n)+")
    if refresh:
        (ROOT / "README.md").write_text(table.sub(lambda _: made, text), "utf-8", newline="\n")
    assert made in text or refresh


def test_every_error_has_a_hint():
    for case in CASES:
        lines = (HERE / "problems" / case / "expected.txt").read_text("utf-8").splitlines()
        for line, following in pairwise(lines):
            if re.search(rf"(error|warning) {CODE}: ", line):
                assert following.startswith("  hint: "), f"{case}: {line}"
