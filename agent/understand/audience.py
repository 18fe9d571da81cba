"""Who is watching: children, the whole family, teenagers; a rating named outright."""

from __future__ import annotations

import re
from dataclasses import dataclass

from matinee.agent.request import Shift
from matinee.agent.understand.numbers import find_ages
from matinee.agent.understand.patterns import one_of
from matinee.agent.understand.text import Utterance

_OURS = r"(?:kids?|children|son|daughter|boys|girls|grandchildren|grandkids|nephew|niece|little ones?)"
_KIDS = (
    r"(?:little ones?|small (?:kids|children)|young (?:kids|children)|kids?|children|child|toddlers?|"
    rf"(?:my|our|the) {_OURS})"
)
_RULES: tuple[tuple[str, str, int], ...] = (
    (r"""
        \b(?:nothing|not|no|isn't|isnt|without)(?: too)? (?:r|nc[- ]?17|18|x)[- ]rated\b
        """, "13+", 0),
    (r"""
        \bpg[- ]?13\b
        \b12a?[- ]rated\b
        \brated (?:pg-13|12a?|13\+?)\b
        """, "13+", 0),
    (r"""
        \bpg\b
        \brated pg\b
        """, "7+", 0),
    (r"""
        \b(?:g[- ]rated|rated (?:g|u)|u[- ]rated|rating of (?:g|u))\b
        """, "all", 1),
    (r"""
        \b(?:for|with|okay for|ok for|fine for|safe for|suitable for|appropriate for|
        ... good for) (?:the |my |our |a |very )*(?:little ones?|toddlers?|preschoolers?|pre-schoolers?|
        ... small (?:kids|children)|very young (?:kids|children)|babies|baby)\b
        """, "all", 1),
    (r"""
        \b(?:with|for) (?:the |my |our |both )*(?:grand ?(?:ma|pa|mother|father|parents|mum|dad)|gran|granny|nana|nan|
        ... parents|mother in law|father in law|in ?laws)\b
        \b(?:my|our) (?:grand ?(?:ma|pa|mother|father|parents|mum|dad)|gran|granny|nana|nan)(?: and \w+)? (?:would|will|
        ... can|could|might|may) (?:also |both |really )?(?:like|love|enjoy|watch|see|stand|appreciate)\b
        \b(?:for|with|okay for|ok for|fine for|suitable for|appropriate for|
        ... good for) (?:the |my |our |a |some )*(?:\w+ )?(?:teens?|teenagers?|adolescents?|tweens?)\b
        \bteen[- ]friendly\b
        """, "13+", 0),
    (rf"""
        \b(?:(?:suitable|appropriate|okay|ok|fine|good|safe|made|right|great) )?(?:for|
        ... with) (?:all )?(?:the |my |our |a |some )*{_KIDS}\b
        \b(?:my|our|the) {_OURS} (?:would|will|can|could|might|may|should) (?:also |both |really )?(?:like|love|enjoy|
        ... watch|see|follow|understand)\b
        \b(?:my|our|the) {_OURS} (?:are|is|will be) (?:also |all |both )?(?:watching|here|there|
        ... with (?:us|me)|joining)\b
        """, "7+", 1),
    (r"""
        \b(?:kid|child|children|family|kids)[- ]friendly\b
        \bfor (?:the )?(?:whole |entire |all the )?family\b
        \b(?:whole|entire) family\b
        \b(?:for )?all ages\b
        \b(?:kids|children'?s|family|kid's|kids') (?:films?|movies?|shows?|series|flicks?|viewing|night|
        ... animation|adventures?|comed(?:y|ies)|entertainment|fare)\b
        \bwith (?:the|my|our) (?:whole )?family\b
        \bclean (?:films?|movies?|comed(?:y|ies)|shows?)\b
        """, "7+", 1),
)  # fmt: skip
_DENIED = one_of(
    r"""
    not
    isn't
    isnt
    nothing
    no
    without
    aren't
    n't
    anything but
    """,
    before=r"\b",
    after=r"(?: (?:necessarily|really|a|just|made|any))*\s*$",
)


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is watching, as far as said."""

    maturity_max: str | None = None
    shift: Shift | None = None


_WOULD = re.compile(r"^((?:my|our|the) [\w ]+?) (?:would|will|can|could|might|may|should) .*")

NOBODY = Audience()
"""Where nothing is said of who watches."""


def find_audience(said: Utterance) -> Audience:
    """The mildest rating asked for, and the movement towards "for the whole family" that goes with children."""
    found: list[tuple[str, str]] = []
    family, grown = "", ""
    for bound in find_ages(said):
        age = bound.high or 0
        found.append(("all" if age < 7 else "7+" if age < 13 else "13+" if age < 16 else "16+", bound.words))
        family = family or (bound.words if age < 13 else "")
    for pattern, maturity, kids in _COMPILED:
        for match, start, end in said.search(pattern):
            denied = maturity != "13+" and bool(_DENIED.search(said.plain[: match.start()]))
            said.take(start, end)
            if denied:
                grown = f"not {match.group().strip()}"
                continue
            words = _WOULD.sub(r"for \1", match.group().strip())
            found.append((maturity, words))
            family = family or (words if kids else "")
    order = ("all", "7+", "13+", "16+")
    maturity_max = min((m for m, _ in found), key=order.index) if found else None
    if family:
        return Audience(maturity_max, Shift(axis="family", direction=1, word=family, relative=False))
    if grown:
        return Audience(None, Shift(axis="family", direction=-1, word=grown, relative=False))
    return Audience(maturity_max) if maturity_max else NOBODY


_COMPILED = tuple((one_of(pattern), maturity, kids) for pattern, maturity, kids in _RULES)
