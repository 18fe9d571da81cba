"""A message as read: cleaned text, its words with their places, and which of them have been understood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from matinee.agent.understand.patterns import word_set
from matinee.index.title import fold

LONGEST = 2000
"""Characters that are read. Of a longer message the first and the last half of this many count: a wish stands at
its beginning or at its end."""

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|&")
_SENTENCE_END = re.compile(r"[!?…\n]|\.(?:\s|$)|[.:]\s*$")
_CLAUSE_END = re.compile(r"[,;:()\[\]!?…\n—–]|\.(?:\s|$)|\s-\s")
_NOISE = re.compile(r"^[b-df-hj-np-tv-xz]+$|[b-df-hj-np-tv-xz]{5}|(.)\1{3}")
_ABBREVIATIONS = word_set("dr mr mrs ms st vs jr sr prof sgt lt")
_QUOTES = "\"“”„«»‹›'‘’"


@dataclass(frozen=True, slots=True)
class Token:
    """One word of the message."""

    text: str
    """As written."""
    word: str
    """Folded: lower case, no accents, no apostrophes."""
    bare: str
    """Folded, and without a possessive ``'s``."""
    start: int
    end: int
    gap: str
    """What stands between the word before and this one."""


class Utterance:
    """The words of one message. Readers mark what they understood with :meth:`take`; the rest is free text."""

    def __init__(self, message: str) -> None:
        self.text = clean(message)
        self.plain = _plain(self.text)
        self.tokens = tuple(_tokens(self.text))
        self.words: tuple[str, ...] = tuple(t.word for t in self.tokens)
        self.taken = [False] * len(self.tokens)
        self.names = [False] * len(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def take(self, start: int, end: int) -> None:
        """Mark the tokens from ``start`` up to ``end`` as understood."""
        for i in range(max(start, 0), min(end, len(self))):
            self.taken[i] = True

    def take_name(self, start: int, end: int) -> None:
        """Mark these tokens as a name: understood, and no other reader may look into them."""
        self.take(start, end)
        for i in range(start, end):
            self.names[i] = True

    def free(self, start: int, end: int) -> bool:
        """Whether none of these tokens has been understood yet."""
        return not any(self.taken[start:end])

    def span(self, start: int, end: int) -> str:
        """The text of these tokens, as written."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that the characters from ``start`` up to ``end`` touch."""
        touched = [i for i, t in enumerate(self.tokens) if t.start < end and t.end > start]
        return (touched[0], touched[-1] + 1) if touched else (0, 0)

    def search(self, pattern: re.Pattern[str], *, taken: bool = False) -> Iterator[tuple[re.Match[str], int, int]]:
        """Matches of ``pattern`` in the plain text with their tokens; those already understood only on request."""
        for match in pattern.finditer(self.plain):
            start, end = self.within(*match.span())
            if end > start and (taken or self.free(start, end)):
                yield match, start, end

    def phrases(self, table: Mapping[str, object], longest: int, *, taken: bool = False) -> Iterator[tuple[int, int]]:
        """Spans whose words are a key of ``table``, longest first at each place, without overlap."""
        i = 0
        while i < len(self):
            for n in range(min(longest, len(self) - i), 0, -1):
                if any(self.opens_clause(j) for j in range(i + 1, i + n)):
                    continue
                if (taken or self.free(i, i + n)) and self.key(i, i + n, table) is not None:
                    yield i, i + n
                    i += n - 1
                    break
            i += 1

    def key(self, start: int, end: int, table: Mapping[str, object]) -> str | None:
        """The key of ``table`` that these words are, with or without a closing ``'s``."""
        words = " ".join(self.words[start:end])
        if words in table:
            return words
        last = self.tokens[end - 1]
        if last.bare != last.word:
            words = " ".join((*self.words[start : end - 1], last.bare))
            if words in table:
                return words
        return None

    def opens_sentence(self, i: int) -> bool:
        """Whether word ``i`` is the first of a sentence."""
        if i == 0:
            return True
        gap = self.tokens[i].gap.rstrip(_QUOTES)
        if gap.strip() == "." and self._abbreviated(i):
            return False
        return bool(_SENTENCE_END.search(gap))

    def opens_clause(self, i: int) -> bool:
        """Whether punctuation parts word ``i`` from the one before."""
        return i == 0 or i >= len(self.tokens) or self._parted[i]

    @cached_property
    def _parted(self) -> tuple[bool, ...]:
        return tuple(
            i > 0 and bool(_CLAUSE_END.search(token.gap)) and not (token.gap.strip() == "." and self._abbreviated(i))
            for i, token in enumerate(self.tokens)
        )

    def _abbreviated(self, i: int) -> bool:
        """Whether the full stop before word ``i`` only abbreviates: "Dr. Strangelove", "no. 3"."""
        return self.words[i - 1] in _ABBREVIATIONS or (self.words[i - 1] == "no" and self.words[i].isdigit())

    def closes(self, end: int) -> bool:
        """Whether the text or the clause ends before token ``end``."""
        return end >= len(self) or self.opens_clause(end)

    def quoted(self, start: int, end: int) -> bool:
        """Whether exactly these words stand in quotation marks."""
        before = self.tokens[start].gap[-1:]
        rest = self.tokens[end].gap if end < len(self) else self.text[self.tokens[-1].end :]
        after = rest.lstrip(",.!?")[:1]
        return bool(before and after) and before in _QUOTES and after in _QUOTES

    @cached_property
    def quotes(self) -> tuple[tuple[int, int], ...]:
        """Spans of up to twelve words in quotation marks."""
        starts = [i for i, t in enumerate(self.tokens) if t.gap[-1:] and t.gap[-1] in _QUOTES]
        spans = []
        for start in starts:
            for end in range(start + 1, min(start + 12, len(self)) + 1):
                if self.quoted(start, end):
                    spans.append((start, end))
                    break
        return tuple(spans)

    @cached_property
    def cased(self) -> bool:
        """Whether capitals mean anything: not where all is capitals, or every word starts with one."""
        written = [t.text for t in self.tokens if t.text[0].isalpha()]
        if not written or (len(written) > 1 and all(w.isupper() for w in written)):
            return False
        inner = [t.text for i, t in enumerate(self.tokens) if t.text[0].isalpha() and not self.opens_sentence(i)]
        small = [w for w in inner if w.lower() in _SMALL]
        return not (len(inner) > 2 and bool(small) and all(w[0].isupper() for w in inner))

    def capital(self, i: int) -> bool:
        """Whether word ``i`` has a telling capital (or is a number, which can stand in a name)."""
        return self.cased and self.tokens[i].text[0].isupper() and not self.opens_sentence(i)

    def question(self) -> bool:
        """Whether the message asks."""
        return "?" in self.text

    def followed_by(self, i: int, words: Sequence[str]) -> bool:
        """Whether ``words`` stand from token ``i`` on."""
        return self.words[i : i + len(words)] == tuple(words)

    def rest(self, drop: Iterable[str]) -> str:
        """The words nobody understood, without those in ``drop``, as written and in order."""
        dropped = set(drop)
        return " ".join(
            t.text
            for t, taken in zip(self.tokens, self.taken, strict=True)
            if not (taken or t.word in dropped or _says_nothing(t))
        )


_SMALL = word_set("a an the like but and or of in with to for is by on")


def _says_nothing(token: Token) -> bool:
    """Whether a word is too short, too long or too odd to search for: "x", "asdkjh", "aaaaaa"."""
    if len(token.word) > 30 or (len(token.word) < 3 and token.word.isascii() and not token.text.isupper()):
        return True
    return bool(_NOISE.search(token.word)) and not token.text.isupper()


def clean(message: str) -> str:
    """``message`` composed (NFC), spaces single, without control and format characters, cut to :data:`LONGEST`."""
    if len(message) > 8 * LONGEST:
        message = f"{message[: 4 * LONGEST]}\n{message[-4 * LONGEST :]}"
    text = unicodedata.normalize("NFC", "".join(map(_kept, message)))
    text = re.sub(r"\s*\n\s*", "\n", re.sub(r"[^\S\n]+", " ", text)).strip()
    if len(text) <= LONGEST:
        return text
    half = LONGEST // 2
    return f"{text[:half].rsplit(None, 1)[0]}\n{text[-half:].split(None, 1)[-1]}"


def _kept(char: str) -> str:
    category = unicodedata.category(char)
    if char in "\n\r" or category in {"Zl", "Zp"}:
        return "\n"
    return " " if category == "Cc" else "" if category[0] == "C" else char


def storable(message: str) -> str:
    """``message`` with lone surrogates replaced, so that it can be stored."""
    return message.encode("utf-8", "replace").decode("utf-8")


def _tokens(text: str) -> Iterator[Token]:
    before = 0
    for match in _TOKEN.finditer(text):
        written = match.group()
        word = "and" if written == "&" else fold(written).replace(" ", "")
        if not word:
            continue
        bare = fold(written[:-2]).replace(" ", "") if written[-2:] in {"'s", "’s"} else word
        yield Token(written, word, bare or word, match.start(), match.end(), text[before : match.start()])
        before = match.end()


def _plain(text: str) -> str:
    """``text`` in lower case without accents, character for character, so that places stay the same."""
    return "".join(_plain_char(c) for c in text)


def _plain_char(char: str) -> str:
    if char in "’‘":
        return "'"
    if char in "–—":
        return "-"
    lower = char.lower()
    base = unicodedata.normalize("NFKD", lower)[:1]
    return (
        base if base and not unicodedata.combining(base) and len(lower) == 1 else (lower if len(lower) == 1 else char)
    )
