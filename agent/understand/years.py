"""Years in a message: "from the 80s", "before 1970", "in the last five years", "between 1990 and 2000", "old"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from matinee.agent.understand.numbers import _NUMBER, Bound, number
from matinee.agent.understand.patterns import one_of
from matinee.agent.understand.text import Utterance

_DECADES = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990, "noughties": 2000, "naughties": 2000, "aughts": 2000,
}  # fmt: skip
_YEAR = r"(?:18[89]\d|19\d\d|20[0-4]\d)"
_DECADE = (
    r"(?:(?P<part>early|mid|late)[ -]?(?:the )?)?"
    rf"(?:'?(?P<short>\d0)'?s|(?P<full>(?:19|20)\d0)'?s|(?P<word>{'|'.join(_DECADES)}))"
)
_DECADE_WORD = re.compile(_DECADE)
_RANGE = one_of(
    rf"""
    \b(?:between|from)? ?(?:the )?(?P<low>{_YEAR}|'?\d0s|(?:19|20)\d0s|{"|".join(_DECADES)})(?: ?(?:-|to|
    ... and|until|till|through|up to) ?)(?:the )?(?P<high>{_YEAR}|'?\d0s|(?:19|20)\d0s|{"|".join(_DECADES)})\b
    """,
)
_BEFORE = one_of(
    rf"""
    \b(?<!not )(?<!no )(?:before|pre|prior to|older than|earlier than|until|up to|no later than|
    ... not after)[ -]?(?:the )?(?:{_YEAR}\b|{_DECADE}(?!\w))
    """,
)  # fmt: skip
_AFTER = one_of(
    rf"""
    \b(?:after|post|since|newer than|later than|more recent than|not before|no older than|from|
    ... starting (?:from|in)|not older than)[ -]?(?:the )?(?P<y>{_YEAR})\b(?P<on> (?:on|onwards?|or (?:later|
    ... newer)|and (?:later|after|newer)|upwards))?
    """,
)  # fmt: skip
_AFTER_DECADE = re.compile(rf"\b(?:after|post|since|newer than)[ -]?(?:the )?{_DECADE}(?!\w)")
_IN_DECADE = re.compile(rf"(?<![\w])(?:(?:from|in|of|made in|during|out of) )?(?:the )?{_DECADE}(?!\w)")
_IN_YEAR = one_of(
    rf"""
    \b(?:from|in|of|made in|released in|came out in|year) (?P<y>{_YEAR})\b
    \b(?P<bare>{_YEAR})(?= (?:films?|movies?|series|shows?|releases?)\b)
    """,
)  # fmt: skip
_LAST_YEARS = one_of(
    rf"""
    \b(?:in|from|of|within|over)? ?(?:the )?(?:last|past|previous) (?:(?P<n>{_NUMBER}|
    ... few) years?|(?:(?P<m>{_NUMBER}) )?(?P<unit>decades?))\b
    """,
)
_THIS_YEAR = re.compile(r"\b(?:from |in |of )?(?P<which>this|last) year(?:'s)?\b")
_CENTURY = re.compile(r"\b(?:from |of |in )?(?:this|the 21st|the twenty-first|last|the 20th|the twentieth) century\b")
_YEAR_IN = re.compile(_YEAR)

_WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(?:modern|recent|contemporary|future|new) classics?\b"), "modern classic"),
    (one_of(
        r"""
        recent
        brand[- ]new
        newly released
        new releases?
        contemporary
        fresh
        modern
        the latest
        new(?=(?: \w+)? (?:films?|movies?|series|shows?|ones?|thrillers?|comed(?:y|ies)|horrors?|dramas?|
        ... documentar(?:y|ies)|animes?|releases?|stuff))
        """,
        before=r"\b",
        after=r"\b(?! york| zealand)",
    ), "recent"),
    (one_of(
        r"""
        classics?
        old[- ]school
        golden age
        vintage
        old[- ]fashioned
        old[- ]time
        oldies?
        old hollywood
        old(?=(?: \w+)? (?:films?|movies?|series|shows?|thrillers?|comed(?:y|ies)|horrors?|dramas?|
        ... westerns?|musicals?|flicks?|cinema))
        """,
        before=r"\b",
        after=r"\b",
    ), "old"),
)  # fmt: skip
_BARE_OLD = re.compile(r"\b(?:something|anything|films?|movies?|series) (?P<w>old|new)\b(?!er)")

RECENT_YEARS = 5
OLD_UNTIL = 1979
MODERN_SINCE = 1990
_SETTING = one_of(
    r"""
    set
    takes? place
    taking place
    happens?
    about
    story of
    life
    set in [a-z]+(?: [a-z]+)?
    """,
    after=r" (?:in|during|of|around)? ?(?:the )?(?:early |mid |late )?$",
)


_DENIED = re.compile(
    r"\b(?:not|nothing|no|never|isnt|isn't|avoid|without|except|anything but)"
    r"(?: made| any(?:thing)?| films?| movies?)* $"
)
"""Before a span of years: what rules it out."""


def find_years(said: Utterance, today: date) -> Iterator[Bound]:
    """Ranges of years; what a story is set in is none of them."""
    seen: list[Bound] = []
    for low, high, start, end in _all(said, today):
        if start < end and said.free(start, end) and not _setting(said, start):
            said.take(start, end)
            denied = low is not None and high is not None and _DENIED.search(said.plain[: said.tokens[start].start])
            seen.append(Bound("year_not" if denied else "year", low, high, said.span(start, end).lower(), start, end))
    yield from seen


def _setting(said: Utterance, start: int) -> bool:
    return bool(_SETTING.search(said.plain[: said.tokens[start].start]))


def _all(said: Utterance, today: date) -> Iterator[tuple[int | None, int | None, int, int]]:
    for match, start, end in said.search(_RANGE):
        yield (*_ends(match["low"], match["high"]), start, end)
    for match, start, end in said.search(_BEFORE):
        year = _YEAR_IN.search(match.group()) if not _decade(match) else None
        limit = int(year.group()) if year else (_decade(match) or (1900, 1900))[0]
        inclusive = match.group().startswith(("until", "up to", "no later", "not after"))
        yield None, limit if inclusive and year else limit - 1, start, end
    for match, start, end in said.search(_AFTER):
        year_after = int(match["y"])
        if match.group().startswith("from") and not match["on"]:
            continue
        strict = match.group().startswith(("after", "post", "newer", "later", "more recent"))
        yield year_after + (1 if strict else 0), None, start, end
    for match, start, end in said.search(_AFTER_DECADE):
        decade = _decade(match)
        if decade:
            since = match.group().startswith("since")
            yield decade[0] if since else decade[1] + 1, None, start, end
    for match, start, end in said.search(_IN_DECADE):
        decade = _decade(match)
        if decade:
            yield (*decade, start, end)
    yield from _near(said, today)


def _near(said: Utterance, today: date) -> Iterator[tuple[int | None, int | None, int, int]]:
    for match, start, end in said.search(_LAST_YEARS):
        text = match["n"] or match["m"] or "1"
        n = 3 if text == "few" else round(number(text))
        yield today.year - n * (10 if match["unit"] else 1), None, start, end
    for match, start, end in said.search(_THIS_YEAR):
        year = today.year - (match["which"] == "last")
        yield year, year, start, end
    for match, start, end in said.search(_CENTURY):
        past = "last" in match.group() or "20th" in match.group() or "twentieth" in match.group()
        yield (1900, 1999, start, end) if past else (2000, None, start, end)
    for match, start, end in said.search(_IN_YEAR):
        year = int(match["y"] or match["bare"])
        yield year, year, start, end
    for pattern, age in _WORDS:
        for match, start, end in said.search(pattern):
            if not re.search(r"(?:not|too|nothing|more|less|most|as|so)(?: too)? $", said.plain[: match.start()]):
                yield (*_age(age, today), start, end)
    for match, _, end in said.search(_BARE_OLD, taken=True):
        yield (*_age("old" if match["w"] == "old" else "recent", today), end - 1, end)


def _age(age: str, today: date) -> tuple[int | None, int | None]:
    if age == "modern classic":
        return MODERN_SINCE, None
    return (None, OLD_UNTIL) if age == "old" else (today.year - RECENT_YEARS, None)


def decade_of(word: str) -> tuple[int, int] | None:
    """The first and last year of a decade in one folded word: ``80s``, ``1980s``, ``eighties``."""
    match = _DECADE_WORD.fullmatch(word)
    return _decade(match) if match is not None else None


def _ends(low: str, high: str) -> tuple[int, int]:
    first, last = _span(low), _span(high)
    return first[0], last[1]


def _span(text: str) -> tuple[int, int]:
    if re.fullmatch(_YEAR, text):
        return int(text), int(text)
    if text in _DECADES:
        return _DECADES[text], _DECADES[text] + 9
    digits = re.sub(r"\D", "", text)
    start = int(digits) if len(digits) == 4 else _century(int(digits))
    return start, start + 9


def _century(two: int) -> int:
    """``80`` is 1980, ``00`` and ``10`` are 2000 and 2010."""
    return 2000 + two if two < 20 else 1900 + two


def _decade(match: re.Match[str]) -> tuple[int, int] | None:
    if match["word"]:
        start = _DECADES[match["word"]]
    elif match["full"]:
        start = int(match["full"])
    elif match["short"]:
        start = _century(int(match["short"]))
    else:
        return None
    part = match["part"]
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (6, 9), None: (0, 9)}[part]
    return start + low, start + high
