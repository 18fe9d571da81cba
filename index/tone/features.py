"""What the tone model sees of a title beside its text: genres, maturity, age, kind, country and length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from matinee.index.maturity import maturity_of, maturity_rank
from matinee.index.title import GENRES, MATURITIES, Title, fold

Matrix = npt.NDArray[np.float64]

COUNTRIES: tuple[str, ...] = ("united states", "united kingdom", "japan", "south korea", "india", "france")
"""Countries whose films differ enough in tone, and are many enough, to have a feature each."""

_WORDS: dict[str, str] = {
    "action": r"action|disaster|kung fu|survival",
    "adventure": r"adventure|swashbuckl\w*",
    "animation": r"animat\w*|anime|cartoons?",
    "biography": r"biograph\w*|biopics?",
    "comedy": r"comed\w*|sitcoms?|stand up|parod\w*|spoofs?|satires?|sketch|humou?r|variety|rom ?coms?",
    "crime": r"crimes?|noir|gangsters?|heists?|police|cops?|mafia|mob",
    "documentary": r"documentar\w*|docu\w+|reality|unscripted|news|concerts?|talk shows?|game shows?|cooking|food|"
    r"lifestyle|fitness|health|nature|travel|competition|true crime|educational",
    "drama": r"dramas?|melodramas?|soaps?|telenovelas?|coming of age|medical|dramedy",
    "fantasy": r"fantas\w*|fairy tales?|magic",
    "history": r"histor\w*|period|costume|epics?",
    "horror": r"horror|slashers?|zombies?|vampires?",
    "martial arts": r"martial arts?|kung fu|wuxia|samurai",
    "musical": r"musicals?|music|dance",
    "mystery": r"myster\w*|detectives?|whodunits?",
    "romance": r"romances?|romantic|love|rom ?coms?",
    "science fiction": r"sci ?fi|science fiction|sf|cyberpunk|space opera|dystopia\w*",
    "silent": r"silent",
    "sport": r"sports?|boxing|football",
    "superhero": r"super ?hero\w*",
    "thriller": r"thrillers?|suspense|spy|espionage",
    "war": r"war|military",
    "western": r"westerns?",
}
_PATTERNS = tuple(re.compile(rf"\b(?:{_WORDS[genre]})\b") for genre in GENRES)
_CHILDREN = re.compile(r"\b(?:kids?|children|childrens|family|preschool)\b")
_ADULT = re.compile(r"\badult\b")

FACTS = len(GENRES) + len(MATURITIES) + len(COUNTRIES) + 5
"""How many numbers :func:`fact_features` gives."""


def genre_set(genres: Iterable[str]) -> frozenset[str]:
    """The names of GENRES in a title's genres, whatever catalogue they come from.

    >>> sorted(genre_set(["TV Sci-Fi & Fantasy", "Kids' TV", "Romantic Movies"]))
    ['fantasy', 'romance', 'science fiction']
    """
    return frozenset().union(*(_genres_of(genre) for genre in genres))


@lru_cache(maxsize=10_000)
def _genres_of(genre: str) -> frozenset[str]:
    said = fold(genre)
    return frozenset(name for name, pattern in zip(GENRES, _PATTERNS, strict=True) if pattern.search(said))


def age_step(title: Title) -> int | None:
    """The title's place among MATURITIES, 0 mildest; read from its genres ("Kids") where it has none."""
    rank = maturity_rank(title.maturity)
    if rank is None and title.maturity:
        rank = maturity_rank(maturity_of(title.maturity))
    if rank is None:
        said = " ".join(map(fold, title.genres))
        if _CHILDREN.search(said) and not _ADULT.search(said):
            return 0
    return rank


def fact_features(titles: Sequence[Title]) -> Matrix:
    """The facts as numbers, a row of ``FACTS`` a title; what is unknown stands in the middle."""
    return np.array([_facts(title) for title in titles], dtype=np.float64).reshape(len(titles), FACTS)


def _facts(title: Title) -> list[float]:
    genres, step = genre_set(title.genres), age_step(title)
    country = fold(title.countries[0]) if title.countries else ""
    usual = 100 if title.kind == "film" else 45
    decades = (title.year - 1985) / 30
    return [
        *(float(genre in genres) for genre in GENRES),
        *(float(step == place) for place in range(len(MATURITIES))),
        *(float(country == name) for name in COUNTRIES),
        0.5 if step is None else step / (len(MATURITIES) - 1),
        decades,
        decades**2,
        float(title.kind == "series"),
        min(2.0, (title.runtime_minutes or usual) / 100),
    ]
