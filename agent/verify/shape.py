"""The shape of a sentence: what can be seen to be wrong without knowing any title, and which words are names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matinee.agent.verify.plot import pieces
from matinee.agent.verify.words import SMALL, TALK

_FRAGMENT = re.compile(
    r"^(?:an? |the |this )?(?:[\w-]+ ){0,3}"
    r"(?:story|tale|film|movie|series|show|drama|look|account) (?:about|of|in|where)\b"
)
_VERB = re.compile(r"\b(?:is|are|was|follows|tells|has)\b")
_WRONG_ARTICLE = re.compile(r"\ba (?!one\b|once\b|eu)[aeio]\w|,,| ,", re.IGNORECASE)


def shape_fault(sentence: str) -> str | None:
    """What is wrong with the form of ``sentence``; None where nothing is."""
    if len(sentence) < 12 or len(sentence.split()) < 4:
        return "too short to say anything"
    if re.search(r"[<>{}\[\]|#*_`\\]|https?:", sentence):
        return "markup or an address"
    if any(ord(c) < 32 for c in sentence):
        return "control characters"
    if _FRAGMENT.match(sentence.lower()) and not _VERB.search(sentence):
        return "half a sentence"
    if _WRONG_ARTICLE.search(sentence):
        return "bad grammar"
    words = [p.word for p in pieces(sentence) if p.word]
    if len(words) > 8 and len(set(words)) < 0.55 * len(words):
        return "it repeats itself"
    return None


def capitalised(sentence: str) -> list[list[str]]:
    """Runs of capitalised words; the first word of the sentence counts only when the next is capitalised too,
    or when it is no common word."""
    tokens = list(re.finditer(r"[^\W_]+(?:['’.-][^\W_]+)*", sentence))
    runs: list[list[str]] = []
    current: list[str] = []
    for number, token in enumerate(tokens):
        word = token.group()
        opens = number == 0 or sentence[: token.start()].rstrip().endswith((".", "!", "?", ":", "“", '"'))
        big = word[0].isupper() and word not in {"I", "I'm", "I'd", "I'll", "I've"}
        common = word.lower().split("'")[0] in TALK | SMALL
        if big and opens and common and not _next_is_big(tokens, number):
            big = False
        gap = sentence[tokens[number - 1].end() : token.start()] if number else ""
        if current and (not big or gap.strip()):
            runs.append(current)
            current = []
        if big:
            current.append(word)
    if current:
        runs.append(current)
    return runs


def _next_is_big(tokens: Sequence[re.Match[str]], number: int) -> bool:
    return number + 1 < len(tokens) and tokens[number + 1].group()[0].isupper()
