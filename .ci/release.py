"""Makes a checkout ready for a package index: `python .ci/release.py https://github.com/OWNER/NAME v0.1.0`.

A package index shows the README without the files beside it, and `gapmark new` leads to the documents of its version.
So links of the README become web addresses, and pyproject.toml gets the address of the documents. The tag must name the
version of pyproject.toml. Run by the workflow `release`, on its own copy.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
LINK = re.compile(r"(!?)(\[[^\]]*\])\((?!https?:|#)([^)\s]+)\)")
PLACE = "[project.optional-dependencies]\n"


def with_web_links(readme: str, repository: str, tag: str) -> str:
    """Return the README with a web address in each link; an image has the address of its bytes."""

    def web_link(found: re.Match[str]) -> str:
        image, label, path = found.groups()
        return f"{image}{label}({repository}/{'raw' if image else 'blob'}/{tag}/{path})"

    return LINK.sub(web_link, readme)


def with_addresses(pyproject: str, repository: str, tag: str) -> str:
    """Return pyproject.toml with the addresses of the repository and of this version's documents."""
    version = re.search(r'^version = "(.+)"$', pyproject, re.M)
    if not version or tag != f"v{version[1]}":
        raise SystemExit(f"the tag is {tag}, and pyproject.toml has the version {version and version[1]}")
    urls = f'Documentation = "{repository}/blob/{tag}/gapmark/docs/"\nRepository = "{repository}"\n'
    before, place, after = pyproject.partition(PLACE)
    return f"{before}[project.urls]\n{urls}\n{place}{after}"


if __name__ == "__main__":
    for name, change in (("pyproject.toml", with_addresses), ("README.md", with_web_links)):
        text = (ROOT / name).read_text("utf-8")
        (ROOT / name).write_text(change(text, *sys.argv[1:]), "utf-8", newline="\n")
