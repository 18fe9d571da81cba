"""Hard filters: what a title must or must not be. They run inside the search, never after it."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from matinee.index.title import Kind


class Filters(BaseModel):
    """Conditions that every hit fulfils; an unset field allows everything.

    Names of people, languages, countries and genres compare case-insensitively and without accents
    (see :func:`matinee.index.title.fold`). ``*_not`` fields exclude. A title whose value is unknown
    (no runtime, no genre) fails a filter on that value, an exclusion too: it may well be what is
    avoided. Only ``people_not`` and ``themes_not`` let it through, for no list of people or themes is
    ever complete: they strike the titles known to have one of these.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind | None = None
    year_min: int | None = None
    year_max: int | None = None
    years_not: tuple[tuple[int, int], ...] = ()
    """No year from the first to the second of any of these: "not from the nineties"."""
    runtime_min: int | None = None
    runtime_max: int | None = None
    seasons_min: int | None = None
    seasons_max: int | None = None
    series_seasons_max: int | None = None
    """A series has at most this many seasons; a film passes: what "short" asks of either."""
    maturity_max: str | None = None
    """One of MATURITIES: nothing less suitable for children than this."""
    languages: tuple[str, ...] = ()
    """Any of these."""
    languages_not: tuple[str, ...] = ()
    """Titles whose *main* (first) language is one of these are out: "no English films", "not subtitled"."""
    countries: tuple[str, ...] = ()
    countries_not: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    """All of these."""
    genres_any: tuple[str, ...] = ()
    """At least one of these: "a comedy or a thriller"."""
    genres_not: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """All of these, among directors, creators and cast."""
    people_any: tuple[str, ...] = ()
    """At least one of these: "by Kurosawa or Ozu"."""
    people_not: tuple[str, ...] = ()
    themes_not: tuple[str, ...] = ()
    fame_min: float | None = None
    fame_max: float | None = None
    tone_min: dict[str, float] = {}
    """Axis to lowest value allowed."""
    tone_max: dict[str, float] = {}
    ids: tuple[str, ...] | None = None
    """Only these ids."""
    ids_not: tuple[str, ...] = ()
    """None of these ids: the anchor, avoided, seen, already shown."""
