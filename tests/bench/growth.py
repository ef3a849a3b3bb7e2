"""How a build grows: `python tests/bench/growth.py`, or with the names of some of the SIZES.

Run by hand; the tests time nothing. A project of each size is made of words that mean nothing (`growing.py`) and built
once with nothing kept, as a whole process: seconds that the user waits, seconds of the processor, and the most memory
that was used. `--python` as in `bench_build.py`.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from helpers.big_project import make_project

BUILD = Path(__file__).resolve().parent.parent.parent / "build.py"
SIZES = {
    "100 pages": {"pages": 100, "words": 10_000},
    "1,000 pages": {"pages": 1000, "words": 100_000},
    "100,000 words": {"pages": 100, "words": 100_000},
    "1,000,000 words": {"pages": 100, "words": 1_000_000},
    "2,000 pages, 1,000,000 words": {"pages": 2000, "words": 1_000_000},
    "5,000 places": {"pages": 10, "words": 20_000, "places": 5000},
    "5,000 events": {"pages": 10, "words": 20_000, "events": 5000},
}


def build(python, project):
    """Seconds that the user waits, seconds of the processor, MiB."""
    start = time.perf_counter()
    command = (python, BUILD, "--project", project)
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    errors = child.stderr.read()
    _, child.returncode, used = os.wait4(child.pid, 0)
    if child.returncode:
        sys.exit(errors[:2000])
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", metavar="SIZE", help=", ".join(f'"{name}"' for name in SIZES))
    parser.add_argument("--python", default=sys.executable, help="the Python that runs gapmark")
    options = parser.parse_args()
    for name in options.sizes or SIZES:
        with tempfile.TemporaryDirectory() as place:
            make_project(Path(place), **SIZES[name])
            waited, processor, memory = build(options.python, place)
        sys.stdout.write(f"{name:30}{waited:7.1f} s {processor:7.1f} s of the processor {memory:7.0f} MiB\n")


if __name__ == "__main__":
    main()
