"""Deciding what a message does: asks, wishes, refines the last wish, remarks, or talks of something else."""

from __future__ import annotations

from collections.abc import Iterable

from matinee.agent.memory import Memory
from matinee.agent.request import Act, Request
from matinee.agent.understand import markers
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.merge import merge, settle
from matinee.agent.understand.patterns import word_set
from matinee.agent.understand.questions import Question
from matinee.agent.understand.reading import Reading
from matinee.agent.understand.roles import chosen
from matinee.agent.understand.talk import asks_elsewhere
from matinee.agent.understand.wish import is_substantial, wish_of
from matinee.index.filters import Filters
from matinee.index.title import Title, fold

_FRAGMENT = 4
"""A message of this many words that opens no wish of its own is taken as a change to the last one."""


_OPENERS = word_set("a an some two three four five any good")
"""A message that begins like this and names a kind is a wish of its own: "a funny French film"."""


def decide(text: str, reading: Reading, memory: Memory, names: Linker) -> Request:
    """The request that ``reading`` comes to in this conversation."""
    if reading.foreign:
        return Request(text=text, act="foreign")
    if reading.outside:
        return Request(text=text, act="off_topic")
    wish = wish_of(text, reading, memory, names)
    if reading.question is not None:
        return _asked(wish, reading, reading.question, memory, names)
    if markers.resets(reading.bones):
        fresh = wish.model_copy(update={"fresh": True, "rejected": ()})
        return fresh if is_substantial(fresh) else fresh.model_copy(update={"act": "unclear"})
    remark = _remark(wish, reading, memory)
    if remark is not None:
        return wish.model_copy(update={"act": remark, **_about(remark, reading)})
    if wish.surprise and not is_substantial(wish.model_copy(update={"surprise": False})):
        # nothing of the last wish stays, but what was shown is not shown again
        return wish.model_copy(update={"refines": bool(memory.shown)})
    if memory.wish is not None and _refines(wish, reading):
        picks = [names.titles[i] for i in memory.picks if i in names.titles]
        return merge(settle(memory.wish, picks), wish, adds=markers.adds_to(reading.bones))
    if is_substantial(wish) or (wish.has_wish and memory.taste):
        return wish
    return wish.model_copy(update={"act": "unclear"})


def _has_people(title: Title, people: Iterable[str]) -> bool:
    involved = {fold(n) for n in (*title.directors, *title.creators, *title.cast)}
    return all(fold(p) in involved for p in people)


def _asked(wish: Request, reading: Reading, question: Question, memory: Memory, names: Linker) -> Request:
    named = [p for p in reading.bones.places if p.ids and not p.pronoun]
    pointed = named or [p for p in reading.bones.places if p.ids]
    about = tuple(dict.fromkeys(i for p in pointed for i in p.ids))
    if question.act == "compare" and wish.filters.people and memory.picks:
        theirs = tuple(
            i for i in memory.picks if i in names.titles and _has_people(names.titles[i], wish.filters.people)
        )
        return Request(text=wish.text, act="fact", fact="cast", about=theirs or memory.picks)
    if question.act == "compare" and len(about) < 2:
        about = memory.picks if not about or "compare" not in reading.said.words else about
    elif not about and not any(not p.pronoun for p in reading.bones.places) and not wish.unknown:
        about = (memory.focus,) if memory.focus else memory.picks if len(memory.picks) == 1 else ()
    return Request(
        text=wish.text, act=question.act, fact=question.fact, axis=question.axis, about=about,
        unknown=wish.unknown, near=wish.near if wish.unknown else (), taste=wish.taste,
    )  # fmt: skip


def _remark(wish: Request, reading: Reading, memory: Memory) -> Act | None:
    """The act of a message that wishes for nothing; None where it does, or where it only says "another"."""
    if is_substantial(wish) and not _only_favourite(wish, reading):
        return None
    if wish.filters != Filters() and not (wish.taste or wish.seen or wish.rejected):
        return None
    going_on = markers.continues(reading.bones) or markers.asks_for_picks(reading.bones)
    if memory.wish is not None and going_on and not wish.unknown:
        return None
    if wish.rejected:
        return "reject"
    if wish.taste:
        return "taste"
    if wish.seen or markers.says_only_seen(reading.said) or any(p.seen for p in reading.parts):
        return "seen"
    if wish.avoided and memory.wish is not None:
        return None
    if chosen(reading.parts, "about"):
        return "more"
    if wish.unknown:
        return "unclear"
    if any(p.role == "rejected" for p in reading.parts):
        return "reject"
    if markers.corrects(reading.bones) and memory.messages:
        return "correct"
    return _talk(reading)


def _only_favourite(wish: Request, reading: Reading) -> bool:
    """Whether all that was said is "my favourite film is Amélie"."""
    if not wish.taste or markers.asks_for_picks(reading.bones):
        return False
    without = wish.model_copy(update={"liked": (), "filters": wish.filters.model_copy(update={"kind": None})})
    favourite = {"favourite", "favorite", "favourites", "favorites"} & set(reading.said.words)
    return bool(favourite) and not is_substantial(without)


def _talk(reading: Reading) -> Act | None:
    for talk in ("help", "thanks", "smalltalk", "greeting"):
        if talk in reading.talk:
            return talk
    return "off_topic" if asks_elsewhere(reading.said) else None


def _about(act: Act, reading: Reading) -> dict[str, object]:
    return {"about": chosen(reading.parts, "about"), "fact": "plot"} if act == "more" else {}


def _refines(wish: Request, reading: Reading) -> bool:
    """Whether the message changes the last wish rather than making a new one."""
    bones = reading.bones
    if wish.unknown and not wish.liked:
        return False
    named = any(
        p.place.mention is not None and (p.role == "liked" or (p.role == "none" and not p.seen)) for p in reading.parts
    )
    if named and wish.liked:
        return markers.adds_to(bones)
    if wish.liked or wish.fact_shifts or any(s.relative for s in wish.shifts):
        return True
    if wish.seen or wish.rejected or wish.avoided or markers.refers_back(bones):
        return True
    topic = wish.themes or wish.free_text or wish.filters.genres or wish.filters.genres_any or wish.filters.people
    if topic:
        return (
            not markers.opens_wish(bones) and "something" not in reading.said.words and (len(reading.said) <= _FRAGMENT)
        )
    if markers.continues(bones):
        return True
    if wish.filters.kind is not None and reading.said.words[:1] and reading.said.words[0] in _OPENERS:
        return False
    return not markers.opens_wish(bones) or wish.filters.kind is None
