"""The way of a large catalogue, for a small one; and titles as they were before a build."""

from __future__ import annotations

from matinee.index.catalogue import Catalogue
from matinee.index.title import Title


def in_table(catalogue: Catalogue) -> Catalogue:
    """``catalogue``, searched in its LanceDB table whatever its size."""
    other = Catalogue(catalogue.info, catalogue._data, catalogue.embedder, catalogue.titles)
    other.__dict__["_scan"] = None
    return other


def plain(title: Title) -> Title:
    """``title`` without the capitals that a build gives to the names in its themes."""
    return title.model_copy(update={"themes": tuple(theme.lower() for theme in title.themes)})
