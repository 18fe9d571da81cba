import pytest

from matinee.agent.verify.sentences import LONGEST, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One is here. Two is here.", ["One is here.", "Two is here."]),
        ("Dr. Strangelove is a film. So is M.", ["Dr. Strangelove is a film.", "So is M."]),
        ("Is it? Yes! And so on…", ["Is it?", "Yes!", "And so on…"]),
        ("A line\nand another.", ["A line", "and another."]),
        ("Whole. Half of a sent", ["Whole."]),
        ("It costs 3.50 to see. Really.", ["It costs 3.50 to see.", "Really."]),
        ("", []),
    ],
)
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_the_pieces_do_not_matter(text: str, expected: list[str], size: int) -> None:
    pieces = [text[i : i + size] for i in range(0, len(text), size)]
    assert list(sentences(pieces)) == expected


def test_a_sentence_that_never_ends_is_cut() -> None:
    first = next(sentences(["word " * 1000]))
    assert len(first) <= LONGEST


def test_a_sentence_comes_out_before_the_stream_ends() -> None:
    def pieces():
        yield "First one. "
        yield "Sec"
        raise AssertionError("read too far")

    assert next(sentences(pieces())) == "First one."
