"""Proper nouns in themes: ``paris`` is written ``Paris`` once the catalogue itself shows that it is a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from matinee.index.title import Title

_SMALL = re.compile(r"(?<!\w)[a-z]{3,}(?!\w)")
_LARGE = re.compile(r"(?<=[\w,’'] )[A-ZÀ-ÖØ-Þ][^\W\d_]{2,}")
"""Inside a sentence only: the first word of one is written large whatever it is."""
_LOGLINES_READ = 20_000
_ALWAYS = {
    name.lower(): name
    for name in re.split(
        ", ",
        "World War I, World War II, Cold War, Great Depression, Christmas, Halloween, Holocaust, Wild West, "
        "Middle Ages, Bible, Vietnam War, Korean War, CIA, FBI, MI6, KGB, NASA, UFO, UFOs, AIDS, TV, AI, BDSM, "
        "LGBT, LGBTQ, USA, IRA, DJ, PTSD, OCD, Rio de Janeiro, French New Wave, Czech New Wave, Native Americans, "
        "Weimar Germany, Elizabethan England, Edwardian England, Meiji Japan",
    )
}
"""What every catalogue writes large."""
_NEVER = frozenset({"anxiety", "resistance", "depression", "prohibition", "republic", "maya", "the", "one"})
"""Words that loglines write large as names of their own, and that are no names in a theme."""
_JOINED = frozenset(
    re.findall(
        r"\w+",
        "new north south east west civil war revolution empire republic city island delta highlands hood claus "
        "escobar khan jews eve bowl grail holy dust rio janeiro end coast uprising backlands thai muay ",
    )
)
"""Words that are part of a name where they stand beside one: ``new`` in ``new York``."""


def with_proper_themes(titles: Iterable[Title], names: Mapping[str, str]) -> Iterator[Title]:
    """``titles`` with those of ``names`` that stand in their themes written as names; see :func:`proper_nouns`."""
    longest = max((name.count(" ") + 1 for name in names), default=1)
    written: dict[str, str] = {}
    for title in titles:
        themes = tuple(written.setdefault(t, _written(t, names, longest)) for t in title.themes)
        yield title if themes == title.themes else title.model_copy(update={"themes": themes})


def proper_nouns(titles: Iterable[Title]) -> dict[str, str]:
    """Lower-case name to the name as written: countries, languages, people, and words that loglines write large."""
    large: Counter[str] = Counter()
    small: Counter[str] = Counter()
    names: dict[str, str] = {}
    for title in islice(titles, _LOGLINES_READ):
        names.update((name.lower(), name) for name in (*title.countries, *title.languages))
        people = (*title.directors, *title.creators, *title.cast)
        names.update((name.lower(), name) for name in people if " " in name)
        small.update(_SMALL.findall(title.logline))
        large.update(_LARGE.findall(title.logline))
    for word, count in large.items():
        if word.lower() not in _NEVER and count > 2 * small[word.lower()]:
            names.setdefault(word.lower(), word)
    return {**names, **_ALWAYS}


def _written(theme: str, names: Mapping[str, str], longest: int) -> str:
    words = theme.split(" ")
    i = 0
    while i < len(words):
        for n in range(min(longest, len(words) - i), 0, -1):
            name = names.get(" ".join(words[i : i + n]))
            if name is not None:
                words[i : i + n] = name.split(" ")
                i += n
                break
        else:
            i += 1
    for steps in (range(1, len(words)), range(len(words) - 2, -1, -1)):
        for at in steps:
            beside = words[at - 1] if steps.step > 0 else words[at + 1]
            if words[at] in _JOINED and beside[:1].isupper():
                words[at] = words[at].capitalize()
    return " ".join(words)
