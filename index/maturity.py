"""Age certificates of many countries as steps of MATURITIES."""

from __future__ import annotations

from matinee.index.title import MATURITIES

_CERTIFICATES: dict[str, tuple[str, ...]] = {
    "all": ("all", "g", "tv-g", "tv-y", "u", "0+", "0", "fsk 0", "tous publics", "approved", "passed", "ab 0"),
    "7+": ("7+", "pg", "tv-pg", "tv-y7", "tv-y7-fv", "6+", "6", "7", "8", "8+", "9", "9+", "fsk 6", "m/6", "ab 6"),
    "13+": ("13+", "pg-13", "tv-14", "12", "12a", "12+", "13", "14", "14+", "fsk 12", "m/12", "ab 12", "10", "10+"),
    "16+": ("16+", "r", "tv-ma", "15", "15+", "16", "17", "17+", "fsk 16", "m/16", "ab 16", "ma15+", "m"),
    "18+": ("18+", "18", "nc-17", "x", "r18", "r18+", "21", "21+", "fsk 18", "m/18", "ab 18"),
}
_STEP = {name: step for step, names in _CERTIFICATES.items() for name in names}


def maturity_of(certificate: str) -> str | None:
    """The step of MATURITIES that a certificate ("PG-13", "FSK 16", "TV-MA") stands for; None where unknown."""
    return _STEP.get(" ".join(certificate.casefold().split()))


def maturity_rank(maturity: str | None) -> int | None:
    """The place of a title's maturity among MATURITIES, 0 mildest; None where unknown."""
    return MATURITIES.index(maturity) if maturity in MATURITIES else None
