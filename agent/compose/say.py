"""How facts are said: lists, lengths, kinds, people, tones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matinee.index.title import TONE_AXES, Title

MORE: Mapping[str, tuple[str, str]] = {
    "light": ("lighter", "darker"),
    "funny": ("funnier", "more serious"),
    "scary": ("scarier", "less scary"),
    "violent": ("more violent", "less violent"),
    "tense": ("tenser", "calmer"),
    "fast": ("faster", "slower"),
    "complex": ("more intricate", "easier to follow"),
    "fantastic": ("more fantastical", "more down to earth"),
    "romantic": ("more romantic", "less romantic"),
    "hopeful": ("more hopeful", "bleaker"),
    "strange": ("stranger", "more conventional"),
    "family": ("more for the whole family", "more grown-up"),
}
"""Axis to its comparative upwards and downwards."""

VERY: Mapping[str, tuple[str, str]] = {
    "light": ("light", "dark"),
    "funny": ("funny", "serious"),
    "scary": ("scary", "not scary at all"),
    "violent": ("violent", "free of violence"),
    "tense": ("tense", "relaxed"),
    "fast": ("fast", "slow and patient"),
    "complex": ("intricate", "easy to follow"),
    "fantastic": ("fantastical", "down to earth"),
    "romantic": ("romantic", "no love story"),
    "hopeful": ("hopeful", "bleak"),
    "strange": ("strange", "conventional"),
    "family": ("for all ages", "for grown-ups"),
}
"""Axis to what a title at its top and at its bottom is called."""


def listed(items: Sequence[str], word: str = "and") -> str:
    """``a, b and c``."""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def length(title: Title) -> str | None:
    """``1 h 54 min``, or ``3 seasons, about 55 minutes an episode``; None where nothing is known."""
    minutes = title.runtime_minutes
    if title.kind == "film":
        if not minutes:
            return None
        hours, rest = divmod(minutes, 60)
        return f"{minutes} minutes" if hours == 0 else f"{hours} h {rest} min" if rest else f"{hours} hours"
    parts = []
    if title.seasons:
        parts.append("one season" if title.seasons == 1 else f"{title.seasons} seasons")
    if minutes:
        parts.append(f"about {minutes} minutes an episode")
    return ", ".join(parts) or None


def lasts(title: Title) -> str | None:
    """``runs 1 h 54 min`` or ``has 3 seasons, about 55 minutes an episode``; None where nothing is known."""
    size = length(title)
    return f"{'has' if title.seasons and title.kind == 'series' else 'runs'} {size}" if size else None


def noun(title: Title) -> str:
    """``film`` or ``series``, or the closer word its genres allow: ``documentary``, ``animated series``."""
    if "documentary" in title.genres:
        return "documentary" if title.kind == "film" else "documentary series"
    if "animation" in title.genres:
        return f"animated {title.kind}"
    return "miniseries" if title.kind == "series" and title.seasons == 1 and title.end_year else title.kind


def makers(title: Title) -> str | None:
    """``directed by …`` or ``created by …``; None where nobody is named."""
    if title.directors:
        return f"directed by {listed(title.directors[:3])}"
    if title.creators:
        return f"created by {listed(title.creators[:3])}"
    return None


def character(title: Title, most: int = 2) -> tuple[str, ...]:
    """The words for the axes on which a title stands furthest from the middle of all titles."""
    if not title.tone:
        return ()
    strength = {a: title.tone[a] - _USUAL[a] for a in TONE_AXES}
    order = sorted(TONE_AXES, key=lambda a: -abs(strength[a]))
    words = [VERY[a][0] for a in order if strength[a] >= 0.25 and a != "family"]
    return tuple(words[:most])


_USUAL: Mapping[str, float] = {
    "light": 0.4, "funny": 0.3, "scary": 0.2, "violent": 0.25, "tense": 0.45, "fast": 0.45,
    "complex": 0.4, "fantastic": 0.3, "romantic": 0.3, "hopeful": 0.45, "strange": 0.35, "family": 0.3,
}  # fmt: skip


def difference(one: Title, other: Title, skip: frozenset[str] = frozenset()) -> tuple[str, str] | None:
    """How ``one`` differs most from ``other``: the axis and the comparative; None where nothing stands out."""
    if not one.tone or not other.tone:
        return None
    gaps = {a: one.tone[a] - other.tone[a] for a in TONE_AXES if a not in skip}
    if not gaps:
        return None
    axis = max(gaps, key=lambda a: (abs(gaps[a]), a))
    if abs(gaps[axis]) < 0.15:
        return None
    return axis, MORE[axis][0 if gaps[axis] > 0 else 1]


_WITH_THE = frozenset(
    ["United States", "United Kingdom", "Netherlands", "Philippines", "Soviet Union", "Czech Republic",
     "Dominican Republic", "United Arab Emirates", "Democratic Republic of the Congo", "Bahamas", "Ivory Coast"]
)  # fmt: skip


def land(country: str) -> str:
    """A country as it stands in a sentence: ``the United States``."""
    return f"the {country}" if country in _WITH_THE else country


def article(word: str) -> str:
    """``a`` or ``an`` for ``word``."""
    sounds_like_you = word.lower().startswith(("uni", "use", "usu", "eu", "one"))
    return "an" if word[:1].lower() in "aeiou" and not sounds_like_you else "a"


def capital(text: str) -> str:
    """``text`` with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def aged(maturity: str) -> str:
    """A step of maturity as it stands after "rated": ``for all ages``, ``16+``."""
    return "for all ages" if maturity == "all" else maturity


def level(value: float) -> str:
    """A place on an axis, to be read: ``.72``, ``1`` or ``0``."""
    text = f"{value:.2f}"
    return "1" if text == "1.00" else "0" if text == "0.00" else text.lstrip("0")


def counted(number: int, noun_: str) -> str:
    """``one title``, ``two titles``, ``14 titles``."""
    word = _SPELT[number] if number < len(_SPELT) else str(number)
    return f"{word} {noun_ if number == 1 else noun_ if noun_.endswith('s') else noun_ + 's'}"


_SPELT = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def place(number: int) -> str:
    """``first``, ``second``, ``14th``."""
    if number <= len(_PLACES):
        return _PLACES[number - 1]
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
