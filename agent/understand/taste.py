"""Taste statements: "I can't stand musicals", "I love Kurosawa", "musicals are fine after all"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matinee.agent.memory import Memory
from matinee.agent.request import TasteStatement
from matinee.agent.understand.content import Content, PersonWish, ThemeWish
from matinee.agent.understand.genres import GenreWish
from matinee.agent.understand.patterns import one_of
from matinee.agent.understand.places import PlaceWish
from matinee.agent.understand.roles import Part
from matinee.agent.understand.stance import Stance
from matinee.agent.understand.text import Utterance
from matinee.agent.understand.tone import ToneWish
from matinee.agent.understand.words import genre_plural

_FINE_AGAIN = one_of(
    r"""
    (?:is|are|s) (?:actually |totally |perfectly )?(?:fine|ok|okay|allowed|welcome|good|all right|alright|back)
    (?:dont|do not) mind
    (?:forget|ignore|scrap|undo|take back) (?:what i said|that|it|the)
    changed my mind
    after all
    (?:like|love|enjoy)s? .* (?:after all|again|now)
    """,
    before=r"\b",
    after=r"\b",
)


def read_taste(said: Utterance, content: Content, parts: Sequence[Part], memory: Memory) -> tuple[TasteStatement, ...]:
    """What the user says they like or cannot stand for good, and what of that they take back."""
    found = [*_of_content(said, content), *_of_titles(parts), *_taken_back(said, content, memory)]
    latest = {(s.what, s.value): s for s in found}
    return tuple(latest.values())


def _of_content(said: Utterance, content: Content) -> Iterable[TasteStatement]:
    for genre in content.genres:
        if not genre.stance.standing:
            continue
        mixed = len(genre.meaning.genres) > 1
        for name in genre.meaning.genres if genre.stance.sign > 0 else genre.denied:
            yield _statement(genre.stance, "genre", name, genre.words if mixed else genre_plural(name))
        if not genre.meaning.genres and genre.meaning.kind and not _only_carries(said, content, genre):
            yield _statement(genre.stance, "kind", genre.meaning.kind, genre.words)
    for person in content.people:
        if person.stance.standing:
            for name in (person.name, *person.others):
                yield _statement(person.stance, "person", name, name)
    for place in content.places:
        if place.stance.standing:
            for country in place.countries[:1]:
                yield _statement(place.stance, "country", country, f"films from {country}")
            for language in place.languages:
                yield _statement(place.stance, "language", language, f"{language} films")
    for theme in content.themes:
        if theme.stance.standing:
            for name in theme.names or (theme.words,):
                yield _statement(theme.stance, "theme", name, name)
    for tone in content.tones:
        if tone.stance.standing:
            yield _of_tone(tone)


def _only_carries(said: Utterance, content: Content, kind: GenreWish) -> bool:
    """Whether "films" only carries what is said around it: "I love scary films", "my favourite film is …"."""
    if "favourite" in said.words[: kind.start] or "favorite" in said.words[: kind.start]:
        return True
    marks: list[GenreWish | PersonWish | PlaceWish | ThemeWish | ToneWish] = [
        *content.genres,
        *content.people,
        *content.places,
        *content.themes,
        *content.tones,
    ]
    if any(said.followed_by(kind.end, (word,)) for word in ("with", "about", "by", "from", "like", "that", "where")):
        return True
    return any(m.end == kind.start for m in marks) or any(m.start > kind.start and m.stance.standing for m in marks)


def _of_tone(tone: ToneWish) -> TasteStatement:
    shift = tone.shifts[0]
    likes = tone.stance.sign > 0
    word = shift.word.removeprefix("not ").removeprefix("no ").removeprefix("too ").removeprefix("less ")
    return TasteStatement(
        likes=likes,
        what="axis",
        value=shift.axis,
        words=word if tone.noun else f"{word} films",
        lasting=tone.stance.lasting,
        lower=(shift.direction > 0) != likes,
    )


def _statement(stance: Stance, what: str, value: str, words: str) -> TasteStatement:
    return TasteStatement.model_validate(
        {"likes": stance.sign > 0, "what": what, "value": value, "words": words, "lasting": stance.lasting}
    )


def _of_titles(parts: Iterable[Part]) -> Iterable[TasteStatement]:
    for part in parts:
        if part.loved and part.role in {"liked", "avoided"}:
            for id_ in part.place.ids:
                words = part.place.mention.ref.name if part.place.mention else "it"
                yield TasteStatement(likes=part.role == "liked", what="title", value=id_, words=words, lasting=False)


def _taken_back(said: Utterance, content: Content, memory: Memory) -> Iterable[TasteStatement]:
    """Dislikes of the conversation that the message lifts."""
    if not _FINE_AGAIN.search(" ".join(said.words)):
        return
    named = {("genre", g) for mark in content.genres for g in mark.meaning.genres}
    named |= {("person", p.name) for p in content.people}
    named |= {("theme", t) for mark in content.themes for t in mark.names}
    named |= {("axis", s.axis) for mark in content.tones for s in mark.shifts[:1]}
    named |= {("genre", g) for g in content.unminded_genres}
    for statement in memory.taste:
        if not statement.likes and (statement.what, statement.value) in named:
            yield statement.model_copy(update={"lifted": True, "lasting": False})
