"""Titles that a wish is measured by: "as scary as X", "scary but not as scary as X", "the humour of X", "between"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from matinee.agent.request import Shift
from matinee.agent.understand.content import Content
from matinee.agent.understand.cues import ARTICLE_WORDS
from matinee.agent.understand.skeleton import Place, Skeleton
from matinee.agent.understand.text import Utterance
from matinee.agent.understand.tone import ToneWish

_BETWEEN = re.compile(r"(?<!cross )(?<!crossing )\bbetween (?:the )?§ and (?:the )?§")


def stands_between(bones: Skeleton) -> bool:
    """Whether halfway between two titles is asked for; a "cross between" wants both."""
    return bool(_BETWEEN.search(bones.text))


def with_measures(content: Content, said: Utterance, bones: Skeleton) -> Content:
    """``content`` with the levels that titles set, and the places of titles that are nothing but a measure."""
    tones: list[ToneWish] = []
    measures: set[int] = set()
    likened = [p for p in bones.places if not p.pronoun]
    for tone in content.tones:
        place = _as_much_as(said, tone, bones.places)
        if place is not None and _falls_short(tone):
            kept = _under(tones, tone, place, said)
            if kept is not None:
                tones = kept
                measures.add(place.start)
                continue
        elif place is not None and not tone.shifts[0].relative:
            tone = _levelled(tone, place, "reach", f"as {tone.word} as {_name(place, said)}")
            measures.add(place.start)
        elif place is None and (holder := _held_by(said, tone, bones.places)) is not None:
            tone = _levelled(tone, holder, "match", f"with the {tone.word} of {_name(holder, said)}")
            measures.add(holder.start)
        tones.append(tone)
    # a title that sets a level is an anchor too, where there is no other: "as scary as Hereditary but funnier"
    under = {s.than for t in tones for s in t.shifts if s.level == "under"}
    anchors = {p.start for p in likened} - measures
    alone = {p.start for p in likened if p.start in measures and p.ids not in under}
    return replace(content, tones=tuple(tones), measures=tuple(measures - (alone if not anchors else set())))


def _falls_short(tone: ToneWish) -> bool:
    return tone.lessened and tone.shifts[0].relative


def _under(tones: Sequence[ToneWish], tone: ToneWish, place: Place, said: Utterance) -> list[ToneWish] | None:
    """The wishes so far, the one for the same thing kept below the title's level; None where there is none."""
    axis = tone.shifts[0].axis
    for number, held in enumerate(tones):
        first = held.shifts[0]
        if first.axis == axis and not first.relative and first.direction != tone.shifts[0].direction:
            words = f"{held.word} but less so than {_name(place, said)}"
            return [*tones[:number], _levelled(held, place, "under", words), *tones[number + 1 :]]
    return None


def _levelled(tone: ToneWish, place: Place, level: str, words: str) -> ToneWish:
    first = tone.shifts[0].model_copy(update={"level": level, "than": place.ids, "word": words, "relative": False})
    # only what the word is mainly about is measured
    return replace(tone, shifts=(Shift.model_validate(first.model_dump()),), least={}, most={})


def _as_much_as(said: Utterance, tone: ToneWish, places: Sequence[Place]) -> Place | None:
    """The title in "as scary as X" and "less scary than X"."""
    joint = said.words[tone.end : tone.end + 1]
    before = said.words[max(0, tone.start - 3) : tone.start]
    if joint == ("as",) and not {"as", "so"} & set(before):
        return None
    if joint not in {("as",), ("than",)}:
        return None
    return _place_at(said, tone.end + 1, places)


def _held_by(said: Utterance, tone: ToneWish, places: Sequence[Place]) -> Place | None:
    """The title in "the humour of X" and "X's humour"."""
    if not tone.noun:
        return None
    if said.words[tone.end : tone.end + 1] in {("of",), ("from",), ("in",)} and said.words[tone.start - 1] == "the":
        return _place_at(said, tone.end + 1, places)
    for place in places:
        if place.end == tone.start and place.ids and said.tokens[place.end - 1].text[-2:] in {"'s", "’s"}:
            return place
    return None


def _place_at(said: Utterance, start: int, places: Sequence[Place]) -> Place | None:
    while start < len(said) and said.words[start] in ARTICLE_WORDS:
        start += 1
    return next((p for p in places if p.ids and not p.pronoun and p.start <= start < p.end), None)


def _name(place: Place, said: Utterance) -> str:
    return place.mention.ref.name if place.mention is not None else said.span(place.start, place.end)
