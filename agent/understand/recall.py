"""Questions about the conversation itself: "what do you know about me?", "what did I ask for?", "what have I seen?"."""

from __future__ import annotations

from matinee.agent.request import Recalled
from matinee.agent.understand.asked import Question
from matinee.agent.understand.patterns import one_of

_START = r"^(?:and |but |ok |okay |so |now |please |can you |could you |hey |wait |\| )*"
_TABLE: tuple[tuple[Recalled, str], ...] = (
    ("seen", r"""
        (?:what|which)(?: (?:ones?|films?|movies?|series|shows?|titles?|of (?:¤|§)))* (?:have
        ... |did) i (?:already )?(?:seen|see|watched|watch)\b
        (?:show|list|give|tell)(?: me)? (?:what i(?:ve| have) (?:seen|watched)|(?:the )?(?:films?
        ... |titles?) i(?:ve| have) (?:seen|watched)|my (?:seen|watched) (?:list|films))
        (?:what(?:s| is) (?:on |in )?)?my (?:seen|watched|watch) (?:list|history)
        """),
    ("taste", r"""
        what(?: kinds?| sorts?)?(?: of (?:films?|movies?|things?))? do i (?:like|hate|dislike|love|enjoy|not like)\b
        what (?:dont|do not) i like\b
        what (?:is|s|are)(?: it)? my (?:tastes?|likes?|dislikes?|preferences?)
        do you (?:know|remember) what i (?:like|hate|love|dislike)
        (?:what(?:s| is) )?my taste(?: profile)?(?: \?)?$
        """),
    ("wish", r"""
        what (?:did|was|have|had) i (?:just )?(?:ask|asked|asking|want|wanted|looking|look|searching|search
        ... |request|requested)\b
        what(?:s| is| was) my (?:last |current )?(?:wish|request|search|question)\b
        what (?:are|were) we (?:looking|searching) for
        what did i say(?: (?:first|before|last))?
        """),
    ("all", r"""
        what (?:do|did|else do) you (?:know|remember|think you know|have) (?:about|of|on) (?:me|us)\b
        what have you (?:learned|learnt|got|noted|stored|remembered|saved|written down
        ... |kept)(?: down)?(?: so far)?(?: (?:about|on|of) (?:me|us))?(?: \?)?$
        what do you remember\b
        (?:what|how much) (?:have|did) i (?:told|tell|said to|say to|mentioned|mention) (?:to )?(?:you)?
        do you (?:know|remember) (?:me|us|who i am)\b
        who am i\b
        (?:show |tell me )?(?:me )?my profile\b
        (?:tell me |say )?what you (?:know|remember)(?: about me)?\b
        """),
)  # fmt: skip
_PATTERNS = tuple((what, one_of(table, before=_START)) for what, table in _TABLE)


def read_recall(text: str) -> Question | None:
    """What of the conversation ``text`` asks to have said back; None where it does not."""
    for what, pattern in _PATTERNS:
        if pattern.search(text):
            return Question("recall", recall=what)
    return None
