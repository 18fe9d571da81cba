"""The checker: what in a sentence is not true by the catalogue.

A sentence is read as claims about the pick it speaks of. Qualities (themes, genres, tone, numbers, people with their
parts) must be that pick's; what happens must be a compression of its logline (:mod:`plot`); everything else must be
mere talk. Strict on purpose: a true sentence turned away costs little, since the composer has another; a false one let
through costs trust.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from matinee.agent.verify.facts import called, names, numbers_hold, people_hold
from matinee.agent.verify.marks import Marks
from matinee.agent.verify.shape import capitalised, shape_fault
from matinee.agent.verify.words import SMALL, TALK, stem
from matinee.index.title import Title, fold

_COUNTED = re.compile(r"\b(?:of|all|these) (?:the |these )?(?:two|three|four|five)\b(?! (?:hour|season|minute))")
"""The picks themselves, counted: "the darkest of the three"."""
_PRONOUNS = frozenset({"It", "Up", "Her", "Us", "Them", "You", "M", "She", "Me", "If", "On", "Once"})
"""Names of titles that are common words."""


@dataclass(frozen=True)
class Evidence:
    """What a reply may draw on: the titles it may describe, and those that the user named."""

    titles: tuple[Title, ...]
    named: tuple[Title, ...] = ()
    """They may be mentioned, and compared with; nothing else is said of them."""


@dataclass(frozen=True)
class Checker:
    """Checks sentences against one piece of evidence: call it with a sentence, get the fault or None."""

    evidence: Evidence
    subject: Title | None = None
    """The title that "it" is, where an earlier sentence named one."""

    def __call__(self, sentence: str) -> str | None:
        """None where every claim of ``sentence`` is backed; else what is not, in words."""
        if fault := shape_fault(sentence) or self._foreign_names(sentence):
            return fault
        chunks = self._chunks(sentence)
        if chunks:
            return self._all_hold(chunks)
        subjects = [self.subject] if self.subject is not None else list(self.evidence.titles)
        faults = [self._holds(sentence, title, ()) for title in subjects]
        return None if None in faults else next((f for f in faults if f), "nothing is known of it")

    def speaks_of(self, sentence: str) -> Title | None:
        """The last pick that ``sentence`` names; None where it names none."""
        found = [m for m in self._mentions(sentence) if self._is_pick(m[2])]
        return found[-1][2] if found else None

    def _is_pick(self, title: Title) -> bool:
        return any(title.id == t.id for t in self.evidence.titles)

    def _all_hold(self, chunks: Sequence[tuple[Title, str]]) -> str | None:
        titles = tuple({title.id: title for title, _ in chunks}.values())
        alike = any(re.search(r"\b(?:both|all|each|share)\b", text, re.IGNORECASE) for _, text in chunks)
        for title, text in chunks:
            for held in titles if alike else (title,):
                others = tuple(t for t in titles if t.id != held.id)
                if fault := self._holds(text, held, others):
                    return fault
        return None

    def _chunks(self, sentence: str) -> list[tuple[Title, str]]:
        """The sentence cut where it turns to another pick; empty where it names none."""
        found = [m for m in self._mentions(sentence) if self._is_pick(m[2])]
        cuts = [0, *(start for start, _, _ in found[1:]), len(sentence)]
        return [(title, sentence[cuts[n] : cuts[n + 1]]) for n, (_, _, title) in enumerate(found)]

    def _mentions(self, sentence: str) -> list[tuple[int, int, Title]]:
        """Where titles of the evidence are named, in order; a name such as *It* only with its year or in quotes."""
        spans: list[tuple[int, int, Title]] = []
        for name, title in self._spoken:
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", sentence):
                quoted = sentence[match.start() - 1 : match.start()] in {"“", '"', "*"} and match.start() > 0
                if name in _PRONOUNS and not quoted:
                    continue
                if not any(a < match.end() and match.start() < b for a, b, _ in spans):
                    spans.append((match.start(), match.end(), title))
        return sorted(spans, key=lambda s: s[0])

    @cached_property
    def _spoken(self) -> list[tuple[str, Title]]:
        every = [(n, t) for t in (*self.evidence.titles, *self.evidence.named) for n in called(t)]
        return sorted(every, key=lambda pair: -len(pair[0]))

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(fold(n) for t in (*self.evidence.titles, *self.evidence.named) for n in names(t))

    @cached_property
    def _stems(self) -> frozenset[str]:
        texts = [text for t in self.evidence.titles for text in (t.logline, *t.themes, *t.genres, t.kind)]
        return frozenset(stem(word) for text in texts for word in fold(text).split())

    def _foreign_names(self, sentence: str) -> str | None:
        """A run of capitalised words, or quoted words, must be a name from the evidence."""
        for quoted in re.findall(r"[“\"]([^”\"]+)[”\"]", sentence):
            if fold(quoted) not in self._names:
                return f"“{quoted}” is not a pick"
        for run in capitalised(self._unnamed(sentence, self.evidence.titles)):
            if not self._known_run(run):
                return f"“{' '.join(run)}” is not in the facts"
        return None

    def _known_run(self, run: Sequence[str]) -> bool:
        """Whether a run of capitalised words splits into known names and backed words."""
        words = fold(" ".join(run)).split()
        position = 0
        while position < len(words):
            for size in range(min(8, len(words) - position), 0, -1):
                if " ".join(words[position : position + size]) in self._names:
                    position += size
                    break
            else:
                word = words[position]
                if word not in TALK and word not in SMALL and stem(word) not in self._stems and not word.isdigit():
                    return False
                position += 1
        return True

    def _holds(self, text: str, title: Title, others: tuple[Title, ...]) -> str | None:
        """None where everything ``text`` says holds of ``title``; else what does not."""
        if fault := people_hold(text, title):
            return fault
        against = others or self.evidence.named
        plain = self._unnamed(text, (title,))
        marks = Marks(plain, title, against, self.evidence.titles)
        return marks.fault() or numbers_hold(_COUNTED.sub("", marks.outside()), title)

    def _unnamed(self, text: str, of: Sequence[Title]) -> str:
        """``text`` with the names that may be said taken out, so that "Baran bo Odar" is not three strange words."""
        spans = [(a, b) for a, b, _ in self._mentions(text)]
        places = {p for t in of for p in (*t.countries, *t.languages)}
        for name in sorted({n for t in (*of, *self.evidence.named) for n in names(t)}, key=len, reverse=True):
            if name not in _PRONOUNS and name not in places:
                spans += [m.span() for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
        out, end = [], 0
        for a, b in sorted(spans):
            if a >= end:
                out.append(text[end:a] + "it")
                end = b
        return "".join([*out, text[end:]])
