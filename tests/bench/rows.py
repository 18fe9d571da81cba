"""One line of the benchmark table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A measurement, beside a peer's in the same run where there is one."""

    name: str
    ours: float
    peer: float | None
    unit: str
    note: str = ""
