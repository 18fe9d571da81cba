"""How genres and the upper ends of the tone axes are said."""

from __future__ import annotations

_PLURALS = {
    "action": "action films",
    "adventure": "adventures",
    "animation": "animation",
    "biography": "biographies",
    "crime": "crime stories",
    "drama": "dramas",
    "fantasy": "fantasy",
    "history": "historical films",
    "horror": "horror",
    "martial arts": "martial arts films",
    "mystery": "mysteries",
    "romance": "romances",
    "science fiction": "science fiction",
    "silent": "silent films",
    "sport": "sport films",
    "superhero": "superhero films",
    "war": "war films",
}


def genre_plural(genre: str) -> str:
    """A genre as people speak of all of it: ``musicals``, ``war films``, ``science fiction``.

    >>> genre_plural("comedy"), genre_plural("horror"), genre_plural("western")
    ('comedies', 'horror', 'westerns')
    """
    known = _PLURALS.get(genre.lower())
    if known is not None:
        return known
    return f"{genre[:-1]}ies" if genre.endswith("y") else genre if genre.endswith("s") else f"{genre}s"


_UPPER = {
    "tense": "tense",
    "fast": "fast-paced",
    "complex": "intricate",
    "fantastic": "fantastical",
    "family": "family",
}


def upper_end(axis: str) -> str:
    """The adjective for a title that stands high on an axis: ``light``, ``fast-paced``.

    >>> upper_end("scary"), upper_end("complex")
    ('scary', 'intricate')
    """
    return _UPPER.get(axis, axis)
