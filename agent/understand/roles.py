"""What each title named is to the user: an anchor, something to avoid, seen, turned down, or asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from matinee.agent.understand.patterns import one_of
from matinee.agent.understand.skeleton import Place, Skeleton

Role = Literal["liked", "avoided", "rejected", "about", "none"]
"""``none``: named without a word on how; an anchor in a wish, the topic in a question."""


@dataclass(frozen=True, slots=True)
class Part:
    """The part one title plays."""

    place: Place
    role: Role
    seen: bool = False
    loved: bool = False
    """Said about themselves: "I loved", "my favourite" (or "I hated", where avoided)."""


_THE = r"(?: the| that| this| film| movie| series| show| first| original| really| both)*"
_AVOID = one_of(
    rf"""
    \b(?:nothing|not(?: (?:anything|something|films?|movies?|shows?|stuff|another|one))?|never|
    ... dont want(?: (?:anything|something|another|it))?|no(?: \w+)?) (?:too |so |quite |really )?(?:like|
    ... similar to|close to|in the style of|more like){_THE} $
    \b(?:unlike|less like){_THE} $
    \banything but{_THE} $
    \bno more{_THE} $
    """,
)
_HATED = one_of(
    rf"""
    \b(?:hate|hated|hates|dislike|disliked|despise|despised|loathe|loathed|cant stand|couldnt stand|
    ... cannot stand|bored by|disappointed by|(?:do not|dont|didnt|did not|never|doesnt|wasnt|
    ... not)(?: \w+)? (?:like|liked|enjoy|enjoyed|love|loved|get into|get on with|care for|
    ... (?:a )?(?:big |huge )?(?:fan|keen)(?: of| on)?|into)){_THE} $
    """,
)
_HATED_ONCE = re.compile(r"\b(?:hated|disliked|didnt|did not|couldnt|despised|loathed)\b[^|]*$")
_NOT_THAT = one_of(
    rf"""
    (?:^|\| |\bbut |\band |\bplease |\bok |\bno )(?:no |but )?(?:not|no|without|skip|drop|remove|forget|
    ... except|except for|excluding|other than|besides|apart from|anything else than|instead of|rather than|
    ... i (?:dont|do not) (?:want|fancy|like)(?: to (?:see|watch))?|not interested in|get rid of|exclude|
    ... ignore|less like|dont (?:show|suggest|recommend)(?: me)?){_THE}(?: again)? $
    """,
)  # fmt: skip
_UNSEEN = one_of(
    r"""
    havent
    hasnt
    not
    never
    didnt
    dont
    """,
    before=r"\b",
    after=rf"(?: \w+)? (?:seen|watched|watch|see|finished|know){_THE} $",
)
_SEEN = one_of(
    rf"""
    \b(?:seen|watched|saw|finished|rewatched|binged|finish|binge watched|know|knew|watching|rewatching|
    ... done)(?: (?:all|most|some|every episode|the whole|already|both|of|and|it|recently|only))*{_THE} $
    """,
)
_WANT_IT = one_of(
    r"""
    want
    wanna
    going
    love
    like
    plan
    planning
    time
    worth
    should i
    shall i
    """,
    before=r"\b",
    after=rf" (?:to )?(?:watch|see|watching|seeing)(?: of)?{_THE} $",
)  # fmt: skip
_LOVED = one_of(
    rf"""
    \b(?:i|we|ive|my (?:\w+ )?(?:wife|husband|kids?|friends?|partner|girlfriend|boyfriend|mum|mom|dad|son|
    ... daughter)|absolutely|also|really|just|and|everyone)(?: (?:absolutely|really|just|also|always|have|
    ... totally|quite|both|so|too|recently))* (?:loved?|liked?|enjoyed?|enjoying|adored?|
    ... loving)(?: watching)?{_THE} $
    \b(?:favou?rites?)(?: \w+){{0,3}} (?:is|are|was){_THE} $
    \b(?:fan of|obsessed with|into|crazy about|mad about|blown away by|hooked on){_THE} $
    ^(?:loved|liked|enjoyed|adored){_THE} $
    \| (?:loved|liked|enjoyed|adored){_THE} $
    """,
)
_WOULD_LIKE = one_of(
    r"""
    \b(?:id|would|wed|do you|did you|will i|would i|if i|if you)(?: \w+)? (?:like|liked|love|loved|enjoy|
    ... enjoyed)\b[^|]*$
    """,
)
_LIKE = one_of(
    rf"""
    \b(?:like|similar to|close to|comparable to|alike|akin to|than|as|meets|crossed with|cross between|
    ... mix of|between|mixture of|combination of|vein of|style of|spirit of|vibes? of|mood of|feel of|tone of|
    ... lines of|reminds me of|resembl\w+|remake of|sequel to|more of|after|based on|way of|kind of|
    ... version of|equivalent of|answer to|love|loved|liked|enjoyed|adored){_THE} $
    \bmore{_THE} $
    """,
)
_AND_NO_OTHER = (
    r"(?: (?:it|that|them|both|¤))?(?=$| (?:\||\?|and|but|so|because|very|a lot|too|for|by|when|with|as|at|last|this|"
    r"also|what|which|anything|something|more))"
)
"""What was loved or hated stands before: nothing that could be another title follows."""
_LOVED_AFTER = one_of(
    rf"""
    ^(?: \w+)?(?: \|)? (?:and |but |which |that )?(?:i |we |really |absolutely |just |also |
    ... have )*(?:loved|liked|enjoyed|adored|love|like){_AND_NO_OTHER}
    """,
)  # fmt: skip
_HATED_AFTER = one_of(
    rf"""
    ^(?: \w+)?(?: \|)? (?:and |but |which |that )?(?:i |we |really |absolutely |just |also )*(?:hated|
    ... disliked|didnt (?:really |much )?(?:like|enjoy|love)|couldnt stand){_AND_NO_OTHER}
    ^(?: \w+)?(?: \|)? (?:and |but )*(?:i |we )?found ¤ boring\b
    ^ (?:is|was) (?:too |so |really |just )?(?:boring|terrible|awful|bad|not for me|rubbish|crap|
    ... overrated|dull)
    """,
)  # fmt: skip
_GREAT_AFTER = one_of(
    r"""
    ^ (?:is|was|are|were) (?:so |really |absolutely |such |pretty |one of )*(?:a )?(?:great|amazing|
    ... brilliant|awesome|fantastic|excellent|my favou?rite|perfect|wonderful|good|lovely|superb|
    ... my favou?rites|incredible)\b
    """,
)  # fmt: skip
_LIKE_AFTER = re.compile(r"^ (?:esque|like|ish|style|type|vibes?|but|meets|crossed|kind)\b")
_JOINT = one_of(
    r"""
    §(?: \|)?(?: (?:and|or|nor|meets|crossed with|cross|x|plus|with|mixed with|vs|
    ... versus))?(?: also| then)?(?: the)?$
    """,
)


def read_parts(bones: Skeleton) -> list[Part]:
    """The part of every title in ``bones``, in order; pronouns only where the sentence makes them a title."""
    parts: list[Part] = []
    for place in bones.places:
        part = _part(bones, place, parts[-1] if parts else None)
        if not (place.pronoun and part.role == "none" and not part.seen):
            parts.append(part)
    return parts


def _part(bones: Skeleton, place: Place, previous: Part | None) -> Part:
    before, after = _clause(bones.before(place)), bones.after(place)
    joint = _JOINT.search(before.rstrip())
    if previous is not None and joint and previous.place.at >= len(bones.before(place)) - len(joint.group()) - 2:
        return Part(place, previous.role, previous.seen, previous.loved)
    part = _by_what_precedes(place, before)
    if part.role in {"none", "about"} or part.seen:
        part = _by_what_follows(part, after)
    return part


def _clause(before: str) -> str:
    """The stretch before a sign that can speak about it: this clause, and the one before for lists."""
    return "|".join(before.split("|")[-2:])


def _by_what_precedes(place: Place, before: str) -> Part:
    if _AVOID.search(before):
        return Part(place, "avoided")
    if _HATED.search(before):
        if place.mention is None and not _HATED_ONCE.search(before):
            return Part(place, "rejected")
        return Part(place, "avoided", loved=True, seen=not place.pronoun)
    if _UNSEEN.search(before):
        return Part(place, "about")
    if _NOT_THAT.search(before):
        return Part(place, "rejected")
    if _WANT_IT.search(before):
        return Part(place, "about")
    if _SEEN.search(before):
        return Part(place, "none", seen=True)
    if _LOVED.search(before) and not _WOULD_LIKE.search(before):
        return Part(place, "liked", loved=True, seen=True)
    if _WOULD_LIKE.search(before) and not re.search(r"\b(?:like|similar to) $", before.removesuffix("like ")):
        return Part(place, "liked" if "if " in before else "about")
    return Part(place, "liked" if _LIKE.search(before) else "none")


def _by_what_follows(part: Part, after: str) -> Part:
    place = part.place
    if _HATED_AFTER.search(after):
        return Part(place, "avoided", seen=True, loved=True)
    if _LOVED_AFTER.search(after) and "if" not in after[:4]:
        return Part(place, "liked", seen=True, loved=True)
    if _GREAT_AFTER.search(after) and not place.pronoun and "?" not in after:
        return Part(place, "liked", seen=True, loved=True)
    if _LIKE_AFTER.search(after) and not part.seen and not place.pronoun:
        return Part(place, "liked")
    return part


def chosen(parts: Sequence[Part], role: Role) -> tuple[str, ...]:
    """The ids of every title with ``role``, once each, in order."""
    return tuple(dict.fromkeys(i for p in parts if p.role == role for i in p.place.ids))
