"""Where a title may be named: the words before it ("like", "seen", "who directed") and what may follow it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from matinee.agent.understand.patterns import alternatives, word_set
from matinee.agent.understand.text import Utterance
from matinee.agent.understand.tone_words import TONE_WORDS
from matinee.index.title import Kind

Cue = Literal["", "like", "asked"]

KIND_WORDS: Mapping[str, Kind] = {
    "film": "film", "movie": "film", "flick": "film", "picture": "film",
    "series": "series", "show": "series", "miniseries": "series", "sitcom": "series",
}  # fmt: skip
ARTICLE_WORDS = frozenset({"the", "a", "an"})
SMALL_IN_NAMES = word_set("a an the of and in on to for from with at by de la le du des el los von der und or")
CONNECTORS = word_set("and or meets crossed with cross plus x vs versus nor mixed")
SAYINGS = frozenset(
    alternatives(
        """
        help
        more
        next
        another
        again
        hello
        hi
        hey
        thanks
        cheers
        bye
        yes
        no
        ok
        okay
        sure
        whatever
        anything
        nothing
        something
        anything goes
        start over
        start again
        try again
        go on
        reset
        the same
        surprise me
        you choose
        this
        that
        what
        others
        great
        good
        cool
        nice
        perfect
        awesome
        sorry
        interesting
        """
    )
)
"""Whole messages that answer or ask, although films are called so too."""
BOUNDARIES = word_set(
    """
    but and or with without except only meets less more minus plus in on from for by that which who is was were
    are has have please though although however not vs versus because so when where as than kind type style vibe
    vibes just meets crossed only maybe or even if too again instead also yet and then i im ive it its set about
    please thanks before after already last recently yesterday tonight twice scary funny good better any
    anything what whats do does can could would suitable long tv series film movie esque like based made years
    were a bit slightly much way a
    """
)
"""Words that can follow a title's name; any other says that it was no name: "like friends getting together"."""

_LIKE = word_set(
    """
    like liked likes love loved loves loving enjoy enjoyed adore adored seen saw watched watching watch finished
    finish rewatched rewatch than meets unlike meant mean hate hated hates dislike disliked despise despised
    remembers missed finishing binged rewatching binging resembles resembling
    """
)
_ASKED = word_set(
    """
    directed made wrote created starred stars compare between is was are does did isnt wasnt about why does in
    of know known recommend find has what when
    """
)
_TO = word_set("similar close compared comparable alike akin equivalent opposite sequel prequel next")
_OF = word_set("fan style spirit vein mood vibe vibes lines flavour tone feel sequel remake kind version lover")
_SKIP = (
    ARTICLE_WORDS
    | KIND_WORDS.keys()
    | word_set("tv called really just both either old original first much already also again all")
)


def cue_before(said: Utterance, start: int, mention_ends: frozenset[int]) -> Cue:
    """What before token ``start`` announces a title: ``like`` (likeness, viewing, taste), ``asked``, or nothing."""
    i = start - 1
    while i >= 0 and said.words[i] in _SKIP and not said.opens_clause(i + 1) and start - i < 5:
        i -= 1
    if i < 0:
        return ""
    if said.opens_clause(i + 1):
        gap = said.tokens[i + 1].gap.strip()
        joined = gap in {",", ":", ";"} and (i + 1 in mention_ends or _years_end(said, i, mention_ends))
        return "like" if joined or (gap == ":" and said.words[i] in {"film", "movie", "series", "title", "one"}) else ""
    word = said.words[i]
    before = said.words[i - 1] if i else ""
    joins = word in CONNECTORS and (i in mention_ends or _years_end(said, i - 1, mention_ends) or i + 1 == start)
    if joins and (word == "meets" or any(end <= i and i - end < 3 for end in mention_ends)):
        return "like"
    if word in _LIKE:
        return "like"
    if word == "to" and before in _TO:
        return "like"
    if word == "of" and before in _OF:
        return "like"
    if word == "as" and "as" in said.words[max(0, i - 4) : i]:
        return "like"
    if word in {"called", "named", "titled"} and (before in KIND_WORDS or before in {"one", "something"}):
        return "like"
    if word == "is" and before in {"one", "ones"} and {"favourite", "favorite"} & set(said.words[: i - 1]):
        return "like"
    if word == "is" and before in {"film", "movie", "series", "show", "favourite", "favorite"}:
        return "like"
    if word in {"after", "between", "besides", "except", "than"} and before in {
        "else",
        "but",
        "something",
        "",
    }:
        return "like"
    return "asked" if word in _ASKED else ""


def _years_end(said: Utterance, i: int, mention_ends: frozenset[int]) -> bool:
    """Whether token ``i`` is a year that belongs to a name already found."""
    return i >= 0 and said.words[i].isdigit() and i in mention_ends


def comparison_follows(said: Utterance, start: int, end: int) -> bool:
    """Whether the words stand alone before a change: "Dark but lighter", "heat without the shooting"."""
    if not said.opens_clause(start) or end >= len(said):
        return False
    if said.opens_clause(end) and not (said.words[end] == "but" and _called(said, start, end)):
        return False
    if said.words[end] in {"without", "minus"}:
        return said.words[end + 1 : end + 2] != ("being",)
    if said.words[end] == "with":
        return said.words[end + 1 : end + 2] in {("less",), ("more",), ("fewer",)}
    if said.words[end] not in {"but", "only", "just"}:
        return False
    if any(is_comparative(said, i) for i in range(end + 1, min(end + 6, len(said)))):
        return True
    # "Alien but funny": a name written large, and a quality that it is to have
    described = said.words[end + 1 : end + 2] and said.words[end + 1] in TONE_WORDS
    return bool(described) and said.tokens[start].text[0].isupper() and said.words[start] not in TONE_WORDS


def _called(said: Utterance, start: int, end: int) -> bool:
    """Whether words before ", but" are written as a name: "Her, but funnier"; "great, but shorter" is a remark."""
    words = " ".join(said.words[start:end])
    return (
        start == 0 and said.tokens[0].text[0].isupper() and words not in SAYINGS and said.tokens[end].gap.strip() == ","
    )


def is_comparative(said: Utterance, i: int) -> bool:
    """Whether token ``i`` compares: "lighter", "more", "less", "shorter"."""
    word = said.words[i]
    known = TONE_WORDS.get(word)
    if word == "not" and said.words[i + 1 : i + 2] in {("as",), ("so",), ("too",), ("that",), ("quite",)}:
        return True
    return (known is not None and known.form == "more") or word in {
        "more", "less", "shorter", "longer", "older", "newer", "fewer", "better", "for", "set", "with", "without", "in",
    }  # fmt: skip
