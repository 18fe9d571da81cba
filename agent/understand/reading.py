"""Reading: everything one message says, each thing found once and in a fixed order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matinee.agent.memory import Memory
from matinee.agent.understand.asked import Question
from matinee.agent.understand.conditions import Dropped, find_dropped
from matinee.agent.understand.content import Content, read_content
from matinee.agent.understand.families import find_families
from matinee.agent.understand.foreign import is_foreign
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.markers import take_markers
from matinee.agent.understand.measures import with_measures
from matinee.agent.understand.mentions import Meant, Mentions, find_mentions
from matinee.agent.understand.questions import read_question
from matinee.agent.understand.references import find_references
from matinee.agent.understand.roles import Part, read_parts
from matinee.agent.understand.skeleton import Skeleton, skeleton
from matinee.agent.understand.talk import Talk, find_talk, is_outside
from matinee.agent.understand.text import Utterance


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read off a message, before it is decided what the message does."""

    said: Utterance
    mentions: Mentions
    bones: Skeleton
    parts: tuple[Part, ...]
    question: Question | None
    talk: tuple[Talk, ...]
    content: Content
    foreign: bool
    outside: bool
    """Whether it asks for something that is not about films or series."""
    dropped: Dropped
    """Conditions of the last wish that it takes back."""


def read(message: str, memory: Memory, names: Linker, today: date, meant: Meant | None = None) -> Reading | None:
    """What ``message`` says; None where there is no word in it. ``meant`` settles which title of a name is."""
    said = names.spelling.mended(Utterance(message))
    if not said.tokens:
        return None
    prefer = (*((memory.focus,) if memory.focus else ()), *memory.picks)
    talked = bool(memory.focus or memory.picks)
    dropped = find_dropped(said, memory.wish, names)
    families = find_families(said, names)
    focused = memory.focus is not None or len(memory.picks) == 1
    mentions = find_mentions(said, names, prefer=prefer, talked=talked, focused=focused, meant=meant)
    foreign = is_foreign(said)
    references = find_references(said, memory, names)
    bones = skeleton(said, mentions.found, references)
    question = read_question(bones, shown=bool(memory.picks), asks=said.question())
    parts = tuple(read_parts(bones))
    outside = not mentions.found and is_outside(said)
    take_markers(said)
    talk = find_talk(said)
    content = with_measures(read_content(said, names, today, families), said, bones)
    return Reading(said, mentions, bones, parts, question, talk, content, foreign, outside, dropped)
