import csv
from collections import Counter
from pathlib import Path

import pytest
from pydantic import ValidationError

from matinee.index.title import fold
from matinee.index.tone.lexicon import Entry, Word, lexicon, look_up

JUDGEMENTS = Path(__file__).resolve().parents[4] / "shared" / "data" / "soft-attributes" / "dev.csv"


def test_there_are_many_traits_and_no_phrase_stands_twice():
    assert len(lexicon()) >= 150
    phrases = Counter(phrase for name, entry in lexicon().items() for phrase in {fold(p) for p in (name, *entry.also)})
    assert [phrase for phrase, count in phrases.items() if count > 1] == []
    assert sum(phrases.values()) > 1000


def test_every_trait_finds_itself_by_each_of_its_words():
    for name, entry in lexicon().items():
        for phrase in (name, *entry.also):
            assert look_up(phrase) == Word(name), phrase


@pytest.mark.parametrize(
    "faulty",
    [
        {"tone": {"lightness": 1}},
        {"genres": {"family": 1}},
        {"facts": {"box office": 1}},
        {"tone": {"light": 1}, "like": "something"},
        {"tone": {"light": 1}, "text": 0.5},
        {"also": ["word"]},
        {"tone": {"light": 1}, "colour": "blue"},
    ],
)
def test_a_faulty_entry_is_refused(faulty):
    with pytest.raises(ValidationError):
        Entry.model_validate(faulty)


@pytest.mark.parametrize(
    ("phrase", "name", "opposite"),
    [
        ("Light-Hearted", "light-hearted", False),
        ("lighthearted", "light-hearted", False),
        ("light hearted", "light-hearted", False),
        ("scarier", "scary", False),
        ("scariest", "terrifying", False),
        ("funnier", "funny", False),
        ("sadder", "sad", False),
        ("cozier", "cosy", False),
        ("darkest", "dark", False),
        ("gorier", "gory", False),
        ("humour", "funny", False),
        ("juvenile humor", "juvenile humor", False),
        ("juvenile humour", "juvenile humor", False),
        ("colourful", "visually stunning", False),
        ("stylised", "stylish", False),
        ("suspensful", "tense", False),
        ("hilarous", "funny", False),
        ("mind bending", "mind-bending", False),
        ("MIND-BENDING!", "mind-bending", False),
        ("unfunny", "funny", True),
        ("non-violent", "violent", True),
        ("nonviolent", "violent", True),
        ("humourless", "funny", True),
        ("unrealistic", "unrealistic", False),
        ("unpredictable", "twisty", False),
        ("pointless", "pointless", False),
    ],
)
def test_look_up(phrase, name, opposite):
    assert look_up(phrase) == Word(name, opposite)


@pytest.mark.parametrize("phrase", ["", "  ", "!!", "x", "the", "zorgy", "good for hangovers", "日本"])
def test_the_unknown_is_not_known(phrase):
    assert look_up(phrase) is None


def test_attributes_that_people_were_asked_about_are_known():
    if not JUDGEMENTS.is_file():
        pytest.skip(f"no judgements at {JUDGEMENTS}")
    with JUDGEMENTS.open(encoding="utf-8", newline="") as file:
        asked = {row["soft_attribute"] for row in csv.DictReader(file)}
    assert len(asked) == 60
    assert [name for name in sorted(asked) if look_up(name) is None] == []
