"""Taking back: "forget that I hate musicals", "I don't hate them any more", "horror is fine again", "forget that"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from matinee.agent.memory import Memory
from matinee.agent.request import Request, TasteStatement
from matinee.agent.understand.patterns import one_of
from matinee.agent.understand.reading import Reading

_LIFTS = one_of(
    r"""
    (?:forget|ignore|scrap|undo|take back|cancel|disregard|never mind) (?:that |what |about )?(?:i said
    ...  |i told you )?(?:that |about )?(?:i|ive|im)\b
    (?:forget|ignore|scrap|undo|take back|cancel|disregard) what i (?:said|told you)\b
    (?:dont|do not|doesnt|no longer|not) (?:really |actually )?(?:hate|dislike|detest|despise
    ... |mind)\b(?: .*)? (?:any ?more|anymore|any longer|now|after all)\b
    (?:i )?(?:dont|do not|no longer) (?:really |actually )?(?:hate|dislike|detest|despise)\b
    (?:is|are|s) (?:actually |totally |perfectly )?(?:fine|ok|okay|allowed|welcome|good|all right|alright
    ... |back)(?: again| after all| now| with me)
    (?:is|are) (?:allowed|welcome|back) *$
    (?:i was wrong|changed my mind|change my mind) about
    (?:like|love|enjoy)s? .* (?:after all|again)
    (?:can|may|could) (?:show|suggest|give)(?: me)? .* again
    """,
    before=r"\b",
    after=r"",
)
_THAT = re.compile(
    r"^(?:please |ok |okay |no |actually |sorry |oh )*(?:forget|ignore|scrap|undo|take back|cancel"
    r"|disregard) (?:that|this|it|what i (?:just )?said|my last (?:message|remark))(?: please| again| last one)?$"
)


def lift(reading: Reading, memory: Memory, wish: Request) -> Request | None:
    """The request that takes back something said earlier; None where ``reading`` takes nothing back."""
    words = " ".join(reading.said.words)
    if _THAT.match(words):
        return _taste(wish, memory.latest)
    if not _LIFTS.search(words):
        return None
    named = _named(reading)
    held = [s for s in memory.taste if (s.what, s.value) in named]
    if held:
        return _taste(wish, held)
    loosened = _loosened(memory.wish, named)
    if loosened is not None:
        return loosened.model_copy(update={"text": wish.text, "refines": True})
    if named and re.match(r"(?:please )?(?:forget|ignore|scrap|undo|take back|cancel)", words):
        return wish.model_copy(update={"act": "recall", "recall": "taste", "taste": (), **_NO_WISH})
    return None


_NO_WISH: Mapping[str, object] = {"liked": (), "avoided": (), "shifts": (), "themes": (), "free_text": "", "seen": ()}


def _taste(wish: Request, held: Iterable[TasteStatement]) -> Request | None:
    taken = tuple(s.model_copy(update={"lifted": True, "lasting": False}) for s in held)
    if not taken:
        return None
    return Request(text=wish.text, act="taste", taste=taken)


def _named(reading: Reading) -> set[tuple[str, str]]:
    """What the message speaks of, as the keys of statements of taste."""
    content = reading.content
    named = {("genre", g) for mark in content.genres for g in mark.meaning.genres}
    named |= {("genre", g) for g in content.unminded_genres}
    named |= {("kind", mark.meaning.kind) for mark in content.genres if mark.meaning.kind and not mark.meaning.genres}
    named |= {("person", p.name) for p in content.people}
    named |= {("theme", t) for mark in content.themes for t in mark.names}
    named |= {("country", c) for mark in content.places for c in mark.countries}
    named |= {("language", name) for mark in content.places for name in mark.languages}
    named |= {("axis", s.axis) for mark in content.tones for s in mark.shifts[:1]}
    return named | {("title", i) for p in reading.parts for i in p.place.ids}


_FIELDS: Mapping[str, str] = {
    "genre": "genres_not",
    "theme": "themes_not",
    "person": "people_not",
    "country": "countries_not",
    "language": "languages_not",
}


def _loosened(wish: Request | None, named: set[tuple[str, str]]) -> Request | None:
    """The last wish without the exclusions that ``named`` speaks of; None where it had none of them."""
    if wish is None:
        return None
    changes = {}
    for what, field in _FIELDS.items():
        values = {value for kind, value in named if kind == what}
        held = getattr(wish.filters, field)
        kept = tuple(v for v in held if v not in values)
        if kept != held:
            changes[field] = kept
    return wish.model_copy(update={"filters": wish.filters.model_copy(update=changes)}) if changes else None
