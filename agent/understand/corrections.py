"""Corrections: "I meant the film", "no, the 1990 one", "I meant Fargo": the last message, read again."""

from __future__ import annotations

from datetime import date

from matinee.agent.memory import Memory
from matinee.agent.request import Request, TitleRef
from matinee.agent.understand import markers
from matinee.agent.understand.cues import KIND_WORDS
from matinee.agent.understand.decide import decide
from matinee.agent.understand.evidence import YEAR
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.mentions import Meant
from matinee.agent.understand.reading import Reading, read
from matinee.index.title import Kind


def correct(text: str, reading: Reading, memory: Memory, names: Linker, today: date) -> Request | None:
    """The last request with the title that was meant after all; None where ``reading`` corrects nothing."""
    if reading.foreign or not markers.corrects(reading.bones):
        return None
    before = [m.content for m in memory.messages if m.role == "user"]
    if not before:
        return None
    earlier = read(before[-1], memory, names, today)
    if earlier is None or not earlier.mentions.found:
        return None
    old = earlier.mentions.found[0].ref
    new = _meant(reading, before[-1], old, memory, names, today)
    if new is None and markers.marked_correction(reading.bones):
        wanted = _named_kind_or_year(reading)
        if wanted is not None:
            return Request(
                text=text, act="correct", unknown=(f"{old.name} ({wanted.year or wanted.kind})",), near=(old,)
            )
    if new is None or new.id == old.id:
        return None
    if memory.wish is not None and old.id in {r.id for r in memory.wish.liked}:
        liked = tuple(new if r.id == old.id else r for r in memory.wish.liked)
        return memory.wish.model_copy(update={"text": text, "liked": liked, "refines": True})
    again = decide(text, earlier, memory, names)
    swap = {old.id: new.id}
    return again.model_copy(
        update={
            "liked": tuple(new if r.id == old.id else r for r in again.liked),
            "about": tuple(swap.get(i, i) for i in again.about),
            "seen": tuple(swap.get(i, i) for i in again.seen),
        }
    )


def _meant(reading: Reading, before: str, old: TitleRef, memory: Memory, names: Linker, today: date) -> TitleRef | None:
    """The title meant instead of ``old``."""
    if reading.mentions.found:
        return reading.mentions.found[0].ref
    meant = _named_kind_or_year(reading)
    if meant is None:
        return None
    again = read(before, memory.model_copy(update={"picks": (), "focus": None}), names, today, meant)
    if again is None or not again.mentions.found:
        return None
    ref = again.mentions.found[0].ref
    title = names.titles[ref.id]
    fits = (meant.year is None or title.year == meant.year) and (meant.kind is None or title.kind == meant.kind)
    return ref.model_copy(update={"certainty": 1.0}) if fits and ref.id != old.id else None


def _named_kind_or_year(reading: Reading) -> Meant | None:
    words = reading.said.words
    year = next((int(w) for w in words if YEAR.fullmatch(w)), None)
    kinds: list[Kind] = [
        KIND_WORDS[w] for i, w in enumerate(words) if w in KIND_WORDS and not {"not"} & set(words[max(0, i - 2) : i])
    ]
    if year is None and not kinds:
        return None
    return Meant(kind=kinds[0] if kinds else None, year=year)
