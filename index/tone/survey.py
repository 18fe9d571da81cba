"""A look over hand-set tones: how each axis is spread, and which titles stand where their facts say they should not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import mean, median, pstdev

from matinee.index.title import TONE_AXES, Title

BINS = 20
_BARS = " ▁▂▃▄▅▆▇█"

_Rule = tuple[str, Callable[[Title], bool]]


def _has(*genres: str) -> Callable[[Title], bool]:
    return lambda title: bool(set(genres) & set(title.genres))


_MILD, _STRONG = {"all", "7+"}, {"16+", "18+"}
_FRIGHT = _has("horror", "thriller", "mystery", "science fiction", "fantasy", "war", "crime", "documentary")

_DREAD = {False: 0.2, True: 0.1}
"""What horror has of ``scary`` at least: by itself, and mixed with comedy."""

RULES: tuple[_Rule, ...] = (
    ("for the whole family, yet rated 16+ or more", lambda t: t.tone["family"] > 0.5 and t.maturity in _STRONG),
    ("violent, yet rated for children", lambda t: t.tone["violent"] > 0.6 and t.maturity in _MILD),
    ("terrifying, yet rated for children", lambda t: t.tone["scary"] > 0.6 and t.maturity in _MILD),
    ("terrifying, in a genre that frightens nobody", lambda t: t.tone["scary"] > 0.6 and not _FRIGHT(t)),
    ("horror that frightens nobody", lambda t: _has("horror")(t) and t.tone["scary"] < _DREAD[_has("comedy")(t)]),
    ("a comedy without laughs", lambda t: _has("comedy")(t) and t.tone["funny"] < 0.25),
    ("a romance without love", lambda t: _has("romance")(t) and t.tone["romantic"] < 0.3),
    ("a calm thriller", lambda t: _has("thriller")(t) and t.tone["tense"] < 0.3),
    ("fighting without violence", lambda t: _has("action", "martial arts")(t) and t.tone["violent"] < 0.08),
    ("fantasy in the real world", lambda t: _has("fantasy")(t) and t.tone["fantastic"] < 0.15),
    ("science fiction in the real world", lambda t: _has("science fiction")(t) and t.tone["fantastic"] < 0.2),
    ("a documentary of an imagined world", lambda t: _has("documentary")(t) and t.tone["fantastic"] > 0.6),
    ("light and hopeless", lambda t: t.tone["light"] - t.tone["hopeful"] > 0.8),
)  # fmt: skip
"""What a tone may not say beside genre and maturity."""


def contradictions(title: Title) -> list[str]:
    """What in the tone of a title with all twelve axes contradicts its genres, its maturity, or itself."""
    return [words for words, holds in RULES if holds(title)]


def distribution(titles: Sequence[Title]) -> str:
    """A line an axis: the least, median, mean, greatest value, the standard deviation, and the spread as bars."""
    lines = [f"{'axis':10} {'min':>4} {'med':>5} {'mean':>5} {'max':>5} {'sd':>5}  0{' ' * (BINS - 2)}1"]
    for axis in TONE_AXES:
        values = [t.tone[axis] for t in titles if axis in t.tone]
        counts = [0] * BINS
        for value in values:
            counts[min(BINS - 1, int(value * BINS))] += 1
        top = max(counts) or 1
        bars = "".join(_BARS[-(-c * (len(_BARS) - 1) // top)] for c in counts)
        numbers = (min(values), median(values), mean(values), max(values), pstdev(values))
        lines.append(f"{axis:10} {numbers[0]:4.2f}" + "".join(f" {n:5.2f}" for n in numbers[1:]) + f"  {bars}")
    return "\n".join(lines)
