"""SHA256SUMS: the sum of every file of the site; and the one sum of the whole site, shown on the page about it.

That page is in the sum too, with 64 noughts in the place where the sum stands. The sum and the sizes of the other forms
are known only when all else is made, so this page is made last. The other forms have it without them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from gapmark.model import OutputFile
from gapmark.render.render import render_finished
from gapmark.site.made_pages import ABOUT
from gapmark.site.template_context import Assembled, FinishedForm, FinishedSite

PATH, PAGE = "SHA256SUMS", ABOUT
NOUGHTS = "0" * 64


def add_sums(assembled: Assembled, files: Iterable[OutputFile]) -> tuple[OutputFile, ...]:
    """Return the files, the page about the edition with the sizes and the sum on it, and the list of sums."""
    made = tuple(files)
    data = {file.path: file.data for file in made}
    forms = (FinishedForm(*form, size=sum(len(data[path]) for path in form.paths)) for form in assembled.site.forms)
    unsummed = render_finished(assembled, PAGE, FinishedSite(assembled.site, tuple(forms), NOUGHTS))
    whole = site_sum(data | {PAGE: unsummed.data})
    page = OutputFile(PAGE, unsummed.data.replace(NOUGHTS.encode(), whole.encode()), unsummed.maker)
    sums = OutputFile(PATH, list_sums(data | {PAGE: page.data}).encode())
    return (*(page if file.path == PAGE else file for file in made), sums)


def list_sums(files: Mapping[str, bytes]) -> str:
    """Return a line for each file, sorted by path, as `sha256sum` writes and checks it."""
    return as_lines({path: hashlib.sha256(data).hexdigest() for path, data in files.items()})


def as_lines(counted: Mapping[str, str]) -> str:
    """The same, of sums that are known."""
    return "".join(f"{found}  {path}\n" for path, found in sorted(counted.items()))


def site_sum(files: Mapping[str, bytes], shown: str = NOUGHTS) -> str:
    """Return the sum of a site's files, of which the page about it shows the sum `shown`."""
    return sum_of_sums({path: hashlib.sha256(data).hexdigest() for path, data in files.items()}, files, shown)


def sum_of_sums(counted: Mapping[str, str], files: Mapping[str, bytes], shown: str) -> str:
    """The same, of sums that are known; only the page about the site has to be among the `files`."""
    page = files.get(PAGE, b"").replace(shown.encode(), NOUGHTS.encode())
    lines = as_lines({**counted, PAGE: hashlib.sha256(page).hexdigest()})
    return hashlib.sha256(lines.encode(errors="surrogateescape")).hexdigest()
