"""Numbers in a message: years and decades, running times, seasons, ages, and how many titles are wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from matinee.agent.understand.patterns import one_of
from matinee.agent.understand.text import Utterance

Field = Literal["year", "year_not", "runtime", "length", "seasons", "age", "count"]
"""``length`` is "short" or "long" in minutes of a film; what it asks of a series is for the kind to say."""

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_WORDS = {word: number for number, word in enumerate(_UNITS)} | {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "a hundred": 100,
    "one hundred": 100, "hundred": 100, "a": 1, "an": 1, "a single": 1, "single": 1, "a couple of": 2, "couple of": 2,
    "couple": 2, "a couple": 2, "half a dozen": 6, "a dozen": 12, "dozen": 12, "a handful of": 5,
    "twenty-five": 25, "forty-five": 45, "seventy-five": 75,
}  # fmt: skip
_NUMBER = r"(?:\d{1,4}(?:[.,]\d)?|" + "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True)) + ")"

_AT_MOST = (r"(?:under|less than|below|shorter than|no longer than|not longer than|no more than|not more than|at most|"
            r"max(?:imum)?(?: of)?|up to|within|at the most|fewer than|not over|only have|only got|have only|"
            r"have got|i'?ve got|i have|we have|we'?ve got|there'?s only|time for)")  # fmt: skip
_AT_LEAST = r"(?:over|more than|at least|longer than|min(?:imum)?(?: of)?|no less than|not less than|above|not under)"
_ABOUT = r"(?:about|around|roughly|approximately|some|circa|more or less)"
_AFTER_MOST = r"(?: ?(?:at most|max(?:imum)?|tops|or less|or under|or shorter|or fewer|at the most|or so max))"
_AFTER_LEAST = r"(?: ?(?:at least|min(?:imum)?|or more|or longer|plus|\+))"


@dataclass(frozen=True, slots=True)
class Bound:
    """A range on a number, as said: either end may be open."""

    field: Field
    low: int | None
    high: int | None
    words: str
    start: int
    end: int


_HOUR = r"(?:hours?|hrs?|h)"
_MINUTE = r"(?:minutes?|mins?|min|m)"
_DURATION = (
    rf"(?P<hm>(?P<h>\d{{1,2}}) ?h(?:ours?|rs?)?(?: and)? ?(?P<m>\d{{1,2}})(?: ?{_MINUTE})?)\b|"
    rf"(?P<half>(?P<hh>(?:an?|one|two|three|four|\d) )?hours? and (?:a )?half)\b|"
    rf"(?P<ahalf>(?P<ah>one|two|three|four|\d) and a half {_HOUR})\b|"
    rf"(?P<halfhour>half (?:an )?hour|half-hour)\b|"
    rf"(?P<hours>(?P<hn>{_NUMBER})[ -]?{_HOUR})\b|"
    rf"(?P<minutes>(?P<mn>{_NUMBER})[ -]?{_MINUTE})\b"
)
_RUNTIME = one_of(
    rf"""
    (?<![\w])(?:(?P<most>{_AT_MOST})|(?P<least>{_AT_LEAST})|
    ... (?P<about>{_ABOUT}))?(?: a| an)? ?(?<!\w)(?:{_DURATION})(?:(?P<amost>{_AFTER_MOST})|
    ... (?P<aleast>{_AFTER_LEAST}))?
    """,
)


_RUNTIME_RANGE = re.compile(rf"\b(?:between |from )?(?P<low>\d{{2,3}}) ?(?:-|to|and) ?(?P<high>\d{{2,3}}) ?{_MINUTE}\b")


def find_runtimes(said: Utterance) -> Iterator[Bound]:
    """Running times in minutes: "under 90 minutes", "an hour and a half at most", "over 3h"."""
    for match, start, end in said.search(_RUNTIME_RANGE):
        said.take(start, end)
        yield Bound("runtime", int(match["low"]), int(match["high"]), _said(said, start, end), start, end)
    for match, start, end in said.search(_RUNTIME):
        minutes = _minutes(match)
        if not 5 <= minutes <= 900:
            continue
        most, least = match["most"] or match["amost"], match["least"] or match["aleast"]
        if most and most.startswith(("under", "less", "below", "shorter", "fewer")):
            low, high = None, minutes - 1
        elif most:
            low, high = None, minutes
        elif least:
            low, high = minutes + (0 if least.startswith(("at least", "min", " min", "no less", "not ")) else 1), None
        else:
            low, high = round(minutes * 0.85), round(minutes * 1.15)
        said.take(start, end)
        yield Bound("runtime", low, high, _said(said, start, end), start, end)


def _minutes(match: re.Match[str]) -> int:
    if match["hm"]:
        return int(match["h"]) * 60 + int(match["m"])
    if match["half"]:
        return round((number(match["hh"].strip()) if match["hh"] else 1) * 60 + 30)
    if match["ahalf"]:
        return round(number(match["ah"]) * 60 + 30)
    if match["halfhour"]:
        return 30
    if match["hours"]:
        return round(number(match["hn"]) * 60)
    return round(number(match["mn"]))


_SEASONS = one_of(
    rf"""
    (?<!\w)(?:(?P<most>{_AT_MOST}|just|only)|(?P<least>{_AT_LEAST}))? ?(?P<n>{_NUMBER})[ -](?:seasons?|
    ... series long)\b(?:(?P<amost>{_AFTER_MOST})|(?P<aleast>{_AFTER_LEAST}))?
    """,
)
_MANY_SEASONS = re.compile(r"\b(?:many|lots of|a lot of|plenty of|several) seasons\b|\blong[- ]running\b")
_FEW_SEASONS = re.compile(
    r"\b(?:few|not (?:too |so )?many|a couple of) seasons\b|\bshort (?:tv )?(?:series|show)s?\b(?! of)"
)


def find_seasons(said: Utterance) -> Iterator[Bound]:
    """Numbers of seasons: "just one season", "no more than three seasons", "a short series"."""
    for match, start, end in said.search(_SEASONS):
        n = round(number(match["n"]))
        most = match["most"] or match["amost"] or ""
        least = match["least"] or match["aleast"] or ""
        if most.startswith(("under", "less", "below", "fewer", "shorter")):
            low, high = None, max(1, n - 1)
        elif most:
            low, high = None, n
        elif least:
            low, high = n + (1 if least.startswith(("over", "more", "above", "longer")) else 0), None
        else:
            low, high = n, n
        said.take(start, end)
        yield Bound("seasons", low, high, _said(said, start, end), start, end)
    for pattern, low, high in ((_MANY_SEASONS, 5, None), (_FEW_SEASONS, None, 2)):
        for _, start, end in said.search(pattern):
            said.take(start, end)
            yield Bound("seasons", low, high, _said(said, start, end), start, end)


_AGE = one_of(
    rf"""
    (?:for|with)? ?(?:my|our|a|an|the|two|
    ... three)? ?(?P<n>{_NUMBER})(?: and (?P<n2>{_NUMBER}))?[ -]?(?:year|yr)s?[ -]olds?
    (?:aged?|age of|ages) (?P<n3>\d{{1,2}})
    (?:kids?|children|sons?|daughters?|boys?|girls?|twins|nephews?|nieces?|grandchildren|
    ... grandkids) (?:is|are|aged|who is|who are) (?:only |just |now )?(?P<n4>{_NUMBER})(?:(?:,| and|
    ... , and) (?P<n5>{_NUMBER}))?(?! (?:films?|movies?|of))
    """,
    before=r"\b",
    after=r"\b",
)


def find_ages(said: Utterance) -> Iterator[Bound]:
    """Ages of those who watch: "for my 8-year-old"; the youngest counts."""
    for match, start, end in said.search(_AGE):
        ages = [round(number(a)) for name in ("n", "n2", "n3", "n4", "n5") if (a := match[name])]
        if min(ages) <= 17:
            said.take(start, end)
            words = f"for children of {' and '.join(map(str, ages))}" if match["n4"] else _said(said, start, end)
            yield Bound("age", None, min(ages), words, start, end)


_THINGS = (r"(?:films?|movies?|flicks?|series|shows?|titles?|options?|suggestions?|recommendations?|recs?|picks?|"
           r"ideas?|ones?|things?|choices?|comedies|thrillers|dramas|documentaries|animes?|musicals|westerns|"
           r"horrors?|classics|more)")  # fmt: skip
_COUNT = one_of(
    rf"""
    (?:give me|gimme|show me|name|recommend|suggest|list|find me|top|my top|just|only|want|need|
    ... the (?:best|top)) (?P<a>{_NUMBER})\b(?! (?:of|and|about|few|bit|lot|little|while|good|film|movie|
    ... series|show|more|night))
    (?P<b>{_NUMBER}) (?:(?!(?:of|and|in|for|with|to|hours?|years?|seasons?) )[\w'-]+ ){{0,3}}?{_THINGS}\b
    another (?P<c>{_NUMBER})\b
    (?:make (?:it|that|this)|cut (?:it|that|them|the list)(?: down)? to|keep(?: it)?(?: to)?|
    ... show) (?P<d>{_NUMBER})(?=\W*$| |,)(?! more| less| hours?| h\b| minutes?| seasons?|-)
    (?P<e>{_NUMBER}) (?:please|will do|would do|(?:is|are|will be|would be) (?:enough|fine|plenty|
    ... ok|okay))(?=\W*$)
    """,
    before=r"\b",
)
_NO_COUNT = frozenset(("a", "an", "a single", "single"))


def find_count(said: Utterance) -> int | None:
    """How many titles are wanted: "three films", "just one", "top 5"; None where no number is named."""
    for match, start, _ in said.search(_COUNT, taken=True):
        group = next(name for name in "abcde" if match[name])
        text, before = match[group], said.words[start - 1 : start]
        at = said.within(*match.span(group))
        if text in _NO_COUNT or before in {("the",), ("that",), ("number",)} or not said.free(*at):
            continue
        n = round(number(text))
        if 1 <= n <= 100:
            said.take(*at)
            return min(n, 20)
    return None


def number(text: str) -> float:
    """The value of a number in digits or words."""
    text = text.strip()
    if text in _WORDS:
        return float(_WORDS[text])
    return float(text.replace(",", "."))


def _said(said: Utterance, start: int, end: int) -> str:
    return said.span(start, end).lower()
