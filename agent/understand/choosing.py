"""Questions over the picks as a whole: put them in order, choose one, and why something is not among them."""

from __future__ import annotations

import re

from matinee.agent.request import Fact
from matinee.agent.understand.asked import Question, axis_in
from matinee.agent.understand.patterns import one_of

_START = r"^(?:and |but |ok |okay |so |now |please |just |can you |could you |will you |would you |thanks |\| )*"
_ORDER = re.compile(
    rf"{_START}(?:rank|sort|order|arrange|reorder|put|list) (?:(?:¤|§|all|the|these|those|list|picks|films"
    rf"|movies|series|results|up|them) )*"
    r"(?:by|from|according to|in order of|on|in|with the|with|so)\b(?P<by>[^|]*)"
)
_MEASURES: tuple[tuple[Fact, re.Pattern[str]], ...] = (
    ("runtime", re.compile(r"\b(?:length|long\w*|short\w*|runtime|running time|duration|minutes)\b")),
    ("year", re.compile(r"\b(?:year|age|date|old\w*|new\w*|recent|release|chronolog\w*)\b")),
    ("seasons", re.compile(r"\bseasons?\b")),
    ("rating", re.compile(r"\b(?:rating|quality|score|best|reviews?)\b")),
)
_CHOOSE = one_of(
    rf"""
    {_START}(?:pick|choose|decide|select)(?: (?:only|just))?(?: (?:one|a film|a movie|the best(?: one)?
    ... |your favou?rite|¤|§|from (?:¤|§)))?
    ... (?: of (?:¤|§))?(?: (?:for|between|from|out of|of) (?P<for>[^|?]*))?(?: please)?(?: \?)?$
    {_START}you (?:pick|choose|decide)(?: one)?(?: for (?P<for2>[^|?]*))?(?: please)?(?: \?)?$
    {_START}(?:which|what)(?: (?:one|film|movie|series|show|title|pick)s?)?(?: (?:of|from|out of) (?:§|¤|the \w+))?
    ... (?: (?:one|film|movie|series|show))? (?:would|should|shall|do|does|will|could|might) (?P<who>(?:(?:i|we
    ... |you|he|she|they)\b|(?:my|our|a|an|the) [\w ]+?))
    ... (?: (?:most|best|really|rather|all|also|probably))? (?:like|love|enjoy|prefer|recommend|watch|see|pick
    ... |choose|start|go|suggest|put|want|try|take|appreciate)\b(?: [\w ¤§]*?(?:with|for) (?P<with>(?:my|our|a
    ... |the) [^|?]+))?[^|]*$
    {_START}(?:which|what)(?: (?:one|film|movie))?(?: of (?:§|¤))? (?:is|s|would be) (?:the )?(?:best|better
    ... |good|right|nicest|most suitable|suitable|perfect)(?: one)? (?:for|to watch with) (?P<for3>[^|?]*)(?: \?)?$
    """,
)
_OTHERS = re.compile(r"\b(?:else|another|other|new|something|different|more|random|surprise|like (?:§|¤))\b")
_FRESH = re.compile(
    r"\bwhat (?:should|shall|could|can|do|might|would) (?:i|we) (?:watch|see|put on)\b(?!.*(?:\bfirst\b|\bof\b|[¤§]))"
)
"""A wish for something to watch rather than a choice among the picks."""
_ABSENT = one_of(
    rf"""
    {_START}why (?:not|no|isnt|arent|wasnt|werent|aint) (?:there )?§
    {_START}why (?:is|are|was|were) § (?:not|missing|absent|left out|excluded)\b
    {_START}why (?:didnt|dont|havent|did not|do not|have not|wont|did you not|do you not
    ... |would you not) (?:you )?(?:suggest|recommend|show|pick|mention|list|include|give me|give us|give|say
    ... |propose|offer|put)\b[^|]*§
    {_START}how come (?:no |not |you didnt \w+ |you did not \w+ |you dont \w+ |there is no |theres no )§
    {_START}(?:is|are) [^|¤]+ (?:on|in) (?:the|your|this) list\b
    {_START}how come § (?:isnt|is not|wasnt|didnt)\b
    {_START}why (?:isnt|is|arent|are|wasnt) [^|§¤]+ (?:not )?(?:on (?:the|your|this) list|there|here|among (?:¤
    ... |them|§))\b
    {_START}(?:you (?:forgot|missed|left out|skipped)|what happened to|where did) §
    """,
)


def read_choice(text: str, *, shown: bool) -> Question | None:
    """ "Rank them by length", "pick one for me", "which would my mother like", "why isn't § here?"; else None."""
    if _ABSENT.search(text):
        return Question("absent")
    if not shown:
        return None
    order = _ORDER.search(text)
    if order is not None:
        by = order["by"]
        fact = next((fact for fact, pattern in _MEASURES if pattern.search(by)), None)
        return Question("order", fact, None if fact else axis_in(by), subject=by.strip())
    choose = _CHOOSE.search(text)
    if choose is None or _OTHERS.search(text) or _FRESH.search(text):
        return None
    who = next((choose[name] for name in ("with", "who", "for", "for2", "for3") if choose[name]), "")
    return Question("choose", None, axis_in(text), subject=_said_back(who.strip()))


_OURS = {"my": "your", "our": "your", "me": "", "i": "", "us": "", "we": "", "you": "", "a": "a"}


def _said_back(who: str) -> str:
    """ "my mother" as the answer says it; empty for the user."""
    words = re.sub(r"[§¤]", "", who).split()
    if not words or (len(words) == 1 and _OURS.get(words[0]) == ""):
        return ""
    return " ".join(_OURS.get(w, w) if i == 0 else w for i, w in enumerate(words)).strip()
