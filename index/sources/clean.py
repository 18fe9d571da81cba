"""Tolerant readers of single values: text without markup, lists written as text, numbers written as words."""

from __future__ import annotations

import html
import json
import math
import re
import unicodedata

LONGEST_TEXT = 1_000
LONGEST_NAME = 200
MOST_NAMES = 60
LONGEST_MINUTES = 2_000

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>|<!--.*?-->", re.DOTALL)
_SPLIT = re.compile(r"\s*[,;|]\s*")
_MINUTES = re.compile(
    r"(?:pt)?(?:(?P<hours>\d{1,2}) ?h(?:ours?|rs?)?,? ?(?:and )?)?"
    r"(?:(?P<minutes>\d{1,4})(?:\.\d+)? ?(?:m|mins?|minutes?)?\.?)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"-?(?:\d{1,3}(?:[,\u00a0 ]\d{3})+(?!\d)(?:\.\d+)?|\d*[.,]?\d+)")
# Control characters, lone surrogates, and the invisible marks that reverse or join text.
_UNSEEN = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\ud800-\\udfff]"
)


def clean_text(value: object, longest: int = LONGEST_TEXT) -> str:
    """``value`` as one line of text: no markup, no control characters, at most ``longest`` characters."""
    if value is None or isinstance(value, (dict, list)):
        return ""
    # Cut generously first, so that a megabyte of text costs nothing.
    raw = _TAG.sub(" ", html.unescape(str(value)[: 20 * longest]))
    line = " ".join(unicodedata.normalize("NFC", _UNSEEN.sub(" ", raw)).split())
    return line if len(line) <= longest else line[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def clean_list(value: object) -> tuple[str, ...]:
    """The names in a list, in a list written as text (``a, b``; ``a|b``), or a single one; each once."""
    if isinstance(value, str):
        value = _SPLIT.split(value[:20_000])
    elif not isinstance(value, list):
        value = [value]
    names = (clean_text(_name(item), LONGEST_NAME) for item in value[: 10 * MOST_NAMES])
    return tuple(dict.fromkeys(name for name in names if name))[:MOST_NAMES]


def clean_number(value: object) -> float | None:
    """The first number in ``value`` (``8.1``, ``"1,234"``, ``"3 Seasons"``); None for none or a negative one."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, str):
        match = _NUMBER.search(value[:100])
        value = _plain_number(match[0]) if match else None
    try:
        number = float(value) if isinstance(value, (int, float, str)) else math.nan
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) and number >= 0 else None


def clean_whole(value: object, most: int) -> int | None:
    """The number in ``value`` as a whole one from 1 to ``most``, else None."""
    number = clean_number(value)
    return round(number) if number is not None and 1 <= round(number) <= most else None


def clean_minutes(value: object) -> int | None:
    """A length in minutes: ``93``, ``"93 min"``, ``"1h 33m"``, ``"PT1H33M"``; None where there is none."""
    if not isinstance(value, str):
        return clean_whole(value, LONGEST_MINUTES)
    match = _MINUTES.fullmatch(clean_text(value))
    return clean_whole(60 * int(match["hours"] or 0) + int(match["minutes"] or 0), LONGEST_MINUTES) if match else None


def clean_year(value: object) -> int | None:
    """The first four-digit year in ``value`` (``1999``, ``"1999-05-01"``, ``"(1999)"``), 1870 to 2100; else None."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        return None
    match = re.search(r"(?<!\d)(?:18[7-9]\d|19\d\d|20\d\d|2100)(?!\d)", str(value)[:100])
    return int(match[0]) if match else None


def as_fact(value: object) -> str:
    """Any value as text, for the facts that Matinee has no field for."""
    if isinstance(value, list) and all(not isinstance(v, (dict, list)) for v in value):
        return clean_text(", ".join(str(v) for v in value if v is not None))
    if isinstance(value, (dict, list)):
        return clean_text(json.dumps(value, ensure_ascii=False, sort_keys=True))
    return clean_text(value)


def _plain_number(written: str) -> str:
    """Digits and a point: a comma before three digits groups thousands, any other is a decimal comma."""
    grouped = re.sub(r"[,\u00a0 ](?=\d{3}(?!\d))", "", written)
    return grouped.replace(",", ".")


def _name(item: object) -> object:
    """The name in an item of a list: the item itself, or what an object calls its ``name``."""
    return item.get("name") if isinstance(item, dict) else item
