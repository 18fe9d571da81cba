"""The title: one film or series and its facts, as every room sees it."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal["film", "series"]

TONE_AXES: tuple[str, ...] = (
    "light",
    "funny",
    "scary",
    "violent",
    "tense",
    "fast",
    "complex",
    "fantastic",
    "romantic",
    "hopeful",
    "strange",
    "family",
)
"""The named axes a title stands on, each 0 to 1; what 0 and 1 mean is in ``index/starter/NOTES.md``."""

MATURITIES: tuple[str, ...] = ("all", "7+", "13+", "16+", "18+")
"""The maturity steps of the starter catalogue, mildest first."""

GENRES: tuple[str, ...] = (
    "action",
    "adventure",
    "animation",
    "biography",
    "comedy",
    "crime",
    "documentary",
    "drama",
    "fantasy",
    "history",
    "horror",
    "martial arts",
    "musical",
    "mystery",
    "romance",
    "science fiction",
    "silent",
    "sport",
    "superhero",
    "thriller",
    "war",
    "western",
)
"""The genre names of the starter catalogue; other catalogues may add their own."""

_WORD = re.compile(r"\w+")

Unit = Annotated[float, Field(ge=0.0, le=1.0)]


class Title(BaseModel):
    """One film or series. Identity is name + year + kind; ``id`` is unique within a catalogue.

    ``year`` is the release year of a film and the first year of a series. ``runtime_minutes`` is
    the length of a film, or of one episode. ``tone`` maps axis names to 0..1 and is empty where
    nothing is known; ``tone_spread`` maps the axes that were predicted to the standard deviation of
    the error to expect. ``fame`` runs from 0 (hardly anyone has heard of it) to 1 (everyone has).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str
    year: int
    kind: Kind
    end_year: int | None = None
    aka: tuple[str, ...] = ()
    directors: tuple[str, ...] = ()
    creators: tuple[str, ...] = ()
    cast: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    runtime_minutes: int | None = None
    seasons: int | None = None
    maturity: str | None = None
    genres: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    logline: str = ""
    fame: float | None = None
    rating: float | None = None
    votes: int | None = None
    tone: dict[str, float] = Field(default_factory=dict)
    tone_spread: dict[str, float] = Field(default_factory=dict)
    facts: dict[str, str] = Field(default_factory=dict)

    @property
    def label(self) -> str:
        """Name and year, as shown to people: ``Dark (2017)``."""
        return f"{self.name} ({self.year})"

    @property
    def identity(self) -> tuple[str, int, Kind]:
        """The folded name, year and kind that make two records the same title."""
        return (fold(self.name) or self.name, self.year, self.kind)


class StarterTitle(BaseModel):
    """One line of the starter catalogue, as written by hand: stricter than :class:`Title`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Annotated[str, Field(min_length=1, max_length=120)]
    aka: tuple[str, ...] = ()
    year: Annotated[int, Field(ge=1895, le=2026)]
    end_year: Annotated[int, Field(ge=1930, le=2026)] | None = None
    kind: Kind
    directors: tuple[str, ...] = ()
    creators: tuple[str, ...] = ()
    cast: tuple[str, ...]
    countries: Annotated[tuple[str, ...], Field(min_length=1)]
    languages: Annotated[tuple[str, ...], Field(min_length=1)]
    runtime_minutes: Annotated[int, Field(ge=1, le=900)] | None = None
    seasons: Annotated[int, Field(ge=1, le=100)] | None = None
    maturity: Literal["all", "7+", "13+", "16+", "18+"]
    genres: Annotated[tuple[str, ...], Field(min_length=1, max_length=4)]
    themes: Annotated[tuple[str, ...], Field(min_length=3, max_length=8)]
    logline: Annotated[str, Field(min_length=40, max_length=320)]
    fame: Unit
    tone: dict[str, Unit]


def fold(text: str) -> str:
    """``text`` lower-cased, without accents or punctuation, spaces single: for comparing names."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = text.casefold().replace("&", " and ").replace("'", "").replace("’", "")
    return " ".join(_WORD.findall(plain))


def make_id(name: str, year: int, kind: Kind) -> str:
    """The id given to a title whose source has none: ``dark-2017-series``."""
    # A name of signs alone ("???") folds to nothing.
    return f"{fold(name).replace(' ', '-') or name.encode().hex()}-{year}-{kind}"
