"""Evidence: whether words that are some title's name name that title where they stand.

Names of films are ordinary words ("It", "Her", "Heat", "Dark"), so a name counts by evidence: quotation marks, a year,
a capital in mid-sentence, words such as "like" or "seen" before it, and what follows it.
"""

from __future__ import annotations

import re

from matinee.agent.understand.common import FUNCTION, PRONOUNS
from matinee.agent.understand.cues import (
    ARTICLE_WORDS,
    BOUNDARIES,
    KIND_WORDS,
    SAYINGS,
    SMALL_IN_NAMES,
    comparison_follows,
    cue_before,
)
from matinee.agent.understand.genres import GENRE_WORDS
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.patterns import word_set
from matinee.agent.understand.text import Utterance
from matinee.agent.understand.tone_words import TONE_WORDS
from matinee.index.title import Kind

YEAR = re.compile(r"(?:18[89]|19\d|20[0-4])\d")


_QUESTION_WORDS = word_set("who whos what whats when where why how is was are does did which tell has")
_DETERMINERS = word_set("a an the his her their its my our your this that these those two three some and with by for")
_STORIES = word_set("something anything story stories one stuff tale tales")
_SPEAKING = word_set("tell more know me ask what talk info information hear heard is")
_WHERE = word_set("in from at near into through to around outside towards across")
_LIKENED = word_set(
    "something anything stuff things films film movies movie shows show series more bit lot exactly just"
)


class Evidence:
    """Judges spans of one message.

    ``talked`` says whether "it" can mean a title already on the table, ``focused`` whether one title is.
    """

    def __init__(self, said: Utterance, names: Linker, *, talked: bool, focused: bool) -> None:
        self.said, self.names, self.talked, self.focused = said, names, talked, focused
        self.ends: frozenset[int] = frozenset()
        """Where the titles found so far end: "and" carries on from there."""

    def weight(self, start: int, end: int) -> float:
        """How surely these words name a title here, 0 to 1; 0 where they do not."""
        said, words = self.said, self.said.words[start:end]
        if said.quoted(start, end) or self.year(start, end) is not None:
            return 1.0
        capital = all(said.capital(i) or said.words[i] in SMALL_IN_NAMES for i in range(start, end)) and any(
            said.capital(i) for i in range(start, end)
        )
        alone = len(said) == end - start
        if alone and " ".join(words) in SAYINGS and not (said.tokens[0].text[0].isupper() and len(words) > 1):
            return 0.0
        if self.is_subject(start, end):
            return 0.0
        if len(words) > 1:
            return self._of_phrase(start, end, capital=capital, alone=alone)
        if words[0] in PRONOUNS or words[0].rstrip("s").isdigit():
            return self._of_pronoun(start, end, capital=capital, alone=alone)
        if words[0] not in self.names.ordinary:
            return 0.0 if self._is_common_noun(start) else 1.0
        return self._of_word(start, end, capital=capital, alone=alone)

    def _of_phrase(self, start: int, end: int, *, capital: bool, alone: bool) -> float:
        said, words = self.said, self.said.words[start:end]
        content = [w for w in words if w not in FUNCTION]
        ordinary = all(w in self.names.ordinary or w.rstrip("s").isdigit() for w in words)
        opens = said.opens_sentence(start) and all(
            said.tokens[i].text[0].isupper() or said.words[i] in SMALL_IN_NAMES for i in range(start, end)
        )
        if capital or alone or (opens and said.cased and len(content) > 1) or not ordinary:
            return 1.0
        cue = cue_before(said, start, self.ends)
        bounded = self.bounded(end)
        if (cue and bounded) or comparison_follows(said, start, end):
            return 1.0
        if self._is_wish_phrase(start, end):
            return 0.0
        return 0.9 if len(words) > 3 or (len(content) > 1 and len(words) > 2) else 0.0

    def _of_pronoun(self, start: int, end: int, *, capital: bool, alone: bool) -> float:
        said, word = self.said, self.said.words[start]
        cue = cue_before(said, start, self.ends)
        kinded = self.kind(start, end) is not None
        written = said.tokens[start].text
        if word.rstrip("s").isdigit() and not comparison_follows(said, start, end):
            return 1.0 if (cue == "like" and self.bounded(end)) or kinded or (alone and len(word) > 1) else 0.0
        if word == "i":
            return 0.0
        on_table = word == "it" and (self.talked if written.islower() else self.focused)
        if start == 0 and word != "no" and not on_table and comparison_follows(said, start, end):
            return 0.95
        if capital or (kinded and written[0].isupper()):
            asked = cue == "asked" and not said.closes(end) and said.words[end] in TONE_WORDS
            return 1.0 if (cue and self.bounded(end)) or kinded or asked else 0.0
        if alone and (written[0].isupper() or word == "seven") and word not in {"it", "no", "yes", "so", "go", "them"}:
            return 1.0
        if alone and written == "It" and not self.talked:
            return 0.7
        likened = said.words[start - 1 : start] in {("like",), ("than",), ("to",)} and self.bounded(end)
        compared = said.words[max(0, start - 2)] in _LIKENED or start == 1 or said.words[start - 1] != "like"
        if word not in {"her", "us", "you", "up", "it", "m"} or not (likened and compared):
            return 0.0
        return 0.7 if word != "it" or not (self.talked or start == 1) else 0.0

    def _of_word(self, start: int, end: int, *, capital: bool, alone: bool) -> float:
        said, word = self.said, self.said.words[start]
        after = said.words[end] if end < len(said) else ""
        placed = self.names.places.knows(word)
        lexical = word in TONE_WORDS or word in GENRE_WORDS or placed
        capital = capital and not placed
        cue = cue_before(said, start, self.ends)
        bounded = self.bounded(end)
        if self.kind(start, end) is not None and (said.tokens[start].text[0].isupper() or not lexical):
            return 1.0
        if capital:
            describes = not said.closes(end) and (after in GENRE_WORDS or after in KIND_WORDS)
            return 0.0 if describes or (lexical and not (cue or bounded)) else 1.0
        if alone:
            named = said.tokens[start].text[0].isupper() and word not in GENRE_WORDS and not placed
            return 1.0 if named or not lexical else 0.0
        if comparison_follows(said, start, end):
            return 1.0
        if cue == "like" and bounded:
            verb = said.words[start - 2 : start - 1] in {("i",), ("id",), ("would",), ("really",), ("we",)}
            past = said.words[start - 1] in {"loved", "liked", "enjoyed", "adored", "seen", "watched"}
            return 0.0 if (lexical and verb and not past) else 0.95
        asks = said.words[0] in _QUESTION_WORDS or said.question()
        return 0.9 if cue == "asked" and asks and bounded and not lexical else 0.0

    def _is_common_noun(self, start: int) -> bool:
        """Whether an article or possessive makes a word in lower case a thing: "a hero", "his mustang"."""
        said = self.said
        before = said.words[start - 1] if start and not said.opens_clause(start) else ""
        if said.tokens[start].text[0].isupper() or start == 0 or len(said) < 3:
            return False
        return before in _DETERMINERS and cue_before(said, start, self.ends) == ""

    def is_subject(self, start: int, end: int) -> bool:
        """Whether the words are what or where a story is: "films about the Second World War", "set in Chicago"."""
        said, i = self.said, start - 1
        while i > 0 and said.words[i] in ARTICLE_WORDS:
            i -= 1
        if i < 0 or said.opens_clause(i + 1) or said.words[0] in _QUESTION_WORDS:
            return False
        word, before = said.words[i], said.words[i - 1] if i else ""
        if before == "as" or cue_before(said, start, self.ends) == "like":
            return False
        if word in {"about", "on"}:
            return before in GENRE_WORDS or before in _STORIES or (word == "about" and before not in _SPEAKING)
        if word in {"in", "from", "of", "at"} and before in {"set", "place", "happens", "story", "city", "streets"}:
            return True
        return end - start == 1 and word in _WHERE

    def bounded(self, end: int) -> bool:
        """Whether a name can end here."""
        return self.said.closes(end) or self.said.words[end] in BOUNDARIES

    def _is_wish_phrase(self, start: int, end: int) -> bool:
        """Whether the phrase is everyday talk about films: a theme, a tone, a genre."""
        phrase = " ".join(self.said.words[start:end])
        return phrase in TONE_WORDS or phrase in GENRE_WORDS

    def year(self, start: int, end: int) -> int | None:
        """The year said next to a name, where a title of that name has it: "It (2017)", "the 1990 It"."""
        said = self.said
        years = {self.names.titles[n.id].year for n in self.names.exact(self.said.words[start:end])}
        for i in (end, start - 1):
            if 0 <= i < len(said) and YEAR.fullmatch(said.words[i]):
                gap = said.tokens[i].gap if i == end else said.tokens[start].gap
                if gap.strip() in {"", "(", "[", ","} and any(abs(int(said.words[i]) - y) < 2 for y in years):
                    return int(said.words[i])
        if said.words[end : end + 2] in {("from", w) for w in map(str, years)} and said.words[end + 1].isdigit():
            return int(said.words[end + 1])
        return None

    def kind(self, start: int, end: int) -> Kind | None:
        """The kind said next to a name: "the film Fargo", "Fargo the series", "Fargo (film)"."""
        said = self.said
        if start and not said.opens_clause(start) and said.words[start - 1] in KIND_WORDS:
            article = said.words[start - 2] if start > 1 else ""
            if article in ARTICLE_WORDS | {"tv"} - {"a", "an"}:
                return KIND_WORDS[said.words[start - 1]]
        bracketed = end < len(said) and said.tokens[end].gap.strip() in {"(", "["}
        framed = said.words[start - 1 : start] == ("the",) and said.tokens[start].text[0].isupper()
        if end < len(said) and said.words[end] in KIND_WORDS and (bracketed or framed):
            return KIND_WORDS[said.words[end]]
        follows = said.words[end : end + 2]
        if len(follows) == 2 and follows[0] in {"the", "tv"} and follows[1] in KIND_WORDS:
            return KIND_WORDS[follows[1]]
        return None
