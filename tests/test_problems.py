"""Every problem code has a folder that brings it about; what the editor then reads is on record.

A folder holds what differs from `base`. `steps.txt`, where there is one, has a line for each step: `gapmark ...`,
`remove PATH` or `replace PATH OLD NEW`; else the step is `gapmark build`. `expected.txt` is what stands on standard
error, and the exit codes.
"""

import re
import shutil
from itertools import groupby, pairwise
from pathlib import Path
from textwrap import fill, indent

import pytest

from gapmark.project.codes import load_codes

HERE = Path(__file__).parent
ROOT = HERE.parent
CASES = sorted(path.name for path in (HERE / "codes").iterdir() if path.is_dir() and path.name != "base")
ELSEWHERE = {
    "O001": "a full disk",
    "O006": "a link",
    "O009": "another run",
    "O011": "a file of 100 MB",
    "C007": "the environment",
    "C008": "a taken port",
}
"""What no folder in a repository can bring about: tests/project/ does."""
CODE = r"[A-Z]\d{3}"
EXPLAINED = ROOT / "gapmark" / "defaults" / "codes.yaml"


def codes_of_the_program():
    text = "".join(path.read_text("utf-8") for path in sorted((ROOT / "gapmark").rglob("*.py")))
    return set(re.findall(rf'"({CODE})"', text))


@pytest.mark.parametrize("case", CASES)
def test_problem(case, project, gapmark, refresh):
    folder = HERE / "codes" / case
    kept = shutil.ignore_patterns("expected.txt", "steps.txt")
    shutil.copytree(folder, project, dirs_exist_ok=True, ignore=kept)
    steps = folder / "steps.txt"
    lines = steps.read_text("utf-8").splitlines() if steps.is_file() else ["gapmark build"]
    shown = "".join(take(line, project, gapmark) for line in lines)
    if refresh:
        (folder / "expected.txt").write_text(shown, "utf-8", newline="\n")
    assert case[:4] in shown
    assert shown == expected(case), "if this was wanted, run python -m pytest --refresh and read the diff"


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


def expected(case):
    path = HERE / "codes" / case / "expected.txt"
    assert path.is_file(), f"{case} has no expected.txt: run python -m pytest tests/test_problems.py --refresh"
    return path.read_text("utf-8")


def test_every_code_has_a_folder():
    there, used = {case[:4] for case in CASES} | set(ELSEWHERE), codes_of_the_program()
    assert not used - there, f"tests/codes/ has no folder for {sorted(used - there)}"
    assert not there - used, f"tests/codes/ has folders for codes that nothing yields: {sorted(there - used)}"


def test_every_code_is_explained():
    explained, used = load_codes(), codes_of_the_program()
    assert not used - {*explained}, f"gapmark/defaults/codes.yaml lacks {sorted(used - {*explained})}"
    assert not {*explained} - used, (
        f"gapmark/defaults/codes.yaml has {sorted({*explained} - used)}; nothing yields them"
    )
    assert [*explained] == sorted(used, key=lambda code: ("CSGXPTLO".index(code[0]), code)), "put them in this order"


@pytest.mark.parametrize("code", [code for code in load_codes() if code not in ELSEWHERE])
def test_the_example_is_what_a_run_printed(code, refresh):
    printed = [expected(case) for case in CASES if case.startswith(code)]
    if refresh and not any(map(load_codes()[code]["example"].__eq__, messages(code, printed))):
        write_example(code, next(messages(code, printed)))
    example = unnumbered(load_codes()[code]["example"])
    assert f" {code}: " in example.split("\n", 1)[0]
    assert any(example in unnumbered(text) for text in printed), (
        f"gapmark/defaults/codes.yaml: the example of {code} stands in no tests/codes/{code}*/expected.txt"
    )


def messages(code, printed):
    """Each message with the code, as it was printed, with its hint."""
    for text in printed:
        yield from re.findall(
            rf"^.*(?:error|warning) {code}: .*\n(?:(?!.*(?:error|warning) {CODE}: |exit ).*\n)*", text, re.M
        )


def unnumbered(text):
    """Without the numbers of lines, which change with every template."""
    return re.sub(r":\d+", "", text)


def write_example(code, message):
    entry = re.compile(rf"(^{code}:\n(?:  \w.*\n)*?  example:).*\n(?:    .*\n)*", re.M)
    text = EXPLAINED.read_text("utf-8")
    made = entry.sub(lambda found: f"{found[1]} |\n{indent(message, '    ')}", text)
    EXPLAINED.write_text(made, "utf-8", newline="\n")
    load_codes.cache_clear()


def test_the_table_of_codes(refresh):
    made = "".join(f"| {code} | {entry['meaning']} | {entry['remedy']} |\n" for code, entry in load_codes().items())
    table = r"(?<=\| code \| meaning \| what to do \|\n\|---\|---\|---\|\n)(?:\|.*\|\n)+"
    assert_in_reference(table, made, refresh)


def test_the_warnings_are_named(refresh):
    printed = "".join(map(expected, CASES))
    levels = {code: {*re.findall(rf"(error|warning) {code}: ", printed)} for code in load_codes()}
    named = []
    for is_warning, run in groupby(levels, lambda code: (levels[code] == {"warning"}, code[0])):
        first, *rest = run
        if is_warning[0]:
            named += [f"{first} to {rest[-1]}"] if len(rest) > 1 else [first, *rest]
    partly = [code for code in levels if len(levels[code]) == 2]
    which = f"{', '.join(named)}, and some of {', '.join(partly)}"
    words = f"Warnings ({which}) stop nothing, unless you build with `--strict`."
    assert_in_reference(r"^Warnings \((?:.+\n)+", fill(words, 120) + "\n", refresh)


def assert_in_reference(pattern, made, refresh):
    reference = ROOT / "gapmark" / "docs" / "reference.md"
    if refresh:
        text = re.sub(pattern, lambda _: made, reference.read_text("utf-8"), flags=re.M)
        reference.write_text(text, "utf-8", newline="\n")
    again = "gapmark/docs/reference.md: run python -m pytest tests/test_problems.py --refresh"
    assert made in reference.read_text("utf-8"), again


def test_every_error_has_a_hint():
    for case in CASES:
        lines = expected(case).splitlines()
        for line, following in pairwise(lines):
            if re.search(rf"(error|warning) {CODE}: ", line):
                assert following.startswith("  hint: "), f"{case}: {line}"
