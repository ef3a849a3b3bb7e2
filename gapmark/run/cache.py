"""What builds keep for the next one, in .gapmark/, which can be deleted at any time: read only by the same program."""

from __future__ import annotations

import hashlib
from pathlib import Path

from gapmark.run import memo, stamp

FILE = "memo"


def restore_memo(project: Path, *, fresh: bool = False) -> None:
    """Let `memo` know what the last build kept, if this very program made it; nothing where all is to be fresh."""
    try:
        data = b"" if fresh else (project / stamp.FOLDER / FILE).read_bytes()
    except OSError:
        data = b""
    seal, kept = data[:64], data[64:]
    memo.restore(kept if kept and seal == _seal(kept) else b"")


def save_memo(project: Path) -> None:
    """Keep what `memo` has for the next build; where it can't be written, that one makes all of it again."""
    kept = memo.dump()
    if kept:
        stamp.write(str(project), FILE, _seal(kept) + kept)


def _seal(kept: bytes) -> bytes:
    """A digest of the bytes and of all that the program is: no other one takes them."""
    digest = hashlib.sha256("\n".join(stamp.program()).encode("utf-8", "surrogateescape"))
    digest.update(kept)
    return digest.hexdigest().encode()
