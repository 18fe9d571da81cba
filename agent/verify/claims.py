"""The checker: what in a sentence is not backed by the catalogue.

A sentence passes when every name in it belongs to a title it may speak of, every number is one of that title's, and
every other content word stands in that title's facts or is mere talk. Strict on purpose: a true sentence turned away
costs little, since the composer has another; a false one let through costs trust.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from snowballstemmer import stemmer

from matinee.agent.verify.glue import GLUE
from matinee.index.title import Title, fold

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)?s?|\.\d+")
_NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "single": "1", "dozen": "12",
}  # fmt: skip
_ROLES = (
    (re.compile(r"\b(?:directed|made|helmed|shot) by ([^,.;!?]+)", re.IGNORECASE), ("directors", "creators")),
    (re.compile(r"\b(?:created|written) by ([^,.;!?]+)", re.IGNORECASE), ("creators", "directors")),
    (re.compile(r"\b(?:starring|stars|played by) ([^,.;!?]+)", re.IGNORECASE), ("cast",)),
)
_NEGATED = re.compile(r"\b(?:not|never|no|without|isn't|doesn't|won't|nothing|neither|hardly)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Evidence:
    """What a reply may draw on: the titles it may describe, and the names and words that the user brought."""

    titles: tuple[Title, ...]
    named: tuple[Title, ...] = ()
    """Titles the user named: they may be mentioned, and compared with."""
    words: tuple[str, ...] = ()
    """Further texts whose words are backed: the reasons, the wish said back."""


@dataclass(frozen=True)
class Checker:
    """Checks sentences against one piece of evidence: call it with a sentence, get the fault or None."""

    evidence: Evidence
    _names: frozenset[str] = field(init=False)
    _words: frozenset[str] = field(init=False)
    _numbers: frozenset[str] = field(init=False)
    _spoken: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        """Fold everything that may be named once."""
        all_titles = (*self.evidence.titles, *self.evidence.named)
        set_ = object.__setattr__
        spoken = sorted({n for t in all_titles for n in _names(t)}, key=len, reverse=True)
        set_(self, "_spoken", re.compile("|".join(rf"(?<!\w){re.escape(n)}(?!\w)" for n in spoken)))
        set_(self, "_names", frozenset(fold(n) for t in all_titles for n in _names(t)))
        texts = [text for t in all_titles for text in _texts(t)] + list(self.evidence.words)
        set_(self, "_words", frozenset(stem for text in texts for stem in stems(text)))
        set_(self, "_numbers", frozenset(n for t in all_titles for n in _title_numbers(t)) | _numbers_in(texts))

    def __call__(self, sentence: str) -> str | None:
        """None where every claim of ``sentence`` is backed; else what is not, in words."""
        if fault := self._shape(sentence) or self._roles(sentence):
            return fault
        # names that may be said are taken out first, so that "Baran bo Odar" is not three strange words
        rest = self._spoken.sub("it", sentence) if self._spoken.pattern else sentence
        return self._foreign_names(rest) or self._numbers_fault(rest) or self._unbacked(rest)

    def _shape(self, sentence: str) -> str | None:
        if len(sentence) < 12 or len(sentence.split()) < 4:
            return "too short to say anything"
        if re.search(r"[<>{}\[\]|#*_`\\]|https?:", sentence):
            return "markup or an address"
        if any(ord(c) < 32 for c in sentence):
            return "control characters"
        if _NEGATED.search(sentence):
            # what a title is not cannot be looked up in what it is
            return "a negation"
        words = [w.lower() for w in _TOKEN.findall(sentence)]
        if len(words) > 8 and len(set(words)) < 0.55 * len(words):
            return "it repeats itself"
        return None

    def _foreign_names(self, sentence: str) -> str | None:
        """A run of capitalised words, or quoted words, must be a name from the evidence."""
        for quoted in re.findall(r"[“\"]([^”\"]+)[”\"]", sentence):
            if fold(quoted) not in self._names:
                return f"“{quoted}” is not a pick"
        for run in _capitalised(sentence):
            if not self._known_run(run):
                return f"“{' '.join(run)}” is not in the facts"
        return None

    def _known_run(self, run: Sequence[str]) -> bool:
        """Whether a run of capitalised words splits into known names and backed words."""
        words = fold(" ".join(run)).split()
        position = 0
        while position < len(words):
            for size in range(min(8, len(words) - position), 0, -1):
                if " ".join(words[position : position + size]) in self._names:
                    position += size
                    break
            else:
                word = words[position]
                if word not in GLUE and _stem(word) not in self._words:
                    return False
                position += 1
        return True

    def _numbers_fault(self, sentence: str) -> str | None:
        for number in _numbers_in([sentence]):
            if number not in self._numbers and number not in {"1", "2"}:
                return f"the number {number} is not in the facts"
        return None

    def _roles(self, sentence: str) -> str | None:
        titles = [t for t in self.evidence.titles if _mentions(sentence, t)] or list(self.evidence.titles)
        for pattern, fields in _ROLES:
            for match in pattern.finditer(sentence):
                said = fold(match.group(1))
                people = [fold(p) for t in titles for f in fields for p in getattr(t, f)]
                if not any(person in said or person.split()[-1] in said.split() for person in people):
                    return f"{match.group(0)}: not so in the facts"
        return None

    def _unbacked(self, sentence: str) -> str | None:
        for token in _TOKEN.findall(sentence):
            for word in re.split(r"[-]", token.lower().replace("’", "'")):
                bare = word.removesuffix("'s")
                if bare in GLUE or word in GLUE or not bare or bare[0].isdigit() or bare[0] == ".":
                    continue
                if bare in _NUMBERS or _stem(fold(bare)) in self._words:
                    continue
                return f"“{token}” is not in the facts"
        return None


def stems(text: str) -> set[str]:
    """The stems (Snowball, English) of the folded words of ``text``."""
    return {_stem(word) for word in fold(text).split()}


@cache
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))


_STEMMER = stemmer("english")


def _names(title: Title) -> Iterable[str]:
    yield title.name
    yield title.label
    yield from title.aka
    for person in (*title.directors, *title.creators, *title.cast):
        yield person
        yield person.split()[-1]
    yield from title.countries
    yield from title.languages


def _texts(title: Title) -> Iterable[str]:
    yield title.logline
    yield from title.themes
    yield from title.genres
    yield title.kind
    yield from title.countries
    yield from title.languages
    yield title.name


def _title_numbers(title: Title) -> Iterable[str]:
    for value in (title.year, title.end_year, title.runtime_minutes, title.seasons):
        if value is not None:
            yield str(value)
    yield f"{title.year // 10 * 10}s"
    if title.runtime_minutes:
        hours, rest = divmod(title.runtime_minutes, 60)
        yield from (str(hours), str(rest))
    for place in title.tone.values():
        yield f"{place:.2f}".lstrip("0")
        yield f"{place:.2f}"


def _numbers_in(texts: Iterable[str]) -> frozenset[str]:
    found = {t for text in texts for t in _TOKEN.findall(text) if t[0].isdigit() or t[0] == "."}
    spelt = {_NUMBERS[w] for text in texts for w in fold(text).split() if w in _NUMBERS}
    return frozenset(found | spelt)


def _mentions(sentence: str, title: Title) -> bool:
    return f" {fold(title.name)} " in f" {fold(sentence)} "


def _capitalised(sentence: str) -> list[list[str]]:
    """Runs of capitalised words; the first word of the sentence counts only when the next is capitalised too,
    or when it is no common word."""
    tokens = list(re.finditer(r"[^\W_]+(?:['’.-][^\W_]+)*", sentence))
    runs: list[list[str]] = []
    current: list[str] = []
    for number, token in enumerate(tokens):
        word = token.group()
        opens = number == 0 or sentence[: token.start()].rstrip().endswith((".", "!", "?", ":", "“", '"'))
        big = word[0].isupper() and word not in {"I", "I'm", "I'd", "I'll", "I've"}
        if big and opens and word.lower().split("'")[0] in GLUE and not _next_is_big(tokens, number):
            big = False
        gap = sentence[tokens[number - 1].end() : token.start()] if number else ""
        if current and (not big or gap.strip()):
            runs.append(current)
            current = []
        if big:
            current.append(word)
    if current:
        runs.append(current)
    return runs


def _next_is_big(tokens: Sequence[re.Match[str]], number: int) -> bool:
    return number + 1 < len(tokens) and tokens[number + 1].group()[0].isupper()
