import math

import pytest

from matinee.index.sources.clean import (
    as_fact,
    clean_list,
    clean_minutes,
    clean_number,
    clean_text,
    clean_whole,
    clean_year,
)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  two\n\tlines\r\n ", "two lines"),
        ("<p>A <b>bold</b> plan<br/>fails</p>", "A bold plan fails"),
        ("Tom &amp; Jerry &lt;3", "Tom & Jerry <3"),
        ("<!-- hidden\n -->seen", "seen"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "alert(1)"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("bell\x07 and nul\x00 and \x1b[31mred", "bell and nul and [31mred"),
        ("evil\u202egnp.exe", "evil gnp.exe"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("Ame\u0301lie", "Amélie"),
        ("日本 🎬", "日本 🎬"),
        (1917, "1917"),
        (None, ""),
        (["a"], ""),
        ({"a": 1}, ""),
    ],
)
def test_text(raw, clean):
    assert clean_text(raw) == clean


def test_long_text_is_cut_at_a_word():
    cut = clean_text("word " * 1_000)
    assert len(cut) <= 1_000
    assert cut.endswith("word…")
    assert len(clean_text("x" * 10_000_000)) == 1_000


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        (["a", " b "], ("a", "b")),
        ("a, b", ("a", "b")),
        ("a|b;c", ("a", "b", "c")),
        ("a", ("a",)),
        (["a, b"], ("a, b",)),
        (None, ()),
        ([], ()),
        ("", ()),
        ([None, "", "a", "a"], ("a",)),
        ([{"id": 18, "name": "Drama"}, {"no": "name"}], ("Drama",)),
        (7, ("7",)),
        ([["nested"], "a"], ("a",)),
    ],
)
def test_list(raw, clean):
    assert clean_list(raw) == clean


def test_endless_list_is_cut():
    assert len(clean_list([str(n) for n in range(100_000)])) == 60


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        (8.1, 8.1),
        ("8.1", 8.1),
        ("8.1/10", 8.1),
        ("8,1", 8.1),
        ("1,234", 1234),
        ("1,234,567", 1234567),
        ("12 345", 12345),
        ("1,234.5", 1234.5),
        ("3 Seasons", 3),
        ("", None),
        ("none", None),
        ("-4", None),
        (-4, None),
        (0, 0),
        (None, None),
        (True, None),
        (math.nan, None),
        (math.inf, None),
        (10**400, None),
        ([1], None),
    ],
)
def test_number(raw, clean):
    assert clean_number(raw) == clean


def test_whole_number_is_bounded():
    assert clean_whole("3 Seasons", 200) == 3
    assert clean_whole(0, 200) is None
    assert clean_whole(201, 200) is None
    assert clean_whole(2.6, 200) == 3


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        (93, 93),
        (93.0, 93),
        ("93", 93),
        ("93 min", 93),
        ("1h 33m", 93),
        ("1 h 33 min", 93),
        ("1h33", 93),
        ("2h", 120),
        ("2 hours", 120),
        ("PT1H33M", 93),
        ("3 hrs 5 mins", 185),
        ("1 hour and 30 minutes", 90),
        ("93.0", 93),
        ("3 Seasons", None),
        ("about 2h", None),
        (0, None),
        ("", None),
        (None, None),
        (99_999, None),
    ],
)
def test_minutes(raw, clean):
    assert clean_minutes(raw) == clean


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        (1999, 1999),
        (1999.0, 1999),
        ("1999", 1999),
        ("1999-05-01", 1999),
        ("May 1, 1999", 1999),
        ("1999–2003", 1999),
        ("(1999)", 1999),
        (1870, 1870),
        (1869, None),
        (2101, None),
        (0, None),
        ("19990501", None),
        ("soon", None),
        (None, None),
        (True, None),
        (1999.5, None),
        ([1999], None),
    ],
)
def test_year(raw, clean):
    assert clean_year(raw) == clean


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("x", "x"),
        (3, "3"),
        (["a", 1, None], "a, 1"),
        ({"b": 1, "a": "é"}, '{"a": "é", "b": 1}'),
        ([{"a": 1}], '[{"a": 1}]'),
        (None, ""),
    ],
)
def test_fact(raw, text):
    assert as_fact(raw) == text
