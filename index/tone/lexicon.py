"""The lexicon of traits: what common words for films are made of. Its entries stand in ``lexicon.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

import snowballstemmer
from pydantic import BaseModel, ConfigDict, Field, model_validator
from rapidfuzz import fuzz, process

from matinee.index.title import GENRES, TONE_AXES, fold

Fact = Literal["fame", "long", "old", "adult", "american", "british", "foreign", "series", "rating"]

CLOSE_SPELLING = 88.0
"""How alike (of 100) a word and a known one must be to pass for a slip of the keyboard."""

_LEXICON = Path(__file__).with_name("lexicon.toml")
_STEMMER = snowballstemmer.stemmer("english")


class Entry(BaseModel):
    """One trait of the lexicon; the weights are explained at the top of ``lexicon.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    also: tuple[str, ...] = ()
    tone: dict[str, float] = {}
    genres: dict[str, float] = {}
    themes: dict[str, float] = {}
    facts: dict[Fact, float] = {}
    like: str = ""
    unlike: str = ""
    text: Annotated[float, Field(ge=0)] = 0.0

    @model_validator(mode="after")
    def _makes_sense(self) -> Entry:
        if unknown := (set(self.tone) - set(TONE_AXES)) | (set(self.genres) - set(GENRES)):
            raise ValueError(f"unknown names {sorted(unknown)}")
        if len({bool(self.text), bool(self.like), bool(self.unlike)}) > 1:
            raise ValueError("like, unlike and text go together")
        if not any((self.tone, self.genres, self.themes, self.facts)):
            raise ValueError("no weight")
        return self


@dataclass(frozen=True)
class Word:
    """A phrase understood: the lexicon's name for it, and whether it was the opposite that was said."""

    name: str
    opposite: bool = False


@lru_cache(maxsize=1)
def lexicon() -> Mapping[str, Entry]:
    """Name to entry of every known trait."""
    raw = tomllib.loads(_LEXICON.read_text(encoding="utf-8"))
    return {name: Entry.model_validate(entry) for name, entry in raw.items()}


def look_up(phrase: str) -> Word | None:
    """What ``phrase`` is known as: by its letters, its stem, as a comparative, an opposite, or a slip; else None.

    >>> look_up("scarier"), look_up("Light hearted"), look_up("unfunny")
    (Word(name='scary', opposite=False), Word(name='light-hearted', opposite=False), Word(name='funny', opposite=True))
    """
    said = fold(phrase)
    if not said:
        return None
    if name := _found(said):
        return Word(name)
    for rest in _affirmed(said):
        if name := _found(rest):
            return Word(name, opposite=True)
    key = said.replace(" ", "")
    near = [known for known in _spellings() if known[0] == key[0] and len(known) >= 6]
    hit = process.extractOne(key, near, scorer=fuzz.ratio, score_cutoff=CLOSE_SPELLING) if len(key) >= 6 else None
    return Word(_spellings()[hit[0]]) if hit else None


def _found(said: str) -> str | None:
    for form in (said, *_positives(said)):
        if name := _spellings().get(form.replace(" ", "")):
            return name
    return _stems().get(_stem(said))


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    """Every phrase without spaces to its trait; the first that claims a phrase has it."""
    table: dict[str, str] = {}
    for name, phrase in _phrases():
        for form in _british_and_american(phrase):
            table.setdefault(form.replace(" ", ""), name)
    return table


@lru_cache(maxsize=1)
def _stems() -> dict[str, str]:
    table: dict[str, str] = {}
    for name, phrase in _phrases():
        for form in _british_and_american(phrase):
            table.setdefault(_stem(form), name)
    return table


def _phrases() -> Iterator[tuple[str, str]]:
    yield from ((name, fold(name)) for name in lexicon())
    yield from ((name, fold(phrase)) for name, entry in lexicon().items() for phrase in entry.also)


def _british_and_american(phrase: str) -> Iterable[str]:
    forms = (re.sub(r"(hum|col|fav|r?um)our", r"\1or", phrase), re.sub(r"is(e[ds]?|ing)\b", r"iz\1", phrase))
    return dict.fromkeys((phrase, *forms))


def _stem(said: str) -> str:
    return " ".join(map(_stem_of, said.split()))


@lru_cache(maxsize=20_000)
def _stem_of(word: str) -> str:
    return str(_STEMMER.stemWord(word))


def _positives(said: str) -> Iterator[str]:
    """What the last word may be the comparative or superlative of."""
    head, _, last = said.rpartition(" ")
    for ending in ("iest", "ier"):
        if last.endswith(ending):
            yield f"{head} {last.removesuffix(ending)}y".strip()
    for ending in ("est", "er"):
        if last.endswith(ending) and len(last) > len(ending) + 2:
            root = last.removesuffix(ending)
            yield from (f"{head} {form}".strip() for form in (root, f"{root}e", root[:-1]))


def _affirmed(said: str) -> Iterator[str]:
    """What ``said`` may be the opposite of: "unfunny", "non violent", "humourless"."""
    for prefix in ("non ", "non", "un", "anti "):
        if said.startswith(prefix):
            yield said.removeprefix(prefix)
    for suffix in ("less", " free"):
        if said.endswith(suffix):
            yield said.removesuffix(suffix)
