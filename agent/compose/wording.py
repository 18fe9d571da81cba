"""Wording: among ways to say one thing, one that this conversation has not heard yet."""

from __future__ import annotations

import random
from collections.abc import Sequence
from string import Formatter


class Wording:
    """Chooses among templates by a seeded draw, those least heard in ``said`` first.

    A template's values stand in braces; what lies between them is what is remembered of it.
    """

    def __init__(self, seed: int, said: Sequence[str] = ()) -> None:
        self.draw = random.Random(seed)
        self._said = list(said)

    def __call__(self, *templates: str, **values: str) -> str:
        """One of ``templates`` with ``values`` filled in."""
        heard = [self._heard(template) for template in templates]
        fewest = min(heard)
        line = self.draw.choice([t for t, n in zip(templates, heard, strict=True) if n == fewest]).format(**values)
        self._said.append(line)
        return line

    def _heard(self, template: str) -> int:
        """How many of the lines said hold the longest fixed part of ``template``."""
        fixed = max((text.strip(" .,;:") for text, *_ in Formatter().parse(template)), key=len, default="")
        return sum(fixed in line for line in self._said) if len(fixed) > 3 else 0
