"""Numeric wishes without a number: "shorter", "older", "fewer seasons", "better rated", "a long film"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from matinee.agent.request import FactShift
from matinee.agent.understand.numbers import Bound
from matinee.agent.understand.patterns import one_of
from matinee.agent.understand.text import Utterance

FactField = Literal["runtime", "year", "seasons", "rating", "fame"]

_SHIFTS: tuple[tuple[FactField, Literal[-1, 1], str], ...] = (
    ("seasons", -1, r"""
        fewer seasons
        less seasons
        not (?:so|as|that|too) many seasons
        shorter (?:series|show)
        """),
    ("seasons", 1, r"""
        more seasons
        longer (?:series|show)
        """),
    ("runtime", -1, r"""
        shorter
        less long
        not (?:so|as|that|quite so) long
        (?<!not )(?<!nothing )too long
        quicker
        """),
    ("runtime", 1, r"""
        longer
        not (?:so|as) short
        (?<!not )(?<!nothing )too short
        """),
    ("year", -1, r"""
        older
        earlier
        less recent
        less modern
        more vintage
        too (?:new|recent|modern)
        (?:further|farther) back
        """),
    ("year", 1, r"""
        newer
        more recent
        more modern
        less old
        later
        not (?:so|as|that) old
        too old
        more contemporary
        not (?:so|as) dated
        not too old
        nothing too old
        """),
    ("rating", 1, r"""
        best(?= (?:\w+ ){0,2}?(?:films?|movies?|series|shows?|comed|thriller|horror|drama|documentar|
        ... anime|western|musical|ones?|sci|of the \d))
        better rated
        higher rated
        better reviewed
        (?:well|highly|top|best)[- ]rated
        (?:critically )?acclaimed
        better reviews
        good reviews
        great reviews
        higher ratings?
        good ratings?
        high ratings?
        award[- ]winning
        critics? loved?
        better rating
        """),
    ("fame", -1, r"""
        (?:less|lesser|not (?:so|too|that|as|very)) (?:well[- ])?(?:known|famous|popular|mainstream|
        ... obvious)
        (?:hidden|underrated|unknown|forgotten|overlooked|little known|lesser known) gems?
        obscure
        underrated
        under[- ]the[- ]radar
        under[- ]seen
        little[- ]known
        more obscure
        overlooked
        off the beaten (?:track|path)
        not mainstream
        less mainstream
        unknown ones?
        deep cuts?
        sleepers?
        cult classics?
        i(?:'ve| have) (?:probably )?(?:never|not) heard of
        nobody (?:knows|has seen|talks about)
        forgotten
        non[- ]mainstream
        indie
        """),
    ("fame", 1, r"""
        (?:more|better|very|really|most) (?:well[- ])?(?:known|famous|popular|mainstream)
        famous
        popular
        well[- ]known
        mainstream
        blockbusters?
        big hits?
        everyone (?:knows|has seen|talks about)
        must[- ]see
        iconic
        """),
)  # fmt: skip
_DEGREE = (r"(?:(?P<small>a (?:little )?(?:bit|little|touch|tad)|slightly|somewhat|a little)|"
           r"(?P<big>much|a lot|way|far|lots|even much|considerably))? ?(?:even )?")  # fmt: skip
_NOT_OF_A_NUMBER = r"(?! than (?:\d|an? |one|two|three|the \d))"
_PATTERNS = tuple(
    (field, direction, one_of(table, before=rf"(?<!\w){_DEGREE}(?P<word>", after=rf")(?!\w){_NOT_OF_A_NUMBER}"))
    for field, direction, table in _SHIFTS
)


@dataclass(frozen=True, slots=True)
class FactHit:
    """A numeric wish found, with its tokens."""

    shift: FactShift
    start: int
    end: int


def find_fact_shifts(said: Utterance) -> Iterator[FactHit]:
    """Movements along running time, year, seasons, rating and fame; their tokens are taken."""
    for field, direction, pattern in _PATTERNS:
        for match, start, end in said.search(pattern):
            degree = 0.5 if match["small"] else 1.5 if match["big"] else 1.0
            said.take(start, end)
            yield FactHit(
                FactShift(field=field, direction=direction, degree=degree, word=_word(match["word"], field, direction)),
                start,
                end,
            )


def _word(text: str, field: FactField, direction: int) -> str:
    """As the user would say it; "too long" and "not so long" are said back as "shorter"."""
    if text.startswith(("too ", "not ", "nothing ")):
        plain = {
            "runtime": ("shorter", "longer"),
            "year": ("older", "newer"),
            "seasons": ("fewer seasons", "more seasons"),
        }
        return plain.get(field, ("less known", "better known"))[direction > 0]
    return text


_SHORT = one_of(
    r"""
    (?<!\w)(?P<not>not (?:too |very |so )?|nothing (?:too )?)?(?P<word>short(?:ish)?|quick|long|lengthy|
    ... epic length|short and sweet|bite[- ]sized)(?!\w)(?! (?:time|stor(?:y|ies)|term|run|ago|day|week|hair|
    ... lived|live|distance|winded|way|as|cut))
    """,
)  # fmt: skip
SHORT_FILM, LONG_FILM, SHORT_EPISODE, LONG_EPISODE = 100, 150, 35, 50


def find_lengths(said: Utterance) -> Iterator[Bound]:
    """ "Short" and "long" without a number, in minutes; "short episodes" count for the episode."""
    for match, start, end in said.search(_SHORT):
        before = said.words[start - 1] if start else ""
        if before in {"how", "as", "so", "that", "very"} and before != "very":
            continue
        short = match["word"].startswith(("short", "quick", "bite"))
        if match["not"] and not match["word"].startswith(("short", "quick")):
            short = True
        elif match["not"]:
            short = False
        words = said.span(start, end).lower()
        # a short film is no film about short films
        said.take_name(start, end)
        if said.words[end : end + 1] in {("episodes",), ("episode",)}:
            said.take(end, end + 1)
            low, high = (None, SHORT_EPISODE) if short else (LONG_EPISODE, None)
            yield Bound("runtime", low, high, words, start, end)
            continue
        mild = 120 if match["not"] else None
        low, high = (None, mild or SHORT_FILM) if short else (mild or LONG_FILM, None)
        yield Bound("length", low, high, words, start, end)
