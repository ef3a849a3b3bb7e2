"""Templates that an earlier build compiled, of this project or another: compiling takes longer than a small site."""

from __future__ import annotations

import hashlib
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

from gapmark.run import private
from gapmark.run.memo import keep

FOLDER = "templates"


class CompiledTemplates(jinja2.BytecodeCache):
    """Code objects in a private folder that all projects of a user share: a file for each template, by its text."""

    def __init__(self) -> None:
        self.compiler = keep(_compiler, jinja2.__version__)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja the code of a template, if it is there."""
        folder = private.open_folder(FOLDER)
        code = private.read(folder, self._name(bucket)) if folder else b""
        if code:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template that Jinja has compiled."""
        folder = private.open_folder(FOLDER, make=True)
        if folder:
            private.write(folder, self._name(bucket), bucket.bytecode_to_string())

    def _name(self, bucket: Bucket) -> str:
        return hashlib.sha256(f"{self.compiler} {bucket.key} {bucket.checksum}".encode()).hexdigest()[:32]


def _compiler(version: str) -> str:
    """Return a sum of what else decides which code a template becomes: the version of Jinja, and how this room uses
    it."""
    modules = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(b"\0".join((version.encode(), *(path.read_bytes() for path in modules)))).hexdigest()
