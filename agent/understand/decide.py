"""Deciding what a message does: asks, wishes, refines the last wish, remarks, or talks of something else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from matinee.agent.choice import audience_of, in_order
from matinee.agent.memory import Memory
from matinee.agent.request import Act, Request
from matinee.agent.understand import markers
from matinee.agent.understand.asked import Question, tone_in
from matinee.agent.understand.conditions import without
from matinee.agent.understand.lifting import lift
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.makers import people_through_titles, who_made
from matinee.agent.understand.merge import merge, settle
from matinee.agent.understand.reading import Reading
from matinee.agent.understand.refines import refines
from matinee.agent.understand.roles import chosen
from matinee.agent.understand.talk import asks_elsewhere
from matinee.agent.understand.who import asked_about
from matinee.agent.understand.wish import is_substantial, wish_of
from matinee.index.filters import Filters
from matinee.index.title import Title, fold


def decide(text: str, reading: Reading, memory: Memory, names: Linker) -> Request:
    """The request that ``reading`` comes to in this conversation, with the courtesy that came along."""
    request = _decided(text, reading, memory, names)
    return request.model_copy(update={"courtesy": _courtesy(reading)})


def _decided(text: str, reading: Reading, memory: Memory, names: Linker) -> Request:
    if reading.foreign:
        return Request(text=text, act="foreign")
    if reading.outside:
        return Request(text=text, act="off_topic")
    wish = wish_of(text, reading, memory, names)
    about_person = asked_about(reading.said, reading.bones, reading.content, memory, names)
    if about_person is not None:
        unknown = (about_person.stranger,) if about_person.stranger else ()
        return Request(text=text, act="person", people=about_person.people, unknown=unknown)
    if reading.dropped and memory.wish is not None:
        return _loosened(wish, reading, memory, names)
    if reading.question is not None:
        return _asked(wish, reading, reading.question, memory, names)
    lifted = lift(reading, memory, wish)
    if lifted is not None:
        return lifted
    if markers.resets(reading.bones):
        fresh = wish.model_copy(update={"fresh": True, "rejected": ()})
        return fresh if is_substantial(fresh) else fresh.model_copy(update={"act": "unclear"})
    beyond = _beyond(reading)
    if beyond is not None and not is_substantial(wish):
        return wish.model_copy(update={"act": "reject" if wish.rejected else "more", "beyond": beyond})
    if _only_counts(wish, reading) and memory.wish is not None:
        return _resized(wish, memory.wish, memory)
    if _NONE.search(reading.bones.text) and not is_substantial(wish):
        return wish.model_copy(update={"act": "complaint", "surprise": False, "rejected": ()})
    remark = _remark(wish, reading, memory)
    if remark is not None:
        return wish.model_copy(update={"act": remark, **_about(remark, reading)})
    if wish.surprise and not is_substantial(wish.model_copy(update={"surprise": False})):
        # nothing of the last wish stays, but what was shown is not shown again
        return wish.model_copy(update={"refines": bool(memory.shown)})
    if not wish.liked and _THEM.search(reading.bones.text) and people_through_titles(reading.bones, memory, names)[0]:
        # "anything else with her?" is about her and not about the last wish; what was shown is not shown again
        return wish.model_copy(update={"refines": bool(memory.shown)})
    if memory.wish is not None and refines(wish, reading):
        picks = [names.titles[i] for i in memory.picks if i in names.titles]
        return merge(settle(memory.wish, picks), wish, adds=markers.adds_to(reading.bones))
    if is_substantial(wish) or (wish.has_wish and memory.taste):
        return wish
    return wish.model_copy(update={"act": "unclear"})


def _only_counts(wish: Request, reading: Reading) -> bool:
    """Whether all that is said is how many: "make it two", "only one"; not "two more"."""
    return bool(
        wish.count
        and not wish.model_copy(update={"count": None}).has_wish
        and not (wish.seen or wish.rejected or wish.avoided or wish.taste)
        and all(p.pronoun for p in reading.bones.places)
        and not markers.continues(reading.bones)
    )


def _resized(wish: Request, last: Request, memory: Memory) -> Request:
    """The last wish with another number of picks: the same list, shorter or longer; earlier lists do not come back."""
    earlier = tuple(i for i in memory.shown if i not in memory.picks)
    fewer = memory.picks[: wish.count] if wish.count and wish.count <= len(memory.picks) else None
    filters = last.filters.model_copy(
        update={"ids_not": tuple(dict.fromkeys((*last.filters.ids_not, *earlier))), "ids": fewer}
    )
    return last.model_copy(
        update={"text": wish.text, "count": wish.count, "filters": filters, "refines": False, "unknown": (), "near": (),
                "conflicts": (), "dropped": (), "courtesy": wish.courtesy, "taste": ()}
    )  # fmt: skip


def _loosened(wish: Request, reading: Reading, memory: Memory, names: Linker) -> Request:
    """The last wish without the conditions taken back, refined by what else the message says."""
    assert memory.wish is not None
    picks = [names.titles[i] for i in memory.picks if i in names.titles]
    merged = merge(settle(without(memory.wish, reading.dropped), picks), wish, adds=markers.adds_to(reading.bones))
    return merged.model_copy(update={"dropped": reading.dropped.words, "surprise": not merged.has_wish})


def _has_people(title: Title, people: Iterable[str]) -> bool:
    involved = {fold(n) for n in (*title.directors, *title.creators, *title.cast)}
    return all(fold(p) in involved for p in people)


def _asked(wish: Request, reading: Reading, question: Question, memory: Memory, names: Linker) -> Request:
    named = [p for p in reading.bones.places if p.ids and not p.pronoun]
    pointed = named or [p for p in reading.bones.places if p.ids]
    about = tuple(dict.fromkeys(i for p in pointed for i in p.ids))
    loose = [p for p in reading.bones.places if p.pronoun]
    if named and question.act == "compare" and len(about) == 1 and loose and loose[0].start < named[0].start:
        # "is it better than Heat?"
        it = loose[0].ids[:1] or ((memory.focus,) if memory.focus else memory.picks[:1])
        about = tuple(dict.fromkeys((*it, *about)))
    if question.act == "compare" and wish.filters.people and memory.picks:
        theirs = tuple(
            i for i in memory.picks if i in names.titles and _has_people(names.titles[i], wish.filters.people)
        )
        return Request(text=wish.text, act="fact", fact="cast", about=theirs or memory.picks)
    if question.act == "compare" and len(about) < 2:
        about = memory.picks if not about or "compare" not in reading.said.words else about
    elif question.act in {"order", "choose"}:
        about = about if len(about) > 1 else memory.picks
    if question.act in {"order", "choose"} or (question.act == "compare" and about == memory.picks):
        about = _sorted(about, question, reading, names)
    if question.subject.startswith("whether they"):
        about = ()  # "do they end up together?": the people of the story
    assumed = False
    if (
        not about
        and not named
        and question.act not in {"recall", "absent"}
        and not wish.unknown
        and _beyond(reading) is None
    ):
        # "it" is the title in focus, and straight after a list the first on it
        about, assumed = ((memory.focus,), False) if memory.focus else (memory.picks[:1], len(memory.picks) > 1)
    titles = [names.titles[i] for i in about[:1] if i in names.titles]
    job = {"director": "director", "cast": "lead"}.get(question.fact or "")
    seen = wish.seen or tuple(i for p in reading.parts if p.seen and not p.place.ids for i in about)
    if _ASKING.match(reading.bones.text):
        # "will my kids like it?" says nothing of what was seen or liked
        wish, seen = wish.model_copy(update={"taste": ()}), ()
    return Request(
        text=wish.text, act=question.act, fact=question.fact, axis=question.axis, about=about,
        subject=question.subject, recall=question.recall, assumed=assumed, beyond=_beyond(reading),
        people=who_made(titles[0], job) if titles and job else (), seen=seen,
        unknown=wish.unknown, near=wish.near if wish.unknown else (), taste=wish.taste,
    )  # fmt: skip


def _sorted(about: tuple[str, ...], question: Question, reading: Reading, names: Linker) -> tuple[str, ...]:
    """The titles asked about, the one that answers "which is the shortest?" first."""
    words = " ".join(reading.said.words)
    tone = tone_in(words)
    titles = in_order(
        [names.titles[i] for i in about if i in names.titles], words, fact=question.fact, axis=question.axis,
        down=tone is not None and tone[1] < 0, audience=audience_of(question.subject),
    )  # fmt: skip
    return tuple(t.id for t in titles)


_ASKING = re.compile(
    r"(?:and |but |so |ok |okay )*(?:will|would|does|do|did|can|could|should|is|are|was|were|has|have|who\w*"
    r"|what\w*|which|why|"
    r"how|where|when)\b"
)


_THEM = re.compile(r"\b(?:him|her|them)\b|¤")
_NONE = re.compile(r"^(?:(?:no|nah|sorry|hmm|well) (?:\| )?)*none of [§¤](?: \||$)")


def _beyond(reading: Reading) -> int | None:
    """The place pointed at on a list that is not that long."""
    return next((p.beyond for p in reading.bones.places if p.beyond is not None), None)


def _courtesy(reading: Reading) -> Literal["greeting", "thanks"] | None:
    """What was said along with a wish or a question: "thanks! something funnier?"."""
    return "thanks" if "thanks" in reading.talk else "greeting" if "greeting" in reading.talk else None


def _remark(wish: Request, reading: Reading, memory: Memory) -> Act | None:
    """The act of a message that wishes for nothing; None where it does, or where it only says "another"."""
    if is_substantial(wish) and not _only_favourite(wish, reading):
        return None
    if wish.filters != Filters() and not (wish.taste or wish.seen or wish.rejected):
        return None
    going_on = markers.continues(reading.bones) or markers.asks_for_picks(reading.bones)
    if memory.wish is not None and going_on and not wish.unknown:
        return None
    if wish.rejected and memory.wish is not None and not set(wish.rejected) & set(memory.picks):
        # nothing on the list goes, so the list moves on
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
    for talk in ("complaint", "help", "farewell", "thanks", "smalltalk", "greeting"):
        if talk in reading.talk:
            return talk
    return "off_topic" if asks_elsewhere(reading.said) else None


def _about(act: Act, reading: Reading) -> dict[str, object]:
    return {"about": chosen(reading.parts, "about"), "fact": "plot"} if act == "more" else {}
