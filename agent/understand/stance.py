"""Stance: whether what stands at a place of the message is wanted, unwanted, or held for good ("I hate …")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from matinee.agent.understand.patterns import one_of, word_set
from matinee.agent.understand.text import Utterance


@dataclass(frozen=True, slots=True)
class Stance:
    """How the user stands to something they named."""

    sign: Literal[-1, 0, 1] = 1
    """1 wanted (or just named), -1 unwanted, 0 explicitly no matter ("I don't mind")."""
    mild: bool = False
    """ "not too", "not so": a little of it is fine."""
    standing: bool = False
    """Said about themselves: "I hate", "I love", "I never watch"."""
    lasting: bool = False
    """Said for good: "never", "hate", "can't stand", "ever"."""


_REACH = 9
"""Words looked back over."""
_NEGATORS = word_set(
    """
    not no never without nothing none nor neither isnt arent dont doesnt didnt wasnt werent cant cannot wont
    shouldnt wouldnt non avoid avoiding skip minus hardly barely except excluding sans zero free havent dislike
    hate hates hated hating despise detest loathe unlike
    """
)
_NOUN_NEGATORS = word_set("no without avoid skip minus hate hates hated despise detest loathe except dislike")
_LIKING = word_set("love loves like likes enjoy enjoys adore adores prefer")
_MILD = word_set("too so very that overly particularly especially really super as quite terribly excessively")
_PASSABLE = _MILD | word_set(
    """
    a an the any anything all of in on for with to be being is are it its this want wanting need watch watching
    see seeing kind kinds sort sorts type types film films movie movies series shows show stuff things thing
    mood into feel feeling much more less many please either or from by directed starring about set my those
    these such lot bit fan keen heavy big huge one ones them there like liked enjoy set get give me us having
    have contain containing including includes include involve involves involving too i im really just up sick
    tired bored fed watched only other than usually always also mostly generally do absolutely definitely
    actually at ever old new his her their good
    """
)
_BREAKS = word_set("but then however though although because instead if when while maybe perhaps also and")
_FADING = one_of(
    r"""
    dont mind
    dont care
    doesnt matter
    doesnt have to
    dont have to
    no matter
    not necessarily
    need not
    neednt
    doesnt need to
    not fussed
    either way
    """,
    before=r"\b",
    after=r"\b",
)  # fmt: skip
_CANT_STAND = one_of(
    r"""
    cant stand
    cannot stand
    cant bear
    cant take
    not (?:really |much |so |that )?(?:into|keen on)
    (?:not|never|isnt) (?:really |much of |been |such |that )*(?:a )?(?:big |huge |great )?fan of
    (?:dont|didnt|never|do not|cant) (?:really |much |ever |usually |generally |normally |
    ... particularly )*(?:like|liked|enjoy|enjoyed|watch|care for|get on with|love)
    never (?:watch|liked|enjoyed|want)
    not my thing
    hate
    hates
    hated
    hating
    despise
    detest
    loathe
    dislike
    allergic to
    """,
    before=r"\b",
    after=r"\b",
)
_FOR_GOOD = one_of(
    r"""
    never
    ever
    always
    hate
    hates
    hated
    despise
    detest
    loathe
    cant stand
    cannot stand
    cant bear
    allergic
    """,
    before=r"\b",
    after=r"\b",
)  # fmt: skip
_HEDGED = re.compile(r"\b(?:really|much|that|so|too|particularly|usually|generally|normally|big|huge)\b")
_FED_UP = re.compile(r"\b(?:sick|tired|bored|fed up|enough|had it)(?: \w+)? (?:of|with)\b")
_LIKES = one_of(
    r"""
    \b(?:i|we|ive|my \w+|big|huge)(?: (?:really|absolutely|usually|generally|always|do|also|just|mostly|
    ... quite|have|actually|totally|simply|already|kind of|all))* (?:love|like|enjoy|adore|prefer|loved|
    ... fan of)\b
    """,
)  # fmt: skip
_WOULD = one_of(
    r"""
    \b(?:id|i would|wed|would|i should|if i|we would)(?: (?:really|absolutely|also|rather|
    ... quite))* (?:love|like|enjoy|prefer)\b
    """,
)  # fmt: skip
_INTO = one_of(
    r"""
    \b(?:im|i am|were|we are|ive been)(?: (?:really|very|totally|so|quite|super|big))* into\b
    \b(?:fan of|big on|crazy about|mad about|obsessed with|a sucker for|soft spot for|weakness for|
    ... partial to)\b
    \bfavou?rite\b
    """,
)  # fmt: skip

_DEAR = re.compile(r"\b(?:love|adore|always|favou?rite|obsessed|crazy|mad)\b")


def stance(said: Utterance, start: int, *, noun: bool = True) -> Stance:
    """The stance towards what begins at token ``start``.

    ``noun`` says whether it is a thing ("musicals", "gore") rather than a quality: a negation reaches over "and" and
    over a list of things, but not from one quality to the next.
    """
    judged = _judged_after(said, start)
    if judged is not None:
        return judged
    first, negated = _window(said, start, noun)
    window = " ".join(said.words[first:start])
    if _FADING.search(window):
        return Stance(0)
    negatives = [i for i in range(first, start) if said.words[i] in _NEGATORS and not _hollow(said, i)]
    if re.match(r"(?:anything|everything) but\b", window):
        return Stance(-1)
    if not negated or not (negatives or _FED_UP.search(window)):
        return _positive(said, first, start, window)
    said_so = window.split()
    if _CANT_STAND.search(window) and "want" not in said_so:
        return Stance(-1, standing=True, lasting=bool(_FOR_GOOD.search(window)) or not _HEDGED.search(window))
    ever = "never" in said_so or ("ever" in said.words[start : start + 6] and "no" in said_so)
    after = said.words[negatives[-1] + 1 : start] if negatives else ()
    mild = any(w in _MILD for w in after) or ("much" in after) or "lot" in after
    return Stance(-1, mild=mild, standing=ever, lasting=ever)


def _positive(said: Utterance, first: int, start: int, window: str) -> Stance:
    likes = (_LIKES.search(window) and not _WOULD.search(window)) or _INTO.search(window)
    more = " ".join(said.words[max(0, first - 3) : start])
    if likes and not _WOULD.search(more):
        return Stance(1, standing=True, lasting=bool(_DEAR.search(window)))
    return Stance(1)


def _window(said: Utterance, start: int, noun: bool) -> tuple[int, bool]:
    """The first token of the stretch before ``start`` that speaks about it, and whether it holds a negation."""
    i, negated = start, False
    while i > 0 and start - i < _REACH:
        if said.opens_clause(i) and not ((noun and _in_list(said, i)) or _among_qualities(said, i)):
            break
        word = said.words[i - 1]
        if word == "but" and i >= 2 and said.words[i - 2] in {"anything", "everything"}:
            return i - 2, True
        listed = noun and word == "and" and (_noun_negation(said, i - 1) or _noun_liking(said, i - 1))
        if word in _BREAKS and not listed:
            break
        if word == "something" and i >= 2 and said.words[i - 2] not in {"want", "for", "need", "not", "watch"}:
            break
        if word in _NEGATORS or (word in {"sick", "tired", "bored", "fed", "enough"} and start - i > 0):
            negated = True
        elif not (listed or word in _PASSABLE or word in _LIKING or word in _SPOKEN or said.taken[i - 1]):
            break
        i -= 1
    return i, negated


_SPOKEN = word_set(
    """
    something care mind stand bear matter necessarily fan loved obsessed sucker soft spot weakness crazy mad
    partial allergic my favourite favorite genre director actor actress people scenes matters
    """
)  # fmt: skip


def _in_list(said: Utterance, i: int) -> bool:
    """Whether the comma before token ``i`` only parts things that one "no" or "without" rules out together."""
    if said.tokens[i].gap.strip() != "," or not said.taken[i - 1]:
        return False
    if _noun_liking(said, i):
        return True
    return any(w in {"or", "nor", "and"} for w in said.words[i : i + 5]) and _noun_negation(said, i)


def _among_qualities(said: Utterance, i: int) -> bool:
    """Whether the comma before token ``i`` parts two qualities of one thing: "I love slow, strange films"."""
    if said.tokens[i].gap.strip() != "," or not said.taken[i] or not said.taken[i - 1]:
        return False
    j = i - 1
    while j > 0 and i - j < 6 and said.taken[j]:
        j -= 1
    return said.words[j] in _FEELING and not said.opens_clause(j + 1)


_FEELING = word_set("love like enjoy adore prefer hate dislike despise detest loathe loved liked hated")


def _noun_liking(said: Utterance, i: int) -> bool:
    """Whether an "I like" stands before token ``i``, over nothing but things already read."""
    j = i - 1
    while j > 0 and i - j < 8:
        if said.words[j] in {"love", "like", "enjoy", "adore", "loved"}:
            return said.words[j - 1] in {"i", "we", "really", "also", "do", "always", "both"}
        if not (said.taken[j] or said.words[j] in {"or", "and", "films", "movies", "the"}):
            return False
        j -= 1
    return False


def _noun_negation(said: Utterance, i: int) -> bool:
    """Whether a "no" or "without" stands before token ``i``, over nothing but things already read."""
    j = i - 1
    while j >= 0 and i - j < 8:
        if said.words[j] in _NOUN_NEGATORS:
            return True
        if not (said.taken[j] or said.words[j] in {"or", "and", "any", "the", "nor", "of"}):
            return False
        j -= 1
    return False


_JUDGED = one_of(
    r"""
    (?:\w+ )?(?:films |movies |series |shows |stuff )?(?:(?:are|is)(?P<not> not| never)?|(?P<arent>arent|isnt))
    ...  (?:really |just |exactly |totally |so )*(?:my thing|for me|my cup of tea|my style|my taste|my favou?rite)
    """,
    before=r"^",
    after=r"\b",
)
_FAN = re.compile(r"^\w+(?: film| movie| series)?s? (?:fan|person|lover|buff|fanatic)\b")
_NO_FAN = re.compile(r"\bnot (?:really |much of |exactly )*(?:an? )?(?:big |huge |great |massive )?$")
_A_FAN = re.compile(r"\b(?:im|i am|were|we are) (?:really |such )?(?:an? )?(?:big |huge |great |massive )?$")


def _judged_after(said: Utterance, start: int) -> Stance | None:
    """What is said of a thing after its name: "aliens aren't my thing", "I'm not a huge horror fan"."""
    after, before = " ".join(said.words[start : start + 9]), " ".join((*said.words[max(0, start - 6) : start], ""))
    judged = _JUDGED.search(after)
    if judged is not None:
        negative = bool(judged["arent"] or judged["not"])
        return Stance(-1 if negative else 1, standing=True, lasting=negative and not _HEDGED.search(judged.group()))
    if _FAN.search(after):
        if _NO_FAN.search(before):
            return Stance(-1, standing=True, lasting=not _HEDGED.search(before))
        if _A_FAN.search(before):
            return Stance(1, standing=True)
    return None


def _hollow(said: Utterance, i: int) -> bool:
    """Whether this negator denies nothing: "not only", "why not", "no problem", "not sure"."""
    after = said.words[i + 1] if i + 1 < len(said) else ""
    before = said.words[i - 1] if i else ""
    if said.words[i] == "free":
        return after not in {"of", "from"}
    return after in {"only", "just", "sure", "problem", "worries", "idea", "doubt"} or before == "why"
