"""Steering cases: what a user says, and what must then hold for every pick.

A case file is JSON Lines::

    {"say": "Dark but lighter", "form": "axis", "like": ["dark-2017-series"], "moves": [{"on": "light", "by": "more"}]}

``like`` are ids of the starter catalogue; ``moves`` are on a tone axis, on one of the facts ``length``, ``year`` and
``fame``, or on any trait ("gory", "juvenile humour").
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from matinee.errors import InputError

FACTS = ("length", "year", "fame")
CASES = Path(__file__).resolve().parents[2] / "tests" / "steer" / "cases.jsonl"
"""The project's own cases; they come with the source, not with an installed package."""


class Move(BaseModel):
    """Where the picks must stand on one scale. Values are 0 to 1, as the catalogue has them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    on: Annotated[str, Field(min_length=1)]
    """A tone axis, one of FACTS, or a trait."""
    by: Literal["more", "less", "as", "as_little"] | None = None
    """Against the anchor (the mean of several): beyond it, or at least or at most about where it stands."""
    least: float = 0.0
    """By how much at least: "much lighter"."""
    most: float = 1.0
    """By how much at most: "a bit lighter"."""
    at_least: float | None = None
    """Whatever the anchor: "scary, but …"."""


class Case(BaseModel):
    """One message and what must hold for its picks."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    say: Annotated[str, Field(min_length=1)]
    form: Annotated[str, Field(min_length=1)]
    """The form of the request, for the report: ``axis``, ``trait``, ``meets`` …"""
    like: Annotated[tuple[str, ...], Field(min_length=1)]
    """The anchors: never shown."""
    moves: tuple[Move, ...] = ()
    between: bool = False
    """The picks' tones lie between those of the two anchors."""
    theme: bool = True
    """False where the message gives the anchor's themes away."""


def read_cases(path: Path) -> list[Case]:
    """The cases in ``path``; :class:`InputError` where it cannot be read, is empty, or a line is no case."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        raise InputError(f"the cases in {path} cannot be read ({why}): name a file with --cases.") from None
    cases = [_case(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip()]
    if not cases:
        raise InputError(f"there are no cases in {path}: name another file with --cases.")
    return cases


def _case(line: str, where: str) -> Case:
    try:
        return Case.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise InputError(
            f"{where} is no case ({f'{place}: ' if place else ''}{first['msg']}): mend that line."
        ) from None
