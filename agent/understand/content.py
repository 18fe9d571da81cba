"""The content of a message: every genre, person, place, theme, tone, number and audience in it, with its stance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from matinee.agent.request import FactShift
from matinee.agent.understand.audience import NOBODY, Audience, find_audience
from matinee.agent.understand.common import CHAT, FUNCTION
from matinee.agent.understand.facts import find_fact_shifts, find_lengths
from matinee.agent.understand.genres import GenreHit, GenreWish, find_genres, read_genres
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.numbers import Bound, find_count, find_runtimes, find_seasons
from matinee.agent.understand.patterns import word_set
from matinee.agent.understand.persons import PersonHit, find_people, find_strangers
from matinee.agent.understand.places import PlaceHit, PlaceWish, read_places
from matinee.agent.understand.stance import Stance, stance
from matinee.agent.understand.text import Utterance
from matinee.agent.understand.tone import ToneHit, ToneWish, find_quantified, find_tones, read_tones
from matinee.agent.understand.trait_words import find_traits
from matinee.agent.understand.years import find_years

_LONGEST_TEXT = 300


@dataclass(frozen=True, slots=True)
class PersonWish:
    """A person wanted or ruled out; ``style`` where their manner is meant ("Tarantino-esque")."""

    start: int
    end: int
    name: str
    stance: Stance
    style: bool = False
    titles: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    """Those meant with them by a family name: any of them will do."""


@dataclass(frozen=True, slots=True)
class ThemeWish:
    """A theme wanted or ruled out, in the catalogue's wording where it has one (``names``)."""

    start: int
    end: int
    words: str
    names: tuple[str, ...]
    stance: Stance


@dataclass(frozen=True, slots=True)
class Content:
    """Everything a message says about what is wanted, before it is put together."""

    genres: tuple[GenreWish, ...] = ()
    people: tuple[PersonWish, ...] = ()
    strangers: tuple[str, ...] = ()
    """People named that the catalogue does not have, as written."""
    places: tuple[PlaceWish, ...] = ()
    themes: tuple[ThemeWish, ...] = ()
    tones: tuple[ToneWish, ...] = ()
    measures: tuple[int, ...] = ()
    """Tokens where titles begin that are nothing but a measure: "scary, but not as scary as X"."""
    fact_shifts: tuple[FactShift, ...] = ()
    bounds: tuple[Bound, ...] = ()
    audience: Audience = NOBODY
    count: int | None = None
    free_text: str = ""
    unminded_genres: tuple[str, ...] = ()
    """Genres the user says they do not mind."""


@dataclass(frozen=True, slots=True)
class _Hits:
    genres: list[GenreHit]
    people: list[PersonHit]
    strangers: tuple[str, ...]
    places: list[PlaceHit]
    tones: list[ToneHit]
    themes: list[tuple[int, int, str]]


def read_content(said: Utterance, names: Linker, today: date, families: Sequence[PersonHit] = ()) -> Content:
    """The content of ``said``; what it consists of is taken, and the rest becomes ``free_text``.

    ``families`` are the people already found by a family name.
    """
    people = [*families, *find_people(said, names, full=True)]
    bounds = [*find_seasons(said), *find_runtimes(said), *find_years(said, today)]
    audience = find_audience(said)
    shifts = tuple(hit.shift for hit in find_fact_shifts(said))
    count = find_count(said)
    bounds += find_lengths(said)
    hits = _find(said, names, people)
    wishes = read_genres(said, hits.genres)
    heard = {w.start for w in wishes}
    content = Content(
        genres=tuple(wishes),
        people=tuple(_people(said, hits.people)),
        strangers=hits.strangers,
        places=tuple(read_places(said, hits.places)),
        themes=tuple(_themes(said, names, hits.themes)),
        tones=tuple(read_tones(said, hits.tones)),
        fact_shifts=shifts,
        bounds=tuple(sorted(bounds, key=lambda b: b.start)),
        audience=audience,
        count=count,
        unminded_genres=tuple(g for h in hits.genres if h.start not in heard for g in h.meaning.genres),
    )
    denied = (*_denied_words(said, names), *_colour(said))
    return replace(content, themes=content.themes + denied, free_text=_rest(said))


def _find(said: Utterance, names: Linker, people: list[PersonHit]) -> _Hits:
    """Words of the four kinds; phrases before single words, so that "rom-com" is not just "com"."""
    tones = find_quantified(said)
    genre_hits = find_genres(said, names.genre_words, shortest=2)
    tones += find_tones(said, shortest=2)
    themes = _themes_of_places(said, names)
    places = names.places.find(said)
    people = [*people, *find_people(said, names, full=False)]
    strangers = tuple(find_strangers(said))
    genre_hits += find_genres(said, names.genre_words)
    tones += find_tones(said)
    themes += names.themes.find(said)
    for start, end, _ in themes:
        said.take(start, end)
    tones += find_traits(said)
    spoken = {(hit.start, hit.end) for hit in tones}
    themes = [theme for theme in themes if theme[:2] not in spoken]
    return _Hits(
        genres=sorted(genre_hits, key=lambda h: h.start),
        people=sorted(people, key=lambda h: h.start),
        strangers=strangers,
        places=places,
        tones=sorted(tones, key=lambda h: h.start),
        themes=sorted(themes),
    )


def _themes_of_places(said: Utterance, names: Linker) -> list[tuple[int, int, str]]:
    """Themes with a place in their name ("korean war"), which say nothing of where a film comes from."""
    found = []
    for start, end, theme in list(names.themes.find(said)):
        inside = [names.places.knows(w) for w in said.words[start:end]]
        if any(inside) and not all(inside) and " ".join(said.words[start:end]) not in names.genre_words:
            said.take_name(start, end)
            found.append((start, end, theme))
    return found


_SEEN_ALL = re.compile(r"\b(?:seen|watched|finished) (?:absolutely |almost |nearly )?(?:everything|all)\b")


def _people(said: Utterance, hits: list[PersonHit]) -> Iterator[PersonWish]:
    for hit in hits:
        stands = stance(said, hit.start)
        others = tuple(p.name for p in hit.others)
        exhausted = bool(_SEEN_ALL.search(" ".join((*said.words[max(0, hit.start - 8) : hit.start], ""))))
        if exhausted:
            # nothing of theirs is left, so their manner is what is wanted
            yield PersonWish(hit.start, hit.end, hit.person.name, Stance(-1), others=others)
        if stands.sign:
            style = hit.style or exhausted
            yield PersonWish(hit.start, hit.end, hit.person.name, stands, style, hit.person.titles, others)


def _themes(said: Utterance, names: Linker, hits: list[tuple[int, int, str]]) -> Iterator[ThemeWish]:
    for start, end, theme in hits:
        stands = stance(said, start)
        words = said.span(start, end).lower()
        if stands.sign > 0:
            yield ThemeWish(start, end, words, (theme,), stands)
        elif stands.sign < 0:
            yield ThemeWish(start, end, words, names.themes.containing(theme) or (theme,), stands)


_YOUNG = frozenset(["kids", "kid", "children", "teens", "teenagers", "teenager"])
_YOUNG_THEMES = ("child", "childhood", "children", "kid", "teenager", "teenage", "teen", "coming of age", "high school")
"""What a story has that "the kids" are in; "without the kids" rules it out, where "for kids" is an audience."""


def _denied_words(said: Utterance, names: Linker) -> Iterator[ThemeWish]:
    """Things ruled out that no list knows: "without the clowns"."""
    for i, word in enumerate(said.words):
        if word in _YOUNG and stance(said, i).sign < 0 and _is_denied_thing(said, i):
            said.take(i, i + 1)
            themes = (theme for part in _YOUNG_THEMES for theme in names.themes.containing(part))
            yield ThemeWish(i, i + 1, said.tokens[i].text.lower(), tuple(dict.fromkeys(themes)), stance(said, i))
        if said.taken[i] or word in FUNCTION or word in CHAT or word.isdigit():
            continue
        stands = stance(said, i)
        if stands.sign < 0 and _is_denied_thing(said, i):
            said.take(i, i + 1)
            yield ThemeWish(i, i + 1, said.tokens[i].text.lower(), names.themes.containing(word) or (word,), stands)


_IN_COLOUR = re.compile(r"\bin colou?r\b|\bcolou?r (?:films?|movies?|ones?)\b|\bnot (?:in )?black and white\b")


def _colour(said: Utterance) -> Iterator[ThemeWish]:
    for _, start, end in list(said.search(_IN_COLOUR, taken=True)):
        said.take(start, end)
        yield ThemeWish(start, end, "black and white", ("black and white",), Stance(-1))


_ARTICLES = word_set("the any all those much too more a an these")


def _is_denied_thing(said: Utterance, i: int) -> bool:
    """Whether "no", "without", "not about" or a list that began so comes right before token ``i``."""
    j = i - 1
    while j >= 0 and said.words[j] in _ARTICLES:
        j -= 1
    if j < 0:
        return False
    word, before = said.words[j], said.words[max(0, j - 2) : j]
    if word == "of" and {"sick", "tired", "bored", "enough"} & set(before):
        return True
    if word in {"about", "with", "involving", "featuring"}:
        return bool({"not", "nothing", "without", "isnt", "anything"} & set(before))
    return word in {"no", "without", "minus", "avoid", "sans", "nor"} or (word == "or" and j > 0 and said.taken[j - 1])


def _rest(said: Utterance) -> str:
    text = said.rest(FUNCTION | CHAT)
    if len(text) <= _LONGEST_TEXT:
        return text
    return text[:_LONGEST_TEXT].rsplit(" ", 1)[0]
