"""Where a new project's workflow gets this program from: from where it came, or from a wheel made of its own files."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
import tomllib
import zipfile
from collections.abc import Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import gapmark
from gapmark.project.files import list_files
from gapmark.project.folder import DEFAULTS, PACKAGED

PACKAGE = DEFAULTS.parent
WHEEL = f"gapmark-{gapmark.__version__}-py3-none-any.whl"
_INFO = f"gapmark-{gapmark.__version__}.dist-info"
_ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a wheel, so that the same program gives the same bytes."""
_SCRIPTS = "[console_scripts]\ngapmark = gapmark.__main__:run\n"
_KIND = "Wheel-Version: 1.0\nGenerator: gapmark\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def find_program() -> tuple[str, dict[str, bytes]]:
    """What pip installs to get this program, and the file that has to stand beside, if any, by its name."""
    installed = _installed()
    address = installed and recorded_address(installed)
    return (address, {}) if address else (f"./{WHEEL}", {WHEEL: make_wheel(installed)})


def _installed() -> Distribution | None:
    """The installed package, if that is the one that runs."""
    try:
        found = distribution("gapmark")
    except PackageNotFoundError:
        return None
    return found if Path(str(found.locate_file("gapmark"))).resolve() == PACKAGE.resolve() else None


def recorded_address(installed: Distribution) -> str:
    """What installed it, as the installer has recorded it; empty where that is a file or folder of one computer.

    https://packaging.python.org/en/latest/specifications/direct-url/
    """
    origin: Mapping[str, Any] = json.loads(installed.read_text("direct_url.json") or "{}")
    url = str(origin.get("url", ""))
    if not url:
        return f"gapmark=={installed.version}" if installed.read_text("INSTALLER") else ""
    if not url.startswith("https://"):
        return ""
    commit = origin.get("vcs_info", {}).get("commit_id")
    return f"gapmark @ git+{url}@{commit}" if commit else f"gapmark @ {url}"


def link_documents(text: str) -> str:
    """Return a text in which each `gapmark docs NAME` leads to that document on the web, where its address is known."""
    installed = _installed()
    address = documents_address(installed) if installed else ""
    return re.sub(r"`gapmark docs ([\w-]+)`", rf"[\g<0>]({address}\1.md)", text) if address else text


def documents_address(installed: Distribution) -> str:
    """Return the address of this version's documents, with a slash at its end; empty where none is recorded."""
    stated = re.search(r"^Project-URL: Documentation, (\S+)$", installed.read_text("METADATA") or "", re.M)
    if stated:
        return stated[1]
    cloned = re.fullmatch(r"gapmark @ git\+(https://github\.com/.+?)(?:\.git)?@(\w+)", recorded_address(installed))
    return f"{cloned[1]}/blob/{cloned[2]}/gapmark/docs/" if cloned else ""


def make_wheel(installed: Distribution | None) -> bytes:
    """A wheel of the files that run now: https://packaging.python.org/en/latest/specifications/binary-distribution-format/."""
    metadata = (installed.read_text("METADATA") if installed else "") or _metadata()
    files = _files() | {
        f"{_INFO}/METADATA": metadata.encode(),
        f"{_INFO}/WHEEL": _KIND.encode(),
        f"{_INFO}/entry_points.txt": _SCRIPTS.encode(),
    }
    listed = "".join(f"{name},sha256={_digest(data)},{len(data)}\n" for name, data in files.items())
    files[f"{_INFO}/RECORD"] = f"{listed}{_INFO}/RECORD,,\n".encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as wheel:
        for name, data in files.items():
            wheel.writestr(zipfile.ZipInfo(name, _ALWAYS), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _files() -> dict[str, bytes]:
    """The package's own files; templates and static files are inside it in a wheel, and beside it in a checkout."""
    found = {f"gapmark/{path.relative_to(PACKAGE).as_posix()}": path for path in list_files(PACKAGE)}
    if PACKAGED != DEFAULTS:
        for folder in ("templates", "static"):
            for path in list_files(PACKAGED / folder):
                found[f"gapmark/defaults/{path.relative_to(PACKAGED).as_posix()}"] = path
    return {name: found[name].read_bytes() for name in sorted(found) if "__pycache__" not in name}


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def _metadata() -> str:
    """Of a checkout that nobody has installed, from its pyproject.toml."""
    project = tomllib.loads((PACKAGED / "pyproject.toml").read_text("utf-8"))["project"]
    needs = "".join(f"Requires-Dist: {need}\n" for need in project["dependencies"])
    python = project["requires-python"]
    return f"Metadata-Version: 2.1\nName: gapmark\nVersion: {project['version']}\nRequires-Python: {python}\n{needs}"
