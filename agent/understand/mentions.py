"""Titles named in a message: exact names that the evidence bears out, then names with a slip of the pen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matinee.agent.request import TitleRef
from matinee.agent.understand.common import FUNCTION
from matinee.agent.understand.cues import (
    ARTICLE_WORDS,
    BOUNDARIES,
    CONNECTORS,
    KIND_WORDS,
    SMALL_IN_NAMES,
    Cue,
    comparison_follows,
    cue_before,
)
from matinee.agent.understand.evidence import YEAR, Evidence
from matinee.agent.understand.genres import GENRE_WORDS
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.names import EXACT, OPENING, OTHER, Name
from matinee.agent.understand.text import Utterance
from matinee.agent.understand.tone_words import TONE_WORDS
from matinee.index.title import Kind, Title

_LONGEST = 12
_MOST_GUESSES = 6
"""Spans of one message that are looked up as misspelt names: the rest of a long message is read without."""
_LONG_ENOUGH = 7
"""Letters of a name that is guessed at without "like" or the like before it."""
SURE_ENOUGH = 0.55
"""Below this certainty words are not taken for a title."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A title named in the message."""

    start: int
    end: int
    ref: TitleRef


@dataclass(frozen=True, slots=True)
class Meant:
    """Which title of a name is meant, as said afterwards: "I meant the film", "no, the 1990 one"."""

    kind: Kind | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words that clearly name a title the catalogue does not have."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mentions:
    """Every title named, in order, and what sounded like one."""

    found: tuple[Mention, ...] = ()
    unknown: tuple[Unknown, ...] = ()


def find_mentions(
    said: Utterance,
    names: Linker,
    *,
    prefer: Iterable[str] = (),
    talked: bool = False,
    focused: bool = False,
    meant: Meant | None = None,
) -> Mentions:
    """The titles named in ``said``; their tokens are taken.

    ``prefer`` are ids the conversation is about, and ``talked`` says whether "it" can mean one of them, ``focused``
    whether it is about one alone. Between titles of one name the kind or the year next to it decides, else ``meant``,
    else fame.
    """
    return _Reader(
        said, names, tuple(prefer), Evidence(said, names, talked=talked, focused=focused), meant or Meant()
    ).read()


class _Reader:
    def __init__(
        self, said: Utterance, names: Linker, prefer: tuple[str, ...], evidence: Evidence, meant: Meant
    ) -> None:
        self.said, self.names, self.prefer, self.meant = said, names, prefer, meant
        self.evidence = evidence
        self.found: list[Mention] = []
        self.unknown: list[Unknown] = []
        self.guesses = 0

    def read(self) -> Mentions:
        candidates = self._candidates()
        for start, end in candidates:
            hits = self.names.exact(self._words(start, end))
            if self.said.free(start, end) and hits and not self._of_another_year(start, end):
                weight = self.evidence.weight(start, end)
                if weight and not self._part_of_more(start, end) and not self._too_loose(start, end, hits):
                    self._link(start, end, hits, weight)
        for start, end in candidates:
            if self.said.free(start, end) and self._heads_list(start, end):
                self._link(start, end, self.names.exact(self._words(start, end)), 0.95)
        due = [(*span, self._named_in_quotes(span[0])) for span in self.said.quotes] + list(self._spoken_of())
        for start, end, named in due[: 2 * _MOST_GUESSES]:
            if self.guesses >= _MOST_GUESSES or not self.said.free(start, end):
                continue
            other = self._has_other_meaning(start, end) or self.evidence.is_subject(start, end)
            if self.said.quoted(start, end) or not other:
                self._guess(start, end, named=named)
        return Mentions(tuple(sorted(self.found, key=lambda m: m.start)), tuple(self.unknown))

    def _words(self, start: int, end: int) -> tuple[str, ...]:
        return self.said.words[start:end]

    def _candidates(self) -> list[tuple[int, int]]:
        """Spans that some name begins like, longest first, then from left to right."""
        spans = []
        said = self.said
        for i, word in enumerate(said.words):
            reach = min(self.names.reach(word), _LONGEST, len(said) - i)
            for n in range(1, reach + 1):
                if self.names.exact(said.words[i : i + n]):
                    spans.append((i, i + n))
            token = said.tokens[i]
            if token.bare != token.word and self.names.exact((token.bare,)):
                spans.append((i, i + 1))
        return sorted(set(spans), key=lambda s: (s[0] - s[1], s[0]))

    def _named_in_quotes(self, start: int) -> bool:
        """Whether a quotation must be a title: written large, or after "like" and the like."""
        return (
            not self.said.tokens[start].text[0].islower() or cue_before(self.said, start, self.evidence.ends) == "like"
        )

    def _too_loose(self, start: int, end: int, hits: Sequence[Name]) -> bool:
        """Whether words in lower case are only a far way to write a name: "last year", "pass" for "Der Pass"."""
        said, quality = self.said, max(n.quality for n in hits)
        if said.tokens[start].text[0].isupper() or cue_before(said, start, self.evidence.ends) or len(said) == end == 1:
            return False
        if end - start == 1:
            return quality < OTHER
        return quality <= OPENING and all(w in self.names.ordinary for w in said.words[start:end])

    def _heads_list(self, start: int, end: int) -> bool:
        """Whether another title follows in the same breath: "Heat, Collateral and Drive", "Up meets Alien"."""
        said = self.said
        if not said.tokens[start].text[0].isupper() or not said.opens_clause(start) or end >= len(said):
            return False
        follows = end + 1 if said.words[end] in {"and", "or", "meets", "x", "vs", "versus"} else end
        if said.words[end : end + 2] in {("crossed", "with"), ("mixed", "with")}:
            follows = end + 2
        joined = said.words[end] in CONNECTORS or said.tokens[end].gap.strip() in {",", "/", "+"}
        return joined and any(m.start == follows for m in self.found)

    def _part_of_more(self, start: int, end: int) -> bool:
        """Whether a capitalised word follows, so that these words are only the beginning of another name."""
        said = self.said
        if said.closes(end) or said.quoted(start, end) or self.evidence.year(start, end) is not None:
            return False
        if not said.capital(end) or said.words[end] in BOUNDARIES | CONNECTORS | KIND_WORDS.keys() or said.taken[end]:
            return False
        loose = end - start == 1 and max(n.quality for n in self.names.exact(self._words(start, end))) < EXACT
        if not (cue_before(said, start, self.evidence.ends) or loose):
            return False
        others = any(self.names.exact(said.words[end:j]) for j in range(end + 1, min(end + 6, len(said)) + 1))
        return not others and self.names.people.full(said.words[end : end + 2]) is None

    def _of_another_year(self, start: int, end: int) -> bool:
        """Whether a year is said that no title of the name has ("Solaris (2002)"): then it is one we do not know."""
        said = self.said
        if self.evidence.year(start, end) is not None:
            return False
        after = end < len(said) and YEAR.fullmatch(said.words[end]) and said.tokens[end].gap.strip() in {"(", "["}
        before = start > 1 and YEAR.fullmatch(said.words[start - 1]) and said.words[start - 2] == "the"
        if not (after or (before and said.capital(start))):
            return False
        first, last = (start, end + 1) if after else (start - 1, end)
        said.take_name(first, last)
        year = said.words[end] if after else said.words[start - 1]
        self.unknown.append(Unknown(first, last, f"{said.span(start, end)} ({year})"))
        return True

    def _link(self, start: int, end: int, hits: Sequence[Name], weight: float) -> bool:
        year, kind = self.evidence.year(start, end), self.evidence.kind(start, end)
        dated = any(self.names.titles[n.id].year == self.meant.year for n in hits)
        best = self.names.best(
            hits, year=year or (self.meant.year if dated else None), kind=kind or self.meant.kind, prefer=self.prefer
        )
        if best is None:
            return False
        title, quality = best
        certainty = round(min(1.0, quality * weight), 3)
        if certainty < SURE_ENOUGH:
            return False
        first, last = self._around(start, end, year is not None, kind is not None)
        self.said.take(first, last)
        self.said.take_name(start, end)
        self.evidence.ends |= {end}
        self.found.append(Mention(start, end, _ref(title, self.said.span(start, end), certainty)))
        return True

    def _around(self, start: int, end: int, dated: bool, kinded: bool) -> tuple[int, int]:
        """The name with the article, year and kind that belong to it."""
        said = self.said
        first, last = start, end
        if dated:
            if last < len(said) and YEAR.fullmatch(said.words[last]):
                last += 1
            elif said.words[last : last + 1] == ("from",):
                last += 2
            elif first and YEAR.fullmatch(said.words[first - 1]):
                first -= 1
        if kinded:
            if said.words[first - 1 : first] and said.words[first - 1] in KIND_WORDS:
                first -= 1
            elif said.words[last : last + 1] and said.words[last] in KIND_WORDS:
                last += 1
            elif said.words[last + 1 : last + 2] and said.words[last + 1] in KIND_WORDS:
                last += 2
        if first and said.words[first - 1] in ARTICLE_WORDS and not said.opens_clause(first):
            first -= 1
        return first, last

    def _guess(self, start: int, end: int, *, named: bool) -> None:
        """Link a misspelt name; where nothing is near and the words were ``named``, note them as unknown."""
        said = self.said
        self.guesses += 1
        shortest = end if said.quoted(start, end) else start + 1
        for stop in range(end, shortest - 1, -1):
            words = self._words(start, stop)
            if stop < end and said.capital(stop) and named:
                continue
            if all(w in self.names.ordinary or w.isdigit() for w in words) and not (
                named and stop == end and len(words) > 1
            ):
                continue
            offset = 1 if words[0] in ARTICLE_WORDS and len(words) > 1 else 0
            hits = self.names.slip(words[offset:])
            if hits and self._link(start + offset, stop, hits, 1.0):
                return
        if named and not all(w in FUNCTION for w in self._words(start, end)):
            said.take_name(start, end)
            if said.span(start, end) not in {u.text for u in self.unknown}:
                self.unknown.append(Unknown(start, end, said.span(start, end)))

    def _has_other_meaning(self, start: int, end: int) -> bool:
        """Whether the words are a person, place, genre or tone, so that no title need be guessed at."""
        said, names = self.said, self.names
        for i in range(start, end):
            word = said.tokens[i].bare
            if end - start == 1 and (word in GENRE_WORDS or word in TONE_WORDS or names.places.knows(word)):
                return True
            if names.people.full(said.words[i : i + 2]) or names.people.full(said.words[i : i + 3]):
                return True
        last = said.tokens[end - 1].bare
        person = names.people.surname((last,)) or names.people.mononym(last)
        if person is not None and (end - start == 1 or names.people.slip(said.words[start:end]) is not None):
            return True
        return end - start > 1 and names.people.slip(said.words[start:end]) is not None

    def _spoken_of(self) -> Iterator[tuple[int, int, bool]]:
        """Spans where a name is due, with whether they must be one."""
        said = self.said
        for i in range(len(said)):
            if said.taken[i] or said.words[i] in ARTICLE_WORDS | KIND_WORDS.keys():
                continue
            cue = cue_before(said, i, self.evidence.ends)
            if said.capital(i):
                yield from self._written_large(i, cue)
            elif cue == "like":
                yield i, self._until_bounded(i), False
        change = said.words.index("but") if "but" in said.words[:7] else 0
        if len(said) <= 6 and not self.found and said.free(0, len(said)):
            yield 0, len(said), False
        elif change and comparison_follows(said, 0, change):
            yield 0, change, False

    def _written_large(self, start: int, cue: Cue) -> Iterator[tuple[int, int, bool]]:
        said, end = self.said, self._capitals(start)
        goes_on = said.capital(start - 1) and not said.opens_clause(start) and not cue
        if goes_on or (end < len(said) and said.words[end] in {"films", "movies", "shows", "film", "movie"}):
            return
        due = cue == "like" or said.words[start - 1] in {"directed", "wrote"}
        if due or said.tokens[end - 1].end - said.tokens[start].start >= _LONG_ENOUGH:
            yield start, end, due and said.words[start] not in FUNCTION

    def _until_bounded(self, start: int) -> int:
        said, end = self.said, start + 1
        while end < len(said) and end - start < 7 and not (self.evidence.bounded(end) or said.taken[end]):
            end += 1
        return end

    def _capitals(self, start: int) -> int:
        """Where the run of capitalised words from ``start`` ends."""
        said, end = self.said, start + 1
        while end < len(said) and not said.opens_clause(end) and not said.taken[end]:
            if said.capital(end) or said.words[end].isdigit():
                end += 1
            elif said.words[end] in SMALL_IN_NAMES and end + 1 < len(said) and said.capital(end + 1):
                end += 1 if said.words[end] not in {"and", "or"} or self._one_name(start, end) else 0
                if said.words[end] in {"and", "or"}:
                    break
            else:
                break
        return end

    def _one_name(self, start: int, conjunction: int) -> bool:
        """Whether "and" stands inside one name ("Zorblax and the Moon") rather than between two."""
        return (
            self.said.words[conjunction + 1 : conjunction + 2] in {("the",), ("his",), ("her",)} and conjunction > start
        )


def _ref(title: Title, surface: str, certainty: float) -> TitleRef:
    return TitleRef(id=title.id, name=title.name, year=title.year, surface=surface, certainty=certainty)
