"""Traits that no tone word names: words in the place of one ("more operatic", "something vengeful"), known or not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from matinee.agent.request import Shift
from matinee.agent.understand.common import CHAT, FUNCTION
from matinee.agent.understand.cues import KIND_WORDS
from matinee.agent.understand.patterns import word_set
from matinee.agent.understand.stance import stance
from matinee.agent.understand.text import Utterance
from matinee.agent.understand.tone import DEGREES, ToneHit, modifiers
from matinee.agent.understand.tone_words import TONE_WORDS, Effect
from matinee.index.title import TONE_AXES, fold
from matinee.index.tone.lexicon import Entry, lexicon, look_up

_LONGEST = 3
_MAIN = 0.8
"""The weight from which an axis is what a trait is mainly about."""
_ELSEWHERE = frozenset(
    ["long", "short", "old", "modern", "foreign", "american", "british", "obscure", "mainstream", "acclaimed", "teen",
     "animated", "well directed", "well acted", "well written", "overrated", "interesting", "entertaining", "pointless"]
)  # fmt: skip
"""Traits of facts that other readers understand, and of mere praise."""
_COMPARING = frozenset(["more", "less", "too", "as", "that", "so"])
_BEFORE = word_set("something anything a an some but and or be is its very really quite rather pretty more less one")
_AFTER = word_set("and but or with from like please enough that than as for in stuff films movies shows series ones")
_ADJECTIVE = ("ic", "ian", "esque", "ous", "al", "ish", "ive", "ful", "less", "ant", "ent", "able", "ible", "ary",
              "ory", "ed", "ing", "y", "ar", "id", "an", "en", "le", "ine", "ac", "ile")  # fmt: skip


def find_traits(said: Utterance) -> Iterator[ToneHit]:
    """The words left over that stand where a trait does; they are taken.

    Known to the trait lexicon, they need only stand like an adjective. Others must be compared ("more chthonic", but
    not "more zeppelins"), or be all that is asked for ("something chthonic"); their trait is the words themselves.
    """
    i = 0
    while i < len(said):
        for n in range(min(_LONGEST, len(said) - i), 0, -1):
            hit = _at(said, i, i + n) if _free(said, i, i + n) else None
            if hit is not None:
                said.take(i, i + n)
                yield hit
                i += n - 1
                break
        i += 1


def main_axis(shift: Shift) -> tuple[str, int]:
    """The axis that a shift is mainly about, and the way it goes on it; of an unknown trait, itself."""
    entry = lexicon().get(shift.axis)
    if entry is None or not entry.tone or shift.axis in TONE_AXES:
        return shift.axis, shift.direction
    axis, weight = max(entry.tone.items(), key=lambda item: abs(item[1]))
    return (axis, shift.direction if weight > 0 else -shift.direction) if abs(weight) >= _MAIN else (shift.axis, 1)


def opposed(one: Shift, other: Shift) -> bool:
    """Whether two shifts go opposite ways on what both are mainly about: "gory" and "less violent"."""
    (axis, sign), (its, way) = main_axis(one), main_axis(other)
    return axis == its and sign != way and one.relative == other.relative


def _free(said: Utterance, start: int, end: int) -> bool:
    words = said.words[start:end]
    if not said.free(start, end) or any(said.opens_clause(j) for j in range(start + 1, end)):
        return False
    if any(w.isdigit() or w in DEGREES for w in words):
        return False
    return words[0] not in FUNCTION | CHAT and words[-1] not in FUNCTION | CHAT


def _at(said: Utterance, start: int, end: int) -> ToneHit | None:
    before = said.words[modifiers(said, start) : start]
    compared = bool(_COMPARING & set(before))
    opens = said.opens_clause(start) or said.words[start - 1] in _BEFORE or compared or said.taken[start - 1]
    after = "" if said.closes(end) else said.words[end]
    closes = not after or after in _AFTER or after in KIND_WORDS or said.taken[end]
    if not (opens and closes):
        return None
    text = " ".join(said.words[start:end])
    if text in TONE_WORDS:
        return None  # it was heard as something else: "happy with anything"
    word = look_up(text)
    standing = stance(said, start, noun=False).standing
    if word is not None:
        if word.name in _ELSEWHERE or (end - start > 1 and fold(word.name) != text and text not in _also(word.name)):
            return None
        effects = _effects(lexicon()[word.name], -1 if word.opposite else 1)
        more = not compared and fold(word.name) != text and text.endswith("er") and text not in _also(word.name)
        if standing and not effects:
            return None
        return ToneHit(start, end, effects, "more" if more else "plain", trait=word.name, opposite=word.opposite)
    if text.endswith("ier") and said.words[start - 1 : start] in {("but",), ("and",), ("bit",), ("much",)}:
        return ToneHit(start, end, (), "more", trait=f"{text[:-3]}y")
    asked = before and before[-1] in {"more", "less"}
    alone = said.words[start - 1 : start] in {("something",), ("anything",)} and said.closes(end)
    if end - start > 1 or standing or not (asked or alone) or not _describes(text, alone=alone):
        return None
    return ToneHit(start, end, (), "plain", trait=said.span(start, end).lower())


def _describes(word: str, *, alone: bool) -> bool:
    """Whether an unknown word looks like an adjective rather than a thing."""
    if word.endswith("s") and not word.endswith(("ous", "less")):
        return False
    return word.endswith(_ADJECTIVE) or not alone


def _also(name: str) -> frozenset[str]:
    return frozenset(map(fold, lexicon()[name].also))


def _effects(entry: Entry, sign: Literal[-1, 1]) -> tuple[Effect, ...]:
    """The axes that a trait is mainly about, the one most concerned first."""
    order = sorted(entry.tone.items(), key=lambda item: -abs(item[1]))
    most = abs(order[0][1]) if order else 0.0
    return tuple(
        Effect(axis, sign if weight > 0 else (1 if sign < 0 else -1), round(abs(weight) / most, 2))
        for axis, weight in order
        if abs(weight) >= 0.5
    )
