"""Conditions taken back: "any year", "drop the Spanish", "doesn't have to be French", "forget the length".

Each clause of a message is read by itself. One that takes back a condition names it by its kind ("the year", which
goes whether or not there is one) or by its value ("the Spanish", which must be a condition of the last wish). The
words of such a clause are understood by that, so that "the Spanish" is not asked for anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from matinee.agent.request import Request
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.patterns import alternatives, one_of, word_set
from matinee.agent.understand.text import Utterance
from matinee.agent.understand.themes import stem
from matinee.agent.understand.tone_words import TONE_WORDS
from matinee.agent.understand.years import decade_of
from matinee.index.filters import Filters
from matinee.index.title import fold

_KINDS: Mapping[str, tuple[str, ...]] = {
    "years": ("year_min", "year_max", "years_not"),
    "length": ("runtime_min", "runtime_max", "series_seasons_max"),
    "number of seasons": ("seasons_min", "seasons_max"),
    "language": ("languages", "languages_not"),
    "country": ("countries", "countries_not"),
    "genre": ("genres", "genres_any", "genres_not"),
    "people": ("people", "people_any", "people_not"),
    "limit for children": ("maturity_max",),
    "question of film or series": ("kind",),
    "question of fame": ("fame_min", "fame_max"),
}
"""How a kind of condition is said, and the filters that hold it."""
_TOGETHER = {"language": ("country",), "country": ("language",)}
"""What is asked under either name: "French" is a country or a tongue."""
_NAMES: Mapping[str, re.Pattern[str]] = {
    name: re.compile(f"(?:{'|'.join(alternatives(table))})")
    for name, table in {
        "years": r"""
            years?
            (?:release )?dates?
            decades?
            eras?
            (?:time )?periods?
            age
            \d\ds
            old
            new
            recent
            """,
        "length": r"""
            lengths?
            run ?times?
            running times?
            durations?
            minutes?
            time limit
            short
            long
            """,
        "number of seasons": r"""
            (?:number of )?seasons?
            """,
        "language": r"""
            languages?
            tongue
            """,
        "country": r"""
            countr(?:y|ies)
            origin
            place
            """,
        "genre": r"""
            genres?
            """,
        "people": r"""
            actors?
            directors?
            stars?
            cast
            people
            person
            names?
            """,
        "limit for children": r"""
            (?:my |our |the )?(?:kids?|children|family)(?: limit)?
            (?:age )?ratings?
            age limit
            kid friendly
            family friendly
            """,
        "question of film or series": r"""
            format
            film or series
            series or film
            kind of thing
            """,
        "question of fame": r"""
            fame
            famous
            popularity
            well known
            obscure
            """,
        "theme": r"""
            themes?
            topics?
            subjects?
            stor(?:y|ies)
            """,
        "mood": r"""
            moods?
            tones?
            feel
            vibe
            """,
    }.items()
}
_DROPS = one_of(
    r"""
    (?:drop|forget|forget about|skip|lose|scrap|ignore|lift|remove|leave out|take (?:out|away|off)|get rid of|cancel|
    ... disregard|never ?mind|no need for|no more need for|loosen|relax) (?P<a>.+)
    (?:any|whatever|all|every) (?P<b>.+?)(?: (?:is|are|will|would|do|does))*(?: (?:fine|ok|okay|good|possible|allowed|
    ... welcome|do|work|works|cool|acceptable))?
    (?:no matter|doesnt matter|i dont care|dont care|do not care|i dont mind|dont mind|not fussed|not bothered)
    ... (?: about| which| what| how)? (?P<c>.+?)(?: (?:it is|it has|theyre in|its in|its from))?
    (?:¤ |it |they |that |this |which )?(?:doesnt|does not|dont|do not|need not|neednt|no longer)(?: really| actually)?
    ... (?: have| has| need| needs)?(?: to)?(?: necessarily)? (?:be|have|star|feature|include) (?P<d>.+)
    (?:it |they |this )?(?:can|could|may) be (?P<g>any .+|from any .+|in any .+)
    (?:the )?(?P<e>.+?) (?:doesnt|does not|dont|do not|no longer) (?:really |actually )?(?:matter|matters|count|counts)
    (?:the )?(?P<f>.+?) (?:is not|are not|isnt|arent|is no longer|are no longer|is really not|
    ... is actually not) (?:so |that |really )?(?:important|needed|necessary|required|a must)
    (?:my |our |the )?(?P<kids>kids?|children|son|daughter) (?:can|could|will|may) (?:watch|see) (?:something|another|
    ... anything|their).*
    (?:my |our |the )?(?P<bed>kids?|children|son|daughter) (?:are|is|have gone|has gone|went)(?: now| finally| already)?
    ...  (?:asleep|in bed|to bed|out|away|gone|sleeping|not watching|not here).*
    """,
    before=r"^(?:ok |okay |and |but |well |actually |please |just |oh |no |so |then |hmm |you can |lets |maybe )*",
    after=r"(?: (?:please|then|now|after all|anymore|any more|at all|actually|for me|thanks|too|again|though))*$",
)
_AROUND = re.compile(
    r"^(?:(?:the|a|an|that|this|any|being|be|in|from|by|with|about|it|which|what|how|only) )+|"
    r"(?: (?:thing|part|bit|condition|requirement|filter|limit|restriction|rule|stuff|films?|movies?|series|shows?|"
    r"ones?|it is|only|language))+$"
)


@dataclass(frozen=True, slots=True)
class Dropped:
    """Conditions taken back."""

    kinds: tuple[str, ...] = ()
    """Keys of the kinds of conditions that go."""
    values: tuple[str, ...] = ()
    """Values of the last wish that go: ``French``, ``comedy``, a theme, an axis, a person."""
    words: tuple[str, ...] = ()
    """How to say what goes: ``the years``, ``French``."""

    def __bool__(self) -> bool:
        return bool(self.kinds or self.values)


def find_dropped(said: Utterance, wish: Request | None, names: Linker) -> Dropped:
    """The conditions of ``wish`` that ``said`` takes back; the tokens of those clauses are taken."""
    kinds: list[str] = []
    values: list[str] = []
    words: list[str] = []
    for start, end in _clauses(said):
        match = _DROPS.search(" ".join(said.words[start:end]))
        if match is None or not said.free(start, end):
            continue
        group, named = next((k, v) for k, v in match.groupdict().items() if v)
        found = [_CHILDREN] if group in {"kids", "bed"} else _read(named, wish if group != "b" else None, names)
        if not found or (group == "b" and any(f.words in _QUALITIES for f in found)):
            continue
        said.take_name(start, end)
        kinds += [f.kind for f in found if f.kind]
        values += [value for f in found for value in f.values]
        written = {t.word: t.text for t in said.tokens[start:end]}
        words += [" ".join(written.get(w, w) for w in f.words.split()) if f.values else f"the {f.kind}" for f in found]
    return Dropped(tuple(dict.fromkeys(kinds)), tuple(dict.fromkeys(values)), tuple(dict.fromkeys(words)))


@dataclass(frozen=True, slots=True)
class _Found:
    words: str
    kind: str = ""
    values: tuple[str, ...] = ()


_CHILDREN = _Found("children", kind="limit for children")
_QUALITIES = word_set("old new recent short long famous obscure kids children place people person names story stories")
"""Words that name a kind of condition, but not after "any": "any new films?" asks for some."""


def without(wish: Request, dropped: Dropped) -> Request:
    """``wish`` without the conditions ``dropped``."""
    gone = {fold(v) for v in dropped.values}
    changes: dict[str, object] = {}
    for name, value in wish.filters:
        if isinstance(value, tuple) and name not in {"ids", "ids_not", "years_not"}:
            changes[name] = tuple(v for v in value if fold(v) not in gone)
        elif isinstance(value, dict):
            changes[name] = {} if "mood" in dropped.kinds else {a: v for a, v in value.items() if a not in gone}
        elif name == "kind" and value in gone:
            changes[name] = None
    for kind in dropped.kinds:
        for name in (n for k in (kind, *_TOGETHER.get(kind, ())) for n in _KINDS.get(k, ())):
            changes[name] = Filters.model_fields[name].get_default()
    facts = {"years": "year", "length": "runtime", "number of seasons": "seasons", "question of fame": "fame"}
    lost = {facts[k] for k in dropped.kinds if k in facts}
    family = "limit for children" in dropped.kinds
    topical = "theme" in dropped.kinds
    return wish.model_copy(
        update={
            "filters": wish.filters.model_copy(update=changes),
            "fact_shifts": tuple(f for f in wish.fact_shifts if f.field not in lost),
            "shifts": tuple(
                s
                for s in wish.shifts
                if "mood" not in dropped.kinds and s.axis not in gone and not (family and s.axis == "family")
            ),
            "themes": tuple(t for t in wish.themes if not topical and fold(t) not in gone),
            "free_text": "" if topical else " ".join(w for w in wish.free_text.split() if fold(w) not in gone),
            "liked": tuple(r for r in wish.liked if fold(r.name) not in gone),
        }
    )


def _clauses(said: Utterance) -> Iterator[tuple[int, int]]:
    """Stretches between punctuation, and between "but" and the like."""
    start = 0
    for i in range(1, len(said) + 1):
        if i == len(said) or said.opens_clause(i) or said.words[i] == "but":
            yield start, i
            start = i


def _read(named: str, wish: Request | None, names: Linker) -> list[_Found]:
    """What is named: kinds of conditions and values of ``wish``; nothing where any of it is neither."""
    found = []
    for piece in re.split(r" (?:and|or|nor) (?=the |any |a |in |from |\w+$)", named):
        bare = piece
        while (shorter := _AROUND.sub("", bare)) != bare and shorter:
            bare = shorter
        values = tuple(dict.fromkeys(_values(bare, wish, names))) if wish is not None else ()
        kind = next((k for k, pattern in _NAMES.items() if pattern.fullmatch(bare)), None)
        if values:
            found.append(_Found(bare, values=values))
        elif kind is not None:
            found.append(_Found(bare, kind=kind))
        else:
            return []
    return found


def _values(words: str, wish: Request, names: Linker) -> Iterator[str]:
    """What of ``wish`` the words name."""
    filters = wish.filters
    place = names.places.meaning(words)
    if place is not None:
        known = {*place.countries, place.language}
        yield from (v for v in (*filters.languages, *filters.countries) if v in known)
        yield from (v for v in (*filters.languages_not, *filters.countries_not) if v in known)
    meaning = names.genre_words.get(words)
    if meaning is not None:
        yield from (g for g in (*filters.genres, *filters.genres_any) if g in meaning.genres)
        if meaning.kind is not None and meaning.kind == filters.kind and not meaning.genres:
            yield meaning.kind
    tone = TONE_WORDS.get(words)
    if tone is not None:
        held = {s.axis for s in wish.shifts} | filters.tone_min.keys() | filters.tone_max.keys()
        yield from (e.axis for e in tone.effects if e.axis in held)
    if decade_of(words.split(" ")[-1]) is not None and filters.year_min is not None:
        return
    stems = {stem(w) for w in words.split()}
    yield from (t for t in wish.themes if stems <= {stem(w) for w in fold(t).split()})
    yield from (w for w in wish.free_text.split() if stem(fold(w)) in stems)
    people = (*filters.people, *filters.people_any)
    yield from (p for p in people if words == fold(p) or words == fold(p).split()[-1])
    if words.startswith("like "):
        yield from (r.name for r in wish.liked if words[5:] in {fold(r.name), fold(r.surface)})
