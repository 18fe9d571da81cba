"""The lists of streaming services: CSV files with one schema (show_id, type, title, director, … description).

The quirks met in such files, and what becomes of them: a length that slipped into the certificate's
column goes back; certificates such as ``AGES_16_`` are spelt out; a season count is no length; notes in
a name ("(4K UHD)", "(Hindi Version)", "(1998)") become facts; names that are none ("1", "and many
more") are dropped; text that was decoded wrongly is mended; every service counts its ``show_id`` from
s1, so the file's name goes before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from matinee.index.sources.known import with_starter
from matinee.index.sources.labels import read_labels
from matinee.index.sources.mojibake import mend
from matinee.index.sources.names import language_names
from matinee.index.sources.row import BadRow, title_from
from matinee.index.sources.table import SHOWN, read_table
from matinee.index.sources.usable import usable
from matinee.index.title import Title, fold

NEEDED = ("title", "release_year")

_LENGTH = re.compile(r"\d+ (?:min|seasons?)", re.IGNORECASE)
_UNRATED = frozenset({"nr", "ur", "tv nr", "unrated", "not rated", "not rate"})
_NO_NAME = re.compile(
    r"[\W\d_]*|n/?a|none|null|unknown|various(?: artists)?|(?:and )?(?:many )?more!?|others|test actor ?\d*.*",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\s*[(\[]([^()\[\]]{1,40})[)\]]\s*$")
_EDITION = re.compile(
    r"(?:4k )?u?hd|4k(?: uhd)?|hd sd ver|(?:english )?(?:sub|subs|subbed|subtitled|dub|dubbed)|"
    r"(?:extended|producers|directors|final|theatrical)(?: (?:cut|edition|version))?|unrated|(?:digitally )?restored|"
    r"(?:digitally )?remastered(?: version)?|series"
)
_SPOKEN = re.compile(r"(?P<language>\w+)(?: (?:version|ver|audio|language|narration))?")
_LANGUAGES = {
    **{fold(language): language for language in language_names(
        ("ar", "bn", "de", "en", "es", "fr", "hi", "it", "ja", "ko", "ml", "mr", "pa", "pt", "ta", "te", "th", "tr")
    )},
    "kannada": "Kannada",
    "espanol": "Spanish",
}  # fmt: skip
"""Languages that names are marked with, folded, by their English names."""


def read_streaming(path: Path) -> Iterator[Title | BadRow]:
    """The titles of one service's list in order, and a :class:`BadRow` for each row that is none.

    Titles of the starter catalogue get its name, year, tones, themes and logline. The fact ``on
    <service>`` says since when it is there. Raises :class:`SourceError` where the file cannot be read,
    lacks the columns ``title`` and ``release_year``, or has no usable row.
    """
    service = fold(path.stem.removesuffix("_titles").replace("_", " "))
    items = (row if isinstance(row, BadRow) else _title(*row, service) for row in read_table(path, NEEDED))
    return usable(path, items, "a title and a release_year in each row")


def _title(line: int, row: Mapping[str, str], service: str) -> Title | BadRow:
    values = {name: mend(value).strip() for name, value in row.items() if value}
    try:
        return with_starter(title_from(_generic(values, service)))
    except ValueError as error:
        return BadRow(line, str(error), ",".join(row.values())[:SHOWN])


def _generic(values: dict[str, str], service: str) -> dict[str, Any]:
    """The row under the keys of a generic source; columns of which nothing is known go along as facts."""
    get = values.pop
    name, notes = _bare_name(get("title", ""))
    certificate, length = get("rating", ""), get("duration", "")
    if _LENGTH.fullmatch(certificate):
        certificate, length = "", length or certificate
    shelves = read_labels(labels := get("listed_in", ""))
    year = get("release_year", "")
    ident = get("show_id", "")
    languages = _languages(notes)
    return {
        "id": f"{service.replace(' ', '-')}-{ident}" if ident else "",
        "title": name,
        "kind": get("type", ""),
        "year": _year(year, notes),
        "directors": _names(get("director", "")),
        "cast": _names(get("cast", "")),
        "countries": get("country", "") or list(shelves.countries),
        "languages": languages or list(shelves.languages),
        "maturity": _certificate(certificate),
        "genres": list(shelves.genres),
        "overview": get("description", ""),
        "seasons": length if "season" in length.lower() else None,
        "runtime_minutes": _minutes(length),
        f"on {service}": _since(get("date_added", "")),
        "listed in": labels,
        "edition": ", ".join(notes),
        **values,
    }


def _bare_name(name: str) -> tuple[str, list[str]]:
    """The name without notes at its end on edition, language or year, and those notes."""
    notes: list[str] = []
    while (found := _NOTE.search(name)) and found.start() and _is_note(found[1]):
        notes.insert(0, found[1].strip())
        name = name[: found.start()]
    return name, notes


def _is_note(text: str) -> bool:
    said = fold(text)
    return bool(re.fullmatch(r"(?:19|20)\d\d", said) or _EDITION.fullmatch(said) or _languages([text]))


def _languages(notes: list[str]) -> list[str]:
    """The languages among the notes; a subtitled or dubbed edition says nothing of the title's own."""
    found = (_SPOKEN.fullmatch(fold(note)) for note in notes)
    words = [match["language"] for match in found if match]
    return [_LANGUAGES[word] for word in words if word in _LANGUAGES]


def _year(written: str, notes: list[str]) -> str:
    """The year in the name, told apart from its namesakes by it, before the column's: that may be a late season's."""
    named = next((note for note in notes if re.fullmatch(r"(?:19|20)\d\d", note)), "")
    return named or written


def _names(written: str) -> list[str]:
    names = (name.strip() for name in written.split(","))
    return [name for name in names if not _NO_NAME.fullmatch(name)]


def _certificate(written: str) -> str:
    """``AGES_16_`` as 16+ and ``ALL_AGES`` as all; nothing for a title that was never rated."""
    said = fold(written.replace("_", " "))
    if said in _UNRATED:
        return ""
    if ages := re.fullmatch(r"ages (\d+)", said):
        return f"{ages[1]}+"
    return "all" if said == "all ages" else written


def _minutes(length: str) -> str | None:
    """The length, where it is one: lists write "0 min" and "1 min" for what is only announced."""
    found = re.fullmatch(r"(\d+)(?: ?min\w*)?", length, re.IGNORECASE)
    return length if found and int(found[1]) > 1 else None


def _since(date: str) -> str:
    """``September 24, 2021`` as ``since 2021-09-24``; any other text as it is, none as ``yes``."""
    try:
        return f"since {datetime.strptime(date, '%B %d, %Y'):%Y-%m-%d}"
    except ValueError:
        return date or "yes"
