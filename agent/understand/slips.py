"""Slips of the pen in the words a wish is made of: "funier", "less scarry", "a romatic comdy", "somthing violant".

A word is mended only where nobody could mean it as it stands: it is no everyday English word, no part of a title, a
person's name, a theme or a logline of the catalogue, it has no telling capital, and no title or name is due where it
stands ("like Drak" is the linker's to read).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA, Prefix
from rapidfuzz.process import extract

from matinee.agent.understand.patterns import word_set
from matinee.agent.understand.text import Token, Utterance

_SHORTEST, _LONGER, _LONGEST = 5, 10, 20
"""Letters of a word in which one slip is mended, in which two are, and beyond which none is."""

PLAIN_WORDS = word_set(
    """
    something anything recommend recommends recommendation recommendations suggest suggestion suggestions similar
    shorter longer older newer shortest longest recent without before after directed director starring about please
    instead another different watch movie movies film films series episode episodes season seasons minutes hours
    friends family children language subtitles classic classics tonight interesting beautiful psychological
    historical apocalyptic vampires zombies detectives
    """
)
"""Words around a wish that are worth mending too."""

_HARDLY_MEANT = word_set("funner funnest")
_REAL = word_set(
    """
    acton adults adventurer adventurous africans alter americana americans americas arabia artist asean auction
    australians austrians bankers batter bearings beating beautifully bengal bengals bingo biographer bitten
    bitterness blond bloom boeing bowing boxing brasil break breaker breeze brick bring brink brood bruins bubble
    butter calder caller calling calmed campo camps canadians cartoonist cater charging charting cheek cheerfully
    cheese cher cherry chiba chili chilly ching clover columbia columbian comics complexion conical contemplating
    convention conventions corey corner cosmic cries crimea crises custer cutler cutter decreasing defective denise
    denver depression depths devastation difference differently directory ditch docks downed dreamer dynamics easter
    egyptians ernest europa europeans exasperated exchanging exiting exotic experiment experimented experiments
    explicitly fanny fiance fights files fills finish firms flights flock foster frances franco francs freight funky
    galicia gallo garlic gently georgia georgina germain germans giggle giggled gorman greed greeks greene greer greet
    grimly groom healy hindu historians historically homeless human humans hungarians hungry imagination incense
    indiana indians indie indira intellectuals interacting intersecting israelis italia italiana italians jalan
    javanese jelly joked jones juveniles koreans languages latino laughed lighted likely linger livery longed loops
    lough mania maria marry mastery measure measures meditation mellon miller ministries moods moves musica mysterious
    naturalist nerve nightmare norma norman oder oldest order originally originals orthodoxy paced paces palestinians
    paranoia passions patent patients peacefully persia persians philippine pleas pleased positively profoundly
    programmed programmer programmers propulsion punjab quilt racer raped rapids realise reclamation redemption
    reflecting reflection regent related relating relegation relocation respective romani rower russians saber sadler
    sally salvage sample scales scare scared scarf scars scores searing senate sentiments serena serie serves shares
    sheet shoes shooter shootout shops short shorts shots shouting shower shown silky simply slain slashed sleeper
    sleeps sloppy slowed smoothing snaps snort somethin sonny soviets spawn spores spots stain standards stares
    staring start starter starting starving steady steam steamer stirring stronger strongest suggesting sunni swallow
    sweat sweater sweating sweep sweets swept tally teams tease teaser tells tensed tensions tensor thoughtfully
    thrill thrilled timer topical tortured traditionally traditions transitional tully ultraviolet violet wages wakes
    walks walls walsh warmed warner waves welch whales wider wilde zipper
    """
)
"""English words within a slip of a word of wishes: those of a vocabulary of 30,000 words that are."""


class Spelling:
    """Mends slips: ``words`` are what may be meant, ``known`` what is never a slip."""

    def __init__(self, words: Iterable[str], known: frozenset[str]) -> None:
        self._known = known | _REAL
        meant = {w for w in words if len(w) >= _SHORTEST and w.isascii() and w.isalpha()}
        self._words = frozenset(meant - _HARDLY_MEANT)
        self._by_look: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(self._words):
            self._by_look[word[0], len(word)].append(word)

    def knows(self, word: str) -> bool:
        """Whether a folded word is one that the catalogue or everyday English uses."""
        return word in self._known or word in self._words

    def mended(self, said: Utterance) -> Utterance:
        """``said`` with its slips mended, read anew; ``said`` itself where there is none."""
        found = {i: word for i, token in enumerate(said.tokens) if (word := self._mend(said, i, token))}
        if not found:
            return said
        text, at = [], 0
        for i, word in found.items():
            token = said.tokens[i]
            text += [said.text[at : token.start], word.capitalize() if token.text[0].isupper() else word]
            at = token.end
        return Utterance("".join((*text, said.text[at:])))

    def _mend(self, said: Utterance, i: int, token: Token) -> str | None:
        word = token.word
        if len(word) > _LONGEST or not (token.text.isascii() and word.isalpha()) or len(word) < _SHORTEST - 1:
            return None
        if self.knows(word) or said.capital(i) or _name_due(said, i):
            return None
        return self.nearest(word)

    def nearest(self, word: str) -> str | None:
        """The one word of wishes that ``word`` is a slip of."""
        if len(word) < _SHORTEST:
            # only a letter that should have been doubled: "funy"
            doubled = {word[:i] + word[i] + word[i:] for i in range(1, len(word))} & self._words
            return doubled.pop() if len(doubled) == 1 else None
        allowed = 2 if len(word) >= _LONGER else 1
        looks = [(word[0], n) for n in range(len(word) - allowed, len(word) + allowed + 1)]
        hits = [
            hit
            for look in looks
            if look in self._by_look
            for hit in extract(word, self._by_look[look], scorer=OSA.distance, score_cutoff=allowed, limit=3)
        ]
        return min(hits, key=lambda h: (h[1], -Prefix.similarity(word, h[0]), h[0]))[0] if hits else None


_NAMES_FOLLOW = word_set("like by starring featuring meets than called named titled director actor actress from in")


def _name_due(said: Utterance, i: int) -> bool:
    """Whether a title, a person or a place is due at token ``i``, or the word stands in quotation marks."""
    if any(start <= i < end for start, end in said.quotes):
        return True
    return i > 0 and not said.opens_clause(i) and said.words[i - 1] in _NAMES_FOLLOW
