"""Many titles on one trait: a line with an id, or a name and year, in; a score out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from matinee.errors import InputError
from matinee.index.catalogue import Catalogue
from matinee.index.embedding import Embedder, MiniLM
from matinee.index.sources.names import kind_name
from matinee.index.text import embedded_text
from matinee.index.title import Kind, Title
from matinee.index.tone.finder import Finder, split_label
from matinee.index.tone.model import tone_matrix
from matinee.index.tone.score import score
from matinee.index.tone.shipped import predicted_tones
from matinee.index.tone.traits import Trait


class _Line(BaseModel):
    model_config = ConfigDict(extra="ignore")

    id: str | int | None = None
    title: str | None = None
    year: int | str | None = None
    kind: str | None = None

    @model_validator(mode="after")
    def _names_a_title(self) -> _Line:
        if self.id is None and not self.title:
            raise ValueError("one of id and title is needed")
        if isinstance(self.year, str) and not self.year[:4].isdecimal():
            raise ValueError(f"year {self.year[:20]!r} is not a year")
        return self

    @property
    def label(self) -> tuple[str, int | None]:
        """Name and year; a year may stand in the name, as in ``Heat (1995)``."""
        name, year = split_label(self.title or "")
        if self.year is None:
            return name, year
        given = int(str(self.year)[:4])
        return (name if year == given else self.title or ""), given

    @property
    def kind_name(self) -> Kind | None:
        """The kind, where one is given and known."""
        return kind_name(self.kind) if self.kind else None


class TraitScorer:
    """Scores the titles of one catalogue. With ``predicted``, by the tones that the model predicts for them.

    ``embedder`` must be the one that built the catalogue.
    """

    def __init__(self, catalogue: Catalogue, embedder: Embedder, *, predicted: bool = False) -> None:
        self._catalogue, self._embedder, self._predicted = catalogue, embedder, predicted
        self._finder = Finder(catalogue.titles.values(), catalogue.aliases)

    def find(self, name: str, year: int | None = None, kind: Kind | None = None) -> Title | None:
        """See :meth:`Finder.by_name`."""
        return self._finder.by_name(name, year, kind)

    def scores(self, trait: Trait, titles: Sequence[Title]) -> npt.NDArray[np.float64]:
        """How much each of ``titles`` is ``trait``, 0 to 1."""
        vectors = self._catalogue.vectors([title.id for title in titles])
        return score(trait, titles, vectors, self._tones(titles, vectors))

    def score_lines(self, trait: Trait, lines: Iterable[str]) -> list[dict[str, Any]]:
        """An object a line: ``{"score"}``, null where the title is not there; a bad line has an ``error`` too."""
        found: list[Title | InputError | None] = [self._title_or_error(line) for line in lines]
        titles = {each.id: each for each in found if isinstance(each, Title)}
        scores = dict(zip(titles, self.scores(trait, list(titles.values())).tolist(), strict=True)) if titles else {}
        return [
            {"score": None, "error": str(each)}
            if isinstance(each, InputError)
            else {"score": None if each is None else round(scores[each.id], 6)}
            for each in found
        ]

    def _title_or_error(self, line: str) -> Title | InputError | None:
        try:
            row = _Line.model_validate(json.loads(line))
        except ValidationError as error:
            first = error.errors()[0]
            if first["type"] == "model_type":
                return InputError("not a JSON object")
            where = "".join(f"{part}: " for part in first["loc"][:1])
            return InputError(f"{where}{first['msg'].removeprefix('Value error, ')}")
        except (ValueError, RecursionError):
            return InputError("not a JSON object")
        if row.id is not None and (title := self._finder.by_id(str(row.id))):
            return title
        return self._finder.by_name(*row.label, row.kind_name) if row.title else None

    def _tones(self, titles: Sequence[Title], vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        if not self._predicted:
            return tone_matrix(titles)
        if not isinstance(self._embedder, MiniLM):
            vectors = MiniLM().encode([embedded_text(title) for title in titles])
        return predicted_tones(titles, vectors).values
