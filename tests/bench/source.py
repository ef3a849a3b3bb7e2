"""How fast a source is read: `python tests/bench/source.py [TEXT]`. Run by hand; the tests time nothing.

TEXT is a file with a source on each line; without it the project's own source is taken, whole and as lines of one
sentence each. The ratio to the detokeniser of sacremoses is shown where that is installed, by hand:
`python -m pip install sacremoses`. Nothing here depends on it.
"""

import sys
import time
from functools import partial
from pathlib import Path

from gapmark.forms.forms import check_source
from gapmark.model import Source
from gapmark.source.clean import clean_line
from gapmark.source.sections import parse_document

SAMPLE = Path(__file__).parent.parent.parent / "content" / "source" / "38601514.txt"
HOSTILE = {
    "one token of 5 MB": "a" * 5_000_000,
    **{f"100,000 {sign}": f"{sign} " * 100_000 for sign in "@'#*\".("},
    "200,000 '": "' " * 200_000,
}


def seconds(*functions, rounds=3):
    """The best time of each function; they take turns, so that a slow moment of the computer meets them all."""
    times = [[] for _ in functions]
    for _ in range(rounds):
        for taken, function in zip(times, functions, strict=True):
            start = time.process_time()
            function()
            taken.append(time.process_time() - start)
    return [min(taken) for taken in times]


def read(text):
    """Everything that is done to a source before it meets an edition."""
    document = parse_document(Source("x", "x", f"@@1 {text}", "", 0))
    return list(check_source(document))


def say(line):
    sys.stdout.write(line + "\n")


def sentences(text):
    """A line for each sentence; those with no mark of a quotation, which most have not, three times as often."""
    lines = [f"{part} ." for part in text.split(" . ")[1:-1]]
    speech = [f'" {line[:-2]}, " he said , " and it \'s {line}' for line in lines]
    return [*lines * 3, *speech]


def compare(name, lines):
    tokens = sum(len(line.split()) for line in lines)
    try:
        from sacremoses import MosesDetokenizer
    except ImportError:
        (ours,) = seconds(lambda: [clean_line(line) for line in lines])
        say(f"{name}: {tokens / ours:,.0f} tokens a second (sacremoses is not installed)")
        return
    moses = MosesDetokenizer("en")
    ours, theirs = seconds(
        lambda: [clean_line(line) for line in lines],
        lambda: [moses.detokenize(line.split()) for line in lines],
        rounds=9,
    )
    say(f"{name}: {tokens / ours:,.0f} tokens a second, {ours / theirs:.2f} of the time sacremoses takes")


def main():
    path = Path(sys.argv[1]) if sys.argv[1:] else SAMPLE
    lines = path.read_text(encoding="utf-8").splitlines()
    compare("as it is", lines if sys.argv[1:] else lines * 100)
    compare("a sentence a line", [sentence for line in lines for sentence in sentences(line)] * 20)
    for name, text in HOSTILE.items():
        cleaned, checked = seconds(partial(clean_line, text), partial(read, text))
        say(f"{name}: clean_line {cleaned:.2f} s, parse and check {checked:.2f} s")


if __name__ == "__main__":
    main()
