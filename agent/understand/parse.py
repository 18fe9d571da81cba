"""Understand: one message, with the conversation and the catalogue's names, as a Request. Rules only, no model."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from matinee.agent.memory import Memory
from matinee.agent.request import Request, TitleRef
from matinee.agent.understand import markers
from matinee.agent.understand.assemble import assemble
from matinee.agent.understand.content import Content, read_content
from matinee.agent.understand.foreign import is_foreign
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.mentions import Mentions, find_mentions
from matinee.agent.understand.merge import merge, settle
from matinee.agent.understand.questions import Question, read_question
from matinee.agent.understand.references import Reference, find_references
from matinee.agent.understand.roles import Part, chosen, read_parts
from matinee.agent.understand.skeleton import Skeleton, skeleton
from matinee.agent.understand.talk import Talk, asks_elsewhere, find_talk, is_outside
from matinee.agent.understand.taste import read_taste
from matinee.agent.understand.text import Utterance, storable
from matinee.index.title import Kind

_STYLE_TITLES = 2
"""How many of a person's best-known titles stand for their style."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read off a message, before it is decided what it does."""

    said: Utterance
    mentions: Mentions
    references: tuple[Reference, ...]
    bones: Skeleton
    parts: tuple[Part, ...]
    question: Question | None
    talk: tuple[Talk, ...]
    content: Content


@dataclass(frozen=True, slots=True)
class _Correction:
    """Which title of a name was meant: said after the fact."""

    kind: Kind | None
    year: int | None


def understand(message: str, memory: Memory, names: Linker, today: date | None = None) -> Request:
    """What ``message`` asks for, after what ``memory`` holds. Never raises, whatever the text.

    ``today`` is what "recent" and "last year" count from; the present day where not given. Of a message over 2,000
    characters the first and the last 1,000 are read.
    """
    text = storable(message)
    reading = _read(text, memory, names, today or date.today())
    if reading is None:
        return Request(text=text, act="empty")
    corrected = _corrected(text, reading, memory, names, today)
    if corrected is not None:
        return corrected
    return _decide(text, reading, memory, names)


def _read(
    message: str, memory: Memory, names: Linker, today: date, meant: _Correction | None = None
) -> Reading | None:
    said = Utterance(message)
    if not said.tokens:
        return None
    prefer = (*((memory.focus,) if memory.focus else ()), *memory.picks)
    mentions = find_mentions(said, names, prefer=prefer, focus=bool(memory.focus or memory.picks),
                             kind=meant.kind if meant else None, year=meant.year if meant else None)  # fmt: skip
    references = tuple(find_references(said, memory, names))
    bones = skeleton(said, mentions.found, references)
    question = read_question(bones, shown=bool(memory.picks), asks=said.question())
    parts = tuple(read_parts(bones))
    talk = find_talk(said)
    content = read_content(said, names, today)
    return Reading(said, mentions, references, bones, parts, question, talk, content)


def _decide(text: str, reading: Reading, memory: Memory, names: Linker) -> Request:
    outside = _outside(text, reading)
    if outside is not None:
        return outside
    if reading.question is not None:
        return _answerable(text, reading, reading.question, memory, names)
    wish = _wish(text, reading, memory, names)
    if markers.resets(reading.bones):
        return _started_over(wish, names)
    if _says_nothing_of_a_wish(wish, reading):
        remark = _remark(wish, reading, memory)
        if remark is not None:
            return remark
    if memory.wish is not None and _refines(wish, reading):
        picks = [names.titles[i] for i in memory.picks if i in names.titles]
        return merge(settle(memory.wish, picks), wish, adds=markers.adds_to(reading.bones))
    if wish.surprise or (_substantial(wish) or (wish.has_wish and memory.taste)):
        return wish
    return wish.model_copy(update={"act": "unclear"})
