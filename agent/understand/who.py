"""Questions about people: "who is Tilda Swinton?", "what else has he made?", "what are her other films?"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from matinee.agent.memory import Memory
from matinee.agent.understand.content import Content
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.makers import title_at_hand, who_made
from matinee.agent.understand.patterns import one_of
from matinee.agent.understand.skeleton import Skeleton
from matinee.agent.understand.text import Utterance

_START = r"^(?:and |but |ok |okay |so |hi |hello |hmm |\| )*"
_MADE = (
    r"(?:made|make|makes|been in|been|played|play|plays|directed|direct|starred|star|acted|act|done|do|appeared|"
    r"appear|written|write|created|create|in|famous|known|shot|filmed)"
)
_KINDS = r"(?:films?|movies?|series|shows?|things?|roles?|work|works|titles?)"
_ASKS = one_of(
    rf"""
    who(?:s| is| was| are|s that| is that)? (?:the )?(?:actor|actress|director|filmmaker|guy|man
    ... |woman)? ?@(?: again| anyway| exactly| then)?(?: \?)?$
    who(?:s| is| was) @ (?:again|anyway|\?|\|)
    (?:can you )?(?:tell me|say|know)(?: something| a bit| a little| anything)?(?: more
    ... | else)?(?: about)? @(?: please)?(?: \?)?$
    (?:do you know|have you heard of|what do you know about|what about) @(?: \?)?$
    (?:what|which)(?: other| else| more)?(?: {_KINDS})?(?: else)? (?:has|have|did|does|do|is|was
    ... |s) @(?: (?:also|else|ever|even|actually))* {_MADE}\b
    (?:what|which)(?: other| more)? {_KINDS} (?:of|by|with|from) @ (?:do you|have you|are there|are in|is there)
    what (?:else|other {_KINDS})(?: (?:is|are) there)? (?:by|from|with|of) @(?: \?)?$
    how many(?: other)? {_KINDS} (?:has|have|did|does|do|by|with|of|from) @
    @(?: s)? (?:filmography|films \?|movies \?|other films \?|other movies \?)
    (?:the )?filmography of @
    (?:what|which)(?: more| else) @ {_MADE}\b
    (?:what|which) (?:are|were|is|s) (?:the )?(?:other |best |most famous |early |late )*{_KINDS} (?:of|by|with|from) @
    (?:(?:what|which) (?:are|were) |name |list |any )?@s? (?:other |best |most famous |early |late
    ...  |own )+{_KINDS}(?: \?)?$
    (?:what|which) (?:are|were) @s? {_KINDS}\b
    what (?:is|was|are) @ (?:known|famous) for\b
    (?:what|who) else did @ {_MADE}\b
    """,
    before=_START,
)
_HE = re.compile(
    r"\b(?:he|she|him|his|hers|her|their|they|them|this (?:person|guy|man|woman|actor|actress|director)"
    r"|that (?:guy|man|woman|actor|actress|director))\b"
)
_JOB = re.compile(
    r"\b(?:the|its|this|that|their) (?P<job>directors?|creators?|filmmaker|maker|actors?|actress|star"
    r"|lead)(?: (?:of|in|behind) (?P<sign>[§¤]))?"
)
_STRANGER = re.compile(
    rf"{_START}who(?:s| is| was) (?!the |a |an |that |this |it |in |your |you |my |there |here |going |better |best )"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The people asked about by the catalogue's names; ``stranger`` is somebody it does not know."""

    people: tuple[str, ...] = ()
    stranger: str | None = None


def asked_about(said: Utterance, bones: Skeleton, content: Content, memory: Memory, names: Linker) -> Asked | None:
    """Whom the message asks about; None where it asks about no person."""
    if content.people:
        person = content.people[0]
        words = (*said.words[: person.start], "@", *said.words[person.end :])
        if _ASKS.search(" ".join(words) + (" ?" if said.question() else "")):
            return Asked(tuple(dict.fromkeys(name for p in content.people for name in (p.name, *p.others))))
        return None
    job = _JOB.search(bones.text)
    if job is not None and _ASKS.search(f"{bones.text[: job.start()]}@{bones.text[job.end() :]}"):
        if re.match(rf"{_START}who(?:s| is| was)", bones.text):
            return None  # "who is the director of § ?" asks for a fact of the title
        pointed = next((p.ids for p in bones.places if p.at == job.start("sign")), ())
        title = names.titles[pointed[0]] if pointed else title_at_hand(bones.places, memory, names, or_first=True)
        return Asked(who_made(title, job["job"])) if title is not None else None
    text = bones.text.replace("¤", "they")
    pronoun = _HE.search(text)
    if pronoun is not None and _ASKS.search(f"{text[: pronoun.start()]}@{text[pronoun.end() :]}"):
        plays = bool(re.search(r"\b(?:been in|played|play|starred|acted|appeared)\b|\bin\b(?: \?)?$", text))
        return _meant(memory, names, plays=plays, they="¤" in bones.text)
    return _stranger(said, bones)


def _meant(memory: Memory, names: Linker, *, plays: bool, they: bool) -> Asked | None:
    if memory.person is not None:
        return Asked((memory.person,))
    if they:
        return None
    title = title_at_hand((), memory, names, or_first=True)
    return Asked(who_made(title, "lead" if plays else "director")) if title is not None else None


def _stranger(said: Utterance, bones: Skeleton) -> Asked | None:
    """ "Who is Otto Normal?": two capitals that are nobody in the catalogue."""
    match = _STRANGER.match(bones.text)
    if match is None or "§" in bones.text or "¤" in bones.text:
        return None
    start = len(match.group().split())
    end = start
    while end < len(said) and said.tokens[end].text[:1].isupper() and not said.opens_clause(end):
        end += 1
    if end - start < 2 or end < len(said):
        return None
    return Asked(stranger=said.span(start, end))
