"""What the shelf labels of streaming services ("TV Dramas", "Kids' TV", "British TV Shows") say of a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matinee.index.sources.names import genre_names
from matinee.index.title import GENRES, fold


@dataclass(frozen=True)
class Shelves:
    """What a title's labels say; values as in :class:`matinee.index.title.Title`."""

    genres: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


_ONE_LABEL = ("Arts, Entertainment, and Culture", "Arts, Entertainment and Culture")
"""Labels with commas in them, which separate labels everywhere else."""

_NOTHING = frozenset(
    {
        "arthouse",
        "black stories",
        "classic and cult tv",
        "classic movies",
        "classics",
        "cult movies",
        "entertainment",
        "independent movies",
        "international",
        "international movies",
        "international tv shows",
        "latino",
        "movies",
        "series",
        "special interest",
        "tv shows",
        "young adult audience",
    }
)
"""Labels that name no genre; they stay readable in the fact ``listed in``."""

_GENRES: dict[str, tuple[str, ...]] = {
    "action adventure": ("action", "adventure"),
    "adult animation": ("animation",),
    "animals and nature": ("nature",),
    "anime": ("animation", "anime"),
    "anime features": ("animation", "anime"),
    "anime series": ("animation", "anime"),
    "arts entertainment and culture": ("arts",),
    "children and family movies": ("family",),
    "concert film": ("music",),
    "cooking and food": ("food",),
    "docuseries": ("documentary",),
    "faith and spirituality": ("faith",),
    "game show competition": ("game show",),
    "game shows": ("game show",),
    "health and wellness": ("health",),
    "kids": ("family",),
    "kids tv": ("family",),
    "late night": ("talk show",),
    "lgbtq movies": ("lgbtq",),
    "lifestyle and culture": ("lifestyle",),
    "military and war": ("war",),
    "music videos and concerts": ("music",),
    "parody": ("comedy", "parody"),
    "police cop": ("crime",),
    "reality tv": ("reality",),
    "science and nature tv": ("nature", "science"),
    "science and technology": ("science",),
    "sitcom": ("comedy", "sitcom"),
    "sketch comedy": ("comedy",),
    "soap opera melodrama": ("drama",),
    "spy espionage": ("spy",),
    "stand up": ("comedy", "stand-up"),
    "stand up comedy": ("comedy", "stand-up"),
    "stand up comedy and talk shows": ("comedy", "stand-up"),
    "talk show and variety": ("talk show",),
    "teen tv shows": ("teen",),
    "unscripted": ("reality",),
}

_PLACES: dict[str, tuple[str, str]] = {
    "british tv shows": ("countries", "United Kingdom"),
    "korean tv shows": ("countries", "South Korea"),
    "spanish language tv shows": ("languages", "Spanish"),
}

_WRAPPING = re.compile(r"^tv | (?:tv shows|tv|movies|shows|features|series)$")


def read_labels(listed_in: str) -> Shelves:
    """The genres, countries and languages in a list of labels.

    >>> read_labels("International TV Shows, TV Sci-Fi & Fantasy, Korean TV Shows")
    Shelves(genres=('science fiction', 'fantasy'), countries=('South Korea',), languages=())
    """
    labels = [fold(label) for label in _split(listed_in)]
    found: dict[str, list[str]] = {"genres": [], "countries": [], "languages": []}
    for label in labels:
        if place := _PLACES.get(label):
            found[place[0]].append(place[1])
        elif label == "music and musicals":
            # The documentaries on this shelf are about musicians; the rest sings.
            found["genres"] += ["music"] if "documentaries" in labels else ["musical", "music"]
        elif label not in _NOTHING:
            found["genres"] += _GENRES.get(label) or genre_names([_WRAPPING.sub("", label)])
    return Shelves(_ours_first(found["genres"]), tuple(found["countries"]), tuple(found["languages"]))


def _split(listed_in: str) -> Iterable[str]:
    for label in _ONE_LABEL:
        if label in listed_in:
            yield label
            listed_in = listed_in.replace(label, "")
    yield from (label for label in listed_in.split(",") if fold(label))


def _ours_first(genres: Sequence[str]) -> tuple[str, ...]:
    """Each genre once, those of GENRES first: a title's first genre is its main one."""
    return tuple(sorted(dict.fromkeys(genres), key=lambda genre: genre not in GENRES))
