"""Whether a write comes from the desk's own form, in the browser of the editor who started this session (pure).

The server listens at this computer's own address and checks `Host` before it asks here.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from urllib.parse import parse_qsl

MOST = 200_000
"""Bytes of a form: the longest paragraph has room."""
FORM = "application/x-www-form-urlencoded"
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'"
)
"""The Content-Security-Policy of the desk's own pages."""
HEADERS = {"Content-Security-Policy": POLICY, "Referrer-Policy": "same-origin"}
"""With `no-referrer` a browser would not say where a form comes from."""


def is_secret(sent: str, secret: str) -> bool:
    """Return whether this is the secret of the session."""
    return bool(secret) and hmac.compare_digest(sent.encode(), secret.encode())


def refusal(headers: Mapping[str, str], cookie: str, secret: str) -> str:
    """Return why a write is refused before its form is read; empty where it is not.

    `headers` has lower-case names, `cookie` is the secret that the browser keeps.
    """
    if headers.get("origin", "") != f"http://{headers.get('host', '')}":
        return "the form comes from another site"
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return "the form comes from another site"
    if not is_secret(cookie, secret):
        return "this session has ended, or was begun by somebody else: open the address that serve printed"
    if headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        return "this is no form"
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdecimal() and len(length) < 10) or "transfer-encoding" in headers:
        return "the length of the form is not known"
    return "the form is too large" if int(length) > MOST else ""


def read_form(data: bytes, secret: str) -> dict[str, str] | None:
    """Return the fields of a form; None where it is no form of this session, or a field comes twice."""
    try:
        pairs = parse_qsl(data.decode("utf-8"), keep_blank_values=True, strict_parsing=True, max_num_fields=60)
        fields = dict(pairs)
    except ValueError:
        return None
    return fields if len(fields) == len(pairs) and is_secret(fields.pop("secret", ""), secret) else None
