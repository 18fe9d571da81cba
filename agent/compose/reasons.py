"""The reasons of a pick in sentences: what ``/why`` and "why this one?" say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matinee.agent.compose.say import VERY, article, listed
from matinee.agent.compose.themes import about, named
from matinee.agent.compose.wish import NOUN_GENRES
from matinee.agent.understand.tone_words import TONE_WORDS
from matinee.index.title import GENRES

_MOVED = re.compile(r"^(?P<word>.+): (?P<value>[.\d]+) against (?P<start>[.\d]*)$")


def because_of(reasons: Sequence[str]) -> str:
    """Reasons as shown on a card, after "because": ``it shares time loops with Dark and it is lighter``."""
    clauses = [_clause(r) for r in reasons]
    # what the title is comes in one breath, shorter words first: "it is scary and about space"
    being = sorted(
        (c.removeprefix("it is ") for c in clauses if c.startswith("it is ")), key=lambda c: c.startswith(_LATER)
    )
    others = [c for c in clauses if not c.startswith("it is ")]
    return listed([*others, f"it is {listed(being)}"] if being else others)


def told(reason: str) -> str:
    """One reason as a sentence: ``It shares time loops with Dark.``"""
    clause = _clause(reason)
    return f"{clause[:1].upper()}{clause[1:]}."


def _clause(reason: str) -> str:
    moved = _MOVED.match(reason)
    if moved:
        return f"it is {moved['word']} ({moved['value']} against {moved['start']})"
    if reason.startswith("people who loved "):
        return f"{reason.removesuffix(' this')} it too"
    head, colon, rest = reason.partition(": ")
    if colon and head.startswith("like "):
        return f"it shares {listed([named(t) for t in rest.split(', ')])} with {head.removeprefix('like ')}"
    if colon and head.startswith("close to "):
        feel = ", ".join(VERY[v][0] if v in VERY else v for v in rest.split(", "))
        return f"it has the feel of {head.removeprefix('close to ')} ({feel})"
    for start, words in _CREDITS:
        if reason.startswith(start) and reason[len(start) : len(start) + 1].isupper():
            return words.format(reason.removeprefix(start))
    if "minutes" in reason:
        return f"it runs {reason}"
    if reason.endswith(("season", "seasons")):
        return f"it has {reason}"
    if reason.startswith("with "):
        return f"it comes {reason}"
    if reason in GENRES:
        return f"it is {article(reason)} {reason}{'' if reason in NOUN_GENRES else ' title'}"
    if reason.startswith("no "):
        return f"it is without {reason.removeprefix('no ')}"
    plain = reason.startswith(("from ", "in ", "for ", "rated", "suitable", "less widely", "not ", "about "))
    return f"it is {reason}" if plain or reason in TONE_WORDS else f"it is {about(reason.split(', '))}"


_LATER = ("about ", "marked ", "from ", "in ", "a ", "an ", "without ")
"""What comes after the adjectives."""
_CREDITS = (
    ("with ", "{} is in it"), ("directed by ", "{} directed it"), ("created by ", "{} created it"),
)  # fmt: skip
