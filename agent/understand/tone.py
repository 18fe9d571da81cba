"""Tone words in a message: what they move, which way, how far, and what is ruled out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from matinee.agent.request import Shift
from matinee.agent.understand.patterns import word_set
from matinee.agent.understand.stance import Stance, stance
from matinee.agent.understand.text import Utterance
from matinee.agent.understand.tone_words import GENRE_TONES, LONGEST_TONE, MOODS, TONE_WORDS, Effect, Form

NOT_AT_ALL: Mapping[str, float] = {"scary": 0.25, "violent": 0.25, "romantic": 0.25, "fantastic": 0.25}
"""What "not scary" leaves at most; the other axes have :data:`NOT_VERY`."""
_HARD = NOT_AT_ALL.keys() | {"family"}
"""Axes on which "not" draws a line; a trait mainly about another is only moved away from: "not too quirky"."""
NOT_VERY = 0.4
NOT_TOO = 0.45
"""What "not too scary" leaves at most."""
NOT_DARK = 0.4
"""What "not dark" asks for at least, on the side of an axis that a word like "dark" denies; .25 for "not too dark"."""

_SMALL = word_set("bit little slightly somewhat touch tad mildly marginally")
_BIG = word_set(
    """
    much lot way far very really super so extremely considerably incredibly lots plenty truly properly heaps
    significantly seriously insanely ridiculously
    """
)  # fmt: skip
DEGREES = _SMALL | _BIG
"""Words that say how much."""
_UTMOST = frozenset(["most", "totally", "utterly", "absolutely", "maximally"])
_LESS = frozenset(["less", "fewer", "least"])
_MODIFIERS = _SMALL | _BIG | _UTMOST | _LESS | word_set(
    """
    a an more too as not nothing even any the that quite rather pretty fairly kind sort of being be no without
    some enough hardly overly all just reasonably relatively equally still on bring up down tone tones dial amp
    with ramp minimal barely his her its
    """
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ToneHit:
    """A tone word found."""

    start: int
    end: int
    effects: tuple[Effect, ...]
    form: Form
    word: str = ""
    """How to say it, where that is not how it was said: "calm" for "I'm stressed"."""
    trait: str = ""
    """The trait that says more than the effects do: of the lexicon, or the words themselves where it has none."""
    opposite: bool = False
    """Whether it is the trait's opposite that was said: "unfunny"."""


@dataclass(frozen=True, slots=True)
class ToneWish:
    """What one tone word asks for."""

    start: int
    end: int
    shifts: tuple[Shift, ...]
    stance: Stance
    noun: bool
    """A thing ("gore") rather than a quality ("gory")."""
    least: dict[str, float]
    most: dict[str, float]
    """Hard bounds that "not scary" adds."""
    word: str = ""
    """The bare quality or thing: "scary", "gore"."""
    lessened: bool = False
    """Whether less of it is wanted than something has: "less scary", "not as scary as"."""


def find_tones(said: Utterance, *, shortest: int = 1) -> list[ToneHit]:
    """Tone words and phrases of ``shortest`` words or more among what is not understood yet; they are taken."""
    hits = [hit for mood in _MOODS for hit in _moods(said, *mood)]
    for start, end in list(said.phrases(TONE_WORDS, LONGEST_TONE)):
        word = TONE_WORDS[said.key(start, end, TONE_WORDS) or ""]
        if end - start >= shortest and not _means_something_else(said, start, end):
            hits.append(ToneHit(start, end, word.effects, word.form, trait=word.trait))
            said.take(start, end)
    return hits


def find_quantified(said: Utterance) -> list[ToneHit]:
    """Genres spoken of as an amount ("more action", "a touch of romance"); they are taken."""
    hits = []
    for start, end in list(said.phrases(GENRE_TONES, 1)):
        if _quantified(said, start):
            word = GENRE_TONES[said.words[start]]
            hits.append(ToneHit(start, end, word.effects, word.form, trait=word.trait))
            said.take(start, end)
    return hits


def read_tones(said: Utterance, hits: Iterable[ToneHit]) -> list[ToneWish]:
    """What the tone words found ask for, in order; those the user does not mind are left out."""
    wishes = []
    for hit in hits:
        if hit.form == "most" and said.words[hit.start - 1 : hit.start] == ("the",) and _names_a_pick(said, hit):
            continue
        stands = stance(said, hit.start, noun=hit.form == "noun")
        if stands.sign:
            wishes.append(_wish(said, hit, stands))
        said.take(modifiers(said, hit.start), hit.end + (said.words[hit.end : hit.end + 1] == ("free",)))
    return wishes


def _names_a_pick(said: Utterance, hit: ToneHit) -> bool:
    return said.words[hit.end : hit.end + 1] in {("one",), ("of",)}


_MOODS = tuple((re.compile(pattern), effects, word) for pattern, effects, word in MOODS)


def _moods(said: Utterance, pattern: re.Pattern[str], effects: tuple[Effect, ...], word: str) -> list[ToneHit]:
    hits = []
    for _, start, end in list(said.search(pattern)):
        said.take(start, end)
        hits.append(ToneHit(start, end, effects, "plain", word))
    return hits


def _means_something_else(said: Utterance, start: int, end: int) -> bool:
    """Whether a tone word stands for something else here."""
    before = said.words[start - 1] if start else ""
    after = said.words[end] if end < len(said) else ""
    words = said.words[start:end]
    if words[:2] == ("like", "a"):
        # "I'd like a documentary", "I feel like a documentary"
        return before in {"i", "id", "we", "wed", "would", "feel", "really", "also", "you"}
    if words == ("stranger",):
        return before in {"a", "the", "this", "that"} or after == "things"
    if words in {("happy",), ("easy",), ("cool",)}:
        return after in {"to", "with", "for", "if"} or (words == ("easy",) and before in {"take", "it"})
    if words == ("hope",):
        return before in {"i", "we", "really", ""} or after in {"you", "i", "it", "that", "this"}
    if words == ("fun",):
        return after == "fact"
    if words in {("light",), ("dark",)}:
        return after in {"years", "year", "side", "ages"}
    if words in {("simple",), ("normal",), ("standard",)}:
        return after in {"question", "answer"}
    if words == ("original",):
        return after in {"language", "version", "title", "one", "series", "film", "movie"} or before == "netflix"
    return words == ("deep",) and after in {"sea", "space"}


def _quantified(said: Utterance, start: int) -> bool:
    """Whether "more", "less" or "a touch of" stands before a genre word."""
    words = said.words[max(0, start - 4) : start]
    if not words or said.opens_clause(start):
        return False
    if words[-1] in {"more", "less"} or words[-2:] in {("with", "some"), ("too", "much"), ("so", "much")}:
        return True
    return (
        len(words) > 1 and words[-1] == "of" and words[-2] in {"touch", "bit", "lot", "lots", "hint", "dash", "plenty"}
    )


def modifiers(said: Utterance, start: int) -> int:
    """Where the words of degree before token ``start`` begin."""
    i = start
    while i > 0 and start - i < 6 and not said.opens_clause(i) and said.words[i - 1] in _MODIFIERS:
        if said.taken[i - 1]:
            break
        i -= 1
    return i


def _wish(said: Utterance, hit: ToneHit, stands: Stance) -> ToneWish:
    before = said.words[modifiers(said, hit.start) : hit.start]
    after = said.words[hit.end : hit.end + 3]
    measure = _measure(hit, before, after, stands)
    degree = _degree(hit, before, after, measure)
    word = _word(said, hit, measure)
    # bounds and standing taste are about axes; all else is about the trait, where the word has one
    bounded = measure.denied and hit.effects and hit.effects[0].axis in _HARD
    of_trait = bool(hit.trait) and not (hit.effects and (bounded or stands.standing))
    effects = (Effect(hit.trait, -1 if hit.opposite else 1, 1.0),) if of_trait else hit.effects
    shifts = tuple(
        Shift(
            axis=e.axis,
            direction=e.direction if measure.upwards else _other(e.direction),
            degree=round(max(0.25, e.weight * degree), 3),
            word=word,
            relative=measure.relative,
        )
        for e in effects
    )
    least, most = ({}, {}) if of_trait else _bounds(effects[0], shifts[0], measure, stands)
    text = hit.word or said.span(hit.start, hit.end).lower()
    return ToneWish(hit.start, hit.end, shifts, stands, hit.form == "noun", least, most, text, not measure.upwards)


@dataclass(frozen=True, slots=True)
class _Measure:
    upwards: bool
    """Whether the word's own direction is wanted."""
    relative: bool
    denied: Literal["", "all", "much"] = ""
    """ "not scary" denies all, "not too scary" much of it."""


def _measure(hit: ToneHit, before: tuple[str, ...], after: tuple[str, ...], stands: Stance) -> _Measure:
    negative = stands.sign < 0 or after[:1] == ("free",)
    less, more = bool(_LESS & set(before)), "more" in before or hit.form == "more"
    if "too" in before and not negative:
        return _Measure(upwards=False, relative=True)
    if "enough" in after[:1] or "enough" in before:
        return _Measure(upwards=True, relative=negative)
    if negative and ("as" in before or (less or more)):
        return _Measure(upwards=less and not more, relative=True)
    if negative and {"so", "that"} & set(before):
        return _Measure(upwards=False, relative=True, denied="much")
    if negative:
        mild = stands.mild or bool({"overly", "hardly", "barely", "minimal"} & set(before))
        return _Measure(upwards=False, relative=False, denied="much" if mild else "all")
    if "down" in before and {"tone", "tones", "dial"} & set(before):
        return _Measure(upwards=False, relative=True)
    if {"hardly", "barely", "minimal"} & set(before):
        return _Measure(upwards=False, relative=False, denied="much")
    if {"up", "amp", "ramp", "dial"} & set(before) and hit.form == "noun":
        return _Measure(upwards=True, relative=True)
    return _Measure(upwards=not less, relative=less or more)


def _degree(hit: ToneHit, before: tuple[str, ...], after: tuple[str, ...], measure: _Measure) -> float:
    words = set(before)
    if hit.form == "most" or words & _UTMOST or " ".join(after).startswith(("as possible", "as it gets", "as can be")):
        return 2.0
    if measure.denied:
        return 0.5 if measure.denied == "much" and not measure.relative else 1.0
    if words & _SMALL or ("kind" in words and "of" in words) or ("some" in words and hit.form == "noun"):
        return 0.5
    return 1.5 if words & _BIG else 1.0


def _word(said: Utterance, hit: ToneHit, measure: _Measure) -> str:
    text = hit.word or said.span(hit.start, hit.end)
    text = text if said.capital(hit.start) and not said.capital(max(hit.start - 1, 0)) else text.lower()
    if measure.denied and not measure.relative:
        if hit.form == "noun":
            return f"no {text}" if measure.denied == "all" else f"not too much {text}"
        return f"not {text}" if measure.denied == "all" else f"not too {text}"
    if hit.form == "noun" and not measure.relative and measure.upwards and not hit.word:
        return f"with {text}"
    if hit.form == "more" or hit.form == "most" or not measure.relative:
        return text if measure.upwards or hit.form != "more" else f"not {text}"
    if text.startswith(("more ", "less ")):
        return text
    return f"{'more' if measure.upwards else 'less'} {text}"


def _bounds(main: Effect, shift: Shift, measure: _Measure, stands: Stance) -> tuple[dict[str, float], dict[str, float]]:
    """Hard bounds on the axis a denied word is mainly about; lasting dislikes are kept as taste instead."""
    if not measure.denied or main.weight < 1 or stands.standing:
        return {}, {}
    if shift.direction > 0:
        return {main.axis: NOT_DARK if measure.denied == "all" else 0.25}, {}
    most = NOT_AT_ALL.get(main.axis, NOT_VERY) if measure.denied == "all" else NOT_TOO
    return {}, {main.axis: most if measure.denied == "all" else max(most, NOT_TOO)}


def _other(direction: Literal[-1, 1]) -> Literal[-1, 1]:
    return -1 if direction == 1 else 1
