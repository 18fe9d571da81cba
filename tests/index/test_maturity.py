import pytest

from matinee.index.maturity import maturity_of, maturity_rank
from matinee.index.title import MATURITIES


@pytest.mark.parametrize(
    ("certificate", "step"),
    [
        ("PG-13", "13+"),
        ("pg", "7+"),
        ("TV-MA", "16+"),
        ("TV-Y", "all"),
        ("R", "16+"),
        ("NC-17", "18+"),
        ("FSK 12", "13+"),
        (" 18 ", "18+"),
        ("NR", None),
        ("", None),
        ("74 min", None),
        *((step, step) for step in MATURITIES),
    ],
)
def test_certificates(certificate, step):
    assert maturity_of(certificate) == step


def test_ranks_rise_from_mild_to_adult():
    assert [maturity_rank(step) for step in MATURITIES] == [0, 1, 2, 3, 4]
    assert maturity_rank(None) is None
    assert maturity_rank("PG") is None
