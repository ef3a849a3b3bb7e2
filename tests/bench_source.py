"""How fast a source is read: `python tests/bench_source.py [TEXT]`. Run by hand; the tests time nothing.

TEXT is a file with a source on each line; without it the project's own source is repeated. The ratio to the
detokeniser of sacremoses is shown where that is installed.
"""

import sys
import time
from pathlib import Path

from gapmark.model import Source
from gapmark.source.checks import check_source
from gapmark.source.clean import clean_line
from gapmark.source.sections import parse_document

SAMPLE = Path(__file__).parent.parent / "content" / "source" / "38601514.txt"
HOSTILE = {
    "one token of 5 MB": "a" * 5_000_000,
    **{f"100,000 {sign}": f"{sign} " * 100_000 for sign in "@'#*\".("},
    "200,000 '": "' " * 200_000,
}


def seconds(function, *arguments):
    """The best of three."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        function(*arguments)
        times.append(time.perf_counter() - start)
    return min(times)


def read(text):
    """Everything that is done to a source before it meets an edition."""
    document = parse_document(Source("x", "x", f"@@1 {text}", "", 0))
    return list(check_source(document))


def clean_all(lines):
    return [clean_line(line) for line in lines]


def say(line):
    sys.stdout.write(line + "\n")


def main():
    path = Path(sys.argv[1]) if sys.argv[1:] else SAMPLE
    lines = path.read_text(encoding="utf-8").splitlines() * (1 if sys.argv[1:] else 100)
    tokens = sum(len(line.split()) for line in lines)
    ours = seconds(clean_all, lines)
    say(f"clean_line: {tokens / ours:,.0f} tokens a second")
    try:
        from sacremoses import MosesDetokenizer
    except ImportError:
        say("sacremoses is not installed")
    else:
        moses = MosesDetokenizer("en")
        theirs = seconds(lambda: [moses.detokenize(line.split()) for line in lines])
        say(f"sacremoses: {tokens / theirs:,.0f} tokens a second; we take {ours / theirs:.2f} of its time")
    for name, text in HOSTILE.items():
        say(f"{name}: clean_line {seconds(clean_line, text):.2f} s, parse and check {seconds(read, text):.2f} s")


if __name__ == "__main__":
    main()
