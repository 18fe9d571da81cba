"""Refinement or new wish: whether a message changes the last wish or makes one of its own.

Lasting taste, what was seen and what was turned down count either way; this decides what of the last wish's anchors,
conditions and moods stays. In order:

1. A title named as an anchor makes a new wish ("something like Heat"), unless it is added ("and Heat"). A title of the
   conversation pointed at ("more like the second one") refines.
2. Everything and ever ("the best film ever", "of all time") is a new wish.
3. A comparison refines: "something shorter", "a funnier one", "too dark", "less known". It is measured by what was
   shown.
4. Turning down, "seen it", and words that hang on what went before refine: "and …", "but …", "instead", "only …",
   "what about …", "of those", "make it …", "in French". Where they only open the sentence ("ok, …", "well, …",
   "now …"), rule 5 goes first.
5. A full sentence that asks ("I want to see …", "recommend me …", "what should I watch …") for a subject is a new wish;
   so are "something with …" and "films about …". A subject is a theme, a genre, a person, an audience, or words
   left over; a condition alone ("do you have any from the 90s?") is none.
6. "Another", "more", "what else?" go on with the last wish.
7. What is left is a fragment. "A horror film" and "a Korean thriller", with an article and more than a genre, are
   wishes of their own. Else one of at most :data:`FRAGMENT` words refines ("a comedy", "with Tilda Swinton"), and a
   longer one where it brings conditions without a subject.
"""

from __future__ import annotations

import re

from matinee.agent.request import FactShift, Request
from matinee.agent.understand import markers
from matinee.agent.understand.patterns import word_set
from matinee.agent.understand.reading import Reading

FRAGMENT = 4
"""A message of this many words that asks for nothing in so many words is taken as a change to the last wish."""

_OPENERS = word_set("a an some two three four five any good")
_EVER = re.compile(
    r"\b(?:ever(?: made)?|of all times?|in history|all time (?:best|favou?rites?|greats?|classics?))(?=$| [|?])|"
    r"^(?:(?:the|whats|what|is|are|which) )*(?:very )?(?:best|greatest|top(?: \w+)?) (?:\w+ ){0,3}?"
    r"(?:films?|movies?|series|shows?)\b"
)
_PLURAL = re.compile(
    r"^(?:films|movies|series|shows|anything) (?:with|about|by|from|on|of|where|in which|for|starring|set)\b"
)
_COMPARES = re.compile(r"er\b|^(?:more|less|better|fewer|too|not so|not as|further|farther|higher)\b")


def refines(wish: Request, reading: Reading) -> bool:
    """Whether ``reading``, which makes ``wish`` by itself, changes the last wish rather than making a new one."""
    bones, words = reading.bones, reading.said.words
    if wish.unknown and not wish.liked:
        return False
    if wish.liked:
        return markers.adds_to(bones) if _names_anchor(reading) else True
    if _EVER.search(bones.text):
        return False
    if any(s.relative for s in wish.shifts) or any(_compares(f) for f in wish.fact_shifts):
        return True
    if wish.seen or wish.rejected or wish.avoided or markers.refers_back(bones):
        return True
    subject = _subject(wish)
    if (subject or _audience(wish)) and (
        markers.opens_wish(bones) or "something" in words or _PLURAL.match(bones.text)
    ):
        return False
    if markers.refers_loosely(bones):
        return True
    if subject:
        return len(words) <= FRAGMENT and not (words[0] in _OPENERS and _described(wish))
    if markers.continues(bones):
        return True
    if wish.filters.kind is not None:
        return words[0] not in _OPENERS and not markers.opens_wish(bones)
    return True


def _names_anchor(reading: Reading) -> bool:
    return any(
        p.place.mention is not None and (p.role == "liked" or (p.role == "none" and not p.seen)) for p in reading.parts
    )


def _compares(shift: FactShift) -> bool:
    """Whether a numeric wish measures by what was shown ("shorter") rather than by itself ("the best", "famous")."""
    return bool(_COMPARES.search(shift.word))


def _described(wish: Request) -> bool:
    """Whether a wish names film or series, or qualifies its subject: "a Korean thriller", not "a thriller"."""
    filters = wish.filters
    qualified = filters.countries or filters.languages or wish.shifts or filters.year_min or filters.year_max
    return bool(filters.kind or qualified or filters.runtime_max or filters.runtime_min)


def _subject(wish: Request) -> bool:
    """Whether a wish brings what it is to be about."""
    filters = wish.filters
    return bool(
        wish.themes or wish.free_text or filters.genres or filters.genres_any or filters.people or filters.people_any
    )


def _audience(wish: Request) -> bool:
    """Whether a wish says for whom it is to be."""
    return wish.filters.maturity_max is not None or any(s.axis == "family" for s in wish.shifts)
