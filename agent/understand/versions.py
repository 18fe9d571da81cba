"""Versions: which other title of a name is meant by "the old one", "no, the series", "the sequel", "the Lynch one"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from matinee.agent.understand.cues import KIND_WORDS
from matinee.agent.understand.evidence import YEAR
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.names import HEAD
from matinee.agent.understand.patterns import alternatives, word_set
from matinee.agent.understand.rows import namesakes, row
from matinee.agent.understand.text import Utterance
from matinee.agent.understand.years import decade_of
from matinee.index.title import Kind, Title, fold

Relation = Literal["older", "newer", "first", "next", "previous", "other"]

_THING = r"(?:one|version|adaptation|film|movie|picture|series|show|miniseries)"
_LEAD = re.compile(
    "|".join(
        f"^(?:{lead})(?: |$)"
        for lead in alternatives(
            rf"""
    (?:not|wrong) (?:that|this) {_THING}
    (?P<not>not (?:the |a )?(?:(?:new|newer|old|older|original|recent) {_THING}|film|movie|series|show|remake|original|
    ... sequel))
    not (?:the )?(?:\w+ )?{_THING}(?= )
    (?:the )?wrong {_THING}
    no
    nope
    nah
    not
    sorry
    oh
    ah
    wait
    hmm
    well
    ok
    but
    actually
    rather
    i said
    i meant
    i mean
    i was (?:thinking|talking) (?:of|about)
    """
        )
    )
)
_TAIL = re.compile(r"(?: (?:please|then|of course|actually|thanks|though|of it|i mean|i meant))+$")
_RELATIONS: dict[Relation, re.Pattern[str]] = {
    "older": re.compile(r"\b(?:old|older|oldest|earlier|earliest|classic|original|silent)\b"),
    "newer": re.compile(r"\b(?:new|newer|newest|latest|later|recent|modern|remake|reboot)\b"),
    "first": re.compile(r"\bfirst(?= (?:film|movie|series|show|part))|\bpart (?:one|1)\b"),
    "next": re.compile(r"\bsequel\b|\bfollow up\b|\b(?:second|next)(?= (?:film|movie|part))|\bpart (?:two|2|ii)\b"),
    "previous": re.compile(r"\bprequel\b"),
    "other": re.compile(r"\bother\b"),
}
_ASKED = {
    "older": "older “{name}”", "newer": "newer “{name}”", "first": "earlier film before “{name}”",
    "next": "sequel to “{name}”", "previous": "prequel to “{name}”", "other": "other title called “{name}”",
}  # fmt: skip
_ONLY = re.compile(r"\b(?:original|remake|reboot|sequel|follow up|prequel)\b")
"""Words that can only be about versions of a title, never about the picks."""
_SAY_NOTHING = word_set(
    "one version adaptation by with from of the in film movie picture series show miniseries tv more director actor a"
)
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Version:
    """Which version is meant, as said."""

    relation: Relation | None
    kind: Kind | None
    years: tuple[int, int] | None
    others: tuple[str, ...]
    """Folded words left over: a person's name, a country."""
    marked: bool
    """Whether it says that it corrects: "no, …", "I meant …"."""
    certain: bool
    """Whether nothing else can be meant, so that one that is not there is named as missing."""
    words: str
    """How to say that there is none: ``older “{name}”``."""


def read_version(said: Utterance) -> Version | None:
    """The version that the whole message points at; None where it says anything else."""
    text, marked, other = " ".join(said.words), False, False
    while match := _LEAD.match(text):
        text, marked, other = text[match.end() :], True, other or bool(match["not"])
    text = _TAIL.sub("", text)
    if other and not text:
        return Version("other", None, None, (), marked=True, certain=False, words=_ASKED["other"])
    if not text.startswith(("the ", "that ")) and not (marked and YEAR.fullmatch(text)):
        return None
    words = text.split()
    words = words[1:] if words[0] in {"the", "that"} else words
    if not words or len(words) > _MOST_WORDS:
        return None
    rest = " ".join(words)
    relation = next((name for name, pattern in _RELATIONS.items() if pattern.search(rest)), None)
    kind = next((KIND_WORDS[w] for w in words if w in KIND_WORDS), None)
    years = _years(words)
    used = {w for pattern in _RELATIONS.values() for m in pattern.finditer(rest) for w in m.group().split()}
    others = tuple(w for w in words if w not in _SAY_NOTHING | used and _years([w]) is None)
    if not (relation or kind or years or others) or (others and not _namely(others, words)):
        return None
    certain = not others and bool(_ONLY.search(rest) or (marked and (relation or kind or years)))
    return Version(relation, kind, years, others, marked, certain, _said(relation, kind, years))


def find_version(version: Version, title: Title, surface: str, names: Linker) -> Title | None:
    """The title that is ``version`` of ``title``, which was named as ``surface``; None where there is none.

    It is ``title`` itself where that is what was meant all along.
    """
    named = [names.titles[n.id] for n in names.exact(tuple(fold(surface).split())) if n.quality > HEAD]
    same = {t.id: t for t in (*namesakes(title, names), *named) if t.id != title.id}
    line = row(title, names)
    pool = [t for t in same.values() if _fits(t, version, names)]
    pool.sort(key=lambda t: (t.year, t.id))
    choose: Callable[[Sequence[Title]], Title] = _OF_SEVERAL.get(version.relation or "other", _best_known(names))
    if version.relation in {"older", "first"}:
        pool = [t for t in pool if t.year < title.year] or [t for t in line[:1] if t.year < title.year]
    elif version.relation == "newer":
        pool = [t for t in pool if t.year > title.year]
    elif version.relation == "next":
        pool = [t for t in line if t.year > title.year and _fits(t, version, names)]
    elif version.relation == "previous":
        pool = [t for t in line if t.year < title.year and _fits(t, version, names)]
    if not pool and version.years is not None:
        pool = [t for t in line if t.id != title.id and _fits(t, version, names)]
    if not pool and version.relation is None and version.marked and _fits(title, version, names):
        return title
    return choose(pool) if pool else None


def _best_known(names: Linker) -> Callable[[Sequence[Title]], Title]:
    return lambda pool: max(pool, key=lambda t: (names.standing(t.id), t.id))


_OF_SEVERAL: dict[Relation, Callable[[Sequence[Title]], Title]] = {
    "older": lambda pool: pool[0],
    "first": lambda pool: pool[0],
    "newer": lambda pool: pool[-1],
    "next": lambda pool: pool[0],
    "previous": lambda pool: pool[-1],
}


def _fits(title: Title, version: Version, names: Linker) -> bool:
    if version.kind not in {None, title.kind}:
        return False
    if version.years is not None and not version.years[0] <= title.year <= version.years[1]:
        return False
    return all(_has(title, word, names) for word in version.others)


def _has(title: Title, word: str, names: Linker) -> bool:
    place = names.places.meaning(word)
    if place is not None:
        own = set(place.countries) & set(title.countries) if place.countries else place.language in title.languages[:1]
        return bool(own)
    people = (*title.directors, *title.creators, *title.cast)
    return any(word in fold(p).split() for p in people)


def _namely(others: Sequence[str], words: Sequence[str]) -> bool:
    """Whether what is left over can name a maker or a place: "the Lynch one", not "the funny thing about it"."""
    return len(others) <= 3 and (words[-1] in {"one", "version", "adaptation"} or words[0] in {"one", "version"})


def _years(words: Sequence[str]) -> tuple[int, int] | None:
    for word in words:
        if YEAR.fullmatch(word):
            return int(word), int(word)
        decade = decade_of(word)
        if decade is not None:
            return decade
    return None


def _said(relation: Relation | None, kind: Kind | None, years: tuple[int, int] | None) -> str:
    noun = kind or "title"
    if relation is not None:
        return _ASKED[relation]
    if years is not None:
        when = f"from {years[0]}" if years[0] == years[1] else f"from the {years[0]}s"
        return f"{noun} called “{{name}}” {when}"
    return f"{noun} called “{{name}}”"
