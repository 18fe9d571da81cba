"""Mojibake: UTF-8 that was read as Windows-1252 on its way, put right."""

from __future__ import annotations

import re

# What the bytes 80 to BF became: Windows-1252 leaves five of them undefined, which passed as control characters.
_TAIL = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
_SPOILT = re.compile(f"(?:[ÂÃÄÅÐÑ][{re.escape(_TAIL)}]|[âãæç][{re.escape(_TAIL)}]{{2}}|ð[{re.escape(_TAIL)}]{{3}})+")


def mend(text: str) -> str:
    """``text`` with spoilt passages read again as they were meant; a sign lost for good (U+FFFD) becomes a space.

    >>> mend("Tommyâ€™s cafÃ©"), mend("São Paulo")
    ('Tommy’s café', 'São Paulo')
    """
    return _SPOILT.sub(_again, text).replace("\ufffd", " ")


def _again(found: re.Match[str]) -> str:
    raw = b"".join(_byte(sign) for sign in found[0])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")
