import pytest

from matinee.index.sources.label import Label, read_label


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("Matrix, The (1999)", Label("The Matrix", 1999)),
        ("Pari (1995)", Label("Pari", 1995)),
        ("Enfer, L' (1994)", Label("L'Enfer", 1994)),
        ("Shall We Dance? (Shall We Dansu?) (1996)", Label("Shall We Dance?", 1996, ("Shall We Dansu?",))),
        ("Seven (a.k.a. Se7en) (1995)", Label("Seven", 1995, ("Se7en",))),
        ("Dark (2017–2020)", Label("Dark", 2017)),
        ("Dark (2017- )", Label("Dark", 2017)),
        ("Birdman (or)", Label("Birdman (or)")),
        ("1984", Label("1984")),
        ("(500) Days of Summer (2009)", Label("(500) Days of Summer", 2009)),
        ("Good, the Bad and the Ugly, The (1966)", Label("The Good, the Bad and the Ugly", 1966)),
        ("", Label("")),
    ],
)
def test_a_written_name_is_taken_apart(written, label):
    assert read_label(written) == label
