"""The starter catalogue itself: its form, its breadth, and its facts against other catalogues."""

import csv
import json
import re
import statistics
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from matinee.index.sources.starter import check_starter, read_starter
from matinee.index.title import GENRES, MATURITIES, TONE_AXES, fold

pytestmark = pytest.mark.slow

DATA = Path(__file__).resolve().parent.parent.parent.parent / "shared" / "data"
ARTICLE = re.compile(r"^(.*), (The|A|An|Le|La|Les|L'|Il|Das|Der|Die|El)$")
TOLERATED = 0.02
LAST_YEAR = 2017
"""The other catalogues thin out after this: a newer film there is often an older one of the same name."""


@pytest.fixture(scope="module")
def titles():
    return list(read_starter())


def test_every_line_is_well_formed():
    count, faults = check_starter()
    assert count >= 400
    assert [f"{f.file}:{f.line}: {f.title}: {f.text}" for f in faults] == []


def test_it_is_broad(titles):
    count = len(titles)
    assert sum(t.kind == "series" for t in titles) / count > 0.28
    assert sum(t.languages[0] != "English" for t in titles) / count > 0.25
    assert len({t.countries[0] for t in titles}) >= 30
    assert min(t.year for t in titles) < 1935
    assert max(t.year for t in titles) >= 2024
    decades = Counter(t.year // 10 * 10 for t in titles)
    assert all(decades[decade] >= 20 for decade in range(1930, 2030, 10)), decades
    genres = Counter(g for t in titles for g in t.genres)
    assert all(genres[genre] >= 10 for genre in GENRES), genres
    assert {t.maturity for t in titles} == set(MATURITIES)
    assert sum(t.fame < 0.35 for t in titles) > count / 10
    assert sum(t.fame > 0.8 for t in titles) > count / 20


@pytest.mark.parametrize("axis", TONE_AXES)
def test_tones_use_the_whole_range_and_no_default(titles, axis):
    values = [t.tone[axis] for t in titles]
    assert statistics.pstdev(values) > 0.15
    assert min(values) <= 0.02
    assert max(values) >= 0.95
    (common, times), *_ = Counter(v for v in values if v > 0).most_common(1)
    assert times / len(values) < 0.1, f"{times} titles stand at {common}"


@pytest.mark.parametrize(
    ("axis", "more", "less"),
    [
        ("light", "Singin' in the Rain", "Schindler's List"),
        ("light", "Back to the Future", "Dark"),
        ("funny", "Airplane!", "Chernobyl"),
        ("scary", "The Exorcist", "Paddington 2"),
        ("violent", "The Raid", "My Neighbor Totoro"),
        ("tense", "Uncut Gems", "Paterson"),
        ("fast", "Mad Max: Fury Road", "Stalker"),
        ("complex", "Primer", "Home Alone"),
        ("fantastic", "Spirited Away", "The Wire"),
        ("romantic", "Before Sunrise", "12 Angry Men"),
        ("hopeful", "It's a Wonderful Life", "Chinatown"),
        ("strange", "Eraserhead", "Notting Hill"),
        ("family", "Toy Story", "Game of Thrones"),
    ],
)
def test_tones_are_ordered_as_their_anchors(titles, axis, more, less):
    tone = {t.name: t.tone[axis] for t in titles}
    assert tone[more] > tone[less] + 0.3


def test_loglines_are_our_own_words_about_one_title(titles):
    assert len({t.logline for t in titles}) == len(titles)
    named = [t.label for t in titles if len(t.name) > 12 and t.name in t.logline]
    assert named == []


def test_themes_are_shared(titles):
    themes = Counter(theme for t in titles for theme in t.themes)
    alone = [t.label for t in titles if all(themes[theme] == 1 for theme in t.themes)]
    assert len(alone) / len(titles) < 0.03, alone


@pytest.fixture(scope="module")
def others():
    """Folded film name to the (year, directors) that other catalogues give films of that name."""
    if not DATA.is_dir():
        pytest.skip(f"no other catalogues in {DATA}: the starter's facts are not cross-checked")
    found = defaultdict(set)
    for path in sorted((DATA / "streaming").glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                if row["type"] == "Movie":
                    directors = tuple(name.strip() for name in row["director"].split(",") if name.strip())
                    found[fold(row["title"])].add((int(row["release_year"]), directors))
    with (DATA / "movielens" / "movies.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            _add(found, row["title"], ())
    for film in json.loads((DATA / "redial" / "id2info.json").read_text()).values():
        _add(found, film["name"], tuple(film.get("director") or ()))
    return found


def _add(found, written, directors):
    match = re.fullmatch(r"(.*?)\s*(?:\([^)]*\)\s*)*\((\d{4})\)\s*", written)
    if match:
        found[fold(ARTICLE.sub(r"\2 \1", match[1]))].add((int(match[2]), directors))


def _surnames(names):
    """All words of the names: which of them is the family name differs by language."""
    return {word for name in names for word in fold(name).split() if len(word) > 2}


def test_years_agree_with_other_catalogues(titles, others):
    known = [t for t in titles if t.kind == "film" and t.year <= LAST_YEAR and fold(t.name) in others]
    wrong = [
        f"{t.label}: elsewhere {sorted({year for year, _ in others[fold(t.name)]})}"
        for t in known
        if all(abs(year - t.year) > 1 for year, _ in others[fold(t.name)])
    ]
    print(f"{len(known)} films known elsewhere, {len(wrong)} of another year", *wrong, sep="\n  ")
    assert len(known) > 500
    assert len(wrong) / len(known) < TOLERATED, wrong


def test_directors_agree_with_other_catalogues(titles, others):
    known = {}
    for title in titles:
        near = [
            d for year, d in others.get(fold(title.name), ()) if title.kind == "film" and abs(year - title.year) <= 1
        ]
        listed = _surnames(name for directors in near for name in directors)
        if listed:
            known[title.label] = (title.directors, listed)
    wrong = [
        f"{label}: {ours} / {sorted(theirs)}" for label, (ours, theirs) in known.items() if not _surnames(ours) & theirs
    ]
    print(f"{len(known)} films with a director elsewhere, {len(wrong)} of another", *wrong, sep="\n  ")
    assert len(known) > 500
    assert len(wrong) / len(known) < TOLERATED, wrong
