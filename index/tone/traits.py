"""Traits: any adjective or phrase as a weighted mix of what is known of a title, and the score of titles on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from matinee.errors import InputError
from matinee.index.embedding import Embedder, embedder_name
from matinee.index.title import fold
from matinee.index.tone.lexicon import Entry, Word, lexicon, look_up
from matinee.index.tone.phrases import known_texts, shipped_phrases

Vectors = npt.NDArray[np.float32]

LONGEST_TRAIT = 120
"""Characters of a trait."""
NEAREST = 4
"""How many known traits an unknown one is guessed from."""

_NO = re.compile(r"^(?:not|no|never|isnt|without|less|lacks?|lacking|free of|least|hardly|barely|arent|anything but) ")
_FILLER = re.compile(
    r"^(?:how|is it|is|it is|its|are|being|the|a|an|more|most|kind of|sort of|feels?|feeling|seems?|at all|any|much|"
    r"full of|lots of|a lot of|plenty of|has|with|that|which|something|all|particularly|enough) "
)
_LITTLE = re.compile(r"^(?:a bit|a little|slightly|somewhat|mildly|a touch|fairly|rather|quite|pretty|a tad)(?: of)? ")
_VERY = re.compile(
    r"^(?:very|really|extremely|so|super|too|utterly|incredibly|insanely|totally|truly|deeply|absolutely) "
)
_TAIL = re.compile(r" (?:films?|movies?|shows?|series|feel|vibes?|tone|mood|kind|style|enough|at all|ones?)$")
_AND = re.compile(r" (?:and|but|yet|plus|while|without losing)(?: also)? |[,;/+]")


@dataclass(frozen=True)
class Ingredient:
    """One known trait (or the bare phrase) within a trait: weights as in the lexicon, and a direction in text space."""

    entry: Entry
    weight: float
    """Its share; negative where its absence is wanted."""
    contrast: Vectors | None = None
    """Vector of what the text should be like, less that of what it should not; None where the text has no say."""


@dataclass(frozen=True)
class Trait:
    """Something a title can be more or less of."""

    text: str
    """As asked for."""
    mix: tuple[Ingredient, ...]
    power: float = 1.0
    """Above 1 for "very": only high scores stay high; below 1 for "a bit"."""
    known: tuple[str, ...] = ()
    """The lexicon's names for it."""
    nearest: tuple[str, ...] = ()
    """Where a part of it is not known: the known traits it was guessed from, nearest first."""


def parse_trait(text: str, embedder: Embedder) -> Trait:
    """The trait that ``text`` names: "cosy", "not scary", "very far-fetched", "dark but funny", or any other phrase.

    What the lexicon does not know is guessed from the nearest traits it knows (then ``nearest`` names
    them) and from the phrase's own embedding. ``embedder`` must be the one whose vectors will be
    scored. Raises :class:`InputError` for a text without a word, or of more than LONGEST_TRAIT characters.
    """
    if len(text) > LONGEST_TRAIT:
        raise InputError(f"a trait is a word or a short phrase: {len(text)} characters are over {LONGEST_TRAIT}.")
    if not re.search(r"[^\W\d_]", fold(text)):
        raise InputError(f"{text!r} names no trait: write a word such as light-hearted, or a phrase.")
    whole = look_up(text)
    parts = [text] if whole else [part for part in map(str.strip, _AND.split(text.lower())) if fold(part)]
    read = [_read_part(part, embedder) for part in parts]
    return Trait(
        text=text,
        mix=tuple(replace(i, weight=i.weight / len(read)) for part in read for i in part.mix),
        power=float(np.prod([part.power for part in read])) if len(read) == 1 else 1.0,
        known=tuple(name for part in read for name in part.known),
        nearest=tuple(name for part in read for name in part.nearest),
    )


def nearest_traits(phrase: str, embedder: Embedder, k: int = NEAREST) -> list[tuple[str, float]]:
    """The ``k`` known traits whose words mean most nearly what ``phrase`` does, with their cosine similarity."""
    names, matrix = _known_vectors(embedder)
    cosines = matrix @ _embed([phrase], embedder)[0]
    return [(names[i], float(cosines[i])) for i in np.argsort(-cosines, kind="stable")[:k]]


def _read_part(text: str, embedder: Embedder) -> Trait:
    said, sign, power = fold(text), 1.0, 1.0
    word = look_up(said)
    while word is None:
        if no := _NO.match(said):
            sign, said = -sign, said[no.end() :]
        elif very := _VERY.match(said):
            power, said = power * 1.5, said[very.end() :]
        elif little := _LITTLE.match(said):
            power, said = power / 1.5, said[little.end() :]
        elif shorter := _shorter(said):
            said = shorter
        else:
            break
        word = look_up(said)
    if word is None:
        return _guess(said, sign, power, embedder)
    return Trait(text, (_ingredient(word, sign, embedder),), power, known=(word.name,))


def _shorter(said: str) -> str | None:
    for pattern in (_FILLER, _TAIL):
        rest = pattern.sub("", said)
        if rest != said:
            return rest
    return None


def _ingredient(word: Word, weight: float, embedder: Embedder) -> Ingredient:
    entry = lexicon()[word.name]
    contrast = None
    if entry.text:
        like, unlike = _embed([entry.like, entry.unlike], embedder)
        contrast = like - unlike
    return Ingredient(entry, -weight if word.opposite else weight, contrast)


def _guess(said: str, sign: float, power: float, embedder: Embedder) -> Trait:
    """The nearest known traits, and the phrase itself: the less near they are, the more the phrase counts."""
    near = nearest_traits(said, embedder)
    trust = float(np.clip((near[0][1] - 0.2) / 0.5, 0.1, 0.8))
    shares = np.array([max(cosine - 0.1, 0.01) ** 3 for _, cosine in near])
    shares *= trust / shares.sum()
    like, unlike = _embed([f"a film that is {said}", "a film"], embedder)
    own = Entry(themes={said: 0.6}, like=said, unlike="a film", text=1.0)
    mix = [
        _ingredient(Word(name), sign * float(share), embedder) for (name, _), share in zip(near, shares, strict=True)
    ]
    mix.append(Ingredient(own, sign * (1 - trust), like - unlike))
    return Trait(said, tuple(mix), power, nearest=tuple(name for name, _ in near))


_KNOWN: dict[str, tuple[list[str], Vectors]] = {}


def _known_vectors(embedder: Embedder) -> tuple[list[str], Vectors]:
    """Names and vectors of the lexicon's traits, embedded once for an embedder."""
    key = embedder_name(embedder)
    if key not in _KNOWN:
        known = known_texts()
        _KNOWN[key] = list(known), _embed(list(known.values()), embedder)
    return _KNOWN[key]


def _embed(texts: Sequence[str], embedder: Embedder) -> Vectors:
    shipped = shipped_phrases() if embedder_name(embedder) == "minilm" else {}
    if all(text in shipped for text in texts):
        return np.array([shipped[text] for text in texts])
    vectors = np.asarray(embedder.get_text_embedding_batch(list(texts)), dtype=np.float32)
    unit: Vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return unit
