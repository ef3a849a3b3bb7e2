"""How soon a save is seen: `python tests/bench/serve.py --python PYTHON`; PYTHON has gapmark's packages and watchfiles.

Run by hand; the tests time nothing. `serve` is run as a process of its own on projects of words that mean nothing
(`growing.py`). A page waits for news, as one in a browser does; another is written to the middle of the site, and the
time is taken from before the write until the bytes of that page have the new words. The median is shown, with the
least and the most.
"""

import argparse
import http.client
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from helpers.big_project import make_project

BUILD = Path(__file__).resolve().parent.parent.parent / "build.py"
PORT = 8766
CALM = 2.0
"""Seconds between two saves: an editor's pause, in which the server does what it has put off."""


def get(path):
    """An answer of the server, not yet read."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT)
    connection.request("GET", path)
    return connection.getresponse()


def until_served(path, words):
    """The page, once it has these words."""
    while True:
        try:
            page = get(path).read()
        except OSError:
            time.sleep(0.05)
        else:
            if words in page:
                return page


def save(file, text, address, number):
    """Seconds until a save is seen."""
    page = until_served(address, b"")
    news = get(f"/.gapmark/changes?after={re.search(rb'data-version=.([0-9]+)', page)[1].decode()}")
    time.sleep(CALM)
    start = time.perf_counter()
    file.write_text(f"{text.rstrip()}\n\nThe save with number {number}.\n", "utf-8")
    news.readline()
    until_served(address, f"The save with number {number}".encode())
    return time.perf_counter() - start


def measure(python, project, pages, saves):
    """The milliseconds of each save; the first warms up."""
    file = project / "content" / f"p{(pages + 1) // 2:05}.md"
    command = (python, BUILD, "serve", "--project", project, "--port", str(PORT))
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        text, address = file.read_text("utf-8"), f"/{file.stem}.html"
        return [1000 * save(file, text, address, number) for number in range(saves + 1)][1:]
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", default=sys.executable, help="the Python that runs gapmark")
    parser.add_argument("--saves", type=int, default=15)
    options = parser.parse_args()
    for pages in (3, 100):
        with tempfile.TemporaryDirectory() as place:
            make_project(Path(place), pages=pages, words=pages * 100)
            found = measure(options.python, Path(place), pages, options.saves)
        median = statistics.median(found)
        sys.stdout.write(f"{pages:4} pages: {median:4.0f} ms ({min(found):.0f} to {max(found):.0f})\n")


if __name__ == "__main__":
    main()
